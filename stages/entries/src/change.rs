//! Changes to a draft: each one step of the dossier's task list.

use std::collections::BTreeSet;

use hoithi_journal::Act;
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, Rules, Values};
use hoithi_rules::entries::{AttachedFile, Author, Confirmation, Content, PartContent, PrintCode, Share, Title};
use hoithi_rules::ids::{AccountId, AuthorId, FileId, UnitId};
use hoithi_rules::people::PersonName;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::given::GivenFile;
use crate::kept::{Reach, digest};
use crate::photographs::Pictures;

/// One change.
#[derive(Clone, Debug)]
pub enum Change {
    /// What the solution is called, where it belongs, who enters it.
    Solution(Solution),
    /// The unit where it was made or is in use.
    Unit(Option<UnitId>),
    /// The units that helped, and no others.
    Assisting(BTreeSet<UnitId>),
    /// Adds an author, or changes one.
    Author(AuthorWords),
    /// Takes an author out.
    WithoutAuthor(AuthorId),
    /// The shares of all, and who speaks for them.
    Shares {
        /// Each author's.
        shares: Vec<(AuthorId, Share)>,
        /// Who speaks for all.
        representative: Option<AuthorId>,
    },
    /// The words of a text part; none take it away.
    Text(PartCode, String),
    /// What is written into the fields of a part, and nothing else; none take it away.
    Values(PartCode, Values),
    /// A file for a part; it lies in the house's store already.
    File(PartCode, GivenFile),
    /// Which print the file of a part shows; none where it was not printed here.
    Shows(PartCode, Option<PrintCode>),
    /// Takes a part away.
    WithoutPart(PartCode),
    /// The declarations that are confirmed; all others are not.
    Declarations(BTreeSet<PartCode>),
}

/// The head of a dossier.
#[derive(Clone, Debug)]
pub struct Solution {
    /// The title.
    pub title: Option<Title>,
    /// The category.
    pub category: Option<CategoryCode>,
    /// In what capacity they enter.
    pub entrant: EntrantKind,
    /// In whose name, where an organisation enters.
    pub organisation: Option<String>,
    /// Since when the solution has been in use.
    pub created_on: Option<Date>,
}

/// What the form says of an author.
#[derive(Clone, Debug)]
pub struct AuthorWords {
    /// Whom it changes; none adds an author.
    pub id: Option<AuthorId>,
    /// The name as on the certificate.
    pub name: PersonName,
    /// The day of birth, where the edition asks for it.
    pub born: Option<Date>,
    /// Where they work or live.
    pub workplace: String,
    /// Where they work, as a registered unit.
    pub unit: Option<UnitId>,
    /// How to reach them.
    pub reach: Reach,
    /// Whoever writes the dossier says that this author agreed and signed the form.
    pub agreed: bool,
    /// Their share, where it comes along; else it stays, a new author begins with none.
    pub share: Option<Share>,
    /// Whether they speak for all, where it comes along.
    pub representative: Option<bool>,
}

impl Change {
    /// What the journal says was changed.
    pub(crate) fn what(&self) -> String {
        match self {
            Self::Solution(_) => "solution".to_owned(),
            Self::Unit(_) => "unit".to_owned(),
            Self::Assisting(_) => "assisting".to_owned(),
            Self::Author(_) | Self::WithoutAuthor(_) | Self::Shares { .. } => "authors".to_owned(),
            Self::Text(part, _)
            | Self::Values(part, _)
            | Self::File(part, _)
            | Self::Shows(part, _)
            | Self::WithoutPart(part) => {
                format!("part {part}")
            }
            Self::Declarations(_) => "declarations".to_owned(),
        }
    }

    /// The photographs behind a file, where it was made of some.
    pub(crate) fn pictures(&self) -> Option<(PartCode, Pictures)> {
        match self {
            Self::File(part, file) => Some((part.clone(), file.pictures.clone()?)),
            _ => None,
        }
    }

    /// Makes the change on a draft's content.
    pub(crate) fn apply(self, content: &mut Content, reach: &mut Vec<Reach>, rules: &Rules, act: &Act) {
        let before = content.authors.clone();
        match self {
            Self::Solution(head) => apply_head(head, content),
            Self::Unit(_) | Self::Assisting(_) | Self::Shows(..) => {}
            Self::Author(words) => put_author(words, content, reach, act),
            Self::WithoutAuthor(id) => take_author_out(id, content, reach),
            Self::Shares { shares, representative } => apply_shares(&shares, representative, content),
            Self::Text(part, text) => put_text(part, &text, content),
            Self::Values(part, typed) => put_values(&part, &typed, rules, content),
            Self::File(part, given) => {
                let (id, sha256) = (FileId::new(act.new_id()), digest(&given.sha256));
                let file = AttachedFile { id, name: given.name, bytes: given.bytes, sha256, shows: None };
                content.dossier.0.insert(part, PartContent::File(file));
            }
            Self::WithoutPart(part) => {
                content.dossier.0.remove(&part);
            }
            Self::Declarations(declared) => content.declarations = declared,
        }
        ask_again(&before, content, act);
        suit_entrant(content, rules);
    }
}

