## Cán bộ giúp điền tờ khai

assist-ask-title = Cho cán bộ mở tờ khai này?
assist-ask-text = Cán bộ sẽ xem và điền giúp bạn ngay trên máy của họ. Bạn thấy mọi thay đổi ở đây, và lấy lại lúc nào cũng được. Hồ sơ chỉ được nộp khi chính bạn đồng ý. Bạn xem lại rồi bấm Nộp ở đây, hoặc ký vào bản giấy cán bộ in ra.
assist-lapsed-title = Cán bộ không mở được tờ khai này nữa. Cho cán bộ mở lại?
assist-agree = Đồng ý, cho cán bộ mở
assist-shared = Cán bộ có thể mở tờ khai này để giúp bạn.
assist-stop = Không cho mở nữa
assist-officer = Cán bộ { $name } đang điền giúp bạn. Bạn xem ở đây.
assist-take-back = Để tôi làm tiếp
assist-watch-open = Chưa trả lời
assist-watch-pages =
    { $count ->
        [0] Giấy này chưa có trang nào.
       *[other] Giấy này đã có { $count } trang.
    }
assist-watch-card = Chưa đọc thẻ. Cán bộ có thể điền tay giúp bạn.
assist-submitted-title = Cán bộ đã nộp hồ sơ giúp bạn
assist-submitted-text = Bạn nhận giấy in ở quầy. Mã hồ sơ nộp của bạn là { $code }.
assist-submitted-end = Xong

## Bàn của cán bộ

assist-list-title = Người dân nhờ giúp điền tờ khai
assist-list-line = { $kiosk } · { $procedure }
assist-list-since = Đồng ý lúc { $time }
assist-list-editor = { $name } đang giúp
assist-take = Mở tờ khai
assist-at = Tờ khai của người đang đứng ở { $kiosk }
assist-only-you = Chỉ bạn sửa được lúc này; người dân đang xem trên màn hình của họ.
assist-give-back = Trả lại cho người dân
assist-given-back = Đã trả lại. Người dân xem lại và nộp trên màn hình của họ.
assist-review = Người dân tự nộp được thì bạn bấm “Trả lại cho người dân”. Họ xem lại trang này và bấm Nộp trên màn hình của họ. Nếu không, bạn nộp thay ở cuối trang.
assist-back = Trang trước
assist-next = Trang sau
assist-edit = Sửa
assist-from-card = lấy từ thẻ
assist-optional = không bắt buộc
assist-yes = Có
assist-no = Không
assist-date-hint = ngày/tháng/năm
assist-times-unknown = Chưa hỏi được các giờ còn trống. Xin bạn thử lại sau, hoặc để người dân chọn ở máy của họ.
assist-no-pages = Chưa có trang nào. Giấy tờ được chụp ở máy của người dân.
assist-page-number = Trang { $number }
assist-signature = Chữ ký bằng ngón tay
assist-signature-there = Người dân đã ký.
assist-signature-none = Người dân ký trên màn hình của họ.
assist-consents = Người dân tự trả lời trang này trên màn hình của họ.
assist-card = Người dân đưa thẻ vào đầu đọc ở máy của họ; hoặc bạn bấm “Trang sau” để điền tay.
assist-changes = Ai đã sửa gì
assist-changes-none = Chưa ai sửa gì từ lúc nhờ giúp.
assist-change-owner = Người dân
assist-paper-required = Giấy này phải có.
assist-helped-by = { $names } đã giúp điền; người nộp tự xem lại và xác nhận trên màn hình của mình.
assist-helped-by-signed = { $names } đã giúp điền.
assist-submitted-by = Cán bộ { $officer } nộp thay. Người nộp đã ký trên giấy: bản in lúc { $time } ngày { $date }, mã nội dung { $mark }.

## Cán bộ nộp thay, người dân ký trên giấy

assist-sign-title = Nộp thay, người dân ký trên giấy
assist-sign-how = Bạn in bản để ký, mời người dân đọc từng dòng rồi ký tên. Bạn cùng ký vào bản đó và giữ lại ở quầy.
assist-sign-print = In bản để ký
assist-sign-print-again = In bản mới để ký
assist-sign-print-waiting = Đang in bản để ký…
assist-sign-print-printed = Đã in bản để ký. Lấy giấy ở máy in.
assist-sign-print-trial = Đã ghi bản để ký thành tệp PDF bằng máy in thử. Không có giấy in ra.
assist-sign-print-failed = Chưa in được bản để ký: { $cause }. Hãy sửa máy in rồi in bản mới.
assist-sign-print-unknown = Không rõ bản để ký đã in ra chưa: { $cause }. Hãy xem ở máy in.
assist-sign-void = Tờ khai đã thay đổi sau khi in. Bản giấy đã in không dùng được nữa: hãy hủy bản đó, rồi in bản mới ở trang xem lại.
assist-sign-came-out = Bản để ký đã ra giấy đủ các trang; tôi đang cầm trên tay.
assist-sign-card = Tôi đã xem thẻ căn cước hoặc giấy tờ có ảnh của người đang đứng trước tôi: đúng là người nộp hồ sơ này.
assist-sign-consent = Trên bản đã ký, người này đồng ý: { $title }
assist-sign-signed = Đã ký trên giấy, trước mặt tôi. Mã nội dung trên giấy là { $mark }.
assist-sign-otherwise = Có chỗ chưa đúng thì bạn bấm “Sửa”, rồi in bản mới. Người dân đổi ý về điều đã đồng ý thì bạn bấm “Trả lại cho người dân”.
assist-sign-submit = Nộp thay
assist-done-sent = Đã nộp hồ sơ
assist-done-sent-at = Hệ thống trung tâm đã nhận lúc { $time } ngày { $date }.
assist-done-saved = Đã lưu, CHƯA nộp
assist-done-saved-how = Máy chưa gửi được hồ sơ và sẽ tự gửi khi có kết nối. Bạn không cần làm lại. Hãy nói rõ với người dân là hồ sơ chưa nộp.
assist-done-refused = Hệ thống trung tâm CHƯA nhận hồ sơ
assist-done-refused-how = Hồ sơ vẫn được giữ tại máy này. Hãy báo quản trị viên, và nói rõ với người dân là hồ sơ chưa nộp.
assist-done-code = Mã nộp tạm
assist-done-to-show = Người dân còn phải đưa cán bộ xem bản chính:
assist-done-hand-over = Hãy đưa phiếu này cho người dân và nhắc họ giữ mã. Bản đã ký giữ lại ở quầy.
assist-done-end = Đã đưa phiếu, xong
assist-done-line = Đã nộp thay hồ sơ { $code }.
assist-done-open = Xem lại và đưa phiếu
assist-receipt-waiting = Đang in phiếu nộp hồ sơ…
assist-receipt-printed = Đã in phiếu nộp hồ sơ. Lấy giấy ở máy in.
assist-receipt-trial = Đã ghi phiếu nộp hồ sơ thành tệp PDF bằng máy in thử. Không có giấy in ra.
assist-receipt-failed = Chưa in được phiếu nộp hồ sơ: { $cause }. Hãy ghi mã giúp người dân.
assist-receipt-unknown = Không rõ phiếu nộp hồ sơ đã in ra chưa: { $cause }. Nếu không có giấy, hãy ghi mã giúp người dân.
assist-receipt-again = In lại phiếu
