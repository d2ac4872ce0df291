import Ledger

/// A small reproducible source of numbers for the tests of this module.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// Seven posts in three units of two organisations.
let office = Places(
  posts: (0..<7).map {
    Places.Post(
      unit: $0 / 3, organization: $0 / 4, field: $0 % 5, group: $0 % 4, riskLevel: $0 % 3)
  })

extension Row {
  /// A row with any values that its fields may have.
  static func any(using dice: inout Dice) -> Row {
    let kind = EventKind.allCases[Int.random(in: 0..<EventKind.allCases.count, using: &dice)]
    var row = Row(
      kind, month: Int32.random(in: -2...130, using: &dice),
      post: Int32.random(in: -1...6, using: &dice), times: Int32.random(in: 1...4, using: &dice))
    for (slot, field) in kind.fields.enumerated() where !dice.chance(20) {
      row.slots[slot] =
        switch field.unit {
        case .code: Int64.random(in: 0...70, using: &dice)
        case .flag: Int64.random(in: 0...1, using: &dice)
        case .count: Int64.random(in: 0...9, using: &dice)
        case .duration: Int64.random(in: 0...(120 << 20), using: &dice)
        case .money: Int64.random(in: 0...10_000_000_00, using: &dice)
        case .reading: Int64.random(in: -(5 << 20)...(5 << 20), using: &dice)
        case .share: Int64.random(in: 0...(1 << 20), using: &dice)
        }
    }
    return row
  }
}

extension Condition {
  /// Any condition on rows of a kind, with operators nested so deep.
  static func any(on kind: EventKind, depth: Int, using dice: inout Dice) -> Condition {
    let fields = kind.fields + EventField.allCases.filter(\.isCommon)
    let field = fields[Int.random(in: 0..<fields.count, using: &dice)]
    switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &dice) {
    case 0:
      let greatest: Int64 = [3, 70, 5_000][Int.random(in: 0..<3, using: &dice)]
      let count = Int.random(in: 0...4, using: &dice)
      return .isOneOf(field, (0..<count).map { _ in Int64.random(in: -1...greatest, using: &dice) })
    case 1, 2:
      let relation = Relation.allCases[Int.random(in: 0..<6, using: &dice)]
      let extremes = [Int64.min, .min + 1, -1, 0, 1, 2, 60, 1 << 25, .max]
      return .compares(field, relation, extremes[Int.random(in: 0..<9, using: &dice)])
    case 3: return .not(any(on: kind, depth: depth - 1, using: &dice))
    case 4:
      return .and(
        any(on: kind, depth: depth - 1, using: &dice), any(on: kind, depth: depth - 1, using: &dice)
      )
    default:
      return .or(
        any(on: kind, depth: depth - 1, using: &dice), any(on: kind, depth: depth - 1, using: &dice)
      )
    }
  }
}

extension Atom {
  /// Any atom.
  static func any(using dice: inout Dice) -> Atom {
    let kind = EventKind.allCases[Int.random(in: 0..<EventKind.allCases.count, using: &dice)]
    let field = kind.fields.randomElement(using: &dice)
    let measures: [Measure] = [
      .count, .sum(field ?? .loss), .quantile(0.5, field ?? .age), .survival(0.5, field ?? .delay),
    ]
    let first = Int.random(in: -3...100, using: &dice)
    let window = Window(first: first, last: first + Int.random(in: 0...60, using: &dice))
    return Atom(
      kind, measures[Int.random(in: 0..<4, using: &dice)],
      where: .any(on: kind, depth: 3, using: &dice), in: dice.chance(50) ? .all : window)
  }
}
