### Meetings and ceremonies: who is asked to come, who came, what was concluded.

## For the office

meetings-list = Cuộc họp, buổi lễ
meetings-new = Thêm cuộc họp, buổi lễ
meetings-none = Chưa có cuộc họp hay buổi lễ nào.
meetings-none-who = Cơ quan thường trực hoặc thư ký lập cuộc họp, rồi soạn giấy mời.
meetings-kind = Loại
meetings-kind-committee = Họp Ban Tổ chức
meetings-kind-launch = Lễ phát động
meetings-kind-ceremony = Lễ tổng kết, trao giải
meetings-kind-other = Khác
meetings-own-kind = Tên loại
meetings-own-kind-hint = Ghi khi chọn “Khác”. Ví dụ: Hội nghị tập huấn, họp giao ban, họp Hội đồng giám khảo.
meetings-title = Nội dung chính
meetings-title-hint = Ví dụ: Họp Ban Tổ chức Hội thi lần thứ hai.
meetings-day = Ngày
meetings-time = Giờ
meetings-when = Thời gian
meetings-when-undated = Chưa định ngày (trước đây: { $before })
meetings-when-moved = { $when } (đổi từ ngày { $before })
meetings-day-moved = Ngày họp đã đổi từ { $before } sang { $when }.
meetings-answer-anew = Câu trả lời trước là cho ngày cũ. Vui lòng trả lời lại cho ngày mới.
meetings-invitation-old = Giấy mời soạn cho ngày cũ { $day }
meetings-invitation-old-text = Giấy mời chưa ký thì sửa dự thảo trong sổ văn bản; đã ký thì thay bằng giấy mời khác ở đó. Người được mời đã thấy ngày mới kèm ghi chú này.
meetings-reason = Lý do
meetings-reason-hint = Ghi trong thư báo và ở liên kết của người được mời.
meetings-place = Địa điểm
meetings-chair = Chủ trì
meetings-chair-hint = Chức vụ và họ tên.
meetings-secretary = Thư ký
meetings-quorum = Số người cần có mặt
meetings-quorum-anybody = Không quy định
meetings-quorum-half = Quá nửa số thành viên
meetings-quorum-two-thirds = Từ hai phần ba số thành viên
meetings-agenda = Chương trình
meetings-agenda-hint = Mỗi nội dung một dòng.
meetings-save = Lưu
meetings-held-already = Cuộc họp đã họp xong
meetings-held-already-hint = Chỉ đánh dấu khi vào sổ một cuộc họp đã qua; bước tiếp theo là ghi danh sách, rồi ghi kết quả.
meetings-was-entered = Đã vào sổ cuộc họp. Bây giờ ghi người được mời, rồi ghi kết quả và ai có mặt.
meetings-was-planned = Đã lập. Bây giờ ghi người được mời, rồi soạn giấy mời.
meetings-was-changed = Đã sửa.
meetings-was-changed-told = Đã sửa. Đã gửi { $letters } thư báo cho { $people } người, đơn vị được mời; không có thư điện tử, phải gọi điện: { $without }.
meetings-was-called-off = Đã hủy.
meetings-was-called-off-told = Đã hủy. Đã gửi { $letters } thư báo cho { $people } người, đơn vị được mời; không có thư điện tử, phải gọi điện: { $without }.
meetings-was-postponed = Đã hoãn.
meetings-was-postponed-told = Đã hoãn. Đã gửi { $letters } thư báo cho { $people } người, đơn vị được mời; không có thư điện tử, phải gọi điện: { $without }.
meetings-was-dated = Đã định ngày mới.
meetings-was-dated-told = Đã định ngày mới. Đã gửi { $letters } thư báo cho { $people } người, đơn vị được mời; không có thư điện tử, phải gọi điện: { $without }.
meetings-change = Sửa
meetings-state = Trạng thái
meetings-state-planned = Sắp họp
meetings-state-begun = Đang họp hoặc chưa ghi kết quả
meetings-state-held = Đã họp
meetings-state-postponed = Đã hoãn, chưa định ngày
meetings-state-called-off = Đã hủy
meetings-record = Ghi kết quả
meetings-calling = Thứ tự mời lên nhận giải
meetings-members = { $members } thành viên trong danh sách mời
meetings-quorum-reached = Có mặt { $present }/{ $members } thành viên, đủ số cần có
meetings-quorum-missed = Có mặt { $present }/{ $members } thành viên, chưa đủ số cần có
meetings-made = Văn bản của cuộc họp
meetings-paper = Văn bản
meetings-in-register = Trong sổ văn bản
meetings-paper-giay-moi = Giấy mời
meetings-paper-bien-ban = Biên bản
meetings-paper-thong-bao = Thông báo kết luận
meetings-draft = Dự thảo
meetings-draft-lead = Dự thảo được ghi vào sổ văn bản, ở đó sửa, trình ký và ghi số như mọi văn bản khác.
meetings-signer = Người ký
meetings-chair-signs = Biên bản do người chủ trì ký: { $chair }.
meetings-signer-post = Chức vụ người ký
meetings-write-draft = Soạn dự thảo
meetings-write-invitation = Soạn giấy mời
meetings-first-invite = Mời người trước, rồi soạn
meetings-first-record = Ghi kết quả trước, rồi soạn
meetings-first-conclude = Ghi kết luận trước, rồi soạn
meetings-not-drafted = Không soạn
meetings-was-drafted = Đã soạn dự thảo. Xem lại trước khi trình ký.
meetings-invited = Người được mời ({ $count })
meetings-nobody = Chưa mời ai.
meetings-nobody-who = Ghi người, đơn vị hoặc tên khách ở dưới.
meetings-guests = Danh sách mời
meetings-guest = Người được mời
meetings-member = thành viên
meetings-reply = Trả lời
meetings-attendance = Dự họp
meetings-no-reply = Chưa trả lời
meetings-reply-earlier = Chưa trả lời lại (trả lời cho ngày cũ: { $said })
meetings-reply-comes = Đi
meetings-reply-excused = Vắng, có lý do
meetings-reply-sends = Cử người thay
meetings-reply-recorded = { $said } (cơ quan thường trực ghi)
meetings-record-reply = Ghi trả lời
meetings-reply-words = Lý do vắng, hoặc họ tên và chức vụ người đi thay
meetings-reply-kept = Đã ghi trả lời.
meetings-uninvite = Bỏ khỏi danh sách
meetings-was-uninvited = Đã bỏ khỏi danh sách.
meetings-present = Có mặt
meetings-absent = Vắng
meetings-attendance-asked = Chưa ghi
meetings-attendance-asks = Còn { $count } người chưa ghi có mặt hay vắng
meetings-nobody-listed = Chưa có ai trong danh sách, nên không ghi được ai có mặt.
meetings-nobody-listed-who = Ghi người được mời ở trang cuộc họp trước, kể cả khi cuộc họp đã qua.
meetings-add-guest = Thêm vào danh sách mời
meetings-add-many = Mời nhiều người một lần
meetings-guest-names = Tên khác
meetings-guest-names-hint = Mỗi dòng một người: họ tên và chức vụ.
meetings-are-members = Đều là thành viên, tính vào số người cần có mặt
meetings-add-all = Thêm tất cả vào danh sách mời
meetings-were-invited = Đã thêm vào danh sách mời những người chưa có.
meetings-add-guest-hint = Chọn một người, hoặc một đơn vị, hoặc ghi tên.
meetings-guest-account = Người có tài khoản
meetings-guest-unit = Đơn vị
meetings-guest-name = Tên khác
meetings-guest-name-hint = Họ tên và chức vụ.
meetings-choose = Chọn
meetings-is-member = Là thành viên, tính vào số người cần có mặt
meetings-was-invited = Đã thêm vào danh sách.
meetings-papers = Tài liệu
meetings-add-paper = Văn bản trong sổ
meetings-put-before = Thêm tài liệu
meetings-take-paper = Bỏ tài liệu
meetings-paper-taken = Đã bỏ tài liệu. Văn bản vẫn ở trong sổ.
meetings-papers-who = Người được mời đọc được tài liệu đã ký, kể cả qua liên kết riêng; dự thảo thì chưa.
meetings-paper-added = Đã thêm tài liệu.
meetings-postpone = Hoãn
meetings-postpone-title = Hoãn cuộc họp
meetings-postpone-says = Thư báo gửi ngay cho những người ghi ở trên. Danh sách mời giữ nguyên; câu trả lời cho ngày cũ phải hỏi lại.
meetings-postpone-keep = Không hoãn
meetings-until = Họp khi nào
meetings-until-day = Đã có ngày mới
meetings-until-none = Chưa định ngày
meetings-new-day = Ngày mới
meetings-set-day = Định ngày mới
meetings-set-day-keep = Chưa định
meetings-call-off = Hủy
meetings-call-off-says = Cuộc họp đã hủy không mở lại được. Chỉ dời sang ngày khác thì dùng “Hoãn”. Thư báo gửi ngay cho những người ghi ở trên.
meetings-call-off-title = Hủy cuộc họp
meetings-call-off-keep = Không hủy
meetings-answered = Đã trả lời
meetings-answered-of = { $answered }/{ $count } người được mời
meetings-attendance-sheet = Danh sách đại biểu ký tên (PDF)
meetings-tell = Gửi thư mời
meetings-tell-says = Mỗi người nhận một thư có thời gian, địa điểm và chỗ trả lời. Thư đã gửi không lấy lại được.
meetings-tell-not-yet = Không gửi được thư mời
meetings-told = Nhận thư ({ $count })
meetings-untold = Không có thư điện tử, cần gọi hoặc gửi giấy ({ $count })
meetings-told-off = Được báo bằng thư ({ $count })
meetings-called = Không có thư điện tử, phải gọi điện ({ $count })
meetings-away-moved = Đã báo vắng, chỉ được báo khi đổi sang ngày khác ({ $count })
meetings-away-off = Đã báo vắng, không được báo ({ $count })
meetings-reached = Báo cho người được mời
meetings-reached-if = Đổi ngày, giờ hoặc địa điểm thì khi lưu, thư báo gửi ngay:
meetings-nobody-knows = Giấy mời chưa ký, chưa ai được báo nên không có thư nào gửi đi.
meetings-no-mail = không có thư điện tử
meetings-not-now = Chưa gửi
meetings-were-told = Đã gửi { $letters } thư mời cho { $people } người, đơn vị; không có thư điện tử, cần gọi hoặc gửi giấy: { $without }.
meetings-was-told = đã gửi thư
meetings-paper-stays = Văn bản đã soạn không tự đổi theo
meetings-invitation-stays-text = Giấy mời giữ nguyên nội dung đã soạn. Đổi thời gian, địa điểm thì sửa dự thảo trong sổ văn bản, hoặc báo lại người được mời nếu giấy mời đã ký.
meetings-minutes-stay-text = Ghi lại kết quả thì sửa cả dự thảo biên bản, thông báo trong sổ văn bản cho khớp.
meetings-ended = Kết thúc lúc
meetings-ended-day = Ngày
meetings-who-came = Ai có mặt (hoặc người đi thay)
meetings-few-came = Đúng như vậy: { $present }/{ $count } người trong danh sách có mặt
meetings-proceedings = Diễn biến
meetings-conclusions = Kết luận
meetings-conclusions-hint = Đưa vào biên bản và thông báo kết luận.
meetings-duties = Phân công
meetings-duties-hint = Mỗi việc một dòng: ai | làm gì | hạn. Ví dụ: Ban Thư ký | gửi giấy mời | 20/3/2021
meetings-dissent = Ý kiến khác
meetings-record-action = Ghi kết quả
meetings-was-recorded = Đã ghi kết quả. Bây giờ soạn biên bản.
meetings-calling-none = Chưa có quyết định trao giải.
meetings-calling-none-who = Thứ tự mời được lập từ quyết định trao giải.
meetings-calling-lead = Mời từ giải thấp đến giải cao.
meetings-prizes-wait = Giải chưa trao của người vắng mặt: { $count }
meetings-order = Thứ tự
meetings-prize = Giải
meetings-solution = Giải pháp
meetings-winner = Người nhận
meetings-winner-absent = Vắng tại buổi lễ
meetings-note-prize = Ghi vắng, trao sau
meetings-handed-on = Trao sau, ngày
meetings-handed-to = Người nhận
meetings-handed = Đã trao ngày { $day } cho { $to }
meetings-prize-noted = Đã ghi.

