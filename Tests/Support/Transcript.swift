import FoundationEssentials
import Glibc
public import Testing

/// A session at a terminal, as the screen shows it (`*.session`).
///
///     # width 80, language en
///     $ probity scenarios/binhai.probity
///     …
///     probity> run
///     …
///     probity> ^D
///     $? 0
///
/// The lines that begin with a prompt are the input; in them `^C` and `^D` stand for the keys, `⇥` for
/// Tab, `↑` for the arrow, and `⏎` for a line break inside a paste. Everything else, the echo
/// included, is what the screen shows at the end.
public struct Transcript: Sendable, CustomTestStringConvertible {
  /// The file.
  public let path: String
  /// Columns of the terminal.
  public let width: Int
  /// `en` or `zh`; the locale of the session.
  public let language: String
  /// What follows `$ probity`.
  public let arguments: [String]
  /// What is typed, an entry a prompt.
  public let typed: [String]
  /// The screen's text, with the status in the last line.
  public let screen: String

  /// The prompts whose lines are input.
  public static let prompts = ["probity>", "  ...>"]

  /// Reads a session file; one that is not well formed has nothing typed and fails when played.
  public init(path: String) {
    self.path = path
    let lines = (text(of: path) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let heading = (lines.first ?? "").split { !$0.isLetter && !$0.isNumber }.map(String.init)
    width =
      heading.firstIndex(of: "width").flatMap { Int(heading[min($0 + 1, heading.count - 1)]) } ?? 80
    language = heading.contains("zh") ? "zh" : "en"
    let command = lines.count > 1 ? lines[1] : ""
    arguments = command.split(separator: " ").dropFirst(2).map(String.init)
    let body = lines.dropFirst(2)
    typed = body.compactMap { line in
      Transcript.prompts.first { line.hasPrefix($0) }.map { String(line.dropFirst($0.count + 1)) }
    }
    screen = body.joined(separator: "\n")
  }

  /// The sessions of `Sessions/folder` beside the calling file, sorted by name.
  public static func files(
    _ folder: String = "", beside source: String = #filePath
  ) -> [Transcript] {
    let directory = Support.folder(of: source) + "/Sessions" + (folder.isEmpty ? "" : "/" + folder)
    return Support.files(below: directory, suffix: ".session").map {
      Transcript(path: directory + "/" + $0)
    }
  }

  /// What the test is called: the file's name.
  public var testDescription: String {
    String(path.split(separator: "/").last ?? "").replacing(".session", with: "")
  }

  fileprivate var heading: String {
    let words = ["$", "probity"] + arguments
    return "# width \(width), language \(language)\n" + words.joined(separator: " ") + "\n"
  }
}

/// Plays a session against an executable and expects the screen of the file, or records it.
///
/// A session that takes longer than `seconds` is killed and fails.
public func transcript(
  _ session: Transcript, of executable: String = probity, within seconds: Double = 30,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = temporaryFolder()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  guard var stage = Stage(session, executable, home: folder, deadline: now() + seconds) else {
    Issue.record("cannot start \(executable) on a terminal", sourceLocation: sourceLocation)
    return
  }
  let outcome = stage.play(session.typed)
  if let complaint = outcome.complaint {
    Issue.record(
      "\(session.path): \(complaint); the screen:\n\(outcome.screen)",
      sourceLocation: sourceLocation)
  } else if isRecording {
    if outcome.screen != session.screen {
      write(session.heading + outcome.screen, to: session.path, sourceLocation)
    }
  } else if let difference = lineDifference(from: session.screen, to: outcome.screen) {
    Issue.record(
      "\(session.path)\n\(difference)\nPROBITY_RECORD=1 records it anew.",
      sourceLocation: sourceLocation)
  }
}

/// A program on a pseudo-terminal with somebody who types.
private struct Stage: ~Copyable {
  private var child: Child
  private let terminal: Int32
  private var screen: Screen
  private let deadline: Double
  private var hasEnded = false

  init?(_ session: Transcript, _ executable: String, home: String, deadline: Double) {
    var (main, other): (Int32, Int32) = (-1, -1)
    var size = winsize()
    size.ws_col = UInt16(clamping: session.width)
    size.ws_row = 24
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&main, &other, &name, nil, &size) == 0 else { return nil }
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    let device = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let child = Child(
      executable, session.arguments,
      environment: plainEnvironment(session.language, home: home), directory: repository,
      terminal: device)
    close(other)
    guard let child else {
      close(main)
      return nil
    }
    self.child = child
    terminal = main
    screen = Screen(width: session.width)
    self.deadline = deadline
  }

  deinit { close(terminal) }

  /// Types the entries, each when a prompt stands, and gives the screen at the end.
  mutating func play(_ typed: [String]) -> (screen: String, complaint: String?) {
    var complaint: String?
    for entry in typed {
      let before = screen.row
      guard waitForPrompt() else {
        complaint = "no prompt for `\(entry)`"
        break
      }
      type(entry)
      // The echo of Return moves the cursor off the line; then the next prompt can be told from this.
      wait { $0.row > before || $0.row > 0 && $0.cursorLine.isEmpty }
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
  private mutating func wait(until isReady: (Screen) -> Bool) -> Bool {
    while !hasEnded, now() < deadline {
      let wasReady = isReady(screen)
      guard let bytes = readAvailable(terminal, within: wasReady ? 0.03 : 0.2) else {
        hasEnded = true
        break
      }
      if bytes.isEmpty, wasReady { return true }
      screen.receive(bytes)
    }
    return isReady(screen)
  }

  private mutating func type(_ entry: String) {
    var keys: [UInt8] = []
    var endsByKey = false
    if entry.contains("⏎") {
      send(Array("\u{1B}[200~\(entry.replacing("⏎", with: "\n"))\u{1B}[201~\r".utf8))
      return
    }
    var rest = Substring(entry)
    while let character = rest.popFirst() {
      switch character {
      case "^" where rest.first == "C" || rest.first == "D":
        keys.append(rest.removeFirst() == "C" ? 3 : 4)
        endsByKey = true
      case "⇥":
        send(keys + [9])
        keys = []
        _ = readAvailable(terminal, within: 0).map { screen.receive($0) }
      case "↑": keys += Array("\u{1B}[A".utf8)
      default: keys += Array(String(character).utf8)
      }
    }
    send(endsByKey ? keys : keys + [13])
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
