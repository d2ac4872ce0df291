import Model
import Syntax

/// The benchmark kernel K1 in the language (performance.md).
let k1 = """
  scenario k1 { title "K1"; horizon 120 months; start cold }
  organization office {
    unit bureau { post clerk { headcount 1000 } }
  }
  officials {
    tenure uniform(0, 35 months); spread 2; spread_cap 50
    damage { leaders 1; key 1 }; visibility { leaders 1; key 1 }
  }
  body investigators { kind supervisory }
  risk a { at clerk; rate 1% per year; tenure 1 at 0 months, 2 at 60 months; lasts never
    severity { sign 0%; violation 100%; crime 0%; escalates 0% per month }
    loss 0; detectability equal; evidence_lasts 0 months; tenure_loss 1 }
  risk b { at clerk; rate 1% per year; tenure 1 at 0 months, 2 at 60 months; lasts never; detectability equal }
  indicator watch { on clerk; clean normal(0, 1); shows normal(1.5, 1) under a, b; quiet 0 months; cost 0 per year }
  threshold watch { yellow 2.5; orange 3; red 3.5 }
  response yellow { by investigators; within 0 months; verifies 30%; wrongs 0%; cost 0 }
  response orange { by investigators; within 0 months; verifies 60%; wrongs 0%; cost 0 }
  response red { by investigators; within 0 months; verifies 90%; wrongs 0%; cost 0 }
  response lead { by investigators; within 0 months; verifies 100%; wrongs 0% }
  reporting { by investigators; hears 2% per month; other 0% per month; noise 0 per 1000 person_years; admits 100%; real_name 0% }
  review audit { by investigators; every 12 months; covers 30%; finds 50% }
  rotation { of clerk; every 36 months; coverage 80%; retry 36 months; mode replace; handover 0%; cost 0 }
  """

/// A small district with policies, targets and an experiment.
let district = """
  use "metrics"
  scenario binhai { title "Binhai district"; horizon 10 years; runs 400; seed 2026 }
  organization binhai "Binhai district" {
    trace 10%
    unit procurement "Procurement centre" {
      field procurement
      post director "Director" { headcount 2; risk_level high; group leaders; power decision }
      post tender "Tender officer", "招标岗" { headcount 12; risk_level high; group key; exchange_group buyers }
      post approval { headcount 6; risk_level high; group key; exchange_group buyers }
      post clerk { headcount ~ poisson(20); risk_level low }
    }
    unit finance { field finance; trace 20%; post payment { headcount 8; risk_level high; group key } }
  }
  officials { spread 1 }
  turnover { rate 6% per year; refill exponential(mean 2 months) }
  body inspectorate { kind supervisory; capacity 6 per month }
  body task_force { kind task_force; capacity 1 per month }
  body audit_office { kind audit; scope procurement }
  risk tailored_spec "Specification tailored to one bidder" {
    at tender
    rate ~ lognormal(median 1.2%, p90 3%) per year
    tenure 1.0 at 0 years, 1.3 at 3 years, 2.0 at 6 years
    lasts 5 years
    severity { sign 60%; violation 30%; crime 10%; escalates 4% per month }
    loss lognormal(median 80k, p90 600k) per month
    source acfe2020
  }
  risk split_payment { at payment; rate 0.8% per year; loss lognormal(median ~ uniform(5k, 12k), p90 60k) per month }
  indicator single_bid "Share of single-bid tenders" {
    on tender; every 1 month; clean beta(mean 8%, sd 5%)
    shows beta(mean 30%, sd 12%) under tailored_spec; covers 95%
  }
  threshold single_bid { yellow 20%; orange 30%; red 45% }
  response yellow { by unit; within 1 month; verifies 35%; capacity 10 per month }
  response orange { by inspectorate; within 2 months; verifies 60% }
  response red { by task_force; within 3 months; verifies 85%; cost 60k }
  response lead { by inspectorate }
  review self_check { by unit; every 3 months; finds 2%; cost 2k }
  review evaluation { by inspectorate; every 1 year; covers 40% of high_risk; finds 5% }
  reporting { hears 2% per month; real_name 35%; noise 15 per 1000 person_years }
  rotation { of high_risk; every 3 years; coverage 80%; handover 15%; cost 5k }
  evidence acfe2020 { citation "ACFE, Report to the Nations 2020"; grade C; value 14 months }
  policy none_rotated "No rotation" { rotation off }
  policy brisk "Yearly rotation" { rotation.every = 1 year }
  policy strict { extends brisk; single_bid.yellow *= 1.25; phase_in 6 months }
  policy later { extends brisk; from month 13; without self_check }
  target incidence <= 6 per 1000 person_years
  experiment study { compare baseline, none_rotated, brisk; on incidence; horizon 10 years; until incidence within 3%; seed 2026 }
  expect incidence(brisk) < incidence(none_rotated)
  expect incidence(brisk) - incidence(none_rotated) < 0 per 1000 person_years in study { confidence 90% }
  """

/// A library with the shortest of metrics.
let library = Library(rules: [
  "metrics": """
  metric incidence "True incidence", "实际发生率" { alias 实际发生率; is count(offences) / person_years; shown per 1000 person_years; better lower }
  metric verification_rate { alias 查实率; is share(verified of alerts where answered); better higher }
  """
])

/// Reads a text called `test.probity`.
func reading(_ text: String) -> Reading {
  read(Source(name: "test.probity", text: text), library: library)
}

/// The problems as `E0131 text` lines with the place marked.
func told(_ reading: Reading, _ language: Language = .en) -> [String] {
  reading.diagnostics.map { diagnostic in
    let span = diagnostic.span
    let source = reading.sources[span.file]
    let bytes = Array(source.text.utf8)
    let place = String(decoding: bytes[span.lower..<min(span.upper, bytes.count)], as: UTF8.self)
    return "\(diagnostic.code) [\(place)] \(diagnostic.message[language])"
  }
}
