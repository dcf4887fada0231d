//! By which forms reports were written. Figures of two forms are added only where every code stands for
//! the same in both, as in two versions of a form of which one has better words.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_rules::reporting::{ReportForm, Section};
use hoithi_store::{Conn, StoreError};

use crate::forms::{FormKey, chosen, form_of};
use crate::line::ReportLine;

/// A form with the versions of it that add up.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its versions, the newest first.
    pub keys: Vec<FormKey>,
    /// What the newest of them asks.
    pub form: ReportForm,
    /// How many reports are asked by it.
    pub reports: usize,
    /// Below which question a figure stands in each version; a later one may have moved it.
    below: BTreeMap<FormKey, BTreeMap<String, String>>,
}

impl Sheet {
    /// Stable name, in addresses.
    pub fn code(&self) -> String {
        self.keys.first().map(FormKey::in_address).unwrap_or_default()
    }

    pub(super) fn holds(&self, line: &ReportLine) -> bool {
        self.keys.contains(&line.form)
    }

    /// The question below which a report was asked a figure.
    pub(super) fn question_over(&self, line: &ReportLine, code: &str) -> Option<&str> {
        self.below.get(&line.form)?.get(code).map(String::as_str)
    }

    /// Takes another version in, with the headings that only it has.
    fn take(&mut self, key: FormKey, form: ReportForm, reports: usize) {
        self.below.insert(key.clone(), below_questions(&form));
        self.keys.push(key);
        self.reports += reports;
        for heading in form.headings {
            if !self.form.headings.iter().any(|known| known.code == heading.code) {
                self.form.headings.push(heading);
            }
        }
    }
}

/// The code of the question over each figure that has one.
fn below_questions(form: &ReportForm) -> BTreeMap<String, String> {
    let below = |section: &Section| {
        let asked = section.question.as_ref().map(|question| question.code.clone());
        let pair = |code: &String| Some((code.clone(), asked.clone()?));
        section.figures.iter().filter_map(|figure| pair(&figure.code)).collect::<Vec<_>>()
    };
    form.sections.iter().flat_map(below).collect()
}

/// The form that these reports are added up by, and the others among them. It is the one that was chosen,
/// else the edition's, else the one of most reports.
pub(super) async fn sheets(
    db: &mut Conn,
    edition: &Edition,
    lines: &[ReportLine],
    wanted: Option<&FormKey>,
) -> Result<(Option<Sheet>, Vec<Sheet>), StoreError> {
    let mut used: BTreeMap<&FormKey, usize> = BTreeMap::new();
    for line in lines {
        *used.entry(&line.form).or_default() += 1;
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    for (key, reports) in used.into_iter().rev() {
        let form = form_of(db, key, edition).await?;
        let same = |sheet: &&mut Sheet| sheet.keys[0].code == key.code && sheet.form.adds_up_with(&form);
        if let Some(sheet) = sheets.iter_mut().find(same) {
            sheet.take(key.clone(), form, reports);
        } else {
            let below = BTreeMap::from([(key.clone(), below_questions(&form))]);
            sheets.push(Sheet { keys: vec![key.clone()], form, reports, below });
        }
    }
    let own = chosen(db, edition.id).await?;
    let place_of = |key: &FormKey| sheets.iter().position(|sheet| sheet.keys.contains(key));
    let most = || (0..sheets.len()).max_by_key(|place| sheets[*place].reports);
    let place = wanted.and_then(place_of).or_else(|| place_of(&own)).or_else(most);
    Ok((place.map(|place| sheets.remove(place)), sheets))
}
