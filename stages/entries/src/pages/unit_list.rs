//! A unit's list: its received entries in its own order within its quota, and the signed papers that confirm
//! them.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::EndorsementRule;
use hoithi_rules::ids::{EditionId, EntryId, UnitId};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_store::Conn;
use hoithi_units::{Unit, unit_names};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, dictionary_order, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::files::scan_response;
use super::sheet::seen;
use crate::operations::{OrderList, SignList, order_list, sign_list};
use crate::papers::scan_given;
use crate::rights::Person;
use crate::store::{self, ListCount, ListSignature, ListedEntry};

/// The units of an edition whose entries wait for their word.
#[derive(Template)]
#[template(path = "entries/unit_lists.html")]
struct UnitListsPage {
    page: Page,
    edition: Edition,
    units: Vec<ListCount>,
    quota: Option<u32>,
}

#[derive(Template)]
#[template(path = "entries/unit_list.html")]
struct UnitListPage {
    page: Page,
    form: Form,
    edition: Edition,
    unit: Unit,
    entries: Vec<ListedEntry>,
    signatures: Vec<ListSignature>,
    required: bool,
    quota: Option<u32>,
    version: u32,
}

impl UnitListPage {
    fn here(&self) -> String {
        address(&self.edition, self.unit.id)
    }

    /// `12/15`, or `12` where the book sets no quota.
    fn listed(&self) -> String {
        let listed = self.entries.iter().filter(|entry| entry.listed.is_some()).count();
        self.quota.map_or_else(|| listed.to_string(), |quota| format!("{listed}/{quota}"))
    }

    fn quota_note(&self) -> String {
        self.quota.map(|quota| self.page.t1("entries-unit-quota", "quota", quota)).unwrap_or_default()
    }

    /// How many of the list wait for a signed paper.
    fn waiting(&self) -> usize {
        self.entries.iter().filter(|entry| entry.listed.is_some() && entry.signature.is_none()).count()
    }

