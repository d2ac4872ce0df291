import Ledger
import Model
import Presentation
import Syntax
import Vocabulary

/// Events as people read them: a line an event, with where it was and what its fields say.
struct EventExhibit {
  /// The events.
  let table: EventTable
  /// What stands above them.
  let heading: Wording
  /// Whether kinds were asked for by name; otherwise people see what happens, not costs and monthly counts.
  let showsAll: Bool
  /// How to get all of them, as one may type it.
  let whole: String
  /// The language.
  let language: Language

  /// The most lines that a person is shown.
  static let most = 60

  /// The lines and the rows.
  var exhibit: Exhibit {
    let own = table.events.filter { showsAll || !$0.row.kind.isAccount }
    let shown = own.prefix(Self.most)
    var parts: [Exhibit.Part] = [.prose(Styled(heading[language]))]
    if shown.isEmpty {
      parts.append(.line(Styled(Wording("Nothing happened.", "没有事件。")[language])))
    } else {
      parts += [.blank, .table(lines(Array(shown)))]
    }
    return Exhibit(parts + notes(own.count, shown.count) + [.rows(table.rows)])
  }

  private func notes(_ own: Int, _ shown: Int) -> [Exhibit.Part] {
    var said: [Wording] = [
      Wording(
        "● an institution can see it   ○ the truth, nobody there sees it", "● 机构看得到   ○ 实际情况，机构看不到")
    ]
    if own > shown {
      let (all, part) = (Figure.count(own), Figure.count(shown))
      said.append(
        Wording("The first \(part) of \(all). All: \(whole)", "前 \(part) 件，共 \(all) 件。全部：\(whole)"))
    }
    let others = Figure.count(table.events.count - own)
    if table.events.count > own {
      said.append(
        Wording(
          "Not shown: \(others) rows of costs and monthly counts (prevalence, waiting, seats).",
          "未显示：费用和逐月计数（存量、积压件、在岗人数）共 \(others) 行。"))
    }
    return said.map { .prose(Styled($0[language])) }
  }

  private func lines(_ events: [EventTable.Event]) -> Table {
    let runs = Swift.Set(events.map(\.run)).count
    func title(_ en: String, _ zh: String) -> Table.Cell {
      .init(Styled(Wording(en, zh)[language]))
    }
    let run = runs > 1 ? [Table.Column(title("run", "轮"), .trailing)] : []
    return Table(
      columns: run + [
        .init(title("month", "月"), .trailing), .init(gap: 1), .init(title("event", "事件")),
        .init(title("where", "何处")), .init(title("what", "内容"), least: 20),
      ],
      rows: events.map { event in
        let row = event.row
        let eye = row.kind.isObservable ? Styled("●", .detected) : Styled("○", .happened)
        let times = row.times > 1 ? " x \(row.times)" : ""
        return .init(
          (runs > 1 ? [.init(Styled("\(event.run)"))] : []) + [
            .init(Styled("\(Int(row.month))")), .init(eye),
            .init(Styled(row.kind.word[language] + times)), .init(Styled(place(of: row))),
            .init(Styled(what(row))),
          ])
      })
  }

  private func place(of row: EventRow) -> String {
    guard let post = table.place(.post, of: row) else { return "-" }
    return post.label[language]
  }

  /// The fields that say something: words, amounts, and what is so; the truth in what is seen is marked.
  private func what(_ row: EventRow) -> String {
    let said = row.kind.fields.compactMap { field -> String? in
      let number = row.kind.slot(of: field).map { row.slots[$0] } ?? EventRow.absent
      guard number != EventRow.absent, let text = text(field, number, row) else { return nil }
      let isHidden = row.kind.isObservable && !row.kind.isObservable(field)
      return isHidden ? "○ \(text)" : text
    }
    return said.joined(separator: language == .en ? ", " : "，")
  }

  /// One field; nil where it says nothing.
  private func text(_ field: EventField, _ number: Int64, _ row: EventRow) -> String? {
    let word = row.kind.word(of: field)[language].replacing("_", with: " ")
    let tongue = language.tongue
    switch field.unit {
    case .code: return code(field, number) ?? "\(word) \(number)"
    case .flag: return number == 0 ? nil : word
    case .count: return "\(word) \(Figure.count(Int(number)))"
    case .money: return "\(word) \(Figure(Double(number) / 100, .money, in: tongue).mean)"
    case .duration:
      let months = (Double(number) * 0x1p-20 * 10).rounded() / 10
      return months == 0 ? nil : "\(word) \(Figure(months, .months, in: tongue).mean)"
    case .share:
      return share(word, Double(number) * 0x1p-20)
    case .reading:
      let reading = Double(number) * 0x1p-20
      guard table.readsShare(row) else { return "\(word) \(Figure(reading, in: tongue).mean)" }
      return share(word, reading)
    }
  }

  private func share(_ word: String, _ share: Double) -> String {
    let rounded = (share * 1000).rounded() / 1000
    return "\(word) \(Figure(rounded, .share, in: language.tongue).mean)"
  }

  /// What a code stands for: in English declared things by their short names, in Chinese by their labels.
  private func code(_ field: EventField, _ number: Int64) -> String? {
    guard let name = table.name(field, number) else { return nil }
    let isDeclared = if case .declared = field.codes { true } else { false }
    return isDeclared && language == .en && number >= 0 ? name.name : name.label[language]
  }
}
