//! What the program can answer by itself, with its reason. The secretary may answer otherwise.

use hoithi_documents::{Files, FilesError, VideoLook, look_at_video};
use hoithi_edition::Edition;
use hoithi_entries::{KeptEntry, PdfLook, file_name, look, megabytes, said, same_file, stamp_changes};
use hoithi_journal::Halt;
use hoithi_rules::edition::{ChannelKind, PartCode};
use hoithi_rules::entries::{AttachedFile, PartContent, Requirements, Share, Stamped};
use hoithi_rules::screening::{CheckItem, Verdict};
use hoithi_rules::text::length;
use hoithi_web::Page;

use crate::alike::Alike;
use crate::copies::{Pointing, Read};
use crate::same::Compared;

/// An answer and its reason.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// None where only a person can tell.
    pub(crate) verdict: Option<Verdict>,
    pub(crate) reason: String,
}

impl Answer {
    fn passed(reason: String) -> Self {
        Self { verdict: Some(Verdict::Passed), reason }
    }

    fn failed(reason: String) -> Self {
        Self { verdict: Some(Verdict::Failed), reason }
    }

    fn open(reason: String) -> Self {
        Self { verdict: None, reason }
    }
}

/// What an entry is looked at with.
pub(crate) struct Desk<'a> {
    pub(crate) page: &'a Page,
    pub(crate) kept: &'a KeptEntry,
    pub(crate) edition: &'a Edition,
    pub(crate) alike: &'a [Alike],
    pub(crate) compared: Compared<'a>,
    pub(crate) looks: &'a [(PartCode, FileLook)],
    pub(crate) told: &'a Pointing,
}

/// What was found in a file of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileLook {
    /// It opens, and its bytes are those that were submitted.
    Whole,
    /// Its structure is broken or locked.
    Broken,
    /// Something harmful was found in it: nobody gets it.
    PutApart,
    /// Its bytes are not in the store, or not those that were submitted.
    Lost,
}

/// Looks into every file of the dossier, away from the async threads.
pub(crate) async fn look_into(files: &Files, kept: &KeptEntry) -> Result<Vec<(PartCode, FileLook)>, Halt> {
    let attached: Vec<(PartCode, AttachedFile)> = kept
        .entry
        .content
        .dossier
        .0
        .iter()
        .filter_map(|(code, part)| match part {
            PartContent::File(file) => Some((code.clone(), file.clone())),
            PartContent::Text(_) | PartContent::Values(_) => None,
        })
        .collect();
    let files = files.clone();
    let looking = move || attached.into_iter().map(|(code, file)| Ok((code, look_at(&files, &file)?))).collect();
    tokio::task::spawn_blocking(looking).await.map_err(Halt::fault)?
}

fn look_at(files: &Files, file: &AttachedFile) -> Result<FileLook, Halt> {
    Ok(match files.get(&file_name(file.sha256)?) {
        Ok(bytes) if look(&bytes) == PdfLook::Readable || is_whole_video(&bytes) => FileLook::Whole,
        Ok(_) => FileLook::Broken,
        Err(FilesError::Quarantined(_)) => FileLook::PutApart,
        Err(_) => FileLook::Lost,
    })
}

fn is_whole_video(bytes: &[u8]) -> bool {
    matches!(look_at_video(bytes), VideoLook::Whole { .. })
}

/// The answer to one question of the list.
pub(crate) fn answer(desk: &Desk<'_>, item: &CheckItem) -> Answer {
    match item {
        CheckItem::Part(code) => part(desk, code),
        CheckItem::Declaration(code) => declaration(desk, code),
        CheckItem::Category => Answer::open(desk.page.t("screening-auto-category")),
        CheckItem::Distinct => distinct(desk),
        CheckItem::Anonymous => anonymous(desk),
    }
}

