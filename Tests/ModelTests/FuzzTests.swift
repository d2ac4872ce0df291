import Glibc
import Model
import Plan
import Support
import Syntax
import Testing

/// A stranger's file is safe: whatever stands in it, reading ends, with a scenario or with problems that point into it.
@Suite struct FuzzTests {
  /// Words and signs that a writer could put in the wrong place.
  static let pieces = [
    "{", "}", "(", ")", ";", ",", "~", "%", "per year", "0", "-1", "1e308", "1_000_000_000",
    "never", "equal", "off",
    "all", "not", "risk", "post", "policy", "rotation", "extends a", "copies 1000",
    "use \"metrics\"", "每", "轮岗", "岗位",
    "lognormal(median 1, p90 0)", "beta(mean 99%, sd 90%)", "at", "by unit", "where",
    "from month 0", "as evaluation",
    "headcount 100000", "every 0 months", "is count(offences) / 0", "=", "*= 0", ".",
  ]

  /// How many texts: 20,000 before a release (`PROBITY_FUZZ=20000`), a part of them every time.
  static let count = getenv("PROBITY_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1_000

  @Test func mutatedScenariosEnd() {
    let library = Library(rules: [:])
    let tokens = [district, k1].map { text in
      text.split(omittingEmptySubsequences: false) { $0 == " " }.map(String.init)
    }
    var sound = 0
    withEvery("seed", in: 0..<Self.count) { seed in
      var random = SplitMix64(seed: seed)
      var words = tokens[seed % tokens.count]
      // A part of the text, so that many mutations are seen and few problems hide the others.
      let start = Int.random(in: 0..<words.count, using: &random)
      let drop = start..<min(words.count, start + Int.random(in: 0..<200, using: &random))
      if Int.random(in: 0..<4, using: &random) == 0 { words.removeSubrange(drop) }
      for _ in 0..<Int.random(in: 0..<4, using: &random) where !words.isEmpty {
        let place = Int.random(in: 0..<words.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: words[place] = Self.pieces.randomElement(using: &random) ?? ""
        case 1: words.insert(Self.pieces.randomElement(using: &random) ?? "", at: place)
        case 2: words.swapAt(place, Int.random(in: 0..<words.count, using: &random))
        default: words.remove(at: place)
        }
      }
      let text = words.joined(separator: " ")
      let reading = read(Source(name: "fuzz.probity", text: text), library: library)
      if let scenario = reading.scenario {
        sound += 1
        _ = scenario.plan(policies: scenario.policies.map(\.name), overlay: nil)
      } else {
        #expect(reading.diagnostics.contains { $0.severity == .error }, "\(text)")
      }
      for diagnostic in reading.diagnostics {
        #expect(
          diagnostic.labels.allSatisfy { $0.span.lower <= $0.span.upper },
          "\(diagnostic.code) in \(text)")
      }
    }
    #expect(sound > 0, "no mutated text was sound: the mutations are too hard to reach the plan")
  }
}
