//! How often somebody may ask to be put on a list: too little to fill anybody's letter box.
//!
//! Counted by the machine's clock, as wrong passwords are: the contest's may stand still.

use hoithi_journal::{Act, Fact, Halt, Refused, machine_now};
use hoithi_people::secret_hash;
use hoithi_store::params;
use jiff::SignedDuration;

const WINDOW_MINUTES: i64 = 60;

/// From one network address: a whole office may sit behind it.
const MOST_FROM_ONE_ADDRESS: i64 = 12;

/// For one address of mail: a stranger must not have us write to somebody again and again.
const MOST_FOR_ONE_READER: i64 = 3;

/// Counts a wish, or refuses it after too many with how long to wait. What is refused says the same
/// whoever is on the list.
pub(crate) async fn count(act: &mut Act, from: &str, email: &str) -> Result<(), Halt> {
    let now = machine_now();
    let since = now.saturating_sub(SignedDuration::from_mins(WINDOW_MINUTES)).map_err(Halt::fault)?;
    act.db().run("DELETE FROM mailing_tries WHERE at <= $1", params![since]).await?;
    let sources = [
        (secret_hash(&format!("address {from}")), MOST_FROM_ONE_ADDRESS),
        (secret_hash(&format!("reader {email}")), MOST_FOR_ONE_READER),
    ];
    for (name, most) in sources {
        let sql = "SELECT at FROM mailing_tries WHERE source = $1 ORDER BY at DESC LIMIT 1 OFFSET $2";
        if let Some(row) = act.db().maybe(sql, params![&name, most - 1]).await? {
            let seconds = row.instant("at")?.duration_since(since).as_secs().max(0);
            return Err(too_many(seconds / 60 + 1));
        }
        act.db().run("INSERT INTO mailing_tries (source, at) VALUES ($1, $2)", params![name, now]).await?;
    }
    Ok(())
}

fn too_many(minutes: i64) -> Halt {
    Halt::Refused(vec![Refused {
        code: "mailings.too_many",
        field: None,
        facts: vec![("minutes", Fact::Count(minutes))],
        english: format!("too many wishes; wait {minutes} minutes"),
    }])
}
