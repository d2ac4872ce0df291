import Ledger
import Plan
import Quantities

/// Perceived risk folded: what p̂ does to onset, by exposure (model.md G1).
///
/// D = clamp(((g + m₀)/(g_ref + m₀))^(−ε), ¼, 4) with g = p̂·s·v^κ: p̂ the perceived chance of being caught, s how
/// likely a form of 2 or more then is, v how heavy such forms are. What has the index `ref` is the baseline's.
struct Deterrence {
  /// What perceived risk does to the onset of one risk at one post.
  struct Effect {
    var elasticity = 0.0
    /// s·v^κ.
    var strength = 0.0
    /// ln(g_ref + m₀).
    var reference = 0.0
    /// p₀.
    var prior = 0.0
    /// D before anything is learnt, and the highest that it can be.
    var unlearnt: Float = 1
    var highest: Float = 1
  }

  /// By exposure.
  var effects: [Effect] = []
  /// Weight k of the prior.
  var weight = 20.0
  let fading: Fading
  /// By post.
  var units: [Int32] = []
  var organizations: [Int32] = []

  /// So little is feared even if nobody is ever caught: m₀.
  static let least = 0.002

  /// The multiplier D of a perceived risk.
  static func multiplier(_ effect: Effect, perceived: Double) -> Float {
    let felt = naturalLog(perceived * effect.strength + least)
    return Float(
      min(max(exponential(-effect.elasticity * (felt - effect.reference)), 0.25), 4))
  }

  /// The multiplier D of the onset of an exposure for the person in a seat at the end of a month.
  func multiplier(
    _ exposure: Int, at seat: Int, of person: UInt64, post: Int, month: Int,
    _ beliefs: borrowing Beliefs
  ) -> Float {
    let effect = effects[exposure]
    guard effect.elasticity > 0 else { return 1 }
    let unit = beliefs.units[Int(units[post])].faded(to: month, fading)
    let all = beliefs.organizations[Int(organizations[post])].faded(to: month, fading)
    var caught = unit.caught + all.caught
    var chances = unit.chances + all.chances
    if beliefs.own[seat].person == person {
      let own = beliefs.own[seat].experience.faded(to: month, fading)
      caught += own.caught
      chances += own.chances
    }
    guard caught | chances != 0 else { return effect.unlearnt }
    let perceived =
      (weight * effect.prior + Double(caught) * 0x1p-24) / (weight + Double(chances) * 0x1p-24)
    return Deterrence.multiplier(effect, perceived: perceived)
  }
}

extension Tables {
  mutating func foldDeterrence(_ layout: Layout) {
    guard let terms = scheme.deterrence else { return }
    let former = baseline.deterrence ?? terms
    var folded = Deterrence(fading: Fading(halfLife: terms.halfLife.number))
    folded.weight = terms.learning.number
    folded.units = scheme.posts.map { Int32($0.unit) }
    folded.organizations = scheme.posts.map { Int32(scheme.units[$0.unit].organization) }
    for exposure in layout.exposures {
      var effect = Deterrence.Effect()
      if exposure.risk < scheme.risks.count, exposure.post < scheme.posts.count {
        let risk = scheme.risks[exposure.risk]
        let unit = scheme.posts[exposure.post].unit
        let before =
          exposure.risk < baseline.risks.count ? baseline.risks[exposure.risk] : risk
        let announced =
          (terms.announced?.number ?? scheme.announced(at: exposure.post))
          - (former.announced?.number ?? baseline.announced(at: exposure.post))
        effect.elasticity = risk.elasticity.number
        effect.strength = scheme.strength(risk.severity, terms.severityExponent.number, in: unit)
        effect.reference = naturalLog(
          former.prior.number
            * baseline.strength(before.severity, former.severityExponent.number, in: unit)
            + Deterrence.least)
        effect.prior = min(
          max(terms.prior.number + terms.announcement.number * announced, 0.001), 0.999)
        effect.unlearnt = Deterrence.multiplier(effect, perceived: effect.prior)
        // Without visits that show nothing, what is learnt makes nobody bolder.
        effect.highest =
          layout.hasCleanVisits ? Deterrence.multiplier(effect, perceived: 0) : effect.unlearnt
      }
      folded.effects.append(effect)
    }
    deterrence = folded
    isDeterring = folded.effects.contains { $0.elasticity > 0 }
  }
}

extension Scheme {
  /// The deterrence that acts.
  var deterrence: DeterrenceTerms? { deterrences.last(where: \.isOn) }

  /// s·v^κ of the sanctions for offences of a severity in a unit: how likely a form of 2 or more is, times the
  /// mean weight of such forms to the power of κ. Nothing where nobody sanctions.
  func strength(_ severity: Severity, _ exponent: Double, in unit: Int) -> Double {
    guard let sanction = sanctions.last(where: \.isOn) else { return 0 }
    var certainty = 0.0
    var weight = 0.0
    for stage in Stage.allCases {
      let mix = [severity.sign, severity.violation, severity.crime][stage.rawValue].number
      for form in Form.allCases where form != .first {
        let share = mix * sanction[stage][form].number
        certainty += share
        weight += share * sanction.weights[form].number
      }
    }
    guard certainty > 0 else { return 0 }
    return certainty * acts(of: sanction.by, in: unit) * power(weight / certainty, exponent)
  }

  /// Share of findings that whoever sanctions acts on.
  private func acts(of performer: Performer, in unit: Int) -> Double {
    guard units.indices.contains(unit) else { return 1 }
    let queue = Queues(self).queue(of: performer, unit: unit)
    return queue < bodies.count ? bodies[queue].acts.number : 1
  }

  /// a = 1 − Π(1 − covers·finds)^(12/every) over the announced reviews of a post.
  func announced(at post: Int) -> Double {
    var escapes = 1.0
    for review in reviews
    where review.isOn && review.isAnnounced && review.every.number < .infinity
      && review.scope.contains(post)
    {
      escapes *= power(
        1 - review.covers.number * review.finds.number, 12 / max(review.every.number, 1))
    }
    return 1 - escapes
  }
}
