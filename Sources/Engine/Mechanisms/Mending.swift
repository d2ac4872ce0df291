import Ledger
import Plan
import Quantities

/// What a remedy changes when it is truly done, and how that fades (model.md G9).
extension Run {
  /// The half of the temptation that no remedy takes away.
  private var hardest: Double { 0.5 }

  /// A remedy is truly done.
  mutating func mend(_ remedy: Remedy, _ terms: RemedyTerms) {
    let kind = WeaknessKind(rawValue: Int(remedy.kind))
    let posts = posts(of: remedy, terms)
    let cells = cells(of: remedy, posts)
    if terms.lists, kind == nil || kind == .unlisted {
      let cause: ListingCause =
        switch RemedyTrigger(rawValue: Int(remedy.trigger)) {
        case .weakness: .weakness
        case .review: .review
        case .rule: .rule
        default: .filing
        }
      for index in cells { list(index, cause) }
    }
    if kind == nil || kind == .control || terms.isPerforming {
      perform(remedy, terms, posts, cells)
    }
    if kind == nil || terms.isHardening { for index in cells { harden(index, terms) } }
    if kind == .model {
      tune(Int(remedy.place.indicator), terms)
    } else if terms.isTuning {
      for indicator in indicators(of: cells) { tune(indicator, terms) }
    }
    for unit in unitsOf(posts) {
      for control in terms.adds ?? [] where control < tables.scheme.controls.count {
        let share = tables.scheme.controls[control].performed.number
        raise(control, in: unit, to: max(share, performed(control, in: unit)), terms)
      }
      if terms.retrains { retrain(unit) }
    }
  }

  /// Where the remedy acts: at its addressees, else at the risk point off the list, else in the unit concerned.
  private func posts(of remedy: Remedy, _ terms: RemedyTerms) -> [Int] {
    if let to = terms.to { return to.posts }
    if remedy.kind == Int32(WeaknessKind.unlisted.rawValue) { return [Int(remedy.place.post)] }
    return frame.layout.places.postsOfUnit[Int(remedy.place.unit)]
  }

  /// The risk points that it is about: of its risk, of its control, of its indicator.
  private func cells(of remedy: Remedy, _ posts: [Int]) -> [Int] {
    posts.flatMap { post -> [Int] in
      frame.layout.posts[post].exposures.filter { index in
        let exposure = frame.layout.exposures[index]
        guard tables.existing[index] else { return false }
        if remedy.trigger == UInt8(RemedyTrigger.rule.rawValue) { return true }
        if remedy.place.risk >= 0 { return exposure.risk == Int(remedy.place.risk) }
        if remedy.place.control >= 0 {
          return !tables.acting.isEmpty
            && tables.acting[index].contains(Int(remedy.place.control))
        }
        return tables.scheme.indicators[Int(remedy.place.indicator)].shows.contains {
          $0.under.contains(exposure.risk)
        }
      }
    }
  }

  /// The indicators that watch risk points.
  private func indicators(of cells: [Int]) -> [Int] {
    Set(
      cells.flatMap { index in
        frame.layout.watchesOf[index].map { frame.layout.watches[$0].indicator }
      }
    ).sorted()
  }

  // MARK: - Operations

  /// u ← u + g(1 − u), of the weak control or of those that stand against the risks.
  private mutating func perform(
    _ remedy: Remedy, _ terms: RemedyTerms, _ posts: [Int], _ cells: [Int]
  ) {
    let gain = terms.performs.number
    guard gain > 0 else { return }
    for unit in unitsOf(posts) {
      for control in tables.scheme.controls.indices where tables.scheme.controls[control].isOn {
        let key = unit * frame.layout.places.controls.count + control
        let acts =
          remedy.place.control >= 0
          ? control == Int(remedy.place.control)
          : self.acts(control, in: unit, posts, cells, terms.performsAgainst)
        // What waits to be added is not performed at all.
        guard acts, !tables.isAdded[control] || state.loop.performed[key].size != 0 else {
          continue
        }
        let before = performed(control, in: unit)
        raise(control, in: unit, to: before + gain * (1 - before), terms)
      }
    }
  }

