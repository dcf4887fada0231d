//! What goes into the register as a draft: the *tờ trình*, the minutes of whoever weighed it, the
//! decision. Their words are the office's, so they are Vietnamese whatever the interface.

use std::collections::BTreeMap;

use hoithi_correspondence::{Annex, Content, Lines, table_text};
use hoithi_documents::forms::{Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_rules::commendation::{Group, Placed};
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::edition::Level;
use hoithi_rules::ids::UnitId;
use hoithi_web::day;

use crate::evidence::UnitScore;
use crate::press::points_table;
use crate::store::{Honour, Paper, Proposal, ProposalLine};

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
        Group::Localities => "Địa phương",
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
    fn content(&self, kind: DocumentKind, signatory: Signatory) -> Content {
        let agency = &self.edition.book.rules().agency;
        let short = kind.abbreviation().unwrap_or_default();
        let title = format!("Danh sách đơn vị đề nghị tặng {}\n{}", self.honour.words(), self.edition.title());
        Content {
            kind,
            parent_body: String::new(),
            issuer: agency.name.clone(),
            place: agency.place.clone(),
            symbol: format!("{short}-{}", agency.symbol.split('-').next().unwrap_or_default()),
            subject: self.subject(),
            text: String::new(),
            addressees: Lines::default(),
            recipients: Lines::parse("Như trên\nLưu: VT"),
            signatory: Some(signatory),
            annexes: vec![Annex { title, text: table_text(&self.list()) }],
            urgency: None,
            public: false,
        }
    }

    fn subject(&self) -> String {
        let (honour, contest) = (self.honour.words(), self.edition.title());
        format!("Về việc tặng {honour} cho các đơn vị có thành tích trong {contest}")
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

    /// What the agency itself gives is asked of its head by those who follow merit there.
    fn within_the_agency(bare: Content, head: Option<String>) -> Content {
        let agency = bare.issuer;
        Content {
            parent_body: agency.clone(),
            issuer: "Bộ phận thi đua, khen thưởng".to_owned(),
            symbol: "TTr-TĐKT".to_owned(),
            addressees: Lines::parse(&head.unwrap_or_else(|| format!("Lãnh đạo {agency}"))),
            ..bare
        }
    }

    /// The *tờ trình* before its text: from whom, to whom.
    fn put_before(&self, signatory: Signatory, head: Option<String>) -> Content {
        let bare = self.content(DocumentKind::Proposal, signatory);
        match self.honour {
            Honour::Agency => Self::within_the_agency(bare, head),
            Honour::Provincial | Honour::Movement => Content { addressees: Lines::parse(self.addressee()), ..bare },
        }
    }
}

/// The *tờ trình*, with the list and with the points of each unit as they stand on this day.
pub(crate) fn submission(
    forward: &Forward<'_>,
    (signatory, head): (Signatory, Option<String>),
    units: &[Placed<UnitScore>],
) -> Content {
    let bare = forward.put_before(signatory, head);
    let (honour, contest) = (forward.honour.words(), forward.edition.title());
    let asked = format!(
        "Căn cứ kết quả tuyên truyền, vận động, tham gia {contest} của các đơn vị, được chấm theo công thức đã công \
         bố, {} kính trình xem xét, tặng {honour} cho {:02} đơn vị có thành tích xuất sắc (có danh sách, tóm tắt \
         thành tích, báo cáo thành tích và biên bản họp xét kèm theo).",
        bare.issuer,
        units.len()
    );
    let achieved =
        Annex { title: format!("Tóm tắt thành tích của các đơn vị\n{contest}"), text: achieved(units) };
    Content {
        text: [asked, "Kính trình xem xét, quyết định./.".to_owned()].join("\n"),
        annexes: bare.annexes.into_iter().chain([achieved]).collect(),
        ..bare
    }
}

/// Of each unit what it has by each criterion.
fn achieved(units: &[Placed<UnitScore>]) -> String {
    let of_unit = |(number, placed): (usize, &Placed<UnitScore>)| {
        format!("**{number}. {}**\n{}", placed.what.unit.name, table_text(&points_table(placed)))
    };
    (1..).zip(units).map(of_unit).collect::<Vec<_>>().join("\n")
}

/// One of the papers that follow the *tờ trình*.
pub(crate) fn paper(forward: &Forward<'_>, paper: Paper, proposal: &Proposal, signatory: Signatory) -> Content {
    match paper {
        Paper::Minutes => minutes(forward, proposal, signatory),
        Paper::Decision => decision(forward, signatory),
    }
}

/// The minutes of whoever weighed it. What was said and who voted is theirs to write.
fn minutes(forward: &Forward<'_>, proposal: &Proposal, signatory: Signatory) -> Content {
    let (honour, count) = (forward.honour.words(), forward.lines.len());
    let text = [
        "**Thời gian, địa điểm:** ……".to_owned(),
        "**Chủ trì:** ……".to_owned(),
        "**Thư ký:** ……".to_owned(),
        "**Có mặt:** ……/…… thành viên.".to_owned(),
        "**Nội dung**".to_owned(),
        format!(
            "Xét thành tích của các đơn vị theo công thức tính điểm đã công bố, điểm và thứ hạng trong nhóm tính đến \
             ngày {}.",
            day(day_in_vietnam(proposal.at))
        ),
        "**Kết quả**".to_owned(),
        format!(
            "Với ……/…… phiếu đồng ý, thống nhất đề nghị tặng {honour} cho {count:02} đơn vị (có danh sách kèm theo)."
        ),
        "Biên bản được đọc lại và thông qua.".to_owned(),
    ];
    Content {
        subject: format!(
            "Họp xét, đề nghị tặng {honour} cho các đơn vị có thành tích trong {}",
            forward.edition.title()
        ),
        text: text.join("\n"),
        recipients: Lines::parse("Kèm tờ trình\nLưu: VT"),
        ..forward.content(DocumentKind::Minutes, signatory)
    }
}

/// The decision of the agency, or of the committee for the prizes of the movement.
fn decision(forward: &Forward<'_>, signatory: Signatory) -> Content {
    let (bare, rules) = (forward.content(DocumentKind::Decision, signatory), forward.edition.book.rules());
    let (honour, contest, count) = (forward.honour.words(), forward.edition.title(), forward.lines.len());
    let text = [
        format!("Căn cứ kết quả tuyên truyền, vận động và tham gia {contest} của các đơn vị;"),
        format!("Theo đề nghị của bộ phận theo dõi thi đua, khen thưởng {},", rules.agency.name),
        format!(
            "**Điều 1.** Tặng {honour} cho {count:02} đơn vị có thành tích trong {contest} (có danh sách kèm theo)."
        ),
        "**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.".to_owned(),
        "**Điều 3.** Các đơn vị có tên tại Điều 1 và các bộ phận liên quan chịu trách nhiệm thi hành Quyết định này./."
            .to_owned(),
    ];
    let by_committee = matches!(forward.honour, Honour::Movement);
    let of_the_rules = rules.source.document.symbol();
    let symbol = match (by_committee, of_the_rules.starts_with("QĐ")) {
        (false, _) => bare.symbol.clone(),
        (true, true) => of_the_rules.to_owned(),
        (true, false) => "QĐ-BTC".to_owned(),
    };
    let title = format!("Danh sách đơn vị được tặng {honour}\n{contest}");
    Content {
        issuer: if by_committee { rules.committee.clone() } else { bare.issuer.clone() },
        symbol,
        text: text.join("\n"),
        recipients: Lines::parse("Như Điều 3\nLưu: VT"),
        annexes: bare.annexes.iter().map(|list| Annex { title: title.clone(), text: list.text.clone() }).collect(),
        ..bare
    }
}
