import Plan
import Quantities

/// How offences spread among people, folded (model.md G1, G6).
struct Spreading {
  /// By risk: attempts a month that an offence makes, and how many of them at most anybody accepts, whoever he is.
  var rates: [Double] = []
  var highest: [Double] = []
  /// By risk: whether verified offences infect rather than active ones; whether any do.
  var isOfKnown: [Bool] = []
  var remembers = false
  /// Whether any risk infects.
  var infects = false
  /// By risk: hazard of going with the crowd, and the share of honest seats below which a unit tips.
  var conformity: [Double] = []
  var tipsBelow: [Double] = []
  /// By risk and unit: whether the crowd draws others in, as the charges of ends have it.
  var tipped: [Bool] = []
  /// By unit: the honest share that the charges of co-workers' reports have.
  var told: [Double] = []
  /// By post and risk: the exposure, or -1 where the risk is not there.
  var exposures: [Int32] = []
  /// By unit: its posts, and its established seats.
  var posts: [[Int]] = []
  var seats: [Int] = []
}

extension Tables {
  /// Folds what spreads; nothing where no risk infects or tips and no co-worker reports.
  mutating func foldSpreading(_ layout: Layout) {
    var folded = Spreading()
    let acting = scheme.risks.map { risk in risk.isOn && risk.infects.number > 0 }
    let tipping = scheme.risks.map { risk in risk.isOn && risk.tipping.number > 0 }
    let tells = scheme.reportings.contains { $0.isOn && $0.coworkers.number > 0 }
    guard acting.contains(true) || tipping.contains(true) || tells else { return }
    for (index, risk) in scheme.risks.enumerated() {
      folded.rates.append(acting[index] ? risk.infects.number : 0)
      folded.isOfKnown.append(risk.infectsBy == .known)
      folded.conformity.append(tipping[index] ? risk.tipping.number : 0)
      folded.tipsBelow.append(risk.tipsBelow.number)
      let urge =
        layout.exposures.indices.filter { layout.exposures[$0].risk == index }
        .map { highestUrge(of: $0) }.max() ?? 1
      folded.highest.append(
        folded.rates[index] * Double(highestFrailty * min(Float(risk.cap.number), urge)))
    }
    folded.infects = acting.contains(true)
    folded.remembers = zip(acting, folded.isOfKnown).contains { $0 && $1 }
    folded.tipped = [Bool](repeating: false, count: scheme.risks.count * scheme.units.count)
    folded.told = [Double](repeating: 1, count: scheme.units.count)
    folded.exposures = [Int32](repeating: -1, count: scheme.posts.count * scheme.risks.count)
    for (index, exposure) in layout.exposures.enumerated()
    where exposure.risk < scheme.risks.count && exposure.post < scheme.posts.count {
      let risk = scheme.risks[exposure.risk]
      guard risk.isOn, scheme.posts[exposure.post].isOn, risk.at.posts.contains(exposure.post)
      else { continue }
      folded.exposures[exposure.post * scheme.risks.count + exposure.risk] = Int32(index)
    }
    folded.posts = scheme.units.map { _ in [] }
    folded.seats = scheme.units.map { _ in 0 }
    for (post, terms) in scheme.posts.enumerated() {
      folded.posts[terms.unit].append(post)
      folded.seats[terms.unit] += headcounts[post]
    }
    spreading = folded
  }

  /// The highest D·E·K of anybody under an exposure.
  private func highestUrge(of exposure: Int) -> Float {
    (deterrence?.effects[exposure].highest ?? 1) * boldest
  }

  // MARK: - What changes from month to month

  /// Ends come as the crowd has it: the charges of the risks and units in which that has changed.
  mutating func refold(tipped: [Bool], _ layout: Layout, _ causes: Causes) {
    guard let before = spreading?.tipped, tipped != before else { return }
    spreading?.tipped = tipped
    for (index, exposure) in layout.exposures.enumerated()
    where exposure.risk < scheme.risks.count && exposure.post < scheme.posts.count {
      let place = exposure.risk * scheme.units.count + scheme.posts[exposure.post].unit
      guard tipped[place] != before[place] else { continue }
      let ending = scheme.risks[exposure.risk].ending(inTipped: tipped[place])
      for stage in 0..<3 {
        rows[Tables.row(index, stage) * causes.vectors + Causes.block(of: Causes.end)][
          Causes.lane(of: Causes.end)] = charge(ending)
      }
    }
  }

  /// Co-workers report as many as are honest make it: the charges in the units in which that has changed.
  mutating func refold(honest: [Double], _ layout: Layout, _ causes: Causes) {
    guard causes.coworkers > 0, let before = spreading?.told, honest != before else { return }
    spreading?.told = honest
    for (j, reporting) in scheme.reportings.enumerated()
    where reporting.isOn && reporting.coworkers.number > 0 {
      let cause = causes.coworker(j)
      for (index, exposure) in layout.exposures.enumerated()
      where exposure.risk < scheme.risks.count && exposure.post < scheme.posts.count {
        let unit = scheme.posts[exposure.post].unit
        guard honest[unit] != before[unit] else { continue }
        for stage in 0..<3 {
          let detect = courses[index].visibility * lives[exposure.risk].detect[stage]
          rows[Tables.row(index, stage) * causes.vectors + Causes.block(of: cause)][
            Causes.lane(of: cause)] = charge(reporting.coworkers.number * honest[unit] * detect)
        }
      }
    }
  }
}

extension RiskTerms {
  /// The hazard at which an offence ends by itself: its own, and that of the crowd where enough are honest.
  func ending(inTipped isTipped: Bool) -> Double {
    guard lasts.number > 0 else { return 0 }
    return 1 / lasts.number + (isTipped ? 0 : tipping.number)
  }
}
