//! One dossier on the secretary's desk: what it says, the check list, the decision.

mod checked;
mod deciding;
mod moving;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{KeptBack, KeptEntry, Standing, keep_titles_up, megabytes, merges_of, secret_address};
use hoithi_journal::Halt;
use hoithi_originality::likes_of;
use hoithi_people::{Viewer, refused};
use hoithi_rules::edition::DossierPart;
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{CheckItem, Finding, ScreeningOutcome, Verdict};
use hoithi_rules::workdays::Workdays;
use hoithi_web::{Asked, Form, House, Page, Path, html};
use jiff::civil::Date;

use super::queue::{Around, edition_for};
use crate::alike::{Alike, alike};
use crate::automatic::{Answer, Desk, beside, look_into};
use crate::conflicts::conflict_of;
use crate::copies::{Pointing, judged_blind, told_of};
use crate::moving::{KeptMove, judging_began, moves};
use crate::operations::outcome_code;
use crate::same::{Compared, Same, same};
use crate::store::{self, Decided};
use crate::twice::twins;

pub(super) use checked::{Question, questions_of};
use checked::{label, prefilled, usual};
pub(super) use deciding::{send, will_hear};
use moving::elsewhere;
pub(super) use moving::{declare_conflict, move_it};

#[derive(Template)]
#[template(path = "screening/desk.html")]
struct DeskPage {
    page: Page,
    form: Form,
    edition: Edition,
    kept: KeptEntry,
    category: String,
    around: Around,
    questions: Vec<Question>,
    beside: Vec<(String, Answer)>,
    alike: Vec<Alike>,
    /// Those that say the same.
    same: Vec<Same>,
    /// How many may be the same solution, and whether one surely is.
    twins: (usize, bool),
    /// With how many it was merged.
    merged: usize,
    decided: Vec<(Decided, Vec<Finding>)>,
    open: bool,
    /// What keeps whoever looks from deciding.
    conflict: Option<String>,
    /// Until when it should have been completed, where its authors let that day pass.
    not_completed: Option<Date>,
    /// The reasons that the rule book offers, by code.
    usual: Vec<(String, String)>,
    today: Date,
    workdays: Workdays,
    /// The reasons of a refusal that is read back before it counts.
    sure_of: Vec<String>,
    /// How its author will hear of it.
    told: String,
    /// What in it points at its authors before judges who may not know them.
    pointing: Pointing,
    /// Whether its author completes it by a link that whoever looks may make.
    by_link: bool,
    /// To which category it was moved, and why.
    moves: Vec<KeptMove>,
    /// Where it may be moved; nowhere once judging began.
    elsewhere: Vec<(String, String)>,
    /// What is kept secret in it and not open to whoever looks.
    kept_back: KeptBack,
}

