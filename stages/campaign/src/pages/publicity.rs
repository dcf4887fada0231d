//! Evidence of publicity in one short form, for a phone.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{KeptFile, serve_file, take_file};
use hoithi_documents::FileKind;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Refusals, Viewer};
use hoithi_rules::campaign::{Check, PublicityChannel, PublicityForm, PublicityItem, said_so};
use hoithi_rules::ids::{PublicityId, SendingId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::desk::Work;
use super::words;
use crate::operations::{RecordPublicity, record_publicity, remove_publicity};
use crate::publicity::{Counted, PublicityLine, PublicityTally};
use crate::store;

#[derive(Template)]
#[template(path = "campaign/publicity.html")]
struct PublicityPage {
    page: Page,
    form: Form,
    work: Work,
    channels: Vec<(String, String)>,
    lines: Vec<PublicityLine>,
    counted: Counted,
    tally: PublicityTally,
}

impl PublicityPage {
    /// Until the agency confirms it, or a report or an answer counts it.
    fn may_go(&self, line: &PublicityLine) -> bool {
        !line.check.counts() && !self.counted.counts(line)
    }

    fn about(&self, line: &PublicityLine) -> String {
        words::about(&self.page, &line.item)
    }

    fn tone(line: &PublicityLine) -> &'static str {
        words::tone_of_check(&line.check)
    }
}

/// Every channel with its word.
pub(super) fn channels(page: &Page) -> Vec<(String, String)> {
    let all = PublicityChannel::ALL.iter();
    all.map(|channel| (channel.code().to_owned(), page.tcode("campaign-channel-", channel))).collect()
}

async fn load(db: &mut Conn, page: Page, work: Work, form: Form) -> Result<PublicityPage, Halt> {
    let lines = store::publicity_of_unit(db, work.edition.id, work.unit.id).await?;
    let counted = Counted::of_unit(db, work.edition.id, work.unit.id).await?;
    Ok(PublicityPage {
        tally: PublicityTally::of(&lines),
        channels: channels(&page),
        page: work.crumbs(page.titled("campaign-publicity")),
        form,
        work,
        lines,
        counted,
    })
}

/// What was recorded by mistake, read back before it goes.
#[derive(Template)]
#[template(path = "campaign/publicity_remove.html")]
struct RemovalPage {
    page: Page,
    work: Work,
    line: PublicityLine,
    /// Why it stays.
    stays: Option<&'static str>,
}

impl RemovalPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        viewer: &Viewer,
        (sending, item): (SendingId, PublicityId),
    ) -> Result<Self, Halt> {
        let work = Work::load(db, viewer, sending, Permission::PublicityRecord).await?;
        let line = item_of(db, &work, item).await?;
        let stays = stays(db, &line).await?;
        let page = work.crumbs(page.titled("campaign-publicity-remove-title"));
        let (label, list) = (page.t("campaign-publicity"), format!("{}/tuyen-truyen", work.address()));
        Ok(Self { page: page.under(label, list), work, line, stays })
    }
}

impl RemovalPage {
    fn here(&self) -> String {
        format!("{}/tuyen-truyen/{}/go", self.work.address(), self.line.id)
    }
}

/// Why a piece is not taken back, where it is not: the key of the sentence.
pub(super) async fn stays(db: &mut Conn, line: &PublicityLine) -> Result<Option<&'static str>, Halt> {
    if line.check.counts() {
        return Ok(Some("refusal-campaign-publicity-confirmed-stays"));
    }
    let counted = Counted::of_unit(db, line.edition, line.unit).await?.counts(line);
    Ok(counted.then_some("refusal-campaign-publicity-counted"))
}

/// A piece that the letter's unit recorded for its edition.
pub(super) async fn item_of(db: &mut Conn, work: &Work, item: PublicityId) -> Result<PublicityLine, Halt> {
    let line = store::publicity_item(db, item).await?;
    let line = line.filter(|line| line.unit == work.unit.id && line.edition == work.edition.id);
    line.ok_or_else(Halt::not_found)
}

pub(super) async fn show_removal(
    State(house): State<House>,
    Path(which): Path<(SendingId, PublicityId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&RemovalPage::load(&mut house.read().await?, page, &viewer, which).await?)
}

pub(super) async fn remove(
    State(house): State<House>,
    Path((sending, item)): Path<(SendingId, PublicityId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let removal = RemovalPage::load(&mut house.read().await?, page, &viewer, (sending, item)).await?;
    if removal.stays.is_some() {
        return html(&removal);
    }
    house.acts.perform(viewer.actor(), move |act| Box::pin(remove_publicity(act, item))).await?;
    let list = format!("{}/tuyen-truyen", removal.work.address());
    Ok(redirect_with_flash(&house.site, &list, "campaign-publicity-removed"))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::PublicityRecord).await?;
    let form = Form::new().with("on", hoithi_web::day(viewer.today));
    html(&load(&mut db, page, work, form).await?)
}

pub(super) async fn record(
    State(house): State<House>,
    Path(id): Path<SendingId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["channel", "on", "title", "link", "reach", "sure"])?;
    let work = Work::load(&mut house.read().await?, &viewer, id, Permission::PublicityRecord).await?;
    let recorded = match read(&house, &work, &posted, viewer.today) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(record_publicity(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match recorded {
        Ok(_) => Ok(redirect_with_flash(
            &house.site,
            &format!("{}/tuyen-truyen", work.address()),
            "campaign-publicity-recorded",
        )),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&load(&mut house.read().await?, page, work, form).await?)
        }
    }
}

fn read(house: &House, work: &Work, posted: &Posted, today: Date) -> Result<RecordPublicity, Halt> {
    let (item, photo) = fields(house, posted, (&work.edition, today))?;
    Ok(RecordPublicity { edition: work.edition.id, unit: work.unit.id, item, photo })
}

/// What the form says of one piece.
pub(super) fn fields(
    house: &House,
    posted: &Posted,
    (edition, today): (&Edition, Date),
) -> Result<(PublicityItem, Option<KeptFile>), Halt> {
    let form = &posted.form;
    let fields = PublicityForm {
        channel: form.value("channel"),
        on: form.value("on"),
        title: form.value("title"),
        link: form.value("link"),
        reach: form.value("reach"),
    };
    let mut no = Refusals::new();
    let item = no.absorb(PublicityItem::parse(fields, today).or_refuse_all())?;
    let said = form.checked("sure", "co");
    let plain = item.as_ref().map_or(Ok(()), |item| said_so(item, edition.launched_on(), said));
    no.absorb(plain.or_refuse_all())?;
    let kinds = [FileKind::Png, FileKind::Jpeg, FileKind::Pdf];
    let photo = no.absorb(take_file(house, posted, "photo", &kinds))?;
    match (item, photo) {
        (Some(item), Some(photo)) if no.is_empty() => Ok((item, photo)),
        _ => Err(no.halt()),
    }
}

pub(super) async fn photo(
    State(house): State<House>,
    Path((id, item)): Path<(SendingId, PublicityId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let work = Work::load(&mut db, &viewer, id, Permission::SendingView).await?;
    let line = item_of(&mut db, &work, item).await?;
    drop(db);
    serve_file(&house, &line.photo.ok_or_else(Halt::not_found)?).await
}
