# Chữ trên giấy in.

## Paper: every document

paper-trial = BẢN IN THỬ
paper-reprint = IN LẠI
paper-date-time = { $hour } giờ { $minute }, ngày { $day }/{ $month }/{ $year }
paper-money = { $amount } đồng
paper-money-none = không thu
paper-total = Tổng cộng

## Paper: ticket (Phiếu số thứ tự)

paper-ticket-title = Phiếu số thứ tự
paper-ticket-yours = Số của bạn
paper-ticket-counters = Quầy phục vụ
paper-ticket-ahead = Chờ trước bạn
paper-ticket-ahead-people =
    { $count ->
        [0] không có ai
       *[other] { $count } người
    }
paper-ticket-issued = Lấy số lúc
paper-ticket-cut-off = Số này được giữ đúng thứ tự theo giờ lấy số. Khi số hiện trên bảng, mời bạn đến quầy ghi cạnh số.
paper-ticket-wait = Thời gian chờ
paper-ticket-advice = Khi số của bạn hiện trên bảng, mời bạn đến quầy ghi cạnh số.
paper-ticket-keep = Xin giữ phiếu này đến khi xong việc.
paper-ticket-for = Bạn lấy số này để làm:
paper-ticket-qr-phone = Dùng điện thoại quét mã này để xem khi nào đến lượt bạn.
paper-ticket-qr-kiosk = Đưa mã này vào đầu đọc của máy lấy số để xem còn mấy người.

## Paper: submission receipt (Phiếu nộp hồ sơ trực tuyến)

paper-receipt-title = Phiếu nộp hồ sơ trực tuyến
paper-receipt-code = Mã nộp tạm của bạn
paper-receipt-sent = Hồ sơ của bạn đã nộp.
paper-receipt-sent-next = Hệ thống trung tâm đã nhận hồ sơ. Cán bộ sẽ kiểm tra, rồi mới tiếp nhận và hẹn ngày trả kết quả.
paper-receipt-saved = Hồ sơ của bạn đã lưu, CHƯA nộp.
paper-receipt-saved-next = Máy chưa kết nối được với hệ thống trung tâm. Máy sẽ tự gửi hồ sơ khi có kết nối; bạn không cần làm lại. Xin bạn tra cứu mã này sau, hoặc hỏi cán bộ, để biết hồ sơ đã đến nơi hay chưa.
paper-receipt-refused-next = Hệ thống trung tâm không nhận hồ sơ này. Hồ sơ được giữ ở máy. Mời bạn mang phiếu này đến quầy để cán bộ xem giúp.
paper-receipt-procedure = Thủ tục
paper-receipt-procedure-code = Mã thủ tục
paper-receipt-applicant = Người nộp
paper-receipt-number = Số căn cước
paper-receipt-made = Bạn bấm nộp lúc
paper-receipt-received = Đã nhận lúc
paper-receipt-deadline = Thời hạn giải quyết
paper-receipt-to-show = Bản chính cần mang theo
paper-receipt-papers-sent = Giấy tờ đã gửi kèm
paper-receipt-papers-saved = Giấy tờ đã lưu kèm
paper-receipt-fees = Phí, lệ phí
paper-receipt-not-acceptance = Phiếu này không phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
paper-receipt-keep = Xin giữ phiếu để tra cứu hồ sơ bằng mã hoặc bằng hình QR.
paper-receipt-qr = Đưa hình này cho máy đọc để tra cứu hồ sơ.

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

catalogue-deadline-unknown = Chưa rõ: cơ sở dữ liệu quốc gia ghi “{ $text }”. Xin bạn hỏi cán bộ.
catalogue-channel-in-person = Nộp trực tiếp
catalogue-channel-online = Nộp trực tuyến
catalogue-channel-post = Nộp qua bưu chính
catalogue-originals = { $count } bản chính
catalogue-copies = { $count } bản sao
catalogue-originals-unknown = (hỏi cán bộ số bản chính)
catalogue-fee-unknown = Chưa rõ: cơ sở dữ liệu quốc gia ghi “{ $text }”. Xin bạn hỏi cán bộ.
catalogue-paper-unnamed = Giấy tờ không ghi tên (hỏi cán bộ)
catalogue-only-shown = (chỉ cho xem, rồi mang về)

## Paper: appointment (Phiếu hẹn làm thủ tục)

