import Ledger
import Plan
import Quantities

/// What comes of an item of work: found, buried, shelved, void, talked over (model.md G7).
extension Run {
  /// The result of an item whose verified offences are these; `isTrue` if it had something to verify.
  mutating func resolve(
    _ item: Item, _ verified: some Collection<Int>, isTrue: Bool
  ) -> Resolution {
    let answer = tables.answers[Int(item.cause)]
    let isWrong = !isTrue && answer.wrongs > 0 && luck.word(.wrongs, item.id) < answer.wrongs
    guard !verified.isEmpty || isWrong else { return leave(item, answer) }
    if answer.buries > 0, !item.isExempt, certainly(luck.word(.bury, item.id), below: answer.buries)
    {
      bury(item, verified)
      return Resolution(status: .buried)
    }
    return find(verified, item, isWrong: isWrong)
  }

  /// Nothing was verified: void or shelved 暂存待查, and the subject may get a talk either way.
  private mutating func leave(_ item: Item, _ answer: Tables.Answer) -> Resolution {
    var result = Resolution(status: .void)
    if answer.shelves > 0 || answer.talks > 0 {
      let words = luck.block(.unverified, item.id)
      if certainly(words.0, below: answer.shelves) { result.status = .shelved }
      result.isDisposed = certainly(words.1, below: answer.talks)
      if result.isDisposed { remind(item.person, at: item.seat) }
    }
    if item.isStriking, result.status == .void,
      admonish(.void, at: item.seat, person: item.person, item.id)
    {
      result.isDisposed = true
    }
    return result
  }

  /// The performer keeps what was verified from the record; half of the offences stop for all that.
  private mutating func bury(_ item: Item, _ verified: some Collection<Int>) {
    report(burialAt: item.seat, tables.codes[item.queue])
    for index in verified where state.offences[index].isActive {
      let id = item.id.with(state.offences[index].id)
      guard certainly(luck.word(.bury, id, 1), below: 0.5) else { continue }
      endThisMonth(index, .desisted)
    }
  }

  /// An active offence ends with the month, which it still costs.
  mutating func endThisMonth(_ index: Int, _ reason: EndReason) {
    if wants.loss { addLoss(index, from: end(of: month - 1), to: end(of: month)) }
    finish(index, reason, at: end(of: month))
  }
}

/// An item of work that gets its result: a lead, or what a review found.
struct Item {
  /// What its luck hangs on.
  var id: Meaning
  var seat: Int
  var person: UInt64
  var risks: RiskSet
  /// Whose answer it gets, and where it came from.
  var cause: UInt8
  var source: UInt8
  /// The queue of who worked on it.
  var queue: Int
  /// Whether nobody can keep it from the record.
  var isExempt = false
  /// Whether it calls for an admonition if it is void.
  var isStriking = false

  init(
    id: Meaning, seat: Int, person: UInt64, risks: RiskSet, cause: UInt8, source: UInt8, queue: Int
  ) {
    self.id = id
    self.seat = seat
    self.person = person
    self.risks = risks
    self.cause = cause
    self.source = source
    self.queue = queue
  }

  init(_ lead: Lead) {
    self.init(
      id: Meaning(bits: lead.id), seat: Int(lead.seat), person: lead.person, risks: lead.risks,
      cause: lead.cause, source: lead.source, queue: Int(lead.queue))
    isExempt = lead.isExempt
  }

  init(_ signal: Signal, queue: Int) {
    self.init(
      id: Meaning(bits: signal.id), seat: Int(signal.seat), person: signal.person,
      risks: signal.risks, cause: signal.cause, source: signal.source, queue: queue)
    isExempt = signal.isExempt
  }
}

/// What came of an item.
struct Resolution {
  var status: ItemStatus
  /// Whether the subject got a form, a talk included.
  var isDisposed = false
  /// Whether a case was filed.
  var isFiled = false

  /// Whether the item was verified or void.
  var isAnswer: Bool { status == .verified || status == .void }
}
