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

## Reader
error-reader-too-long = Mã vừa quét dài quá mức, máy không dùng được. Xin bạn quét thẻ căn cước, hoặc mã trên phiếu của trung tâm.
error-reader-not-text = Máy chưa đọc rõ mã vừa quét. Xin bạn lau sạch, vuốt phẳng chỗ có mã rồi quét lại.
error-scan-not-understood = Máy không nhận ra mã vừa quét. Xin bạn quét mã trên thẻ căn cước, trên phiếu số thứ tự hoặc trên phiếu nộp hồ sơ.
error-submission-code-wrong =
    { $why ->
        [character] Mã nộp tạm không bao giờ có ký tự “{ $character }”. Mã này không dùng các chữ I, O, Q, Z và các số 0, 1. Xin bạn xem phiếu và nhập lại.
       *[length] Mã nộp tạm có đúng 8 ký tự. Bạn đã nhập { $count } ký tự. Xin bạn xem phiếu và nhập lại.
    }
error-dossier-code-wrong =
    { $why ->
        [agency] Phần đầu của mã hồ sơ chưa đúng. Phần này chỉ có chữ không dấu, chữ số và dấu chấm, ví dụ H01. Xin bạn xem giấy tiếp nhận và nhập lại.
        [date] Phần giữa của mã hồ sơ là ngày, viết bằng 6 hoặc 8 chữ số, ví dụ 261123. Ngày bạn nhập không có thật. Xin bạn xem giấy tiếp nhận và nhập lại.
        [number] Phần cuối của mã hồ sơ có từ 4 đến 7 chữ số, ví dụ 0001. Xin bạn xem giấy tiếp nhận và nhập lại.
       *[parts] Mã hồ sơ có ba phần, cách nhau bằng dấu gạch ngang, ví dụ H01-261123-0001. Xin bạn xem giấy tiếp nhận và nhập lại.
    }

## Scanner
error-scan-unreadable = Máy không mở được trang vừa quét. Xin bạn đặt giấy lại cho ngay ngắn rồi quét thêm một lần.
error-scan-too-large = Bản quét lớn quá mức máy nhận được. Xin bạn quét ít trang hơn mỗi lần, hoặc nhờ cán bộ giúp.
error-scan-wrong-type = Tệp này không phải là giấy tờ máy nhận được. Máy chỉ nhận tệp PDF và ảnh JPEG hoặc PNG. Xin bạn quét lại giấy tờ.
error-scan-locked = Tệp này có mật khẩu nên máy không mở được. Xin bạn quét lại từ bản giấy, hoặc nhờ cán bộ giúp.
error-scan-no-page = Giấy tờ này không có trang đó. Xin chọn một trang khác.

## Kiosk
error-central-not-understood = Máy chưa hiểu được trả lời của hệ thống trung tâm. Xin bạn báo cán bộ giúp.
error-unknown-procedure = Không tìm thấy thủ tục này. Xin bạn chọn lại trong danh sách, hoặc hỏi cán bộ.
error-no-form-here = Thủ tục này chưa nộp được tại máy. Xin bạn lấy số để gặp cán bộ.
error-nothing-begun = Chưa có hồ sơ nào đang làm. Xin bạn về màn hình đầu và bắt đầu lại.
error-answers-missing = Hồ sơ còn thiếu câu trả lời. Xin bạn xem lại từng mục rồi bấm Nộp.
error-store = Máy chưa lưu được hồ sơ nên chưa nộp. Những gì bạn đã nhập vẫn còn trên màn hình. Xin bạn gọi cán bộ.
error-print-job-unknown = Tờ giấy này thuộc về lượt trước nên không in lại được. Xin bạn hỏi cán bộ.
error-print-job-running = Máy vẫn đang in. Xin bạn chờ một lát.
error-scan-is-a-ticket = Đây là phiếu số thứ tự. Xin bạn quét thẻ căn cước hoặc mã trên phiếu nộp hồ sơ.
error-card-not-now = Lúc này máy chưa cần thẻ. Máy không giữ thông tin vừa đọc.
error-not-sent-yet = Hồ sơ { $code } đã lưu ở máy này nhưng CHƯA nộp, vì chưa kết nối được với hệ thống trung tâm. Máy sẽ tự gửi lại. Xin bạn tra lại sau, hoặc hỏi cán bộ.
error-form-version-unknown = Máy này chưa có đúng bản mẫu của hồ sơ. Hãy cập nhật chương trình rồi mở lại hồ sơ.
error-no-counter-open = Bạn chưa mở quầy. Hãy chọn quầy trước khi gọi số.
