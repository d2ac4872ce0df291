@preconcurrency import CReadline
import Glibc

/// The entries of former sessions, in the XDG state folder, readable by their owner only.
enum History {
  static let limit: Int32 = 5_000

  /// `$XDG_STATE_HOME/probity/history`, else `~/.local/state/probity/history`; relative values are
  /// ignored, as the XDG base directory specification asks. Nil without a home.
  static var standardPath: String? {
    if let state = Device.environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/probity/history"
    }
    guard let home = Device.environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/probity/history"
  }

  /// Reads the entries of a file. Entries of several lines come back whole, because each entry is
  /// written behind a timestamp that begins with the comment sign.
  @MainActor
  static func load(_ path: String) {
    history_comment_char = CChar(UInt8(ascii: "#"))
    history_write_timestamps = 1
    using_history()
    stifle_history(limit)
    read_history(path)
  }

  /// Adds an entry, unless it is empty or repeats the one before.
  @MainActor
  static func add(_ entry: String) {
    if entry.allSatisfy(\.isWhitespace) { return }
    if let last = history_get(history_base + history_length - 1)?.pointee.line,
      String(cString: last) == entry
    {
      return
    }
    add_history(entry)
  }

  /// Writes the entries with mode 0600, making the folders with mode 0700. A failure loses the history
  /// only, so nothing is said.
  @MainActor
  static func save(_ path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let old = umask(0o077)
    write_history(path)
    umask(old)
    chmod(path, 0o600)
  }

  /// The entries, oldest first.
  @MainActor
  static var entries: [String] {
    (0..<history_length).compactMap { index in
      history_get(history_base + index)?.pointee.line.map { String(cString: $0) }
    }
  }
}
