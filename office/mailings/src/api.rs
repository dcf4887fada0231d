//! `/api/v1/mailing-lists` and `/api/v1/mailings`, for programs: how many, never who. An address is its
//! owner's, and no program is told one.

use std::collections::BTreeMap;

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{MailingId, MailingListId};
use hoithi_rules::mailings::Outcome;
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Asked, House, Json, Path};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::store;
use crate::things::{Mailing, MailingList};

/// So many mailings stand on one page.
const MOST: i64 = 200;

/// What the API offers of lists and mailings.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(lists, mailings, mailing), components(schemas(ListCard, MailingCard)))]
    struct Doc;
    Doc::openapi()
}

/// A list, without who is on it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListCard {
    #[schema(value_type = String, format = "uuid")]
    id: MailingListId,
    name: String,
    purpose: String,
    /// Whether everybody may join it.
    public: bool,
    /// How many are on it now.
    readers: usize,
    version: i64,
}

impl From<MailingList> for ListCard {
    fn from(list: MailingList) -> Self {
        let MailingList { id, name, purpose, public, readers, version } = list;
        Self { id, name, purpose, public, readers, version }
    }
}

/// A mailing and how many addresses it came to which end for.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailingCard {
    #[schema(value_type = String, format = "uuid")]
    id: MailingId,
    #[schema(value_type = String, format = "uuid")]
    list: MailingListId,
    subject: String,
    state: &'static str,
    created_at: String,
    /// By the name of the end: `waiting`, `posted`, `sent`, `kept`, `refused`, `bounced`, `left`, `stopped`.
    results: BTreeMap<String, usize>,
    version: i64,
}

impl MailingCard {
    fn of(mailing: Mailing, counts: Option<&BTreeMap<Outcome, usize>>) -> Self {
        let Mailing { id, list, subject, state, created_at, version, .. } = mailing;
        let results = counts.into_iter().flatten().map(|(outcome, count)| (outcome.code().to_owned(), *count));
        Self {
            id,
            list,
            subject,
            state: state.code(),
            created_at: created_at.to_string(),
            results: results.collect(),
            version,
        }
    }
}

/// Every list, in the order in which they were begun.
#[utoipa::path(
    get, path = "/api/v1/mailing-lists", operation_id = "mailing_lists_list", tag = "mailings",
    responses((status = 200, body = Vec<ListCard>), (status = 403, description = "not who writes to lists"))
)]
pub(crate) async fn lists(State(house): State<House>, viewer: Viewer) -> Result<Json<Vec<ListCard>>, Halt> {
    viewer.allowed(Permission::MailingSend, Place::HOUSE)?;
    let lists = store::lists(&mut house.read().await?).await?;
    Ok(Json(lists.into_iter().map(ListCard::from).collect()))
}

/// The mailings, the newest first, by pages of 200.
#[utoipa::path(
    get, path = "/api/v1/mailings", operation_id = "mailings_list", tag = "mailings",
    params(("after" = Option<i64>, Query, description = "how many to skip; a page has 200")),
    responses((status = 200, body = Vec<MailingCard>), (status = 403, description = "not who writes to lists"),
              (status = 422, description = "a parameter is wrong"))
)]
pub(crate) async fn mailings(
    State(house): State<House>,
    viewer: Viewer,
    asked: Asked,
) -> Result<Json<Vec<MailingCard>>, Halt> {
    viewer.allowed(Permission::MailingSend, Place::HOUSE)?;
    let skip = asked.only(&["after"])?.choice("after", |text| text.parse::<u32>().ok())?.unwrap_or(0);
    let mut db = house.read().await?;
    let all = store::mailings(&mut db, (MOST, i64::from(skip))).await?;
    let counts = store::counts(&mut db).await?;
    let card = |mailing: Mailing| {
        let counted = counts.get(&mailing.id);
        MailingCard::of(mailing, counted)
    };
    Ok(Json(all.into_iter().map(card).collect()))
}

/// One mailing.
#[utoipa::path(
    get, path = "/api/v1/mailings/{mailing}", operation_id = "mailing_show", tag = "mailings",
    params(("mailing" = String, Path, description = "Its id")),
    responses((status = 200, body = MailingCard), (status = 403, description = "not who writes to lists"),
              (status = 404, description = "there is none"))
)]
pub(crate) async fn mailing(
    State(house): State<House>,
    Path(id): Path<MailingId>,
    viewer: Viewer,
) -> Result<Json<MailingCard>, Halt> {
    viewer.allowed(Permission::MailingSend, Place::HOUSE)?;
    let mut db = house.read().await?;
    let mailing = store::mailing(&mut db, id).await?.ok_or_else(Halt::not_found)?;
    let counts = store::counts(&mut db).await?;
    Ok(Json(MailingCard::of(mailing, counts.get(&id))))
}
