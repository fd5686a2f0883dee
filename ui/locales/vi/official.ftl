# Biểu mẫu hành chính: chữ trên giấy và ở bàn làm việc.

## Paper: official forms (TT 03/2025/TT-VPCP; the official words, the same in every language)

paper-official-country = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-official-motto = Độc lập - Tự do - Hạnh phúc
paper-official-desk = BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ
paper-official-number = Số: ………/………
paper-official-date = ngày { $day } tháng { $month } năm { $year }
paper-official-date-open = ngày …… tháng …… năm ………
paper-official-place-open = ………………
paper-official-open = ……………………………
paper-official-moment = { $hour } giờ { $minute } phút, ngày { $day } tháng { $month } năm { $year }
paper-official-moment-open = … giờ … phút, ngày … tháng … năm …
paper-official-code = Mã hồ sơ:
paper-official-code-temporary = Mã nộp tạm:
paper-official-applicant = Hồ sơ của:
paper-official-address = Địa chỉ:
paper-official-phone = Số điện thoại:
paper-official-email = Email:
paper-official-procedure = Nội dung yêu cầu giải quyết:
paper-official-reason = Lý do:
paper-official-to = Kính gửi:
paper-official-signs-how = (Ký và ghi rõ họ tên)
paper-official-signs-head = THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
paper-official-signs-sealed = (Ký, ghi rõ họ tên và đóng dấu)
paper-official-signs-applicant = NGƯỜI NỘP HỒ SƠ
paper-official-signs-taker = NGƯỜI TIẾP NHẬN HỒ SƠ
paper-official-signs-guide = NGƯỜI HƯỚNG DẪN
paper-official-received-by = Nơi nhận:
paper-official-received-above = - Như trên;
paper-official-received-kept = - Lưu: VT, hồ sơ.

## Mẫu 02

paper-official-supplement-title = PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ
paper-official-supplement-asked = Yêu cầu bổ sung, hoàn thiện hồ sơ gồm:
paper-official-supplement-no = TT
paper-official-supplement-name = Thành phần hồ sơ
paper-official-supplement-original = Bản chính
paper-official-supplement-certified = Bản chứng thực
paper-official-supplement-copied = Bản photo
paper-official-supplement-contact = Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà liên hệ với { $who }, số điện thoại { $phone } để được hướng dẫn./.

## Mẫu 03

paper-official-refusal-title = PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ
paper-official-refusal-desk = Bộ phận tiếp nhận và trả kết quả:
paper-official-refusal-applicant = Tiếp nhận hồ sơ của:
paper-official-refusal-says = Qua xem xét, Bộ phận tiếp nhận và trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:
paper-official-refusal-known = Xin thông báo cho Ông/Bà được biết và thực hiện./.

## Mẫu 04

paper-official-extension-title = VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT
paper-official-extension-taken = { $accepted }, { $agency } tiếp nhận giải quyết hồ sơ của Ông/Bà/Tổ chức { $applicant }; mã hồ sơ: { $code }.
paper-official-extension-due = Thời gian hẹn trả kết quả:
paper-official-extension-not-yet = Tuy nhiên, { $agency } chưa thể trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn quy định.
paper-official-extension-sorry = Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà/Tổ chức. { $agency } xin lỗi Ông/Bà/Tổ chức và đề nghị gia hạn thời gian giải quyết; kết quả giải quyết hồ sơ được trả vào { $moment }.
paper-official-extension-thanks = Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.

## Mẫu 05

paper-official-discontinuation-title = THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ
paper-official-discontinuation-taken = { $accepted }, { $agency } tiếp nhận hồ sơ của Ông/Bà/Tổ chức { $applicant }; mã hồ sơ: { $code }.
paper-official-discontinuation-says = { $agency } thông báo dừng giải quyết hồ sơ nêu trên.
paper-official-discontinuation-contact = Đề nghị Ông/Bà/Tổ chức liên hệ với { $who }, số điện thoại { $phone } để được hướng dẫn và nhận lại giấy tờ đã nộp (nếu có)./.

## Mẫu 06

paper-official-control-title = PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ
paper-official-control-solves = Cơ quan (bộ phận) giải quyết hồ sơ:
paper-official-control-with = Cơ quan phối hợp giải quyết hồ sơ:
paper-official-control-agency = Tên cơ quan
paper-official-control-time = Thời gian giao nhận
paper-official-control-result = Kết quả (trước hạn, đúng hạn, quá hạn)
paper-official-control-note = Ghi chú
paper-official-control-gives = { $step }. Giao: { $who }
paper-official-control-takes = { $step }. Nhận: { $who }
paper-official-control-given = … giờ … phút, ngày …/…/…… Người giao: …………………………
paper-official-control-taken = … giờ … phút, ngày …/…/…… Người nhận: …………………………

## Ở bàn làm việc

official-forms = In biểu mẫu
official-forms-lead = Biểu mẫu in ra để cán bộ hoặc thủ trưởng ký. In ra chưa làm thay đổi gì ở hồ sơ.
official-form-supplement = Mẫu 02: phiếu yêu cầu bổ sung
official-form-refusal = Mẫu 03: phiếu từ chối tiếp nhận
official-form-extension = Mẫu 04: văn bản xin lỗi và đề nghị gia hạn
official-form-discontinuation = Mẫu 05: thông báo dừng giải quyết
official-form-control = Mẫu 06: phiếu kiểm soát quá trình
official-form-payment = phiếu báo nộp tiền
official-form-report = báo cáo ngày
official-reason = Lý do (in trên biểu mẫu)
official-day = Ngày hẹn mới (ngày/tháng/năm)
official-print = In
official-not = Thôi
official-print-supplement = In Mẫu 02
official-print-payment = In phiếu báo nộp tiền
official-job-waiting = Đang in { $paper }…
official-job-printed = Đã in { $paper }. Lấy giấy ở máy in.
official-job-trial = Đã ghi { $paper } thành tệp PDF bằng máy in thử. Không có giấy in ra.
official-job-failed = Chưa in được { $paper }: { $cause }.
official-job-unknown = Không rõ { $paper } đã in ra chưa: { $cause }. Hãy xem ở máy in trước khi in lại.
official-job-again = In lại (có dấu IN LẠI)
error-form-not-now = Biểu mẫu này không dùng cho hồ sơ ở bước hiện nay. Xin bạn tải lại hồ sơ rồi chọn biểu mẫu khác.
error-form-reason-wrong = Xin bạn ghi lý do, không quá 1.000 ký tự.
error-form-day-wrong = Xin bạn ghi ngày hẹn mới theo dạng ngày/tháng/năm, ví dụ 25/12/2026.
error-form-day-early = Ngày hẹn mới phải sau ngày { $after }. Xin bạn chọn ngày khác.
error-form-day-off = Ngày { $day } cơ quan không làm việc. Ngày làm việc kế tiếp là { $next }.
error-form-day-far = Ngày { $day } cách hôm nay hơn một năm. Xin bạn xem lại năm.
