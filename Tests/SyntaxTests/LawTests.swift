import Support
import Syntax
import Testing

@Suite struct LawTests {
  /// Texts of the grammar, grown at random: entries, blocks, values, comments, blanks in odd places.
  struct Growth {
    var random: SplitMix64
    init(seed: Int) { random = SplitMix64(seed: seed) }

    mutating func pick(_ choices: [String]) -> String {
      choices.randomElement(using: &random) ?? ""
    }
    mutating func chance(_ share: Double) -> Bool {
      Double.random(in: 0..<1, using: &random) < share
    }

    mutating func blank() -> String { pick([" ", " ", " ", "  ", "\t", "\u{3000}"]) }

    mutating func word() -> String {
      pick(["a", "rate", "p90", "高风险", "模型_116", "third_party", "é", "e\u{301}", "第一课"])
    }

    mutating func number() -> String {
      pick(["1", "0.5", "1_000", "1e-4", "80k", "2M", "3bn", "8万", "２", "1.5亿"])
    }

    mutating func amount() -> String {
      pick(["per year", "每月", "per 1000 person_years", "每1000人年", "per month"])
    }

    mutating func value(_ depth: Int) -> String {
      let leaf = depth > 3
      switch Int.random(in: leaf ? 6..<14 : 0..<14, using: &random) {
      case 0:
        return value(depth + 1) + pick([" + ", "-", " - ", "*", " / ", " × "]) + value(depth + 1)
      case 1: return value(depth + 1) + pick([" and ", " 且 ", " or ", " 或 "]) + value(depth + 1)
      case 2: return word() + pick(["(", "（"]) + args(depth + 1) + pick([")", "）"])
      case 3: return "(" + args(depth + 1) + ")"
      case 4: return pick(["not ", "非 ", "-"]) + value(depth + 1)
      case 5: return number()
      case 6: return number() + blank() + amount()
      case 7: return amount() + blank() + number() + "%"
      case 8: return number() + pick(["%", "‰", " months", "年", " yuan", " 元"])
      case 9: return pick(["year 3", "第3年", "month 13", "第13个月"])
      case 10: return pick(["\"a b\"", "“好”", "\"x\\\"\\\\\\n\"", "\"\""])
      case 11: return word() + "." + pick(["rate", "at", "每", "黄色"])
      default: return word()
      }
    }

    mutating func term(_ depth: Int) -> String {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: return "~" + pick(["", " "]) + value(depth)
      case 1, 2:
        return pick(["of", "在", "within", "自", "其中", "by", "参照"]) + blank() + term(depth + 1)
      case 3: return amount()
      case 4: return word() + pick([" += ", "*= "]) + value(depth)
      default: return value(depth)
      }
    }

    mutating func args(_ depth: Int) -> String {
      (0..<Int.random(in: 1..<4, using: &random)).map { _ in
        (0..<Int.random(in: 1..<3, using: &random)).map { _ in term(depth) }.joined(
          separator: blank())
      }.joined(separator: pick([", ", "，", ",", ",\n  ", "、", ", # why\n"]))
    }

    mutating func entry(_ depth: Int) -> String {
      let head = pick(["rate", "of", "每", "not", "轮岗", "a.b =", "x.at *=", "时限"])
      var entry = head + blank() + (chance(0.9) || head.hasSuffix("=") ? args(1) : "")
      if depth < 4, chance(0.4) { entry += " {" + entries(depth + 1) + "}" }
      return entry
    }

