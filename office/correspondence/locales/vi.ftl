### Correspondence: the register of documents and its forms.

correspondence-register = Sổ văn bản
correspondence-place = { $first }–{ $last } trên { $count } văn bản
correspondence-search = Tìm văn bản
correspondence-search-hint = Số, ký hiệu hoặc trích yếu; gõ không dấu cũng được.
correspondence-find = Tìm
correspondence-all-kinds = Tất cả các loại
correspondence-cited = Thể lệ nêu { $count } văn bản chưa có trong sổ
correspondence-cited-line = { $kind } số { $number } ngày { $day } của { $issuer }
correspondence-cited-enter = Vào sổ
correspondence-none = Văn bản của Hội thi sẽ hiện ở đây: quyết định, kế hoạch, công văn.
correspondence-none-who = Cơ quan thường trực soạn văn bản hoặc vào sổ văn bản đã ban hành.
correspondence-none-found = Không có văn bản nào khớp
correspondence-none-found-who = Thử bớt từ, hoặc chọn mọi loại, mọi tình trạng. Số cũ đã sửa cũng tìm được.
correspondence-new-draft = Soạn văn bản
correspondence-receive = Vào sổ văn bản đã ban hành
correspondence-receive-lead = Dùng cho văn bản đã có chữ ký, số và ngày: của cơ quan khác gửi đến, hoặc đã ban hành trước khi dùng hệ thống.
correspondence-bodies = Cơ quan ban hành
correspondence-bodies-lead = Tên cơ quan, địa danh, ký hiệu, người ký và cách lấy số, áp dụng từ ngày nào. Văn bản soạn ngày nào dùng dữ liệu của ngày đó; văn bản đã ban hành giữ nguyên.
correspondence-bodies-none = Hiện dùng tên, địa danh và ký hiệu của { $agency } theo thể lệ; số văn bản ghi theo bản đã ký.
correspondence-bodies-none-who = Khai báo cơ quan ban hành khi có nhiều cơ quan, khi đổi tên, đổi người ký, hoặc để hệ thống cấp số văn bản.
correspondence-body-new = Thêm cơ quan
correspondence-body-change = Thay đổi từ một ngày
correspondence-body-lead = Dữ liệu cũ vẫn giữ cho những ngày trước đó.
correspondence-body-from = Áp dụng từ ngày
correspondence-body-from-hint = Trùng ngày đã khai báo thì thay dữ liệu của ngày đó.
correspondence-body-sheet = Trên đầu văn bản
correspondence-body-signers = Người ký
correspondence-body-signer = Người ký thứ { $number }
correspondence-body-symbol = Chữ viết tắt tên cơ quan
correspondence-body-symbol-hint = Dùng trong ký hiệu, ví dụ BTC cho QĐ-BTC, KH-BTC.
correspondence-body-letters = Ký hiệu công văn
correspondence-body-letters-hint = Ví dụ LHH-KHCN. Để trống thì dùng chữ viết tắt.
correspondence-body-save = Lưu
correspondence-body-set = Đã lưu dữ liệu cơ quan ban hành.
correspondence-body-now = Đang áp dụng
correspondence-body-later = Sắp áp dụng
correspondence-body-before = Trước đây
correspondence-numbering = Cách lấy số
correspondence-numbering-hint = Số theo năm, bắt đầu từ 01 ngày 1/1. Hệ thống cấp số ngay khi ghi chữ ký, liên tục, không trùng.
correspondence-numbering-typed = Ghi số theo bản đã ký (số do hệ thống quản lý văn bản của cơ quan cấp)
correspondence-numbering-one-series = Sổ này cấp số, một dãy số chung cho mọi loại văn bản
correspondence-numbering-series-per-kind = Sổ này cấp số, mỗi loại văn bản một dãy số
correspondence-numbering-short-typed = Ghi theo bản đã ký
correspondence-numbering-short-one-series = Sổ này cấp, một dãy chung
correspondence-numbering-short-series-per-kind = Sổ này cấp, mỗi loại một dãy
correspondence-given-before = Số cuối cùng đã cấp trong năm ở sổ khác
correspondence-given-before-hint = Chỉ ghi khi chuyển sang sổ này giữa năm.
correspondence-draft-for = Soạn cho
correspondence-reading-given = Sẽ cấp: số { $number } ngày { $day }
correspondence-sign-how-given = Sổ này cấp số cho cơ quan ban hành: số kế tiếp được cấp ngay khi ghi chữ ký. Nếu vừa có văn bản khác được cấp số, văn bản này mang số sau đó.
correspondence-stage = Tình trạng
correspondence-all-stages = Tất cả
correspondence-stage-draft = Dự thảo
correspondence-stage-put-forward = Trình ký
correspondence-stage-signed = Đã ký
correspondence-stage-numbered = Đã có số và ngày
correspondence-stage-scanned = Đã đóng dấu và quét
correspondence-stage-sent = Đã gửi
correspondence-step-by = { $name }, { $at }
correspondence-step-from-paper = { $name } ghi theo bản giấy, { $at }
correspondence-leader-sign = Ký, số ghi sau
correspondence-leader-signed = Đã ký. Văn thư ghi số và ngày.
correspondence-leader-how = Đọc lại văn bản trước khi ký. Ký rồi thì nội dung không sửa được nữa, trừ khi lãnh đạo trả lại dự thảo.
correspondence-leader-says = Văn thư ghi số và ngày sau.
correspondence-leader-sign-now = Đúng, ghi là đã ký
correspondence-hand-whom = Kính gửi { $addressees } nơi; nơi nhận { $recipients } dòng
correspondence-hand-other = Tài khoản đang dùng là của { $account }, còn tên in dưới chữ ký là { $printed }
correspondence-hand-other-text = Chỉ ghi khi người có tên in trên văn bản đã ký. Nếu người khác ký, sửa tên người ký trong dự thảo trước.
correspondence-hand-printed = Chữ ký trên bản giấy là của { $printed }
correspondence-hand-blanks = Văn bản còn chỗ để trống
correspondence-hand-blanks-text = Điền đủ trong dự thảo rồi mới ký, ghi số. Chỉ đánh dấu ô dưới đây khi chỗ trống đã được điền tay trên bản giấy hoặc cố ý để trống.
correspondence-hand-blanks-stay = Đã xem, các chỗ trống này để nguyên
correspondence-sign-and-number = Ký và ghi số, ngày
correspondence-give-back = Trả lại dự thảo
correspondence-given-back = Đã trả lại dự thảo để sửa.
correspondence-give-back-reason = Lý do trả lại
correspondence-give-back-reason-hint = Người soạn đọc lý do này cho đến khi trình lại.
correspondence-given-back-by = { $name } trả lại dự thảo lúc { $at }
correspondence-to-number = Lãnh đạo đã ký, chờ ghi số và ngày
correspondence-to-number-text = Nội dung không sửa được nữa. Nếu phải sửa, lãnh đạo trả lại dự thảo.
correspondence-end-honours = { $named } (giấy tặng { $count } đơn vị sẽ hết giá trị theo)
correspondence-end-other = Thay thế, thu hồi văn bản
correspondence-end-other-how = Văn bản này thay thế hoặc thu hồi văn bản nào ban hành trước đó? Hai văn bản được nối với nhau trong sổ và trên cổng thông tin; không văn bản nào bị xóa.
correspondence-end-noted = Ghi văn bản mà văn bản này thay thế, thu hồi
correspondence-end-noted-how = Cơ quan ban hành văn bản này đã thay thế hoặc thu hồi văn bản nào ban hành trước đó? Sổ chỉ ghi lại việc đó: hai văn bản được nối với nhau, không văn bản nào bị xóa.
correspondence-end-none = Chưa có văn bản nào ban hành trước văn bản này để thay thế, thu hồi.
correspondence-end-none-who = Vào sổ văn bản cũ trước.
correspondence-end-document = Văn bản bị thay thế, thu hồi
correspondence-end-choose = Chọn văn bản
correspondence-end-from = Kể từ ngày
correspondence-end-reason-hint = Ví dụ: kéo dài thời gian nhận hồ sơ.
correspondence-end-record = Ghi vào sổ
correspondence-ending = Hình thức
correspondence-ending-replaced = Thay thế
correspondence-ending-withdrawn = Thu hồi
correspondence-ending-lift = Bỏ liên kết
correspondence-ending-lift-why = Lý do bỏ liên kết ghi nhầm
correspondence-ending-lifted = Đã bỏ liên kết ghi nhầm.
correspondence-ended-recall = Đã ghi thu hồi trong sổ. Văn bản đã gửi đến các đơn vị: xem lại và thu hồi để đơn vị được báo.
correspondence-ended-now = Đã ghi vào sổ: hai văn bản được nối với nhau.
correspondence-ended-open = Xem văn bản
correspondence-ended-replaced = Đã bị thay thế
correspondence-ended-withdrawn = Đã bị thu hồi
correspondence-ended-by-replaced = Văn bản này đã bị thay thế bằng { $kind } { $number }, kể từ ngày { $day }
correspondence-ended-by-withdrawn = Văn bản này đã bị thu hồi theo { $kind } { $number }, kể từ ngày { $day }
correspondence-book = In sổ đăng ký văn bản đi, năm
correspondence-list-missing = Văn bản nói có danh sách kèm theo nhưng chưa có phụ lục
correspondence-list-missing-text = Sửa dự thảo, đưa danh sách vào phụ lục, hoặc ghi tên các đơn vị vào nơi gửi. Văn bản đôn đốc soạn từ trang Đôn đốc đã có sẵn danh sách.
correspondence-list-elsewhere = Danh sách, phụ lục đi riêng với bản giấy; giữ nguyên văn bản này
correspondence-one-person = Người soạn và người ký là một người
correspondence-one-person-text = Một người soạn, một người khác ký. Nếu không đúng, sửa tên người ký hoặc để người khác soạn.
correspondence-remarks = Về thể thức
correspondence-remark-symbol = Ký hiệu chưa bắt đầu bằng chữ viết tắt của loại văn bản, ví dụ QĐ- với quyết định.
correspondence-remark-nothing-kept = Nơi nhận chưa có dòng cuối “Lưu: VT, …”.
correspondence-remark-no-addressee = Chưa ghi “Kính gửi”.
correspondence-remark-no-basis = Chưa có “Căn cứ”. Chọn căn cứ trong sổ khi sửa dự thảo, hoặc ghi từng dòng “Căn cứ …” ở đầu nội dung.
correspondence-remark-nobody-above = Nơi nhận ghi “Như trên” nhưng văn bản không có “Kính gửi”. Quyết định thường ghi “Như Điều” kèm số của điều về trách nhiệm thi hành.
correspondence-remark-addressee-unprinted = Loại văn bản này không có dòng “Kính gửi”; nơi nhận ghi ở mục “Nơi nhận”.
correspondence-change-draft = Sửa dự thảo
correspondence-kind = Loại văn bản
correspondence-kind-free = Loại khác
correspondence-kind-name = Tên loại khác
correspondence-kind-name-hint = Chỉ ghi khi chọn “Loại khác”, ví dụ: Thể lệ.
correspondence-number = Số, ký hiệu
correspondence-number-hint = Ghi như trên văn bản đã ký, ví dụ 85/QĐ-BTC.
correspondence-number-and-day = số { $number } ngày { $day }
correspondence-date = Ngày ban hành
correspondence-came = Ngày đến
correspondence-came-hint = Ghi khi văn bản được gửi đến cơ quan: hệ thống cấp số đến tiếp theo của năm. Để trống với văn bản ban hành trước khi dùng hệ thống, hoặc chỉ để dẫn căn cứ.
correspondence-incoming = Số đến { $number }, ngày đến { $day }.
correspondence-book-incoming = In sổ đăng ký văn bản đến, năm
correspondence-book-workbook = bảng tính
correspondence-came-late = Cấp số đến
correspondence-came-late-how = Dùng cho văn bản đã gửi đến cơ quan nhưng vào sổ khi chưa cấp số đến. Văn bản nhận số đến tiếp theo của năm; số đã cấp không sửa và không cấp lại.
correspondence-came-late-give = Cấp số đến tiếp theo
correspondence-came-late-now = Đã cấp số đến.
correspondence-symbol = Ký hiệu
correspondence-symbol-hint = Phần sau dấu gạch chéo. Số để trống đến khi ký.
correspondence-place-name = Nơi ban hành
correspondence-issuer = Cơ quan ban hành
correspondence-issuer-hint = Tên đầy đủ như ở góc trái văn bản.
correspondence-parent-body = Cơ quan chủ quản
correspondence-subject = Trích yếu
correspondence-subject-hint = Không ghi “V/v”.
correspondence-rests-on = Căn cứ
correspondence-bases-hint = Đánh dấu các văn bản đã ký mà văn bản này căn cứ vào.
correspondence-carries = Văn bản căn cứ vào văn bản này
correspondence-addressees = Kính gửi
correspondence-line-each = Mỗi dòng một nơi.
correspondence-text = Nội dung
correspondence-text-hint = Mỗi dòng là một đoạn. Bắt đầu bằng “- ” là gạch đầu dòng, bắt đầu và kết thúc bằng “|” là một hàng của bảng (thiếu “|” cuối hàng thì thành đoạn văn); đặt chữ giữa hai cặp dấu ** ở đầu dòng là chữ đậm. Nếu không tự viết đoạn “Căn cứ…”, hệ thống lấy từ các căn cứ đã đánh dấu. Người ký thứ hai lấy từ đoạn “**Thư ký:** họ tên” của biên bản, “**Đại diện Bên B:** họ tên, chức vụ” của hợp đồng, bản ghi nhớ, bản thỏa thuận.
correspondence-capacity = Thẩm quyền ký
correspondence-capacity-own = Ký trực tiếp
correspondence-capacity-on-behalf = TM. (thay mặt tập thể)
correspondence-capacity-for-head = KT. (ký thay người đứng đầu)
correspondence-capacity-by-order = TL. (thừa lệnh)
correspondence-capacity-by-delegation = TUQ. (thừa ủy quyền)
correspondence-capacity-acting = Q. (quyền)
correspondence-in-place-of = Thay cho
correspondence-in-place-of-hint = Với TM., KT., TL., TUQ.: Ban Tổ chức, Chủ tịch…
correspondence-on-behalf-of = Thay mặt (dòng đầu)
correspondence-on-behalf-of-hint = Chỉ ghi khi cấp phó ký thay người đứng đầu một tập thể, ví dụ Ban Tổ chức: trên chữ ký có ba dòng TM. BAN TỔ CHỨC, KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN.
correspondence-taken-by = Số này đã vào sổ cho văn bản
correspondence-taken-cite = Nếu là cùng một văn bản, không cần vào sổ lần nữa: văn bản của các kỳ hội thi khác do cùng cơ quan tổ chức chọn được ở mục “Căn cứ”.
correspondence-position = Chức vụ người ký
correspondence-signer = Người ký
correspondence-recipients = Nơi nhận
correspondence-urgency = Mức độ khẩn
correspondence-urgency-hint = Đóng dấu khung dưới số, ký hiệu; hiện trong sổ.
correspondence-urgency-none = Không
correspondence-annex-more = Thêm một phụ lục
correspondence-annex-title = Tên phụ lục{ $number }
correspondence-annex = Nội dung phụ lục{ $number }
correspondence-scan = Bản quét đã ký, đóng dấu
correspondence-make-public = Công khai trên cổng thông tin khi đã ký
correspondence-publish-received = Công khai trên cổng thông tin
correspondence-public-later = Dự thảo không công khai. Văn bản chỉ hiện trên cổng thông tin khi đã có số và ngày.
correspondence-save = Lưu vào sổ
correspondence-who-reads = Ai đọc được
correspondence-readers-public = Mọi người
correspondence-readers-after = Mọi người, sau khi ký
correspondence-readers-staff = Trong Ban Tổ chức
correspondence-no-sheet = Sổ chỉ ghi số, ngày và trích yếu của văn bản này.
correspondence-no-sheet-who = Nội dung nằm ở bản quét kèm theo, nếu có.
correspondence-open-pdf = Xem bản PDF
correspondence-open-scan = Xem bản quét đã ký
correspondence-public-page = Trang công khai
correspondence-publish = Công khai
correspondence-unpublish = Thôi công khai
correspondence-published = Đã công khai văn bản.
correspondence-unpublished = Văn bản không còn công khai.
correspondence-drafted = Đã lưu dự thảo vào sổ.
correspondence-drafted-symbol = Đã lưu dự thảo vào sổ. Ô ký hiệu để trống nên ghi ký hiệu của cơ quan ban hành: { $symbol }.
correspondence-received = Đã vào sổ văn bản.
correspondence-changed = Đã lưu dự thảo.
correspondence-changed-symbol = Đã lưu dự thảo. Ô ký hiệu để trống nên ghi ký hiệu của cơ quan ban hành: { $symbol }.
correspondence-send = Gửi văn bản
correspondence-give-plan = Giao việc của kế hoạch
correspondence-send-on = Gửi tiếp
correspondence-sent-out = Đã gửi ngày { $day } tới { $units } đơn vị
correspondence-sent-from-to = Đã gửi từ ngày { $first } đến ngày { $last } tới { $units } đơn vị
correspondence-recalled = Đã thu hồi
correspondence-recalled-at = Văn bản đã được thu hồi { $at }
correspondence-sent-who = Đơn vị nào đã nhận, đã làm đến đâu
correspondence-put-forward = Trình ký
correspondence-put-forward-now = Đã trình ký. Văn bản hiện trên bàn làm việc của lãnh đạo.
correspondence-put-forward-at = Đã trình ký lúc { $at }
correspondence-put-forward-text = Văn bản nằm trên bàn làm việc của lãnh đạo đến khi ghi số và ngày. Sửa dự thảo thì phải trình lại.
correspondence-sign-how-leader = In, ký, rồi ghi số và ngày ở đây
correspondence-sign-off = Ghi số và ngày
correspondence-sign-how = In, trình ký, rồi ghi lại ở đây
correspondence-sign-how-text = Bản in để trống số và ngày. Sau khi văn bản được ký, ghi đúng số và ngày trên bản đã ký; hệ thống không tự đặt số.
correspondence-sign-for-leader = Anh/chị ghi thay lãnh đạo đã ký, nên cần đính kèm bản quét có chữ ký. Nhật ký ghi cả người ký và người ghi. Chưa có bản quét thì đề nghị lãnh đạo bấm “Ký, số ghi sau” ở trang văn bản: khi đó số và ngày ghi được ngay, bản quét thêm sau.
correspondence-signed-already = Văn bản này đã có số và ngày
correspondence-to-document = Về văn bản
correspondence-signed-off = Đã ghi số và ngày của văn bản.
correspondence-reading = Sẽ ghi: số { $number } ngày { $day }
correspondence-reading-compare = So với bản đã ký trước khi ghi.
correspondence-long-ago = Ngày này cách hôm nay { $days } ngày
correspondence-before-draft = Ngày này trước ngày bắt đầu soạn dự thảo ({ $begun })
correspondence-other-symbol = Ký hiệu khác ký hiệu trên dự thảo ({ $symbol })
correspondence-long-ago-text = Nếu trên bản đã ký đúng như vậy thì cứ ghi.
correspondence-kind-told = Ký hiệu { $symbol } thường là của { $told }, loại đang chọn là { $chosen }
correspondence-kind-told-text = Đối chiếu với bản đã ký. Nếu sai, sửa loại văn bản hoặc số trước khi ghi.
correspondence-out-of-order = Số và ngày không cùng thứ tự với { $other }
correspondence-read-back = Đọc lại
correspondence-read-right = Đúng, ghi vào sổ
correspondence-read-wrong = Sửa lại
correspondence-scan-next = Bản quét đính kèm ở bước sau, khi đọc lại số và ngày.
correspondence-add-scan = Thêm bản quét
correspondence-replace-scan = Thay bản quét
correspondence-replace-scan-how = Dùng khi bản quét sai, thiếu trang hoặc tệp PDF mới chỉ có chữ ký của người ký. Chỉ thay được khi chưa gửi đi và chưa có văn bản đã ký nào căn cứ vào; tệp cũ vẫn được giữ.
correspondence-replace-scan-reason-hint = Ví dụ: tệp chưa có chữ ký của cơ quan.
correspondence-scan-replaced = Đã thay bản quét.
correspondence-former-scan = Bản quét cũ, thay lúc { $at }
correspondence-former-scan-open = Mở tệp cũ
correspondence-scan-added = Đã thêm bản quét.
correspondence-renumber = Sửa số, ngày
correspondence-renumber-how = Chỉ sửa được khi chưa gửi đi và chưa có văn bản đã ký nào căn cứ vào. Số và ngày cũ vẫn ở lại trong sổ và nhật ký.
correspondence-renumber-late = Số và ngày không sửa được nữa
correspondence-renumber-scan = Cần bản quét văn bản đã ký
correspondence-renumber-scan-text = Lãnh đạo đã ghi số văn bản này mà chưa có bản quét. Anh/chị sửa thay lãnh đạo nên cần đính kèm bản quét có chữ ký; nhật ký ghi cả người ký và người ghi.
correspondence-renumber-was = Đang ghi
correspondence-renumber-becomes = Sửa thành
correspondence-renumber-reason = Lý do
correspondence-renumber-reason-hint = Ví dụ: gõ nhầm số.
correspondence-renumbered = Đã sửa số và ngày.
correspondence-stage-came = Văn bản đến
correspondence-answer = Soạn văn bản trả lời
correspondence-arriving-others = Gói này không gửi cho cơ quan mình
correspondence-arriving-others-text = Nơi nhận ghi trong gói không có cơ quan này. Chỉ vào sổ khi văn bản đúng là gửi đến đây; nếu nhầm, báo cơ quan gửi.
correspondence-scan-older = Bản quét có từ trước khi sửa số, ngày
correspondence-scan-older-text = Nếu trên bản quét còn số, ngày cũ thì bản quét vẫn mang số cũ cho đến khi đính kèm bản quét khác.
correspondence-was = Trước đây ghi số { $number } ngày { $day }
correspondence-word = Tải bản Word
correspondence-returned = Nhận bản Word đã sửa
correspondence-returned-how = Tải bản Word về, sửa rồi gửi lại tệp ở đây. Phần khác nhau hiện ra để đọc trước khi nhận.
correspondence-returned-file = Tệp Word đã sửa
correspondence-returned-hint = Số, ngày, chữ ký và phần đầu văn bản không lấy từ tệp.
correspondence-returned-read = So với dự thảo
correspondence-returned-compare = Những chỗ tệp khác với dự thảo. Chữ gạch ngang là bỏ, chữ đậm gạch chân là thêm.
correspondence-returned-left-out = Tệp có { $count } hình, khung chữ hoặc chú thích không đọc được
correspondence-returned-left-out-text = Phần đó không vào dự thảo. Tệp gốc vẫn được giữ nguyên.
correspondence-returned-untaken = Không nhận từ tệp Word
correspondence-returned-untaken-number = Số, ngày ghi trong tệp: ghi ở trang Ghi số và ngày, theo bản đã ký.
correspondence-returned-untaken-signer = Người ký, thẩm quyền ký ghi trong tệp: nếu cần đổi, sửa trong dự thảo.
correspondence-returned-same = … { $count } dòng không đổi …
correspondence-returned-gone = Bỏ:
correspondence-returned-new = Thành:
correspondence-returned-says = Dự thảo lấy nội dung của tệp. Nội dung cũ vẫn xem lại được ở trang này; nếu đã trình ký thì phải trình lại.
correspondence-returned-take = Nhận nội dung này
correspondence-returned-other = Chọn tệp khác
correspondence-returned-taken = Đã nhận nội dung từ tệp Word.
correspondence-returned-before = Các tệp Word đã nhận
correspondence-returned-stood = Nội dung trước đó
correspondence-part-subject = Trích yếu
correspondence-part-addressees = Kính gửi
correspondence-part-bases = Căn cứ
correspondence-part-text = Nội dung
correspondence-part-recipients = Nơi nhận
correspondence-part-annex-title = Tên phụ lục
correspondence-part-annex = Nội dung phụ lục
correspondence-edxml = Tải gói edXML
correspondence-exchange = Thiết lập liên thông
correspondence-exchange-lead = Gói edXML (QCVN 102:2016) cần mã định danh của cơ quan gửi, cơ quan nhận và mã loại văn bản do đầu mối liên thông của tỉnh cấp.
correspondence-exchange-lacks = Điền phần còn thiếu rồi tải lại gói của văn bản này
correspondence-exchange-incomplete = Thiết lập còn thiếu nên chưa xuất được mọi gói edXML
correspondence-exchange-lacks-body = Mục “Mã định danh cơ quan” chưa có { $body }
correspondence-exchange-lacks-receivers = Mục “Mã định danh cơ quan” chưa có cơ quan nhận nào
correspondence-exchange-lacks-type = Mục “Mã loại văn bản” chưa có loại “{ $kind }”
correspondence-exchange-bodies = Mã định danh cơ quan
correspondence-exchange-bodies-hint = Mỗi dòng một cơ quan, đúng tên ở mục “Kính gửi” và “Cơ quan ban hành”. Ví dụ: Sở Khoa học và Công nghệ = H49.12. Đơn vị trùng tên thì ghi mã đơn vị trong ngoặc sau tên: Xã Đầm Hà (06895) = H49.33.5
correspondence-exchange-types = Mã loại văn bản
correspondence-exchange-types-hint = Mỗi dòng một loại. Ví dụ: Công văn = 1
correspondence-exchange-save = Lưu thiết lập
correspondence-exchange-saved = Đã lưu thiết lập liên thông.
correspondence-receivers = Nơi nhận gói edXML
correspondence-receivers-whom = Cơ quan nhận gói
correspondence-receivers-hint = Gói gửi tới các cơ quan được đánh dấu. Lựa chọn được giữ cho lần tải sau.
correspondence-receivers-save = Lưu nơi nhận gói
correspondence-receivers-saved = Đã lưu nơi nhận gói edXML.
correspondence-receivers-other = Thêm cơ quan và mã định danh
correspondence-receivers-none = Chưa có cơ quan nào để chọn.
correspondence-receivers-none-who = Ghi tên và mã định danh các cơ quan nhận ở phần thiết lập liên thông.
correspondence-arriving = Nhận gói edXML
correspondence-arriving-lead = Văn bản đến từ hệ thống quản lý văn bản: chọn gói edXML (QCVN 102:2016), đọc lại rồi vào sổ cùng các tệp kèm theo.
correspondence-arriving-file = Gói edXML
correspondence-arriving-hint = Tải về từ hệ thống quản lý văn bản.
correspondence-arriving-look = Đọc gói
correspondence-arriving-read = Gói ghi như sau. Chưa có gì vào sổ.
correspondence-arriving-says = Văn bản vào sổ với số và ngày ghi trong gói; gói được giữ nguyên như lúc nhận.
correspondence-arriving-enter = Vào sổ văn bản này
correspondence-arrived = Đã vào sổ văn bản đến.
correspondence-arrival = Nhận từ hệ thống khác
correspondence-arrival-from = Cơ quan gửi có mã định danh { $organ }, vào sổ lúc { $at }.
correspondence-arrival-organ = Mã định danh cơ quan gửi
correspondence-arrival-files = Tệp trong gói
correspondence-arrival-package = Gói edXML như lúc nhận
correspondence-business-new = Văn bản mới
correspondence-business-withdrawn = Cơ quan gửi báo văn bản này thu hồi văn bản trước đó. Nếu đúng, ghi ở mục thay thế, thu hồi.
correspondence-business-changed = Cơ quan gửi báo văn bản này cập nhật văn bản trước đó
correspondence-business-replaced = Cơ quan gửi báo văn bản này thay thế văn bản trước đó. Nếu đúng, ghi ở mục thay thế, thu hồi.
correspondence-held-macros = Giữ lại, không mở: có macro
correspondence-held-locked = Giữ lại, không mở: có mật khẩu hoặc dạng cũ
correspondence-held-unsafe = Giữ lại, không mở: tệp bất thường
correspondence-held-unknown = Giữ lại, không mở: không thuộc loại được nhận
correspondence-signatures = Chữ ký số trên tệp
correspondence-signatures-at = kiểm tra lúc { $at }
correspondence-signatures-unchecked = Chưa kiểm tra
correspondence-signatures-toolless = Chưa kiểm tra (chưa cài công cụ)
correspondence-signatures-unreadable = Không kiểm tra được tệp này
correspondence-signatures-none = Tệp không có chữ ký số
correspondence-signatures-broken = Có chữ ký không khớp với tệp
correspondence-signatures-added-to = Tệp có phần thêm vào sau chữ ký cuối
correspondence-signatures-one = Có một chữ ký, tệp nguyên vẹn
correspondence-signatures-two = Có từ hai chữ ký, tệp nguyên vẹn
correspondence-steps-in-order = Người ký văn bản ký trước, chữ ký tiếp theo ở sau
correspondence-steps-person-alone = Mới có chữ ký của người ký văn bản, chưa có chữ ký của cơ quan
correspondence-steps-not-first = Người ký văn bản không phải người ký đầu tiên
correspondence-steps-unseen = Không có chữ ký nào mang tên người ký văn bản
correspondence-signatures-trust = Văn bản điện tử đủ hai chữ ký: người có thẩm quyền ký trước, cơ quan ký sau. Phần kiểm tra này cho biết tên trong chứng thư và nội dung có bị thay đổi không; chưa đối chiếu chứng thư với cơ quan cấp.
correspondence-signatures-check = Kiểm tra chữ ký số
correspondence-signatures-checked = Đã kiểm tra chữ ký số của tệp.
correspondence-signature-nameless = Không có tên trong chứng thư
correspondence-signature-whole = nội dung đã ký còn nguyên vẹn
correspondence-signature-broken = nội dung đã ký bị thay đổi
correspondence-templates = Mẫu văn bản
correspondence-templates-lead = Chọn một mẫu để soạn văn bản; tên hội thi, hạn nộp và các số liệu khác được điền sẵn.
correspondence-from-template = Soạn từ mẫu
correspondence-templates-composed = Lời văn của văn bản do hệ thống soạn
correspondence-templates-composed-how = Giấy mời, biên bản, thông báo, tờ trình, quyết định khen thưởng được soạn theo các mẫu sau. Chọn một mẫu để sửa lời văn thành mẫu riêng của cơ quan; văn bản soạn sau đó dùng mẫu riêng.
correspondence-template-places-empty = Dòng chỉ có chỗ điền mà không có số liệu thì được bỏ, cùng với tiêu đề ngay trên nó.
correspondence-template-new = Lập mẫu mới
correspondence-template-change = Sửa mẫu
correspondence-template-from = Lập mẫu riêng từ mẫu này
correspondence-template-own = mẫu của cơ quan
correspondence-template-shipped = mẫu có sẵn
correspondence-template-name = Tên mẫu
correspondence-template-text-hint = Viết như nội dung văn bản. Chỗ cần điền ghi giữa hai cặp ngoặc nhọn, theo danh sách bên cạnh.
correspondence-template-save = Lưu mẫu
correspondence-template-saved = Đã lưu mẫu văn bản.
correspondence-template-remove = Bỏ mẫu này
correspondence-template-removed = Đã bỏ mẫu văn bản.
correspondence-template-places = Chỗ điền sẵn
correspondence-template-places-how = Chỉ dùng được những chỗ sau. Khi soạn, mỗi chỗ được thay bằng số liệu của kỳ này.
correspondence-place-ten-cuoc-hop = tên cuộc họp, buổi lễ
correspondence-place-cuoc-hop = tên cuộc họp, viết giữa câu
correspondence-place-thoi-gian = giờ, ngày bắt đầu
correspondence-place-dia-diem = địa điểm
correspondence-place-chu-tri = người chủ trì
correspondence-place-thu-ky = thư ký cuộc họp
correspondence-place-chuong-trinh = nội dung, chương trình: mỗi việc một dòng
correspondence-place-nguoi-duoc-moi = người, đơn vị được mời: mỗi tên một dòng
correspondence-place-co-mat = số thành viên có mặt trên tổng số
correspondence-place-nguoi-co-mat = người có mặt: mỗi tên một dòng
correspondence-place-nguoi-vang = người vắng mặt, lý do: mỗi tên một dòng
correspondence-place-dien-bien = nội dung đã thảo luận
correspondence-place-ket-luan = kết luận của cuộc họp
correspondence-place-y-kien-khac = ý kiến khác
correspondence-place-ket-thuc = giờ, ngày kết thúc
correspondence-place-phan-cong = phân công thực hiện: mỗi việc một dòng
correspondence-place-hinh-thuc = hình thức khen thưởng
correspondence-place-so-luong = số đơn vị, viết hai chữ số
correspondence-place-don-vi-trinh = nơi trình
correspondence-place-noi-nhan-trinh = nơi nhận tờ trình
correspondence-place-tinh-den = ngày tính điểm
correspondence-place-can-cu = văn bản làm căn cứ có trong sổ: mỗi văn bản một dòng
correspondence-place-ten-hoi-thi = tên đầy đủ của Hội thi
correspondence-place-lan-thu = lần thứ mấy
correspondence-place-nam = các năm của kỳ này
correspondence-place-co-quan = cơ quan thường trực
correspondence-place-noi-giai-dap = nơi giải đáp: tên, điện thoại, giờ làm việc
correspondence-place-noi-ban-hanh = nơi ban hành
correspondence-place-ngay-nhan = ngày bắt đầu nhận hồ sơ
correspondence-place-han-nop = hạn nộp hồ sơ
correspondence-place-den-han-nop = đến mấy giờ, ngày nào thì hết nhận hồ sơ
correspondence-place-so-don-vi = số đơn vị hiện có
correspondence-place-hom-nay = ngày soạn

