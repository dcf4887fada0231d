//! An entry as this room keeps it, and the shorter card that other rooms read.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_journal::Halt;
use hoithi_people::{Contact, LoginError};
use hoithi_rules::edition::{CategoryCode, DossierPart, PartCode, Rules};
use hoithi_rules::entries::{
    Author, DossierHash, Entry, EntryNumber, FormChange, FormFacts, OnTheTable, PartContent, Promise, Receipt, Share,
    Stamped,
};
use hoithi_rules::ids::{AccountId, AuthorId, EditionId, EntryId, UnitId};
use hoithi_rules::people::PersonName;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::standing::Standing;

/// An entry with everything that is known of it.
#[derive(Clone, Debug)]
pub struct KeptEntry {
    /// What the law knows: content, state, version.
    pub entry: Entry,
    /// How far it is, screening's verdict included.
    pub standing: Standing,
    /// The category to which screening moved it; the content holds the authors' own.
    pub moved_to: Option<CategoryCode>,
    /// The account that writes it; none where it was written for somebody.
    pub owner: Option<AccountId>,
    /// Who began it on the authors' behalf.
    pub recorder: Option<AccountId>,
    /// The unit's name when it was chosen; names change, a dossier does not.
    pub unit_name: String,
    /// Units that helped; the entry is counted with the one that sends it.
    pub assisting: Vec<AssistingUnit>,
    /// How to reach each author, in the order of `entry.content.authors`.
    pub reach: Vec<Reach>,
    /// What screening asked for or why it refused.
    pub reasons: Vec<String>,
    /// The day of the postmark, where it came by post.
    pub postmark: Option<Date>,
    /// When it lay on the table, where it was entered later.
    pub on_table: Option<OnTheTable>,
    /// Who handed it in for its authors; none while nobody did.
    pub handed_in: Option<HandedIn>,
    /// The local contest it came from.
    pub origin: Option<Origin>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When anything of it last changed.
    pub changed_at: Timestamp,
    /// Until when this entry alone is taken, where it was given more time than all.
    pub longer: Option<Timestamp>,
    /// Files that are still to come, of which the hash is here.
    pub promises: Vec<Promise>,
    /// Whether the prizes of its contest are decided: from then on nothing goes back.
    pub prizes_decided: bool,
    /// What the stamped form says, where it shows a print of this house.
    pub shown: Option<FormFacts>,
    /// Why parts are kept secret that whoever writes it keeps so.
    pub secrets: BTreeMap<PartCode, String>,
    /// The unit for which it was received, where that has ended and a successor holds the entry since.
    pub received_for: Option<UnitId>,
    /// The entry of the same solution into which it was closed.
    pub merged_into: Option<EntryId>,
}

/// A unit that helped with an entry which another one sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssistingUnit {
    /// Which.
    pub unit: UnitId,
    /// Its name when it was chosen.
    pub name: String,
}

/// Who handed an entry in for its authors, as it was on that day: names change, a dossier does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// Their name.
    pub name: String,
    /// The unit whose contact they were; none where the organisers took it in themselves.
    pub unit: Option<String>,
}

/// How to reach an author; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// An address.
    pub email: String,
    /// A number.
    pub phone: String,
}

/// Where a promoted entry came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The local edition.
    pub edition: EditionId,
    /// The entry there.
    pub entry: EntryId,
    /// Its number there.
    pub number: String,
}

impl Reach {
    /// Checks the shapes of what was given; nothing may be given at all.
    pub fn parse(email: &str, phone: &str) -> Result<Self, LoginError> {
        if email.trim().is_empty() && phone.trim().is_empty() {
            return Ok(Self::default());
        }
        let contact = Contact::parse(email, phone)?;
        Ok(Self { email: contact.email, phone: contact.phone })
    }
}

impl KeptEntry {
    /// Its id.
    pub fn id(&self) -> EntryId {
        self.entry.id
    }

    /// The unit that the dossier and its hash name; the entry counts with the one that holds it.
    pub fn dossier_unit(&self) -> Option<UnitId> {
        self.received_for.or(self.entry.unit)
    }

    /// Its title, or nothing yet.
    pub fn title(&self) -> &str {
        self.entry.content.title.as_ref().map_or("", |title| title.as_str())
    }

    /// The category by which it is judged and counted: screening's, or else the authors' own.
    pub fn category(&self) -> Option<&CategoryCode> {
        self.moved_to.as_ref().or(self.entry.content.category.as_ref())
    }