  /// Whether a control acts in a unit against the risks, or at the risk points.
  private func acts(
    _ control: Int, in unit: Int, _ posts: [Int], _ cells: [Int], _ risks: [Int]?
  ) -> Bool {
    let terms = tables.scheme.controls[control]
    if let risks {
      return posts.contains { post in
        frame.layout.posts[post].unit == unit
          && risks.contains { terms.acts(against: $0, at: post) }
      }
    }
    return cells.contains { index in
      frame.layout.posts[frame.layout.exposures[index].post].unit == unit
        && tables.acting[index].contains(control)
    }
  }

  /// The share by which a control is performed in a unit now.
  private func performed(_ control: Int, in unit: Int) -> Double {
    let key = unit * frame.layout.places.controls.count + control
    return min(1, tables.declared(control) + state.loop.performed[key].left(in: month))
  }

  private mutating func raise(
    _ control: Int, in unit: Int, to share: Double, _ terms: RemedyTerms
  ) {
    let key = unit * frame.layout.places.controls.count + control
    state.loop.performed[key].become(
      share - tables.declared(control), in: month, halfLife: terms.halfLife.number)
    state.loop.performed[key].weakness = -1
  }

  /// K ← max(.5, K(1 − g)).
  private mutating func harden(_ index: Int, _ terms: RemedyTerms) {
    guard terms.hardens.number > 0 else { return }
    let left = 1 - state.loop.cells[index].hardened.left(in: month)
    state.loop.cells[index].hardened.become(
      1 - max(hardest, left * (1 - terms.hardens.number)), in: month,
      halfLife: terms.halfLife.number)
  }

  /// Both tails become shorter: the untrue the more.
  private mutating func tune(_ indicator: Int, _ terms: RemedyTerms) {
    let untrue = 1 - state.loop.tuned[indicator].left(in: month)
    let genuine = 1 - state.loop.tunedGenuine[indicator].left(in: month)
    state.loop.tuned[indicator].become(
      1 - untrue * (1 - terms.tunes.untrue.number), in: month, halfLife: terms.halfLife.number)
    state.loop.tunedGenuine[indicator].become(
      1 - genuine * (1 - terms.tunes.genuine.number), in: month, halfLife: terms.halfLife.number)
    state.loop.tuned[indicator].weakness = -1
  }

  // MARK: - Fading

  /// Folds what is left of everything that was mended into the terms of the month.
  mutating func fade() {
    fadeTemptation()
    fadePerformance()
    for indicator in tables.scheme.indicators.indices {
      let left = SIMD2(
        1 - state.loop.tuned[indicator].left(in: month),
        1 - state.loop.tunedGenuine[indicator].left(in: month))
      guard left != SIMD2(1, 1) || !tables.tuning.isEmpty else { continue }
      tables.setTails(indicator, to: left, frame.layout, frame.causes)
    }
  }

  private mutating func fadeTemptation() {
    for index in frame.layout.exposures.indices {
      let hardened = state.loop.cells[index].hardened
      guard hardened.size != 0, tables.existing[index] else { continue }
      tables.setTemptation(index, to: 1 - hardened.left(in: month), frame.layout)
    }
  }

  private mutating func fadePerformance() {
    let controls = tables.scheme.controls.count
    guard controls > 0 else { return }
    for unit in tables.scheme.units.indices {
      var isOther = false
      for control in 0..<controls {
        let key = unit * frame.layout.places.controls.count + control
        guard state.loop.performed[key].size != 0 else { continue }
        if tables.performances.isEmpty {
          tables.performances = tables.scheme.units.indices.flatMap { _ in
            (0..<controls).map { tables.declared($0) }
          }
        }
        let share = performed(control, in: unit)
        if tables.performances[unit * controls + control] != share {
          tables.performances[unit * controls + control] = share
          isOther = true
        }
      }
      if isOther { tables.refoldControls(of: unit, frame.layout) }
    }
  }
}
