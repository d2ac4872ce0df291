/// One observation of a distribution.
public struct Mark: Sendable, Hashable {
  /// The cell of the sheet.
  public var cell: Int32
  /// The bin of the number (`Histogram.bin`).
  public var bin: Int16
  /// Whether the number is a time until which nothing had happened.
  public var isCensored: Bool
  /// How many such observations.
  public var times: Int32
}

/// What a run says to the questions of a sheet.
public struct Outcome: Sendable, Hashable {
  /// The sums, in the order of `Sheet.sums`.
  public var sums: [Int64]
  /// The observations of the distributions, in the order of the rows.
  public var marks: [Mark]
  /// An outcome.
  public init(sums: [Int64], marks: [Mark] = []) {
    self.sums = sums
    self.marks = marks
  }
}

/// Counts what a run leaves behind, row by row, without keeping the rows (performance.md 2.8).
///
/// Sums are whole numbers that saturate at the ends of Int64, so their order cannot matter.
public struct Tally: Sink, Sendable {
  /// The questions.
  public let sheet: Sheet
  @usableFromInline var cells: [Int64]
  @usableFromInline var marks: [Mark] = []

  /// A tally at zero.
  public init(_ sheet: Sheet) {
    self.sheet = sheet
    cells = Array(repeating: 0, count: sheet.cellCount)
  }

  /// Back to zero for the next run, keeping the memory.
  public mutating func reset() {
    for cell in cells.indices { cells[cell] = 0 }
    marks.removeAll(keepingCapacity: true)
  }

  /// Whether anybody asked for rows of the kind.
  @inlinable
  public func wants(_ kind: EventKind) -> Bool {
    sheet.kinds &>> UInt64(kind.rawValue) & 1 != 0
  }

  /// Whether anybody asked for the field of the kind.
  @inlinable
  public func wants(_ field: EventField, of kind: EventKind) -> Bool {
    sheet.fields[kind.rawValue] &>> UInt128(field.rawValue) & 1 != 0
  }

  /// Takes a row whose fields are settled.
  public mutating func settle(_ row: borrowing Row) {
    let kind = row.kind.rawValue
    if row.month >= 1 {
      let simple = Int(sheet.simpleStarts[kind])..<Int(sheet.simpleStarts[kind + 1])
      if !simple.isEmpty { Tally.take(row, by: sheet.simpleCounters, simple, in: &cells) }
    }
    if sheet.starts[kind] < sheet.starts[kind + 1] { takeWhereAsked(row) }
  }

  /// What the other counters of the kind take.
  @inline(never)
  private mutating func takeWhereAsked(_ row: borrowing Row) {
    var index = Int(sheet.starts[row.kind.rawValue])
    let end = Int(sheet.starts[row.kind.rawValue + 1])
    while index < end {
      take(row, by: index)
      index += 1
    }
  }

  /// The same for counters that do not ask when and where.
  @inline(__always)
  private static func take(
    _ row: borrowing Row, by counters: [SimpleCounter], _ range: Range<Int>,
    in all: inout [Int64]
  ) {
    let slots = row.slots.span
    let times = Int64(row.times)
    var cells = all.mutableSpan
    for index in range {
      let counter = counters[index]
      if counter.codeSlot != Counter.noSlot {
        let code = UInt64(bitPattern: slots[Int(counter.codeSlot)])
        guard code < 64, counter.codes &>> code & 1 != 0 else { continue }
      }
      var number = times
      if counter.slot != Counter.noSlot {
        number = slots[Int(counter.slot)]
        guard number != Row.absent else { continue }
        if times != 1 { number = number.multipliedSaturating(by: times) }
      }
      let (sum, overflow) = cells[Int(counter.cell)].addingReportingOverflow(number)
      cells[Int(counter.cell)] = overflow ? (number < 0 ? .min : .max) : sum
    }
  }

  @inline(__always)
  private mutating func take(_ row: borrowing Row, by index: Int) {
    let counter = sheet.counters[index]
    var cell = sheet.classes[Int(counter.months &+ min(max(row.month, 0), counter.lastMonth))]
    if cell < 0 { return }
    if counter.posts >= 0 {
      let place = row.post < counter.lastPost ? max(row.post &+ 1, 0) : 0
      let first = sheet.classes[Int(counter.posts &+ place)]
      if first < 0 { return }
      cell &+= first
    }
    if counter.keySlot != Counter.noSlot {
      let first = sheet.classes[classOfKey(row, by: counter)]
      if first < 0 { return }
      cell &+= first
    }
    var step = counter.program
    while step >= 0 {
      let test = sheet.tests[Int(step)]
      step = test.passes(row, sheet.words) ? test.yes : test.no
    }
    if step == Test.accepts { add(row, to: cell &+ counter.cell, by: counter) }
  }

  /// Where the class of a row's code stands.
  @inline(__always)
  private func classOfKey(_ row: borrowing Row, by counter: Counter) -> Int {
    let keys = Int(counter.keys)
    let number = row.slots[Int(counter.keySlot)]
    guard number != Row.absent else { return keys + 2 }
    let least = Int64(sheet.classes[keys])
    let code = min(max(number, least), Int64(sheet.classes[keys + 1]))
    return keys + 3 + Int(code - least)
  }

  @inline(__always)
  private mutating func add(_ row: borrowing Row, to cell: Int32, by counter: Counter) {
    switch counter.measure {
    case .count: increase(cell, by: Int64(row.times))
    case .sum:
      let number = row.slots[Int(counter.slot)]
      if number != Row.absent {
        increase(cell, by: number.multipliedSaturating(by: Int64(row.times)))
      }
    case .distribution, .survival: mark(row, in: cell, by: counter)
    }
  }

  @inline(__always)
  private mutating func increase(_ cell: Int32, by number: Int64) {
    let (sum, overflow) = cells[Int(cell)].addingReportingOverflow(number)
    cells[Int(cell)] = overflow ? (number < 0 ? .min : .max) : sum
  }

  private mutating func mark(_ row: borrowing Row, in cell: Int32, by counter: Counter) {
    var number = row.slots[Int(counter.slot)]
    let isCensored = number == Row.absent && counter.measure == .survival
    if isCensored { number = row.slots[Int(counter.censoring)] }
    guard number != Row.absent else { return }
    marks.append(
      Mark(
        cell: cell, bin: Int16(Histogram.bin(of: number)), isCensored: isCensored,
        times: row.times))
  }

  /// The sums in the order of `sheet.sums`, and the observations of the distributions.
  public var outcome: Outcome {
    Outcome(
      sums: sheet.sumCells.map { places in
        places.reduce(0) { sum, cell in
          let (total, overflow) = sum.addingReportingOverflow(cells[Int(cell)])
          return overflow ? (sum < 0 ? .min : .max) : total
        }
      }, marks: marks)
  }
}

extension Int64 {
  /// The product, at most at the ends.
  @inline(__always)
  fileprivate func multipliedSaturating(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}
