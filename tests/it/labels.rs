//! The label of a dossier that came on paper, and how its scan finds it.

use hoithi_documents::bar_code;
use hoithi_testkit::{both, words_on_the_page};

use crate::entries::{SLUG, attach, contest, filled, id_of, on_paper, pdf, submitted, version};

/// By the standard's own tables: the beginning, the checking value 55 and the end.
#[test]
fn a_bar_code_begins_checks_and_ends_as_the_standard_says() {
    let said = |text: &str| bar_code(text).unwrap().iter().map(ToString::to_string).collect::<String>();
    let bars = said("PJJ123C");
    assert!(bars.starts_with("211214313121"), "{bars}");
    assert!(bars.ends_with("3113212331112"), "{bars}");
    let steps: u32 = bar_code("QN8-0042").unwrap().into_iter().map(u32::from).sum();
    assert_eq!(steps, 10 * 11 + 13, "eight signs between beginning, check and end");
    assert_eq!(bar_code("mã"), None, "no sign beyond the plain ones");
}

both! {
    /// The envelope gets its receipt and its label today; tomorrow the code leads to what waits.
    async fn a_label_leads_a_scan_to_its_part(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = on_paper(&secretary).await;
        let (id, form) = (id_of(&at), format!("{at}/phan/phieu-dang-ky"));
        assert_eq!(secretary.get(&format!("/ho-so/{id}/nhan.pdf")).await.status(), 404, "nothing was received yet");
        let seen = version(&secretary, &form).await;
        assert_eq!(secretary.send(&format!("{form}/xoa"), &[("version", &seen)]).await.status(), 303);
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let by_hand = [("version", seen.as_str()), ("channel", "by_hand")];
        assert_eq!(secretary.send(&format!("{at}/nop"), &by_hand).await.status(), 303);
        let whole = secretary.get(&format!("/ho-so/{id}")).await;
        assert!(whole.attributes("main a", "href").contains(&format!("/ho-so/{id}/nhan.pdf")), "{}", whole.text());
        let label = words_on_the_page(secretary.get(&format!("/ho-so/{id}/nhan.pdf")).await.bytes());
        assert!(label.contains("QN8-0001"), "{label}");

        let desk = format!("/ky/{SLUG}/ho-so/quet-vao");
        let list = secretary.get(&format!("/ky/{SLUG}/ho-so")).await;
        assert!(list.attributes("main a", "href").contains(&desk));
        assert_eq!(secretary.get(&desk).await.status(), 200);
        for nothing in ["QN8-0099", "hồ sơ", ""] {
            let told = secretary.send(&desk, &[("code", nothing)]).await;
            assert_eq!(told.attributes(".govuk-error-summary a", "href"), ["#code"], "{nothing}");
        }
        let shot = secretary.send(&desk, &[("code", " qn8-0001")]).await;
        assert_eq!((shot.status(), shot.location()), (303, form.as_str()));
        assert_eq!(attach(&secretary, &form, "quét.pdf", &pdf("phieu ky")).await.status(), 303);
        let again = secretary.send(&desk, &[("code", "QN8-0001")]).await;
        assert_eq!(again.location(), format!("/ho-so/{id}"), "nothing waits any more");
    }

    async fn papers_of_others_have_no_label(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let label = format!("/ho-so/{}/nhan.pdf", id_of(&at));
        assert_eq!(author.get(&label).await.status(), 404);
        assert_eq!(house.signed_in("thu.ky").await.get(&label).await.status(), 404, "it came online");
        assert_eq!(author.get(&format!("/ky/{SLUG}/ho-so/quet-vao")).await.status(), 403);
        assert_eq!(author.send(&format!("/ky/{SLUG}/ho-so/quet-vao"), &[("code", "QN8-0001")]).await.status(), 403);
    }
}
