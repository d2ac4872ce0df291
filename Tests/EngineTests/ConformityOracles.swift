import Engine
import Ledger
import Plan
import Quantities
import Testing

/// O41 and what it is made of: going with the crowd, co-workers who report.
struct ConformityOracles {
  private func office(active: Double, horizon: Int = 4, rate: Double = 0.2) -> Office {
    var office = Office(seats: 400, horizon: horizon)
    office.addOffences(share: active) {
      $0.tipping = Rate(rate)
      $0.tipsBelow = Share(0.5)
    }
    return office
  }

  /// While too few are honest the idle begin with the hazard, whoever they are, and nobody stops.
  @Test func aBadCrowdDrawsIn() {
    var office = office(active: 0.7)
    office.scheme.officials.spread = Factor(0.5)
    var evidence = Evidence()
    office.forEachRun(200) { ledgers in
      let offences = ledgers[0].rows(.offences)
      let areCensored = offences.allSatisfy { $0[.reason] == EndReason.censored.rawValue }
      #expect(areCensored)
      let drawn = offences.count { $0[.infected] == 1 }
      let idle = Double(400 - offences.count + drawn)
      evidence.add(Double(drawn), per: idle * -exponentialMinusOne(-0.8))
    }
    evidence.expect(1, power: 0.04)
  }

  /// While enough are honest nobody is drawn in and those active stop with the hazard.
  @Test func aGoodCrowdDrawsOut() {
    var evidence = Evidence()
    office(active: 0.3).forEachRun(200) { ledgers in
      let offences = ledgers[0].rows(.offences)
      let areTempted = offences.allSatisfy { $0[.infected] == 0 }
      #expect(areTempted)
      let ended = offences.count { $0[.reason] == EndReason.desisted.rawValue }
      evidence.add(Double(ended), per: Double(offences.count) * -exponentialMinusOne(-0.8))
    }
    evidence.expect(1, power: 0.04)
  }

  /// What counts is the unit, and its established seats: a vacant one is nobody honest.
  @Test func eachUnitHasACrowdOfItsOwn() {
    var office = Office(seats: 100, horizon: 3)
    office.addUnit()
    office.addPost(seats: 100)
    office.addRisk {
      $0.at = Selection(posts: [0])
      $0.initial = Share(0.55)
    }
    office.addRisk {
      $0.tipping = Rate(5)
      $0.tipsBelow = Share(0.5)
      $0.at = Selection(posts: [0, 1])
    }
    var drawn = [0, 0]
    office.forEachRun(20) { ledgers in
      for row in ledgers[0].rows(.offences) where row[.infected] == 1 { drawn[Int(row.post)] += 1 }
    }
    #expect(drawn[0] > 500)
    #expect(drawn[1] == 0)
    // Six of ten leave in the first month and are not replaced.
    var vacant = Office(seats: 200, horizon: 12)
    vacant.addRisk {
      $0.tipping = Rate(1); $0.tipsBelow = Share(0.5)
    }
    vacant.addTurnover(0.9) { $0.refill = .constant(200) }
    var infected = 0
    vacant.forEachRun(10) { infected += $0[0].count(.offences) { $0[.infected] == 1 } }
    #expect(infected > 50)
  }

  /// Co-workers report what is active with σ times the honest share, by their own channel, and nothing that is over.
  @Test func coworkersReport() {
    var office = Office(desks: 60, horizon: 12)
    office.addOffences(share: 0.4)
    office.addChannel {
      $0.coworkers = Rate(0.5); $0.realName = Share(0.5)
    }
    var evidence = Evidence()
    office.forEachRun(200) { ledgers in
      let active = Double(ledgers[0].count(.offences))
      let reports = ledgers[0].rows(.reports)
      let areFromCoworkers = reports.allSatisfy { $0[.channel] == ReportChannel.coworker.rawValue }
      #expect(areFromCoworkers)
      let areOfEmployees = reports.allSatisfy { $0[.reporter] == Reporter.employee.rawValue }
      #expect(areOfEmployees)
      let areTrue = reports.allSatisfy { $0[.genuine] == 1 }
      #expect(areTrue)
      evidence.add(Double(reports.count), per: 12 * 0.5 * active * (60 - active) / 60)
    }
    evidence.expect(1, power: 0.04)
    office.scheme.risks[0].lasts = Months(3)
    office.scheme.risks[0].evidenceLasts = Months(60)
    var later = 0
    office.forEachRun(20) { ledgers in
      let ends = Dictionary(
        ledgers[0].rows(.offences).map { ($0.post, $0.time(.months) ?? 0) },
        uniquingKeysWith: max)
      for report in ledgers[0].rows(.reports) {
        #expect(Double(report.month - 1) < ends[report.post] ?? 0)
        later += 1
      }
    }
    #expect(later > 0)
  }

  /// Colleagues know what they see better the plainer it is; a channel without any is as it was.
  @Test func coworkersSeeWhatIsPlain() {
    var office = Office(seats: 200, horizon: 12)
    office.addOffences(share: 0.1) { $0.stageDetect = PerStage(sign: 0.5) }
    office.addChannel { $0.coworkers = Rate(0.2) }
    office.evidence(260) { ledger in
      let active = Double(ledger.count(.offences))
      return (Double(ledger.count(.reports)), 12 * 0.1 * active * (200 - active) / 200)
    }.expect(1, power: 0.07)
    office.addChannel(0.1)
    office.forEachRun(10) { ledgers in
      #expect(ledgers[0].count(.reports) { $0[.channel] == ReportChannel.general.rawValue } > 0)
    }
  }
}
