extension TidyRows {
  /// The rows as comma-separated values (RFC 4180, but lines end in a line feed), with a head.
  ///
  /// A missing value is empty, an empty text is `""`; numbers have no thousands signs.
  public var csv: String {
    let lines = [columns.map { .text($0) }] + rows
    return lines.map { row in
      columns.indices.map { index in index < row.count ? row[index].csv : "" }
        .joined(separator: ",") + "\n"
    }.joined()
  }
}

extension TidyRows.Value {
  /// The cell, in quotes where its signs ask for them.
  var csv: String {
    switch self {
    case .text(let text): TidyRows.Value.quoted(text)
    case .number(let value): value.isFinite ? value.description : ""
    case .integer(let value): String(value)
    case .truth(let value): value ? "true" : "false"
    case .missing: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    if isPlain { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
