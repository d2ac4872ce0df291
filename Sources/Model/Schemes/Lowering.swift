import Plan
import Quantities
import Syntax
import Vocabulary

/// Turns the declarations of one version into terms, and takes down what is wrong with them.
///
/// A version is the baseline's or a policy's; the same code lowers both, and a problem that both have is
/// told once.
final class Lowering {
  /// The declarations.
  let draft: Draft
  /// Where problems go.
  let problems: Problems
  /// How numbers are read.
  var numbers: NumberReader
  /// How distributions are read.
  var distributions: DistributionReader { DistributionReader(problems: problems, numbers: numbers) }
  /// Names of organisations, units and posts.
  let structure: Structure
  /// The terms.
  var scheme = Scheme()
  /// What the scenario says of itself.
  var settings = ScenarioTerms()
  /// What can be turned, by canonical path.
  private(set) var knobs: [String: Knob] = [:]
  /// Canonical paths, in order of declaration.
  private(set) var knobPaths: [String] = []
  /// The `~` values, in order of declaration.
  var uncertain: [Change] = []
  /// What every declaration says in common fields, by index.
  var commons: [Int: CommonTerms] = [:]
  /// The fields that a declaration writes, by index of declaration.
  var written: [Int: Set<String>] = [:]
  /// The declaration that is being read.
  var current = 0
  /// The unit that is being read.
  private(set) var unit: Structure.Node?
  /// What the indicator that is being read measures, once a value has said so.
  var reading: Powers?
  /// Paths of indicators' readings by declaration, for later changes.
  var readings: [Int: Powers] = [:]
  /// Names that stand for more than the draft holds: policies and metrics.
  let policies: Set<String>

  /// Reads a version; `policies` are the names that may follow `compare` besides the declared ones.
  init(_ draft: Draft, problems: Problems, currency: String? = nil) {
    self.draft = draft
    self.problems = problems
    numbers = NumberReader(problems: problems, currency: currency)
    structure = Structure(draft, problems: problems)
    policies = ["baseline", "基准", "current", "当前"]
  }

  /// How selections are read, once posts stand.
  var selections: SelectionReader {
    SelectionReader(problems: problems, structure: structure, scheme: scheme)
  }