fn apply_head(head: Solution, content: &mut Content) {
    content.title = head.title;
    content.category = head.category;
    content.entrant = head.entrant;
    content.organisation = head.organisation;
    content.created_on = head.created_on;
}

/// Only what the rule book has a field for is kept, in the form of its kind.
fn put_values(part: &PartCode, typed: &Values, rules: &Rules, content: &mut Content) {
    let fields = rules.dossier_part(part.as_str()).map(|part| part.fields.as_slice()).unwrap_or_default();
    let kept = fields.iter().filter_map(|field| {
        let value = field.kept(typed.get(&field.code)?);
        (!value.is_empty()).then(|| (field.code.clone(), value))
    });
    let kept: Values = kept.collect();
    if kept.is_empty() {
        content.dossier.0.remove(part);
    } else {
        content.dossier.0.insert(part.clone(), PartContent::Values(kept));
    }
}

fn put_text(part: PartCode, text: &str, content: &mut Content) {
    let text = hoithi_rules::text::paragraphs(text);
    if text.is_empty() {
        content.dossier.0.remove(&part);
    } else {
        content.dossier.0.insert(part, PartContent::Text(text));
    }
}

fn put_author(words: AuthorWords, content: &mut Content, reach: &mut Vec<Reach>, act: &Act) {
    let at = content.authors.iter().position(|author| Some(author.id) == words.id);
    // Another name is another person, who has no account here and has agreed to nothing.
    let same = |author: &Author| author.name == words.name;
    let before = at.map(|at| content.authors[at].clone());
    let person = before.as_ref().filter(|author| same(author));
    let (account, confirmation) =
        (person.and_then(|author| author.account), confirmation(person, words.agreed, act.now()));
    let author = Author {
        id: before.as_ref().map_or_else(|| AuthorId::new(act.new_id()), |author| author.id),
        account,
        name: words.name,
        born: words.born,
        workplace: words.workplace,
        unit: words.unit,
        share: words.share.or(before.as_ref().map(|author| author.share)).unwrap_or_default(),
        // The first author speaks for all until somebody else is chosen.
        representative: words
            .representative
            .or(before.as_ref().map(|author| author.representative))
            .unwrap_or(content.authors.is_empty()),
        confirmation,
    };
    if let Some(at) = at {
        content.authors[at] = author;
        reach[at] = words.reach;
    } else {
        content.authors.push(author);
        reach.push(words.reach);
    }
    if content.authors.len() == 1 && words.share.is_none() {
        content.authors[0].share = Share::WHOLE;
    }
}

/// Who confirmed in person stays so; for the others whoever writes the dossier answers.
fn confirmation(before: Option<&Author>, agreed: bool, now: Timestamp) -> Confirmation {
    match (before.map(|author| author.confirmation), agreed) {
        (Some(Confirmation::InApp { at }), _) => Confirmation::InApp { at },
        (Some(Confirmation::OnForm { at }), true) => Confirmation::OnForm { at },
        (_, true) => Confirmation::OnForm { at: now },
        (_, false) => Confirmation::Pending,
    }
}

/// Whose share is another one now agrees anew.
fn ask_again(before: &[Author], content: &mut Content, act: &Act) {
    let by = act.actor().account.map(AccountId::new);
    let changed = |author: Author| match before.iter().find(|known| known.id == author.id) {
        Some(known) => author.changed_from(known, by),
        None => author,
    };
    content.authors = std::mem::take(&mut content.authors).into_iter().map(changed).collect();
}

fn take_author_out(id: AuthorId, content: &mut Content, reach: &mut Vec<Reach>) {
    let Some(at) = content.authors.iter().position(|author| author.id == id) else { return };
    content.authors.remove(at);
    reach.remove(at);
    if let [only] = content.authors.as_mut_slice() {
        only.share = Share::WHOLE;
        only.representative = true;
    }
}

fn apply_shares(shares: &[(AuthorId, Share)], representative: Option<AuthorId>, content: &mut Content) {
    for author in &mut content.authors {
        if let Some((_, share)) = shares.iter().find(|(id, _)| *id == author.id) {
            author.share = *share;
        }
        if let Some(chosen) = representative {
            author.representative = author.id == chosen;
        }
    }
}

/// One author is an individual, several are a group, where the edition admits both: nobody should
/// have to say what the list of authors says already.
fn suit_entrant(content: &mut Content, rules: &Rules) {
    let suits = match (content.entrant, content.authors.len()) {
        (EntrantKind::Individual, 2..) => EntrantKind::Group,
        (EntrantKind::Group, 1) => EntrantKind::Individual,
        (kind, _) => kind,
    };
    if rules.entrants.kinds.contains(&suits) {
        content.entrant = suits;
    }
}
