//! The register in its table.

use std::collections::BTreeSet;

use hoithi_rules::ids::{AuthorId, AwardId, CertificateId, EditionId};
use hoithi_rules::publication::{RegisterNumber, VerificationCode};
use hoithi_store::{Conn, Row, StoreError, params};
use jiff::Timestamp;

use crate::certificate::{Certificate, Revocation, Says};

/// The statement that reads certificates, with what follows the table's name.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, edition_id, award_id, author_id, document_id, register_number, register_year, code, name,
                    unit_name, title, category_name, prize, wording, contest, decision, decided_on, issuer, issued_at,
                    version, revoked_at, revoked_reason, replaces
               FROM certificates ",
            $rest
        )
    };
}

/// The register of an edition in the order of its numbers.
pub async fn certificates(db: &mut Conn, edition: EditionId) -> Result<Vec<Certificate>, StoreError> {
    let rows = db
        .all(select!("WHERE edition_id = $1 ORDER BY register_year, register_number"), params![edition.uuid()])
        .await?;
    rows.iter().map(read).collect()
}

/// Every certificate of the house.
pub(crate) async fn all(db: &mut Conn) -> Result<Vec<Certificate>, StoreError> {
    let rows = db.all(select!("ORDER BY id"), params![]).await?;
    rows.iter().map(read).collect()
}

/// What the register says of a code.
pub async fn certificate_by_code(db: &mut Conn, code: &VerificationCode) -> Result<Option<Certificate>, StoreError> {
    let row = db.maybe(select!("WHERE code = $1"), params![code.as_str()]).await?;
    row.as_ref().map(read).transpose()
}

pub(crate) async fn certificate(db: &mut Conn, id: CertificateId) -> Result<Option<Certificate>, StoreError> {
    let row = db.maybe(select!("WHERE id = $1"), params![id.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

/// The certificate that was issued in the place of this one.
pub(crate) async fn replacement(db: &mut Conn, of: CertificateId) -> Result<Option<Certificate>, StoreError> {
    let row = db.maybe(select!("WHERE replaces = $1"), params![of.uuid()]).await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Certificate, StoreError> {
    let revoked = match (row.instant_opt("revoked_at")?, row.text_opt("revoked_reason")?) {
        (Some(at), Some(reason)) => Some(Revocation { at, reason }),
        _ => None,
    };
    Ok(Certificate {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        award: row.parsed("award_id")?,
        author: row.parsed("author_id")?,
        document: row.parsed("document_id")?,
        number: read_number(row)?,
        code: row.parsed("code")?,
        says: read_says(row)?,
        issued_at: row.instant("issued_at")?,
        version: row.int("version")?,
        revoked,
        replaces: row.parsed_opt("replaces")?,
    })
}

fn read_number(row: &Row) -> Result<RegisterNumber, StoreError> {
    let (number, year) = (row.int("register_number")?, row.int("register_year")?);
    let nonsense = || StoreError::Nonsense {
        column: "register_number".to_owned(),
        value: format!("{number}/{year}"),
        wanted: "number in the register",
    };
    let read = u32::try_from(number).ok().zip(i16::try_from(year).ok());
    read.map(|(number, year)| RegisterNumber { year, number }).ok_or_else(nonsense)
}

fn read_says(row: &Row) -> Result<Says, StoreError> {
    Ok(Says {
        name: row.text("name")?,
        unit_name: row.text("unit_name")?,
        title: row.text("title")?,
        category_name: row.text("category_name")?,
        prize: row.text("prize")?,
        wording: row.text("wording")?,
        contest: row.text("contest")?,
        decision: row.text("decision")?,
        decided_on: row.parsed("decided_on")?,
        issuer: row.text("issuer")?,
    })
}

/// Who holds a certificate of what already.
pub(crate) async fn held(db: &mut Conn, edition: EditionId) -> Result<BTreeSet<(AwardId, AuthorId)>, StoreError> {
    let sql = "SELECT award_id, author_id FROM certificates WHERE edition_id = $1";
    let rows = db.all(sql, params![edition.uuid()]).await?;
    rows.iter().map(|row| Ok((row.parsed("award_id")?, row.parsed("author_id")?))).collect()
}

/// The last number given in the edition's register of a year; none is zero.
pub(crate) async fn last_number(db: &mut Conn, edition: EditionId, year: i16) -> Result<u32, StoreError> {
    let sql = "SELECT COALESCE(MAX(register_number), 0) AS last
                 FROM certificates WHERE edition_id = $1 AND register_year = $2";
    let last = db.one(sql, params![edition.uuid(), i32::from(year)]).await?.int("last")?;
    u32::try_from(last).map_err(|_| StoreError::Nonsense {
        column: "register_number".to_owned(),
        value: last.to_string(),
        wanted: "number in the register",
    })
}

pub(crate) async fn insert(db: &mut Conn, issued: &[Certificate]) -> Result<(), StoreError> {
    let row = |each: &Certificate| {
        params![
            each.id.uuid(),
            each.edition.uuid(),
            each.award.uuid(),
            each.author.uuid(),
            each.document.uuid(),
            each.number.number,
            i32::from(each.number.year),
            each.code.as_str(),
            each.says.name.as_str(),
            each.says.unit_name.as_str(),
            each.says.title.as_str(),
            each.says.category_name.as_str(),
            each.says.prize.as_str(),
            each.says.wording.as_str(),
            each.says.contest.as_str(),
            each.says.decision.as_str(),
            each.says.decided_on,
            each.says.issuer.as_str(),
            each.issued_at,
            each.version,
            each.replaces.map(hoithi_rules::ids::CertificateId::uuid),
        ]
    };
    db.insert_many(
        "INSERT INTO certificates (id, edition_id, award_id, author_id, document_id, register_number, register_year,
                                   code, name, unit_name, title, category_name, prize, wording, contest, decision,
                                   decided_on, issuer, issued_at, version, replaces)",
        issued.iter().map(row).collect(),
    )
    .await
}

/// Declares a certificate void; false when somebody else was faster.
pub(crate) async fn revoke(
    db: &mut Conn,
    id: CertificateId,
    seen: i64,
    reason: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = db
        .run(
            "UPDATE certificates SET revoked_at = $3, revoked_reason = $4, version = version + 1
              WHERE id = $1 AND version = $2 AND revoked_at IS NULL",
            params![id.uuid(), seen, now, reason],
        )
        .await?;
    Ok(changed == 1)
}
