import Ledger
import Presentation
import Syntax
import Vocabulary

/// `help events`: the kinds of events, and the columns of `show events` and `trace`.
struct EventHelp {
  let language: Language

  var exhibit: Exhibit {
    func line(_ en: String, _ zh: String) -> Exhibit.Part {
      .prose(Styled(Wording(en, zh)[language]))
    }
    return Exhibit([
      line(
        "Kinds of events (● an institution can see it, ○ the truth, nobody there sees it):",
        "事件的类型（● 机构看得到，○ 实际情况，机构看不到）："), .table(kinds), .blank,
      line(
        "Columns of `show events` and `trace` in csv and jsonl; T_ marks the truth. What is left without "
          + "the columns T_ and the rows that are not seen is what an institution knows.",
        "“显示 事件”“追踪”的列（csv、jsonl）；T_ 表示实际情况。去掉 T_ 列和 seen 为 false 的行，剩下的就是机构所知道的。"),
      .table(columns),
      line(
        "`show events` is about the first run, or about as many as `set runs N` or --runs N says.",
        "“显示 事件”只看第 1 轮；写了“设定 runs N”或 --runs N，则看前 N 轮。"),
      line("Ask   trace run 17      show events alerts", "提问   追踪 第17次      显示 事件 预警"),
    ])
  }

  private var kinds: Table {
    Table(
      columns: [.init(), .init(gap: 1), .init()],
      rows: EventKind.named.map { kind in
        .init([
          .init(Styled(kind.word[language])), .init(Self.eye(kind.isObservable)),
          .init(Styled(kind.word[language == .en ? .zh : .en])),
        ])
      }, indent: 2)
  }

  private var columns: Table {
    let common = EventColumn.common.map { name, help in
      Table.Row([.init(Styled(name)), "", .init(Styled(help[language]))])
    }
    let own = EventColumn.own.map { column in
      let kinds = column.kinds.map { $0.word[language] }
      return Table.Row([
        .init(Styled(column.name)), .init(Self.eye(!column.isTruth)),
        .init(
          Styled(
            "\(column.word[language]) (\(column.values[language])): "
              + kinds.joined(separator: language == .en ? ", " : "、"))),
      ])
    }
    return Table(
      columns: [.init(), .init(gap: 1), .init(least: 20)], rows: common + own, indent: 2)
  }

  private static func eye(_ isSeen: Bool) -> Styled {
    isSeen ? Styled("●", .detected) : Styled("○", .happened)
  }
}
