//! How often somebody may ask: enough for anybody with a question, too little for a machine.
//!
//! Counted by the machine's clock, as wrong passwords are: the contest's may stand still.

use hoithi_journal::{Act, Fact, Halt, Refused, machine_now};
use hoithi_store::params;
use jiff::SignedDuration;

use hoithi_people::secret_hash;

const WINDOW_MINUTES: i64 = 60;

/// From one network address: a whole office may sit behind it.
const MOST_FROM_ONE_ADDRESS: i64 = 12;

/// From one account, one mail address or telephone, or through one personal link.
const MOST_FROM_ONE_ASKER: i64 = 6;

/// Who asks, for counting.
pub(crate) enum Source<'a> {
    /// A network address.
    Address(&'a str),
    /// An account, an address of mail, a telephone, a question of which somebody has the link.
    Asker(&'a str),
}

/// Counts a question, or refuses it after too many with how long to wait.
pub(crate) async fn count(act: &mut Act, sources: &[Source<'_>]) -> Result<(), Halt> {
    let now = machine_now();
    let since = now.saturating_sub(SignedDuration::from_mins(WINDOW_MINUTES)).map_err(Halt::fault)?;
    act.db().run("DELETE FROM helpdesk_tries WHERE at <= $1", params![since]).await?;
    for source in sources {
        let (name, most) = match source {
            Source::Address(address) => (secret_hash(&format!("address {address}")), MOST_FROM_ONE_ADDRESS),
            Source::Asker(asker) => (secret_hash(&format!("asker {asker}")), MOST_FROM_ONE_ASKER),
        };
        let sql = "SELECT at FROM helpdesk_tries WHERE source = $1 ORDER BY at DESC LIMIT 1 OFFSET $2";
        if let Some(row) = act.db().maybe(sql, params![&name, most - 1]).await? {
            let seconds = row.instant("at")?.duration_since(since).as_secs().max(0);
            return Err(too_many(seconds / 60 + 1));
        }
        act.db().run("INSERT INTO helpdesk_tries (source, at) VALUES ($1, $2)", params![name, now]).await?;
    }
    Ok(())
}

fn too_many(minutes: i64) -> Halt {
    Halt::Refused(vec![Refused {
        code: "helpdesk.too_many",
        field: None,
        facts: vec![("minutes", Fact::Count(minutes))],
        english: format!("too many questions; wait {minutes} minutes"),
    }])
}
