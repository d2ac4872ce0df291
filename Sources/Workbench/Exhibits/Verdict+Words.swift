import Measures
import Presentation
import Syntax

extension Verdict {
  /// The sign and the word (experience.md, first paragraph): never a colour alone.
  func styled(in language: Language) -> Styled {
    Styled("\(sign) \(word[language])", style)
  }

  /// `✓` met or better, `✗` missed or worse, `≠` different, `?` undecided, `=` the same.
  var sign: String {
    switch self {
    case .met, .better, .passed: "✓"
    case .missed, .worse, .failed: "✗"
    case .different: "≠"
    case .same: "="
    case .undecided: "?"
    case .undefined: "—"
    }
  }

  /// The word that the interval allows.
  var word: Wording {
    switch self {
    case .met: Wording("met", "达标")
    case .missed: Wording("missed", "未达标")
    case .better: Wording("better", "更好")
    case .worse: Wording("worse", "更差")
    case .different: Wording("different", "有差异")
    case .same: Wording("the same", "相同")
    case .passed: Wording("passed", "通过")
    case .failed: Wording("failed", "未通过")
    case .undecided: Wording("undecided", "未定")
    case .undefined: Wording("undefined", "无定义")
    }
  }

  private var style: Style {
    switch self {
    case .met, .better, .passed: .good
    case .missed, .worse, .failed: .bad
    case .different: .plain
    case .same: .same
    case .undecided, .undefined: .undecided
    }
  }
}
