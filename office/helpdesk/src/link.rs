//! The personal link to a question: chance in the address, its hash in the table.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hoithi_journal::{Act, Halt};
use hoithi_rules::ids::QuestionId;
use hoithi_store::params;
use sha2::{Digest, Sha256};

/// A new link to a question. Every mail carries one of its own, because of those before only the
/// hashes are kept; all of them lead there.
pub(crate) async fn new_link(act: &mut Act, question: QuestionId) -> Result<String, Halt> {
    let token = URL_SAFE_NO_PAD.encode(act.random_bytes::<32>()?);
    let values = params![hashed(&token), question.uuid(), act.now()];
    act.db().run("INSERT INTO helpdesk_links (token_hash, question_id, made_at) VALUES ($1, $2, $3)", values).await?;
    Ok(token)
}

/// What is kept of a secret word.
pub(crate) fn hashed(word: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(word.as_bytes()))
}
