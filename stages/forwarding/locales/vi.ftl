### Forwarding: a unit's own contest sends its best upward.

forwarding-title = Gửi hồ sơ lên Hội thi cấp trên
forwarding-lead = Chọn từ bảng xếp hạng những giải pháp gửi dự { $above }. Hồ sơ được chuyển nguyên trạng như khi nộp.
forwarding-least = Chỉ gửi giải pháp đạt từ { $points } điểm.
forwarding-left = suất còn lại
forwarding-quota = đã gửi { $sent }/{ $quota }
forwarding-nothing = Danh sách giải pháp để chọn sẽ hiện ở đây sau khi mở niêm phong phiếu chấm.
forwarding-nothing-who = Hai người được Thể lệ của hội thi cơ sở giao xác nhận mở niêm phong.
forwarding-not-here = Hội thi cấp trên chưa có trong hệ thống này.
forwarding-by-paper = Hồ sơ dự thi cấp trên gửi bằng văn bản giấy, nhiều nhất { $quota } giải pháp theo Thể lệ. Danh sách dưới đây lấy từ bảng xếp hạng.
forwarding-none-fits = Chưa có giải pháp nào đủ điều kiện gửi lên.
forwarding-none-fits-who = Giải pháp cần đủ điểm và thuộc lĩnh vực có ở Hội thi cấp trên.
forwarding-paper-list = Giải pháp gửi dự thi cấp trên, theo thứ hạng
forwarding-entries = Giải pháp theo thứ hạng
forwarding-place = Hạng
forwarding-number = Mã số
forwarding-solution = Giải pháp
forwarding-result = Điểm
forwarding-choose = Gửi lên
forwarding-choose-this = Chọn
forwarding-went = Đã gửi: { $number }
forwarding-endorsement-title = Văn bản giới thiệu của đơn vị
forwarding-endorsement-text = Đơn vị chịu trách nhiệm về giải pháp gửi lên bằng văn bản của mình.
forwarding-endorsement = Số và ký hiệu
forwarding-endorsement-hint = Ví dụ 45/CV-CĐMH.
forwarding-endorsement-date = Ngày văn bản
forwarding-endorsement-signer = Người ký
forwarding-behind = { $better } giải pháp xếp trên chưa gửi: chọn giải pháp này phải ghi lý do.
forwarding-because = Lý do gửi trước giải pháp xếp trên
forwarding-because-hint = Chỉ ghi khi giải pháp được chọn không đứng đầu trong số chưa gửi. Lý do được lưu cùng lần gửi.
forwarding-bar = Sau khi gửi, hồ sơ vào Hội thi cấp trên với mã số mới và không rút lại được từ đây.
forwarding-send = Gửi lên Hội thi cấp trên
forwarding-sent = Đã gửi hồ sơ lên Hội thi cấp trên. Tác giả đại diện được báo mã số mới.
forwarding-gone = Văn bản đã gửi kèm
forwarding-passed-over = Gửi trước { $better } giải pháp xếp trên. Lý do: { $because }
forwarding-gone-line = Suất { $slot }: văn bản số { $document } ngày { $day }, { $signer } ký; gửi lúc { $at }.
forwarding-by-rule-lead = Thể lệ chọn từ bảng xếp hạng những giải pháp gửi dự { $above }. Thay đổi nào cũng ghi lý do.
forwarding-by-rule = Theo quy tắc
forwarding-listed = trong danh sách gửi
forwarding-limit = nhiều nhất { $limit }
forwarding-waiting = chưa gửi
forwarding-stands-chosen = Được chọn
forwarding-stands-taken-in = Thêm vào theo quyết định
forwarding-stands-left-out = Không gửi theo quyết định
forwarding-stands-tied = Bằng nhau ở suất cuối, chờ quyết định
forwarding-stands-reserve = Dự bị { $at }
forwarding-stands-not-chosen = Không được chọn
forwarding-send-list = Gửi theo quy tắc: { $count } giải pháp
forwarding-list-sent = Đã gửi danh sách lên Hội thi cấp trên. Tác giả đại diện được báo mã số mới.
forwarding-change = Thay đổi danh sách
forwarding-change-text = Thêm một giải pháp hoặc thôi gửi một giải pháp khác với kết quả của quy tắc. Giải pháp thôi gửi để lại một suất cho người dự bị.
forwarding-decided = Quyết định
forwarding-decided-in = Gửi lên
forwarding-decided-out = Không gửi
forwarding-reason = Lý do
forwarding-reason-hint = Để trống khi trở lại đúng kết quả của quy tắc.
forwarding-change-do = Ghi thay đổi
forwarding-changed = Đã ghi thay đổi của danh sách.

