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
nav-progress = Tiến độ chấm
nav-opening = Niêm phong và mở điểm
nav-ranking = Xếp hạng và xét giải
nav-forwarding = Gửi dự thi cấp trên
nav-certificates = Giấy chứng nhận
nav-unit = Đơn vị
nav-unit-work = Công việc của đơn vị
nav-local-contests = Hội thi của đơn vị
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

## The portal's first page

app-intake-from = Nhận hồ sơ từ
app-intake-until = Nhận hồ sơ đến
app-intake-over = Đã hết hạn nhận hồ sơ từ
app-days-left = còn { $days } ngày
app-enter = Nộp hồ sơ dự thi
app-see-result = Xem kết quả Hội thi
app-how = Cách tham gia
app-step-read = Đọc Thể lệ
app-step-read-text = Ai được dự thi, giải pháp nào được nhận, hồ sơ gồm những gì.
app-step-read-link = Xem Thể lệ
app-step-write = Lập hồ sơ
app-step-write-text = Đăng ký tài khoản, điền từng phần; mỗi phần được lưu lại, có thể làm tiếp lúc khác.
app-step-send = Nộp và nhận giấy biên nhận
app-step-send-text = Xem lại toàn bộ rồi nộp. Giấy biên nhận có mã hồ sơ và được gửi qua thư điện tử.
app-documents = Văn bản
app-no-documents = Thể lệ, kế hoạch và công văn triển khai sẽ hiện ở đây.
app-no-documents-who = Cơ quan thường trực công khai văn bản sau khi ban hành.
app-received = Hồ sơ đã nhận
app-received-entries = hồ sơ
app-help = Cần hỗ trợ
app-help-text = Mọi khó khăn, vướng mắc xin liên hệ { $agency }.
app-verify = Kiểm tra giấy chứng nhận

## The desk

app-todo = Việc cần làm
app-todo-none = Hiện không có việc nào đang chờ.
app-todo-none-who = Khi có hồ sơ chờ kiểm tra, đơn vị chậm xác nhận hoặc chậm báo cáo, việc sẽ hiện ở đây.
app-todo-screen = Kiểm tra hồ sơ
app-todo-screen-what = { $count } hồ sơ đã nộp đang chờ kiểm tra
app-todo-remind = Đôn đốc
app-todo-silent-what = { $count } đơn vị chưa xác nhận đã nhận văn bản
app-todo-owing-what = { $count } đơn vị chưa gửi báo cáo
app-figure-entries = hồ sơ đã nhận
app-figure-acknowledged = đơn vị đã xác nhận văn bản
app-figure-reported = đơn vị đã báo cáo
app-places = Nơi làm việc

## The line of stages

stage-launch = Phát động
stage-intake = Nhận hồ sơ
stage-screening = Kiểm tra hồ sơ
stage-preliminary = Chấm sơ khảo
stage-final = Chấm chung khảo
stage-deliberation = Xét giải
stage-announcement = Công bố kết quả
stage-ceremony = Trao giải
