//! Everything read back before it is submitted, and the submission.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer, refused};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::{ChannelKind, DossierPart};
use hoithi_rules::entries::{PartContent, Receipt, Stamped, SubmitRefusal};
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect};
use jiff::Timestamp;
use jiff::civil::Time;

use super::sheet::{Sheet, seen};
use super::tasks::{deadline_of, entrant_word, problems};
use crate::kept::KeptEntry;
use crate::operations::{Arriving, FromTable, Submit, hash_of, submit, submit_from_table};
use crate::receipt::own_category_name;
use crate::refusals::DossierRefusal;
use crate::registration::stamp_changes;
use crate::secret::KeptBack;
use crate::standing::Standing;
use crate::telling::{named_before_judges, same_files};
use crate::words::{megabytes, said};

#[derive(Template)]
#[template(path = "entries/review.html")]
struct ReviewPage {
    page: Page,
    form: Form,
    kept: KeptEntry,
    edition: Edition,
    version: u32,
    entrant: String,
    created_on: String,
    category: String,
    lacking: Vec<String>,
    /// What does not stand in the way, and should be looked at.
    warnings: Vec<String>,
    deadline: (String, String),
    /// By which way it came; asked only where it is entered for somebody.
    channels: Vec<(String, String)>,
    /// Through which unit it comes, where its contact hands it in: then it comes online.
    through: Option<String>,
    kept_back: KeptBack,
}

impl ReviewPage {
    fn of(sheet: Sheet, house: &House) -> Self {
        let now = house.clock().now();
        let lacking = problems(&sheet, now);
        let rules = sheet.edition.book.rules();
        let sentence = |problem: &SubmitRefusal| sheet.page.refusal(&said(&sheet.page, rules, refused(problem)));
        let lacking = lacking.iter().map(sentence).collect();
        Self {
            lacking,
            warnings: warnings(&sheet),
            deadline: deadline_of(&sheet.page, &sheet.edition, sheet.kept.longer, now),
            entrant: entrant_word(&sheet.page, sheet.kept.entry.content.entrant),
            created_on: sheet.kept.entry.content.created_on.map(|day| sheet.page.day(day)).unwrap_or_default(),
            category: own_category_name(&sheet.kept, &sheet.edition),
            channels: channels(&sheet),
            through: through(&sheet),
            page: sheet.page.titled("entries-review"),
            form: sheet.form,
            kept_back: sheet.kept_back,
            kept: sheet.kept,
            edition: sheet.edition,
            version: sheet.version,
        }
    }

    /// Whether somebody said that it lay on the table.
    fn is_from_table(&self) -> bool {
        ["table_day", "table_hour", "table_because"].iter().any(|field| !self.form.value(field).is_empty())
    }

    fn href(&self, page: &str) -> String {
        format!("/lap-ho-so/{}/{page}", self.kept.id())
    }

    fn part_href(&self, part: &DossierPart) -> String {
        self.href(&format!("phan/{}", part.code))
    }

    fn text(&self, part: &DossierPart) -> Option<String> {
        if self.kept_back.holds(&part.code) {
            return self.kept.part(&part.code).map(|_| self.page.t("entries-secret-held"));
        }
        self.kept.words_of(part)
    }

    /// Name, size and address of a part's file.
    fn file(&self, part: &DossierPart) -> Option<(String, String, String)> {
        match self.kept.part(&part.code) {
            Some(PartContent::File(file)) => {
                let href = format!("/ho-so/{}/tep/{}", self.kept.id(), part.code);
                Some((file.name.clone(), megabytes(file.bytes), href))
            }
            _ => None,
        }
    }
}

/// Names where judges read, one file in two parts, a returned dossier that nobody changed.
fn warnings(sheet: &Sheet) -> Vec<String> {
    let (page, kept, book) = (&sheet.page, &sheet.kept, &sheet.edition.book);
    let named = named_before_judges(kept, book);
    let named = (!named.is_empty()).then(|| page.t1("entries-warn-named", "names", named.join(", ")));
    let twins = same_files(kept, book).into_iter();
    let twins = twins
        .map(|(one, other)| page.tx("entries-warn-same-file", &[("one", one.to_owned()), ("other", other.to_owned())]));
    let same_again = kept.standing == Standing::Returned
        && kept.receipt().is_some_and(|receipt| receipt.hash == hash_of(&kept.entry.content, kept.dossier_unit()));
    let rules = book.rules();
    let stamp = match kept.stamped(rules) {
        Stamped::Missing if rules.stamp_follows().is_some() => vec![page.t("entries-warn-stamp-follows")],
        Stamped::Differs => {
            let changes = stamp_changes(page, kept, rules);
            std::iter::once(page.t("entries-stamp-differs")).chain(changes).collect()
        }
        _ => Vec::new(),
    };
    named
        .into_iter()
        .chain(twins)
        .chain(stamp)
        .chain(same_again.then(|| page.t("entries-warn-nothing-changed")))
        .collect()
}

