//! Rows against what the journal holds of them: whoever changes a row by SQL cannot change that.

use hoithi_journal::Halt;
use hoithi_store::Conn;

use super::Complaint;

const CHANGED: &str = "Dữ liệu này đã bị sửa ngoài chương trình: nhật ký giữ mã băm khác. Không sửa bằng tay. Gõ: hoithi journal verify; \
rồi khôi phục bản sao lưu gần nhất và chạy lại: hoithi doctor.";

/// Everything whose hash the journal holds.
pub(super) async fn against_the_journal(db: &mut Conn) -> Result<Vec<Complaint>, Halt> {
    let marks = hoithi_judging::unproven(db).await?;
    let dossiers = hoithi_entries::unproven_dossiers(db).await?;
    let found = [
        ("Sổ thể lệ đúng từng chữ như lúc tải lên", hoithi_edition::unproven_books(db).await?),
        ("Bản lưu hồ sơ đúng như lúc nhận", dossiers.frozen),
        ("Hồ sơ đã nhận không khác bản lưu", dossiers.live),
        ("Phiếu chấm đúng như lúc giám khảo khóa", marks.sheets),
        ("Phiếu chấm đúng như lịch sử lưu phiếu", marks.history),
        ("Quy định chấm và tập phiếu của vòng đúng như lúc bắt đầu, niêm phong, mở", marks.rounds),
        ("Kết quả đúng như lúc mở niêm phong", marks.results),
        ("Biên bản mở niêm phong đúng như lúc lập", marks.minutes),
        (
            "Kết quả đã mở niêm phong tính lại từ phiếu chấm vẫn đúng như đã chốt",
            hoithi_judging::unproven_results(db).await?,
        ),
        ("Danh sách giải đúng như đã đề nghị và đã quyết định", hoithi_awards::unproven_awards(db).await?),
        ("Giấy chứng nhận đúng như lúc cấp", hoithi_publication::unproven_certificates(db).await?),
    ];
    let complaint = |rule: &'static str| move |what| Complaint { rule, what, advice: CHANGED };
    Ok(found.into_iter().flat_map(|(rule, what)| what.into_iter().map(complaint(rule))).collect())
}
