### Screening: the queue, the check list, the decision.
## The queue

screening-queue = Kiểm tra hồ sơ
screening-lead = Mỗi hồ sơ được kiểm tra theo danh mục lập từ thể lệ. Quyết định được báo ngay cho tác giả.
screening-start = Kiểm tra hồ sơ tiếp theo
screening-tab-draft = Đang soạn
screening-tab-submitted = Chờ kiểm tra
screening-tab-returned = Đã đề nghị bổ sung
screening-tab-admitted = Đủ điều kiện
screening-tab-refused = Không đủ điều kiện
screening-tab-withdrawn = Đã rút
screening-empty = Không có hồ sơ nào ở mục này.
screening-empty-who = Hồ sơ vào hàng chờ khi tác giả nộp hoặc nộp bổ sung.
screening-filter = Lọc theo mã số, tên, đơn vị
screening-number = Mã số dự thi
screening-title = Tên giải pháp
screening-category = Lĩnh vực
screening-flags = Lưu ý
screening-received = Ngày nộp
screening-flag-completed = Nộp bổ sung
screening-flag-overdue = Quá hạn bổ sung
screening-flag-alike = Tên tương tự

## One dossier

screening-dossier = Hồ sơ
screening-checklist = Kiểm tra
screening-previous = Hồ sơ trước
screening-next = Hồ sơ sau
screening-authors = Tác giả
screening-unit = Đơn vị
screening-handed-in = Người nộp hộ
screening-organisation = Tổ chức đứng tên
screening-open-file = Mở tệp PDF
screening-read-here = Đọc ngay tại đây
screening-missing = Chưa có
screening-alike = Hồ sơ có tên tương tự ({ $count })
screening-same = Hồ sơ có nội dung giống ({ $count })
screening-same-as = Xem đoạn giống nhau: { $percent }% hồ sơ này, { $back }% hồ sơ kia
screening-alike-percent = giống { $percent }%
screening-passed = Đạt
screening-failed = Không đạt
screening-answers = Câu trả lời khi quyết định
screening-note = Ghi chú
screening-note-label = Ghi chú của Ban Thư ký
screening-item-category = Lĩnh vực phù hợp với giải pháp
screening-item-distinct = Không trùng với hồ sơ khác
screening-item-anonymous = Phần giám khảo đọc không lộ tên tác giả, đơn vị
screening-check-shares = Tỷ lệ đóng góp
screening-check-created = Thời gian tạo ra giải pháp
screening-check-arrival = Nộp trong thời hạn
screening-check-whole = Đủ theo thể lệ

## What the program answers by itself

screening-auto-part-missing = Hồ sơ chưa có phần này.
screening-auto-text = Có { $count } ký tự.
screening-auto-pdf = Tệp PDF { $size }, mở được, đúng tệp đã nộp. Mở tệp xem nội dung, chữ ký, xác nhận rồi trả lời.
screening-auto-same-file = Tệp này chính là tệp của phần “{ $part }”.
screening-auto-stamp-follows = Chưa có phiếu đã ký và đóng dấu; Thể lệ cho nộp sau trong thời hạn.
screening-auto-stamp-differs = Bản đã đóng dấu không còn khớp. { $changes }
screening-auto-stamp-stands = Bản in này khớp với hồ sơ.
screening-auto-stamp-elsewhere = Phiếu không in từ hệ thống: đối chiếu từng mục với hồ sơ.
screening-auto-pdf-broken = Tệp PDF bị hỏng hoặc bị khóa.
screening-auto-pdf-put-apart = Tệp bị cách ly vì có mã độc: phần này coi như thiếu, cần trả hồ sơ để nộp tệp khác.
screening-auto-pdf-lost = Không đọc được tệp đã nộp. Báo quản trị hệ thống.
screening-auto-declared = Tác giả đã cam kết.
screening-auto-not-declared = Tác giả chưa cam kết.
screening-auto-category = Cần người xem.
screening-auto-distinct = Không có tên tương tự trong kỳ này và các kỳ trước.
screening-auto-alike = Có { $count } hồ sơ tên tương tự, cần so sánh.
screening-auto-same = Có { $count } hồ sơ nội dung giống (nhiều nhất { $percent }%), cần so sánh.
screening-auto-none-the-same = Nội dung không giống hồ sơ nào.
screening-auto-not-compared = Nội dung chưa so sánh xong, vài phút sau hãy xem lại.
screening-auto-anonymous = Phần gõ trực tiếp không có tên tác giả, đơn vị. Cần xem các tệp PDF.
screening-auto-anonymous-read = Chương trình đã đọc phần gõ trực tiếp và các tệp, không thấy tên, đơn vị, số điện thoại, thư điện tử của tác giả. Vẫn cần người xem hình ảnh.
screening-auto-named = Phần giám khảo đọc có ghi: { $names }.
screening-auto-shares = { $count } tác giả, tổng { $sum }.
screening-auto-created = Tạo ra ngày { $day }; thể lệ nhận từ { $from }.
screening-auto-created-missing = Chưa ghi ngày tạo ra.
screening-auto-created-any = Thể lệ không giới hạn thời gian.
screening-auto-arrival = { $channel }, { $at }.
screening-auto-whole = Không thiếu nội dung nào thể lệ yêu cầu.
screening-channel-online = Nộp trực tuyến
screening-channel-by-hand = Nộp trực tiếp
screening-channel-by-post = Dấu bưu điện

