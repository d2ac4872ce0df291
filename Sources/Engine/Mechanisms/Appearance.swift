import Ledger
import Plan
import Quantities

/// What leads look like from outside 疑似: never the truth (model.md, settled question 11).
extension Run {
  /// The apparent stage and loss of a lead: of what is behind it, seen dimly, or of nothing.
  ///
  /// A lead that was answered at once has no list of offences, but one, or -1.
  func appearance(of lead: Lead, on offence: Int) -> (stage: UInt8, loss: Money) {
    var stage: UInt8?
    var loss = Money.zero
    func see(_ index: Int) {
      stage = max(stage ?? 0, state.offences[index].stage)
      loss += Money(hundredths: state.offences[index].loss)
    }
    if offence >= 0 { see(offence) }
    var link = lead.offences
    while link >= 0 {
      see(Int(state.links[Int(link)].offence))
      link = state.links[Int(link)].next
    }
    let id = Meaning(bits: lead.id)
    let words = luck.block(.appearance, id)
    guard let stage else {
      return (falseStage(of: id), falseLoss(at: Int(lead.seat), lead.risks, uniform(words.2)))
    }
    let u = uniform(words.0)
    let seen = Int(stage) + (u < 0.7 ? 0 : u < 0.9 ? -1 : 1)
    return (
      UInt8(min(max(seen, 0), Stage.crime.rawValue)), loss * Appearance.blur(uniform(words.1))
    )
  }

  /// The apparent stage of what is not there: 70, 25 and 5 %.
  @inline(__always)
  func falseStage(of id: Meaning) -> UInt8 {
    let u = uniform(luck.block(.appearance, id).0)
    return u < 0.7 ? 0 : u < 0.95 ? 1 : 2
  }

  /// Half a draw of the loss of the first risk that is named.
  private func falseLoss(at seat: Int, _ risks: RiskSet, _ u: Double) -> Money {
    let place = frame.layout.posts[Int(frame.layout.postOfSeat[seat])]
    guard
      let exposure = place.exposures.first(where: {
        risks.meets(.one($0 - place.exposures.lowerBound))
      }),
      frame.layout.exposures[exposure].risk < tables.scheme.risks.count
    else { return .zero }
    let risk = tables.scheme.risks[frame.layout.exposures[exposure].risk]
    return Money(risk.loss.quantile(u) * 0.5)
  }
}

/// How dimly losses are seen.
enum Appearance {
  /// Lognormal with median 1 and 90th percentile 2.
  static func blur(_ u: Double) -> Double {
    let normal = Normal(mean: 0, deviation: 1)
    return exponential(0x1.62e42fefa39efp-1 / normal.quantile(upper: 1.0 / 10) * normal.quantile(u))
  }
}
