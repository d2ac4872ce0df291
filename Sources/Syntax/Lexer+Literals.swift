extension Lexer {
  /// The ASCII character at `position` after folding, or nil at the end or if it is another.
  private func folded(at position: Int) -> (byte: UInt8, length: Int)? {
    guard position < bytes.count else { return nil }
    if bytes[position] < 0x80 { return (bytes[position], 1) }
    guard bytes[position] == 0xEF else { return nil }
    let (raw, length) = Characters.decode(bytes, at: position)
    let scalar = Characters.fold(raw)
    return scalar.isASCII ? (UInt8(truncatingIfNeeded: scalar.value), length) : nil
  }

  private func isDigit(at position: Int) -> Bool {
    folded(at: position).map { (0x30...0x39).contains($0.byte) } ?? false
  }

  /// Digits in groups that `_` may separate; the text has the digits and separators as written.
  private mutating func digits(into text: inout String) {
    while let (byte, length) = folded(at: index) {
      let separates = byte == 0x5F && !text.hasSuffix(".") && isDigit(at: index + length)
      guard (0x30...0x39).contains(byte) || separates else { return }
      text.unicodeScalars.append(Unicode.Scalar(byte))
      index += length
    }
  }

  /// `12`, `0.5`, `1_000`, `1e-4`, with an optional suffix.
  mutating func number() {
    let lower = index
    var text = ""
    digits(into: &text)
    if commaGroups() {
      thousands(from: lower, leading: text)
      return
    }
    fraction(into: &text)
    if let (byte, length) = folded(at: index), byte == 0x2E, isDigit(at: index + length) {
      malformed(from: lower)
      return
    }
    bareWhole(text, from: lower)
    var exponent = self.exponent(into: &text)
    let mantissa = text.filter { $0 != "_" }.prefix { $0 != "e" && $0 != "E" }
    if let suffix = suffix() {
      exponent += suffix.exponent
      text += suffix.spelling
    }
    guard let value = Double("\(mantissa)e\(exponent)"), value.isFinite else {
      report(.numberTooLarge(at: span(lower)))
      add(.number, text, value: 0, from: lower)
      return
    }
    add(.number, text, value: value, from: lower)
  }

  private mutating func fraction(into text: inout String) {
    guard let (byte, length) = folded(at: index), byte == 0x2E, isDigit(at: index + length) else {
      return
    }
    text += "."
    index += length
    digits(into: &text)
  }

  /// Reads `e-4`; an exponent beyond what a number can hold stands for the nearest that is beyond too.
  private mutating func exponent(into text: inout String) -> Int {
    guard let (e, length) = folded(at: index), e == 0x65 || e == 0x45 else { return 0 }
    var position = index + length
    var written = String(Unicode.Scalar(e))
    var sign = 1
    if let (byte, length) = folded(at: position), byte == 0x2D || byte == 0x2B {
      sign = byte == 0x2D ? -1 : 1
      written.unicodeScalars.append(Unicode.Scalar(byte))
      position += length
    }
    guard isDigit(at: position) else { return 0 }
    index = position
    var digits = ""
    self.digits(into: &digits)
    text += written + digits
    let significant = digits.filter { $0 != "_" }
    return sign * min(Int(significant) ?? 99_999, 99_999)
  }

  /// `k`, `M`, `bn` if no letter, digit or `_` follows; `万`, `亿`.
  private mutating func suffix() -> Words.Suffix? {
    guard index < bytes.count else { return nil }
    for suffix in Words.suffixes where bytes[index...].starts(with: suffix.spelling.utf8) {
      let after = index + suffix.spelling.utf8.count
      if suffix.language == .en, after < bytes.count,
        Characters.continuesName(Characters.fold(Characters.decode(bytes, at: after).scalar))
      {
        continue
      }
      index = after
      return suffix
    }
    return nil
  }

  /// Whether `,` and just three digits follow, at least once, without a blank between.
  private func commaGroups() -> Bool {
    index < bytes.count && bytes[index] == 0x2C && endOfGroup(at: index) != nil
  }

  private func endOfGroup(at comma: Int) -> Int? {
    guard comma < bytes.count, bytes[comma] == 0x2C, isDigit(at: comma + 1),
      isDigit(at: comma + 2), isDigit(at: comma + 3), !isDigit(at: comma + 4)
    else { return nil }
    return comma + 4
  }

  /// `8,300`: a problem; the number goes on as the writer meant it.
  private mutating func thousands(from lower: Int, leading: String) {
    guard leading.utf8.count <= 3, !leading.hasPrefix("0") else {
      add(.number, leading, value: Double(leading.filter { $0 != "_" }) ?? 0, from: lower)
      return
    }
    while let end = endOfGroup(at: index) { index = end }
    let groups = String(decoding: bytes[lower..<index], as: UTF8.self).split(separator: ",")
    report(.commaInNumber(groups: groups.map { String($0) }, at: span(lower)))
    var text = groups.joined()
    fraction(into: &text)
    if let suffix = suffix() { text += suffix.spelling }
    add(.number, text, value: Double(groups.joined()) ?? 0, from: lower)
  }

  /// `.5`, where no word or number stands directly before the point.
  mutating func bareFraction(from lower: Int) -> Bool {
    guard isDigit(at: index) else { return false }
    if let last = tokens.last, last.span.upper == lower {
      switch last.kind {
      case .name, .number, .string, .sign(.closeParenthesis): return false
      case .sign, .end, .endOfText: break
      }
    }
    var text = "0."
    digits(into: &text)
    report(.pointAtEdge(instead: text, at: span(lower)))
    add(.number, text, value: Double(text.filter { $0 != "_" }) ?? 0, from: lower)
    return true
  }

  /// `5.` with nothing after the point that could be a name.
  private mutating func bareWhole(_ text: String, from lower: Int) {
    guard let (byte, length) = folded(at: index), byte == 0x2E else { return }
    let after = index + length
    if after < bytes.count,
      Characters.continuesName(Characters.fold(Characters.decode(bytes, at: after).scalar))
    {
      return
    }
    index = after
    report(.pointAtEdge(instead: text, at: span(lower)))
  }

  /// `1.2.3`
  private mutating func malformed(from lower: Int) {
    while let (byte, length) = folded(at: index), byte == 0x2E || (0x30...0x39).contains(byte) {
      guard byte != 0x2E || isDigit(at: index + length) else { break }
      index += length
    }
    report(.twoPoints(at: span(lower)))
    add(.number, String(decoding: bytes[lower..<index], as: UTF8.self), from: lower)
  }

  /// `"…"`; one that began with a curly quotation mark ends with one, or with a straight one.
  mutating func string(openedBy opening: Unicode.Scalar, length: Int) {
    let lower = index
    index += length
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x0A {
      let (scalar, length) = Characters.decode(bytes, at: index)
      if closes(scalar, openedBy: opening) {
        index += length
        add(.string, String(decoding: text, as: UTF8.self), from: lower)
        return
      }
      if scalar == "\\" {
        text.append(escape())
      } else {
        text += bytes[index..<(index + length)]
        skipInText()
      }
    }
    report(.unclosedString(at: span(lower)))
    add(.string, String(decoding: text, as: UTF8.self), from: lower)
  }

  private func closes(_ scalar: Unicode.Scalar, openedBy opening: Unicode.Scalar) -> Bool {
    switch opening {
    case "\u{201C}", "\u{201D}": scalar == "\u{201D}" || scalar == "\""
    case "\u{FF02}": scalar == "\u{FF02}" || scalar == "\""
    default: scalar == "\""
    }
  }

  private mutating func escape() -> UInt8 {
    let lower = index
    index += 1
    guard index < bytes.count, bytes[index] != 0x0A else { return 0x5C }
    switch bytes[index] {
    case 0x22, 0x5C:
      index += 1
      return bytes[index - 1]
    case 0x6E:
      index += 1
      return 0x0A
    default:
      report(.unknownEscape(at: Span(file: file, lower, index)))
      return 0x5C
    }
  }
}
