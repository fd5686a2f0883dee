## Trang của tờ khai (máy nói điều này, màn hình chỉ hiện lại)

guide-signed = Đã ký
guide-offer-card = Lấy từ thẻ
guide-card-marks-lost = Đầu đọc làm mất dấu tiếng Việt trên thẻ. Xin bạn tự gõ họ tên và địa chỉ cho đúng dấu. Số căn cước và ngày sinh đã có sẵn.
guide-offer-answer = Giống mục “{ $label }”
guide-error-required-address = Mục “{ $label }” còn trống. Xin bạn chọn tỉnh, xã hoặc phường, rồi gõ số nhà, đường hoặc ấp.
guide-error-unit = Mục “{ $label }” chưa đủ tỉnh và xã, phường. Xin bạn chọn tỉnh, rồi chọn xã hoặc phường trong danh sách.
guide-error-street = Mục “{ $label }” chưa có số nhà, đường hoặc ấp. Xin bạn gõ thêm phần này.
guide-error-required-amount = Mục “{ $label }” chưa có số tiền. Xin bạn nhập số tiền.
guide-error-range-amount = Mục “{ $label }” phải là số tiền từ { $least } đến { $most } đồng. Xin bạn nhập lại.
guide-error-required-appointment = Bạn chưa chọn ngày và giờ đến. Xin bạn chọn, hoặc chạm “Tôi chưa chọn được giờ”.
guide-error-appointment = Máy chưa hiểu ngày giờ này. Xin bạn chọn lại.
guide-error-past-appointment = Giờ bạn chọn đã qua. Xin bạn chọn giờ khác.
guide-error-closed-appointment = Trung tâm không làm việc vào buổi này. Xin bạn chọn ngày khác.
guide-error-required-signature = Bạn chưa ký. Xin bạn ký bằng ngón tay vào khung.
guide-error-signature = Máy không đọc được chữ ký. Xin bạn bấm “Ký lại” và ký lần nữa.
guide-error-long-signature = Chữ ký có quá nhiều nét. Xin bạn bấm “Ký lại” và ký gọn hơn.
