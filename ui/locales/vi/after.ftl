# Sau khi nộp: các bước, tiền, và trang xem trên điện thoại.

## Các bước của hồ sơ

ladder-title = Hồ sơ của bạn đã đến đâu
ladder-saved = Đã lưu
ladder-sent = Đã gửi
ladder-received = Cổng đã nhận
ladder-accepted = Cán bộ đã tiếp nhận
ladder-paid = Đã thanh toán
ladder-not-yet = Chưa

## Chi phí

cost-postage = Tiền gửi bưu điện
cost-postage-later = Bưu điện thu khi giao kết quả
cost-total = Tổng cộng

## Thanh toán

pay-title = Thanh toán
pay-choose = Bạn trả { $amount } đồng cách nào?
pay-by-qr = Trả ngay bằng mã QR
pay-by-qr-help = Bạn dùng ứng dụng ngân hàng trên điện thoại của mình.
pay-at-counter = Trả tại quầy
pay-at-counter-help = Bạn đọc mã nộp tạm cho cán bộ ở quầy và trả tiền ở đó.
pay-counter-chosen = Khi đến quầy, bạn đọc mã nộp tạm. Cán bộ sẽ thu { $amount } đồng.
pay-other-way = Chọn cách khác
pay-how = Mở ứng dụng ngân hàng trên điện thoại, quét mã này, xem lại số tiền và nội dung, rồi chuyển.
pay-qr = Mã QR để chuyển tiền
pay-amount = Số tiền
pay-account = Tài khoản nhận
pay-number = Số tài khoản
pay-purpose = Nội dung chuyển
pay-said = Tôi đã chuyển
pay-unset = Chờ cán bộ báo số tiền
pay-unset-help = Bạn chưa phải trả gì. Cán bộ xem hồ sơ rồi báo số tiền. Bạn xem lại bằng mã trên phiếu, hoặc hỏi tại quầy.
pay-waiting = Chờ thanh toán
pay-waiting-help = Bạn trả bằng mã QR hoặc trả tại quầy đều được. Hồ sơ vẫn được giữ.
pay-waiting-counter-help = Bạn trả tại quầy. Hồ sơ vẫn được giữ.
pay-checking = Đang kiểm tra
pay-checking-help = Ngân hàng thường báo tiền về trong vài phút. Bạn không cần chờ ở đây: xem lại lúc nào cũng được bằng mã trên phiếu.
pay-checking-not-yet = Bạn chưa chuyển tiền thì vẫn trả được bằng mã QR. Đã chuyển rồi thì xin đừng chuyển lần nữa.
pay-kept = Đang kiểm tra, theo lời bạn báo
pay-kept-help = Máy đã ghi lại rằng bạn đã chuyển tiền, nhưng CHƯA báo được cho Trung tâm. Máy sẽ tự báo khi có kết nối. Xin bạn đừng chuyển lần nữa.
pay-received = Đã nhận tiền
pay-received-help = Trung tâm đã nhận { $amount } đồng lúc { $time } ngày { $date }.
pay-needs_officer = Cần cán bộ xem
pay-needs_officer-help = Tiền đã đến nhưng chưa khớp với hồ sơ. Cán bộ sẽ xem và liên hệ với bạn, hoặc mời bạn đến quầy hỏi. Hồ sơ của bạn vẫn được giữ.
pay-away = Máy chưa hỏi được hệ thống trung tâm. Bạn đã chuyển tiền thì tiền không mất: xin bạn xem lại sau bằng mã trên phiếu, hoặc hỏi cán bộ.

## Phiếu nộp hồ sơ

paper-receipt-delivery = Nhận kết quả
paper-receipt-ladder = Đến lúc in phiếu này
paper-receipt-pay = Thanh toán
paper-receipt-pay-ways = Bạn quét mã này bằng ứng dụng ngân hàng, hoặc trả tại quầy. Chỉ trả một lần.
paper-receipt-pay-counter = Bạn trả tại quầy: đọc mã nộp tạm cho cán bộ.
paper-receipt-pay-received = Trung tâm đã nhận tiền.
paper-receipt-pay-checking = Bạn báo là đã chuyển tiền. Trung tâm đang kiểm tra. Xin bạn đừng chuyển lần nữa. Nếu chưa chuyển, bạn tra cứu mã này ở máy để thấy mã chuyển tiền, hoặc trả tại quầy.
paper-receipt-pay-officer = Tiền đã đến nhưng chưa khớp với hồ sơ. Cán bộ sẽ xem. Xin bạn đừng chuyển lần nữa.
paper-receipt-pay-qr = Mã chuyển tiền: { $amount } đồng
paper-receipt-pay-to = Chuyển đến
paper-receipt-pay-purpose = Nội dung
paper-receipt-follow-phone = Quét bằng điện thoại để xem hồ sơ đã đến đâu, hoặc đưa vào đầu đọc của máy.

## Trang xem hồ sơ trên điện thoại

