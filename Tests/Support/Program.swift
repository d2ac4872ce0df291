import FoundationEssentials
import Glibc
public import Testing

/// What a program said when it ran without a terminal.
public struct Outcome: Sendable, Hashable {
  /// Exit status; 128 + signal if a signal ended it, -1 if it was killed after the time-out.
  public let status: Int32
  /// What went to standard output.
  public let output: String
  /// What went to standard error.
  public let errors: String

  /// Says how a program ended.
  public init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// Runs a program to its end, without a terminal, in the root of the repository.
///
/// Input and output go through files of a folder of its own, so that no pipe can fill up.
public func run(
  _ executable: String = probity, _ arguments: [String] = [], input: String = "",
  environment: [String: String] = [:], language: String = "en", within seconds: Double = 60,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Outcome {
  let folder = temporaryFolder()
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try? Data(input.utf8).write(to: URL(filePath: folder + "/input"))
  let streams = [
    open(folder + "/input", O_RDONLY), open(folder + "/output", O_RDWR | O_CREAT, 0o600),
    open(folder + "/errors", O_RDWR | O_CREAT, 0o600),
  ]
  defer { for stream in streams { close(stream) } }
  let all = plainEnvironment(language, home: folder).merging(environment) { $1 }
  guard
    var child = Child(
      executable, arguments, environment: all, directory: repository, streams: streams)
  else {
    Issue.record("cannot start \(executable)", sourceLocation: sourceLocation)
    return Outcome(status: -1, output: "", errors: "")
  }
  let status = child.end(within: seconds)
  if status == nil {
    Issue.record("\(executable) ran over \(seconds) s", sourceLocation: sourceLocation)
  }
  return Outcome(
    status: status ?? -1, output: text(of: folder + "/output") ?? "",
    errors: text(of: folder + "/errors") ?? "")
}

/// A new empty folder; the caller removes it.
public func temporaryFolder() -> String {
  var template = Array("/tmp/probity-test-XXXXXX".utf8CString)
  return template.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return "/tmp" }
    return String(cString: start)
  }
}
