//! Many dossiers, written and submitted in batches.

use std::collections::BTreeSet;
use std::sync::Arc;

use hoithi_entries::{Arriving, AuthorWords, Begin, Change, GivenFile, Reach, Submit, Write};
use hoithi_journal::{Act, Halt};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode};
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::PersonName;
use jiff::civil::Date;

use super::{AUTHORS, TOGETHER};
use crate::demo::content::Solution;
use crate::demo::entries::part;
use crate::demo::people::DISTRICTS;
use crate::demo::story::{Story, missing, print};

/// What every dossier of a batch shares.
#[derive(Clone)]
struct Shared {
    edition: EditionId,
    description: GivenFile,
    form: GivenFile,
    declared: BTreeSet<PartCode>,
}

/// One dossier of many.
#[derive(Clone)]
struct Draft {
    title: String,
    category: &'static str,
    unit: UnitId,
    created_on: Date,
    summary: String,
    author: PersonName,
}

pub(super) async fn dossiers(story: &mut Story, key: &str, count: usize) -> Result<(), Halt> {
    let shared = shared(story, key).await?;
    let drafts = (0..count).map(|number| draft(story, number)).collect::<Result<Vec<_>, _>>()?;
    for (batch, drafts) in drafts.chunks(TOGETHER).enumerate() {
        let login = format!("tacgia{}", 1 + batch % AUTHORS);
        let (shared, drafts) = (shared.clone(), drafts.to_vec());
        story
            .act(&login, move |act| {
                let (shared, drafts) = (shared.clone(), drafts.clone());
                Box::pin(async move {
                    for draft in drafts {
                        write_and_submit(act, &shared, draft).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(())
}

async fn shared(story: &Story, key: &str) -> Result<Shared, Halt> {
    let first = story.invented.entries.first().ok_or_else(|| missing("solution", "first"))?;
    let description = print(&story.house, "ban-mo-ta.pdf", &first.description("Lĩnh vực minh họa")).await?;
    let form = first.registration("Lĩnh vực minh họa", "Thành phố Hạ Long", true);
    let form = print(&story.house, "phieu-dang-ky.pdf", &form).await?;
    let declared = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"].map(part);
    Ok(Shared {
        edition: story.edition_id(key)?,
        description,
        form,
        declared: declared.into_iter().collect::<Result<_, _>>()?,
    })
}

fn draft(story: &mut Story, number: usize) -> Result<Draft, Halt> {
    let all = Arc::clone(&story.invented);
    let solution: &Solution = &all.entries[number % all.entries.len()];
    let (district, _) = DISTRICTS[number % DISTRICTS.len()];
    let short: String = solution.title.chars().take(250).collect();
    Ok(Draft {
        title: format!("{short} (phương án {})", number + 1),
        category: solution.category,
        unit: story.unit(district)?,
        created_on: solution.created_on,
        summary: solution.summary.clone(),
        author: story.names.fresh(),
    })
}

async fn write_and_submit(act: &mut Act, shared: &Shared, draft: Draft) -> Result<(), Halt> {
    let title = draft.title.parse().map_err(Halt::fault)?;
    let category = CategoryCode::parse(draft.category);
    let begin = Begin {
        edition: shared.edition,
        title: Some(draft.title.parse().map_err(Halt::fault)?),
        category: category.clone(),
        unit: Some(draft.unit),
        on_behalf: false,
    };
    let entry = hoithi_entries::begin(act, begin).await?;
    let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
    let own = kept.entry.content.authors.first().map(|author| author.id);
    let changes = vec![
        Change::Solution(hoithi_entries::Solution {
            title: Some(title),
            category,
            entrant: EntrantKind::Individual,
            organisation: None,
            created_on: Some(draft.created_on),
        }),
        Change::Author(AuthorWords {
            id: own,
            name: draft.author,
            born: None,
            workplace: "Đơn vị minh họa".to_owned(),
            unit: Some(draft.unit),
            reach: Reach::default(),
            agreed: true,
            share: None,
            representative: None,
        }),
        Change::Text(part("tom-tat")?, draft.summary),
        Change::File(part("ban-mo-ta")?, shared.description.clone()),
        Change::File(part("phieu-dang-ky")?, shared.form.clone()),
        Change::Declarations(shared.declared.clone()),
    ];
    let seen = hoithi_entries::write(act, Write { entry, seen: kept.entry.version, changes }).await?;
    hoithi_entries::submit(act, Submit { entry, seen, arriving: Arriving::Online }).await?;
    Ok(())
}
