import Ledger

/// The value of a question with what each unit of a sample adds to its error: every standard error,
/// paired difference and split of chance and uncertainty is computed from these parts.
///
/// A unit is a run (linearised values, architecture.md 6.5), or, if the question reads a distribution, a
/// group of runs.
struct Linearised {
  /// The value from all runs together.
  var value: Double
  /// What each unit says.
  var parts: [Double]
  /// How many runs each unit has.
  var weights: [Double]
  /// Which units belong to one outer draw.
  var clusters: [Range<Int>]
  /// Whether the units are groups of runs.
  var isGrouped: Bool
  /// By how much the value grows with the mean of a counted atom; empty for groups.
  var slopes: [Atom: Double] = [:]

  /// The mean of the parts by runs.
  var centre: Double {
    guard let first = parts.first else { return 0 }
    var sum = 0.0
    var weight = 0.0
    for (part, runs) in zip(parts, weights) {
      sum += runs * (part - first)
      weight += runs
    }
    return first + sum / weight
  }

  /// The degrees of freedom of the standard error: outer draws less one.
  var degrees: Int { clusters.count - 1 }

  /// The standard error of the value, by outer draws; nil for fewer than two.
  var standardError: Double? {
    guard degrees > 0 else { return nil }
    let centre = centre
    var sum = 0.0
    for cluster in clusters {
      var lean = 0.0
      for unit in cluster { lean += weights[unit] * (parts[unit] - centre) }
      sum += lean * lean
    }
    let runs = weights.reduce(0, +)
    let draws = Double(clusters.count)
    return (draws / (draws - 1) * sum).squareRoot() / runs
  }

  /// The standard deviations of single runs: by chance, and of their expectation by what is uncertain
  /// (model.md 4, end): σ_e² = max(0, var(ȳ_k) − s_w²/I). A part that cannot be told is nil.
  func spread(under design: Design) -> (chance: Double?, uncertainty: Double?) {
    guard !isGrouped else { return (nil, nil) }
    guard design.isUncertain else { return (variance(parts)?.squareRoot(), 0) }
    let inside = clusters.reduce(0.0) { $0 + squares(parts[$1]) }
    let free = parts.count - clusters.count
    let means = clusters.map { mean(parts[$0]) }
    guard free > 0, let between = variance(means) else { return (nil, nil) }
    let within = inside / Double(free)
    let inner = Double(parts.count) / Double(clusters.count)
    return (within.squareRoot(), max(0, between - within / inner).squareRoot())
  }
}

extension Linearised {
  /// Linearises a question over a sample; nil where its value is undefined.
  init?(_ formula: Formula, in sample: Sample) {
    guard !sample.runs.isEmpty else { return nil }
    let columns = zip(formula.sums, formula.scales).map { sum, scale in
      sample.column(sum).map { Double($0) * scale }
    }
    if formula.distributions.isEmpty {
      self.init(formula, columns: columns, in: sample)
    } else {
      self.init(grouped: formula, columns: columns, in: sample)
    }
  }

  private init?(_ formula: Formula, columns: [[Double]], in sample: Sample) {
    let means = columns.map { mean($0) }
    guard let slope = formula.slope(at: means) else { return nil }
    value = slope.value
    parts = sample.runs.indices.map { run in
      var part = slope.value
      for (column, sums) in columns.enumerated() {
        part += slope.gradient[column] * (sums[run] - means[column])
      }
      return part
    }
    weights = Array(repeating: 1, count: parts.count)
    clusters = sample.clusters
    isGrouped = false
    for (sum, slope) in zip(formula.sums, slope.gradient) { slopes[sample.sheet.sums[sum]] = slope }
  }

  private init?(grouped formula: Formula, columns: [[Double]], in sample: Sample) {
    let curves = formula.distributions.map { Curve($0, in: sample) }
    let means = columns.map { mean($0) }
    guard let slope = formula.slope(at: means + curves.map(\.value)) else { return nil }
    value = slope.value
    isGrouped = true
    let groups = sample.groups
    weights = groups.map { Double($0.count) }
    clusters = groups.indices.map { $0..<$0 + 1 }
    parts = Array(repeating: slope.value, count: groups.count)
    for (column, sums) in columns.enumerated() {
      var leans = [Double](repeating: 0, count: Design.groups)
      for (sum, run) in zip(sums, sample.runs) {
        leans[sample.design.group(of: run)] += sum - means[column]
      }
      for (unit, group) in groups.enumerated() {
        parts[unit] += slope.gradient[column] * leans[group.group] / Double(group.count)
      }
    }
    for (index, curve) in curves.enumerated() {
      for unit in parts.indices {
        parts[unit] += slope.gradient[columns.count + index] * curve.leans[unit]
      }
    }
  }

  /// The same with groups of runs as units.
  func grouped(in sample: Sample) -> Linearised {
    guard !isGrouped else { return self }
    var sums = [Double](repeating: 0, count: Design.groups)
    for (part, run) in zip(parts, sample.runs) { sums[sample.design.group(of: run)] += part }
    let groups = sample.groups
    return Linearised(
      value: value, parts: groups.map { sums[$0.group] / Double($0.count) },
      weights: groups.map { Double($0.count) },
      clusters: groups.indices.map { $0..<$0 + 1 }, isGrouped: true)
  }
}

extension Sample {
  /// The groups that have runs, ascending, and how many.
  var groups: [(group: Int, count: Int)] {
    var counts = [Int](repeating: 0, count: Design.groups)
    for run in runs { counts[design.group(of: run)] += 1 }
    return counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
  }
}