    mutating func entries(_ depth: Int) -> String {
      (0..<Int.random(in: 0..<4, using: &random)).map { _ in
        pick(["", " ", "\n", "# note\n"]) + entry(depth)
          + pick(["\n", ";", "；", "。", " # why\n", "\n\n\n", ";\n", "\r\n"])
      }.joined()
    }
  }

  private func check(_ text: String) {
    let first = parse(Source(name: "", text: text))
    #expect(first.printed == first.source.text)
    guard !first.hasErrors else { return }
    let formatted = Formatter().text(of: first)
    let second = parse(Source(name: "", text: formatted))
    #expect(second.diagnostics == [], "\(text)\n→\n\(formatted)")
    #expect(second.program.dump == first.program.dump, "\(text)\n→\n\(formatted)")
    #expect(Formatter().text(of: second) == formatted, "\(text)\n→\n\(formatted)")
    // The tree alone says the same too.
    let bare = first.program.entries.map { $0.text + "\n" }.joined()
    let third = parse(Source(name: "", text: bare))
    #expect(third.program.dump == first.program.dump, "\(text)\n→\n\(bare)")
    let comments = { (text: String) in text.split(separator: "#").count }
    #expect(comments(formatted) == comments(first.source.text))
    let english = Formatter(language: .en).text(of: first)
    let chinese = Formatter(language: .zh).text(of: first)
    for (language, printed) in [(Language.en, english), (.zh, chinese)] {
      let again = parse(Source(name: "", text: printed))
      #expect(again.diagnostics == [], "\(text)\n→\n\(printed)")
      #expect(Formatter(language: language).text(of: again) == printed, "\(text)\n→\n\(printed)")
    }
  }

  @Test(arguments: Texts.names) func lawsHoldForTexts(name: String) {
    let text = Texts.text(name)
    check(text)
    let parse = parse(Source(name: "", text: text))
    let english = Formatter(language: .en).text(of: parse)
    let back = Formatter(language: .en).text(
      of: Syntax.parse(
        Source(name: "", text: Formatter(language: .zh).text(of: parse))))
    #expect(back == english || name.hasSuffix("zh"))
    #expect(
      Formatter(language: name.hasSuffix("zh") ? .zh : .en).text(of: parse)
        == Formatter().text(of: parse))
  }

  @Test func lawsHoldForGrownTexts() {
    var good = 0
    withEvery("seed", in: 0..<3_000) { seed in
      var growth = Growth(seed: seed)
      let text = growth.entries(0)
      if !parse(Source(name: "", text: text)).hasErrors { good += 1 }
      check(text)
    }
    #expect(good > 1_500)
  }

  @Test func mutatedTextsEnd() {
    let texts = Texts.names.map { Array(Texts.text($0).utf8) }
    let pieces = [
      "(", ")", "{", "}", ",", "-", "~", "每", "第", "的", "。", "“", "\"", "\\", "#", "\n",
      "per", "not", "1e", "8,300", "三年", ".", "=", "\u{202E}", "：", "１", "k",
    ].map { Array($0.utf8) }
    withEvery("seed", in: 0..<20_000) { seed in
      var random = SplitMix64(seed: seed)
      let text = texts[seed % texts.count]
      let start = Int.random(in: 0..<text.count, using: &random)
      var bytes = Array(text[start..<min(text.count, start + 400)])
      for _ in 0..<Int.random(in: 1..<8, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0..<6, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          bytes.replaceSubrange(place..<end, with: [UInt8.random(in: 0...255, using: &random)])
        case 1: bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &random) ?? [])
        default: bytes.insert(contentsOf: bytes[place..<end], at: bytes.count / 2)
        }
      }
      let (source, _) = Source.reading(bytes, name: "")
      let parse = parse(source)
      #expect(parse.printed == source.text)
      for diagnostic in parse.diagnostics {
        #expect(diagnostic.labels.allSatisfy { $0.span.lower <= $0.span.upper })
        #expect(diagnostic.labels.allSatisfy { $0.span.upper <= source.text.utf8.count })
      }
      _ = unfinished(source.text)
    }
  }

  /// Half a second of work on a free core; the bound only catches time that grows with the square.
  @Test func aLongTextIsReadAtOnce() {
    let line =
      "post tender_officer \"Tender\" { headcount 12; risk_level high; rate 1.2% per year }\n"
    let source = Source(name: "", text: String(repeating: line, count: 100_000))
    let clock = ContinuousClock()
    let time = clock.measure { #expect(parse(source).program.entries.count == 100_000) }
    #expect(time < .seconds(60))
  }
}
