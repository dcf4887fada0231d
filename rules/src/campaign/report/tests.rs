//! Figures that agree, and figures that do not.

use super::*;

const FORM: ReportForm<'_> = ReportForm {
    documents_issued: "2",
    publicity_items: "5",
    people_reached: "1.200",
    entries_mobilised: "4",
    local_contest_held: true,
    local_entries: "12",
    local_forwarded: "3",
    initiatives: "7",
    commendations: "0",
    difficulties: "",
    proposals: "",
};

fn codes(form: ReportForm<'_>) -> Vec<(&'static str, String)> {
    let refusals = Report::parse(form).unwrap_err();
    refusals.iter().map(|each| (each.code(), each.field().unwrap())).collect()
}

#[test]
fn a_report_whose_figures_agree_is_read() {
    let report = Report::parse(FORM).unwrap();
    assert_eq!(report.figures.people_reached, 1200);
    assert_eq!(report.figures.local_contest, Some(LocalContest { entries: 12, forwarded: 3 }));
}

#[test]
fn an_empty_field_is_not_zero() {
    let form = ReportForm { initiatives: " ", commendations: "vài", ..FORM };
    let expected = [
        ("campaign.figure_missing", "initiatives".to_owned()),
        ("campaign.figure_not_a_count", "commendations".to_owned()),
    ];
    assert_eq!(codes(form), expected);
}

#[test]
fn no_part_is_greater_than_its_whole() {
    let form = ReportForm { local_forwarded: "13", ..FORM };
    let refused = ("campaign.figures_disagree", "local_forwarded".to_owned());
    assert_eq!(codes(form), [refused.clone(), refused.clone()]);
    assert_eq!(codes(ReportForm { entries_mobilised: "2", ..FORM }), [refused]);
}

#[test]
fn nobody_is_reached_by_nothing() {
    let form = ReportForm { publicity_items: "0", ..FORM };
    assert_eq!(codes(form), [("campaign.reached_by_nothing", "people_reached".to_owned())]);
}

#[test]
fn without_a_local_contest_there_are_no_local_figures() {
    let form = ReportForm { local_contest_held: false, local_forwarded: "0", ..FORM };
    assert_eq!(codes(form), [("campaign.no_local_contest", "local_entries".to_owned())]);
    let none = ReportForm { local_entries: "", ..form };
    assert_eq!(Report::parse(none).unwrap().figures.local_contest, None);
}
