import Ledger
import Plan
import Quantities

/// What a control stops turns elsewhere (model.md G2): the same person at another risk of his seat, once, under the
/// controls that act there.
extension Run {
  /// Some of what a control stopped is tried elsewhere. What was given up for want of an accomplice was stopped by
  /// the controls that nobody passes alone.
  mutating func displace(_ attempt: Attempt, by control: Int?) {
    guard attempt.via != .displaced else { return }
    for index in tables.guards[Int(attempt.guarded)].displacements {
      let displacement = tables.displacements[index]
      guard control.map({ $0 == displacement.control }) ?? displacement.isStrict else { continue }
      let words = luck.block(
        .displacement,
        meaning(ofTempted: attempt.seat, attempt.exposure).joined(displacement.meaning))
      guard certainly(words.0, below: displacement.share) else { continue }
      let target = displacement.exposures[choice(words.1, of: displacement.exposures.count)]
      desk.displaced.append(Attempt(seat: attempt.seat, exposure: target, via: .displaced))
      return
    }
  }

  /// Who turned elsewhere tries there, if nothing goes on there already, with luck of its own.
  mutating func tryElsewhere() {
    var displaced = Column<Attempt>()
    swap(&displaced, &desk.displaced)
    for place in displaced.indices {
      let (seat, exposure) = (Int(displaced[place].seat), Int(displaced[place].exposure))
      let cell = frame.layout.cell(seat, exposure)
      if state.cells[cell] == -1 { attempt(seat, exposure, cell, via: .displaced) }
    }
    displaced.clear()
    swap(&displaced, &desk.displaced)
    meetControls(round: 1)
  }
}

extension Guard {
  /// Where what one control stops turns to.
  struct Displacement {
    var control: Int
    var meaning: Meaning
    var share: Double
    /// Whether nobody passes it alone.
    var isStrict: Bool
    /// The exposures of the post, each as likely.
    var exposures: [Int32]
  }
}

extension Tables {
  /// Where what is stopped at an exposure turns to, in the order of the hashes of the controls' names.
  mutating func foldDisplacements(
    _ acting: [Int], _ meanings: [Meaning], _ exposure: Layout.Exposure, _ layout: Layout
  ) -> Range<Int> {
    let first = displacements.count
    for index in acting.sorted(by: { $0.bits(meanings) < $1.bits(meanings) }) {
      let control = scheme.controls[index]
      guard control.displaces.number > 0, let risks = control.displacesTo else { continue }
      let exposures = layout.posts[exposure.post].exposures.filter {
        let risk = layout.exposures[$0].risk
        return risk != exposure.risk && risks.contains(risk) && scheme.risks.indices.contains(risk)
          && scheme.risks[risk].isOn && scheme.risks[risk].at.posts.contains(exposure.post)
      }
      guard !exposures.isEmpty else { continue }
      displacements.append(
        Guard.Displacement(
          control: index, meaning: meanings[index], share: control.displaces.number,
          isStrict: control.evades.number < 1, exposures: exposures.map { Int32($0) }))
    }
    return first..<displacements.count
  }
}
