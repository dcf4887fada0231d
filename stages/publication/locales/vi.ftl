### Publication: the portal of an edition, the result, certificates and their register.

publication-intake-from = Nhận hồ sơ từ ngày { $day }
publication-intake-until-hour = Nhận hồ sơ đến { $hour } giờ { $minute }, { $weekday }, ngày { $day }
publication-intake-until-day = Nhận hồ sơ đến hết { $weekday }, ngày { $day }
publication-intake-over = Đã hết hạn nhận hồ sơ ngày { $day }
publication-days-left = còn { $days } ngày
publication-last-day = ngày cuối cùng
publication-weekday-1 = thứ Hai
publication-weekday-2 = thứ Ba
publication-weekday-3 = thứ Tư
publication-weekday-4 = thứ Năm
publication-weekday-5 = thứ Sáu
publication-weekday-6 = thứ Bảy
publication-weekday-7 = Chủ nhật
publication-enter = Nộp hồ sơ dự thi
publication-see-result = Xem kết quả
publication-rules = Thể lệ
publication-step-write = Lập hồ sơ
publication-step-write-text = Đăng ký tài khoản, điền từng phần của hồ sơ. Có thể dừng và làm tiếp lúc khác.
publication-step-submit = Kiểm tra lại và nộp
publication-step-submit-text = Đọc lại toàn bộ hồ sơ, nộp và nhận giấy biên nhận có mã số.
publication-step-follow = Theo dõi
publication-step-follow-text = Hồ sơ thiếu sẽ được đề nghị bổ sung. Kết quả được công bố tại trang này.
publication-figures = Con số
publication-figure-solutions = giải pháp được chấm
publication-figure-prizes = giải thưởng
publication-forms = Biểu mẫu
publication-documents = Văn bản
publication-no-documents = Thể lệ, kế hoạch và công văn sẽ hiện ở đây.
publication-no-documents-who = Cơ quan thường trực công khai văn bản sau khi ký.

publication-result = Kết quả Hội thi
publication-announced-at = Công bố lúc { $at }
publication-by-decision = Theo Quyết định số { $decision }.
publication-decision-cited = { $number } ngày { $day }, { $issuer }
publication-decision-pdf = Quyết định và danh sách đoạt giải (PDF)
publication-all-solutions = Xem tất cả { $count } giải pháp được chấm
publication-in-use = Giải pháp sau khi đoạt giải: { $count } câu trả lời của tác giả
publication-verify-link = Kiểm tra mã trên một tờ giấy
publication-not-announced = Kết quả sẽ hiện ở đây sau khi công bố.
publication-not-announced-who = Cơ quan thường trực công bố sau khi có quyết định trao giải.
publication-to-edition = Về trang của Hội thi
publication-solutions = Giải pháp dự thi
publication-solutions-lead = Các giải pháp đã được chấm. Nội dung mô tả không công bố để giữ tính mới của giải pháp.
publication-all-categories = Tất cả lĩnh vực
publication-number = Mã số
publication-solution = Giải pháp
publication-authors = Tác giả
publication-category = Lĩnh vực
publication-unit = Đơn vị
publication-prize = Giải
publication-window = { $first }–{ $last } trên { $found } giải pháp
publication-search = Tìm
publication-search-hint = Mã số, tên giải pháp, đơn vị; không cần gõ dấu.
publication-find = Tìm
publication-none-found = Không có giải pháp nào như vậy.
publication-none-found-who = Thử bỏ bớt từ hoặc chọn tất cả lĩnh vực.
publication-to-judged = Xem giải pháp được đưa vào chấm

publication-verify = Kiểm tra mã trên giấy
publication-verify-lead = Nhập mã in trên giấy chứng nhận, giấy khen, bằng khen hoặc giấy biên nhận hồ sơ; hoặc quét mã vuông trên giấy.
publication-code = Mã kiểm tra
publication-code-hint = Không phân biệt chữ hoa, chữ thường; có hay không có gạch nối đều được.
publication-code-line = Mã kiểm tra { $code }
publication-check = Kiểm tra
publication-check-again = Kiểm tra lại
publication-check-other = Kiểm tra mã khác
publication-receipt-verdict-valid = Đã nhận hồ sơ
publication-receipt-verdict-supplemented = Đã nhận hồ sơ, sau đó được bổ sung
publication-receipt-verdict-withdrawn = Hồ sơ đã rút
publication-receipt-says = Giấy biên nhận hồ sơ { $number }, { $contest }.
publication-receipt-number = Mã hồ sơ
publication-receipt-at = Nhận lúc
publication-receipt-supplemented-at = Bổ sung lúc
publication-receipt-withdrawn-at = Rút lúc
publication-receipt-closed = Tên giải pháp và tác giả chỉ có trên giấy và với người có quyền xem hồ sơ.
publication-verdict-valid = Có trong sổ cấp, còn giá trị
publication-verdict-revoked = Đã thu hồi
publication-verdict-unknown = Không có giấy mang mã này
publication-ask = Cần hỏi thêm, liên hệ { $agency }.
publication-ask-issuer = Cần hỏi thêm, liên hệ cơ quan ghi trên giấy chứng nhận.
publication-revoked-at = Thu hồi lúc { $at }
publication-revoked-because = Lý do: { $reason }
publication-says = Giấy chứng nhận số { $number } cấp cho { $name }: { $prize }, { $contest }.
publication-compare = Hãy so từng dòng với tờ giấy chứng nhận. Chỗ nào khác thì tờ giấy đó không phải tờ đã cấp.
publication-unknown-text = Không tờ giấy nào đã cấp mang mã { $code }. Hãy xem lại từng ký tự; nếu vẫn không có, tờ giấy này không do Hội thi cấp.
publication-holder = Cấp cho
publication-contest = Hội thi
publication-decision = Quyết định
publication-decision-line = Số { $number } ngày { $day } của { $issuer }
publication-register-number = Số vào sổ
publication-issued-at = Cấp lúc

