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
    /// Who sends and receives.
    pub bodies: Vec<ExchangeBody>,
    /// A kind's code and its type.
    pub types: BTreeMap<String, u32>,
}

/// A body that sends or receives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeBody {
    /// Its name.
    pub name: String,
    /// The code of the unit that it is, where a name alone would not tell; may be empty.
    pub code: String,
    /// Its identifier.
    pub id: OrganId,
}

impl ExchangeBody {
    /// A body that its name tells well enough.
    pub const fn named(name: String, id: OrganId) -> Self {
        Self { name, code: String::new(), id }
    }

    /// `Xã Đầm Hà (06895)`: a name, and a unit's code behind it.
    fn read(given: &str, id: OrganId) -> Self {
        let code = given.strip_suffix(')').and_then(|given| given.rsplit_once('('));
        let code = code.filter(|(_, code)| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit()));
        match code {
            Some((name, code)) => Self { name: name.trim_end().to_owned(), code: code.to_owned(), id },
            None => Self::named(given.to_owned(), id),
        }
    }

    /// Whether one line too many is about it: the same unit, or the same name without anything else to tell it by.
    fn is_again(&self, other: &Self) -> bool {
        if self.code.is_empty() && other.code.is_empty() {
            return issuer_key(&self.name) == issuer_key(&other.name);
        }
        self.code == other.code
    }
}

/// Sets identifiers and types of an edition's register; what was set before goes.
pub async fn set_exchange(act: &mut Act, edition: EditionId, exchange: Exchange) -> Result<(), Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(edition)).await?;
    act.db().run("DELETE FROM exchange_bodies WHERE edition_id = $1", params![edition.uuid()]).await?;
    act.db().run("DELETE FROM exchange_types WHERE edition_id = $1", params![edition.uuid()]).await?;
    let bodies = exchange.bodies.iter().zip(1_i64..);
    let bodies = bodies
        .map(|(body, place)| params![edition.uuid(), place, body.name.as_str(), body.code.as_str(), body.id.as_str()]);
    let insert = "INSERT INTO exchange_bodies (edition_id, place, name, unit_code, organ_id)";
    act.db().insert_many(insert, bodies.collect()).await?;
    let types = exchange.types.iter().map(|(kind, number)| params![edition.uuid(), kind.as_str(), *number]).collect();
    act.db().insert_many("INSERT INTO exchange_types (edition_id, kind, type)", types).await?;
    act.record(Event::new("exchange.set", edition).fact("bodies", exchange.bodies.len()));
    Ok(())
}

/// What is set.
pub(crate) async fn exchange(db: &mut Conn, edition: EditionId) -> Result<Exchange, StoreError> {
    let mut exchange = Exchange::none();
    let bodies = "SELECT name, unit_code, organ_id FROM exchange_bodies WHERE edition_id = $1 ORDER BY place";
    for row in db.all(bodies, params![edition.uuid()]).await? {
        let (name, code, id) = (row.text("name")?, row.text("unit_code")?, row.parsed("organ_id")?);
        exchange.bodies.push(ExchangeBody { name, code, id });
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

/// `Sở Khoa học và Công nghệ = H49.12` or `Xã Đầm Hà (06895) = H49.33.5`, one a line.
pub(crate) fn read_bodies(text: &str, no: &mut Refusals) -> Vec<ExchangeBody> {
    let mut bodies: Vec<ExchangeBody> = Vec::new();
    for (line, (given, value)) in named_lines(text, "bodies", no) {
        match value.parse::<OrganId>().map(|id| ExchangeBody::read(&given, id)) {
            Ok(body) if bodies.iter().any(|known| known.is_again(&body)) => {
                no.at("bodies", vec![refused(&ExchangeRefusal::Twice { field: "bodies", line, given })]);
            }
            Ok(body) if !body.name.is_empty() => bodies.push(body),
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
    let line = |ExchangeBody { name, code, id }: &ExchangeBody| {
        if code.is_empty() { format!("{name} = {id}") } else { format!("{name} ({code}) = {id}") }
    };
    exchange.bodies.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines again, by the kinds' names.
pub(crate) fn types_text(exchange: &Exchange) -> String {
    let name = |code: &String| code.parse::<DocumentKind>().map_or_else(|_| code.clone(), |kind| kind.to_string());
    exchange.types.iter().map(|(code, number)| format!("{} = {number}", name(code))).collect::<Vec<_>>().join("\n")
}
