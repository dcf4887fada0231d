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
entries-limit-video = Một video MP4, MOV hoặc WebM, nhiều nhất { $max } MB và { $minutes } phút. Bản gốc được giữ nguyên; giám khảo chỉ xem bản rút gọn không kèm thông tin nơi quay, tên máy.
entries-limit-photographs = Hoặc chọn cùng lúc nhiều ảnh chụp (JPEG, PNG, nhiều nhất { $most } ảnh): hệ thống xoay đứng, bỏ thông tin nơi chụp, ghép thành một tệp PDF theo thứ tự đã chọn.
entries-files-most = Các tệp đã chọn nặng quá { $max } MB một lần gửi. Hãy chọn bớt ảnh hoặc chụp ở cỡ nhỏ hơn.
entries-photographs-name = { $count } ảnh chụp.pdf
entries-photographs-agreed = Tôi đã xem lại từng ảnh: ảnh không cho nhận ra người bệnh hay trẻ em, hoặc người ấy (với trẻ em là cha mẹ, người giám hộ) đã đồng ý cho gửi.
entries-photographs-agreed-hint = Chỉ cần đánh dấu khi gửi ảnh chụp.
entries-video-agreed = Tôi đã xem lại hết video: video không cho nhận ra người bệnh hay trẻ em, hoặc người ấy (với trẻ em là cha mẹ, người giám hộ) đã đồng ý cho gửi.
entries-versions = Các bản của tệp
entries-versions-count = Xem mọi bản đã tải lên ({ $count })
entries-versions-lead = Mọi tệp từng đưa vào phần này, bản mới nhất ở trên. Bản đã được tiếp nhận không mất đi khi thay tệp khác.
entries-version-file = Tệp
entries-version-received = Tiếp nhận
entries-version-not-received = Chưa tiếp nhận
entries-version-current = Đang dùng
entries-version-photographs = ghép từ { $count } ảnh
entries-version-agreed = Người gửi ảnh đã xác nhận: { $words }
entries-label = Nhãn mã vạch
entries-label-print = In nhãn dán lên hồ sơ giấy
entries-scanning = Quét vào hồ sơ
entries-scanning-lead = Bắn mã vạch trên nhãn của hồ sơ giấy, hoặc gõ mã hồ sơ in dưới mã vạch. Hệ thống mở đúng phần đang chờ bản quét.
entries-scanning-code = Mã hồ sơ trên nhãn
entries-scanning-code-hint = Ví dụ QN8-0042. Đầu đọc mã vạch tự gõ mã vào ô này.
entries-scanning-find = Mở hồ sơ
entries-scan-clean = Đã quét, không thấy mã độc
entries-scan-infected = Bị cách ly: có mã độc
entries-scan-not-scanned = Chưa quét mã độc
entries-put-apart = Tệp “{ $name }” bị cách ly vì có mã độc
entries-put-apart-found = Chương trình quét phát hiện: { $found }. Tệp không còn mở được và phần này coi như chưa có. Vui lòng quét máy của anh/chị, xuất lại tệp PDF rồi tải lên.
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
entries-autosave-failed = Chưa lưu được, có thể do mất kết nối. Nội dung vẫn còn trên màn hình và sẽ tự lưu khi có mạng lại; hoặc bấm Lưu.
entries-back = Quay lại hồ sơ
entries-meanwhile = Hồ sơ vừa được sửa ở một cửa sổ khác
entries-meanwhile-do = Nội dung anh/chị vừa nhập vẫn còn dưới đây, chưa được lưu. Dưới đây là nội dung đang lưu; bấm Lưu lần nữa nếu muốn thay bằng nội dung vừa nhập.

## The solution

entries-title = Tên giải pháp
entries-title-hint = Ngắn gọn, nêu được bản chất. Ghi giống hệt trong phiếu đăng ký và bản mô tả.
entries-category = Lĩnh vực
entries-category-chosen = Lĩnh vực tác giả chọn
entries-category-moved = Ban Thư ký đã chuyển hồ sơ sang lĩnh vực trên để chấm; lĩnh vực anh/chị chọn là “{ $category }”, vẫn giữ nguyên trong hồ sơ.
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
entries-author-agreed-hint = Đây là lời khai của người lập hồ sơ. Chỉ ghi là đã ký trên phiếu khi phiếu có chữ ký đã ở trong hồ sơ.
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
entries-confirmed-said = Người lập hồ sơ khai, chưa có phiếu ký
entries-confirmed-not = Chưa xác nhận
entries-confirmed-by-mail = Đã xác nhận qua liên kết gửi thư, lúc { $at }
entries-confirmed-by-code = Đã xác nhận bằng mã trao tay, lúc { $at }
entries-confirmed-signed = Đã ký trên “{ $name }”, ghi nhận lúc { $at }
entries-confirm = Xác nhận của tác giả
entries-confirm-ask = Đề nghị xác nhận
entries-confirm-see = Xem cách xác nhận
entries-confirm-lead = Tác giả tự xác nhận tỷ lệ đóng góp của mình: mở liên kết trên điện thoại, không cần tài khoản. Khi tỷ lệ thay đổi, xác nhận cũ hết giá trị và phải xác nhận lại.
entries-confirm-no-mail = Tác giả chưa có thư điện tử trong hồ sơ: lập mã để trao tay hoặc đọc qua điện thoại.
entries-confirm-by-mail = Gửi liên kết tới { $email }
entries-confirm-by-code = Lập mã để trao tay
entries-confirm-revoke = Thu hồi liên kết
entries-confirm-mailed = Đã gửi liên kết. Các liên kết trước đó không còn mở được.
entries-confirm-revoked = Đã thu hồi các liên kết.
entries-confirm-signed = Đã ghi nhận chữ ký.
entries-confirm-made = Đã lập mã
entries-confirm-made-text = Địa chỉ và mã dưới đây chỉ hiện một lần. Trao cho chính tác giả; ai cầm mã này trả lời thay được tác giả.
entries-confirm-spoken = Mã để đọc hoặc ghi ra giấy, nhập tại trang /tac-gia:
entries-confirm-links = Liên kết đã lập
entries-confirm-made-at = Lập lúc
entries-confirm-way = Cách gửi
entries-confirm-way-mail = Qua thư điện tử
entries-confirm-way-shown = Mã trao tay
entries-confirm-until = Mở đến hết ngày
entries-confirm-opens = Chờ trả lời
entries-confirm-ended = Không còn mở được
entries-confirm-declined = Tác giả không đồng ý
entries-confirm-sign-heading = Ghi nhận chữ ký trên phiếu giấy
entries-confirm-scan = Bản quét có chữ ký của tác giả
entries-confirm-scan-hint = Chọn tệp đã đính kèm trong hồ sơ. Người ghi nhận đã nhìn thấy chữ ký trên bản này.
entries-confirm-scan-choose = Chọn tệp
entries-confirm-sign = Ghi nhận chữ ký
entries-confirm-back = Quay lại danh sách tác giả

## What an author opens by a personal link

entries-link-lead = { $name }, tỷ lệ đóng góp ghi trong hồ sơ: { $share }.
entries-link-agree-means = Bấm nút dưới đây là đồng ý đứng tên và xác nhận đúng tỷ lệ này. Nếu tỷ lệ bị sửa, xác nhận hết giá trị.
entries-link-agree = Tôi đồng ý với tỷ lệ { $share }
entries-link-agreed-now = Đã ghi nhận xác nhận của anh/chị.
entries-link-no-share = Hồ sơ chưa ghi tỷ lệ đóng góp của anh/chị. Vui lòng mở lại liên kết này sau.
entries-link-decline-heading = Nếu không đúng
entries-link-reason = Điều chưa đúng
entries-link-reason-hint = Ví dụ: tỷ lệ phải là 30%; tôi không phải tác giả. Người lập hồ sơ đọc được lời này.
entries-link-decline = Tôi không đồng ý
entries-link-declined-now = Đã ghi nhận và báo cho người lập hồ sơ.
entries-link-declined-at = Anh/chị đã trả lời không đồng ý lúc { $at }
entries-link-closed = Hồ sơ đã nộp hoặc đã khép lại nên câu trả lời không thay đổi được nữa.
entries-link-shut = Liên kết không mở được
entries-link-unknown = Địa chỉ hoặc mã này không đúng.
entries-link-expired = Liên kết đã hết hạn.
entries-link-revoked = Liên kết đã được thu hồi hoặc đã có liên kết khác thay thế.
entries-link-shut-call = Vui lòng liên hệ người lập hồ sơ để nhận liên kết mới.
entries-link-code-title = Nhập mã của tác giả
entries-link-code = Mã
entries-link-code-hint = Gồm 16 chữ và số. Không phân biệt chữ hoa, chữ thường; không cần gạch nối.
entries-link-code-open = Mở
refusal-entries-link-code-missing = Vui lòng nhập mã: 16 chữ và số mà người lập hồ sơ đã đưa cho tác giả.
entries-supplement-title = Bổ sung hồ sơ dự thi
entries-supplement-code-title = Nhập mã bổ sung hồ sơ
entries-supplement-lead = { $name }, giải pháp “{ $title }”. Trang này chỉ mở phần được đề nghị bổ sung; không cần tài khoản.
entries-supplement-until = Hạn bổ sung: hết ngày { $day }
entries-supplement-given = Đã gửi
entries-supplement-open = Chờ bổ sung
entries-supplement-choose = Mở từng phần ở trên để gửi tệp hoặc viết lại. Gửi được ít nhất một phần thì nút nộp lại hiện ở đây.
entries-supplement-send-means = Sau khi nộp lại, hồ sơ không sửa được qua liên kết này nữa; mã số dự thi giữ nguyên.
entries-supplement-send = Nộp lại hồ sơ
entries-supplement-sent = Đã nộp lại hồ sơ. Ban Thư ký thấy ngay trong hàng đợi kiểm tra.
entries-supplement-part-given = Đã lưu phần bổ sung. Còn phải bấm “Nộp lại hồ sơ”.
entries-supplement-received = Đã nhận hồ sơ bổ sung lúc { $at }. Giữ mã này để tra cứu.
entries-supplement-closed = Liên kết này không nhận thêm gì nữa: hồ sơ đã nộp lại, đã được kiểm tra hoặc đã hết hạn bổ sung.
entries-supplement-files = Tệp gửi qua liên kết nhiều nhất 20 MB.
entries-supplement-ask = Liên kết bổ sung cho tác giả
entries-supplement-ask-lead = { $name } bổ sung bằng liên kết riêng, không cần tài khoản, đến hết ngày { $day }. Liên kết chỉ mở các phần dưới đây.
entries-supplement-parts = Phần liên kết mở
entries-supplement-made-text = Địa chỉ và mã dưới đây chỉ hiện một lần. In ra hoặc đọc cho chính tác giả; ai cầm mã này cũng bổ sung thay được.
entries-supplement-spoken = Mã để đọc hoặc ghi ra giấy, nhập tại trang /bo-sung:
entries-supplement-slip = Lập phiếu có mã
entries-supplement-back = Quay lại hồ sơ

