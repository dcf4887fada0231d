//! The order of entries that share a place: read back before it is written down, put right while the
//! leader has not decided.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::prizes::{PrizesPage, option};
use super::{dressed, edition_of};
use crate::operations::{CorrectTie, SettleTie, correct_tie, correction, settle_tie, settled, settlement};
use crate::ranking::{RankedRound, ranked};
use crate::store::{self, Settlement};

/// An order that stands, as the page of the prizes shows it.
pub(super) struct Settled {
    scope: String,
    pub(super) place: i64,
    pub(super) minutes: String,
    pub(super) entries: Vec<(i64, String)>,
}

impl Settled {
    pub(super) fn all(ranked: &RankedRound) -> Vec<Self> {
        let standing = |each: &&Settlement| each.order.iter().all(|entry| !ranked.withdrawn.contains(entry));
        ranked.settlements.iter().filter(standing).map(|each| Self::of(ranked, each)).collect()
    }

    fn of(ranked: &RankedRound, each: &Settlement) -> Self {
        let entries = each.order.iter().zip(each.place..).map(|(entry, place)| (place, option(ranked, *entry).1));
        let entries = entries.collect();
        Self { scope: each.scope.clone(), place: each.place, minutes: each.minutes.clone(), entries }
    }

    /// Where it is put right.
    pub(super) fn correction(&self, slug: &str) -> String {
        format!("/ky/{slug}/giai-thuong/thu-tu?nhom={}&hang={}", self.scope, self.place)
    }
}

#[derive(Template)]
#[template(path = "awards/order_read_back.html")]
struct ReadBack {
    page: Page,
    action: String,
    order: Settled,
    reason: String,
    /// Prizes that were proposed by the order before.
    proposed: bool,
    /// Everything that was typed, for the buttons.
    kept: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "awards/order.html")]
struct OrderPage {
    page: Page,
    form: Form,
    slug: String,
    place: i64,
    entries: Vec<(String, String)>,
}

impl OrderPage {
    fn of(page: Page, slug: String, form: Form, ranked: &RankedRound, stands: &Settlement) -> Self {
        let entries = stands.order.iter().map(|entry| option(ranked, *entry)).collect();
        Self { page, form, slug, place: stands.place, entries }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes its loop's values by reference")]
    fn turn(&self, index: &usize) -> i64 {
        self.place + i64::try_from(*index).unwrap_or_default()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template passes its loop's values by reference")]
    fn chosen(&self, index: &usize, entry: &str) -> bool {
        self.form.values("order").get(*index).is_some_and(|chosen| *chosen == entry)
    }
}

pub(super) async fn settle(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["order", "minutes", "step"])?;
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &viewer, &slug).await?;
    if form.value("step") == "change" {
        drop(db);
        return html(&PrizesPage::load(&house, &viewer, page, slug, form).await?);
    }
    let done = match order_of(&form) {
        Ok(order) => {
            let command = SettleTie { edition: edition.id, order, minutes: form.value("minutes").to_owned() };
            if form.value("step") == "record" {
                drop(db);
                house.acts.perform(viewer.actor(), move |act| Box::pin(settle_tie(act, command.clone()))).await
            } else {
                match to_be_settled(&mut db, &edition, command).await {
                    Ok(order) => return html(&ReadBack::settling(page, &edition, order, &form)),
                    Err(halt) => Err(halt),
                }
            }
        }
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giai-thuong"), "awards-settled")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&PrizesPage::load(&house, &viewer, page, slug, form).await?)
        }
    }
}

async fn to_be_settled(db: &mut Conn, edition: &Edition, command: SettleTie) -> Result<Settled, Halt> {
    let ranked = ranked(db, edition).await?.ok_or_else(Halt::not_found)?;
    let settlement = settlement(&ranked, command)?;
    Ok(Settled::of(&ranked, &settlement))
}

pub(super) fn order_of(form: &Form) -> Result<Vec<EntryId>, Halt> {
    let mut no = Refusals::new();
    let order: Option<Vec<EntryId>> = form.values("order").into_iter().map(|text| text.parse().ok()).collect();
    if order.is_none() {
        no.add("awards.order_missing", "order", "choose an entry for every place");
    }
    if form.value("minutes").is_empty() {
        no.add("awards.minutes_missing", "minutes", "name the minutes");
    }
    match order {
        Some(order) if no.is_empty() => Ok(order),
        _ => Err(no.halt()),
    }
}