    /// The units that helped, by name; nothing where none did.
    pub fn assisting_names(&self) -> String {
        self.assisting.iter().map(|helper| helper.name.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// What its writer reads out where somebody asks which draft it is: it says nothing else of it.
    pub fn draft_code(&self) -> String {
        let digits = self.id().uuid().simple().to_string().to_uppercase();
        format!("{}-{}", &digits[24..28], &digits[28..])
    }

    /// Its receipt, once it was submitted.
    pub fn receipt(&self) -> Option<&Receipt> {
        self.entry.receipt()
    }

    /// Whether somebody else entered it for its authors, who may have claimed it since.
    pub fn was_entered_for_its_authors(&self) -> bool {
        self.owner.is_none() || self.recorder.is_some()
    }

    /// Whether that account writes it for others.
    pub fn is_written_for_others_by(&self, account: Uuid) -> bool {
        self.was_entered_for_its_authors() && self.owner.map(AccountId::uuid) != Some(account)
    }

    /// Whether its author claimed it from whoever entered it.
    pub fn was_claimed(&self) -> bool {
        self.owner.is_some() && self.recorder.is_some()
    }

    /// Whether it waits to be claimed, and that account is the author who speaks for all.
    pub fn may_be_claimed_by(&self, account: AccountId) -> bool {
        let speaks = self.representative().is_some_and(|author| author.account == Some(account));
        speaks && self.owner.is_none() && self.recorder.is_some()
    }

    /// Whether it goes back on its authors' signed request alone: somebody else sent it in for them,
    /// and it was received.
    pub fn goes_back_on_request(&self) -> bool {
        self.owner.is_none() && self.receipt().is_some()
    }

    /// Whether it may still be taken back.
    pub fn may_go_back(&self) -> bool {
        !self.prizes_decided && !matches!(self.standing, Standing::Refused | Standing::Withdrawn)
    }

    /// Whether it lies with whoever writes it: not handed in yet, or given back for completion.
    pub fn lies_with_its_writer(&self) -> bool {
        matches!(self.standing, Standing::Draft | Standing::Returned)
    }

    /// Required files that lie there on paper and wait to be scanned by whoever received them.
    pub fn awaited_scans<'a>(&self, rules: &'a Rules) -> Vec<&'a DossierPart> {
        let waits = self.standing == Standing::Submitted && self.was_entered_for_its_authors();
        if waits { self.entry.awaited_scans(rules) } else { Vec::new() }
    }

    /// The file of that part, where only its hash is here.
    pub fn promise(&self, part: &PartCode) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.part == *part && self.part(part).is_none())
    }

    /// What the registration form says that is printed now.
    pub fn form_facts(&self) -> FormFacts {
        FormFacts::of(&self.entry.content, &self.unit_name, &self.assisting_names())
    }

    /// How the stamped form stands to the dossier.
    pub fn stamped(&self, rules: &Rules) -> Stamped {
        let Some(part) = rules.stamped_part() else { return Stamped::NotAsked };
        match (self.part(&part.code), &self.shown) {
            (Some(PartContent::File(file)), _) if file.shows.is_none() => Stamped::NotPrintedHere,
            (Some(PartContent::File(_)), Some(shown)) if *shown == self.form_facts() => Stamped::Stands,
            (Some(PartContent::File(_)), _) => Stamped::Differs,
            _ => Stamped::Missing,
        }
    }

    /// What the dossier says otherwise than its stamped form.
    pub fn changed_since_stamped(&self, rules: &Rules) -> Vec<FormChange> {
        match (self.stamped(rules), &self.shown) {
            (Stamped::Differs, Some(shown)) => shown.changed(&self.form_facts()),
            _ => Vec::new(),
        }
    }

    /// Whether its stamped form can still come: it lies with its writer, or waits for its screening.
    pub fn lies_open(&self) -> bool {
        self.lies_with_its_writer() || self.standing == Standing::Submitted
    }

    /// The part whose stamped form may still follow what was received.
    pub fn awaited_stamp<'a>(&self, rules: &'a Rules) -> Option<&'a DossierPart> {
        if self.standing == Standing::Submitted { self.stamped(rules).awaited(rules) } else { None }
    }

    /// Its number, once it has one.
    pub fn number(&self) -> Option<&EntryNumber> {
        self.receipt().map(|receipt| &receipt.number)
    }

    /// What was given for a part.
    pub fn part(&self, code: &PartCode) -> Option<&PartContent> {
        self.entry.content.dossier.0.get(code)
    }

    /// What was written for a part, on its page or into its fields, as people read it.
    pub fn words_of(&self, part: &DossierPart) -> Option<String> {
        match self.part(&part.code)? {
            PartContent::Text(text) => Some(text.clone()),
            PartContent::Values(values) => Some(part.told(values, false)),
            PartContent::File(_) => None,
        }
    }

    /// The author who speaks for all.
    pub fn representative(&self) -> Option<&Author> {
        self.entry.content.authors.iter().find(|author| author.representative)
    }

    /// Whether that account writes it or is one of its authors.
    pub fn is_of(&self, account: AccountId) -> bool {
        let author = |author: &Author| author.account == Some(account);
        self.owner == Some(account) || self.entry.content.authors.iter().any(author)
    }

    /// The authors' names in the order of the certificate.
    pub fn byline(&self) -> String {
        let names: Vec<&str> = self.entry.content.authors.iter().map(|author| author.name.as_str()).collect();
        names.join(", ")
    }
}

