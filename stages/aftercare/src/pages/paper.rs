//! The printed list of everybody whom no mail reaches, each with a code of their own; the codes are shown this once.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::qr_svg;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::people::Permission;
use hoithi_web::{House, Page, Path, Posted, html, private};

use super::list::again;
use super::{beneath, in_hand};
use crate::asking::codes_on_paper;
use crate::lines::lines;

/// One winner's piece of the paper.
struct Slip {
    name: String,
    phone: String,
    title: String,
    prize: String,
    unit: String,
    /// The code in groups, as it is typed.
    code: String,
    square: String,
}

#[derive(Template)]
#[template(path = "aftercare/paper.html")]
struct PaperPage {
    page: Page,
    contest: String,
    /// Where a code is typed.
    door: String,
    slips: Vec<Slip>,
}

pub(super) async fn print(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let edition = in_hand(&mut house.read().await?, &viewer, &slug, Permission::EntryOnBehalf).await?;
    let id = edition.id;
    let drawn = house.acts.perform(viewer.actor(), move |act| Box::pin(codes_on_paper(act, id))).await;
    let mut codes = match drawn {
        Ok(codes) => codes,
        Err(halt) => return again(&house, &viewer, page, &slug, halt).await,
    };
    let door = format!("{}/ung-dung", house.site.public_url);
    let mut slips = Vec::new();
    for line in lines(&mut house.read().await?, &edition).await? {
        let Some(token) = codes.remove(&line.ask.id) else { continue };
        slips.push(Slip {
            name: line.winner.name,
            phone: line.winner.phone,
            title: line.award.title,
            prize: line.award.tier_name,
            unit: line.award.unit_name,
            square: qr_svg(&format!("{door}/{token}")).map_err(Halt::fault)?,
            code: token.parse::<SlipCode>().map_or(token, |code| code.to_string()),
        });
    }
    let page = beneath(page, &edition).titled("aftercare-paper");
    Ok(private(html(&PaperPage { page, contest: edition.title(), door, slips })?))
}
