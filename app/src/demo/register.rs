//! The agency's and the committee's letterheads, a template of its own, identifiers for the exchange with other
//! bodies, a package that went to some of them, and an urgent invitation on its way to the leader.

use hoithi_campaign::{make_package, note_package_sent};
use hoithi_correspondence::{
    Annex, Content, Exchange, ExchangeBody, Letterhead, Lines, NewDocument, Said, SetLetterhead, Template, put_forward,
    register, save_template, set_exchange, set_letterhead,
};
use hoithi_journal::{Actor, Door, Halt};
use hoithi_rules::correspondence::{DocumentKind, Numbering, OrganId, Signatory, SigningCapacity, Urgency};
use jiff::civil::date;

use super::papers::{AGENCY, COMMITTEE, leader};
use super::people::unit_name;
use super::story::{Agenda, PROVINCE, Story};

const INVITATION: &str = include_str!("data/invitation.txt");
const PROGRAMME: &str = include_str!("data/invitation-programme.txt");
const MEMBERS: &str = include_str!("data/invitation-members.txt");
const TEMPLATE: &str = include_str!("data/template.txt");

pub(super) fn plan(agenda: &mut Agenda) {
    agenda.at(date(2020, 8, 17).at(9, 0, 0, 0), "the letterheads", |story| Box::pin(letterheads(story)));
    agenda.at(date(2020, 11, 4).at(10, 0, 0, 0), "a template", |story| Box::pin(template(story)));
    agenda.at(date(2020, 11, 4).at(10, 30, 0, 0), "the exchange", |story| Box::pin(exchange(story)));
    agenda.at(date(2020, 11, 5).at(9, 20, 0, 0), "the letter goes to some units on the axis", |story| {
        Box::pin(on_axis(story))
    });
    agenda.at(date(2021, 3, 12).at(15, 0, 0, 0), "the invitation", |story| Box::pin(invitation(story)));
}

async fn letterheads(story: &mut Story) -> Result<(), Halt> {
    let agency = Letterhead {
        from: date(2020, 1, 1),
        name: AGENCY.to_owned(),
        parent_body: String::new(),
        place: "Quảng Ninh".to_owned(),
        symbol: "LHH".to_owned(),
        letters: "LHH-KHCN".to_owned(),
        numbering: Numbering::Typed,
        given_before: 0,
        signatories: vec![deputy(("", "Chủ tịch", "Phó Chủ tịch"))?],
    };
    let committee = Letterhead {
        name: COMMITTEE.to_owned(),
        symbol: "BTC".to_owned(),
        letters: "BTC".to_owned(),
        signatories: vec![deputy(("Ban Tổ chức", "Trưởng ban", "Phó Trưởng ban"))?],
        ..agency.clone()
    };
    for letterhead in [agency, committee] {
        let command = SetLetterhead { edition: story.edition_id(PROVINCE)?, body: None, letterhead };
        story.act("chuyenvien", move |act| Box::pin(set_letterhead(act, command.clone()))).await?;
    }
    Ok(())
}

/// Who signs for a body's head.
pub(super) fn deputy((collective, head, post): (&str, &str, &str)) -> Result<Signatory, Halt> {
    Ok(Signatory {
        capacity: SigningCapacity::ForHead,
        on_behalf_of: collective.to_owned(),
        in_place_of: head.to_owned(),
        position: post.to_owned(),
        name: leader()?,
    })
}

/// What the office writes every spring, kept so that nobody writes it anew.
async fn template(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    let template = Template {
        kind: DocumentKind::OfficialLetter,
        composes: None,
        name: "Công văn nhắc hoàn thiện hồ sơ".to_owned(),
        subject: "Hoàn thiện hồ sơ dự thi {{ten_hoi_thi}}".to_owned(),
        addressees: "Ủy ban nhân dân các huyện, thị xã, thành phố\nCác sở, ban, ngành, trường học".to_owned(),
        text: TEMPLATE.trim().to_owned(),
        recipients: "Như trên\nBan Tổ chức Hội thi (để báo cáo)\nLưu: VT, KHCN".to_owned(),
    };
    story.act("chuyenvien", move |act| Box::pin(save_template(act, edition, None, template.clone()))).await
}

/// Bodies that send or receive packages, by the story's short names. Neither identifiers nor types are real ones.
const IDENTIFIED: [(&str, &str); 5] =
    [("halong", "Z00.21"), ("campha", "Z00.22"), ("tienyen", "Z00.26"), ("soyte", "Z00.11"), ("sogd", "Z00.12")];
const TYPES: [(DocumentKind, u32); 6] = [
    (DocumentKind::OfficialLetter, 1),
    (DocumentKind::Invitation, 2),
    (DocumentKind::Notice, 3),
    (DocumentKind::Decision, 4),
    (DocumentKind::Minutes, 5),
    (DocumentKind::Plan, 6),
];

async fn exchange(story: &mut Story) -> Result<(), Halt> {
    let edition = story.edition_id(PROVINCE)?;
    let id = |text: &str| text.parse::<OrganId>().map_err(Halt::fault);
    let body = |name: &str, given: &str| Ok::<_, Halt>(ExchangeBody::named(name.to_owned(), id(given)?));
    let mut bodies = vec![body(AGENCY, "Z00.1")?, body(COMMITTEE, "Z00.2")?];
    for (key, given) in IDENTIFIED {
        bodies.push(body(&unit_name(story, key).await?, given)?);
    }
    let types = TYPES.iter().map(|(kind, number)| (kind.code(), *number)).collect();
    let exchange = Exchange { bodies, types };
    story.act("chuyenvien", move |act| Box::pin(set_exchange(act, edition, exchange.clone()))).await
}

/// Units with an identifier have the letter once more as a package, and the officer notes that it was sent.
async fn on_axis(story: &mut Story) -> Result<(), Halt> {
    let (letter, by) = (story.document("letter")?, story.account("chuyenvien")?);
    let package = make_package(&story.house, Actor::account(by.uuid(), Door::Page), letter, false).await?;
    let (of, at) = ((letter, package), story.house.clock().now());
    story.act("chuyenvien", move |act| Box::pin(note_package_sent(act, of, Some(at)))).await
}

async fn invitation(story: &mut Story) -> Result<(), Halt> {
    let annex = |title: &str, text: &str| Annex { title: title.to_owned(), text: text.trim().to_owned() };
    let content = Content {
        kind: DocumentKind::Invitation,
        parent_body: String::new(),
        issuer: COMMITTEE.to_owned(),
        place: "Quảng Ninh".to_owned(),
        symbol: "GM-BTC".to_owned(),
        subject: "Họp Ban Tổ chức về tiến độ nhận hồ sơ dự thi".to_owned(),
        text: INVITATION.trim().to_owned(),
        addressees: Lines::parse("Các thành viên Ban Tổ chức Hội thi"),
        recipients: Lines::parse("Như trên\nLưu: VT, KHCN"),
        signatory: Some(deputy(("Ban Tổ chức", "Trưởng ban", "Phó Trưởng ban"))?),
        annexes: vec![annex("Chương trình họp", PROGRAMME), annex("Thành phần dự họp", MEMBERS)],
        urgency: Some(Urgency::Urgent),
        public: false,
    };
    let new = NewDocument { edition: story.edition_id(PROVINCE)?, content, bases: Vec::new(), signed: None };
    let id = story.act("chuyenvien", move |act| Box::pin(register(act, new.clone()))).await?;
    story.act("chuyenvien", move |act| Box::pin(put_forward(act, id, 1, Said::default()))).await
}
