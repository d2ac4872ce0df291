import Ledger
import Plan
import Syntax
import Testing
import Vocabulary

/// Every scope in which words can clash.
private let scopes: [Scope] =
  [.program, .expression, .groupings]
  + KindEntry.all.map { .block($0.kind) }
  + KindEntry.all.flatMap { entry in
    entry.rows.flatMap { row in
      [Scope.value(entry.kind, field: row.word.en), .group(entry.kind, field: row.word.en)]
    }
  }
  + EventKind.named.map { .rows($0) }
  + EventField.allCases.map { .codes($0) }

@Suite struct WordTests {
  @Test func noTwoWordsClashInAScope() {
    for scope in scopes {
      for language in Language.allCases {
        var seen: Set<String> = []
        for candidate in Lookup.candidates(in: scope) {
          let spelling = candidate.word[language]
          #expect(!spelling.isEmpty)
          #expect(seen.insert(spelling).inserted, "`\(spelling)` twice in \(scope)")
        }
      }
    }
  }

  @Test func aWordMeansTheSameInBothLanguages() {
    for scope in scopes {
      for candidate in Lookup.candidates(in: scope) {
        let en = Lookup.meaning(of: candidate.word.en, in: scope)
        let zh = Lookup.meaning(of: candidate.word.zh, in: scope)
        #expect(en == candidate.meaning && zh == candidate.meaning, "\(candidate.word)")
      }
    }
  }

  @Test func enumerationsFitTheirCodes() {
    #expect(WorkField.enumeration.values.count == WorkField.allCases.count)
    #expect(BodyKind.enumeration.values.count == BodyKind.allCases.count)
    #expect(ResponseCause.enumeration.values.count == ResponseCause.allCases.count)
    #expect(EndReason.enumeration.values.count == EndReason.allCases.count)
    #expect(LeadSource.enumeration.values.count == LeadSource.allCases.count)
    #expect(ItemStatus.enumeration.values.count == ItemStatus.allCases.count)
    #expect(MoveReason.enumeration.values.count == MoveReason.allCases.count)
    #expect(Activity.enumeration.values.count == Activity.allCases.count)
    #expect(Colour.enumeration.values.count == Colour.allCases.count)
    #expect(Stage.enumeration.values.count == Stage.allCases.count)
    #expect(PostClass.enumeration.values.count == PostClass.allCases.count)
    #expect(Form.enumeration.values.count == Form.allCases.count)
    #expect(AttemptOutcome.enumeration.values.count == AttemptOutcome.allCases.count)
    #expect(Reporter.enumeration.values.count == Reporter.allCases.count)
    #expect(Disposal.enumeration.values.count == Disposal.allCases.count)
    #expect(ControlKind.enumeration.values.count == ControlKind.allCases.count)
    #expect(FileLevel.enumeration.values.count == FileLevel.allCases.count)
    #expect(Targeting.byScore.word.en == "by_score")
    #expect(WorkField.lawEnforcement.word.en == "law_enforcement")
    #expect(Performer(word: "派驻机构") == .kind(.resident) && Performer(word: "unit") == .unit)
  }

  @Test func everyFieldWithACodeSaysWhatItMeans() {
    for field in EventField.allCases {
      #expect((field.unit == .code) == (field.codes != nil), "\(field)")
    }
  }

  @Test func wordsOfTheContractAreRecognised() {
    #expect(LaterWords.find("lesson")?.role == .kind)
    #expect(LaterWords.find("对标", in: .experiment)?.role == .field(of: "experiment"))
    #expect(LaterWords.find("归因")?.role == .command)
    #expect(LaterWords.find("媒体")?.role == .value(of: "channel"))
    #expect(LaterWords.find("coverge") == nil)
  }

  @Test func noLaterWordIsAlreadyARow() {
    for later in LaterWords.all {
      let scope: Scope?
      switch later.role {
      case .kind, .command: scope = .program
      case .field(let owner): scope = Kind(rawValue: owner).map { .block($0) }
      case .value: scope = nil
      }
      for spelling in [later.word.en, later.word.zh] {
        #expect(LaterWords.find(spelling) != nil)
        guard let scope else { continue }
        #expect(Lookup.meaning(of: spelling, in: scope) == nil, "\(spelling) in \(scope)")
      }
    }
  }

  @Test func misspeltWordsFindTheirNeighbours() {
    #expect(Lookup.suggestions(for: "coverge", in: .block(.rotation)).first == "coverage")
    #expect(Lookup.suggestions(for: "覆概", in: .block(.rotation)).first == "覆盖")
    #expect(Lookup.suggestions(for: "轮刚", in: .program).first == "轮岗")
    #expect(
      Lookup.suggestions(for: "exchnage", in: .value(.rotation, field: "mode")) == ["exchange"])
    #expect(Lookup.suggestions(for: "sev", in: .block(.risk)).first == "severity")
    #expect(Lookup.suggestions(for: "zzzzzz", in: .program).isEmpty)
    #expect(Nearest.words(to: "", among: ["a"]).isEmpty)
  }

  @Test func wordsAreCompletedInBothLanguages() {
    let rows = Lookup.completions(of: "c", in: .block(.rotation)).map(\.word.en)
    #expect(rows == ["coverage", "cost", "copies"])
    #expect(Lookup.completions(of: "轮岗", in: .block(.rotation)).map(\.word.en) == ["mode"])
    #expect(Lookup.completions(of: "", in: .groupings).count == Grouping.all.count)
  }

  @Test func helpFindsEverythingThatAWordMeans() {
    let coverage = KindEntry.of(.rotation).row("coverage")
    #expect(coverage.map { Topic.named("轮岗.覆盖") == [.field(.rotation, $0)] } == true)
    #expect(Topic.named("coverage").count == 1)
    let yellow = Topic.named("yellow")
    #expect(yellow.contains(.word(Colour.enumeration, Colour.yellow.rawValue)))
    #expect(Topic.named("escalates") == Topic.named("risk.severity.escalates"))
    #expect(Topic.named("offences.loss") == [.eventField(.offences, .loss)])
    #expect(Topic.named("rotation").first == .kind(KindEntry.of(.rotation)))
    #expect(Topic.named("experiment.match") == LaterWords.find("match").map { [.later($0)] })
    #expect(
      Topic.named("response.explain")
        == Enumeration.responseTo.code(of: "explain").map { [.word(.responseTo, $0)] })
    #expect(Topic.named("处置.责令说明.时限") == Topic.named("response.within"))
    #expect(Topic.named("coverge").isEmpty && Topic.named("...").isEmpty)
  }

  @Test func distributionsKnowTheirParameters() {
    for family in DistributionFamily.allCases {
      #expect(DistributionFamily(word: family.word.zh) == family)
      for way in family.parameters {
        #expect(Set(way.map(\.word.zh)).count == way.count)
      }
    }
    #expect(DistributionFamily.Parameter(word: "中位数") == .median)
  }
}
