import Glibc

/// A process started by a test; ended with it in any case.
struct Child: ~Copyable {
  let identity: pid_t
  private var status: Int32?

  /// POSIX_SPAWN_SETSID of glibc, which hides it from Swift.
  private static let leadsSession: Int16 = 0x80

  /// Starts `executable` with its standard streams on the given descriptors, or nil if it cannot be.
  ///
  /// With `terminal`, the child leads a session of its own whose terminal that device is.
  init?(
    _ executable: String, _ arguments: [String], environment: [String: String], directory: String,
    streams: [Int32] = [], terminal: String? = nil
  ) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // A thread of the test runner blocks signals; the child must not inherit that.
    var flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    if let terminal {
      flags |= Child.leadsSession
      for stream: Int32 in 0...2 {
        posix_spawn_file_actions_addopen(&actions, stream, terminal, O_RDWR, 0)
      }
    } else {
      for (stream, descriptor) in streams.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(stream))
      }
    }
    posix_spawnattr_setflags(&attributes, flags)
    let command = ["env", "-C", directory, executable] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    var names: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for word in words + names { free(word) } }
    words.append(nil)
    names.append(nil)
    var identity: pid_t = 0
    guard posix_spawn(&identity, "/usr/bin/env", &actions, &attributes, words, names) == 0 else {
      return nil
    }
    self.identity = identity
  }

  /// Waits for the end up to `seconds`, then kills: the exit status, 128 + signal, or nil if killed here.
  mutating func end(within seconds: Double) -> Int32? {
    let deadline = now() + seconds
    while status == nil {
      var raw: Int32 = 0
      if waitpid(identity, &raw, WNOHANG) == identity {
        status = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
      } else if now() > deadline {
        kill(identity, SIGKILL)
        waitpid(identity, &raw, 0)
        return nil
      } else {
        usleep(2_000)
      }
    }
    return status
  }
}

/// Seconds on a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Reads what is there on a descriptor, waiting up to `seconds`: empty on silence, nil at the end.
func readAvailable(_ descriptor: Int32, within seconds: Double) -> [UInt8]? {
  var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  guard Glibc.poll(&poll, 1, Int32(max(0, seconds) * 1000)) > 0 else { return [] }
  var buffer = [UInt8](repeating: 0, count: 65_536)
  let count = read(descriptor, &buffer, buffer.count)
  if count > 0 { return Array(buffer.prefix(count)) }
  return count < 0 && errno == EINTR ? [] : nil
}

/// The environment of every program under test: nothing of the machine's own.
func plainEnvironment(_ language: String, home: String) -> [String: String] {
  [
    "PATH": "/usr/bin:/bin", "HOME": home, "XDG_STATE_HOME": home + "/state", "TERM": "xterm",
    "LC_ALL": "C.UTF-8", "LANG": language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8",
    "LANGUAGE": language, "INPUTRC": "/dev/null", "EDITOR": "sh $HOME/editor",
  ]
}
