//! The personal link to a question: chance in the address, its hash in the table.

use hoithi_journal::{Act, Halt};
use hoithi_people::{secret_hash, secret_word};
use hoithi_rules::ids::QuestionId;
use hoithi_store::params;

/// A new link to a question. Every mail carries one of its own, because of those before only the
/// hashes are kept; all of them lead there.
pub(crate) async fn new_link(act: &mut Act, question: QuestionId) -> Result<String, Halt> {
    let token = secret_word(act)?;
    let values = params![secret_hash(&token), question.uuid(), act.now()];
    act.db().run("INSERT INTO helpdesk_links (token_hash, question_id, made_at) VALUES ($1, $2, $3)", values).await?;
    Ok(token)
}
