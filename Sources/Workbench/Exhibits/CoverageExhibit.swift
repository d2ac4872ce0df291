import Ledger
import Measures
import Model
import Plan
import Presentation
import Quantities
import Syntax
import Vocabulary

/// The answer of `show coverage`: what acts on each risk point, the gaps, and what never acted.
struct CoverageExhibit {
  /// What is declared.
  let coverage: Coverage
  /// What the clauses did.
  let activities: [Activity]
  /// The scheme that it is read from.
  let scheme: Scheme
  /// The scenario, for names.
  let scenario: Scenario
  /// What the runs said.
  let result: PolicyResult
  /// How they were made.
  let making: Making
  /// The language.
  let language: Language

  /// The table, the gaps, and the rows.
  var exhibit: Exhibit {
    let runs = result.sample.runs.count
    let subject = Wording(
      "Coverage of \(result.label.en)", "\(result.label.zh)的覆盖情况")
    var parts: [Exhibit.Part] = [
      Heading(subject: subject, making: making, runs: runs, language: language).part,
      .line(
        Styled(
          Wording(
            "■ something acts   □ gap   (as declared; last column and row: what happened)",
            "■ 有措施   □ 空缺   （按声明；最后一列和最后一行为推演结果）")[language]),
        shorter: [Styled(Wording("■ something acts   □ gap", "■ 有措施   □ 空缺")[language])]),
      .blank, .table(table),
    ]
    parts += notes
    parts += making.footing(
      runs: runs, next: [Wording("show controls", "显示 防控措施")[language]], in: language)
    return Exhibit(parts + [.rows(rows)])
  }

  // MARK: - Table

  private var table: Table {
    func title(_ en: String, _ zh: String, _ rank: Int = 0, least: Int? = nil) -> Table.Column {
      .init(.init(Styled(Wording(en, zh)[language])), rank: rank, least: least)
    }
    var rows = coverage.cells.map(row)
    rows.append(
      .init(
        [
          .init(Styled(Wording("acted, a run", "每轮次数")[language])), .empty,
        ] + [.control, .indicator, .review, .response].map { count($0) }))
    if isSlowed {
      for (index, cell) in coverage.cells.enumerated() {
        let delay = cell.friction > 0 ? delay(cell.friction) : "-"
        rows[index].cells.append(.init(Styled(delay)))
      }
    }
    return Table(
      columns: [
        title("risk", "风险点", least: 12), title("at", "岗位", least: 8),
        title("control", "防控措施", least: 9), title("indicator", "监测指标", least: 9),
        title("review", "检查", least: 9), title("response", "处置", 1),
        .init(.init(Styled(Wording("seen", "查出")[language])), .trailing),
      ] + (isSlowed ? [.init(.init(Styled(Self.friction[language])), .trailing, rank: 2)] : []),
      rows: rows)
  }

  private static let friction = ControlTerms.row("friction")?.word ?? Wording("friction", "延误")

  /// Whether any control delays the business.
  private var isSlowed: Bool { coverage.cells.contains { $0.friction > 0 } }

  /// A delay, in days.
  private func delay(_ months: Double) -> String {
    Model.Figure.text(months, .duration, like: .days, language)
  }

  private func row(_ cell: Coverage.Cell) -> Table.Row {
    let post = Table.Cell(Styled(place(cell)))
    guard let risk = cell.risk else {
      let dash = Table.Cell(Styled("-"))
      return .init([
        .init(Styled(Wording("none listed", "未列风险点")[language])), post, dash, dash, dash, dash,
        dash,
      ])
    }
    let colours = cell.responses.compactMap { letter($0) }
    let answered =
      cell.responses.isEmpty
      ? gap
      : colours.isEmpty
        ? Styled(Wording("□ leads only", "□ 仅线索")[language])
        : Styled("■ " + colours.joined(separator: " "))
    let estimate = result.estimate(Coverage.seen(cell))
    let seen = Figure(
      estimate.value, low: estimate.interval?.low, high: estimate.interval?.high, .share,
      in: language.tongue)
    return .init([
      .init(Styled(name(.risk, risk))), post,
      acting(cell.controls.map { scheme.controls[$0].name }),
      acting(cell.indicators.map { scheme.indicators[$0].name }),
      acting(cell.reviews.map { scheme.reviews[$0].name }), .init(answered),
      .init(Styled(seen.mean)),
    ])
  }

