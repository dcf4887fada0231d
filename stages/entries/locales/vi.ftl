### Entries: dossiers, receipts, the staff's lists.
## Own dossiers

entries-mine = Hồ sơ của tôi
entries-mine-empty = Hồ sơ dự thi của anh/chị sẽ hiện ở đây.
entries-mine-empty-who = Anh/chị lập hồ sơ, điền từng phần, kiểm tra lại rồi nộp. Có thể dừng giữa chừng và làm tiếp lúc khác.
entries-mine-empty-closed = Hiện không có kỳ hội thi nào đang nhận hồ sơ.
entries-begin-action = Lập hồ sơ dự thi
entries-begin-another = Lập hồ sơ khác
entries-contest = Hội thi
entries-untitled = (chưa đặt tên)

## Beginning

entries-begin = Lập hồ sơ dự thi
entries-begin-lead = Hồ sơ được lưu ngay từ bước này. Anh/chị điền từng phần, dừng lúc nào cũng được, và chỉ nộp khi đã kiểm tra lại.
entries-on-behalf = Nộp hộ hồ sơ
entries-on-behalf-lead = Dùng khi tác giả gửi hồ sơ giấy hoặc nhờ đơn vị nộp. Hồ sơ ghi rõ là nộp hộ và ai đã nộp.
entries-doors-closed = Hội thi đã hết hạn nhận hồ sơ.
entries-doors-closed-who = Hồ sơ nộp trước thời hạn vẫn được xem và theo dõi ở “Hồ sơ của tôi”.
entries-begin-submit = Lập hồ sơ và điền tiếp
entries-needed = Hồ sơ gồm
entries-choose = Chọn lĩnh vực
entries-limit-text = Gõ trực tiếp, nhiều nhất { $max } ký tự
entries-limit-pdf = Một tệp PDF, nhiều nhất { $max } MB
entries-intake-until = Nhận hồ sơ đến
entries-deadline-hour = { $hour } giờ { $minute }, { $weekday }, ngày { $day }
entries-deadline-day = hết { $weekday }, ngày { $day }
entries-deadline-left = còn { $days } ngày
entries-deadline-today = hôm nay là ngày cuối
entries-deadline-over = đã hết hạn
entries-weekday-1 = thứ Hai
entries-weekday-2 = thứ Ba
entries-weekday-3 = thứ Tư
entries-weekday-4 = thứ Năm
entries-weekday-5 = thứ Sáu
entries-weekday-6 = thứ Bảy
entries-weekday-7 = Chủ nhật

## The dossier

entries-solution = Giải pháp
entries-authors-task = Tác giả và tỷ lệ đóng góp
entries-unit-task = Đơn vị nơi tạo ra, áp dụng
entries-declarations = Cam kết
entries-task-done = Đã xong
entries-task-todo = Chưa làm
entries-task-lacks = Còn thiếu
entries-task-optional = Không bắt buộc
entries-characters = { $count } ký tự
entries-left = Còn { $left } phần cần hoàn thành trước khi nộp.
entries-nothing-left = Hồ sơ đã đủ các phần bắt buộc. Mời anh/chị kiểm tra lại và nộp.
entries-review = Kiểm tra lại và nộp
entries-result-announced = Kết quả hội thi đã được công bố
entries-see-result = Xem kết quả
entries-read-all = Xem toàn bộ hồ sơ
entries-see-receipt = Xem giấy biên nhận
entries-received-at = Đã tiếp nhận lúc { $at }
entries-complete-until = Hạn bổ sung: hết ngày { $day }.
entries-withdrawn-at = Hồ sơ đã rút lúc { $at }
entries-reasons-returned = Ban Thư ký đề nghị bổ sung hồ sơ
entries-reasons-withdrawn = Ban Thư ký đã đề nghị bổ sung trước khi hồ sơ được rút
entries-reasons-refused = Hồ sơ không được đưa vào chấm
entries-save = Lưu và quay lại hồ sơ
entries-saved = Đã lưu.
entries-saved-but = Đã lưu, nhưng còn phải sửa: { $problem }
entries-saved-at = Đã lưu lúc { $time }
entries-back = Quay lại hồ sơ
entries-meanwhile = Hồ sơ vừa được sửa ở một cửa sổ khác
entries-meanwhile-do = Nội dung anh/chị vừa nhập vẫn còn dưới đây, chưa được lưu. Dưới đây là nội dung đang lưu; bấm Lưu lần nữa nếu muốn thay bằng nội dung vừa nhập.

