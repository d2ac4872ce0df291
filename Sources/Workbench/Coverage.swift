import Ledger
import Plan
import Quantities
import Syntax
import Vocabulary

/// What stands between each risk point and damage, as it is declared: risk × post × control × indicator ×
/// review × response.
struct Coverage: Sendable, Hashable {
  /// A risk at posts that are alike, with what acts there; indices of declarations.
  struct Cell: Sendable, Hashable {
    /// The risk; nil for a post of high risk where none is listed.
    var risk: Int?
    /// The post, and those of the same name in other units where the same acts.
    var posts: [Int]
    var controls: [Int] = []
    var indicators: [Int] = []
    var reviews: [Int] = []
    /// What is answered of what can be raised there: colours, and leads.
    var responses: [ResponseCause] = []
    /// Whether anybody reports.
    var isReported = false
    /// Months by which the controls there delay the business, together.
    var friction = 0.0

    /// How many of control, indicator, review and response are missing.
    var gaps: Int {
      risk == nil
        ? 1
        : [controls.isEmpty, indicators.isEmpty, reviews.isEmpty, responses.isEmpty].count { $0 }
    }
  }

  /// In order of declaration; posts of high risk without any risk point last.
  let cells: [Cell]

  /// Reads a scheme.
  init(_ scheme: Scheme) {
    var cells: [Cell] = []
    for (risk, terms) in scheme.risks.enumerated() where terms.isOn {
      for post in terms.at.posts where scheme.posts[post].isOn {
        cells.append(Self.cell(risk, post, scheme))
      }
    }
    let exposed = Set(cells.flatMap(\.posts))
    for (post, terms) in scheme.posts.enumerated()
    where terms.isOn && terms.riskLevel == .high && !exposed.contains(post) {
      cells.append(Cell(risk: nil, posts: [post]))
    }
    self.cells = Self.together(cells, scheme)
  }

  /// Cells that differ only in the unit as one, in the place of the first.
  private static func together(_ cells: [Cell], _ scheme: Scheme) -> [Cell] {
    var result: [Cell] = []
    for cell in cells {
      let alike = result.firstIndex { other in
        var same = cell
        same.posts = other.posts
        return same == other
          && scheme.posts[other.posts[0]].name == scheme.posts[cell.posts[0]].name
      }
      if let alike {
        result[alike].posts += cell.posts
      } else {
        result.append(cell)
      }
    }
    return result
  }

  private static func cell(_ risk: Int, _ post: Int, _ scheme: Scheme) -> Cell {
    var cell = Cell(risk: risk, posts: [post])
    let here = scheme.controls.indices.filter { index in
      let control = scheme.controls[index]
      return control.isOn && control.at.posts.contains(post)
        && control.against?.contains(risk) ?? true
    }
    cell.friction = here.reduce(0) { $0 + scheme.controls[$1].friction.number }
    cell.controls = here.filter { index in
      let control = scheme.controls[index]
      return (control.blocks.number > 0 || control.colludes.number > 0 || control.evades.number < 1)
    }
    cell.indicators = scheme.indicators.indices.filter { index in
      let indicator = scheme.indicators[index]
      return indicator.isOn && indicator.on.posts.contains(post) && indicator.covers.number > 0
        && indicator.yellow.number < .infinity
        && indicator.shows.contains { $0.under.contains(risk) }
    }
    cell.reviews = scheme.reviews.indices.filter { index in
      let review = scheme.reviews[index]
      return review.isOn && review.finds.number > 0 && review.covers.number > 0
        && review.of.posts.contains(post)
        && review.coversOf?.posts.contains(post) ?? true
    }
    cell.isReported = scheme.reportings.contains { terms in
      terms.isOn && terms.hears.number + terms.other.number > 0
    }
    let raised = cell.indicators.map { scheme.indicators[$0] }
    let colours: [(ResponseCause, Bool)] = [
      (.yellow, !raised.isEmpty),
      (.orange, raised.contains { $0.orange.number < .infinity }),
      (.red, raised.contains { $0.red.number < .infinity }),
      (.lead, cell.isReported || !cell.reviews.isEmpty),
    ]
    cell.responses = colours.filter { cause, isRaised in
      isRaised && scheme.responses.contains { $0.isOn && $0.cause == cause }
    }.map(\.0)
    return cell
  }

