//! What lies before a meeting, for whoever was asked to come: its signed papers and no other document.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{answer_pdf, bases_of, document, serve_file, sheet_pdf};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::{DocumentId, MeetingId};
use hoithi_store::Conn;
use hoithi_web::{House, Page, Path, private};

use super::coming::coming_for;
use super::one::named;
use crate::store;

/// A paper that is read before the meeting.
pub(super) struct Lying {
    pub(super) id: DocumentId,
    pub(super) title: String,
}

/// The signed papers of a meeting; a draft is the office's.
pub(super) async fn lying_before(db: &mut Conn, page: &Page, meeting: MeetingId) -> Result<Vec<Lying>, Halt> {
    let mut lying = Vec::new();
    for id in store::papers_of(db, meeting).await? {
        let card = document(db, id).await?.map(|document| document.card());
        let card = card.filter(|card| card.signed.is_some());
        lying.extend(card.map(|card| Lying { id, title: named(page, &card) }));
    }
    Ok(lying)
}

/// One of them: the signed file, else the sheet as it was printed.
pub(super) async fn paper(house: &House, (meeting, id): (MeetingId, DocumentId)) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    if !store::papers_of(&mut db, meeting).await?.contains(&id) {
        return Err(Halt::not_found());
    }
    let paper = document(&mut db, id).await?.filter(|paper| paper.signed().is_some()).ok_or_else(Halt::not_found)?;
    let bases = bases_of(&mut db, id).await?;
    drop(db);
    match &paper.file {
        Some(file) => Ok(private(serve_file(house, file).await?)),
        None if paper.has_sheet() => Ok(private(answer_pdf(sheet_pdf(house, &paper, &bases).await?, "tai-lieu.pdf"))),
        None => Err(Halt::not_found()),
    }
}

/// For whoever signs in and was asked to come, or answers for a unit that was.
pub(super) async fn show(
    State(house): State<House>,
    Path((meeting, id)): Path<(MeetingId, DocumentId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let own = coming_for(&mut house.read().await?, &viewer, house.clock().now()).await?;
    if !own.iter().any(|coming| coming.meeting.id == meeting) {
        return Err(Halt::not_found());
    }
    paper(&house, (meeting, id)).await
}
