//! What every page of a dossier begins with: the entry, its edition, whether it is the visitor's to
//! write; and what every form of it ends with: the change, or what was typed with what stood in
//! the way.

use hoithi_edition::Edition;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::edition::{ChannelKind, PartCode};
use hoithi_rules::entries::EntryNumber;
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page};
use jiff::civil::Date;

use crate::change::Change;
use crate::kept::KeptEntry;
use crate::operations::{Write, write};
use crate::refusals::DossierRefusal;
use crate::rights::Person;
use crate::secret::KeptBack;
use crate::standing::Standing;
use crate::store;
use crate::words::said;

/// An entry on the visitor's desk.
pub(super) struct Sheet {
    pub(super) page: Page,
    pub(super) form: Form,
    pub(super) kept: KeptEntry,
    pub(super) edition: Edition,
    /// Whether the visitor writes it.
    pub(super) writes: bool,
    /// What of it is kept back from the visitor.
    pub(super) kept_back: KeptBack,
    /// Who looks.
    visitor: Option<AccountId>,
    /// Whether the visitor takes in, for the organisers, what comes by hand or by post.
    pub(super) receives: bool,
    /// The version that the form was made from.
    pub(super) version: u32,
    /// Somebody saved it after the form was made; what lies there now is shown beside what was typed.
    pub(super) meanwhile: bool,
    /// The list that this visitor may open and that it stands in: the key of its name, its address.
    list: (&'static str, String),
}

impl Sheet {
    /// For whoever may read it; not found for anybody else.
    pub(super) async fn open(house: &House, viewer: &Viewer, page: Page, id: EntryId) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let kept = store::dossier(&mut db, id).await?.ok_or_else(Halt::not_found)?;
        let edition = hoithi_edition::edition(&mut db, kept.entry.edition).await?.ok_or_else(Halt::not_found)?;
        let (person, place) = (Person::of(viewer), edition.place());
        if !person.may_read(&kept, place) {
            return Err(Halt::not_found());
        }
        let kept_back = KeptBack::of(&mut db, viewer, &kept, &edition).await?;
        let writes = person.may_write(&kept, place);
        let receives = person.may(Permission::EntryOnBehalf, place);
        let version = kept.entry.version;
        let list = list_of(&person, &kept, &edition);
        let (form, visitor) = (Form::new(), person.account);
        Ok(Self { page, form, kept, edition, writes, kept_back, visitor, receives, version, meanwhile: false, list })
    }

