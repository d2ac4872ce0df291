import FoundationEssentials
import Glibc
public import Testing

/// A session at a terminal: what is typed, and what the screen shows at its end (`Golden/….session`).
///
///     -- in --
///     width 80 40, language en zh
///     probity scenarios/binhai.probity
///     run
///     ^D
///     -- en 80 --
///     …
///     $? 0
///
/// The first line of the input names the widths and languages of the terminals on which it is played,
/// the second is the command; each further line is typed when a prompt stands, and ends with Return.
/// `^C` and `^D` stand for the keys (and no Return), `⇥` for Tab, `↑` for the arrow; `⏎` makes the line
/// a paste with line breaks. A section `in.state/probity/history` is a file of that path in the home. A line that begins with `…` is typed without a prompt, when the program
/// has been silent for a moment. Each screen ends with the exit status.
public struct Transcript: Sendable, CustomTestStringConvertible {
  /// The file.
  public let file: Golden

  /// The prompts after which something is typed.
  public static let prompts = ["probity>", "  ...>"]

  /// The sessions of `Golden/folder` beside the calling file, sorted by name.
  public static func files(
    _ folder: String = "", beside source: String = #filePath
  ) -> [Transcript] {
    Golden.files(folder, suffix: ".session", beside: source).map(Transcript.init)
  }

  /// What the test is called: the file's name.
  public var testDescription: String { file.name }

  private init(file: Golden) { self.file = file }

  private var lines: [Substring] {
    file["in"].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// The terminals on which the session is played.
  fileprivate var terminals: [(language: String, width: Int)] {
    let words = (lines.first ?? "").split { !$0.isLetter && !$0.isNumber }
    return ["en", "zh"].filter { words.contains(Substring($0)) }.flatMap { language in
      words.compactMap { Int($0) }.map { (language, $0) }
    }
  }

  fileprivate var arguments: [String] {
    lines.dropFirst().first?.split(separator: " ").dropFirst().map(String.init) ?? []
  }

  /// Writes the files that the session finds at home.
  fileprivate func lay(in home: String) {
    for name in file.inputs where name.hasPrefix("in.") {
      let path = home + "/" + name.dropFirst(3)
      try? FileManager.default.createDirectory(
        atPath: folder(of: path), withIntermediateDirectories: true)
      try? Data(file[name].utf8).write(to: URL(filePath: path))
    }
  }

  fileprivate var typed: [String] { lines.dropFirst(2).map(String.init) }
}

/// Plays a session against an executable and expects the screens of the file, or records them.
///
/// A session that takes longer than `seconds` is killed and fails.
public func transcript(
  _ session: Transcript, of executable: String = probity, within seconds: Double = 30,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var screens: [(name: String, body: String)] = []
  for (language, width) in session.terminals {
    let folder = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    session.lay(in: folder)
    guard
      var stage = Stage(
        executable, session.arguments, language: language, width: width, home: folder,
        deadline: now() + seconds)
    else {
      Issue.record("cannot start \(executable) on a terminal", sourceLocation: sourceLocation)
      return
    }
    let outcome = stage.play(session.typed)
    if let complaint = outcome.complaint {
      Issue.record(
        "\(session.file.path) \(language) \(width): \(complaint); the screen:\n\(outcome.screen)",
        sourceLocation: sourceLocation)
      return
    }
    screens.append(("\(language) \(width)", outcome.screen))
  }
  if screens.isEmpty {
    Issue.record("\(session.file.path) names no terminal", sourceLocation: sourceLocation)
  }
  session.file.expect(sections: screens, sourceLocation: sourceLocation)
}

/// A program on a pseudo-terminal with somebody who types.
private struct Stage: ~Copyable {
  private var child: Child
  private let terminal: Int32
  private var screen: Screen
  private let deadline: Double
  private var hasEnded = false

  init?(
    _ executable: String, _ arguments: [String], language: String, width: Int, home: String,
    deadline: Double
  ) {
    var (main, other): (Int32, Int32) = (-1, -1)
    var size = winsize()
    size.ws_col = UInt16(clamping: width)
    size.ws_row = 24
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&main, &other, &name, nil, &size) == 0 else { return nil }
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    let device = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let child = Child(
      executable, arguments,
      environment: plainEnvironment(language, home: home), directory: repository,
      terminal: device)
    close(other)
    guard let child else {
      close(main)
      return nil
    }
    self.child = child
    terminal = main
    screen = Screen(width: width)
    self.deadline = deadline
  }

  deinit { close(terminal) }

  /// Types the entries, each when a prompt stands, and gives the screen at the end.
  mutating func play(_ typed: [String]) -> (screen: String, complaint: String?) {
    var complaint: String?
    for entry in typed {
      if entry.hasPrefix("…") {
        wait(silence: 0.3) { _ in true }
        type(String(entry.dropFirst()))
        continue
      }
      let before = screen.row
      guard waitForPrompt() else {
        complaint = "no prompt for `\(entry)`"
        break
      }
      type(entry)
      // The echo of Return moves the cursor off the line; then the next prompt can be told from this.
      wait { $0.row > before }
    }
    if complaint == nil { wait { _ in false } }
    let status = child.end(within: complaint == nil ? max(0.1, deadline - now()) : 0)
    if status == nil, complaint == nil { complaint = "it did not end" }
    var lines = screen.text
    while lines.last == "" { lines.removeLast() }
    return ((lines + ["$? \(status ?? -1)", ""]).joined(separator: "\n"), complaint)
  }

  private mutating func waitForPrompt() -> Bool {
    wait { screen in Transcript.prompts.contains(screen.cursorLine) }
  }

  /// Reads until the screen is as wanted and silent for a moment; false at the end or the deadline.
  @discardableResult
  private mutating func wait(silence: Double = 0.03, until isReady: (Screen) -> Bool) -> Bool {
    while !hasEnded, now() < deadline {
      let wasReady = isReady(screen)
      guard let bytes = readAvailable(terminal, within: wasReady ? silence : 0.2) else {
        hasEnded = true
        break
      }
      if bytes.isEmpty, wasReady { return true }
      screen.receive(bytes)
    }
    return isReady(screen)
  }

  private mutating func type(_ entry: String) {
    if entry.contains("⏎") {
      send(Array("\u{1B}[200~\(entry.replacing("⏎", with: "\n"))\u{1B}[201~\r".utf8))
      return
    }
    var typed = ""
    var endsByKey = false
    var rest = Substring(entry)
    while let character = rest.popFirst() {
      switch character {
      case "^" where rest.first == "C" || rest.first == "D":
        press(rest.removeFirst() == "C" ? [3] : [4], after: typed)
        endsByKey = true
      case "⇥": press([9], after: typed)
      case "↑": press(Array("\u{1B}[A".utf8), after: typed)
      default:
        typed.append(character)
        continue
      }
      typed = ""
    }
    if !endsByKey { send(Array((typed + "\r").utf8)) }
  }

  /// Presses a key when what was typed before it has been taken: Ctrl-C drops what has not, and a
  /// person waits for what Tab answers.
  private mutating func press(_ key: [UInt8], after typed: String) {
    if !typed.isEmpty {
      send(Array(typed.utf8))
      wait(silence: 0.15) { _ in true }
    }
    send(key)
    if key == [9] { wait(silence: 0.15) { _ in true } }
  }

  private func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }
}
