import Plan
import Quantities
import Syntax
import Testing
import Vocabulary

/// Stored properties that no row writes, with the reason.
private let unspelled = [
  "name": "the declared name", "path": "the path of the declared name",
  "organization": "the enclosing declaration", "unit": "the enclosing declaration",
  "cause": "the name of the declaration", "isOn": "`KIND off` and `without`",
  "dimension": "follows from `clean`", "usualVisit": "the default of `visit`, by who performs",
  "isPerforming": "whether `performs` is written", "isHardening": "whether `hardens` is written",
  "isTuning": "whether `tunes` is written", "organizations": "follows from `scope`",
]

/// The stored properties that what a row takes changes.
private func changed<Owner: Terms>(by takes: [Takes<Owner>]) -> Set<String> {
  let before = Mirror(reflecting: Owner()).children.map { ($0.label ?? "", "\($0.value)") }
  var labels: Set<String> = []
  for takes in takes {
    for code in 0...2 {
      var owner = Owner()
      touch(takes, &owner, code)
      for (old, new) in zip(before, Mirror(reflecting: owner).children)
      where old.1 != "\(new.value)" {
        labels.insert(old.0)
      }
    }
  }
  return labels
}

/// Writes something that is no neutral value; one of three codes differs from the neutral one.
private func touch<Owner: Terms>(_ takes: Takes<Owner>, _ owner: inout Owner, _ code: Int) {
  let here = Span(0, 1)
  let value = Value(.path(Path([Name("x", span: here)])), span: here)
  let path = Path([Name("x", span: here)])
  let entry = Entry(head: path, change: nil, groups: [], block: nil, span: here)
  switch takes {
  case .number(_, let field): owner[keyPath: field] = 7.25
  case .optionalNumber(_, let field): owner[keyPath: field] = 7.25
  case .distribution(_, let field): owner[keyPath: field] = .exponential(mean: 7.25)
  case .optionalDistribution(_, let field): owner[keyPath: field] = .exponential(mean: 7.25)
  case .readings(let field): owner[keyPath: field] = [.init(reading: .constant(1), under: [0])]
  case .occasions(let field): owner[keyPath: field] = [ReviewOccasion(.rising)]
  case .curve(let field): owner[keyPath: field] = Curve(constant: 7.25)
  case .selection(let field): owner[keyPath: field] = Selection(posts: [7])
  case .optionalSelection(let field): owner[keyPath: field] = Selection(posts: [7])
  case .choice(_, let store): store(&owner, code)
  case .choices(_, let store): store(&owner, [code])
  case .performer(let field): owner[keyPath: field] = .body(7)
  case .units(let field), .risks(let field), .controls(let field): owner[keyPath: field] = [7]
  case .pool(let field), .post(let field), .organization(let field): owner[keyPath: field] = 7
  case .scores(let field): owner[keyPath: field].findings = true
  case .indicators(let field), .bodies(let field): owner[keyPath: field] = [7]
  case .optionalPerformer(let field): owner[keyPath: field] = .body(7)
  case .claim(_, let field): owner[keyPath: field] = ListingTerms.usual
  case .optionalClaim(_, let field): owner[keyPath: field] = ListingTerms.usual
  case .body(let field): owner[keyPath: field] = 7
  case .text(let field), .word(let field): owner[keyPath: field] = "x"
  case .flag(let field): owner[keyPath: field].toggle()
  case .expression(let field), .point(let field): owner[keyPath: field] = value
  case .conditions(let field): owner[keyPath: field] = [value]
  case .names(_, let field): owner[keyPath: field] = [path]
  case .texts(let field): owner[keyPath: field] = ["x"]
  case .entries(let field), .steps(let field): owner[keyPath: field] = [entry]
  case .kept: break
  case .group(let rows): for row in rows { touch(row.takes, &owner, code) }
  case .each(_, _, let fields), .series(_, _, let fields, _):
    for field in fields { owner[keyPath: field] = 7.25 }
  }
}

