import Engine
import Measures
import Model
import Presentation
import Syntax
import Vocabulary

/// `help`: commands, words, the month, the metrics.
struct Help: Command {
  static let word = Wording("help", "帮助")
  static let usage = Wording("help [WORD|month|metrics|events]", "帮助 [词|月|指标|事件]")
  static let help = Wording(
    "tells of a kind, a field, a metric, a command, a code", "说明一个类型、字段、指标、命令或代码")
  static let examples = [
    "help", "help rotation.coverage", "help month", "help metrics", "help events",
  ]

  var topic: String?

  init(_ arguments: CommandArguments) throws { topic = arguments.names.first }

  func perform(in session: inout Session) throws -> Exhibit {
    let language = session.settings.language
    guard let topic else { return overview(language) }
    switch topic {
    case "month", "月": return month(language)
    case "metrics", "指标": return metrics(session.study, language)
    case Show.events.en, Show.events.zh: return EventHelp(language: language).exhibit
    default: break
    }
    if let command = Commands.named(topic) { return CommandHelp(command, language).exhibit }
    if let study = session.study, let metric = study.scenario.metric(topic) {
      return MetricHelp(metric: metric, scenario: study.scenario, language: language).exhibit
    }
    if let evidence = session.study?.scenario.evidence(topic) {
      return EvidenceHelp(evidence: evidence, language: language).exhibit
    }
    if !Explain.pages(of: topic).isEmpty {
      return try Explain(codes: [topic]).perform(in: &session)
    }
    let (topics, owner) = topics(of: topic, session.study)
    guard !topics.isEmpty else {
      if session.study?.scenario.shown(topic, in: language) != nil {
        return try Show(named: topic).perform(in: &session)
      }
      let known = Commands.all.flatMap { [$0.word.en, $0.word.zh] } + Self.words
      let near = Nearest.words(to: topic, among: known)
      let complaint = Complaint.unknown(topic, Wording("word", "词"), near: near)
      let hint = Wording("`help` alone begins at the beginning", "只输入“帮助”可从头看起")
      throw near.isEmpty ? Complaint(complaint.message, hints: [hint]) : complaint
    }
    var exhibit = Exhibit()
    for topic in topics {
      if !exhibit.parts.isEmpty { exhibit.parts.append(.blank) }
      exhibit.append(TopicHelp(topic: topic, owner: owner, in: session).exhibit)
    }
    return exhibit
  }

  /// What a word means; `single_bid.yellow` is a field of what is declared as `single_bid`.
  private func topics(of word: String, _ study: Study?) -> (topics: [Topic], owner: String?) {
    func isKnown(_ topic: Topic) -> Bool { if case .later = topic { false } else { true } }
    let found = Topic.named(word)
    let parts = word.split(separator: ".", maxSplits: 1).map(String.init)
    guard !found.contains(where: isKnown), parts.count == 2, let study else { return (found, nil) }
    let own = study.scenario.kinds(named: parts[0]).flatMap { kind in
      Topic.named("\(kind.word.en).\(parts[1])").filter(isKnown)
    }
    return own.isEmpty ? (found, nil) : (own, parts[0])
  }

  /// Words of which help can tell, for near ones.
  private static var words: [String] {
    KindEntry.all.flatMap { entry in
      [entry.kind.word.en, entry.kind.word.zh] + entry.rows.flatMap { [$0.word.en, $0.word.zh] }
    }
  }

