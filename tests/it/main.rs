//! Stories, told through the public door. One binary, because every test binary is a link.

mod campaign;
mod correspondence;
mod documents;
mod edition;
mod entries;
mod house;
mod journal;
mod judging;
mod people;
mod permissions;
mod screening;
mod units;