## The solution

entries-title = Tên giải pháp
entries-title-hint = Ngắn gọn, nêu được bản chất. Ghi giống hệt trong phiếu đăng ký và bản mô tả.
entries-category = Lĩnh vực
entries-created-on = Ngày giải pháp được tạo ra, áp dụng
entries-created-from = Chỉ nhận giải pháp từ ngày { $day } trở lại đây.
entries-entrant = Tư cách dự thi
entries-entrant-hint = Một tác giả là cá nhân, từ hai tác giả là nhóm tác giả.
entries-entrant-individual = Cá nhân
entries-entrant-group = Nhóm tác giả
entries-entrant-organisation = Tổ chức
entries-organisation = Tổ chức đứng tên dự thi
entries-organisation-hint = Chỉ ghi khi tổ chức đứng tên. Vẫn cần khai các tác giả thực hiện.
entries-unit = Đơn vị
entries-unit-hint = Giúp Ban Tổ chức tổng hợp theo địa bàn và phân công giám khảo không cùng đơn vị.
entries-unit-lead = Chọn đơn vị nơi giải pháp được tạo ra hoặc đang áp dụng.
entries-unit-none = Không chọn
entries-unit-choose = Chọn đơn vị
entries-assisting = Đơn vị phối hợp
entries-assisting-hint = Đơn vị cùng giúp làm ra giải pháp mà không gửi dự thi. Giải pháp chỉ tính cho đơn vị gửi; giám khảo của đơn vị phối hợp không chấm hồ sơ này.
entries-assisting-nth = Đơn vị phối hợp { $place }
entries-assisting-add = Không chọn
entries-assisting-none = Bỏ đơn vị này

## Authors

entries-authors = Tác giả
entries-author = Tác giả
entries-authors-lead = Ghi đủ những người trực tiếp tạo ra giải pháp. Tổng tỷ lệ đóng góp phải là 100%, một người đại diện nhóm.
entries-authors-empty = Chưa có tác giả nào.
entries-authors-empty-who = Thêm từng người trực tiếp tạo ra giải pháp.
entries-author-add = Thêm tác giả
entries-author-name = Họ và tên
entries-author-name-hint = Ghi đúng như trên giấy tờ; tên này sẽ in trên giấy chứng nhận nếu đoạt giải.
entries-author-born = Ngày sinh
entries-author-workplace = Nơi làm việc hoặc nơi ở
entries-author-workplace-hint = Ví dụ: Trường THPT Minh Họa, thành phố Hạ Long.
entries-author-unit = Đơn vị trong danh mục
entries-author-unit-hint = Nếu tác giả thuộc một đơn vị trong danh mục, giám khảo của đơn vị đó sẽ không chấm hồ sơ này.
entries-author-email = Thư điện tử
entries-author-phone = Điện thoại
entries-author-agreed = Tác giả này đã đồng ý đứng tên và ký phiếu đăng ký
entries-author-agreed-hint = Người lập hồ sơ chịu trách nhiệm về xác nhận này.
entries-author-remove = Bỏ tác giả này
entries-author-removed = Đã bỏ tác giả.
entries-share = Tỷ lệ đóng góp
entries-shares-sum = Tổng tỷ lệ đóng góp: { $sum }
entries-shares-whole = đủ 100%
entries-shares-not-whole = chưa đủ 100%
entries-shares-save = Lưu tỷ lệ
entries-representative = Đại diện
entries-speaks = Đại diện nhóm tác giả
entries-confirmed = Xác nhận
entries-confirmed-in-app = Đã xác nhận trên hệ thống
entries-confirmed-on-form = Đã ký trên phiếu
entries-confirmed-not = Chưa xác nhận

## Parts

