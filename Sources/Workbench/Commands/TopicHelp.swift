import Ledger
import Presentation
import Syntax
import Vocabulary

/// What help tells of a word of the language: what it takes, its default, and on what that stands.
struct TopicHelp {
  let topic: Topic
  /// The declaration whose field is asked about; nil is all.
  let owner: String?
  let session: Session
  private var language: Language { session.settings.language }

  init(topic: Topic, owner: String?, in session: Session) {
    self.topic = topic
    self.owner = owner
    self.session = session
  }

  var exhibit: Exhibit {
    switch topic {
    case .kind(let entry): kind(entry)
    case .field(let kind, let row): field(kind, row, part: nil)
    case .part(let kind, let outer, let row): field(kind, outer, part: row)
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

  private func field(_ kind: Kind, _ row: AnyRow, part: AnyRow?) -> Exhibit {
    FieldHelp(
      kind: kind, row: row, part: part, owner: owner, study: session.study,
      overlay: session.overlay,
      language: language
    ).exhibit
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