## What authors consent to

entries-consents = Sự đồng ý của tác giả
entries-consents-lead = Từng điều là một sự đồng ý riêng, rút lại được bất cứ lúc nào. Không đồng ý không ảnh hưởng đến việc chấm.
entries-consent-to = Đồng ý điều gì
entries-consent-change = Thay đổi
entries-consent-words-processing = Ban Tổ chức lưu và sử dụng thông tin cá nhân của tôi trong hồ sơ để tổ chức Hội thi.
entries-consent-words-publish-name = Công bố họ tên tôi trên trang của Hội thi khi giải pháp đoạt giải.
entries-consent-none = Chưa đồng ý
entries-consent-given-at = Đồng ý lúc { $at } ({ $how })
entries-consent-withdrawn-at = Đã rút lại lúc { $at }
entries-consent-by-guardian = người giám hộ: { $name }
entries-consent-how-link = qua liên kết riêng
entries-consent-how-account = trong tài khoản
entries-consent-how-form = theo phiếu đã ký
entries-consent-guardian = Người giám hộ đồng ý thay
entries-consent-guardian-hint = Tác giả chưa đủ 18 tuổi: ghi họ tên cha, mẹ hoặc người giám hộ.
entries-consent-give = Đồng ý
entries-consent-withdraw = Rút lại
entries-consent-not-yours = Tác giả tự trả lời
entries-consent-saved = Đã ghi nhận.

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
# Trong lời của việc tải lên, trình duyệt thay %done và %all bằng số MB.
entries-upload-bar = Phần tệp đã tải lên
entries-upload-says = Đã tải lên %done trên %all MB.
entries-upload-cut = Đường truyền bị ngắt. Phần đã tải lên được giữ lại: có mạng thì tự tải tiếp; nếu đã đóng trang, hãy chọn lại đúng tệp này trong 3 ngày để tải tiếp từ chỗ dừng.
entries-upload-failed = Chưa tải được tệp lên. Vui lòng chọn lại tệp rồi thử lại.
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
entries-scans-later = Hồ sơ giấy nhận trực tiếp hoặc qua bưu điện: tệp chưa quét được bổ sung sau khi nhận; giấy biên nhận ghi rõ phần nào đã nhận bằng giấy.
entries-table = Hồ sơ đã nằm tại nơi tiếp nhận từ trước
entries-table-hint = Chỉ ghi khi nộp trực tiếp mà nay mới nhập
entries-table-day = Ngày nhận hồ sơ giấy
entries-table-hour = Giờ nhận
entries-table-hour-hint = Ví dụ 16:00. Giờ này được tính là giờ nộp.
entries-table-because = Lý do nhập sau
entries-table-because-hint = Nhiều nhất { $most } ngày sau khi nhận. Giờ nhận và người nhập được ghi vào nhật ký, lý do lưu cùng hồ sơ.
entries-submit-means = Bấm Nộp hồ sơ là xác nhận nội dung trên đúng sự thật và xin dự thi.
entries-submit = Nộp hồ sơ

## The receipt

entries-receipt = Giấy biên nhận hồ sơ
entries-receipt-paper = GIẤY BIÊN NHẬN HỒ SƠ DỰ THI
entries-number = Mã số dự thi
entries-slips = Phiếu đăng nhập
entries-slips-lead = Cho tác giả không dùng thư điện tử: mở tài khoản và in phiếu có họ tên, địa chỉ trang và mã dùng một lần. Mã chỉ có trên phiếu, không xem lại được.
entries-slip-open = Mở tài khoản và in phiếu
entries-slip-phone-hint = Nên có: khi trùng họ tên, người có phiếu vào bằng số điện thoại.
entries-slip-holders = Người đăng nhập bằng phiếu
entries-slip-filter = Lọc theo tên, số điện thoại
entries-slip-again-hint = In phiếu khác thì phiếu trước và mật khẩu người ấy đã đặt không dùng được nữa; mọi nơi đang đăng nhập đều bị đăng xuất. Việc này được ghi vào nhật ký.
entries-slip-latest = Phiếu gần nhất
entries-slip-used = Đã dùng { $at }
entries-slip-over = Đã hết hạn
entries-slip-until = Dùng được đến hết ngày { $day }
entries-slip-again = In phiếu khác
entries-slip-print = In phiếu đăng nhập
entries-slip-for-author = Tác giả không dùng thư điện tử vào bằng phiếu này, thấy hồ sơ trong danh sách của mình và nhận hồ sơ về tên mình. Mã chỉ có trên phiếu; in lại thì phiếu trước không dùng được nữa.
entries-slip-paper = Phiếu đăng nhập
entries-slip-of = Phiếu đăng nhập của
entries-slip-step-open = Vào { $address } hoặc quét mã vuông.
entries-slip-type-name = Gõ họ và tên: { $name }, rồi gõ mã ở dưới.
entries-slip-type-either = Gõ họ và tên: { $name }, hoặc số điện thoại: { $phone }, rồi gõ mã ở dưới.
entries-slip-step-password = Đặt mật khẩu cho những lần sau, hoặc để lần khác và xin phiếu mới khi cần.
entries-slip-code-label = Mã dùng một lần; gõ chữ hoa hay chữ thường, có hay không có dấu gạch đều được:
entries-slip-note = Dùng được đến hết ngày { $day }. Ai có phiếu này đều vào được thay anh/chị: giữ kín, không chụp gửi người khác.
entries-claim = Nhận hồ sơ đã được nộp hộ
entries-claim-lead = Nếu đầu mối đơn vị hoặc thư ký đã nộp hộ hồ sơ của anh/chị, gõ mã trên biên nhận. Họ và tên trong tài khoản phải đúng họ và tên tác giả trong hồ sơ.
entries-claim-code-hint = Mã in trên biên nhận, ví dụ 7KQM2-X0V9D.
entries-claim-it = Nhận hồ sơ này
entries-claim-waits = Hồ sơ này do người khác lập hộ anh/chị
entries-claim-what = Nhận hồ sơ thì từ đó hồ sơ là của anh/chị: anh/chị sửa, nộp, rút. Người lập hộ vẫn đọc và giúp được.
entries-claimed = Người đứng tên
entries-claimed-from = Tác giả đã nhận hồ sơ này từ người lập hộ.
entries-claimed-now = Hồ sơ đã ở trong danh sách của anh/chị.
entries-mail-claimed-subject = Tác giả đã nhận hồ sơ: { $title }
entries-mail-claimed = { $name } đã nhận về tài khoản của mình hồ sơ “{ $title }” { $number } ({ $contest }) mà anh/chị lập hộ.

    Anh/chị vẫn đọc và giúp được; việc rút hồ sơ là của tác giả.
