//! One model or sample: where it is, what happened to it, and what whoever keeps it does with it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Denied, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::entries::{GivenBack, Harm, ThingCode, ThingState};
use hoithi_rules::ids::{AccountId, EntryId};
use hoithi_rules::people::PersonName;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::Sheet;
use super::things::standing;
use crate::operations::{SeenThing, ShownThing, harm_thing, move_thing, return_thing, show_thing};
use crate::store::{self, KeptThing, ThingStep};

/// A step as the page shows it.
struct Step {
    when: String,
    what: String,
    words: String,
    who: String,
}

#[derive(Template)]
#[template(path = "entries/thing.html")]
struct ThingPage {
    page: Page,
    form: Form,
    /// The thing's own address.
    at: String,
    kept: KeptThing,
    kind: String,
    standing: (String, &'static str),
    /// Where each photograph is.
    photos: Vec<String>,
    steps: Vec<Step>,
    /// Whether the visitor keeps it.
    receives: bool,
    harms: Vec<(String, String)>,
}

impl ThingPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, id: EntryId, code: &ThingCode) -> Result<Self, Halt> {
        let sheet = Sheet::open(house, viewer, page, id).await?;
        let mut db = house.read().await?;
        let kept = of_entry(&mut db, id, code).await?;
        let steps = store::thing_steps(&mut db, code).await?;
        let names = names(&mut db, &steps).await?;
        let photos = store::thing_photos(&mut db, code).await?.len();
        drop(db);
        let list = format!("/ho-so/{id}/hien-vat");
        let at = format!("{list}/{code}");
        let title = sheet.title();
        let page = sheet.under_list().under(title, format!("/ho-so/{id}")).under(sheet.page.t("entries-things"), &list);
        let page = page.named(kept.thing.handover.name.clone());
        let due = kept.thing.is_due_back(sheet.left_the_contest(), sheet.today(house));
        let harm = |harm: Harm| (harm.code().to_owned(), page.tcode("entries-thing-harm-", harm.code()));
        Ok(Self {
            form: filled(&kept),
            standing: standing(&page, &kept, due),
            kind: page.tcode("entries-thing-kind-", kept.thing.handover.kind.code()),
            photos: (1..=photos).map(|number| format!("{at}/anh/{number}")).collect(),
            steps: steps.iter().map(|step| told(&page, step, &names)).collect(),
            receives: sheet.receives,
            harms: Harm::ALL.map(harm).to_vec(),
            at,
            kept,
            page,
        })
    }

    /// Whether it is kept here and can be moved, shown and given back.
    fn is_here(&self) -> bool {
        self.kept.thing.state == ThingState::Kept
    }

    fn is_lost(&self) -> bool {
        self.kept.thing.state == ThingState::Lost
    }

    fn back(&self) -> Option<&GivenBack> {
        match &self.kept.thing.state {
            ThingState::Returned(back) => Some(back),
            ThingState::Kept | ThingState::Lost => None,
        }
    }
}

/// The thing of that label, if it is this entry's.
pub(super) async fn of_entry(db: &mut Conn, entry: EntryId, code: &ThingCode) -> Result<KeptThing, Halt> {
    let found = store::thing(db, code).await?;
    found.filter(|kept| kept.entry == entry).ok_or_else(Halt::not_found)
}

/// The forms begin with what is known: its name for judges, its authors' hand for its return.
fn filled(kept: &KeptThing) -> Form {
    let told = &kept.thing.handover;
    let form = Form::new().with("shown_as", kept.shown_as.as_ref().unwrap_or(&told.name));
    let form = if kept.shown_photos { form.with("photos", "co") } else { form };
    form.with("returned_to", &told.handed_by)
}

fn told(page: &Page, step: &ThingStep, names: &BTreeMap<AccountId, String>) -> Step {
    Step {
        when: page.instant(step.at),
        what: page.tcode("entries-thing-step-", &step.step),
        words: step.words.clone(),
        who: names.get(&step.by).cloned().unwrap_or_default(),
    }
}

async fn names(db: &mut Conn, steps: &[ThingStep]) -> Result<BTreeMap<AccountId, String>, Halt> {
    let mut names = BTreeMap::new();
    for step in steps {
        if !names.contains_key(&step.by)
            && let Some(account) = hoithi_people::account(db, step.by).await?
        {
            names.insert(step.by, account.name.to_string());
        }
    }
    Ok(names)
}

