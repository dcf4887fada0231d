//! Editions on pages: the office's list, setting up, one edition's page, launch, amendment, and
//! the rules as the public reads them.

mod amend;
mod book_form;
mod launch;
mod list;
mod manage;
mod rules;
mod set_up;
mod workdays;
mod written;

use hoithi_journal::Halt;
use hoithi_people::{Viewer, needs};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Access, Routes};

use crate::edition::Edition;
use crate::{api, store};

/// Every route of this room. A unit's own contest is run by its organiser and seen by the
/// agency; which of the two somebody is, the page finds out.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ky", needs(Permission::EditionView), list::show)
        .get("/ky-moi", needs(Permission::EditionSetUp), set_up::show)
        .post_files("/ky-moi", needs(Permission::EditionSetUp), set_up::send)
        .get("/hoi-thi-co-so", needs(Permission::LocalContestHold), list::show_local)
        .get("/hoi-thi-co-so/moi", needs(Permission::LocalContestHold), set_up::show_local)
        .post_files("/hoi-thi-co-so/moi", needs(Permission::LocalContestHold), set_up::send_local)
        .get("/ngay-nghi", needs(Permission::EditionView), workdays::show)
        .post("/ngay-nghi", needs(Permission::EditionSetUp), workdays::send)
        .get("/ky/{slug}/ngay-nghi", needs(Permission::EditionView), workdays::show_edition)
        .post("/ky/{slug}/ngay-nghi", needs(Permission::EditionSetUp), workdays::send_edition)
        .get("/ky/{slug}/quan-ly", Access::SignedIn, manage::show)
        .get("/ky/{slug}/phien-ban/{version}", Access::SignedIn, manage::version)
        .get("/ky/{slug}/phien-ban/{version}/so-the-le.toml", Access::SignedIn, manage::text)
        .get("/ky/{slug}/so-the-le", Access::SignedIn, amend::show_replace)
        .post_files("/ky/{slug}/so-the-le", Access::SignedIn, amend::send_replace)
        .get("/ky/{slug}/phat-dong", Access::SignedIn, launch::show)
        .post_files("/ky/{slug}/phat-dong", Access::SignedIn, launch::send)
        .get("/ky/{slug}/sua-doi", Access::SignedIn, amend::show)
        .post_files("/ky/{slug}/sua-doi", Access::SignedIn, amend::send)
        .get("/ky/{slug}/the-le", Access::Public, rules::show)
        .get("/api/v1/editions", Access::Public, api::list)
        .post("/api/v1/editions", Access::SignedIn, api::set_up)
        .get("/api/v1/editions/{slug}", Access::Public, api::show)
}

/// Whether they see the edition's inside.
fn sees(viewer: &Viewer, edition: &Edition) -> bool {
    viewer.may(Permission::EditionView, edition.place()) || holds(viewer, edition)
}

/// Whether they run the edition as a unit's own contest.
fn holds(viewer: &Viewer, edition: &Edition) -> bool {
    edition.is_local() && viewer.may(Permission::LocalContestHold, edition.place())
}

/// Whether they prepare the edition's book, launch and amendments; the leader's acts they record
/// from paper.
fn prepares(viewer: &Viewer, edition: &Edition) -> bool {
    if edition.is_local() { holds(viewer, edition) } else { viewer.may(Permission::EditionSetUp, edition.place()) }
}

/// The edition of the address, for those who see its inside; for others it is not there.
async fn inside(db: &mut Conn, slug: &str, viewer: &Viewer) -> Result<Edition, Halt> {
    let edition = store::edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    if sees(viewer, &edition) { Ok(edition) } else { Err(Halt::not_found()) }
}

/// The same for those who prepare it.
async fn in_hand(db: &mut Conn, slug: &str, viewer: &Viewer) -> Result<Edition, Halt> {
    let edition = inside(db, slug, viewer).await?;
    let permission = crate::operations::permission_of(&edition, Permission::EditionSetUp);
    viewer.allowed(permission, edition.place())?;
    Ok(edition)
}