/// What is known of the form that is printed here, before a person looks at signatures and stamp; nothing of others.
fn stamp(desk: &Desk<'_>, code: &PartCode) -> Option<Answer> {
    let (page, rules) = (desk.page, desk.edition.book.rules());
    rules.stamped_part().filter(|part| part.code == *code)?;
    match desk.kept.stamped(rules) {
        Stamped::Missing if rules.stamp_follows().is_some() => {
            Some(Answer::failed(page.t("screening-auto-stamp-follows")))
        }
        Stamped::Differs => {
            let changes = stamp_changes(page, desk.kept, rules).join(" ");
            Some(Answer::failed(page.t1("screening-auto-stamp-differs", "changes", changes)))
        }
        Stamped::NotAsked | Stamped::Missing | Stamped::NotPrintedHere | Stamped::Stands => None,
    }
}

/// What is known of the print that a file shows, behind what is known of the file.
fn of_the_print(desk: &Desk<'_>, code: &PartCode) -> String {
    let rules = desk.edition.book.rules();
    let is_form = rules.stamped_part().is_some_and(|part| part.code == *code);
    match desk.kept.stamped(rules) {
        Stamped::Stands if is_form => format!(" {}", desk.page.t("screening-auto-stamp-stands")),
        Stamped::NotPrintedHere if is_form => format!(" {}", desk.page.t("screening-auto-stamp-elsewhere")),
        _ => String::new(),
    }
}

fn part(desk: &Desk<'_>, code: &PartCode) -> Answer {
    let page = desk.page;
    if let Some(answer) = stamp(desk, code) {
        return answer;
    }
    match desk.kept.part(code) {
        None => Answer::failed(page.t("screening-auto-part-missing")),
        Some(PartContent::Text(text)) => Answer::passed(page.t1("screening-auto-text", "count", length(text))),
        Some(PartContent::Values(values)) => {
            let count: usize = values.values().map(|value| length(value)).sum();
            Answer::passed(page.t1("screening-auto-text", "count", count))
        }
        Some(PartContent::File(file)) => {
            let size = megabytes(file.bytes);
            match desk.looks.iter().find(|(looked, _)| looked == code).map(|(_, look)| *look) {
                Some(FileLook::Whole) => match same_file(desk.kept, &desk.edition.book, code, file) {
                    Some(other) => Answer::failed(page.t1("screening-auto-same-file", "part", &other.name)),
                    // That it opens says nothing of signatures and of what it says.
                    None => Answer::open(page.t1("screening-auto-pdf", "size", size) + &of_the_print(desk, code)),
                },
                Some(FileLook::Broken) => Answer::failed(page.t("screening-auto-pdf-broken")),
                Some(FileLook::PutApart) => Answer::failed(page.t("screening-auto-pdf-put-apart")),
                Some(FileLook::Lost) | None => Answer::failed(page.t("screening-auto-pdf-lost")),
            }
        }
    }
}

fn declaration(desk: &Desk<'_>, code: &PartCode) -> Answer {
    if desk.kept.entry.content.declarations.contains(code) {
        Answer::passed(desk.page.t("screening-auto-declared"))
    } else {
        Answer::failed(desk.page.t("screening-auto-not-declared"))
    }
}

fn distinct(desk: &Desk<'_>) -> Answer {
    let page = desk.page;
    let titles = (!desk.alike.is_empty()).then(|| page.t1("screening-auto-alike", "count", desk.alike.len()));
    let texts = desk.compared.most().map(|percent| {
        let facts = [("count", desk.compared.likes.len().to_string()), ("percent", percent.to_string())];
        page.tx("screening-auto-same", &facts)
    });
    let open = titles.is_some() || texts.is_some();
    let titles = titles.unwrap_or_else(|| page.t("screening-auto-distinct"));
    let texts = texts.unwrap_or_else(|| {
        let key = if desk.compared.done { "screening-auto-none-the-same" } else { "screening-auto-not-compared" };
        page.t(key)
    });
    let reason =
        [titles, texts, unread(desk)].into_iter().filter(|each| !each.is_empty()).collect::<Vec<_>>().join(" ");
    if open { Answer::open(reason) } else { Answer::passed(reason) }
}

