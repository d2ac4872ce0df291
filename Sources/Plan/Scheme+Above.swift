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
}
