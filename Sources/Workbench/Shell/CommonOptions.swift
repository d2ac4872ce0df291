import ArgumentParser
import Glibc
import LineEditor
import Measures
import Presentation
import Syntax

/// Options that every command that runs takes (interface.md 1).
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(said("Runs of each policy.", "每个方案模拟多少次。"), valueName: "n"))
  var runs: Int?
  @Option(
    help: ArgumentHelp(
      said("Go on until the interval is that narrow.", "直到区间达到该精度。"), valueName: "metric:3%"))
  var until: [String] = []
  @Option(
    help: ArgumentHelp(said("The number that fixes all luck.", "决定全部随机结果的数。"), valueName: "s"))
  var seed: UInt64?
  @Option(
    help: ArgumentHelp(
      said("Time simulated, such as \"10 years\".", "模拟时长，如 \"10年\"。"), valueName: "time"))
  var horizon: String?
  @Option(
    help: ArgumentHelp(said("Threads; the cores unless given.", "线程数；默认等于核数。"), valueName: "n"))
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      said("A directory in place of the shipped rules.", "用该目录代替随附规则。"), valueName: "dir"))
  var rules: String?
  @OptionGroup var output: OutputOptions

  /// The settings that the options make.
  func settings(_ language: Language) throws -> Settings {
    var settings = Settings(language: language)
    if let runs {
      guard (1...Order.most).contains(runs) else {
        throw Complaint(
          Wording("--runs takes 1 to 1,000,000", "--runs 可取 1 至 1,000,000"))
      }
      settings.runs = runs
    }
    settings.seed = seed
    settings.rules = rules
    if let threads, threads < 1 {
      throw Complaint(Wording("--threads takes at least 1", "--threads 至少为 1"))
    }
    settings.threads = threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    settings.until = try until.map(Self.until)
    settings.horizon = try horizon.map(Self.months)
    settings.isSteady = output.steady
    settings.showsProgress = !output.quiet
    return settings
  }

  /// `METRIC:3%`
  private static func until(_ text: String) throws -> Settings.Until {
    let parts = text.split(separator: ":")
    guard parts.count == 2, parts[1].hasSuffix("%"), let share = Double(parts[1].dropLast()),
      share > 0, share < 100
    else {
      throw Complaint(
        Wording("`--until \(text)` is not understood", "无法理解 --until \(text)"),
        hints: [Wording("such as --until incidence:3%", "例如：--until incidence:3%")])
    }
    return Settings.Until(metric: String(parts[0]), share: share / 100)
  }

  /// A duration as the language writes it, in months.
  private static func months(_ text: String) throws -> Int {
    let source = Source(name: "--horizon", text: "horizon \(text)\n")
    let parse = Syntax.parse(source)
    if !parse.hasErrors, let term = parse.program.entries.first?.groups.first?.terms.first,
      case .value(let value) = term.kind, case .quantity(let number, let unit?) = value.kind,
      let word = Words.unit(unit.text), word.word.isTime
    {
      let months = number.value * word.factor
      if (1...6000).contains(months), months.rounded() == months { return Int(months) }
    }
    throw Complaint(
      Wording("`--horizon \(text)` is not understood", "无法理解 --horizon \(text)"),
      hints: [
        Wording(
          "1 to 6000 months, such as --horizon \"10 years\"",
          "1 至 6000 个月，例如：--horizon \"10年\"")
      ])
  }
}

/// Options of what is said and where.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      said("Language: en or zh; default from the locale.", "语言：en 或 zh；默认随系统。"), valueName: "en|zh")
  )
  var lang: String?
  @Option(
    help: ArgumentHelp(
      said("How results are written.", "结果的格式。"), valueName: "table|csv|json|jsonl|markdown"))
  var format = "table"
  @Option(help: ArgumentHelp(said("Write results to a file.", "把结果写入文件。"), valueName: "file"))
  var out: String?
  @Flag(help: .init(said("Only results.", "只输出结果。"))) var quiet = false
  @Flag(help: .init(said("No colour; also NO_COLOR.", "不用颜色；亦可设 NO_COLOR。"))) var noColor = false
  @Flag(help: .init(said("Signs in ASCII.", "符号用 ASCII。"))) var ascii = false
  @Flag(help: .hidden) var steady = false

  /// The paper that the options make.
  func paper() throws -> Paper {
    if let lang { _ = try FormatText.language(lang) }
    guard let format = Format(rawValue: format) else {
      throw Complaint(
        Wording("`\(self.format)` is no format", "没有“\(self.format)”这种格式"),
        hints: [
          Wording("one of: table, csv, json, jsonl, markdown", "可取：table、csv、json、jsonl、markdown")
        ])
    }
    var paper = Paper(isColoured: !noColor, isASCII: ascii)
    paper.format = format
    paper.file = out
    paper.isQuiet = quiet
    return paper
  }
}
