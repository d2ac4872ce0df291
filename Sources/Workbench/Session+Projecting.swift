import Ledger
import LineEditor
import Measures
import Plan
import Presentation
import Syntax

extension Session {
  /// Runs what is ordered, and arms besides that no policy declares, as far as it is not remembered; after
  /// Ctrl-C with what was finished.
  mutating func project(
    _ order: Order, and others: [(name: PolicyName, arm: Arm)] = [], in study: Study
  ) throws -> (
    results: [PolicyResult], making: Making
  ) {
    var (plan, names) = try study.plan(of: order.policies, overlay: overlay)
    plan.arms += others.map(\.arm)
    names += others.map(\.name)
    // What is set against the baseline needs its runs, asked for or not; they come last and are not told.
    if order.asked.contains(where: \.isAgainstBaseline), !order.policies.contains("baseline") {
      plan.arms += try study.plan(of: ["baseline"], overlay: nil).plan.arms
    }
    let design = order.design(isUncertain: plan.isUncertain)
    var sampling = Sampling(plan, order, design, remembered)
    let bar = ProgressBar(
      total: order.runs, counted: Wording("runs", "轮")[settings.language],
      subject: study.shortName, in: settings.language.tongue, isShown: settings.showsProgress)
    let wasInterrupted = !sampling.complete(order, threads: settings.threads, bar: bar)
    bar.end()
    remembered = sampling.remembered
    if wasInterrupted { status = status.worse(.interrupted) }
    guard let first = sampling.samples.first, first.runs.count > 1 || order.runs == 1 else {
      throw Complaint(
        Wording("interrupted before two runs were finished", "尚未完成两轮即被中断"),
        status: .interrupted)
    }
    let results = zip(names, sampling.samples).map { name, sample in
      PolicyResult(name: name.name, label: name.label, sample: sample)
    }
    let making = Making(
      scenario: study.shortName, horizon: plan.horizon, seed: order.seed,
      uncertain: Set(plan.uncertain.map(\.dial.path)).count, design: design,
      seconds: settings.isSteady ? nil : bar.seconds, computed: sampling.computed,
      wasInterrupted: wasInterrupted, rules: settings.rules)
    return (results, making)
  }
}

/// Runs of the arms of a plan, made until an order is fulfilled.
private struct Sampling {
  let plan: Plan
  let keys: [Remembered.Key]
  let seed: UInt64
  let design: Design
  /// What is finished of each arm; may be more than is asked.
  var arms: [Remembered.Finished]
  var remembered: Remembered
  /// Runs that answer the order.
  var count = 0
  /// Runs computed anew, all arms together.
  var computed = 0

  init(_ plan: Plan, _ order: Order, _ design: Design, _ remembered: Remembered) {
    self.plan = plan
    self.design = design
    self.remembered = remembered
    seed = order.seed
    let atoms = order.asked.flatMap(\.atoms)
    let keys = plan.arms.map { Remembered.Key(plan, arm: $0, seed: order.seed, design: design) }
    self.keys = keys
    arms = zip(plan.arms, keys).map { arm, key in
      if let known = remembered.finished(key, asking: atoms) { return known }
      let places = arm.phases.last?.scheme.places ?? plan.scheme.places
      return Remembered.Finished(
        sheet: Sheet(order.asked + remembered.questions(key), places: places))
    }
  }

  /// The runs of each arm that answer the order; the same runs of all.
  var samples: [Sample] {
    let own = arms.map { $0.sample(of: count, design: design) }
    guard let baseline = plan.arms.firstIndex(where: { $0.name == "baseline" }) else { return own }
    return own.map { $0.against(own[baseline]) }
  }

  /// Runs until the order is fulfilled; false after Ctrl-C.
  mutating func complete(_ order: Order, threads: Int, bar: ProgressBar) -> Bool {
    guard !order.until.isEmpty else { return grow(to: order.runs, threads: threads, bar: bar) }
    var stopping = Stopping(minimum: order.runs, cap: Order.most, inner: design.inner)
    var target = stopping.next
    while true {
      guard grow(to: target, threads: threads, bar: bar) else { return false }
      let isReached = samples.allSatisfy { sample in
        order.until.allSatisfy { question, precision in
          let estimate = Estimate(of: question, in: sample)
          return precision.isReached(value: estimate.value, interval: estimate.interval)
        }
      }
      guard case .goOn(let next) = stopping.look(allReached: isReached) else { return true }
      target = next
    }
  }

  /// Adds runs to every arm that has fewer; arms that have equally many are run together.
  private mutating func grow(to target: Int, threads: Int, bar: ProgressBar) -> Bool {
    while let least = arms.map(\.outcomes.count).min(), least < target {
      let behind = arms.indices.filter { arms[$0].outcomes.count == least }
      let others = arms.map(\.outcomes.count).filter { $0 > least }
      let end = min(target, others.min() ?? target)
      var part = plan
      part.arms = behind.map { plan.arms[$0] }
      let projection = Projection(
        plan: part, seed: seed, design: design, sheets: behind.map { arms[$0].sheet },
        threads: threads)
      let outcomes = projection.outcomes(of: least..<end) { bar.update(least + $0) }
      for (place, arm) in behind.enumerated() {
        arms[arm].outcomes += outcomes.map { $0[place] }
        remembered.keep(arms[arm], for: keys[arm])
      }
      computed += outcomes.count * behind.count
      if outcomes.count < end - least {
        count = least + outcomes.count
        return false
      }
    }
    count = target
    return true
  }
}

extension Plan {
  /// Whether anything is drawn from what is not known (`~`).
  var isUncertain: Bool {
    !uncertain.isEmpty
      || arms.contains { arm in
        arm.changes.contains { if case .drawn = $0.amount { true } else { false } }
      }
  }
}
