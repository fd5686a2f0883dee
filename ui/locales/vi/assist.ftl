## Cán bộ giúp điền tờ khai

assist-ask-title = Cho cán bộ mở tờ khai này?
assist-ask-text = Cán bộ sẽ xem và điền giúp bạn ngay trên máy của họ. Bạn thấy mọi thay đổi ở đây, và lấy lại lúc nào cũng được. Khi xong, chính bạn xem lại và bấm Nộp.
assist-agree = Đồng ý, cho cán bộ mở
assist-shared = Cán bộ có thể mở tờ khai này để giúp bạn.
assist-stop = Không cho mở nữa
assist-officer = Cán bộ { $name } đang điền giúp bạn. Bạn xem ở đây.
assist-take-back = Để tôi làm tiếp
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
assist-review = Người dân phải tự xem lại trang này và bấm Nộp trên màn hình của họ. Bạn bấm “Trả lại cho người dân”.
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
