import Measures
import Model
import Syntax

/// Judgements in the form that continuous integration reads: undecided is skipped, with its reason.
struct JUnit {
  private let judgements: [Judgement]

  init(_ judgements: [Judgement]) { self.judgements = judgements }

  /// The report as XML.
  var text: String {
    let failed = judgements.count { $0.verdict == .failed || $0.verdict == .undefined }
    let skipped = judgements.count { $0.verdict == .undecided }
    let head =
      "<testsuite name=\"probity\" tests=\"\(judgements.count)\" failures=\"\(failed)\" "
      + "skipped=\"\(skipped)\">"
    return
      (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", head] + judgements.map(testCase)
      + ["</testsuite>", ""]).joined(separator: "\n")
  }

  private func testCase(_ judgement: Judgement) -> String {
    let name = Self.escaped(judgement.expectation.claim.text.en)
    let place = Self.escaped("\(judgement.place.file):\(judgement.place.line)")
    let text = Self.escaped(judgement.text(in: .en))
    let start = "  <testcase classname=\"\(place)\" name=\"\(name)\""
    return switch judgement.verdict {
    case .passed: start + "/>"
    case .undecided: start + "><skipped message=\"\(text)\"/></testcase>"
    default: start + "><failure message=\"\(text)\"/></testcase>"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
