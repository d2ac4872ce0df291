import Engine
import Model
import Plan
import Presentation
import Quantities
import Syntax
import Vocabulary

/// The answer of `describe`: the seven elements of ODD, filled from the file; what the file leaves open says so.
///
/// Source: Grimm et al. 2020, The ODD protocol, JASSS 23(2)7, doi 10.18564/jasss.4259.
struct DescriptionExhibit {
  /// The scenario.
  let study: Study
  /// Runs that were asked for; nil is the scenario's number.
  let runs: Int?
  /// The language.
  let language: Language

  private var scheme: Scheme { study.scenario.scheme }

  /// All seven elements.
  var exhibit: Exhibit {
    var parts: [Exhibit.Part] = [
      .line(Styled(study.title[language], .strong)),
      .prose(
        Styled(
          Wording(
            "Described by Probity \(Version.number) in the ODD form (Grimm et al. 2020). Everybody in it is synthetic.",
            "由 Probity \(Version.number) 按 ODD 格式（Grimm 等，2020）生成。其中人员均为合成。")[language])),
    ]
    let elements: [(Wording, [Exhibit.Part])] = [
      (Wording("1 Purpose and patterns", "1 目的与模式"), purpose),
      (Wording("2 Entities, state variables, scales", "2 实体、状态变量、尺度"), entities),
      (Wording("3 Process overview and scheduling", "3 过程与时序"), process),
      (Wording("4 Design concepts", "4 设计概念"), concepts),
      (Wording("5 Initialization", "5 初始化"), beginning),
      (Wording("6 Input data", "6 输入数据"), inputs),
      (Wording("7 Submodels", "7 子模型"), submodels),
    ]
    for (title, element) in elements {
      parts += [.blank, .line(Styled(title[language], .strong))]
      parts += element.isEmpty ? [absent] : element
    }
    return Exhibit(parts)
  }

  private var absent: Exhibit.Part {
    .prose(Styled(Wording("NOT STATED in the file.", "文件中未说明。")[language], .undecided))
  }

  private func said(_ en: String, _ zh: String) -> Exhibit.Part {
    .prose(Styled(Wording(en, zh)[language]), hanging: 2)
  }

  private func list(_ title: Wording, _ items: [String]) -> Exhibit.Part {
    let text =
      items.isEmpty
      ? Wording("none", "无")[language] : items.joined(separator: Wording(", ", "、")[language])
    return .prose(
      Styled("\(title[language])\(Wording(": ", "：")[language])\(text)"), hanging: 2)
  }

  // MARK: - Elements

  /// What the file says of itself before its first entry, and what it must reproduce.
  private var purpose: [Exhibit.Part] {
    let words = study.own.first.map { Self.opening(of: $0.text) } ?? []
    var parts = words.isEmpty ? [absent] : words.map { .prose(Styled($0), hanging: 2) }
    let claims =
      study.expectations.map(\.claim.text) + study.scenario.targets.map(\.claim.text)
    parts.append(
      list(
        Wording("Patterns it must show (expectations, targets)", "必须重现的模式（预期、目标）"),
        claims.map { $0[language] }))
    return parts
  }

