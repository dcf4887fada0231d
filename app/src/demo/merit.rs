//! What active units earn: the formula is published after the letter, and in July the units commend
//! their own people.

use hoithi_commendation::{PublishFormula, RecordOwn};
use hoithi_journal::Halt;
use hoithi_rules::commendation::{Formula, OwnCommendation, OwnForm};
use jiff::civil::{Date, date};

use super::people::DISTRICTS;
use super::story::{Agenda, PROVINCE, Story};

const PUBLISHED: Date = date(2020, 9, 10);
const COMMENDED: Date = date(2021, 7, 8);

/// Who was commended, and for what.
const GIVEN: [(&str, &str, &str); 3] = [
    ("Phòng Kinh tế", "collective", "Tích cực vận động, hướng dẫn lập hồ sơ dự thi Hội thi"),
    ("Hội Nông dân", "collective", "Có nhiều hội viên gửi giải pháp dự thi"),
    ("Nguyễn Văn Thử", "person", "Có giải pháp áp dụng hiệu quả, tham gia Hội thi"),
];

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(PUBLISHED.at(9, 0, 0, 0), "the formula of merit", |story| Box::pin(formula(story)));
    for (place, (key, _)) in DISTRICTS.into_iter().enumerate() {
        let minute = i8::try_from(place * 4).unwrap_or(0);
        let what = format!("{key} commends its own");
        agenda.at(COMMENDED.at(14, minute, 0, 0), what, move |story| Box::pin(commend(story, key, place)));
    }
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
