import Plan
import Syntax
import Vocabulary

/// A number of a version that a change can turn: one dial, or one for each of several copies.
struct Knob {
  /// The canonical path, in English words.
  var path: String
  /// How people write it: without the kind where the declaration has a name.
  var shown: Wording
  /// What turns; copies turn together.
  var dials: [Dial]
  /// How a new value is read.
  var facts: FieldFacts
  /// Whether it is the constant of a field that takes chance.
  var isConstant: Bool
  /// The unit in which its values are told: that of its bounds.
  var unit: Amount.Unit? { facts.bounds?.low.unit }
}
