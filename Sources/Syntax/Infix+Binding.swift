extension Infix {
  /// How tightly the operator binds; more is tighter. `not` stands between `and` and comparisons.
  public var binding: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .times, .divided: 6
    }
  }

  /// The tightest binding of an operator between two values.
  static let tightest = 6

  /// The operator that the sign is, if it is one.
  init?(_ sign: Sign) {
    switch sign {
    case .equal: self = .equal
    case .unequal: self = .unequal
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .plus: self = .plus
    case .minus: self = .minus
    case .times: self = .times
    case .divided: self = .divided
    case .openParenthesis, .closeParenthesis, .openBrace, .closeBrace, .comma, .dot, .tilde, .add,
      .subtract, .multiply, .divide, .percent, .permille:
      return nil
    }
  }
}