/// Expects one row for every stored property.
private func expectComplete<Owner: Terms>(_ rows: [Row<Owner>], _ opening: Row<Owner>? = nil) {
  var writers: [String: [String]] = [:]
  for row in [opening].compactMap({ $0 }) + rows {
    let labels = changed(by: [row.takes] + row.clauses.map(\.takes))
    #expect(!labels.isEmpty, "\(Owner.self): `\(row.word.en)` writes nothing")
    for label in labels { writers[label, default: []].append(row.word.en) }
  }
  for child in Mirror(reflecting: Owner()).children {
    guard let label = child.label else { continue }
    if unspelled[label] != nil, writers[label] == nil { continue }
    #expect(writers[label]?.count == 1, "\(Owner.self).\(label): \(writers[label] ?? [])")
  }
}

private func expectComplete<Owner: Spelled>(_: Owner.Type) {
  expectComplete(Owner.rows, Owner.opening)
}

@Suite struct RowTests {
  @Test func everyTermHasOneRow() {
    expectComplete(CommonTerms.self)
    expectComplete(OrganizationTerms.self)
    expectComplete(UnitTerms.self)
    expectComplete(PostTerms.self)
    expectComplete(OfficialsTerms.self)
    expectComplete(TurnoverTerms.self)
    expectComplete(BodyTerms.self)
    expectComplete(PoolTerms.self)
    expectComplete(RuleText.self)
    expectComplete(AppraisalTerms.self)
    expectComplete(RuleStep.self)
    expectComplete(RiskTerms.self)
    expectComplete(IndicatorTerms.rows + IndicatorTerms.thresholdRows)
    expectComplete(ResponseTerms.self)
    expectComplete(ReviewTerms.self)
    expectComplete(ReportingTerms.self)
    expectComplete(RotationTerms.self)
    expectComplete(ControlTerms.self)
    expectComplete(SanctionTerms.self)
    expectComplete(RemedyTerms.self)
    expectComplete(DeterrenceTerms.self)
    expectComplete(ScenarioTerms.self)
    expectComplete(MetricTerms.self)
    expectComplete(NormTerms.self)
    expectComplete(TargetTerms.self)
    expectComplete(PolicyTerms.self)
    expectComplete(ExperimentTerms.self)
    expectComplete(ExpectTerms.self)
    expectComplete(EvidenceTerms.self)
    expectComplete(UseTerms.self)
  }

  @Test func nestedRowsWriteDifferentNumbers() {
    for row in RiskTerms.rows where !row.children.isEmpty {
      let written = row.children.map { child in
        var risk = RiskTerms()
        touch(child.takes, &risk, 0)
        return "\(risk)"
      }
      #expect(Set(written).count == row.children.count)
    }
  }

  @Test func everyRowSpeaksBothLanguages() {
    for entry in KindEntry.all {
      for row in ([entry.opening].compactMap { $0 } + entry.rows).flatMap({ [$0] + $0.children }) {
        let place = "\(entry.kind).\(row.word.en)"
        for said in [row.word, row.help, row.usually ?? Wording("-", "-")] {
          #expect(!said.en.isEmpty && !said.zh.isEmpty, "\(place)")
        }
        #expect(row.help.zh.unicodeScalars.contains { $0.value > 0x2E80 }, "\(place)")
        #expect(!row.grounds.text(.zh).isEmpty)
        #expect(row.example.hasPrefix(row.word.en), "\(place): \(row.example)")
        #expect(row.isRequired || row.usually != nil || !row.children.isEmpty, "\(place)")
      }
    }
  }

  @Test func boundsContainTheDefault() {
    var checked = 0
    for row in KindEntry.all.flatMap(\.rows).flatMap({ [$0] + $0.children }) {
      guard let range = row.range, let number = row.usualNumber else { continue }
      #expect(range.contains(number), "\(row.word.en): \(number) is not in \(range)")
      checked += 1
    }
    #expect(checked > 40)
  }