entries-parts = Các phần của hồ sơ
entries-part-required = Phần bắt buộc.
entries-part-optional = Phần không bắt buộc.
entries-part-judges = Giám khảo đọc phần này: không ghi tên tác giả, tên đơn vị.
entries-part-not-judges = Giám khảo không đọc phần này.
entries-part-foreign = Thể lệ của hội thi này không có phần này; phần được chuyển theo hồ sơ từ hội thi cơ sở. Cần bỏ phần này trước khi nộp lại.
entries-part-remove = Bỏ phần này
entries-part-removed = Đã bỏ phần vừa chọn.
entries-forms = Biểu mẫu của Hội thi
entries-file-now = Tệp đang có
entries-file-choose = Chọn tệp
entries-file-replace = Chọn tệp khác để thay
entries-file-send = Tải tệp lên và lưu
entries-file-open = Mở tệp
entries-file-save = Tải về
entries-declarations-lead = Đọc từng điều rồi đánh dấu. Hồ sơ chỉ nộp được khi đã xác nhận đủ.
entries-declare = Tôi cam kết
entries-declared = Đã cam kết
entries-not-declared = Chưa cam kết

## Reading back and submitting

entries-review-lead = Đọc lại toàn bộ. Sau khi nộp, hồ sơ được niêm lại và không sửa được nữa.
entries-warn = Nên xem lại trước khi nộp
entries-warn-named = Phần giám khảo đọc có ghi: { $names }. Giám khảo chấm mà không được biết tác giả; vui lòng bỏ những chỗ này.
entries-warn-same-file = “{ $one }” và “{ $other }” đang là cùng một tệp.
entries-warn-nothing-changed = Hồ sơ chưa có gì thay đổi so với bản đã nộp. Vui lòng bổ sung theo yêu cầu rồi nộp lại.
entries-lacking = Còn { $count } điểm cần hoàn thành trước khi nộp
entries-not-given = chưa có
entries-edit = Sửa
entries-channel = Cách nộp
entries-channel-hint = Hồ sơ nộp hộ: ghi theo cách hồ sơ giấy đã đến.
entries-channel-online = Trực tuyến
entries-channel-by-hand = Nộp trực tiếp
entries-channel-by-post = Qua bưu điện
entries-came-through-unit = Nộp trực tuyến qua đầu mối đơn vị { $unit }
entries-postmark = Ngày dấu bưu điện
entries-postmark-hint = Bắt buộc khi gửi qua bưu điện, các cách nộp khác để trống; ngày này được tính là ngày nộp.
entries-submit-means = Bấm Nộp hồ sơ là xác nhận nội dung trên đúng sự thật và xin dự thi.
entries-submit = Nộp hồ sơ

## The receipt

entries-receipt = Giấy biên nhận hồ sơ
entries-receipt-paper = GIẤY BIÊN NHẬN HỒ SƠ DỰ THI
entries-number = Mã số dự thi
entries-receipt-code = Mã biên nhận
entries-receipt-code-note = Mã biên nhận: { $code }. Giữ mã này để tra cứu.
entries-receipt-note = Mã biên nhận { $code }. Giấy này chứng nhận nội dung và các tệp có mã băm ghi trên đã được tiếp nhận. Liên hệ: { $agency }.
entries-receipt-save = Tải giấy biên nhận (PDF)
entries-submitted-at = Thời điểm nộp
entries-handed-in = Người nộp hộ
entries-handed-in-contact = { $name }, đầu mối đơn vị { $unit }
entries-handed-in-organisers = { $name }, cán bộ tiếp nhận của Ban Tổ chức
entries-supplemented-at = Bổ sung lúc
entries-dossier-hash = Mã băm hồ sơ (SHA-256)
entries-files-received = Tệp đã nhận
entries-initiative = Từ sáng kiến
entries-origin = Mã số tại hội thi cơ sở
entries-next = Việc tiếp theo
entries-next-screening = Ban Thư ký kiểm tra hồ sơ; nếu cần bổ sung, hệ thống báo qua thư điện tử và trên trang này.
entries-next-judging = Hồ sơ hợp lệ được đánh số phách và chấm kín: giám khảo không biết tên tác giả, đơn vị.
entries-next-result = Kết quả được công bố trên trang của Hội thi và gửi qua thư điện tử tới tác giả có địa chỉ thư.

