//! What goes into the register as a draft: the *tờ trình*, the minutes of whoever weighed it, the
//! decision. Their words are templates of the register; the facts here are Vietnamese whatever the interface.

use std::collections::BTreeMap;

use hoithi_correspondence::{Annex, ComposedPaper, Content, Letterhead, Lines, PaperFacts, PaperPlace, table_text};
use hoithi_documents::forms::{Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_rules::commendation::{Group, Placed};
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::Level;
use hoithi_rules::ids::UnitId;
use hoithi_web::day;

use crate::evidence::UnitScore;
use crate::press::points_table;
use crate::store::{Honour, Paper, Proposal, ProposalLine};

/// Those who follow merit in the agency, by the name under which they may be among the bodies that issue papers.
pub(crate) const OF_MERIT: &str = "Bộ phận thi đua, khen thưởng";

impl Honour {
    /// In the words of the papers.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Provincial => "Bằng khen",
            Self::Agency => "Giấy khen",
            Self::Movement => "Giải phong trào",
        }
    }

    /// Whether the program drafts that paper for it: what the province decides is not ours to draft.
    pub(crate) const fn has(self, paper: Paper) -> bool {
        matches!(paper, Paper::Minutes) || matches!(self, Self::Agency | Self::Movement)
    }
}

const fn group_words(group: Group) -> &'static str {
    match group {
        Group::Localities => "Xã, phường, đặc khu",
        Group::Districts => "Huyện, thị xã, thành phố",
        Group::Departments => "Sở, ban, ngành, đoàn thể",
        Group::Schools => "Trường học",
        Group::Enterprises => "Doanh nghiệp",
        Group::Others => "Đơn vị khác",
    }
}

/// Who is put forward for what.
pub(crate) struct Forward<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) honour: Honour,
    pub(crate) lines: &'a [ProposalLine],
    pub(crate) names: &'a BTreeMap<UnitId, String>,
}

impl Forward<'_> {
    /// A draft of the agency's with the list behind it; the rest is each paper's own.
    fn content(&self, paper: ComposedPaper, signatory: Signatory) -> Content {
        let kind = paper.kind();
        let agency = &self.edition.book.rules().agency;
        let short = kind.abbreviation().unwrap_or_default();
        let title = format!("Danh sách đơn vị đề nghị tặng {}\n{}", self.honour.words(), self.edition.title());
        Content {
            kind,
            parent_body: String::new(),
            issuer: agency.name.clone(),
            place: agency.place.clone(),
            symbol: format!("{short}-{}", agency.symbol.split('-').next().unwrap_or_default()),
            subject: String::new(),
            text: String::new(),
            addressees: Lines::default(),
            recipients: Lines::default(),
            signatory: Some(signatory),
            annexes: vec![Annex { title, text: table_text(&self.list()) }],
            urgency: None,
            public: false,
        }
    }

    /// What every paper tells.
    fn facts(&self) -> PaperFacts {
        PaperFacts::from([
            (PaperPlace::Honour, self.honour.words().to_owned()),
            (PaperPlace::Count, format!("{:02}", self.lines.len())),
        ])
    }

    fn list(&self) -> Table {
        let columns = vec![
            Column::narrow("TT"),
            Column::wide("Đơn vị", 4),
            Column::wide("Nhóm", 3),
            Column::narrow("Thứ hạng\ntrong nhóm"),
            Column::amount("Điểm"),
        ];
        let row = |(number, line): (usize, &ProposalLine)| {
            let name = self.names.get(&line.unit).cloned().unwrap_or_default();
            let group = group_words(line.group).to_owned();
            Row::Cells(vec![number.to_string(), name, group, line.place.to_string(), line.points.to_string()])
        };
        Table { title: None, columns, rows: (1..).zip(self.lines).map(row).collect() }
    }

    fn addressee(&self) -> &str {
        let rules = self.edition.book.rules();
        match (self.honour, rules.level) {
            (Honour::Provincial, Level::Province) => "Chủ tịch Ủy ban nhân dân tỉnh",
            _ => &rules.committee,
        }
    }

    /// What the agency itself gives is asked of its head: by those who follow merit there, where they issue papers
    /// of their own; else by the agency.
    fn within_the_agency(bare: Content, those: Option<Letterhead>) -> Content {
        let Some(set) = those else { return bare };
        let above = Some(set.parent_body.clone()).filter(|above| !above.is_empty());
        Content {
            parent_body: above.unwrap_or(bare.issuer),
            symbol: set.symbol_of(&bare.kind),
            place: set.place,
            issuer: set.name,
            ..bare
        }
    }
}

