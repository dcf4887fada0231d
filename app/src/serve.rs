//! Serving: the listener, the job that carries mail, a quiet end.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::Request;
use axum::response::Response;
use hoithi_aftercare::ask_what_is_due;
use hoithi_edition::bring_into_force;
use hoithi_entries::{keep_titles_up, reduce_one, scan_one, submit_what_is_due};
use hoithi_journal::{Actor, Channel, Door, machine_now};
use hoithi_mailings::carry_on;
use hoithi_originality::{KnownTexts, keep_up};
use hoithi_people::forget_the_past;
use hoithi_post::{Carrier, deliver};
use hoithi_reminders::{KnownDue, tell_what_is_due, tell_who_waits};
use hoithi_screening::recognise_one;
use hoithi_store::Store;
use hoithi_web::{House, sweep_resumable};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service as HyperService;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower::Service;

use crate::dossiers::{FromDossiers, read_what_came};
use crate::due::FromRooms;
use crate::rooms;

/// Binds the address. A port of 0 takes a free one.
pub async fn bind(listen: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            format!("{listen} đang có chương trình khác dùng; hãy chọn cổng khác, ví dụ --listen 127.0.0.1:8081")
        }
        _ => format!("Không mở được {listen}: {error}"),
    })
}

/// How long what runs may take to end once the process is told to.
const LAST_MOMENT: Duration = Duration::from_secs(8);

/// How long a visitor may take to say what they ask for, and to ask again.
const TIME_FOR_THE_HEAD: Duration = Duration::from_secs(30);

/// Serves until the process is told to end, then lets running requests and the mail in hand finish,
/// as far as they do so soon.
pub async fn serve(house: &House, listener: TcpListener, carriers: Carriers) -> std::io::Result<()> {
    let (end, ended) = watch::channel(false);
    let telephones = matches!(carriers.short, Carrier::Gateway(_));
    let post = tokio::spawn(carry_all(house.store().clone(), carriers, ended));
    let calendar = tokio::spawn(follow_calendar(house.clone()));
    let reminders = tokio::spawn(remind(house.clone(), telephones, end.subscribe()));
    let scans = tokio::spawn(read_scans(house.clone()));
    let comparing = tokio::spawn(compare_dossiers(house.clone(), end.subscribe()));
    let malware = tokio::spawn(scan_files(house.clone()));
    let titles = tokio::spawn(take_titles_in(house.clone()));
    let videos = tokio::spawn(reduce_videos(house.clone()));
    let mut visits = Visits::default();
    visits.take_in(rooms::router(house), listener).await;
    calendar.abort();
    scans.abort();
    malware.abort();
    titles.abort();
    videos.abort();
    let _ = end.send(true);
    let (stop_post, quiet) = (post.abort_handle(), async { tokio::join!(visits.end(), post, reminders, comparing) });
    if tokio::time::timeout(LAST_MOMENT, quiet).await.is_err() {
        tracing::warn!("what still ran was cut off");
        stop_post.abort();
    }
    drop(tokio::time::timeout(Duration::from_secs(2), house.store().close()).await);
    Ok(())
}

/// The open connections.
#[derive(Default)]
struct Visits {
    running: JoinSet<()>,
    graceful: GracefulShutdown,
}

impl Visits {
    /// Takes connections in until the process is told to end.
    async fn take_in(&mut self, router: Router, listener: TcpListener) {
        let mut service = router.into_make_service_with_connect_info::<SocketAddr>();
        let mut told = pin!(told_to_end());
        loop {
            tokio::select! {
                () = &mut told => return,
                Some(_) = self.running.join_next() => {}
                taken = listener.accept() => match taken {
                    Ok((stream, peer)) => match service.call(peer).await {
                        Ok(service) => self.begin(stream, TowerToHyperService::new(service)),
                        Err(never) => match never {},
                    },
                    Err(error) => {
                        // Too many open files, mostly: some will close.
                        tracing::warn!(%error, "a connection could not be taken in");
                        tokio::time::sleep(Duration::from_millis(200)).await;
                    }
                },
            }
        }
    }

    fn begin<S>(&mut self, stream: TcpStream, service: S)
    where
        S: HyperService<Request<Incoming>, Response = Response, Error = Infallible> + Send + 'static,
        S::Future: Send,
    {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(TIME_FOR_THE_HEAD);
        let visit = self.graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        self.running.spawn(async move {
            if let Err(error) = visit.await {
                tracing::debug!(%error, "a connection broke");
            }
        });
    }

    async fn end(self) {
        let Self { running, graceful } = self;
        graceful.shutdown().await;
        drop(running);
    }
}

/// Who carries what waits in the outbox.
pub struct Carriers {
    /// Mail.
    pub mail: Carrier,
    /// Short messages to telephones.
    pub short: Carrier,
}

impl Carriers {
    /// Nobody: everything stays and can be read in the browser.
    pub fn none() -> Self {
        Self { mail: Carrier::Keep, short: Carrier::Keep }
    }
}

/// Each channel by itself: one that hangs holds up no other.
async fn carry_all(store: Store, carriers: Carriers, ended: watch::Receiver<bool>) {
    let mail = carry(&store, Channel::Mail, carriers.mail, ended.clone());
    let short = carry(&store, Channel::Short, carriers.short, ended);
    tokio::join!(mail, short);
}

