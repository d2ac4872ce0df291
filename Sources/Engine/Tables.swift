import Ledger
import Plan
import Quantities

/// The terms of an arm as flat tables: a pure fold, made again only when a number changes.
struct Tables {
  /// Onset of one risk at one post.
  struct Onset {
    /// Hazard per month; 0 where the risk is off or not at the post.
    var hazard: Float = 0
    /// Highest product of the multipliers.
    var cap: Float = 1
    /// Multiplier of the post's group, and of its newcomers.
    var group: Float = 1
    var newcomers: Float = 1
    /// Where the risk's tenure factors begin, and how many there are.
    var tenure0: Int32 = 0
    var tenures: Int32 = 1
    /// Highest hazard of anybody with frailty 1.
    var highest: Float = 0
  }

  /// The course of an offence of one risk at one post.
  struct Course {
    /// Multiplier of every detection but alerts: group of the post, trace of the unit.
    var visibility = 1.0
    /// Multiplier of loss by group of the post.
    var damage = 1.0
  }

  /// The life of offences of one risk.
  struct Life {
    /// One act, over at once.
    var isMomentary = false
    /// Half-life of the evidence, in months.
    var evidence = 0.0
    /// Multipliers of detection and of loss, by stage.
    var detect = SIMD4<Double>(repeating: 1)
    var loss = SIMD4<Double>(repeating: 1)
  }

  /// A cause whose clock is drawn when an offence begins, with what its luck hangs on.
  struct Charged {
    var key: Meaning
    var cause: UInt8
  }

  /// How offences of one risk at one post begin.
  struct Birth {
    var meaning = Meaning(bits: 0)
    var seat0: Int32 = 0
    var risk: Int32 = 0
    /// Row of the charges at the first stage.
    var row: Int32 = 0
    /// Below these a word begins as a sign, as a violation at most.
    var sign: UInt32 = .max
    var violation: UInt32 = .max
    /// The causes whose clocks are drawn, in `charged`.
    var charged: Range<Int32> = 0..<0
    /// One act, over at once.
    var isMomentary = false
    /// Whether all are seen equally easily.
    var isEquallySeen = false

    @inline(__always)
    func stage(_ word: UInt32) -> UInt8 { word < sign ? 0 : word < violation ? 1 : 2 }
  }

  /// What is done about a signal of one cause.
  struct Answer: Hashable {
    var isGiven = false
    /// −ln(1 − share verified).
    var hazard = 0.0
    /// Share of the untrue wrongly found, as a threshold for words.
    var wrongs: UInt32 = 0
    /// Shares of the unverified that are shelved and that are talked to, of the verified that are buried.
    var shelves = 0.0
    var talks = 0.0
    var buries = 0.0
    /// Shares of accomplices and of the person's other offences that a verified item brings to light.
    var unravels = Unravelling()
    /// Whether what is overdue goes to the next colour.
    var escalates = false
    /// Months from start to result, and until an unstarted item lapses.
    var delay = 0
    var within = 0.0
    var lapses = Int.max
    var priority: Int32 = 0
    var capacity = Double.infinity
    var cost = Money.zero
  }

