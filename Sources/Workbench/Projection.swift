import Engine
import Glibc
import Ledger
import LineEditor
import Measures
import Plan
import Synchronization

/// Runs of a plan on several threads. The answer depends on the plan, the seed and the runs alone, never
/// on the threads: every run is put at its number.
struct Projection: Sendable {
  /// What is run, with its arms.
  var plan: Plan
  /// The seed of all luck.
  var seed: UInt64
  /// How runs hang together.
  var design: Design
  /// What is asked of each arm.
  var sheets: [Sheet]
  /// How many threads.
  var threads = 1

  /// Runs and gives the outcomes of every arm, run by run; after Ctrl-C those that were finished without
  /// a gap. `watch` is told between runs how many are finished.
  func outcomes(of runs: Range<Int>, watch: @escaping (Int) -> Void = { _ in }) -> [[Outcome]] {
    let crew = Crew(self, runs)
    let count = max(1, min(threads, runs.count))
    let helpers = (1..<count).compactMap { _ in Helper(crew) }
    crew.work(watch: watch)
    for helper in helpers { helper.join() }
    return crew.finished
  }
}

/// What the threads of a projection share.
private final class Crew: Sendable {
  private let projection: Projection
  private let runs: Range<Int>
  private let next: Atomic<Int>
  private let done = Atomic<Int>(0)
  private let results: Mutex<[[Outcome]?]>

  init(_ projection: Projection, _ runs: Range<Int>) {
    self.projection = projection
    self.runs = runs
    next = Atomic(runs.lowerBound)
    results = Mutex(Array(repeating: nil, count: runs.count))
  }

  /// Takes draws of uncertain values, one after the other, until none is left or Ctrl-C.
  func work(watch: ((Int) -> Void)? = nil) {
    var simulation = Simulation(projection.plan, seed: projection.seed)
    var tallies = projection.sheets.map { Tally($0) }
    // Runs of one draw share what was folded for it.
    let inner = projection.design.inner
    while true {
      let first = next.add(inner, ordering: .relaxed).oldValue
      for run in first..<min(first + inner, max(first, runs.upperBound)) {
        if Interrupts.isPending { return }
        for arm in tallies.indices { tallies[arm].reset() }
        simulation.run(run, outer: projection.design.outer(of: run), into: &tallies)
        results.withLock { $0[run - runs.lowerBound] = tallies.map(\.outcome) }
        let count = done.add(1, ordering: .relaxed).newValue
        watch?(count)
      }
      if first + inner >= runs.upperBound { return }
    }
  }

  /// The outcomes of the runs from the first on, up to the first that is missing.
  var finished: [[Outcome]] {
    results.withLock { $0.prefix { $0 != nil }.compactMap(\.self) }
  }
}

/// A thread that works for a crew.
private struct Helper {
  private let thread: pthread_t

  /// Starts it; nil where the system gives no more threads, and then the others do the work.
  init?(_ crew: Crew) {
    var thread = pthread_t()
    let crew = Unmanaged.passRetained(crew)
    let result = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Crew>.fromOpaque(pointer).takeRetainedValue().work()
        return nil
      }, crew.toOpaque())
    guard result == 0 else {
      crew.release()
      return nil
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}
