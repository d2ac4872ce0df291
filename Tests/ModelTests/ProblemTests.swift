import Model
import Plan
import Quantities
import Syntax
import Testing

@Suite struct ProblemTests {
  @Test func tenIndependentMistakesGiveTenProblems() {
    let text = """
      organization binhai { unit finance { post payment { headcount 8 } } }
      body audit { kind audit }
      risk a { at paymnt; rate 1.2% per year }
      risk b { at payment; rate 1.2% }
      risk c { at payment; loss lognormal(median 80k, p90 20k) per month }
      review yearly { by audit; every 1 year + 3%; finds 5% }
      rotation { of payment; every 3 years; coverge 80% }
      turnover { rate 6% per yaer }
      response yellow { by auditt }
      policy brisk { extends strict }
      policy strict { extends brisk; rotation.every = 1 year }
      risk d { at payment; severity { sign 60%; violation 30%; crime 20% } }
      post lost { headcount 3 }
      """
    let english = told(reading(text)).filter { $0.hasPrefix("E") }
    let chinese = told(reading(text), .zh).filter { $0.hasPrefix("E") }
    #expect(
      english == [
        "E0131 [paymnt] no post, unit or class is called `paymnt`",
        "E0151 [1.2%] a rate needs a time",
        "E0163 [lognormal(median 80k, p90 20k) per month] this distribution contradicts itself",
        "E0152 [1 year + 3%] a duration and a share cannot be added",
        "E0142 [coverge] rotation has no field `coverge`",
        "E0150 [yaer] `yaer` is no unit",
        "E0131 [auditt] no body is called `auditt`",
        "E0171 [brisk] policies extend each other in a circle",
        "E0171 [strict] policies extend each other in a circle",
        "E0180 [{ sign 60%; violation 30%; crime 20% }] the shares of `severity` add up to 110 %",
        "E0149 [post] a post cannot be declared here",
      ])
    #expect(chinese.count == english.count)
    #expect(chinese[0] == "E0131 [paymnt] 没有名为“paymnt”的岗位、单位或类别")
    #expect(chinese[4] == "E0142 [coverge] 轮岗没有“coverge”这个字段")
    #expect(chinese[9].hasSuffix("“严重程度”各项之和为 110 %"))
  }

  @Test func wordsOfLaterVersionsAreKnown() {
    let text = """
      organization o { unit u { post p { headcount 3 } } }
      experiment e { match x }
      lesson tour { say "Look" }
      policy q { lesson off }
      metric m { is count(lesson) }
      """
    let codes = reading(text).diagnostics.map(\.code)
    #expect(codes == ["E0141", "E0141", "E0141", "E0141"])
  }

  @Test func reviewsNeedACycleOrAnOccasion() {
    func codes(_ fields: String) -> [String] {
      let text = """
        organization o { unit u { post p { headcount 3 } } }
        risk r { at p }
        reporting { hears 1% per month }
        body b { kind supervisory }
        response lead { by b }
        review look { by b; finds 5%; \(fields) }
        """
      return reading(text).diagnostics.map(\.code)
    }
    #expect(codes("every 1 year") == [])
    #expect(codes("on case; on complaints >= 3 within 6 months; on departure") == [])
    #expect(codes("covers 50%") == ["E0143"])
    #expect(codes("on case within 3 months") == ["E0187"])
    #expect(codes("on complaints >= 3 years") != [])
    #expect(codes("on order") == ["E0187"])
    #expect(codes("on rain") != [])
  }

  @Test func aDeclaredNameInAPolicyIsToldHowToTakeItOut() throws {
    let text = """
      organization o { unit u { post p { headcount 3 } } }
      body audit { kind audit }
      review evaluation { by audit; every 1 year; finds 5% }
      policy q { evaluation off }
      policy r { evaluation { every 2 years } }
      """
    let told = reading(text).diagnostics.filter { $0.code == "E0142" }
    #expect(told.count == 2)
    #expect(told.first?.hints.map(\.en) == ["write `without evaluation`"])
    #expect(told.first?.hints.map(\.zh) == ["请写 取消 evaluation"])
    let edit = try #require(told.first?.edits.first)
    #expect(edit.text == "without evaluation")
    #expect(
      String(Array(text.utf8)[edit.span.lower..<edit.span.upper].map { Character(.init($0)) })
        == "evaluation off")
    #expect(told.last?.hints.first?.en.contains("`evaluation.FIELD = VALUE`") == true)
    #expect(told.last?.edits.isEmpty == true)
  }

  @Test func whatCannotActIsTold() {
    let text = """
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p }
      indicator i { on p; clean normal(0, 1); shows normal(2, 1) under r }
      indicator j { on p; clean normal(0, 1); shows normal(2, 1) under r }
      threshold j { yellow 2; orange 3 }
      response red { by unit }
      review look { by unit; every 1 year }
      policy nothing { }
      """
    let codes = reading(text).diagnostics.map(\.code)
    #expect(
      codes
        == ["W0183", "N0411", "N0411", "W0312", "W0313", "N0415", "W0319"].sorted {
          _, _ in false
        } || Set(codes) == ["W0183", "N0411", "W0312", "W0313", "N0415", "W0319"])
    #expect(!reading(text).hasErrors)
  }

  @Test func cutDistributionsAreNoted() throws {
    let text = """
      organization o { unit u { post p { headcount 3 } } }
      reporting { hears ~ normal(mean 3%, sd 2%) per month }
      """
    let reading = reading(text)
    let note = try #require(reading.diagnostics.first { $0.number == 402 })
    #expect(note.labels[0].text.en == "6.7 % of it lies below 0% per month")
    #expect(note.hints[0].en == "drawn again within the bounds; mean 3.3% per month after the cut")
  }
}