async fn carry(store: &Store, channel: Channel, carrier: Carrier, mut ended: watch::Receiver<bool>) {
    while !*ended.borrow() {
        if let Err(error) = deliver(store, channel, &carrier, machine_now, || !*ended.borrow()).await {
            tracing::error!(%error, channel = channel.code(), "the outbox could not be carried");
        }
        drop(tokio::time::timeout(Duration::from_secs(2), ended.changed()).await);
    }
}

/// Amendments whose day has come take effect, drafts submit themselves and what has ended is forgotten, uploads that
/// never ended among it, at the start and every minute after it.
async fn follow_calendar(house: House) {
    loop {
        let done = house.acts.perform(Actor::nobody(Door::Job), |act| Box::pin(bring_into_force(act))).await;
        if let Err(halt) = done {
            tracing::error!(?halt, "amendments could not be brought into force");
        }
        let done = house.acts.perform(Actor::nobody(Door::Job), |act| Box::pin(forget_the_past(act))).await;
        if let Err(halt) = done {
            tracing::error!(?halt, "sessions that ended could not be forgotten");
        }
        // After what an amendment made of the calendar; also what ended while the program stood still.
        if let Err(halt) = submit_what_is_due(&house).await {
            tracing::error!(?halt, "drafts that submit themselves could not be looked at");
        }
        if let Err(halt) = carry_on(&house).await {
            tracing::error!(?halt, "mailings could not be carried on");
        }
        if let Err(halt) = sweep_resumable(&house).await {
            tracing::error!(?halt, "uploads that never ended could not be taken away");
        }
        tokio::time::sleep(Duration::from_mins(1)).await;
    }
}

/// Reads the files of dossiers that came, then looks at their scans one after the other, beside the requests.
async fn read_scans(house: House) {
    loop {
        let came = read_what_came(&house).await.unwrap_or_else(|halt| {
            tracing::error!(?halt, "files of dossiers could not be read");
            false
        });
        let found = recognise_one(&house).await.unwrap_or_else(|halt| {
            tracing::error!(?halt, "scans could not be read");
            false
        });
        if !came && !found {
            tokio::time::sleep(Duration::from_mins(1)).await;
        }
    }
}

/// Has the files of dossiers looked into one after the other, beside the requests.
async fn scan_files(house: House) {
    loop {
        let looked = scan_one(&house).await.unwrap_or_else(|halt| {
            tracing::error!(?halt, "files could not be scanned");
            false
        });
        if !looked {
            tokio::time::sleep(Duration::from_secs(20)).await;
        }
    }
}

/// Takes in the titles that came, so that those that are alike are found, beside the requests.
async fn take_titles_in(house: House) {
    loop {
        let taken = keep_titles_up(&house).await.unwrap_or_else(|halt| {
            tracing::error!(?halt, "titles could not be taken in");
            0
        });
        tokio::time::sleep(if taken == 0 { BETWEEN_COMPARISONS } else { A_BREATH }).await;
    }
}

/// Makes the copies of videos that judges get, one after the other, beside the requests.
async fn reduce_videos(house: House) {
    loop {
        let made = reduce_one(&house).await.unwrap_or_else(|halt| {
            tracing::error!(?halt, "copies of videos could not be made");
            false
        });
        if !made {
            tokio::time::sleep(Duration::from_mins(1)).await;
        }
    }
}

/// How often it is asked what is due.
const BETWEEN_REMINDERS: Duration = Duration::from_mins(10);

/// Tells what is due and asks winners whose time has come, by the contest's clock, until the process is told to end:
/// what is being written then is written whole or not at all. What waits as mail is told by telephone where there is a gateway.
async fn remind(house: House, telephones: bool, mut ended: watch::Receiver<bool>) {
    let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
    while !*ended.borrow() {
        if let Err(halt) = tell_what_is_due(&house, &known).await {
            tracing::error!(?halt, "reminders could not be written");
        }
        if let Err(halt) = ask_what_is_due(&house).await {
            tracing::error!(?halt, "winners could not be asked");
        }
        if telephones && let Err(halt) = tell_who_waits(&house, &known).await {
            tracing::error!(?halt, "reminders that wait as mail could not be told by telephone");
        }
        drop(tokio::time::timeout(BETWEEN_REMINDERS, ended.changed()).await);
    }
}

/// How often it is looked for dossiers that were not compared with the others.
const BETWEEN_COMPARISONS: Duration = Duration::from_mins(1);

/// Between two rounds everybody else has a turn at writing.
const A_BREATH: Duration = Duration::from_millis(20);

/// Reads what came and compares it with everything else, round by round until nothing is behind.
async fn compare_dossiers(house: House, mut ended: watch::Receiver<bool>) {
    let texts: Arc<dyn KnownTexts> = Arc::new(FromDossiers);
    while !*ended.borrow() {
        let pause = match keep_up(&house, &texts).await {
            Ok(0) => BETWEEN_COMPARISONS,
            Ok(_) => A_BREATH,
            Err(halt) => {
                tracing::error!(?halt, "dossiers could not be compared");
                BETWEEN_COMPARISONS
            }
        };
        drop(tokio::time::timeout(pause, ended.changed()).await);
    }
}

async fn told_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