entries-receipt-code = Mã biên nhận
entries-receipt-code-note = Mã biên nhận: { $code }. Giữ mã này để tra cứu.
entries-receipt-note = Mã biên nhận { $code }. Giấy này chứng nhận nội dung và các tệp có mã băm ghi trên đã được tiếp nhận. Liên hệ: { $agency }.
entries-receipt-save = Tải giấy biên nhận (PDF)
entries-submitted-at = Thời điểm nộp
entries-on-table = Hồ sơ giấy nhận lúc
entries-on-paper = Đã nhận bằng giấy, quét sau
entries-scans-awaited = Đã nhận bằng giấy, còn chờ bản quét
entries-handed-in = Người nộp hộ
entries-handed-in-authorised = { $by }, nộp hộ theo giấy ủy quyền ngày { $day } của { $name }
entries-authorisation = Giấy ủy quyền
entries-authorisation-required = Thể lệ chỉ cho nộp hộ qua mạng khi có giấy ủy quyền đã ký của tác giả.
entries-authorisation-free = Thể lệ không bắt buộc. Có giấy ủy quyền thì biên nhận ghi “nộp hộ theo giấy ủy quyền”.
entries-authorisation-by = Tác giả ký ủy quyền
entries-authorisation-on = Ngày ký
entries-authorisation-until = Có giá trị đến hết ngày
entries-authorisation-scan = Bản quét giấy ủy quyền
entries-authorisation-scan-hint = Bản quét hoặc ảnh chụp: PDF, JPEG, PNG.
entries-authorisation-another = Ghi giấy khác thì giấy mới nhất được dùng; giấy trước vẫn được giữ.
entries-authorisation-recorded = Đã ghi giấy ủy quyền.
entries-authorisation-used = Đã nộp theo giấy này
entries-authorisation-is = { $name } ký ngày { $day }
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
entries-public-later = Tên các giải pháp hiện ở đây sau khi hội thi cấp trên công bố kết quả.
entries-public-later-why = Giải pháp của hội thi này có thể được gửi lên cấp trên, nơi giám khảo chấm kín. Tên giải pháp đọc cạnh tên đơn vị sẽ làm lộ nơi gửi.
entries-public-later-back = Xem trang của hội thi
entries-public-not-yet = Ban Tổ chức công bố danh sách sau khi kiểm tra hồ sơ.
entries-public-counts = { $count } giải pháp đã qua kiểm tra hồ sơ và được đưa vào chấm. Tên giải pháp, tác giả và đơn vị công bố cùng kết quả.
entries-publish = Công bố hồ sơ hợp lệ
entries-publish-lead = Trước khi có kết quả, ai cũng đọc được đúng những gì được công bố ở đây. Không bao giờ kèm tác giả, đơn vị hoặc mã hồ sơ.
entries-publish-now = Đang công bố
entries-publish-stands = { $how }; { $by } công bố { $at }.
entries-publish-see = Xem trang công khai
entries-publish-because = Lý do thu hồi
entries-publish-because-hint = Lý do được giữ trong sổ.
entries-publish-end = Thu hồi danh sách
entries-publish-list = Danh sách sẽ công bố ({ $count })
entries-publish-none = Chưa có gì để công bố.
entries-publish-none-who = Hồ sơ hợp lệ hiện ở đây sau khi kiểm tra; Thể lệ có thể không cho công bố trước kết quả.
entries-publish-screening = Mở hàng đợi kiểm tra
entries-publish-how = Công bố
entries-publish-how-hint = Nhiều nhất đến mức Thể lệ cho phép. Hồ sơ đưa vào chấm sau này chỉ hiện khi công bố lại.
entries-publish-how-counts = số lượng theo lĩnh vực
entries-publish-how-titles = tên giải pháp theo lĩnh vực
entries-publish-bar = Danh sách trên thay cho danh sách đang công bố, nếu có.
entries-publish-do = Công bố
entries-publish-was-published = Đã công bố danh sách.
entries-publish-was-ended = Đã thu hồi danh sách.
entries-earlier = Giải pháp các kỳ trước
entries-earlier-lead = Danh sách các kỳ tổ chức trước khi dùng hệ thống, để so tên khi kiểm tra hồ sơ. Tên tác giả và đơn vị chỉ người kiểm tra hồ sơ đọc được.
entries-earlier-see-public = Xem phần ai cũng đọc được
entries-earlier-place = { $from }–{ $to } trên { $total } giải pháp
entries-earlier-year = Năm
entries-earlier-prize = Giải
entries-earlier-remove = Bỏ
entries-earlier-none = Không có giải pháp nào như vậy.
entries-earlier-none-who = Ban Thư ký nhập danh sách các kỳ trước từ bảng tính.
entries-earlier-public = Giải pháp các kỳ thi trước
entries-earlier-public-lead = Tên giải pháp và giải thưởng của các kỳ đã qua, để người dự thi biết điều đã có.
entries-earlier-public-none = Danh sách hiện ở đây khi Ban Thư ký nhập các kỳ trước.
entries-earlier-import = Nhập từ bảng tính
entries-earlier-import-lead = Bảng tính được đọc trước, chưa ghi gì; xem lại từng dòng rồi mới nhập.
entries-earlier-file = Bảng tính
entries-earlier-file-hint = Tệp XLSX, nhiều nhất 4 MB và 5.000 dòng; đọc trang tính đầu tiên.
entries-earlier-read-first = Đọc thử từng dòng
entries-earlier-format = Bảng tính được đọc thế nào
entries-earlier-format-heads = Hàng tiêu đề có các cột, thứ tự nào cũng được, cần ít nhất năm và tên:
entries-earlier-format-key = Dòng trùng năm và tên với giải pháp đã có thì sửa dòng ấy; ô trống không xóa gì.
entries-earlier-preview = Đọc lại danh sách kỳ trước
entries-earlier-preview-lead = Chưa dòng nào được nhập. Dưới đây là việc sẽ làm với từng dòng.
entries-earlier-preview-bar = Những dòng thêm mới và sửa sẽ vào danh sách các kỳ trước.
entries-earlier-take-in = Nhập danh sách
entries-earlier-nothing-to-take = Bảng tính này không làm thay đổi danh sách.
entries-earlier-was-imported = Đã nhập: thêm { $added } giải pháp, sửa { $changed } giải pháp.
entries-earlier-was-removed = Đã bỏ giải pháp khỏi danh sách.
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
entries-search-shared = { $name } (dùng chung)
entries-search-keep = Lưu bộ lọc này
entries-search-name = Tên bộ lọc
entries-search-name-hint = Ví dụ: Y dược chờ bổ sung.
entries-search-share = Dùng chung
entries-search-share-hint = Mọi người đọc được danh sách này thấy bộ lọc, cả các từ đang tìm.
entries-search-save = Lưu bộ lọc
entries-search-forget = Bỏ
entries-search-was-saved = Đã lưu bộ lọc.
entries-search-was-forgotten = Đã bỏ bộ lọc.
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
entries-event-entry-conflict-declared = Người kiểm tra khai xung đột lợi ích
entries-event-entry-submitted = Nộp hồ sơ
entries-event-entry-supplemented = Nộp bổ sung
entries-event-entry-choice-restored = Trở lại kết quả chọn theo quy tắc
entries-event-entry-left-out = Thôi gửi lên cấp trên
entries-event-entry-taken-in = Thêm vào danh sách gửi lên cấp trên
entries-event-entry-passed-on = Chuyển sang đơn vị kế thừa
entries-event-entry-promoted = Nhận từ hội thi cơ sở
entries-event-entry-corrected-below = Đính chính từ hội thi cơ sở
entries-event-entry-moved = Chuyển lĩnh vực
entries-event-entry-returned = Đề nghị bổ sung
entries-event-entry-admitted = Đủ điều kiện dự thi
entries-event-entry-refused = Không đủ điều kiện
entries-changed-solution = tên, lĩnh vực giải pháp
entries-changed-authors = tác giả
entries-changed-unit = đơn vị
entries-changed-assisting = đơn vị phối hợp
entries-changed-declarations = cam kết
entries-event-entry-withdrawn = Rút hồ sơ
entries-event-entry-file-quarantined = Cách ly tệp có mã độc
entries-event-author-asked = Đề nghị tác giả xác nhận
entries-event-author-confirmed = Tác giả xác nhận
entries-event-author-declined = Tác giả không đồng ý
entries-event-authorisation-recorded = Ghi giấy ủy quyền
entries-event-authorisation-used = Nộp hộ theo giấy ủy quyền
entries-event-author-joined = Nối tác giả với tài khoản của họ
entries-event-entry-claimed = Tác giả nhận hồ sơ đã nộp hộ
entries-event-author-links-revoked = Thu hồi liên kết của tác giả
entries-event-author-signed = Ghi nhận chữ ký của tác giả
entries-event-supplement-asked = Lập liên kết bổ sung cho tác giả
entries-event-supplement-given = Tác giả gửi phần bổ sung qua liên kết
entries-event-supplement-links-revoked = Thu hồi liên kết bổ sung
entries-event-consent-given = Tác giả đồng ý một điều
entries-event-consent-withdrawn = Tác giả rút lại một sự đồng ý

entries-sealed = Bản lưu hồ sơ cơ sở
entries-sealed-same = Đúng với bản gốc
entries-sealed-other = Không khớp bản gốc
entries-sealed-earlier = Bản lưu trước khi đính chính

entries-local-result = Kết quả ở hội thi cơ sở
entries-local-result-is = hạng { $place }, { $points } điểm

## A unit's list

entries-unit-lists = Đơn vị xác nhận hồ sơ
entries-unit-lists-lead = Mỗi đơn vị xếp thứ tự hồ sơ của mình và xác nhận bằng danh sách có chữ ký.
entries-unit-quota = Mỗi đơn vị nhiều nhất { $quota } hồ sơ.
entries-unit-list = Danh sách hồ sơ đơn vị xác nhận
entries-unit-list-lead = Xếp thứ tự các hồ sơ đã nộp của đơn vị, in danh sách để ký, rồi gửi bản đã ký.
entries-unit-list-required = Theo Thể lệ, hồ sơ chỉ đủ điều kiện khi đơn vị đã xác nhận.
entries-unit-list-optional = Thể lệ không bắt buộc có xác nhận.
entries-unit-list-empty = Chưa có hồ sơ nào để xếp.
entries-unit-list-empty-who = Hồ sơ hiện ở đây sau khi tác giả của đơn vị nộp.
entries-list-received = Hồ sơ đã nộp
entries-list-listed = Trong danh sách
entries-list-waiting = Chờ bản đã ký
entries-list-confirmed = Đã xác nhận
entries-list-place = Thứ tự
entries-list-order-hint = Ghi 1, 2, 3… cho hồ sơ đơn vị gửi; để trống hồ sơ không gửi. Hồ sơ đã xác nhận giữ nguyên thứ tự.
entries-list-order = Lưu thứ tự
entries-list-ordered = Đã lưu thứ tự hồ sơ của đơn vị.
entries-list-sign = Gửi danh sách đã ký
entries-list-sign-text = Bản đã ký xác nhận { $count } hồ sơ đang chờ trong danh sách.
entries-list-document = Số và ký hiệu
entries-list-document-hint = Ví dụ 12/DS-CĐMH.
entries-list-signed-on = Ngày ký
entries-list-signed-by = Người ký
entries-list-scan = Bản đã ký
entries-list-scan-hint = Bản quét, ảnh chụp hoặc tệp PDF có chữ ký số: PDF, JPEG, PNG.
entries-list-sign-bar = Sau khi gửi, các hồ sơ này mang dấu "đơn vị xác nhận" và không đổi thứ tự được nữa.
entries-list-signed = Đã ghi danh sách đã ký. Các hồ sơ trong danh sách được đơn vị xác nhận.
entries-list-papers = Danh sách đã ký
entries-list-paper = do { $signer } ký, nhận lúc { $at }
entries-endorsed = Đơn vị xác nhận
entries-endorsed-yes = Đơn vị xác nhận
entries-endorsed-by = Danh sách số { $document } ngày { $day }
entries-endorsed-waiting = Chờ bản đã ký
entries-endorsed-not-listed = Ngoài danh sách
entries-endorsed-not-yet = Đơn vị chưa xác nhận
entries-event-entry-endorsed = Đơn vị xác nhận

