@preconcurrency import Glibc

/// The editor that the person chose for texts: `$VISUAL`, else `$EDITOR`, else `vi`.
public enum ExternalEditor {
  /// Why a text could not be edited.
  public enum Failure: Error, Sendable, Hashable {
    /// No file could be made for it.
    case noFile
    /// The editor could not be started, or ended with a status other than 0.
    case noEditor(String)
  }

  /// The command of the editor.
  public static var command: String {
    [Device.environment("VISUAL"), Device.environment("EDITOR")]
      .compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
  }

  /// Lets the person edit a text, in a file of its own that is removed afterwards; gives it back as it was
  /// left.
  public static func edit(_ text: String) throws(Failure) -> String {
    let folder = Device.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    guard let name = strdup("\(folder)/probity-XXXXXX.probity") else { throw .noFile }
    defer { free(name) }
    let file = mkstemps(name, 8)
    guard file >= 0 else { throw .noFile }
    let path = String(cString: name)
    defer { unlink(path) }
    let isWritten = write(text, to: file)
    close(file)
    guard isWritten else { throw .noFile }
    guard run(on: path) else { throw .noEditor(command) }
    guard let edited = read(path) else { throw .noFile }
    return edited
  }

  /// Runs the editor as a shell would, so that its command may have arguments; whether it ended well.
  private static func run(on path: String) -> Bool {
    let arguments = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var identity = pid_t()
    guard posix_spawn(&identity, "/bin/sh", nil, nil, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(identity, &status, 0) < 0 {
      // Ctrl-C is the editor's own while it runs.
      guard errno == EINTR else { return false }
    }
    Interrupts.take()
    return status == 0
  }

  private static func write(_ text: String, to file: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  private static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes += buffer.prefix(count)
    }
  }
}