publication-register = Sổ cấp giấy chứng nhận
publication-register-empty = Giấy chứng nhận đã cấp sẽ hiện ở đây.
publication-register-empty-who = Cấp được sau khi ghi quyết định trao giải.
publication-register-filter = Lọc theo số, tên, giải, giải pháp
publication-to-prizes = Giải thưởng
publication-to-issue = Còn { $count } giấy chứng nhận chưa cấp
publication-to-issue-text = Mỗi tác giả có tên trong quyết định nhận một giấy. Số vào sổ được đánh liên tục trong năm.
publication-issue = Cấp giấy chứng nhận
publication-issued = Đã cấp giấy chứng nhận và vào sổ.
publication-state = Tình trạng
publication-sheet = Giấy
publication-counts = Còn giá trị
publication-void = Đã thu hồi
publication-check-it = kiểm tra
publication-revoke-it = thu hồi
publication-to-announcement = Công bố kết quả
publication-revoke = Thu hồi giấy chứng nhận
publication-reason = Lý do
publication-reason-hint = Ai kiểm tra giấy này cũng đọc được lý do.
publication-paper = Văn bản của lãnh đạo
publication-paper-hint = Việc này do lãnh đạo quyết định. Chuyên viên ghi lại từ văn bản đã ký.
publication-paper-leader = Người ký
publication-paper-number = Số và ký hiệu
publication-paper-date = Ngày văn bản
publication-paper-scan = Bản quét văn bản
publication-revoke-bar = Giấy đã thu hồi không dùng lại được; dòng trong sổ vẫn giữ nguyên. In sai thì cấp lại được giấy mới.
publication-revoke-now = Thu hồi giấy chứng nhận
publication-keep = Không thu hồi
publication-revoked = Đã thu hồi giấy chứng nhận.

publication-reissue = Cấp lại giấy chứng nhận
publication-reissue-it = cấp lại
publication-reissue-lead = Giấy mới thay cho giấy số { $number } đã thu hồi: số vào sổ mới, mã kiểm tra mới, cùng giải và cùng quyết định.
publication-reissue-name = Họ tên in trên giấy
publication-reissue-name-hint = Sửa cho đúng chỗ đã in sai.
publication-reissue-paper-hint = In lại đúng như giấy cũ thì để trống. Họ tên hoặc đơn vị khác giấy cũ là việc lãnh đạo quyết định: chuyên viên ghi lại từ văn bản đã ký.
publication-reissue-bar = Ai kiểm tra giấy cũ đọc được số của giấy mới.
publication-reissue-now = Cấp lại
publication-reissued = Đã cấp lại giấy chứng nhận và vào sổ.
publication-replaces = thay cho { $number }
publication-replaced-by = đã thay bằng { $number }
publication-replaced-by-new = Đã được thay bằng giấy chứng nhận số { $number }.
publication-in-place-of = Thay cho
publication-in-place-of-number = Giấy số { $number } đã thu hồi

publication-announcement = Công bố kết quả
publication-announcement-lead = Sau khi công bố, mọi người đọc được danh sách đoạt giải, quyết định và tên các giải pháp được chấm. Tác giả và đầu mối đơn vị có địa chỉ thư điện tử được gửi thư báo kết quả của mình.
publication-task-decision = Quyết định trao giải
publication-task-decision-hint = Chưa có quyết định thì chưa công bố được.
publication-task-certificates = Giấy chứng nhận đã cấp
publication-task-certificates-hint = Có thể cấp sau khi công bố.
publication-prizes = { $count } giải
publication-not-yet = Chưa có
publication-early = Công bố trước ngày ghi trong Kế hoạch
publication-early-text = Kế hoạch ghi { $planned }; hôm nay { $today }.
publication-read-back = Đọc lại trước khi công bố
publication-name-kept-back = (Tác giả chưa đồng ý nêu tên)
publication-title-kept-back = (Tên giải pháp được công bố sau)
publication-kept-back-why = Có giải pháp đang được hội thi cấp trên chấm kín. Tên các giải pháp ấy và bản Quyết định hiện ở đây khi cấp trên đã công bố kết quả.
publication-keeps-back = Chưa hiện tên
publication-keeps-back-what = { $count } giải pháp đã gửi lên hội thi cấp trên đang được chấm kín: tên giải pháp và bản Quyết định chỉ hiện khi cấp trên công bố kết quả; tên tác giả và giải thì hiện ngay.
publication-everybody-reads = Mọi người đọc được
publication-everybody-reads-what = { $prizes } giải với tên { $authors } tác giả; Quyết định { $decision } kèm danh sách; tên { $solutions } giải pháp được chấm. Không có điểm, không có bản mô tả.
publication-who-is-written = Thư báo kết quả
publication-who-is-written-what = { $authors } thư tới tác giả, { $units } thư tới đầu mối đơn vị.
publication-was-read = Tôi đã đọc lại danh sách và quyết định, công bố là đúng.
publication-announcement-bar = Kết quả đã công bố không ẩn đi được; sai sót được sửa bằng quyết định mới.
publication-announce = Công bố
publication-announced = Đã công bố kết quả.

