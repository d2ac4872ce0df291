import Ledger
import Measures
import Quantities

/// A small reproducible source of chance for the tests of this module.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform between 0 and 1, both excluded.
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
    Normal(mean: mean, deviation: deviation).quantile(uniform())
  }

  mutating func poisson(_ mean: Double) -> Int64 {
    var left = exponential(-mean)
    var product = uniform()
    var count: Int64 = 0
    while product > left {
      product *= uniform()
      count += 1
      if count > 10_000 { left = 1 }
    }
    return count
  }

  mutating func binomial(_ trials: Int64, _ share: Double) -> Int64 {
    (0..<trials).reduce(0) { sum, _ in sum + (uniform() < share ? 1 : 0) }
  }

  mutating func duration(mean: Double) -> Double { -mean * naturalLog(uniform()) }
}

let offences = Atom(.offences, .count)
let crimes = Atom(.offences, .count, where: .isOneOf(.stage, [2]))
let seats = Atom(.seats, .count)
let losses = Atom(.offences, .sum(.loss))
let medianLoss = Atom(.offences, .quantile(0.5, .loss))
let medianLatency = Atom(.offences, .survival(0.5, .latency))

let incidence = Question.combined(.atom(offences), .divide, .atom(seats))
let crimeShare = Question.combined(.atom(crimes), .divide, .atom(offences))
let loss = Question.atom(losses)

let nowhere = Places(posts: [])
let asked = Sheet([incidence, crimeShare, loss], places: nowhere)

/// What one run counted.
struct Counts {
  var offences: Int64 = 0
  var seats: Int64 = 0
  var crimes: Int64 = 0
  /// In hundredths.
  var loss: Int64 = 0
}

extension Sample {
  /// A sample of runs with these counts, numbered from 0.
  init(_ counts: [Counts], design: Design = .certain) {
    self.init(asked, design: design)
    for (run, count) in counts.enumerated() { append(Outcome(count), run: run) }
  }
}

extension Outcome {
  /// The outcome of a run with these counts, in the order of the sheet.
  init(_ counts: Counts) {
    self.init(
      sums: asked.sums.map { atom in
        switch atom {
        case offences: counts.offences
        case seats: counts.seats
        case crimes: counts.crimes
        default: counts.loss
        }
      })
  }
}

/// The share of so many repetitions in which a claim holds.
func frequency(_ repetitions: Int, _ holds: () -> Bool) -> Double {
  Double((0..<repetitions).reduce(0) { count, _ in count + (holds() ? 1 : 0) })
    / Double(repetitions)
}

/// How far the coverage of 2,000 repetitions strays from 95 % by chance once in a million (two sides).
let astray = 4.9 * (0.95 * 0.05 / 2_000).squareRoot()