## The copies that judges get

screening-copies = Bản cho giám khảo
screening-copies-lead = Giám khảo chỉ đọc bản đã có người xem và thả. Vòng chấm không bắt đầu khi còn hồ sơ chưa thả bản.
screening-copies-waiting = Chưa thả
screening-copies-released = Đã thả
screening-copies-none = Chưa có hồ sơ nào đang ở Ban Thư ký.
screening-copies-not-blind = Giám khảo của hội thi này đọc hồ sơ có tên tác giả.
screening-copies-not-blind-who = Sổ thể lệ không quy định chấm ẩn danh, nên không cần thả bản cho giám khảo.
screening-copy = Bản cho giám khảo
screening-copy-see = Xem và thả bản cho giám khảo
screening-copy-is-released = Đã thả
screening-copy-waits = Chưa thả
screening-copy-lead = Dưới đây là toàn bộ những gì giám khảo đọc của hồ sơ này. Tệp mở ra đúng là bản giám khảo nhận: đã bỏ thông tin ẩn do chương trình soạn thảo ghi, giữ nguyên nội dung các trang.
screening-copy-open = Mở bản giám khảo nhận ({ $size })
screening-copy-read = Chương trình đọc được mọi trang
screening-copy-read-but = Còn { $pages } trang chương trình chưa đọc được chữ
screening-copy-silent = Chương trình không đọc được chữ nào
screening-copy-unread = Máy chủ chưa cài chương trình đọc tệp
screening-copy-points = { $count } chỗ có thể cho biết tác giả là ai
screening-copy-page = trang { $page }
screening-copy-ask = Đề nghị nộp bản không ghi tên
screening-copy-cover = Che những chỗ này trên bản cho giám khảo
screening-copy-uncover = Bỏ che
screening-copy-covered = Đã che { $count } chỗ
screening-copy-covered-flash = { $number }: đã che. Vui lòng mở bản giám khảo nhận để xem lại.
screening-copy-uncovered-flash = { $number }: đã bỏ che.
screening-ask-title = Tên giải pháp có ghi tên tác giả hoặc đơn vị. Đề nghị đặt lại tên giải pháp.
screening-ask-part = Phần “{ $part }” có ghi { $places }. Đề nghị nộp lại phần này, không ghi tên tác giả, đơn vị, số điện thoại, thư điện tử.
screening-copy-though = Tôi đã đọc từng trang; bản này không cho giám khảo biết tác giả, đơn vị là ai
screening-copy-though-hint = Cần đánh dấu vì chương trình thấy chỗ đáng ngờ, hoặc chưa đọc được hết các trang.
screening-copy-release = Thả bản cho giám khảo
screening-copy-release-says = Tên anh/chị được ghi là người thả bản này. Hồ sơ trả lại tác giả bổ sung thì phải thả lại.
screening-copy-released-flash = { $number }: đã thả bản cho giám khảo.
screening-copy-released-by = Đã thả: { $who }, { $when }
screening-copy-released-text = Chương trình đã đọc mọi trang và không thấy gì cho biết tác giả.
screening-copy-released-though = Người thả đã tự đọc những chỗ chương trình thấy đáng ngờ hoặc không đọc được.
screening-copy-outdated = Hồ sơ hoặc thể lệ đã thay đổi sau khi thả: cần thả lại.
screening-copy-take-back = Thu lại bản đã thả
screening-copy-taken-back = { $number }: đã thu lại bản cho giám khảo.

