# Hồ sơ đang làm dở: lưu lại, và làm tiếp.

## Trên trang đang làm
draft-code = Mã hồ sơ
draft-here = Đã lưu ở máy này
draft-central = Đã lưu, làm tiếp được ở máy nào cũng được
draft-nowhere = Chưa lưu được. Nếu bạn rời máy lúc này, câu trả lời vừa rồi sẽ mất.
draft-print = In mã này
draft-print-valid = Mã trên màn hình vẫn dùng được: bạn chép lại hoặc chụp ảnh.
draft-print-help = Cầm phiếu này để làm tiếp lúc khác, trong { $days } ngày.
draft-lost = Có trang không đọc lại được, thuộc giấy: { $papers }. Bạn mở giấy đó, xem còn thiếu trang nào thì chụp thêm.
draft-leaving = Những gì bạn đã trả lời được giữ kín { $days } ngày. Muốn làm tiếp, bạn quét thẻ căn cước và đưa mã { $code }.
draft-elsewhere-title = Hồ sơ đã mở ở máy khác
draft-elsewhere-text = Hồ sơ này vừa được mở bằng mã của bạn ở một máy khác. Ở máy này không làm tiếp được nữa, và không còn lưu gì.
draft-elsewhere-other = Nếu không phải bạn mở, bạn gọi cán bộ ngay.
draft-elsewhere-end = Về màn hình đầu

## Làm tiếp
draft-resume-title = Mã hồ sơ đang làm dở
draft-resume-help = Đưa mã trên phiếu vào đầu đọc, hoặc gõ 8 chữ và số.
draft-resume-go = Tiếp tục
draft-proof-title = Hồ sơ này có phải của bạn không?
draft-proof-help = Để người khác không xem được hồ sơ của bạn, máy cần thẻ căn cước hoặc ngày sinh của bạn.
draft-proof-card = Quét thẻ căn cước
draft-proof-card-help = Đưa mặt thẻ có mã vuông vào đầu đọc. Bạn không cần bấm gì.
draft-proof-birth = Không có thẻ? Chọn ngày sinh của bạn
draft-proof-birth-go = Mở bằng ngày sinh
draft-proof-opening = Đang mở hồ sơ…
draft-proof-lookup = Hồ sơ này nộp rồi? Tra cứu
draft-proof-code-again = Xem lại mã

## Paper: draft (Phiếu làm tiếp hồ sơ)
paper-draft-title = Phiếu làm tiếp hồ sơ
paper-draft-not-submitted = Hồ sơ đang làm dở, CHƯA NỘP
paper-draft-code = Mã hồ sơ
paper-draft-qr = Đưa mã này vào đầu đọc của máy.
paper-draft-with-either = Để làm tiếp: đưa mã này, rồi quét thẻ căn cước hoặc chọn ngày sinh của người nộp.
paper-draft-with-card = Để làm tiếp: đưa mã này, rồi quét thẻ căn cước của người nộp.
paper-draft-with-birth = Để làm tiếp: đưa mã này, rồi chọn ngày sinh của người nộp.
paper-draft-keep = Được giữ đến hết { $day }, nếu bạn không sửa thêm. Sau đó máy tự xóa.
paper-draft-secret = Xin giữ kín phiếu này. Ai có mã và giấy tờ của bạn sẽ mở được hồ sơ.
paper-draft-not-acceptance = Phiếu này không phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