refusal-forwarding-nothing-above = Thể lệ của hội thi này không gửi giải pháp lên cấp trên.
refusal-forwarding-quota-full = Đã gửi đủ { $limit } giải pháp, hết suất theo Thể lệ.
refusal-forwarding-already-sent = Giải pháp này đã được gửi lên.
refusal-forwarding-entry-out = Giải pháp này đã rút hoặc bị loại khỏi hội thi.
refusal-forwarding-result-missing = Giải pháp này chưa có kết quả ở vòng đã mở niêm phong.
refusal-forwarding-result-too-low = Đạt { $given } điểm, cần từ { $least } điểm để gửi lên.
refusal-forwarding-out-of-order = Còn { $better } giải pháp xếp trên đủ điều kiện mà chưa gửi. Gửi giải pháp xếp trên trước, hoặc ghi lý do.
refusal-forwarding-category-unmapped = Lĩnh vực của giải pháp chưa có lĩnh vực tương ứng ở Hội thi cấp trên.
refusal-forwarding-endorsement-missing = Vui lòng ghi văn bản giới thiệu của đơn vị.
refusal-forwarding-endorsement-from-future = Ngày { $date } chưa đến. Vui lòng ghi ngày trên văn bản đã ký.
refusal-forwarding-entry-missing = Vui lòng chọn một giải pháp trong bảng.
refusal-forwarding-day-malformed = Vui lòng ghi ngày của văn bản, ví dụ 5/4/2021.
refusal-forwarding-reason-missing = Vui lòng ghi lý do.
refusal-forwarding-no-contender = Giải pháp này không đủ điều kiện gửi lên.
refusal-forwarding-list-full = Danh sách đã đủ { $limit } giải pháp. Vui lòng thôi gửi một giải pháp trước.
refusal-forwarding-decision-missing = Vui lòng chọn gửi lên hoặc không gửi.
refusal-forwarding-not-on-the-list = Giải pháp này không có trong danh sách gửi theo quy tắc.
refusal-forwarding-nothing-to-send = Không còn giải pháp nào trong danh sách chờ gửi.

## Packages between houses

forwarding-package-of = Gói hồ sơ gửi lên: { $count } hồ sơ
forwarding-package-text = Khi Hội thi cấp trên dùng hệ thống khác, hồ sơ gửi bằng một tệp. Gói gồm các giải pháp trong danh sách trên, theo thứ hạng và trong số suất của Thể lệ, cùng hồ sơ đã đính chính từ lần gửi trước.
forwarding-package-bar = Gói lấy đúng bản đã nhận của từng hồ sơ. Suất đã vào gói không trả lại được.
forwarding-package-make = Lập gói hồ sơ
forwarding-package-made = Đã lập gói hồ sơ. Tải tệp về, in tờ bìa và gửi cả hai.
forwarding-packages = Gói đã lập
forwarding-package-line = { $count } hồ sơ, lập lúc { $at }
forwarding-package-take-along = Tải gói hồ sơ
forwarding-cover = Tờ bìa gói hồ sơ
forwarding-cover-lead = In tờ này, ký và gửi kèm văn bản giới thiệu. Nơi nhận ghi mã kiểm tra dưới đây rồi mới nhận được gói.
forwarding-code = Mã kiểm tra
forwarding-code-note = Sửa một chữ hay một tệp trong gói thì mã này không còn khớp.
forwarding-cover-from = Hội thi gửi
forwarding-cover-organiser = Đơn vị tổ chức
forwarding-cover-made = Lập lúc
forwarding-cover-entries = Hồ sơ trong gói
forwarding-hash = Mã băm hồ sơ
forwarding-package-read-first = GÓI HỒ SƠ DỰ THI CẤP TRÊN
    { $contest }
    { $organiser }
    Văn bản giới thiệu số { $document } ngày { $day }, { $signer } ký.

    Mỗi hồ sơ là một thư mục trong “ho-so”: ho-so.txt là bản đã nhận, nguyên văn, mỗi dòng gồm tên mục, số byte và nội dung; các tệp PDF là tài liệu kèm theo.
    manifest.json ghi lại tất cả: tác giả, phần việc, lĩnh vực, kết quả nếu Thể lệ cho xem, và SHA-256 của từng tệp. Mã kiểm tra là hai mươi chữ số đầu của SHA-256 tính trên manifest.json.

    Hồ sơ và mã băm (SHA-256 của ho-so.txt):
    { $entries }
