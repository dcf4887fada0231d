//! Dossiers: begun, written, submitted; by their authors, by their unit, from paper.

use std::sync::Arc;

use hoithi_documents::forms::Paper;
use hoithi_entries::{Arriving, AuthorWords, Begin, Change, Consenting, Consents, GivenFile, Reach, Submit, Write};
use hoithi_journal::Halt;
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, RuleBook, books};
use hoithi_rules::entries::{Author, ConsentKind, Share};
use hoithi_rules::ids::{AuthorId, EntryId};
use jiff::civil::date;
use tokio::task::JoinHandle;

use super::content::{Invented, POSTMARK, Solution, UNCONFIRMED, Way};
use super::story::{Agenda, PROVINCE, Story, missing, print};
use super::{Plan, people};

/// The papers of a dossier on their way from the printer: both cores print while the story goes on.
pub(super) struct Papers {
    description: JoinHandle<Result<GivenFile, Halt>>,
    registration: JoinHandle<Result<GivenFile, Halt>>,
}

pub(super) fn plan(agenda: &mut Agenda, invented: &Arc<Invented>, plan: &Plan, progress: fn(&str)) {
    let until = plan.moment.clock();
    agenda.at(date(2020, 9, 1).at(7, 0, 0, 0), "the printer", move |story| {
        Box::pin(async move {
            progress("In hồ sơ PDF, nhận hồ sơ dự thi");
            let all = Arc::clone(&story.invented);
            for (place, solution) in all.entries.iter().enumerate().filter(|(_, each)| each.begun <= until) {
                let unit = people::unit_name(story, solution.unit).await?;
                let name = category_name(books::QUANG_NINH_VIII, solution.category);
                let papers = print_papers(story, solution, (&name, &unit), !UNCONFIRMED.contains(&place));
                story.papers.insert(place, papers);
            }
            Ok(())
        })
    });
    for (place, solution) in invented.entries.iter().enumerate() {
        let login = writer(invented, place);
        agenda.at(solution.begun, format!("dossier {place} is written"), move |story| {
            Box::pin(write_dossier(story, place, login))
        });
        let login = writer(invented, place);
        agenda.at(solution.submitted, format!("dossier {place} is submitted"), move |story| {
            Box::pin(async move {
                let (entry, arriving) = (story.entry(place)?, arriving(story.invented.entries[place].way));
                submit(story, &login, entry, arriving).await
            })
        });
    }
}

/// Who types the dossier.
pub(super) fn writer(invented: &Invented, place: usize) -> String {
    let solution = &invented.entries[place];
    match solution.way {
        Way::ByUnit => format!("dv-{}", solution.unit),
        Way::ByHand | Way::ByPost => "thuky".to_owned(),
        Way::ByAuthor => {
            let before = invented.entries[..place].iter().filter(|other| other.way == Way::ByAuthor).count();
            format!("tacgia{}", before + 1)
        }
    }
}

const fn arriving(way: Way) -> Arriving {
    match way {
        Way::ByAuthor | Way::ByUnit => Arriving::Online,
        Way::ByHand => Arriving::ByHand,
        Way::ByPost => Arriving::ByPost { postmark: POSTMARK },
    }
}

/// The category's name as the book has it.
pub(super) fn category_name(book: &str, code: &str) -> String {
    let book = RuleBook::parse(book).ok();
    let name = book.as_ref().and_then(|book| book.rules().category(code)).map(|category| category.name.clone());
    name.unwrap_or_default()
}

pub(super) fn print_papers(
    story: &Story,
    solution: &Solution,
    (category, unit): (&str, &str),
    confirmed: bool,
) -> Papers {
    let start = |name: &'static str, paper: Paper| {
        let house = story.house.clone();
        tokio::spawn(async move { print(&house, name, &paper).await })
    };
    Papers {
        description: start("ban-mo-ta.pdf", solution.description(category)),
        registration: start("phieu-dang-ky.pdf", solution.registration(category, unit, confirmed)),
    }
}

async fn write_dossier(story: &mut Story, place: usize, login: String) -> Result<(), Halt> {
    let all = Arc::clone(&story.invented);
    let solution = &all.entries[place];
    if solution.way == Way::ByAuthor
        && let Some(name) = solution.authors.first()
    {
        people::author(story, &login, name.clone(), solution.unit).await?;
    }
    let papers = story.papers.remove(&place).ok_or_else(|| missing("papers", solution.title))?;
    let files = vec![
        (part("ban-mo-ta")?, papers.description.await.map_err(Halt::fault)??),
        (part("phieu-dang-ky")?, papers.registration.await.map_err(Halt::fault)??),
    ];
    let written = Written { edition: PROVINCE, login: &login, solution, files, declarations: PROVINCE_DECLARATIONS };
    let entry = write(story, written).await?;
    story.entries.insert(place, entry);
    Ok(())
}

const PROVINCE_DECLARATIONS: &[&str] = &["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];

/// A dossier as its writer types it.
pub(super) struct Written<'a> {
    pub(super) edition: &'static str,
    pub(super) login: &'a str,
    pub(super) solution: &'a Solution,
    pub(super) files: Vec<(PartCode, GivenFile)>,
    pub(super) declarations: &'static [&'static str],
}

