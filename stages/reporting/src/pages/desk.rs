//! Where a report is written: its duty, its form, what is known and what was typed.

use std::collections::BTreeMap;

use hoithi_edition::{Edition, edition};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reporting::ReportForm;
use hoithi_store::Conn;
use hoithi_units::{Unit, unit};
use hoithi_web::{Form, House, Posted};
use jiff::civil::Date;
use uuid::Uuid;

use super::later::Later;
use super::{edition_for, form};
use crate::forms::form_of;
use crate::known::{KnownFigures, Origins, waiting};
use crate::line::ReportLine;
use crate::operations::{SaveDraft, SubmitReport};
use crate::store::{self, Draft};

/// Where a report is written: which duty, whose, by which form, and what is known.
pub(super) struct Desk {
    pub(super) edition: Edition,
    pub(super) unit: Unit,
    pub(super) line: ReportLine,
    pub(super) form: ReportForm,
    pub(super) title: String,
    pub(super) known: BTreeMap<String, u64>,
    /// What waits for the agency's word and is not in what is known.
    pub(super) waiting: BTreeMap<String, u64>,
    pub(super) draft: Option<Draft>,
    pub(super) later: Later,
    /// The last day of its period, where that is closed.
    pub(super) period_closed: Option<Date>,
}

/// The report that this origin asked for, for somebody of its unit; nobody else learns that it exists.
pub(super) async fn own_line(
    db: &mut Conn,
    viewer: &Viewer,
    origin: Uuid,
    permission: Permission,
) -> Result<ReportLine, Halt> {
    let line = store::report_of_origin(db, origin).await?.ok_or_else(Halt::not_found)?;
    if !viewer.may(Permission::SendingView, Place::unit(line.request.unit)) {
        return Err(Halt::not_found());
    }
    viewer.allowed(permission, line.place())?;
    Ok(line)
}

impl Desk {
    /// For somebody of the unit; nobody else learns that it exists.
    pub(super) async fn of_unit(
        house: &House,
        sources: (&dyn KnownFigures, &dyn Origins),
        viewer: &Viewer,
        origin: Uuid,
        permission: Permission,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let line = own_line(&mut db, viewer, origin, permission).await?;
        let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
        Self::load(&mut db, sources, edition, line).await
    }

    /// For whoever another room let in.
    pub(super) async fn of_origin(
        house: &House,
        sources: (&dyn KnownFigures, &dyn Origins),
        origin: Uuid,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let line = store::report_of_origin(&mut db, origin).await?.ok_or_else(Halt::not_found)?;
        let edition = edition(&mut db, line.edition).await?.ok_or_else(Halt::not_found)?;
        Self::load(&mut db, sources, edition, line).await
    }

    pub(super) async fn of_agency(
        house: &House,
        sources: (&dyn KnownFigures, &dyn Origins),
        viewer: &Viewer,
        (slug, unit, origin): (&str, UnitId, Uuid),
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug, Permission::ReportReceiveOnBehalf).await?;
        let line = store::report_of_origin(&mut db, origin).await?;
        let line = line.filter(|line| line.edition == edition.id && line.request.unit == unit);
        Self::load(&mut db, sources, edition, line.ok_or_else(Halt::not_found)?).await
    }

    async fn load(
        db: &mut Conn,
        (figures, origins): (&dyn KnownFigures, &dyn Origins),
        edition: Edition,
        line: ReportLine,
    ) -> Result<Self, Halt> {
        let unit = unit(db, line.request.unit).await?.ok_or_else(Halt::not_found)?;
        let origin = origins.origin(db, line.origin).await?;
        let form = form_of(db, &line.form, &edition).await?;
        let sources = figures.of_unit(db, edition.id, unit.id).await?;
        let (known, waiting) = (form.known(&sources), form.known(&waiting(&sources)));
        let draft = store::draft(db, line.request.id).await?;
        let later = Later::load(db, &line).await?;
        let period_closed = line.period_closed(&store::periods(db, edition.id).await?);
        let title = origin.map(|each| each.title).unwrap_or_default();
        Ok(Self { edition, unit, line, form, title, known, waiting, draft, later, period_closed })
    }

    pub(super) fn filled(&self) -> Form {
        form::filled(&self.form, &self.line, self.draft.as_ref(), &self.known)
    }

    /// The draft that was posted.
    pub(super) fn draft_in(&self, posted: &Posted, on_behalf: bool) -> SaveDraft {
        SaveDraft {
            request: self.line.request.id,
            seen: posted.form.value("draft").parse().unwrap_or(0),
            fields: form::typed(&self.form, &posted.form),
            on_behalf,
        }
    }

    /// The report that was posted.
    pub(super) fn report_in(&self, house: &House, posted: &mut Posted, on_behalf: bool) -> Result<SubmitReport, Halt> {
        form::answer(house, posted, &self.form, &self.line, self.known.clone(), on_behalf)
    }

    /// The address of the letter's page at the unit.
    pub(super) fn letter(&self) -> String {
        format!("/don-vi/cong-viec/{}", self.line.origin)
    }

    /// The address of this page at the unit.
    pub(super) fn address(&self) -> String {
        format!("{}/bao-cao", self.letter())
    }

    pub(super) fn unit_page(&self) -> String {
        format!("/ky/{}/tien-do/{}", self.edition.slug, self.unit.id)
    }
}
