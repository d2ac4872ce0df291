import Ledger
import Plan
import Quantities

/// Contagion: what goes on in a unit, or is known to have gone on, tempts the colleagues (model.md G1).
///
/// Each source has a Poisson field of its own on hazard × the other seats of the unit, month by month, walked in
/// ascending hazard: an arm walks as far as anybody might accept, a more demanding one finds the same points first.
extension Run {
  /// What comes from others: contagion, and going with the crowd.
  mutating func spread() {
    guard let spreading = tables.spreading else { return }
    if spreading.infects { infect(spreading) }
    goWithTheCrowd(spreading)
  }

  /// Offences that were active at the end of last month, and those that are known, draw colleagues in.
  private mutating func infect(_ spreading: Spreading) {
    forgetKnown()
    desk.sources.clear()
    desk.batch.clear()
    for place in activePlaces {
      let offence = state.offences[Int(state.active[place].offence)]
      let risk = frame.layout.exposures[Int(offence.exposure)].risk
      guard spreading.rates[risk] > 0, !spreading.isOfKnown[risk] else { continue }
      ask(Source(id: offence.id, seat: offence.seat, risk: Int32(risk)))
    }
    for place in state.spread.known.indices {
      let known = state.spread.known[place]
      guard spreading.rates[Int(known.risk)] > 0, spreading.isOfKnown[Int(known.risk)] else {
        continue
      }
      ask(Source(id: known.id, seat: known.seat, risk: known.risk))
    }
    desk.batch.draw(.contagion, luck)
    for place in desk.sources.indices {
      draw(desk.sources[place], desk.batch[place], spreading)
    }
  }

  private mutating func ask(_ source: Source) {
    desk.sources.append(source)
    desk.batch.ask(source.meaning(in: month))
  }

  /// The attempts of one source, as far as anybody might accept.
  private mutating func draw(_ source: Source, _ first: Words, _ spreading: Spreading) {
    let most = spreading.highest[Int(source.risk)]
    var words = first
    var sub: UInt32 = 0
    var height = frame.logs.draw(words.0)
    while height < most {
      reach(colleague(of: source, words.1, spreading), at: height, source, spreading)
      height += frame.logs.draw(words.2)
      guard height < most else { return }
      reach(colleague(of: source, words.3, spreading), at: height, source, spreading)
      sub += 1
      words = luck.block(.contagion, source.meaning(in: month), 0, sub)
      height += frame.logs.draw(words.0)
    }
  }

  /// Another established seat of the unit, each as likely, vacant ones too; nil where there is none.
  private func colleague(of source: Source, _ word: UInt32, _ spreading: Spreading) -> Int? {
    let own = Int(source.seat)
    let unit = frame.layout.unit(of: own)
    var before = 0
    for post in spreading.posts[unit] {
      let place = frame.layout.posts[post]
      if post == Int(frame.layout.postOfSeat[own]) {
        before += own - place.seat0
        break
      }
      before += tables.headcounts[post]
    }
    let others = spreading.seats[unit] - (isEstablished(own) ? 1 : 0)
    guard others > 0 else { return nil }
    var nth = choice(word, of: others)
    if isEstablished(own), nth >= before { nth += 1 }
    for post in spreading.posts[unit] {
      if nth < tables.headcounts[post] { return frame.layout.posts[post].seat0 + nth }
      nth -= tables.headcounts[post]
    }
    return nil
  }

  /// Somebody is drawn in: he accepts as he would a temptation of this hazard. Outside the risk's posts, in an
  /// empty seat, where it goes on already, the attempt is lost.
  private mutating func reach(
    _ seat: Int?, at height: Double, _ source: Source, _ spreading: Spreading
  ) {
    guard let seat, !state.seats[seat].isVacant else { return }
    let post = Int(frame.layout.postOfSeat[seat])
    let exposure = Int(
      spreading.exposures[post * tables.scheme.risks.count + Int(source.risk)])
    guard exposure >= 0 else { return }
    let factor = min(tables.onsets[exposure].cap, urge(seat, exposure))
    let hazard = spreading.rates[Int(source.risk)] * Double(state.seats[seat].frailty * factor)
    if height < hazard { tempt(seat, exposure, via: .infected) }
  }

  /// D·E·K: what fear, education and hardening leave of an urge that comes from others. Hardening stands in the factor of the
  /// group, which itself does not weigh here.
  private func urge(_ seat: Int, _ exposure: Int) -> Float {
    let group = tables.scheme.posts[Int(frame.layout.postOfSeat[seat])].group
    var left = tables.onsets[exposure].group / Float(tables.scheme.officials.temptation[group])
    if !tables.programmes.isEmpty { left *= schooling(seat) }
    return tables.isDeterring ? left * deterrence(seat, exposure) : left
  }

  // MARK: - What is known

  /// A verified offence infects for 12 months, where what is known does.
  mutating func becomeKnown(_ index: Int) {
    guard tables.spreading?.remembers == true else { return }
    let offence = state.offences[index]
    let risk = frame.layout.exposures[Int(offence.exposure)].risk
    guard tables.spreading?.isOfKnown[risk] == true else { return }
    state.spread.known.append(
      KnownOffence(
        id: offence.id, seat: offence.seat, risk: Int32(risk), month: Int32(month)))
  }

  private mutating func forgetKnown() {
    var kept = 0
    for place in state.spread.known.indices
    where Int(state.spread.known[place].month) >= month - 12 {
      state.spread.known[kept] = state.spread.known[place]
      kept += 1
    }
    state.spread.known.removeLast(state.spread.known.count - kept)
  }
}

/// An offence that infects.
struct Source {
  var id: UInt64
  var seat: Int32
  var risk: Int32

  /// What its attempts of a month hang on.
  @inline(__always)
  func meaning(in month: Int) -> Meaning { Meaning(bits: id).with(UInt64(keyed(month))) }
}
