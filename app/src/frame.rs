//! The frame of every page: whose contest, where it stands, what this person's column offers.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::{Stop as LawStop, When};
use hoithi_rules::people::{Permission, Scope};
use hoithi_web::{Cookies, Frame, House, Lang, NavItem, Person, Stop};

use crate::nav;

/// The layer that puts the frame into the request. Programs get none.
pub(crate) async fn frame(State(house): State<House>, request: Request, next: Next) -> Result<Response, Halt> {
    let (mut parts, body) = request.into_parts();
    if !parts.uri.path().starts_with("/api/") {
        let lang = Cookies::of(&parts, &house).get("lang").and_then(|code| Lang::of(&code)).unwrap_or_default();
        let viewer = parts.extensions.get::<Viewer>().cloned();
        let asked = Asked { house: &house, lang, path: parts.uri.path(), viewer: viewer.as_ref() };
        let frame = asked.frame().await?;
        parts.extensions.insert(frame);
    }
    Ok(next.run(Request::from_parts(parts, body)).await)
}

/// Where a personal link begins, from any page beneath it.
fn own(path: &str) -> Option<String> {
    let (token, _) = path.strip_prefix("/lien-ket/")?.split_once('/')?;
    Some(format!("/lien-ket/{token}"))
}

struct Asked<'a> {
    house: &'a House,
    lang: Lang,
    path: &'a str,
    viewer: Option<&'a Viewer>,
}

impl Asked<'_> {
    async fn frame(&self) -> Result<Frame, Halt> {
        let edition = self.edition().await?;
        let brand = edition.as_ref().map_or_else(|| self.text("app-brand"), Self::brand);
        // Whoever checks a certificate may hold one of any edition, so the header names the house alone.
        let edition = edition.filter(|_| !self.path.starts_with("/xac-minh"));
        let account = self.viewer.and_then(|viewer| viewer.account.as_ref());
        Ok(Frame {
            brand,
            edition: edition.as_ref().map(Self::name).unwrap_or_default(),
            agency: edition.as_ref().map(|edition| edition.book.rules().agency.name.clone()).unwrap_or_default(),
            home: if account.is_some() { "/ban-lam-viec".to_owned() } else { "/".to_owned() },
            own: own(self.path).unwrap_or_default(),
            stops: edition.as_ref().map(|edition| self.stops(edition)).unwrap_or_default(),
            nav: self.column(edition.as_ref()),
            person: match account {
                Some(account) => Some(Person { name: account.name.to_string(), role: self.role().await? }),
                None => None,
            },
            zone: edition.as_ref().map(|edition| edition.book.calendar().zone.clone()),
            ..Frame::default()
        })
    }

    /// The edition in the address, else the one that runs now, or that of a unit for whoever works
    /// in that one only.
    async fn edition(&self) -> Result<Option<Edition>, Halt> {
        let mut db = self.house.read().await?;
        let slug = self.path.strip_prefix("/ky/").and_then(|rest| rest.split('/').next());
        let named = match slug {
            Some(slug) => hoithi_edition::edition_by_slug(&mut db, slug).await?,
            None => None,
        };
        match named {
            Some(edition) if edition.is_public() || self.works_on(&edition) => return Ok(Some(edition)),
            _ => {}
        }
        let current = hoithi_edition::current(&mut db).await?;
        let elsewhere = self.viewer.is_some_and(|viewer| viewer.may_somewhere(Permission::EditionView))
            && !current.as_ref().is_some_and(|edition| self.works_on(edition));
        if !elsewhere {
            return Ok(current);
        }
        let own = hoithi_edition::editions(&mut db).await?.into_iter().find(|edition| self.works_on(edition));
        Ok(own.or(current))
    }

    /// A unit's own contest is prepared by its organiser, who needs no right over editions for it.
    fn works_on(&self, edition: &Edition) -> bool {
        let held = edition.is_local().then_some(Permission::LocalContestHold);
        let mut rights = [Permission::EditionView].into_iter().chain(held);
        self.viewer.is_some_and(|viewer| rights.any(|right| viewer.may(right, edition.place())))
    }

    fn brand(edition: &Edition) -> String {
        edition.book.rules().contest.clone()
    }

    fn name(edition: &Edition) -> String {
        let title = edition.title();
        let rest = title.strip_prefix(edition.book.rules().contest.as_str()).unwrap_or(&title).trim();
        hoithi_web::upper_first(rest)
    }

    fn stops(&self, edition: &Edition) -> Vec<Stop> {
        let mut stops: Vec<_> =
            hoithi_edition::life_line(edition, self.house.clock().now()).iter().map(|stop| self.stop(stop)).collect();
        if !edition.is_public() {
            for stop in &mut stops {
                stop.state = "coming";
            }
        }
        mark_next(&mut stops);
        stops
    }

    /// In Vietnamese by the plan's own words, in English by what kind of stage it is.
    fn stop(&self, stop: &LawStop) -> Stop {
        let state = match stop.when {
            When::Past => "past",
            When::Today => "today",
            When::Coming => "coming",
        };
        let label = match self.lang {
            Lang::Vi => stop.name.clone(),
            Lang::En => self.tcode("stage-", stop.kind.code()),
        };
        Stop { label, dates: hoithi_edition::stop_days(stop), state }
    }

    fn column(&self, edition: Option<&Edition>) -> Vec<NavItem> {
        let Some(viewer) = self.viewer.filter(|viewer| viewer.account.is_some() && !viewer.password_is_given) else {
            return Vec::new();
        };
        let mut items = nav::column(viewer, edition, self.path);
        for item in &mut items {
            item.label = self.text(&item.label);
            item.group = item.group.take().map(|group| self.text(&group));
        }
        items
    }

    /// The role that a person is here in, the weightiest first, and whose where it is a unit's.
    async fn role(&self) -> Result<String, Halt> {
        let grants = self.viewer.map(|viewer| viewer.grants.as_slice()).unwrap_or_default();
        let Some(grant) = grants.iter().min_by_key(|grant| grant.role) else { return Ok(String::new()) };
        let role = self.text(&format!("role-{}", grant.role.code().replace('_', "-")));
        let Scope::Unit(unit) = grant.scope else { return Ok(role) };
        let unit = hoithi_units::unit(&mut self.house.read().await?, unit).await?;
        Ok(unit.map_or_else(|| role.clone(), |unit| format!("{role} · {}", unit.name)))
    }

    fn tcode(&self, prefix: &str, code: &str) -> String {
        self.text(&format!("{prefix}{code}"))
    }

    fn text(&self, key: &str) -> String {
        self.house.catalogue.text(self.lang, key, &[])
    }
}

/// On a day between two stages the one that comes is named: nobody stands nowhere.
fn mark_next(stops: &mut [Stop]) {
    if stops.iter().any(|stop| stop.state == "today") {
        return;
    }
    if let Some(next) = stops.iter_mut().find(|stop| stop.state == "coming") {
        next.state = "next";
    }
}
