import Presentation
import Syntax

/// The problems of texts, in order, and a last line that counts them (experience.md 3).
struct ProblemsExhibit {
  /// What is wrong.
  let diagnostics: [Diagnostic]
  /// The texts that the places point into, by number.
  let sources: [Source]
  /// The language.
  let language: Language

  /// The problems, each with its place.
  var parts: [Exhibit.Part] {
    let texts = sources.map { Excerpt.Source(name: $0.name, text: $0.text) }
    var parts: [Exhibit.Part] = []
    for diagnostic in diagnostics {
      if !parts.isEmpty { parts.append(.blank) }
      parts.append(.excerpt(excerpt(diagnostic, texts)))
    }
    return parts
  }

  /// `8 errors, 1 warning, 1 note in binhai.probity.`
  func count(in name: String) -> String {
    func number(_ severity: Syntax.Severity) -> Int {
      diagnostics.count { $0.severity == severity }
    }
    let (errors, warnings, notes) = (number(.error), number(.warning), number(.note))
    switch language {
    case .en:
      let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].compactMap {
        $0.0 == 0 ? nil : "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")"
      }
      return (errors == 0 ? ["no errors"] + parts : parts).joined(separator: ", ") + " in \(name)."
    case .zh:
      let parts = [(errors, "个错误"), (warnings, "条警告"), (notes, "条说明")].compactMap {
        $0.0 == 0 ? nil : "\($0.0) \($0.1)"
      }
      return "\(name)：" + (errors == 0 ? ["无错误"] + parts : parts).joined(separator: "，") + "。"
    }
  }

  private func excerpt(_ diagnostic: Diagnostic, _ texts: [Excerpt.Source]) -> Excerpt {
    func place(_ span: Span) -> Excerpt.Place { .init(source: span.file, span.lower, span.upper) }
    let severity: Excerpt.Severity =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return Excerpt(
      severity, code: diagnostic.code, diagnostic.message[language], sources: texts,
      labels: diagnostic.labels.map { .init(place($0.span), $0.text[language]) },
      hints: diagnostic.hints.map { $0[language] },
      edits: diagnostic.edits.map { .init(place($0.span), $0.text) }, in: language.tongue)
  }
}

extension Complaint {
  /// The complaint as people read it, with its hints.
  func exhibit(in language: Language) -> Exhibit {
    let head = Wording("probity: \(message.en)", "probity：\(message.zh)")[language]
    let hints = hints.enumerated().map { index, hint in
      Exhibit.Part.line(Styled((index == self.hints.count - 1 ? "  └ " : "  │ ") + hint[language]))
    }
    return Exhibit([.prose(Styled(head))] + hints)
  }
}
