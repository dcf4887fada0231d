//! A form of a report as fields of a page, and what comes back from them.

use std::collections::BTreeMap;

use hoithi_correspondence::{KeptFile, take_file};
use hoithi_journal::{Halt, Refused};
use hoithi_people::{OrRefuseAll, Refusals};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::{parse_count, parse_day};
use hoithi_rules::reporting::{Answer, Figure, Given, Question, ReportForm, ReportRefusal, Section};
use hoithi_web::{Form, House, Page, Posted, Upload};

use super::words::many;
use crate::line::{ReportFile, ReportLine, SCANS, pages_of};
use crate::operations::{OnPaper, SubmitReport};
use crate::refusal::ReportingRefusal;
use crate::store::Draft;

/// Fields beside the figures and texts.
const BESIDE: [&str; 6] = ["seen", "draft", "step", "received_on", "how", Given::SURE];

/// The box of what is attached.
const ATTACHED: &str = "file";

/// The box of the signed paper; no figure can be called so.
const SIGNED: &str = "signed-paper";

/// A section as the page shows it.
pub(super) struct SectionShown {
    pub(super) title: String,
    pub(super) folded: bool,
    /// Whether a fold stands open: something in it is wrong.
    pub(super) open: bool,
    /// What a fold says of itself.
    pub(super) says: String,
    pub(super) question: Option<QuestionShown>,
    pub(super) fields: Vec<FieldShown>,
}

/// A yes or no, as the page asks it.
pub(super) struct QuestionShown {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) hint: String,
}

/// One figure's field.
pub(super) struct FieldShown {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) unit: String,
    pub(super) optional: bool,
}

/// What the system counts of the figures, and what waits to be counted.
type Known<'a> = (&'a BTreeMap<String, u64>, &'a BTreeMap<String, u64>);

pub(super) fn sections(page: &Page, form: &ReportForm, typed: &Form, known: Known<'_>) -> Vec<SectionShown> {
    let shown = |section: &Section| SectionShown {
        title: section.title.clone(),
        folded: section.folded,
        open: codes_of(section).any(|code| typed.error(code).is_some()),
        says: says(page, &section.figures, typed, known.0),
        question: section.question.as_ref().map(|asked| question(page, section, asked)),
        fields: section.figures.iter().map(|figure| field(page, figure, known)).collect(),
    };
    form.sections.iter().map(shown).collect()
}

/// Everything that a section asks.
fn codes_of(section: &Section) -> impl Iterator<Item = &str> {
    let question = section.question.iter().map(|asked| asked.code.as_str());
    question.chain(section.figures.iter().map(|figure| figure.code.as_str()))
}

/// A question says when the figures below it are asked, which holds where no script hides them.
fn question(page: &Page, section: &Section, asked: &Question) -> QuestionShown {
    let leads = !section.figures.is_empty();
    QuestionShown {
        code: asked.code.clone(),
        label: asked.label.clone(),
        hint: if leads { page.t("reporting-question-hint") } else { String::new() },
    }
}

/// The answers to a question.
pub(super) fn yes_no(page: &Page) -> Vec<(String, String)> {
    vec![(Given::NO.to_owned(), page.t("reporting-no")), (Given::YES.to_owned(), page.t("reporting-yes"))]
}

/// How much of a fold is filled in, and how much of that by the system.
fn says(page: &Page, figures: &[Figure], typed: &Form, known: &BTreeMap<String, u64>) -> String {
    let filled = figures.iter().filter(|figure| !typed.value(&figure.code).is_empty());
    let of_system = |figure: &&Figure| {
        known
            .get(&figure.code)
            .is_some_and(|value| parse_count(typed.value(&figure.code)).map(u64::from) == Some(*value))
    };
    let (known, typed): (Vec<&Figure>, Vec<&Figure>) = filled.partition(of_system);
    let filled = typed.len() + known.len();
    let facts = [("filled", filled), ("all", figures.len()), ("known", known.len())];
    let facts = facts.map(|(name, count)| (name, count.to_string()));
    let key = if known.is_empty() { "reporting-section-filled" } else { "reporting-section-known" };
    page.tx(key, &facts)
}