impl DeskPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, id: EntryId) -> Result<Self, Halt> {
        keep_titles_up(house).await?;
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug).await?;
        let kept = hoithi_entries::dossier(&mut db, id).await?.filter(|kept| kept.entry.edition == edition.id);
        let kept = kept.filter(|kept| kept.receipt().is_some()).ok_or_else(Halt::not_found)?;
        let likes = likes_of(&mut db, viewer, edition.id, &[id]).await?;
        let around = Around::of(&mut db, viewer, &edition, &kept).await?;
        let alike = alike(&mut db, viewer, &edition, &kept).await?;
        let compared = Compared::of(&mut db, id, &likes).await?;
        let same = same(&mut db, &edition, id, compared.likes).await?;
        let twins = twins(&mut db, &kept, &alike, compared.likes).await?;
        let merged = merges_of(&mut db, id).await?.len();
        let mut decided = Vec::new();
        for each in store::decisions(&mut db, id).await? {
            let findings = store::findings(&mut db, each.id).await?;
            decided.push((each, findings));
        }
        let by = (viewer.signed_in()?.id, viewer.grants.as_slice());
        let conflict = conflict_of(&mut db, by, &kept, &edition).await?;
        let workdays = hoithi_edition::workdays(&mut db, Some(edition.id)).await?;
        let moves = moves(&mut db, id).await?;
        let kept_back = KeptBack::of(&mut db, viewer, &kept, &edition).await?;
        let late = judging_began(&mut db, edition.id).await?;
        let elsewhere = if late || conflict.is_some() { Vec::new() } else { elsewhere(&kept, edition.book.rules()) };
        drop(db);
        let looks = look_into(&house.files, &kept).await?;
        let pointing = told_of(house, &kept, &edition.book).await?;
        let desk = Desk {
            page: &page,
            kept: &kept,
            edition: &edition,
            alike: &alike,
            compared,
            looks: &looks,
            told: &pointing,
        };
        let (questions, beside) = (questions_of(&desk), beside(&desk));
        let queue_title = page.t("screening-queue");
        let with_its_author = kept.standing == Standing::Returned && kept.entry.may_edit(viewer.today).is_ok();
        let by_link = with_its_author && kept.owner.is_none() && viewer.may(Permission::EntryOnBehalf, edition.place());
        let not_completed = kept.entry.not_completed_by(viewer.today).filter(|_| kept.standing == Standing::Returned);
        let code = kept.category().map_or("", |code| code.as_str());
        Ok(Self {
            category: edition.book.rules().category(code).map_or_else(String::new, |category| category.name.clone()),
            open: kept.standing == Standing::Submitted || not_completed.is_some(),
            not_completed,
            conflict: conflict.map(|conflict| page.refusal(&refused(&conflict))),
            form: prefilled(&questions).with("within", edition.book.rules().complete_within()),
            usual: usual(&page, edition.book.rules()),
            today: viewer.today,
            workdays,
            page: page.under(queue_title, format!("/ky/{slug}/kiem-tra")).named(kept.title()),
            edition,
            kept,
            around,
            questions,
            beside,
            alike,
            same,
            twins: (twins.len(), twins.iter().any(|twin| twin.sure)),
            merged,
            decided,
            sure_of: Vec::new(),
            told: String::new(),
            pointing,
            by_link,
            moves,
            elsewhere,
            kept_back,
        })
    }

    /// Until when the working days run that are given where nobody names a day.
    fn runs_until(&self) -> String {
        let days = self.edition.book.rules().complete_within();
        self.workdays.after(self.today, days).map(|day| self.page.day(day)).unwrap_or_default()
    }

    /// Whether its judges get a copy that is released for them.
    fn has_copy(&self) -> bool {
        judged_blind(&self.edition.book)
    }

    /// What its authors are asked for, so that judges can read it: one line for each part that points
    /// at them.
    fn asks_for_another(&self) -> String {
        let title = (!self.pointing.title.is_empty()).then(|| self.page.t("screening-ask-title"));
        let asked = self.pointing.parts.iter().filter(|part| !part.tellings.is_empty()).map(|part| {
            let places = part.tellings.iter().map(|each| match part.part.text {
                Some(_) => format!("“{}”", each.what),
                None => format!("“{}” ({})", each.what, self.page.t1("screening-copy-page", "page", each.page)),
            });
            let facts = [("part", part.part.name.clone()), ("places", places.collect::<Vec<_>>().join(", "))];
            self.page.tx("screening-ask-part", &facts)
        });
        title.into_iter().chain(asked).collect::<Vec<_>>().join("\n")
    }

    /// What stands in the box, so that nothing else is recorded in its place.
    fn read_back(&self) -> String {
        self.sure_of.join("\n")
    }

    fn number(&self) -> String {
        self.kept.receipt().map(|receipt| receipt.number.to_string()).unwrap_or_default()
    }

    /// Where whoever looks opens a part that is kept secret.
    fn secret(&self, part: &DossierPart) -> Option<String> {
        let held = self.kept.part(&part.code).is_some() && self.kept_back.holds(&part.code);
        held.then(|| secret_address(self.kept.id(), &part.code))
    }

    fn text(&self, part: &DossierPart) -> Option<String> {
        self.kept.words_of(part)
    }

    /// Address and size of a part's file.
    fn file(&self, part: &DossierPart) -> Option<(String, String)> {
        match self.kept.part(&part.code) {
            Some(PartContent::File(file)) => {
                Some((format!("/ho-so/{}/tep/{}", self.kept.id(), part.code), megabytes(file.bytes)))
            }
            _ => None,
        }
    }

    /// The word for an earlier decision.
    fn outcome(&self, decided: &Decided) -> String {
        self.page.tcode("screening-outcome-", outcome_code(&decided.outcome))
    }

    /// Until when it was to be completed, where it was returned.
    fn until(&self, decided: &Decided) -> Option<String> {
        match &decided.outcome {
            ScreeningOutcome::Returned { until, .. } => {
                Some(self.page.t1("screening-returned-until", "until", self.page.day(until)))
            }
            ScreeningOutcome::Refused { .. } | ScreeningOutcome::Admitted { .. } => None,
        }
    }

    /// A category by its name in the rule book.
    fn named(&self, code: &str) -> String {
        let category = self.edition.book.rules().category(code);
        category.map_or_else(|| code.to_owned(), |category| category.name.clone())
    }

    /// A move in one sentence.
    fn told_of(&self, moved: &KeptMove) -> String {
        let from = moved.from.as_deref().map(|from| self.named(from)).unwrap_or_default();
        let facts = [("from", from), ("to", self.named(&moved.to)), ("at", self.page.instant(moved.at))];
        self.page.tx("screening-moved", &facts)
    }

    /// Whether the move was refused, so that its fold stands open.
    fn move_is_wrong(&self) -> bool {
        ["to", "why"].iter().any(|field| self.form.error(field).is_some())
    }

    fn label(&self, item: &CheckItem) -> String {
        label(&self.page, &self.edition.book, item)
    }
}

/// Why it was returned or refused.
fn reasons(decided: &Decided) -> &[String] {
    match &decided.outcome {
        ScreeningOutcome::Returned { reasons, .. } | ScreeningOutcome::Refused { reasons } => reasons,
        ScreeningOutcome::Admitted { .. } => &[],
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["xin"])?;
    let without_names = asked.choice("xin", |code| (code == "ban-khong-ten").then_some(()))?.is_some();
    let mut desk = DeskPage::load(&house, &viewer, page, &slug, id).await?;
    if desk.open && without_names {
        let words = desk.asks_for_another();
        desk.form = desk.form.with("reasons", words);
    }
    html(&desk)
}
