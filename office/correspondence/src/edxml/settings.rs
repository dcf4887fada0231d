//! What the operator fills in: identifiers of bodies, types of kinds. The province gives both out.

use std::collections::BTreeMap;

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{Refusals, permit, refused};
use hoithi_rules::correspondence::{DocumentKind, OrganId};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError, params};

use super::{ExchangeRefusal, offered};
use crate::document::issuer_key;

/// Identifiers and types, as the operator wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// A body's name and its identifier.
    pub bodies: Vec<(String, OrganId)>,
    /// A kind's code and its type.
    pub types: BTreeMap<String, u32>,
}

/// Sets identifiers and types of an edition's register; what was set before goes.
pub async fn set_exchange(act: &mut Act, edition: EditionId, exchange: Exchange) -> Result<(), Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(edition)).await?;
    act.db().run("DELETE FROM exchange_bodies WHERE edition_id = $1", params![edition.uuid()]).await?;
    act.db().run("DELETE FROM exchange_types WHERE edition_id = $1", params![edition.uuid()]).await?;
    let bodies = exchange.bodies.iter().zip(1_i64..);
    let bodies = bodies.map(|((name, id), place)| params![edition.uuid(), place, name.as_str(), id.as_str()]).collect();
    act.db().insert_many("INSERT INTO exchange_bodies (edition_id, place, name, organ_id)", bodies).await?;
    let types = exchange.types.iter().map(|(kind, number)| params![edition.uuid(), kind.as_str(), *number]).collect();
    act.db().insert_many("INSERT INTO exchange_types (edition_id, kind, type)", types).await?;
    act.record(Event::new("exchange.set", edition).fact("bodies", exchange.bodies.len()));
    Ok(())
}

/// What is set.
pub(crate) async fn exchange(db: &mut Conn, edition: EditionId) -> Result<Exchange, StoreError> {
    let mut exchange = Exchange::none();
    let bodies = "SELECT name, organ_id FROM exchange_bodies WHERE edition_id = $1 ORDER BY place";
    for row in db.all(bodies, params![edition.uuid()]).await? {
        exchange.bodies.push((row.text("name")?, row.parsed("organ_id")?));
    }
    let types = "SELECT kind, type FROM exchange_types WHERE edition_id = $1";
    for row in db.all(types, params![edition.uuid()]).await? {
        exchange.types.insert(row.text("kind")?, u32::try_from(row.int("type")?).unwrap_or(0));
    }
    Ok(exchange)
}

/// What the documents that were signed here would lack to go out, in the order in which they name it; of
/// the agency itself also before anything is signed.
pub(crate) async fn lacking(
    db: &mut Conn,
    edition: EditionId,
    (agency, settings): (&str, &Exchange),
) -> Result<Vec<ExchangeRefusal>, StoreError> {
    let sql = "SELECT DISTINCT issuer, kind FROM documents
                WHERE edition_id = $1 AND origin = 'drafted' AND state = 'signed' ORDER BY issuer, kind";
    let (mut issuers, mut kinds) = (vec![agency.to_owned()], Vec::new());
    for row in db.all(sql, params![edition.uuid()]).await? {
        issuers.push(row.text("issuer")?);
        kinds.push(row.parsed::<DocumentKind>("kind")?);
    }
    let no_identifier = issuers.into_iter().filter(|issuer| settings.body(issuer).is_none());
    let nobody = offered(settings, agency).is_empty().then_some(ExchangeRefusal::Addressees);
    let no_type = kinds.into_iter().filter(|kind| !settings.types.contains_key(&kind.code()));
    let all = no_identifier
        .map(|body| ExchangeRefusal::Sender { body })
        .chain(nobody)
        .chain(no_type.map(|kind| ExchangeRefusal::Type { kind: kind.name().to_owned() }));
    let mut lacks = Vec::new();
    for lack in all {
        if !lacks.contains(&lack) {
            lacks.push(lack);
        }
    }
    Ok(lacks)
}

/// `Sở Khoa học và Công nghệ = H49.12`, one a line.
pub(crate) fn read_bodies(text: &str, no: &mut Refusals) -> Vec<(String, OrganId)> {
    let mut bodies: Vec<(String, OrganId)> = Vec::new();
    for (line, (name, value)) in named_lines(text, "bodies", no) {
        match value.parse::<OrganId>() {
            Ok(_) if bodies.iter().any(|(known, _)| issuer_key(known) == issuer_key(&name)) => {
                no.at("bodies", vec![refused(&ExchangeRefusal::Twice { field: "bodies", line, given: name })]);
            }
            Ok(id) if !name.is_empty() => bodies.push((name, id)),
            Ok(_) => no.at("bodies", vec![refused(&ExchangeRefusal::Line { field: "bodies", line, given: value })]),
            Err(error) => no.at("bodies", vec![refused(&error)]),
        }
    }
    bodies
}

/// `Công văn = 1`, one a line.
pub(crate) fn read_types(text: &str, no: &mut Refusals) -> BTreeMap<String, u32> {
    let mut types = BTreeMap::new();
    for (line, (name, value)) in named_lines(text, "types", no) {
        match (kind_named(&name), value.parse::<u32>()) {
            (Some(kind), Ok(number)) if number < 1_000 => {
                if types.insert(kind.code(), number).is_some() {
                    no.at("types", vec![refused(&ExchangeRefusal::Twice { field: "types", line, given: name })]);
                }
            }
            _ => {
                let given = format!("{name} = {value}");
                no.at("types", vec![refused(&ExchangeRefusal::Line { field: "types", line, given })]);
            }
        }
    }
    types
}

/// The kind that bears this name, listed or free.
pub(super) fn kind_named(name: &str) -> Option<DocumentKind> {
    let listed = DocumentKind::LISTED.into_iter().find(|kind| kind.name().to_lowercase() == name.to_lowercase());
    listed.or_else(|| format!("other:{name}").parse().ok())
}

/// Every line that is not empty, cut at its last sign of equality.
fn named_lines(text: &str, field: &'static str, no: &mut Refusals) -> Vec<(usize, (String, String))> {
    let mut lines = Vec::new();
    for (line, words) in (1..).zip(text.lines()) {
        if words.trim().is_empty() {
            continue;
        }
        match words.rsplit_once('=') {
            Some((name, value)) => lines.push((line, (one_line(name), one_line(value)))),
            None => {
                no.at(field, vec![refused(&ExchangeRefusal::Line { field, line, given: one_line(words) })]);
            }
        }
    }
    lines
}

/// The lines again.
pub(crate) fn bodies_text(exchange: &Exchange) -> String {
    exchange.bodies.iter().map(|(name, id)| format!("{name} = {id}")).collect::<Vec<_>>().join("\n")
}

/// The lines again, by the kinds' names.
pub(crate) fn types_text(exchange: &Exchange) -> String {
    let name = |code: &String| code.parse::<DocumentKind>().map_or_else(|_| code.clone(), |kind| kind.to_string());
    exchange.types.iter().map(|(code, number)| format!("{} = {number}", name(code))).collect::<Vec<_>>().join("\n")
}
