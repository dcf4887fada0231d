//! By which forms reports were written. Figures of two forms are added only where every code stands for
//! the same in both, as in two versions of a form of which one has better words.

use std::collections::BTreeMap;

use hoithi_edition::Edition;
use hoithi_rules::reporting::ReportForm;
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
}

impl Sheet {
    /// Stable name, in addresses.
    pub fn code(&self) -> String {
        self.keys.first().map(FormKey::in_address).unwrap_or_default()
    }

    pub(super) fn holds(&self, line: &ReportLine) -> bool {
        self.keys.contains(&line.form)
    }

    /// Takes another version in, with the headings that only it has.
    fn take(&mut self, key: FormKey, form: ReportForm, reports: usize) {
        self.keys.push(key);
        self.reports += reports;
        for heading in form.headings {
            if !self.form.headings.iter().any(|known| known.code == heading.code) {
                self.form.headings.push(heading);
            }
        }
    }
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
        match sheets.iter_mut().find(same) {
            Some(sheet) => sheet.take(key.clone(), form, reports),
            None => sheets.push(Sheet { keys: vec![key.clone()], form, reports }),
        }
    }
    let own = chosen(db, edition.id).await?;
    let place_of = |key: &FormKey| sheets.iter().position(|sheet| sheet.keys.contains(key));
    let most = || (0..sheets.len()).max_by_key(|place| sheets[*place].reports);
    let place = wanted.and_then(place_of).or_else(|| place_of(&own)).or_else(most);
    Ok((place.map(|place| sheets.remove(place)), sheets))
}
