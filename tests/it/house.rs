//! The house itself: its arrows follow the contest's time, its texts are whole in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, MetadataCommand};
use hoithi_campaign::About;
use hoithi_correspondence::PaperPlace;
use hoithi_entries::Standing;
use hoithi_judging::ConflictKind;
use hoithi_rules::campaign::PublicityChannel;
use hoithi_rules::commendation::{Criterion, Group};
use hoithi_rules::correspondence::{Channel, SigningCapacity};
use hoithi_rules::edition::{ChannelKind, EntrantKind, Part, StageKind};
use hoithi_rules::helpdesk::QuestionState;
use hoithi_rules::originality::Likeness;
use hoithi_rules::people::Role;
use hoithi_units::UnitLevel;
use hoithi_web::{Catalogue, Lang};
use regex::Regex;

/// Each package with those of ours it may use, in the order of the contest's time. A package may
/// use whatever stands above it in its own list; nothing else.
const ARROWS: &[(&str, &[&str])] = &[
    ("hoithi-rules", &[]),
    ("hoithi-assets", &[]),
    ("hoithi-store", &[]),
    ("hoithi-journal", &["store"]),
    ("hoithi-post", &["store", "journal"]),
    ("hoithi-documents", &["assets"]),
    ("hoithi-web", &["assets", "store", "journal", "documents"]),
    ("hoithi-people", &["FLOOR", "rules"]),
    ("hoithi-units", &["FLOOR", "rules", "people"]),
    ("hoithi-contacts", &["FLOOR", "rules", "people", "units"]),
    ("hoithi-mailings", &["FLOOR", "rules", "people"]),
    ("hoithi-reminders", &["FLOOR", "rules", "people", "units"]),
    ("hoithi-correspondence", &["FLOOR", "rules", "people", "units", "edition", "helpdesk"]),
    ("hoithi-edition", &["FLOOR", "rules", "people", "units"]),
    ("hoithi-meetings", &["FLOOR", "rules", "people", "units", "correspondence", "edition"]),
    ("hoithi-helpdesk", &["FLOOR", "rules", "people", "units", "edition"]),
    ("hoithi-reporting", &["FLOOR", "rules", "OFFICE", "edition"]),
    ("hoithi-campaign", &["FLOOR", "rules", "OFFICE", "edition", "reporting"]),
    ("hoithi-publicity", &["FLOOR", "rules", "OFFICE", "edition", "campaign"]),
    ("hoithi-entries", &["FLOOR", "rules", "OFFICE", "edition", "campaign"]),
    ("hoithi-initiatives", &["FLOOR", "rules", "OFFICE", "edition", "entries"]),
    ("hoithi-originality", &["FLOOR", "rules", "OFFICE", "edition", "entries"]),
    ("hoithi-screening", &["FLOOR", "rules", "OFFICE", "edition", "campaign", "entries", "originality"]),
    ("hoithi-judging", &["FLOOR", "rules", "OFFICE", "edition", "campaign", "entries", "screening"]),
    ("hoithi-awards", &["FLOOR", "rules", "OFFICE", "edition", "campaign", "entries", "screening", "judging"]),
    (
        "hoithi-commendation",
        &["FLOOR", "rules", "OFFICE", "edition", "reporting", "campaign", "entries", "screening", "awards"],
    ),
    (
        "hoithi-forwarding",
        &["FLOOR", "rules", "OFFICE", "edition", "campaign", "entries", "screening", "judging", "awards"],
    ),
    (
        "hoithi-publication",
        &["FLOOR", "rules", "OFFICE", "edition", "campaign", "entries", "screening", "judging", "awards", "forwarding"],
    ),
    ("hoithi-aftercare", &["FLOOR", "rules", "OFFICE", "reminders", "edition", "entries", "awards"]),
];
const FLOOR: &[&str] = &["assets", "store", "journal", "documents", "web"];
const OFFICE: &[&str] = &["people", "units", "contacts", "correspondence", "helpdesk", "meetings"];

fn may_use(words: &[&str]) -> BTreeSet<String> {
    fn expand<'a>(word: &&'a str) -> Vec<&'a str> {
        match *word {
            "FLOOR" => FLOOR.to_vec(),
            "OFFICE" => OFFICE.to_vec(),
            one => vec![one],
        }
    }
    words.iter().flat_map(expand).map(|name| format!("hoithi-{name}")).collect()
}