refusal-correspondence-part-missing =
    { $part ->
        [issuer] Vui lòng ghi cơ quan ban hành.
        [place] Vui lòng ghi nơi ban hành.
        [subject] Vui lòng ghi trích yếu.
        [text] Vui lòng ghi nội dung văn bản.
        [position] Vui lòng ghi chức vụ người ký.
       *[in_place_of] Vui lòng ghi “Thay cho”: ký TM., KT., TL. hoặc TUQ. là ký thay cho ai.
    }
refusal-correspondence-part-too-long =
    { $field ->
        [subject] Trích yếu
        [text] Nội dung
        [issuer] Cơ quan ban hành
        [parent_body] Cơ quan chủ quản
        [place] Nơi ban hành
        [position] Chức vụ người ký
        [name] Tên
       *[other] Phần này
    } dài { $length } ký tự, nhiều nhất là { $max }.
refusal-correspondence-kind-unknown = Vui lòng chọn loại văn bản; với “Loại khác”, ghi tên loại dài không quá 60 ký tự.
refusal-correspondence-capacity-unknown = Vui lòng chọn thẩm quyền ký.
refusal-correspondence-too-many-annexes = Một văn bản có nhiều nhất { $most } phụ lục; ở đây có { $count }.
refusal-correspondence-number-not-next = Số kế tiếp của cơ quan này trong sổ là { $next }, không phải { $number }.
refusal-correspondence-day-before-last = Số { $last } đã cấp cho ngày { $last_day }, nên văn bản sau không thể mang ngày { $date }.
refusal-correspondence-number-given = Số của văn bản này do sổ cấp, không sửa và không cấp lại cho văn bản khác. Nếu văn bản sai, hãy thu hồi hoặc thay thế.
refusal-correspondence-body-name-taken = Tên này là của cơ quan ban hành khác trong hệ thống.
refusal-correspondence-series-midyear = Chuyển giữa một dãy chung và mỗi loại một dãy chỉ áp dụng từ ngày 1/1, để số không trùng trong năm.
refusal-correspondence-numbering-unknown = Vui lòng chọn cách lấy số.
refusal-correspondence-given-before-malformed = Vui lòng ghi một số nguyên, ví dụ 57.
refusal-correspondence-drafter-signs = Người soạn văn bản không tự ký. Một người soạn, một người khác ký.
refusal-correspondence-public-draft = Văn bản này chưa có số và ngày nên chưa công khai được.
refusal-correspondence-other-name = Tài khoản này không mang tên người ký in trên văn bản. Vui lòng đánh dấu xác nhận chữ ký trên bản giấy là của người đó.
refusal-correspondence-blanks-left = Văn bản còn chỗ để trống. Vui lòng điền trong dự thảo, hoặc đánh dấu xác nhận để nguyên.
refusal-correspondence-list-missing = Văn bản nói có danh sách, phụ lục kèm theo nhưng chưa có phụ lục nào. Vui lòng thêm phụ lục trong dự thảo, hoặc đánh dấu xác nhận danh sách đi riêng.
refusal-correspondence-leader-signed = Lãnh đạo đã ký văn bản này nên không sửa được. Nếu phải sửa, lãnh đạo trả lại dự thảo.
refusal-correspondence-ending-unknown = Vui lòng chọn thay thế hoặc thu hồi.
refusal-correspondence-ends-itself = Văn bản không thể thay thế hoặc thu hồi chính nó.
refusal-correspondence-ending-unsigned = Vui lòng chọn một văn bản đã có số và ngày trong sổ.
refusal-correspondence-ending-later = Văn bản { $number } ban hành ngày { $date }, sau văn bản này.
refusal-correspondence-ending-too-early = Ngày { $day } sớm hơn ngày ban hành văn bản này ({ $issued }).
refusal-correspondence-ended-already = Văn bản { $number } đã bị thay thế hoặc thu hồi.
refusal-correspondence-urgency-unknown = Vui lòng chọn một trong ba mức độ khẩn, hoặc không chọn.
refusal-correspondence-came-when = Ngày đến phải từ ngày ban hành văn bản đến hôm nay.
refusal-correspondence-came-already = Văn bản này đã có số đến { $number }, ngày đến { $day }.
refusal-correspondence-day-malformed =
    { $field ->
        [date] Ngày ban hành chưa đúng.
        [came] Ngày đến chưa đúng.
        [from] Ngày áp dụng chưa đúng.
        [since] Mục “Kể từ ngày” chưa đúng.
       *[other] Ngày chưa đúng.
    } Ghi ngày/tháng/năm, ví dụ 27/7/2020.
