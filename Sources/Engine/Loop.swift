import Ledger
import Plan
import Quantities

/// What the closed loop keeps: the list of risk points, the problem list, remedies, and what they have changed
/// (model.md G5, G9). Everything is empty where no list is kept.
struct Loop: ~Copyable {
  /// The list of risk points, by exposure.
  var cells = Column<ListedCell>()
  /// How much better controls are performed than declared, by unit and control.
  var performed = Column<Mending>()
  /// By how much tails are shorter than declared, by indicator: of untrue alerts, and of genuine ones.
  var tuned = Column<Mending>()
  var tunedGenuine = Column<Mending>()
  /// Results of the last twelve months, by indicator and month.
  var yields = Column<Yield>()
  /// Lines of the problem list, closed ones too.
  var weaknesses = Column<Weakness>()
  /// Every remedy, and the newest of a unit and risk, or -1.
  var remedies = Column<Remedy>()
  var newest = Column<Int32>()
  /// Remedies by the month in which they are done, or should be, and are followed up.
  var due = Calendar()

  /// Empties everything, keeping the memory.
  mutating func clear(months: Int) {
    cells.clear()
    performed.clear()
    tuned.clear()
    tunedGenuine.clear()
    yields.clear()
    weaknesses.clear()
    remedies.clear()
    newest.clear()
    due.clear(months)
  }

  /// Makes room for what a layout holds.
  mutating func begin(_ layout: Layout) {
    let places = layout.places
    cells.reset(to: ListedCell(), count: layout.exposures.count)
    performed.reset(to: Mending(), count: layout.units * places.controls.count)
    tuned.reset(to: Mending(), count: places.indicators.count)
    tunedGenuine.reset(to: Mending(), count: places.indicators.count)
    yields.reset(to: Yield(), count: places.indicators.count * Yield.months)
    newest.reset(to: -1, count: layout.units * places.risks)
  }

  /// Becomes like another.
  mutating func become(_ other: borrowing Loop) {
    cells.become(other.cells)
    performed.become(other.performed)
    tuned.become(other.tuned)
    tunedGenuine.become(other.tunedGenuine)
    yields.become(other.yields)
    weaknesses.become(other.weaknesses)
    remedies.become(other.remedies)
    newest.become(other.newest)
    due = other.due
  }
}

/// A risk point of a post on the list, or not.
struct ListedCell {
  var isListed = true
  /// Whether somebody has found out that it is not on the list.
  var isKnown = false
  var cause = UInt8(ListingCause.initial.rawValue)
  /// How often it has come on the list, and the unit exponential left until it drifts off.
  var listings: UInt32 = 0
  var clock = 0.0
  /// The line of the problem list that it is on, or -1.
  var weakness: Int32 = -1
  /// By how much the temptation is lower: 1 − K.
  var hardened = Mending()
}

/// What a remedy has changed, as a departure from what is declared; half of it is left after a half-life.
struct Mending {
  var size = 0.0
  var month: Int32 = 0
  var halfLife = Double.infinity
  /// The line of the problem list that what was mended is on, or -1.
  var weakness: Int32 = -1

  /// What is left at the beginning of a month; less than 1 in 10 000 is nothing.
  func left(in month: Int) -> Double {
    guard size != 0 else { return 0 }
    let age = Double(month - Int(self.month))
    guard age > 0, halfLife < .infinity else { return size }
    guard halfLife > 0 else { return 0 }
    let left = size * exponential(-0x1.62e42fefa39efp-1 * age / halfLife)
    return left.magnitude < 1e-4 ? 0 : left
  }

  /// Becomes so large now.
  mutating func become(_ size: Double, in month: Int, halfLife: Double) {
    self.size = size
    self.month = Int32(month)
    self.halfLife = halfLife
  }
}

/// The results of an indicator's alerts in a month.
struct Yield {
  var month = Int32.min
  var answered: Int32 = 0
  var verified: Int32 = 0

  /// Months that are kept, and the fewest results that say anything (model.md G12).
  static let months = 12
  static let fewest = 20
}

/// A line of the problem list 问题清单.
struct Weakness {
  var kind: UInt8
  var review: Int32
  /// Month at whose end it was revealed first; the least number for a line that is closed.
  var month: Int32
  var place: LoopPlace
  /// Remedies at work on it, and whether one of them came to nothing.
  var atWork: Int32 = 0
  var isSpoilt = false
}

/// What a weakness or a remedy is about; -1 where it is about nothing of the kind.
struct LoopPlace {
  var post: Int32 = -1
  var unit: Int32 = -1
  var exposure: Int32 = -1
  var risk: Int32 = -1
  var control: Int32 = -1
  var indicator: Int32 = -1
}

/// A remedy 整改.
struct Remedy {
  /// What its luck hangs on: its trigger and its declaration.
  var id: UInt64
  var terms: Int32
  var trigger: UInt8
  var issuer: UInt8
  /// What is weak, or -1 for a case or a finding; the line of the problem list; the line that it is itself.
  var kind: Int32
  var weakness: Int32
  var flaw: Int32 = -1
  var place: LoopPlace
  /// Months at whose ends it was issued first and last, and how often it was issued anew.
  var month: Int32
  var issued: Int32
  var ordinal: UInt32 = 0
  /// Months from the last issue to the reply.
  var reply = 0.0
  var isAccepted = false
  /// What this issue comes to: truly done, or reported without being done.
  var isDone = false
  var isPaper = false
  /// Whether the time for it is over, and whether it is still to be followed up.
  var isFinished = false
  var isAtWork = true
  /// Months at whose ends completion was reported, and true; the greatest number while not.
  var reportedAt = Int32.max
  var doneAt = Int32.max
  var hasRecurred = false
  var hasRelapsed = false
  /// The next older remedy of the same unit and risk, or -1.
  var next: Int32 = -1

  /// What an entry of the calendar must still have.
  var check: UInt64 { id &+ UInt64(ordinal) }

  /// Whether a month falls into the two years after an event at the end of another.
  static func falls(_ month: Int, after event: Int32) -> Bool {
    event < .max && month > Int(event) && month <= Int(event) + 24
  }
}

/// Names and places of what the loop is about, in the union of all schemes.
struct LoopPlaces {
  /// What the luck of controls, indicators, remedies and units hangs on.
  var controls: [Meaning] = []
  var indicators: [Meaning] = []
  var remedies: [Meaning] = []
  var units: [Meaning] = []
  /// How many risks there are, and the posts of every unit.
  var risks = 0
  var postsOfUnit: [[Int]] = []

  /// Nothing.
  init() {}

  /// The union of schemes.
  init(_ schemes: [Scheme], posts: [Layout.Post]) {
    func meanings<T>(_ list: (Scheme) -> [T], _ name: (T) -> String) -> [Meaning] {
      let longest = schemes.map(list).max { $0.count < $1.count } ?? []
      return longest.map { Meaning(name($0)) }
    }
    controls = meanings(\.controls) { "control." + $0.name }
    indicators = meanings(\.indicators) { "indicator." + $0.name }
    remedies = meanings(\.remedies) { "remedy." + $0.name }
    units = meanings(\.units, \.path)
    risks = schemes.map(\.risks.count).max() ?? 0
    postsOfUnit = [[Int]](repeating: [], count: units.count)
    for (index, post) in posts.enumerated() { postsOfUnit[post.unit].append(index) }
  }
}