fn field(page: &Page, figure: &Figure, (known, waiting): Known<'_>) -> FieldShown {
    let told =
        |of: &BTreeMap<String, u64>, key| of.get(&figure.code).map(|value| page.t1(key, "value", many(page, *value)));
    let help = Some(figure.help.clone()).filter(|help| !help.is_empty());
    let hint = [help, told(known, "reporting-known"), told(waiting, "reporting-known-waiting")];
    FieldShown {
        code: figure.code.clone(),
        label: figure.label.clone(),
        hint: hint.into_iter().flatten().collect::<Vec<_>>().join(" "),
        unit: figure.unit.clone(),
        optional: !figure.required,
    }
}

/// What was typed last, or the last answer, or what the system knows.
pub(super) fn filled(
    form: &ReportForm,
    line: &ReportLine,
    draft: Option<&Draft>,
    known: &BTreeMap<String, u64>,
) -> Form {
    let start = Form::new().with("seen", line.version()).with("draft", draft.map_or(0, |draft| draft.version));
    match (draft, line.answer()) {
        (Some(draft), _) => {
            let typed = draft.fields.iter().fold(start, |typed, (code, value)| typed.with(code, value));
            known_beside(form, typed, known)
        }
        (None, Some(answer)) => answered(form, start, answer),
        (None, None) => {
            let typed = known.iter().fold(start, |typed, (code, value)| typed.with(code, value));
            // Only a yes is known: who tells the system of nothing may have held a contest all the same.
            let asked = form.sections.iter().filter_map(|section| Some((section, section.question.as_ref()?)));
            let known = asked.filter(|(section, _)| section.figures.iter().any(|each| known.contains_key(&each.code)));
            known.fold(typed, |typed, (_, asked)| typed.with(&asked.code, Given::YES))
        }
    }
}

/// What the system knows where a draft has nothing, except behind a question that was not answered with yes.
fn known_beside(form: &ReportForm, draft: Form, known: &BTreeMap<String, u64>) -> Form {
    let mut filled = draft;
    for section in &form.sections {
        let asked = section.question.as_ref().is_none_or(|asked| filled.checked(&asked.code, Given::YES));
        for figure in section.figures.iter().filter(|_| asked) {
            let value = known.get(&figure.code).filter(|_| filled.value(&figure.code).is_empty());
            if let Some(value) = value {
                filled = filled.with(&figure.code, value);
            }
        }
    }
    filled
}

fn answered(form: &ReportForm, start: Form, answer: &Answer) -> Form {
    let asked: Vec<_> = form.sections.iter().filter_map(|section| section.question.as_ref()).collect();
    let typed = answer.given.figures.iter().fold(start, |typed, (code, value)| {
        if asked.iter().any(|question| question.code == *code) {
            typed.with(code, if *value == 1 { Given::YES } else { Given::NO })
        } else {
            typed.with(code, value)
        }
    });
    answer.given.texts.iter().fold(typed, |typed, (code, words)| typed.with(code, words))
}

/// Every code that the form asks.
fn codes(form: &ReportForm) -> Vec<String> {
    let headings = form.headings.iter().map(|heading| heading.code.clone());
    form.columns().into_iter().map(|column| column.code).chain(headings).collect()
}

pub(super) fn only(form: &ReportForm, typed: &Form) -> Result<(), Halt> {
    let codes = codes(form);
    let known: Vec<&str> = codes.iter().map(String::as_str).chain(BESIDE).collect();
    typed.only(&known)
}

/// As it was typed, right or wrong.
pub(super) fn typed(form: &ReportForm, typed: &Form) -> BTreeMap<String, String> {
    let given = codes(form).into_iter().map(|code| {
        let value = typed.raw(&code).to_owned();
        (code, value)
    });
    given.filter(|(_, value)| !value.is_empty()).collect()
}

/// The signed paper where it comes alone, by whichever box.
pub(super) fn signed_paper(house: &House, posted: &mut Posted, most: u32) -> Result<Vec<KeptFile>, Halt> {
    kept(house, std::mem::take(&mut posted.files), (ATTACHED, most))
}

/// The files of the form: what is attached, and the signed paper.
fn files(house: &House, posted: &mut Posted, form: &ReportForm) -> Result<Vec<ReportFile>, Halt> {
    let uploads = std::mem::take(&mut posted.files).into_iter();
    let (signed, attached): (Vec<_>, Vec<_>) = uploads.partition(|upload| upload.field == SIGNED);
    let mut no = Refusals::new();
    let attached = no.absorb(kept(house, attached, (ATTACHED, form.attachments)))?;
    let signed = no.absorb(kept(house, signed, (SIGNED, pages_of(form))))?;
    let (Some(attached), Some(signed)) = (attached, signed) else { return Err(no.halt()) };
    let attached = attached.into_iter().map(|file| ReportFile { file, signed: false });
    Ok(attached.chain(signed.into_iter().map(|file| ReportFile { file, signed: true })).collect())
}