pub(super) async fn show(
    State(house): State<House>,
    Path((id, code)): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ThingPage::load(&house, &viewer, page, id, &code).await?)
}

/// What a form of the page asks for.
#[derive(Clone, Debug)]
enum Deed {
    Move(String),
    Harm(Harm, String),
    Return(GivenBack),
    Show(Option<ShownThing>),
}

async fn perform(house: &House, viewer: &Viewer, which: SeenThing, deed: Deed) -> Result<(), Halt> {
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (which, deed) = (which.clone(), deed.clone());
            Box::pin(async move {
                match deed {
                    Deed::Move(to) => move_thing(act, which, &to).await,
                    Deed::Harm(harm, reason) => harm_thing(act, which, (harm, &reason)).await,
                    Deed::Return(back) => return_thing(act, which, back).await,
                    Deed::Show(shown) => show_thing(act, which, shown).await,
                }
            })
        })
        .await
}

/// Does what the form asks for, or shows the page again with what stood in the way.
async fn done(
    (house, viewer, page): (&House, &Viewer, Page),
    (id, code): (EntryId, ThingCode),
    mut form: Form,
    (deed, flash): (Result<Deed, Halt>, &'static str),
) -> Result<Response, Halt> {
    let mut shown = ThingPage::load(house, viewer, page, id, &code).await?;
    if !shown.receives {
        return Err(Halt::Denied(Denied::Forbidden));
    }
    let seen = form.value("version").parse().unwrap_or_default();
    let outcome = match deed {
        Ok(deed) => perform(house, viewer, SeenThing { entry: id, code, seen }, deed).await,
        Err(halt) => Err(halt),
    };
    match outcome {
        Ok(()) => Ok(redirect_with_flash(&house.site, &shown.at, flash)),
        Err(halt) => {
            form.keep_refusals(&shown.page, halt)?;
            shown.form = form;
            html(&shown)
        }
    }
}

pub(super) async fn put_elsewhere(
    State(house): State<House>,
    Path(which): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "place"])?;
    let deed = Ok(Deed::Move(form.value("place").to_owned()));
    done((&house, &viewer, page), which, form, (deed, "entries-thing-moved")).await
}

pub(super) async fn note_harm(
    State(house): State<House>,
    Path(which): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "harm", "reason"])?;
    let deed = match Harm::from_code(form.value("harm")) {
        Some(harm) => Ok(Deed::Harm(harm, form.value("reason").to_owned())),
        None => Err(Halt::refused("entries.thing_harm_missing", Some("harm"), "what happened was not chosen")),
    };
    done((&house, &viewer, page), which, form, (deed, "entries-thing-harm-noted")).await
}

pub(super) async fn give_back(
    State(house): State<House>,
    Path(which): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "returned_to", "returned_on", "returned_as"])?;
    let deed = read_return(&form).map(Deed::Return);
    done((&house, &viewer, page), which, form, (deed, "entries-thing-given-back")).await
}

fn read_return(form: &Form) -> Result<GivenBack, Halt> {
    let mut no = Refusals::new();
    let to = no.keep("returned_to", form.value("returned_to").parse::<PersonName>());
    let on = parse_day(form.value("returned_on"));
    if on.is_none() {
        no.add("entries.day_malformed", "returned_on", "this is no day");
    }
    match (to, on) {
        (Some(to), Some(on)) => Ok(GivenBack { to, on, condition: form.value("returned_as").to_owned() }),
        _ => Err(no.halt()),
    }
}

pub(super) async fn show_judges(
    State(house): State<House>,
    Path(which): Path<(EntryId, ThingCode)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "shown_as", "photos", "photos_seen", "deed"])?;
    let hides = form.checked("deed", "thoi");
    let shown = ShownThing {
        name: form.value("shown_as").to_owned(),
        photos: form.checked("photos", "co"),
        photos_seen: form.checked("photos_seen", "co"),
    };
    let deed = Ok(Deed::Show((!hides).then_some(shown)));
    let flash = if hides { "entries-thing-hidden" } else { "entries-thing-shown" };
    done((&house, &viewer, page), which, form, (deed, flash)).await
}
