//! A place that is free again: who gave it up, who goes next, and the unit's paper for that one.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::ids::EntryId;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::{edition_of, endorsement_of};
use crate::given_up::given_up;
use crate::operations::{above, cards_of};
use crate::reserve::{RaiseReserve, is_vacant, next_in_line, raise_reserve};
use crate::store::{self, Promoted};

/// A place that waits for the next one.
pub(super) struct Vacant {
    pub(super) slot: i64,
    /// The entry that was taken back above.
    pub(super) what: String,
    pub(super) href: String,
}

/// A place that somebody else has now.
pub(super) struct Followed {
    pub(super) slot: i64,
    pub(super) what: String,
    pub(super) next: String,
}

/// What became of places that were given up.
pub(super) struct Places {
    pub(super) vacant: Vec<Vacant>,
    pub(super) followed: Vec<Followed>,
}

impl Places {
    pub(super) async fn load(db: &mut Conn, here: &Edition, sent: &[Promoted]) -> Result<Self, Halt> {
        let cards = cards_of(db, here.id).await?;
        let number = |entry: EntryId| cards.get(&entry).and_then(|card| card.number.as_ref()).map(ToString::to_string);
        let mut vacant = Vec::new();
        for line in sent {
            if is_vacant(db, line).await? {
                vacant.push(Vacant {
                    slot: line.slot,
                    what: number(line.entry).unwrap_or_default(),
                    href: format!("/ky/{}/gui-len/du-bi/{}", here.slug, line.entry),
                });
            }
        }
        let gone = given_up(db, here.id).await?.into_iter();
        let followed = gone.map(|gone| Followed {
            slot: gone.slot,
            what: number(gone.entry).unwrap_or_default(),
            next: number(gone.next).unwrap_or_default(),
        });
        Ok(Self { vacant, followed: followed.collect() })
    }
}

#[derive(Template)]
#[template(path = "forwarding/reserve.html")]
struct ReservePage {
    page: Page,
    form: Form,
    gone: String,
    /// The place that is free; none once somebody else has it.
    slot: Option<i64>,
    /// Who goes next, by number and title; nothing where nobody waits.
    next: String,
}

impl ReservePage {
    async fn load(db: &mut Conn, here: &Edition, page: Page, gone: EntryId, form: Form) -> Result<Self, Halt> {
        above(here)?;
        let sent = store::promoted(db, here.id).await?;
        let slot = match sent.iter().find(|line| line.entry == gone) {
            Some(line) if is_vacant(db, line).await? => Some(line.slot),
            _ => None,
        };
        let cards = cards_of(db, here.id).await?;
        let told = |entry: EntryId| {
            let card = cards.get(&entry)?;
            let number = card.number.as_ref().map(ToString::to_string).unwrap_or_default();
            Some(format!("{number} {}", card.title))
        };
        let next = next_in_line(db, here, &sent, gone).await?.and_then(told).unwrap_or_default();
        let list = page.t("forwarding-title");
        let page = page
            .under(here.title(), format!("/ky/{}", here.slug))
            .under(list, format!("/ky/{}/gui-len", here.slug))
            .titled("forwarding-reserve");
        Ok(Self { gone: told(gone).unwrap_or_default(), slot, page, form, next })
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, gone)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let here = edition_of(&mut db, &viewer, &slug).await?;
    let reserve = ReservePage::load(&mut db, &here, page, gone, Form::new()).await?;
    if reserve.slot.is_some() { html(&reserve) } else { Err(Halt::not_found()) }
}

pub(super) async fn raise(
    State(house): State<House>,
    Path((slug, gone)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["endorsement", "endorsement_date", "endorsement_signer"])?;
    let here = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    let mut no = Refusals::new();
    let raised = match endorsement_of(&form, &mut no) {
        Some(endorsement) => {
            let command = RaiseReserve { edition: here.id, gone, endorsement };
            house.acts.perform(viewer.actor(), move |act| Box::pin(raise_reserve(act, command.clone()))).await
        }
        None => Err(no.halt()),
    };
    match raised {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/gui-len"), "forwarding-reserve-raised")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ReservePage::load(&mut house.read().await?, &here, page, gone, form).await?)
        }
    }
}