  /// The comment before the first entry, by paragraphs: an empty line parts them, and so does a heading such as
  /// `To try:`.
  static func opening(of text: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("#") else { break }
      let said = line.drop { $0 == "#" || $0 == " " }
      let heading = said.split(whereSeparator: { $0 == ":" || $0 == "：" }).first ?? ""
      let isHeading = heading.count < said.count && heading.split(separator: " ").count < 4
      if said.isEmpty || isHeading { isOpen = false }
      if !said.isEmpty {
        if isOpen, let last = paragraphs.popLast() {
          paragraphs.append(last + " " + said)
        } else {
          paragraphs.append(String(said))
        }
        isOpen = true
      }
    }
    return paragraphs
  }

  private var entities: [Exhibit.Part] {
    let facts = study.facts
    let posts = scheme.posts.filter(\.isOn)
    // Posts of one name in many units are told once.
    let names = posts.map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      said("\(facts.people.en); \(facts.parts.en).", "\(facts.people.zh)；\(facts.parts.zh)。")
    ] + levels + [
      list(Wording("Posts", "岗位"), names),
      list(Wording("Risk points", "风险点"), scheme.risks.filter(\.isOn).map(\.name)),
      list(Wording("Bodies", "机构"), scheme.bodies.filter(\.isOn).map(\.name)),
    ] + delays + [
      said(
        "State of a seat: occupant, time in post. Of a person: proneness, exit, experience of being caught, "
          + "record. Of an offence: risk, stage, loss, how hidden it is, who takes part. Of an item of work: "
          + "queue, priority, age.",
        "席位状态：任职者、任职时间。人员状态：倾向、离职时间、被查经历、记录。违法行为状态：风险点、阶段、损失、隐蔽程度、"
          + "参与者。办理事项状态：队列、优先级、时长。"),
      said(
        "Scales: steps of one month, \(Heading.span(months: study.horizon, in: .en)); offences begin and end at "
          + "exact times in a month. No space.",
        "尺度：步长一个月，共 \(Heading.span(months: study.horizon, in: .zh))；违法行为的起止为月内的精确时间。无空间。"),
    ]
  }

  /// Controls that delay the business, if there are any: a figure of the design.
  private var delays: [Exhibit.Part] {
    let slow = scheme.controls.filter { $0.isOn && $0.friction.number > 0 }
    guard !slow.isEmpty else { return [] }
    return [
      list(
        Wording("Delay of the business by controls (not simulated)", "措施造成的业务延误（不推演）"),
        slow.map {
          "\($0.name) " + Model.Figure.text($0.friction.number, .duration, like: .days, language)
        })
    ]
  }

  /// Organisations with their levels, and those above them, where the file tells any.
  private var levels: [Exhibit.Part] {
    guard scheme.organizations.contains(where: { $0.level != nil || $0.above != nil }) else {
      return []
    }
    return [
      list(
        Wording("Organisations", "组织"),
        scheme.organizations.map { one in
          let above = one.above.map { scheme.organizations[$0].name }
          let level = one.level?.word
          let told = Wording(
            [level?.en, above.map { "under \($0)" }].compactMap(\.self).joined(separator: ", "),
            [level?.zh, above.map { "上级 \($0)" }].compactMap(\.self).joined(separator: "，"))
          return told.en.isEmpty
            ? one.name : Wording("\(one.name) (\(told.en))", "\(one.name)（\(told.zh)）")[language]
        })
    ]
  }

  private var process: [Exhibit.Part] {
    MonthStep.allCases.enumerated().map { number, step in
      let (en, zh) = (step.wording.en, step.wording.zh)
      return said("\(number + 1). \(en)", "\(number + 1). \(zh)")
    }
  }

  private var concepts: [Exhibit.Part] {
    let deterrence = scheme.deterrences.last { $0.isOn }
    let rests = deterrence.map {
      "\(Int(($0.prior.number * 100).rounded()))"
    }
    let asked = study.metrics.filter(\.isObservable).count
    let hidden = study.metrics.count - asked
    return [
      rests.map {
        said(
          "Adaptation and learning: people begin with a perceived chance of \($0) % a year of being caught, and learn "
            + "from sanctions and visits; onset falls with what they believe.",
          "适应与学习：人员起初认为每年被查处的可能为 \($0)%，并从处理和检查中学习；诱因随之减弱。")
      }
        ?? said("Adaptation and learning: none declared.", "适应与学习：未声明。"),
      said(
        "Objectives and prediction: none; nobody plans. Sensing: institutions see alerts, reports, findings and costs, "
          + "never the truth.",
        "目标与预测：无，人员不作规划。感知：机构只看到预警、举报、查实与费用，看不到真实情况。"),
    ] + rules + [
      list(
        Wording("Interaction", "相互作用"),
        [
          (
            scheme.controls.contains { $0.isOn && $0.colludes.number > 0 },
            Wording("accomplices", "同谋")
          ),
          (scheme.reportings.contains(where: \.isOn), Wording("reports on others", "举报他人")),
          (
            scheme.bodies.contains { $0.isOn && $0.capacity.number < .infinity },
            Wording("queues at bodies of limited capacity", "在能力有限的机构排队")
          ),
        ].filter(\.0).map { $0.1[language] }),
      said(
        "Stochasticity: every draw is keyed by what it belongs to, so that policies share their luck; "
          + "\(runs ?? study.runs) runs, seed \(study.seed); \(study.scenario.uncertain.count) uncertain values (~), "
          + "reported apart from chance.",
        "随机性：每次抽取由所属对象确定，各方案共享同样的运气；\(runs ?? study.runs) 轮，种子 \(study.seed)；"
          + "\(study.scenario.uncertain.count) 个不确定值（~），与偶然分开报告。"),
      said(
        "Observation: \(study.metrics.count) metrics, of which an institution could know \(asked) and nobody there "
          + "\(hidden).",
        "观测：\(study.metrics.count) 个指标，其中机构可知 \(asked) 个，无人可知 \(hidden) 个。"),
    ]
  }

  /// How institutions adapt, where they do.
  private var rules: [Exhibit.Part] {
    let names = scheme.rules.filter(\.isOn).map(\.name)
    let scored = scheme.appraisals.filter { $0.isOn && $0.weight.number > 0 }.map(\.name)
    return [
      (Wording("Institutions adapt by rules over what they observe", "机构按可观测情况的规则调整"), names),
      (Wording("Units adapt to appraisals", "单位因考核而调整"), scored),
    ].filter { !$0.1.isEmpty }.map { list($0.0, $0.1) }
  }

  private var beginning: [Exhibit.Part] {
    let settings = study.scenario.settings
    let initial = scheme.risks.filter { $0.isOn && $0.initial.number > 0 }.map(\.name)
    guard settings.start == .stationary else {
      return [
        said("Cold start: no offence unless said.", "冷启动：除另有说明外没有违法行为。"),
        list(Wording("Active at the start", "期初存在"), initial),
      ]
    }
    return [
      said(
        "Stationary: \(Heading.span(months: Int(settings.warmUp.number), in: .en)) under the baseline before the first "
          + "reported month, the same for every policy.",
        "平稳启动：报告前先在基准下运行 \(Heading.span(months: Int(settings.warmUp.number), in: .zh))，各方案相同。")
    ]
  }

  /// Texts and evidence; the model takes no time series.
  private var inputs: [Exhibit.Part] {
    let cited = study.scenario.evidence.filter { !$0.citedBy.isEmpty }
    let others = study.sources.dropFirst().map(\.name)
    guard !cited.isEmpty || !others.isEmpty else { return [] }
    return [list(Wording("Texts", "文本"), others)]
      + cited.map { one in
        let values = one.values.reduce(Wording("", "")) {
          Wording("\($0.en); \($1.en)", "\($0.zh)；\($1.zh)")
        }
        return said(
          "\(one.name) (grade \(one.grade.word.en)): \(one.citation)\(values.en)",
          "\(one.name)（\(one.grade.word.zh)级）：\(one.citation)\(values.zh)")
      } + [said("No time series drives it.", "不由时间序列驱动。")]
  }

  /// Every kind of mechanism with what its numbers stand on; the equations are in the model's own document.
  private var submodels: [Exhibit.Part] {
    var total = Standing()
    var rows: [Table.Row] = []
    for kind in Kind.allCases where kind.isScheme {
      let standing = study.scenario.standing(of: kind)
      guard !standing.isEmpty else { continue }
      total = total + standing
      rows.append(row(kind.word[language], standing))
    }
    rows.append(row(Wording("all", "合计")[language], total))
    func title(_ en: String, _ zh: String) -> Table.Column {
      .init(.init(Styled(Wording(en, zh)[language])), .trailing)
    }
    return [
      said(
        "Equations: Sources/Engine/MODEL.md. What the numbers of this scenario stand on:",
        "方程：Sources/Engine/MODEL.md。本情景各数值的依据："),
      .table(
        Table(
          columns: [
            .init(.init(Styled(Wording("kind", "类型")[language]))),
            title("written, cited", "已写并引用"), title("written", "已写"), title("default", "默认有据"),
            title("ASSUMPTION", "默认为假定"),
          ], rows: rows, indent: 2)),
    ]
  }

  private func row(_ name: String, _ standing: Standing) -> Table.Row {
    .init(
      [.init(Styled(name))]
        + [standing.cited, standing.written, standing.sourced, standing.assumed].map {
          .init(Styled($0 == 0 ? "-" : Figure.count($0)))
        })
  }
}
