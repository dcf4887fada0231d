//! A file that came with a refused form does not stay.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use hoithi_documents::HeldFile;
use hoithi_journal::Halt;
use hoithi_web::{House, with_what_came};

use crate::doctor::is_named;

/// Takes away what came with a request and is named by nothing afterwards. After an act the visitor is led
/// on, and what came is named.
pub(crate) async fn let_go(State(house): State<House>, request: Request, next: Next) -> Response {
    let (response, came) = with_what_came(next.run(request)).await;
    if !came.is_empty()
        && !response.status().is_redirection()
        && let Err(halt) = let_go_of_unnamed(&house, came).await
    {
        tracing::warn!(?halt, "files of a refused form stay");
    }
    response
}

async fn let_go_of_unnamed(house: &House, came: Vec<HeldFile>) -> Result<(), Halt> {
    let mut db = house.read().await?;
    for held in came {
        if !is_named(&mut db, held.hash()).await? {
            held.let_go();
        }
    }
    Ok(())
}
