import Model
import Plan
import Rules
import Syntax
import Testing
import Vocabulary

/// A text in another language: keywords, never names.
private func translated(_ text: String, into language: Language) -> String {
  let parse = parse(Source(name: "t", text: text))
  let translation = Translation(of: parse.program, into: language, declared: ["incidence"])
  return Formatter(language: language) { translation.spelling(of: $0.token) }.text(of: parse)
}

@Suite struct LanguageTests {
  @Test(arguments: [k1, district])
  func bothLanguagesLowerToTheSamePlan(text: String) throws {
    let chinese = translated(text, into: .zh)
    #expect(chinese.contains("轮岗"))
    let english = translated(chinese, into: .en)
    let plans = try [text, chinese, english].map { text in
      let reading = reading(text)
      #expect(told(reading).filter { $0.hasPrefix("E") } == [])
      let checked = reading.scenario
      let scenario = try #require(checked)
      return scenario.plan(policies: scenario.policies.map(\.name))
    }
    #expect(plans[1].shown == plans[0].shown)
    #expect(plans[1] == plans[0])
    #expect(plans[2] == plans[0])
  }

  @Test func theShownScenarioIsReadAgain() throws {
    for language in Language.allCases {
      let checked = reading(k1).scenario
      let scenario = try #require(checked)
      let again = reading(scenario.shown(in: language))
      #expect(told(again).filter { $0.hasPrefix("E") } == [])
      let twice = again.scenario
      let twin = try #require(twice)
      #expect(twin.plan().shown == scenario.plan().shown)
    }
  }
}
