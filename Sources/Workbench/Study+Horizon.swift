import Ledger
import Model

extension Study {
  /// The study over another time: what is asked of the last years is asked of its own last years.
  func over(_ months: Int?) -> Study {
    guard let months, months != horizon else { return self }
    var study = self
    let old = horizon
    func moved(_ question: Question) -> Question { question.moved(from: old, to: months) }
    study.horizon = months
    for index in study.metrics.indices {
      study.metrics[index].question = moved(metrics[index].question)
    }
    for index in study.targets.indices {
      study.targets[index].metric.question = moved(targets[index].metric.question)
    }
    for index in study.expectations.indices {
      let claim = expectations[index].claim
      study.expectations[index].claim.left = claim.left.mapped(moved)
      study.expectations[index].claim.right = claim.right.mapped(moved)
    }
    return study
  }
}

extension Question {
  /// The question with windows that end with one horizon moved to the end of another.
  func moved(from old: Int, to new: Int) -> Question {
    switch self {
    case .number: return self
    case .atom(let atom): return .atom(atom.moved(from: old, to: new))
    case .gini(let portions):
      return .gini(
        portions.map {
          Portion(
            count: $0.count.moved(from: old, to: new), seats: $0.seats.moved(from: old, to: new))
        })
    case .combined(let left, let operation, let right):
      return .combined(
        left.moved(from: old, to: new), operation, right.moved(from: old, to: new))
    }
  }
}

extension Atom {
  /// The atom with a window that ends with one horizon moved to the end of another.
  fileprivate func moved(from old: Int, to new: Int) -> Atom {
    guard window.last == old, window.first > 1 else { return self }
    var atom = self
    atom.window.first = max(1, window.first + new - old)
    atom.window.last = new
    return atom
  }
}

extension ClaimTerm {
  /// The term with every question changed.
  fileprivate func mapped(_ change: (Question) -> Question) -> ClaimTerm {
    switch self {
    case .number: self
    case .question(let question, let policy): .question(change(question), policy: policy)
    case .combined(let left, let operation, let right):
      .combined(left.mapped(change), operation, right.mapped(change))
    }
  }
}