## For whoever is invited

meetings-coming = Giấy mời
meetings-coming-none = Không có cuộc họp nào sắp tới.
meetings-coming-none-who = Giấy mời đã ký hiện ở đây.
meetings-asked = Mời { $name }:
meetings-answer = Gửi trả lời

## By a personal link

meetings-guest-email = Thư điện tử
meetings-guest-email-hint = Cho đơn vị hoặc khách không có tài khoản: thư mời có liên kết riêng để trả lời.
meetings-guest-link = Liên kết trả lời riêng
meetings-links-none = Chưa có liên kết riêng.
meetings-links-none-who = Liên kết được tạo khi gửi thư mời, hoặc tại đây.
meetings-link-made-at = Tạo lúc
meetings-link-open-word = Mở được đến khi cuộc họp bắt đầu
meetings-link-revoked-word = Đã thu hồi
meetings-link-renew-text = Tạo liên kết mới thì các liên kết trước của người này không mở được nữa.
meetings-link-renew = Tạo liên kết để đọc hoặc gửi Zalo
meetings-link-revoke = Thu hồi liên kết
meetings-link-made = Liên kết mới
meetings-link-made-text = Chép lại ngay: liên kết chỉ hiện một lần.
meetings-links-revoked = Đã thu hồi mọi liên kết. Câu trả lời đã ghi vẫn còn.
meetings-link-said = Đã trả lời:
meetings-link-pdf = Giấy mời (PDF)
meetings-link-pdf-old = Giấy mời (PDF), soạn cho ngày cũ { $day }
meetings-link-read = Đọc giấy mời
meetings-link-reason = Lý do vắng
meetings-link-reason-hint = Ghi khi vắng.
meetings-link-who = Họ và tên người đi thay
meetings-link-who-hint = Ghi khi cử người thay.
meetings-link-post = Chức vụ người đi thay
meetings-link-keep = Liên kết này mở được đến khi cuộc họp bắt đầu. Ai có liên kết đều trả lời thay được, đề nghị không chuyển tiếp.
meetings-link-call = Cần hỏi thêm, liên hệ { $agency }.
meetings-link-shut = Liên kết không mở được
meetings-link-unknown = Địa chỉ này không đúng. Kiểm tra lại từng chữ.
meetings-link-revoked = Liên kết đã được thu hồi hoặc thay bằng liên kết mới.
meetings-link-postponed = Cuộc họp đã hoãn, chưa định ngày. Khi có ngày mới, liên kết này mở lại được.
meetings-link-called-off = Cuộc họp đã hủy.
meetings-link-withdrawn = Giấy mời đã thu hồi.
meetings-link-begun = Cuộc họp đã bắt đầu nên không nhận trả lời qua liên kết nữa.
meetings-link-shut-who = Cần trả lời hoặc hỏi thêm, gọi theo số điện thoại ghi trong giấy mời. Câu trả lời đã gửi vẫn còn.

