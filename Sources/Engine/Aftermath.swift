import Quantities

/// What findings and reports leave behind beyond their month: sanctions that are due, records, items whose time
/// runs out, chilled units, promises of feedback.
struct Aftermath: ~Copyable {
  /// What is decided in which month, and the decisions.
  var due = Calendar()
  var decisions = Column<Decision>()
  var freeDecisions = Column<Int32>()
  /// The known record of a person: the head of a list in `records`. Looked up, never listed.
  var files: [UInt64: Int32] = [:]
  var records = Column<Record>()
  /// Unstarted items by the month in which they go to the next colour.
  var overdue = Calendar()
  /// Log odds by which known retaliations chill the willingness in a unit; empty while there was none.
  var chills = Column<Double>()
  /// Promises of feedback by channel and month, in a ring; empty until one is made.
  var promises = Column<Promise>()
  /// Whether people changed places under other exchange groups than those of now.
  var isMixed = false

  /// Months for which promises are kept: those of a year, and as many to come.
  static let ring = 32

  /// Empties everything, keeping the memory.
  mutating func clear(months: Int) {
    due.clear(months)
    overdue.clear(months)
    decisions.clear()
    freeDecisions.clear()
    files.removeAll(keepingCapacity: true)
    records.clear()
    chills.clear()
    promises.clear()
    isMixed = false
  }

  /// Tells the calendars which month comes first.
  mutating func begin(at month: Int) {
    due.begin(at: month)
    overdue.begin(at: month)
  }

  /// Becomes like another.
  mutating func become(_ other: borrowing Aftermath) {
    due = other.due
    overdue = other.overdue
    decisions.become(other.decisions)
    freeDecisions.become(other.freeDecisions)
    files = other.files
    records.become(other.records)
    chills.become(other.chills)
    promises.become(other.promises)
    isMixed = other.isMixed
  }
}

/// A sanction that is due: all of it is settled at the verification, under the terms of that month.
struct Decision {
  /// What its luck hangs on: the offence and the person.
  var id: UInt64
  var person: UInt64
  /// Where it happened.
  var seat: Int32
  /// Month of the verification.
  var month: Int32
  var stage: UInt8
  var form: UInt8
  var isWithdrawn = false
  var removes = false
  var moves = false
  /// The gravest risk.
  var risk: Int32
  /// Forms on the known record at the verification.
  var prior: Int32
  /// The loss by the verification, what of it is recovered, and what the sanction costs, in hundredths.
  var amount: Int64
  var recovered: Int64
  var cost: Int64
  /// The code of the body that sanctions.
  var body: Int64

  /// Whether a case was filed.
  @inline(__always)
  var isCase: Bool { form > 0 }
}

/// A form that was given and is known, and the next older one, or -1.
struct Record {
  var id: UInt64
  var month: Int32
  var next: Int32
}

/// Leads of real-name reports of a channel whose feedback is due in a month, and how many were begun in time.
struct Promise {
  var month = Int32.min
  var made: Int32 = 0
  var kept: Int32 = 0
}
