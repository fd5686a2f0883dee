# Tờ khai dùng cho mọi thủ tục chưa có tờ khai riêng. Chữ của từng thủ tục được thêm vào khi mở.

## Người nộp hồ sơ
page-applicant = Họ tên, số căn cước và ngày sinh của bạn
page-applicant-help = Nếu máy đã điền từ thẻ, xin bạn xem kỹ. Chỗ nào sai, bạn chạm vào để sửa.
applicant_name = Họ, chữ đệm và tên của bạn
applicant_name-error-required = Chưa có tên của bạn. Xin bạn nhập họ, chữ đệm và tên.
applicant_number = Số căn cước của bạn
applicant_number-help = 12 chữ số ở mặt trước của thẻ.
applicant_number-error-required = Chưa có số căn cước của bạn. Xin bạn nhập 12 chữ số trên thẻ.
applicant_birth_date = Ngày sinh của bạn
page-contact = Liên hệ với bạn thế nào?
address = Nơi ở hiện nay của bạn
address-help = Số nhà, đường, ấp hoặc khóm, xã hoặc phường, tỉnh. Ghi tên xã, huyện cũ cũng được.
address-error-required = Chưa có nơi ở của bạn. Xin bạn nhập số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
phone = Số điện thoại của bạn
phone-help = Không có điện thoại thì bạn để trống.

## Trường hợp
page-case = Trường hợp nào đúng với bạn?
page-case-help = Mỗi trường hợp cần giấy tờ khác nhau. Không chắc thì bạn chọn “Tôi không biết”.
case = Trường hợp của bạn
case-unknown = Tôi không biết
case-unknown-help = Bạn vẫn nộp được. Cán bộ xem hồ sơ rồi báo cho bạn cần giấy tờ nào.
case-error-required = Bạn chưa chọn trường hợp. Xin bạn chọn một mục, hoặc chọn “Tôi không biết”.
any-case = Trường hợp
any-case-papers = Cần có:

## Giấy tờ
any-paper-count = Cần
any-paper-form = Giấy này viết theo mẫu, bạn hỏi cán bộ để lấy mẫu.
any-paper-help = Có giấy này ở đây thì bạn chụp hoặc quét. Không có thì bấm “Tiếp tục”, bạn mang đến quầy sau.
any-other = Giấy tờ khác
any-other-page = Bạn có giấy tờ nào khác muốn gửi kèm không?
any-other-help = Có thì bạn chụp hoặc quét. Không có thì bấm “Tiếp tục”, bạn mang đến quầy sau.
any-other-list = Còn những giấy này:
any-other-unsure = Danh mục giấy tờ của thủ tục này chưa chắc đủ, bạn hỏi cán bộ.
any-other-unknown = Máy chưa biết chắc thủ tục này cần giấy tờ gì, bạn hỏi cán bộ.
any-other-says = Cơ sở dữ liệu quốc gia ghi:

## Điều bạn yêu cầu
page-request = Bạn có điều gì muốn nói thêm với cán bộ không?
page-request-help = Ghi ngắn gọn bạn xin việc gì, cho ai. Không có gì thêm thì bạn để trống.
request = Điều bạn muốn nói thêm
request-help = Không quá 500 chữ cái.
request-error-short = Điều bạn ghi quá ngắn, cán bộ không hiểu được. Xin bạn ghi rõ hơn, hoặc để trống.
request-error-long = Điều bạn ghi dài quá 500 chữ cái. Xin bạn viết ngắn lại, phần còn lại nói với cán bộ tại quầy.

## Nhận kết quả
page-receive = Bạn muốn nhận kết quả thế nào?
receive = Cách nhận kết quả
receive-counter = Đến quầy nhận
receive-counter-help = Bạn mang thẻ căn cước đến quầy của Trung tâm.
receive-post = Gửi qua bưu điện về nhà
receive-post-help = Bưu điện có thu tiền gửi.
receive-error-required = Bạn chưa chọn cách nhận kết quả. Xin bạn chọn một cách.
page-post = Bưu điện gửi đến địa chỉ nào?
post_address = Địa chỉ nhận thư
post_address-help = Chọn tỉnh, chọn xã hoặc phường, rồi ghi số nhà, đường, ấp hoặc khóm.
post_address-error-required = Chưa có địa chỉ nhận thư. Xin bạn nhập địa chỉ để bưu điện gửi đến.
post_address-error-short = Địa chỉ quá ngắn, bưu điện không tìm được. Xin bạn ghi đủ số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
