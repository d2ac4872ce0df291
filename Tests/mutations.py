#!/usr/bin/env python3
"""Changes rules of the engine one by one, in a copy, and sees that the oracle meant for each fails.

    python3 Tests/mutations.py [WORD ...]     only the mutations whose line contains a word

Prints a table; the committed one is Tests/EngineTests/MUTATIONS.md. A mutation whose text is not found
exactly once, or that does not build, is an error of the table and is reported as such.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"), .unsafeFlags(["-O"]),
]
let package = Package(
  name: "mutants",
  targets: [
    .target(name: "Quantities", swiftSettings: strict),
    .target(name: "Ledger", dependencies: ["Quantities"], swiftSettings: strict),
    .target(name: "Plan", dependencies: ["Quantities", "Ledger"], swiftSettings: strict),
    .target(name: "Engine", dependencies: ["Quantities", "Plan", "Ledger"], swiftSettings: strict),
    .testTarget(
      name: "EngineTests", dependencies: ["Quantities", "Plan", "Ledger", "Engine"],
      exclude: ["MUTATIONS.md"], swiftSettings: strict),
  ])
"""

# What is changed, the file under Sources/Engine, its text, the new text, the test that must fail.
MUTATIONS = [
    ("stage factor of verification", "Tables.swift",
     "detect: risk.stageDetect.byStage", "detect: SIMD4(repeating: 1)", "visibilityHelpsToVerify"),
    ("stage factor of hazards", "Tables.swift",
     "course.visibility * risk.stageDetect[stage].number", "course.visibility",
     "visibilityHelpsToHear"),
    ("reports after the end halved", "Mechanisms/Race.swift",
     "fades * 0.5)", "fades)", "theOverAreHeardOf"),
    ("part of the first month paid in advance", "Mechanisms/Course.swift",
     "left.addingSaturating(Int32((Int64(charge) * Int64(begun.fraction)) >> 20))",
     "left.addingSaturating(0)",
     "hiddenOnesStayHidden"),
    ("gain of a real name", "Mechanisms/Work.swift",
     "(isRealName ? 1.25 : 1)", "1", "namesHelpToVerify"),
    ("floor of the capacity", "Mechanisms/Work.swift",
     "(capacity * (now - 1)).rounded(.down)", "(capacity * (now - 1)).rounded(.up)",
     "overloadGrows"),
    ("priority before age", "Calendar.swift",
     "return priority > other.priority", "return priority < other.priority",
     "prioritiesOrderTheQueue"),
    ("points of a layer", "Field.swift",
     "if left > 1 { put(words.1, tape) }", "", "alertsAreTails"),
    ("edge between layers", "Field.swift",
     "layer == 0 ? 0 : Float(powerOfTwo(width))",
     "layer == 0 ? 0 : 1.2 * Float(powerOfTwo(width))", "alertsAreTails"),
    ("unit of the charge", "Causes.swift",
     "0x1p26 + 0.5", "0x1p26 * 1.02 + 0.5", "visibilityHelpsToHear"),
    ("quiet: at least", "Mechanisms/Signals.swift",
     "month - before < tables.watchings[watch].quiet",
     "month - before <= tables.watchings[watch].quiet", "quietLasts"),
    ("cap of frailty", "Tables.swift",
     "cap: scheme.officials.spreadCap.number", "cap: .infinity", "frailtyIsCapped"),
    ("points above the cut begin at it", "Field.swift",
     "var height = cut * Double(Field.window)", "var height = 0.0", "frailtyShowsInPriors"),
    ("remainder of a selection", "Mechanisms/Reviews.swift",
     "count: Int(whole) + (more ? 1 : 0))", "count: Int(whole))", "chanceVisitsGeometrically"),
    ("shift of the score", "Mechanisms/Reviews.swift",
     "(2.0).squareRoot()", "1.0", "scoresLift"),
    ("cap of the factors", "Mechanisms/Onset.swift",
     "min(onset.cap, factor)", "factor", "factorsAreCapped"),
    ("one act a month", "Mechanisms/Onset.swift",
     "if state.cells[cell] < 0 { conceive", "if true { conceive", "actsAreOneAMonth"),
    ("willingness by odds", "Tables.swift",
     "return odds / (1 + odds) / base", "return odds / (1 + odds)", "reportsAddUp"),
    ("clock of the next escalation", "Mechanisms/Race.swift",
     "      renew(cause, place)\n    }\n  }", "    }\n  }", "stagesRiseWithAge"),
    ("visibility at hand-over", "Mechanisms/Rotation.swift",
     "< hazard * run.visibility(of: index)", "< hazard", "handOversFind"),
    ("stationary ages before the moves", "Beginning.swift",
     "partitioningIndex { $0 > u }) + 1", "partitioningIndex { $0 > u })",
     "rotationAgesAreStationary"),
    ("cycle after a refusal", "Mechanisms/Rotation.swift",
     "month: month &+ tables.retries[post]", "month: month &+ 1 &+ tables.retries[post]",
     "rotationAgesAreStationary"),
    ("loss of a cold start", "Mechanisms/Course.swift",
     "wants.loss || atStart", "wants.loss", "lossAccrues"),
    ("look-back: within", "Mechanisms/Race.swift",
     "tables.lookbacks[Int(visit.review)] >= age", "tables.lookbacks[Int(visit.review)] > age",
     "reviewsLookBack"),
    ("phase-in from its month", "Program.swift",
     "Double(max(month, 1) - change.from)", "Double(max(month, 1) + 1 - change.from)",
     "changesBeginAndGrow"),
    ("repricing from now", "Mechanisms/Turnover.swift",
     "max(0, state.people[seat].exitClock - run)", "state.people[seat].exitClock",
     "turnoverIsPricedAnew"),
    ("leads meet by their risks", "Mechanisms/Work.swift",
     "lead.person == signal.person, lead.risks.meets(signal.risks),",
     "lead.person == signal.person,", "leadsHoldWhatTheirSignalsName"),
    ("lane keyed by its first slot", "Field.swift",
     "meaning: meaning.with(UInt64(first))", "meaning: meaning.with(UInt64(slots))",
     "growthChangesNothing"),
    ("shift of a prior", "Tables+Sanctions.swift",
     "var moved = masses * shifts",
     "var moved = masses * (shifts / 2)", "recordsWeigh"),
    ("two priors at most", "Tables+Sanctions.swift",
     "min(priors, 2)",
     "min(priors, 1)", "recordsWeigh"),
    ("record: as long as", "Mechanisms/Sanctions.swift",
     "<= ladder.remembers",
     "< ladder.remembers", "recordsFade"),
    ("delay of the decision", "Mechanisms/Sanctions.swift",
     "month + ladder.delays",
     "month + 1 + ladder.delays", "formsAreThoseOfTheOffence"),
    ("withdrawn cases end without a form", "Mechanisms/Sanctions.swift",
     "guard !decision.isWithdrawn else { return }",
     "", "someCasesAreWithdrawn"),
    ("recovery from form 2 on", "Mechanisms/Sanctions.swift",
     "recovered: isCase ?",
     "recovered: isCase || form == 0 ?", "lossesAreRecoveredOnce"),
    ("the money hangs on one case", "Mechanisms/Sanctions.swift",
     "amount: isCharged ? .zero : Money",
     "amount: isCharged && false ? .zero : Money", "lossesAreRecoveredOnce"),
    ("the body acts", "Mechanisms/Sanctions.swift",
     "below: ladder.acts[unit])",
     "below: 1)", "bodiesAct"),
    ("accomplices found", "Mechanisms/Sanctions.swift",
     "luck.word(.unravel, id), below: share)",
     "luck.word(.unravel, id), below: 1)", "accomplicesAreFound"),
    ("sanctions are felt", "Mechanisms/Sanctions.swift",
     "    feel(decision, at: seat)\n",
     "", "theSanctionedLearn"),
    ("what is learnt goes along", "Mechanisms/Removals.swift",
     "    state.beliefs.shift([a, b])\n",
     "", "theSanctionedLearn"),
    ("refill after a removal", "Mechanisms/Removals.swift",
     "month: month + 1 + Int(min(delay",
     "month: month + Int(min(delay", "vacanciesFollow"),
    ("the last month costs", "Mechanisms/Results.swift",
     "if wants.loss { addLoss(index, from: end(of: month - 1), to: end(of: month)) }",
     "", "removalEndsWhatGoesOn"),
    ("moves are elsewhere", "Mechanisms/Removals.swift",
     "where post != own && tables",
     "where tables", "nobodyMovesAlone"),
    ("anybody elsewhere as likely", "Mechanisms/Removals.swift",
     "chosen < 0 || ticket < least",
     "chosen < 0", "movesGoElsewhere"),
    ("the moved are looked for", "Mechanisms/Removals.swift",
     "seat : elsewhere(person, seat)",
     "seat : nil", "theMovedAreFound"),
    ("files tell after a change of post", "Mechanisms/Sanctions.swift",
     "post != frame.layout.postOfSeat[seat],",
     "true,", "filesTell"),
    ("stage of what is not there", "Mechanisms/Appearance.swift",
     "u < 0.95 ? 1 : 2",
     "u < 0.9 ? 1 : 2", "wrongFindingsAreSanctioned"),
    ("stages are guessed", "Mechanisms/Appearance.swift",
     "u < 0.9 ? -1 : 1",
     "u < 0.8 ? -1 : 1", "stagesAreGuessed"),
    ("half a draw of the loss", "Mechanisms/Appearance.swift",
     "risk.loss.quantile(u) * 0.5",
     "risk.loss.quantile(u)", "lossesAreGuessed"),
    ("earlier losses are kept", "Simulation.swift",
     "keepsLoss && kind == .offences",
     "!keepsLoss && kind == .offences", "earlierLossesAreRecovered"),
    ("shelved alerts have no result", "Rows.swift",
     "status == .verified || status == .void)\n    row.slots[6]",
     "status != nil)\n    row.slots[6]", "alertsTellWhatCameOfThem"),
    ("half of the buried stop", "Mechanisms/Results.swift",
     "below: 0.5",
     "below: 1", "unitsBury"),
    ("others brought to light", "Mechanisms/Unravelling.swift",
     "run.luck.word(.unravel, id), below: share)",
     "run.luck.word(.unravel, id), below: 1)", "itemsUnravel"),
    ("a transfer has its response", "Mechanisms/Reviews.swift",
     "isOwn ? .lead : .transfer",
     "isOwn ? .lead : .lead", "transfersHaveTheirResponse"),
    ("overdue: older than", "Mechanisms/Unravelling.swift",
     "Int(within.rounded(.down)) + 1",
     "Int(within.rounded(.down))", "overdueAlertsEscalate"),
    ("climate of a unit", "Tables+Reporting.swift",
     "terms.willing(climate * odds)",
     "terms.willing(odds)", "climateAndOpennessAreOfPlaces"),
    ("openness where it is", "Tables+Reporting.swift",
     "(isOpen ? terms.openness.number : 1)",
     "terms.openness.number", "climateAndOpennessAreOfPlaces"),
    ("chills fade", "Mechanisms/Retaliation.swift",
     "* tables.fades",
     "", "retaliationChills"),
    ("protection against retaliation", "Tables+Reporting.swift",
     "terms.retaliation.number * (1 - terms.protects.number)",
     "terms.retaliation.number", "reportersSuffer"),
    ("feedback in time", "Mechanisms/Retaliation.swift",
     "month <= due,",
     "month <= due + 1,", "feedbackCountsAsFarAsItIsGiven"),
    ("the anonymous among the unnamed", "Mechanisms/Retaliation.swift",
     "unnamed * (anonymous + total)",
     "(anonymous + total)", "sourcesAddUp"),
    ("plans are due", "Mechanisms/Work.swift",
     "return waited >",
     "return age >", "plansAreDue"),
    # Controls.
    ("overriding comes first", "Mechanisms/Controls.swift",
     "uniform(words.0) < guarded.override", "uniform(words.0) < 0", "overridingPasses"),
    ("what overriding leaves", "Tables+Controls.swift",
     "min(1, wanted / (1 - override))", "min(1, wanted)", "blocksOverlap"),
    ("overlap of all but the best", "Tables+Controls.swift",
     "(place == 0 ? 1 : independence)", "1", "blocksOverlap"),
    ("the best first", "Tables+Controls.swift",
     "> ($1.strength, $0.control.bits(meanings))", "< ($1.strength, $0.control.bits(meanings))",
     "blocksOverlap"),
    ("equals by their names", "Tables+Controls.swift",
     "($0.strength, $1.control.bits(meanings)) > ($1.strength, $0.control.bits(meanings))",
     "$0.strength > $1.strength", "orderMeansNothing"),
    ("strict where performed", "Tables+Controls.swift",
     "1 - control.performed.number * (1 - control.evades.number)", "control.evades.number",
     "strictControlsForceCollusion"),
    ("relation of the shorter time", "Mechanisms/Controls.swift",
     "let together = min(", "let together = max(", "relationsGrow"),
    ("nine of ten are won over", "Tables+Controls.swift",
     "mostWonOver = 0.9", "mostWonOver = 1.0", "relationsGrow"),
    ("nobody is his own accomplice", "Mechanisms/Controls.swift",
     "seat != Int(attempt.seat), ", "", "accomplicesAreOthers"),
    ("an empty seat is no accomplice", "Mechanisms/Controls.swift",
     ", !state.seats[seat].isVacant else { continue }", " else { continue }",
     "accomplicesAreOthers"),
    ("one person, one accomplice", "Mechanisms/Controls.swift",
     ".person == person { return false }", ".person == person { return true }",
     "accomplicesAreOthers"),
    ("loss of one and of several", "Mechanisms/Controls.swift",
     "number == 1 ? loss.one : loss.more", "loss.one", "accomplicesAreOthers"),
    ("accomplices in the own unit", "Tables+Controls.swift",
     "guard near.isEmpty else { return near }", "", "accomplicesAreNear"),
    ("only who was asked tells", "Mechanisms/Controls.swift",
     "} else if u < collusion.performed {", "} else {", "refusalsAreTold"),
    ("notices are the unit's", "Mechanisms/Work.swift",
     "source == UInt8(LeadSource.notice.rawValue) &&", "false &&", "blocksAreNoticed"),
    ("trace is at most whole", "Tables.swift",
     "min(1, unit.trace.number + traces(of: exposure))", "unit.trace.number + traces(of: exposure)",
     "tracesBetray"),
    ("any of several", "Luck.swift",
     "(UInt64(word) &* UInt64(count)) >> 32", "UInt64(word) &* (UInt64(count) >> 32)",
     "untruthNamesAnyRisk"),
    # Deterrence.
    ("something is always feared", "Tables+Deterrence.swift",
     "static let least = 0.002", "static let least = 0.0", "sanctionsMakeItFelt"),
    ("to a quarter at least", "Tables+Deterrence.swift", "0.25), 4)", "0.0), 4)",
     "sanctionsMakeItFelt"),
    ("to four times at most", "Tables+Deterrence.swift", "0.25), 4)", "0.25), 400)",
     "sanctionsMakeItFelt"),
    ("exponent of severity", "Tables+Deterrence.swift",
     "power(weight / certainty, exponent)", "weight / certainty", "sanctionsMakeItFelt"),
    ("share that is acted on", "Tables+Deterrence.swift",
     "certainty * acts(of: sanction.by, in: unit)", "certainty", "sanctionsMakeItFelt"),
    ("the baseline is the measure", "Tables+Deterrence.swift",
     "former.prior.number", "terms.prior.number", "certaintyDeters"),
    ("fear below the cap", "Mechanisms/Onset.swift",
     "if tables.isDeterring { factor *= deterrence(seat, exposure) }",
     "if tables.isDeterring { factor = min(factor, onset.cap) * deterrence(seat, exposure) }",
     "theCapCountsFear"),
    ("what was learnt fades", "Beliefs.swift",
     "fading.share(after: later - Int(month))", "fading.share(after: 0)", "visitsAreLearntFrom"),
    ("it fades from the next month on", "Mechanisms/Onset.swift",
     "month: month - 1, state.beliefs", "month: month, state.beliefs", "visitsAreLearntFrom"),
    ("what was learnt is the person's", "Tables+Deterrence.swift",
     "if beliefs.own[seat].person == person {", "if true {", "learningFollowsThePerson"),
    ("what was learnt goes along", "Mechanisms/Rotation.swift",
     "    state.beliefs.shift(seats)\n", "", "learningFollowsThePerson"),
    ("only what is announced is heard", "Tables+Deterrence.swift",
     "review.isOn && review.isAnnounced", "review.isOn", "announcementsAreHeard"),
    ("heard where it is announced", "Tables+Deterrence.swift",
     "      && review.scope.contains(post)\n", "", "announcementsAreHeard"),
    ("a find is no clean visit", "Mechanisms/Deterrence.swift",
     "run.learn(found.contains(seat) ? seen : nothing, at: seat, fading)",
     "run.learn(nothing, at: seat, fading)", "lightningDoesNotStrikeTwice"),
    ("the bold reach further", "Tables+Deterrence.swift",
     "layout.hasCleanVisits ? Deterrence.multiplier(effect, perceived: 0) : effect.unlearnt",
     "effect.unlearnt", "lightningDoesNotStrikeTwice"),
    ("pace of forgetting", "Mechanisms/Deterrence.swift",
     "state.beliefs.settle(at: month - 1, former.fading)", "_ = former.fading",
     "forgettingChangesItsPace"),
    ("drift off the list", "Mechanisms/Listing.swift",
     "state.loop.cells[index].clock -= drift", "state.loop.cells[index].clock -= 1.1 * drift",
     "listsDecay"),
    ("listing anew", "Mechanisms/Listing.swift",
     "state.loop.cells[index].clock = frame.logs.draw(words.1)\n    tables.setListed",
     "state.loop.cells[index].clock = 0\n    tables.setListed", "surveysKeepTheList"),
    ("the risk before the post", "Tables+Loop.swift",
     "scheme.risks[exposure.risk].listed ?? scheme.posts[exposure.post].listed",
     "scheme.posts[exposure.post].listed", "listsDecay"),
    ("off the list unwatched", "Tables+Watches.swift",
     "threshold.number == .infinity || !isSeen", "threshold.number == .infinity",
     "theUnlistedRaiseNoAlerts"),
    ("off the list found less", "Tables+Loop.swift",
     "(isListed ? 1 : review.unlisted.number)", "1", "reviewsFindTheUnlistedLess"),
    ("method of a survey", "Mechanisms/Weaknesses.swift",
     "review.reveals.number * review.method.yield", "review.reveals.number",
     "revealingIsNotListing"),
    ("one line for a weakness", "Mechanisms/Weaknesses.swift",
     "      line >= 0\n      ? line\n      : add(", "      false\n      ? line\n      : add(",
     "revealingIsNotListing"),
    ("time of a completion", "Mechanisms/Remedies.swift",
     "+ reply + takes).rounded(.up)) + 1", "+ reply + takes).rounded(.up)) + 2",
     "remediesBegin"),
    ("paper of the rest", "Mechanisms/Remedies.swift",
     "isAccepted && !isDone && certainly(more.0, below: max(0, paper))",
     "!isDone && certainly(more.0, below: max(0, paper))", "completionIsReportedAndTrue"),
    ("guidance by cases", "Mechanisms/Remedies.swift",
     "(terms.guides ? 0.05 : 0)", "0", "completionIsReportedAndTrue"),
    ("a third party sees more", "Mechanisms/Remedies.swift",
     "(isThirdParty(terms.followUp.by) ? 0.30 : 0)", "0", "paperIsSeen"),
    ("reissues are counted", "Mechanisms/Remedies.swift",
     "guard Double(remedy.ordinal) < terms.reopens.number else { return }", "",
     "weakRemediesAreRevealed"),
    ("floor of hardening", "Mechanisms/Mending.swift",
     "1 - max(hardest, left * (1 - terms.hardens.number))",
     "1 - left * (1 - terms.hardens.number)", "hardeningFades"),
    ("half-life of what is mended", "Loop.swift",
     "age / halfLife)\n    return left.magnitude", "age / halfLife / 2)\n    return left.magnitude",
     "hardeningFades"),
    ("performing what is missing", "Mechanisms/Mending.swift",
     "to: before + gain * (1 - before)", "to: before + gain", "performanceImproves"),
    ("added controls wait", "Tables+Controls.swift",
     "isAdded[control] ? 0 : scheme.controls[control].performed.number",
     "scheme.controls[control].performed.number", "controlsAreAdded"),
    ("tuning of the untrue", "Tables+Watches.swift",
     "let left = tuning.isEmpty ? 1 : tuning[place.indicator].x", "let left = 1.0",
     "modelsAreTuned"),
    ("tuning of the genuine", "Tables+Watches.swift",
     "let left = tuning.isEmpty ? 1 : tuning[indicatorIndex].y", "let left = 1.0",
     "modelsAreTuned"),
    ("two years for a recurrence", "Loop.swift",
     "month <= Int(event) + 24", "month <= Int(event) + 25", "casesRecur"),
    ("exempt from burying", "Mechanisms/Results.swift",
     "answer.buries > 0, !item.isExempt", "answer.buries > 0", "exemptFindingsAreNotBuried"),
    ("effort of reviews", "Mechanisms/Work.swift",
     "if left < .max { left -= effort(of: queue) }", "", "reviewsTakeEffort"),
    ("closed by a follow-up", "Mechanisms/Weaknesses.swift",
     "state.loop.weaknesses[line].atWork == 0, !state.loop.weaknesses[line].isSpoilt",
     "state.loop.weaknesses[line].atWork == 0", "linesAreClosed"),
    ("departures are news", "Mechanisms/Occasions.swift",
     "if before != 0 { left.append(seat) }", "left.append(seat)", "departuresAreAudited"),
    ("cases of the last month", "Mechanisms/Occasions.swift",
     "state.occasions.cases[place].month) == month - 1", "state.occasions.cases[place].month) <= month",
     "casesAreSurveyed"),
    ("reports counted anew", "Mechanisms/Occasions.swift",
     "Int(complaint.month) >= lastVisit(review, unit), ", "", "complaintsAreSurveyed"),
    ("rising beyond the usual", "Mechanisms/Occasions.swift",
     "Double(now) > 1.3 * usual", "Double(now) > 1.0 * usual", "risingCasesAreSurveyed"),
    ("models: the highest on clean seats", "Tables+Watches.swift",
     "indicator.models.number\n              * hazard(", "hazard(", "modelsMultiplyTails"),
    ("models: the highest under offences", "Tables+Watches.swift",
     "indicator.models.number * hazard(ofShare: law", "hazard(ofShare: law", "modelsMultiplyTails"),
    ("models cost each", "Mechanisms/Accounts.swift",
     "indicator.cost.number * indicator.models.number", "indicator.cost.number",
     "modelsMultiplyTails"),
    ("the lowest colour of all", "Mechanisms/Repeats.swift",
     "colour = min(colour, highest)", "colour = highest", "togetherIsTheProduct"),
    ("all, not some", "Mechanisms/Repeats.swift",
     "let highest = own.map({ desk.partial[$0].colour }).max() else { return }",
     "let highest = own.map({ desk.partial[$0].colour }).max() else { continue }",
     "togetherIsTheProduct"),
    ("parts are silent", "Tables+Watches.swift",
     "watchings[part].isPart = true", "watchings[part].isPart = part < 0",
     "togetherIsTheProduct"),
    ("the nth alert", "Mechanisms/Repeats.swift",
     "min(watching.promotes - 2, memory - 1)", "0", "repeatsArePromoted"),
    ("repeats: within", "Mechanisms/Repeats.swift",
     "month - before < watching.promotesWithin", "month - before <= watching.promotesWithin",
     "repeatsArePromoted"),
]


