import Model
import Presentation
import Syntax

/// `diff`: what `current` does otherwise than the baseline.
struct ShowDifferences: Command {
  static let word = Wording("diff", "差异")
  static let usage = Wording("diff [POLICY]", "差异 [方案]")
  static let help = Wording(
    "what `current`, or a policy, does otherwise than the baseline", "“当前”或某个方案与基准的不同")
  static let examples = ["diff", "diff brisk"]

  var name: String?

  init(_ arguments: CommandArguments) throws { name = arguments.names.first }

  init(of name: String) { self.name = name }

  func perform(in session: inout Session) throws -> Exhibit {
    let language = session.settings.language
    let study = try session.loaded()
    var policy = PolicyName.current
    var differences = session.overlay?.differences ?? []
    if let name, !PolicyName.isCurrent(name) {
      let found = try study.policy(name)
      policy = PolicyName(name: found.name, label: Wording(found.name, found.name))
      differences = found.differences
    }
    let label = policy.label
    guard !differences.isEmpty else {
      return Exhibit(
        line: Styled(
          Wording("\(label.en) is as the baseline.", "\(label.zh)与基准相同。")[language]))
    }
    let count = differences.count
    let head = Wording(
      "\(label.en) against baseline, \(count) change\(count == 1 ? "" : "s"):",
      "\(label.zh) 与 基准 相比，\(count) 项改动：")[language]
    if count == 1 {
      return Exhibit(line: Styled("\(head)   \(differences[0].text(in: language))"))
    }
    return Exhibit(
      [.line(Styled(head))]
        + differences.map { .line(Styled("  " + $0.text(in: language))) })
  }
}

/// `undo`: takes the last change back.
struct Undo: Command {
  static let word = Wording("undo", "撤销")
  static let usage = Wording("undo", "撤销")
  static let help = Wording("takes the last change back", "收回上一项改动")
  static let examples = ["undo"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    guard let last = session.overlays.popLast() else {
      throw Complaint(Wording("there is nothing to undo", "没有可撤销的改动"))
    }
    session.undone.append(last)
    let language = session.settings.language
    guard let last else {
      return Exhibit(
        [.line(Styled(Wording("Took back: reset", "已收回：重置")[language]))]
          + session.changeExhibit.parts)
    }
    let left = session.overlay?.differences ?? []
    let gone = last.differences.filter { !left.contains($0) }
    let what =
      gone.count == 1
      ? gone[0].text(in: language)
      : Wording("\(gone.count) changes", "\(gone.count) 项改动")[language]
    return Exhibit(line: Styled(Wording("Took back: \(what)", "已收回：\(what)")[language]))
  }
}

/// `redo`: makes the change again that was taken back.
struct Redo: Command {
  static let word = Wording("redo", "重做")
  static let usage = Wording("redo", "重做")
  static let help = Wording("makes a change again that was taken back", "恢复刚收回的改动")
  static let examples = ["redo"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    guard let last = session.undone.popLast() else {
      throw Complaint(Wording("there is nothing to redo", "没有可重做的改动"))
    }
    session.overlays.append(last)
    return session.changeExhibit
  }
}

/// `reset`: leaves all changes; `undo` brings them back.
struct Reset: Command {
  static let word = Wording("reset", "重置")
  static let usage = Wording("reset", "重置")
  static let help = Wording(
    "leaves all changes of `current`; `undo` brings them back", "放弃“当前”的全部改动；“撤销” 可恢复")
  static let examples = ["reset"]

  init(_ arguments: CommandArguments) throws { try arguments.expectNothing(for: Self.word) }

  func perform(in session: inout Session) throws -> Exhibit {
    if session.overlay != nil {
      session.overlays.append(nil)
      session.undone = []
    }
    return session.changeExhibit
  }
}