## A unit has ended

entries-succession = Chuyển hồ sơ dự thi sang đơn vị kế thừa
entries-succession-lead = Chọn đơn vị nhận từng phần việc của đơn vị cũ trong kỳ này. Đơn vị tách làm nhiều thì mỗi phần do người phụ trách chọn. Hồ sơ đã nộp giữ nguyên mã số, nội dung và tên đơn vị lúc nộp, từ nay tính cho đơn vị nhận.
entries-succession-none = Không còn gì để chuyển.
entries-succession-no-successor = Danh sách đơn vị chưa ghi đơn vị kế thừa.
entries-succession-choose = Chọn đơn vị
entries-succession-bar = Mỗi lần chuyển được ghi vào nhật ký và diễn biến của hồ sơ.
entries-succession-do = Chuyển hồ sơ
entries-succession-drafts = Hồ sơ đang lập hộ
entries-succession-received = Hồ sơ đã nộp
entries-succession-received-text = Hồ sơ có trong danh sách của đơn vị đi cùng suất và văn bản xác nhận của nó.
entries-succession-stays = Ở lại đơn vị cũ
entries-succession-places = Suất còn trống
entries-succession-places-text = Đơn vị cũ còn { $count } suất chưa dùng. Ghi số suất chuyển cho từng đơn vị.
entries-succession-contests = Hội thi của đơn vị
entries-succession-contests-text = Hội thi đi cùng hồ sơ của đơn vị và số suất gửi lên theo Thể lệ của hội thi đó. Giao vai trò người tổ chức ở trang tài khoản.
entries-succession-helps = Hồ sơ đơn vị phối hợp
entries-succession-helps-label = { $count } hồ sơ do đơn vị khác gửi
refusal-entries-places-not-theirs = Đơn vị cũ chỉ còn { $left } suất để chuyển.
refusal-entries-places-malformed = Vui lòng ghi số suất bằng chữ số, ví dụ 2.
entries-event-entry-help-passed-on = Chuyển việc phối hợp sang đơn vị kế thừa
entries-event-entry-reserve-raised = Gửi lên cấp trên thay hồ sơ đã rút
entries-held-by = Đơn vị kế thừa
entries-outside-contests = Đơn vị đã tổ chức hội thi ngoài hệ thống: ghi quyết định và gửi giải pháp lên
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
    Vị trí trong nhật ký: dòng { $line }

    Tệp đã nhận, kèm mã băm SHA-256:
    { $files }

    Ban Thư ký sẽ kiểm tra hồ sơ và báo lại qua thư này.
entries-mail-receipt-itself =
    Ban Tổ chức { $contest } đã nhận hồ sơ dự thi của anh/chị. Hồ sơ đã đủ và tự nộp khi hết hạn, như anh/chị đã chọn.

    Mã số dự thi: { $number }
    Giải pháp: { $title }
    Thời điểm tính là nộp: { $at }
    Mã biên nhận: { $code }
    Mã băm hồ sơ (SHA-256): { $hash }
    Vị trí trong nhật ký: dòng { $line }

    Tệp đã nhận, kèm mã băm SHA-256:
    { $files }

    Ban Thư ký sẽ kiểm tra hồ sơ và báo lại qua thư này.
entries-mail-no-files = (không có tệp)
entries-mail-lacks-subject = Hồ sơ chưa đủ để tự nộp: { $title }
entries-mail-lacks =
    Anh/chị đã chọn để hồ sơ dự thi { $contest }, giải pháp “{ $title }”, tự nộp khi hết hạn ({ $closes }). Hồ sơ còn thiếu:

    { $lacks }

    Đăng nhập và bổ sung trước hạn. Nếu còn thiếu, hồ sơ sẽ không tự nộp.
entries-mail-missed-subject = Hồ sơ không tự nộp được: { $title }
entries-mail-missed =
    Đã hết hạn nhận hồ sơ { $contest } ({ $closes }). Hồ sơ giải pháp “{ $title }” không tự nộp được, vì lúc hết hạn còn thiếu:

    { $lacks }

    Bản nháp vẫn được lưu. Nếu cần, vui lòng liên hệ { $agency }.
entries-mail-extended-subject = Hồ sơ { $code } được gia hạn đến { $until }
entries-mail-extended =
    Ban Tổ chức { $contest } gia hạn nhận riêng cho bản nháp có mã { $code } đến { $until }.

    Lý do: { $reason }

    Việc gia hạn được công khai trong danh sách của hội thi, không ghi tên giải pháp và tác giả.
entries-mail-supplemented =
    Ban Tổ chức { $contest } đã nhận hồ sơ bổ sung của anh/chị.

    Mã số dự thi: { $number }
    Giải pháp: { $title }
    Thời điểm bổ sung: { $at }
    Mã biên nhận: { $code }
    Mã băm hồ sơ mới (SHA-256): { $hash }
    Vị trí trong nhật ký: dòng { $line }

    Tệp đã nhận, kèm mã băm SHA-256:
    { $files }
entries-mail-returned-subject = Đề nghị bổ sung hồ sơ { $number } trước hết ngày { $until }
entries-mail-returned =
    Ban Thư ký { $contest } đề nghị anh/chị bổ sung hồ sơ { $number }, giải pháp “{ $title }”:

    { $reasons }

    Hạn bổ sung: hết ngày { $until }. Đăng nhập, sửa các phần nêu trên rồi nộp lại; mã số giữ nguyên.
entries-mail-returned-link =
    Ban Thư ký { $contest } đề nghị anh/chị bổ sung hồ sơ { $number }, giải pháp “{ $title }”:

    { $reasons }

    Hạn bổ sung: hết ngày { $until }. Gửi phần còn thiếu tại liên kết riêng của anh/chị, không cần tài khoản; mã số giữ nguyên:
    { $address }

    Không chuyển liên kết này cho người khác: ai mở được cũng bổ sung thay được anh/chị.
entries-mail-confirm-subject = Đề nghị xác nhận tỷ lệ đóng góp: { $title }
entries-mail-confirm =
    Kính gửi { $name }.

    Hồ sơ dự thi { $contest }, giải pháp “{ $title }”, ghi anh/chị là tác giả với tỷ lệ đóng góp { $share }.

    Xem và trả lời tại liên kết riêng của anh/chị, không cần tài khoản:
    { $address }

    Không chuyển liên kết này cho người khác: ai mở được cũng trả lời thay được anh/chị.
entries-mail-declined-subject = { $name } chưa đồng ý với hồ sơ “{ $title }”
entries-mail-declined =
    Tác giả { $name } trả lời không đồng ý đứng tên như hồ sơ “{ $title }” dự thi { $contest } đang ghi:

    { $reason }

    Vui lòng trao đổi với tác giả, sửa hồ sơ rồi đề nghị xác nhận lại.
entries-mail-moved-subject = Hồ sơ { $number } được chuyển lĩnh vực
entries-mail-moved =
    Ban Thư ký { $contest } chuyển hồ sơ { $number }, giải pháp “{ $title }”, từ lĩnh vực “{ $from }” sang lĩnh vực “{ $to }” để chấm.

    Lý do: { $why }

    Hồ sơ đã nộp không thay đổi. Nếu không đồng ý, anh/chị trả lời Ban Thư ký trước khi chấm.
entries-merged = Đã gộp
entries-merged-into = Gộp vào hồ sơ
entries-merged-see = Xem hồ sơ
entries-merged-at = Đã gộp vào hồ sơ cùng giải pháp lúc { $at }
entries-event-entry-merged = Gộp vào hồ sơ cùng giải pháp
entries-event-entry-twin-taken-in = Nhận hồ sơ cùng giải pháp gộp vào
entries-event-entry-taken-apart = Tách lại thành hồ sơ riêng
entries-event-entry-twin-left = Hồ sơ đã gộp được tách ra
entries-mail-merged-subject = Hồ sơ { $number } được gộp vào hồ sơ { $other }
entries-mail-merged = Hồ sơ { $number }, giải pháp “{ $title }”, và hồ sơ { $other } là một giải pháp gửi hai lần. Mỗi giải pháp dự thi { $contest } một lần: hồ sơ { $number } được đóng lại, giải pháp tiếp tục dự thi với mã số { $other }. Lý do: { $reason } Nếu thấy không đúng, vui lòng báo ngay cho cơ quan thường trực: khi chưa có kết luận kiểm tra, hai hồ sơ tách lại được.
entries-mail-twin-subject = Hồ sơ { $other } được gộp vào hồ sơ { $number }
entries-mail-twin = Giải pháp “{ $title }” được gửi hai lần tới { $contest }. Hồ sơ { $number } tiếp tục dự thi; hồ sơ { $other } được đóng lại, đơn vị gửi hồ sơ đó được ghi là đơn vị phối hợp. Lý do: { $reason } Nếu thấy không đúng, vui lòng báo ngay cho cơ quan thường trực: khi chưa có kết luận kiểm tra, hai hồ sơ tách lại được.
entries-mail-apart-subject = Hồ sơ { $number } và hồ sơ { $other } dự thi riêng
entries-mail-apart = Hồ sơ { $number }, giải pháp “{ $title }”, và hồ sơ { $other } trước đây được gộp làm một, nay tách lại và dự thi { $contest } riêng, mỗi hồ sơ một mã số như lúc nộp. Lý do: { $reason }
entries-mail-withdrawn-subject = Hồ sơ { $number } đã được rút
entries-mail-withdrawn = Hồ sơ { $number }, giải pháp “{ $title }”, đã được rút khỏi { $contest }. Lý do ghi trong sổ: { $reason } Nếu nhóm tác giả không đề nghị rút, vui lòng báo ngay cho cơ quan thường trực.
entries-mail-quarantined-subject = Tệp của hồ sơ dự thi bị cách ly vì có mã độc
entries-mail-quarantined = Trong hồ sơ của giải pháp “{ $title }” dự thi { $contest }, tệp “{ $name }” của phần “{ $part }” bị cách ly vì chương trình quét phát hiện mã độc ({ $found }). Không ai mở được tệp này nữa và phần ấy coi như thiếu. Vui lòng quét máy của anh/chị, xuất lại tệp rồi nộp lại phần ấy; nếu hồ sơ đã nộp, vui lòng liên hệ thư ký Hội thi để được trả lại bổ sung.
entries-mail-admitted-subject = Hồ sơ { $number } đủ điều kiện dự thi
entries-mail-admitted = Hồ sơ { $number }, giải pháp “{ $title }”, đủ điều kiện dự thi { $contest } và sẽ được chấm. Kết quả sẽ được gửi tới anh/chị khi công bố.
entries-mail-refused-subject = Hồ sơ { $number } không đủ điều kiện dự thi
entries-mail-refused =
    Hồ sơ { $number }, giải pháp “{ $title }”, không được đưa vào chấm tại { $contest } vì:

    { $reasons }

    Nếu không đồng ý, anh/chị có thể gửi ý kiến bằng văn bản tới Ban Tổ chức.

