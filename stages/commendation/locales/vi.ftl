### Commendation: standings, formula, proposals, what units gave.
commendation-standings = Thi đua, khen thưởng đơn vị
commendation-standings-lead = Điểm cộng từ minh chứng đã xác nhận; mở từng đơn vị để xem điểm nào từ đâu. Các đơn vị chỉ so với đơn vị cùng nhóm.
commendation-not-announced = Chưa công bố kết quả Hội thi
commendation-not-announced-text = Giải thưởng chưa được tính và bảng này chưa công khai.
commendation-proposals = Đề nghị đã lập
commendation-decided-word = Đã có quyết định
commendation-waits = Chờ quyết định
commendation-none = Điểm của các đơn vị sẽ hiện ở đây.
commendation-none-who = Cán bộ xác nhận tin, bài; hồ sơ và báo cáo được tính tự động.
commendation-choose = Chọn
commendation-place = Hạng
commendation-unit = Đơn vị
commendation-kinds = Số nội dung có điểm
commendation-points = Điểm
commendation-honour = Hình thức đề nghị
commendation-honour-hint = Đánh dấu các đơn vị ở bảng trên, chọn hình thức rồi lập tờ trình.
commendation-honour-choose = Chọn hình thức
commendation-honour-provincial = Bằng khen cấp tỉnh
commendation-honour-agency = Giấy khen của cơ quan thường trực
commendation-honour-movement = Giải phong trào
commendation-propose-says = Tờ trình được lập thành dự thảo trong sổ văn bản, kèm danh sách.
commendation-propose = Lập tờ trình
commendation-read-back = Xem lại trước khi lập
commendation-choose-again = Chọn lại
commendation-forward-says = Lập tờ trình rồi thì hạng, điểm của hôm nay được giữ và cách tính điểm của kỳ này không sửa được, trừ khi rút đề nghị trước khi có quyết định.
commendation-forward-early = Giải thưởng chưa được tính trong điểm dưới đây.
commendation-not-yet = Chưa đến ngày lập đề nghị
commendation-reports-open = Còn { $open } báo cáo có thể làm đổi điểm
commendation-reports-open-text = Báo cáo chưa đến hạn, chưa duyệt, đang trả lại để sửa hoặc đang xin gia hạn. Trả lời, duyệt hết, hoặc khóa kỳ báo cáo, rồi mới lập tờ trình.
commendation-close-reports = Khóa kỳ báo cáo
commendation-waits-reports = Chưa chọn được đơn vị nhóm này: còn { $open } báo cáo của nhóm có thể làm đổi điểm.
commendation-waits-points = Chưa chọn được đơn vị nhóm này: chưa đơn vị nào có điểm.
commendation-proposed = Đã lập tờ trình dự thảo, kèm danh sách.
commendation-group-localities = Xã, phường, đặc khu
commendation-group-districts = Huyện, thị xã, thành phố (đến ngày 30/6/2025)
commendation-group-departments = Sở, ban, ngành, đoàn thể, hội
commendation-group-schools = Trường học
commendation-group-enterprises = Doanh nghiệp
commendation-group-others = Đơn vị khác
commendation-criterion-component-portal = Tin, bài trên cổng thông tin điện tử thành phần
commendation-criterion-email-system = Thư gửi qua hệ thống thư điện tử
commendation-criterion-bulletin = Bản tin
commendation-criterion-periodical = Tập san
commendation-criterion-print = Ấn phẩm
commendation-criterion-radio-television = Phát thanh, truyền hình
commendation-criterion-meeting = Phổ biến tại hội nghị, cuộc họp
commendation-criterion-social-network = Tin trên mạng xã hội
commendation-criterion-entry-sent = Hồ sơ dự thi đã gửi
commendation-criterion-entry-qualified = Hồ sơ đủ điều kiện chấm
commendation-criterion-prize-1 = Giải cao nhất
commendation-criterion-prize-2 = Giải thứ hai
commendation-criterion-prize-3 = Giải thứ ba
commendation-criterion-prize-4 = Giải còn lại
commendation-report-came = Báo cáo hạn { $due }, nhận ngày { $on }
commendation-criterion-report-on-time = Báo cáo đúng hạn
commendation-public = Xếp hạng phong trào của các đơn vị
commendation-public-lead = Các đơn vị được xếp trong nhóm của mình.
commendation-public-later = Bảng xếp hạng có sau khi công bố kết quả Hội thi.
commendation-public-later-who = Hồ sơ đang được chấm kín nên chưa công khai số liệu theo đơn vị.
commendation-achievements = Báo cáo thành tích (PDF)
commendation-progress = Tiến độ đơn vị
commendation-place-in-group = Hạng trong nhóm
commendation-no-points = Đơn vị chưa có điểm.
commendation-cut = đã tới mức trần
commendation-formula = Cách tính điểm
commendation-formula-lead = Điểm thi đua của đơn vị được cộng theo bảng này, công bố trước cho mọi đơn vị.
commendation-assumed-title = Chưa có công thức của kỳ này
commendation-assumed = Đang dùng công thức mặc định, chưa được Ban Tổ chức quyết định.
commendation-criterion = Nội dung
commendation-each = Điểm mỗi đơn vị tính
commendation-ceiling = Tối đa
commendation-no-ceiling = không giới hạn
commendation-rule-confirmed = Tin, bài chỉ được tính khi cơ quan thường trực đã xác nhận.
commendation-rule-reports = Báo cáo đúng hạn được tính khi đã duyệt, từng báo cáo một. Đơn vị còn nợ, đang phải sửa hoặc gửi chậm một báo cáo được yêu cầu trong kỳ thì chưa báo cáo nào của đơn vị được tính.
commendation-rule-groups = Mỗi đơn vị chỉ so với đơn vị cùng nhóm.
commendation-rule-prizes = Giải thưởng được tính từ khi công bố kết quả.
commendation-versions = Các bản đã công bố
commendation-version = Bản { $version }
commendation-version-none = Theo sổ thể lệ hoặc công thức mặc định
commendation-of-book = Công thức nằm trong sổ thể lệ, theo văn bản số { $document }.
commendation-formula-edit = Sửa cách tính điểm
commendation-formula-edit-lead = Điểm có tối đa hai số lẻ. Để trống mức tối đa nếu không giới hạn. Lưu là công bố bản mới.
commendation-in-use = Không sửa được nữa
commendation-why = Căn cứ, lý do
commendation-why-hint = Ví dụ: Kế hoạch số 86/KH-BTC ngày 27/7/2020.
commendation-publish = Công bố bản mới
commendation-formula-published = Đã công bố cách tính điểm.
commendation-proposal = Đề nghị tặng { $honour }
commendation-paper = Tờ trình
commendation-paper-minutes = Biên bản họp xét
commendation-paper-decision = Quyết định do cơ quan mình soạn
commendation-paper-missing = Chưa có
commendation-paper-signer = Người ký
commendation-write-draft = Soạn dự thảo
commendation-whole-dossier = Tải cả hồ sơ
commendation-drafted = Đã soạn dự thảo, kèm danh sách. Mở trong sổ văn bản để sửa rồi trình ký.
commendation-draft-lead-minutes = Dự thảo kèm danh sách được ghi vào sổ văn bản; ở đó ghi thời gian, thành phần, số phiếu rồi trình ký.
commendation-draft-lead-decision = Dự thảo kèm danh sách được ghi vào sổ văn bản; ở đó sửa, trình ký và ghi số.
commendation-unsigned =
    { $papers ->
        [submission] Tờ trình chưa ký
        [minutes] Biên bản họp xét chưa có hoặc chưa ký
       *[both] Tờ trình chưa ký; biên bản họp xét chưa có hoặc chưa ký
    }
