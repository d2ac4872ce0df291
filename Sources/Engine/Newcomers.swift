import Quantities

/// Many people who take seats at once: plain loops, each over few columns, so that what they need stays in
/// registers.
enum Newcomers {
  /// Names those who come next into some seats, and asks for their luck; `hires` is 1 where somebody was there
  /// before, and 0 for the first.
  @inline(never)
  static func name(
    _ seats: borrowing Column<Int32>, after hires: UInt32, _ people: inout Column<Person>,
    _ posts: [Layout.Post], _ batch: inout Batch
  ) {
    batch.makeRoom(seats.count)
    let people = people.lent
    var post: Int32 = -1
    var meaning = Meaning(bits: 0)
    var seat0 = 0
    for place in seats.indices {
      let seat = Int(seats[place])
      // Neighbours share a post.
      if people[seat].post != post {
        post = people[seat].post
        meaning = posts[Int(post)].meaning
        seat0 = posts[Int(post)].seat0
      }
      let ordinal = people[seat].hires &+ hires
      people[seat].hires = ordinal
      let own = meaning.with(UInt64(seat &- seat0) << 32 | UInt64(ordinal))
      people[seat].id = own.bits == 0 ? 1 : own.bits
      batch.ask(own, at: place)
    }
  }

  /// Seats those who were named, who are there since the end of a month. Lists the seats of those who are so
  /// easily tempted that `cut` of their frailty is above 1.
  @inline(never)
  static func sit(
    _ places: borrowing Column<Int32>, since: Int32, _ batch: borrowing Batch,
    _ frailties: QuantileTable, _ seats: inout Column<Seat>, _ people: inout Column<Person>,
    cut: Float, above: inout Column<Int32>
  ) {
    let (seats, people) = (seats.lent, people.lent)
    for place in places.indices {
      let seat = Int(places[place])
      let words = batch[place]
      let frailty = frailties.value(words.0)
      seats[seat] = Seat(frailty: frailty, since: since, hired: since)
      people[seat].coin = words.2
      people[seat].dues = 0
      if frailty * cut > 1 { above.append(places[place]) }
    }
  }

  /// Enters people into the calendar who have just arrived: they are due a whole cycle later.
  @inline(never)
  static func schedule(
    _ seats: borrowing Column<Int32>, _ people: borrowing Column<Person>, _ posts: [Layout.Post],
    _ duties: [Tables.Duty], from month: Int, _ dues: inout DueBag, _ calendar: inout Calendar
  ) {
    var place = 0
    while place < seats.count {
      let post = Int(people[Int(seats[place])].post)
      let own = posts[post].seats
      let end = seats.end(of: place) { own.contains($0) }
      let duty = duties[post]
      if duty.rotation >= 0 {
        dues.add(seats, place..<end, people, month: month &+ duty.cycle, to: &calendar)
      }
      place = end
    }
    dues.close(&calendar)
  }
}
