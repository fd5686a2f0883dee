# Điền tờ khai

## Bàn phím
typing-method = Bạn gõ chữ có dấu bằng cách nào?
typing-keys = Phím dấu
typing-keys-example = chạm ă, ê, sắc, huyền…
typing-telex = Telex
typing-telex-example = aa → â, as → á
typing-vni = VNI
typing-vni-example = a6 → â, a1 → á
typing-rule = Dấu đặt ở đâu?
typing-done = Xong
key-thousands = Ba số không

## Ngày tháng năm
date-month-of = Tháng { $month }
date-month-number = Tháng { $month }
date-impossible = { $month ->
    [0] Không có ngày { $day } trong tháng nào.
   *[other] Tháng { $month } không có ngày { $day }. Bạn chạm vào ô “Ngày” hoặc ô “Tháng” để chọn lại.
}

## Số tiền
amount-unit = đồng
amount-billions = { $count } tỷ
amount-millions = { $count } triệu
amount-thousands = { $count } nghìn
amount-read = { $amount } đồng

## Địa chỉ
address-province = Tỉnh, thành phố
address-province-search = Chạm vào đây để gõ tên tỉnh, thành phố
address-province-choose = Chọn tỉnh, thành phố
address-commune = Xã, phường
address-commune-choose = Chọn xã, phường
address-commune-search = Chạm vào đây để gõ tên xã, phường
address-street = Số nhà, đường, ấp (khóm)
address-street-all = Số nhà, đường, ấp (khóm), xã (phường)
address-street-hint = Ví dụ: 12 Lê Lợi, khóm 3
address-change = Đổi
address-none = Không thấy tên này. Bạn xóa bớt chữ, hoặc bấm “Gõ địa chỉ như trên giấy”.
address-all-letters = Tất cả
address-letter = Tên bắt đầu bằng chữ { $letter }
address-not-known = Máy chưa có danh sách xã, phường của nơi này. Xin bạn gõ cả tên xã, phường.
address-on-paper = Gõ địa chỉ như trên giấy
address-on-paper-help = Ghi đúng như trên giấy tờ của bạn. Tên huyện, tên xã cũ cũng được.
address-from-list = Chọn theo danh sách
address-again = Chọn lại theo danh sách
address-correct = Sửa chữ

## Ký tên
signature-here = Ký bằng ngón tay vào khung này
signature-again = Ký lại
signature-signed = Đã ký. Nếu chưa vừa ý, bạn bấm “Ký lại”.
signature-picture = Hình chữ ký của bạn

## Đọc thành tiếng một trang
aloud-wrong = Xin bạn chú ý:
aloud-date = { $day } tháng { $month } năm { $year }
aloud-signed = Đã ký.
aloud-date-how = Bạn chọn ngày, tháng, năm ở phía dưới.
aloud-tail = số có đuôi { $tail }
aloud-units = Có { $count } tên. Bạn chạm vào chữ cái đầu của tên, hoặc chạm vào ô để gõ tên.
aloud-units-found = Có { $count } tên. Bạn chạm vào tên cần tìm.
aloud-page = { $page }: { $said }
aloud-goes-on = Trang này còn dài. Bạn xem tiếp trên màn hình, hoặc nhờ cán bộ đọc giúp.
aloud-offer = Có thể điền bằng một lần chạm. { $label }: { $shown }.

## Ngày và giờ đến

time-at = { $day }, { $time }
time-wish = { $day }, { $part } (giờ mong muốn, trung tâm chưa giữ giờ này)
time-none-chosen = Chưa chọn được giờ
time-looking = Máy đang tìm các giờ còn trống.
time-chosen = Bạn chọn: { $time }
time-kept-later = Giờ này được giữ cho bạn khi bạn nộp xong.
time-other-day = Chọn ngày khác
time-none-free = Trung tâm chưa có giờ hẹn nào còn trống cho việc này. Bạn có thể cho biết ngày bạn mong muốn. Đó chưa phải là lịch hẹn.
time-away = Máy chưa hỏi được các giờ còn trống, vì chưa kết nối được với hệ thống trung tâm. Bạn có thể cho biết ngày bạn mong muốn. Đó chưa phải là lịch hẹn.
time-gone = Giờ bạn chọn trước đó không còn trống. Mời bạn chọn giờ khác.
time-pick-morning = Buổi sáng
time-pick-afternoon = Buổi chiều
time-pick-later = Tôi chưa chọn được giờ
time-pick-later-help = Bạn vẫn nộp được. Sau đó bạn hẹn giờ ở máy này hoặc với cán bộ.
