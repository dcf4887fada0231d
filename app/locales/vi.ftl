### The desks.

app-home = Hội thi Sáng tạo kỹ thuật
app-desk = Bàn làm việc
app-no-edition = Thông tin về kỳ hội thi sẽ hiện ở đây.
app-no-edition-who = Cơ quan thường trực lập kỳ hội thi từ Thể lệ rồi phát động.
app-brand = Hội thi Sáng tạo kỹ thuật
app-journal-lead = Mỗi dòng ghi một việc đã làm: ai làm, lúc nào, với hồ sơ nào. Không ai sửa được dòng đã ghi mà không bị phát hiện.
app-journal-seq = Dòng
app-journal-at = Thời điểm
app-journal-event = Việc
app-journal-subject = Đối tượng
app-journal-actor = Người làm
app-journal-facts = Chi tiết
app-journal-older = Các dòng cũ hơn
app-outbox-lead = Thư hệ thống gửi đi, mỗi thư một người nhận.
app-outbox-empty = Thư hệ thống gửi sẽ hiện ở đây.
app-outbox-empty-who = Thư được lập khi có việc cần báo: văn bản mới, hồ sơ đã nhận, kết quả kiểm tra.
app-mail-read = Xem nội dung
app-mail-waiting = chờ gửi
app-mail-sent = đã gửi
app-mail-kept = giữ lại, không gửi ra ngoài
app-mail-failed = gửi không được

## The left column

nav-desk = Bàn làm việc
nav-edition = Kỳ hội thi
nav-rules = Thể lệ và kế hoạch
nav-documents = Văn bản
nav-campaign = Tiến độ đơn vị
nav-summary = Tổng hợp báo cáo
nav-entries = Hồ sơ dự thi
nav-screening = Kiểm tra hồ sơ
nav-jury = Hội đồng giám khảo
nav-opening = Niêm phong và mở điểm
nav-ranking = Xếp hạng và xét giải
nav-forwarding = Gửi dự thi cấp trên
nav-certificates = Giấy chứng nhận
nav-unit = Đơn vị
nav-unit-work = Công việc của đơn vị
nav-author = Tác giả
nav-own-entries = Hồ sơ của tôi
nav-judge = Chấm thi
nav-sheets = Phiếu chấm của tôi
nav-house = Quản lý chung
nav-editions = Các kỳ hội thi
nav-units = Đơn vị hành chính
nav-accounts = Tài khoản
nav-outbox = Hộp thư đi
nav-journal = Nhật ký
