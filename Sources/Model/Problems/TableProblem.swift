import Syntax
import Vocabulary

/// What can be wrong with tables; codes 0220 to 0229.
enum TableProblem: Problem {
  /// A table that does not lie in the scenario's folder.
  case unknown(String, at: Span)
  /// A file that is no table.
  case malformed(String, Wording, at: Span)
  /// A table without rows.
  case noRows(String, at: Span)
  /// A column that the table does not have.
  case noColumn(String, String, [String], at: Span)
  /// A row without a name.
  case noName(String, Int, at: Span)
  /// A cell that cannot stand in a declaration.
  case notPlain(String, String, Int, at: Span)

  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let file, let span):
      Diagnostic(
        220, Wording("there is no table `\(file)`", "没有表格“\(file)”"),
        at: [Label(span, Wording("not in the scenario's folder", "不在情景所在文件夹中"))],
        hints: [
          Wording(
            "the path is seen from the file that names it, and leads nowhere outside its folder",
            "路径从写它的文件算起，且不出情景所在文件夹")
        ])
    case .malformed(let file, let reason, let span):
      Diagnostic(
        221, Wording("`\(file)` is no table", "“\(file)”不是表格"),
        at: [Label(span, reason)],
        hints: [
          Wording(
            "save it as CSV in UTF-8: a line of column names, then a row for each declaration",
            "请另存为 UTF-8 编码的 CSV：第一行为列名，其后每行一项声明")
        ])
    case .noRows(let file, let span):
      Diagnostic(
        222, Wording("`\(file)` has no rows", "“\(file)”没有数据行"),
        at: [Label(span, Wording("declares nothing", "没有声明任何内容"))],
        hints: [Wording("add a row, or take the declaration out", "请添加一行，或去掉这项声明")])
    case .noColumn(let column, let file, let columns, let span):
      noColumn(column, file, columns, span)
    case .noName(let file, let line, let span):
      Diagnostic(
        224, Wording("row \(line) of `\(file)` has no name", "“\(file)”第 \(line) 行没有名称"),
        at: [Label(span, Wording("an empty cell under `name`", "“名称”一列为空"))],
        hints: [Wording("results are told by name", "结果按名称列出，请填写")])
    case .notPlain(let cell, let file, let line, let span):
      Diagnostic(
        225,
        Wording(
          "row \(line) of `\(file)` has a cell that is no value",
          "“\(file)”第 \(line) 行有一格不是值"),
        at: [Label(span, Wording("reads \(cell)", "内容为 \(cell)"))],
        hints: [
          Wording(
            "a cell holds a number with its unit, a name, or a list of names",
            "一格可写带单位的数、一个名称或若干名称")
        ])
    }
  }

  private func noColumn(
    _ column: String, _ file: String, _ columns: [String], _ span: Span
  ) -> Diagnostic {
    let near = Nearest.words(to: column, among: columns)
    let all = columns.joined(separator: ", ")
    return Diagnostic(
      223, Wording("`\(file)` has no column `\(column)`", "“\(file)”没有“\(column)”这一列"),
      at: [Label(span, Wording("its columns: \(all)", "它的列：\(all)"))],
      hints: near.first.map { [Wording("did you mean `\($0)`?", "是不是想写“\($0)”？")] } ?? [])
  }

  /// What `explain` says of each code. The tables of the right texts lie beside the tests.
  static let pages: [Explanation] = [
    Explanation(
      "E0220", Wording("unknown table", "未知的表格"),
      Wording(
        "A declaration `from` a table is written out once for each row of a CSV file in the scenario's own folder.",
        "“自”表格的声明，按情景所在文件夹中 CSV 文件的每一行各写一项。"),
      wrong: "risk points from \"risk.csv\" { at column(post) }",
      right: "risk points from \"risks.csv\" { at column(post) }"),
    Explanation(
      "E0221", Wording("not a table", "不是表格"),
      Wording(
        "The first line of a table names its columns, and every row has as many cells, with commas between them.",
        "表格第一行为列名，其后每行格数相同，各格以逗号分隔。"),
      wrong: "risk points from \"torn.csv\" { at column(post) }",
      right: "risk points from \"risks.csv\" { at column(post) }"),
    Explanation(
      "E0222", Wording("a table without rows", "没有数据行的表格"),
      Wording(
        "What declares nothing is an error rather than ignored.", "没有声明任何内容，属于错误，不会悄悄忽略。"),
      wrong: "risk points from \"empty.csv\" { at tender }",
      right: "risk points from \"risks.csv\" { at tender }"),
    Explanation(
      "E0223", Wording("unknown column", "未知的列"),
      Wording(
        "`column(rate)` takes the cell of the row under that heading. The column `name` names what a row declares.",
        "“列(rate)”取该行在此列名下的一格。“名称”一列给出各行声明的名称。"),
      wrong: "risk points from \"risks.csv\" { at column(place) }",
      right: "risk points from \"risks.csv\" { at column(post) }"),
    Explanation(
      "E0224", Wording("a row without a name", "没有名称的行"),
      Wording(
        "Every row declares something with a name of its own; the name of the declaration means all rows.",
        "每行声明一项，各有名称；声明本身的名称指全部各行。"),
      wrong: "risk points from \"nameless.csv\" { at tender }",
      right: "risk points from \"risks.csv\" { at tender }"),
    Explanation(
      "E0225", Wording("a cell that is no value", "不是值的格"),
      Wording(
        "A cell stands in the declaration as if it had been written there, so it cannot end or begin an entry.",
        "一格的内容如同写在声明里，因此不能含有分隔条目的符号。"),
      wrong: "risk points from \"notes.csv\" { at column(post) }",
      right: "risk points from \"risks.csv\" { at column(post) }"),
  ]
}