## The decision

screening-decision = Quyết định
screening-admit = Đủ điều kiện, đưa vào chấm
screening-return = Đề nghị bổ sung hồ sơ
screening-refuse = Không đủ điều kiện
screening-refuse-sure = Kết luận { $number } không đủ điều kiện?
screening-refuse-what = Hồ sơ ra khỏi kỳ hội thi với các lý do dưới đây. Kết luận này không rút lại được trên chương trình. Nếu còn bổ sung được, chọn “{ $other }”.
screening-refuse-now = Kết luận không đủ điều kiện và báo cho tác giả
screening-reasons = Nội dung cần bổ sung hoặc lý do
screening-reasons-hint = Viết thêm khi chưa có trong các lý do trên. Mỗi dòng một nội dung; tác giả đọc đúng các dòng này.
screening-codes = Lý do thường gặp
screening-codes-hint = Tác giả đọc đúng câu được chọn. Cần ít nhất một lý do khi đề nghị bổ sung hoặc kết luận không đủ điều kiện.
screening-reason-ends = { $text } (chỉ khi kết luận không đủ điều kiện)
screening-within = Số ngày làm việc để bổ sung
screening-within-hint = Tính từ ngày làm việc sau hôm nay. Số ngày theo thể lệ kết thúc hết ngày { $day }.
screening-used = Lý do đã nêu trong kỳ này
screening-not-completed = Hết hạn bổ sung { $until } mà tác giả chưa nộp lại
screening-not-completed-text = Cho thêm thời gian bằng “Đề nghị bổ sung hồ sơ” với hạn mới, hoặc kết luận không đủ điều kiện.
screening-until = Hạn bổ sung
screening-until-hint = Ghi ngày này nếu không tính theo số ngày làm việc; tính đến hết ngày này.
screening-returned-until = Hạn bổ sung: hết ngày { $until }.
screening-recorded-admitted = { $number }: đủ điều kiện. { $told }
screening-recorded-admitted-but = { $number }: đủ điều kiện. { $told }
screening-recorded-returned = { $number }: đề nghị bổ sung. { $told }
screening-recorded-returned-but = { $number }: đề nghị bổ sung. { $told }
screening-recorded-refused = { $number }: không đủ điều kiện. { $told }
screening-recorded-refused-but = { $number }: không đủ điều kiện. { $told }
screening-will-be-told = Tác giả nhận thư báo với các lý do này.
screening-told = Thư báo cho tác giả đã vào hộp thư đi.
screening-to-be-called = Tác giả chưa có thư điện tử: hãy gọi { $phone }.
screening-nobody-told = Tác giả chưa để lại thư điện tử hay số điện thoại: hãy báo qua đơn vị.
screening-outcome-admitted = Đủ điều kiện
screening-outcome-returned = Đề nghị bổ sung
screening-outcome-refused = Không đủ điều kiện

## What stands in the way