#[test]
fn every_arrow_follows_the_contest_s_time() {
    let metadata = MetadataCommand::new().no_deps().exec().unwrap();
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    for package in metadata.packages.iter().filter(|package| arrows.contains_key(package.name.as_str())) {
        let allowed = may_use(arrows[package.name.as_str()]);
        let used = package.dependencies.iter().filter(|each| each.kind == DependencyKind::Normal);
        let ours: BTreeSet<_> = used.map(|each| each.name.clone()).filter(|name| name.starts_with("hoithi")).collect();
        let wrong: Vec<_> = ours.difference(&allowed).collect();
        assert!(wrong.is_empty(), "{} looks ahead or sideways at {wrong:?}", package.name);
    }
}

/// A room that nobody wrote an arrow for could look anywhere.
#[test]
fn every_package_has_its_arrow_or_stands_outside_the_house() {
    let metadata = MetadataCommand::new().no_deps().exec().unwrap();
    let outside = ["hoithi", "hoithi-testkit", "hoithi-tests", "xtask"];
    let known: BTreeSet<_> = ARROWS.iter().map(|(name, _)| *name).chain(outside).collect();
    let there: BTreeSet<_> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    assert_eq!(there, known);
    for package in metadata.packages.iter().filter(|package| package.name.as_str() != "hoithi-tests") {
        let uses = package.dependencies.iter().any(|each| each.name == "hoithi-testkit");
        assert!(!uses, "{} uses what is for stories only", package.name);
    }
}

#[test]
fn the_law_knows_no_database_no_web_and_no_chance() {
    let metadata = MetadataCommand::new().no_deps().exec().unwrap();
    let rules = metadata.packages.iter().find(|package| package.name.as_str() == "hoithi-rules").unwrap();
    let used = rules.dependencies.iter().filter(|each| each.kind == DependencyKind::Normal);
    let mut names: Vec<_> = used.map(|each| each.name.as_str()).collect();
    names.sort_unstable();
    let pure = ["jiff", "serde", "thiserror", "toml_edit", "unicode-normalization", "unicode-segmentation", "uuid"];
    assert_eq!(names, pure);
}

