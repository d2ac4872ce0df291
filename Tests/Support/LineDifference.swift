public import Testing

/// The difference of two texts by lines, with two lines around each change; nil if they are equal.
public func lineDifference(from old: String, to new: String, around: Int = 2) -> String? {
  if old == new { return nil }
  let before = old.split(separator: "\n", omittingEmptySubsequences: false)
  let after = new.split(separator: "\n", omittingEmptySubsequences: false)
  let difference = after.difference(from: before)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var lines: [(sign: String, text: Substring)] = []
  var (i, j) = (0, 0)
  while i < before.count || j < after.count {
    if removed.contains(i), i < before.count {
      lines.append(("-", before[i]))
      i += 1
    } else if inserted.contains(j), j < after.count {
      lines.append(("+", after[j]))
      j += 1
    } else if i < before.count {
      lines.append((" ", before[i]))
      i += 1
      j += 1
    } else {
      break
    }
  }
  return near(lines, around)
}

/// Keeps the changed lines and those around them; `…` stands for what is left out.
private func near(_ lines: [(sign: String, text: Substring)], _ around: Int) -> String {
  var kept: [String] = []
  var isGap = false
  for (index, line) in lines.enumerated() {
    let nearby = lines[max(0, index - around)...min(lines.count - 1, index + around)]
    if nearby.contains(where: { $0.sign != " " }) {
      kept.append("\(line.sign) \(line.text)")
      isGap = false
    } else if !isGap {
      kept.append("  …")
      isGap = true
    }
  }
  return kept.joined(separator: "\n")
}

/// Expects that two texts are equal and shows where they differ (`-` the first, `+` the second).
public func expectNoDifference(
  _ first: String, _ second: String, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if let difference = lineDifference(from: first, to: second) {
    Issue.record(
      "\(comment.map { "\($0)\n" } ?? "")\(difference)", sourceLocation: sourceLocation)
  }
}

/// Expects that two values are equal and shows where their dumps differ.
public func expectNoDifference<T: Equatable>(
  _ first: T, _ second: T, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  if first == second { return }
  var (left, right) = ("", "")
  dump(first, to: &left)
  dump(second, to: &right)
  if left == right {
    Issue.record("unequal, though the dumps agree:\n\(left)", sourceLocation: sourceLocation)
  } else {
    expectNoDifference(left, right, comment, sourceLocation: sourceLocation)
  }
}