refusal-screening-copies-not-blind = Giám khảo của hội thi này đọc hồ sơ có tên tác giả, không cần thả bản.
refusal-screening-copy-not-received = Hồ sơ không còn ở Ban Thư ký (đang bổ sung, đã rút hoặc không đủ điều kiện), nên không thả bản được.
refusal-screening-copy-tells = Có chỗ đáng ngờ hoặc chưa đọc được. Vui lòng đọc từng trang rồi đánh dấu vào ô, hoặc đề nghị tác giả nộp bản khác.
refusal-screening-copy-not-released = Bản của hồ sơ này chưa được thả.
refusal-screening-nothing-to-cover = Phần này không có chỗ nào chương trình tìm thấy để che.
refusal-screening-cover-not-found = Có chỗ tìm thấy mà không xác định được vị trí trên trang, nên không che được. Vui lòng đề nghị tác giả nộp bản không ghi tên.
refusal-screening-cannot-cover = Máy chủ không chuyển được trang này thành ảnh, nên không che được. Vui lòng đề nghị tác giả nộp bản không ghi tên.
refusal-screening-copy-is-released = Bản này đã thả. Thu lại trước khi che hoặc bỏ che.
refusal-screening-no-copy = Có tệp không tách được thông tin ẩn, nên không có bản cho giám khảo. Vui lòng đề nghị tác giả nộp lại tệp ấy, xuất mới từ chương trình soạn thảo.

refusal-screening-until-too-late = Hạn { $until } không trước ngày bắt đầu chấm theo Kế hoạch ({ $judging }). Vui lòng chọn ngày sớm hơn.
refusal-screening-nothing-failed = Chưa có câu nào được đánh dấu Không đạt. Hồ sơ chỉ bị từ chối khi ít nhất một câu không đạt.
refusal-screening-already-decided = Hồ sơ này đã có quyết định lúc { $at }.
refusal-screening-with-authors = Hồ sơ đang ở tác giả để bổ sung đến hết ngày { $until }.
refusal-screening-not-completed = Hồ sơ chưa được bổ sung khi hết hạn { $until }, nên không đưa vào chấm được. Có thể cho thêm thời gian hoặc từ chối.
refusal-screening-item-unanswered = Chưa trả lời: { $item }
refusal-screening-item-failed = Không đạt, nên không đưa vào chấm được: { $item }
refusal-screening-reason-missing = Vui lòng ghi nội dung cần bổ sung hoặc lý do.
refusal-screening-until-too-soon = Hạn bổ sung { $until } không còn ngày nào để tác giả làm. Vui lòng chọn ngày sau hôm nay.
refusal-screening-until-malformed = Vui lòng ghi hạn bổ sung, ví dụ 30/6/2021.
refusal-screening-no-decision = Vui lòng chọn một quyết định.
refusal-screening-blind-code-form = “{ $given }” không phải số phách. Số phách có 6 ký tự, ví dụ 7KQ-M2X.

## A stack decided at once

screening-choose = Chọn
screening-choose-one = Chọn hồ sơ “{ $title }”
screening-stack = Đưa nhiều hồ sơ vào chấm
screening-stack-says = Các hồ sơ được chọn được máy kiểm tra và đọc lại trước khi quyết định.
screening-stack-read = Đọc lại các hồ sơ đã chọn
screening-stack-read-all = Đọc lại mọi hồ sơ đang chờ
screening-stack-more = Còn { $count } hồ sơ chưa đọc lại trong lượt này
screening-stack-more-text = Mỗi lượt đọc lại tối đa 100 hồ sơ, theo thứ tự trong danh sách.
screening-stack-none = Không có hồ sơ nào đủ mọi câu máy kiểm tra được.
screening-stack-none-who = Kiểm tra từng hồ sơ theo danh mục để quyết định.
screening-stack-lead = { $count } hồ sơ đạt mọi câu máy kiểm tra được. Bỏ chọn hồ sơ nào còn cần xem riêng.
screening-stack-ready = Hồ sơ đạt mọi câu máy kiểm tra được
screening-stack-files = Tệp cần xem
screening-stack-to-see = Các câu chỉ người xem trả lời được
screening-stack-seen = Tôi đã xem từng hồ sơ được chọn; các câu trên đều đạt
screening-stack-final = Mỗi hồ sơ được quyết định riêng và ghi nhật ký riêng. Tác giả được báo ngay; quyết định không rút lại được trên chương trình.
screening-stack-admit = Đủ điều kiện, đưa các hồ sơ đã chọn vào chấm
screening-stack-left = Hồ sơ cần kiểm tra riêng
screening-stack-left-text = Các hồ sơ này không nằm trong lượt quyết định. Mở từng hồ sơ để kiểm tra.
screening-stack-against = Lý do
screening-stack-told = Báo cho tác giả
screening-stack-done = { $count } hồ sơ đã được đưa vào chấm.
screening-stack-failed = { $count } hồ sơ chưa quyết định được
screening-stack-failed-text = Các hồ sơ này giữ nguyên như trước. Mở từng hồ sơ để kiểm tra.
screening-stack-not-waiting = Hồ sơ không còn chờ kiểm tra.
screening-stack-note = Thư ký xem và trả lời trong một lượt { $count } hồ sơ.
refusal-screening-stack-empty = Vui lòng chọn ít nhất một hồ sơ.
refusal-screening-stack-unseen = Vui lòng xác nhận đã xem từng hồ sơ được chọn.
refusal-screening-within-malformed = Số ngày làm việc để bổ sung từ 1 đến 60, ví dụ 5.
refusal-screening-reason-unknown = Thể lệ không có lý do “{ $code }”.
refusal-screening-reason-unfit = “{ $text }” không phải lý do của quyết định này.