/// An entry as lists and later stages read it.
#[derive(Clone, Debug)]
pub struct EntryCard {
    /// Its id.
    pub id: EntryId,
    /// The edition.
    pub edition: EditionId,
    /// Its number, once submitted.
    pub number: Option<EntryNumber>,
    /// Its title; empty while nobody wrote one.
    pub title: String,
    /// Its category, once chosen.
    pub category: Option<CategoryCode>,
    /// The unit where the solution was made or is in use.
    pub unit: Option<UnitId>,
    /// That unit's name when it was chosen.
    pub unit_name: String,
    /// The organisation in whose name it was entered.
    pub organisation: Option<String>,
    /// How far it is.
    pub state: Standing,
    /// The account that writes it.
    pub owner: Option<AccountId>,
    /// When it was submitted.
    pub submitted_at: Option<Timestamp>,
    /// In the order of the certificate.
    pub authors: Vec<AuthorCard>,
}

/// An author on a card.
#[derive(Clone, Debug)]
pub struct AuthorCard {
    /// Their id.
    pub id: AuthorId,
    /// Their name as on the certificate.
    pub name: PersonName,
    /// Their account, where they have one.
    pub account: Option<AccountId>,
    /// Where they work, in words.
    pub workplace: String,
    /// Where they work, as a registered unit.
    pub unit: Option<UnitId>,
    /// Their share.
    pub share: Share,
    /// Whether they speak for all.
    pub representative: bool,
}

/// A part as a judge may read it: nothing here names an author.
#[derive(Clone, Debug)]
pub struct JudgePart {
    /// Its code in the rule book.
    pub code: PartCode,
    /// Its name in the rule book.
    pub name: String,
    /// What was given.
    pub content: JudgeContent,
}

/// What a judge reads.
#[derive(Clone, Debug)]
pub enum JudgeContent {
    /// Text.
    Text(String),
    /// A PDF, by its hash; the author's name for the file is left out.
    Pdf {
        /// Names the file in the house's store.
        sha256: Sha256Hex,
        /// How large it is.
        bytes: u64,
    },
    /// A video, by its hash; the author's name for the file is left out.
    Video {
        /// Names the file in the house's store.
        sha256: Sha256Hex,
        /// How large it is.
        bytes: u64,
    },
    /// A video of which there is no copy for judges.
    Unshown,
}

/// What a judge of an entry may not share with its authors.
#[derive(Clone, Debug, Default)]
pub struct ConflictFacts {
    /// The accounts of the owner, of whoever wrote it down for the authors, and of the authors.
    pub accounts: Vec<AccountId>,
    /// The entry's unit and the authors' units.
    pub units: Vec<UnitId>,
}

/// The name under which the house keeps a file of that hash.
pub fn file_name(sha256: [u8; 32]) -> Result<Sha256Hex, Halt> {
    DossierHash(sha256).to_string().parse().map_err(|error: hoithi_documents::files::NotAHash| Halt::fault(error))
}

/// The bytes of a hash; its type holds 64 digits and nothing else.
pub fn digest(hash: &Sha256Hex) -> [u8; 32] {
    let digits = hash.as_str().as_bytes();
    let nibble = |digit: u8| if digit.is_ascii_digit() { digit - b'0' } else { digit - b'a' + 10 };
    std::array::from_fn(|at| nibble(digits[2 * at]) << 4 | nibble(digits[2 * at + 1]))
}
