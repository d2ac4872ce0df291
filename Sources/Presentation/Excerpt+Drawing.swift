extension Excerpt.Severity {
  /// The word for it.
  public func word(in tongue: Tongue) -> String {
    switch (self, tongue) {
    case (_, .en): rawValue
    case (.error, .zh): "错误"
    case (.warning, .zh): "警告"
    case (.note, .zh): "提示"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .error: .bad
    case .warning: .strong
    case .note: .dim
    }
  }
}

extension Excerpt {
  /// The lines of the excerpt (experience.md 3): first line in GNU form, then each place with its line,
  /// carets and label, then what to do.
  func lines(on terminal: Terminal) -> [Styled] {
    let drawing = Drawing(self, on: terminal)
    return (drawing.heading + drawing.places + drawing.advice).map { $0.trimmed }
  }

  /// Where a label points: its source, the line and columns of that line, in characters and in cells.
  struct Spot {
    var source: Source
    var position: Position
    var upper: Position
    var line: String
  }

  func spot(of label: Label) -> Spot? {
    guard sources.indices.contains(label.place.source) else { return nil }
    let source = sources[label.place.source]
    let text = SourceLines(source.text)
    let position = text.position(utf8: label.place.lower)
    return Spot(
      source: source, position: position, upper: text.position(utf8: label.place.upper),
      line: text.line(position.line))
  }
}

/// An excerpt on one sheet.
private struct Drawing {
  let excerpt: Excerpt
  let terminal: Terminal
  let spots: [(label: Excerpt.Label, spot: Excerpt.Spot)]
  /// Columns of the line numbers.
  let gutter: Int

  init(_ excerpt: Excerpt, on terminal: Terminal) {
    self.excerpt = excerpt
    self.terminal = terminal
    spots = excerpt.labels.compactMap { label in excerpt.spot(of: label).map { (label, $0) } }
    gutter = spots.map { String($0.spot.position.line + 1).count }.max() ?? 1
  }

  var heading: [Styled] {
    let place = spots.first.map {
      "\($0.spot.source.name):\($0.spot.position.line + 1):\($0.spot.position.column + 1): "
    }
    let kind = "\(excerpt.severity.word(in: excerpt.tongue)) \(excerpt.code)"
    let colon = excerpt.tongue == .en ? ": " : "："
    let text: Styled =
      "\(place ?? "")\(kind, excerpt.severity.style)\(colon)\(excerpt.message, .strong)"
    return terminal.legible(text).wrapped(to: terminal.width, hanging: 2)
  }

  /// The labelled lines, in the order of the labels; a line of the same place is not repeated.
  var places: [Styled] {
    var lines: [Styled] = []
    var previous: Excerpt.Spot?
    for (label, spot) in spots {
      let isSameFile = previous.map { $0.source.name == spot.source.name } ?? true
      let isSameLine = isSameFile && previous?.position.line == spot.position.line
      if !isSameFile {
        let name = "\(spot.source.name):\(spot.position.line + 1):\(spot.position.column + 1)"
        lines.append(margin("┌ ") + terminal.legible(Styled(name)))
      }
      let window = Window(spot, room: terminal.width - gutter - 3, terminal)
      if !isSameLine {
        lines.append(margin("│ ", number: spot.position.line + 1) + Styled(window.text))
      }
      lines += pointed(window, label)
      previous = spot
    }
    return lines
  }

  /// The carets with the label beside them, or below where there is no room.
  private func pointed(_ window: Window, _ label: Excerpt.Label) -> [Styled] {
    let carets =
      Styled(String(repeating: " ", count: window.indent))
      + Styled(String(repeating: "^", count: window.carets), excerpt.severity.style)
    let text = terminal.legible(Styled(label.text))
    let room = terminal.width - gutter - 3
    if text.isEmpty { return [margin("│ ") + carets] }
    if carets.width + 1 + text.width <= room { return [margin("│ ") + carets + " " + text] }
    // Below, as far to the right as it fits, at most under the first caret.
    let indent = max(0, min(window.indent, room - text.width))
    let below = text.wrapped(to: room - indent)
    return ([carets] + below.map { Styled(String(repeating: " ", count: indent)) + $0 })
      .map { margin("│ ") + $0 }
  }

  /// What to do; the last hint closes the frame.
  var advice: [Styled] {
    var lines: [Styled] = []
    for (index, hint) in excerpt.hints.enumerated() {
      let wrapped = terminal.legible(Styled(hint)).wrapped(to: terminal.width - gutter - 3)
      for (part, line) in wrapped.enumerated() {
        let isFirst = part == 0
        let isLast = index == excerpt.hints.count - 1
        lines.append(margin(isLast ? isFirst ? "└ " : "  " : "│ ") + line)
      }
    }
    return lines
  }

  /// Line number or blank, and the frame.
  private func margin(_ frame: String, number: Int? = nil) -> Styled {
    let digits = number.map(String.init) ?? ""
    let text = String(repeating: " ", count: max(0, gutter - digits.count)) + digits
    return Styled(text + " " + terminal.legible(frame), .dim)
  }
}

/// The part of a source line that fits the sheet, with the place of the carets in it, in cells.
private struct Window {
  let text: String
  let indent: Int
  let carets: Int

  init(_ spot: Excerpt.Spot, room: Int, _ terminal: Terminal) {
    let characters = Array(spot.line)
    let from = min(spot.position.column, characters.count)
    let to =
      spot.upper.line == spot.position.line
      ? min(max(spot.upper.column, from), characters.count) : characters.count
    func cells(_ part: ArraySlice<Character>) -> Int { Width.of(terminal.legible(String(part))) }
    let whole = terminal.legible(spot.line)
    let before = cells(characters[..<from])
    if Width.of(whole) <= room, before < room {
      text = whole
      indent = before
      carets = max(1, cells(characters[from..<to]))
      return
    }
    // Show a third of the room before the place, and cut on both sides.
    var start = from
    while start > 0, cells(characters[(start - 1)..<from]) <= room / 3 { start -= 1 }
    let mark = start > 0 ? terminal.cut : ""
    let rest = mark + terminal.legible(String(characters[start...]))
    text = Styled(rest).truncated(to: room, mark: terminal.cut).text
    indent = Width.of(mark) + cells(characters[start..<from])
    carets = max(1, min(cells(characters[from..<to]), room - indent))
  }
}
