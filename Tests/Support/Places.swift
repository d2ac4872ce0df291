import FoundationEssentials

/// The root of the repository, from the place of this file.
public let repository = folder(of: folder(of: folder(of: #filePath)))

/// The program under test: `probity`, built beside the test bundle.
public let probity = built("probity")

/// An executable product beside the test bundle.
public func built(_ product: String) -> String {
  let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return folder(of: own) + "/" + product
}

/// The folder of a path.
public func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
}

/// All files below a folder with this ending, as sorted paths from the folder.
public func files(below root: String, suffix: String) -> [String] {
  guard let all = try? FileManager.default.subpathsOfDirectory(atPath: root) else { return [] }
  return all.filter { $0.hasSuffix(suffix) }.sorted()
}

/// A file's text, or nil if it cannot be read.
public func text(of path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