refusal-correspondence-basis-unknown = Có căn cứ không còn trong sổ. Vui lòng chọn lại.
refusal-correspondence-basis-unsigned = Văn bản “{ $subject }” còn là dự thảo, chưa thể làm căn cứ.
refusal-correspondence-file-empty = Tệp rỗng, không có gì bên trong. Vui lòng quét lại rồi chọn lại tệp.
refusal-correspondence-file-cut = Tệp hỏng hoặc tải lên chưa đủ: phần đầu đúng loại, phần cuối bị thiếu. Vui lòng mở thử trên máy, lưu lại rồi chọn lại tệp.
refusal-correspondence-file-kind = Tệp không phải PDF, PNG hoặc JPEG, hoặc tải lên chưa đủ. Vui lòng kiểm tra rồi chọn lại tệp.
refusal-correspondence-changed-meanwhile = Có người vừa sửa văn bản này. Vui lòng mở lại trang, xem bản mới rồi sửa tiếp.
refusal-correspondence-scan-missing = Để ghi thay lãnh đạo, cần đính kèm bản quét văn bản đã ký.
refusal-correspondence-already-signed = Văn bản đã ký với số { $number }, không sửa được nữa.
refusal-correspondence-date-in-future = Ngày { $date } chưa đến.
refusal-correspondence-year-differs = Số của năm { $number_year } không thể mang ngày { $date }.
refusal-correspondence-basis-later = Văn bản căn cứ vào { $basis } ngày { $basis_date }, nên không thể ban hành ngày { $date }.
refusal-correspondence-number-in-use = Văn bản này đã được gửi, được văn bản khác căn cứ hoặc gắn với việc công bố, khen thưởng, nên không sửa số và ngày được nữa.
refusal-correspondence-number-taken = Số { $number } trùng với { $bearer } đã vào sổ. { $kind ->
        [another] Văn bản đó thuộc loại khác, nhưng một số kèm ký hiệu chỉ cấp một lần trong năm, cho dù loại nào.
       *[same] Trong một năm, mỗi số chỉ cấp một lần cho một loại văn bản, dù ký hiệu khác nhau.
    } Vui lòng kiểm tra lại số, ký hiệu trên bản đã ký.
