import FoundationEssentials
import Glibc
import Model
import Rules
import Syntax

/// Files as scenarios may read them: those of the scenario's own folder tree, and the shipped rules.
struct Files: Sendable {
  /// A directory in place of the shipped rules.
  var rules: String?

  /// The text of a file that the person named; a text that is not UTF-8 is a problem with its place.
  static func source(at path: String) throws -> Source {
    guard let data = FileManager.default.contents(atPath: path), !isFolder(path) else {
      throw Complaint(
        isFolder(path)
          ? Wording("`\(path)` is a folder", "“\(path)”是文件夹")
          : Wording("cannot read `\(path)`", "无法读取“\(path)”"),
        hints: [Wording("is the path right, seen from here?", "请检查路径（相对于当前文件夹）")])
    }
    let (source, problem) = Source.reading(Array(data), name: path)
    if let problem { throw Problematic(diagnostics: [problem], sources: [source]) }
    return source
  }

  /// Whether a folder stands there.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// All scenarios below a path, sorted; the path itself if it is a file.
  static func scenarios(at path: String) throws -> [String] {
    guard isFolder(path) else { return [path] }
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let found = all.filter { $0.hasSuffix(".probity") }.sorted()
    guard !found.isEmpty else {
      throw Complaint(Wording("no scenario lies in `\(path)`", "“\(path)”中没有情景文件"))
    }
    return found.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  /// What a scenario of this name may use.
  func library(for scenario: String) throws -> Library {
    let root = Self.real(Self.folder(of: scenario)) ?? "/nowhere"
    let texts = try rules.map(Self.texts) ?? ShippedRules.texts
    return Library(
      rules: texts,
      file: { name, user in
        for ending in ["", ".probity"] {
          if let path = Self.path(name + ending, usedIn: user, within: root),
            let source = try? Self.source(at: path)
          {
            return source
          }
        }
        return nil
      },
      table: { name, user in
        guard let path = Self.path(name, usedIn: user, within: root) else { return .absent }
        guard let source = try? Self.source(at: path) else {
          return .malformed(Wording("not a text in UTF-8", "不是 UTF-8 编码的文本"))
        }
        return Self.table(source.text)
      })
  }

  /// The path of a file that a text uses. Hermetic: nothing outside the folder tree of the scenario, links followed.
  private static func path(_ name: String, usedIn user: String, within root: String) -> String? {
    let folder = folder(of: user)
    let shown = folder == "." ? name : folder + "/" + name
    guard let path = real(shown), !isFolder(path), path.hasPrefix(root == "/" ? root : root + "/")
    else { return nil }
    return shown
  }

  private static func texts(in folder: String) throws -> [String: String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var texts: [String: String] = [:]
    for name in names.sorted() where name.hasSuffix(".probity") {
      texts[String(name.dropLast(8))] = try source(at: "\(folder)/\(name)").text
    }
    guard !texts.isEmpty else {
      throw Complaint(Wording("no rules lie in `\(folder)`", "“\(folder)”中没有规则文本"))
    }
    return texts
  }

  /// The folder of a path; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a text; refuses to write over a file unless it may.
  static func write(_ text: String, to path: String, over: Bool) throws {
    if !over, FileManager.default.fileExists(atPath: path) {
      throw Complaint(
        Wording("`\(path)` exists already", "“\(path)”已存在"),
        hints: [Wording("choose another name; nothing was written", "请换一个名称；未写入任何内容")])
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw Complaint(Wording("cannot write `\(path)`", "无法写入“\(path)”"), status: .failed)
    }
  }

  /// The path without links and dots, or nil for what does not exist.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