/// A paper to be composed: which, what it tells, and the sheet that waits for its words.
pub(crate) struct Draft {
    pub(crate) paper: ComposedPaper,
    pub(crate) facts: PaperFacts,
    pub(crate) sheet: Content,
}

/// The *tờ trình*, with the list and with the points of each unit as they stand on this day.
pub(crate) fn submission(
    forward: &Forward<'_>,
    (signatory, head, those): (Signatory, Option<String>, Option<Letterhead>),
    units: &[Placed<UnitScore>],
) -> Draft {
    let paper = ComposedPaper::MeritSubmission;
    let bare = forward.content(paper, signatory);
    let (sheet, to) = match forward.honour {
        Honour::Agency => {
            let to = head.unwrap_or_else(|| format!("Lãnh đạo {}", bare.issuer));
            (Forward::within_the_agency(bare, those), to)
        }
        Honour::Provincial | Honour::Movement => (bare, forward.addressee().to_owned()),
    };
    let mut facts = forward.facts();
    facts.extend([(PaperPlace::From, sheet.issuer.clone()), (PaperPlace::To, to)]);
    let title = format!("Tóm tắt thành tích của các đơn vị\n{}", forward.edition.title());
    let achieved = Annex { title, text: achieved(units) };
    let annexes = sheet.annexes.into_iter().chain([achieved]).collect();
    Draft { paper, facts, sheet: Content { annexes, ..sheet } }
}

/// Of each unit what it has by each criterion.
fn achieved(units: &[Placed<UnitScore>]) -> String {
    let of_unit = |(number, placed): (usize, &Placed<UnitScore>)| {
        format!("**{number}. {}**\n{}", placed.what.unit.name, table_text(&points_table(placed)))
    };
    (1..).zip(units).map(of_unit).collect::<Vec<_>>().join("\n")
}

/// One of the papers that follow the *tờ trình*.
pub(crate) fn paper(forward: &Forward<'_>, paper: Paper, proposal: &Proposal, signatory: Signatory) -> Draft {
    match paper {
        Paper::Minutes => minutes(forward, proposal, signatory),
        Paper::Decision => decision(forward, signatory),
    }
}

/// The minutes of whoever weighed it. What was said and who voted is theirs to write.
fn minutes(forward: &Forward<'_>, proposal: &Proposal, signatory: Signatory) -> Draft {
    let paper = ComposedPaper::MeritMinutes;
    let mut facts = forward.facts();
    facts.insert(PaperPlace::AsOf, day(day_in_vietnam(proposal.at)));
    Draft { paper, facts, sheet: forward.content(paper, signatory) }
}

/// The decision of the agency, or of the committee for the prizes of the movement.
fn decision(forward: &Forward<'_>, signatory: Signatory) -> Draft {
    let paper = ComposedPaper::MeritDecision;
    let (bare, rules) = (forward.content(paper, signatory), forward.edition.book.rules());
    let by_committee = matches!(forward.honour, Honour::Movement);
    let of_the_rules = rules.source.document.symbol();
    let symbol = match (by_committee, of_the_rules.starts_with("QĐ")) {
        (false, _) => bare.symbol.clone(),
        (true, true) => of_the_rules.to_owned(),
        (true, false) => "QĐ-BTC".to_owned(),
    };
    let title = format!("Danh sách đơn vị được tặng {}\n{}", forward.honour.words(), forward.edition.title());
    let sheet = Content {
        issuer: if by_committee { rules.committee.clone() } else { bare.issuer.clone() },
        symbol,
        annexes: bare.annexes.iter().map(|list| Annex { title: title.clone(), text: list.text.clone() }).collect(),
        ..bare
    };
    Draft { paper, facts: forward.facts(), sheet }
}