    /// For whoever writes it.
    pub(super) async fn open_for_writing(
        house: &House,
        viewer: &Viewer,
        page: Page,
        id: EntryId,
    ) -> Result<Self, Halt> {
        let mut sheet = Self::open(house, viewer, page, id).await?;
        if !sheet.writes {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        let title = sheet.title();
        sheet.page = sheet.under_list().under(title, format!("/lap-ho-so/{id}"));
        Ok(sheet)
    }

    /// Whether the visitor also sees what was given and never received: it is its writer's and its authors' own.
    pub(super) fn sees_drafts(&self, viewer: &Viewer) -> bool {
        self.writes || viewer.account.as_ref().is_some_and(|account| self.kept.is_of(account.id))
    }

    /// Whether something was given for that part and is kept back from the visitor: what is still to come is theirs
    /// to take in.
    pub(super) fn holds_back(&self, part: &PartCode) -> bool {
        self.kept.part(part).is_some() && self.kept_back.holds(part)
    }

    /// The number for a label, where the papers came by hand or by post to whom the visitor is.
    pub(super) fn label(&self) -> Option<&EntryNumber> {
        let receipt = self.kept.receipt().filter(|receipt| receipt.channel != ChannelKind::Online)?;
        self.receives.then_some(&receipt.number)
    }

    /// Whether that part is a video by the rules of today.
    pub(super) fn is_video(&self, part: &PartCode) -> bool {
        let known = self.edition.book.rules().dossier_part(part.as_str());
        known.is_some_and(|part| part.kind.is_video())
    }

    /// The day in the contest's zone.
    pub(super) fn today(&self, house: &House) -> Date {
        self.edition.book.calendar().day_of(house.clock().now())
    }

    /// Whether the entry left the contest, so that what was kept of it goes back.
    pub(super) fn left_the_contest(&self) -> bool {
        matches!(self.kept.standing, Standing::Refused | Standing::Withdrawn)
    }

    /// Whether the visitor takes over models and samples of this entry now.
    pub(super) fn may_take_things(&self) -> bool {
        let own = self.visitor.is_some_and(|account| self.kept.is_of(account));
        self.receives && !own && self.kept.receipt().is_some() && !self.left_the_contest()
    }

    /// The same entry as it lies there now; the page around it stays.
    pub(super) async fn open_anew(house: &House, viewer: &Viewer, before: Self, id: EntryId) -> Result<Self, Halt> {
        let page = before.page;
        let again = Self::open(house, viewer, page, id).await?;
        if again.writes { Ok(again) } else { Err(Halt::Denied(Denied::Forbidden)) }
    }

    /// The dossier's title, or that it has none yet.
    pub(super) fn title(&self) -> String {
        let title = self.kept.title();
        if title.is_empty() { self.page.t("entries-untitled") } else { title.to_owned() }
    }

    /// The page under the list from which this visitor came.
    pub(super) fn under_list(&self) -> Page {
        let (label, href) = &self.list;
        self.page.clone().under(self.page.t(label), href.as_str())
    }

    /// Whether it is the visitor's own.
    pub(super) fn owns(&self) -> bool {
        self.kept.owner.is_some() && self.kept.owner == self.visitor
    }

    /// Whether the visitor may take the entry back: once its author claimed it, nobody else does.
    pub(super) fn may_take_back(&self) -> bool {
        self.writes && (self.owns() || self.kept.owner.is_none()) && self.kept.may_go_back()
    }

    /// Goes on only while the content may change; otherwise says why not.
    pub(super) fn may_change(&self, house: &House) -> Result<(), Halt> {
        let today = self.edition.book.calendar().day_of(house.clock().now());
        self.kept.entry.may_edit(today).or_refuse()
    }

    /// The same for one part, which may also be scanned after its paper was received.
    pub(super) fn may_give(&self, house: &House, part: &PartCode) -> Result<(), Halt> {
        if self.awaits_scan(part) || self.awaits_promised(part) { Ok(()) } else { self.may_change(house) }
    }

    /// Whether the dossier was received with the hash of this part's file, and the file is to come.
    pub(super) fn awaits_promised(&self, part: &PartCode) -> bool {
        self.writes && self.kept.standing == Standing::Submitted && self.kept.promise(part).is_some()
    }

    /// Whether the visitor received this part on paper and is to scan it, or it is the stamped form that follows.
    pub(super) fn awaits_scan(&self, part: &PartCode) -> bool {
        let rules = self.edition.book.rules();
        let awaited = self.kept.awaited_scans(rules);
        let on_paper = self.receives && awaited.iter().any(|each| each.code == *part);
        on_paper || self.kept.awaited_stamp(rules).is_some_and(|each| each.code == *part)
    }

    /// Puts what was typed and what was refused on the sheet that was just opened anew.
    pub(super) fn refused(mut self, mut form: Form, halt: Halt) -> Result<Self, Halt> {
        self.meanwhile = is_meanwhile(&halt);
        if !self.meanwhile {
            self.version = seen(&form).unwrap_or(self.version);
        }
        form.keep_refusals(&self.page, in_words(&self.page, &self.edition, halt))?;
        self.form = form;
        Ok(self)
    }

    pub(super) fn href(&self, page: &str) -> String {
        format!("/lap-ho-so/{}/{page}", self.kept.id())
    }
}

/// Their own dossiers, the edition's, or those of the unit that they answer for.
fn list_of(person: &Person, kept: &KeptEntry, edition: &Edition) -> (&'static str, String) {
    let own = person.account.is_some_and(|account| kept.is_of(account));
    if own && kept.owner == person.account {
        ("entries-mine", "/ho-so-cua-toi".to_owned())
    } else if person.may(Permission::EntryViewAll, edition.place()) {
        ("entries-all", format!("/ky/{}/ho-so", edition.slug))
    } else if own {
        ("entries-mine", "/ho-so-cua-toi".to_owned())
    } else {
        ("entries-of-unit", format!("/ky/{}/ho-so-don-vi", edition.slug))
    }
}

pub(super) fn in_words(page: &Page, edition: &Edition, halt: Halt) -> Halt {
    let said = |each| said(page, edition.book.rules(), each);
    match halt {
        Halt::Refused(all) => Halt::Refused(all.into_iter().map(said).collect()),
        other => other,
    }
}

pub(super) fn is_meanwhile(halt: &Halt) -> bool {
    matches!(halt, Halt::Refused(all) if all.iter().any(|each| each.code == "entries.changed_meanwhile"))
}

/// The version that a form was made from.
pub(super) fn seen(form: &Form) -> Result<u32, Halt> {
    form.value("version").parse().map_err(|_| DossierRefusal::NoVersion).or_refuse()
}

/// Makes the changes of one form.
pub(super) async fn save(
    house: &House,
    viewer: &Viewer,
    entry: EntryId,
    form: &Form,
    changes: Result<Vec<Change>, Halt>,
) -> Result<u32, Halt> {
    let command = Write { entry, seen: seen(form)?, changes: changes? };
    house.acts.perform(viewer.actor(), move |act| Box::pin(write(act, command.clone()))).await
}
