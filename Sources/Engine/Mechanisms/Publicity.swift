import Ledger
import Plan
import Quantities

/// Publicity 公开 (model.md G11): the one way in which an organisation learns of what was done; what it hears it feels.
extension Run {
  /// Something is made public in an organisation. `weight` is what is felt of it where no publicity says how far
  /// such things carry: everybody hears of them.
  mutating func publish(
    _ what: Published, in organization: Int, weighing weight: Double, _ fading: Fading
  ) {
    let felt = tables.publicities[what.rawValue] ?? weight
    guard felt > 0 else { return }
    let heard = Experience(caught: felt, chances: felt, month: month)
    state.beliefs.organizations[organization].add(heard, fading)
  }

  /// What a review came to becomes public in the organisations that it looked at.
  mutating func publish(_ visit: Visit, _ fading: Fading) {
    let organizations = Set(
      visit.posts.map { tables.scheme.units[frame.layout.posts[$0].unit].organization })
    for organization in organizations.sorted() {
      publish(.results, in: organization, weighing: Tables.publishedResult, fading)
    }
  }

  /// A case that is filed becomes public, if a publicity of cases acts.
  mutating func publishCase(at seat: Int) {
    guard let fading = tables.deterrence?.fading else { return }
    let unit = frame.layout.posts[Int(frame.layout.postOfSeat[seat])].unit
    publish(.cases, in: tables.scheme.units[unit].organization, weighing: 0, fading)
  }

  /// What publicity costs in a month.
  mutating func payForPublicity() {
    for publicity in tables.scheme.publicities where publicity.isOn {
      report(cost: .publicity, Money(publicity.cost.number), seat: -1)
    }
  }
}

extension Tables {
  /// What G11 gives a published result where no publicity says more.
  static let publishedResult = 0.1

  /// Folds how strongly an organisation feels what is made public: the mean over those who hear of it and the others.
  mutating func foldPublicities() {
    publicities = Published.allCases.map { what in
      let telling = scheme.publicities.filter { $0.isOn && $0.of.contains(what) }
      guard !telling.isEmpty else { return nil }
      return telling.reduce(0) { $0 + $1.reach.number * $1.felt.number }
    }
  }
}
