import Ledger
import Model
import Plan
import Quantities
import Rules
import Syntax
import Testing

private let office = """
  use "metrics"
  organization o {
    unit u { post tender { headcount 4; risk_level high } }
    unit v { post payment { headcount 3 } }
  }
  body inspectorate { kind supervisory }
  risk rigged { at tender; rate 1% per year }
  review look { by inspectorate; every 1 year; covers 50%; finds 5% }
  indicator i { on tender; clean normal(0, 1); shows normal(2, 1) under rigged }
  threshold i { yellow 2; orange 3; red 4 }
  response yellow { by inspectorate }
  remedy mend { on rule }

  """

private func read(_ text: String) -> Reading {
  Model.read(
    Source(name: "test.probity", text: office + text), library: Library(rules: Rules.texts))
}

private func codes(_ text: String) -> [String] { read(text).diagnostics.map(\.code) }

@Suite struct RuleTests {
  private let english = """
    review survey { by inspectorate; on order; finds 20% }
    rule tune {
      at look
      when verification_rate(i, last 1 year) < 40% and not count(alerts where colour = red, last 6 months) >= 20
      then { i.yellow *= 1.1; order survey of v; issue mend to u; restore i.orange }
      cooldown 2 years
      owner inspectorate
    }
    """
  private let chinese = """
    检查 survey { 承办 inspectorate；触发 交办；查出率 20% }
    规则 tune {
      时点 look
      当 verification_rate（i，最近 1年）< 40% 且 非 计数（预警 其中 颜色 = 红色，最近 6个月）>= 20
      则 { i.黄色 *= 1.1；开展 survey 面向 v；制发 mend 至 u；恢复 i.橙色 }
      最短间隔 2年
      责任方 inspectorate
    }
    """

  @Test func bothLanguagesSayTheSame() throws {
    let first = try #require(read(english).scenario)
    let second = try #require(read(chinese).scenario)
    #expect(first.scheme.rules == second.scheme.rules)
    let rule = try #require(first.scheme.rules.first)
    #expect(rule.at == [0])
    #expect(rule.cooldown == Months(24))
    #expect(rule.owner == .body(0))
    #expect(rule.actions.count == 4)
    #expect(rule.actions[1] == .order(review: 1, posts: Selection(posts: [1])))
    #expect(rule.actions[2] == .issue(remedy: 0, units: [0]))
    guard case .turn(let dial, .multiply, 1.1) = rule.actions[0] else {
      Issue.record("\(rule.actions[0])")
      return
    }
    #expect(dial.read(first.scheme) == 2)
    guard case .and(.compares(let ratio, .less, .number(0.4)), .not(_))? = rule.condition else {
      Issue.record("\(String(describing: rule.condition))")
      return
    }
    #expect(ratio.atoms.allSatisfy { $0.window == Window(first: -11, last: 0) })
    #expect(first.scheme.ruledDials.map(\.path) == ["threshold.i.yellow", "threshold.i.orange"])
  }

  @Test func policiesTakeRulesOutAndAddThem() throws {
    let text = """

      policy without_it { without tune }
      policy slower { rule tune { cooldown 4 years } }
      policy unasked { without look }
      policy another { rule more { at look; when count(cases) > 3; then { look.covers = 100% } } }
      """
    let scenario = try #require(read(english + text).scenario)
    func rules(_ policy: String) -> [RuleTerms] {
      scenario.policy(policy)?.arm.phases.last?.scheme.rules ?? []
    }
    #expect(rules("without_it").map(\.isOn) == [false])
    #expect(rules("unasked").map(\.isOn) == [false])
    #expect(rules("slower").map(\.cooldown) == [Months(48)])
    #expect(rules("another").map(\.name) == ["tune", "more"])
    #expect(rules("another")[0] == scenario.scheme.rules[0])
  }

  /// What can be seen can be asked, what cannot is refused, in metrics too.
  @Test(arguments: [
    ("count(offences) > 3", "E0240"), ("incidence > 6 per 1000 person_years", "E0240"),
    ("void_share > 10%", "E0240"), ("count(reports where genuine) > 3", "E0240"),
    ("count(alerts where void) > 3", ""), ("detected_incidence > 6 per 1000 person_years", ""),
    ("mean(age of leads) > 3 months", ""), ("median(age of leads) > 3 months", "E0241"),
    ("concentration > 0.5", "E0241"), ("count(cases, from year 1 to year 2) > 3", "E0243"),
    ("1 < 2", "E0242"),
  ])
  func onlyWhatCanBeSeen(condition: String, code: String) {
    let found = codes("rule r { at look; when \(condition); then { look.covers = 100% } }")
    let others = found.filter { $0.hasPrefix("E") }
    #expect(code.isEmpty ? others.isEmpty : others == [code], "\(condition): \(found)")
  }

  @Test(arguments: [
    ("look.covers = 100%", ""), ("look.covers += 0%", "E0247"),
    ("rigged.rate = 0% per year", "E0244"),
    ("u.tender.headcount = 3", "E0244"), ("look.every = 1 year", ""), ("list overdue", "E0187"),
    ("order look", ""), ("issue look", "E0134"), ("dance look", "E0142"),
    ("twin rigged", "E0141"),
  ])
  func onlyWhatAnInstitutionDecides(step: String, code: String) {
    let found = codes("rule r { at look; when count(cases) > 3; then { \(step) } }")
    let others = found.filter { $0.hasPrefix("E") }
    #expect(code.isEmpty ? others.isEmpty : others == [code], "\(step): \(found)")
  }

  /// A review that waits for an order that no rule gives, a remedy that no rule issues.
  @Test func nothingWaitsInVain() {
    #expect(codes("review late { by inspectorate; on order; finds 5% }").contains("E0187"))
    #expect(codes("").contains("W0323"))
    #expect(
      !codes("rule r { at look; when count(cases) > 3; then { issue mend } }").contains("W0323"))
  }

  @Test func appraisalsScoreWhatCanBeSeen() throws {
    let scheme = try #require(
      read("appraisal { on detected_incidence, rotation_rate; weight 50% }").scenario
    ).scheme
    #expect(scheme.appraisals[0].scores.findings && scheme.appraisals[0].scores.rotation)
    #expect(!scheme.appraisals[0].scores.completion)
    #expect(scheme.appraisals[0].buriesShare == Share(0.2))
    #expect(codes("appraisal { on incidence; weight 50% }").contains("E0240"))
    #expect(codes("appraisal { on nothing; weight 50% }").contains { $0.hasPrefix("E") })
    let written = try #require(
      read(
        "appraisal { on completion_rate; weight 50%; paper 10% }; policy p { appraisal.buries = 5%; appraisal.weight = 100% }"
      ).scenario)
    #expect(written.scheme.appraisals[0].paperShare == Share(0.1))
    #expect(written.policy("p")?.arm.changes.count == 2)
  }
}
