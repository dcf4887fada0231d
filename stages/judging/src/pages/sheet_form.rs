//! The sheet between its form and its marks.

use hoithi_journal::{Fact, Halt, Refused};
use hoithi_rules::judging::{Band, Criterion, Points, Rubric, Scale};
use hoithi_web::{Form, Page};

use super::{band_field, mark_field, points};
use crate::sheets::{Sheet, Written};

/// A criterion on the page.
pub(super) struct CriterionView {
    pub(super) field: String,
    pub(super) band_field: String,
    pub(super) name: String,
    pub(super) guidance: String,
    pub(super) max: String,
    pub(super) step: String,
    pub(super) bands: Vec<BandView>,
    /// What was given, for reading back; a dash while nothing was.
    pub(super) given: String,
    /// The band in which it lies.
    pub(super) chosen: String,
}

/// A band of a criterion on the page.
pub(super) struct BandView {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) range: String,
}

pub(super) fn criteria(page: &Page, rubric: &Rubric, written: &Written) -> Vec<CriterionView> {
    rubric.criteria.iter().map(|criterion| view(page, criterion, written)).collect()
}

fn view(page: &Page, criterion: &Criterion, written: &Written) -> CriterionView {
    let given = written.marks.get(&criterion.code).copied();
    let band = given.and_then(|mark| band_of(criterion, mark)).and_then(|index| bands(criterion).get(index));
    let whole = criterion.step == Points::whole(1);
    CriterionView {
        field: mark_field(&criterion.code),
        band_field: band_field(&criterion.code),
        name: criterion.name.clone(),
        guidance: criterion.guidance.clone(),
        max: points(page, criterion.max),
        step: if whole { String::new() } else { page.t1("judging-step", "step", points(page, criterion.step)) },
        bands: (0..).zip(bands(criterion)).map(|(index, band)| band_view(page, index, band)).collect(),
        given: given.map_or_else(|| "–".to_owned(), |mark| points(page, mark)),
        chosen: band.map(|band| band.name.clone()).unwrap_or_default(),
    }
}

fn band_view(page: &Page, index: usize, band: &Band) -> BandView {
    let (from, to) = (points(page, band.from), points(page, band.to));
    let range = if from == to { from } else { format!("{from}–{to}") };
    BandView { value: index.to_string(), name: band.name.clone(), range }
}

fn bands(criterion: &Criterion) -> &[Band] {
    match &criterion.scale {
        Scale::Plain => &[],
        Scale::Bands(bands) => bands,
    }
}

fn band_of(criterion: &Criterion, mark: Points) -> Option<usize> {
    bands(criterion).iter().position(|band| (band.from..=band.to).contains(&mark))
}

/// The form of a sheet as it was saved.
pub(super) fn filled(page: &Page, rubric: &Rubric, sheet: &Sheet) -> Form {
    let written = &sheet.written;
    let mut form = Form::new().with("version", sheet.version).with("comment", &written.comment);
    for criterion in &rubric.criteria {
        let mark = written.marks.get(&criterion.code).copied();
        if let Some(mark) = mark {
            form = form.with(&mark_field(&criterion.code), points(page, mark));
        }
        let picked = written.bands.get(&criterion.code).copied();
        if let Some(band) = picked.or_else(|| mark.and_then(|mark| band_of(criterion, mark))) {
            form = form.with(&band_field(&criterion.code), band);
        }
    }
    form
}

/// The fields of this rubric's form, but for its version.
fn fields(rubric: &Rubric) -> Vec<String> {
    let codes = rubric.criteria.iter().map(|criterion| &criterion.code);
    let marks = codes.flat_map(|code| [mark_field(code), band_field(code)]);
    marks.chain(["comment", "next"].map(str::to_owned)).collect()
}

/// A form with any other field was not made by our page.
pub(super) fn only(form: &Form, rubric: &Rubric) -> Result<(), Halt> {
    let fields = fields(rubric);
    form.only(&fields.iter().map(String::as_str).chain(["version"]).collect::<Vec<_>>())
}

/// What was typed, to be saved over another version than the one it began from.
pub(super) fn on_version(form: &Form, rubric: &Rubric, version: i64) -> Form {
    let fields = fields(rubric);
    let typed = fields.iter().filter_map(|field| Some((field, form.given(field)?)));
    typed.fold(Form::new().with("version", version), |form, (field, value)| form.with(field, value))
}

/// What a form says, and what of it cannot be read.
pub(super) fn read(form: &Form, rubric: &Rubric) -> (Written, Vec<Refused>) {
    let (mut written, mut refused) = (Written::default(), Vec::new());
    for criterion in &rubric.criteria {
        let field = mark_field(&criterion.code);
        match form.given(&field).map(str::parse::<Points>) {
            Some(Ok(mark)) => drop(written.marks.insert(criterion.code.clone(), mark)),
            Some(Err(_)) => refused.push(not_points(criterion, field, form)),
            None => {}
        }
        if let Some(Ok(band)) = form.given(&band_field(&criterion.code)).map(str::parse) {
            written.bands.insert(criterion.code.clone(), band);
        }
    }
    form.value("comment").clone_into(&mut written.comment);
    (written, refused)
}

fn not_points(criterion: &Criterion, field: String, form: &Form) -> Refused {
    let facts = vec![
        ("criterion", Fact::Text(criterion.name.clone())),
        ("given", Fact::Text(form.value(&field).chars().take(20).collect())),
    ];
    let english = "this is not a number of points".to_owned();
    Refused { code: "judging.not_points", field: Some(field), facts, english }
}
