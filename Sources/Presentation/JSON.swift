/// A JSON value with the keys in the order of their making. Numbers take the shortest form that reads
/// back as the same double; what is not finite is null.
public indirect enum JSON: Sendable, Hashable {
  /// A key with its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSON

    /// Makes a member.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  case object([Member])
  case array([JSON])
  case string(String)
  case number(Double)
  case integer(Int)
  case truth(Bool)
  case null

  /// The value on one line.
  public var text: String {
    switch self {
    case .object(let members):
      "{" + members.map { JSON.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .string(let text): JSON.quoted(text)
    case .number(let value): value.isFinite ? value.description : "null"
    case .integer(let value): String(value)
    case .truth(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object with its keys in this order.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension TidyRows {
  /// One object a row: the schema, then the columns in their order.
  var objects: [JSON] {
    rows.map { row in
      .object(
        [JSON.Member("schema", .string(schema))]
          + columns.enumerated().map { index, name in
            JSON.Member(name, index < row.count ? row[index].json : .null)
          })
    }
  }
}

extension TidyRows.Value {
  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .number(let value): .number(value)
    case .integer(let value): .integer(value)
    case .truth(let value): .truth(value)
    case .missing: .null
    }
  }
}

extension Excerpt {
  /// The problem for editors: `probity.problem/1`, places from 0 in UTF-16 units (experience.md 3).
  public var json: JSON {
    let first = labels.first
    var members = [
      JSON.Member("schema", .string("probity.problem/1")), JSON.Member("code", .string(code)),
      JSON.Member("severity", .string(severity.rawValue)),
    ]
    members += first.map(self.members) ?? [JSON.Member("file", .null), JSON.Member("range", .null)]
    members.insert(
      JSON.Member("message", .string(message)), at: members.count - (first == nil ? 0 : 1))
    if labels.count > 1 {
      let related = labels.dropFirst().map { JSON.object(self.members(of: $0)) }
      members.append(JSON.Member("related", .array(related)))
    }
    members += [
      JSON.Member("hints", .array(hints.map(JSON.string))),
      JSON.Member(
        "edits",
        .array(
          edits.map { edit in
            .object(self.members(of: edit.place) + [JSON.Member("text", .string(edit.text))])
          })), JSON.Member("lang", .string(tongue.rawValue)),
    ]
    return .object(members)
  }

  /// Where a label points and what it says.
  private func members(of label: Label) -> [JSON.Member] {
    [
      JSON.Member("file", spot(of: label).map { .string($0.source.name) } ?? .null),
      JSON.Member("range", .object(members(of: label.place))),
      JSON.Member("label", .string(label.text)),
    ]
  }

  private func members(of place: Place) -> [JSON.Member] {
    guard sources.indices.contains(place.source) else { return [] }
    let text = SourceLines(sources[place.source].text)
    return [("start", place.lower), ("end", place.upper)].map { name, offset in
      let position = text.position(utf8: offset)
      return JSON.Member(
        name, ["line": .integer(position.line), "character": .integer(position.utf16)])
    }
  }
}
