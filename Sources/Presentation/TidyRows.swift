/// Rows for machines: named columns, typed cells (interface.md 2).
public struct TidyRows: Sendable, Hashable {
  /// A typed cell.
  public enum Value: Sendable, Hashable {
    /// Words.
    case text(String)
    /// A number; one that is not finite is written as missing.
    case number(Double)
    /// A count.
    case integer(Int)
    /// A claim that holds or does not.
    case truth(Bool)
    /// Undefined or not asked: null in JSON, empty in CSV.
    case missing

    /// A number, or missing where there is none.
    public static func measured(_ value: Double?) -> Value {
      if let value { .number(value) } else { .missing }
    }
  }

  /// The name and version of the form, such as `probity.rows/1`.
  public var schema: String
  /// The names of the columns.
  public var columns: [String]
  /// The rows; one that is too short ends in missing cells.
  public var rows: [[Value]]

  /// Makes rows.
  public init(schema: String = "probity.rows/1", columns: [String], rows: [[Value]] = []) {
    self.schema = schema
    self.columns = columns
    self.rows = rows
  }
}
