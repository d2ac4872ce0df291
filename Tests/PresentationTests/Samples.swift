import Presentation

/// The tables of experience.md 1 and 2, with its invented figures.
enum Samples {
  /// The first screen of a run.
  static func run(_ tongue: Tongue) -> Exhibit {
    let en = tongue == .en
    let first: Styled =
      en
      ? "baseline · 10 years · 400 runs (100 draws of 8 uncertain values x 4) · seed 2026"
      : "基准 · 10 年 · 400 轮（8 个不确定值抽 100 组，每组 4 轮） · 种子 2026"
    let shorter: Styled =
      en ? "baseline · 10 years · 400 runs · seed 2026" : "基准 · 10 年 · 400 轮 · 种子 2026"
    let words: Styled =
      en
      ? "In words: about 3 in 4 offences come to light; of 100 alerts 92 are void."
      : "一句话：约四分之三的违法行为会被查出；100 条预警中 92 条无效。"
    return Exhibit([
      .line(first, shorter: [shorter]), .blank, .table(incidence(tongue)), .blank,
      .table(metrics(tongue)), .blank, .table(alerts(tongue)), .prose(words),
    ])
  }

  private static func incidence(_ tongue: Tongue) -> Table {
    let en = tongue == .en
    let ledgers: [(Double, Double, Double, Double, Double)] = [
      (4.5, 3.9, 5.1, 0, 12.5), (3.3, 2.8, 3.8, 0, 10.4), (1.5, 1.3, 1.7, 0, 6.3),
    ]
    let figures = ledgers.map { Figure($0.0, low: $0.1, high: $0.2, in: tongue) }
    func row(_ name: Styled, _ cells: [Styled], from width: Int = 0) -> Table.Row {
      Table.Row([Table.Cell(name)] + cells.map { Table.Cell($0) }, fromWidth: width)
    }
    return Table(
      columns: [
        .init(en ? Table.Cell("Per 1,000 person-years", short: "Per 1,000 p.-years") : "每千人年"),
        .init(en ? "happened ○" : "实际发生 ○", .trailing),
        .init(en ? "detected ●" : "查出 ●", .trailing, rank: 1),
        .init(en ? Table.Cell("on record ●", short: "record ●") : "立案 ●", .trailing),
      ],
      rows: [
        row(en ? "incidence" : "均值", figures.map { Styled($0.mean) }),
        row(en ? "  95 % interval" : "  95% 区间", figures.map { Styled($0.interval) }),
        row(
          en ? "  5-95 % of runs" : "  各轮 5-95%",
          zip(figures, ledgers).map { Styled($0.spread($1.3, $1.4)) }, from: 80),
        row(
          en ? "  target" : "  目标", ["<= 6 \(en ? "✓ met" : "✓ 达标", .good)", "-", "-"]),
      ])
  }

  private static func metrics(_ tongue: Tongue) -> Table {
    let en = tongue == .en
    func row(
      _ name: Table.Cell, _ sign: Styled, _ figure: Figure, _ low: Double, _ high: Double,
      _ target: Styled, _ verdict: Styled
    ) -> Table.Row {
      Table.Row([
        name, Table.Cell(sign), Table.Cell(Styled(figure.mean)),
        Table.Cell(Styled(figure.interval)), Table.Cell(Styled(figure.spread(low, high))),
        Table.Cell(target),
        Table.Cell(
          verdict,
          shortest: Styled(verdict.stretches.map { .init(String($0.text.prefix(1)), $0.style) })),
      ])
    }
    let missed = Styled(en ? "✗ missed" : "✗ 未达标", .bad)
    let undecided = Styled(en ? "? undecided" : "? 未定", .undecided)
    func share(_ mean: Double, _ low: Double, _ high: Double, _ line: Double) -> Figure {
      Figure(mean, low: low, high: high, .share, in: tongue, line: line)
    }
    let rotated = en ? Table.Cell("rotated when due", short: "rotated due") : "轮岗率"
    return Table(
      columns: [
        .init(en ? Table.Cell("Other metrics", short: "") : Table.Cell("其他指标", short: "")),
        .init(gap: en ? 2 : 1), .init(en ? "mean" : "均值", .trailing),
        .init(en ? "95 % interval" : "95% 区间", .trailing),
        .init(en ? "5-95 % of runs" : "各轮 5-95%", .trailing, rank: 1),
        .init(en ? "target" : "目标", .trailing, rank: 2),
        .init(Table.Cell(en ? "verdict" : "判定", shortest: "")),
      ],
      rows: [
        row(
          en ? Table.Cell("latency, median", short: "latency") : "潜伏期中位数", "○",
          Figure(7.2, low: 6.1, high: 8.3, .months, in: tongue), 2, 19, "-", ""),
        row(
          en ? "verification" : "查实率", "●", share(0.045, 0.041, 0.049, 0.68), 0, 0.14,
          en ? ">= 68 %" : ">= 68%", missed),
        row(
          en ? "rectified" : "整改完成率", "●", share(0.81, 0.78, 0.84, 1), 0.5, 1,
          en ? "100 %" : "100%", missed),
        row(
          rotated, "●", share(0.796, 0.787, 0.805, 0.8), 0.71, 0.88, en ? ">= 80 %" : ">= 80%",
          undecided),
        row(
          en ? "net loss" : "净损失", "○",
          Figure(5.5e6, low: 4.1e6, high: 6.9e6, .money, in: tongue), 0, 22e6, "-", ""),
        row(
          en ? "cost" : "总费用", "●",
          Figure(4.62e6, low: 4.60e6, high: 4.64e6, .money, in: tongue), 4.4e6, 4.9e6, "-", ""),
      ])
  }