paper-appointment-title = Phiếu hẹn làm thủ tục
paper-appointment-yours = Bạn hẹn đến
paper-appointment-time = { $from } đến { $until }
paper-appointment-where = Nơi đến
paper-appointment-opens = Lấy số từ
paper-appointment-late = Đúng hẹn đến
paper-appointment-code = Mã hẹn
paper-appointment-advice = Khi đến, mời bạn đưa mã này vào đầu đọc của máy lấy số, hoặc gõ mã hẹn. Đến muộn, bạn lấy số nếu trung tâm còn phát số, và chờ như người không hẹn.
paper-appointment-papers = Xin mang theo giấy tờ cần nộp và giấy tờ tùy thân.
paper-appointment-not-acceptance = Phiếu này không phải là Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
paper-appointment-qr-phone = Dùng điện thoại quét mã này để xem hoặc hủy lịch hẹn.
paper-appointment-qr-kiosk = Đưa mã này vào đầu đọc của máy lấy số.

## Paper: what to prepare (Giấy tờ cần chuẩn bị)

paper-checklist-title = GIẤY TỜ CẦN CHUẨN BỊ
paper-checklist-bring = Nói ngắn gọn, bạn mang theo:
paper-checklist-case = Trường hợp: { $when }
paper-checklist-case-number = Trường hợp { $number }
paper-checklist-form = theo mẫu { $form }
paper-checklist-nothing = Chưa biết chắc cần giấy tờ gì. Xin bạn hỏi cán bộ.
paper-checklist-unsure = Danh mục này có chỗ chưa chắc chắn. Xin bạn hỏi cán bộ trước khi nộp.
paper-checklist-notes = Cơ sở dữ liệu quốc gia ghi thêm:
paper-checklist-more-notes = Còn { $count } ghi chú nữa, bạn xem tại máy hoặc hỏi cán bộ.
paper-checklist-deadline = Thời hạn giải quyết
paper-checklist-fees = Phí, lệ phí
paper-checklist-each = Mức thu
paper-checklist-ask = Hỏi cán bộ
paper-checklist-not-submitted = Phiếu này không phải biên nhận. Bạn chưa nộp hồ sơ.
paper-checklist-advice = Có giấy nào, bạn đánh dấu vào ô trước giấy đó.
paper-checklist-qr-phone = Quét bằng điện thoại để xem lại danh mục này.
paper-checklist-qr-kiosk = Đưa mã này vào đầu đọc của máy để xem lại danh mục này.
paper-checklist-code = Mã thủ tục { $code }
paper-checklist-version = bản { $version }
paper-checklist-made = in lúc { $when }

## Paper: review for signature (Bản xem lại để ký)

paper-review-title = Bản xem lại để ký
paper-review-not-submitted = Bản này để bạn đọc lại và ký. Hồ sơ chưa nộp.
paper-review-read = Mời bạn đọc từng dòng. Chỗ nào chưa đúng, bạn nói cán bộ sửa và in lại. Bạn chỉ ký khi tất cả đã đúng.
paper-review-code = Mã nộp tạm
paper-review-mark = Mã nội dung
paper-review-procedure-code = Mã thủ tục { $code }
paper-review-officer = Bên nhập: cán bộ { $name }
paper-review-attached = Giấy tờ gửi kèm
paper-review-attached-name = Tên giấy tờ
paper-review-attached-pages = Số trang
paper-review-attached-none = Không gửi kèm giấy tờ nào.
paper-review-to-show = Bản chính cần cho cán bộ xem
paper-review-fees = Phí, lệ phí và thời hạn
paper-review-deadline = Thời hạn giải quyết
paper-review-consents = Bạn đồng ý cho dùng thông tin
paper-review-agreed = Đồng ý: { $title }
paper-review-not-agreed = Không đồng ý: { $title }
paper-review-declaration = Tôi đã đọc bản này. Những điều ghi ở trên đúng như lời tôi khai. Tôi nhờ cán bộ nộp hồ sơ này cho tôi.
paper-review-signs-person = Người nộp hồ sơ
paper-review-signs-officer = Cán bộ nhập hồ sơ
paper-review-signs-how = (Ký và ghi rõ họ tên)
paper-review-resume = Nếu hôm nay chưa nộp, hồ sơ được giữ đến hết ngày { $day }. Bạn dùng mã nộp tạm ở trên để làm tiếp tại máy của trung tâm.
