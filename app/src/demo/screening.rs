//! The secretary looks at every dossier: most are admitted, three come back completed, one is
//! refused.

use hoithi_entries::{Arriving, Change, EntryCard, PublishAdmitted, Standing, Write};
use hoithi_journal::Halt;
use hoithi_rules::edition::{Listing, books};
use hoithi_rules::ids::{EditionId, EntryId};
use hoithi_rules::screening::{CheckItem, Finding, Verdict, checklist};
use hoithi_screening::{Decide, Release, Ruling};
use jiff::civil::{Date, date};

use super::content::UNCONFIRMED;
use super::entries::{category_name, part, submit, writer};
use super::people;
use super::story::{Agenda, PROVINCE, Story, missing, print};

/// The entry that is refused, by its place in the list.
pub(super) const REFUSED: usize = 55;

const DAYS: [Date; 5] = [date(2021, 7, 6), date(2021, 7, 7), date(2021, 7, 8), date(2021, 7, 9), date(2021, 7, 12)];
const A_DAY: usize = 13;
const UNTIL: Date = date(2021, 7, 16);

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    for (place, day) in DAYS.into_iter().enumerate() {
        agenda.at(day.at(8, 30, 0, 0), "screening", move |story| {
            Box::pin(async move {
                if place == 0 {
                    progress("Kiểm tra hồ sơ: nhận, trả bổ sung, không nhận");
                }
                screen(story, place * A_DAY, (place + 1) * A_DAY).await
            })
        });
    }
    for (place, entry) in UNCONFIRMED.into_iter().enumerate() {
        let minute = i8::try_from(place * 20).unwrap_or(0);
        agenda
            .at(date(2021, 7, 14).at(10, minute, 0, 0), "a completion", move |story| Box::pin(complete(story, entry)));
    }
    agenda.at(date(2021, 7, 15).at(15, 0, 0, 0), "a completion", |story| Box::pin(complete_promoted(story)));
    agenda.at(date(2021, 7, 16).at(14, 0, 0, 0), "screening what was completed", |story| {
        Box::pin(admit_all(story, PROVINCE, "thuky"))
    });
    agenda.at(date(2021, 7, 16).at(15, 0, 0, 0), "publishing what was admitted", |story| Box::pin(publish(story)));
    agenda.at(date(2021, 7, 19).at(8, 30, 0, 0), "releasing what judges read", |story| {
        Box::pin(release_all(story, PROVINCE, "thuky"))
    });
}

/// Anybody reads the titles of what will be judged.
async fn publish(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    let seen = hoithi_entries::mark_of_admitted(&mut story.read().await?, edition).await?;
    let command = PublishAdmitted { edition, how: Listing::Titles, seen };
    story.act("thuky", move |act| Box::pin(hoithi_entries::publish_admitted(act, command.clone()))).await
}

async fn screen(story: &mut Story, from: usize, to: usize) -> Result<(), Halt> {
    let places: Vec<(usize, EntryId)> = story.entries.range(from..to).map(|(place, entry)| (*place, *entry)).collect();
    for (place, entry) in places {
        let ruling = ruling(story, place);
        decide(story, "thuky", entry, ruling).await?;
    }
    Ok(())
}

fn ruling(story: &Story, place: usize) -> Ruling {
    let back = |reasons: &[&str]| {
        let public_url = story.house.site.public_url.clone();
        Ruling::Return { reasons: owned(reasons), until: UNTIL, public_url }
    };
    match place {
        REFUSED => Ruling::Refuse {
            reasons: owned(&[
                "Giải pháp đã đạt giải ở kỳ hội thi trước (theo sổ lưu của Ban Tổ chức), không thuộc đối tượng dự thi.",
            ]),
        },
        place if UNCONFIRMED.contains(&place) => {
            back(&["Phiếu đăng ký dự thi chưa có xác nhận của cơ quan, đơn vị hoặc địa phương."])
        }
        place if place == story.invented.entries.len() => {
            back(&["Hồ sơ gửi lên từ hội thi cơ sở chưa có phiếu đăng ký dự thi cấp tỉnh và các cam kết theo Thể lệ."])
        }
        _ => Ruling::Admit,
    }
}

fn owned(reasons: &[&str]) -> Vec<String> {
    reasons.iter().map(|reason| (*reason).to_owned()).collect()
}

