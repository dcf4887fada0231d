//! The same words as on the page, by mail.

use std::sync::LazyLock;

use hoithi_edition::Edition;
use hoithi_journal::{Act, Fault, Halt, Mail};
use hoithi_rules::day::day_in_vietnam;
use hoithi_web::{Catalogue, Lang};

use crate::LOCALE;
use crate::desk::Desk;
use crate::link::new_link;
use crate::question::Question;

static WORDS: LazyLock<Result<Catalogue, Fault>> = LazyLock::new(|| Catalogue::new(&[LOCALE]));

fn words() -> Result<&'static Catalogue, Halt> {
    WORDS.as_ref().map_err(|fault| Halt::fault(fault.to_string()))
}

/// Where an asker reads the thread: signed in by its page, else by a link of their own.
async fn own_address(act: &mut Act, portal: &str, question: &Question) -> Result<(String, Option<String>), Halt> {
    if question.asker.is_some() {
        return Ok((format!("{portal}/hoi-dap-cua-toi/{}", question.id), None));
    }
    let token = new_link(act, question.id).await?;
    Ok((format!("{portal}/hoi-dap/{token}"), Some(token)))
}

/// To whoever asked: what they wrote, with the way to the answer. Gives the link's secret word.
pub(crate) async fn tell_received(
    act: &mut Act,
    (edition, portal): (&Edition, &str),
    question: &Question,
    written: &str,
) -> Result<Option<String>, Halt> {
    let (link, token) = own_address(act, portal, question).await?;
    post(act, edition, question, "helpdesk-mail-received", [written, &link])?;
    Ok(token)
}

/// To whoever asked: the answer, word for word.
pub(crate) async fn tell_answered(
    act: &mut Act,
    (edition, portal): (&Edition, &str),
    question: &Question,
    written: &str,
) -> Result<(), Halt> {
    if question.asker_email.is_empty() {
        return Ok(());
    }
    let (link, _) = own_address(act, portal, question).await?;
    post(act, edition, question, "helpdesk-mail-answered", [written, &link])
}

fn post(
    act: &mut Act,
    edition: &Edition,
    question: &Question,
    key: &str,
    [written, link]: [&str; 2],
) -> Result<(), Halt> {
    if !question.asker_email.is_empty() {
        let facts = facts(edition, question, written, link);
        let subject = words()?.text(Lang::Vi, "helpdesk-mail-subject", &facts);
        let body = words()?.text(Lang::Vi, key, &facts);
        act.post(Mail { to: question.asker_email.clone(), subject, body });
    }
    Ok(())
}

/// To whoever sees the desk's questions now: what was asked, without who asked.
pub(crate) fn tell_desk(
    act: &mut Act,
    (edition, portal): (&Edition, &str),
    desk: Option<&Desk>,
    question: &Question,
    written: &str,
) -> Result<(), Halt> {
    let Some(desk) = desk else { return Ok(()) };
    let (on_duty, today) = (desk.on_duty(act.now()), day_in_vietnam(act.now()));
    let link = format!("{portal}/ky/{}/giup-do/{}", edition.slug, question.id);
    let facts = facts(edition, question, written, &link);
    let subject = words()?.text(Lang::Vi, "helpdesk-mail-desk-subject", &facts);
    let body = words()?.text(Lang::Vi, "helpdesk-mail-desk", &facts);
    let present = desk.named_on(today).into_iter().filter(|each| on_duty.contains(&each.member.account));
    for member in present.filter(|member| !member.email.is_empty()) {
        act.post(Mail { to: member.email.clone(), subject: subject.clone(), body: body.clone() });
    }
    Ok(())
}

fn facts(edition: &Edition, question: &Question, written: &str, link: &str) -> Vec<(&'static str, String)> {
    vec![
        ("number", question.number.to_string()),
        ("contest", edition.title()),
        ("words", written.to_owned()),
        ("link", link.to_owned()),
    ]
}