def run(copy, *words, seconds=400):
    try:
        return subprocess.run(words, cwd=copy, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None


def verdict(copy, mutation):
    _, name, old, new, oracle = mutation
    file = copy / "Sources/Engine" / name
    text = file.read_text()
    if text.count(old) != 1:
        return f"error: text found {text.count(old)} times"
    try:
        file.write_text(text.replace(old, new))
        build = run(copy, "swift", "build", "--build-tests")
        if build is None or build.returncode != 0:
            return "error: does not build"
        test = run(copy, "swift", "test", "--skip-build", "--filter", oracle, seconds=180)
        if test is None:
            return "killed (no end)"
        if "with 0 tests" in test.stdout + test.stderr:
            return "error: no such test"
        return "killed" if test.returncode != 0 else "SURVIVED"
    finally:
        file.write_text(text)


def main():
    chosen = [m for m in MUTATIONS if not sys.argv[1:] or any(w in " ".join(m) for w in sys.argv[1:])]
    with tempfile.TemporaryDirectory(prefix="probity-mutants-") as name:
        copy = pathlib.Path(name)
        (copy / "Package.swift").write_text(MANIFEST)
        for target in ["Quantities", "Ledger", "Plan", "Engine"]:
            shutil.copytree(ROOT / "Sources" / target, copy / "Sources" / target)
        shutil.copytree(ROOT / "Tests/EngineTests", copy / "Tests/EngineTests")
        if run(copy, "swift", "build", "--build-tests", seconds=900).returncode != 0:
            sys.exit("the unchanged engine does not build")
        # What is expected to fail must pass before anything is changed.
        tests = "|".join(sorted({m[4] for m in chosen}))
        if run(copy, "swift", "test", "--skip-build", "--filter", tests).returncode != 0:
            sys.exit("an oracle fails on the unchanged engine")
        print(f"| rule changed | file | oracle that must fail | result |")
        print("|---|---|---|---|", flush=True)
        results = []
        for mutation in chosen:
            result = verdict(copy, mutation)
            results.append(result)
            print(f"| {mutation[0]} | {mutation[1]} | `{mutation[4]}` | {result} |", flush=True)
    sys.exit(0 if all(r.startswith("killed") for r in results) else 1)


main()