  @Test func aFigureHasTheDimensionOfItsField() {
    func expectDimensions<Owner: Spelled>(_: Owner.Type) {
      for row in Owner.rows + Owner.rows.flatMap(\.children) {
        guard case .number(let dimension?) = row.takes.shape else { continue }
        let said: Set<Dimension> = [.count, .number].contains(dimension) ? [.number] : [dimension]
        for bound in [row.bounds?.low, row.bounds?.high].compactMap({ $0 }) {
          #expect(said.contains(bound.dimension), "\(Owner.self).\(row.word.en)")
        }
        if case .amount(let amount) = row.usually {
          #expect(said.contains(amount.dimension), "\(Owner.self).\(row.word.en)")
        }
      }
      for row in Owner.rows {
        guard case .amounts(let amounts) = row.usually, let words = row.takes.shape.words else {
          continue
        }
        #expect(amounts.count == words.values.count, "\(Owner.self).\(row.word.en)")
        #expect(amounts.allSatisfy { row.bounds?.canonical.contains($0.canonical) == true })
      }
    }
    expectDimensions(RiskTerms.self)
    expectDimensions(ReviewTerms.self)
    expectDimensions(ReportingTerms.self)
    expectDimensions(ResponseTerms.self)
    expectDimensions(RotationTerms.self)
    expectDimensions(ControlTerms.self)
    expectDimensions(SanctionTerms.self)
    expectDimensions(DeterrenceTerms.self)
    expectDimensions(OrganizationTerms.self)
    expectDimensions(UnitTerms.self)
    expectDimensions(PostTerms.self)
    expectDimensions(OfficialsTerms.self)
    expectDimensions(TurnoverTerms.self)
    expectDimensions(BodyTerms.self)
    expectDimensions(IndicatorTerms.self)
    expectDimensions(ScenarioTerms.self)
  }

  @Test func defaultsFillWhatIsNotWritten() {
    var risk = RiskTerms()
    for row in RiskTerms.rows { row.fill(&risk) }
    #expect(risk.rate == Rate(0.012 / 12))
    #expect(risk.severity.sign == Share(0.6) && risk.severity.escalates == Rate(0.04))
    #expect(risk.stageLoss == PerStage(sign: 0.1, violation: 1, crime: 2))
    #expect(risk.tenureLoss.points.count == 3)
    var review = ReviewTerms()
    review.every = Months(3)
    for row in ReviewTerms.rows where row.word.en != "every" { row.fill(&review) }
    #expect(review.first == Months(3) && review.transferWithin == Months(1))
    var red = ResponseTerms()
    red.cause = .red
    for row in ResponseTerms.rows { row.fill(&red) }
    #expect(red.by == .kind(.taskForce) && red.within == Months(3) && red.cost == Price(60_000))
    var post = PostTerms()
    for row in PostTerms.rows { row.fill(&post) }
    #expect(post.powers == [.execution] && post.exchangeGroup == nil)
  }

  @Test func amountsAreWrittenInBothLanguages() {
    #expect(Amount.yuan(80_000).text(.en) == "80k" && Amount.yuan(80_000).text(.zh) == "8万元")
    #expect(Amount.yuan(2000).text(.zh) == "2000元")
    #expect(Amount.percentPerYear(1.2).text(.zh) == "每年 1.2%")
    #expect(Amount.perThousandPersonYears(15).text(.zh) == "每1000人年 15")
    #expect(Amount.never.text(.zh) == "永不" && Amount.unlimited.text(.en) == "unlimited")
    #expect(Amount.perThousandPersonYears(15).canonical == 0.015)
    #expect(Bounds.percentPerYear(0, 50).text(.en) == "0 to 50% per year")
    #expect(Bounds.percentPerYear(0, 50).text(.zh) == "每年 0–50%")
    #expect(Bounds.anyMoney.text(.zh) == "不小于 0元")
  }
}