## Letters

publication-mail-subject = { $contest } đã công bố kết quả: hồ sơ { $number }
publication-mail-prize =
    Ban Tổ chức { $contest } đã công bố kết quả.

    Hồ sơ { $number }, giải pháp “{ $title }”, đạt { $prize }.

    Danh sách đoạt giải và quyết định trao giải: { $link }

    Ban Tổ chức trân trọng chúc mừng anh/chị.
publication-mail-no-prize =
    Ban Tổ chức { $contest } đã công bố kết quả.

    Hồ sơ { $number }, giải pháp “{ $title }”, không có trong danh sách đoạt giải.

    Danh sách đoạt giải và quyết định trao giải: { $link }

    Ban Tổ chức trân trọng cảm ơn anh/chị đã tham gia Hội thi.
publication-mail-unit-subject = { $contest } đã công bố kết quả
publication-mail-unit =
    Ban Tổ chức { $contest } đã công bố kết quả. Giải pháp dự thi của { $unit }:

    { $lines }

    Danh sách đoạt giải và quyết định trao giải: { $link }
publication-mail-unit-prize = - { $number }, “{ $title }”: { $prize }
publication-mail-unit-no-prize = - { $number }, “{ $title }”: không có trong danh sách đoạt giải

refusal-publication-not-read-back = Vui lòng đọc lại rồi đánh dấu xác nhận trước khi công bố.
refusal-publication-certificate-counts = Giấy chứng nhận này còn giá trị. Cần thu hồi trước khi cấp lại.
refusal-publication-replaced-already = Giấy chứng nhận này đã được cấp lại.
refusal-publication-not-decided = Chưa có quyết định trao giải.
refusal-publication-nothing-to-issue = Mọi giấy chứng nhận đã được cấp.
refusal-publication-changed-meanwhile = Giấy chứng nhận này vừa được sửa ở nơi khác. Vui lòng tải lại trang.
refusal-publication-code-form = Mã chưa đúng. Vui lòng nhập đủ các chữ và số của mã in trên giấy: 28 ký tự trên giấy chứng nhận, giấy khen; 10 ký tự trên giấy biên nhận.
refusal-publication-round-not-opened = Vòng chấm chưa được mở niêm phong.
refusal-publication-award-not-decided = Giải này chưa được quyết định.
refusal-publication-certificate-already-revoked = Giấy chứng nhận đã được thu hồi lúc { $at }.
refusal-publication-reason-missing = Vui lòng ghi lý do thu hồi.
refusal-publication-already-published = Kết quả đã được công bố lúc { $at }.
refusal-publication-no-award = Chưa có giải nào để công bố.
publication-arrival = Thế nào là nộp đúng hạn
publication-arrival-online = Nộp trực tuyến: tính theo lúc máy chủ ghi nhận việc nộp, phải trước { $closes }. Giờ trên máy của người nộp không được tính.
publication-arrival-uploads = Tệp đang tải lên dở lúc hết hạn chưa được tính là đã nộp, dù đã bắt đầu tải trước đó: tệp phải đến đủ trước khi nộp hồ sơ, trừ tệp đã ghi mã SHA-256 khi nộp nếu Thể lệ cho gửi tệp sau.
publication-arrival-hand = Nộp trực tiếp tại { $place }: tính theo lúc hồ sơ được đặt lên bàn nhận, phải trước { $closes }, kể cả khi được nhập vào hệ thống sau đó.
publication-arrival-post = Gửi qua bưu điện tới { $place }: tính theo ngày trên dấu bưu điện, chậm nhất ngày { $last }.
publication-arrival-post-latest = Gửi qua bưu điện tới { $place }: tính theo ngày trên dấu bưu điện, chậm nhất ngày { $last }, và phải đến nơi chậm nhất ngày { $latest }.
publication-extensions = Gia hạn riêng từng hồ sơ
publication-arrival-files = Mạng yếu: ghi mã SHA-256 của tệp khi nộp, tệp gửi sau trong { $hours } giờ và phải đúng là tệp đó.
