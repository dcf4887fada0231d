//! What the law asks about judges and entries before it lets one mark the other.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_entries::{EntryCard, conflict_facts};
use hoithi_journal::Halt;
use hoithi_people::{account, grant_lines};
use hoithi_rules::edition::CategoryCode;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, JudgeId, UnitId};
use hoithi_rules::judging::{Conflict, EntryFacts, JudgeFacts, conflicts};
use hoithi_rules::people::{Grant, PersonName, Role, Scope};
use hoithi_store::Conn;
use jiff::civil::Date;

use crate::jury::{self, Jury};

/// What is asked about everybody who sits on the jury now.
pub(crate) async fn judge_facts(
    db: &mut Conn,
    edition: EditionId,
    jury: &Jury,
    today: Date,
) -> Result<Vec<JudgeFacts>, Halt> {
    let accounts = jury::judges(db, edition).await?;
    let mut declared = declared_by_judge(db, edition).await?;
    let mut facts = Vec::new();
    for judge in jury.judges() {
        let Some(account) = accounts.get(&judge) else {
            continue;
        };
        let categories = categories_of(jury, judge);
        let declared = declared.remove(account).unwrap_or_default();
        facts.push(one_judge(db, (judge, *account), categories, declared, today).await?);
    }
    Ok(facts)
}

async fn one_judge(
    db: &mut Conn,
    (id, account_id): (JudgeId, AccountId),
    categories: BTreeSet<CategoryCode>,
    declared: BTreeSet<EntryId>,
    today: Date,
) -> Result<JudgeFacts, Halt> {
    let person = account(db, account_id).await?.ok_or_else(|| Halt::fault(format!("judge {id} has no account")))?;
    // Whoever speaks for a unit, or holds its contest, is of that unit as much as who works there.
    let granted = grant_lines(db, account_id).await?;
    let mut units: BTreeSet<UnitId> = person.unit.into_iter().collect();
    for (_, grant) in granted.into_iter().filter(|(_, grant)| grant.active_on(today)) {
        units.extend(unit_of(db, grant).await?);
    }
    Ok(JudgeFacts { id, account: Some(account_id), name: person.name, units, categories, declared })
}

async fn unit_of(db: &mut Conn, grant: Grant) -> Result<Option<UnitId>, Halt> {
    Ok(match grant.scope {
        Scope::Unit(unit) => Some(unit),
        Scope::Edition(local) if grant.role == Role::UnitOrganiser => {
            hoithi_edition::edition(db, local).await?.and_then(|edition| edition.unit)
        }
        Scope::Edition(_) | Scope::Whole => None,
    })
}

fn categories_of(jury: &Jury, judge: JudgeId) -> BTreeSet<CategoryCode> {
    let panels = jury.panels.iter().filter(|panel| panel.judges.contains(&judge));
    panels.flat_map(|panel| &panel.categories).filter_map(|code| CategoryCode::parse(code)).collect()
}

async fn declared_by_judge(db: &mut Conn, edition: EditionId) -> Result<BTreeMap<AccountId, BTreeSet<EntryId>>, Halt> {
    let mut declared: BTreeMap<AccountId, BTreeSet<EntryId>> = BTreeMap::new();
    for (account, entry) in jury::declared_conflicts(db, edition).await? {
        declared.entry(account).or_default().insert(entry);
    }
    Ok(declared)
}

/// What is asked about an entry: where it and its authors come from, and who they are.
pub(crate) async fn entry_facts(db: &mut Conn, card: &EntryCard, category: CategoryCode) -> Result<EntryFacts, Halt> {
    let facts = conflict_facts(db, card.id).await?;
    let mut authors: Vec<(Option<AccountId>, PersonName)> =
        card.authors.iter().map(|author| (author.account, author.name.clone())).collect();
    // Whoever wrote the dossier for its authors is as close to it as they are; the law goes by the
    // account and does not look at the name.
    if let Some(name) = authors.first().map(|(_, name)| name.clone()) {
        authors.extend(facts.accounts.iter().map(|account| (Some(*account), name.clone())));
    }
    Ok(EntryFacts { id: card.id, category, units: facts.units.into_iter().collect(), authors })
}

/// Why a judge must not mark an entry, asked anew with what is known today.
pub(crate) async fn conflicts_now(
    db: &mut Conn,
    edition: EditionId,
    (judge, account): (JudgeId, AccountId),
    (entry, category): (EntryId, &CategoryCode),
    today: Date,
) -> Result<Vec<Conflict>, Halt> {
    let Some(card) = hoithi_entries::entry(db, entry).await? else {
        return Err(Halt::not_found());
    };
    let entry = entry_facts(db, &card, category.clone()).await?;
    let declared = declared_by_judge(db, edition).await?.remove(&account).unwrap_or_default();
    let judge = one_judge(db, (judge, account), BTreeSet::from([category.clone()]), declared, today).await?;
    Ok(conflicts(&judge, &entry))
}
