//! The letterhead of a body and who signs for it, where another room drafts its paper.

use hoithi_rules::correspondence::Signatory;
use hoithi_rules::text::one_line;
use hoithi_store::{Conn, StoreError};
use jiff::civil::Date;

use super::{Letterhead, on_day};
use crate::document::Content;
use crate::press::authority;

/// What stands at the head of the body's papers of that day; none where nothing was set.
pub async fn letterhead_on(db: &mut Conn, issuer: &str, day: Date) -> Result<Option<Letterhead>, StoreError> {
    let issuer = on_day(db, &one_line(issuer), day).await?;
    Ok(issuer.map(|(_, letterhead)| letterhead))
}

async fn signatories(db: &mut Conn, issuer: &str, day: Date) -> Result<Vec<Signatory>, StoreError> {
    Ok(letterhead_on(db, issuer, day).await?.map(|letterhead| letterhead.signatories).unwrap_or_default())
}

/// Who signs for the body most often on that day; none where nobody was set.
pub async fn usual_signatory(db: &mut Conn, issuer: &str, day: Date) -> Result<Option<Signatory>, StoreError> {
    Ok(signatories(db, issuer, day).await?.into_iter().next())
}

/// Who heads the body on that day, as a paper is addressed to them: `Chủ tịch Liên hiệp các Hội …`. None where
/// nobody was set, or who signs does so in the name of all.
pub async fn head_of(db: &mut Conn, issuer: &str, day: Date) -> Result<Option<String>, StoreError> {
    let head = usual_signatory(db, issuer, day).await?.map(|usual| authority(issuer, Some(&usual)));
    Ok(head.filter(|head| head != issuer))
}

/// The content with its signer in the capacity that was set for the body: a deputy of the head signs for
/// the head. Somebody who is not set there, or in another position, signs as the content says.
pub async fn in_capacity(db: &mut Conn, content: Content, day: Date) -> Result<Content, StoreError> {
    let Some(typed) = &content.signatory else { return Ok(content) };
    let set = signatories(db, &content.issuer, day).await?;
    let same =
        |each: &Signatory| each.name == typed.name && each.position.to_lowercase() == typed.position.to_lowercase();
    match set.into_iter().find(same) {
        Some(known) => Ok(Content { signatory: Some(known), ..content }),
        None => Ok(content),
    }
}
