# Trang “Biểu mẫu” trên bàn làm việc: người dân dừng ở đâu khi tự nộp hồ sơ.

## Trang
measures-title = Biểu mẫu: người dân dừng ở đâu
measures-loading = Đang cộng số liệu…
measures-range = { $from } – { $to }
measures-days = { $count } ngày
measures-before = Kỳ trước
measures-after = Kỳ sau
measures-empty = Chưa có ai làm biểu mẫu nào trong những ngày này
measures-empty-lead = Chọn khoảng ngày dài hơn, hoặc kỳ trước.
measures-form = Thủ tục
measures-version = Bản biểu mẫu
measures-version-of = Bản { $version }
measures-version-any = Biểu mẫu chung
measures-privacy = Chỉ là số đếm của nhiều người cộng lại. Trang có dưới { $few } lượt xem thì không nói thời gian và lỗi.

## Cả biểu mẫu
measures-begun = Bắt đầu
measures-alone = Tự nộp
measures-assisted = Nộp có cán bộ giúp
measures-share = { $percent } %

## Từng trang
measures-pages = Từng trang của biểu mẫu
measures-page = Trang
measures-shown = Lượt xem
measures-on = Đi tiếp
measures-back = Quay lại
measures-left = Dừng ở đây
measures-helped = Gọi cán bộ
measures-median = Thường mất
measures-most-left = Nhiều người dừng nhất
measures-bar = { $shown } lượt xem: { $on } đi tiếp, { $left } dừng ở đây
measures-legend-on = Đi tiếp
measures-legend-back = Quay lại hoặc còn đang làm
measures-legend-left = Dừng ở đây
measures-seconds = { $from }–{ $to } giây
measures-seconds-at-most = Không quá { $to } giây
measures-minutes = { $from }–{ $to } phút
measures-longer = Trên { $from } phút

## Lỗi
measures-errors = Hay vướng
measures-times = { $count } lần
measures-error-refused = Không đồng ý “{ $label }”
measures-error-missing = Chưa có giấy “{ $label }”
measures-error-doubtful = Ảnh “{ $label }” khó đọc
measures-error-required = “{ $label }” để trống
measures-error-short = “{ $label }” quá ngắn
measures-error-long = “{ $label }” quá dài
measures-error-range = “{ $label }” ngoài khoảng cho phép
measures-error-choice = “{ $label }” không có trong danh sách
measures-error-not = “{ $label }” không khớp với câu trả lời khác
measures-error-unknown = “{ $label }” không có trong biểu mẫu
measures-error-person-name = “{ $label }” có chữ số hoặc ký hiệu
measures-error-citizen-number = “{ $label }” không phải số căn cước
measures-error-phone = “{ $label }” không phải số điện thoại
measures-error-year = “{ $label }” không phải một năm
measures-error-date = “{ $label }” là ngày không có trong lịch
measures-error-future = “{ $label }” là ngày chưa đến
measures-error-appointment = “{ $label }” không đọc được giờ
measures-error-past = “{ $label }” chọn giờ đã qua
measures-error-closed = “{ $label }” hẹn vào ngày nghỉ
measures-error-unit = “{ $label }” chưa chọn tỉnh hoặc xã
measures-error-street = “{ $label }” chưa có số nhà, ấp hoặc khóm
measures-error-signature = “{ $label }” chưa ký được
measures-error-other = “{ $label }” chưa đúng ({ $cause })