/// The files of one box, kept; several may come in it.
fn kept(house: &House, uploads: Vec<Upload>, (field, most): (&str, u32)) -> Result<Vec<KeptFile>, Halt> {
    if uploads.len() > usize::try_from(most).unwrap_or(usize::MAX) {
        let mut no = Refusals::new();
        no.keep(field, Err::<(), _>(ReportingRefusal::TooManyFiles));
        return Err(no.halt());
    }
    let mut kept = Vec::new();
    for upload in uploads {
        let field = upload.field.clone();
        let one = Posted { form: Form::new(), files: vec![upload] };
        kept.extend(take_file(house, &one, &field, &SCANS)?);
    }
    Ok(kept)
}

/// What a posted form answers, every fault at its field.
pub(super) fn answer(
    house: &House,
    posted: &mut Posted,
    form: &ReportForm,
    line: &ReportLine,
    known: BTreeMap<String, u64>,
    on_behalf: bool,
) -> Result<SubmitReport, Halt> {
    let mut no = Refusals::new();
    let on_paper = if on_behalf { paper(&posted.form, &mut no).map(Some) } else { Some(None) };
    let sure = posted.form.checked(Given::SURE, Given::YES);
    let given = Given::read(form, |code| posted.form.raw(code), known);
    let given = given.map_err(|wrong| with_contradictions(form, &posted.form, wrong));
    let given = given.and_then(|given| given.said_right(form, sure)).or_refuse_all();
    let given = no.absorb(given.map_err(|halt| said_too_large(&posted.form, halt)))?;
    let files = no.absorb(files(house, posted, form))?;
    let seen = posted.form.value("seen").parse().unwrap_or(0);
    match (given, on_paper, files, no.is_empty()) {
        (Some(given), Some(on_paper), Some(files), true) => {
            Ok(SubmitReport { request: line.request.id, seen, given, on_paper, files })
        }
        _ => Err(no.halt()),
    }
}

/// Beside what could not be read, what contradicts one another among the figures that could.
fn with_contradictions(form: &ReportForm, typed: &Form, mut wrong: Vec<ReportRefusal>) -> Vec<ReportRefusal> {
    if wrong.iter().any(|each| matches!(each, ReportRefusal::Disagree { .. })) {
        return wrong;
    }
    let asked =
        |section: &&Section| section.question.as_ref().is_none_or(|asked| typed.checked(&asked.code, Given::YES));
    let figures = form.sections.iter().filter(asked).flat_map(|section| &section.figures);
    let read = |figure: &Figure| Some((figure.code.clone(), u64::from(parse_count(typed.raw(&figure.code).trim())?)));
    let figures: BTreeMap<String, u64> = figures.filter_map(read).collect();
    let checks = form.checks.iter().filter(|check| !check.warns);
    wrong.extend(checks.filter_map(|check| check.refusal(form, &figures)));
    wrong
}

/// What is a number and yet no count is too large for one.
fn said_too_large(typed: &Form, halt: Halt) -> Halt {
    let named = |refused: Refused| {
        let given = refused.field.as_deref().map(|field| typed.raw(field).trim()).unwrap_or_default();
        let digits = given.chars().filter(char::is_ascii_digit).count();
        let is_number = digits > 9 && given.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
        let large = is_number && refused.code == "reporting.figure_not_a_count";
        Refused { code: if large { "reporting.figure_too_large" } else { refused.code }, ..refused }
    };
    match halt {
        Halt::Refused(refused) => Halt::Refused(refused.into_iter().map(named).collect()),
        other => other,
    }
}

/// What is said once a draft is kept: a chosen file is not kept with it.
pub(super) fn draft_kept(posted: &Posted) -> &'static str {
    if posted.files.is_empty() { "reporting-draft-kept" } else { "reporting-draft-kept-alone" }
}

fn paper(form: &Form, no: &mut Refusals) -> Option<OnPaper> {
    let received = no.keep("received_on", parse_day(form.value("received_on")).ok_or(ReportingRefusal::Day));
    let how = Channel::told_from_code(form.value("how"));
    let how = no.keep("how", how.ok_or(ReportingRefusal::Way));
    Some(OnPaper { received: received?, how: how? })
}