refusal-correspondence-correction-reason = Vui lòng ghi lý do sửa.
refusal-correspondence-give-back-reason = Vui lòng ghi lý do trả lại dự thảo.
refusal-correspondence-same-number = Số và ngày này đang được ghi trong sổ. Chưa có gì để sửa.
refusal-correspondence-scan-in-use = Văn bản này đã gửi đi, đã ghi khen thưởng theo nó hoặc đã có văn bản đã ký căn cứ vào, nên không thay bản quét được nữa.
refusal-correspondence-same-scan = Tệp này chính là bản quét đang có. Vui lòng chọn tệp khác.
refusal-correspondence-scan-there = Văn bản này đã có bản quét.
refusal-correspondence-number-missing = Vui lòng ghi số, ký hiệu văn bản, ví dụ 85/QĐ-BTC.
refusal-correspondence-number-form = “{ $given }” chưa đúng. Cần số, dấu gạch chéo rồi ký hiệu, ví dụ 85/QĐ-BTC.
refusal-correspondence-number-not-whole = “{ $given }” không phải là số văn bản. Số bắt đầu từ 1.
refusal-correspondence-number-symbol = “{ $given }” không phải là ký hiệu văn bản, ví dụ đúng: QĐ-BTC.
refusal-correspondence-number-year = Năm { $year } không phải năm của một văn bản.
refusal-correspondence-already-acknowledged = Đơn vị đã xác nhận nhận văn bản này { $at } ({ $by_name }).
refusal-correspondence-acknowledged-before-sent = Thời điểm xác nhận ({ $at }) sớm hơn lúc gửi ({ $sent_at }).
refusal-correspondence-acknowledged-in-future = Thời điểm { $at } chưa đến.
refusal-correspondence-follows-announcement = Quyết định này công khai cùng lúc với việc công bố kết quả, không công khai hay ẩn riêng được.
refusal-correspondence-word-missing = Vui lòng chọn tệp Word đã sửa.
refusal-correspondence-word-only-untaken = Tệp chỉ đổi số, ngày hoặc người ký, những phần không nhận từ tệp Word. Người ký sửa trong dự thảo; số, ngày ghi theo bản đã ký.
refusal-correspondence-word-broken = Tệp này hỏng hoặc không phải tệp Word (.docx). Vui lòng mở bằng Word, lưu lại dạng .docx rồi chọn lại.
refusal-correspondence-word-encrypted = Tệp có mật khẩu hoặc là dạng .doc cũ. Vui lòng bỏ mật khẩu, lưu lại dạng .docx rồi chọn lại.
refusal-correspondence-word-macros = Tệp có chương trình chạy kèm (macro) nên không nhận. Vui lòng lưu lại dạng .docx không có macro.
refusal-correspondence-word-embedded = Tệp có nhúng đối tượng của chương trình khác (bảng tính, tệp đính kèm) nên không nhận. Vui lòng xóa đối tượng đó, hoặc chép thành bảng thường, rồi lưu lại.
refusal-correspondence-word-external = Tệp liên kết đến nội dung ở ngoài (mẫu, hình hoặc tệp trên mạng) nên không nhận. Vui lòng ngắt liên kết rồi lưu lại.
refusal-correspondence-word-hostile = Cấu trúc bên trong tệp bất thường, có thể gây hại, nên không mở. Vui lòng chép nội dung sang tệp Word mới rồi chọn lại.
refusal-correspondence-word-too-large = Tệp quá lớn khi mở ra. Vui lòng bỏ bớt hình rồi lưu lại.
refusal-correspondence-word-empty = Không đọc được nội dung nào trong tệp. Vui lòng kiểm tra lại tệp.
refusal-correspondence-word-same = Nội dung tệp giống hệt dự thảo, không có gì để nhận.
refusal-correspondence-organ-id = “{ $given }” không phải mã định danh cơ quan. Ví dụ đúng: H49.12 hoặc 000.00.12.H49.
refusal-correspondence-exchange-sender = Chưa có mã định danh của { $body }. Thêm một dòng ở mục này.
refusal-correspondence-exchange-addressees = Chưa có mã định danh của nơi nào nhận văn bản này. Thêm ít nhất một cơ quan nhận, ghi đúng tên như ở mục “Kính gửi”.
refusal-correspondence-exchange-type = Chưa có mã của loại “{ $kind }”. Thêm một dòng ở mục này.
refusal-correspondence-exchange-line = Dòng { $line } “{ $given }” chưa đúng. Ghi tên, dấu bằng rồi mã.
refusal-correspondence-exchange-twice = Dòng { $line } ghi lại “{ $given }”, đã có ở dòng trên. Giữ một dòng.
refusal-correspondence-exchange-unchosen = Chưa chọn cơ quan nhận gói. Đánh dấu ít nhất một cơ quan rồi lưu.
refusal-correspondence-exchange-receiver-gone = Mã { $id } đã chọn không còn trong thiết lập liên thông. Chọn lại cơ quan nhận gói rồi lưu.
refusal-correspondence-edxml-missing = Vui lòng chọn gói edXML.
refusal-correspondence-edxml-not-xml = Chương trình gửi gói cần ghi Content-Type: application/xml.
refusal-correspondence-edxml-another-kind = Tệp này không phải gói edXML mà là loại tệp khác (Word, PDF, zip…). Vui lòng chọn gói tải về từ hệ thống quản lý văn bản.
refusal-correspondence-edxml-broken = Tệp này hỏng, tải về chưa đủ, hoặc không phải gói edXML. Vui lòng tải lại từ hệ thống quản lý văn bản.
refusal-correspondence-edxml-hostile = Cấu trúc bên trong gói bất thường, có thể gây hại, nên không mở. Vui lòng báo cơ quan gửi.
refusal-correspondence-edxml-too-large = Gói có nhiều phần hơn bất kỳ văn bản nào, nên không mở. Vui lòng báo cơ quan gửi.
refusal-correspondence-edxml-lacks =
    { $part ->
        [number] Gói không ghi số và ký hiệu văn bản, hoặc ghi sai.
        [date] Gói không ghi ngày ban hành, hoặc ghi sai (cần năm/tháng/ngày).
        [issuer] Gói không ghi tên cơ quan gửi.
        [subject] Gói không ghi trích yếu, hoặc trích yếu quá dài.
        [kind] Gói không ghi tên loại văn bản, và mã loại chưa có ở phần thiết lập liên thông.
       *[attachment] Gói không có tệp văn bản nào.
    }
refusal-correspondence-edxml-file = Gói ghi có tệp “{ $name }” nhưng thiếu tệp này, hoặc tệp không đọc được. Vui lòng báo cơ quan gửi lại.
refusal-correspondence-edxml-hash = Tệp “{ $name }” không khớp mã băm ghi trong gói: đã bị thay đổi trên đường gửi. Không có gì vào sổ; vui lòng báo cơ quan gửi lại.
refusal-correspondence-placeholder-unknown =
    { $field ->
        [subject] Trích yếu
        [addressees] Kính gửi
        [recipients] Nơi nhận
       *[text] Nội dung
    }: Không có chỗ điền tên “{ $name }”. Vui lòng dùng một tên trong danh sách chỗ điền sẵn.
refusal-correspondence-placeholder-open =
    { $field ->
        [subject] Trích yếu
        [addressees] Kính gửi
        [recipients] Nơi nhận
       *[text] Nội dung
    }: Có dấu ngoặc nhọn mở mà chưa đóng. Viết đủ hai dấu mở và hai dấu đóng.
refusal-correspondence-paper-worded = Văn bản này đã có mẫu riêng của cơ quan. Vui lòng sửa mẫu đó.
refusal-correspondence-template-name = Vui lòng ghi tên mẫu.
