# Bổ sung hồ sơ: trả lời điều cán bộ yêu cầu, ngay tại máy.

## Tra cứu
supplement-now = Bổ sung ngay
supplement-more = Bổ sung thêm
supplement-answered = Đã nhận bổ sung lúc { $time } ngày { $date }, cán bộ đang xem.
supplement-waiting = Bổ sung của bạn đã lưu ở máy này, CHƯA gửi. Máy sẽ tự gửi khi có kết nối; bạn không cần làm lại.
supplement-kept = Hệ thống trung tâm CHƯA nhận bổ sung của bạn. Bổ sung vẫn được giữ ở máy này. Mời bạn mang mã nộp tạm đến quầy để cán bộ xem giúp.

## Ai được bổ sung
supplement-proof-title = Hồ sơ này là của bạn?
supplement-proof-help = Chỉ người nộp hồ sơ mới bổ sung được. Máy cần một trong hai điều sau.
supplement-proof-card = Quét thẻ căn cước của người nộp
supplement-proof-card-help = Đưa mã vuông ở mặt trước thẻ vào đầu đọc. Bạn không cần bấm gì.
supplement-proof-opening = Máy đang xem
supplement-proof-digits = Không có thẻ? Gõ 4 số cuối của số căn cước
supplement-digits-title = 4 số cuối của số căn cước
supplement-digits-help = Gõ 4 chữ số cuối trong 12 chữ số căn cước của người nộp hồ sơ.
supplement-digits-go = Tiếp tục
error-supplement-digits-missing = Xin bạn gõ đủ 4 chữ số.
error-supplement-digits-wrong = Số căn cước này không phải của người nộp hồ sơ. Bạn xem lại rồi thử lại. Còn { $left } lần thử.
error-supplement-locked = Đã thử sai nhiều lần, nên yêu cầu này được khóa đến { $time }. Bạn quay lại sau giờ đó, hoặc mang giấy tờ đến quầy gặp cán bộ.
error-supplement-done = Cán bộ vừa nhận đủ bổ sung của hồ sơ này, nên máy không nhận thêm. Nếu bạn còn giấy tờ muốn đưa, mời bạn đến quầy.
error-supplement-at-counter = Hồ sơ này không ghi số căn cước của người nộp, nên máy không biết bạn là ai. Mời bạn mang giấy tờ đến quầy.
error-supplement-proof-wrong = Máy cần biết lại bạn là người nộp hồ sơ. Xin bạn tra cứu hồ sơ rồi bổ sung lại, hoặc đến quầy.

## Gửi
supplement-send = Gửi bổ sung
supplement-sent = Đã gửi bổ sung
supplement-sent-help = Hệ thống trung tâm đã nhận bổ sung của bạn lúc { $time } ngày { $date }. Cán bộ sẽ xem.
supplement-saved = Bổ sung đã lưu, CHƯA gửi
supplement-saved-help = Máy chưa gửi được bổ sung. Máy sẽ tự gửi khi có kết nối; bạn không cần làm lại. Xin bạn tra cứu mã này sau, hoặc hỏi cán bộ, để biết bổ sung đã đến nơi chưa.
supplement-refused = Hệ thống trung tâm CHƯA nhận bổ sung
supplement-refused-help = Bổ sung vẫn được giữ tại máy. Có thể cán bộ vừa nhận đủ giấy tờ của bạn. Xin bạn mang mã này đến quầy để cán bộ xem giúp.
supplement-to-bring = Giấy tờ bạn mang đến quầy sau:

## Phiếu bổ sung hồ sơ
paper-supplement-title = Phiếu bổ sung hồ sơ
paper-supplement-sent = Bổ sung của bạn đã gửi.
paper-supplement-sent-next = Hệ thống trung tâm đã nhận bổ sung. Cán bộ sẽ xem, và báo cho bạn nếu còn thiếu.
paper-supplement-saved = Bổ sung của bạn đã lưu, CHƯA gửi.
paper-supplement-saved-next = Máy chưa kết nối được với hệ thống trung tâm. Máy sẽ tự gửi khi có kết nối; bạn không cần làm lại. Xin bạn tra cứu mã này sau, hoặc hỏi cán bộ, để biết bổ sung đã đến nơi hay chưa.
paper-supplement-refused = Hệ thống trung tâm CHƯA nhận bổ sung của bạn.
paper-supplement-refused-next = Bổ sung vẫn được giữ ở máy. Có thể cán bộ vừa nhận đủ giấy tờ của bạn. Mời bạn mang phiếu này đến quầy để cán bộ xem giúp.
paper-supplement-made = Bạn bấm gửi lúc
paper-supplement-with = Kèm theo
paper-supplement-message = Một lời nhắn cho cán bộ
paper-supplement-to-bring = Giấy tờ mang đến quầy sau

## Trang xem hồ sơ trên điện thoại
phone-follow-supplement-answered = Đã nhận bổ sung lúc { $time } ngày { $date }, cán bộ đang xem.

## Bàn làm việc
staff-supplement-answer-at = Bổ sung lúc { $time } { $date }
staff-supplement-answer-none = Người nộp chưa bổ sung.
staff-supplement-new = Có bổ sung, chưa xem xong
