## Trang giấy đã chụp hoặc quét (máy nói điều này, màn hình chỉ hiện lại)

guide-fault-blurred = Trang này bị mờ, chữ khó đọc. Bạn đặt giấy nằm yên rồi chụp lại.
guide-fault-dark = Trang này tối quá. Bạn bật thêm đèn hoặc tránh để bóng che giấy rồi chụp lại.
guide-fault-glare = Trang này bị lóa ánh đèn. Bạn xoay hoặc dời giấy một chút rồi chụp lại.
guide-fault-cut = Một mép giấy nằm ngoài ảnh. Bạn đặt cả tờ giấy vào trong khung rồi chụp lại.
guide-fault-upside-down = Trang này bị ngược đầu. Bạn bấm “Xoay” cho chữ đứng thẳng lại.
guide-fault-small = Ảnh này nhỏ quá, chữ khó đọc. Bạn đưa máy lại gần giấy hơn rồi chụp lại.
guide-error-doubtful = Có trang chưa đọc rõ. Bạn chụp lại trang đó, hoặc bấm “Vẫn dùng trang này” nếu bạn thấy chữ rõ.

## Gửi giấy tờ từ điện thoại (trang mở trên điện thoại)

phone-upload-intro = Bạn chụp từng trang của giấy này. Ảnh được gửi thẳng đến máy bạn đang dùng ở trung tâm.
phone-upload-take = Chụp một trang
phone-upload-choose = Chọn ảnh hoặc tệp PDF có sẵn
phone-upload-send = Gửi
phone-upload-page = Trang { $number }
phone-upload-preparing = Đang chuẩn bị ảnh…
phone-upload-sending = Đang gửi…
phone-upload-waiting = Đã gửi. Máy đang xem trang này…
phone-upload-taken = Máy đã nhận, chữ rõ.
phone-upload-refused = Máy chưa nhận trang này.
phone-upload-cut = Mất mạng. Khi có mạng lại, trang này tự gửi tiếp.
phone-upload-left = Trang này chưa gửi xong. Bạn bỏ trang này rồi chụp lại.
phone-upload-failed = Chưa gửi được trang này. Bạn bỏ trang này rồi chụp lại.
phone-upload-too-large = Tệp này lớn hơn 15 MB. Bạn bỏ trang này rồi chụp lại từng trang.
phone-upload-kind = Tệp này không phải ảnh hoặc PDF. Bạn bỏ đi rồi chọn tệp khác.
phone-upload-pages = Giấy này nhận nhiều nhất { $most } trang. Bạn bỏ trang này.
phone-upload-full = Đã gửi quá nhiều. Bạn chờ máy nhận xong các trang trước, bỏ trang này rồi chụp lại.
phone-upload-try = Thử lại ngay
phone-upload-again = Chụp lại trang này
phone-upload-remove = Bỏ trang này
phone-upload-look = Xem máy đã nhận chưa
phone-upload-done = Xong
phone-upload-finished = Xong rồi. Mời bạn nhìn màn hình của máy để đi tiếp.
phone-upload-until = Trang này dùng được đến { $time }.
phone-upload-ended = Trang này không dùng được nữa: đã hết giờ, hoặc việc ở máy đã xong.
phone-upload-ended-next = Nếu cần gửi thêm, bạn quay lại máy và bấm “Dùng điện thoại của bạn” để lấy mã mới.
phone-upload-fault-blurred = Ảnh bị mờ. Bạn giữ yên điện thoại rồi chụp lại cho rõ.
phone-upload-fault-dark = Ảnh bị tối. Bạn ra chỗ sáng hơn, hoặc bật đèn điện thoại, rồi chụp lại.
phone-upload-fault-glare = Ảnh bị lóa sáng. Bạn nghiêng giấy một chút, tránh ánh đèn, rồi chụp lại.
phone-upload-fault-cut = Một mép giấy nằm ngoài ảnh. Bạn đưa điện thoại ra xa một chút rồi chụp cả tờ.
phone-upload-fault-upside-down = Trang này bị ngược đầu. Trên máy, bạn bấm “Xoay” cho chữ đứng thẳng lại.
phone-upload-fault-small = Ảnh nhỏ quá, chữ khó đọc. Bạn đưa điện thoại lại gần giấy rồi chụp lại.

## Gửi giấy tờ từ điện thoại: khi không được

error-unknown-upload = Trang gửi giấy tờ này không dùng được nữa. Bạn bấm “Dùng điện thoại của bạn” trên máy để lấy mã mới.
error-upload-wrong = Máy chưa mở được trang gửi giấy tờ. Bạn thử lại, hoặc gọi cán bộ.
error-upload-no-address = Điện thoại chưa kết nối được với trung tâm này. Bạn chọn cách khác, hoặc gọi cán bộ.
error-upload-empty = Bạn chưa chọn ảnh nào. Bạn quay lại và chụp hoặc chọn một ảnh.
error-upload-pages = Giấy này nhận nhiều nhất { $most } trang. Bạn bỏ bớt một trang rồi gửi lại.
error-upload-full = Đã gửi quá nhiều. Bạn chờ máy nhận xong các trang trước rồi gửi tiếp.
error-upload-offset = Phần vừa gửi không nối tiếp phần trước. Bạn gửi lại trang này.
error-upload-too-long = Tệp gửi lên dài hơn đã báo. Bạn bỏ trang này rồi gửi lại.
error-upload-taken = Máy đã nhận trang này. Muốn bỏ, bạn bấm “Xóa” trên máy.
error-upload-differs = Trang gửi từ điện thoại đến nơi không còn nguyên vẹn. Bạn gửi lại trang này.
error-slow-down = Bạn bấm nhanh quá. Bạn chờ { $seconds } giây rồi thử lại.
