import Engine
import Ledger
import LineEditor
import Measures
import Model
import Plan
import Presentation
import Syntax
import Vocabulary

/// `trace run N`: the events of one run, in the order of time.
struct TraceRun: Command {
  static let word = Wording("trace", "追踪")
  static let usage = Wording(
    "trace run N [KIND, …] [where CONDITION] [of POLICY] [to \"FILE.csv\"]",
    "追踪 第N次 [事件, …] [其中 条件] [属于 方案] [至 \"文件.csv\"]")
  static let help = Wording(
    "what happened in one run, event by event; `help events` tells the columns of the file",
    "一轮中逐件发生的事；文件的列见“帮助 事件”")
  static let examples = [
    "trace run 17", "trace run 17 of brisk", "trace run 17 alerts, findings",
    "trace run 17 where month > 60 and unit = procurement",
  ]

  private let events: AskedEvents

  init(_ arguments: CommandArguments) throws {
    let events = try AskedEvents(arguments, after: 0, for: Self.word)
    guard events.run != nil else {
      throw Complaint(
        Wording("trace which run?", "追踪哪一轮？"),
        hints: [Wording("such as `trace run 17`", "例如：追踪 第17次")])
    }
    self.events = events
  }

  func perform(in session: inout Session) throws -> Exhibit { try events.answer(in: &session) }
}

/// The events that `trace` and `show events` ask for.
struct AskedEvents {
  /// The number of the run, from 1; nil is all that were asked for by number.
  let run: Int?
  private let arguments: CommandArguments
  private let kinds: [EventKind]

  /// The most rows that are made at once.
  private static let most = 200_000

  /// Reads the arguments from a value on.
  init(_ arguments: CommandArguments, after count: Int, for word: Wording) throws {
    self.arguments = arguments
    var rest = arguments.values.dropFirst(count)
    var found: Int?
    var kinds: [EventKind] = []
    while let value = rest.first {
      if found == nil, let run = RunNumber.find(rest) {
        guard (1...Order.most).contains(run.number) else {
          throw Complaint(
            Wording("there is no run \(run.number)", "没有第 \(run.number) 轮"),
            hints: [Wording("runs are counted from 1", "轮次从 1 数起")])
        }
        found = run.number
        if let next = run.next { kinds.append(try Self.kind(next.text)) }
        rest = rest.dropFirst(run.count)
      } else {
        kinds.append(try Self.kind(value.spelled ?? arguments.source.text(of: value.span)))
        rest = rest.dropFirst()
      }
    }
    try arguments.expectClauses(.where, .of, .to, for: word)
    run = found
    self.kinds = kinds
  }

  private static func kind(_ word: String) throws -> EventKind {
    let all = EventKind.named + [.seats]
    guard let kind = all.first(where: { $0.word.en == word || $0.word.zh == word }) else {
      throw Complaint.unknownOrLater(
        word, Wording("kind of event", "事件"), among: all.map(\.word),
        hint: Wording("`help events` lists them", "“帮助 事件” 列出全部"))
    }
    return kind
  }

