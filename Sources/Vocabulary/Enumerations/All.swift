import Ledger
import Plan

/// Every enumeration of the language.
public enum Enumerations {
  /// In the order of the reference.
  public static let all: [Enumeration] = [
    Start.enumeration, Level.enumeration, WorkField.enumeration, RiskLevel.enumeration,
    OfficialGroup.enumeration,
    Power.enumeration, BodyKind.enumeration, Performer.words, .responseTo,
    SelectionUnit.enumeration, Targeting.enumeration, Establishes.enumeration,
    RotationMode.enumeration, PostClass.enumeration, Stage.enumeration, Colour.enumeration,
    EndReason.enumeration, LeadSource.enumeration, ItemStatus.enumeration, MoveReason.enumeration,
    Activity.enumeration, Phase.enumeration, Aim.enumeration, Form.enumeration,
    AttemptOutcome.enumeration, Reporter.enumeration,
    Via.enumeration, ReportChannel.enumeration, Infection.enumeration,
    .accomplices, .unravelled, .felt, Disposal.enumeration, ControlKind.enumeration,
    FileLevel.enumeration, RemedyTrigger.enumeration, ReviewTrigger.enumeration,
    SurveyMethod.enumeration, .tails, EducationContent.enumeration, Published.enumeration,
    AdmonitionTrigger.enumeration, Addressee.enumeration, .admonished, AdmonitionStep.enumeration,
    WeaknessKind.enumeration, Issuer.enumeration, ListingCause.enumeration, Better.enumeration,
    Grade.enumeration,
  ]
}
