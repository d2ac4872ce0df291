/// What a session has left in a person: when the last one of a programme reached him.
struct Taught {
  /// The person, as far as 32 bits tell him from his predecessors; 0 for nobody.
  var person: UInt32 = 0
  /// Month at whose beginning the session was.
  var month: Int32 = 0
  /// Whether there was a real case to tell of.
  var hasCase = false
}

/// What people have been taught; empty where nothing teaches.
struct Schooling: ~Copyable {
  /// By programme and seat; the first programme is what remedies train.
  private(set) var taught = Column<Taught>()
  /// Month at whose end the last case of a field of work was filed.
  var cases = Column<Int32>()
  private var seats = 0

  /// Whether nobody is ever taught.
  @inline(__always)
  var isEmpty: Bool { taught.isEmpty }

  /// Forgets everything.
  mutating func clear() {
    taught.clear()
    cases.clear()
  }

  /// Nobody has been taught anything yet, and no case filed.
  mutating func begin(programmes: Int, seats: Int, fields: Int) {
    self.seats = seats
    taught.reset(to: Taught(), count: programmes * seats)
    cases.reset(to: .min, count: fields)
  }

  /// Becomes like another, and goes its own way from here.
  mutating func become(_ other: borrowing Schooling) {
    taught.become(other.taught)
    cases.become(other.cases)
    seats = other.seats
  }

  /// What a programme has left with whoever sits in a seat; a successor has been taught nothing.
  @inline(__always)
  subscript(programme: Int, seat: Int) -> Taught {
    get { taught[programme * seats + seat] }
    set { taught[programme * seats + seat] = newValue }
  }

  /// The occupants of the seats move on by one place, as in `Beliefs`: what they were taught goes along.
  mutating func shift(_ places: [Int]) {
    guard !isEmpty, places.count > 1 else { return }
    for programme in 0..<taught.count / seats {
      let first = self[programme, places[0]]
      for (place, next) in zip(places, places.dropFirst()) {
        self[programme, place] = self[programme, next]
      }
      self[programme, places[places.count - 1]] = first
    }
  }
}
