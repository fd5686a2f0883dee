# Words on printed paper.

## Paper: every document (its marks are read by officers too, so they keep the Vietnamese)

paper-trial = BẢN IN THỬ · TRIAL PRINT
paper-reprint = IN LẠI · REPRINT
paper-date-time = { $hour }:{ $minute }, { $day }/{ $month }/{ $year }
paper-money = { $amount } đồng
paper-money-none = nothing to pay
paper-total = Total

## Paper: ticket (Phiếu số thứ tự)

paper-ticket-title = Queue number
paper-ticket-yours = Your number
paper-ticket-counters = Counter
paper-ticket-ahead = Ahead of you
paper-ticket-ahead-people =
    { $count ->
        [0] nobody
        [one] { $count } person
       *[other] { $count } people
    }
paper-ticket-issued = Issued at
paper-ticket-cut-off = This number keeps its place by the time it was taken. When it appears on the board, please go to the counter beside it.
paper-ticket-wait = Waiting time
paper-ticket-advice = When your number appears on the board, please go to the counter beside it.
paper-ticket-keep = Please keep this ticket until you are done.
paper-ticket-for = This number is for:
paper-ticket-qr-phone = Scan this code with a phone to see when it is your turn.
paper-ticket-qr-kiosk = Hold this code under the kiosk's reader to see how many are before you.

## Paper: submission receipt (Phiếu nộp hồ sơ trực tuyến)

paper-receipt-title = Online submission receipt
paper-receipt-code = Your submission code
paper-receipt-sent = Your application has been submitted.
paper-receipt-sent-next = The central system has received it. An officer will check it before it is accepted and a date for the result is given.
paper-receipt-saved = Your application is saved, NOT yet submitted.
paper-receipt-saved-next = This machine could not reach the central system. It will send your application by itself when it can; you need not do it again. Please look this code up later, or ask an officer, to know whether it has arrived.
paper-receipt-refused-next = The central system did not take this application. It is kept in this machine. Please bring this slip to a counter so that an officer can help.
paper-receipt-procedure = Procedure
paper-receipt-procedure-code = Procedure code
paper-receipt-applicant = Applicant
paper-receipt-number = Citizen number
paper-receipt-made = You pressed Submit at
paper-receipt-received = Received at
paper-receipt-deadline = Time it takes
paper-receipt-to-show = Originals to bring
paper-receipt-papers-sent = Papers sent with it
paper-receipt-papers-saved = Papers saved with it
paper-receipt-fees = Fees
paper-receipt-not-acceptance = This is not the acceptance slip (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).
paper-receipt-keep = Please keep it: look your application up by its code or by the QR picture.
paper-receipt-qr = Show this picture to the reader to look your application up.

## Paper: Mẫu 01, TT 03/2025/TT-VPCP (the official words, the same in every language)

paper-acceptance-title = GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ
paper-acceptance-copy-kept = (Liên 1: Lưu)
paper-acceptance-copy-given = (Liên 2: Giao khách hàng)
paper-acceptance-code = Mã hồ sơ:
paper-acceptance-reception = Bộ phận tiếp nhận và trả kết quả:
paper-acceptance-applicant = Tiếp nhận hồ sơ của:
paper-acceptance-number = CCCD/MST:
paper-acceptance-procedure = Thủ tục hành chính cần giải quyết:
paper-acceptance-papers = 1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:
paper-acceptance-table-no = STT
paper-acceptance-table-name = Tên giấy tờ
paper-acceptance-table-kind = Loại giấy tờ
paper-acceptance-table-count = Số lượng
paper-acceptance-original = Bản chính
paper-acceptance-copied = Bản sao
paper-acceptance-electronic = Bản điện tử
paper-acceptance-sets = 2. Số lượng hồ sơ:
paper-acceptance-sets-count = { $count } (bộ)
paper-acceptance-sets-open = …… (bộ)
paper-acceptance-deadline = 3. Thời gian giải quyết hồ sơ theo quy định:
paper-acceptance-accepted = 4. Thời gian nhận hồ sơ:
paper-acceptance-due = 5. Thời gian trả kết quả giải quyết hồ sơ:
paper-acceptance-result = 6. Đăng ký nhận kết quả tại:
paper-acceptance-fees = 7. Phí, lệ phí (nếu có):
paper-acceptance-money = { $amount } đồng
paper-acceptance-money-none = không thu
paper-acceptance-total = Tổng cộng
paper-acceptance-book = Vào Sổ theo dõi hồ sơ, Quyển số:
paper-acceptance-line = Số thứ tự:
paper-acceptance-signs-applicant = NGƯỜI NỘP HỒ SƠ
paper-acceptance-signs-officer = NGƯỜI TIẾP NHẬN HỒ SƠ