## Somebody else decides

screening-move = Chuyển lĩnh vực
screening-move-to = Lĩnh vực đúng
screening-move-hint = Hồ sơ được chấm và thống kê ở lĩnh vực này. Lĩnh vực tác giả chọn vẫn giữ trong hồ sơ đã nộp.
screening-move-choose = Chọn lĩnh vực
screening-move-why = Lý do
screening-move-why-hint = Tác giả đọc đúng lời này trong thư báo.
screening-move-do = Chuyển lĩnh vực
screening-moved = Đã chuyển từ “{ $from }” sang “{ $to }”, { $at }.
screening-moved-now = Đã chuyển lĩnh vực và báo cho tác giả.
screening-publish = Công bố hồ sơ hợp lệ
screening-earlier = Giải pháp các kỳ trước
screening-supplement-link = Gửi liên kết hoặc phiếu bổ sung cho tác giả
screening-conflict = Hồ sơ này do người khác quyết định
screening-conflict-other = Người khác có quyền kiểm tra hồ sơ mở chính trang này để quyết định.
screening-conflict-mine = Tôi không nên quyết định hồ sơ này
screening-conflict-mine-text = Dùng khi tác giả là người thân, người cùng làm giải pháp hoặc vì lý do khác mà việc quyết định có thể không khách quan. Lời khai được ghi nhật ký và không rút lại được.
screening-conflict-declare = Khai xung đột lợi ích, để người khác quyết định
screening-conflict-recorded = Đã ghi lời khai. Hồ sơ vẫn chờ người khác quyết định.
refusal-screening-conflict-is-author = Bạn là tác giả của hồ sơ này.
refusal-screening-conflict-same-unit = Hồ sơ này của đơn vị bạn làm việc hoặc phụ trách.
refusal-screening-conflict-declared = Bạn đã khai xung đột lợi ích với hồ sơ này.
refusal-screening-move-too-late = Đã bắt đầu chấm nên hồ sơ không chuyển lĩnh vực được nữa.
refusal-screening-move-unknown-category = Chọn một lĩnh vực của Thể lệ.
refusal-screening-move-same-category = Hồ sơ đang ở lĩnh vực này.
refusal-screening-move-reason-missing = Ghi lý do để tác giả biết.
refusal-screening-publish-nothing-chosen = Chọn mức công bố.
refusal-screening-publish-not-allowed = Thể lệ, hoặc việc chấm kín ở cấp trên, không cho công bố đến mức này.
refusal-screening-publish-nothing-admitted = Chưa có hồ sơ nào được đưa vào chấm.
refusal-screening-publish-announced = Đã công bố kết quả: danh sách kèm giải thay cho danh sách này.
refusal-screening-publish-changed-meanwhile = Danh sách vừa thay đổi. Vui lòng đọc lại rồi công bố.
refusal-screening-publish-reason-missing = Ghi lý do thu hồi.
refusal-screening-publish-nothing-published = Hiện không có danh sách nào đang công bố.
