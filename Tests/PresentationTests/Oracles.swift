import Support
import Synchronization
import Testing

/// The tools of the tests can fail.
@Suite struct Oracles {
  @Test func aDifferenceShowsTheLinesAround() {
    #expect(lineDifference(from: "a\nb\n", to: "a\nb\n") == nil)
    #expect(
      lineDifference(from: "1\n2\n3\n4\n5\n6", to: "1\n2\n3\n4\nfive\n6", around: 1)
        == "  …\n  4\n- 5\n+ five\n  6")
    #expect(lineDifference(from: "", to: "x") == "- \n+ x")
  }

  @Test func aGoldenFileThatDiffersFails() {
    guard !isRecording else { return }
    withKnownIssue { golden("excerpts", ["en": "something else\n"]) }
    withKnownIssue { golden("no such file", ["en": "x"]) }
    withKnownIssue { expectNoDifference([1], [2]) }
  }

  @Test func theFailingSeedIsNamed() {
    let said = Mutex<[String]>([])
    var tried: [Int] = []
    withKnownIssue {
      withEvery("seed", in: 0..<10) { seed in
        tried.append(seed)
        #expect(seed < 3)
      }
    } matching: { issue in
      said.withLock { $0 += issue.comments.map(\.rawValue) }
      return true
    }
    #expect(tried == [0, 1, 2, 3])
    #expect(said.withLock { $0.contains("failed with seed = 3") })
  }

  @Test func programsThatHangAreKilled() {
    withKnownIssue {
      #expect(run("/bin/sleep", ["20"], within: 0.1).status == -1)
    }
    #expect(
      run("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
        == Outcome(status: 3, output: "out\n", errors: "err\n"))
    #expect(run("/bin/sh", ["-c", "kill -INT $$"]).status == 130)
    #expect(run("/bin/cat", input: "轮岗\n").output == "轮岗\n")
  }

  @Test func theGeneratorRepeats() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
