## Trang giấy đã chụp hoặc quét (máy nói điều này, màn hình chỉ hiện lại)

guide-fault-blurred = Trang này bị mờ, chữ khó đọc. Bạn đặt giấy nằm yên rồi chụp lại.
guide-fault-dark = Trang này tối quá. Bạn bật thêm đèn hoặc tránh để bóng che giấy rồi chụp lại.
guide-fault-glare = Trang này bị lóa ánh đèn. Bạn xoay hoặc dời giấy một chút rồi chụp lại.
guide-fault-cut = Một mép giấy nằm ngoài ảnh. Bạn đặt cả tờ giấy vào trong khung rồi chụp lại.
guide-fault-upside-down = Trang này bị ngược đầu. Bạn bấm “Xoay” cho chữ đứng thẳng lại.
guide-fault-small = Ảnh này nhỏ quá, chữ khó đọc. Bạn đưa máy lại gần giấy hơn rồi chụp lại.
guide-fault-gap = Một trang bên cạnh trang này không đọc lại được. Thiếu trang nào, bạn chụp thêm trang đó. Đủ rồi thì bấm “Vẫn dùng trang này”.
guide-error-doubtful = Có trang chưa đọc rõ. Bạn chụp lại trang đó, hoặc bấm “Vẫn dùng trang này” nếu bạn thấy chữ rõ.

## Chụp giấy tờ tại máy

papers-ways = Bạn muốn chụp giấy này bằng cách nào?
papers-more = Chụp thêm trang khác
papers-way-camera = Chụp bằng máy này
papers-way-camera-how = Đặt giấy dưới máy chụp rồi bấm nút.
papers-way-scanner = Quét bằng máy quét
papers-way-scanner-how = Đặt giấy vào máy quét, máy tự quét từng trang.
papers-way-folder = Quét bằng máy quét bên cạnh
papers-way-folder-how = Đặt giấy vào máy quét rồi bấm nút trên máy quét.
papers-way-phone = Dùng điện thoại của bạn
papers-way-phone-how = Quét mã rồi chụp bằng điện thoại.
papers-other-way = Chọn cách khác
papers-optional = Nếu chưa có giấy này, bạn bấm “Tiếp tục” và nộp sau.
papers-none = Máy này hiện không chụp được giấy.
papers-none-required = Bạn mang giấy này đến quầy, hoặc gọi cán bộ giúp.
papers-none-optional = Bạn bấm “Tiếp tục” để làm tiếp, rồi mang giấy này đến quầy.
papers-full = Giấy này đã đủ { $most } trang, không thêm được nữa.
papers-camera-picture = Hình từ máy chụp
papers-camera-place = Đặt cả tờ giấy vào trong khung, chữ đứng thẳng.
papers-camera-shoot = Chụp
papers-camera-cancel = Khoan, chưa chụp
papers-camera-working = Đang chụp…
papers-camera-blank = Máy chụp chưa cho hình. Bạn chờ một chút, hoặc chọn cách khác.
papers-camera-trial = Đây là máy chụp thử: hình do chương trình tạo ra.
papers-scanner-picture = Hình vẽ: tờ giấy úp xuống mặt kính của máy quét
papers-scanner-put = Đặt giấy vào máy quét, mặt có chữ úp xuống.
papers-scanner-scan = Quét
papers-scanner-working = Đang quét…
papers-folder-put = Đặt giấy vào máy quét, mặt có chữ úp xuống, rồi bấm nút trên máy quét.
papers-folder-waiting = Đang chờ máy quét…
papers-phone-code = Mã QR để điện thoại mở trang chụp giấy
papers-phone-step-1 = Mở máy ảnh của điện thoại, hướng vào mã này.
papers-phone-step-2 = Bấm vào đường dẫn hiện trên điện thoại.
papers-phone-step-3 = Chụp từng trang. Ảnh sẽ hiện trên màn hình này.
papers-phone-asking = Đang lấy mã…
papers-phone-waiting = Đang chờ điện thoại của bạn.
papers-phone-opened = Điện thoại của bạn đã kết nối. Bạn chụp từng trang nhé.
papers-phone-sending =
    { $count ->
       *[other] Đang nhận { $count } trang từ điện thoại…
    }
papers-phone-done = Bạn đã gửi xong từ điện thoại. Bạn xem lại các trang trên màn hình này.
papers-phone-until = Mã dùng được đến { $time }.
papers-phone-over = Mã cho điện thoại không dùng được nữa. Bạn lấy mã mới, hoặc chọn cách khác.
papers-phone-again = Lấy mã mới
papers-page = Trang { $number }
papers-clear = Chữ đọc rõ
papers-kept = Bạn đã chọn dùng trang này
papers-look = Xem và sửa
papers-again = Chụp lại
papers-keep = Vẫn dùng trang này
papers-turn = Xoay
papers-crop = Cắt
papers-crop-how = Kéo bốn góc để chỉ giữ lại tờ giấy.
papers-crop-do = Giữ phần trong khung
papers-crop-whole = Lấy cả ảnh
papers-crop-cancel = Thôi, không cắt
papers-crop-top-left = Góc trên bên trái
papers-crop-top-right = Góc trên bên phải
papers-crop-bottom-left = Góc dưới bên trái
papers-crop-bottom-right = Góc dưới bên phải
papers-remove = Xóa trang
papers-remove-ask = Xóa trang { $number }?
papers-remove-text = Ảnh của trang này sẽ mất và không được gửi đi.
papers-remove-no = Giữ lại
papers-earlier = Đưa lên trước
papers-later = Đưa xuống sau
papers-close = Xem xong
papers-retaking = Bạn đang chụp lại trang { $number }. Ảnh mới sẽ thay ảnh cũ.
papers-retaking-stop = Thôi, không chụp lại

## Gửi giấy tờ từ điện thoại (trang mở trên điện thoại)

phone-upload-intro = Bạn chụp từng trang của giấy này. Ảnh được gửi thẳng đến máy bạn đang dùng ở trung tâm.
phone-upload-take = Chụp một trang
phone-upload-choose = Chọn ảnh hoặc tệp PDF có sẵn
phone-upload-send = Gửi
phone-upload-page = Trang { $number }
phone-upload-preparing = Đang chuẩn bị ảnh…
phone-upload-sending = Đang gửi…
phone-upload-waiting = Đã gửi. Máy đang xem trang này…
phone-upload-silent = Đã gửi, nhưng máy ở trung tâm chưa trả lời. Bạn nhìn màn hình của máy, hoặc hỏi cán bộ.
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
phone-upload-until = Đường dẫn này dùng được đến { $time }.
phone-upload-ended = Đường dẫn này không dùng được nữa: đã hết giờ, hoặc việc ở máy đã xong.
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
error-upload-taken = Máy đã nhận trang này. Muốn bỏ, bạn bấm “Xóa trang” trên máy.
error-upload-differs = Trang gửi từ điện thoại đến nơi không còn nguyên vẹn. Bạn gửi lại trang này.
error-slow-down = Bạn bấm nhanh quá. Bạn chờ { $seconds } giây rồi thử lại.