/// What could not be read was compared with nothing, and is named.
fn unread(desk: &Desk<'_>) -> String {
    let parts = desk.told.parts.iter().filter(|part| part.read != Read::Whole);
    let names = parts.map(|part| part.part.name.as_str()).collect::<Vec<_>>().join(", ");
    if names.is_empty() { names } else { desk.page.t1("screening-auto-unread", "parts", names) }
}

/// Looks for the authors and their bodies in what judges read, typed or in a file. That nothing is
/// found says nothing of pictures.
fn anonymous(desk: &Desk<'_>) -> Answer {
    let named: Vec<&str> = desk.told.names().into_iter().collect();
    if !named.is_empty() {
        return Answer::failed(desk.page.t1("screening-auto-named", "names", named.join(", ")));
    }
    let read = if desk.told.is_read() { "screening-auto-anonymous-read" } else { "screening-auto-anonymous" };
    Answer::open(desk.page.t(read))
}

/// What was checked beside the list: shares, day of creation, time of arrival.
pub(crate) fn beside(desk: &Desk<'_>) -> Vec<(String, Answer)> {
    vec![
        (desk.page.t("screening-check-shares"), shares(desk)),
        (desk.page.t("screening-check-created"), created(desk)),
        (desk.page.t("screening-check-arrival"), arrival(desk)),
        (desk.page.t("screening-check-whole"), whole(desk)),
    ]
}

fn shares(desk: &Desk<'_>) -> Answer {
    let authors = &desk.kept.entry.content.authors;
    let sum = Share::sum(authors.iter().map(|author| author.share));
    let facts = [("count", authors.len().to_string()), ("sum", sum.to_string())];
    let reason = desk.page.tx("screening-auto-shares", &facts);
    if sum.is_whole() { Answer::passed(reason) } else { Answer::failed(reason) }
}

fn created(desk: &Desk<'_>) -> Answer {
    let from = desk.edition.book.rules().eligibility.created_from;
    match (desk.kept.entry.content.created_on, from) {
        (Some(day), Some(from)) => {
            let facts = [("day", desk.page.day(day)), ("from", desk.page.day(from))];
            let reason = desk.page.tx("screening-auto-created", &facts);
            if day >= from { Answer::passed(reason) } else { Answer::failed(reason) }
        }
        (None, Some(_)) => Answer::failed(desk.page.t("screening-auto-created-missing")),
        (_, None) => Answer::passed(desk.page.t("screening-auto-created-any")),
    }
}

fn arrival(desk: &Desk<'_>) -> Answer {
    let Some(receipt) = desk.kept.receipt() else { return Answer::failed(desk.page.t("screening-auto-part-missing")) };
    let channel = desk.page.tcode("screening-channel-", receipt.channel.code());
    let at = match (receipt.channel, desk.kept.postmark) {
        (ChannelKind::ByPost, Some(postmark)) => desk.page.day(postmark),
        _ => desk.page.instant(receipt.at),
    };
    Answer::passed(desk.page.tx("screening-auto-arrival", &[("channel", channel), ("at", at)]))
}

/// Everything else that the rule book asks of a submission, as if it came now.
fn whole(desk: &Desk<'_>) -> Answer {
    let Some(receipt) = desk.kept.receipt() else { return Answer::open(String::new()) };
    let book = &desk.edition.book;
    let required = Requirements {
        rules: book.rules(),
        door: Ok(()),
        age_on: book.calendar().intake_window().last_day,
        today: book.calendar().day_of(receipt.supplemented_at.unwrap_or(receipt.at)),
        // What was received on paper is scanned before anybody judges it.
        on_paper: false,
        promised: &[],
        stamped: desk.kept.stamped(book.rules()),
        stamp_follows: false,
    };
    let problems = required.problems(&desk.kept.entry.content);
    if problems.is_empty() {
        return Answer::passed(desk.page.t("screening-auto-whole"));
    }
    let sentence = |each| desk.page.refusal(&said(desk.page, book.rules(), hoithi_people::refused(each)));
    let sentences: Vec<String> = problems.iter().map(sentence).collect();
    Answer::failed(sentences.join(" "))
}
