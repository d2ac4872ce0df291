/// One step of a compiled condition: a test of one number of the row, and where to go on.
///
/// Conditions of any shape become such steps without a stack, and a conjunction ends at its first failure.
@usableFromInline
struct Test: Sendable {
  /// How the number is tested. An absent number fails all of them.
  @usableFromInline
  enum Form: Sendable {
    /// `low` ≤ number ≤ `low + span`.
    case interval
    /// The number is below 64 and its bit is set in `span`.
    case mask
    /// The number is at most `span` and its bit is set in the words from `low` on.
    case bits
  }

  /// Where a program ends.
  static let accepts: Int32 = -1
  static let rejects: Int32 = -2
  /// Sources beyond the slots of the row: its month, and its post + 1 (0 for none).
  static let month: UInt8 = 13
  static let place: UInt8 = 14

  @usableFromInline var form: Form
  /// Slot of the row, or `month` or `place`.
  @usableFromInline var source: UInt8
  /// Next step if the test is passed, or an end.
  @usableFromInline var yes: Int32
  /// Next step if not.
  @usableFromInline var no: Int32
  @usableFromInline var low: Int64
  @usableFromInline var span: UInt64

  /// Whether the row passes.
  @inline(__always)
  func passes(_ row: borrowing Row, _ slots: Span<Int64>, _ words: [UInt64]) -> Bool {
    let number = Test.number(source, of: row, slots)
    switch form {
    case .interval: return UInt64(bitPattern: number &- low) <= span
    case .mask:
      let bit = UInt64(bitPattern: number)
      return bit < 64 && (span &>> bit) & 1 != 0
    case .bits:
      let bit = UInt64(bitPattern: number)
      return bit <= span && (words[Int(low) + Int(bit >> 6)] &>> (bit & 63)) & 1 != 0
    }
  }

  /// The number of a source.
  @inline(__always)
  static func number(_ source: UInt8, of row: borrowing Row, _ slots: Span<Int64>) -> Int64 {
    if source < month { return slots[Int(source)] }
    return source == month ? Int64(row.month) : Int64(row.post) + 1
  }
}

/// Conditions on one kind of row, compiled to steps and their bit sets.
struct Program {
  var kind: EventKind
  var places: Places
  var tests: [Test] = []
  var words: [UInt64] = []

  /// Largest code that gets a bit; sets with greater ones become comparisons.
  private static let greatestCode: Int64 = 4095

  /// Appends a condition; returns its first step, or an end if nothing is to be tested.
  mutating func append(_ condition: Condition, yes: Int32, no: Int32) -> Int32 {
    switch condition {
    case .always: return yes
    case .not(let inner): return append(inner, yes: no, no: yes)
    case .and(let left, let right):
      return append(left, yes: append(right, yes: yes, no: no), no: no)
    case .or(let left, let right):
      return append(left, yes: yes, no: append(right, yes: yes, no: no))
    case .isOneOf(let field, _) where field.isCommon && field != .month,
      .compares(let field, _, _) where field.isCommon && field != .month:
      return appendPlaces(condition, yes: yes, no: no)
    case .isOneOf(let field, let codes):
      guard let source = source(of: field) else { return no }
      return append(codes, of: source, yes: yes, no: no)
    case .compares(let field, let relation, let number):
      guard let source = source(of: field) else { return no }
      return append(relation, number, of: source, yes: yes, no: no)
    }
  }

  /// Where a field stands, or nil if no row of the kind has it.
  private func source(of field: EventField) -> UInt8? {
    field == .month ? Test.month : kind.slot(of: field).map { UInt8($0) }
  }

  private mutating func append(_ test: Test) -> Int32 {
    tests.append(test)
    return Int32(tests.count - 1)
  }

  /// A condition on where a row happened: one bit for no post, then one a post.
  private mutating func appendPlaces(_ condition: Condition, yes: Int32, no: Int32) -> Int32 {
    let low = appendBits(
      (-1..<places.posts.count).filter { post in
        condition.holds { places.code($0, ofPost: post) }
      }.map { $0 + 1 }, count: places.posts.count + 1)
    return append(
      Test(
        form: .bits, source: Test.place, yes: yes, no: no, low: Int64(low),
        span: UInt64(places.posts.count)))
  }

  private mutating func append(_ codes: [Int64], of source: UInt8, yes: Int32, no: Int32) -> Int32 {
    guard let least = codes.min(), let greatest = codes.max() else { return no }
    if least >= 0 && greatest < 64 {
      let mask = codes.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      return append(Test(form: .mask, source: source, yes: yes, no: no, low: 0, span: mask))
    }
    if least >= 0 && greatest <= Program.greatestCode {
      let low = appendBits(codes.map { Int($0) }, count: Int(greatest) + 1)
      return append(
        Test(
          form: .bits, source: source, yes: yes, no: no, low: Int64(low), span: UInt64(greatest)))
    }
    return codes.reversed().reduce(no) { next, code in
      append(.equal, code, of: source, yes: yes, no: next)
    }
  }

  private mutating func append(
    _ relation: Relation, _ number: Int64, of source: UInt8, yes: Int32, no: Int32
  ) -> Int32 {
    let least = Row.absent + 1
    func interval(_ low: Int64, _ high: Int64, _ yes: Int32, _ no: Int32) -> Test {
      Test(
        form: .interval, source: source, yes: yes, no: no, low: low,
        span: UInt64(bitPattern: high &- low))
    }
    switch relation {
    case .equal: return number < least ? no : append(interval(number, number, yes, no))
    case .unequal:
      let present = append(interval(least, .max, yes, no))
      return number < least ? present : append(interval(number, number, no, present))
    case .less: return number <= least ? no : append(interval(least, number - 1, yes, no))
    case .lessOrEqual: return number < least ? no : append(interval(least, number, yes, no))
    case .greater: return number == .max ? no : append(interval(number + 1, .max, yes, no))
    case .greaterOrEqual: return append(interval(max(number, least), .max, yes, no))
    }
  }

  /// Appends a bit set; returns its first word.
  private mutating func appendBits(_ members: [Int], count: Int) -> Int {
    let first = words.count
    words.append(contentsOf: repeatElement(0, count: (count + 63) / 64))
    for member in members { words[first + member / 64] |= 1 << UInt64(member % 64) }
    return first
  }
}
