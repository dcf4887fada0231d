//! `/ky/{slug}/mo-niem-phong`: the check-list before the opening, and the two persons' word.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_documents::Sha256Hex;
use hoithi_edition::Edition;
use hoithi_journal::{Actor, Fact, Halt};
use hoithi_people::{OrRefuse, Viewer, check_password, grants_given};
use hoithi_rules::ids::{AccountId, RoundId};
use hoithi_rules::judging::{OpenerRole, RoundRule};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;

use super::jury::{judges_names, names};
use super::results::opened_results;
use super::{edition_of, round_of, under};
use crate::jury;
use crate::minutes::{self, Present};
use crate::operations::{ConfirmOpening, Opening, Sealing, confirm_opening, keep_minutes, opener, sealing};
use crate::results::RoundResults;
use crate::rounds::{self, Confirmed, RoundCard, RoundStep};

#[derive(Template)]
#[template(path = "judging/opening.html")]
struct OpeningPage {
    page: Page,
    form: Form,
    slug: String,
    round: Option<RoundRule>,
    checks: Vec<Check>,
    opened: bool,
    may_confirm: bool,
    as_role: String,
    why_not: String,
    sees_progress: bool,
}

/// One line of the check-list.
struct Check {
    title: String,
    word: String,
    tone: &'static str,
    hint: String,
    href: String,
}

/// A round with everything that its opening waits for.
struct Waiting {
    card: RoundCard,
    stands: Sealing,
    needed: [OpenerRole; 2],
    confirmed: Vec<Confirmed>,
    names: BTreeMap<AccountId, PersonName>,
}

async fn waiting(db: &mut Conn, edition: &Edition) -> Result<Option<Waiting>, Halt> {
    let Some(card) = rounds::current_round(db, edition.id).await? else {
        return Ok(None);
    };
    let Some(version) = card.book_version else {
        return Ok(None);
    };
    let needed = rounds::frozen(db, card.id, version).await?.openers;
    let stands = sealing(db, &card).await?;
    let confirmed = rounds::confirmed(db, card.id).await?;
    Ok(Some(Waiting { needed, stands, confirmed, names: names(db).await?, card }))
}

async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Form) -> Result<OpeningPage, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::RoundOpen, edition.place())?;
    let page = under(page.titled("judging-opening"), &edition);
    let Some(waiting) = waiting(&mut db, &edition).await? else {
        let sees_progress = viewer.may(Permission::RoundProgress, edition.place());
        return Ok(OpeningPage::nothing(page, slug, sees_progress));
    };
    let turn = match waiting.card.step {
        RoundStep::Sealed { .. } => my_turn(&mut db, viewer, &edition, &waiting, house.clock().now()).await,
        _ => Err(Halt::refused("judging.round_not_sealed", None, "the round is not sealed")),
    };
    let (as_role, why_not) = match turn {
        Ok(role) => (Some(role), String::new()),
        Err(halt) => (None, said(&page, halt)?),
    };
    Ok(OpeningPage {
        checks: checks(&page, &slug, &waiting),
        opened: waiting.card.step.is_opened(),
        may_confirm: as_role.is_some(),
        as_role: as_role.map(|role| page.tcode("role-", role.code())).unwrap_or_default(),
        why_not,
        sees_progress: true,
        round: Some(waiting.card.rule),
        form,
        slug,
        page,
    })
}

impl OpeningPage {
    fn nothing(page: Page, slug: String, sees_progress: bool) -> Self {
        Self {
            sees_progress,
            page,
            form: Form::new(),
            slug,
            round: None,
            checks: Vec::new(),
            opened: false,
            may_confirm: false,
            as_role: String::new(),
            why_not: String::new(),
        }
    }
}

