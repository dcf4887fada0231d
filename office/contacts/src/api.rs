//! The directory for programs.

use axum::extract::State;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{ContactId, UnitId};
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{House, Json};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::contact::{Contact, Person};
use crate::store;

/// What the API offers of contacts.
pub fn api_doc() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list), components(schemas(ContactCard)))]
    struct Doc;
    Doc::openapi()
}

/// A person whom one reaches in a unit.
#[derive(Serialize, ToSchema)]
pub(crate) struct ContactCard {
    #[schema(value_type = String, format = "uuid")]
    id: ContactId,
    #[schema(value_type = String, format = "uuid")]
    unit: UnitId,
    #[schema(value_type = String)]
    name: String,
    position: String,
    phone: String,
    email: String,
    zalo: String,
    address: String,
    /// Whether they are asked first.
    main: bool,
    #[schema(value_type = String, format = Date)]
    valid_from: Date,
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<Date>,
}

impl From<Contact> for ContactCard {
    fn from(contact: Contact) -> Self {
        let Contact { id, unit, person, main, from, to, .. } = contact;
        let Person { name, position, phone, email, zalo, address } = person;
        Self {
            id,
            unit,
            name: name.to_string(),
            position,
            phone,
            email,
            zalo,
            address,
            main,
            valid_from: from,
            valid_to: to,
        }
    }
}

/// Everybody who is to be reached today.
#[utoipa::path(
    get, path = "/api/v1/contacts", operation_id = "contacts_list", tag = "contacts",
    responses((status = 200, body = Vec<ContactCard>))
)]
pub(crate) async fn list(State(house): State<House>, viewer: Viewer) -> Result<Json<Vec<ContactCard>>, Halt> {
    viewer.allowed(Permission::ContactsView, Place::HOUSE)?;
    let all = store::contacts_on(&mut house.read().await?, viewer.today).await?;
    Ok(Json(all.into_values().flatten().map(ContactCard::from).collect()))
}
