/// Everything that a policy rules: the declarations in canonical numbers, by kind.
///
/// The order of each list is the order of declaration; a policy only switches off or appends, so an index
/// means the same in every arm. Optional kinds that are not declared do not act.
public struct Scheme: Sendable, Hashable {
  /// Organisations.
  public var organizations: [OrganizationTerms] = []
  /// Units, by organisation.
  public var units: [UnitTerms] = []
  /// Posts, by unit.
  public var posts: [PostTerms] = []
  /// Individual differences.
  public var officials = OfficialsTerms()
  /// Turnover; empty or one.
  public var turnovers: [TurnoverTerms] = []
  /// Bodies.
  public var bodies: [BodyTerms] = []
  /// Counterparties.
  public var pools: [PoolTerms] = []
  /// Risk points.
  public var risks: [RiskTerms] = []
  /// Controls.
  public var controls: [ControlTerms] = []
  /// Indicators with their thresholds.
  public var indicators: [IndicatorTerms] = []
  /// Screenings of alerts.
  public var screens: [ScreenTerms] = []
  /// Reviews.
  public var reviews: [ReviewTerms] = []
  /// Reporting channels.
  public var reportings: [ReportingTerms] = []
  /// Responses, at most one per cause that is on.
  public var responses: [ResponseTerms] = []
  /// Sharing of information between bodies.
  public var sharings: [SharingTerms] = []
  /// Joint meetings of bodies.
  public var meetings: [MeetingTerms] = []
  /// Listing of key cases.
  public var listings: [ListingTerms] = []
  /// Rotations.
  public var rotations: [RotationTerms] = []
  /// Sanctions; at most one that is on.
  public var sanctions: [SanctionTerms] = []
  /// Remedies.
  public var remedies: [RemedyTerms] = []
  /// Appraisals.
  public var appraisals: [AppraisalTerms] = []
  /// Rules.
  public var rules: [RuleTerms] = []
  /// Programmes of education.
  public var educations: [EducationTerms] = []
  /// What is made public, and how far.
  public var publicities: [PublicityTerms] = []
  /// Reports on duty and integrity.
  public var dutyReports: [DutyReportTerms] = []
  /// Admonitions.
  public var admonitions: [AdmonitionTerms] = []
  /// Perceived risk; at most one that is on.
  public var deterrences: [DeterrenceTerms] = []

  /// A scheme without declarations.
  public init() {}
}
