import Ledger
import Plan
import Quantities

/// How honest a unit is, and what that does: going with the crowd (model.md G1, tipping), and what co-workers
/// report (G6).
extension Run {
  /// Share of the established seats of each unit whose occupants do nothing wrong, at the beginning of the month.
  mutating func countHonest() {
    guard let spreading = tables.spreading else { return }
    desk.honest.reset(to: 0, count: spreading.seats.count)
    for unit in spreading.seats.indices where spreading.seats[unit] > 0 {
      var honest = 0
      for post in spreading.posts[unit] {
        let seat0 = frame.layout.posts[post].seat0
        for seat in seat0..<seat0 + tables.headcounts[post]
        where state.ongoing[seat] == 0 {
          honest += 1
        }
      }
      desk.honest[unit] = Double(honest) / Double(spreading.seats[unit])
    }
    tables.refold(honest: desk.honest, frame.layout, frame.causes)
  }

  /// While too few are honest the idle begin, whoever they are; while enough are, ends come sooner.
  mutating func goWithTheCrowd(_ spreading: Spreading) {
    let units = spreading.seats.count
    var tipped = spreading.tipped
    for (risk, hazard) in spreading.conformity.enumerated() where hazard > 0 {
      for unit in 0..<units {
        tipped[risk * units + unit] = desk.honest[unit] < spreading.tipsBelow[risk]
        guard tipped[risk * units + unit] else { continue }
        for post in spreading.posts[unit] {
          let exposure = Int(spreading.exposures[post * tables.scheme.risks.count + risk])
          if exposure >= 0 { drawIn(exposure, post, hazard) }
        }
      }
    }
    tables.refold(tipped: tipped, frame.layout, frame.causes)
  }

  /// Everybody idle under a risk at a post is tempted with the hazard of the crowd.
  private mutating func drawIn(_ exposure: Int, _ post: Int, _ hazard: Double) {
    let seat0 = frame.layout.posts[post].seat0
    for seat in seat0..<seat0 + tables.headcounts[post]
    where !state.seats[seat].isVacant && state.cells[frame.layout.cell(seat, exposure)] == -1 {
      let word = luck.word(.conformity, meaning(ofTempted: Int32(seat), Int32(exposure)))
      if frame.logs.draw(word) < hazard { tempt(seat, exposure, via: .infected) }
    }
  }
}
