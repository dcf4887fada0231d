//! What is overdue of a letter: by task, as a text for a chat group, and as a draft of a *công văn đôn
//! đốc* that an officer reads, changes and has signed; nothing is sent from here.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Content, Document, Lines, NewDocument, register};
use hoithi_edition::{Edition, workdays};
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Lang, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::letter_for;
use super::send::UnderKey;
use crate::letter::named;
use crate::overdue::{Overdue, overdue, task_name, text};
use crate::refusal::CampaignRefusal;

#[derive(Template)]
#[template(path = "campaign/overdue.html")]
struct OverduePage {
    page: Page,
    form: Form,
    slug: String,
    document: Document,
    late: Vec<(String, Overdue)>,
    today: Date,
    may_draft: bool,
}

impl OverduePage {
    async fn load(
        db: &mut Conn,
        house: &House,
        (page, viewer): (Page, &Viewer),
        (edition, document): (&Edition, Document),
        form: Form,
    ) -> Result<Self, Halt> {
        let late = overdue(db, document.id, viewer.today).await?;
        let board = format!("/ky/{}/tien-do?letter={}", edition.slug, document.id);
        Ok(Self {
            form: form.with("chat", text(house, &named(&document), &late)),
            late: late.into_iter().map(|each| (task_name(house, &each), each)).collect(),
            may_draft: viewer.may(Permission::DocumentRegister, edition.place()),
            page: page.titled("campaign-overdue-title").under_key("campaign-board", &board),
            slug: edition.slug.to_string(),
            today: viewer.today,
            document,
        })
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands out what it loops over by reference")]
    fn days(&self, due: &Date) -> String {
        self.page.t1("campaign-days-over", "days", (self.today - *due).get_days())
    }
}

/// As a letter cites it.
fn cited(document: &Document) -> String {
    document.signed().map(|(number, _)| format!("{} số {number}", document.content.kind)).unwrap_or_default()
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, document) = letter_for(&mut db, &viewer, &slug, id, Permission::CampaignView).await?;
    html(&OverduePage::load(&mut db, &house, (page, &viewer), (&edition, document), Form::new()).await?)
}

/// Writes the draft into the register and opens it there.
pub(super) async fn draft(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&[])?;
    let mut db = house.read().await?;
    let (edition, letter) = letter_for(&mut db, &viewer, &slug, id, Permission::DocumentRegister).await?;
    let late = overdue(&mut db, id, viewer.today).await?;
    let by = workdays(&mut db, Some(edition.id)).await?.after(viewer.today, ANSWER_WITHIN).unwrap_or(viewer.today);
    drop(db);
    let drafted = if late.is_empty() {
        Err(CampaignRefusal::NothingOverdue).or_refuse()
    } else {
        let content = urging(&house, &letter, &late, (viewer.today, by));
        let new = NewDocument { edition: edition.id, content, bases: vec![id], signed: None };
        house.acts.perform(viewer.actor(), move |act| Box::pin(register(act, new.clone()))).await
    };
    match drafted {
        Ok(draft) => {
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/van-ban/{draft}"), "campaign-urging-drafted"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&OverduePage::load(&mut db, &house, (page, &viewer), (&edition, letter), form).await?)
        }
    }
}

/// So many working days a unit has to answer what urges it.
const ANSWER_WITHIN: u16 = 5;

/// The most addressees that a letter names above its text.
const NAMED: usize = 15;

/// The office's letter, so it is Vietnamese whoever asks for it; head, symbol and signatory are those of
/// the letter that it urges.
fn urging(house: &House, letter: &Document, late: &[Overdue], (today, by): (Date, Date)) -> Content {
    let say = |key: &str, facts: &[(&str, String)]| house.catalogue.text(Lang::Vi, key, facts);
    let facts = [
        ("number", cited(letter)),
        ("day", letter.signed().map(|(_, day)| hoithi_web::day(day)).unwrap_or_default()),
        ("subject", letter.content.subject.clone()),
        ("issuer", letter.content.issuer.clone()),
        ("today", hoithi_web::day(today)),
        ("by", hoithi_web::day(by)),
    ];
    let item = |each: &Overdue| {
        let names: Vec<_> = each.units.iter().map(|(unit, _)| unit.name.as_str()).collect();
        let facts = [("task", task_name(house, each)), ("day", hoithi_web::day(each.due)), ("units", names.join(", "))];
        format!("- {}", say("campaign-urging-item", &facts))
    };
    let items: Vec<_> = late.iter().map(item).collect();
    let text = format!(
        "{}\n\n{}.\n\n{}",
        say("campaign-urging-begin", &facts),
        items.join(";\n"),
        say("campaign-urging-end", &facts)
    );
    let mut names: Vec<&str> = late.iter().flat_map(|each| &each.units).map(|(unit, _)| unit.name.as_str()).collect();
    names.sort_by_cached_key(|name| hoithi_web::dictionary_order(name));
    names.dedup();
    let addressees = if names.len() > NAMED { say("campaign-urging-all", &[]) } else { names.join("\n") };
    Content {
        kind: DocumentKind::OfficialLetter,
        subject: say("campaign-urging-subject", &facts),
        text,
        addressees: Lines::parse(&addressees),
        annexes: Vec::new(),
        public: false,
        ..letter.content.clone()
    }
}
