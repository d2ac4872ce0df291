/// The version of the program.
enum Version {
  /// As `--version` prints it and results carry it.
  static let number = "0.1"
}