/// The role in which the visitor would confirm, by the same law that the operation asks.
async fn my_turn(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    waiting: &Waiting,
    now: Timestamp,
) -> Result<OpenerRole, Halt> {
    let account = viewer.signed_in()?.id;
    let earlier: Vec<_> = waiting.confirmed.iter().map(|each| each.opener).collect();
    let law = rounds::under_law(db, &waiting.card).await?;
    let frozen = law.frozen().cloned().ok_or_else(Halt::not_found)?;
    let grants = grants_given(db, account).await?;
    let opener = opener(&grants, account, edition, &frozen, &earlier, viewer.today).or_refuse()?;
    law.consent_to_open(opener, now).or_refuse()?;
    Ok(opener.role)
}

/// The sentences of a refusal, roles by their names.
fn said(page: &Page, halt: Halt) -> Result<String, Halt> {
    let Halt::Refused(refused) = with_role_names(page, halt) else {
        return Err(Halt::not_found());
    };
    Ok(refused.iter().map(|each| page.refusal(each)).collect::<Vec<_>>().join(" "))
}

fn with_role_names(page: &Page, halt: Halt) -> Halt {
    let Halt::Refused(mut refused) = halt else {
        return halt;
    };
    let facts = refused.iter_mut().flat_map(|each| &mut each.facts);
    for (_, fact) in facts.filter(|(name, _)| matches!(*name, "first" | "second")) {
        if let Fact::Text(code) = fact {
            *code = page.tcode("role-", &*code);
        }
    }
    Halt::Refused(refused)
}

fn checks(page: &Page, slug: &str, waiting: &Waiting) -> Vec<Check> {
    let stands = &waiting.stands;
    let progress = format!("/ky/{slug}/tien-do-cham");
    let sheets = page.tx(
        "judging-check-sheets-hint",
        &[("locked", stands.progress.locked.to_string()), ("assigned", stands.progress.assigned.to_string())],
    );
    let short: Vec<String> = stands.short().iter().map(|each| each.blind_code.to_string()).collect();
    let sealed = match waiting.card.step {
        RoundStep::Sealed { sealed, .. } | RoundStep::Opened { sealed, .. } => Some(page.instant(sealed)),
        _ => None,
    };
    let mut checks = vec![
        Check::new(page, "judging-check-sheets", stands.progress.left() == 0, sheets, &progress),
        Check::new(page, "judging-check-entries", short.is_empty(), short.join(", "), &progress),
        Check::new(page, "judging-check-sealed", sealed.is_some(), sealed.unwrap_or_default(), &progress),
    ];
    checks.extend(waiting.needed.iter().map(|role| confirmation(page, *role, waiting)));
    checks
}

impl Check {
    fn new(page: &Page, key: &str, done: bool, hint: String, href: &str) -> Self {
        let (word, tone) = if done { ("judging-check-done", "done") } else { ("judging-check-open", "stop") };
        let href = if done { String::new() } else { href.to_owned() };
        Self { title: page.t(key), word: page.t(word), tone, hint, href }
    }
}

fn confirmation(page: &Page, role: OpenerRole, waiting: &Waiting) -> Check {
    let by = waiting.confirmed.iter().find(|each| each.opener.role == role);
    let name = |account: &AccountId| waiting.names.get(account).map_or_else(String::new, ToString::to_string);
    let hint = by.map(|each| {
        let facts = [("name", name(&each.opener.account)), ("when", page.instant(each.at))];
        let key = if each.opener.deputy { "judging-confirmed-by-deputy" } else { "judging-confirmed-by" };
        page.tx(key, &facts)
    });
    let (word, tone) = if hint.is_some() { ("judging-check-done", "done") } else { ("judging-check-waits", "todo") };
    Check {
        title: page.t1("judging-check-confirms", "role", page.tcode("role-", role.code())),
        word: page.t(word),
        tone,
        hint: hint.unwrap_or_default(),
        href: String::new(),
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&load(&house, &viewer, page, slug, Form::new()).await?)
}

