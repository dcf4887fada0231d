//! Stories, told through the public door. One binary, because every test binary is a link.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that cannot go on must stop where it stands")]

mod api;
mod awards;
mod campaign;
mod correspondence;
mod decision;
mod demo;
mod documents;
mod doors;
mod edition;
mod entries;
mod entries_around;
mod entries_seen;
mod examples;
mod forwarding;
mod house;
mod journal;
mod judge_copy;
mod judged;
mod judging;
mod links;
mod people;
mod permissions;
mod proof;
mod publication;
mod screening;
mod standings;
mod units;
mod watch;
mod withdrawal;
mod workdays;