## Mail

meetings-mail-subject = Giấy mời số { $number }: { $title }
meetings-mail-body =
    { $agency } trân trọng kính mời { $name } dự: { $title }.

    Thời gian: { $when }
    Địa điểm: { $place }

    Đọc giấy mời và trả lời (dự, vắng hoặc cử người thay) tại: { $link }

    Liên kết dành riêng cho người nhận thư này, mở được đến khi cuộc họp bắt đầu.
meetings-mail-why = Lý do: { $reason }.
meetings-mail-off-subject = Hủy: { $title }
meetings-mail-off-body =
    { $agency } xin báo với { $name }: { $title }, mời dự lúc { $before } tại { $place }, đã hủy.{ $why }
meetings-mail-undated-subject = Hoãn: { $title }
meetings-mail-undated-body =
    { $agency } xin báo với { $name }: { $title }, mời dự lúc { $before } tại { $place }, đã hoãn, chưa định ngày.{ $why }

    Khi có ngày mới, cơ quan sẽ báo; giấy mời và danh sách mời giữ nguyên.
meetings-mail-moved-subject = Đổi thời gian, địa điểm: { $title }
meetings-mail-moved-body =
    { $agency } xin báo với { $name }: { $title } đổi sang thời gian khác.{ $why }

    Trước đây: { $before }
    Thời gian mới: { $when }
    Địa điểm: { $place }

    Câu trả lời trước là cho thời gian cũ, đề nghị trả lời lại: bằng liên kết trong thư mời đã gửi, hoặc đăng nhập và mở mục Giấy mời.
