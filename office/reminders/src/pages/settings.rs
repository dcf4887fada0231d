//! Which things are told, how many days before or after, at what hour, when never.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Fact, Halt};
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reminders::{Days, Kind, KindSetting, Patience, Quiet, Settings, SettingsRefusal, Side};
use hoithi_web::{Form, House, Page, Posted, html, redirect_with_flash};

use crate::operations::{ChangeSettings, change_settings};
use crate::store;

#[derive(Template)]
#[template(path = "reminders/settings.html")]
struct SettingsPage {
    page: Page,
    form: Form,
    kinds: Vec<KindRow>,
    may_set: bool,
}

/// A kind's line of the form.
struct KindRow {
    code: &'static str,
    days_field: String,
    on_field: String,
    before: bool,
}

fn rows() -> Vec<KindRow> {
    let row = |kind: &Kind| KindRow {
        code: kind.code(),
        days_field: format!("days_{}", kind.code()),
        on_field: format!("on_{}", kind.code()),
        before: kind.side() == Side::Before,
    };
    Kind::ALL.iter().map(row).collect()
}

fn fields() -> Vec<String> {
    let of_kinds = rows().into_iter().flat_map(|row| [row.days_field, row.on_field]);
    of_kinds.chain(["quiet_from", "quiet_to", "digest", "patience", "version"].map(str::to_owned)).collect()
}

fn filled(settings: &Settings, version: i64) -> Form {
    let quiet = settings.quiet();
    let form = Form::new()
        .with("quiet_from", quiet.from)
        .with("quiet_to", quiet.to)
        .with("digest", settings.digest_hour())
        .with("patience", settings.patience())
        .with("version", version);
    Kind::ALL.into_iter().fold(form, |form, kind| {
        let setting = settings.of(kind);
        let form = form.with(&format!("days_{}", kind.code()), &setting.days);
        if setting.on { form.with(&format!("on_{}", kind.code()), "1") } else { form }
    })
}

fn page_of(page: Page, viewer: &Viewer, form: Form) -> SettingsPage {
    let record = page.t("nav-reminders");
    let page = page.under(record, "/nhac-viec").titled("reminders-settings");
    SettingsPage { page, form, kinds: rows(), may_set: viewer.may(Permission::RemindersSet, Place::HOUSE) }
}

pub(super) async fn show(State(house): State<House>, viewer: Viewer, page: Page) -> Result<Response, Halt> {
    viewer.allowed(Permission::RemindersView, Place::HOUSE)?;
    let (settings, version) = store::settings(&mut house.read().await?).await?;
    html(&page_of(page, &viewer, filled(&settings, version)))
}

pub(super) async fn save(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let known = fields();
    form.only(&known.iter().map(String::as_str).collect::<Vec<_>>())?;
    let saved = match read(&form) {
        Ok(command) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(change_settings(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match saved {
        Ok(()) => Ok(redirect_with_flash(&house.site, "/nhac-viec/cai-dat", "reminders-saved")),
        Err(halt) => {
            form.keep_refusals(&page, with_kinds(&page, halt))?;
            html(&page_of(page, &viewer, form))
        }
    }
}

/// Many rows bear the same label, so what is wrong with the days of one says of which.
fn with_kinds(page: &Page, halt: Halt) -> Halt {
    match halt {
        Halt::Refused(mut refused) => {
            for each in &mut refused {
                let kind = each.field.as_deref().and_then(|field| field.strip_prefix("days_"));
                if let Some(words) = kind.map(|kind| page.tcode("reminders-kind-", kind)) {
                    each.facts.push(("kind", Fact::Text(words)));
                }
            }
            Halt::Refused(refused)
        }
        other => other,
    }
}

/// All that is wrong is said at once, in the page's order: the hours, then each kind's days.
fn read(form: &Form) -> Result<ChangeSettings, Halt> {
    let days = |kind: Kind| {
        let read = Days::read(form.value(&format!("days_{}", kind.code())));
        (kind, read.ok_or(SettingsRefusal::Days { kind }))
    };
    let days: Vec<_> = Kind::ALL.into_iter().map(days).collect();
    let chosen = |(kind, days): &(Kind, Result<Days, SettingsRefusal>)| {
        let on = form.given(&format!("on_{}", kind.code())).is_some();
        days.clone().ok().map(|days| (*kind, KindSetting { on, days }))
    };
    let kinds: BTreeMap<_, _> = days.iter().filter_map(chosen).collect();
    // What is no number is no hour either, and the law says so at its field.
    let hour = |field: &str| form.value(field).parse::<i8>().unwrap_or(-1);
    let quiet = Quiet { from: hour("quiet_from"), to: hour("quiet_to") };
    let settings = Settings::new(kinds, quiet, hour("digest"));
    let wrong_days = days.into_iter().filter_map(|(_, days)| days.err());
    let patience = Patience::read(form.value("patience"));
    let wrong_patience = patience.is_none().then_some(SettingsRefusal::Patience);
    let wrong_hours = settings.clone().err().into_iter().flatten().chain(wrong_patience);
    let wrong: Vec<_> = wrong_hours.chain(wrong_days).collect();
    let version = form.value("version").parse().unwrap_or(-1);
    match (settings, patience) {
        (Ok(settings), Some(patience)) if wrong.is_empty() => {
            Ok(ChangeSettings { settings: settings.with_patience(patience), version })
        }
        _ => Err(wrong).or_refuse_all(),
    }
}