## What stands in the way

refusal-entries-supplement-in-account = Hồ sơ này do tác giả tự lập: tác giả đăng nhập để bổ sung, không dùng liên kết.
refusal-entries-not-given-back = Hồ sơ không ở chỗ tác giả để bổ sung.
refusal-entries-nothing-given = Chưa gửi phần nào được đề nghị bổ sung.
refusal-entries-search-name = Đặt tên bộ lọc, nhiều nhất { $most } ký tự.
refusal-entries-search-nothing = Chọn ít nhất một điều kiện rồi lưu.
refusal-entries-searches-full = Danh sách này đã có { $most } bộ lọc. Bỏ bớt rồi lưu.
refusal-entries-earlier-year = Ghi năm từ { $first } đến { $last }, ví dụ 2019 hoặc 2018-2019.
refusal-entries-earlier-too-long = Nhiều nhất { $max } ký tự một ô.
refusal-entries-earlier-doubled = Trùng năm và tên với dòng { $row }.
refusal-entries-earlier-empty = Bảng tính không ghi giải pháp nào.
refusal-entries-earlier-changed-meanwhile = Danh sách vừa được người khác sửa. Vui lòng xem lại rồi làm tiếp.
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
refusal-entries-author-confirmed-already = Tác giả này đã xác nhận rồi.
refusal-entries-author-no-address = Tác giả này chưa có thư điện tử trong hồ sơ. Vui lòng ghi thư điện tử hoặc lập mã để trao tay.
refusal-entries-author-no-share = Tác giả này chưa có tỷ lệ đóng góp. Vui lòng ghi và lưu tỷ lệ trước khi đề nghị xác nhận.
refusal-entries-guardian-missing = Tác giả chưa đủ 18 tuổi: vui lòng ghi họ tên người giám hộ đồng ý thay.
refusal-entries-author-share-changed = Tỷ lệ đóng góp vừa được sửa, hiện là { $share }. Vui lòng xem lại rồi trả lời.
refusal-entries-signature-scan-missing = Vui lòng chọn bản quét có chữ ký.
refusal-entries-signature-not-recorded-here = Hồ sơ do một tác giả tự lập: các tác giả khác xác nhận bằng liên kết hoặc mã của mình.
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
refusal-entries-table-ahead = Giờ nhận { $at } chưa đến. Vui lòng xem lại ngày, giờ nhận.
refusal-entries-table-too-long-ago = Hồ sơ giấy phải được nhập trong { $most } ngày sau khi nhận. Vui lòng xem lại ngày nhận.
refusal-entries-table-because-missing = Vui lòng ghi lý do nhập sau.
refusal-entries-hour-malformed = Giờ chưa đúng. Ghi giờ:phút, ví dụ 16:00.
refusal-entries-not-on-the-table = Ngày, giờ nhận hồ sơ giấy chỉ ghi cho hồ sơ nộp trực tiếp. Chọn “Nộp trực tiếp”, hoặc để trống các ô đó.
refusal-entries-no-scan-awaited = Hồ sơ không còn chờ bản quét của phần này.
refusal-entries-scans-awaited = Còn chờ bản quét: { $parts }. Giám khảo đọc bản quét, nên cần quét đủ trước khi đưa vào chấm.
refusal-entries-unit-stands = Đơn vị này còn hoạt động nên chưa chuyển hồ sơ được.
refusal-entries-no-successor = Vui lòng chọn đơn vị kế thừa theo danh mục.
refusal-entries-merge-decided = Một trong hai hồ sơ đã có kết luận kiểm tra, đã rút hoặc đã gộp, nên không gộp hay tách được nữa.
refusal-entries-not-merged = Hồ sơ này không được gộp vào hồ sơ nào.
refusal-entries-nothing-to-pass = Chưa chọn gì để chuyển.
refusal-entries-not-endorsed = Đơn vị chưa xác nhận hồ sơ này; Thể lệ yêu cầu có xác nhận thì hồ sơ mới đủ điều kiện.
refusal-entries-list-changed-meanwhile = Danh sách vừa được sửa ở một cửa sổ khác. Vui lòng mở lại trang để xem danh sách mới.
refusal-entries-unit-quota-full = Danh sách có { $given } hồ sơ, nhiều hơn { $limit } hồ sơ mà Thể lệ cho mỗi đơn vị. Vui lòng bỏ bớt.
refusal-entries-nothing-to-confirm = Không có hồ sơ nào trong danh sách chờ xác nhận.
refusal-entries-list-from-future = Ngày { $date } chưa đến. Vui lòng ghi ngày trên danh sách đã ký.
refusal-entries-list-day-malformed = Vui lòng ghi ngày ký danh sách, ví dụ 5/4/2021.
refusal-entries-place-malformed = Vui lòng ghi thứ tự là số 1, 2, 3… hoặc để trống.
refusal-entries-place-twice = Thứ tự này đã ghi cho hồ sơ khác.
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
refusal-entries-several-files = Mỗi phần nhận một tệp PDF. Vui lòng chọn một tệp, hoặc chọn nhiều ảnh chụp.
refusal-entries-label-unknown = Kỳ này không có hồ sơ mang mã ấy. Vui lòng bắn lại mã vạch hoặc gõ đúng mã in trên nhãn.
refusal-entries-file-infected = “{ $name }” đã bị cách ly vì chương trình quét phát hiện mã độc. Vui lòng quét máy của anh/chị, xuất lại tệp rồi chọn lại.
refusal-entries-not-a-picture = “{ $name }” không phải ảnh. Vui lòng chỉ chọn ảnh chụp, hoặc chỉ chọn một tệp PDF; phần này chưa thay đổi.
refusal-entries-picture-damaged = Ảnh “{ $name }” bị hỏng hoặc tải chưa hết. Vui lòng chụp lại hoặc chọn ảnh khác; phần này chưa thay đổi.
refusal-entries-picture-too-many-points = Ảnh “{ $name }” lớn quá { $most } triệu điểm ảnh. Vui lòng chọn cỡ ảnh nhỏ hơn trong máy ảnh rồi chụp lại.
refusal-entries-pictures-too-large = Các ảnh ghép lại vẫn nặng hơn { $max } MB dù đã thu nhỏ. Vui lòng gửi ít ảnh hơn.
refusal-entries-pictures-too-many = Mỗi lần ghép được nhiều nhất { $most } ảnh. Vui lòng chọn bớt.
refusal-entries-picture-heic = Máy chủ chưa đọc được ảnh HEIC “{ $name }”. Trên iPhone: vào Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; trên máy Android: tắt HEIF (ảnh hiệu suất cao) trong cài đặt máy ảnh.
refusal-entries-pictures-unagreed = Vui lòng xem lại ảnh và đánh dấu xác nhận về người bệnh, trẻ em trong ảnh rồi chọn lại các ảnh.
refusal-entries-video-unagreed = Vui lòng xem lại video, đánh dấu xác nhận về người bệnh, trẻ em trong video rồi chọn lại tệp.
refusal-entries-video-several = Phần này nhận một video. Vui lòng chọn một tệp.
refusal-entries-not-a-video = “{ $name }” không phải video MP4, MOV hoặc WebM, dù tên tệp ghi thế nào. Vui lòng lưu lại thành MP4.
refusal-entries-video-broken = Video “{ $name }” bị hỏng hoặc chép chưa hết. Vui lòng chép lại từ máy quay rồi chọn lại.
refusal-entries-video-endless = Không đọc được thời lượng của video “{ $name }”. Vui lòng lưu lại thành MP4 rồi chọn lại.
refusal-entries-video-too-long = Video “{ $name }” dài quá { $most } phút. Vui lòng cắt bớt rồi chọn lại.
refusal-entries-pdf-locked = “{ $name }” có đặt mật khẩu nên người khác không mở được. Vui lòng bỏ mật khẩu rồi chọn lại.
refusal-entries-pdf-damaged = “{ $name }” bị hỏng, tải chưa hết hoặc không đọc được cấu trúc. Vui lòng mở tệp, in lại ra PDF (Print to PDF) rồi chọn lại.
refusal-entries-pdf-too-much = “{ $name }” có quá nhiều trang hoặc quá nhiều thành phần bên trong (nhiều nhất { $pages } trang). Vui lòng mở tệp, in lại ra PDF (Print to PDF) hoặc bớt trang rồi chọn lại.
refusal-entries-file-too-large = “{ $name }” nặng { $size }, nhiều nhất là { $max } MB. Vui lòng giảm dung lượng ảnh rồi chọn lại.
refusal-entries-day-malformed = Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 30/6/2021.
refusal-entries-version-malformed = Biểu mẫu này không còn đầy đủ. Vui lòng mở lại trang rồi gửi lần nữa.
refusal-entries-no-upper-category = Lĩnh vực của hồ sơ chưa có lĩnh vực tương ứng ở hội thi cấp trên.
refusal-entries-promoted-already = Hồ sơ này đã được gửi lên hội thi cấp trên.
refusal-entries-origin-is-here = Hội thi cơ sở này được tổ chức ngay trong hệ thống: gửi lên từ trang Gửi lên cấp trên của hội thi đó.
refusal-entries-correction-too-late = Hồ sơ đã được kiểm tra xong hoặc đã rút, không nhận đính chính từ hội thi cơ sở nữa.
refusal-entries-refused-already = Hồ sơ này đã được kết luận không đủ điều kiện nên không còn gì để rút.
refusal-entries-not-promotable = Chỉ gửi lên được hồ sơ đã tiếp nhận, không bị loại hoặc rút.
refusal-entries-number-form = “{ $given }” không phải mã số dự thi, ví dụ đúng: QN8-0042.
refusal-entries-authorisation-from-future = Ngày ký ({ $day }) chưa đến.
refusal-entries-authorisation-ended = Giấy ủy quyền đã hết hạn ngày { $day }.
refusal-entries-authorisation-missing = Thể lệ chỉ cho nộp hộ khi có giấy ủy quyền còn giá trị: ghi giấy ủy quyền ở mục “Giấy ủy quyền” trước khi nộp.
refusal-entries-claimed-already = Hồ sơ này đã có người đứng tên.
refusal-entries-claim-not-representative = Tác giả đại diện nhận hồ sơ; các tác giả khác đọc hồ sơ trong danh sách của mình.
refusal-entries-nothing-to-claim = Không có hồ sơ nộp hộ nào mang mã biên nhận này và chờ tác giả có họ tên của anh/chị. Kiểm tra lại mã, hoặc hỏi người đã nộp hộ.
refusal-entries-receipt-code-form = “{ $given }” không phải mã biên nhận, ví dụ đúng: 7KQM2-X0V9D.