## What the public reads

entries-public = Giải pháp được đưa vào chấm
entries-public-lead = Các giải pháp đã qua kiểm tra hồ sơ. Tên tác giả và đơn vị chỉ công bố cùng kết quả, để việc chấm được kín.
entries-public-search-hint = Từ trong tên giải pháp; không cần gõ dấu.
entries-public-empty = Danh sách giải pháp dự thi sẽ hiện ở đây.
entries-public-empty-who = Danh sách có sau khi Ban Thư ký kiểm tra hồ sơ. Nếu đang tìm, thử bỏ bớt điều kiện.

## Withdrawing

entries-withdraw = Rút hồ sơ
entries-withdraw-means = Hồ sơ đã rút không được chấm và không lập lại được. Mã số và lý do vẫn lưu trong sổ.
entries-withdraw-reason = Lý do rút
entries-withdraw-request = Đơn xin rút có chữ ký của nhóm tác giả
entries-withdraw-request-hint = Hồ sơ nộp hộ đã được tiếp nhận chỉ rút theo đơn của tác giả. Bản quét hoặc ảnh chụp: PDF, JPEG, PNG.
entries-withdrawn-done = Đã rút hồ sơ.

## States, for the author and for the staff

entries-own-state-draft = Đang soạn
entries-own-state-submitted = Đã nộp, chờ kiểm tra
entries-own-state-returned = Cần bổ sung
entries-own-state-admitted = Hợp lệ, chờ chấm
entries-own-state-refused = Không được chấm
entries-own-state-withdrawn = Đã rút
entries-state = Tình trạng
entries-state-draft = Đang soạn
entries-state-submitted = Chờ kiểm tra
entries-state-returned = Đã trả bổ sung
entries-state-admitted = Đủ điều kiện
entries-state-refused = Không đủ điều kiện
entries-state-withdrawn = Đã rút
entries-state-announced = Đã chấm, đã công bố kết quả

## The staff's pages

entries-all = Hồ sơ dự thi
entries-of-unit = Hồ sơ của đơn vị
entries-search = Tìm
entries-search-hint = Mã số, tên giải pháp, tác giả, đơn vị; không cần gõ dấu.
entries-received = Ngày nộp
entries-any = Tất cả
entries-sort = Sắp xếp
entries-sort-number = Theo mã số
entries-sort-title = Theo tên giải pháp
entries-filter = Lọc
entries-helped = Hồ sơ đơn vị phối hợp ({ $count })
entries-helped-text = Đơn vị khác gửi, đơn vị của anh/chị phối hợp. Các hồ sơ này chỉ tính cho đơn vị gửi.
entries-helped-sender = Đơn vị gửi
entries-place = { $from }–{ $to } trên { $total } hồ sơ
entries-everything = Hiện cả { $total } hồ sơ trên một trang
entries-list-empty = Không có hồ sơ nào khớp.
entries-list-empty-who = Hồ sơ hiện ở đây khi tác giả lập và nộp, hoặc khi cán bộ nộp hộ. Nếu đang lọc, thử bỏ bớt điều kiện.
entries-open-dossier = Mở để sửa
entries-contact = Liên hệ
entries-kept-by = Người lập hồ sơ
entries-kept-on-behalf = Lập hộ tác giả
entries-history = Diễn biến hồ sơ
entries-when = Thời điểm
entries-what = Việc
entries-who = Người thực hiện
entries-line = Dòng nhật ký
entries-frozen = Các lần nộp và mã băm
entries-event-entry-begun = Lập hồ sơ
entries-event-entry-changed = Sửa hồ sơ
entries-event-entry-submitted = Nộp hồ sơ
entries-event-entry-supplemented = Nộp bổ sung
entries-event-entry-passed-on = Chuyển sang đơn vị kế thừa
entries-event-entry-promoted = Nhận từ hội thi cơ sở
entries-event-entry-returned = Đề nghị bổ sung
entries-event-entry-admitted = Đủ điều kiện dự thi
entries-event-entry-refused = Không đủ điều kiện
entries-changed-solution = tên, lĩnh vực giải pháp
entries-changed-authors = tác giả
entries-changed-unit = đơn vị
entries-changed-assisting = đơn vị phối hợp
entries-changed-declarations = cam kết
entries-event-entry-withdrawn = Rút hồ sơ

