//! Who will sign a paper, before its draft is written into the register.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::usual_signatory;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::helpdesk::short_words;
use hoithi_rules::ids::MeetingId;
use hoithi_rules::people::PersonName;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;

use super::{beneath_one, meeting_in, words};
use crate::meeting::Meeting;
use crate::operations::{Draft, draft, may_draft};
use crate::papers::{Paper, issuer};
use crate::store;

#[derive(Template)]
#[template(path = "meetings/draft.html")]
struct DraftPage {
    page: Page,
    form: Form,
    action: String,
    /// Where its words are changed.
    wording: String,
    /// Who is to sign it, where the meeting itself says so.
    signs: String,
    /// Whether it cannot be drafted now, as the page says.
    stopped: bool,
}

impl DraftPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        (slug, meeting, paper): (&str, &Meeting, Paper),
        now: Timestamp,
        mut form: Form,
    ) -> Result<Self, Halt> {
        let invitees = store::invitees_of(db, meeting.id).await?;
        let stop = may_draft(paper, (meeting, &invitees), now).err();
        let stopped = stop.is_some();
        if let Some(halt) = stop
            && form.errors().is_empty()
        {
            form.keep_refusals(&page, halt)?;
        }
        let title = page.tcode("meetings-paper-", paper.code());
        let action = format!("/ky/{slug}/cuoc-hop/{}/soan/{}", meeting.id, paper.code());
        let wording = format!("/ky/{slug}/van-ban/mau#tu-soan");
        let signs = match paper {
            Paper::Minutes => page.t1("meetings-chair-signs", "chair", &meeting.plan.chair),
            Paper::Invitation | Paper::Notice => String::new(),
        };
        Ok(Self { page: beneath_one(page, slug, meeting).named(title), form, action, wording, signs, stopped })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id, paper)): Path<(String, MeetingId, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (edition, meeting) = meeting_in(&mut db, &viewer, (&slug, id)).await?;
    let paper = Paper::from_code(&paper).ok_or_else(Halt::not_found)?;
    let form = if paper == Paper::Minutes {
        signed_by_the_chair(&meeting)
    } else {
        let (body, _) = issuer(&edition, paper, &meeting.plan);
        let usual = usual_signatory(&mut db, body, viewer.today).await?;
        usual.map_or_else(Form::new, |usual| Form::new().with("signer", usual.name).with("position", usual.position))
    };
    html(&DraftPage::load(&mut db, page, (&slug, &meeting, paper), viewer.now, form).await?)
}

/// Minutes are signed by whoever presided, as such; a post on paper is Vietnamese whatever the reader's screen is
/// in. Where only a post was noted, the name is left to be typed.
fn signed_by_the_chair(meeting: &Meeting) -> Form {
    let form = Form::new().with("position", "Chủ trì");
    let titled = ["Ông ", "Bà ", "Đồng chí "].iter().find_map(|title| meeting.plan.chair.strip_prefix(title));
    let name = titled.and_then(|rest| rest.split([',', '(', ';', '–']).next());
    match name.and_then(|name| name.trim().parse::<PersonName>().ok()) {
        Some(name) => form.with("signer", name),
        None => form,
    }
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id, paper)): Path<(String, MeetingId, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["signer", "position"])?;
    let (_, meeting) = meeting_in(&mut house.read().await?, &viewer, (&slug, id)).await?;
    let paper = Paper::from_code(&paper).ok_or_else(Halt::not_found)?;
    let drafted = match signatory_in(&form) {
        Ok(signatory) => {
            let new = Draft { meeting: id, paper, signatory };
            house.acts.perform(viewer.actor(), move |act| Box::pin(draft(act, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match drafted {
        Ok(document) => {
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/van-ban/{document}"), "meetings-was-drafted"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let mut db = house.read().await?;
            html(&DraftPage::load(&mut db, page, (&slug, &meeting, paper), viewer.now, form).await?)
        }
    }
}

/// In what capacity says the agency's letterhead, or the register, where the draft is corrected.
fn signatory_in(form: &Form) -> Result<Signatory, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("signer", form.value("signer").parse::<PersonName>());
    let position = words(&mut no, "position", short_words(form.value("position")));
    let (Some(name), Some(position)) = (name, position) else { return Err(no.halt()) };
    Ok(Signatory::own(name, position))
}