phone-follow-code = Mã nộp tạm
phone-follow-unknown = Không tìm thấy hồ sơ này. Nếu bạn vừa nộp, có thể hồ sơ còn đang được gửi: xin bạn thử lại sau, hoặc hỏi cán bộ.
phone-follow-due = Hẹn trả kết quả: { $time } ngày { $date }
phone-follow-at = { $time } ngày { $date }
phone-follow-bring = Khi đến quầy, bạn mang theo
phone-follow-pay = Thanh toán: { $amount } đồng
phone-follow-pay-unset = Thanh toán: cán bộ sẽ báo số tiền
phone-follow-transfer = Bạn chụp màn hình rồi mở ảnh mã này trong ứng dụng ngân hàng, hoặc chép số tài khoản, số tiền và nội dung. Chỉ chuyển một lần.
phone-follow-ask = Để xem chi tiết, bạn gõ 4 số cuối của số căn cước người nộp.
phone-follow-digits = 4 số cuối
phone-follow-show = Xem chi tiết
phone-follow-wrong =
    { $left ->
        [0] 4 số này không đúng. Phần chi tiết được khóa trong một giờ.
       *[other] 4 số này không đúng. Bạn còn { $left } lần thử.
    }
phone-follow-locked = Đã gõ sai nhiều lần nên phần chi tiết được khóa đến { $time }. Bạn vẫn xem được các bước.
phone-follow-details = Chi tiết hồ sơ
phone-follow-applicant = Người nộp: { $name }
phone-follow-delivery = Nhận kết quả: { $delivery }
phone-follow-papers = Giấy tờ đã gửi
phone-follow-costs = Các khoản

## Bổ sung

supplement-asked = Cán bộ yêu cầu bổ sung
supplement-how = Bạn bổ sung ngay tại máy này, hoặc mang giấy tờ và mã nộp tạm đến quầy. Hồ sơ được giữ, chờ bạn bổ sung.
phone-follow-supplement = Cán bộ yêu cầu bổ sung hồ sơ. Bạn gõ 4 số cuối bên dưới để xem, rồi bổ sung tại máy của Trung tâm hoặc mang giấy tờ đến quầy.

## Giờ đến làm thủ tục

hold-title-pending = Giờ bạn chọn
hold-pending = { $day }, { $from }. Giờ này chỉ được giữ khi hồ sơ đã nộp xong.
hold-title-held = Lịch hẹn
hold-held = { $day }, { $from } đến { $until }. Mã hẹn: { $code }.
hold-held-come = Khi đến, mời bạn đưa phiếu nộp hồ sơ vào đầu đọc của máy để lấy số, hoặc gõ mã hẹn.
hold-title-over = Lịch hẹn
hold-over = { $day }, { $from }. Ngày hẹn đã qua.
hold-title-taken = Giờ bạn chọn
hold-taken = { $day }, { $from }. Chưa giữ được giờ này. Mời bạn chọn giờ khác: ở máy của trung tâm, bạn chạm “Hẹn ngày khác”, hoặc gặp cán bộ.
hold-title-wish = Giờ bạn mong muốn
hold-wish = { $day }, { $part }. Trung tâm chưa giữ giờ này. Mời bạn gặp cán bộ để hẹn giờ.
hold-title-later = Giờ đến
hold-later = Bạn chưa chọn giờ. Mời bạn hẹn giờ ở máy của trung tâm, hoặc gặp cán bộ.
hold-come = Xem lịch hẹn và lấy số
hold-choose = Hẹn giờ

## Phiếu báo nộp tiền

pay-print = In phiếu báo nộp tiền
pay-print-valid = Mã QR và số tài khoản vẫn ở trên màn hình này.
paper-payslip-title = Phiếu báo nộp tiền
paper-payslip-no-receipt = Phiếu này không phải là biên lai. Phiếu không chứng nhận là bạn đã nộp tiền.
paper-payslip-for = Các khoản phải nộp
paper-payslip-total = Phải nộp: { $amount }
paper-payslip-state = Lúc { $when }: { $state }
paper-payslip-state-waiting = Chờ thanh toán
paper-payslip-state-checking = Đang kiểm tra
paper-payslip-state-received = Đã nhận tiền
paper-payslip-state-needs_officer = Cần cán bộ xem
paper-payslip-how = Bạn quét mã này bằng ứng dụng ngân hàng, xem lại số tiền và nội dung, rồi chuyển. Bạn cũng trả tại quầy được. Chỉ trả một lần.
paper-payslip-counter = Bạn trả tại quầy: đưa phiếu này cho cán bộ.
paper-payslip-checking = Bạn báo là đã chuyển tiền. Trung tâm đang kiểm tra. Xin bạn đừng chuyển lần nữa. Chưa chuyển thì bạn trả tại quầy.
paper-payslip-received = Trung tâm đã nhận tiền. Bạn không phải trả nữa. Cần biên lai, bạn hỏi cán bộ ở quầy.
paper-payslip-officer = Tiền đã đến nhưng chưa khớp với hồ sơ. Cán bộ sẽ xem. Xin bạn đừng chuyển lần nữa.
paper-payslip-to = Chuyển đến
paper-payslip-amount = Số tiền
paper-payslip-purpose = Nội dung chuyển
