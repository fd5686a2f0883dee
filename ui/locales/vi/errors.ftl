# Mỗi câu nói chuyện gì đã xảy ra và cần làm gì tiếp theo.
error-central-away = Chưa kết nối được với hệ thống trung tâm. Xin bạn chờ một lát rồi thử lại, hoặc hỏi cán bộ.
error-internal = Máy gặp trục trặc. Xin bạn báo cán bộ giúp.

## Guide
error-page-out-of-date = Trang này đã được chuyển đi. Xin bạn xem trang đang hiện và làm tiếp.
error-unknown-field = Máy không nhận ra một câu trả lời. Xin bạn thử lại. Nếu vẫn vậy, xin bạn hỏi cán bộ.
error-document-not-asked = Lúc này máy chưa cần giấy đó. Xin bạn mở đúng trang cần giấy rồi quét lại.
error-documents-too-many = Mỗi loại giấy chỉ nhận nhiều nhất { $most } tệp. Xin bạn bỏ bớt một tệp rồi thử lại.
error-citizen-number-digits = Số căn cước có đúng 12 chữ số. Bạn đã nhập { $count } chữ số. Xin bạn xem thẻ và nhập lại.
error-citizen-number-unknown = Số này không giống số căn cước. Xin bạn xem 12 chữ số ở mặt trước của thẻ và nhập lại.
error-card-unreadable = Máy không đọc được thẻ. Xin bạn đặt lại, mã vuông hướng về đầu đọc, hoặc nhập bằng tay.
error-card-misread = Thông tin đọc từ thẻ không khớp nhau. Xin bạn đặt thẻ lại một lần nữa, hoặc nhập bằng tay.
error-card-diacritics-lost = Máy đọc thẻ bị mất dấu tiếng Việt. Xin bạn nhập họ tên bằng tay cho đúng dấu.
