import Support
import Testing

/// What programs read: the columns of interface.md 2, problems as experience.md 3.
@Suite struct Formats {
  private let scenario = "scenarios/binhai.probity"
  private let columns =
    "scenario,policy,metric,label,unit,group,mean,se,ci_low,ci_high,p05,p50,p95,sd_chance,"
    + "sd_uncertain,runs,seed,target,met"

  @Test func rowsHaveTheColumnsOfTheContract() {
    let single = run(probity, ["run", scenario, "--runs", "10", "--format", "csv"])
    #expect(
      single.output.split(separator: "\r\n").first.map(String.init) == columns
        || single.output.split(separator: "\n").first.map(String.init) == columns)
    let pair = run(
      probity, ["compare", scenario, "baseline", "brisk", "--runs", "10", "--format", "csv"])
    let more = ",versus,difference,difference_se,difference_low,difference_high,correlation"
    #expect(pair.output.hasPrefix(columns + more))
  }

  /// Calls of the program with what they print, in every format.
  @Test(arguments: Golden.files("formats"))
  func prints(_ file: Golden) {
    let outcome = run(probity, file["in"].split(whereSeparator: \.isWhitespace).map(String.init))
    #expect(outcome.status == 0, "\(outcome.errors)")
    file.expect(["out": outcome.output])
  }

  @Test func problemsForEditors() {
    let outcome = run(
      "/bin/bash",
      [
        "-c",
        "d=$(mktemp -d) && cd $d && printf 'rotation { coverge 80%%; every 3 years }\\n' > a.probity"
          + " && \(probity) check a.probity --format jsonl; s=$?; rm -r $d; exit $s",
      ])
    #expect(outcome.status == 1)
    golden("problem", ["out": outcome.output])
  }

  @Test func comparisonsOfAllMetricsKeepBothPolicies() throws {
    for (lang, words) in [
      ("en", ["baseline", "brisk", "diff", "interval", "verdict"]),
      ("zh", ["年度轮岗", "差异", "区间", "判定"]),
    ] {
      let outcome = run(
        probity, ["compare", scenario, "baseline", "brisk", "--runs", "40", "--lang", lang])
      let head = try #require(outcome.output.split(separator: "\n").dropFirst().first)
      for word in words { #expect(head.contains(word), "\(head)") }
    }
  }

  @Test func schemaIsData() {
    let outcome = run(probity, ["schema", "rotation", "--format", "json"])
    #expect(outcome.output.hasPrefix("{\"schema\":\"probity.schema/1\""))
    #expect(outcome.output.contains("\"field\":\"coverage\",\"field_zh\":\"覆盖\""))
    let all = run(probity, ["schema", "--format", "jsonl"]).output
    #expect(all.contains("\"kind\":\"command\""))
  }
}
