//! A college's own contest under the province's, from its launch to the entry that it sends up.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoithi_edition::{Launch, SetUp};
use hoithi_entries::Arriving;
use hoithi_forwarding::SendUp;
use hoithi_journal::Halt;
use hoithi_judging::NewPanel;
use hoithi_rules::correspondence::{DocumentNumber, SigningCapacity};
use hoithi_rules::edition::books;
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::people::PersonName;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::awards::{self, Decided, signatory};
use super::content::Invented;
use super::entries::{self, Written};
use super::judging::{give_out, open, seal, set_up_jury, start};
use super::marks::Marking;
use super::story::{Agenda, COLLEGE, PROVINCE, Story, missing};
use super::{people, screening};

const SET_UP: Date = date(2020, 9, 10);
const SENT_UP: DateTime = date(2021, 5, 25).at(9, 0, 0, 0);

/// What the entries are worth, best first, as they stand in the list.
const WORTH: [i64; 8] = [8800, 8000, 7700, 7000, 6600, 6200, 5600, 5000];

pub(super) fn plan(agenda: &mut Agenda, invented: &Arc<Invented>, progress: fn(&str)) {
    agenda.at(SET_UP.at(8, 0, 0, 0), "the college's contest", move |story| {
        Box::pin(async move {
            progress("Hội thi cơ sở của một trường cao đẳng");
            set_up(story).await
        })
    });
    agenda.at(SET_UP.at(9, 0, 0, 0), "the college's people", |story| Box::pin(people::college_appointments(story)));
    for (place, solution) in invented.local.iter().enumerate() {
        agenda.at(solution.begun, "a dossier of the college", move |story| Box::pin(write(story, place)));
        agenda.at(solution.submitted, "a dossier of the college is submitted", move |story| {
            Box::pin(async move {
                let entry = local_entry(story, place)?;
                entries::submit(story, &author(place), entry, Arriving::Online).await
            })
        });
    }
    judging(agenda);
    awarding(agenda);
}

fn judging(agenda: &mut Agenda) {
    agenda.at(date(2021, 4, 6).at(9, 0, 0, 0), "the college screens", |story| {
        Box::pin(screening::admit_all(story, COLLEGE, "thuky-cdmh"))
    });
    agenda.at(date(2021, 4, 7).at(9, 0, 0, 0), "the college releases what judges read", |story| {
        Box::pin(screening::release_all(story, COLLEGE, "thuky-cdmh"))
    });
    agenda.at(date(2021, 4, 9).at(9, 0, 0, 0), "the college's jury", |story| Box::pin(jury(story)));
    agenda.at(date(2021, 4, 12).at(9, 0, 0, 0), "the college's round", |story| {
        Box::pin(async move {
            give_out(story, (COLLEGE, "cham-thi"), None, "thuky-cdmh").await?;
            start(story, COLLEGE, "chutich-cdmh", false).await
        })
    });
    for (place, day) in
        [date(2021, 4, 14), date(2021, 4, 21), date(2021, 4, 28), date(2021, 5, 5)].into_iter().enumerate()
    {
        agenda.at(day.at(15, 0, 0, 0), "the college marks", move |story| Box::pin(mark(story, place + 1, 4)));
    }
    agenda.at(date(2021, 5, 6).at(16, 0, 0, 0), "sealing", |story| Box::pin(seal(story, COLLEGE, "chutich-cdmh")));
    agenda.at(date(2021, 5, 7).at(9, 0, 0, 0), "opening", |story| Box::pin(open(story, COLLEGE, "chutich-cdmh")));
    agenda.at(date(2021, 5, 7).at(9, 4, 0, 0), "opening", |story| Box::pin(open(story, COLLEGE, "thukyhd-cdmh")));
}

fn awarding(agenda: &mut Agenda) {
    agenda.at(date(2021, 5, 10).at(9, 0, 0, 0), "the college's proposal", |story| {
        Box::pin(awards::propose(story, COLLEGE, "thuky-cdmh"))
    });
    agenda.at(date(2021, 5, 14).at(9, 0, 0, 0), "the college's decision", |story| Box::pin(decide(story)));
    agenda.at(date(2021, 5, 19).at(9, 0, 0, 0), "the college's certificates", |story| {
        Box::pin(awards::certificates(story, COLLEGE, "hieutruong-cdmh"))
    });
    agenda.at(date(2021, 5, 20).at(9, 0, 0, 0), "the college's announcement", |story| {
        Box::pin(awards::announce(story, COLLEGE, "hieutruong-cdmh"))
    });
    agenda.at(SENT_UP, "the entry sent up", |story| Box::pin(send_up(story)));
}

