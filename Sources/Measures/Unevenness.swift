/// The Gini coefficient of rows per seat over places, with its derivatives.
///
/// Of sorted x₁ ≤ … ≤ xₙ it is 2Σk·xₖ/(nΣx) − (n + 1)/n. Places without seats do not count; without any row
/// it is undefined.
struct Unevenness {
  /// Where the rows and the seats of each place stand among the variables.
  let portions: [(count: Int, seats: Int)]

  /// A place with its rows per seat, and its rank; those alike share the middle of their ranks.
  private struct Ranked {
    var portion: Int
    var rate: Double
    var rank: Double
  }

  /// The value at a point; nil where it is undefined.
  func value(at point: [Double?]) -> Double? {
    let ranked = ranked(at: point)
    return coefficient(ranked).map(\.value)
  }

  /// The value and its derivatives by all variables; nil where it is undefined.
  func slope(at point: [Double?]) -> Formula.Slope? {
    let ranked = ranked(at: point)
    guard let (value, total, weighted) = coefficient(ranked) else { return nil }
    let count = Double(ranked.count)
    var gradient = [Double](repeating: 0, count: point.count)
    for place in ranked {
      let byRate = 2 / (count * total) * (place.rank - weighted / total)
      let (rows, seats) = portions[place.portion]
      let size = point[seats] ?? 0
      gradient[rows] += byRate / size
      gradient[seats] -= byRate * place.rate / size
    }
    return Formula.Slope(value: value, gradient: gradient)
  }

  private func ranked(at point: [Double?]) -> [Ranked] {
    var places: [Ranked] = []
    for (index, portion) in portions.enumerated() {
      guard let rows = point[portion.count], let seats = point[portion.seats], seats > 0 else {
        continue
      }
      places.append(Ranked(portion: index, rate: rows / seats, rank: 0))
    }
    places.sort { ($0.rate, $0.portion) < ($1.rate, $1.portion) }
    var first = 0
    while first < places.count {
      var last = first
      while last + 1 < places.count, places[last + 1].rate == places[first].rate { last += 1 }
      for place in first...last { places[place].rank = Double(first + last) / 2 + 1 }
      first = last + 1
    }
    return places
  }

  private func coefficient(
    _ ranked: [Ranked]
  ) -> (value: Double, total: Double, weighted: Double)? {
    var total = 0.0
    var weighted = 0.0
    for place in ranked {
      total += place.rate
      weighted += place.rank * place.rate
    }
    guard total > 0 else { return nil }
    let count = Double(ranked.count)
    return (2 * weighted / (count * total) - (count + 1) / count, total, weighted)
  }
}
