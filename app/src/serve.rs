//! Serving: the listener, the job that carries mail, a quiet end.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use hoithi_edition::bring_into_force;
use hoithi_journal::{Actor, Carrier, Door, deliver};
use hoithi_people::forget_the_past;
use hoithi_store::Store;
use hoithi_web::House;
use tokio::net::TcpListener;

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

/// Serves until the process is told to end, then lets running requests finish.
pub async fn serve(house: &House, listener: TcpListener, carrier: Carrier) -> std::io::Result<()> {
    let post = tokio::spawn(carry_mail(house.store().clone(), carrier));
    let calendar = tokio::spawn(follow_calendar(house.clone()));
    let service = rooms::router(house).into_make_service_with_connect_info::<SocketAddr>();
    let done = axum::serve(listener, service).with_graceful_shutdown(told_to_end()).await;
    post.abort();
    calendar.abort();
    house.store().close().await;
    done
}

async fn carry_mail(store: Store, carrier: Carrier) {
    loop {
        if let Err(error) = deliver(&store, &carrier).await {
            tracing::error!(%error, "the outbox could not be read");
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

/// Amendments whose day has come take effect and what has ended is forgotten, at the start and every
/// minute after it.
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
        tokio::time::sleep(Duration::from_mins(1)).await;
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