#[test]
fn every_package_keeps_the_house_s_lints() {
    let metadata = MetadataCommand::new().no_deps().exec().unwrap();
    for package in &metadata.packages {
        let manifest = fs::read_to_string(&package.manifest_path).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} lacks the house's lints", package.name);
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every source and template of the program, without tests and tools.
fn sources() -> String {
    let mut all = String::new();
    for room in ["rules/src", "floor", "office", "stages", "app"] {
        gather(&root().join(room), &mut all);
    }
    all
}

fn gather(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "node_modules" {
            gather(&path, all);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "html") {
            all.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

fn found(pattern: &str, text: &str) -> BTreeSet<String> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

/// Keys that the sources name in full.
fn named_keys(sources: &str) -> BTreeSet<String> {
    found(r#"(?:\.t|\.tx|\.t1|titled)\(\s*"([a-z0-9-]+)""#, sources)
}

/// Literals that look like a text's key, wherever they stand: a key is often chosen in one line and
/// looked up in another. None of the house's other names begins with the first word of a key.
fn likely_keys(sources: &str) -> BTreeSet<String> {
    let first = |key: &str| key.split_once('-').map(|(first, _)| first.to_owned());
    let rooms: BTreeSet<String> = catalogue_keys("vi").into_keys().filter_map(|key| first(&key)).collect();
    let literals = found(r#""([a-z]+-[a-z0-9-]*[a-z0-9])""#, sources);
    literals.into_iter().filter(|literal| first(literal).is_some_and(|room| rooms.contains(&room))).collect()
}

/// What a page puts before a code to have its word.
fn prefixes(sources: &str) -> BTreeSet<String> {
    found(r#"tcode\(\s*"([a-z0-9-]+-)""#, sources)
}

/// The keys of every code that a page turns into its word, where the codes are known in one list.
fn coded_keys() -> BTreeSet<String> {
    let people: Vec<&str> = Role::ALL.iter().copied().filter(|role| *role != Role::Public).map(Role::code).collect();
    let standings: Vec<&str> = Standing::ALL.iter().copied().map(Standing::code).collect();
    let lists = [
        ("role-", people.clone()),
        ("role-about-", people),
        ("entries-state-", standings.clone()),
        ("entries-own-state-", standings.clone()),
        ("screening-tab-", standings),
        ("entries-channel-", ChannelKind::ALL.map(ChannelKind::code).to_vec()),
        ("screening-channel-", ChannelKind::ALL.map(ChannelKind::code).to_vec()),
        ("entries-entrant-", EntrantKind::ALL.map(EntrantKind::code).to_vec()),
        ("edition-part-", Part::ALL.map(Part::code).to_vec()),
        ("edition-missing-", Part::ALL.map(Part::code).to_vec()),
        ("stage-", StageKind::ALL.map(StageKind::code).to_vec()),
        ("units-level-", UnitLevel::ALL.iter().copied().map(UnitLevel::code).collect()),
        ("correspondence-capacity-", SigningCapacity::ALL.map(SigningCapacity::code).to_vec()),
        ("correspondence-place-", PaperPlace::ALL.iter().copied().map(PaperPlace::code).collect()),
        ("helpdesk-state-", QuestionState::ALL.map(QuestionState::code).to_vec()),
        ("campaign-way-", Channel::ALL.map(Channel::code).to_vec()),
        ("campaign-channel-", PublicityChannel::ALL.map(PublicityChannel::code).to_vec()),
        ("campaign-check-", hoithi_rules::campaign::Check::CODES.to_vec()),
        ("campaign-silent-", About::ALL.map(About::code).to_vec()),
        ("commendation-group-", Group::ALL.map(Group::code).to_vec()),
        ("commendation-criterion-", Criterion::ALL.map(Criterion::code).to_vec()),
        ("commendation-honour-", hoithi_commendation::Honour::ALL.map(hoithi_commendation::Honour::code).to_vec()),
        ("originality-what-", Likeness::ALL.map(Likeness::code).to_vec()),
        ("judging-conflict-", ConflictKind::ALL.map(ConflictKind::code).to_vec()),
    ];
    let keys = |(prefix, codes): (&str, Vec<&str>)| {
        codes.into_iter().map(|code| format!("{prefix}{}", code.replace('_', "-"))).collect::<Vec<_>>()
    };
    lists.into_iter().flat_map(keys).collect()
}

/// Refusals that the sources can make, as keys of their sentences.
fn refusal_keys(sources: &str) -> BTreeSet<String> {
    let codes = [
        found(r#"Self::\w+(?:\s*\{[^}]*\}|\([^)]*\))?(?:\s*\|[^=]*)?\s*=>\s*"([a-z]+\.[a-z_]+)""#, sources),
        found(r#"(?:refused|\.add|or_say)\(\s*"([a-z]+\.[a-z_]+)""#, sources),
        found(r#"code: "([a-z]+\.[a-z_]+)""#, sources),
    ];
    // A rule book's errors carry their own sentence: they are about the committee's own file.
    let of_pages = codes.into_iter().flatten().filter(|code| !code.starts_with("book."));
    of_pages.map(|code| format!("refusal-{}", code.replace(['.', '_'], "-"))).collect()
}

fn catalogue_keys(lang: &str) -> BTreeMap<String, &'static str> {
    let text = |locale: &hoithi_web::Locale| if lang == "vi" { locale.vi } else { locale.en };
    let keys = hoithi::rooms::LOCALES.iter().flat_map(|locale| {
        let keys = found(r"(?m)^([a-z][a-z0-9-]*) =", text(locale));
        keys.into_iter().map(|key| (key, locale.room)).collect::<Vec<_>>()
    });
    keys.collect()
}

#[test]
fn both_languages_have_the_same_texts() {
    let only = |one: &str, other: &str| {
        let (one, other) = (catalogue_keys(one), catalogue_keys(other));
        one.into_keys().filter(|key| !other.contains_key(key)).collect::<Vec<_>>()
    };
    assert_eq!(only("vi", "en"), Vec::<String>::new(), "without an English text");
    assert_eq!(only("en", "vi"), Vec::<String>::new(), "without a Vietnamese text");
}

#[test]
fn no_text_is_missing() {
    let catalogue = Catalogue::new(hoithi::rooms::LOCALES).unwrap();
    let sources = sources();
    let named = [named_keys(&sources), likely_keys(&sources), refusal_keys(&sources), coded_keys()];
    let wanted: BTreeSet<String> = named.into_iter().flatten().collect();
    let missing: Vec<_> = wanted.into_iter().filter(|key| !catalogue.has(Lang::Vi, key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// A mistyped prefix would show its keys instead of words on a page that no other test reads.
#[test]
fn every_prefix_of_codes_has_texts() {
    let keys = catalogue_keys("vi");
    let prefixes = prefixes(&sources());
    let bare: Vec<_> = prefixes.iter().filter(|prefix| !keys.keys().any(|key| key.starts_with(*prefix))).collect();
    assert_eq!(bare, Vec::<&String>::new());
}

#[test]
fn no_text_is_unused() {
    let sources = sources();
    let prefixes = prefixes(&sources);
    let mut refusals = refusal_keys(&sources);
    // A code may also stand alone: in the body of `code()`, or among a macro's arguments.
    let alone = found(r#""([a-z]+\.[a-z0-9_]+)""#, &sources);
    refusals.extend(alone.iter().map(|code| format!("refusal-{}", code.replace(['.', '_'], "-"))));
    let unused: Vec<_> = catalogue_keys("vi")
        .into_iter()
        .filter(|(key, _)| !sources.contains(&format!("\"{key}\"")))
        .filter(|(key, _)| !refusals.contains(key))
        .filter(|(key, _)| !prefixes.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert_eq!(unused, Vec::new());
}

/// What an auditor reads of every deed: no event and no fact without its words, and no words for
/// what nobody writes.
#[test]
fn every_event_of_the_journal_has_its_words() {
    let sources = sources();
    let calls = Regex::new(r"Event::new\(").unwrap().find_iter(&sources).count();
    let named = Regex::new(r#"Event::new\(\s*"[a-z_]+\.[a-z_]+""#).unwrap().find_iter(&sources).count();
    assert_eq!(calls, named, "an event is named where it is made, so that this test finds it");
    let written = found(r#"Event::new\(\s*"([a-z_]+\.[a-z_]+)""#, &sources);
    let known: BTreeSet<String> = hoithi::EVENTS.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(written, known);
    let catalogue = Catalogue::new(hoithi::rooms::LOCALES).unwrap();
    let events = written.iter().map(|name| format!("app-journal-event-{}", name.replace(['_', '.'], "-")));
    let facts = found(r#"\.fact\(\s*"([a-z_]+)""#, &sources);
    let facts = facts.iter().map(|name| format!("app-journal-fact-{}", name.replace('_', "-")));
    let wanted: BTreeSet<String> = events.chain(facts).collect();
    for lang in [Lang::Vi, Lang::En] {
        let missing: Vec<_> = wanted.iter().filter(|key| !catalogue.has(lang, key)).collect();
        assert_eq!(missing, Vec::<&String>::new());
    }
    let worded: BTreeSet<String> = catalogue_keys("vi")
        .into_keys()
        .filter(|key| key.starts_with("app-journal-event-") || key.starts_with("app-journal-fact-"))
        .collect();
    assert_eq!(worded, wanted, "words for what nobody writes");
}

#[test]
fn migrations_are_named_by_time_room_and_change_and_never_meet() {
    let migrations = hoithi::rooms::migrations();
    let shape = Regex::new(r"^20\d{10}_[a-z]+_[a-z_]+$").unwrap();
    let mut times = BTreeSet::new();
    for migration in migrations {
        assert!(shape.is_match(migration.name), "{}", migration.name);
        assert!(times.insert(&migration.name[..12]), "{} meets another of that minute", migration.name);
    }
}

#[test]
fn no_template_styles_in_place() {
    let sources = sources();
    assert_eq!(found(r"<[a-z][^>]*\s(style)=", &sources), BTreeSet::new(), "the content policy forbids style=");
    assert_eq!(found(r"<[a-z][^>]*\s(on[a-z]+)=", &sources), BTreeSet::new(), "and scripts in attributes");
}

/// What a page of the documentation points at is there, and so is every picture.
#[test]
fn every_link_of_the_documentation_leads_somewhere() {
    let mut pages = vec![root().join("README.md"), root().join("CONTRIBUTING.md"), root().join("ARCHITECTURE.md")];
    for folder in ["docs", "docs/guide", "docs/decisions"] {
        let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        pages.extend(files.filter(|path| path.extension().is_some_and(|kind| kind == "md")));
    }
    let mut nowhere = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for link in found(r"\]\(([^)#\s]+)\)", &text).into_iter().filter(|link| !link.contains("://")) {
            if !page.parent().unwrap().join(&link).exists() {
                nowhere.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert_eq!(nowhere, Vec::<String>::new());
}
