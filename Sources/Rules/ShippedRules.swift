/// The texts of `rules/`, which are inside the program: standard metrics, norms, evidence, presets.
public enum ShippedRules {
  /// The texts by the name under which `use` knows them.
  public static var texts: [String: String] {
    [
      "metrics": String(decoding: PackageResources.metrics_probity, as: UTF8.self),
      "norms": String(decoding: PackageResources.norms_probity, as: UTF8.self),
      "evidence": String(decoding: PackageResources.evidence_probity, as: UTF8.self),
      "presets": String(decoding: PackageResources.presets_probity, as: UTF8.self),
    ]
  }
}
