import Engine
import Ledger
import Plan
import Support
import Synchronization
import Syntax
import Testing
import Vocabulary

@testable import Model
@testable import Workbench

/// Nothing is accepted and ignored: where a field takes words, what a shipped scenario writes there, replaced by other
/// words or left out, changes the rows within fifty runs in some scenario.
@Suite struct ActingWords {
  fileprivate static let places = Dictionary(grouping: Written.all.flatMap(\.places), by: \.field)

  @Test(arguments: places.keys.sorted())
  func everyWordActs(_ field: String) throws {
    let places = Self.places[field, default: []]
    // Most show at once somewhere; the others have fifty runs.
    var courses: [(file: Written, changed: Course)] = []
    let shows = places.contains { place in
      place.others.contains { other in
        guard var changed = place.file.course(with: other, at: place.span) else { return false }
        defer { courses.append((place.file, changed)) }
        return place.file.differs(from: &changed, in: 0..<2)
      }
    }
    let acts =
      shows
      || courses.contains { one in
        var changed = one.changed
        return one.file.differs(from: &changed, in: 2..<50)
      }
    #expect(acts, "\(field) changes nothing in \(places.map { $0.file.path })")
  }
}

/// Where a scenario writes words, and what else could stand there.
private struct Place {
  let file: Written
  let field: String
  let span: Span
  let others: [String]
}

/// A shipped scenario as it is written.
private final class Written: Sendable {
  let path: String
  private let text: [UInt8]
  private let program: Program
  private let names: [Kind: [String]]
  private let cost: Double
  private let course: Mutex<Course>

  /// The cheapest first.
  static let all = Scenarios.paths.compactMap { Written($0) }.sorted { $0.cost < $1.cost }

  private init?(_ path: String) {
    guard let source = try? Files.source(at: path), let study = try? Study(source) else {
      return nil
    }
    self.path = path
    text = Array(source.text.utf8)
    program = parse(source).program
    names = Dictionary(grouping: study.scenario.draft.declarations, by: \.kind)
      .mapValues { $0.map(\.name) }
    let plan = Self.plan(of: study)
    let seats = plan.scheme.posts.reduce(0) { $0 + $1.headcount.centre }
    cost = (seats + 50) * Double((plan.horizon + plan.warmUp) * plan.arms.count)
    course = Mutex(Course(plan, seed: study.seed))
  }

  private static func plan(of study: Study) -> Plan {
    study.scenario.plan(policies: study.policies.map(\.name))
  }

  /// What happens when something else stands at a place; nil where that cannot be read.
  func course(with other: String, at span: Span) -> Course? {
    let bytes = text[..<span.lower] + Array(other.utf8) + text[span.upper...]
    let source = Source(name: path, text: String(decoding: bytes, as: UTF8.self))
    guard let study = try? Study(source) else { return nil }
    return Course(Self.plan(of: study), seed: study.seed)
  }

  /// Whether the rows of one of some runs differ.
  func differs(from changed: inout Course, in runs: Range<Int>) -> Bool {
    runs.contains { run in
      changed.digests(of: run) != course.withLock { $0.digests(of: run) }
    }
  }
}

extension Written {
  /// Kinds that ask and judge: they are asked of the rows and do not make them.
  private static let asking: Set<Kind> = [
    .common, .metric, .norm, .target, .experiment, .expect, .evidence, .use,
  ]

  /// Of a field that stands at many places the first five.
  var places: [Place] {
    Dictionary(grouping: program.entries.flatMap(places), by: \.field).values
      .flatMap { $0.prefix(5) }
  }

