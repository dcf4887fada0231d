//! Stories, told through the public door. One binary, because every test binary is a link.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that cannot go on must stop where it stands")]

mod api;
mod awards;
mod campaign;
mod commendation;
mod contacts;
mod correspondence;
mod decision;
mod demo;
mod doc_templates;
mod documents;
mod doors;
mod edition;
mod edxml;
mod entries;
mod entries_around;
mod entries_seen;
mod examples;
mod forwarding;
mod helpdesk;
mod house;
mod journal;
mod judge_copy;
mod judged;
mod judging;
mod layout;
mod links;
mod meetings;
mod people;
mod permissions;
mod post;
mod proof;
mod publication;
mod publicity;
mod register;
mod reminders;
mod screening;
mod sending;
mod signed_pdf;
mod standings;
mod units;
mod watch;
mod withdrawal;
mod word_files;
mod workdays;
