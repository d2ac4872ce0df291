/// A table for people: it drops columns and shortens words until it keeps to the width.
///
/// Nothing wraps, and nothing is cut without `…`. First whole columns go, the highest `rank` first; at
/// each step the full words are tried, then the short ones, then narrow gaps, then columns that give way
/// (`least`). Then the same with the shortest words, and only then cells are cut.
public struct Table: Sendable, Hashable {
  /// Where the cells of a column stand.
  public enum Alignment: Sendable, Hashable {
    case leading, trailing
  }

  /// How long the words of a table are.
  enum Length {
    case full, short, shortest
  }

  /// A text with optional shorter forms for narrow sheets.
  public struct Cell: Sendable, Hashable {
    /// The text.
    public var full: Styled
    /// What stands for it where the full one does not fit.
    public var short: Styled?
    /// What stands for it on the narrowest sheets, such as a verdict's sign without its word.
    public var shortest: Styled?

    /// Makes a cell.
    public init(_ full: Styled, short: Styled? = nil, shortest: Styled? = nil) {
      self.full = full
      self.short = short
      self.shortest = shortest
    }

    /// The form of the cell at a length.
    func form(_ length: Length) -> Styled {
      switch length {
      case .full: full
      case .short: short ?? full
      case .shortest: shortest ?? short ?? full
      }
    }

    /// An empty cell.
    public static let empty = Cell("")
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// What stands above it.
    public var title: Cell
    /// Where its cells stand; figures trail.
    public var alignment: Alignment
    /// 0 stays always; of the others the highest goes first, equal ones together.
    public var rank: Int
    /// Spaces before it (not before the first one).
    public var gap: Int
    /// How many columns the title stands over, this one included; over several it leads.
    public var span: Int
    /// To how many columns its words may be cut, between words, before another column goes; nil: never
    /// before. Where the cells are figures only the title gives way.
    public var least: Int?

    /// Makes a column.
    public init(
      _ title: Cell = .empty, _ alignment: Alignment = .leading, rank: Int = 0, gap: Int = 2,
      span: Int = 1, least: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.rank = rank
      self.gap = max(0, gap)
      self.span = max(1, span)
      self.least = least
    }
  }

  /// A row: a cell a column; missing cells are empty, surplus ones are not drawn.
  public struct Row: Sendable, Hashable {
    /// The cells.
    public var cells: [Cell]
    /// Drawn only from this width of the sheet on (0: always).
    public var fromWidth: Int

    /// Makes a row.
    public init(_ cells: [Cell], fromWidth: Int = 0) {
      self.cells = cells
      self.fromWidth = fromWidth
    }
  }

  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// Spaces before every line.
  public var indent: Int

  /// Makes a table. A head is drawn if a column has a title.
  public init(columns: [Column], rows: [Row] = [], indent: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.indent = max(0, indent)
  }
}

extension Table.Cell: ExpressibleByStringInterpolation {
  /// A plain cell.
  public init(stringLiteral value: String) { self.init(Styled(value)) }

  /// A cell with styled stretches.
  public init(stringInterpolation: Styled.StringInterpolation) {
    self.init(Styled(stringInterpolation: stringInterpolation))
  }
}

extension Table.Row: ExpressibleByArrayLiteral {
  /// A row that is always drawn.
  public init(arrayLiteral elements: Table.Cell...) { self.init(elements) }
}
