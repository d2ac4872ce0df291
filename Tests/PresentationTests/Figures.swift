import Presentation
import Testing

/// The figures of experience.md, made from their numbers.
@Suite struct Figures {
  @Test func takeTheDigitsOfTheInterval() {
    #expect(Figure(4.512, low: 3.91, high: 5.08, in: .en).text == "4.5 (3.9 to 5.1)")
    #expect(Figure(1.5, low: 1.3, high: 1.7, in: .zh).text == "1.5（1.3 至 1.7）")
    #expect(Figure(0.6, low: 0.45, high: 0.75, in: .en).text == "0.60 (0.45 to 0.75)")
    #expect(Figure(48.2, low: 44.1, high: 52.3, in: .en).text == "48 (44 to 52)")
    #expect(Figure(12_480, low: 12_310, high: 12_650, in: .en).text == "12,480 (12,310 to 12,650)")
    #expect(Figure(123_456, low: 123_455, high: 123_457, in: .en).mean == "123,500")
    #expect(Figure(9.96, low: 9.0, high: 10.9, in: .en).text == "10.0 (9.0 to 10.9)")
  }

  @Test func sharesGetADecimalOnlyIfTheVerdictHangsOnIt() {
    func share(_ mean: Double, _ low: Double, _ high: Double, _ line: Double? = nil) -> String {
      Figure(mean, low: low, high: high, .share, in: .en, line: line).text
    }
    #expect(share(0.045, 0.041, 0.049) == "4.5 % (4.1 to 4.9)")
    #expect(share(0.28, 0.27, 0.29) == "28 % (27 to 29)")
    #expect(share(0.796, 0.787, 0.805, 0.8) == "79.6 % (78.7 to 80.5)")
    #expect(share(0.796, 0.787, 0.805) == "80 % (79 to 81)")
    #expect(share(0.006, 0.0045, 0.0075) == "0.60 % (0.45 to 0.75)")
    #expect(Figure(0.045, low: 0.041, high: 0.049, .share, in: .zh).text == "4.5%（4.1 至 4.9）")
  }

  @Test func moneyStandsOnOneScale() {
    func money(_ mean: Double, _ low: Double, _ high: Double, _ tongue: Tongue) -> String {
      Figure(mean, low: low, high: high, .money, in: tongue).text
    }
    #expect(money(5.5e6, 4.1e6, 6.9e6, .en) == "5.5M (4.1 to 6.9)")
    #expect(money(5.5e6, 4.1e6, 6.9e6, .zh) == "550万（410 至 690）")
    #expect(money(4.62e6, 4.6e6, 4.64e6, .en) == "4.62M (4.60 to 4.64)")
    #expect(Figure(1.15e8, .money, in: .zh).mean == "1.15亿")
    #expect(Figure(630_000, .money, in: .en).mean == "630k")
    #expect(Figure(8_300, .money, in: .zh).mean == "8,300")
    #expect(Figure(999_800, .money, in: .en).mean == "0.9998M")
    #expect(Figure(-2.5e9, .money, in: .en).mean == "-2.5bn")
  }

  @Test func differencesCarryTheirSign() {
    func change(_ mean: Double, _ low: Double, _ high: Double, _ unit: Figure.Unit) -> Figure {
      Figure(mean, low: low, high: high, unit, in: .en, isDifference: true)
    }
    #expect(change(-0.1, -0.3, 0.1, .number).text == "-0.1 (-0.3 to +0.1)")
    #expect(change(-0.003, -0.007, 0.001, .share).text == "-0.3 pp (-0.7 to +0.1)")
    #expect(change(0.12, 0.1, 0.14, .share).mean == "+12 pp")
    #expect(change(0, 0, 0, .share).text == "0 (0 to 0)")
    #expect(change(0.01, -0.4, 0.42, .number).text == "+0.0 (-0.4 to +0.4)")
    let chinese = Figure(-0.003, low: -0.007, high: 0.001, .share, in: .zh, isDifference: true)
    #expect(chinese.mean == "-0.3 个百分点")
    let millions = Figure(5.5e6, .money, in: .en).scale
    #expect(Figure(-9e5, .money, in: .en, isDifference: true, scale: millions).mean == "-0.9M")
  }

  @Test func theUndefinedStaysUndefined() {
    #expect(Figure(nil, low: 1, high: 2, in: .en).text == "—")
    #expect(Figure(.nan, .share, in: .zh).text == "—")
    #expect(Figure(.infinity, in: .en).mean == "—")
    #expect(Figure(3, low: .nan, high: 4, in: .en).text == "3")
    #expect(Figure(1, in: .en).spread(nil, 2) == "—")
  }

  @Test func aloneTheyTakeFourDigits() {
    #expect(Figure(7.2, .months, in: .en).mean == "7.2 mo")
    #expect(Figure(7.2, .months, in: .zh).mean == "7.2 个月")
    #expect(Figure(0.68, .share, in: .en).mean == "68 %")
    #expect(Figure(1.0 / 3, in: .en).mean == "0.3333")
    #expect(Figure(0, .money, in: .en).mean == "0")
    #expect(Figure(1e300, in: .en).mean == "1e+300")
  }

  @Test func spreadsDropWhatSaysNothing() {
    #expect(Figure(4.5, low: 3.9, high: 5.1, in: .en).spread(0, 12.5) == "0 to 12.5")
    #expect(Figure(7.2, low: 6.1, high: 8.3, .months, in: .en).spread(2, 19) == "2 to 19")
    #expect(Figure(5.5e6, low: 4.1e6, high: 6.9e6, .money, in: .zh).spread(0, 22e6) == "0 至 2,200")
    #expect(Figure(0.81, low: 0.78, high: 0.84, .share, in: .en).spread(0.5, 1) == "50 to 100")
  }

  @Test func countsAndClocks() {
    #expect(Figure.count(12_480) == "12,480")
    #expect(Figure.count(-1_234_567) == "-1,234,567")
    #expect(Figure.count(999) == "999")
    #expect(Figure.clock(0.94, in: .en) == "0.9 s")
    #expect(Figure.clock(71, in: .en) == "1 min 11 s")
    #expect(Figure.clock(71, in: .zh) == "1 分 11 秒")
    #expect(Figure.clock(59.7, in: .en) == "1 min 0 s")
    #expect(Figure.clock(7_500, in: .en) == "2 h 5 min")
    #expect(Figure.clock(.infinity, in: .en) == "—")
  }

  @Test func progressKeepsToTheWidth() {
    let progress = Progress(
      done: 17_936, total: 47_200, seconds: 43.5, counted: "runs", subject: "04_jiangsu")
    #expect(
      progress.text(in: .en, on: Terminal(width: 90))
        == "█████████▉                  38 %  17,936 runs  412/s  1 min 11 s left  04_jiangsu")
    #expect(
      progress.text(in: .zh, on: Terminal(width: 60, isASCII: true))
        == "######            38%  17,936 runs  412/秒  还需 1 分 11 秒")
    for width in 20...120 {
      for tongue in Tongue.allCases {
        let text = progress.text(in: tongue, on: Terminal(width: width))
        #expect(Width.of(text) < width)
      }
    }
    let end = Progress(done: 10, total: 10, seconds: 1, counted: "轮").text(in: .zh, on: Terminal())
    #expect(end.hasSuffix("100%  10 轮  10/秒  还需 0.0 秒"))
  }
}
