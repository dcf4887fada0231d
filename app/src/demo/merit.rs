//! What active units earn: the formula is published after the letter, in July the units commend their
//! own people, and once the result is public the agency commends the most active units.

use hoithi_commendation::{DecideProposal, DraftPaper, Honour, Paper, Propose, PublishFormula, RecordOwn};
use hoithi_correspondence::{Content, Revision, document, revise};
use hoithi_journal::Halt;
use hoithi_rules::commendation::{Formula, Group, OwnCommendation, OwnForm};
use hoithi_rules::ids::{DocumentId, UnitId};
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::campaign::SILENT;
use super::papers::{AGENCY, sign_from_scan};
use super::people::DISTRICTS;
use super::register::deputy;
use super::story::{Agenda, PROVINCE, Story, missing};

const PUBLISHED: Date = date(2020, 9, 10);
const COMMENDED: Date = date(2021, 7, 8);

/// The papers by which the agency commends the most active units.
const SUBMISSION: (&str, Date) = ("71/TTr-LHH", date(2021, 10, 15));
const MINUTES: (&str, Date) = ("72/BB-LHH", date(2021, 10, 15));
const DECISION: (&str, Date) = ("73/QĐ-LHH", date(2021, 10, 18));

/// How many of which group, the first by their points.
const COMMENDED_OF: [(Group, usize); 2] = [(Group::Districts, 3), (Group::Schools, 1)];

/// What the members of the meeting wrote where the draft of the minutes leaves room.
const WRITTEN: [(&str, &str); 5] = [
    ("**Thời gian, địa điểm:** ……", "**Thời gian, địa điểm:** 14 giờ 00, ngày 15/10/2021, phòng họp cơ quan."),
    ("**Chủ trì:** ……", "**Chủ trì:** Phó Chủ tịch."),
    ("**Thư ký:** ……", "**Thư ký:** Thư ký Hội thi."),
    ("**Có mặt:** ……/…… thành viên.", "**Có mặt:** 7/7 thành viên."),
    ("Với ……/…… phiếu đồng ý", "Với 7/7 phiếu đồng ý"),
];

/// Who was commended, and for what.
const GIVEN: [(&str, &str, &str); 3] = [
    ("Phòng Kinh tế", "collective", "Tích cực vận động, hướng dẫn lập hồ sơ dự thi Hội thi"),
    ("Hội Nông dân", "collective", "Có nhiều hội viên gửi giải pháp dự thi"),
    ("Nguyễn Văn Thử", "person", "Có giải pháp áp dụng hiệu quả, tham gia Hội thi"),
];

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(PUBLISHED.at(9, 0, 0, 0), "the formula of merit", |story| Box::pin(formula(story)));
    for (place, (key, _)) in DISTRICTS.into_iter().enumerate().filter(|(_, (key, _))| *key != SILENT) {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        let what = format!("{key} commends its own");
        agenda.at(COMMENDED.at(14, minute, 0, 0), what, move |story| Box::pin(commend(story, key, place)));
    }
    agenda.at(date(2021, 10, 15).at(10, 0, 0, 0), "active units are put forward", |story| Box::pin(put_forward(story)));
    agenda.at(date(2021, 10, 15).at(15, 30, 0, 0), "the minutes on active units", |story| Box::pin(minutes(story)));
    agenda.at(date(2021, 10, 18).at(8, 0, 0, 0), "active units are commended", |story| Box::pin(honour(story)));
}

async fn formula(story: &mut Story) -> Result<(), Halt> {
    let command = PublishFormula {
        edition: story.edition_id(PROVINCE)?,
        seen: 0,
        formula: Formula::assumed(),
        why: "Ban Tổ chức thống nhất theo Kế hoạch số 86/KH-BTC ngày 27/7/2020".to_owned(),
    };
    story.act("chuyenvien", move |act| Box::pin(hoithi_commendation::publish_formula(act, command.clone()))).await?;
    Ok(())
}

