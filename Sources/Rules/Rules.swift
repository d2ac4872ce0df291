/// The texts of `rules/`, inside the program.
public enum Rules {
  /// Each text by the name that `use` takes: `metrics`, `norms`, `evidence`, `presets`.
  public static let texts: [String: String] = [
    "metrics": String(decoding: PackageResources.metrics_probity, as: UTF8.self),
    "norms": String(decoding: PackageResources.norms_probity, as: UTF8.self),
    "evidence": String(decoding: PackageResources.evidence_probity, as: UTF8.self),
    "presets": String(decoding: PackageResources.presets_probity, as: UTF8.self),
  ]
}
