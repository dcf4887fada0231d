//! Stories, told through the public door. One binary, because every test binary is a link.

mod documents;
mod edition;
mod house;
mod journal;
mod people;
mod permissions;
mod units;
