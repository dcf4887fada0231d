//! The office's own templates in the register.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, Refusals, permit};
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, Row, StoreError, params};
use uuid::Uuid;

use super::composed::ComposedPaper;
use super::{Listed, SHIPPED, Template, wording};
use crate::document::ContentError;

/// Those that come with the program, then the office's own by name; last the words of the papers that the
/// program composes, as far as the office has none of its own.
pub(crate) async fn templates_of(db: &mut Conn, edition: EditionId) -> Result<Vec<Listed>, StoreError> {
    let rows = db
        .all(
            "SELECT id, kind, composes, name, subject, addressees, body, recipients, version
               FROM document_templates WHERE edition_id = $1 ORDER BY name, id",
            params![edition.uuid()],
        )
        .await?;
    let own = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let has_own = |paper: ComposedPaper| own.iter().any(|listed| listed.template.composes == Some(paper));
    let papers: Vec<_> = ComposedPaper::ALL.iter().copied().filter(|paper| !has_own(*paper)).collect();
    let shipped = SHIPPED.iter().map(super::shipped::Shipped::listed);
    Ok(shipped.chain(own).chain(papers.into_iter().map(wording::listed)).collect())
}

/// The office's own words of that paper.
pub(super) async fn own_of_paper(
    db: &mut Conn,
    edition: EditionId,
    paper: ComposedPaper,
) -> Result<Option<Listed>, StoreError> {
    let all = templates_of(db, edition).await?;
    Ok(all.into_iter().find(|listed| listed.is_own() && listed.template.composes == Some(paper)))
}

/// The template of that code.
pub(crate) async fn template_of(db: &mut Conn, edition: EditionId, code: &str) -> Result<Listed, Halt> {
    let all = templates_of(db, edition).await?;
    all.into_iter().find(|listed| listed.code == code).ok_or_else(Halt::not_found)
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    let template = Template {
        kind: row.parsed("kind")?,
        composes: row.parsed_opt("composes")?,
        name: row.text("name")?,
        subject: row.text("subject")?,
        addressees: row.text("addressees")?,
        text: row.text("body")?,
        recipients: row.text("recipients")?,
    };
    let id: Uuid = row.parsed("id")?;
    Ok(Listed { code: id.to_string(), template, version: Some(row.int("version")?), of_committee: false })
}

/// Keeps a new template, or changes one that was read in this version.
pub async fn save_template(
    act: &mut Act,
    edition: EditionId,
    changed: Option<(Uuid, i64)>,
    template: Template,
) -> Result<(), Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(edition)).await?;
    let mut no = Refusals::new();
    template.check(&mut no);
    no.done()?;
    let paper = template.composes.map(ComposedPaper::code);
    if let (None, Some(composes)) = (changed, template.composes)
        && own_of_paper(act.db(), edition, composes).await?.is_some()
    {
        return Err(ContentError::PaperWorded).or_refuse();
    }
    let now = act.now();
    let (id, version) = changed.unwrap_or_else(|| (act.new_id(), 0));
    let words = params![
        template.kind.code(),
        template.name.as_str(),
        template.subject.as_str(),
        template.addressees.as_str(),
        template.text.as_str(),
        template.recipients.as_str(),
        edition.uuid(),
        id,
    ];
    let saved = if changed.is_some() {
        let sql = "UPDATE document_templates SET kind = $1, name = $2, subject = $3, addressees = $4, body = $5,
                          recipients = $6, version = version + 1
                    WHERE edition_id = $7 AND id = $8 AND version = $9 AND COALESCE(composes, '') = $10";
        act.db().run(sql, [words, params![version, paper.unwrap_or_default()]].concat()).await?
    } else {
        let sql = "INSERT INTO document_templates
                          (kind, name, subject, addressees, body, recipients, edition_id, id, version, created_at, composes)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)";
        act.db().run(sql, [words, params![now, paper]].concat()).await?
    };
    if saved != 1 {
        return Err(ContentError::ChangedMeanwhile).or_refuse();
    }
    act.record(
        Event::new("template.saved", id).fact("edition", edition.to_string()).fact("kind", template.kind.code()),
    );
    Ok(())
}

/// Takes a template of the office from the list; what was written from it stays.
pub(crate) async fn remove_template(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(), Halt> {
    permit(act, Permission::DocumentRegister, Place::edition(edition)).await?;
    let sql = "DELETE FROM document_templates WHERE edition_id = $1 AND id = $2";
    if act.db().run(sql, params![edition.uuid(), id]).await? != 1 {
        return Err(Halt::not_found());
    }
    act.record(Event::new("template.removed", id).fact("edition", edition.to_string()));
    Ok(())
}
