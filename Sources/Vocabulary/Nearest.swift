/// Suggestions for a word that nobody knows.
public enum Nearest {
  /// Of the known words those that are near, the nearest first, at most `limit`.
  ///
  /// Latin words are near by edit distance, Chinese ones by the characters that they share; what begins
  /// like the word, or has it as one of its parts, is near in both.
  public static func words(to word: String, among known: [String], limit: Int = 3) -> [String] {
    let scored = known.enumerated().compactMap { index, candidate -> (Double, Int, String)? in
      guard candidate != word, let distance = distance(word, candidate) else { return nil }
      return (distance, index, candidate)
    }
    var seen: Set<String> = []
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      .filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  /// How far two words are apart, from 0 to 1; nil if they are not near.
  static func distance(_ word: String, _ candidate: String) -> Double? {
    let left = Array(word.lowercased())
    let right = Array(candidate.lowercased())
    guard let longest = [left.count, right.count].max(), longest > 0, !left.isEmpty else {
      return nil
    }
    let isPart = right.split(separator: "_").contains(left[...])
    if left.count >= 2, right.starts(with: left) || isPart {
      return 0.1 + 0.2 * (1 - Double(left.count) / Double(longest))
    }
    if word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      return overlap(left, right)
    }
    let edits = edits(left, right)
    guard edits <= max(1, longest / 3), edits < longest else { return nil }
    return Double(edits) / Double(longest)
  }

  /// One minus the share of characters that two words have in common; nil below a half.
  private static func overlap(_ left: [Character], _ right: [Character]) -> Double? {
    var rest = right
    var common = 0
    for character in left {
      if let place = rest.firstIndex(of: character) {
        rest.remove(at: place)
        common += 1
      }
    }
    let share = 2 * Double(common) / Double(left.count + right.count)
    return share >= 0.5 ? 1 - share : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  private static func edits(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        var least = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          least = min(least, before[j - 1] + 1)
        }
        current.append(least)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
