import Model
import Plan
import Quantities
import Syntax
import Testing

private let office = """
  organization o {
    unit u {
      post tender { headcount 4; risk_level high; group key }
      post chief { headcount 1; group leaders }
      post approval { headcount 2 }
    }
    unit v { post payment { headcount 3 } }
  }
  body inspectorate { kind supervisory }
  body desk { kind unit_body }
  risk rigged { at tender; rate 1% per year }
  reporting { hears 2% per month }
  response orange { by desk }
  response red { by inspectorate }
  response yellow { by unit }
  review look { by inspectorate; every 1 year; finds 5% }
  indicator i { on tender; clean normal(0, 1); shows normal(2, 1) under rigged }
  threshold i { yellow 2; orange 3; red 4 }
  deterrence { prior 10% per year }

  """

/// The scenario of the office with some more text.
private func scenario(_ text: String) throws -> Scenario {
  let reading = reading(office + text)
  #expect(told(reading).filter { $0.hasPrefix("E") } == [])
  let checked = reading.scenario
  return try #require(checked)
}

private func codes(_ text: String) -> [String] {
  let known = reading(office).diagnostics.map(\.code)
  return reading(office + text).diagnostics.map(\.code).filter { !known.contains($0) }
}

/// Publicity, duty reports, admonitions: what they lower to, and what of them could do nothing.
@Suite struct InfluenceTests {
  /// An admonition is called for by something, is felt by whom it is addressed to, and does something.
  @Test func admonitions() throws {
    let scheme = try scenario(
      """
      admonition { by desk; on sign, void; served 1 month; follow_up 20% within 4 months; felt { own 2 } }
      admonition units { to unit; on rule }
      rule r { at look; when count(cases) > 3; then { admonish tender, v } }
      """
    ).scheme
    let (first, second) = (scheme.admonitions[0], scheme.admonitions[1])
    #expect(first.by == .body(1) && first.on == [.sign, .void] && first.to == .seat)
    #expect(first.served == Months(1) && first.felt.own == Factor(2))
    #expect(first.followUp.finds == Share(0.2) && first.followUp.within == Months(4))
    #expect(second.by == .kind(.supervisory) && second.on == [.rule] && second.to == .unit)
    #expect(second.served == Months(0.5) && second.felt.unit == Factor(0.3))
    #expect(second.followUp.finds == Share(0.15) && second.followUp.within == Months(6))
    #expect(second.cost == Price(1000))
    #expect(scheme.rules[0].actions == [.admonish(Selection(posts: [0, 3]))])
    func idle(_ text: String) -> Int { codes(text).count { $0 == "E0187" } }
    #expect(idle("admonition { on void }") == 0)
    #expect(idle("admonition { on rule }") == 1)
    #expect(idle("admonition { on sign }") == 0)
    #expect(
      idle("admonition { on sign }\nrule r { at look; when count(cases) > 3; then { admonish v } }")
        == 1)
    #expect(idle("admonition { felt { unit 0.3 } }") == 1)
    #expect(idle("admonition { to unit; felt { own 1 } }") == 1)
    #expect(idle("admonition { felt { unit 0.3 } }\npolicy q { admonition { to unit } }") == 0)
    let plain = """
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p }
      """
    func problems(_ more: String) -> [String] {
      reading(plain + "\n" + more).diagnostics.map(\.code).filter { $0 == "E0187" }
    }
    #expect(problems("admonition { follow_up 0% }") == ["E0187"])
    #expect(problems("admonition { felt { own 1 } }") == ["E0187"])
    #expect(problems("admonition { on void }") == ["E0187"])
    #expect(problems("admonition") == [])
  }

  /// What is told to people has something to tell of, somebody to hear it, and is feared.
  @Test func telling() throws {
    let scheme = try scenario(
      """
      review told { by inspectorate; every 1 year; finds 5%; published yes }
      publicity
      publicity papers { of sanctions, cases; reach 80%; felt 0.2; cost 12k per year }
      duty_report
      duty_report all { of all; every 6 months; felt 0.1; cost 500 }
      """
    ).scheme
    #expect(scheme.publicities.map(\.of) == [[.results], [.sanctions, .cases]])
    #expect(scheme.publicities.map(\.reach) == [Share(0.5), Share(0.8)])
    #expect(scheme.publicities.map(\.felt) == [Factor(0.1), Factor(0.2)])
    #expect(scheme.publicities.map(\.cost) == [PriceRate(0), PriceRate(1000)])
    #expect(scheme.dutyReports.map(\.of.posts) == [[1], [0, 1, 2, 3]])
    #expect(scheme.dutyReports.map(\.every) == [Months(12), Months(6)])
    #expect(scheme.dutyReports.map(\.felt) == [Factor(0.05), Factor(0.1)])
    func idle(_ text: String) -> Int { codes(text).count { $0 == "E0187" } }
    #expect(idle("publicity") == 1)
    #expect(idle("publicity\npolicy q { review look { published yes } }") == 0)
    #expect(idle("publicity { of cases }\nduty_report") == 0)
    #expect(idle("publicity { of sanctions, results }\nsanction { published no }") == 2)
    #expect(idle("publicity { of cases }\nsanction off") == 1)
    #expect(idle("publicity { of cases; reach 0% }") == 1)
    #expect(idle("publicity { of cases; felt 0 }\npolicy q { publicity.felt = 0.2 }") == 0)
    #expect(idle("duty_report { felt 0 }") == 1)
    #expect(idle("policy q { publicity { of results } }") == 1)
    #expect(idle("policy q { publicity { of results }; review look { published yes } }") == 0)
    #expect(idle("policy q { publicity { of sanctions } }") == 0)
    let plain = """
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p }
      sanction { felt { own 1 } }
      """
    func problems(_ more: String) -> [String] {
      reading(plain + "\n" + more).diagnostics.map(\.code).filter { $0 != "N0001" }
    }
    let bare = problems("")
    #expect(problems("publicity { of cases }") == bare + ["E0187"])
    #expect(problems("duty_report { of p }") == bare + ["E0187"])
    #expect(problems("duty_report\ndeterrence").contains("W0310"))
  }
}
