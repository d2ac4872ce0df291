public import Ledger
public import Plan
public import Quantities
public import Syntax

/// What a field takes, and where in the terms it goes.
///
/// A nil dimension is that of the indicator's readings. What is kept as text of the tree is compiled or
/// resolved by Model.
public indirect enum Takes<Owner: Terms>: Sendable {
  /// One number.
  case number(Dimension?, Field<Owner, Double>)
  /// One number, or nil when it is not written.
  case optionalNumber(Dimension?, Field<Owner, Double?>)
  /// A value or a chance distribution.
  case distribution(Dimension?, Field<Owner, Distribution>)
  /// A value or a chance distribution, or nil when it is not written.
  case optionalDistribution(Dimension?, Field<Owner, Distribution?>)
  /// A distribution with risks after `under`, appended at every occurrence.
  case readings(Field<Owner, [IndicatorTerms.Shows]>)
  /// An occasion, alone or with the least number of its kind (`complaints >= 5 within 1 year`), appended at every
  /// occurrence.
  case occasions(Field<Owner, [ReviewOccasion]>)
  /// Numbers at durations: `1.0 at 0 years, 1.3 at 3 years`.
  case curve(Field<Owner, Curve>)
  /// Posts: names, classes and fields joined by `and`, `or`, `not`.
  case selection(Field<Owner, Selection>)
  /// Posts, or nil when it is not written.
  case optionalSelection(Field<Owner, Selection?>)
  /// One word of an enumeration; the closure stores its code.
  case choice(Enumeration, @Sendable (inout Owner, Int) -> Void)
  /// Words of an enumeration; the closure stores their codes.
  case choices(Enumeration, @Sendable (inout Owner, [Int]) -> Void)
  /// A body, by name or by the word of its kind, or the unit itself.
  case performer(Field<Owner, Performer>)
  /// One body, by name, as an index; nil is none.
  case body(Field<Owner, Int?>)
  /// Bodies, by name, as indices.
  case bodies(Field<Owner, [Int]>)
  /// Like `performer`, or nil when it is not written.
  case optionalPerformer(Field<Owner, Performer?>)
  /// A condition over rows of a kind, compiled.
  case claim(EventKind, Field<Owner, Condition>)
  /// A condition over rows of a kind, compiled, or nil when it is not written.
  case optionalClaim(EventKind, Field<Owner, Condition?>)
  /// Units, by their own names or those of organisations, as indices; nil is all.
  case units(Field<Owner, [Int]?>)
  /// An organisation, by name, as an index; nil is none.
  case organization(Field<Owner, Int?>)
  /// A post of the unit, by name, as an index; nil is what stands when nothing is written.
  case post(Field<Owner, Int?>)
  /// Counterparties, by name, as an index; nil is none.
  case pool(Field<Owner, Int?>)
  /// Risks, by name, as indices; nil is all.
  case risks(Field<Owner, [Int]?>)
  /// Controls, by name, as indices; nil is none.
  case controls(Field<Owner, [Int]?>)
  /// Indicators, by name, as indices.
  case indicators(Field<Owner, [Int]>)
  /// Metrics, by name; what is kept is what they count.
  case scores(Field<Owner, Scoring>)
  /// A string.
  case text(Field<Owner, String?>)
  /// A bare name or a string.
  case word(Field<Owner, String?>)
  /// `yes` or `no`.
  case flag(Field<Owner, Bool>)
  /// An expression over events or metrics, kept.
  case expression(Field<Owner, Value?>)
  /// A condition, kept; every occurrence is appended.
  case conditions(Field<Owner, [Value]>)
  /// A point in time (`month 13`, `year 3`), kept.
  case point(Field<Owner, Value?>)
  /// Declared names of these kinds, kept; no kind means any declared name.
  case names([Kind], Field<Owner, [Path]>)
  /// Strings; every occurrence is appended.
  case texts(Field<Owner, [String]>)
  /// Every occurrence of the entry, kept whole with its clauses.
  case entries(Field<Owner, [Entry]>)
  /// Every occurrence of the entry, kept whole with its block of changes and of the words of `then`.
  case steps(Field<Owner, [Entry]>)
  /// A clause that stays in the kept entry.
  case kept
  /// A nested block of fields.
  case group([Row<Owner>])
  /// A nested block with one number for each word of an enumeration.
  case each(Enumeration, Dimension, [Field<Owner, Double>])
  /// A list with one number for each word of an enumeration, in its order: `removes 0%, 0%, 100%, 100%`; a
  /// change reaches one of them by its word. At least `least` are written, the rest keep their defaults.
  case series(Enumeration, Dimension, [Field<Owner, Double>], least: Int)
}

extension Takes {
  /// One number; its dimension is that of its type.
  public static func number<Q: Quantity>(_ field: Field<Owner, Q>) -> Takes {
    .number(Q.dimension, through(field, \Q.number))
  }

  /// One number in the dimension of the indicator's readings.
  public static func reading(_ field: Field<Owner, Factor>) -> Takes {
    .number(nil, through(field, \Factor.number))
  }

  /// One number that may be missing; its dimension is that of its type.
  public static func optionalNumber<Q: Quantity>(_ field: Field<Owner, Q?>) -> Takes {
    .optionalNumber(Q.dimension, through(field, \Q?.canonical))
  }

  /// One word of the enumeration of `Choice`.
  public static func choice<Choice: Enumerated>(_ field: Field<Owner, Choice>) -> Takes {
    .choice(Choice.enumeration) { owner, code in
      guard let choice = Choice(rawValue: code) else { return }
      owner[keyPath: field] = choice
    }
  }

  /// One word of the enumeration of `Choice`, or nil when it is not written.
  public static func choice<Choice: Enumerated>(_ field: Field<Owner, Choice?>) -> Takes {
    .choice(Choice.enumeration) { owner, code in owner[keyPath: field] = Choice(rawValue: code) }
  }

  /// Words of the enumeration of `Choice`.
  public static func choices<Choice: Enumerated>(_ field: Field<Owner, [Choice]>) -> Takes {
    .choices(Choice.enumeration) { owner, codes in
      owner[keyPath: field] = codes.compactMap { Choice(rawValue: $0) }
    }
  }

  /// One number for each group of officials.
  public static func eachGroup(_ field: Field<Owner, PerGroup>) -> Takes {
    .each(
      OfficialGroup.enumeration, .number,
      [
        through(field, \PerGroup.leaders.number), through(field, \PerGroup.key.number),
        through(field, \PerGroup.newcomers.number), through(field, \PerGroup.ordinary.number),
      ])
  }

  /// A list with one number for each of the four forms.
  public static func eachForm<Q: Quantity>(_ field: Field<Owner, PerForm<Q>>) -> Takes {
    .series(
      Form.enumeration, Q.dimension,
      [
        through(field, \PerForm<Q>.first.number), through(field, \PerForm<Q>.second.number),
        through(field, \PerForm<Q>.third.number), through(field, \PerForm<Q>.fourth.number),
      ], least: 4)
  }

  /// One number for each stage of an offence.
  public static func eachStage(_ field: Field<Owner, PerStage>) -> Takes {
    .each(
      .stage, .number,
      [
        through(field, \PerStage.sign.number), through(field, \PerStage.violation.number),
        through(field, \PerStage.crime.number),
      ])
  }
}

extension Optional where Wrapped: Quantity {
  /// The canonical number, or nil.
  var canonical: Double? {
    get { self?.number }
    set { self = newValue.map { Wrapped($0) } }
  }
}
