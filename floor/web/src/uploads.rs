//! What came with a request, until its answer shows whether anything names it.

use std::cell::RefCell;

use hoithi_documents::HeldFile;

tokio::task_local! {
    static CAME: RefCell<Vec<HeldFile>>;
}

/// Answers a request, and gives the files that came with it.
pub async fn with_what_came<T>(answer: impl Future<Output = T>) -> (T, Vec<HeldFile>) {
    let answered = async {
        let answered = answer.await;
        (answered, CAME.with(RefCell::take))
    };
    CAME.scope(RefCell::default(), answered).await
}

/// Outside of a request nothing is refused that the file came with: it stays.
pub(crate) fn note(held: HeldFile) {
    let _ = CAME.try_with(|came| came.borrow_mut().push(held));
}