  private func overview(_ language: Language) -> Exhibit {
    let groups: [(Wording, [any Command.Type])] = [
      (Wording("Ask", "提问"), [RunPolicies.self, ComparePolicies.self, RunExperiments.self]),
      (
        Wording("Change", "改动"),
        [
          SetValue.self, ShowDifferences.self, Undo.self, Redo.self, Reset.self, Edit.self,
        ]
      ),
      (Wording("Look", "查看"), [Show.self, TraceRun.self, ShowHistory.self]),
      (
        Wording("Keep", "检验"),
        [
          Save.self, TestExpectations.self, CheckTexts.self, FormatText.self, Use.self,
        ]
      ),
      (Wording("Tell", "说明"), [Help.self, Explain.self, SetLanguage.self, Quit.self]),
    ]
    let table = Table(
      columns: [.init(), .init()],
      rows: groups.map { title, commands in
        let words = commands.map { $0.word[language] }.joined(separator: " · ")
        return .init([.init(Styled(title[language], .strong)), .init(Styled(words))])
      })
    var parts: [Exhibit.Part] = [.table(table)]
    func row(_ head: Wording, _ text: Wording) {
      parts.append(.prose(Styled(head[language], .strong) + Styled("   " + text[language])))
    }
    row(
      Wording("Words", "词语"),
      Wording(
        "help WORD: any kind, field, metric, command, code. Tab completes.",
        "帮助 词：任何类型、字段、指标、命令、代码。Tab 补全。"))
    row(
      Wording("Start", "开始"),
      Wording(
        "run     help month     help metrics     help 轮岗", "运行     帮助 月     帮助 指标     帮助 rotation"))
    row(
      Wording("Absent", "没有"),
      Wording("discounting, forecasts, and anything about real persons.", "折现、预测，以及任何关于真实人员的内容。"))
    return Exhibit(parts)
  }

  private func month(_ language: Language) -> Exhibit {
    let steps = MonthStep.allCases.enumerated().map { index, step in
      Table.Row([
        .init(Styled("\(index + 1)")), .init(Styled(step.wording[language])),
        .init(step.isObservable ? Styled("●", .detected) : Styled("○", .happened)),
      ])
    }
    return Exhibit([
      .prose(
        Styled(
          Wording(
            "What happens in each month, in this order (● an institution can see it):",
            "每个月依次发生的事（● 机构看得到）：")[language])),
      .table(
        Table(columns: [.init(.empty, .trailing), .init(gap: 1), .init(gap: 1)], rows: steps)),
    ])
  }

  private func metrics(_ study: Study?, _ language: Language) -> Exhibit {
    guard let study, !study.metrics.isEmpty else {
      return Exhibit(
        line: Styled(
          Wording(
            "No metric is loaded: `use \"metrics\"` in a file.", "尚未载入指标：请在文件中写 引用 \"metrics\"。")[
              language]))
    }
    return Exhibit([
      .table(
        Table(
          columns: [
            .init(.init(Styled(Wording("metric", "指标")[language]))), .init(gap: 1), .init(),
            .init(.empty, rank: 1),
          ],
          rows: study.metrics.map { metric in
            .init([
              .init(Styled(metric.name)), .init(metric.eye), .init(Styled(metric.label[language])),
              .init(Styled(Self.direction(metric)[language])),
            ])
          })),
      .prose(
        Styled(
          Wording(
            "● an institution can see it   ○ what happened, nobody there sees it",
            "● 机构看得到   ○ 实际发生，机构看不到")[language])),
    ])
  }

  /// Which way is better.
  static func direction(_ metric: Measurand) -> Wording {
    switch metric.better {
    case .lower: Wording("lower is better", "越低越好")
    case .higher: Wording("higher is better", "越高越好")
    case .neither: Wording("neither way is better", "不论优劣")
    }
  }
}

/// What help tells of a command.
struct CommandHelp {
  let command: any Command.Type
  let language: Language

  init(_ command: any Command.Type, _ language: Language) {
    self.command = command
    self.language = language
  }

  /// An example with the words of a language; examples are kept in English.
  static func spelled(_ example: String, in language: Language) -> String {
    let source = Source(name: "example", text: example)
    let text = try? FormatText.text(of: source, in: language, declared: [])
    return text?.split(separator: "\n").joined(separator: " ") ?? example
  }

  var exhibit: Exhibit {
    let twin = "\(command.word[language]) \(command.word[language == .en ? .zh : .en])"
    return Exhibit([
      .line(Styled(twin, .strong)), .prose(Styled(command.help[language])),
      .line(Styled("  \(command.usage[language])")),
      .prose(
        Styled(
          Wording("Example", "示例")[language] + "    "
            + command.examples.map { Self.spelled($0, in: language) }.joined(separator: " · "))),
    ])
  }
}
