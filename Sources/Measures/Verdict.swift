public import Ledger
import Quantities

/// The word that an interval allows (experience.md 9): one side, or undecided.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// A target's whole interval lies where it should, or where it should not.
  case met, missed
  /// A difference's whole interval lies on the good side, or on the bad one.
  case better, worse
  /// A difference's whole interval lies on one side, and neither side is the good one.
  case different
  /// Exactly 0 in every run.
  case same
  /// An expectation holds, or does not, over the whole interval.
  case passed, failed
  /// The interval lies across the line.
  case undecided
  /// There is no value to judge.
  case undefined
}

/// Which way is better; `neither` where the question can rise or fall for the better and for the worse.
public enum Direction: Sendable, Hashable {
  case lower, higher, neither
}

extension Estimate {
  /// Whether a target is met: the whole interval stands in the relation to the line.
  ///
  /// A value without any error exactly on the line of `<=` or `>=` meets it ("all of them" is met if not
  /// one failed), though more runs might find a failure.
  public func verdict(on relation: Relation, _ line: Double) -> Verdict {
    guard let value else { return .undefined }
    if standardError == 0, value == line, relation == .lessOrEqual || relation == .greaterOrEqual {
      return .met
    }
    return switch interval?.fulfils(relation, line) {
    case true?: .met
    case false?: .missed
    case nil: .undecided
    }
  }

  /// About how many runs would decide on which side of the line the value lies; nil if they cannot.
  public func runsToDecide(_ line: Double) -> Int? {
    runsNeeded(value: value, interval: interval, line: line, runs: runs)
  }
}

extension Contrast {
  /// Whether the difference is for the better.
  public func verdict(better direction: Direction) -> Verdict {
    guard value != nil else { return .undefined }
    if isExactlyZero { return .same }
    let isLower = interval?.fulfils(.less, 0) == true
    guard isLower || interval?.fulfils(.greater, 0) == true else { return .undecided }
    if direction == .neither { return .different }
    return isLower == (direction == .lower) ? .better : .worse
  }

  /// Whether a claim such as "A − B < 0" is borne out by the whole interval.
  public func verdict(expecting relation: Relation, _ line: Double) -> Verdict {
    guard let value else { return .undefined }
    if standardError == 0, value == line, relation == .lessOrEqual || relation == .greaterOrEqual {
      return .passed
    }
    return switch interval?.fulfils(relation, line) {
    case true?: .passed
    case false?: .failed
    case nil: .undecided
    }
  }

  /// About how many runs would decide on which side of the line the value lies; nil if they cannot.
  public func runsToDecide(_ line: Double = 0) -> Int? {
    runsNeeded(value: value, interval: interval, line: line, runs: runs)
  }
}

/// The runs with which an interval that shrinks with their root would just miss the line, and a tenth
/// more, because the interval is itself an estimate.
private func runsNeeded(value: Double?, interval: Interval?, line: Double, runs: Int) -> Int? {
  guard let value, let interval, value != line, interval.contains(line) else { return nil }
  let reach = value > line ? value - interval.low : interval.high - value
  let ratio = reach / (value - line).magnitude
  let needed = Double(runs) * ratio * ratio * 1.1
  guard needed < 1e12 else { return nil }
  return max(runs + 1, Int(needed) + 1)
}