async fn decide(story: &Story, login: &str, entry: EntryId, ruling: Ruling) -> Result<(), Halt> {
    let mut db = story.read().await?;
    let kept = hoithi_entries::dossier(&mut db, entry).await?.ok_or_else(|| missing("entry", "to screen"))?;
    let findings = findings(&mut db, kept.entry.edition, &ruling).await?;
    drop(db);
    let command = Decide { entry, seen: kept.entry.version, ruling, findings };
    story.act(login, move |act| Box::pin(hoithi_screening::decide(act, command.clone()))).await?;
    Ok(())
}

/// Every question answered; what is returned or refused failed where its reason says.
async fn findings(db: &mut hoithi_store::Conn, edition: EditionId, ruling: &Ruling) -> Result<Vec<Finding>, Halt> {
    let edition = hoithi_edition::edition(db, edition).await?.ok_or_else(|| missing("edition", "to screen"))?;
    let blind = edition.book.marking().is_none_or(|part| part.marking.blind);
    let failed = match ruling {
        Ruling::Admit => "",
        Ruling::Return { .. } => "part.phieu-dang-ky",
        Ruling::Refuse { .. } => "declaration.chua-doat-giai",
    };
    let finding = |item: CheckItem| {
        let verdict = if item.code() == failed { Verdict::Failed } else { Verdict::Passed };
        Finding { item, verdict, note: String::new() }
    };
    Ok(checklist(edition.book.rules(), blind).into_iter().map(finding).collect())
}

/// Admits everything that waits for a decision.
pub(super) async fn admit_all(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let edition = story.edition_id(edition)?;
    let cards = hoithi_entries::entries_of(&mut story.read().await?, edition).await?;
    for card in cards.iter().filter(|card| card.state == Standing::Submitted) {
        decide(story, login, card.id, Ruling::Admit).await?;
    }
    Ok(())
}

/// Whoever screens reads and releases what the judges get of every admitted entry.
pub(super) async fn release_all(story: &Story, edition: &str, login: &str) -> Result<(), Halt> {
    let edition = story.edition(edition).await?;
    let released = hoithi_screening::released_entries(&mut story.read().await?, edition.id, &edition.book).await?;
    let cards = hoithi_entries::entries_of(&mut story.read().await?, edition.id).await?;
    let waits = |card: &&EntryCard| card.state == Standing::Admitted && !released.contains(&card.id);
    for card in cards.iter().filter(waits) {
        let kept = hoithi_entries::dossier(&mut story.read().await?, card.id).await?;
        let kept = kept.ok_or_else(|| missing("entry", "to release"))?;
        let copies = hoithi_screening::prepare(&story.house, &kept, &edition.book).await?;
        let command = Release { entry: card.id, seen: kept.entry.version, copies, though_told: true };
        story.act(login, move |act| Box::pin(hoithi_screening::release(act, command.clone()))).await?;
    }
    Ok(())
}

/// The form comes again, confirmed this time.
async fn complete(story: &mut Story, place: usize) -> Result<(), Halt> {
    let solution = story.invented.entries[place].clone();
    let unit = people::unit_name(story, solution.unit).await?;
    let form = solution.registration(&category_name(books::QUANG_NINH_VIII, solution.category), &unit, true);
    let file = print(&story.house, "phieu-dang-ky-co-xac-nhan.pdf", &form).await?;
    let login = writer(&story.invented, place);
    supplement(story, &login, story.entry(place)?, vec![Change::File(part("phieu-dang-ky")?, file)]).await
}

async fn complete_promoted(story: &mut Story) -> Result<(), Halt> {
    let Some(solution) = story.invented.local.first().cloned() else { return Ok(()) };
    let unit = people::unit_name(story, solution.unit).await?;
    let form = solution.registration(&category_name(books::QUANG_NINH_VIII, "cong-nghe-thong-tin"), &unit, true);
    let file = print(&story.house, "phieu-dang-ky.pdf", &form).await?;
    let declared = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"].map(part);
    let declared = declared.into_iter().collect::<Result<_, _>>()?;
    let changes = vec![Change::File(part("phieu-dang-ky")?, file), Change::Declarations(declared)];
    let entry = story.entry(story.invented.entries.len())?;
    supplement(story, "tacgia-cdmh1", entry, changes).await
}

async fn supplement(story: &Story, login: &str, entry: EntryId, changes: Vec<Change>) -> Result<(), Halt> {
    let kept = hoithi_entries::dossier(&mut story.read().await?, entry).await?;
    let seen = kept.ok_or_else(|| missing("entry", login))?.entry.version;
    let command = Write { entry, seen, changes };
    story.act(login, move |act| Box::pin(hoithi_entries::write(act, command.clone()))).await?;
    submit(story, login, entry, Arriving::Online).await
}
