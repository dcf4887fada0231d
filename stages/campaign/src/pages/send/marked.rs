//! Which units of the page of sending are marked: by hand, all, none, or those of a group.

use hoithi_web::Form;

use super::{SendPage, TaskFields};
use crate::pages::whom::Group;

/// How the list of units is shown again, with everything else as it was typed.
pub(super) enum Marked {
    /// As it was.
    AsTyped,
    /// Every unit that is shown.
    All,
    /// No unit.
    None,
    /// Besides what was marked, every unit of one group.
    With(String),
    /// What was marked, but for one group.
    Without(String),
}

impl Marked {
    pub(super) fn asked(form: &Form) -> Option<Self> {
        match form.value("step") {
            "change" => Some(Self::AsTyped),
            "all" => Some(Self::All),
            "none" => Some(Self::None),
            step => {
                let (verb, group) = step.split_once(' ')?;
                match verb {
                    "with" => Some(Self::With(group.to_owned())),
                    "without" => Some(Self::Without(group.to_owned())),
                    _ => None,
                }
            }
        }
    }
}

/// Up to so many units stand open one beside the other.
const FEW: usize = 15;

impl SendPage {
    pub(super) fn marked(mut self, marked: &Marked) -> Self {
        if self.has_no_day() {
            return self;
        }
        let ids = |group: &Group| group.units.iter().map(|(unit, _)| unit.clone()).collect::<Vec<_>>();
        let of = |key: &str| self.groups.iter().filter(|group| group.key == key).flat_map(ids).collect::<Vec<_>>();
        match marked {
            Marked::AsTyped => {}
            Marked::All => self.marks = self.groups.iter().flat_map(ids).collect(),
            Marked::None => self.marks.clear(),
            Marked::With(key) => self.marks.extend(of(key)),
            Marked::Without(key) => {
                let left_out = of(key);
                self.marks.retain(|unit| !left_out.contains(unit));
            }
        }
        self
    }

    /// Whether the day of the units is none, so that none can be shown.
    pub(super) fn has_no_day(&self) -> bool {
        self.form.error("on").is_some()
    }

    /// What was chosen while no unit can be shown: it waits for a day.
    pub(super) fn held(&self) -> Vec<(String, String)> {
        if !self.has_no_day() {
            return Vec::new();
        }
        let asked = ["kind", "area"].map(|field| (field.to_owned(), self.form.value(field).to_owned()));
        asked.into_iter().chain(self.marks.iter().map(|unit| ("units".to_owned(), unit.clone()))).collect()
    }

    /// How many units are offered.
    pub(super) fn count(&self) -> usize {
        self.groups.iter().map(|group| group.units.len()).sum()
    }

    pub(super) fn is_marked(&self, unit: &str) -> bool {
        self.marks.contains(unit)
    }

    /// Whether the units need no folding.
    pub(super) fn few(&self) -> bool {
        self.count() <= FEW
    }

    /// How many units of a group are marked.
    pub(super) fn ticked(&self, group: &Group) -> String {
        let marked = group.units.iter().filter(|(unit, _)| self.marks.contains(unit)).count();
        self.ticked_of(marked.to_string(), group)
    }

    /// The same with a place for the figure, which the script keeps right.
    pub(super) fn ticked_words(&self, group: &Group) -> String {
        self.ticked_of("%n".to_owned(), group)
    }

    fn ticked_of(&self, marked: String, group: &Group) -> String {
        self.page.tx("campaign-group-marked", &[("marked", marked), ("count", group.units.len().to_string())])
    }

    /// Whether a task's words and day stand open: it is given, or something in them is wrong.
    pub(super) fn is_open(&self, task: &TaskFields) -> bool {
        let wrong = |field: &String| self.form.error(field).is_some();
        self.form.checked(&task.chosen, "co") || wrong(&task.title) || wrong(&task.words) || wrong(&task.due)
    }
}
