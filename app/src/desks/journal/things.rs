//! What the journal's ids stand for: a line keeps ids only, so that it never holds a name, and
//! whoever reads it is told the name that their rights let them read anyway.

use std::collections::{BTreeMap, BTreeSet};

use hoithi_edition::{Edition, editions};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::{Page, fold};

/// What kind of thing an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Account,
    Grant,
    Unit,
    Edition,
    Document,
    Desk,
    List,
    Mailing,
    Meeting,
    Question,
    Sending,
    Task,
    Publicity,
    Report,
    Entry,
    Screening,
    Round,
    Sheet,
    Certificate,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Grant => "grant",
            Self::Unit => "unit",
            Self::Edition => "edition",
            Self::Document => "document",
            Self::Desk => "desk",
            Self::List => "list",
            Self::Mailing => "mailing",
            Self::Meeting => "meeting",
            Self::Question => "question",
            Self::Sending => "sending",
            Self::Task => "task",
            Self::Publicity => "publicity",
            Self::Report => "report",
            Self::Entry => "entry",
            Self::Screening => "screening",
            Self::Round => "round",
            Self::Sheet => "sheet",
            Self::Certificate => "certificate",
        }
    }

    /// Its page and who may open that; a sheet has none, because it would join a judge to an entry.
    const fn page(self) -> Option<(&'static str, Permission)> {
        use Permission as May;
        Some(match self {
            Self::Account | Self::Grant => ("/quan-tri/tai-khoan/{target}", May::RoleGrant),
            Self::Unit => ("/don-vi-hanh-chinh/{target}", May::UnitsView),
            Self::Edition => ("/ky/{slug}/quan-ly", May::EditionView),
            Self::Document => ("/ky/{slug}/van-ban/{target}", May::DocumentRead),
            Self::Meeting => ("/ky/{slug}/cuoc-hop/{target}", May::MeetingKeep),
            Self::List => ("/thu-tin/danh-sach/{target}", May::MailingSend),
            Self::Mailing => ("/thu-tin/thu/{target}", May::MailingSend),
            Self::Desk => ("/ky/{slug}/giup-do/ban/{target}", May::DeskKeep),
            Self::Question => ("/ky/{slug}/giup-do/{target}", May::QuestionAnswer),
            Self::Sending | Self::Task | Self::Publicity | Self::Report => {
                ("/ky/{slug}/tien-do/{target}", May::CampaignView)
            }
            Self::Entry | Self::Screening => ("/ho-so/{target}", May::EntryViewAll),
            Self::Round => ("/ky/{slug}/tien-do-cham", May::RoundProgress),
            Self::Certificate => ("/ky/{slug}/chung-nhan", May::CertificateView),
            Self::Sheet => return None,
        })
    }
}