## Catalogue

catalogue-deadline-unknown = Not certain: the national database says “{ $text }”. Please ask an officer.
catalogue-channel-in-person = In person
catalogue-channel-online = Online
catalogue-channel-post = By post
catalogue-originals =
    { $count ->
        [one] 1 original
       *[other] { $count } originals
    }
catalogue-copies =
    { $count ->
        [one] 1 copy
       *[other] { $count } copies
    }
catalogue-originals-unknown = (ask an officer how many originals)
catalogue-fee-unknown = Not certain: the national database says “{ $text }”. Please ask an officer.
catalogue-paper-unnamed = A paper without a name (ask an officer)
catalogue-only-shown = (only shown; you keep it)

## Paper: appointment (Phiếu hẹn làm thủ tục)

paper-appointment-title = Appointment
paper-appointment-yours = Please come on
paper-appointment-time = { $from } to { $until }
paper-appointment-where = Where
paper-appointment-opens = Numbers from
paper-appointment-late = In time until
paper-appointment-code = Appointment code
paper-appointment-advice = When you come, hold this code under the reader of the ticket machine, or type the appointment code. If you are late you get a number if numbers are still given, and wait like people without an appointment.
paper-appointment-papers = Please bring the papers to hand in and your identity card.
paper-appointment-not-acceptance = This is not the official acceptance paper (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).
paper-appointment-qr-phone = Scan this code with a phone to see or cancel the appointment.
paper-appointment-qr-kiosk = Hold this code under the reader of the ticket machine.

## Paper: what to prepare (Giấy tờ cần chuẩn bị)

paper-checklist-title = PAPERS TO PREPARE
paper-checklist-bring = In short, please bring:
paper-checklist-case = Case: { $when }
paper-checklist-case-number = Case { $number }
paper-checklist-form = on the form { $form }
paper-checklist-nothing = It is not known for certain which papers are needed. Please ask an officer.
paper-checklist-unsure = Something in this list is not certain. Please ask an officer before you hand it in.
paper-checklist-notes = The national database also says:
paper-checklist-more-notes =
    { $count ->
        [one] There is one more note: see it at the kiosk, or ask an officer.
       *[other] There are { $count } more notes: see them at the kiosk, or ask an officer.
    }
paper-checklist-deadline = Time it takes
paper-checklist-fees = Fees
paper-checklist-each = Fee
paper-checklist-ask = Ask an officer
paper-checklist-not-submitted = This is no receipt. Nothing has been submitted.
paper-checklist-advice = Tick the box before each paper you have.
paper-checklist-qr-phone = Scan with a phone to see this list again.
paper-checklist-qr-kiosk = Hold this code under the kiosk's reader to see this list again.
paper-checklist-code = Procedure { $code }
paper-checklist-version = version { $version }
paper-checklist-made = printed { $when }

## Paper: review for signature (Bản xem lại để ký)

paper-review-title = Review to be signed
paper-review-not-submitted = This paper is for you to read and sign. Nothing has been submitted.
paper-review-read = Please read every line. If something is wrong, tell the officer to correct it and print it again. Sign only when everything is right.
paper-review-code = Submission code
paper-review-mark = Content mark
paper-review-procedure-code = Procedure code { $code }
paper-review-officer = Typed by: officer { $name }
paper-review-attached = Papers sent with it
paper-review-attached-name = Paper
paper-review-attached-pages = Pages
paper-review-attached-none = No papers are sent with it.
paper-review-to-show = Originals to show to the officer
paper-review-fees = Fees and processing time
paper-review-deadline = Processing time
paper-review-consents = What you agree your information is used for
paper-review-agreed = Agreed: { $title }
paper-review-not-agreed = Not agreed: { $title }
paper-review-declaration = I have read this paper. What it says is what I declared. I ask the officer to submit this application for me.
paper-review-signs-person = Applicant
paper-review-signs-officer = Officer who typed it
paper-review-signs-how = (Signature and full name)
paper-review-resume = If it is not submitted today, the application is kept until the end of { $day }. Use the submission code above to go on at a machine of the centre.