meetings-mail-elsewhere-body =
    { $agency } xin báo với { $name }: thời gian, địa điểm đã đổi của { $title }.{ $why }

    Trước đây: { $before }
    Thời gian: { $when }
    Địa điểm: { $place }

    Liên kết trong thư mời đã gửi vẫn dùng để trả lời được.

## Refusals

refusal-meetings-reply = Chọn đi, vắng hay cử người thay.
refusal-meetings-reply-reason = Ghi lý do vắng, nhiều nhất 200 ký tự.
refusal-meetings-reply-comes = Lý do vắng chỉ ghi khi vắng. Nếu không đi, chọn “Vắng, có lý do”; nếu đi, xóa lý do.
refusal-meetings-reply-who = Ghi họ tên và chức vụ người đi thay.
refusal-meetings-reply-post = Ghi chức vụ người đi thay, nhiều nhất 200 ký tự.
refusal-meetings-over-already = Ngày, giờ họp đã qua. Vui lòng ghi lại ngày họp; nếu vào sổ một cuộc họp cũ thì đánh dấu “Cuộc họp đã họp xong”.
refusal-meetings-held-ahead = Ngày, giờ họp chưa tới nên chưa đánh dấu “Cuộc họp đã họp xong” được.
refusal-meetings-nobody-asked = Cuộc họp đã bắt đầu, đã xong hoặc đã hủy, không soạn giấy mời hay gửi thư mời nữa.
refusal-meetings-over = Cuộc họp đã xong hoặc đã hủy, không thay đổi được nữa.
refusal-meetings-undated = Cuộc họp đã hoãn, chưa định ngày. Định ngày mới trước.
refusal-meetings-day-ahead = Ngày, giờ mới phải ở tương lai và khác ngày, giờ cũ.
refusal-meetings-until = Chọn ngày mới hay chưa định ngày.
refusal-meetings-begun = Cuộc họp đã bắt đầu; báo trực tiếp cho cơ quan thường trực.
refusal-meetings-no-link = Không còn liên kết nào mở được.
refusal-meetings-invited-already = Đã có trong danh sách mời.
refusal-meetings-nobody-new = Chọn ít nhất một người, đơn vị hoặc tên chưa có trong danh sách mời.
refusal-meetings-guest-unknown = Không có người hoặc đơn vị này.
refusal-meetings-one-guest = Chọn đúng một: người, đơn vị hoặc tên.
refusal-meetings-answered-already = Người đã trả lời ở lại trong danh sách.
refusal-meetings-paper-unknown = Chọn một văn bản trong sổ.
refusal-meetings-paper-there = Tài liệu này đã có.
refusal-meetings-few-came = Chưa đánh dấu ai có mặt, hoặc chưa đủ số người cần có mặt. Kiểm tra lại danh sách; nếu đúng như vậy, đánh dấu xác nhận rồi ghi.
refusal-meetings-ended-at = Giờ kết thúc phải sau giờ bắt đầu và không ở tương lai.
refusal-meetings-minutes-signed = Biên bản hoặc thông báo đã ký, danh sách và kết quả không ghi lại được.
refusal-meetings-attendance-open = Còn người trong danh sách chưa ghi có mặt hay vắng. Ghi lại kết quả trước, rồi soạn biên bản.
refusal-meetings-not-held = Ghi kết quả cuộc họp trước khi soạn văn bản này.
refusal-meetings-not-signed = Giấy mời chưa ký nên chưa gửi thư.
refusal-meetings-nobody-to-tell = Không còn ai có thư điện tử mà chưa được gửi.
refusal-meetings-no-conclusions = Ghi kết luận của cuộc họp trước khi soạn thông báo.
refusal-meetings-no-ceremony = Chỉ ghi việc trao giải tại lễ trao giải không bị hoãn, hủy.
refusal-meetings-handed-day = Ngày trao sau tính từ ngày tổ chức lễ và không ở tương lai.
refusal-meetings-nobody-invited = Ghi người được mời trước khi soạn giấy mời.
refusal-meetings-drafted-already = Văn bản này đã có trong sổ.
refusal-meetings-changed-meanwhile = Người khác vừa sửa cuộc họp này. Vui lòng mở lại trang.
refusal-meetings-part-missing =
    Vui lòng ghi mục “{ $field ->
        [own_kind] { meetings-own-kind }
        [reason] { meetings-reason }
        [title] { meetings-title }
        [place] { meetings-place }
        [chair] { meetings-chair }
        [secretary] { meetings-secretary }
        [agenda] { meetings-agenda }
        [position] { meetings-signer-post }
        [proceedings] { meetings-proceedings }
        [conclusions] { meetings-conclusions }
        [dissent] { meetings-dissent }
        [to] { meetings-handed-to }
       *[names] { meetings-guest-names }
    }”.
