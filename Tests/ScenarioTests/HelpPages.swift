import Model
import Presentation
import Support
import Syntax
import Testing
import Vocabulary

@testable import Workbench

/// `help WORD`: every field says what it takes and on what its default stands.
@Suite struct HelpPages {
  private func session(_ language: Language) throws -> Session {
    var session = Session(Settings(language: language))
    try session.load([repository + "/scenarios/binhai.probity"])
    return session
  }

  private func page(_ word: String, in session: inout Session) throws -> String {
    let head = Help.word[session.settings.language]
    let (entries, source) = try session.entries(of: "\(head) \(word)")
    return try session.answer(to: entries[0], in: source).drawn(as: .table)
  }

  @Test(arguments: Language.allCases)
  func everyFieldSaysOnWhatItStands(_ language: Language) throws {
    var session = try session(language)
    var assumptions = 0
    for entry in KindEntry.all where entry.kind != .common {
      for row in entry.rows {
        let page = try page("\(entry.kind.word[language]).\(row.word[language])", in: &session)
        let flat = page.replacing("\n", with: "").replacing(" ", with: "")
        let grounds = row.grounds.text(language).replacing(" ", with: "")
        #expect(flat.contains(grounds), "\(entry.kind.word.en).\(row.word.en)\n\(page)")
        #expect(page.split(separator: "\n").allSatisfy { Styled(String($0)).width <= 80 })
        switch row.grounds {
        case .assumption, .assumed:
          assumptions += 1
          #expect(page.contains(language == .en ? "ASSUMPTION" : "假定"))
        case .published(let grade, _): #expect(page.contains(grade.word[language]))
        case .subject, .derived, .design: break
        }
      }
    }
    #expect(assumptions > 20)
  }

  @Test func whatStandsHereIsShownWithItsPlaceAndSource() throws {
    var session = try session(.en)
    let rate = try page("risk.rate", in: &session)
    #expect(rate.contains("tailored_spec:66 · acfe2020, grade C") && rate.contains("and 2 more"))
    #expect(try page("tailored_spec.rate", in: &session).contains("~ lognormal(median 1.2%"))
    #expect(try !page("split_payment.rate", in: &session).contains("lognormal(median 1.2%"))
    #expect(try page("private_fuel.severity.sign", in: &session).contains("85%"))
    let (entries, source) = try session.entries(of: "set rotation.coverage = 60%")
    _ = try session.answer(to: entries[0], in: source)
    #expect(try page("rotation.coverage", in: &session).contains("current  60%"))
    #expect(try page("acfe2020", in: &session).contains("cited by risk.tailored_spec"))
    #expect(try page("tender", in: &session).hasPrefix("post tender"))
  }

  @Test func everyMetricSaysWhatItAsksAndByWhat() throws {
    for language in Language.allCases {
      var session = try session(language)
      for metric in try session.loaded().scenario.metrics {
        let page = try page(metric.name, in: &session)
        let year = Grouping.year.word[language]
        #expect(page.contains(language == .en ? "  is " : "  定义 "), "\(page)")
        #expect(page.contains("\(language == .en ? "by" : "按")   \(year)"), "\(page)")
      }
    }
  }

  @Test func normsAreShownAndJudged() throws {
    let file = "scenarios/binhai.probity"
    let shown = run(probity, ["show", "norms", file, "--lang", "zh"])
    #expect(shown.status == 0 && shown.output.contains("✗ 不符"), "\(shown.errors)")
    #expect(shown.output.contains("轮岗.覆盖 >= 80%"))
    let rows = run(probity, ["show", "norms", file, "--format", "csv"])
    #expect(rows.output.hasPrefix("norm,policy,requires,found,kept\n"))
    #expect(
      rows.output.contains("high_risk_rotation,none_rotated,rotation.coverage >= 80%,off,false"))
    #expect(
      run(probity, ["check", file]).status == 0, "what a policy breaks is no failure of the file")
  }
}