forwarding-arrivals = Nhận gói hồ sơ từ hệ thống khác
forwarding-arrivals-entries = Hồ sơ dự thi
forwarding-arrivals-lead = Hội thi cơ sở hoặc cấp dưới dùng hệ thống khác gửi hồ sơ bằng một tệp. Tệp được đọc thử trước, chưa nhận gì cả.
forwarding-package-file = Tệp gói hồ sơ
forwarding-package-file-hint = Tệp ZIP, tối đa 48 MB.
forwarding-package-read = Đọc thử
forwarding-arrivals-table = Gói đã đưa vào
forwarding-came = Đưa vào lúc
forwarding-arrival-state = Tình trạng
forwarding-arrival-taken = Đã nhận
forwarding-arrival-waits = Chờ nhận
forwarding-arrival = Đọc thử gói hồ sơ
forwarding-arrival-lead = Chưa nhận gì cả. Xem hồ sơ nào vào được, hồ sơ nào không và vì sao, rồi nhận bằng mã kiểm tra trên tờ bìa.
forwarding-arrives = vào được
forwarding-arrives-not-many = không vào được
forwarding-arrives-new = Hồ sơ mới
forwarding-arrives-corrects = Bản đính chính
forwarding-arrives-not = Không vào được
forwarding-unit = Đơn vị
forwarding-arrival-outcome = Kết quả đọc thử
forwarding-category-here = Lĩnh vực “{ $category }” vào lĩnh vực
forwarding-choose-category = Chọn lĩnh vực của hội thi này
forwarding-sending-unit = Đơn vị gửi
forwarding-sending-unit-hint = Dùng cho hồ sơ mà tên đơn vị không có trong sổ đơn vị: giám khảo của đơn vị này không chấm.
forwarding-no-unit = Không có trong sổ đơn vị
forwarding-code-hint = Ghi mã in trên tờ bìa, không chép từ trang này hay từ tệp.
forwarding-leave-out = Bỏ ra { $count } hồ sơ không vào được
forwarding-arrival-bar = Mỗi hồ sơ mới nhận một mã số của hội thi này; bản đính chính giữ mã số cũ.
forwarding-arrival-take = Nhận gói hồ sơ
forwarding-another-package = Gói khác
forwarding-package-taken = Đã nhận { $new } hồ sơ mới và { $corrected } bản đính chính.

refusal-forwarding-package-no-file = Vui lòng chọn tệp gói hồ sơ.
refusal-forwarding-package-broken = Tệp này hỏng, có mật khẩu hoặc không phải gói hồ sơ.
refusal-forwarding-package-too-large = Gói mở ra lớn hơn mức nhận. Đề nghị nơi gửi chia thành nhiều gói.
refusal-forwarding-package-no-manifest = Gói không có bản kê manifest.json đọc được.
refusal-forwarding-package-file-missing = Bản kê có tệp { $path } nhưng trong gói không có.
refusal-forwarding-package-file-changed = Tệp { $path } không đúng với bản kê.
refusal-forwarding-package-file-unknown = Trong gói có tệp { $path } mà bản kê không ghi.
refusal-forwarding-package-entry-malformed = Hồ sơ { $number } có nội dung mà hồ sơ dự thi không thể có.
refusal-forwarding-package-text-differs = Hồ sơ { $number } trong bản kê khác với bản đã nhận.
refusal-forwarding-package-no-pdf = Tệp { $path } không phải PDF đọc được.
refusal-forwarding-package-taken-already = Gói này đã được nhận.
refusal-forwarding-package-code-differs = Mã kiểm tra không khớp với gói này. Đối chiếu lại tờ bìa; nếu vẫn khác, không nhận gói.
refusal-forwarding-package-category-missing = Chọn lĩnh vực của hội thi này cho hồ sơ { $number }.
refusal-forwarding-package-unit-unknown = Đơn vị này không có trong sổ đơn vị.
refusal-forwarding-package-some-refused = Có { $count } hồ sơ không vào được. Đánh dấu bỏ ra để nhận các hồ sơ còn lại.
refusal-forwarding-package-nothing-comes = Không có hồ sơ nào trong gói vào được.
refusal-forwarding-package-above-is-here = Hội thi cấp trên ở ngay trong hệ thống này: gửi lên trực tiếp, không cần gói.
refusal-forwarding-package-nothing-to-pack = Không có hồ sơ nào chờ vào gói.
forwarding-secret-part = Cần bảo mật, phần { $part }: { $why }