refusal-meetings-part-too-long =
    Mục “{ $field ->
        [own_kind] { meetings-own-kind }
        [reason] { meetings-reason }
        [title] { meetings-title }
        [place] { meetings-place }
        [chair] { meetings-chair }
        [secretary] { meetings-secretary }
        [agenda] { meetings-agenda }
        [position] { meetings-signer-post }
        [proceedings] { meetings-proceedings }
        [conclusions] { meetings-conclusions }
        [dissent] { meetings-dissent }
        [to] { meetings-handed-to }
       *[names] { meetings-guest-names }
    }” dài { $length } ký tự, nhiều nhất { $max }.
refusal-meetings-kind = Chọn loại cuộc họp.
refusal-meetings-quorum = Chọn số người cần có mặt.
refusal-meetings-day =
    { $field ->
        [ended_day] Ngày kết thúc chưa đúng.
        [on] Ngày trao sau chưa đúng.
       *[day] Ngày họp chưa đúng.
    } Ghi ngày theo mẫu 30/6/2021.
refusal-meetings-time =
    { $field ->
        [ended] Giờ kết thúc chưa đúng.
       *[time] Giờ họp chưa đúng.
    } Ghi giờ theo mẫu 8:00.
refusal-meetings-duties = Mỗi dòng ghi: ai | làm gì | hạn (ngày theo mẫu 30/6/2021, có thể bỏ).
refusal-meetings-handed-to = Ghi người nhận.