## The list, taken along

entries-list-xlsx = Tải về XLSX
entries-list-print = In danh sách
entries-taken-place = STT
entries-list-authors = Tác giả
entries-list-phone = Điện thoại
entries-list-email = Thư điện tử

## What was received, in pictures

entries-intake = Tình hình tiếp nhận hồ sơ
entries-packages = Nhận gói hồ sơ từ hệ thống khác
entries-intake-total = hồ sơ đã nhận, không kể hồ sơ đã rút
entries-intake-days = Theo ngày nộp
entries-intake-categories = Theo lĩnh vực
entries-intake-units = Theo đơn vị gửi
entries-intake-no-unit = Không ghi đơn vị
entries-intake-empty-who = Biểu đồ hiện ở đây khi có hồ sơ được nộp.

## Đêm cuối

entries-countdown = Giờ máy chủ { $now }, còn { $left }.
entries-extended-until = Hồ sơ này được gia hạn riêng đến { $until }
entries-extended = Được gia hạn riêng đến
entries-itself = Tự nộp khi hết hạn, nếu hồ sơ đã đủ
entries-itself-hint = Đúng lúc hết hạn, hồ sơ được kiểm tra như khi tự tay nộp. Nếu còn thiếu, hồ sơ không được nộp và có thư báo phần còn thiếu, cả trước và sau hạn.
entries-itself-save = Lưu lựa chọn
entries-itself-chosen = Hồ sơ sẽ tự nộp khi hết hạn, nếu đã đủ.
entries-itself-dropped = Hồ sơ sẽ không tự nộp.
entries-itself-missed = Hồ sơ không tự nộp được, vì lúc hết hạn còn thiếu phần bắt buộc.
entries-itself-now = Đã hết hạn. Hồ sơ đang được tự nộp, vui lòng mở lại trang sau một phút.
entries-draft-code = Mã bản nháp
entries-draft-code-hint = Đọc mã này cho Ban Thư ký nếu cần xin gia hạn; mã không cho biết nội dung hồ sơ.
entries-extensions = Gia hạn riêng từng hồ sơ
entries-extensions-lead = Mọi lần gia hạn riêng được ghi ở đây. Danh sách không ghi tên giải pháp, tác giả và đơn vị.
entries-extensions-empty = Chưa có hồ sơ nào được gia hạn riêng.
entries-extensions-empty-who = Gia hạn chung được công bố bằng văn bản sửa đổi Thể lệ.
entries-extension-granted = Quyết định lúc
entries-extension-until = Nhận đến
entries-extension-cause = Lý do
entries-extension-cause-network = Sự cố hệ thống hoặc đường truyền
entries-extension-cause-disaster = Thiên tai, mất điện trên diện rộng
entries-extension-cause-illness = Ốm đau, tai nạn
entries-extension-cause-other = Lý do khác
entries-extend = Gia hạn cho một hồ sơ
entries-extend-code-hint = Người lập hồ sơ đọc mã này trên trang hồ sơ của mình, ví dụ 4F2A-91BC.
entries-extend-day = Nhận đến ngày
entries-extend-hour = Giờ
entries-extend-cause-hint = Được công khai.
entries-extend-reason = Lý do cụ thể
entries-extend-reason-hint = Ghi trong sổ và gửi tác giả, không công khai.
entries-extension-done = Đã gia hạn và báo cho người lập hồ sơ.
entries-journal-place = Vị trí trong nhật ký
entries-journal-line = dòng { $line }
entries-event-entry-extended = Được gia hạn riêng
entries-event-entry-itself-chosen = Chọn để hồ sơ tự nộp khi hết hạn
entries-event-entry-itself-dropped = Thôi để hồ sơ tự nộp
entries-event-entry-itself-missed = Hồ sơ không tự nộp được
refusal-entries-not-itself = Chỉ bản nháp do chính tác giả lập mới tự nộp được.
refusal-entries-submits-itself = Đã hết hạn và hồ sơ đang được tự nộp nên không sửa được. Vui lòng mở lại trang sau một phút.
refusal-entries-no-such-draft = Không có bản nháp nào của kỳ này có mã đó. Mã gồm tám chữ số và chữ cái, ví dụ 4F2A-91BC.
refusal-entries-own-extension = Không ai tự gia hạn cho hồ sơ của chính mình.
refusal-entries-extension-not-later = Hồ sơ này đã được nhận đến { $closes }; hãy chọn thời điểm sau đó.
refusal-entries-extension-past = Thời điểm này đã qua.
refusal-entries-extension-reason-missing = Chưa ghi lý do gia hạn.
refusal-entries-cause-missing = Chưa chọn lý do.
entries-file-follows = đã ghi mã băm, tệp gửi sau khi nộp
entries-file-follows-until = Tệp gửi sau, trước { $until }
entries-file-over = Đã quá hạn gửi tệp, coi như thiếu
entries-files-awaited = Còn tệp phải gửi
entries-promised = Đã ghi mã băm. Vẫn có thể gửi tệp trước khi nộp.
entries-promised-hash = Chỉ nhận đúng tệp có mã SHA-256 đã ghi:
entries-promise = Mạng yếu: ghi mã băm trước, gửi tệp sau
entries-promise-says = Tệp được gửi sau trong { $hours } giờ kể từ lúc nộp.
entries-promise-of = Chọn tệp để tính mã (tệp chưa được gửi)
entries-promise-digest = Mã SHA-256 của tệp
entries-promise-hint = 64 chữ số và chữ cái từ a đến f. Sau khi nộp chỉ nhận đúng tệp có mã này.
entries-promise-save = Ghi mã băm
entries-mail-file-follows = - { $name } (gửi sau, trước { $until }): { $hash }
entries-event-entry-file-promised = Ghi mã băm của tệp gửi sau
refusal-entries-no-promise = Phần này không được gửi tệp sau: Thể lệ không cho, hoặc hồ sơ không còn là bản nháp.
refusal-entries-file-is-here = Tệp của phần này đã có, không cần ghi mã băm.
refusal-entries-digest-malformed = Mã SHA-256 chưa đúng. Mã gồm 64 chữ số và chữ cái từ a đến f.
refusal-entries-files-promised = Chưa nhận được tệp đã ghi mã băm khi nộp: { $parts }. Chỉ đưa vào dự thi khi tệp đã đến; quá hạn thì trả hồ sơ để bổ sung.
refusal-entries-file-not-awaited = Không chờ tệp nào cho phần này.
refusal-entries-file-too-late = Tệp được gửi sau đến { $until }, nay đã quá hạn. Ban Thư ký sẽ báo nếu cần bổ sung.
refusal-entries-file-is-another = Tệp “{ $name }” không phải tệp đã ghi mã băm khi nộp. Mã đã ghi: { $promised }.
## The registration form, printed here and stamped on paper

