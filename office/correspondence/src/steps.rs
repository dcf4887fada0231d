//! The steps of a document's life, each with who took it and when: drafted, put forward, signed,
//! numbered, stamped and scanned. That it went out is the campaign's to say.

use hoithi_journal::{Act, Event, Halt};
use hoithi_people::{OrRefuse, permit};
use hoithi_rules::correspondence::{SignRefusal, Stage, two_persons};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, DocumentId};
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, StoreError, params};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::blanks::filled_in;
use crate::document::{ContentError, Document};
use crate::given_back::{answered, note_reason};
use crate::operations::save;
use crate::signers::{Said, vouched};
use crate::store;

/// A step that was taken.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    /// To which stage it led.
    pub(crate) stage: Stage,
    /// Who took it; none where the program knows nobody.
    pub(crate) account: Option<AccountId>,
    /// Whether an officer recorded it from the leader's paper.
    pub(crate) from_paper: bool,
    /// When.
    pub(crate) at: Timestamp,
}

/// The leader signs; number and day stay blank until the clerk records them.
pub async fn sign(act: &mut Act, document: DocumentId, version: i64, said: Said) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentSignOff, Place::edition(document.edition)).await?;
    if let Some((number, _)) = document.signed() {
        return Err(SignRefusal::AlreadySigned { number: number.clone() }).or_refuse();
    }
    if document.signed_at.is_some() {
        return Err(ContentError::LeaderSigned).or_refuse();
    }
    not_one_s_own(act, document.id).await?;
    filled_in(&document, said)?;
    let document = Document { version, signed_at: Some(act.now()), ..document };
    save(act, &document).await?;
    note(act, document.id, Stage::Signed).await?;
    answered(act, document.id).await?;
    let event = of_edition(Event::new("document.leader_signed", document.id), &document);
    let event = vouched(act, event, &document, said).await?;
    act.record(event);
    Ok(())
}

/// The leader gives a draft back: what was put forward, or signed and not numbered yet, is a draft again.
/// Whoever drafts reads why.
pub async fn give_back(act: &mut Act, document: DocumentId, version: i64, reason: String) -> Result<(), Halt> {
    let document = store::document(act.db(), document).await?.ok_or_else(Halt::not_found)?;
    permit(act, Permission::DocumentSignOff, Place::edition(document.edition)).await?;
    if document.signed().is_some() || (document.signed_at.is_none() && document.put_forward_at.is_none()) {
        return Err(Halt::not_found());
    }
    let document = Document { version, signed_at: None, put_forward_at: None, ..document };
    save(act, &document).await?;
    forget(act.db(), document.id, &[Stage::PutForward, Stage::Signed]).await?;
    note_reason(act, document.id, &reason).await?;
    act.record(of_edition(Event::new("document.given_back", document.id), &document));
    Ok(())
}

fn of_edition(event: Event, document: &Document) -> Event {
    event.fact("edition", document.edition.to_string()).fact("kind", document.content.kind.code())
}

/// Whoever drafted a document does not sign it in the program.
pub(crate) async fn not_one_s_own(act: &mut Act, document: DocumentId) -> Result<(), Halt> {
    let drafter = steps_of(act.db(), document).await?.into_iter().find(|step| step.stage == Stage::Draft);
    let signer = act.actor().account.map(AccountId::new);
    two_persons(drafter.and_then(|step| step.account), signer).or_refuse()
}

/// Notes that the actor took the document to that stage.
pub(crate) async fn note(act: &mut Act, document: DocumentId, stage: Stage) -> Result<(), Halt> {
    let (account, now) = (act.actor().account, act.now());
    let from_paper = act.actor().acting_for.is_some();
    act.db()
        .run(
            "INSERT INTO document_steps (document_id, step, account_id, from_paper, at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (document_id, step) DO UPDATE SET
                 account_id = excluded.account_id, from_paper = excluded.from_paper, at = excluded.at",
            params![document.uuid(), stage.code(), account, from_paper, now],
        )
        .await?;
    Ok(())
}

/// What was taken back is no step of its life any more; the journal keeps it.
pub(crate) async fn forget(db: &mut Conn, document: DocumentId, stages: &[Stage]) -> Result<(), StoreError> {
    for stage in stages {
        let sql = "DELETE FROM document_steps WHERE document_id = $1 AND step = $2";
        db.run(sql, params![document.uuid(), stage.code()]).await?;
    }
    Ok(())
}

/// On which day its draft was begun; none of what was not drafted here.
pub(crate) async fn begun_on(db: &mut Conn, document: DocumentId) -> Result<Option<Date>, StoreError> {
    let drafted = steps_of(db, document).await?.into_iter().find(|step| step.stage == Stage::Draft);
    Ok(drafted.map(|step| day_in_vietnam(step.at)))
}

/// The steps that were taken, in the order of life.
pub(crate) async fn steps_of(db: &mut Conn, document: DocumentId) -> Result<Vec<Step>, StoreError> {
    let rows = db
        .all(
            "SELECT step, account_id, from_paper, at FROM document_steps WHERE document_id = $1",
            params![document.uuid()],
        )
        .await?;
    let mut steps = Vec::with_capacity(rows.len());
    for row in rows {
        let code = row.text("step")?;
        let stage = Stage::from_code(&code).ok_or_else(|| store::nonsense("step", code, "step of a document"))?;
        let account = row.parsed_opt("account_id")?;
        steps.push(Step { stage, account, from_paper: row.flag("from_paper")?, at: row.instant("at")? });
    }
    steps.sort_by_key(|step| step.stage);
    Ok(steps)
}
