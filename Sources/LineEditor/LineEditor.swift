@preconcurrency import CReadline
@preconcurrency import Glibc

/// What came from the person who types.
public enum Line: Sendable, Hashable {
  /// A line; a bracketed paste may hold line feeds.
  case text(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}

/// Words that fit at the cursor, and where what they replace begins, in characters of the line.
public struct Completion: Sendable, Hashable {
  /// The words, in the order in which they are shown.
  public var matches: [String]
  /// Where the typed part begins that they replace.
  public var start: Int
  /// What is put behind the word if it is the only one; nil for nothing.
  public var suffix: Character?

  /// Makes a completion.
  public init(_ matches: [String], from start: Int, suffix: Character? = " ") {
    self.matches = matches
    self.start = start
    self.suffix = suffix
  }
}

/// Lines in, completions out: GNU readline on a terminal, plain lines without echo elsewhere.
///
/// There is one per process, because readline keeps its state in globals.
@MainActor
public final class LineEditor {
  /// The editor.
  public static let shared = LineEditor()

  /// Answers Tab: the whole line and the cursor in it, in characters.
  public var complete: (@MainActor (_ line: String, _ cursor: Int) -> Completion)?

  /// Where entries are kept between sessions; nil keeps none.
  public private(set) var historyPath: String?

  /// Whether a terminal stands at the input and the output.
  public let isInteractive: Bool

  fileprivate var wasInterrupted = false
  /// The words of the last completion, for showing them without the line before.
  fileprivate var words: [String] = []

  private init() {
    isInteractive = Device.Stream.input.isTerminal && Device.Stream.output.isTerminal
  }

  /// Makes ready: characters, interrupts, key bindings of `$if Probity` in ~/.inputrc, and history.
  ///
  /// On a terminal it has Ctrl-C counted by `Interrupts`; elsewhere Ctrl-C keeps ending the program.
  public func begin(history path: String? = LineEditor.standardHistory) {
    guard isInteractive else { return }
    Device.useUTF8()
    // readline keeps these pointers as long as the process lives.
    rl_readline_name = UnsafePointer(strdup("Probity"))
    // Nothing breaks words for readline: it compares bytes and would cut Chinese signs. The whole line
    // up to the cursor is its word, and the completion says where the part begins that it replaces.
    rl_completer_word_break_characters = UnsafePointer(strdup(""))
    rl_variable_bind("enable-bracketed-paste", "on")
    rl_variable_bind("colored-completion-prefix", "off")
    // Kept on: it restores the terminal on Ctrl-Z and SIGTERM before it raises the signal again.
    rl_catch_signals = 1
    Interrupts.catchThem()
    rl_event_hook = stopIfInterrupted
    rl_attempted_completion_function = completeWord
    rl_completion_display_matches_hook = showMatches
    rl_sort_completion_matches = 0
    historyPath = path
    if let path { History.load(path) }
  }

  /// `$XDG_STATE_HOME/probity/history`, or nil without a home.
  public nonisolated static var standardHistory: String? { History.standardPath }

  /// Reads one line. The prompt is drawn on a terminal only; `style` is an SGR code for it.
  public func read(prompt: String, style: String? = nil) -> Line {
    guard isInteractive else { return plainLine() }
    wasInterrupted = false
    // What came while nothing was read has had its effect on the computation.
    Interrupts.take()
    let shown = style.map { "\u{1}\u{1B}[\($0)m\u{2}\(prompt)\u{1}\u{1B}[0m\u{2}" } ?? prompt
    guard let line = readline(shown) else { return wasInterrupted ? .interrupted : .end }
    defer { free(line) }
    return wasInterrupted ? .interrupted : .text(String(cString: line))
  }

  /// Reads an entry over as many lines as it needs and remembers it whole.
  ///
  /// - Parameter isComplete: whether the text so far is an entry (its brackets are closed).
  public func readEntry(
    prompt: String, continuation: String, style: String? = nil, isComplete: (String) -> Bool
  ) -> Line {
    var entry = ""
    while true {
      let line = read(prompt: entry.isEmpty ? prompt : continuation, style: style)
      switch line {
      case .text(let text):
        entry += entry.isEmpty ? text : "\n" + text
        if isComplete(entry) {
          remember(entry)
          return .text(entry)
        }
        if entry.isEmpty { return .text(entry) }
      case .interrupted: return .interrupted
      case .end: return entry.isEmpty ? .end : .text(entry)
      }
    }
  }

  /// Adds an entry to the history and saves it at once, so that a crash loses nothing.
  public func remember(_ entry: String) {
    guard isInteractive else { return }
    History.add(entry)
    if let historyPath { History.save(historyPath) }
  }

  /// The entries remembered, oldest first.
  public var history: [String] { isInteractive ? History.entries : [] }

  /// Without a terminal nothing is echoed and no prompt is drawn.
  private func plainLine() -> Line { readLine().map { .text($0) } ?? .end }

  /// The completion of what stands before the cursor, as whole lines: first what all of them share, if
  /// that says more than was typed, then each.
  fileprivate func candidates(for typed: String) -> [String] {
    guard let complete, let buffer = rl_line_buffer else { return [] }
    let completion = complete(String(cString: buffer), typed.count)
    words = completion.matches
    rl_completion_append_character =
      completion.suffix.flatMap { $0.asciiValue }.map { Int32($0) } ?? 0
    let before = typed.prefix(max(0, min(completion.start, typed.count)))
    let lines = words.map { String(before) + $0 }
    guard let first = lines.first, lines.count > 1 else { return lines }
    let shared = lines.dropFirst().reduce(first) { shared, line in
      String(zip(shared, line).prefix { $0 == $1 }.map(\.0))
    }
    // A word that does not begin as it was typed (pinyin initials) must not eat what was typed.
    return [shared.hasPrefix(typed) ? shared : typed] + lines
  }
}

/// Ends the reading after Ctrl-C. Only the event hook can: it is polled, also after an interrupted read.
private func stopIfInterrupted() -> Int32 {
  if Interrupts.take() {
    MainActor.assumeIsolated { LineEditor.shared.wasInterrupted = true }
    // What was typed stays to be seen; readline has echoed `^C` behind it.
    rl_crlf()
    rl_on_new_line()
    rl_done = 1
  }
  return 0
}

/// Answers Tab with a list in memory that readline frees.
private func completeWord(
  _ text: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  rl_attempted_completion_over = 1  // no file names
  guard let text else { return nil }
  let typed = String(cString: text)
  let candidates = MainActor.assumeIsolated { LineEditor.shared.candidates(for: typed) }
  if candidates.isEmpty { return nil }
  let size = (candidates.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
  guard let memory = malloc(size) else { return nil }
  let list = memory.bindMemory(
    to: UnsafeMutablePointer<CChar>?.self, capacity: candidates.count + 1)
  for (index, candidate) in candidates.enumerated() { list[index] = strdup(candidate) }
  list[candidates.count] = nil
  return list
}

/// Shows the words alone, not the lines that they would make.
private func showMatches(
  _ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int32, _ longest: Int32
) {
  let limit = max(1, Int(rl_completion_query_items))
  var words = MainActor.assumeIsolated { LineEditor.shared.words }
  if words.count > limit { words = words.prefix(limit) + ["…"] }
  var pointers = [strdup("")] + words.map { strdup($0) } + [nil]
  // Chinese takes two columns; more than needed only spreads the list.
  let widest = words.map { $0.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }.max() ?? 0
  rl_display_match_list(&pointers, Int32(words.count), Int32(widest))
  rl_forced_update_display()
  for pointer in pointers { free(pointer) }
}
