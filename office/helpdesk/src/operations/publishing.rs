//! An edited question and answer for everybody.

use std::sync::Arc;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Event, Halt};
use hoithi_people::permit;
use hoithi_rules::helpdesk::{Known, named_in};
use hoithi_rules::ids::{EditionId, QuestionId};
use hoithi_rules::people::Permission;
use hoithi_web::fold;
use uuid::Uuid;

use super::{changed_meanwhile, edition_of, question_of};
use crate::known::{KnownNames, Named};
use crate::question::{Published, Question};
use crate::store;

/// A text for everybody.
#[derive(Clone)]
pub struct Publish {
    /// Of which edition.
    pub edition: EditionId,
    /// From which question it was made, if from one.
    pub from: Option<QuestionId>,
    /// Its heading.
    pub category: String,
    /// Its place in the list.
    pub place: i64,
    /// The question, edited.
    pub question: String,
    /// The answer, edited.
    pub answer: String,
    /// Who knows what it may not name.
    pub known: Arc<dyn KnownNames>,
}

/// Publishes an edited question with its answer. What names an asker, an author or an entry is
/// refused: in a blind contest nothing public links a title to anybody.
pub async fn publish(act: &mut Act, text: Publish) -> Result<Uuid, Halt> {
    let edition = edition_of(act, text.edition).await?;
    permit(act, Permission::QuestionAnswer, edition.place()).await?;
    let from = match text.from {
        Some(id) => Some(question_of(act, id).await?),
        None => None,
    };
    if from.as_ref().is_some_and(|question| question.edition != edition.id) {
        return Err(Halt::not_found());
    }
    names_nobody(act, &edition, from.as_ref(), &text).await?;
    let (id, now) = (act.new_id(), act.now());
    let published = published_of(id, &edition, &text, 1);
    store::insert_published(act.db(), &published, now).await?;
    act.record(Event::new("answer.published", id).fact("edition", edition.id.to_string()));
    Ok(id)
}

/// A published text as it shall be.
#[derive(Clone)]
pub struct Reword {
    /// Which.
    pub id: Uuid,
    /// The version that was read.
    pub version: i64,
    /// What it shall say; whence it came stays.
    pub text: Publish,
}

/// Changes a published text.
pub async fn reword(act: &mut Act, change: Reword) -> Result<(), Halt> {
    let (edition, standing) = standing(act, change.text.edition, change.id).await?;
    let from = match standing.from {
        Some(id) => Some(question_of(act, id).await?),
        None => None,
    };
    names_nobody(act, &edition, from.as_ref(), &change.text).await?;
    let published = published_of(change.id, &edition, &change.text, change.version);
    if !store::save_published(act.db(), &published).await? {
        return Err(changed_meanwhile());
    }
    act.record(Event::new("answer.reworded", change.id).fact("edition", edition.id.to_string()));
    Ok(())
}

/// Takes a published text back.
pub async fn withdraw(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(), Halt> {
    let (edition, _) = standing(act, edition, id).await?;
    let now = act.now();
    store::withdraw_published(act.db(), id, now).await?;
    act.record(Event::new("answer.withdrawn", id).fact("edition", edition.id.to_string()));
    Ok(())
}

/// A text that stands, for whoever may change it.
async fn standing(act: &mut Act, edition: EditionId, id: Uuid) -> Result<(Edition, Published), Halt> {
    let edition = edition_of(act, edition).await?;
    permit(act, Permission::QuestionAnswer, edition.place()).await?;
    let text = store::published(act.db(), id).await?.filter(|text| text.edition == edition.id);
    Ok((edition, text.ok_or_else(Halt::not_found)?))
}

fn published_of(id: Uuid, edition: &Edition, text: &Publish, version: i64) -> Published {
    Published {
        id,
        edition: edition.id,
        from: text.from,
        category: text.category.clone(),
        place: text.place,
        question: text.question.clone(),
        answer: text.answer.clone(),
        version,
    }
}

async fn names_nobody(act: &mut Act, edition: &Edition, from: Option<&Question>, text: &Publish) -> Result<(), Halt> {
    let known = text.known.unannounced(act.db(), edition.id).await?;
    let agency = fold(&edition.book.rules().agency.name);
    for (field, words) in [("category", &text.category), ("question", &text.question), ("answer", &text.answer)] {
        let folded = fold(words);
        if from.is_some_and(|question| reaches(question, &folded, &agency)) {
            return Err(Halt::refused("helpdesk.names_asker", Some(field), "the text names whoever asked"));
        }
        match named_in(&folded, &known).map(|known| known.what) {
            Some(Named::Title) => {
                return Err(Halt::refused("helpdesk.names_title", Some(field), "the text names an entry"));
            }
            Some(Named::Author) => {
                return Err(Halt::refused("helpdesk.names_author", Some(field), "the text names an author"));
            }
            None => {}
        }
    }
    Ok(())
}

/// Whether the text says who asked: by name, unit, mail or telephone, however that is grouped. An asker of
/// the agency itself does not keep its name out of the answers.
fn reaches(asker: &Question, folded: &str, agency: &str) -> bool {
    // What was told over the telephone stands in one line: "Chị Hoa, UBND huyện Tiên Yên".
    let parts = [&asker.asker_name, &asker.asker_unit].into_iter().flat_map(|line| line.split([',', ';', '(', ')']));
    let whole = [&asker.asker_name, &asker.asker_unit].into_iter().map(String::as_str);
    let known = parts.chain(whole).map(fold).filter(|part| part != agency).map(|folded| Known { what: (), folded });
    let known: Vec<_> = known.collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (mail, phone) = (fold(&asker.asker_email), digits(&asker.asker_phone));
    named_in(folded, &known).is_some()
        || (!mail.is_empty() && folded.contains(&mail))
        || (phone.len() >= 8 && digits(folded).contains(&phone))
}