/// A query for things among `$1`, a list `|id|id|`: their id, the edition that they belong to, a
/// code, a name, and the id that their page is opened with.
struct Register(Kind, &'static str);

/// A certificate shows its number and not its holder, a sheet its round and neither entry nor
/// judge. A dossier is its author's alone until it is received and has a number.
const REGISTERS: &[Register] = &[
    Register(
        Kind::Account,
        "SELECT id, '' AS edition, '' AS code, name, id AS target FROM accounts WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Grant,
        "SELECT g.id, '' AS edition, '' AS code, a.name, a.id AS target
           FROM grants g JOIN accounts a ON a.id = g.account_id WHERE $1 LIKE '%|' || g.id || '|%'",
    ),
    Register(
        Kind::Unit,
        "SELECT id, '' AS edition, '' AS code, name, id AS target FROM units WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Document,
        "SELECT id, edition_id AS edition, subject AS name, id AS target,
                CASE WHEN number IS NULL THEN '' WHEN number < 10 THEN '0' || CAST(number AS TEXT) || '/' || number_symbol
                     ELSE CAST(number AS TEXT) || '/' || number_symbol END AS code
           FROM documents WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Meeting,
        "SELECT id, edition_id AS edition, '' AS code, title AS name, id AS target
           FROM meetings WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Desk,
        "SELECT id, edition_id AS edition, '' AS code, name, id AS target
           FROM helpdesk_desks WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::List,
        "SELECT id, '' AS edition, '' AS code, name, id AS target FROM mailing_lists WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Mailing,
        "SELECT id, '' AS edition, '' AS code, subject AS name, id AS target
           FROM mailings WHERE $1 LIKE '%|' || id || '|%'",
    ),
    // Of a question its number alone: its words are its asker's.
    Register(
        Kind::Question,
        "SELECT id, edition_id AS edition, CAST(number AS TEXT) AS code, '' AS name, id AS target
           FROM helpdesk_questions WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Sending,
        "SELECT s.id, s.edition_id AS edition, '' AS code, u.name, u.id AS target
           FROM sendings s JOIN units u ON u.id = s.unit_id WHERE $1 LIKE '%|' || s.id || '|%'",
    ),
    Register(
        Kind::Task,
        "SELECT t.id, t.edition_id AS edition, '' AS code, u.name, u.id AS target
           FROM tasks t JOIN units u ON u.id = t.unit_id WHERE $1 LIKE '%|' || t.id || '|%'",
    ),
    Register(
        Kind::Publicity,
        "SELECT p.id, p.edition_id AS edition, '' AS code, u.name, u.id AS target
           FROM publicity_items p JOIN units u ON u.id = p.unit_id WHERE $1 LIKE '%|' || p.id || '|%'",
    ),
    Register(
        Kind::Report,
        "SELECT r.id, r.edition_id AS edition, '' AS code, u.name, u.id AS target
           FROM report_duties r JOIN units u ON u.id = r.unit_id WHERE $1 LIKE '%|' || r.id || '|%'",
    ),
    Register(
        Kind::Entry,
        "SELECT id, edition_id AS edition, COALESCE(number, '') AS code,
                CASE WHEN number IS NULL THEN '' ELSE id END AS target,
                CASE WHEN number IS NULL THEN '' ELSE COALESCE(title, '') END AS name
           FROM entries WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Screening,
        "SELECT s.id, e.edition_id AS edition, COALESCE(e.number, '') AS code, COALESCE(e.title, '') AS name,
                e.id AS target
           FROM screening_decisions s JOIN entries e ON e.id = s.entry_id WHERE $1 LIKE '%|' || s.id || '|%'",
    ),
    Register(
        Kind::Round,
        "SELECT id, edition_id AS edition, '' AS code, name, id AS target FROM rounds WHERE $1 LIKE '%|' || id || '|%'",
    ),
    Register(
        Kind::Sheet,
        "SELECT a.id, r.edition_id AS edition, '' AS code, r.name, a.id AS target
           FROM assignments a JOIN rounds r ON r.id = a.round_id WHERE $1 LIKE '%|' || a.id || '|%'",
    ),
    Register(
        Kind::Certificate,
        "SELECT id, edition_id AS edition, '' AS name, id AS target,
                CASE WHEN register_number < 10 THEN '00' WHEN register_number < 100 THEN '0' ELSE '' END
                  || CAST(register_number AS TEXT) || '/' || CAST(register_year AS TEXT) AS code
           FROM certificates WHERE $1 LIKE '%|' || id || '|%'",
    ),
];

/// What an id names, for this reader.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    /// `Hồ sơ QN8-0001 – Máy ấp trứng`
    pub(super) label: String,
    /// Its name alone, where the kind is known from the words around it.
    pub(super) short: String,
    /// Where the reader may open it.
    pub(super) href: Option<String>,
}

/// Names for ids.
pub(super) struct Things(BTreeMap<String, Thing>);

impl Things {
    /// Looks the ids up in every register.
    pub(super) async fn named(
        db: &mut Conn,
        page: &Page,
        viewer: &Viewer,
        ids: &BTreeSet<String>,
    ) -> Result<Self, Halt> {
        let editions: BTreeMap<String, Edition> =
            editions(db).await?.into_iter().map(|edition| (edition.id.to_string(), edition)).collect();
        let reader = Reader { page, viewer, editions: &editions };
        let among = format!("|{}|", ids.iter().cloned().collect::<Vec<_>>().join("|"));
        let mut things = BTreeMap::new();
        for Register(kind, sql) in REGISTERS {
            for row in db.all(sql, params![among.as_str()]).await? {
                things.insert(row.text("id")?, reader.thing(*kind, &Found::read(&row)?));
            }
        }
        let here = editions.iter().filter(|(id, _)| ids.contains(*id));
        things
            .extend(here.map(|(id, edition)| (id.clone(), reader.thing(Kind::Edition, &Found::edition(id, edition)))));
        Ok(Self(things))
    }

    /// What this id names, if it still names anything.
    pub(super) fn get(&self, id: &str) -> Option<&Thing> {
        self.0.get(id)
    }
}

/// A row of a register.
struct Found {
    edition: String,
    code: String,
    name: String,
    target: String,
}

impl Found {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            edition: row.text("edition")?,
            code: row.text("code")?,
            name: row.text("name")?,
            target: row.text("target")?,
        })
    }

    fn edition(id: &str, edition: &Edition) -> Self {
        Self { edition: id.to_owned(), code: String::new(), name: edition.title(), target: id.to_owned() }
    }
}

/// Who reads, and in which language.
struct Reader<'a> {
    page: &'a Page,
    viewer: &'a Viewer,
    editions: &'a BTreeMap<String, Edition>,
}

