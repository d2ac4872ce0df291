extension Scheme {
  /// The body whose scope is an organisation: of a kind, else supervisory; of several the first.
  public func body(of organization: Int, like kind: BodyKind) -> Int? {
    let those = bodies.indices.filter {
      bodies[$0].isOn && bodies[$0].organizations == [organization]
    }
    return those.first { bodies[$0].kind == kind }
      ?? those.first { bodies[$0].kind == .supervisory }
  }

  /// The supervisory body of the organisation above that of a unit.
  public func bodyAbove(unit: Int) -> Int? {
    organizations[units[unit].organization].above.flatMap { body(of: $0, like: .supervisory) }
  }

  /// Whether a body answers for a unit: it lies in its scope, or in that of a body below it.
  public func answers(_ body: Int, for unit: Int) -> Bool {
    bodies[body].scope?.contains(unit) ?? true
      || bodies.indices.contains {
        bodies[$0].scope?.contains(unit) == true
          && Self.stands(body, above: $0, by: bodies.map(\.above))
      }
  }

  /// Whether one stands above another, directly or through others, by who is directly above each; in a circle above
  /// itself.
  public static func stands(_ one: Int, above lower: Int, by above: [Int?]) -> Bool {
    var next = above[lower]
    for _ in above.indices {
      guard let here = next else { return false }
      if here == one { return true }
      next = above[here]
    }
    return false
  }
}
