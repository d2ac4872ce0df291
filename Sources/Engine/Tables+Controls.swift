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
  /// Where records are asked for, and where what is stopped turns to.
  var recordChecks = 0..<0
  var displacements = 0..<0

  /// Whether no control does anything here.
  var isOpen: Bool {
    stops.isEmpty && collusions.isEmpty && alone >= 1 && recordChecks.isEmpty
  }
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
    (guards, stops, collusions, recordChecks, displacements) = ([], [], [], [], [])
    let meanings = scheme.controls.map { Meaning("control." + $0.name) }
    if acting.isEmpty {
      let at = scheme.controls.map { Set($0.at.posts) }
      acting = layout.exposures.map { exposure in
        scheme.controls.indices.filter { control in
          scheme.controls[control].isOn && at[control].contains(exposure.post)
            && scheme.controls[control].against?.contains(exposure.risk) ?? true
        }
      }
    }
    for index in layout.exposures.indices {
      guards.append(
        foldGuard(of: index, layout.exposures[index], meanings, layout, before: Guard()))
    }
    if isSettling {
      for index in layout.exposures.indices {
        guards.append(foldSettling(of: index, layout.exposures[index], meanings, layout))
      }
    }
    isGuarded = guards.contains { !$0.isOpen }
  }

  /// The controls of a seat to which rotation has just brought somebody.
  private mutating func foldSettling(
    of index: Int, _ exposure: Layout.Exposure, _ meanings: [Meaning], _ layout: Layout
  ) -> Guard {
    guard let rotation = rotation(of: exposure.post), moves[rotation].isSettling else {
      return guards[index]
    }
    return foldGuard(
      of: index, exposure, meanings, layout, before: guards[index], lag: moves[rotation].lag)
  }

  private mutating func foldGuard(
    of index: Int, _ exposure: Layout.Exposure, _ meanings: [Meaning], _ layout: Layout,
    before: Guard, lag: Double = 0
  ) -> Guard {
    var guarded = Guard()
    let acting = acting[index]
    guard !acting.isEmpty else { return guarded }
    let unit = scheme.posts[exposure.post].unit
    guarded.override = scheme.posts[exposure.post].override.number
    guarded.stops = foldStops(acting, meanings, override: guarded.override, exposure, lag: lag)
    guarded.collusions = foldCollusions(acting, meanings, exposure, before: before, lag: lag)
    guarded.recordChecks = foldRecordChecks(acting, meanings, exposure, lag: lag)
    guarded.displacements = foldDisplacements(acting, meanings, exposure, layout)
    for control in acting {
      guarded.alone *=
        1 - performed(control, in: unit, lag: lag) * (1 - scheme.controls[control].evades.number)
    }
    return guarded
  }

  /// Folds the controls of a unit again, as they are performed now.
  mutating func refoldControls(of unit: Int, _ layout: Layout) {
    // What is folded anew stands behind the old; from time to time all is put together again.
    guard
      stops.count + collusions.count + recordChecks.count + displacements.count
        < 64 * (guards.count + 64)
    else {
      foldControls(layout)
      return
    }
    let meanings = scheme.controls.map { Meaning("control." + $0.name) }
    for post in layout.places.postsOfUnit[unit] where post < scheme.posts.count {
      for exposure in layout.posts[post].exposures {
        guards[exposure] = foldGuard(
          of: exposure, layout.exposures[exposure], meanings, layout, before: guards[exposure])
        if isSettling {
          guards[layout.exposures.count + exposure] = foldSettling(
            of: exposure, layout.exposures[exposure], meanings, layout)
        }
        isGuarded = isGuarded || !guards[exposure].isOpen
      }
    }
  }

  /// The share of occasions on which a control is performed in a unit: u.
  func performed(_ control: Int, in unit: Int) -> Double {
    performances.isEmpty
      ? declared(control) : performances[unit * scheme.controls.count + control]
  }

  /// The share at a seat where `lag` of it is lost.
  func performed(_ control: Int, in unit: Int, lag: Double) -> Double {
    max(0, performed(control, in: unit) - lag)
  }

  /// The share before anything is mended: none of a control that a remedy is to add.
  func declared(_ control: Int) -> Double {
    isAdded[control] ? 0 : scheme.controls[control].performed.number
  }

  /// b′ = min(1, b·u/(1 − o)), the strongest first; B = 1 − (1 − b′₁)·Π(1 − ρ·b′).
  private mutating func foldStops(
    _ acting: [Int], _ meanings: [Meaning], override: Double, _ exposure: Layout.Exposure,
    lag: Double
  ) -> Range<Int> {
    let unit = scheme.posts[exposure.post].unit
    let independence = scheme.organizations[scheme.units[unit].organization].independence.number
    func strength(_ control: Int) -> Double {
      let wanted = scheme.controls[control].blocks.number * performed(control, in: unit, lag: lag)
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
    _ acting: [Int], _ meanings: [Meaning], _ exposure: Layout.Exposure, before: Guard, lag: Double
  ) -> Range<Int> {
    let first = collusions.count
    for index in acting.sorted(by: { $0.bits(meanings) < $1.bits(meanings) }) {
      let control = scheme.controls[index]
      let performed = performed(index, in: scheme.posts[exposure.post].unit, lag: lag)
      let share = control.colludes.number * performed
      guard share > 0 else { continue }
      // Where accomplices are sought is found once.
      let known = before.collusions.first { collusions[$0].meaning == meanings[index] }
      let posts = known.map { collusions[$0].posts } ?? accomplicePosts(control, of: exposure.post)
      collusions.append(
        Guard.Collusion(
          meaning: meanings[index], share: share, performed: performed,
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
    scheme.controls.indices.reduce(0) {
      $0
        + (scheme.controls[$1].acts(against: exposure.risk, at: exposure.post)
          ? scheme.controls[$1].traces.number * declared($1) : 0)
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
  func bits(_ meanings: [Meaning]) -> UInt64 { meanings[self].bits }
}