commendation-unsigned-text = Quyết định đi sau các văn bản này và căn cứ vào tờ trình. Nên ký, ghi số các văn bản này trước.
commendation-unsigned-row = Văn bản đi trước quyết định
commendation-draft-early = Đã biết, vẫn soạn quyết định
commendation-decide-early = Đã biết, vẫn ghi quyết định
commendation-decision = Quyết định
commendation-proposed-units = Đơn vị được đề nghị
commendation-group = Nhóm
commendation-papers = Giấy tờ
commendation-sheet = In giấy (PDF)
commendation-record-decision = Ghi quyết định
commendation-decide-says = Ghi rồi thì không sửa được nữa; giấy của từng đơn vị in theo số và ngày này.
commendation-number = Số quyết định
commendation-number-hint = Ví dụ: 2704/QĐ-UBND.
commendation-day = Ngày quyết định
commendation-body = Cơ quan quyết định
commendation-body-hint = Ví dụ: Chủ tịch Ủy ban nhân dân tỉnh.
commendation-decided = Đã ghi quyết định. In được giấy cho từng đơn vị.
commendation-of-book-later-title = Sổ thể lệ có công thức chưa có hiệu lực
commendation-of-book-later = Công thức trong sổ thể lệ (văn bản số { $document }) có hiệu lực từ ngày { $day }. Đến ngày đó điểm được tính theo bảng dưới đây.
commendation-withdraw = Rút đề nghị
commendation-withdraw-lead = Đề nghị có { $count } đơn vị và chưa có quyết định.
commendation-withdraw-why = Lý do rút
commendation-withdraw-why-hint = Ví dụ: Lập lại sau khi xác minh tin, bài của hai đơn vị.
commendation-withdraw-says = Rút rồi thì không lấy lại được; lập đề nghị khác khi cần. Không còn đề nghị nào thì cách tính điểm sửa lại được. Dự thảo trong sổ văn bản giữ nguyên.
commendation-withdraw-keep = Không rút
commendation-withdraw-too-late = Đề nghị này đã có quyết định hoặc đã rút.
commendation-was-withdrawn = Đã rút đề nghị.
commendation-withdrawn-word = Đã rút
commendation-withdrawn-at = Đã rút lúc { $at }
commendation-verify = Kiểm tra giấy khen, giải phong trào của đơn vị
commendation-verdict-valid = Có trong danh sách được khen thưởng
commendation-fallen-replaced = Quyết định số { $number } ngày { $day } đã bị thay thế bằng { $by }, từ ngày { $since }
commendation-fallen-withdrawn = Quyết định số { $number } ngày { $day } đã bị thu hồi theo { $by }, từ ngày { $since }
commendation-fallen-recalled = Quyết định số { $number } ngày { $day } đã bị thu hồi ngày { $since }
commendation-fallen-recalled-for = Quyết định số { $number } ngày { $day } đã bị thu hồi ngày { $since }, thay bằng { $by }
commendation-fallen-text = Giấy theo quyết định này không in nữa và trang kiểm tra công khai báo không còn giá trị; giấy đã trao thì thu lại. Muốn tặng lại thì lập đề nghị khác.
commendation-fallen-word = Quyết định không còn hiệu lực
commendation-verdict-fallen = Giấy này không còn giá trị
commendation-verdict-says = { $honour } tặng { $unit }, { $contest }.
commendation-verdict-unknown = Không có trong danh sách
commendation-verdict-unknown-text = Không tờ giấy nào mang mã { $code }. Hãy xem lại từng ký tự.
commendation-verdict-elsewhere = Kiểm tra mã khác
commendation-verdict-ask = Cần hỏi thêm, liên hệ { $agency }.
commendation-verdict-honour = Hình thức
commendation-verdict-contest = Trong
commendation-verdict-decision = Số { $number } ngày { $day }, { $body }
commendation-verdict-place = Số thứ tự trong danh sách
commendation-verdict-code = Mã
commendation-verdict-compare = So từng dòng với tờ giấy đang cầm: tên đơn vị, số và ngày quyết định phải trùng.
commendation-kept-back = Một hồ sơ (mã số chỉ cán bộ phụ trách hồ sơ xem được)
commendation-own = Khen thưởng của đơn vị
commendation-own-lead = Ghi các quyết định khen thưởng, giấy khen mà đơn vị đã tặng cho tập thể, cá nhân tích cực với Hội thi. Số này tự điền vào báo cáo.
commendation-receiver = Tập thể, cá nhân được khen
commendation-receiver-kind = Đối tượng
commendation-collective = Tập thể
commendation-person = Cá nhân
commendation-merit = Thành tích
commendation-draft-hint = Chưa có số và ngày thì để trống: mục được giữ là dự thảo và chưa tính.
commendation-save = Lưu
commendation-cancel = Thôi, không sửa
commendation-own-list = Đã khen thưởng ({ $count })
commendation-own-none = Khen thưởng của đơn vị sẽ hiện ở đây.
commendation-own-none-who = Cán bộ đầu mối của đơn vị ghi.
commendation-change = Sửa
commendation-draft = Dự thảo
commendation-remove = Gỡ bỏ
commendation-remove-title = Gỡ bỏ khen thưởng
commendation-remove-says = Gỡ bỏ rồi thì không lấy lại được và số trong báo cáo giảm theo.
commendation-keep = Không gỡ
commendation-own-decision = Quyết định (PDF)
commendation-own-sheet = Giấy khen (PDF)
commendation-recorded = Đã lưu.
commendation-removed = Đã gỡ bỏ.

