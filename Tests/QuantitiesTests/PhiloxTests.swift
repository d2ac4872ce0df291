import Quantities
import Testing

@Suite("Chance: Philox, thresholds and meanings")
struct PhiloxTests {
  @Test("Philox4x32-7 gives the published words (Random123, kat_vectors)")
  func vectors() {
    let zeros = philox4x32(key: (0, 0), counter: (0, 0, 0, 0))
    #expect(zeros == (0x5f6f_b709, 0x0d89_3f64, 0x4f12_1f81, 0x4f73_0a48))
    let ones = philox4x32(key: (.max, .max), counter: (.max, .max, .max, .max))
    #expect(ones == (0x5207_ddc2, 0x4516_5e59, 0x4d8e_e751, 0x8c52_f662))
    let digits = philox4x32(
      key: (0xa409_3822, 0x299f_31d0),
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344))
    #expect(digits == (0x4dfc_caba, 0x190a_87f0, 0xc473_62ba, 0xb6b5_242a))
  }

  @Test("Many draws at once are the draws one by one", arguments: [0, 1, 4, 11])
  func many(count: Int) {
    let key: (UInt32, UInt32) = (0xa409_3822, 0x299f_31d0)
    let low = (0..<12).map { UInt32($0) &* 0x9e37_79b9 }
    let high = low.map { ~$0 }
    let empty = Block((1, 2, 3, 4))
    var blocks = [Block](repeating: empty, count: 12)
    blocks.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      philox4x32(key: key, low: low, high: high, rest: (5, 6), count: count, into: base)
    }
    for n in 0..<12 {
      let one = philox4x32(key: key, counter: (low[n], high[n], 5, 6))
      #expect(blocks[n] == (n < count ? Block(one) : empty))
    }
    blocks.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      philox4x32(key: key, from: (7, 8, 9, .max - 1), count: count, into: base)
    }
    for n in 0..<count {
      let last = UInt32.max - 1 &+ UInt32(n)
      #expect(blocks[n] == Block(philox4x32(key: key, counter: (7, 8, 9, last))))
    }
  }

  @Test("A threshold has its probability to 2⁻³²")
  func thresholds() {
    #expect(threshold32(0) == 0 && threshold32(-1) == 0 && threshold32(.nan) == 0)
    #expect(threshold32(1) == .max && threshold32(2) == .max && threshold32(0.5) == 1 << 31)
    for p in grid(0, 1, 1_000) {
      #expect((Double(threshold32(p)) * 0x1p-32 - p).magnitude <= 0x1p-33)
    }
    #expect(uniform(0) == 0x1p-33 && uniform(.max) == 1 - 0x1p-33)
  }

  @Test("Meanings are fixed for ever, differ, and depend on order")
  func meanings() {
    #expect(Meaning("").bits == 0xf52a_15e9_a9b5_e89b)
    #expect(Meaning("post.clerk").bits == 0x7648e526ed9ff21e)
    #expect(Meaning("岗位").bits == 0x00766f26d57efeec)
    #expect(Meaning("a").with("b") != Meaning("b").with("a"))
    #expect(Meaning("a").with("b") != Meaning("ab"))
    #expect(Meaning("a").with(1) != Meaning("a").with(2))
    var seen: Set<Meaning> = []
    for post in 0..<100 {
      for slot: UInt64 in 0..<100 { seen.insert(Meaning("post \(post)").with(slot)) }
    }
    #expect(seen.count == 10_000)
  }

  @Test("Each bit of a number turns about half of the bits of a meaning")
  func avalanche() {
    let base = Meaning("post.clerk")
    for bit in 0..<64 {
      let turned = (base.with(77).bits ^ base.with(77 ^ (1 << UInt64(bit))).bits).nonzeroBitCount
      #expect((12...52).contains(turned), "bit \(bit)")
    }
  }
}