entries-form = Phiếu đăng ký dự thi
entries-form-lead = Phiếu in từ nội dung hồ sơ. In phiếu, ký tên, xin xác nhận và đóng dấu của đơn vị, rồi quét hoặc chụp thành PDF và gửi lại.
entries-form-print = In phiếu
entries-form-printed = Đã lập bản in. Mở tệp PDF trong danh sách để in ra giấy.
entries-form-prints = Các bản đã in
entries-form-empty = Chưa in bản nào.
entries-form-empty-who = Mỗi bản in có một mã; nội dung hồ sơ thay đổi thì mã cũng khác.
entries-form-code = Mã bản in
entries-form-at = In lúc
entries-form-now = So với hồ sơ hiện nay
entries-form-same = Khớp với hồ sơ
entries-form-other = Hồ sơ đã thay đổi sau khi in
entries-form-open = Mở bản in (PDF)
entries-form-to-print = Phiếu in từ hồ sơ
entries-form-note = Phiếu được in từ hồ sơ dự thi trên hệ thống. Quét mã vuông để tìm lại đúng bản in này.
entries-form-sign = Chữ ký
entries-form-unit-signs = XÁC NHẬN CỦA CƠ QUAN, ĐƠN VỊ HOẶC ĐỊA PHƯƠNG
entries-form-author-signs = TÁC GIẢ HOẶC ĐẠI DIỆN NHÓM TÁC GIẢ
entries-form-author = Tác giả { $number }, { $what }
entries-form-change = { $what }: trên phiếu là “{ $before }”, nay là “{ $now }”.
entries-form-nothing = không ghi
entries-form-yes = có
entries-stamp-missing = Chưa có bản đã đóng dấu
entries-stamp-not-printed-here = Bản đã đóng dấu không in từ hệ thống, cần đối chiếu bằng mắt
entries-stamp-stands = Bản đã đóng dấu khớp với hồ sơ
entries-stamp-differs = Bản đã đóng dấu không còn khớp
entries-stamp-until = Bản đã đóng dấu nộp sau được đến hết ngày { $day }.
entries-stamp-give = Gửi bản đã đóng dấu
entries-stamp-shows = Tệp này là bản in nào
entries-stamp-shows-hint = Mã bản in ở góc trên bên phải và cuối mỗi trang của phiếu.
entries-stamp-shows-print = { $code }, in lúc { $at }
entries-stamp-shows-none = Phiếu không in từ hệ thống này
entries-warn-stamp-follows = Chưa có phiếu đã ký và đóng dấu. Hồ sơ vẫn nộp được; phiếu gửi sau trong thời hạn của Thể lệ.
entries-event-entry-form-printed = In phiếu đăng ký
refusal-entries-stamp-differs = { $part }: bản đã đóng dấu không còn khớp với hồ sơ. Vui lòng in lại phiếu, ký, đóng dấu và gửi bản mới, hoặc sửa hồ sơ cho đúng với phiếu.
refusal-entries-stamp-over = Bản đã đóng dấu nộp sau được đến hết ngày { $until }; thời hạn đó đã qua. Vui lòng liên hệ Ban Tổ chức.
refusal-entries-stamp-awaited = Hồ sơ chưa có phiếu đã ký và đóng dấu mà Thể lệ yêu cầu, nên chưa đưa vào chấm được.
refusal-entries-stamp-outdated = Phiếu đã đóng dấu không còn khớp với hồ sơ, nên chưa đưa vào chấm được. Đề nghị tác giả bổ sung phiếu mới.
refusal-entries-nothing-to-print = Phiếu cần có tên giải pháp và ít nhất một tác giả. Vui lòng ghi các phần đó rồi in.
refusal-entries-no-such-print = Hồ sơ này không có bản in mang mã đó. Vui lòng chọn mã có trong danh sách.
refusal-entries-print-code-form = “{ $given }” không phải mã bản in, ví dụ đúng: 7KQM2-X0V9D.

## Parts that are written under headings

entries-limit-fields = điền theo các mục trên trang
entries-fields-given = Đã điền { $given }/{ $all } mục
entries-field-example = Ví dụ: { $example }
entries-field-when = Bắt buộc khi “{ $field }” là “{ $answer }”.
entries-field-not-judges = Giám khảo không đọc mục này.
entries-field-choose = Chọn một câu trả lời
entries-field-month = Ghi tháng/năm, ví dụ 6/2021.
entries-field-dong = đồng
refusal-entries-field-missing = Vui lòng điền mục “{ $part }”.
refusal-entries-field-malformed = Mục “{ $part }” chưa đúng dạng. Ghi số như 1.200 hoặc 0,5; ghi ngày như 30/6/2021, tháng như 6/2021, tiền như 1.250.000; chọn câu trả lời có trong danh sách.

## Information to be kept secret

entries-secret = Thông tin cần bảo mật
entries-secret-lead = Phần cần bảo mật chỉ mở cho những người nêu dưới đây, không dùng để so sánh trùng lặp, không hiện trong danh sách công khai. Dấu bảo mật đi theo hồ sơ khi gửi lên cấp trên.
entries-secret-by-rules = Theo thể lệ
entries-secret-by-writer = Do người lập hồ sơ đánh dấu
entries-secret-reason = Lý do
entries-secret-reason-hint = Ví dụ: có công thức chưa đăng ký bảo hộ. Tối đa { $most } ký tự.
entries-secret-who = Ai được mở
entries-secret-who-own = Chủ hồ sơ, các tác giả và người đã nhập hộ hồ sơ.
entries-secret-who-office = Thư ký, chuyên viên nhận hồ sơ của hội thi này, sau khi ghi lý do; mỗi lần mở có hiệu lực { $hours } giờ với riêng người mở.
entries-secret-who-judges = Giám khảo được phân công chấm, vì thể lệ cho đọc.
entries-secret-who-no-judge = Giám khảo không đọc.
entries-secret-who-else = Không ai khác: không phải lãnh đạo, Ban Tổ chức, thanh tra, đơn vị gửi hay đơn vị cấp trên.
entries-secret-read = Đọc
entries-secret-open = Mở phần cần bảo mật
entries-secret-open-reason = Lý do mở
entries-secret-open-hint = Lý do được ghi vào nhật ký, các tác giả cũng đọc được; không ghi tên người. Mở trong { $hours } giờ.
entries-secret-keep = Đánh dấu cần bảo mật
entries-secret-lift = Bỏ dấu bảo mật
entries-secret-openings = Ai đã mở
entries-secret-openings-none = Chưa ai mở phần này bằng cách ghi lý do.
entries-secret-none = Phần này không có dấu bảo mật. Hồ sơ đã có kết luận thì không đánh dấu được nữa.
entries-secret-held = Phần này cần bảo mật; chỉ người được mở mới đọc được.
entries-secret-of-part = Bảo mật của phần này
entries-secret-kept = Đã đánh dấu cần bảo mật.
entries-secret-lifted = Đã bỏ dấu bảo mật.
entries-secret-opened = Đã mở phần cần bảo mật và ghi lý do vào nhật ký.
entries-event-entry-secret-kept = Đánh dấu một phần cần bảo mật
entries-event-entry-secret-lifted = Bỏ dấu bảo mật của một phần
entries-event-entry-secret-opened = Mở phần cần bảo mật
refusal-entries-secret-reason-missing = Vui lòng ghi lý do.
refusal-entries-secret-reason-too-long = Lý do dài { $given } ký tự, tối đa { $most } ký tự.
refusal-entries-secret-already = Phần này đã có dấu bảo mật.
refusal-entries-not-secret = Phần này không có dấu bảo mật.
refusal-entries-secret-by-the-rules = Thể lệ quy định phần này cần bảo mật nên không bỏ dấu được.
refusal-entries-secret-too-late = Hồ sơ không còn ở chỗ người lập hoặc đã có kết luận nên không đổi dấu bảo mật được nữa.
entries-letter = Viết thư cho tác giả
entries-letter-lead = { $count } hồ sơ trong danh sách đang lọc; { $written } hồ sơ nhận được thư điện tử, mỗi hồ sơ một thư.
entries-letter-subject = Tiêu đề thư
entries-letter-subject-hint = Mã số dự thi được ghi thêm vào sau tiêu đề.
entries-letter-body = Nội dung thư
entries-letter-body-hint = Lời gửi, tên giải pháp và cơ quan thường trực được ghi sẵn ở đầu và cuối thư.
entries-letter-read = Xem trước
entries-letter-first = Đây là thư của hồ sơ đầu tiên; thư của hồ sơ khác chỉ khác mã số và tên giải pháp.
entries-letter-whom = Người nhận
entries-letter-to = Gửi tới
entries-letter-call = Chưa có thư điện tử; gọi { $phone }
entries-letter-nobody = Chưa có cách liên hệ
entries-letter-bar = Thư đã gửi thì không lấy lại được.
entries-letter-send = Gửi { $count } thư
entries-letter-again = Sửa thư
entries-letter-none = Danh sách này không có hồ sơ nào để viết thư.
entries-letter-none-who = Hãy lọc lại danh sách hồ sơ.
entries-letter-was-sent = Đã gửi { $count } thư cho tác giả.
entries-mail-list-subject = { $subject } (hồ sơ { $number })
entries-mail-list =
    Kính gửi tác giả giải pháp “{ $title }”, hồ sơ { $number }, { $contest }.

    { $words }

    { $agency }
refusal-entries-letter-empty = { $field ->
        [subject] Ghi tiêu đề thư.
       *[body] Ghi nội dung thư.
    }
refusal-entries-letter-too-long = { $field ->
        [subject] Tiêu đề dài quá 150 ký tự.
       *[body] Nội dung thư dài quá 5.000 ký tự.
    }
refusal-entries-letter-too-many = Danh sách có hơn 500 hồ sơ. Hãy lọc hẹp hơn, rồi gửi nhiều lần.
refusal-entries-letter-changed = Danh sách vừa thay đổi. Hãy xem lại người nhận, rồi gửi.
refusal-entries-letter-nobody = Không hồ sơ nào trong danh sách có thư điện tử.

## Models and samples

