import Support

/// The texts beside this file: whole scenarios in both languages.
enum Texts {
  static let folder = Support.folder(of: #filePath) + "/Texts"
  static let names = files(below: folder, suffix: ".probity").map { String($0.dropLast(8)) }

  /// The text of the name; empty if the file cannot be read, which the tests of trees notice.
  static func text(_ name: String) -> String {
    Support.text(of: "\(folder)/\(name).probity") ?? ""
  }
}
