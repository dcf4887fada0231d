//! Cô Tô has no account: its clerk reads the letter, confirms it, shows and answers by the personal link that came
//! by mail, and gives a task on to a colleague. One answer came on paper, and the agency wrote it down.

use hoithi_campaign::{
    AcknowledgeByLink, AnswerByLink, AskExtension, DecideExtension, GiveToPerson, LinkTry, OnBehalf, Origin,
    PublicityByLink, TaskAnswer, Told,
};
use hoithi_contacts::{Person, PersonForm};
use hoithi_documents::forms::{Block, Paper};
use hoithi_journal::{Act, Actor, Deed, Door, Halt, outbox_mails};
use hoithi_rules::campaign::{PublicityItem, TaskKind};
use hoithi_rules::correspondence::Channel;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::TaskId;
use hoithi_rules::people::PersonName;
use hoithi_web::WATERMARK;
use jiff::civil::{Date, DateTime, date};

use super::campaign::{SILENT, mail, sending_of, task_of};
use super::papers::keep;
use super::story::{Agenda, Story, missing};

/// Who holds the link, and what they are.
pub(super) const CLERK: (&str, &str) = ("Ngô Thị Hải Triều", "Văn thư");
pub(super) const ADDRESS: &str = "coto@vidu.invalid";

/// When the clerk confirmed the letter; before that the link takes nothing else.
pub(super) const CONFIRMED: DateTime = date(2020, 9, 10).at(14, 48, 0, 0);

/// To whom the clerk gives the movement, and where the link goes.
const COLLEAGUE: (&str, &str) = ("Vi Thị Sóng", "kinhte-coto@vidu.invalid");

/// The day that the answer on paper bears.
const ON_PAPER: Date = date(2020, 12, 14);
const NO_CONTEST: &str = "Số giải pháp của địa phương chưa đủ để tổ chức hội thi cấp huyện.";

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(CONFIRMED, "coto confirms the letter by its link", |story| Box::pin(confirm(story)));
    agenda.at(date(2020, 12, 17).at(9, 10, 0, 0), "coto's answer on paper is written down", |story| {
        Box::pin(write_down(story))
    });
    agenda.at(date(2021, 3, 9).at(8, 50, 0, 0), "coto's clerk gives a task on", |story| Box::pin(give_on(story)));
    agenda.at(date(2021, 6, 28).at(8, 20, 0, 0), "coto asks for a later day", |story| {
        Box::pin(async move {
            let task = task_of(story, SILENT, TaskKind::LaunchMovement).await?;
            let reason = "Tàu ra đảo tạm ngừng do thời tiết, chưa họp được các xã.".to_owned();
            let (token, wish) = (story.link.clone(), AskExtension { task, to: date(2021, 7, 9), reason });
            by_link(story, move |act| Box::pin(hoithi_campaign::ask_by_link(act, token.clone(), wish.clone()))).await
        })
    });
    agenda.at(date(2021, 6, 29).at(8, 10, 0, 0), "coto gets a later day", |story| {
        Box::pin(async move {
            let task = task_of(story, SILENT, TaskKind::LaunchMovement).await?;
            let command =
                DecideExtension { task, to: Some(date(2021, 7, 9)), words: "Đồng ý.".to_owned(), mail: None };
            story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::decide_extension(act, command.clone()))).await
        })
    });
}

/// Lets whoever holds the link act by it.
async fn by_link<T, F>(story: &Story, deed: F) -> Result<T, Halt>
where
    T: Send,
    F: for<'a> Fn(&'a mut Act) -> Deed<'a, T> + Send + Sync,
{
    let today = day_in_vietnam(story.house.clock().now());
    let LinkTry::Opens(link) = hoithi_campaign::holder(&mut story.read().await?, &story.link, today).await? else {
        return Err(missing("link of", ADDRESS));
    };
    story.house.acts.perform(Actor::account(link.id.uuid(), Door::Page), deed).await
}