    /// Whether anything can still be put in another order.
    fn is_open(&self) -> bool {
        self.entries.iter().any(|entry| entry.signature.is_none())
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn field(&self, entry: &ListedEntry) -> String {
        field(entry.id)
    }

    fn signature(&self, entry: &ListedEntry) -> Option<&ListSignature> {
        self.signatures.iter().find(|signature| Some(signature.id) == entry.signature)
    }
}

fn address(edition: &Edition, unit: UnitId) -> String {
    format!("/ky/{}/xac-nhan/{unit}", edition.slug)
}

fn field(entry: EntryId) -> String {
    format!("place_{entry}")
}

/// The edition with what its book asks of units, for whoever may know of both.
async fn find(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<(Edition, EndorsementRule), Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    // A contest that is being prepared is not there for those whom it will ask.
    if !edition.is_public() && !viewer.may(Permission::EntryEndorse, edition.place()) {
        return Err(Halt::not_found());
    }
    let rule = edition.book.rules().endorsement.clone().ok_or_else(Halt::not_found)?;
    Ok((edition, rule))
}

pub(super) async fn all(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut db = house.read().await?;
    let (edition, rule) = find(&mut db, &viewer, &slug).await?;
    let mut units = store::list_counts(&mut db, edition.id).await?;
    let person = Person::of(&viewer);
    if !person.may(Permission::EntryEndorse, edition.place()) {
        let own = person.units_with(Permission::EntryEndorse);
        if own.is_empty() {
            return Err(Halt::Denied(Denied::Forbidden));
        }
        units.retain(|line| own.contains(&line.unit));
    }
    // An entry that came from a unit that has ended bears that one's name.
    let names = unit_names(&mut db).await?;
    for line in &mut units {
        if let Some(name) = names.get(&line.unit) {
            line.unit_name.clone_from(name);
        }
    }
    units.sort_by_cached_key(|line| dictionary_order(&line.unit_name));
    let page = page.titled("entries-unit-lists").under(edition.title(), format!("/ky/{}", edition.slug));
    html(&UnitListsPage { page, edition, units, quota: rule.per_unit.map(NonZeroU32::get) })
}

/// The page for whoever may order and confirm this unit's entries.
async fn open(house: &House, viewer: &Viewer, page: Page, slug: &str, of: UnitId) -> Result<UnitListPage, Halt> {
    let mut db = house.read().await?;
    let (edition, rule) = find(&mut db, viewer, slug).await?;
    if !Person::of(viewer).may_endorse(edition.place(), of) {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let unit = hoithi_units::unit(&mut db, of).await?.ok_or_else(Halt::not_found)?;
    let whose = (edition.id, of);
    let (lists, way) = (page.t("entries-unit-lists"), format!("/ky/{}/xac-nhan", edition.slug));
    Ok(UnitListPage {
        page: page.titled("entries-unit-list").under(lists, way),
        form: Form::new(),
        entries: store::listable(&mut db, whose).await?,
        signatures: store::list_signatures(&mut db, whose).await?,
        version: store::list_version(&mut db, whose).await?,
        required: rule.required,
        quota: store::quota_of(&mut db, whose, rule.per_unit).await?,
        edition,
        unit,
    })
}

/// The fields of the order as they stand.
fn with_places(form: Form, entries: &[ListedEntry]) -> Form {
    let listed = entries.iter().filter_map(|entry| Some((entry.id, entry.listed?.0)));
    listed.fold(form, |form, (entry, place)| form.with(&field(entry), place))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut list = open(&house, &viewer, page, &slug, of).await?;
    list.form = with_places(list.form, &list.entries);
    html(&list)
}

pub(super) async fn order(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut list = open(&house, &viewer, page, &slug, of).await?;
    let mut form = posted.form;
    let known: Vec<String> = list.entries.iter().map(|entry| field(entry.id)).collect();
    form.only(&known.iter().map(String::as_str).chain(["version"]).collect::<Vec<_>>())?;
    let done = match read_order(&form, &list) {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(order_list(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &list.here(), "entries-list-ordered")),
        Err(halt) => {
            form.keep_refusals(&list.page, halt)?;
            list.form = form;
            html(&list)
        }
    }
}

/// The entries by the figures beside them; what has none is not on the list.
fn read_order(form: &Form, list: &UnitListPage) -> Result<OrderList, Halt> {
    let seen = seen(form)?;
    let mut no = Refusals::new();
    let mut placed: BTreeMap<u32, EntryId> = BTreeMap::new();
    for entry in list.entries.iter().filter(|entry| entry.signature.is_none()) {
        let field = field(entry.id);
        let Some(given) = form.given(&field) else { continue };
        match given.trim().parse::<u32>().ok().filter(|place| *place > 0) {
            None => no.add("entries.place_malformed", &field, "this is no place in an order"),
            Some(place) if placed.contains_key(&place) => {
                no.add("entries.place_twice", &field, "two entries have the same place");
            }
            Some(place) => {
                placed.insert(place, entry.id);
            }
        }
    }
    no.done()?;
    Ok(OrderList { edition: list.edition.id, unit: list.unit.id, seen, entries: placed.into_values().collect() })
}

pub(super) async fn sign(
    State(house): State<House>,
    Path((slug, of)): Path<(String, UnitId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "document", "signed_on", "signed_by"])?;
    let mut list = open(&house, &viewer, page, &slug, of).await?;
    let done = match read_signed(&house, &posted, (list.edition.id, list.unit.id)).await {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(sign_list(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &list.here(), "entries-list-signed")),
        Err(halt) => {
            let mut form = with_places(posted.form, &list.entries);
            form.keep_refusals(&list.page, halt)?;
            list.form = form;
            html(&list)
        }
    }
}

async fn read_signed(house: &House, posted: &Posted, (edition, unit): (EditionId, UnitId)) -> Result<SignList, Halt> {
    let form = &posted.form;
    let seen = seen(form)?;
    let mut no = Refusals::new();
    let signed_on = parse_day(form.value("signed_on"));
    // A malformed day must not hide what is wrong with the number.
    let year = signed_on.map_or(2020, Date::year);
    let document = no.keep("document", DocumentNumber::parse(form.value("document"), year));
    if signed_on.is_none() {
        no.add("entries.list_day_malformed", "signed_on", "this is no day");
    }
    let signed_by = no.keep("signed_by", form.value("signed_by").parse::<PersonName>());
    let scan = no.absorb(scan_given(posted, "scan").await)?;
    let (Some(document), Some(signed_on), Some(signed_by), Some(scan)) = (document, signed_on, signed_by, scan) else {
        return Err(no.halt());
    };
    let scan = house.keep_upload(scan).await?;
    Ok(SignList { edition, unit, seen, document, signed_on, signed_by, scan })
}

/// The signed paper, for whoever keeps the list.
pub(super) async fn scan(
    State(house): State<House>,
    Path((slug, of, signature)): Path<(String, UnitId, Uuid)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let list = open(&house, &viewer, page, &slug, of).await?;
    let signature = list.signatures.into_iter().find(|each| each.id == signature).ok_or_else(Halt::not_found)?;
    Ok(scan_response("danh-sach-xac-nhan", house.kept_file(signature.scan).await?))
}
