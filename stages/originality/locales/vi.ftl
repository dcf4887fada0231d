# Hồ sơ giống nhau: so sánh nội dung các hồ sơ của mọi kỳ, mọi hội thi.

originality-side-by-side = Nội dung giống nhau
originality-advice = Giống { $percent }%. Đây là gợi ý để xem, không phải kết luận.
originality-share = { $percent }% nội dung của { $of } có trong { $in }.
originality-not-readable = Hồ sơ kia thuộc hội thi khác đã công bố kết quả: chỉ hiện phần của hồ sơ đang kiểm tra.
originality-passages = Những đoạn giống nhau
originality-on-page = { $part }, trang { $page }
originality-no-passage = Nội dung vừa được sửa, không còn đoạn nào giống nhau.
originality-more = Còn { $count } đoạn ngắn nữa không hiện ở đây.
originality-what = Kết luận của người kiểm tra
originality-say = Vì sao giống nhau?
originality-what-coincidence = Trùng hợp: thuật ngữ, mẫu câu của ngành
originality-what-own-earlier = Giải pháp trước đây của chính các tác giả này
originality-what-ask-author = Cần hỏi lại tác giả
originality-words = Ghi chú
originality-words-hint = Giám khảo và tác giả không thấy ghi chú này. Nếu cần hỏi tác giả, hãy ghi câu hỏi.
originality-note = Lưu kết luận
originality-was-noted = Đã lưu kết luận vào hồ sơ.

originality-bands = Mức giống nhau được báo
originality-bands-lead = Nội dung giống nhau từ mức nào thì báo ở hàng đợi và khi kiểm tra. Đổi mức này không đổi kết luận đã ghi.
originality-bands-alike = Báo là giống từ
originality-bands-hint = Ít nhất { $least }%, tính theo phần của hồ sơ ngắn hơn hoặc dài hơn, lấy số lớn.
originality-bands-very = Báo là rất giống từ
originality-bands-very-hint = Không nhỏ hơn mức trên.
originality-bands-set = Lưu mức giống nhau
originality-bands-were-set = Đã lưu mức giống nhau của kỳ này.

refusal-originality-nothing-chosen = Chọn vì sao hai hồ sơ giống nhau.
refusal-originality-question-missing = Ghi điều cần hỏi tác giả.
refusal-originality-too-long = Ghi chú dài quá { $max } ký tự.
refusal-originality-band-malformed = Ghi số phần trăm từ 20 đến 100.
refusal-originality-bands-crossed = Mức rất giống không được nhỏ hơn mức giống.
