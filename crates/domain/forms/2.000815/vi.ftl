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
address-help = Số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
address-error-required = Chưa có nơi ở của bạn. Xin bạn nhập số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
phone = Số điện thoại của bạn
phone-help = Không có điện thoại thì bạn để trống.

## Giấy tờ cần chứng thực
page-paper_1 = Bạn cần chứng thực giấy tờ nào?
page-paper_1-help = Giấy phải còn rõ, không tẩy xóa, có dấu của cơ quan cấp.
paper_1_name = Tên giấy tờ
paper_1_name-help = Ví dụ: bằng tốt nghiệp, giấy khai sinh, sổ đất.
paper_1_name-error-required = Chưa có tên giấy tờ. Xin bạn ghi tên giấy, ví dụ: bằng tốt nghiệp.
paper_1_pages = Số trang của bản chính
paper_1_pages-help = Đếm các mặt có chữ.
paper_1_copies = Số bản cần chứng thực
page-more_1 = Bạn còn giấy tờ nào khác không?
more_1 = Có giấy tờ thứ hai
more_1-error-required = Bạn chưa trả lời. Xin bạn chọn “Có” nếu còn giấy tờ, “Không” nếu hết.
page-paper_2 = Giấy tờ thứ hai là gì?
page-paper_2-help = Giấy phải còn rõ, không tẩy xóa, có dấu của cơ quan cấp.
paper_2_name = Tên giấy tờ
paper_2_name-help = Ví dụ: bằng tốt nghiệp, giấy khai sinh, sổ đất.
paper_2_name-error-required = Chưa có tên giấy tờ. Xin bạn ghi tên giấy, ví dụ: bằng tốt nghiệp.
paper_2_pages = Số trang của bản chính
paper_2_pages-help = Đếm các mặt có chữ.
paper_2_copies = Số bản cần chứng thực
page-more_2 = Bạn còn giấy tờ thứ ba không?
page-more_2-help = Mỗi lần nộp tại máy được ba giấy tờ. Nhiều hơn thì bạn nộp thêm lần nữa.
more_2 = Có giấy tờ thứ ba
more_2-error-required = Bạn chưa trả lời. Xin bạn chọn “Có” nếu còn giấy tờ, “Không” nếu hết.
page-paper_3 = Giấy tờ thứ ba là gì?
page-paper_3-help = Giấy phải còn rõ, không tẩy xóa, có dấu của cơ quan cấp.
paper_3_name = Tên giấy tờ
paper_3_name-help = Ví dụ: bằng tốt nghiệp, giấy khai sinh, sổ đất.
paper_3_name-error-required = Chưa có tên giấy tờ. Xin bạn ghi tên giấy, ví dụ: bằng tốt nghiệp.
paper_3_pages = Số trang của bản chính
paper_3_pages-help = Đếm các mặt có chữ.
paper_3_copies = Số bản cần chứng thực

## Lịch hẹn
page-appointment = Ngày nào bạn mang bản chính đến?
page-appointment-help = Cán bộ xem bản chính rồi chứng thực. Chọn một ngày làm việc trong 30 ngày tới.
appointment_date = Ngày hẹn
appointment_date-error-required = Bạn chưa chọn ngày hẹn. Xin bạn điền đủ ngày, tháng, năm.
appointment_slot = Giờ hẹn
appointment_slot-morning_1 = Sáng, 8 giờ đến 9 giờ
appointment_slot-morning_2 = Sáng, 9 giờ đến 10 giờ
appointment_slot-afternoon_1 = Chiều, 14 giờ đến 15 giờ
appointment_slot-afternoon_2 = Chiều, 15 giờ đến 16 giờ
appointment_slot-error-required = Bạn chưa chọn giờ hẹn. Xin bạn chọn một giờ.
page-scan = Bạn có muốn gửi trước bản quét không?
page-scan-help = Có bản quét thì cán bộ chuẩn bị trước cho bạn. Không có thì bạn bấm “Tiếp tục”.
receive-counter = Nhận tại quầy, khi mang bản chính đến

## Giấy tờ và phí
paper-original_1 = Bản chính: { $paper_1_name }
paper-original_2 = Bản chính: { $paper_2_name }
paper-original_3 = Bản chính: { $paper_3_name }
paper-scan = Bản quét giấy tờ cần chứng thực
fee-paper_1 = Chứng thực bản sao: { $paper_1_name }
fee-paper_2 = Chứng thực bản sao: { $paper_2_name }
fee-paper_3 = Chứng thực bản sao: { $paper_3_name }
