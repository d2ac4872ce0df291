public import Syntax

/// One row of the schema as plain data, for `schema` in JSON and for editors.
public struct SchemaRow: Sendable, Hashable {
  /// The English word of the kind.
  public let kind: Wording
  /// The path of the field inside the kind: `coverage`, `severity.sign`.
  public let field: Wording
  /// What it takes.
  public let takes: Wording
  /// Clauses that it takes besides.
  public let clauses: [Preposition]
  /// The default as it is written.
  public let usually: Wording?
  /// The bounds as they are written.
  public let bounds: Wording?
  /// Must be written.
  public let isRequired: Bool
  /// May be written several times.
  public let isRepeatable: Bool
  /// May be uncertain.
  public let isUncertain: Bool
  /// Takes a list.
  public let isList: Bool
  /// One line of help.
  public let help: Wording
  /// What the default stands on.
  public let source: Wording
  /// The field as one would write it.
  public let example: Wording

  /// Every row, kind by kind, nested fields after their group.
  public static let all: [SchemaRow] = KindEntry.all.flatMap { entry in
    ([entry.opening].compactMap { $0 } + entry.rows).flatMap { row in
      [SchemaRow(entry.kind, row, under: nil)]
        + row.children.map { SchemaRow(entry.kind, $0, under: row) }
    }
  }

  private init(_ kind: Kind, _ row: AnyRow, under group: AnyRow?) {
    self.kind = kind.word
    field =
      group.map { Wording("\($0.word.en).\(row.word.en)", "\($0.word.zh).\(row.word.zh)") }
      ?? row.word
    takes = row.shape.wording
    clauses = row.clauses.map(\.preposition)
    usually = row.usually
    bounds = row.bounds
    isRequired = row.isRequired
    isRepeatable = row.isRepeatable
    isUncertain = row.isUncertain
    isList = row.isList
    help = row.help
    source = Wording(row.grounds.text(.en), row.grounds.text(.zh))
    example = Wording(row.example, Self.example(row, kind, under: group))
  }

  private static func example(_ row: AnyRow, _ kind: Kind, under group: AnyRow?) -> String {
    if let group { return Example.field(row.example, of: group, in: kind, .zh) }
    let isOpening = KindEntry.of(kind).opening == row
    return isOpening
      ? Example.entry(row.example, .zh) : Example.field(row.example, of: kind, .zh)
  }
}
