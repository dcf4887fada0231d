//! The page of a long job: how far it is, the file that it made, and a way to stop it. All of it is for the
//! person who began it; to everybody else it is as if there were none.

use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFRESH};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_web::{House, Job, Page, Path, Posted, Stands, html, redirect};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "app/job.html")]
struct JobPage {
    page: Page,
    id: Uuid,
    job: Job,
    stands: Stands,
}

impl JobPage {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands out what it matches by reference")]
    fn says(&self, done: &usize) -> String {
        self.page.tx("app-job-progress", &[("done", done.to_string()), ("all", self.job.all().to_string())])
    }
}

#[derive(Template)]
#[template(path = "app/no_job.html")]
struct NoJobPage {
    page: Page,
}

/// While it goes on, the browser asks again by itself.
const SECONDS: HeaderValue = HeaderValue::from_static("3");

fn find(house: &House, viewer: &Viewer, id: Uuid) -> Result<Option<Job>, Halt> {
    let owner = viewer.signed_in()?.id.uuid();
    Ok(house.jobs.find(id, owner, house.clock().now()))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let page = page.titled("app-job");
    let Some(job) = find(&house, &viewer, id)? else {
        let mut response = html(&NoJobPage { page })?;
        *response.status_mut() = StatusCode::NOT_FOUND;
        return Ok(response);
    };
    let stands = job.stands();
    let going = stands.is_going();
    let mut response = html(&JobPage { page, id, job, stands })?;
    if going {
        response.headers_mut().insert(REFRESH, SECONDS);
    }
    Ok(response)
}

/// It may hold the secret words of personal links: nobody on the way keeps it.
pub(super) async fn file(State(house): State<House>, Path(id): Path<Uuid>, viewer: Viewer) -> Result<Response, Halt> {
    let job = find(&house, &viewer, id)?.ok_or_else(Halt::not_found)?;
    let Stands::Done(made) = job.stands() else { return Err(Halt::not_found()) };
    let headers = [
        (CONTENT_TYPE, made.media_type.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", made.name)),
        (CONTENT_SECURITY_POLICY, "default-src 'none'".to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, made.bytes.clone()).into_response())
}

pub(super) async fn stop(
    State(house): State<House>,
    Path(id): Path<Uuid>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    find(&house, &viewer, id)?.ok_or_else(Halt::not_found)?.stop().await;
    Ok(redirect(&format!("/viec-dang-chay/{id}")))
}