  /// Reads everything that a policy rules.
  func lowerScheme() {
    lowerSettings()
    lowerStructure()
    lower(.body, \.bodies) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lowerAbove()
    for index in draft.indices(.officials) where !draft.declarations[index].isOff {
      current = index
      let place: Field<Scheme, OfficialsTerms> = \.officials
      // Binding reads the scheme, so the terms are bound outside it.
      var officials = scheme.officials
      bind(OfficialsTerms.rows, into: &officials, at: place, prefix: path(index))
      scheme.officials = officials
    }
    lower(.turnover, \.turnovers) { _, _ in
    } isOn: {
      $0.isOn = $1
    }
    lower(.pool, \.pools) {
      $0.name = $1.name
    } isOn: { _, _ in
    }
    lower(.risk, \.risks) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.control, \.controls) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lowerIndicators()
    lower(.screen, \.screens) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.review, \.reviews) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lowerOutside()
    lower(.reporting, \.reportings) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.response, \.responses) { terms, declaration in
      let code = Enumeration.responseCause.code(of: declaration.name) ?? 0
      terms.cause = ResponseCause(rawValue: code) ?? .lead
    } isOn: {
      $0.isOn = $1
    }
    lowerBurying()
    lowerExplaining()
    lowerCoordination()
    lower(.rotation, \.rotations) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.sanction, \.sanctions) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.remedy, \.remedies) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lowerRemedies()
    lowerInfluence()
    lower(.deterrence, \.deterrences) { _, _ in
    } isOn: {
      $0.isOn = $1
    }
    lowerElasticity()
    lower(.appraisal, \.appraisals) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lowerRules()
  }

  private func lowerInfluence() {
    lower(.education, \.educations) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.publicity, \.publicities) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.dutyReport, \.dutyReports) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.admonition, \.admonitions) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
  }

  private func lowerCoordination() {
    lower(.sharing, \.sharings) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.meeting, \.meetings) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
    lower(.listing, \.listings) {
      $0.name = $1.name
    } isOn: {
      $0.isOn = $1
    }
  }

  /// Adds a knob, or another dial to the knob of the same path.
  func add(_ knob: Knob) {
    if knobs[knob.path] == nil {
      knobs[knob.path] = knob
      knobPaths.append(knob.path)
    } else {
      knobs[knob.path]?.dials += knob.dials
    }
  }

  /// The canonical path of a declaration.
  func path(_ index: Int) -> String { draft.declarations[index].path }

  private func lowerSettings() {
    for index in draft.indices(.scenario) {
      current = index
      var settings = settings
      bind(ScenarioTerms.rows, into: &settings, at: nil, prefix: "scenario")
      self.settings = settings
    }
    if draft.indices(.scenario).isEmpty { for row in ScenarioTerms.rows { row.fill(&settings) } }
    numbers.currency = settings.currency
  }

  /// Reads the declarations of a kind into the scheme's list of it.
  private func lower<Owner: Spelled>(
    _ kind: Kind, _ list: Field<Scheme, [Owner]>,
    named: (inout Owner, Declaration) -> Void, isOn: (inout Owner, Bool) -> Void
  ) {
    for index in draft.indices(kind) {
      current = index
      let declaration = draft.declarations[index]
      var terms = Owner()
      named(&terms, declaration)
      let position = scheme[keyPath: list].count
      if !(declaration.isOff && declaration.fields.isEmpty) {
        let place = through(list, \[Owner][position])
        bind(Owner.rows, into: &terms, at: place, prefix: path(index))
      }
      isOn(&terms, !declaration.isOff)
      scheme[keyPath: list].append(terms)
    }
  }

  private func lowerStructure() {
    var organization = 0
    var unit = 0
    for node in structure.nodes {
      current = node.declaration
      let declaration = draft.declarations[node.declaration]
      switch node.kind {
      case .organization:
        organization = node.index
        var terms = OrganizationTerms()
        terms.name = node.names[0][0]
        let place = through(\Scheme.organizations, \[OrganizationTerms][node.index])
        bind(OrganizationTerms.rows, into: &terms, at: place, prefix: prefix(node))
        scheme.organizations.append(terms)
      case .unit:
        unit = node.index
        lowerUnit(node, of: organization)
      default:
        var terms = PostTerms()
        terms.name = node.names[node.names.count - 1][0]
        terms.path = node.path
        terms.unit = unit
        let place = through(\Scheme.posts, \[PostTerms][node.index])
        bind(PostTerms.rows, into: &terms, at: place, prefix: prefix(node))
        inheritListed(&terms, place, node)
        if terms.powers.isEmpty { terms.powers = [.execution] }
        terms.isOn = !declaration.isOff
        scheme.posts.append(terms)
      }
    }
  }

  /// A post that says nothing of its list has the unit's, and a unit the organisation's, also when it is turned.
  private func inheritListed(
    _ terms: inout PostTerms, _ place: Field<Scheme, PostTerms>, _ node: Structure.Node
  ) {
    guard written[node.declaration]?.contains("listed") != true,
      let unit = draft.declarations[node.declaration].parent
    else { return }
    terms.listed = scheme.units[terms.unit].listed
    let number = through(place, \PostTerms.listed.number)
    inherit("\(PathResolver.prefix(unit, in: draft)).listed", number)
    if written[unit]?.contains("listed") != true {
      inherit("organization.\(node.names[0].last ?? "").listed", number)
    }
  }

  private func lowerUnit(_ node: Structure.Node, of organization: Int) {
    var terms = UnitTerms()
    terms.name = node.names[node.names.count - 1][0]
    terms.path = node.path
    terms.organization = organization
    self.unit = node
    let place = through(\Scheme.units, \[UnitTerms][node.index])
    bind(UnitTerms.rows, into: &terms, at: place, prefix: prefix(node))
    if written[node.declaration]?.contains("trace") != true {
      // A unit that says nothing leaves the organisation's trace, also when that is turned.
      terms.trace = scheme.organizations[organization].trace
      let outer = "organization.\(node.names[0].last ?? "").trace"
      inherit(outer, through(place, \UnitTerms.trace.number))
    }
    if written[node.declaration]?.contains("listed") != true {
      terms.listed = scheme.organizations[organization].listed
      let outer = "organization.\(node.names[0].last ?? "").listed"
      inherit(outer, through(place, \UnitTerms.listed.number))
    }
    scheme.units.append(terms)
  }

  /// Lets the knob of an organisation turn a unit's number too, and its `~` with it.
  func inherit(_ path: String, _ place: Field<Scheme, Double>) {
    guard let knob = knobs[path], let first = knob.dials.first else { return }
    let dial = Dial(
      path: first.path, dimension: first.dimension, bounds: first.bounds, place: place)
    knobs[path]?.dials.append(dial)
    if let draw = uncertain.first(where: { $0.dial == first }) {
      uncertain.append(Change(dial, draw.operation, draw.amount))
    }
  }

  private func prefix(_ node: Structure.Node) -> String {
    "\(node.kind.word.en).\(node.commonPath)"
  }

  private func lowerIndicators() {
    for index in draft.indices(.indicator) {
      current = index
      reading = nil
      let declaration = draft.declarations[index]
      var terms = IndicatorTerms()
      terms.name = declaration.name
      let place = through(\Scheme.indicators, \[IndicatorTerms][scheme.indicators.count])
      bind(IndicatorTerms.rows, into: &terms, at: place, prefix: path(index))
      if written[index]?.contains("together") != true { requireReadings(of: declaration) }
      if let threshold = draft.index(.threshold, declaration.name) {
        current = threshold
        bind(IndicatorTerms.thresholdRows, into: &terms, at: place, prefix: path(threshold))
        readings[threshold] = reading
      }
      readings[index] = reading
      terms.dimension = (reading ?? .none).dimension ?? .number
      terms.isOn = !declaration.isOff
      scheme.indicators.append(terms)
    }
    lookForIndicators()
  }

  /// An indicator that stands on no others reads itself.
  private func requireReadings(of declaration: Declaration) {
    for row in IndicatorTerms.rows where ["clean", "shows"].contains(row.word.en) {
      guard written[current]?.contains(row.word.en) != true else { continue }
      problems.report(
        NameProblem.missingField(
          row.word, of: declaration.kind.word, example: row.example, at: declaration.span))
    }
  }

  /// Every threshold is the other facet of an indicator.
  private func lookForIndicators() {
    for index in draft.indices(.threshold) {
      let declaration = draft.declarations[index]
      guard draft.index(.indicator, declaration.name) == nil else { continue }
      let names = draft.indices(.indicator).map { draft.declarations[$0].name }
      problems.report(
        SchemeProblem.noIndicator(
          declaration.name, at: declaration.span,
          near: Nearest.words(to: declaration.name, among: names)))
    }
  }
}
