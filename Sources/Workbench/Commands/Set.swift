import Model
import Presentation
import Syntax

/// `set`: a change of the unnamed overlay `current`, or of a setting of the prompt.
struct SetValue: Command {
  static let word = Wording("set", "设定")
  static let usage = Wording(
    "set PATH = VALUE · set runs N · set seed N", "设定 路径 = 值 · 设定 runs N · 设定 seed N")
  static let help = Wording(
    "changes a value for now, in the overlay `current`; `run` and `compare` use it",
    "临时改动一个值，记入“当前”方案；“运行”“比较”会用到它")
  static let examples = ["set rotation.every = 2 years", "set runs 1000", "set seed 7"]

  /// The arguments as they stand, for the entry of the overlay.
  let arguments: CommandArguments

  init(_ arguments: CommandArguments) throws { self.arguments = arguments }

  func perform(in session: inout Session) throws -> Exhibit {
    let names = arguments.values.compactMap(\.spelled)
    if names.count == 2, let setting = Setting(names[0]) {
      return try setting.set(names[1], in: &session)
    }
    let study = try session.loaded()
    let (next, notes) = try study.overlay(
      applying: arguments.entry, of: arguments.source, to: session.overlay)
    if let next { session.overlays.append(next) }
    let told = ProblemsExhibit(
      diagnostics: notes, sources: [arguments.source], language: session.settings.language)
    session.undone = []
    session.hasWarnedOfLeaving = false
    return Exhibit(told.parts + session.changeExhibit.parts)
  }

  /// What can be set besides values of the scenario.
  enum Setting {
    case runs, seed

    init?(_ word: String) {
      switch word {
      case "runs", "模拟次数": self = .runs
      case "seed", "随机种子": self = .seed
      default: return nil
      }
    }

    func set(_ text: String, in session: inout Session) throws -> Exhibit {
      let language = session.settings.language
      guard let number = Int(text.replacing("_", with: "")), number >= (self == .runs ? 1 : 0),
        self == .seed || number <= Order.most
      else {
        throw Complaint(
          Wording("`\(text)` is no number of runs or seed", "“\(text)”不能作为次数或种子"),
          hints: [Wording("a whole number, such as 1000", "请写整数，例如 1000")])
      }
      switch self {
      case .runs:
        session.settings.runs = number
        return Exhibit(
          line: Styled(
            Wording("\(Figure.count(number)) runs from now on.", "今后运行 \(Figure.count(number)) 轮。")[
              language]))
      case .seed:
        session.settings.seed = UInt64(number)
        return Exhibit(
          line: Styled(Wording("Seed \(number) from now on.", "今后种子为 \(number)。")[language]))
      }
    }

    private typealias Figure = Presentation.Figure
  }
}

extension Session {
  /// The overlay of the prompt, if anything is changed.
  var overlay: Overlay? { overlays.last ?? nil }

  /// What the last change did: `current: rotation.every  3 years -> 1 year   (1 change; …)`.
  var changeExhibit: Exhibit {
    let language = settings.language
    let name = PolicyName.current.label[language]
    let before = overlays.dropLast().last.flatMap { $0 }?.differences ?? []
    let own = overlay?.differences ?? []
    guard let last = own.last(where: { !before.contains($0) }) ?? own.last else {
      return Exhibit(
        line: Styled(
          Wording("\(name) is as the baseline.", "\(name)方案与基准相同。")[language]))
    }
    let count = own.count
    let undo = Wording(
      "   (\(count) change\(count == 1 ? "" : "s"); `undo` takes it back)",
      "   （\(count) 项改动；“撤销” 可收回）")[language]
    let head = "\(name): \(last.text(in: language))"
    let waits = (overlay?.unfinished ?? []).map { problem in
      Exhibit.Part.line(
        Styled(
          Wording(
            "\(problem.message.en): `run` waits until it is 100 %",
            "\(problem.message.zh)：达到 100% 后方可运行")[language]))
    }
    return Exhibit([.line(Styled(head + undo), shorter: [Styled(head)])] + waits)
  }
}

extension Difference {
  /// `rotation.every  3 years -> 1 year`
  func text(in language: Language) -> String {
    let old = before.map { $0[language] + " -> " } ?? ""
    let new = after.map { $0[language] } ?? "-"
    let month = from > 1 ? Wording(" from month \(from)", "，自第\(from)个月")[language] : ""
    return "\(path[language])  \(old)\(new)\(month)"
  }
}
