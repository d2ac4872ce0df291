/// The classes of characters that the lexer tells apart (language.md 2).
enum Characters {
  /// The scalar that begins at `index` of valid UTF-8, with the number of its bytes.
  static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
    func following(_ step: Int) -> UInt32 {
      index + step < bytes.count ? UInt32(bytes[index + step] & 0x3F) : 0
    }
    let (code, length): (UInt32, Int) =
      if first < 0xE0 {
        ((first & 0x1F) << 6 | following(1), 2)
      } else if first < 0xF0 {
        ((first & 0x0F) << 12 | following(1) << 6 | following(2), 3)
      } else {
        ((first & 0x07) << 18 | following(1) << 12 | following(2) << 6 | following(3), 4)
      }
    return (Unicode.Scalar(code) ?? "\u{FFFD}", min(length, bytes.count - index))
  }

  /// The ASCII that a full-width form or a typographic sign stands for outside strings and comments.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3000: " "
    case 0x201C, 0x201D: "\""  // “ ”
    case 0x3001: ","  // 、
    case 0x3002: ";"  // 。
    case 0xD7: "*"  // ×
    case 0xF7: "/"  // ÷
    default: scalar
    }
  }

  /// Whether the character is a Chinese one, after which a digit ends a name.
  static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: true
    case 0...0x2FFF: false
    default: scalar.properties.isIdeographic
    }
  }

  /// Whether a name may begin with the character, after folding.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isLetter(UInt8(truncatingIfNeeded: scalar.value)) || scalar == "_" }
    if (0x4E00...0x9FFF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return !isInvisible(scalar)
    default: return false
    }
  }

  /// Whether the character may stand in a name after its beginning, after folding.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if startsName(scalar) || isDigit(scalar) { return true }
    if scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return !isInvisible(scalar)
    default: return false
    }
  }

  /// Whether the byte is an ASCII letter.
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether the character is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether the character is blank.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09: true
    case 0...0x7F: false
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  /// Whether the character cannot be seen, so that text could read differently from what runs:
  /// bidirectional and other format characters, line separators and control characters.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: return false
    case 0..<0x20, 0x7F..<0xA0: return true
    case 0x20..<0xAD, 0x3001...0x3163, 0x3165...0xD7FF: return false
    default:
      switch scalar.properties.generalCategory {
      case .format, .lineSeparator, .paragraphSeparator: return true
      default: return scalar.properties.isDefaultIgnorableCodePoint
      }
    }
  }

  /// Whether an invisible character may stand in strings and comments: the selectors after a symbol
  /// that make it a picture, or not.
  static func choosesPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E || scalar.value == 0xFE0F
  }
}
