//! The feed: what happened in the edition that the public may know, for portals that read Atom.

use std::fmt::Write;

use hoithi_correspondence::DocumentCard;
use hoithi_edition::Edition;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::kit::Kit;

/// One entry of the feed.
struct Item {
    title: String,
    address: String,
    at: Timestamp,
    says: String,
}

/// The feed as Atom.
pub(crate) fn atom(kit: &Kit, edition: &Edition, documents: &[DocumentCard], site: &str) -> String {
    let items = items(kit, edition, documents, site);
    let updated = items.first().map_or(Timestamp::UNIX_EPOCH, |item| item.at);
    let own = format!("{site}/ky/{}/bo-tai-lieu/nguon-tin", edition.slug);
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n\
         <id>{own}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" href=\"{own}\"/>\n<link href=\"{}\"/>\n",
        escaped(&kit.title),
        escaped(&kit.agency),
        kit.address
    );
    for item in &items {
        let _ = writeln!(
            feed,
            "<entry><id>{0}</id><title>{1}</title><updated>{2}</updated><link href=\"{0}\"/><summary>{3}</summary></entry>",
            escaped(&item.address),
            escaped(&item.title),
            item.at,
            escaped(&item.says)
        );
    }
    feed + "</feed>\n"
}

/// The newest first.
fn items(kit: &Kit, edition: &Edition, documents: &[DocumentCard], site: &str) -> Vec<Item> {
    let mut items: Vec<Item> = documents.iter().filter_map(|card| of_document(card, edition, site)).collect();
    if let Some(at) = edition.state.launched_at() {
        let says = crate::news::News::of(kit).lead;
        items.push(Item { title: format!("Phát động {}", kit.title), address: kit.address.clone(), at, says });
    }
    if let Some(at) = edition.state.announced_at() {
        let title = format!("Kết quả {}", kit.title);
        items.push(Item { says: title.clone(), title, address: format!("{}/ket-qua", kit.address), at });
    }
    items.sort_by_key(|item| std::cmp::Reverse(item.at));
    items
}

fn of_document(card: &DocumentCard, edition: &Edition, site: &str) -> Option<Item> {
    let (number, day) = card.signed.as_ref()?;
    Some(Item {
        title: format!("{} {number}: {}", card.kind.name(), card.subject),
        address: format!("{site}/van-ban/{}", card.id),
        at: midnight(edition, *day)?,
        says: format!("{} – {}", card.subject, card.issuer),
    })
}

fn midnight(edition: &Edition, day: Date) -> Option<Timestamp> {
    let zone = edition.book.calendar().zone.clone();
    Some(day.to_zoned(zone).ok()?.timestamp())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
