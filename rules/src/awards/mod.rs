//! Awards: ranking, prizes, the decision.
//!
//! Serves the article on prizes of every *Thể lệ* (usually Điều 9).

mod prize;

pub use prize::{Dong, PrizeMoney, PrizeScope, PrizeStructure, PrizeTier, TierCode};
