/// Atoms that share a counter: the same rows but for window, place, and the code of one field.
struct Family {
  /// What the atoms of a family have in common.
  struct Trait: Hashable {
    var kind: EventKind
    var measure: Counter.Measure
    var field: EventField?
    var condition: Condition
    /// The field by whose code the atoms are told apart.
    var key: EventField?
  }
  /// One atom of the family: where its sum is kept, when and where its rows are created, with which code.
  struct Member {
    var atom: Atom
    var position: Int
    var months: [Condition]
    var places: [Condition]
    var keys: [Condition]
  }
  var trait: Trait
  var members: [Member]
}

/// A division of months, posts or codes into classes that all members of a family treat alike.
struct Division {
  /// The class of each month, post or code; −1 where no member wants it.
  var classes: [Int32] = []
  /// For each class which members want it.
  var wanted: [[Bool]] = []

  init(count: Int, members: Int, wants: (_ member: Int, _ index: Int) -> Bool) {
    var known: [[Bool]: Int32] = [:]
    for index in 0..<count {
      let pattern = (0..<members).map { wants($0, index) }
      if !pattern.contains(true) {
        classes.append(-1)
      } else if let found = known[pattern] {
        classes.append(found)
      } else {
        known[pattern] = Int32(wanted.count)
        classes.append(Int32(wanted.count))
        wanted.append(pattern)
      }
    }
  }

  /// The first cell of each class, where a class has so many cells.
  func classes(times cells: Int) -> [Int32] { classes.map { $0 < 0 ? -1 : $0 * Int32(cells) } }
}

/// How the cells of a family are laid out: by months, then posts, then codes.
struct Axes {
  /// The codes of a field from the least to the greatest, before them the rows without the field.
  struct Keys {
    var slot: Int
    var least: Int32
    var greatest: Int32
    var division: Division
  }
  var months: Division
  var posts: Division
  var keys: Keys?

  /// How many cells there are.
  var count: Int { months.wanted.count * posts.wanted.count * wantedKeys.count }
  /// For each class of codes which members want it; a single nil without codes: all of them.
  var wantedKeys: [[Bool]?] { keys?.division.wanted ?? [nil] }
}

extension Family {
  /// From so many atoms on that differ in the code of a field one look-up is faster than a test for each.
  private static let fewest = 5
  /// The greatest code, and the smallest with its sign turned, that atoms are told apart by.
  private static let greatestCode: Int64 = 4095

  /// The conditions of one atom, by what they are about.
  private struct Parts {
    var months: [Condition] = []
    var places: [Condition] = []
    var rest: [Condition] = []

    init(_ atom: Atom) {
      for condition in atom.condition.conjuncts {
        let fields = condition.fields
        if fields == [.month] {
          months.append(condition)
        } else if fields.allSatisfy({ $0.isCommon && $0 != .month }) {
          places.append(condition)
        } else {
          rest.append(condition)
        }
      }
    }

    /// The fields of the kind whose code alone some of the conditions are about, in their order.
    func keys(of kind: EventKind) -> [EventField] {
      rest.compactMap { condition in
        guard let field = condition.fields.first, condition.fields.count == 1, field.unit == .code,
          kind.slot(of: field) != nil,
          condition.numbers.allSatisfy({ $0 == Row.absent || abs($0) < Family.greatestCode })
        else { return nil }
        return field
      }
    }
  }

  private static func trait(_ atom: Atom, _ rest: [Condition], key: EventField?) -> Trait {
    Trait(
      kind: atom.kind, measure: Counter.Measure(atom.measure), field: atom.measure.field,
      condition: Condition(all: rest.filter { $0.fields != key.map { [$0] } }),
      key: key)
  }

  /// The families of the atoms of a sheet, in the order of their first atoms.
  static func gather(_ sums: [Atom], _ distributions: [Atom]) -> [Family] {
    let numbered = Array(sums.enumerated()) + Array(distributions.enumerated())
    let parts = numbered.map { Parts($0.element) }
    var counts: [Trait: Int] = [:]
    for ((_, atom), part) in zip(numbered, parts) {
      for key in part.keys(of: atom.kind) {
        counts[trait(atom, part.rest, key: key), default: 0] += 1
      }
    }
    var families: [Family] = []
    var known: [Trait: Int] = [:]
    for ((position, atom), part) in zip(numbered, parts) {
      var chosen = trait(atom, part.rest, key: nil)
      var most = fewest - 1
      for key in part.keys(of: atom.kind) {
        let keyed = trait(atom, part.rest, key: key)
        if let count = counts[keyed], count > most { (chosen, most) = (keyed, count) }
      }
      let member = Member(
        atom: atom, position: position, months: part.months, places: part.places,
        keys: part.rest.filter { $0.fields == chosen.key.map { [$0] } })
      if let index = known[chosen] {
        families[index].members.append(member)
      } else {
        known[chosen] = families.count
        families.append(Family(trait: chosen, members: [member]))
      }
    }
    return families
  }

  /// The classes of codes; nil where the atoms are not told apart by any.
  func divideKeys() -> Axes.Keys? {
    guard let key = trait.key, let slot = trait.kind.slot(of: key) else { return nil }
    let codes = members.flatMap { $0.keys.flatMap(\.numbers) }.filter { $0 != Row.absent }
    // The codes beside the named ones stand for all beyond.
    let least = (codes.min() ?? 0) - 1
    let greatest = (codes.max() ?? 0) + 1
    let division = Division(count: Int(greatest - least) + 2, members: members.count) {
      member, index in
      let code = index == 0 ? Row.absent : least + Int64(index - 1)
      return members[member].keys.allSatisfy { $0.holds { _ in code } }
    }
    return Axes.Keys(
      slot: slot, least: Int32(least), greatest: Int32(greatest), division: division)
  }
}