## A unit has ended

entries-succession = Chuyển hồ sơ đang lập sang đơn vị kế thừa
entries-succession-lead = Chọn đơn vị nhận từng hồ sơ mà đơn vị cũ đang lập hộ và chưa nộp. Đầu mối của đơn vị nhận lập tiếp từ chỗ đang dở; hồ sơ đã nộp giữ tên đơn vị lúc nộp.
entries-succession-none = Không có hồ sơ lập hộ nào chưa nộp.
entries-succession-no-successor = Danh sách đơn vị chưa ghi đơn vị kế thừa.
entries-succession-choose = Chọn đơn vị
entries-succession-bar = Mỗi lần chuyển được ghi vào nhật ký và diễn biến của hồ sơ.
entries-succession-do = Chuyển hồ sơ
entries-succession-own = { $count } hồ sơ do tác giả tự lập còn ghi đơn vị này; tác giả tự chọn lại đơn vị trong hồ sơ của mình.
entries-successor = { $unit } ({ $extent })
entries-passed-on = Đã chuyển hồ sơ sang đơn vị kế thừa.

## Letters

entries-mail-receipt-subject = Đã nhận hồ sơ { $number }
entries-mail-receipt =
    Ban Tổ chức { $contest } đã nhận hồ sơ dự thi của anh/chị.

    Mã số dự thi: { $number }
    Giải pháp: { $title }
    Thời điểm nộp: { $at }
    Mã biên nhận: { $code }
    Mã băm hồ sơ (SHA-256): { $hash }

    Ban Thư ký sẽ kiểm tra hồ sơ và báo lại qua thư này.
entries-mail-supplemented =
    Ban Tổ chức { $contest } đã nhận hồ sơ bổ sung của anh/chị.

    Mã số dự thi: { $number }
    Giải pháp: { $title }
    Thời điểm bổ sung: { $at }
    Mã biên nhận: { $code }
    Mã băm hồ sơ mới (SHA-256): { $hash }
entries-mail-returned-subject = Đề nghị bổ sung hồ sơ { $number } trước hết ngày { $until }
entries-mail-returned =
    Ban Thư ký { $contest } đề nghị anh/chị bổ sung hồ sơ { $number }, giải pháp “{ $title }”:

    { $reasons }

    Hạn bổ sung: hết ngày { $until }. Đăng nhập, sửa các phần nêu trên rồi nộp lại; mã số giữ nguyên.
entries-mail-withdrawn-subject = Hồ sơ { $number } đã được rút
entries-mail-withdrawn = Hồ sơ { $number }, giải pháp “{ $title }”, đã được rút khỏi { $contest }. Lý do ghi trong sổ: { $reason } Nếu nhóm tác giả không đề nghị rút, vui lòng báo ngay cho cơ quan thường trực.
entries-mail-admitted-subject = Hồ sơ { $number } đủ điều kiện dự thi
entries-mail-admitted = Hồ sơ { $number }, giải pháp “{ $title }”, đủ điều kiện dự thi { $contest } và sẽ được chấm. Kết quả sẽ được gửi tới anh/chị khi công bố.
entries-mail-refused-subject = Hồ sơ { $number } không đủ điều kiện dự thi
entries-mail-refused =
    Hồ sơ { $number }, giải pháp “{ $title }”, không được đưa vào chấm tại { $contest } vì:

    { $reasons }

    Nếu không đồng ý, anh/chị có thể gửi ý kiến bằng văn bản tới Ban Tổ chức.

## What stands in the way