entries-things = Mô hình, hiện vật
entries-things-empty = Chưa nhận mô hình, hiện vật nào.
entries-things-empty-who = Ban Thư ký lập biên bản giao nhận khi tác giả mang đến; tác giả xem được toàn bộ tại đây.
entries-things-kept-empty-who = Mở một hồ sơ, chọn “Mô hình, hiện vật” để lập biên bản giao nhận.
entries-things-due = Cần trả lại ({ $count })
entries-things-due-says = Đã quá ngày hẹn trả, hoặc hồ sơ không còn dự thi.
entries-things-others = Đang giữ và đã trả
entries-thing-take = Nhận mô hình, hiện vật
entries-thing-take-says = Lưu xong thì in được biên bản giao nhận để hai bên ký và nhãn dán lên hiện vật. Tác giả được báo bằng thư.
entries-thing-taken = Đã ghi việc giao nhận. Vui lòng in biên bản và nhãn.
entries-thing-kind = Loại
entries-thing-kind-model = Mô hình
entries-thing-kind-sample = Sản phẩm mẫu
entries-thing-kind-device = Thiết bị
entries-thing-name = Tên hiện vật
entries-thing-pieces = Số lượng
entries-thing-pieces-are = Số lượng: { $count }
entries-thing-condition = Tình trạng khi nhận
entries-thing-condition-hint = Ghi cả phụ kiện đi kèm và chỗ đã hỏng, xước.
entries-thing-handed-by = Người giao
entries-thing-received-by = Người nhận
entries-thing-received-on = Ngày giao nhận
entries-thing-until = Hẹn trả chậm nhất
entries-thing-place = Nơi để
entries-thing-place-hint = Ví dụ: Phòng 204, giá 3. Giám khảo đến xem tại đây nên không ghi tên tác giả, đơn vị.
entries-thing-place-new = Nơi để mới
entries-thing-photos = Ảnh chụp hiện vật
entries-thing-photos-hint = Nhiều nhất { $most } ảnh; hệ thống không giữ nơi chụp và tên máy.
entries-thing-photo = Ảnh { $number }
entries-thing-label = Nhãn
entries-thing-label-print = In nhãn
entries-thing-minutes = Biên bản giao nhận
entries-thing-minutes-back = Biên bản trả lại
entries-thing-kept = Đang giữ
entries-thing-damaged = Bị hư hỏng
entries-thing-due = Quá hạn trả
entries-thing-lost = Thất lạc
entries-thing-returned = Đã trả
entries-thing-move = Chuyển chỗ
entries-thing-find = Đã tìm thấy
entries-thing-moved = Đã ghi nơi để.
entries-thing-harm = Ghi hư hỏng, thất lạc
entries-thing-harm-says = Tác giả được báo bằng thư
entries-thing-harm-what = Việc xảy ra
entries-thing-harm-damaged = Hư hỏng
entries-thing-harm-lost = Thất lạc
entries-thing-harm-reason = Lý do
entries-thing-harm-noted = Đã ghi và báo tác giả.
entries-thing-show = Cho giám khảo biết
entries-thing-show-says = Giám khảo thấy tên, nhãn và nơi để
entries-thing-shown-as = Tên để giám khảo đọc
entries-thing-shown-as-hint = Không ghi tên tác giả, đơn vị.
entries-thing-show-photos = Cho giám khảo xem cả ảnh
entries-thing-photos-seen = Tôi đã xem từng ảnh: ảnh không cho biết tác giả, đơn vị và không có người
entries-thing-photos-seen-hint = Cần đánh dấu khi cho xem ảnh.
entries-thing-shown = Giám khảo đã xem được.
entries-thing-hide = Thôi cho giám khảo biết
entries-thing-hidden = Giám khảo không còn thấy hiện vật này.
entries-thing-judges = Giám khảo
entries-thing-judges-see = Xem được
entries-thing-judges-photos = cả ảnh chụp
entries-thing-give-back = Trả lại
entries-thing-given-back = Đã ghi việc trả lại. Vui lòng in biên bản.
entries-thing-returned-to = Người nhận lại
entries-thing-returned-on = Ngày trả
entries-thing-returned-as = Tình trạng khi trả
entries-thing-steps = Diễn biến
entries-thing-step-received = Nhận, để tại
entries-thing-step-moved = Chuyển đến
entries-thing-step-found = Tìm thấy, để tại
entries-thing-step-damaged = Hư hỏng
entries-thing-step-lost = Thất lạc
entries-thing-step-shown = Cho giám khảo biết với tên
entries-thing-step-hidden = Thôi cho giám khảo biết
entries-thing-step-returned = Trả lại cho
entries-event-thing-received = Nhận mô hình, hiện vật
entries-event-thing-moved = Chuyển chỗ hiện vật
entries-event-thing-found = Tìm thấy hiện vật
entries-event-thing-damaged = Hiện vật bị hư hỏng
entries-event-thing-lost = Hiện vật bị thất lạc
entries-event-thing-shown = Cho giám khảo biết hiện vật
entries-event-thing-hidden = Thôi cho giám khảo biết hiện vật
entries-event-thing-returned = Trả lại hiện vật
entries-thing-paper-handover = Giao nhận mô hình, hiện vật của hồ sơ { $number }
entries-thing-paper-return = Trả lại mô hình, hiện vật của hồ sơ { $number }
entries-thing-paper-dossier = Hồ sơ dự thi
entries-thing-paper-day = Ngày giao nhận
entries-thing-paper-came = Ngày đã nhận
entries-thing-paper-from = Bên giao
entries-thing-paper-to = Bên nhận
entries-thing-paper-place = Nơi để hiện vật
entries-thing-paper-until = Hẹn trả chậm nhất ngày
entries-thing-paper-what = 1. Hiện vật giao nhận
entries-thing-paper-condition = 2. Tình trạng khi giao nhận
entries-thing-paper-photos = Hai bên đã chụp { $count } ảnh hiện vật, lưu cùng hồ sơ.
entries-thing-paper-copies = Biên bản lập thành 02 bản, mỗi bên giữ 01 bản.
entries-thing-paper-gives = BÊN GIAO
entries-thing-paper-takes = BÊN NHẬN
entries-mail-thing-received-subject = Đã nhận { $thing } của hồ sơ { $number }
entries-mail-thing-received = Ban Tổ chức { $contest } đã nhận của { $by } ngày { $day }: { $thing }, số lượng { $pieces }, nhãn { $label }, kèm hồ sơ “{ $title }” ({ $number }).

    Tình trạng khi nhận: { $condition }

    Anh/chị xem biên bản, ảnh và nơi để hiện vật trong hồ sơ, mục “Mô hình, hiện vật”.
entries-mail-thing-received-until = Ban Tổ chức { $contest } đã nhận của { $by } ngày { $day }: { $thing }, số lượng { $pieces }, nhãn { $label }, kèm hồ sơ “{ $title }” ({ $number }).

    Tình trạng khi nhận: { $condition }

    Hẹn trả chậm nhất ngày { $until }. Anh/chị xem biên bản, ảnh và nơi để hiện vật trong hồ sơ, mục “Mô hình, hiện vật”.
entries-mail-thing-damaged-subject = { $thing } của hồ sơ { $number } bị hư hỏng
entries-mail-thing-damaged = { $thing } (nhãn { $label }) mà anh/chị đã giao kèm hồ sơ “{ $title }” ({ $number }, { $contest }) bị hư hỏng.

    Lý do: { $reason }

    Vui lòng liên hệ { $agency }.
entries-mail-thing-lost-subject = { $thing } của hồ sơ { $number } bị thất lạc
entries-mail-thing-lost = { $thing } (nhãn { $label }) mà anh/chị đã giao kèm hồ sơ “{ $title }” ({ $number }, { $contest }) bị thất lạc.

    Lý do: { $reason }

    Vui lòng liên hệ { $agency }.
entries-mail-thing-found-subject = Đã tìm thấy { $thing } của hồ sơ { $number }
entries-mail-thing-found = { $thing } (nhãn { $label }) kèm hồ sơ “{ $title }” ({ $number }, { $contest }) đã được tìm thấy, hiện để tại: { $place }.
entries-mail-thing-returned-subject = Đã trả lại { $thing } của hồ sơ { $number }
entries-mail-thing-returned = Ban Tổ chức { $contest } đã trả { $thing } (nhãn { $label }), kèm hồ sơ “{ $title }” ({ $number }), cho { $to } ngày { $day }.
refusal-entries-thing-code-form = “{ $given }” không phải mã trên nhãn hiện vật, ví dụ đúng: 7KQM-2X4B.
refusal-entries-thing-kind-missing = Vui lòng chọn loại hiện vật.
refusal-entries-thing-words-missing = Vui lòng ghi mục này.
refusal-entries-thing-words-long = Vui lòng ghi ngắn lại, nhiều nhất { $most } ký tự.
refusal-entries-thing-pieces = Số lượng là số từ 1 đến { $most }.
refusal-entries-thing-from-future = Ngày { $day } chưa đến.
refusal-entries-thing-back-before-it-came = Ngày hẹn trả ({ $day }) trước ngày giao nhận.
refusal-entries-thing-returned-before-it-came = Hiện vật nhận ngày { $day }: ngày trả không thể trước ngày ấy.
refusal-entries-thing-same-place = Hiện vật đang để tại đây.
refusal-entries-thing-given-back = Hiện vật đã được trả lại.
refusal-entries-thing-lost = Hiện vật đang ghi thất lạc. Vui lòng ghi nơi tìm thấy trước.
refusal-entries-thing-harm-missing = Vui lòng chọn việc xảy ra.
refusal-entries-thing-not-in-contest = Chỉ nhận hiện vật của hồ sơ đã nộp và còn dự thi.
refusal-entries-thing-own-entry = Anh/chị là tác giả của hồ sơ này: người khác trong Ban Thư ký nhận hiện vật.
refusal-entries-thing-changed-meanwhile = Hiện vật vừa được sửa ở một cửa sổ khác. Vui lòng xem lại rồi ghi tiếp.
refusal-entries-thing-names = Giám khảo sẽ đọc được: { $what }. Vui lòng ghi lại cho không lộ tác giả, đơn vị.
refusal-entries-thing-not-here = Hiện vật không còn ở đây.
refusal-entries-thing-photos-unseen = Vui lòng xem từng ảnh và đánh dấu xác nhận.
