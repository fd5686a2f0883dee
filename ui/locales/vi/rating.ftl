# Góp ý sau khi được phục vụ: tại ki-ốt, trên máy tính bảng ở quầy và trên điện thoại.

## Bốn mức
rating-4 = Rất hài lòng
rating-3 = Hài lòng
rating-2 = Bình thường
rating-1 = Không hài lòng

## Lý do
rating-reason-nhanh = Nhanh
rating-reason-than-thien = Thân thiện
rating-reason-cho-lau = Chờ lâu
rating-reason-huong-dan-chua-ro = Hướng dẫn chưa rõ
rating-reason-thai-do = Thái độ chưa tốt

## Hỏi và cảm ơn
rating-ask = Bạn thấy được phục vụ thế nào?
rating-ask-number = Số { $label }: bạn thấy được phục vụ thế nào?
rating-help = Xin bạn chọn một mức. Ý kiến không ghi tên bạn.
rating-why = Vì sao? Bạn có thể chọn hoặc bỏ qua.
rating-send = Gửi ý kiến
rating-sending = Đang gửi…
rating-skip = Bỏ qua
rating-thanks = Cảm ơn bạn đã góp ý
rating-thanks-lead = Ý kiến của bạn giúp trung tâm phục vụ tốt hơn.
rating-already = Số { $label } đã có ý kiến rồi. Cảm ơn bạn.
rating-not-sent = Chưa gửi được ý kiến vì máy đang mất kết nối. Xin bạn bấm Gửi lần nữa, hoặc góp ý sau bằng mã trên phiếu.
rating-language = English

## Máy tính bảng ở quầy
tablet-counter = Quầy { $counter }
tablet-rest = Xong việc, mời bạn cho biết ý kiến tại đây
tablet-starting = Đang kết nối…
tablet-away = Máy đang mất kết nối và tự kết nối lại. Xin bạn chờ một lát.
tablet-enrol-title = Kết nối máy tính bảng này với quầy { $counter }
tablet-enrol-lead = Dành cho cán bộ: nhập mã ghép máy do quản trị viên tạo. Mỗi mã dùng một lần, trong 15 phút.
tablet-enrol-again = Máy này không còn được phép kết nối. Cần một mã mới.
tablet-code = Mã ghép máy
tablet-enrol = Kết nối
tablet-name = Máy tính bảng quầy { $counter }
