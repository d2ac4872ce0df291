import Syntax

/// How a command ended, as the shell sees it (interface.md 1).
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Done; a target that is missed is a result, not a failure.
  case done = 0
  /// What was asked to hold does not: an expectation, a norm, a file with errors.
  case failed = 1
  /// Wrong use: an unknown command or option, a missing file.
  case wrongUse = 2
  /// Undecided: an expectation's interval still straddles the line, and none failed.
  case undecided = 3
  /// Interrupted; what was finished is kept.
  case interrupted = 130

  /// What the status means, as `--help` says it.
  var meaning: Wording {
    switch self {
    case .done:
      Wording("done; a missed target is a result, not a failure", "完成；目标未达标是结果，不是失败")
    case .failed:
      Wording(
        "what should hold does not: an expectation, a norm, a file with errors",
        "所要求的没有成立：预期未通过、规范不符、文件有错误")
    case .wrongUse:
      Wording("wrong use: unknown command or option, missing file", "用法有误：未知的命令或选项、文件不存在")
    case .undecided:
      Wording(
        "undecided: an expectation's interval straddles the line, none failed",
        "未定：有预期的区间跨在界线上，没有未通过的")
    case .interrupted:
      Wording("interrupted; what was finished is kept", "被中断；已完成的部分保留")
    }
  }
}