  /// Whether an offence at the cell was verified, of those that began there.
  static func seen(_ cell: Cell) -> Question {
    let here = place(cell)
    return .combined(
      .atom(Atom(.offences, .count, where: .and(here, .isOneOf(.verified, [1])))), .divide,
      .atom(Atom(.offences, .count, where: here)))
  }

  private static func place(_ cell: Cell) -> Condition {
    .and(.isOneOf(.risk, [Int64(cell.risk ?? -1)]), .isOneOf(.post, cell.posts.map { Int64($0) }))
  }
}

/// What counts as an act of a clause, so that those that never acted can be named.
struct Activity: Sendable, Hashable {
  /// Which column of the coverage it belongs to.
  enum Column: Sendable, Hashable, CaseIterable {
    case control, indicator, review, response, other
  }
  /// The declaration, as it is called.
  var name: String
  var column: Column
  /// How often it acted in a run.
  var question: Question

  /// Every clause of a scheme whose acts leave rows.
  static func all(_ scheme: Scheme) -> [Activity] {
    func counted(
      _ name: String, _ column: Column, _ kind: EventKind, _ condition: Condition,
      _ measure: Atom.Measure = .count
    ) -> Activity {
      Activity(
        name: name, column: column, question: .atom(Atom(kind, measure, where: condition)))
    }
    var all: [Activity] = []
    for (index, control) in scheme.controls.enumerated() where control.isOn {
      // Who colludes does so because of a control that asks for it.
      var acts = Condition.isOneOf(.control, [Int64(index)])
      if control.colludes.number > 0 {
        let posts = Condition.isOneOf(.post, control.at.posts.map { Int64($0) })
        var forced = Condition.and(
          .isOneOf(.outcome, [Int64(AttemptOutcome.collusive.rawValue)]), posts)
        if let against = control.against {
          forced = .and(forced, .isOneOf(.risk, against.map { Int64($0) }))
        }
        acts = .or(acts, forced)
      }
      all.append(counted(control.name, .control, .attempts, acts))
    }
    for (index, indicator) in scheme.indicators.enumerated() where indicator.isOn {
      all.append(
        counted(indicator.name, .indicator, .alerts, .isOneOf(.indicator, [Int64(index)])))
    }
    for (index, review) in scheme.reviews.enumerated() where review.isOn {
      all.append(
        counted(
          review.name, .review, .reviews, .isOneOf(.review, [Int64(index)]), .sum(.visits)))
    }
    let colours: [(ResponseCause, Colour)] = [
      (.yellow, .yellow), (.orange, .orange), (.red, .red),
    ]
    for (cause, colour) in colours
    where scheme.responses.contains(where: { $0.isOn && $0.cause == cause }) {
      all.append(
        counted(
          "response \(cause.word.en)", .response, .alerts,
          .and(.isOneOf(.colour, [Int64(colour.rawValue)]), .isOneOf(.answered, [1]))))
    }
    let others: [(Bool, String, EventKind, Condition)] = [
      (scheme.reportings.contains(where: \.isOn), "reporting", .reports, .always),
      (
        scheme.rotations.contains(where: \.isOn), "rotation", .moves,
        .isOneOf(.why, [Int64(MoveReason.rotation.rawValue)])
      ), (scheme.sanctions.contains(where: \.isOn), "sanction", .sanctions, .always),
    ]
    for (isOn, name, kind, condition) in others where isOn {
      all.append(counted(name, .other, kind, condition))
    }
    return all
  }
}
