import Model
import Plan
import Quantities
import Rules
import Syntax
import Testing

/// A reading with the shipped texts.
private func shipped(_ text: String) -> Reading {
  let reading = read(Source(name: "test.probity", text: text), library: Library(rules: Rules.texts))
  #expect(told(reading).filter { $0.hasPrefix("E") } == [])
  return reading
}

@Suite struct RulesTests {
  @Test func theShippedTextsHaveNoProblems() throws {
    let reading = shipped("use \"metrics\"; use \"norms\"; use \"evidence\"")
    #expect(told(reading) == [])
    let checked = reading.scenario
    let scenario = try #require(checked)
    #expect(scenario.metrics.count >= 20)
    #expect(scenario.evidence.count >= 10)
    #expect(scenario.norms.count == 7)
    for metric in scenario.metrics {
      #expect(metric.label.en != metric.label.zh, "\(metric.name)")
      #expect(metric.aliases.count == 1, "\(metric.name)")
      #expect(scenario.metric(metric.aliases[0])?.name == metric.name)
    }
  }

  @Test func truthAndSightAreToldApart() throws {
    let checked = shipped("use \"metrics\"").scenario
    let scenario = try #require(checked)
    let seen = scenario.metrics.filter(\.isObservable).map(\.name)
    #expect(seen.contains("verification_rate"))
    #expect(seen.contains("total_cost"))
    for name in ["detected_incidence", "disposal_rate", "filing_rate", "recovered", "form_share"] {
      #expect(seen.contains(name), "\(name)")
    }
    for name in ["net_loss", "total_burden", "collusion_share", "block_share", "retaliation_rate"] {
      #expect(scenario.metrics.contains { $0.name == name } && !seen.contains(name), "\(name)")
    }
    #expect(seen.contains("concentration"))
    #expect(!seen.contains("incidence"))
    #expect(!seen.contains("void_share"))
    #expect(!seen.contains("wrong_findings"))
    #expect(!seen.contains("gross_loss"))
  }

  @Test func presetsFillWhatIsNotWritten() throws {
    let checked = shipped(
      """
      organization o { unit u { post p { headcount 4 } } }
      检查 岗位自查 { 查出率 3% }
      review yearly as evaluation { covers 50% }
      """
    ).scenario
    let scenario = try #require(checked)
    let reviews = scenario.scheme.reviews
    #expect(reviews.map(\.name) == ["self_check", "yearly"])
    #expect(reviews.map(\.every.number) == [3, 12])
    #expect(reviews.map(\.finds.number) == [0.03, 0.05])
    #expect(reviews[1].covers.number == 0.5)
    #expect(reviews[1].by == .kind(.supervisory))
  }

  @Test func normsAreJudged() throws {
    let checked = shipped(
      """
      use "norms"
      organization o { unit u { post p { headcount 4; risk_level high }; post q { headcount 2; risk_level high } } }
      rotation { of p; every 3 years; coverage 80% }
      policy wider { rotation { of high_risk } }
      policy less { extends wider; rotation.coverage = 70% }
      review self_check { by unit }
      """
    ).scenario
    let scenario = try #require(checked)
    let rotation = try #require(scenario.norms.first { $0.name == "high_risk_rotation" })
    #expect(rotation.verdicts.map(\.isKept) == [false, true, false])
    #expect(rotation.verdicts[0].found.en == "`q` does not rotate")
    #expect(rotation.verdicts[2].found.en == "70%")
    let check = try #require(scenario.norms.first { $0.name == "quarterly_self_check" })
    #expect(check.verdicts.map(\.isKept) == [true, true, true])
    let audit = try #require(scenario.norms.first { $0.name == "three_year_audit" })
    #expect(audit.verdicts.map(\.found.zh) == ["未声明", "未声明", "未声明"])
    // Of recommendations nothing is asked where there are none.
    let reports = try #require(scenario.norms.first { $0.name == "report_in_time" })
    #expect(reports.verdicts.isEmpty)
    let late = shipped(
      """
      use "norms"
      organization o { unit u { post p { headcount 4 } } }
      remedy recommendation { within 4 months }
      policy soon { recommendation.within = 2 months }
      """
    ).scenario
    let judged = late?.norms.first { $0.name == "report_in_time" }
    #expect(judged?.verdicts.map(\.isKept) == [false, true])
  }
}