async fn set_up(story: &mut Story) -> Result<(), Halt> {
    let text = books::HOI_THI_CO_SO.to_owned();
    let new = SetUp { text, parent: Some(story.edition_id(PROVINCE)?), unit: Some(story.unit("cdmh")?) };
    let id = story.act("hoithi-cdmh", move |act| Box::pin(hoithi_edition::set_up(act, new.clone()))).await?;
    story.editions.insert(COLLEGE, id);
    let command = Launch { edition: id, seen: story.edition(COLLEGE).await?.version, paper: None };
    story.act("hoithi-cdmh", move |act| Box::pin(hoithi_edition::launch(act, command.clone()))).await
}

fn author(place: usize) -> String {
    format!("tacgia-cdmh{}", place + 1)
}

fn local_entry(story: &Story, place: usize) -> Result<hoithi_rules::ids::EntryId, Halt> {
    story.local_entries.get(&place).copied().ok_or_else(|| missing("local entry", &place.to_string()))
}

async fn write(story: &mut Story, place: usize) -> Result<(), Halt> {
    let all = Arc::clone(&story.invented);
    let solution = &all.local[place];
    let login = author(place);
    if let Some(name) = solution.authors.first() {
        people::author(story, &login, name.clone(), solution.unit).await?;
    }
    let category = entries::category_name(books::HOI_THI_CO_SO, solution.category);
    let papers = entries::print_papers(story, solution, (&category, "Trường Cao đẳng Minh Họa"), true);
    let files = vec![(entries::part("ban-mo-ta")?, papers.description().await?)];
    let written = Written { edition: COLLEGE, login: &login, solution, files, declarations: &["ap-dung-tai-truong"] };
    let entry = entries::write(story, written).await?;
    story.local_entries.insert(place, entry);
    Ok(())
}

fn judges() -> Vec<String> {
    (1..=3).map(|number| format!("gk-cdmh{number}")).collect()
}

async fn jury(story: &mut Story) -> Result<(), Halt> {
    let judges = judges().iter().map(|login| story.account(login)).collect::<Result<_, _>>()?;
    let panel = NewPanel { name: "Hội đồng chấm thi".to_owned(), judges, ..NewPanel::default() };
    set_up_jury(story, COLLEGE, "hieutruong-cdmh", ("57/QĐ-CĐMH", date(2021, 4, 9)), vec![panel]).await
}

async fn mark(story: &mut Story, part: usize, of: usize) -> Result<(), Halt> {
    let titles = story.invented.local.iter().map(|solution| solution.title.to_owned());
    let worth: BTreeMap<String, i64> = titles.zip(WORTH).collect();
    let judges = judges();
    Marking { edition: COLLEGE, judges: &judges, worth: &worth, alike: &[] }.go_on(story, part, of).await
}

async fn decide(story: &mut Story) -> Result<(), Halt> {
    let decided = Decided {
        number: "64/QĐ-CĐMH",
        date: date(2021, 5, 14),
        issuer: "Trường Cao đẳng Minh Họa",
        signatory: signatory(SigningCapacity::Own, "", "Hiệu trưởng", rector()?),
    };
    awards::decide(story, COLLEGE, "hieutruong-cdmh", decided).await
}

fn rector() -> Result<PersonName, Halt> {
    "Khuất Phúc Bạch Dương".parse().map_err(Halt::fault)
}

/// The best goes up with the rector's letter behind it.
async fn send_up(story: &mut Story) -> Result<(), Halt> {
    let day = SENT_UP.date();
    let endorsement = Endorsement {
        document: DocumentNumber::parse("71/CĐMH-KHHT", day.year()).map_err(Halt::fault)?,
        date: day.checked_sub(1.days()).unwrap_or(day),
        signed_by: rector()?,
    };
    let (edition, entry, because) = (story.edition_id(COLLEGE)?, local_entry(story, 0)?, String::new());
    let command = SendUp { edition, entry, endorsement, because };
    let entry = story.act("hoithi-cdmh", move |act| Box::pin(hoithi_forwarding::send_up(act, command.clone()))).await?;
    let place = story.invented.entries.len();
    story.entries.insert(place, entry);
    Ok(())
}
