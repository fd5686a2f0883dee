## Bảng gọi số
board-now = Mời số
board-counter = Quầy { $number }
board-to-counter = đến quầy { $number }
board-earlier = Vừa gọi
board-waiting = Đang chờ
board-waiting-count = { $count } người
board-more = và { $count } số nữa
board-more-here = +{ $count }
board-more-groups = và { $count } lĩnh vực nữa
board-nobody-called = Mời bạn ngồi chờ
board-nobody-called-lead = Số của bạn sẽ hiện ở đây khi đến lượt.
board-nobody-waits = Không có ai đang chờ
board-stale = Dữ liệu lúc { $time }, đang kết nối lại. Xin bạn nghe cán bộ gọi số.
board-stale-day = Dữ liệu lúc { $time } ngày { $day }, đang kết nối lại. Xin bạn nghe cán bộ gọi số.
board-stale-never = Chưa có dữ liệu, đang kết nối
board-stale-never-lead = Xin bạn nghe cán bộ gọi số.
board-come = Mời vào
board-serving = Đang phục vụ
board-free = Xin chờ gọi số
board-break = Tạm nghỉ
board-closed = Chưa mở
board-picture = Áp phích của trung tâm
board-mute = Loa gọi số đang tắt. Xin bạn nhìn số trên bảng.
board-weekday = { $day ->
    [0] Chủ nhật
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
   *[6] Thứ Bảy
}

## Gọi số thành tiếng
voice-test = Đây là tiếng thử loa. Xin mời công dân nghe.
voice-call = Mời công dân có số { $label }, đến quầy số { $counter }

## Phone page
phone-number = Số thứ tự của bạn
phone-waiting = Bạn đang chờ đến lượt.
phone-ahead =
    { $count ->
        [0] Bạn là người được gọi tiếp theo. Xin bạn ở gần quầy.
       *[other] Còn { $count } người trước bạn.
    }
phone-wait = Thời gian chờ { wait-range }.
phone-called = Mời bạn đến quầy số { $counter }.
phone-serving = Bạn đang được phục vụ tại quầy số { $counter }.
phone-finished = Số của bạn đã phục vụ xong. Cảm ơn bạn.
phone-no-show = Số của bạn đã được gọi nhưng không có người đến. Xin bạn hỏi cán bộ.
phone-back = Quay lại
phone-cancel = Trả lại số
phone-cancel-ask = Bạn muốn trả lại số này? Người sau sẽ được gọi sớm hơn, và số này không dùng được nữa.
phone-cancel-yes = Đồng ý trả lại số
phone-return = Tôi đã có mặt
phone-return-ask = Số của bạn đã được gọi mà bạn chưa đến. Nếu bạn đang ở trung tâm, số này được xếp lại vào cuối hàng, một lần.
phone-return-yes = Xếp lại số của tôi
phone-rate = Cho biết bạn hài lòng đến đâu
phone-rate-ask = Bạn thấy việc phục vụ hôm nay thế nào?
phone-rate-why = Vì sao? (không bắt buộc)
phone-rate-send = Gửi ý kiến
phone-parked = Số của bạn được giữ lại. Khi xong việc, mời bạn quay lại quầy số { $counter }.
phone-cancelled = Số này đã được trả lại. Nếu cần, mời bạn lấy số khác.
phone-unknown = Không tìm thấy số thứ tự này. Xin bạn quét lại mã trên phiếu, hoặc hỏi cán bộ.

## Phone: appointment

phone-appointment = Lịch hẹn của bạn
phone-appointment-at = { $from } đến { $until }
phone-appointment-code = Mã hẹn: { $code }
phone-appointment-booked = Mời bạn đến từ { $opens }, đưa mã trên phiếu vào đầu đọc của máy lấy số. Sau { $late }, bạn lấy số nếu trung tâm còn phát số, và chờ như người không hẹn.
phone-appointment-late = Đã quá giờ hẹn. Trong hôm nay, nếu trung tâm còn phát số, bạn vẫn lấy được số và chờ như người không hẹn.
phone-appointment-checked_in = Bạn đã lấy số cho lịch hẹn này.
phone-appointment-cancelled = Lịch hẹn này đã hủy.
phone-appointment-number = Xem số của bạn
phone-appointment-cancel = Hủy lịch hẹn
phone-appointment-cancel-ask = Bạn hủy lịch hẹn này? Chỗ của bạn sẽ dành cho người khác.
phone-appointment-cancel-yes = Đồng ý hủy
phone-appointment-unknown = Không tìm thấy lịch hẹn này, hoặc ngày hẹn đã qua.
