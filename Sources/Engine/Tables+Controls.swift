import Plan
import Quantities

/// The controls of one risk at one post together (model.md G2).
///
/// In the order of their own strength and of the hashes of their names, so that the order of declaration means
/// nothing.
struct Guard {
  /// Share that overrides every control: o.
  var override = 0.0
  /// Share of what finds no accomplice that goes on alone: e* = Π(1 − u(1 − e)).
  var alone = 1.0
  /// Its stops and its temptations to collude, among those of the tables.
  var stops = 0..<0
  var collusions = 0..<0

  /// Whether no control does anything here.
  var isOpen: Bool { stops.isEmpty && collusions.isEmpty && alone >= 1 }
}

extension Guard {
  /// What one control stops beside those that stop more.
  struct Stop {
    var control: Int
    /// A uniform number below this, and not below that of the stop before, is stopped by this control:
    /// B so far.
    var below: Double
    /// Share of it that is noticed.
    var notices: Double
  }

  /// How one control makes people look for an accomplice.
  struct Collusion {
    var meaning: Meaning
    /// Share won over at relation 1, c·u, and share in which anybody is asked, u.
    var share: Double
    var performed: Double
    var relation: Curve
    var tells: Double
    var loss: CollusionFactor
    /// The seats that are asked, each as likely: those established at these posts.
    var posts: [Int]
    var seats: Int
  }

  /// At most so many are won over, however close they are.
  static let mostWonOver = 0.9
}

extension Tables {
  /// Folds what the controls do at each exposure; nothing where no scheme has any.
  mutating func foldControls(_ layout: Layout) {
    guard scheme.controls.contains(where: \.isOn) else { return }
    let meanings = scheme.controls.map { Meaning("control." + $0.name) }
    for exposure in layout.exposures {
      let acting = scheme.controls.indices.filter {
        scheme.controls[$0].acts(against: exposure.risk, at: exposure.post)
      }
      var guarded = Guard()
      if !acting.isEmpty {
        guarded.override = scheme.posts[exposure.post].override.number
        guarded.stops = foldStops(acting, meanings, override: guarded.override, exposure)
        guarded.collusions = foldCollusions(acting, meanings, exposure)
        for control in acting.map({ scheme.controls[$0] }) {
          guarded.alone *= 1 - control.performed.number * (1 - control.evades.number)
        }
      }
      guards.append(guarded)
    }
    isGuarded = guards.contains { !$0.isOpen }
  }

  /// b′ = min(1, b·u/(1 − o)), the strongest first; B = 1 − (1 − b′₁)·Π(1 − ρ·b′).
  private mutating func foldStops(
    _ acting: [Int], _ meanings: [Meaning], override: Double, _ exposure: Layout.Exposure
  ) -> Range<Int> {
    let unit = scheme.posts[exposure.post].unit
    let independence = scheme.organizations[scheme.units[unit].organization].independence.number
    func strength(_ control: Int) -> Double {
      let wanted =
        scheme.controls[control].blocks.number * scheme.controls[control].performed.number
      return wanted <= 0 ? 0 : override < 1 ? min(1, wanted / (1 - override)) : 0
    }
    let first = stops.count
    var passes = 1.0
    let order = acting.map { (control: $0, strength: strength($0)) }
      .filter { $0.strength > 0 }
      .sorted {
        ($0.strength, $1.control.bits(meanings)) > ($1.strength, $0.control.bits(meanings))
      }
    for (place, one) in order.enumerated() {
      passes *= 1 - (place == 0 ? 1 : independence) * one.strength
      stops.append(
        Guard.Stop(
          control: one.control, below: 1 - passes,
          notices: scheme.controls[one.control].notices.number))
    }
    return first..<stops.count
  }

  private mutating func foldCollusions(
    _ acting: [Int], _ meanings: [Meaning], _ exposure: Layout.Exposure
  ) -> Range<Int> {
    let first = collusions.count
    for index in acting.sorted(by: { $0.bits(meanings) < $1.bits(meanings) }) {
      let control = scheme.controls[index]
      let share = control.colludes.number * control.performed.number
      guard share > 0 else { continue }
      let posts = accomplicePosts(control, of: exposure.post)
      collusions.append(
        Guard.Collusion(
          meaning: meanings[index], share: share, performed: control.performed.number,
          relation: control.relation, tells: control.tells.number, loss: control.lossFactor,
          posts: posts, seats: posts.reduce(0) { $0 + headcounts[$1] }))
    }
    return first..<collusions.count
  }

  /// Where an accomplice is sought: in the same unit, else in the organisation.
  private func accomplicePosts(_ control: ControlTerms, of post: Int) -> [Int] {
    let posts = (control.colludesBy ?? control.at).posts.filter {
      $0 < headcounts.count && headcounts[$0] > 0
    }
    let unit = scheme.posts[post].unit
    let near = posts.filter { scheme.posts[$0].unit == unit }
    guard near.isEmpty else { return near }
    let organization = scheme.units[unit].organization
    return posts.filter { scheme.units[scheme.posts[$0].unit].organization == organization }
  }

  /// What the controls of an exposure add to its trace: Σ traces·performed.
  func traces(of exposure: Layout.Exposure) -> Double {
    scheme.controls.reduce(0) {
      $0
        + ($1.acts(against: exposure.risk, at: exposure.post)
          ? $1.traces.number * $1.performed.number : 0)
    }
  }
}

extension ControlTerms {
  /// Whether it acts on a risk at a post.
  func acts(against risk: Int, at post: Int) -> Bool {
    isOn && at.posts.contains(post) && against?.contains(risk) ?? true
  }
}

extension Int {
  /// The hash of what has this index.
  fileprivate func bits(_ meanings: [Meaning]) -> UInt64 { meanings[self].bits }
}
