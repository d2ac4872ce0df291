import Glibc

/// The texts beside this file: whole scenarios in both languages.
enum Texts {
  static let names = [
    "00_metrics", "01_binhai", "02_zhejiang_platform", "03_tianjin_fuel_cards",
    "04_jiangsu_risk_points", "06_three_separations", "11_village_funds",
    "14_surveys_problem_list", "binhai_zh", "village_funds_zh",
  ]

  /// The text of the name; empty if the file cannot be read, which every test of texts notices.
  static func text(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let file = fopen("/\(folder)/Texts/\(name).probity", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
