//! What the printed registration form says, and whether the one that came back stamped still says it.
//!
//! The form is printed from a dossier under a code that is made of what it says. Signed and stamped it comes
//! back as a scan, which is tied to the print that it shows: from then on whatever of it changes in the dossier
//! is told in words.

use serde::{Deserialize, Serialize};

use super::{Author, Content};
use crate::code::random_code;
use crate::edition::{DossierPart, Rules};

random_code! {
    /// The code of one print of a form: the first letters of the hash of what it says.
    PrintCode, 10 letters from 7 bytes, groups of 5, PrintCodeError, "entries.print_code_form", "shows"
}

/// What a form says, line by line under stable names, in the order in which it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FormFacts(pub Vec<(String, String)>);

/// A line that says something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormChange {
    /// Its stable name: `title`, `author.1.share`.
    pub name: String,
    /// What the form says; empty where it says nothing of it.
    pub before: String,
    /// What the dossier says now.
    pub now: String,
}

impl FormFacts {
    /// What a form says that is printed of this dossier; units by the names that the dossier knows them by.
    /// What follows later or belongs to an author's account is not printed.
    pub fn of(content: &Content, unit: &str, assisting: &str) -> Self {
        let mut facts = Self::default();
        facts.say("title", content.title.as_ref());
        facts.say("category", content.category.as_ref());
        facts.say("entrant", Some(content.entrant.code()));
        facts.say("organisation", content.organisation.as_ref());
        facts.say("created_on", content.created_on);
        facts.say("unit", Some(unit));
        facts.say("assisting", Some(assisting));
        for (author, number) in content.authors.iter().zip(1..) {
            facts.say_author(author, number);
        }
        for code in &content.declarations {
            facts.say(&format!("declared.{code}"), Some("yes"));
        }
        facts
    }

    fn say_author(&mut self, author: &Author, number: usize) {
        let name = |what: &str| format!("author.{number}.{what}");
        self.say(&name("name"), Some(&author.name));
        self.say(&name("born"), author.born);
        self.say(&name("workplace"), Some(&author.workplace));
        self.say(&name("share"), Some(author.share));
        self.say(&name("representative"), author.representative.then_some("yes"));
    }

    /// What is empty is not said.
    fn say(&mut self, name: &str, value: Option<impl ToString>) {
        let value = value.map(|value| value.to_string()).unwrap_or_default();
        if !value.trim().is_empty() {
            self.0.push((name.to_owned(), value));
        }
    }

    /// What stands under that name; empty where nothing does.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// How many authors it names.
    pub fn authors(&self) -> usize {
        let is_name =
            |name: &str| name.strip_prefix("author.").is_some_and(|rest| rest.strip_suffix(".name").is_some());
        self.0.iter().filter(|(name, _)| is_name(name)).count()
    }

    /// What a dossier that says `now` says differently, in the order of the form.
    pub fn changed(&self, now: &Self) -> Vec<FormChange> {
        let added = now.0.iter().filter(|(name, _)| self.get(name).is_empty());
        let names = self.0.iter().chain(added).map(|(name, _)| name);
        let change =
            |name: &String| FormChange { name: name.clone(), before: self.get(name).into(), now: now.get(name).into() };
        names.map(change).filter(|change| change.before != change.now).collect()
    }
}

/// How the stamped form stands to the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamped {
    /// This contest has no form printed here.
    NotAsked,
    /// It has not come.
    Missing,
    /// It came and shows no print of this house: only a person can compare it.
    NotPrintedHere,
    /// It says what the dossier says.
    Stands,
    /// The dossier says something else now.
    Differs,
}

impl Stamped {
    /// Whether another scan is to come.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Missing | Self::Differs)
    }

    /// The part that waits for its stamped form, where the form may follow the dossier.
    pub fn awaited(self, rules: &Rules) -> Option<&DossierPart> {
        rules.stamp_follows()?;
        if self.is_open() { rules.stamped_part() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::edition::{CategoryCode, EntrantKind};
    use crate::entries::dossier::tests::{complete, part, pdf};
    use crate::entries::{Confirmation, PartContent, Share};
    use crate::ids::AccountId;

    fn printed(content: &Content) -> FormFacts {
        FormFacts::of(content, "Mỏ than Minh Họa", "")
    }

    type Changed = (&'static str, fn(&mut Content));

    /// One change of each thing that stands on the paper, by the name under which it is told.
    fn changes() -> [Changed; 11] {
        [
            ("title", |content| content.title = Some("Máy rửa cát".parse().unwrap())),
            ("category", |content| content.category = CategoryCode::parse("y-duoc")),
            ("entrant", |content| content.entrant = EntrantKind::Organisation),
            ("organisation", |content| content.organisation = Some("Công ty Minh Họa".into())),
            ("created_on", |content| content.created_on = None),
            ("author.2.name", |content| content.authors[1].name = "Trần Thị Bính".parse().unwrap()),
            ("author.1.born", |content| content.authors[0].born = Some(jiff::civil::date(1980, 2, 3))),
            ("author.1.workplace", |content| content.authors[0].workplace = "Xưởng khác".into()),
            ("author.1.share", |content| content.authors[0].share = Share::WHOLE),
            ("author.1.representative", |content| content.authors[0].representative = false),
            ("declared.khong-trung", |content| {
                content.declarations.remove(&part("khong-trung"));
            }),
        ]
    }

    #[test]
    fn each_printed_value_that_changes_is_told_by_its_name() {
        let before = printed(&complete());
        assert!(before.changed(&before).is_empty());
        for (name, change) in changes() {
            let mut content = complete();
            change(&mut content);
            let told: Vec<String> = before.changed(&printed(&content)).into_iter().map(|each| each.name).collect();
            assert_eq!(told, [name]);
        }
        let unit = FormFacts::of(&complete(), "Mỏ khác", "Trường Minh Họa");
        let told: Vec<String> = before.changed(&unit).into_iter().map(|each| each.name).collect();
        assert_eq!(told, ["unit", "assisting"]);
    }

    #[test]
    fn an_author_more_or_less_is_told() {
        let mut fewer = complete();
        fewer.authors.pop();
        let (two, one) = (printed(&complete()), printed(&fewer));
        assert_eq!((two.authors(), one.authors()), (2, 1));
        assert!(two.changed(&one).iter().all(|change| change.name.starts_with("author.2.") && change.now.is_empty()));
        assert!(one.changed(&two).iter().any(|change| change.name == "author.2.name" && change.before.is_empty()));
    }

    proptest! {
        #[test]
        fn nothing_that_is_not_printed_breaks_it(words in ".{0,40}", bytes in 1_u64..9_000, account: u128) {
            let mut content = complete();
            content.dossier.0.insert(part("tom-tat"), PartContent::Text(words));
            content.dossier.0.insert(part("ban-mo-ta"), pdf(bytes));
            content.authors[1].account = Some(AccountId::new(uuid::Uuid::from_u128(account)));
            content.authors[1].confirmation = Confirmation::Pending;
            prop_assert_eq!(printed(&content), printed(&complete()));
        }
    }
}
