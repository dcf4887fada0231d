//! The outbox: what mail waits, went out or was kept, and each mail with its text.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{
    Act, Channel, ChannelDown, Halt, MailLine, MailSearch, OutboxMail, Try, channels_down, mail_lines, mails_by_state,
    mails_found, outbox_mail, tries_of, try_again, try_all_again,
};
use hoithi_people::{Viewer, permit};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, Asking, Form, House, Page, Paging, Path, Posted, html, redirect_with_flash};

const MAILS_A_PAGE: usize = 50;
const SEARCH: Asking = Asking { path: "/hop-thu-di", open: &["trang-thai"], words: &["tim"] };
const STATES: [&str; 4] = ["waiting", "sent", "kept", "failed"];

#[derive(Template)]
#[template(path = "app/outbox.html")]
struct OutboxPage {
    page: Page,
    form: Form,
    states: Vec<(String, String)>,
    mails: Vec<MailLine>,
    paging: Paging,
    narrowed: bool,
    /// Channels that take nothing at present.
    down: Vec<ChannelDown>,
    /// Each state with how many messages are in it.
    counts: Vec<(&'static str, usize)>,
    failed: usize,
}

impl OutboxPage {
    fn place(&self) -> String {
        self.paging.place(&self.page, "app-outbox-place")
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, state: &str) -> &'static str {
        tone(state)
    }
}

/// What went out is done; what nobody took is for somebody to look at.
pub(super) fn tone(state: &str) -> &'static str {
    match state {
        "sent" => "done",
        "waiting" => "doing",
        "failed" => "stop",
        _ => "neutral",
    }
}

pub(super) async fn list(State(house): State<House>, page: Page, asked: Asked) -> Result<Response, Halt> {
    let form = asked.only(&SEARCH.asked())?;
    listed(&house, page, form).await
}

/// The same list by an address or a subject.
pub(super) async fn search(State(house): State<House>, page: Page, posted: Posted) -> Result<Response, Halt> {
    posted.form.only(&SEARCH.sent())?;
    listed(&house, page, posted.form).await
}

async fn listed(house: &House, page: Page, form: Form) -> Result<Response, Halt> {
    let page = page.titled("nav-outbox");
    let state = form.choice("trang-thai", |code| STATES.into_iter().find(|state| *state == code))?;
    let search = MailSearch { words: form.value("tim").to_owned(), state, by: None };
    let mut read = house.read().await?;
    let in_state = mails_by_state(&mut read).await?;
    let counts = STATES.map(|state| (state, in_state.get(state).copied().unwrap_or_default())).to_vec();
    let failed = in_state.get("failed").copied().unwrap_or_default();
    let paging = Paging::of(&form, mails_found(&mut read, &search).await?, MAILS_A_PAGE, &SEARCH);
    let mails = mail_lines(&mut read, &search, paging.most(), paging.skip()).await?;
    let down = channels_down(&mut read).await?;
    let states = STATES.iter().map(|state| ((*state).to_owned(), page.tcode("app-mail-", state))).collect();
    let narrowed = SEARCH.narrows(&form);
    html(&OutboxPage { page, form, states, mails, paging, narrowed, down, counts, failed })
}

#[derive(Template)]
#[template(path = "app/mail.html")]
struct MailPage {
    page: Page,
    mail: OutboxMail,
    tries: Vec<Try>,
    /// A mail may tell what stands in a dossier: its text is for whoever may read those.
    reads: bool,
}

impl MailPage {
    fn tone(&self) -> &'static str {
        tone(&self.mail.state)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut read = house.read().await?;
    let mail = outbox_mail(&mut read, &id).await?.ok_or_else(Halt::not_found)?;
    let tries = tries_of(&mut read, &id).await?;
    let list = page.t("nav-outbox");
    let reads = house.site.demo || viewer.may_somewhere(Permission::EntryViewAll);
    html(&MailPage { page: page.under(list, "/hop-thu-di").named(mail.subject.clone()), mail, tries, reads })
}

/// A mail that was given up is sent once more.
pub(super) async fn send_again(
    State(house): State<House>,
    Path(id): Path<String>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let back = format!("/hop-thu-di/{id}");
    let again = house.acts.perform(viewer.actor(), move |act| Box::pin(again(act, id.clone()))).await?;
    let told = if again { "app-mail-again-done" } else { "app-mail-again-needless" };
    Ok(redirect_with_flash(&house.site, &back, told))
}

async fn again(act: &mut Act, id: String) -> Result<bool, Halt> {
    permit(act, Permission::OutboxRead, Place::HOUSE).await?;
    outbox_mail(act.db(), &id).await?.ok_or_else(Halt::not_found)?;
    try_again(act, &id).await
}

/// Whatever was given up is sent once more: after a server was mended.
pub(super) async fn send_all_again(
    State(house): State<House>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let again = house.acts.perform(viewer.actor(), move |act| Box::pin(all_again(act))).await?;
    let told = if again > 0 { "app-mail-all-again-done" } else { "app-mail-again-needless" };
    Ok(redirect_with_flash(&house.site, "/hop-thu-di", told))
}

async fn all_again(act: &mut Act) -> Result<u64, Halt> {
    permit(act, Permission::OutboxRead, Place::HOUSE).await?;
    let mut again = 0;
    for channel in Channel::ALL {
        again += try_all_again(act, channel).await?;
    }
    Ok(again)
}