  private func places(in entry: Entry) -> [Place] {
    guard entry.change == nil, let kind = Kind(word: entry.head.text),
      !Self.asking.contains(kind)
    else { return [] }
    return (entry.block?.entries ?? []).filter { $0.change == nil }.flatMap { inner -> [Place] in
      guard let row = KindEntry.of(kind).row(inner.head.text) else { return places(in: inner) }
      let field = "\(kind.word.en).\(row.word.en)"
      // How many runs are made is nothing to a run.
      if case .number = row.shape, kind == .policy || kind == .scenario, field != "scenario.runs" {
        return [Place(file: self, field: field, span: inner.span, others: ["note \"-\""])]
      }
      return row.shape == .steps
        ? steps(in: inner, row, field) : places(of: inner, row, field, instead: ["note \"-\""])
    }
  }

  /// The steps of a rule: each left out where another stands beside it.
  private func steps(in entry: Entry, _ row: AnyRow, _ field: String) -> [Place] {
    let steps = entry.block?.entries ?? []
    return steps.flatMap { step -> [Place] in
      guard let child = row.children.first(where: { $0.word.en == step.head.text }) else {
        return []
      }
      let instead = steps.count > 1 ? [""] : []
      return places(of: step, child, "\(field).\(child.word.en)", instead: instead)
    }
  }

  /// A field and its clauses, as far as they take words.
  private func places(
    of entry: Entry, _ row: AnyRow, _ field: String, instead: [String]
  ) -> [Place] {
    var found: [Place] = []
    if !row.isLabel,
      let words = row.shape == .word ? others(for: entry.head.text) : words(for: row.shape)
    {
      let others = instead + (shorter(entry) + words).map { "\(entry.head.text) \($0)" }
      found.append(Place(file: self, field: field, span: entry.span, others: others))
    }
    for term in entry.groups.flatMap(\.terms) {
      guard case .clause(let preposition, let spelling, _) = term.kind,
        let clause = row.clauses.first(where: { $0.preposition == preposition }),
        let words = words(for: clause.shape)
      else { continue }
      let others = [""] + words.map { "\(spelling.text) \($0)" }
      found.append(
        Place(
          file: self, field: "\(field).\(preposition.rawValue)", span: term.span, others: others))
    }
    return found
  }

  /// The first of a list alone.
  private func shorter(_ entry: Entry) -> [String] {
    let items = Arguments(entry.groups).main
    guard items.count > 1 else { return [] }
    return [String(decoding: text[items[0].span.lower..<items[0].span.upper], as: UTF8.self)]
  }

  /// What else could stand in a field; nil where it takes numbers, which have a test of their own, or what is said to
  /// people.
  private func words(for shape: Shape) -> [String]? {
    switch shape {
    // Of many words, such as those of fields of work, some will do.
    case .choice(let enumeration), .choices(let enumeration):
      enumeration.values.prefix(enumeration.values.count > 12 ? 3 : 12).map(\.en)
    case .flag: ["yes", "no"]
    case .selection: ["all", "high_risk", "leaders", "key"] + names[.post, default: []]
    case .performer:
      names[.body, default: []]
        + ["unit", "supervisory", "audit", "resident", "leading", "task_force", "above"]
    case .units: names[.unit, default: []]
    case .claim: ["stage = sign", "loss < 0"]
    case .condition: ["count(alerts) < 0"]
    case .names(let kinds): Self.lists(of: kinds.flatMap { names[$0, default: []] })
    case .point: []
    case .number, .distribution, .readings, .curve, .each, .series, .group, .steps, .text, .texts,
      .word, .entries, .expression, .kept:
      nil
    }
  }

  /// The free words that stand after a head anywhere in the file, and one more.
  private func others(for head: String) -> [String] {
    func found(_ entry: Entry) -> [String] {
      let own = entry.head.text == head ? Arguments(entry.groups).main.first?.value.word : nil
      return (own.map { [$0.text] } ?? []) + (entry.block?.entries.flatMap(found) ?? [])
    }
    return ["elsewhere"] + Set(program.entries.flatMap(found)).sorted()
  }

  /// Names alone, and pairs of them.
  private static func lists(of names: [String]) -> [String] {
    names
      + names.indices.flatMap { first in
        names[(first + 1)...].map { "\(names[first]), \($0)" }
      }
  }
}