/// Keeps the link that the letter's mail brought.
pub(super) async fn read_mail(story: &mut Story) -> Result<(), Halt> {
    let mails = outbox_mails(&mut story.read().await?, 200).await?;
    let mut own = mails.iter().filter(|mail| mail.recipient == ADDRESS);
    let link = own.find_map(|mail| mail.body.split_once("/lien-ket/")).ok_or_else(|| missing("mail to", ADDRESS))?.1;
    link.split_whitespace().next().unwrap_or_default().clone_into(&mut story.link);
    Ok(())
}

async fn confirm(story: &mut Story) -> Result<(), Halt> {
    let (name, position) = CLERK;
    let command = AcknowledgeByLink {
        token: story.link.clone(),
        by_name: name.parse::<PersonName>().map_err(Halt::fault)?,
        position: position.to_owned(),
    };
    by_link(story, move |act| Box::pin(hoithi_campaign::acknowledge_by_link(act, command.clone()))).await
}

/// Records a piece of publicity by the link.
pub(super) async fn show(story: &Story, item: PublicityItem) -> Result<(), Halt> {
    let command = PublicityByLink { token: story.link.clone(), item, photo: None };
    by_link(story, move |act| Box::pin(hoithi_campaign::publicity_by_link(act, command.clone()))).await?;
    Ok(())
}

/// Answers a task by the link.
pub(super) async fn answer(story: &Story, task: TaskId, answer: TaskAnswer) -> Result<(), Halt> {
    let command = AnswerByLink { token: story.link.clone(), task, answer };
    by_link(story, move |act| Box::pin(hoithi_campaign::answer_by_link(act, command.clone()))).await
}

/// The colleague has a link of their own from then on.
async fn give_on(story: &mut Story) -> Result<(), Halt> {
    let (name, email) = COLLEAGUE;
    let person = Person::parse(PersonForm { name, email, ..PersonForm::default() });
    let what = "Đồng chí được giao việc phát động phong trào sáng kiến theo Công văn số 213/LHH-KHCN.";
    let command = GiveToPerson {
        task: task_of(story, SILENT, TaskKind::LaunchMovement).await?,
        person: person.map_err(|wrong| Halt::fault(format!("{wrong:?}")))?,
        mail: mail(story, "Việc được giao: phát động phong trào sáng kiến", what),
    };
    let token = story.link.clone();
    by_link(story, move |act| Box::pin(hoithi_campaign::give_by_link(act, token.clone(), command.clone()))).await?;
    Ok(())
}

/// The boat brought a paper; the officer scans it and writes its answer down for the unit.
async fn write_down(story: &mut Story) -> Result<(), Halt> {
    let sending = sending_of(story, SILENT, "letter").await?;
    let task = task_of(story, SILENT, TaskKind::HoldLocalContest).await?;
    let paper = Paper {
        watermark: Some(WATERMARK.to_owned()),
        kind: "BÁO CÁO".to_owned(),
        title: "Việc tổ chức hội thi của địa phương".to_owned(),
        facts: vec![("Đơn vị".to_owned(), "Huyện Cô Tô".to_owned())],
        blocks: vec![Block::paragraph(NO_CONTEST), Block::paragraph("(Đã ký, đóng dấu)")],
        date: Some(ON_PAPER),
    };
    let scan = story.house.printer.print_form(&paper).await.map_err(Halt::fault)?;
    let (name, position) = CLERK;
    let origin = Origin {
        how: Channel::Paper,
        by_name: name.parse::<PersonName>().map_err(Halt::fault)?,
        position: position.to_owned(),
        day: ON_PAPER,
        file: Some(keep(&story.house, "bao-cao-giay-co-to.pdf", &scan)?),
    };
    let command = OnBehalf { sending, told: Told::Task(task, TaskAnswer::Nothing(NO_CONTEST.to_owned())), origin };
    story.act("chuyenvien", move |act| Box::pin(hoithi_campaign::record_on_behalf(act, command.clone()))).await
}
