/// How far a long computation is; drawn on standard error, on a terminal only (experience.md 8).
public struct Progress: Sendable, Hashable {
  /// How many are finished.
  public var done: Int
  /// How many there are.
  public var total: Int
  /// Seconds since the beginning.
  public var seconds: Double
  /// What is counted, in the language of the line: `runs`, `轮`.
  public var counted: String
  /// What is worked at: a file, a policy; may be empty.
  public var subject: String

  /// Says how far something is.
  public init(done: Int, total: Int, seconds: Double, counted: String, subject: String = "") {
    self.done = done
    self.total = total
    self.seconds = seconds
    self.counted = counted
    self.subject = subject
  }

  /// The line, without a line feed: `██████▎      38 %  17,936 runs  412/s  1 min 11 s left  04_jiangsu`.
  ///
  /// Where it is too wide the bar shrinks, then the subject, the rate and the count go.
  public func text(in tongue: Tongue, on terminal: Terminal) -> String {
    let share = total > 0 ? max(0, min(1, Double(done) / Double(total))) : 1
    let percent = Int((share * 100).rounded(.down))
    let rate = seconds > 0 && done > 0 ? Double(done) / seconds : nil
    let amount = "\(Figure.count(done)) \(counted)"
    let speed = rate.map { Progress.speed($0, tongue) }
    let left = rate.map { rate in
      let time = Figure.clock(Double(max(0, total - done)) / rate, in: tongue)
      return tongue == .en ? "\(time) left" : "还需 \(time)"
    }
    let head = tongue == .en ? "\(percent) %" : "\(percent)%"
    let forms: [[String?]] = [
      [head, amount, speed, left, subject.isEmpty ? nil : subject], [head, amount, speed, left],
      [head, amount, left], [head, left], [head],
    ]
    for form in forms {
      let words = form.compactMap { $0.map { terminal.legible($0) } }.joined(separator: "  ")
      let room = terminal.width - 1 - 2 - Width.of(words)
      if room >= 10 { return bar(share, width: min(26, room), terminal) + "  " + words }
    }
    return head
  }

  private static func speed(_ rate: Double, _ tongue: Tongue) -> String {
    let number = rate < 10 ? Digits.text(rate, place: -1) : Digits.text(rate, place: 0)
    return tongue == .en ? "\(number)/s" : "\(number)/秒"
  }

  /// Eighths of a column where the sheet has them.
  private func bar(_ share: Double, width: Int, _ terminal: Terminal) -> String {
    let eighths = Int(share * Double(width * 8))
    let full = eighths / 8
    let rest = terminal.isASCII ? "" : ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let drawn = String(repeating: terminal.isASCII ? "#" : "█", count: full) + rest
    return drawn + String(repeating: " ", count: width - Width.of(drawn))
  }
}