  func answer(in session: inout Session) throws -> Exhibit {
    let study = try session.loaded()
    let language = session.settings.language
    let policies = arguments.names(after: .of)
    guard policies.count < 2 else {
      throw Complaint(Wording("one policy at a time", "一次只能看一个方案"))
    }
    let policy = policies.first ?? (session.overlay == nil ? "baseline" : "current")
    let order = try session.order([policy], in: study)
    let (plan, names) = try study.plan(of: [policy], overlay: session.overlay)
    let numbers = run.map { $0...$0 } ?? 1...(session.settings.runs ?? 1)
    let scheme = plan.arms.first?.phases.last?.scheme ?? plan.scheme
    var table = EventTable(study, names[0].name, scheme, seed: order.seed)
    let isWanted = try self.isWanted(study)
    let design = order.design(isUncertain: plan.isUncertain)
    var simulation = Simulation(plan, seed: order.seed)
    var last = numbers.lowerBound
    for number in numbers {
      // What was finished is shown.
      if Interrupts.isPending, number > numbers.lowerBound {
        session.status = session.status.worse(.interrupted)
        break
      }
      last = number
      var ledgers = [Ledger()]
      simulation.run(number - 1, outer: design.outer(of: number - 1), into: &ledgers)
      table.take(ledgers[0], run: number, where: isWanted)
      guard table.events.count <= Self.most else {
        throw Complaint(
          Wording("that makes more than 200,000 rows", "这样会超过 200,000 行"),
          hints: [
            Wording(
              "one run: `show events run 1`; some kinds: `show events alerts`",
              "只看一轮：显示 事件 第1次；只看某些事件：显示 事件 预警")
          ])
      }
    }
    if let file = arguments.names(after: .to).first { return try write(table, to: file, language) }
    let exhibit = EventExhibit(
      table: table, heading: heading(names[0], numbers.lowerBound...last, order, table),
      showsAll: !kinds.isEmpty,
      whole: whole(language), language: language)
    return exhibit.exhibit
  }

  /// Which rows are asked for: of the kinds, and those that fulfil the condition.
  private func isWanted(_ study: Study) throws -> (EventRow, Places) -> Bool {
    let kinds = kinds
    guard let value = try arguments.condition() else {
      return { row, _ in kinds.isEmpty || kinds.contains(row.kind) }
    }
    var conditions: [EventKind: Condition] = [:]
    var told: [Diagnostic] = []
    for kind in kinds.isEmpty ? EventKind.allCases : kinds {
      let (condition, diagnostics) = study.scenario.condition(value, of: kind)
      conditions[kind] = condition
      told += diagnostics
    }
    guard !conditions.isEmpty else {
      throw Problematic(
        diagnostics: Array(told.prefix(1)), sources: [arguments.source], isTyped: true)
    }
    return { row, places in conditions[row.kind]?.holds(for: row, in: places) == true }
  }

  private func heading(
    _ policy: PolicyName, _ numbers: ClosedRange<Int>, _ order: Order, _ table: EventTable
  ) -> Wording {
    let count = Figure.count(table.events.count)
    let (first, last) = (numbers.lowerBound, numbers.upperBound)
    let all = Figure.count(order.runs)
    let runs =
      first == last
      ? first <= order.runs
        ? Wording("run \(first) of \(all)", "第 \(first) 轮，共 \(all) 轮")
        : Wording("run \(first)", "第 \(first) 轮")
      : Wording("runs \(first) to \(last)", "第 \(first) 至 \(last) 轮")
    return Wording(
      "\(policy.label.en) · \(runs.en) · seed \(order.seed) · synthetic · \(count) events",
      "\(policy.label.zh) · \(runs.zh) · 种子 \(order.seed) · 合成 · \(count) 件")
  }

  /// The same entry with a file behind it.
  private func whole(_ language: Language) -> String {
    let typed = arguments.source.text(of: arguments.entry.span)
    return Wording("\(typed) to \"events.csv\"", "\(typed) 至 \"events.csv\"")[language]
  }

  private func write(_ table: EventTable, to file: String, _ language: Language) throws -> Exhibit {
    let format = Format.allCases.first { file.hasSuffix(".\($0.rawValue)") }
    guard let format, [.csv, .json, .jsonl].contains(format) else {
      throw Complaint(
        Wording("`\(file)` is no table of events", "“\(file)”不是事件表"),
        hints: [
          Wording("a name that ends in .csv, .json or .jsonl", "文件名应以 .csv、.json 或 .jsonl 结尾")
        ])
    }
    try Files.write(Exhibit([.rows(table.rows)]).drawn(as: format), to: file, over: true)
    let count = Figure.count(table.events.count)
    return Exhibit(
      line: Styled(
        Wording("Wrote \(count) events to \(file).", "已将 \(count) 件事件写入 \(file)。")[language]))
  }
}
