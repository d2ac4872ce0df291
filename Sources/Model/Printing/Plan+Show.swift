public import Plan
import Quantities
import Syntax
import Vocabulary

extension Plan {
  /// The plan as text in canonical numbers: stable, so that tests and bug reports read the same
  /// (`probity show plan`).
  public var shown: String {
    var lines = ["horizon \(horizon)", "start \(start)", "warm_up \(warmUp)"]
    lines += Self.lines(scheme, indent: "")
    for change in uncertain { lines.append("uncertain \(change.shown)") }
    for arm in arms {
      lines.append("arm \(arm.name)")
      for phase in arm.phases {
        lines.append("  phase from \(phase.from)")
        let own = Self.lines(phase.scheme, indent: "    ")
        let base = Set(Self.lines(scheme, indent: "    "))
        lines += own.filter { !base.contains($0) }
      }
      for change in arm.changes { lines.append("  change \(change.shown)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ scheme: Scheme, indent: String) -> [String] {
    var lines: [String] = []
    func add(_ kind: String, _ terms: [some Any]) {
      for (index, one) in terms.enumerated() {
        lines.append("\(indent)\(kind) \(index): \(fields(of: one))")
      }
    }
    add("organization", scheme.organizations)
    add("unit", scheme.units)
    add("post", scheme.posts)
    add("officials", [scheme.officials])
    add("turnover", scheme.turnovers)
    add("body", scheme.bodies)
    add("risk", scheme.risks)
    add("control", scheme.controls)
    add("indicator", scheme.indicators)
    add("screen", scheme.screens)
    add("review", scheme.reviews)
    add("reporting", scheme.reportings)
    add("response", scheme.responses)
    add("sharing", scheme.sharings)
    add("meeting", scheme.meetings)
    add("listing", scheme.listings)
    add("rotation", scheme.rotations)
    add("sanction", scheme.sanctions)
    add("remedy", scheme.remedies)
    add("education", scheme.educations)
    add("publicity", scheme.publicities)
    add("duty_report", scheme.dutyReports)
    add("admonition", scheme.admonitions)
    add("deterrence", scheme.deterrences)
    return lines
  }

  /// The stored properties of terms in their order: `rate 0.001; lasts 60`.
  private static func fields(of terms: Any) -> String {
    Mirror(reflecting: terms).children.map { child in
      "\(child.label ?? "") \(text(child.value))"
    }.joined(separator: "; ")
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let quantity as any Quantity: return Figure.plain(quantity.number)
    case let text as String: return text.isEmpty ? "-" : text
    case let flag as Bool: return flag ? "yes" : "no"
    case let number as Int: return "\(number)"
    case let number as Double: return Figure.plain(number)
    case let selection as Selection:
      let posts = selection.posts.map { "\($0)" }.joined(separator: " ")
      let newcomers = selection.newcomers.map { "\($0)" }.joined(separator: " ")
      return posts == newcomers ? "[\(posts)]" : "[\(posts)] newcomers [\(newcomers)]"
    case let curve as Curve:
      return curve.points.map { "\(Figure.plain($0.value)) at \(Figure.plain($0.at))" }
        .joined(separator: ", ")
    case let distribution as Distribution: return distribution.shown
    default: return structured(value)
    }
  }

  private static func structured(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text($0.value) } ?? "-"
    case .collection:
      return "[\(mirror.children.map { text($0.value) }.joined(separator: " "))]"
    case .struct: return "(\(fields(of: value)))"
    default: return "\(value)"
    }
  }
}

extension Distribution {
  /// The distribution in canonical numbers.
  var shown: String {
    switch self {
    case .constant(let value): return Figure.plain(value)
    case .mixture(let parts):
      let all = parts.map { "\(Figure.plain($0.weight)) of \($0.distribution.shown)" }
      return "mixture(\(all.joined(separator: ", ")))"
    case .empirical(let values): return "empirical(\(values.count) values)"
    case .truncated(let inner, let low, let high):
      return "\(inner.shown) within \(Figure.plain(low)) to \(Figure.plain(high))"
    case .scaled(let inner, let factor): return "\(inner.shown) * \(Figure.plain(factor))"
    default:
      let all = parameters.map { "\($0.name) \(Figure.plain($0.value))" }
      return "\(family?.word.en ?? "")(\(all.joined(separator: ", ")))"
    }
  }
}

extension Change {
  /// The change in canonical numbers: `rotation.every = 12 from 13 over 6`.
  var shown: String {
    let sign =
      switch operation {
      case .set: "="
      case .add: "+="
      case .subtract: "-="
      case .multiply: "*="
      case .divide: "/="
      }
    let value =
      switch amount {
      case .fixed(let number): Figure.plain(number)
      case .drawn(let distribution): "~ \(distribution.shown)"
      }
    let start = from > 1 ? " from \(from)" : ""
    let phase = phaseIn > 0 ? " over \(phaseIn)" : ""
    return "\(dial.path) \(sign) \(value)\(start)\(phase)"
  }
}
