@preconcurrency import Glibc

/// What stands at the standard streams: a terminal or not, how wide, which characters.
public enum Device {
  /// A standard stream.
  public enum Stream: Int32, Sendable {
    case input = 0
    case output = 1
    case errors = 2

    /// Whether a terminal stands there.
    public var isTerminal: Bool { isatty(rawValue) == 1 }
  }

  /// Columns of the terminal at a stream, or else what COLUMNS says, or nil.
  public static func width(of stream: Stream = .output) -> Int? {
    var size = winsize()
    if ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether colours may be written to a stream: a terminal that is not dumb, and NO_COLOR is unset or
  /// empty (no-color.org).
  public static func isColoured(_ stream: Stream = .output) -> Bool {
    stream.isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Whether the locale that the user chose writes UTF-8. Ask before `useUTF8`.
  public static var isUTF8: Bool {
    let locale = [environment("LC_ALL"), environment("LC_CTYPE"), environment("LANG")]
      .compactMap { $0 }.first { !$0.isEmpty }
    // An unset locale is a container or a service, not a wish for ASCII.
    guard let locale else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// Sets the character type of the process to UTF-8, and nothing else of the locale: numbers keep
  /// their point. Falls back on C.UTF-8 where the user's locale is not installed or not UTF-8.
  public static func useUTF8() {
    setlocale(LC_CTYPE, "")
    let codes = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if codes != "UTF-8" {
      setenv("LC_ALL", "C.UTF-8", 1)
      setlocale(LC_CTYPE, "C.UTF-8")
    }
  }

  /// A variable of the environment.
  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