  let scheme: Scheme
  /// What the perceived risk is measured against, whatever a policy says.
  let baseline: Scheme
  /// Perceived risk, if declared, and whether it acts on any onset.
  var deterrence: Deterrence?
  var isDeterring = false
  /// How strongly an organisation feels what is published, by what it is; nil where no publicity says so.
  var publicities: [Double?] = []
  /// Controls by exposure, with what they refer to, and whether any of them does anything. Where somebody settles,
  /// those of the seats to which he has just come stand behind, in the same order.
  var guards: [Guard] = []
  var isSettling = false
  var stops: [Guard.Stop] = []
  var collusions: [Guard.Collusion] = []
  var recordChecks: [Guard.RecordCheck] = []
  var displacements: [Guard.Displacement] = []
  /// Which triggers call for admonitions, and what the luck of an admonition hangs on.
  var (admonishing, admonitions): ([Bool], [Meaning]) = ([], [])
  /// Counterparties and their records; nil where nobody asks for records.
  var register: Register?
  var isGuarded = false
  var onsets: [Onset] = []
  var tenures: [Float] = []
  var courses: [Course] = []
  /// Charges of a month by exposure, stage and vector of clocks.
  var rows: [Clocks] = []
  var watchings: [Watching] = []
  /// By exposure and place among its watches.
  var showings: [Showing] = []
  /// Hazard of an untrue report per seat and month, by hearing.
  var noises: [Float] = []
  /// By risk, by rotation, by cause of response.
  var lives: [Life] = []
  var moves: [Move] = []
  var answers: [Answer] = []
  /// How offences begin, by exposure, and the causes whose clocks are drawn then.
  var births: [Birth] = []
  var charged: [Charged] = []
  /// The queue of a response, by cause and unit; the codes of queues; the queue of who reviews, by review and unit.
  var queues: [Int32] = []
  var codes: [Int64] = []
  var reviewers: [Int32] = []
  /// By post: what rotation asks, and the pool of exchange.
  var duties: [Duty] = []
  var pools: [Int32] = []
  /// By post: a frailty times this above 1 reaches beyond the cut of some risk.
  var aboveCut: [Float] = []
  var highestAboveCut: Float = 0
  /// Frailty of a person, and detectability of an offence by risk, from a word.
  let frailty: QuantileTable
  /// The highest frailty of anybody.
  let highestFrailty: Float
  var detectabilities: [QuantileTable] = []
  /// The risks that an indicator names at a post, by watch.
  var named: [RiskSet] = []
  /// Turnover, if any.
  var turnover: TurnoverTerms?
  /// Seats established at a post.
  var headcounts: [Int] = []
  /// Months that a review looks back, and whether some indicator is not read every month.
  var lookbacks: [Double] = []
  /// The reviews with a cycle.
  var rounds: [Round] = []
  var hasRarerReadings = false
  /// Whether some indicator names several risks of a post, so that two offences may give one reading.
  var hasSharedReadings = false
  /// By post, the indicators that stand on others; empty where there are none at all.
  var conjunctions: [[Conjunction]] = []
  /// The screens that the alerts of a watch pass; empty where there are none at all. And whether some clean
  /// readings are partly the seat's own.
  var screens: [[Screening]] = []
  var hasPeculiarSeats = false
  /// What the bodies may spend in a year, whether that limits anybody, and whether some body does not reach all seats.
  var budgets: [Money?] = []
  var hasBudgets = false
  var hasGaps = false
  /// The bodies that take part in items of each cause, and whether there are any.
  var partners: [[Int]] = []
  var isJoint = false
  /// Sharing, meetings and listings, where anybody declares them.
  var coordination: Coordination?
  /// Whether all indicators are plain.
  var arePlain = false
  /// Whether two indicators of a post name one risk, so that their alerts may concern the same.
  var hasMeetingWatches = false
  /// The ladder of sanctions; nil where nothing follows a finding.
  var ladder: Ladder?
  /// Who receives the reports, by channel and unit; how the channels work.
  var receivers: [Int64] = []
  var channels: [Channel] = []
  /// Odds by which willingness has changed since the terms were folded, by channel and unit.
  var willingness: [[Double]] = []
  /// What is left of a chill after a month.
  var fades = 1.0
  /// Whether a list of risk points is kept, and remedies work on it.
  var keepsList = false
  /// What the loop has changed: risk points off the list, by exposure; shares by which controls are performed, by
  /// unit and control; what is left of the tails, by indicator. Empty while all is as declared.
  var isUnlisted: [Bool] = []
  var performances: [Double] = []
  var tuning: [SIMD2<Double>] = []
  /// Which risks exist at which posts, and the hazard of drifting off the list, by exposure.
  var (existing, drifts): ([Bool], [Double]) = ([], [])
  /// The controls that act at each exposure.
  var acting: [[Int]] = []
  /// Controls that act only where a remedy has added them.
  var isAdded: [Bool] = []
  /// Whether some review looks on occasion.
  var hasOccasions = false
  /// What teaches, and by how much it makes anybody bolder at most; empty where nothing does. The field of work of
  /// a post.
  var programmes: [Programme] = []
  var boldest: Float = 1
  var fields: [Int] = []
  /// How offences spread among people; nil where nothing does.
  var spreading: Spreading?
  var isSpreading: Bool { spreading != nil }
  /// Whether every response gives its result in the month of its signal, without limit.
  var isImmediate = false

