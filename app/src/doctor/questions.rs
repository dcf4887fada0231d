//! What must hold over rows and tables, as questions in SQL.

use super::CHANGED;

/// A question to the tables: its rows, in the column `what`, are what breaks the rule.
pub(super) struct Question {
    pub(super) rule: &'static str,
    pub(super) sql: &'static str,
    pub(super) advice: &'static str,
}

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        rule: "Tỷ lệ đóng góp của các tác giả mỗi hồ sơ đã nộp cộng đúng 100%",
        sql: "SELECT e.number AS what FROM entries e JOIN entry_authors a ON a.entry_id = e.id
               WHERE e.submitted_at IS NOT NULL
               GROUP BY e.id, e.number HAVING SUM(a.share) <> 10000",
        advice: CHANGED,
    },
    Question {
        rule: "Mỗi hồ sơ đã nộp có đúng một tác giả đại diện",
        sql: "SELECT e.number AS what FROM entries e JOIN entry_authors a ON a.entry_id = e.id
               WHERE e.submitted_at IS NOT NULL
               GROUP BY e.id, e.number HAVING SUM(a.representative) <> 1",
        advice: CHANGED,
    },
    Question {
        rule: "Mỗi hồ sơ đã nộp có bản lưu nguyên trạng với đúng mã băm",
        sql: "SELECT e.number AS what FROM entries e
               WHERE e.submitted_at IS NOT NULL AND NOT EXISTS
                 (SELECT 1 FROM entry_frozen_copies f
                   WHERE f.entry_id = e.id AND f.dossier_hash = e.dossier_hash)",
        advice: CHANGED,
    },
    Question {
        rule: "Hồ sơ vào vòng chấm đều là hồ sơ đã được chấp nhận",
        sql: "SELECT r.blind_code AS what FROM round_entries r JOIN entries e ON e.id = r.entry_id
               WHERE e.standing NOT IN ('admitted', 'withdrawn')",
        advice: CHANGED,
    },
    Question {
        rule: "Bản đã thả cho giám khảo là của một hồ sơ đã nhận",
        sql: "SELECT e.number AS what FROM released_copies c JOIN entries e ON e.id = c.entry_id
               WHERE NOT EXISTS (SELECT 1 FROM entry_frozen_copies f
                   WHERE f.entry_id = c.entry_id AND f.dossier_hash = c.dossier)",
        advice: CHANGED,
    },
    Question {
        rule: "Vòng đã mở có đủ hai người khác nhau xác nhận",
        sql: "SELECT r.name AS what FROM rounds r
               WHERE r.state = 'opened' AND
                 (SELECT COUNT(DISTINCT o.account_id) FROM round_openers o WHERE o.round_id = r.id) < 2",
        advice: CHANGED,
    },
    Question {
        rule: "Vòng chưa mở không có kết quả nào",
        sql: "SELECT DISTINCT r.name AS what FROM rounds r JOIN entry_results x ON x.round_id = r.id
               WHERE r.state <> 'opened'",
        advice: CHANGED,
    },
    Question {
        rule: "Không còn phiếu đang chấm trong vòng đã niêm phong",
        sql: "SELECT DISTINCT r.name AS what FROM rounds r JOIN assignments a ON a.round_id = r.id
               WHERE r.state IN ('sealed', 'opened') AND a.state IN ('open', 'begun')",
        advice: CHANGED,
    },
    Question {
        rule: "Giải chỉ trao cho hồ sơ có trong vòng đã mở",
        sql: "SELECT w.number AS what FROM awards w JOIN award_proposals p ON p.edition_id = w.edition_id
               WHERE NOT EXISTS (SELECT 1 FROM rounds r JOIN round_entries x ON x.round_id = r.id
                                  WHERE r.id = p.round_id AND r.state = 'opened' AND x.entry_id = w.entry_id)",
        advice: CHANGED,
    },
    Question {
        rule: "Mọi hồ sơ của vòng đã mở đều có kết quả",
        sql: "SELECT x.blind_code AS what FROM rounds r JOIN round_entries x ON x.round_id = r.id
               WHERE r.state = 'opened' AND NOT EXISTS
                 (SELECT 1 FROM entry_results t WHERE t.round_id = r.id AND t.entry_id = x.entry_id)",
        advice: CHANGED,
    },
    Question {
        rule: "Số hồ sơ đánh liền từ 1, không bỏ số nào",
        sql: "SELECT d.slug AS what FROM editions d JOIN entries e ON e.edition_id = d.id
                LEFT JOIN entry_counters c ON c.edition_id = d.id
               WHERE e.sequence IS NOT NULL
               GROUP BY d.id, d.slug, c.last
              HAVING MAX(e.sequence) <> COUNT(*) OR c.last IS NULL OR c.last <> MAX(e.sequence)",
        advice: CHANGED,
    },
    Question {
        rule: "Giải đã quyết định có quyết định đã ký trong sổ văn bản",
        sql: "SELECT d.slug AS what FROM award_proposals p JOIN editions d ON d.id = p.edition_id
               WHERE p.document_id IS NOT NULL AND NOT EXISTS
                 (SELECT 1 FROM documents v WHERE v.id = p.document_id AND v.state = 'signed')",
        advice: CHANGED,
    },
    Question {
        rule: "Giải không trao cho hồ sơ đã rút trước quyết định",
        sql: "SELECT w.number AS what FROM awards w JOIN award_proposals p ON p.edition_id = w.edition_id
                JOIN entries e ON e.id = w.entry_id
               WHERE p.decided_at IS NOT NULL AND e.withdrawn_at IS NOT NULL AND e.withdrawn_at <= p.decided_at",
        advice: CHANGED,
    },
    Question {
        rule: "Kết quả chỉ công bố khi đã có quyết định trao giải",
        sql: "SELECT d.slug AS what FROM editions d
               WHERE d.state = 'announced' AND NOT EXISTS
                 (SELECT 1 FROM award_proposals p WHERE p.edition_id = d.id AND p.document_id IS NOT NULL)",
        advice: CHANGED,
    },
    Question {
        rule: "Giấy chứng nhận theo đúng giải, tác giả và quyết định đã ký",
        sql: "SELECT c.code AS what FROM certificates c
               WHERE NOT EXISTS
                 (SELECT 1 FROM awards w
                    JOIN award_proposals p ON p.edition_id = w.edition_id
                    JOIN award_authors a ON a.award_id = w.id
                   WHERE w.id = c.award_id AND w.edition_id = c.edition_id
                     AND p.document_id = c.document_id AND a.author_id = c.author_id)",
        advice: CHANGED,
    },
    Question {
        rule: "Sổ cấp giấy chứng nhận đánh số liền từ 1 trong mỗi năm",
        sql: "SELECT d.slug AS what FROM certificates c JOIN editions d ON d.id = c.edition_id
               GROUP BY d.id, d.slug, c.register_year HAVING MAX(c.register_number) <> COUNT(*)",
        advice: CHANGED,
    },
    Question {
        rule: "Chỉ gửi đi văn bản đã ký",
        sql: "SELECT DISTINCT s.document_id AS what FROM sendings s
               WHERE NOT EXISTS (SELECT 1 FROM documents v WHERE v.id = s.document_id AND v.state = 'signed')",
        advice: CHANGED,
    },
    Question {
        rule: "Hồ sơ gửi lên có mặt ở hội thi cấp trên, đúng nguồn gốc",
        sql: "SELECT e.number AS what FROM promotions m JOIN entries e ON e.id = m.entry_id
               WHERE NOT EXISTS (SELECT 1 FROM entries u WHERE u.id = m.above_entry_id
                                  AND u.edition_id = m.above_edition_id AND u.origin_entry_id = m.entry_id)",
        advice: CHANGED,
    },
];
