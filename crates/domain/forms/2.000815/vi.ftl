# Chứng thực bản sao từ bản chính

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

## Giấy tờ cần chứng thực
page-papers = Bạn cần chứng thực bao nhiêu giấy tờ?
page-papers-help = Chứng thực là xác nhận bản sao giống hệt bản chính. Bằng tốt nghiệp và giấy khai sinh là hai giấy tờ.
papers = Số giấy tờ
papers-help = Mỗi lần nộp được từ 1 đến 10 giấy tờ.
papers-error-required = Bạn chưa chọn số giấy tờ. Xin bạn chọn từ 1 đến 10.
page-paper = Giấy tờ thứ { $n } là giấy gì?
page-paper-help = Giấy phải còn rõ, không tẩy xóa, có dấu của cơ quan cấp.
papers-name = Tên giấy tờ
papers-name-help = Ví dụ: bằng tốt nghiệp, giấy khai sinh, sổ đất.
papers-name-error-required = Chưa có tên giấy tờ. Xin bạn ghi tên giấy, ví dụ: bằng tốt nghiệp.
papers-pages = Số trang của bản chính
papers-pages-help = Đếm các mặt có chữ.
papers-copies = Số bản cần chứng thực
papers-copies-help = Mỗi bản tính phí theo số trang: hai trang đầu 2.000 đồng một trang, từ trang thứ ba 1.000 đồng một trang, nhiều nhất 200.000 đồng một bản.

## Lịch hẹn
page-appointment = Khi nào bạn mang bản chính đến?
page-appointment-help = Cán bộ xem bản chính rồi chứng thực.
visit_time = Giờ bạn đến
page-scan = Bạn có muốn gửi trước ảnh giấy tờ không?
page-scan-help = Có ảnh thì cán bộ chuẩn bị trước cho bạn. Không có thì bạn bấm “Tiếp tục”.
receive-counter = Nhận tại quầy, khi mang bản chính đến

## Giấy tờ và phí
paper-original = Bản chính giấy thứ { $n }: { $name }
paper-scan = Ảnh giấy tờ cần chứng thực
fee-copies = Chứng thực bản sao giấy thứ { $n }: { $name }