  init(
    _ scheme: Scheme, baseline: Scheme, layout: Layout, causes: Causes, headcounts: [Int],
    laws: inout GammaTables
  ) {
    self.scheme = scheme.appraised
    self.baseline = baseline
    frailty = laws.table(
      shape: scheme.officials.spread.number, cap: scheme.officials.spreadCap.number)
    highestFrailty = frailty.highest
    detectabilities = scheme.risks.map {
      laws.table(shape: $0.detectability.number, cap: .infinity)
    }
    self.headcounts = headcounts
    foldLoop(layout)
    foldDeterrence(layout)
    foldPublicities()
    foldEducation(layout)
    foldAdmonitions()
    foldOnsets(layout)
    foldMoves()
    foldControls(layout)
    foldRegister(layout, &laws)
    foldLives()
    foldCourses(layout, causes)
    foldSpreading(layout)
    foldWatches(layout, causes)
    foldCharged(layout, causes)
    foldPeople(layout)
    foldResponses(layout)
    foldChannels()
    foldSanctions()
  }

  /// The queue of a response for the matters of a unit.
  func queue(of cause: ResponseCause, unit: Int) -> Int {
    Int(queues[cause.rawValue * scheme.units.count + unit])
  }

  /// The row of charges of an exposure at a stage.
  @inline(__always)
  static func row(_ exposure: Int, _ stage: Int) -> Int { exposure * 3 + stage }

  private mutating func foldOnsets(_ layout: Layout) {
    var starts: [(Int32, Int32)] = []
    for risk in scheme.risks {
      let last = Int(min(risk.tenure.points.last?.at ?? 0, 1200).rounded(.up))
      starts.append((Int32(tenures.count), Int32(last + 1)))
      for month in 0...last { tenures.append(Float(risk.tenure.value(at: Double(month)))) }
    }
    for (index, exposure) in layout.exposures.enumerated() {
      var onset = Onset()
      if exposure.risk < scheme.risks.count {
        let risk = scheme.risks[exposure.risk]
        let post = scheme.posts[exposure.post]
        if risk.isOn, post.isOn, risk.at.posts.contains(exposure.post) {
          onset.hazard = Float(risk.rate.number * guidance(of: risk))
        }
        onset.cap = Float(risk.cap.number)
        onset.group = Float(scheme.officials.temptation[post.group])
        onset.newcomers =
          post.group == .ordinary
          ? Float(scheme.officials.temptation[.newcomers]) : onset.group
        (onset.tenure0, onset.tenures) = starts[exposure.risk]
        onset.highest =
          onset.hazard
          * min(
            onset.cap,
            Float(risk.tenure.highest) * max(onset.group, onset.newcomers)
              * (deterrence?.effects[index].highest ?? 1) * boldest)
      }
      onsets.append(onset)
    }
  }

  private mutating func foldLives() {
    lives = scheme.risks.map { risk in
      Life(
        isMomentary: risk.lasts.number <= 0, evidence: risk.evidenceLasts.number,
        detect: risk.stageDetect.byStage, loss: risk.stageLoss.byStage)
    }
  }