@Suite struct DimensionTests {
  @Test(arguments: [
    ("rate 6 per 1000 person_years", "E0153"), ("rate 12 months", "E0153"),
    ("rate 60% per month", "E0154"), ("lasts 5", "E0156"), ("initial 0.2", "E0156"),
    ("initial 120%", "E0154"), ("cap 3 years", "E0153"), ("lasts uniform(1, 2 years)", "E0164"),
    ("cap ~ uniform(1, 2)", "E0165"), ("rate ~ 1% per year", "E0167"), ("rate never", "E0158"),
    ("rate \"fast\"", "E0157"), ("tenure 1, 2 at 3 years", "E0166"), ("rate", "E0147"),
    ("rate 1% per year, 2% per year", "E0148"), ("rate 1% per year by p", "E0146"),
    ("rate 1% per year; rate 2% per year", "E0144"), ("loss lognormal(mean 3)", "E0161"),
    ("loss lognormal(middle 3, p90 4)", "E0162"), ("loss lognormall(3, 4)", "E0160"),
    ("loss 3k", "E0151"),
  ])
  func problemOfAField(field: String, code: String) {
    let text = """
      scenario { start cold }
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p; \(field) }
      """
    #expect(reading(text).diagnostics.map(\.code) == [code])
  }

  @Test(arguments: [
    "rate 0.1% per month", "rate 0.3% per quarter", "rate 每年 1.2%", "lasts 0", "lasts never",
    "detectability equal", "loss 3k yuan per month", "loss 3万元 每月", "initial 5%",
    "loss mixture(0.7 of constant(1k), 0.3 of exponential(mean 5k)) per month",
    "rate ~ pert(0.5%, 1%, 3%) per year", "tenure 1", "loss uniform(1, 3k) per year",
  ])
  func fieldsThatAreRight(field: String) {
    let text = """
      scenario { start cold }
      organization o { unit u { post p { headcount 3 } } }
      risk r { at p; \(field) }
      """
    #expect(told(reading(text)) == [])
  }
}
