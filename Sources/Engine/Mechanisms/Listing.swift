import Ledger
import Plan
import Quantities

/// The list of risk points 风险清单: what is on it, what drifts off it, what comes on it (model.md G5).
extension Run {
  /// Before the first month: a share of the risk points is on the list.
  mutating func beginList() {
    state.loop.begin(frame.layout)
    for (index, exposure) in frame.layout.exposures.enumerated() {
      let words = luck.block(.listing, exposure.meaning)
      state.loop.cells[index].isListed = certainly(
        words.0, below: tables.listedShare(index, exposure))
      state.loop.cells[index].clock = frame.logs.draw(words.1)
      if !state.loop.cells[index].isListed { hide(index) }
    }
  }

  /// An arm's own terms begin: what they declare otherwise is listed otherwise, all else stands as it stood.
  mutating func takeListOver(from old: Tables) {
    guard tables.keepsList else { return }
    guard !state.loop.cells.isEmpty else {
      beginList()
      return
    }
    for (index, exposure) in frame.layout.exposures.enumerated() {
      let before = old.listedShare(index, exposure)
      let after = tables.listedShare(index, exposure)
      if before != after {
        let word = luck.block(.listing, exposure.meaning).0
        let isNow = certainly(word, below: after)
        if isNow != certainly(word, below: before) {
          if isNow {
            list(index, .initial)
          } else {
            strike(index, .initial)
          }
        }
      }
      if !state.loop.cells[index].isListed { hide(index) }
    }
  }

  /// Step 1: remedies that are done take effect, risk points drift off the list, what was mended fades.
  mutating func tendList() {
    guard tables.keepsList else { return }
    tendRemedies()
    for index in frame.layout.exposures.indices where state.loop.cells[index].isListed {
      let drift = tables.drifts[index]
      guard drift > 0 else { continue }
      state.loop.cells[index].clock -= drift
      if state.loop.cells[index].clock < 0 {
        strike(index, .drift)
        hide(index)
      }
    }
    fade()
  }

  /// A risk point comes on the list.
  mutating func list(_ index: Int, _ cause: ListingCause) {
    guard !state.loop.cells[index].isListed else { return }
    let listings = state.loop.cells[index].listings + 1
    let words = luck.block(.listing, frame.layout.exposures[index].meaning, listings)
    state.loop.cells[index].isListed = true
    state.loop.cells[index].isKnown = false
    state.loop.cells[index].weakness = -1
    state.loop.cells[index].cause = UInt8(cause.rawValue)
    state.loop.cells[index].listings = listings
    state.loop.cells[index].clock = frame.logs.draw(words.1)
    tables.setListed(index, true, frame.layout, frame.causes)
  }

  /// A risk point is one that the list does not know, and nobody has found out yet.
  private mutating func strike(_ index: Int, _ cause: ListingCause) {
    state.loop.cells[index].isListed = false
    state.loop.cells[index].isKnown = false
    state.loop.cells[index].cause = UInt8(cause.rawValue)
  }

  private mutating func hide(_ index: Int) {
    tables.setListed(index, false, frame.layout, frame.causes)
  }

  /// Rows of all risk points at the end of the month.
  mutating func countCells() {
    guard wants.cells, tables.keepsList else { return }
    for (index, exposure) in frame.layout.exposures.enumerated() where tables.existing[index] {
      let cell = state.loop.cells[index]
      var row = Row(.cells, month: Int32(month), post: Int32(exposure.post))
      row.slots[0] = Int64(exposure.risk)
      row.slots[1] = cell.isListed ? 1 : 0
      row.slots[2] = cell.isListed || cell.isKnown ? 1 : 0
      row.slots[3] = Int64(cell.cause)
      sink.settle(row)
    }
  }
}