  /// Lists the causes that can act on offences of each exposure and whose clocks are drawn at birth: all but
  /// the reviews that sample, which may never meet the offence.
  private mutating func foldCharged(_ layout: Layout, _ causes: Causes) {
    for exposure in layout.exposures.indices {
      let first = charged.count
      for cause in 0..<causes.count {
        let isCharged = (0..<3).contains { stage in
          rows[Tables.row(exposure, stage) * causes.vectors + cause / 8][cause % 8] > 0
        }
        let watch = cause - causes.firstWatch
        let review = cause - causes.firstReview
        if review >= 0, review < scheme.reviews.count, scheme.reviews[review].covers.number < 1 {
          continue
        }
        if isCharged || watch >= 0 && showings[exposure * causes.watches + watch].yellow > 0 {
          let key = layout.clockKeys[exposure * causes.count + cause]
          charged.append(Charged(key: key, cause: UInt8(cause)))
        }
      }
      births.append(birth(exposure, layout, charged: Int32(first)..<Int32(charged.count)))
    }
  }

  private func birth(_ index: Int, _ layout: Layout, charged: Range<Int32>) -> Birth {
    let exposure = layout.exposures[index]
    var birth = Birth(
      meaning: exposure.meaning, seat0: Int32(layout.posts[exposure.post].seat0),
      risk: Int32(exposure.risk), row: Int32(Tables.row(index, 0)), charged: charged)
    guard exposure.risk < scheme.risks.count else { return birth }
    let risk = scheme.risks[exposure.risk]
    let sign = risk.severity.sign.number
    let violation = sign + risk.severity.violation.number
    // What is certain to be no more than a sign, or a violation, is not drawn.
    birth.sign = sign >= 1 ? .max : threshold32(sign)
    birth.violation = violation >= 1 - 0x1p-40 ? .max : threshold32(violation)
    birth.isMomentary = lives[exposure.risk].isMomentary
    birth.isEquallySeen = risk.detectability.number == .infinity
    return birth
  }

  private mutating func foldCourses(_ layout: Layout, _ causes: Causes) {
    rows = [Clocks](
      repeating: Clocks(), count: layout.exposures.count * 3 * causes.vectors)
    for (index, exposure) in layout.exposures.enumerated() {
      var course = Course()
      guard exposure.risk < scheme.risks.count else {
        courses.append(course)
        continue
      }
      let risk = scheme.risks[exposure.risk]
      let post = scheme.posts[exposure.post]
      let unit = scheme.units[post.unit]
      let trace = min(1, unit.trace.number + traces(of: exposure))
      course.visibility = scheme.officials.visibility[post.group] * (1 + trace)
      course.damage = scheme.officials.damage[post.group]
      courses.append(course)
      for stage in Stage.allCases {
        let detect = course.visibility * risk.stageDetect[stage].number
        func set(_ cause: Int, _ hazard: Double) {
          let place = Tables.row(index, stage.rawValue) * causes.vectors + cause / 8
          rows[place][cause % 8] = charge(hazard)
        }
        set(Causes.end, risk.ending(inTipped: false))
        if stage != .crime { set(Causes.escalation, risk.severity.escalates.number) }
        for (j, reporting) in scheme.reportings.enumerated() where reporting.isOn {
          // Colleagues tell as if all were honest, until the month says how many are.
          if causes.coworkers > 0 {
            set(causes.coworker(j), reporting.coworkers.number * detect)
          }
          set(
            causes.hears(j),
            hearing(j, exposure.post, odds: 1) * detect)
          set(causes.other(j), hazard(ofShare: reporting.other.number) * detect)
        }
        for (j, review) in scheme.reviews.enumerated()
        where review.isOn && review.looks(at: risk, exposure.post) {
          set(causes.review(j), hazard(ofShare: review.finds.number) * detect)
        }
      }
    }
  }
}

/// A duration as whole months, rounded up: what is due within a month is due at its end.
func wholeMonths(_ months: Double) -> Int { Int(max(0, min(months, 1e6)).rounded(.up)) }