impl Papers {
    /// Only the description, for a contest that asks for no form.
    pub(super) async fn description(self) -> Result<GivenFile, Halt> {
        self.description.await.map_err(Halt::fault)?
    }
}

/// Begins and writes a dossier, ready to be submitted.
pub(super) async fn write(story: &Story, written: Written<'_>) -> Result<EntryId, Halt> {
    let (solution, edition) = (written.solution, story.edition_id(written.edition)?);
    let title = solution.title.parse().map_err(Halt::fault)?;
    let category = CategoryCode::parse(solution.category).ok_or_else(|| missing("category", solution.category))?;
    let unit = story.unit(solution.unit)?;
    let on_behalf = solution.way != Way::ByAuthor;
    let begin = Begin { edition, title: Some(title), category: Some(category), unit: Some(unit), on_behalf };
    let entry = story.act(written.login, move |act| Box::pin(hoithi_entries::begin(act, begin.clone()))).await?;
    let changes = changes(story, &written).await?;
    story
        .act(written.login, move |act| {
            let changes = changes.clone();
            Box::pin(async move {
                let seen = hoithi_entries::write(act, Write { entry, seen: 1, changes }).await?;
                let kept = hoithi_entries::dossier(act.db(), entry).await?.ok_or_else(Halt::not_found)?;
                let authors: Vec<AuthorId> = kept.entry.content.authors.iter().map(|author| author.id).collect();
                let shares = Change::Shares { shares: shares(&authors)?, representative: authors.first().copied() };
                hoithi_entries::write(act, Write { entry, seen, changes: vec![shares] }).await
            })
        })
        .await?;
    Ok(entry)
}

async fn changes(story: &Story, written: &Written<'_>) -> Result<Vec<Change>, Halt> {
    let solution = written.solution;
    let workplace = people::unit_name(story, solution.unit).await?;
    let entrant = if solution.authors.len() > 1 { EntrantKind::Group } else { EntrantKind::Individual };
    let mut changes = vec![Change::Solution(hoithi_entries::Solution {
        title: Some(solution.title.parse().map_err(Halt::fault)?),
        category: CategoryCode::parse(solution.category),
        entrant,
        organisation: None,
        created_on: Some(solution.created_on),
    })];
    // Whoever writes for themselves stands in the dossier already.
    let there = usize::from(solution.way == Way::ByAuthor);
    for (number, name) in solution.authors.iter().enumerate().skip(there) {
        changes.push(Change::Author(AuthorWords {
            id: None,
            name: name.clone(),
            born: None,
            workplace: workplace.clone(),
            unit: Some(story.unit(solution.unit)?),
            reach: Reach { email: String::new(), phone: format!("0203 000 01{number:02}") },
            agreed: true,
            share: Some(share_of(number, solution.authors.len())?),
            representative: None,
        }));
    }
    changes.push(Change::Text(part("tom-tat")?, solution.summary.clone()));
    changes.extend(written.files.iter().map(|(part, file)| Change::File(part.clone(), file.clone())));
    let declared = written.declarations.iter().map(|code| part(code)).collect::<Result<_, _>>()?;
    changes.push(Change::Declarations(declared));
    Ok(changes)
}

pub(super) fn part(code: &str) -> Result<PartCode, Halt> {
    PartCode::parse(code).ok_or_else(|| missing("part", code))
}

/// Equal shares; what does not divide goes to the first.
fn share_of(place: usize, authors: usize) -> Result<Share, Halt> {
    let count = u32::try_from(authors).unwrap_or(1).max(1);
    let each = Share::WHOLE.hundredths() / count;
    let first = Share::WHOLE.hundredths() - each * (count - 1);
    Share::from_hundredths(if place == 0 { first } else { each }).map_err(Halt::fault)
}

fn shares(authors: &[AuthorId]) -> Result<Vec<(AuthorId, Share)>, Halt> {
    authors.iter().enumerate().map(|(place, id)| Ok((*id, share_of(place, authors.len())?))).collect()
}

/// Reads the dossier back and submits it.
pub(super) async fn submit(story: &Story, login: &str, entry: EntryId, arriving: Arriving) -> Result<(), Halt> {
    let kept = hoithi_entries::dossier(&mut story.read().await?, entry).await?;
    let seen = kept.ok_or_else(|| missing("entry", login))?.entry.version;
    let command = Submit { entry, seen, arriving };
    story.act(login, move |act| Box::pin(hoithi_entries::submit(act, command.clone()))).await?;
    agree_to_be_named(story, login, entry).await
}

/// What the authors ticked on the form that whoever writes for them has before them; who writes for
/// themselves says so for themselves alone.
async fn agree_to_be_named(story: &Story, login: &str, entry: EntryId) -> Result<(), Halt> {
    let kept =
        hoithi_entries::dossier(&mut story.read().await?, entry).await?.ok_or_else(|| missing("entry", login))?;
    let own = |author: &&Author| kept.owner.is_none() || author.account == kept.owner;
    for author in kept.entry.content.authors.iter().filter(own).map(|author| author.id) {
        for kind in ConsentKind::ALL {
            let said = Consenting { kind, given: true, guardian: String::new() };
            let command = Consents { entry, author, said };
            story.act(login, move |act| Box::pin(hoithi_entries::consent(act, command.clone()))).await?;
        }
    }
    Ok(())
}
