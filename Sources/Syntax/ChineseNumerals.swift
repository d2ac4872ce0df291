/// What people write in Chinese prose and the language writes otherwise; only for problems that help.
enum ChineseNumerals {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let powers: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

  /// The value of a number in Chinese words up to some millions, or nil.
  static func value(_ words: Substring) -> Int? {
    guard !words.isEmpty, words.count <= 9 else { return nil }
    var (total, section, digit) = (0, 0, 0)
    var sawDigit = false
    for word in words {
      if let value = digits[word] {
        digit = value
        sawDigit = true
      } else if word == "万" {
        total += max(1, section + digit) * 10_000
        (section, digit, sawDigit) = (0, 0, false)
      } else if let power = powers[word] {
        section += (sawDigit ? digit : 1) * power
        (digit, sawDigit) = (0, false)
      } else {
        return nil
      }
    }
    return total + section + digit
  }

  /// `三年` → `3年`, `百分之五` → `5%`, or nil if the word is no number.
  static func digits(for word: String) -> String? {
    guard word.utf8.first ?? 0 >= 0xE3 else { return nil }
    if word.hasPrefix("百分之") { return value(word.dropFirst(3)).map { "\($0)%" } }
    if word.hasPrefix("千分之") { return value(word.dropFirst(3)).map { "\($0)‰" } }
    guard word.utf8.count >= 6, let first = word.first, digits[first] != nil || powers[first] != nil
    else { return nil }
    for unit in Words.units where unit.language == .zh && word.hasSuffix(unit.spelling) {
      let number = word.dropLast(unit.spelling.count)
      if let value = value(number) { return "\(value)\(unit.spelling)" }
    }
    return nil
  }

  /// `个月内` → unit `个月` and word `内`.
  static func limit(_ word: String) -> (unit: String, word: String)? {
    for end in ["以内", "之内", "内", "以上", "以下"] where word.hasSuffix(end) {
      let unit = String(word.dropLast(end.count))
      if Words.unit(unit) != nil { return (unit, end) }
    }
    return nil
  }

  /// What to write for digits and a word that multiplies them but is no suffix: `8K`, `8千元`; and for
  /// a suffix that a blank parts from its digits: `8 万元`.
  static func instead(of number: String, _ word: String) -> String? {
    if !number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F }) {
      return nil
    }
    let english = ["K": "k", "kk": "M", "mn": "M", "mln": "M", "B": "bn", "b": "bn", "Bn": "bn"]
    if let suffix = english[word] { return number + suffix }
    let chinese: [(String, Int, String)] = [
      ("百万", 2, "万"), ("千万", 3, "万"), ("十万", 1, "万"), ("十亿", 1, "亿"), ("百亿", 2, "亿"),
      ("千亿", 3, "亿"), ("百", 2, ""), ("千", 3, ""), ("万", 0, "万"), ("亿", 0, "亿"),
    ]
    for (multiplier, zeros, suffix) in chinese where word.hasPrefix(multiplier) {
      let unit = word.dropFirst(multiplier.count)
      guard unit.isEmpty || Words.unit(String(unit)) != nil else { continue }
      return shifted(number, by: zeros) + suffix + unit
    }
    return nil
  }

  /// The digits with the point moved to the right.
  private static func shifted(_ number: String, by zeros: Int) -> String {
    let parts = number.filter { $0 != "_" }.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, zeros - fraction.count))
    let rest = padded.dropFirst(zeros)
    let whole = String(parts[0]) + padded.prefix(zeros)
    return rest.isEmpty ? whole : whole + "." + rest
  }

  /// A word with 的 as a path, empty if nothing can be said; nil if 的 belongs to the word itself.
  static func withoutPossessive(_ word: String) -> String? {
    guard word.utf8.contains(0xE7), word.contains("的") else { return nil }
    var parts: [String] = [""]
    var before: Character?
    let characters = Array(word)
    for (position, character) in characters.enumerated() {
      let after = position + 1 < characters.count ? characters[position + 1] : nil
      let isPart = before.map { "目标有".contains($0) } ?? false || after == "确"
      if character == "的", !isPart {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      before = character
    }
    guard parts.count > 1 else { return nil }
    return parts.contains("") ? parts.joined() : parts.joined(separator: ".")
  }
}
