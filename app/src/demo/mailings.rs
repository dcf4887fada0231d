//! Who asked for mail about the contest, and what they were written. Each reader joins by the page and by the
//! mail that asks them; one of them leaves.

use hoithi_journal::{Act, Actor, Channel, Deed, Door, Halt, machine_now, outbox_mails};
use hoithi_mailings::{AskToJoin, KeepList, Write, ask_to_join, carry_on, confirm, keep_list, leave, start, write};
use hoithi_post::{Carrier, deliver};
use hoithi_publicity::{Kit, mail_template};
use hoithi_rules::ids::MailingListId;
use hoithi_web::Lang;
use jiff::civil::{Date, date};

use super::story::{Agenda, PROVINCE, Story, missing};

const JOINED: Date = date(2021, 3, 3);
const WRITTEN: Date = date(2021, 3, 8);

/// The one list of the story.
const NEWS: &str = "tin";

const READERS: [(&str, &str); 7] = [
    ("an.ban.doc@vidu.invalid", "Nghiêm Văn Ẩn"),
    ("cuc.giao.vien@vidu.invalid", "Doãn Thị Cúc"),
    ("dai.ky.su@vidu.invalid", "Giáp Văn Đãi"),
    ("hien.lam.vuon@vidu.invalid", "Lục Thị Hiển"),
    ("khue.doanh.nghiep@vidu.invalid", "Mạc Thị Khuê"),
    ("nghi.y.si@vidu.invalid", "Tống Văn Nghị"),
    ("tuyen.tho.mo@vidu.invalid", "Âu Văn Tuyển"),
];

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(JOINED.at(8, 20, 0, 0), "a list of who wants mail", |story| Box::pin(a_list(story)));
    agenda.at(WRITTEN.at(9, 0, 0, 0), "mail to the list", |story| Box::pin(a_mailing(story)));
    agenda.at(WRITTEN.at(9, 40, 0, 0), "a reader leaves", |story| Box::pin(one_leaves(story)));
}

async fn a_list(story: &mut Story) -> Result<(), Halt> {
    let new = KeepList {
        list: None,
        name: "Tin về Hội thi Sáng tạo kỹ thuật".to_owned(),
        purpose: "Thông báo, hướng dẫn lập hồ sơ và kết quả của hội thi.".to_owned(),
        public: true,
        version: 0,
    };
    let list = story.act("chuyenvien", move |act| Box::pin(keep_list(act, new.clone()))).await?;
    story.lists.insert(NEWS, list);
    for (place, (email, name)) in READERS.into_iter().enumerate() {
        joins(story, list, (email, name), format!("192.0.2.{place}")).await?;
    }
    Ok(())
}

/// Asks on the page, and says yes by the mail that comes.
async fn joins(story: &Story, list: MailingListId, (email, name): (&str, &str), from: String) -> Result<(), Halt> {
    let asked = AskToJoin {
        list,
        email: email.to_owned(),
        name: name.to_owned(),
        consent: story.house.catalogue.text(Lang::Vi, "mailings-consent", &[]),
        consent_version: "1".to_owned(),
        from,
    };
    let house = story.house.clone();
    by_nobody(story, move |act| {
        let (house, asked) = (house.clone(), asked.clone());
        Box::pin(async move { ask_to_join(act, &house, asked).await })
    })
    .await?;
    let token = word_for(story, email, "/nhan-tin/xac-nhan/").await?;
    by_nobody(story, move |act| Box::pin(confirm(act, token.clone()))).await
}

/// The invitation of the publicity kit; what nobody carries away is kept, as it is when a demo is served.
async fn a_mailing(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let (subject, body) = mail_template(&Kit::of(&story.house, &edition).await?);
    let list = story.lists.get(NEWS).copied().ok_or_else(|| missing("list", NEWS))?;
    let new = Write { list, subject, body, version: 0 };
    let mailing = story.act("chuyenvien", move |act| Box::pin(write(act, new.clone()))).await?;
    story.act("chuyenvien", move |act| Box::pin(start(act, mailing, 1))).await?;
    carry_on(&story.house).await?;
    deliver(story.house.store(), Channel::Mail, &Carrier::Keep, machine_now, || true).await.map_err(Halt::fault)?;
    carry_on(&story.house).await?;
    Ok(())
}

async fn one_leaves(story: &mut Story) -> Result<(), Halt> {
    let token = word_for(story, READERS[3].0, "/nhan-tin/roi/").await?;
    by_nobody(story, move |act| Box::pin(leave(act, token.clone()))).await
}

async fn by_nobody<F>(story: &Story, deed: F) -> Result<(), Halt>
where
    F: for<'a> Fn(&'a mut Act) -> Deed<'a, ()> + Send + Sync,
{
    story.house.acts.perform(Actor::nobody(Door::Page), deed).await
}

/// The secret word that somebody finds behind that beginning in the newest mail to them.
async fn word_for(story: &Story, email: &str, beginning: &str) -> Result<String, Halt> {
    let mails = outbox_mails(&mut story.read().await?, 1_000).await?;
    let mail = mails.iter().find(|mail| mail.recipient == email && mail.body.contains(beginning));
    let after = mail.and_then(|mail| mail.body.split_once(beginning)).map(|(_, after)| after);
    let word = after.and_then(|after| after.split_whitespace().next());
    word.map(str::to_owned).ok_or_else(|| missing("mail to", email))
}
