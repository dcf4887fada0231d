//! Who signs a sheet: one, or two where minutes are kept and where two parties agree. The other's name
//! stands in the text, where whoever reads the paper looks for it.

use hoithi_documents::forms::Signature;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::OrRefuse;
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::PersonName;
use hoithi_web::fold;

use crate::document::{ContentError, Document};
use crate::text::{Piece, pieces};

/// What minutes call whoever presided.
const CHAIRS: [&str; 2] = ["Chủ trì", "Chủ tọa"];

/// What whoever puts a paper forward, signs or records it said of it when it was read back.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    /// That the signature is the printed person's, where the account bears another name.
    pub printed: bool,
    /// That the blanks in its text may stay.
    pub blanks: bool,
    /// That the list of which its text speaks lies elsewhere.
    pub list: bool,
}

/// From the left to the right. Who kept the minutes signs before the chair; of two parties, who issues
/// the paper is the first.
pub(crate) fn signatures(document: &Document) -> Vec<Signature> {
    let (own, content) = (signature(document), &document.content);
    if content.kind == DocumentKind::Minutes {
        let said = said(&content.text, "Thư ký");
        let name = said.as_deref().and_then(person);
        let keeper = Signature { capacity: vec!["THƯ KÝ".to_owned()], name, mark: own.mark.clone() };
        return vec![keeper, chair(&content.text, own)];
    }
    if !content.kind.is_of_two_parties() {
        return vec![own];
    }
    let said = said(&content.text, "Đại diện Bên B");
    let capacity = said.as_deref().and_then(post).map(|post| post.to_uppercase()).into_iter().collect();
    let other = Signature { capacity, name: said.as_deref().and_then(person), mark: own.mark.clone() };
    vec![for_party("A", own), for_party("B", other)]
}

/// Who presided signs as such, whatever post they hold besides; minutes that name nobody are signed as any paper.
fn chair(text: &str, own: Signature) -> Signature {
    match CHAIRS.into_iter().find(|label| said(text, label).is_some()) {
        Some(label) => Signature { capacity: vec![label.to_uppercase()], ..own },
        None => own,
    }
}

/// The signatory's own.
pub(crate) fn signature(document: &Document) -> Signature {
    let signatory = document.content.signatory.as_ref();
    Signature {
        capacity: signatory.map(Signatory::lines).unwrap_or_default(),
        name: signatory.map(|signatory| signatory.name.to_string()),
        mark: document.signed().map(|_| "(Đã ký)".to_owned()),
    }
}

/// Whether an account of that name is not the person whose name is printed under the signature.
pub(crate) fn is_another(document: &Document, name: &PersonName) -> bool {
    let printed = document.content.signatory.as_ref();
    printed.is_some_and(|printed| fold(printed.name.as_str()) != fold(name.as_str()))
}

/// Who signs, or records it, under an account of another name says that the signature is that of the
/// printed person; the journal keeps that it was said, and nobody's name.
pub(crate) async fn vouched(act: &mut Act, event: Event, document: &Document, said: Said) -> Result<Event, Halt> {
    let account = match act.actor().account.map(AccountId::new) {
        Some(id) => hoithi_people::account(act.db(), id).await?,
        None => None,
    };
    if !account.is_some_and(|account| is_another(document, &account.name)) {
        return Ok(event);
    }
    if said.printed { Ok(event.fact("printed_signer", true)) } else { Err(ContentError::OtherName).or_refuse() }
}

fn for_party(party: &str, signature: Signature) -> Signature {
    let capacity = std::iter::once(format!("ĐẠI DIỆN BÊN {party}")).chain(signature.capacity).collect();
    Signature { capacity, ..signature }
}

/// What stands behind the bold words `**Thư ký:** …`.
fn said(text: &str, label: &str) -> Option<String> {
    let label = label.to_lowercase();
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Paragraph { lead: Some(lead), text } if lead.trim_end_matches(':').trim().to_lowercase() == label => {
            Some(text)
        }
        _ => None,
    })
}

/// What parts a name from what is said of the person.
const PARTS: [char; 4] = [',', '(', ';', '–'];

/// The name alone, without title or post.
fn person(said: &str) -> Option<String> {
    let name = said.split(PARTS).next()?.trim().trim_end_matches('.');
    let bare = ["Ông ", "Bà ", "Đồng chí ", "đồng chí "].iter().find_map(|title| name.strip_prefix(title));
    bare.unwrap_or(name).parse::<PersonName>().ok().map(|name| name.to_string())
}

/// The post behind the name: `Giám đốc`, also of `chức vụ: Giám đốc`.
fn post(said: &str) -> Option<String> {
    let (_, rest) = said.split_once(PARTS)?;
    let post = rest.split(PARTS).next()?.rsplit(':').next()?.trim().trim_end_matches(['.', ')']);
    Some(post.trim().to_owned()).filter(|post| !post.is_empty())
}