  private static func alerts(_ tongue: Tongue) -> Table {
    let en = tongue == .en
    typealias Share = (Double, Double, Double)
    func row(
      _ name: Styled, _ yearly: Styled, _ verified: Share, _ disposed: Share, _ filed: Share,
      _ void: Double
    ) -> Table.Row {
      let shares = [verified, disposed, filed].flatMap { share -> [Styled] in
        let figure = Figure(share.0, low: share.1, high: share.2, .share, in: tongue)
        return [Styled(figure.mean), Styled(figure.interval)]
      }
      let last = Styled(Figure(void, .share, in: tongue).mean)
      return Table.Row(([name, yearly] + shares + [last]).map { Table.Cell($0) })
    }
    let rates: [Styled] =
      en ? ["verified ●", "disposed ●", "filed ●"] : ["查实 ●", "处置 ●", "立案 ●"]
    return Table(
      columns: [
        .init(en ? "Alerts" : "预警"), .init(en ? "/yr" : "每年", .trailing, rank: 2),
      ]
        + rates.flatMap { title -> [Table.Column] in
          [
            .init(
              Table.Cell(title, shortest: Styled(String(title.text.dropLast(2)))), .leading, span: 2
            ),
            .init(rank: 3),
          ]
        } + [.init(en ? "void ○" : "无效 ○", .trailing)],
      rows: [
        row(
          "\(en ? "Y" : "黄", .yellow)\(en ? " yellow" : "")", "2.60", (0.015, 0.013, 0.018),
          (0.26, 0.25, 0.27), (0.006, 0.0045, 0.0075), 0.96),
        row(
          "\(en ? "O" : "橙", .orange)\(en ? " orange" : "")", "0.16", (0.29, 0.25, 0.33),
          (0.46, 0.42, 0.50), (0.13, 0.11, 0.16), 0.52),
        row(
          "\(en ? "R" : "红", .red)\(en ? " red" : "")", "0.05", (0.84, 0.78, 0.89),
          (0.88, 0.83, 0.92), (0.52, 0.45, 0.59), 0.01),
        row(
          en ? "all" : "合计", "2.81", (0.045, 0.041, 0.049), (0.28, 0.27, 0.29),
          (0.022, 0.019, 0.025), 0.92),
      ])
  }

  /// The table of `compare`.
  static func compare(_ tongue: Tongue) -> Exhibit {
    let en = tongue == .en
    func row(
      _ name: Styled, _ sign: Styled, _ unit: Figure.Unit, _ base: [Double], _ other: [Double],
      _ difference: [Double], _ verdict: Styled
    ) -> Table.Row {
      let figures = [base, other].map {
        Figure($0[0], low: $0[1], high: $0[2], unit, in: tongue)
      }
      let change = Figure(
        difference[0], low: difference[1], high: difference[2], unit, in: tongue,
        isDifference: true, scale: figures[0].scale)
      let cells: [Styled] =
        [name, sign] + figures.map { Styled($0.mean) }
        + [Styled(change.mean), Styled(change.interval), verdict]
      return Table.Row(cells.map { Table.Cell($0) })
    }
    let better = Styled(en ? "✓ better" : "✓ 更好", .good)
    let undecided = Styled(en ? "? undecided" : "? 未定", .undecided)
    let worse = Styled(en ? "✗ worse" : "✗ 更差", .bad)
    let same = Styled(en ? "= the same" : "= 相同", .same)
    let table = Table(
      columns: [
        .init(), .init(), .init(en ? "baseline" : "基准", .trailing, rank: 2),
        .init(en ? "current" : "当前", .trailing, rank: 1), .init(en ? "difference" : "差", .trailing),
        .init(en ? "95 % interval" : "95% 区间", .trailing), .init(en ? "verdict" : "判定"),
      ],
      rows: [
        row(
          en ? "incidence" : "实际发生率", "○", .number, [4.5, 3.9, 5.1], [4.1, 3.5, 4.7],
          [-0.4, -0.7, -0.1], better),
        row(
          en ? "detected" : "查出", "●", .number, [3.3, 2.8, 3.8], [3.2, 2.7, 3.7],
          [-0.1, -0.3, 0.1], undecided),
        row(
          en ? "verification" : "查实率", "●", .share, [0.045, 0.041, 0.049],
          [0.042, 0.038, 0.046], [-0.003, -0.007, 0.001], undecided),
        row(
          en ? "net loss" : "净损失", "○", .money, [5.5e6, 4.1e6, 6.9e6], [4.6e6, 3.4e6, 5.8e6],
          [-0.9e6, -1.7e6, -0.1e6], better),
        row(
          en ? "cost" : "总费用", "●", .money, [4.62e6, 4.60e6, 4.64e6],
          [5.30e6, 5.28e6, 5.32e6], [0.68e6, 0.66e6, 0.70e6], worse),
        row(
          en ? "wrong findings" : "错误认定", "○", .share, [0.002, 0.001, 0.003],
          [0.002, 0.001, 0.003], [0, 0, 0], same),
      ])
    return Exhibit([.table(table)])
  }
}
