import Testing

@testable import Measures

@Suite struct StudentTests {
  /// Published quantiles (R's `qt`).
  @Test(arguments: [
    (0.025, 1, 12.706204736175), (0.025, 2, 4.3026527297495), (0.025, 5, 2.5705818356363),
    (0.025, 10, 2.2281388519863), (0.025, 30, 2.0422724563012), (0.025, 100, 1.9839715185235),
    (0.05, 10, 1.8124611228117), (0.005, 19, 2.8609346064650), (0.25, 3, 0.7648923284044),
    (0.025, 1_000_000_000, 1.9599639845401),
  ])
  func quantiles(_ tail: Double, _ degrees: Int, _ expected: Double) {
    #expect(abs(studentQuantile(tail: tail, degrees: degrees) / expected - 1) < 1e-9)
  }

  @Test func theNormalLimitIsReachedWithoutAStep() {
    let before = studentQuantile(tail: 0.025, degrees: 9_999_999)
    let after = studentQuantile(tail: 0.025, degrees: 10_000_000)
    #expect(before > after && before - after < 1e-6)
  }
}