/// The channels of the rule book, where the organisers enter the dossier for its authors.
fn channels(sheet: &Sheet) -> Vec<(String, String)> {
    if sheet.owns()
        || !sheet.kept.was_entered_for_its_authors()
        || sheet.kept.standing != Standing::Draft
        || !sheet.receives
    {
        return Vec::new();
    }
    let channels = sheet.edition.book.rules().channels.iter().map(hoithi_rules::edition::Channel::kind);
    channels.map(|kind| (kind.code().to_owned(), sheet.page.tcode("entries-channel-", kind.code()))).collect()
}

fn through(sheet: &Sheet) -> Option<String> {
    let hands_in = !sheet.owns() && sheet.kept.standing == Standing::Draft && !sheet.receives;
    hands_in.then(|| sheet.page.t1("entries-came-through-unit", "unit", &sheet.kept.unit_name))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    if sheet.kept.standing == Standing::Submitted {
        return Ok(redirect(&format!("/lap-ho-so/{id}/bien-nhan")));
    }
    sheet.may_change(&house)?;
    html(&ReviewPage::of(sheet, &house))
}

pub(super) async fn submit_it(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "channel", "postmark", "table_day", "table_hour", "table_because"])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    match try_to_submit(&house, &viewer, &sheet, &posted.form).await {
        Ok(_) => Ok(redirect(&format!("/lap-ho-so/{id}/bien-nhan"))),
        Err(halt) => {
            let mut sheet = Sheet::open_anew(&house, &viewer, sheet, id).await?;
            // What is shown is what lies there now, so that is what a second try submits.
            let version = sheet.version;
            sheet = sheet.refused(posted.form, halt)?;
            sheet.version = version;
            html(&ReviewPage::of(sheet, &house))
        }
    }
}

async fn try_to_submit(house: &House, viewer: &Viewer, sheet: &Sheet, form: &Form) -> Result<Receipt, Halt> {
    // Where it is asked how the dossier came, nothing is taken for granted.
    if !channels(sheet).is_empty() && form.given("channel").is_none() {
        return Err(DossierRefusal::ChannelMissing).or_refuse();
    }
    let command = Submit { entry: sheet.kept.id(), seen: seen(form)?, arriving: arriving(form)? };
    let Some((at, because)) = on_table(form, &sheet.page)? else {
        return house.acts.perform(viewer.actor(), move |act| Box::pin(submit(act, command.clone()))).await;
    };
    let command = FromTable { submit: command, at, because };
    house.acts.perform(viewer.actor(), move |act| Box::pin(submit_from_table(act, command.clone()))).await
}

/// When it lay on the table and why it is entered later; nothing where nobody says so.
fn on_table(form: &Form, page: &Page) -> Result<Option<(Timestamp, String)>, Halt> {
    if ["table_day", "table_hour", "table_because"].iter().all(|field| form.value(field).trim().is_empty()) {
        return Ok(None);
    }
    let mut no = Refusals::new();
    let day = parse_day(form.value("table_day"));
    if day.is_none() {
        no.add("entries.day_malformed", "table_day", "this is no day");
    }
    let hour = parse_hour(form.value("table_hour"));
    if hour.is_none() {
        no.add("entries.hour_malformed", "table_hour", "this is no hour");
    }
    let (Some(day), Some(hour)) = (day, hour) else { return Err(no.halt()) };
    let at = day.to_datetime(hour).to_zoned(page.zone()).map_err(Halt::fault)?;
    Ok(Some((at.timestamp(), form.value("table_because").to_owned())))
}

/// `16:00`, `16.00` or `16 giờ 00`, as it stands on an envelope.
pub(super) fn parse_hour(text: &str) -> Option<Time> {
    let plain = text.trim().replace("giờ", ":").replace(['h', '.'], ":").replace(' ', "");
    let (hour, minute) = plain.split_once(':')?;
    let minute = if minute.is_empty() { "0" } else { minute };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn arriving(form: &Form) -> Result<Arriving, Halt> {
    let channel = form.value("channel");
    if channel == ChannelKind::ByHand.code() {
        return Ok(Arriving::ByHand);
    }
    if channel != ChannelKind::ByPost.code() {
        return Ok(Arriving::Online);
    }
    let mut no = Refusals::new();
    let postmark = parse_day(form.value("postmark"));
    if postmark.is_none() {
        no.add("entries.postmark_missing", "postmark", "the day of the postmark is missing");
    }
    match postmark {
        Some(postmark) => Ok(Arriving::ByPost { postmark }),
        None => Err(no.halt()),
    }
}
