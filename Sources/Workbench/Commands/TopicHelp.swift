import Ledger
import Presentation
import Syntax
import Vocabulary

/// What help tells of a word of the language: what it takes, its default, and on what that stands.
struct TopicHelp {
  let topic: Topic
  let language: Language

  var exhibit: Exhibit {
    switch topic {
    case .kind(let entry): kind(entry)
    case .field(let kind, let row):
      field(
        Wording("\(kind.word.en).", "\(kind.word.zh)."), row,
        Example.field(row.example, of: kind, language))
    case .part(let kind, let outer, let row):
      field(
        Wording("\(kind.word.en).\(outer.word.en).", "\(kind.word.zh).\(outer.word.zh)."), row,
        Example.field(row.example, of: outer, in: kind, language))
    case .word(let words, let code):
      plain(words.values[code], Wording("a word of \(words.name.en)", "“\(words.name.zh)”的取值"))
    case .function(let function):
      plain(
        function.word, function.help, example: Example.expression(function.example, language))
    case .distribution(let family):
      plain(
        family.word, Wording("a distribution", "一种分布"),
        example: Example.distribution(family.example, language))
    case .event(let event): self.event(event)
    case .eventField(let event, let field):
      plain(
        event.word(of: field),
        Wording("a field of \(event.word.en)", "“\(event.word.zh)”的字段"))
    case .later(let later):
      plain(later.word, Wording("a known word, not in this version", "已知的词，本版尚不支持"))
    }
  }

  private func twin(_ word: Wording) -> Styled {
    let own = word[language]
    let other = word[language == .en ? .zh : .en]
    return Styled(own, .strong) + Styled(own == other ? "" : " \(other)")
  }

  private func plain(_ word: Wording, _ help: Wording, example: String? = nil) -> Exhibit {
    Exhibit(
      [.line(twin(word) + Styled(" · \(help[language])"))]
        + (example.map { [self.example($0)] } ?? []))
  }

  private func example(_ text: String) -> Exhibit.Part {
    .prose(Styled(Wording("Example", "示例")[language] + "    \(text)"))
  }

  private func kind(_ entry: KindEntry) -> Exhibit {
    let table = Table(
      columns: [.init(), .init(gap: 1), .init(), .init(.empty, rank: 1)],
      rows: ([entry.opening].compactMap(\.self) + entry.rows).map { row in
        let usual =
          row.isRequired
          ? Wording("required", "必填") : row.usually ?? Wording("-", "-")
        return .init([
          .init(Styled(row.word[language])), .init(Styled(row.word[language == .en ? .zh : .en])),
          .init(Styled(usual[language])), .init(Styled(row.help[language])),
        ])
      }, indent: 2)
    return Exhibit([
      .line(twin(entry.kind.word)), .prose(Styled(entry.kind.help[language])), .table(table),
      example(
        Example.entry(entry.kind.example, language).split(separator: "\n").joined(separator: " ")),
    ])
  }

  private func field(_ prefix: Wording, _ row: AnyRow, _ example: String) -> Exhibit {
    let path = Wording(prefix.en + row.word.en, prefix.zh + row.word.zh)
    var rows: [Table.Row] = []
    func add(_ name: Wording, _ text: String?) {
      guard let text else { return }
      rows.append(.init([.init(Styled(name[language])), .init(Styled(text))]))
    }
    add(
      Wording("default", "默认"),
      row.isRequired ? Wording("required", "必填")[language] : row.usually?[language])
    add(Wording("bounds", "范围"), row.bounds?[language])
    if row.isUncertain { add(Wording("~", "~"), Wording("may be uncertain", "可以不确定")[language]) }
    return Exhibit([
      .line(twin(path) + Styled(" · \(row.shape.wording[language])")),
      .prose(Styled(row.help[language])),
      .table(Table(columns: [.init(), .init()], rows: rows, indent: 2)),
      .prose(
        Styled(
          "  \(Wording("source", "依据")[language])   \(row.grounds.text(language))")),
      self.example(example),
    ])
  }

  private func event(_ event: EventKind) -> Exhibit {
    let hidden = event.fields.filter { !event.isObservable($0) }
    let fields = event.fields.map { field in
      event.word(of: field)[language] + (hidden.contains(field) && event.isObservable ? " ○" : "")
    }
    let sight =
      event.isObservable
      ? Wording("an institution can see them", "机构看得到")
      : Wording("nobody there sees them", "机构看不到")
    return Exhibit([
      .line(twin(event.word) + Styled(" · \(sight[language])")),
      .prose(
        Styled(
          Wording("Fields: ", "字段：")[language]
            + fields.joined(separator: language == .en ? ", " : "、"))),
    ])
  }
}
