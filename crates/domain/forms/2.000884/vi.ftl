# Chứng thực chữ ký

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

## Bạn ký thế nào
page-way = Bạn sẽ ký thế nào?
page-way-help = Bạn ký trước mặt cán bộ tại quầy. Xin đừng ký trước ở nhà. Lúc ký, bạn phải tỉnh táo và hiểu việc mình làm.
way = Cách ký
way-sign = Ký tên
way-fingerprint = Điểm chỉ
way-fingerprint-help = Điểm chỉ là in dấu ngón tay thay chữ ký.
way-neither = Không ký và không điểm chỉ được
way-neither-help = Cán bộ làm theo cách riêng cho bạn tại quầy.
way-error-required = Bạn chưa chọn cách ký. Xin bạn chọn một mục.
page-vietnamese = Bạn nói và hiểu tiếng Việt thành thạo không?
page-vietnamese-help = Nếu không, cần có người phiên dịch: người nói lại cho bạn và cán bộ hiểu nhau.
vietnamese = Thành thạo tiếng Việt
vietnamese-error-required = Bạn chưa trả lời. Xin bạn chọn “Có” hoặc “Không”.
page-interpreter = Ai phiên dịch cho bạn?
page-interpreter-help = Người phiên dịch phải là người lớn, thạo tiếng Việt và tiếng của bạn. Bạn trả tiền công cho người phiên dịch.
interpreter = Người phiên dịch
interpreter-own = Người tôi mời đi cùng
interpreter-office = Nhờ cơ quan tìm giúp
interpreter-office-help = Cán bộ báo cho bạn tiền công trước.
interpreter-error-required = Bạn chưa chọn người phiên dịch. Xin bạn chọn một mục.
language = Tiếng bạn dùng
language-help = Ví dụ: tiếng Khmer, tiếng Anh.
language-error-required = Chưa có tên tiếng bạn dùng. Xin bạn ghi, ví dụ: tiếng Khmer.

## Giấy tờ sẽ ký
page-papers = Bạn cần chứng thực chữ ký trên bao nhiêu giấy tờ?
page-papers-help = Chứng thực chữ ký là xác nhận chữ ký đúng là của bạn. Một giấy có nhiều chữ ký vẫn tính là một giấy. Phí 10.000 đồng một giấy.
papers = Số giấy tờ
papers-help = Mỗi lần được từ 1 đến 10 giấy tờ.
papers-error-required = Bạn chưa chọn số giấy tờ. Xin bạn chọn từ 1 đến 10.
page-paper = Giấy tờ thứ { $n } là giấy gì?
page-paper-help = Giấy mua bán, vay mượn, cho tặng thì làm thủ tục khác. Bạn hỏi cán bộ.
papers-name = Tên giấy tờ
papers-name-help = Ví dụ: sơ yếu lý lịch, giấy cam đoan, giấy ủy quyền.
papers-name-error-required = Chưa có tên giấy tờ. Xin bạn ghi tên giấy, ví dụ: sơ yếu lý lịch.
papers-kind = Đây là
papers-kind-authorisation = Giấy ủy quyền
papers-kind-authorisation-help = Giấy nhờ người khác làm thay một việc.
papers-kind-statement = Tờ khai, đơn, giấy cam đoan, lý lịch
papers-kind-other = Giấy khác, hoặc tôi không biết
papers-kind-other-help = Cán bộ xem giấy tại quầy.
papers-kind-error-required = Bạn chưa chọn đây là giấy gì. Xin bạn chọn một mục.
papers-written_in = Giấy viết bằng
papers-written_in-vietnamese = Tiếng Việt
papers-written_in-foreign = Tiếng nước ngoài
papers-written_in-error-required = Bạn chưa chọn giấy viết bằng tiếng gì. Xin bạn chọn một mục.
page-purpose = Giấy ủy quyền thứ { $n } nhờ làm việc gì?
page-purpose-help = Chỉ bốn việc đầu được chứng thực chữ ký.
papers-purpose = Việc nhờ làm thay
papers-purpose-papers = Nộp hoặc nhận giấy tờ thay
papers-purpose-pension = Nhận thay lương hưu, bưu phẩm, tiền trợ cấp
papers-purpose-pension-help = Bưu phẩm là thư, hàng gửi qua bưu điện.
papers-purpose-house = Trông nom nhà cửa
papers-purpose-loan = Vay vốn Ngân hàng Chính sách xã hội cho hộ gia đình
papers-purpose-other = Việc khác
papers-purpose-other-help = Thường phải làm hợp đồng ủy quyền. Cán bộ hướng dẫn bạn tại quầy.
papers-purpose-error-required = Bạn chưa chọn việc nhờ làm thay. Xin bạn chọn một mục.
page-translation = Bạn có bản dịch tiếng Việt của { $name } không?
page-translation-help = Cán bộ có thể cần bản dịch để hiểu giấy viết gì. Bản dịch không cần công chứng, bạn chịu trách nhiệm là dịch đúng. Không có ở đây thì bạn bấm “Tiếp tục”.

## Lịch hẹn
page-appointment = Khi nào bạn đến ký?
page-appointment-help = Bạn mang theo thẻ căn cước còn hạn và giấy tờ chưa ký.
visit_time = Giờ bạn đến
receive-counter = Nhận tại quầy, sau khi ký trước mặt cán bộ

## Giấy tờ và phí
paper-identity = Thẻ căn cước hoặc hộ chiếu của bạn, còn hạn
paper-document = Giấy thứ { $n } bạn sẽ ký: { $name }
paper-translation = Bản dịch tiếng Việt của giấy thứ { $n }: { $name }
fee-signature = Chứng thực chữ ký trên giấy thứ { $n }: { $name }
