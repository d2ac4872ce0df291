import Glibc
import Synchronization

/// Ctrl-C as a flag: the handler only counts, a long computation or the line editor asks.
///
/// The handler is installed without SA_RESTART, so that a blocked read returns (machine-facts.md 1).
public enum Interrupts {
  /// Lock-free and initialised before the handler is installed: safe inside a signal handler.
  private static let count = Atomic<Int>(0)

  /// Has SIGINT counted instead of ending the program. Repeated calls do no harm.
  public static func catchThem() {
    _ = count.load(ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interrupts.count.add(1, ordering: .relaxed)
    }
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
  }

  /// Whether an interrupt waits to be noticed; a long computation polls this. It stays until taken.
  public static var isPending: Bool { count.load(ordering: .relaxed) > 0 }

  /// Notices the interrupts: whether there were any since the last time.
  @discardableResult
  public static func take() -> Bool { count.exchange(0, ordering: .relaxed) > 0 }
}
