public import Ledger

/// What the runs of one policy said to the questions of a sheet, in the order of the runs.
///
/// Sums are kept run by run as whole numbers, distributions pooled by group of runs, so that stopping,
/// merging and new questions on the same atoms need no second run (architecture.md 6.4, 6.5).
public struct Sample: Sendable {
  /// The questions that were asked.
  public let sheet: Sheet
  /// How the runs hang together.
  public let design: Design
  /// The numbers of the runs, ascending.
  public private(set) var runs: [Int] = []
  /// Sums, run by run in the order of `sheet.sums`.
  private var sums: [Int64] = []
  /// Observations, by group of runs and cell of the sheet.
  private var pools: [Pool]

  /// A sample without runs.
  public init(_ sheet: Sheet, design: Design) {
    self.sheet = sheet
    self.design = design
    pools = Array(repeating: Pool(), count: Design.groups * sheet.distributionCellCount)
  }

  /// Takes the outcome of a run, whose number must be greater than those before.
  public mutating func append(_ outcome: Outcome, run: Int) {
    precondition(run > runs.last ?? -1, "runs come in ascending order")
    precondition(outcome.sums.count == sheet.sums.count, "an outcome of another sheet")
    runs.append(run)
    sums += outcome.sums
    let first = design.group(of: run) * sheet.distributionCellCount
    for mark in outcome.marks {
      let pool = first + Int(mark.cell)
      if mark.isCensored {
        pools[pool].censored.add(Int64(mark.times), toBin: Int(mark.bin))
      } else {
        pools[pool].ended.add(Int64(mark.times), toBin: Int(mark.bin))
      }
    }
  }

  /// Both shards as the whole that they come from; nil if they share a run, or were asked otherwise.
  public func merged(with other: Sample) -> Sample? {
    guard design == other.design, sheet.sums == other.sheet.sums,
      sheet.distributions == other.sheet.distributions, sheet.places == other.sheet.places
    else { return nil }
    var whole = Sample(sheet, design: design)
    var (left, right) = (0, 0)
    while left < runs.count || right < other.runs.count {
      let (mine, theirs) = (runs.at(left), other.runs.at(right))
      guard mine != theirs else { return nil }
      if mine < theirs {
        whole.take(left, of: self)
        left += 1
      } else {
        whole.take(right, of: other)
        right += 1
      }
    }
    whole.pools = pools
    for pool in pools.indices { whole.pools[pool] += other.pools[pool] }
    return whole
  }

  private mutating func take(_ place: Int, of source: Sample) {
    runs.append(source.runs[place])
    sums += source.sums(ofRunAt: place)
  }

  /// The same runs with what the baseline's own runs say where the baseline is asked (`Atom.isOfBaseline`).
  public func against(_ baseline: Sample) -> Sample {
    var joined = self
    for (place, atom) in sheet.sums.enumerated() where atom.isOfBaseline {
      guard let other = baseline.sheet.position(of: atom) else { continue }
      for (run, sum) in zip(runs.indices, baseline.column(other)) {
        joined.sums[run * sheet.sums.count + place] = sum
      }
    }
    return joined
  }

  /// The sums of the run at a place (not its number), in the order of `sheet.sums`.
  public func sums(ofRunAt place: Int) -> ArraySlice<Int64> {
    sums[place * sheet.sums.count..<(place + 1) * sheet.sums.count]
  }

  /// One sum, run by run.
  func column(_ sum: Int) -> [Int64] {
    runs.indices.map { sums[$0 * sheet.sums.count + sum] }
  }

  /// The observations of a distribution, by group of runs.
  func pools(ofDistribution position: Int) -> [Pool] {
    let cells = sheet.cells(ofDistribution: position)
    return (0..<Design.groups).map { group in
      cells.reduce(into: Pool()) { $0 += pools[group * sheet.distributionCellCount + $1] }
    }
  }

  /// The places of the runs of each outer draw.
  var clusters: [Range<Int>] {
    var clusters: [Range<Int>] = []
    var start = 0
    for place in runs.indices.dropFirst()
    where design.outer(of: runs[place]) != design.outer(of: runs[place - 1]) {
      clusters.append(start..<place)
      start = place
    }
    if start < runs.count { clusters.append(start..<runs.count) }
    return clusters
  }
}

extension [Int] {
  /// The number at a place, or beyond all numbers after the end.
  fileprivate func at(_ place: Int) -> Int { place < count ? self[place] : .max }
}
