# Official forms: the words on paper, and at the console.

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

## At the console

official-forms = Print a form
official-forms-lead = A form is printed for an officer or the head of the agency to sign. Printing it changes nothing of the dossier.
official-form-supplement = Mẫu 02: request for more papers
official-form-refusal = Mẫu 03: refusal to accept
official-form-extension = Mẫu 04: apology and request for more time
official-form-discontinuation = Mẫu 05: notice that work on it stops
official-form-control = Mẫu 06: control sheet
official-form-payment = the payment slip
official-form-report = the report of the day
official-reason = Reason (printed on the form)
official-day = New day (day/month/year)
official-print = Print
official-not = Cancel
official-print-supplement = Print Mẫu 02
official-print-payment = Print the payment slip
official-job-waiting = Printing { $paper }…
official-job-printed = Printed: { $paper }. The paper is at the printer.
official-job-trial = The trial printer wrote { $paper } as a PDF file. No paper came out.
official-job-failed = Not printed: { $paper }: { $cause }.
official-job-unknown = It is not known whether { $paper } came out: { $cause }. Please look at the printer before printing again.
official-job-again = Print again (marked IN LẠI)
error-form-not-now = This form is not for the application as it stands now. Please load it again and choose another form.
error-form-reason-wrong = Please write the reason, in at most 1,000 characters.
error-form-day-wrong = Please write the new day as day/month/year, such as 25/12/2026.
error-form-day-early = The new day must be after { $after }. Please choose another.
error-form-day-off = The office is closed on { $day }. The next working day is { $next }.
error-form-day-far = { $day } is more than a year from today. Please check the year.