impl ReadBack {
    fn settling(page: Page, edition: &Edition, order: Settled, form: &Form) -> Self {
        Self {
            page: on_prizes(page, edition, "awards-read-back"),
            action: format!("/ky/{}/giai-thuong/dong-hang", edition.slug),
            order,
            reason: String::new(),
            proposed: false,
            kept: kept(form, &["order", "minutes"]),
        }
    }
}

fn kept(form: &Form, fields: &[&'static str]) -> Vec<(&'static str, String)> {
    let all = fields.iter().flat_map(|field| form.values(field).into_iter().map(|value| (*field, value.to_owned())));
    all.collect()
}

fn on_prizes(page: Page, edition: &Edition, key: &str) -> Page {
    let prizes = page.t("awards-prizes");
    dressed(page, edition, key).under(prizes, format!("/ky/{}/giai-thuong", edition.slug))
}

/// The order that the address or the form names, for those who put it before the leader.
async fn standing(
    db: &mut Conn,
    viewer: &Viewer,
    slug: &str,
    form: &Form,
) -> Result<(Edition, std::sync::Arc<RankedRound>, Settlement), Halt> {
    let edition = edition_of(db, viewer, slug).await?;
    viewer.allowed(Permission::AwardPropose, edition.place())?;
    let ranked = ranked(db, &edition).await?.ok_or_else(Halt::not_found)?;
    let place = form.value("hang").parse().unwrap_or(0);
    let stands = settled(&ranked, form.value("nhom"), place).cloned().ok_or_else(Halt::not_found)?;
    Ok((edition, ranked, stands))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let mut form = asked.only(&["nhom", "hang"])?;
    let mut db = house.read().await?;
    let (edition, ranked, stands) = standing(&mut db, &viewer, &slug, &form).await?;
    for entry in &stands.order {
        form = form.with("order", entry);
    }
    let form = form.with("minutes", &stands.minutes);
    html(&OrderPage::of(on_prizes(page, &edition, "awards-correct-order"), slug, form, &ranked, &stands))
}

pub(super) async fn correct(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    const FIELDS: [&str; 5] = ["order", "minutes", "reason", "nhom", "hang"];
    let mut form = posted.form;
    form.only(&["order", "minutes", "reason", "nhom", "hang", "step"])?;
    let mut db = house.read().await?;
    let (edition, ranked, stands) = standing(&mut db, &viewer, &slug, &form).await?;
    let page = on_prizes(page, &edition, "awards-correct-order");
    let proposed = store::proposal(&mut db, edition.id).await?.is_some();
    drop(db);
    let asked = order_of(&form).map(|order| CorrectTie {
        edition: edition.id,
        scope: stands.scope.clone(),
        place: stands.place,
        order,
        minutes: form.value("minutes").to_owned(),
        reason: form.value("reason").to_owned(),
    });
    let halt = match (form.value("step"), asked) {
        ("change", _) => return html(&OrderPage::of(page, slug, form, &ranked, &stands)),
        (_, Err(halt)) => halt,
        ("record", Ok(command)) => {
            match house.acts.perform(viewer.actor(), move |act| Box::pin(correct_tie(act, command.clone()))).await {
                Ok(()) => {
                    let key = if proposed { "awards-order-corrected-anew" } else { "awards-order-corrected" };
                    return Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/giai-thuong"), key));
                }
                Err(halt) => halt,
            }
        }
        (_, Ok(command)) => match correction(&stands, command) {
            Ok((after, reason)) => {
                let action = format!("/ky/{slug}/giai-thuong/thu-tu");
                let (order, kept) = (Settled::of(&ranked, &after), kept(&form, &FIELDS));
                return html(&ReadBack {
                    page: page.titled("awards-read-back"),
                    action,
                    order,
                    reason,
                    proposed,
                    kept,
                });
            }
            Err(halt) => halt,
        },
    };
    form.keep_refusals(&page, halt)?;
    html(&OrderPage::of(page, slug, form, &ranked, &stands))
}
