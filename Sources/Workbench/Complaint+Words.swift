import Syntax
import Vocabulary

extension Complaint {
  /// A word that a command does not know: near ones are offered, words of later versions are named.
  static func unknownOrLater(
    _ word: String, _ what: Wording, among known: [Wording], hint: Wording? = nil
  ) -> Complaint {
    if LaterWords.find(word) != nil || later.contains(word) {
      return Complaint(
        Wording("`\(word)` is a known word, not in this version", "“\(word)”是已知的词，本版尚不支持"),
        hints: hint.map { [$0] } ?? [Wording("`help` lists what there is", "“帮助” 列出已有的内容")])
    }
    let near = Nearest.words(to: word, among: known.flatMap { [$0.en, $0.zh] })
    let complaint = Complaint.unknown(word, what, near: near)
    return Complaint(
      complaint.message,
      hints: complaint.hints.isEmpty ? [hint].compactMap(\.self) : complaint.hints)
  }

  /// Arguments of commands that come with a later mechanism.
  private static let later: Set<String> = ["coverage", "覆盖"]
}