async fn commend(story: &mut Story, key: &str, place: usize) -> Result<(), Halt> {
    let (edition, unit) = (story.edition_id(PROVINCE)?, story.unit(key)?);
    for (index, (receiver, kind, merit)) in GIVEN.into_iter().take(1 + place % GIVEN.len()).enumerate() {
        let decision = format!("{}/QĐ-UBND", 300 + 10 * place + index);
        let form = OwnForm { decision: &decision, day: "8/7/2021", receiver, kind, merit };
        let own = OwnCommendation::parse(form, COMMENDED).map_err(|wrong| Halt::fault(format!("{wrong:?}")))?;
        let command = RecordOwn { id: None, edition, unit, own };
        let contact = format!("dv-{key}");
        story.act(&contact, move |act| Box::pin(hoithi_commendation::record_own(act, command.clone()))).await?;
    }
    Ok(())
}

async fn put_forward(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition(PROVINCE).await?;
    let signatory = deputy(("", "Chủ tịch", "Phó Chủ tịch"))?;
    let command = Propose { edition: edition.id, honour: Honour::Agency, units: most_active(story).await?, signatory };
    let (_, submission) =
        story.act("chuyenvien", move |act| Box::pin(hoithi_commendation::propose(act, command.clone()))).await?;
    sign_from_scan(story, submission, SUBMISSION, "to-trinh.pdf").await
}

async fn most_active(story: &Story) -> Result<Vec<UnitId>, Halt> {
    let edition = story.edition(PROVINCE).await?;
    let mut db = story.read().await?;
    let kept = hoithi_commendation::formula(&mut db, &edition, SUBMISSION.1).await?;
    let groups = hoithi_commendation::standings(&mut db, (&edition, SUBMISSION.1), &kept.formula).await?;
    let first = |(group, most): (Group, usize)| {
        let all = groups.get(&group).into_iter().flatten();
        let active = all.filter(|placed| placed.what.score.total().hundredths() > 0);
        active.take(most).map(|placed| placed.what.unit.id).collect::<Vec<_>>()
    };
    Ok(COMMENDED_OF.into_iter().flat_map(first).collect())
}

/// The only proposal of the story.
async fn proposal(story: &Story) -> Result<Uuid, Halt> {
    let all = hoithi_commendation::proposals(&mut story.read().await?, story.edition_id(PROVINCE)?).await?;
    all.first().map(|proposal| proposal.id).ok_or_else(|| missing("proposal of", PROVINCE))
}

async fn drafted(story: &Story, paper: Paper) -> Result<DocumentId, Halt> {
    let (proposal, edition) = (proposal(story).await?, story.edition_id(PROVINCE)?);
    let signatory = deputy(("", "Chủ tịch", "Phó Chủ tịch"))?;
    let command = DraftPaper { proposal, edition, paper, signatory, early: false };
    story.act("chuyenvien", move |act| Box::pin(hoithi_commendation::draft_paper(act, command.clone()))).await
}

async fn minutes(story: &mut Story) -> Result<(), Halt> {
    let id = drafted(story, Paper::Minutes).await?;
    let draft = document(&mut story.read().await?, id).await?.ok_or_else(|| missing("document", MINUTES.0))?;
    let text = WRITTEN.into_iter().fold(draft.content.text.clone(), |text, (room, words)| text.replace(room, words));
    let content = Content { text, ..draft.content };
    let command = Revision { document: id, version: draft.version, content, bases: Vec::new() };
    story.act("chuyenvien", move |act| Box::pin(revise(act, command.clone()))).await?;
    sign_from_scan(story, id, MINUTES, "bien-ban-hop-xet.pdf").await
}

async fn honour(story: &mut Story) -> Result<(), Halt> {
    let id = drafted(story, Paper::Decision).await?;
    sign_from_scan(story, id, DECISION, "quyet-dinh-khen-thuong.pdf").await?;
    let command = DecideProposal {
        id: proposal(story).await?,
        edition: story.edition_id(PROVINCE)?,
        decision: DECISION.0.to_owned(),
        day: DECISION.1,
        body: AGENCY.to_owned(),
        early: false,
    };
    story.act("chuyenvien", move |act| Box::pin(hoithi_commendation::decide_proposal(act, command.clone()))).await
}
