import Ledger
import Plan
import Quantities

/// Loss, cost and occupied seats of a month, and what is still open at the horizon (model.md 2, step 13).
extension Run {
  /// Step 13.
  mutating func account() {
    renew()
    if wants.loss {
      for place in activePlaces {
        addLoss(Int(state.active[place].offence), from: end(of: month - 1), to: end(of: month))
      }
    }
    guard isReported else { return payForWatching() }
    if wants.moveMonths { reportMoves() }
    if wants.prevalence { countPrevalence() }
    countCells()
    if wants.seats {
      for post in state.occupied.indices where state.occupied[post] > 0 {
        let row = Row(
          .seats, month: Int32(month), post: Int32(post), times: Int32(state.occupied[post]))
        sink.settle(row)
      }
    }
    payForWatching()
    if wants.costs {
      payForControls()
      payForPublicity()
    }
  }

  /// What indicators, screens and the sharing of information cost; owners pay out of their budgets.
  private mutating func payForWatching() {
    guard tables.hasBudgets || wants.costs && isReported else { return }
    for indicator in tables.scheme.indicators where indicator.isOn && indicator.cost.number > 0 {
      let cost = Money(indicator.cost.number * indicator.models.number)
      var body: Int64?
      if let owner = indicator.owner, let post = indicator.on.posts.first {
        let unit = frame.layout.posts[post].unit
        body = tables.codes[Queues(tables.scheme).queue(of: owner, unit: unit)]
      }
      if let body { spend(cost, body: body) }
      report(cost: .indicator, cost, seat: -1, body: body)
    }
    for screen in tables.scheme.screens where screen.isOn && screen.cost.number > 0 {
      report(cost: .indicator, Money(screen.cost.number), seat: -1)
    }
    for sharing in tables.scheme.sharings where sharing.isOn && sharing.cost.number > 0 {
      report(cost: .indicator, Money(sharing.cost.number), seat: -1)
    }
  }

  /// The first blocks of the active offences.
  var activePlaces: StrideTo<Int> {
    stride(from: 0, to: state.active.count, by: frame.causes.vectors)
  }

  /// One row for each person with something active: the gravest stage, and its risk.
  private mutating func countPrevalence() {
    for place in activePlaces {
      let index = state.active[place].offence
      let offence = state.offences[Int(index)]
      let seat = Int(offence.seat)
      if state.ongoing[seat] == 1 {
        report(prevalence: offence)
      } else if isGravest(Int(index), at: seat) {
        report(prevalence: offence)
      }
    }
  }

  /// Whether no other active offence at the seat is graver, nor as grave and earlier in order.
  @inline(__always)
  private func isGravest(_ index: Int, at seat: Int) -> Bool {
    let own = state.offences[index]
    let place = frame.layout.posts[Int(frame.layout.postOfSeat[seat])]
    for exposure in place.exposures {
      let other = state.cells[frame.layout.cell(seat, exposure)]
      guard other >= 0, Int(other) != index else { continue }
      let stage = state.offences[Int(other)].stage
      if stage > own.stage || (stage == own.stage && exposure < Int(own.exposure)) { return false }
    }
    return true
  }

  /// Adds what an offence costs between two moments of this month: L·ψ(stage)·tenure·group, half to even.
  mutating func addLoss(_ index: Int, from begin: Moment, to end: Moment) {
    let offence = state.offences[index]
    let first = max(begin, offence.onset)
    guard end > first, offence.scale > 0 else { return }
    let exposure = Int(offence.exposure)
    let risk = frame.layout.exposures[exposure].risk
    // Tenure at mid-exposure.
    let middle = Double(first + end) * 0x1p-21
    let since = Double(state.seats[Int(offence.seat)].since)
    let factor =
      tables.lives[risk].loss[Int(offence.stage)] * tables.courses[exposure].damage
      * tables.scheme.risks[risk].tenureLoss.value(at: max(0, middle - since))
    let loss = Money(hundredths: offence.scale) * (factor * Double(end - first) * 0x1p-20)
    state.offences[index].loss = (Money(hundredths: offence.loss) + loss).hundredths
  }

  /// At the horizon everything that is still open is settled as it stands.
  mutating func conclude() {
    // A run that concludes for a rule goes on; what is counted is handed over once.
    if !sink.isAsking {
      reportMoves()
      reportAnswered()
      reportFindings()
    }
    for index in state.leads.indices {
      let status = state.leads[index].status
      if state.leads[index].id != 0, status <= UInt8(ItemStatus.working.rawValue) {
        let isAtWork = status == UInt8(ItemStatus.working.rawValue)
        close(index, Resolution(status: isAtWork ? .working : .open))
      }
    }
    reportPending()
    concludeLoop()
    for transfer in state.transfers where transfer.signal.offence >= 0 {
      release(Int(transfer.signal.offence))
    }
    for place in stride(from: 0, to: state.past.count, by: frame.causes.vectors) {
      release(Int(state.past[place].offence))
    }
    for place in activePlaces { report(offence: Int(state.active[place].offence)) }
    for seat in state.seats.indices where state.seats[seat].isVacant && isEstablished(seat) {
      report(vacancyOf: seat, until: end(of: outlook))
    }
  }

  /// Whether the seat exists under the arm's headcount.
  @inline(__always)
  func isEstablished(_ seat: Int) -> Bool {
    let post = Int(frame.layout.postOfSeat[seat])
    return seat - frame.layout.posts[post].seat0 < tables.headcounts[post]
  }
}
