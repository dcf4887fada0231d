//! The frame of every page: whose contest, where it stands, what this person's column offers.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{Frame, House, Person};

/// The layer that puts the frame into the request.
pub(crate) async fn frame(State(house): State<House>, mut request: Request, next: Next) -> Result<Response, Halt> {
    let viewer = request.extensions().get::<Viewer>().cloned();
    let frame = frame_of(&house, viewer.as_ref()).await?;
    request.extensions_mut().insert(frame);
    Ok(next.run(request).await)
}

async fn frame_of(_house: &House, viewer: Option<&Viewer>) -> Result<Frame, Halt> {
    let account = viewer.and_then(|viewer| viewer.account.as_ref());
    Ok(Frame {
        brand: "Hội thi Sáng tạo kỹ thuật".to_owned(),
        home: if account.is_some() { "/ban-lam-viec".to_owned() } else { "/".to_owned() },
        person: account.map(|account| Person { name: account.name.to_string(), role: account.login.clone() }),
        ..Frame::default()
    })
}