refusal-entries-window-not-open = Chưa đến thời gian nhận hồ sơ. Hồ sơ được nhận từ { $opens_at }; bản nháp vẫn được lưu.
refusal-entries-window-closed = Đã hết thời gian nhận hồ sơ từ { $closed_at }. Nội dung đã nhập vẫn được lưu; nếu cần, vui lòng liên hệ cơ quan thường trực.
refusal-entries-no-such-channel = Hội thi này không nhận hồ sơ theo cách đã chọn.
refusal-entries-postmark-after-close = Dấu bưu điện ngày { $postmark } sau ngày cuối nhận hồ sơ ({ $last_day }).
refusal-entries-postmark-ahead = Dấu bưu điện ngày { $postmark } sau ngày hồ sơ đến ({ $arrived }). Vui lòng xem lại dấu trên phong bì.
refusal-entries-arrived-too-late = Hồ sơ đến ngày { $arrived }, sau ngày cuối nhận qua bưu điện ({ $latest }).
refusal-entries-title-missing = Vui lòng ghi tên giải pháp.
refusal-entries-title-too-long = Tên giải pháp dài { $length } ký tự, nhiều nhất là { $max }.
refusal-entries-category-missing = Vui lòng chọn một lĩnh vực.
refusal-entries-category-unknown = Hội thi này không có lĩnh vực “{ $category }”. Vui lòng chọn lại.
refusal-entries-entrant-not-admitted = Thể lệ không nhận dự thi với tư cách này. Vui lòng chọn tư cách khác.
refusal-entries-entrant-unknown = Vui lòng chọn tư cách dự thi.
refusal-entries-organisation-missing = Vui lòng ghi tên tổ chức đứng tên dự thi.
refusal-entries-individual-with-co-authors = Dự thi với tư cách cá nhân nhưng có { $authors } tác giả. Vui lòng chọn nhóm tác giả.
refusal-entries-group-of-one = Nhóm tác giả cần từ hai người. Vui lòng thêm tác giả hoặc chọn cá nhân.
refusal-entries-creation-day-missing = Vui lòng ghi ngày giải pháp được tạo ra, áp dụng (từ { $from } trở lại đây).
refusal-entries-not-created-in-window = Giải pháp tạo ra ngày { $day }, trước ngày { $from } mà thể lệ cho phép.
refusal-entries-created-in-future = Ngày tạo ra giải pháp ({ $day }) chưa đến.
refusal-entries-no-author = Vui lòng ghi ít nhất một tác giả.
refusal-entries-too-many-authors = Có { $authors } tác giả, thể lệ cho nhiều nhất { $max }.
refusal-entries-share-zero = Vui lòng ghi tỷ lệ đóng góp của { $name }.
refusal-entries-share-not-a-percentage = “{ $given }” không phải tỷ lệ. Ghi số từ 0 đến 100, tối đa hai chữ số thập phân, ví dụ 33,33.
refusal-entries-shares-not-100 = Tổng tỷ lệ đóng góp hiện là { $sum }. Vui lòng sửa để đủ 100%.
refusal-entries-representative-missing = Vui lòng chọn một người đại diện nhóm tác giả.
refusal-entries-representative-not-one = Có { $count } người được chọn làm đại diện; chỉ chọn một.
refusal-entries-author-unconfirmed = { $name } chưa xác nhận đồng ý đứng tên.
refusal-entries-birth-day-missing = Vui lòng ghi ngày sinh của { $name }; thể lệ yêu cầu từ đủ { $min } tuổi.
refusal-entries-author-too-young = { $name } chưa đủ { $min } tuổi vào ngày { $on }.
refusal-entries-part-missing = Chưa có phần “{ $part }”.
refusal-entries-part-too-long = Phần “{ $part }” dài { $length } ký tự, nhiều nhất là { $max }.
refusal-entries-part-too-large = Tệp của phần “{ $part }” lớn quá { $max } MB.
refusal-entries-part-of-other-kind = Phần “{ $part }” cần loại nội dung khác. Vui lòng mở lại phần này và nhập lại.
refusal-entries-part-unknown = Thể lệ không có phần “{ $part }”. Vui lòng bỏ phần này.
refusal-entries-declaration-missing = Chưa cam kết: “{ $declaration }”
refusal-entries-changed-meanwhile = Hồ sơ vừa được sửa ở một cửa sổ khác. Nội dung vừa nhập chưa được lưu nhưng vẫn còn trên trang này.
refusal-entries-already-submitted = Hồ sơ đã được nộp ở một cửa sổ khác với mã số { $number }. Mở lại hồ sơ để xem nội dung đã nộp và giấy biên nhận.
refusal-entries-withdrawn = Hồ sơ đã được rút lúc { $at } nên không thay đổi được nữa.
refusal-entries-completion-over = Hạn bổ sung đã hết sau ngày { $until }.
refusal-entries-not-returned = Hồ sơ không ở tình trạng chờ bổ sung.
refusal-entries-frozen = Hồ sơ đã nộp với mã số { $number } lúc { $at } nên không sửa được nữa.
refusal-entries-not-submitted = Hồ sơ không ở tình trạng chờ kiểm tra.
refusal-entries-reason-missing = Vui lòng ghi lý do.
refusal-entries-prizes-decided = Giải thưởng đã được quyết định nên hồ sơ không rút được nữa. Muốn không nhận giải, nhóm tác giả gửi đơn tới Ban Tổ chức.
refusal-entries-unit-stands = Đơn vị này còn hoạt động nên chưa chuyển hồ sơ được.
refusal-entries-no-successor = Vui lòng chọn đơn vị kế thừa theo danh mục.
refusal-entries-nothing-to-pass = Không có hồ sơ nào để chuyển.
refusal-entries-request-missing = Vui lòng kèm đơn xin rút có chữ ký của nhóm tác giả.
refusal-entries-already-withdrawn = Hồ sơ đã được rút lúc { $at }.
refusal-entries-not-launched = Hội thi chưa phát động nên chưa nhận hồ sơ.
refusal-entries-unit-unknown = Không có đơn vị này trong danh mục. Vui lòng chọn lại.
refusal-entries-unit-missing = Vui lòng chọn đơn vị mà anh/chị nộp hộ.
refusal-entries-assists-itself = Đơn vị gửi dự thi không ghi lại là đơn vị phối hợp. Bỏ đơn vị đó ở phần phối hợp, hoặc chọn đơn vị gửi khác.
refusal-entries-assisting-too-many = Ghi nhiều nhất { $most } đơn vị phối hợp.
refusal-entries-assisting-unknown = Đơn vị phối hợp không có trong danh mục. Vui lòng chọn lại.
refusal-entries-channel-not-yours = Hồ sơ do tác giả tự lập được nộp trực tuyến.
refusal-entries-channel-missing = Vui lòng chọn cách hồ sơ đã đến: trực tuyến, nộp trực tiếp hay qua bưu điện.
refusal-entries-postmark-missing = Vui lòng ghi ngày trên dấu bưu điện, ví dụ 30/6/2021.
refusal-entries-file-missing = Vui lòng chọn tệp trước khi tải lên.
refusal-entries-not-a-pdf = “{ $name }” không phải tệp PDF. Vui lòng lưu lại dưới dạng PDF rồi chọn lại; phần này chưa thay đổi.
refusal-entries-pdf-locked = “{ $name }” có đặt mật khẩu nên người khác không mở được. Vui lòng bỏ mật khẩu rồi chọn lại.
refusal-entries-pdf-damaged = “{ $name }” bị hỏng, tải chưa hết hoặc không đọc được cấu trúc. Vui lòng mở tệp, in lại ra PDF (Print to PDF) rồi chọn lại.
refusal-entries-file-too-large = “{ $name }” nặng { $size }, nhiều nhất là { $max } MB. Vui lòng giảm dung lượng ảnh rồi chọn lại.
refusal-entries-day-malformed = Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 30/6/2021.
refusal-entries-version-malformed = Biểu mẫu này không còn đầy đủ. Vui lòng mở lại trang rồi gửi lần nữa.
refusal-entries-no-upper-category = Lĩnh vực của hồ sơ chưa có lĩnh vực tương ứng ở hội thi cấp trên.
refusal-entries-promoted-already = Hồ sơ này đã được gửi lên hội thi cấp trên.
refusal-entries-refused-already = Hồ sơ này đã được kết luận không đủ điều kiện nên không còn gì để rút.
refusal-entries-not-promotable = Chỉ gửi lên được hồ sơ đã tiếp nhận, không bị loại hoặc rút.
refusal-entries-number-form = “{ $given }” không phải mã số dự thi, ví dụ đúng: QN8-0042.
refusal-entries-receipt-code-form = “{ $given }” không phải mã biên nhận, ví dụ đúng: 7KQM2-X0V9D.