impl Reader<'_> {
    fn thing(&self, kind: Kind, found: &Found) -> Thing {
        let short = self.short(kind, found);
        let label = match kind {
            // A contest's title says what it is.
            Kind::Edition => short.clone(),
            _ => format!("{} {short}", self.page.tcode("app-journal-thing-", kind.code())),
        };
        Thing { label, short, href: self.href(kind, found) }
    }

    /// An entry's title is part of the dossier: who may not read dossiers is told its number.
    fn short(&self, kind: Kind, found: &Found) -> String {
        let dossier = matches!(kind, Kind::Entry | Kind::Screening);
        let hides = dossier && !self.viewer.may(Permission::EntryViewAll, self.place(found));
        let name = if hides { "" } else { found.name.as_str() };
        match (found.code.is_empty(), name.is_empty()) {
            (false, false) => format!("{} – {name}", found.code),
            (false, true) => found.code.clone(),
            (true, false) => name.to_owned(),
            (true, true) => self.page.t("app-journal-unnamed"),
        }
    }

    fn href(&self, kind: Kind, found: &Found) -> Option<String> {
        let (path, permission) = kind.page().filter(|_| !found.target.is_empty())?;
        let slug = self.editions.get(&found.edition).map(|edition| edition.slug.to_string());
        let opens = match &slug {
            Some(_) => self.viewer.may(permission, self.place(found)),
            None => self.viewer.may_somewhere(permission),
        };
        let path = path.replace("{target}", &found.target);
        match (path.contains("{slug}"), slug) {
            (true, Some(slug)) => opens.then(|| path.replace("{slug}", &slug)),
            (true, None) => None,
            (false, _) => opens.then_some(path),
        }
    }

    fn place(&self, found: &Found) -> Place {
        self.editions.get(&found.edition).map_or(Place::HOUSE, Edition::place)
    }
}

/// Things whose number or name fits words, for a search; titles only where the reader may read them.
pub(super) async fn found_by(db: &mut Conn, viewer: &Viewer, words: &str) -> Result<Vec<String>, Halt> {
    const QUERIES: &[&str] = &[
        "SELECT id FROM documents WHERE folded LIKE $1",
        "SELECT id FROM units WHERE folded LIKE $1",
        "SELECT s.id FROM sendings s JOIN units u ON u.id = s.unit_id WHERE u.folded LIKE $1",
        "SELECT t.id FROM tasks t JOIN units u ON u.id = t.unit_id WHERE u.folded LIKE $1",
        "SELECT r.id FROM report_duties r JOIN units u ON u.id = r.unit_id WHERE u.folded LIKE $1",
        "SELECT p.id FROM publicity_items p JOIN units u ON u.id = p.unit_id WHERE u.folded LIKE $1",
    ];
    let words = fold(words);
    let pattern = format!("%{}%", words.replace(['%', '_'], " "));
    let mut ids: BTreeSet<String> = BTreeSet::from([words.clone()]);
    for sql in QUERIES {
        gather(db.all(sql, params![pattern.as_str()]).await?, &mut ids)?;
    }
    let all = editions(db).await?;
    for edition in &all {
        entries_found(db, viewer, edition, (&words, &pattern), &mut ids).await?;
        if fold(&edition.title()).contains(&words) {
            ids.insert(edition.id.to_string());
            gather(db.all("SELECT id FROM rounds WHERE edition_id = $1", params![edition.id.uuid()]).await?, &mut ids)?;
        }
    }
    certificates_found(db, &words, &mut ids).await?;
    ids.extend(people(db, &words).await?);
    Ok(ids.into_iter().collect())
}

/// The entry and what was decided about it.
async fn entries_found(
    db: &mut Conn,
    viewer: &Viewer,
    edition: &Edition,
    (words, pattern): (&str, &str),
    ids: &mut BTreeSet<String>,
) -> Result<(), Halt> {
    let reads = viewer.may(Permission::EntryViewAll, edition.place());
    let sql = "SELECT e.id, s.id AS decision FROM entries e LEFT JOIN screening_decisions s ON s.entry_id = e.id
                WHERE e.edition_id = $1 AND (LOWER(e.number) = $2 OR ($3 = 1 AND e.number IS NOT NULL AND e.folded_title LIKE $4))";
    let id: EditionId = edition.id;
    for row in db.all(sql, params![id.uuid(), words, reads, pattern]).await? {
        ids.insert(row.text("id")?);
        ids.extend(row.text_opt("decision")?);
    }
    Ok(())
}

/// `042/2021`
async fn certificates_found(db: &mut Conn, words: &str, ids: &mut BTreeSet<String>) -> Result<(), Halt> {
    let Some((number, year)) = words.split_once('/') else { return Ok(()) };
    let (Ok(number), Ok(year)) = (number.parse::<i64>(), year.parse::<i64>()) else { return Ok(()) };
    let sql = "SELECT id FROM certificates WHERE register_number = $1 AND register_year = $2";
    gather(db.all(sql, params![number, year]).await?, ids)
}

fn gather(rows: Vec<Row>, ids: &mut BTreeSet<String>) -> Result<(), Halt> {
    for row in &rows {
        ids.insert(row.text("id")?);
    }
    Ok(())
}

/// Accounts whose name or login name has these words in it.
pub(super) async fn people(db: &mut Conn, words: &str) -> Result<Vec<String>, Halt> {
    let words = fold(words);
    let all = hoithi_people::accounts(db).await?;
    let fits = |account: &hoithi_people::Account| {
        fold(&account.name.to_string()).contains(&words) || account.login == words || account.id.to_string() == words
    };
    Ok(all.into_iter().map(|line| line.account).filter(fits).map(|account| account.id.to_string()).collect())
}
