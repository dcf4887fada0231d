//! A contest in a box, for stories told through the public door.
//!
//! ```ignore
//! both! {
//!     async fn a_stranger_signs_in_in_vain(house: TestHouse) {
//!         let stranger = house.browser();
//!         let page = stranger.send("/dang-nhap", &[("login", "ai"), ("password", "khong biet")]).await;
//!         assert_eq!(page.status(), 200);
//!         assert!(page.says("Tên đăng nhập hoặc mật khẩu chưa đúng"));
//!     }
//! }
//! ```
//!
//! `both!` runs the story on SQLite and on PostgreSQL; the latter's server is named by
//! `HOITHI_TEST_POSTGRES`, which `cargo xtask test` sets. Without it the PostgreSQL half fails and
//! says so: nothing is skipped in silence.

#![expect(clippy::expect_used, reason = "a story that cannot be set up must stop with its reason")]

mod answer;
mod browser;
mod house;
mod pdf;

pub use answer::Answer;
pub use browser::Browser;
pub use house::{PASSWORD, TestHouse};
pub use pdf::{Picture, first_page, first_page_as_set, square_codes, words_if_any, words_on_the_page};

/// Tells one story on both databases.
#[macro_export]
macro_rules! both {
    ($($(#[$doc:meta])* async fn $name:ident($house:ident: TestHouse) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            use super::*;

            async fn story($house: $crate::TestHouse) $body

            #[tokio::test]
            async fn sqlite() {
                story($crate::TestHouse::on_sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                story($crate::TestHouse::on_postgres().await).await;
            }
        }
    )+};
}