pub(super) async fn confirm(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["round", "password"])?;
    match try_to_confirm(&house, &viewer, &slug, &posted.form).await {
        Ok(opening) => {
            if opening == Opening::Opened {
                keep_what_was_opened(&house, &viewer, &slug).await;
            }
            let said = match opening {
                Opening::AwaitsSecond => "judging-awaits-second",
                Opening::Opened => "judging-round-opened",
            };
            Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/mo-niem-phong"), said))
        }
        Err(halt) => {
            let mut form = Form::new();
            form.keep_refusals(&page, with_role_names(&page, halt))?;
            html(&load(&house, &viewer, page, slug, form).await?)
        }
    }
}

/// The password first: an open screen that somebody left is no person's word.
async fn try_to_confirm(house: &House, viewer: &Viewer, slug: &str, form: &Form) -> Result<Opening, Halt> {
    let account = viewer.signed_in()?.id;
    let round = sealed_round(house, slug, form.value("round")).await?;
    if !check_password(house, account, form.raw("password").to_owned()).await? {
        return Err(Halt::refused("judging.password_wrong", Some("password"), "the password is wrong"));
    }
    let (actor, command): (Actor, _) = (viewer.actor(), ConfirmOpening { round });
    house.acts.perform(actor, move |act| Box::pin(confirm_opening(act, command))).await
}

async fn sealed_round(house: &House, slug: &str, code: &str) -> Result<RoundId, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, slug).await?;
    Ok(round_of(&mut db, &edition, code).await?.id)
}

/// The minutes of the opening: the bytes that were printed when the round was opened.
pub(super) async fn minutes(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["vong"])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &slug).await?;
    viewer.allowed(Permission::RankingView, edition.place())?;
    let results = opened_results(&mut db, &edition, asked.given("vong")).await?.ok_or_else(Halt::not_found)?;
    let kept = rounds::minutes(&mut db, results.round.id).await?;
    drop(db);
    let hash = match kept {
        Some(hash) => hash,
        None => print_and_keep(&house, viewer.actor(), &edition, &results).await?,
    };
    let pdf = house.kept_file(hash).await?;
    let name = format!("inline; filename=\"bien-ban-mo-niem-phong-{}.pdf\"", results.round.rule.code);
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, name),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, pdf).into_response())
}

/// Prints the minutes from what the opening froze and from the jury that sat then, and keeps them.
/// A round that was opened while nothing could be printed has them with the first reading.
async fn print_and_keep(
    house: &House,
    actor: Actor,
    edition: &Edition,
    results: &RoundResults,
) -> Result<Sha256Hex, Halt> {
    let mut db = house.read().await?;
    let round = results.round.id;
    let RoundStep::Opened { opened, .. } = results.round.step else { return Err(Halt::not_found()) };
    let present = Present {
        jury: jury::jury_at(&mut db, edition.id, opened).await?,
        openers: rounds::confirmed(&mut db, round).await?,
        names: names(&mut db).await?,
        judges: judges_names(&mut db, edition).await?,
    };
    drop(db);
    let role = |role: OpenerRole| {
        house.catalogue.text(hoithi_web::Lang::Vi, &format!("role-{}", role.code().replace('_', "-")), &[])
    };
    let form = minutes::of(edition, results, &present, role, house.site.watermark());
    let pdf = house.printer.print_form(&form).await.map_err(Halt::fault)?;
    let printed = house.keep_file(pdf).await?;
    house.acts.perform(actor, move |act| Box::pin(keep_minutes(act, (round, printed.clone())))).await
}

/// Right after the second person's word. What cannot be printed now does not undo the opening.
async fn keep_what_was_opened(house: &House, viewer: &Viewer, slug: &str) {
    let kept = async {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, slug).await?;
        let Some(results) = opened_results(&mut db, &edition, None).await? else { return Ok(()) };
        drop(db);
        print_and_keep(house, viewer.actor(), &edition, &results).await.map(drop)
    };
    if let Err(halt) = kept.await {
        tracing::error!(?halt, "the minutes of the opening could not be printed yet");
    }
}
