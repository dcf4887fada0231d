//! The answer's form, the same at every door.

use hoithi_awards::AwardLine;
use hoithi_correspondence::take_file;
use hoithi_documents::FileKind;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Posted};
use jiff::civil::Date;

use super::after_words;
use crate::answering::Given;
use crate::reply::{KeptReply, Reply, ReplyForm, Used};
use crate::store::Ask;

/// What comes with an answer.
const KINDS: [FileKind; 3] = [FileKind::Pdf, FileKind::Png, FileKind::Jpeg];

/// The fields of every door.
pub(super) const FIELDS: [&str; 9] =
    ["used", "place", "since", "money", "money_year", "others", "remarks", "may_publish", "seen"];

/// What the form is about.
pub(super) struct About {
    pub(super) contest: String,
    pub(super) title: String,
    pub(super) prize: String,
    /// How long after the announcement.
    pub(super) after: String,
    pub(super) uses: Vec<(String, String)>,
    /// The name of the file that lies there.
    pub(super) file: Option<String>,
    /// When there is an answer, since when.
    pub(super) replied: Option<String>,
}

impl About {
    pub(super) fn of(
        page: &Page,
        edition: &Edition,
        (ask, award): (&Ask, &AwardLine),
        kept: Option<&KeptReply>,
    ) -> Self {
        Self {
            contest: edition.title(),
            title: award.title.clone(),
            prize: award.tier_name.clone(),
            after: after_words(page, ask.months),
            uses: uses(page),
            file: kept.and_then(|kept| kept.file.as_ref()).map(|file| file.name.clone()),
            replied: kept.map(|kept| page.instant(kept.at)),
        }
    }
}

/// The choices of use, in the reader's words.
pub(super) fn uses(page: &Page) -> Vec<(String, String)> {
    let choice = |used: Used| (used.code().to_owned(), page.tcode("aftercare-used-", used.code()));
    Used::ALL.map(choice).into()
}

/// The prize of what was asked about.
pub(super) async fn award_of(db: &mut Conn, ask: &Ask) -> Result<AwardLine, Halt> {
    let lines = hoithi_awards::awards(db, ask.edition).await?;
    lines.into_iter().find(|line| line.entry == ask.entry).ok_or_else(Halt::not_found)
}

/// The form as it was answered last, or empty.
pub(super) fn filled(kept: Option<&KeptReply>) -> Form {
    let Some(kept) = kept else { return Form::new().with("seen", 0) };
    let reply = &kept.reply;
    let form = Form::new()
        .with("used", reply.used.code())
        .with("place", &reply.place)
        .with("since", reply.since.map(crate::reply::Since::written).unwrap_or_default())
        .with("money", reply.benefit.map(|benefit| hoithi_web::number(benefit.dong)).unwrap_or_default())
        .with("money_year", reply.benefit.map(|benefit| benefit.year.to_string()).unwrap_or_default())
        .with("others", &reply.others)
        .with("remarks", &reply.remarks)
        .with("seen", kept.version);
    if reply.may_publish { form.with("may_publish", "co") } else { form }
}

/// What was given; every fault at its field.
pub(super) fn read(house: &House, posted: &Posted, today: Date) -> Result<Given, Halt> {
    let form = &posted.form;
    let typed = ReplyForm {
        used: form.value("used"),
        place: form.value("place"),
        since: form.value("since"),
        money: form.value("money"),
        money_year: form.value("money_year"),
        others: form.raw("others"),
        remarks: form.raw("remarks"),
        may_publish: form.checked("may_publish", "co"),
    };
    let mut no = Refusals::new();
    let reply = no.absorb(Reply::parse(typed, today).or_refuse_all())?;
    let file = no.absorb(take_file(house, posted, "file", &KINDS))?;
    match (reply, file) {
        (Some(reply), Some(file)) => Ok(Given { reply, file, seen: form.value("seen").parse().unwrap_or(-1) }),
        _ => Err(no.halt()),
    }
}
