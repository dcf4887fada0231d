//! The whole dossier of a proposal as one file: its papers in the register, of each unit the report of its
//! achievements and, once it was honoured, its sheet. That is many prints, so it goes on beside the pages.

use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{Document, DocumentCard, bases_of, document, sheet_pdf};
use hoithi_documents::bundle;
use hoithi_edition::Edition;
use hoithi_journal::{Fault, Halt};
use hoithi_people::{Viewer, job_id};
use hoithi_rules::commendation::Placed;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Finished, House, NewJob, Path, Posted, Progress, redirect};
use uuid::Uuid;

use super::edition_for;
use super::proposals::{as_frozen, of_edition};
use crate::evidence::{Piece, UnitScore};
use crate::fallen::fallen;
use crate::press;
use crate::store::{self, Paper, Proposal};

/// What the file is made from.
struct Dossier {
    edition: Edition,
    proposal: Proposal,
    /// The papers by the names of their files, each with what it rests on.
    papers: Vec<(&'static str, Document, Vec<DocumentCard>)>,
    units: Vec<(Placed<UnitScore>, Vec<Piece>)>,
    /// Whether units get their sheets: they were honoured, and the decision holds.
    sheets: bool,
}

pub(super) async fn print(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CommendationPropose).await?;
    let dossier = Dossier::load(&mut db, &viewer, edition, id).await?;
    drop(db);
    let place = house.jobs.place()?;
    let of = dossier.edition.place();
    let job = house
        .acts
        .perform(viewer.actor(), move |act| Box::pin(job_id(act, Permission::CommendationPropose, of)))
        .await?;
    let new = NewJob {
        id: job,
        owner: viewer.signed_in()?.id.uuid(),
        all: dossier.prints(),
        back: format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
        at: house.clock().now(),
    };
    place.begin(new, |progress| dossier.printed(house, progress));
    Ok(redirect(&format!("/viec-dang-chay/{job}")))
}

impl Dossier {
    async fn load(db: &mut Conn, viewer: &Viewer, edition: Edition, id: Uuid) -> Result<Self, Halt> {
        let proposal = of_edition(db, &edition, id).await?;
        let reads_entries = viewer.may(Permission::EntryViewAll, edition.place());
        let mut units = Vec::with_capacity(proposal.lines.len());
        for line in &proposal.lines {
            units.push(as_frozen(db, &proposal, line.unit, reads_entries).await?);
        }
        let mut papers = Vec::new();
        if viewer.may(Permission::DocumentRead, edition.place()) {
            let others = store::papers_of(db, id).await?;
            let known = [
                ("01-to-trinh.pdf", Some(proposal.document)),
                ("02-bien-ban.pdf", others.get(&Paper::Minutes).copied()),
                ("03-quyet-dinh.pdf", others.get(&Paper::Decision).copied()),
            ];
            for (name, paper) in
                known.into_iter().filter_map(|(name, paper): (_, Option<DocumentId>)| Some((name, paper?)))
            {
                let kept = document(db, paper).await?.ok_or_else(Halt::not_found)?;
                let bases = bases_of(db, paper).await?;
                papers.push((name, kept, bases));
            }
        }
        let sheets = proposal.decided().is_some() && fallen(db, &proposal).await?.is_none();
        Ok(Self { edition, proposal, papers, units, sheets })
    }

    /// How many prints it takes.
    fn prints(&self) -> usize {
        let of_unit = if self.sheets { 2 } else { 1 };
        self.papers.len() + self.units.len() * of_unit
    }

    async fn printed(self, house: House, progress: Progress) -> Result<Finished, Fault> {
        let mut files: Vec<(String, Vec<u8>)> = Vec::with_capacity(self.prints());
        for (name, paper, bases) in &self.papers {
            files.push(((*name).to_owned(), sheet_pdf(&house, paper, bases).await.map_err(broken)?));
            progress.done(files.len());
        }
        let as_of = Some(day_in_vietnam(self.proposal.at));
        for (number, (placed, pieces)) in (1..).zip(&self.units) {
            let report = press::achievements(&house, &self.edition, (placed, pieces), as_of).await.map_err(broken)?;
            files.push((format!("bao-cao-thanh-tich-{number:02}.pdf"), report));
            let sheet = press::sheet(&house, &self.edition, &self.proposal, &placed.what.unit).await.map_err(broken)?;
            files.extend(sheet.map(|sheet| (format!("giay-khen-{number:02}.pdf"), sheet)));
            progress.done(files.len());
        }
        let bytes = bundle(&files).map_err(Fault::new)?.into();
        Ok(Finished { name: "ho-so-khen-thuong.zip", media_type: "application/zip", bytes })
    }
}

/// Nothing of a print is refused or denied any more.
fn broken(halt: Halt) -> Fault {
    match halt {
        Halt::Fault(fault) => fault,
        other => Fault::new(format!("{other:?}")),
    }
}