refusal-commendation-not-points = “{ $given }” chưa phải là số điểm. Ghi tối đa hai số lẻ, ví dụ 1,5.
refusal-commendation-too-much = Nhiều hơn mức cho phép là { $most } điểm.
refusal-commendation-ceiling-below-one = Mức tối đa { $ceiling } thấp hơn điểm của một đơn vị tính ({ $each }).
refusal-commendation-missing =
    Vui lòng ghi mục “{ $field ->
        [receiver] { commendation-receiver }
        [kind] { commendation-receiver-kind }
        [merit] { commendation-merit }
        [decision] { commendation-number }
       *[day] { commendation-day }
    }”.
refusal-commendation-too-long =
    Mục “{ $field ->
        [receiver] { commendation-receiver }
        [kind] { commendation-receiver-kind }
        [merit] { commendation-merit }
        [decision] { commendation-number }
       *[day] { commendation-day }
    }” dài quá { $max } ký tự.
refusal-commendation-not-a-day = “{ $given }” chưa phải là ngày. Ghi như 27/7/2020.
refusal-commendation-day-in-future = Ngày { $day } chưa tới.
refusal-commendation-no-units = Đánh dấu ít nhất một đơn vị.
refusal-commendation-honour = Chọn hình thức đề nghị.
refusal-commendation-unit-without-points = Có đơn vị được chọn chưa có điểm trong kỳ này.
refusal-commendation-reports-open = Chưa lập tờ trình được: còn { $open } báo cáo của các nhóm đã chọn chưa đến hạn, chưa duyệt, đang trả lại để sửa hoặc đang xin gia hạn. Trả lời, duyệt hết, hoặc khóa kỳ báo cáo, rồi lập lại.
refusal-commendation-why-missing = Ghi căn cứ, lý do.
refusal-commendation-same-formula = Công thức không thay đổi gì.
refusal-commendation-formula-in-use = Đã lập đề nghị khen thưởng theo công thức này nên không sửa được. Đề nghị chưa có quyết định thì rút được, sau đó sửa lại được.
refusal-commendation-formula-in-book = Công thức nằm trong sổ thể lệ. Muốn đổi thì sửa đổi, bổ sung Thể lệ.
refusal-commendation-formula-to-come = Công thức trong sổ thể lệ có hiệu lực từ ngày { $day }; đến ngày đó mới lập đề nghị.
refusal-commendation-withdrawn = Đề nghị này đã rút.
refusal-commendation-withdrawal-without-reason = Ghi lý do rút.
refusal-commendation-own-decision-unsigned = Quyết định soạn ở đây chưa có số trong sổ văn bản. Ghi số, ngày trong sổ trước.
refusal-commendation-own-decision-differs = Quyết định soạn ở đây mang số { $number } ngày { $day }. Vui lòng ghi đúng số và ngày đó.
refusal-commendation-number-of-other-day = Số { $number } của cơ quan này đã ghi ngày { $day }. Vui lòng kiểm tra lại bản đã ký.
refusal-commendation-number = Số quyết định cần có số, dấu gạch chéo rồi ký hiệu, ví dụ 215/QĐ-UBND.
refusal-commendation-decision-missing = Ghi số quyết định.
refusal-commendation-body-missing = Ghi cơ quan quyết định.
refusal-commendation-day = Ghi ngày như 27/7/2020.
refusal-commendation-day-ahead = Ngày { $day } chưa tới.
refusal-commendation-decided = Đề nghị này đã có quyết định.
refusal-commendation-decision-fallen = Quyết định khen thưởng đã bị thu hồi hoặc thay thế nên giấy theo quyết định ấy không in nữa.
refusal-commendation-papers-unsigned =
    { $papers ->
        [submission] Tờ trình chưa ký.
        [minutes] Biên bản họp xét chưa có hoặc chưa ký.
       *[both] Tờ trình chưa ký; biên bản họp xét chưa có hoặc chưa ký.
    } Ký, ghi số trước, hoặc đánh dấu ô này nếu vẫn làm.
refusal-commendation-paper-there = Văn bản này đã có trong sổ.
refusal-commendation-changed-meanwhile = Có người vừa thay đổi. Mở lại trang rồi làm lại.
commendation-signer = Người ký tờ trình
commendation-signer-post = Chức vụ người ký
