import LineEditor
import Model
import Presentation
import Syntax

/// The prompt: entries in, answers out; on a terminal with editing, elsewhere from standard input.
@MainActor
struct Prompt {
  /// What is known.
  var session: Session
  /// Where answers are drawn.
  let paper: Paper

  /// Reads and answers until the end; how the program ends.
  mutating func run() -> ExitStatus {
    let editor = LineEditor.shared
    editor.begin()
    guard editor.isInteractive else { return readAll() }
    session.isInteractive = true
    greet()
    while !session.isOver {
      let completer = Completer(session)
      editor.complete = { line, cursor in completer.completion(of: line, at: cursor) }
      session.history = editor.history
      // Prompt signs are the same in both languages.
      switch editor.readEntry(
        prompt: "probity> ", continuation: "  ...> ", style: paper.terminal.isColoured ? "1" : nil,
        isComplete: { !unfinished($0) })
      {
      case .text(let text): answer(text)
      case .interrupted: continue
      case .end:
        if leaves() { return .done }
      }
    }
    return .done
  }

  /// Without a terminal the first error ends with its status.
  private mutating func readAll() -> ExitStatus {
    Interrupts.catchThem()
    if let study = session.study, let source = study.sources.first {
      // Commands that stand in the file itself come first, in their order.
      for command in study.reading.commands where !session.isOver {
        let status = answer(command.entry, in: source)
        if status != .done { return status }
      }
    }
    while !session.isOver {
      switch LineEditor.shared.readEntry(
        prompt: "", continuation: "", isComplete: { !unfinished($0) })
      {
      case .text(let text):
        let status = answer(text)
        if status != .done { return status }
      case .interrupted: return .interrupted
      case .end: return Interrupts.isPending ? .interrupted : session.status
      }
    }
    return session.status
  }

  /// Answers what was typed; what goes wrong is told and does no harm.
  @discardableResult
  private mutating func answer(_ text: String) -> ExitStatus {
    do {
      let (entries, source) = try session.entries(of: text)
      for entry in entries where !session.isOver {
        let status = answer(entry, in: source)
        if status != .done { return status }
      }
    } catch {
      return paper.tell(error, in: session.settings.language)
    }
    return .done
  }

  /// Answers one entry.
  private mutating func answer(_ entry: Entry, in source: Source) -> ExitStatus {
    let before = session.status
    session.status = .done
    var status = ExitStatus.done
    do {
      try paper.show(try session.answer(to: entry, in: source))
      status = session.status
    } catch {
      status = paper.tell(error, in: session.settings.language)
    }
    session.status = before.worse(status)
    Interrupts.take()
    return status
  }

  private func greet() {
    guard !paper.isQuiet else { return }
    try? paper.show(Greeting(session: session).exhibit)
  }

  /// Ctrl-D leaves; unsaved changes are asked about once.
  private mutating func leaves() -> Bool {
    guard session.hasUnsavedChanges, !session.hasWarnedOfLeaving else { return true }
    session.hasWarnedOfLeaving = true
    paper.tell(Exhibit([.prose(Styled(session.unsaved[session.settings.language]))]))
    return false
  }
}

extension Paper {
  /// Tells what went wrong; the status with which it ends elsewhere than at the prompt.
  func tell(_ error: any Error, in language: Language) -> ExitStatus {
    switch error {
    case let complaint as Complaint:
      tell(complaint.exhibit(in: language))
      return complaint.status
    case let problematic as Problematic:
      let problems = ProblemsExhibit(
        diagnostics: problematic.diagnostics, sources: problematic.sources, language: language)
      let name = problematic.sources.first?.name ?? ""
      let rest = Wording(" Nothing was run.", "未运行。")[language]
      let last = [Exhibit.Part.line(Styled(problems.count(in: name) + rest))]
      let remedy = problematic.remedy.map { [Exhibit.Part.prose(Styled($0[language]))] } ?? []
      tell(Exhibit(problems.parts + (problematic.isTyped ? remedy : last)))
      return .failed
    default:
      tell(Exhibit(line: Styled("probity: \(String(describing: error))")))
      return .failed
    }
  }
}

extension ExitStatus {
  /// The graver of two: a failure outweighs what is undecided.
  func worse(_ other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.done, .undecided, .failed, .wrongUse, .interrupted]
    let (mine, theirs) = (order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
    return mine >= theirs ? self : other
  }
}
