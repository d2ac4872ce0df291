public import Syntax

/// A table from which a text declares things, one a row: what a spreadsheet saves.
public struct SourceTable: Sendable, Hashable {
  /// The names of its columns.
  public let columns: [String]
  /// The cells of each row, as many as there are columns; none of a blank line.
  public let rows: [[String]]

  /// A table.
  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// What came of looking for a table.
public enum TableReading: Sendable, Hashable {
  /// There it is.
  case table(SourceTable)
  /// The file is there, but is no table, and why.
  case malformed(Wording)
  /// There is no such file in the scenario's folder.
  case absent
}
