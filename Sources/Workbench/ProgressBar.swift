import Glibc
import LineEditor
import Presentation

/// The bar of a long computation: on standard error, on a terminal only, after half a second.
final class ProgressBar {
  private let total: Int
  private let counted: String
  private let subject: String
  private let tongue: Tongue
  private let isShown: Bool
  private let start = ProgressBar.now
  private var drawn = 0.5
  private var isVisible = false

  init(total: Int, counted: String, subject: String, in tongue: Tongue, isShown: Bool) {
    self.total = total
    self.counted = counted
    self.subject = subject
    self.tongue = tongue
    self.isShown = isShown && Device.Stream.errors.isTerminal
  }

  /// Seconds since the beginning.
  var seconds: Double { Self.now - start }

  /// Says how many are finished.
  func update(_ done: Int) {
    guard isShown, seconds >= drawn else { return }
    drawn = seconds + 0.1
    isVisible = true
    let sheet = Terminal(width: Device.width(of: .errors) ?? 80, isASCII: !Device.isUTF8)
    let progress = Progress(
      done: done, total: total, seconds: seconds, counted: counted, subject: subject)
    Paper.put("\r\u{1B}[K" + progress.text(in: tongue, on: sheet), on: 2)
  }

  /// Takes the bar away.
  func end() {
    if isVisible { Paper.put("\r\u{1B}[K", on: 2) }
    isVisible = false
  }

  /// Seconds on a clock that only goes forward.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