  private func acting(_ names: [String]) -> Table.Cell {
    switch names.count {
    case 0: .init(gap)
    case 1: .init(Styled("■ \(names[0])"), short: Styled("■"))
    default:
      .init(
        Styled(Wording("■ \(names.count) kinds", "■ \(names.count) 种")[language]),
        short: Styled("■ \(names.count)"))
    }
  }

  private var gap: Styled { Styled(Wording("□ NONE", "□ 无")[language], .bad) }

  private func letter(_ cause: ResponseCause) -> String? {
    switch cause {
    case .yellow: "Y"
    case .orange: "O"
    case .red: "R"
    default: nil
    }
  }

  /// The post, or how many of its name there are.
  private func place(_ cell: Coverage.Cell) -> String {
    cell.posts.count == 1
      ? name(.post, cell.posts[0]) : "\(scheme.posts[cell.posts[0]].name) x \(cell.posts.count)"
  }

  private func name(_ field: EventField, _ index: Int) -> String {
    let codes = scenario.codes(of: field, in: scheme)
    return codes.first { $0.code == Int64(index) }?.name ?? ""
  }

  private func count(_ column: Activity.Column) -> Table.Cell {
    let own = activities.filter { $0.column == column }
    guard !own.isEmpty else { return .init(Styled("-")) }
    let sum = own.compactMap { result.estimate($0.question).value }.reduce(0, +)
    return .init(
      Styled(Figure(sum, low: sum * 0.95, high: sum * 1.05, .number, in: language.tongue).mean))
  }

  // MARK: - Words

  private var notes: [Exhibit.Part] {
    var parts: [Exhibit.Part] = []
    let gaps = coverage.cells.reduce(0) { $0 + $1.gaps }
    parts.append(
      .line(
        Styled(
          gaps == 0
            ? Wording("No gaps.", "没有空缺。")[language]
            : Wording(gaps == 1 ? "1 gap." : "\(gaps) gaps.", "\(gaps) 处空缺。")[language])))
    let idle = activities.filter { result.estimate($0.question).value == 0 }
    if !idle.isEmpty {
      let runs = Heading.runs(result.sample.runs.count)
      let names = idle.map(\.name)
      parts.append(
        .prose(
          Styled(
            Wording(
              "Never acted in \(runs): \(names.joined(separator: ", ")).",
              "\(Figure.count(result.sample.runs.count)) 轮中从未起作用：\(names.joined(separator: "、"))。")[
                language], .undecided)))
    }
    let unreported = coverage.cells.contains { $0.risk != nil && !$0.isReported }
    if unreported {
      parts.append(
        .prose(
          Styled(
            Wording(
              "Nobody reports: no `reporting` is declared.", "没有举报渠道：未声明“举报”。")[language], .bad)))
    }
    return parts
  }

  private var rows: TidyRows {
    let rows = coverage.cells.map { cell -> [TidyRows.Value] in
      func list(_ names: [String]) -> TidyRows.Value { .text(names.joined(separator: "; ")) }
      let seen = cell.risk == nil ? nil : result.estimate(Coverage.seen(cell))
      return [
        .text(making.scenario), .text(result.name),
        cell.risk.map { .text(name(.risk, $0)) } ?? .missing,
        .text(cell.posts.map { name(.post, $0) }.joined(separator: "; ")),
        list(cell.controls.map { scheme.controls[$0].name }),
        list(cell.indicators.map { scheme.indicators[$0].name }),
        list(cell.reviews.map { scheme.reviews[$0].name }),
        list(cell.responses.map { $0.word.en }), .truth(cell.isReported), .integer(cell.gaps),
        .measured(cell.friction), .measured(seen?.value), .measured(seen?.interval?.low),
        .measured(seen?.interval?.high),
        .integer(result.sample.runs.count), .integer(Int(clamping: making.seed)),
      ]
    }
    return TidyRows(
      schema: "probity.coverage/1",
      columns: [
        "scenario", "policy", "risk", "post", "controls", "indicators", "reviews", "responses",
        "reported", "gaps", "friction", "seen", "seen_low", "seen_high", "runs", "seed",
      ], rows: rows)
  }
}
