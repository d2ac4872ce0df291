import Model
import Syntax

extension Study {
  /// The overlay with one more `set`, and what is to be told of it, such as what is switched off with
  /// it; problems are thrown with the text that was typed.
  func overlay(
    applying entry: Entry, of source: Source, to before: Overlay?
  ) throws -> (overlay: Overlay?, notes: [Diagnostic]) {
    let (overlay, diagnostics) = scenario.overlay(before, applying: entry)
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw Problematic(diagnostics: diagnostics, sources: [source], isTyped: true)
    }
    return (overlay, diagnostics)
  }

  /// The same changes over another version of the scenario.
  func overlay(like overlay: Overlay) throws -> Overlay? {
    let (again, diagnostics) = scenario.overlay(of: overlay.entries)
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw Complaint(
        Wording("the changes of `current` do not fit any more", "“当前”的改动已不适用"),
        hints: [Wording("`reset` leaves them out", "“重置”可放弃这些改动")])
    }
    return again
  }
}
