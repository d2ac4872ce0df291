import Plan
import Quantities
import Syntax
import Vocabulary

extension Lowering {
  /// Adds the knobs of a row whose value is a number or a constant.
  func addKnobs<Owner>(_ row: Row<Owner>, _ target: Filling<Owner>, _ path: [Wording]) {
    guard let place = target.place else { return }
    switch row.takes {
    case .number(let dimension, let field):
      let facts = FieldFacts(row, dimension: dimension)
      add(path, target.prefix, facts, through(place, field))
    case .distribution(let dimension, let field):
      guard case .constant = target.owner[keyPath: field] else { break }
      let facts = FieldFacts(row, dimension: dimension)
      add(
        path, target.prefix, facts, through(place, through(field, \.[written: .value])),
        isConstant: true)
    case .group(let rows):
      for child in rows { addKnobs(child, target, path + [child.word]) }
    case .each(let enumeration, let dimension, let fields),
      .series(let enumeration, let dimension, let fields, _):
      for (code, (word, field)) in zip(enumeration.values, fields).enumerated() {
        let facts = FieldFacts(row, dimension: dimension, at: code, of: enumeration)
        add(path + [word], target.prefix, facts, through(place, field))
      }
    default: break
    }
    for clause in row.clauses {
      guard case .number(let dimension, let field) = clause.takes,
        let words = Preposition.wording(clause.preposition)
      else { continue }
      let facts = FieldFacts(clause, of: row, dimension: dimension)
      add(path + [words], target.prefix, facts, through(place, field))
    }
  }

  /// Adds the knobs of a distribution's parameters as they were written.
  func addKnobs(
    _ read: ReadDistribution, _ facts: FieldFacts, _ path: [Wording], prefix: String,
    at place: Field<Scheme, Distribution>
  ) {
    for parameter in read.parameters where parameter != .value {
      guard let word = parameter.family?.word else { continue }
      var own = facts
      own.bounds = nil
      own.isEndless = false
      if parameter.family?.isInUnitOfValues == false { own.dimension = .number }
      add(path + [word], prefix, own, through(place, \.[written: parameter]))
    }
  }

  /// Adds one knob.
  func add(
    _ path: [Wording], _ prefix: String, _ facts: FieldFacts, _ place: Field<Scheme, Double>,
    isConstant: Bool = false
  ) {
    let whole = ([prefix] + path.map(\.en)).joined(separator: ".")
    let dimension = facts.dimension ?? (reading ?? .none).dimension ?? .number
    let dial = Dial(path: whole, dimension: dimension, bounds: facts.range, place: place)
    add(
      Knob(
        path: whole, shown: shown(prefix, path), dials: [dial], facts: facts,
        isConstant: isConstant))
  }

  /// Takes down a `~`: the scheme holds the middle, and every draw sets the dial.
  func addUncertain(_ path: [Wording], _ prefix: String, _ amount: Distribution) {
    let whole = ([prefix] + path.map(\.en)).joined(separator: ".")
    guard let dial = knobs[whole]?.dials.last else { return }
    uncertain.append(Change(dial, .set, .drawn(amount)))
  }

  /// A path as people write it: `rotation.every`, `tailored_spec.rate`.
  private func shown(_ prefix: String, _ path: [Wording]) -> Wording {
    let declaration = draft.declarations[current]
    let kind = declaration.kind
    let names = prefix.split(separator: ".").dropFirst().joined(separator: ".")
    let head: Wording
    switch kind.naming {
    case .ofEnumeration(let enumeration):
      let word = enumeration.values.first { $0.en == names } ?? Wording(names, names)
      head = Wording("\(kind.word.en).\(word.en)", "\(kind.word.zh).\(word.zh)")
    default: head = names.isEmpty ? kind.word : Wording(names, names)
    }
    return Wording(
      ([head.en] + path.map(\.en)).joined(separator: "."),
      ([head.zh] + path.map(\.zh)).joined(separator: "."))
  }
}

extension WrittenParameter {
  /// The parameter as the vocabulary knows it.
  var family: DistributionFamily.Parameter? {
    DistributionFamily.Parameter.allCases.first { $0.written == self }
  }
}

extension Preposition {
  /// The usual spellings of a preposition.
  static func wording(_ preposition: Preposition) -> Wording? {
    let spellings = Words.reserved.filter { $0.word == .preposition(preposition) }
    guard let english = spellings.first(where: { $0.language == .en }),
      let chinese = spellings.first(where: { $0.language == .zh })
    else { return nil }
    return Wording(english.spelling, chinese.spelling)
  }
}
