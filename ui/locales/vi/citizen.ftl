## Khung màn hình
kiosk-welcome = Xin chào!
kiosk-question = Bạn cần làm gì?
kiosk-touch = Chạm vào một ô để bắt đầu.
kiosk-language = Ngôn ngữ
kiosk-text-size = Cỡ chữ
kiosk-text-smaller = Chữ nhỏ hơn
kiosk-text-normal = Chữ cỡ thường
kiosk-text-larger = Chữ lớn hơn
kiosk-back = Quay lại
kiosk-next = Tiếp tục
kiosk-done = Xong
kiosk-end = Kết thúc
kiosk-end-question = Bạn muốn kết thúc?
kiosk-end-help = Những gì bạn vừa nhập sẽ được xóa ngay. Người sau không xem được.
kiosk-end-yes = Kết thúc
kiosk-end-no = Làm tiếp
kiosk-wait = Xin chờ…
kiosk-more = Xem thêm
kiosk-idle-question = Bạn còn ở đó không?
kiosk-idle-help = Nếu bạn không chạm vào màn hình, máy sẽ xóa những gì bạn chưa nộp và về màn hình đầu.
kiosk-idle-help-kept = Nếu bạn không chạm vào màn hình, máy sẽ về màn hình đầu. Hồ sơ của bạn vẫn được giữ.
kiosk-idle-stay = Tôi còn ở đây
kiosk-closing = Đang về màn hình đầu…

## Gọi cán bộ
help-none = Gọi cán bộ giúp
help-calling = Đang gọi…
help-called = Đã gọi cán bộ
help-coming = Cán bộ đang đến
help-called-text = Mời bạn chờ tại máy này. Nếu lâu chưa có ai đến, mời bạn đến quầy.
help-called-away = Máy vừa mất kết nối. Nếu chưa có ai đến, mời bạn đến quầy gần nhất.
help-coming-text = Cán bộ đã nhận lời gọi. Mời bạn chờ tại máy này.
help-not-needed = Không cần nữa
help-done = Đã được giúp

## Lời báo trên màn hình đầu
notice-away = Máy đang mất kết nối: chưa lấy được số, chưa tra cứu được. Cần số, xin bạn hỏi cán bộ. Bạn vẫn nhập được hồ sơ: máy lưu lại và gửi sau.
notice-away-numbers = Máy đang mất kết nối: vẫn lấy được số, chưa tra cứu được. Bạn vẫn nhập được hồ sơ: máy lưu lại và gửi sau.
notice-away-new = Máy chưa kết nối được với hệ thống trung tâm. Xin bạn hỏi cán bộ.
notice-printer = Máy in chưa in được: { $cause }. Bạn vẫn làm được như thường: số và mã hiện trên màn hình để bạn chụp lại hoặc ghi lại. Cần giấy, xin bạn đến quầy.
notice-trial = Đây là máy in thử: không có giấy ra, bản in được ghi thành tệp.

## Nguyên nhân máy in không in được
print-cause-no-paper = hết giấy
print-cause-paper-low = giấy sắp hết
print-cause-cover-open = nắp máy in đang mở
print-cause-jam = giấy bị kẹt
print-cause-doubt = máy in báo có lỗi khi in
print-cause-offline = máy in chưa bật hoặc chưa nối
print-cause-paused = máy in đang tạm dừng
print-cause-not-set-up = chưa cài đặt máy in
print-cause-mute = máy in không trả lời
print-cause-output-full = khay giấy ra đã đầy
print-cause-no-ink = máy in hết mực
print-cause-interrupted = máy bị ngắt khi đang in
print-cause-no-word = máy in này không báo khi in xong
print-cause-in-use = máy in đang được dùng
print-cause-other = máy in gặp trục trặc

## Ba việc chính
tile-ticket = Lấy số
tile-ticket-help = Lấy số thứ tự để gặp cán bộ tại quầy
tile-submit = Nộp hồ sơ trực tuyến
tile-submit-help = Máy hướng dẫn bạn từng bước
tile-lookup = Tra cứu hồ sơ
tile-lookup-help = Xem hồ sơ của bạn đã đến đâu

## Lấy số
priority-ask = Bạn thuộc diện ưu tiên?
priority-title = Bạn thuộc diện ưu tiên nào?
priority-help = Tại quầy, cán bộ có thể xem giấy tờ của bạn.
priority-none = Không thuộc diện nào
priority-chosen = Được gọi sớm hơn. Chạm để bỏ.
card-held = Máy đã nhận thẻ của bạn. Ở mỗi lĩnh vực, bạn giữ một số.
groups-title = Bạn cần làm việc gì?
groups-title-in = { $group }: bạn cần làm việc gì?
groups-help = Chạm vào một ô. Máy sẽ in số cho bạn.
groups-help-no-paper = Chạm vào một ô. Số của bạn sẽ hiện trên màn hình để bạn ghi lại hoặc dùng điện thoại chụp lại.
groups-waiting = { $count ->
    [0] Chưa có ai chờ
   *[other] { $count } người đang chờ
}
groups-nearest = Bạn chọn ô gần với việc của mình nhất.
groups-none = Máy chưa có danh sách lĩnh vực. Xin bạn hỏi cán bộ.
number-title = Số của bạn
number-ahead = { $count ->
    [0] Bạn là người tiếp theo
   *[other] Còn { $count } người trước bạn
}
number-counters = Quầy phục vụ: { $counters }
number-issued = Lấy lúc { $time }
number-scan = Quét mã bằng điện thoại để theo dõi số
number-keep = Mời bạn ngồi chờ. Khi đến lượt, số của bạn hiện trên bảng, kèm số quầy.
wait-range =
    { $from ->
        [0] dưới { $to } phút
       *[other] khoảng { $from } đến { $to } phút
    }
number-wait = Thời gian chờ { wait-range }.
number-cut-off = Số của bạn được giữ đúng thứ tự theo giờ in trên phiếu.
held-parked = Số của bạn được giữ lại. Xong việc, mời bạn quay lại quầy { $counter }
held-cancelled = Số này đã được trả lại. Nếu cần, xin bạn lấy số mới.
held-expired = Số này của ngày trước. Xin bạn lấy số mới.
held-called = Đã gọi số của bạn. Mời bạn đến quầy { $counter }
held-serving = Bạn đang được phục vụ tại quầy { $counter }
held-finished = Số này đã phục vụ xong. Cần thêm việc khác, xin bạn lấy số mới.
held-no_show = Đã gọi số này nhưng bạn chưa đến. Xin bạn hỏi cán bộ, hoặc lấy số mới.

## In
print-pending = Đang in…
print-printed = Đã in. Xin bạn lấy giấy.
print-slot-below = Giấy ra ở khe bên dưới màn hình.
print-slot-left = Giấy ra ở khe bên trái màn hình.
print-slot-right = Giấy ra ở khe bên phải màn hình.
print-trial = Đã gửi tới máy in thử. Không có giấy ra.
print-failed = Không in được: { $cause }. Xin bạn báo cán bộ.
print-unknown = Máy chưa biết giấy đã ra chưa: { $cause }. Xin bạn nhìn khe giấy.
print-unknown-ask = Giấy đã ra chưa?
print-unknown-yes = Có, giấy đã ra
print-unknown-no = Chưa, in lại
print-said = Cảm ơn bạn. Xin bạn giữ tờ giấy đó.
print-back = Máy in đã dùng lại được. Cần giấy, bạn bấm “In lại”.
print-number-valid = Số của bạn vẫn có giá trị. Xin bạn ghi lại, dùng điện thoại chụp lại màn hình này, hoặc nhờ cán bộ ghi giúp.
print-code-valid = Mã này vẫn có giá trị. Xin bạn ghi lại, dùng điện thoại chụp lại màn hình này, hoặc nhờ cán bộ ghi giúp.
print-anew = Giấy in trước không còn đúng. Bạn nên in lại, để giấy ghi đúng như màn hình này.
print-again = In lại

## Chọn thủ tục
choose-title = Bạn cần làm thủ tục gì?
choose-help = Gõ việc bạn cần làm, hoặc chạm vào một ô bên dưới.
choose-search = Gõ việc bạn cần làm
choose-search-example = Ví dụ: khai sinh
choose-found = { $count ->
    [0] Chưa tìm thấy thủ tục nào
   *[other] Tìm thấy { $count } thủ tục
}
choose-none = Xin bạn thử từ khác, ngắn hơn, hoặc lấy số để hỏi cán bộ.
choose-wish = Bạn muốn { $title }
choose-here = Nộp trực tuyến tại máy này
choose-counter = Nộp tại quầy
choose-more = Xem tiếp, còn { $count }
official-name = Tên chính thức: { $name }
read-on = Nghe đọc trang này
read-off = Tắt đọc thành tiếng
read-now = Máy đang đọc trang này…
read-ready = Máy sẽ đọc từng trang cho bạn nghe.
read-again = Đọc lại
read-pace = Tốc độ đọc
read-slow = Chậm
read-usual = Vừa
read-loudness = Độ to
read-softer = Nhỏ hơn
read-louder = To hơn
read-stop-all = Tắt đọc
read-found = Đọc kết quả
read-stop = Đang đọc… Dừng
read-mute = Máy này chưa đọc thành tiếng được. Nếu khó đọc, xin bạn bấm “A+” để chữ lớn hơn, hoặc “Gọi cán bộ giúp”.
aloud-choice = { $number }: { $label }.
aloud-answer = Câu trả lời bây giờ: { $value }.
aloud-empty = Chưa trả lời.
aloud-digits = đã gõ { $count } chữ số
browse-title = Hoặc xem tất cả thủ tục
browse-field = Theo lĩnh vực
browse-field-title = Bạn cần thủ tục thuộc lĩnh vực nào?
browse-department = Theo cơ quan
browse-department-title = Cơ quan nào giải quyết?
browse-letter = Theo chữ cái
browse-letter-title = Tên thủ tục bắt đầu bằng chữ gì?
browse-letter-of = Thủ tục bắt đầu bằng chữ { $letter }
browse-count = { $count } thủ tục
browse-none = Máy chưa có danh sách này. Xin bạn quay lại và gõ việc cần làm, hoặc hỏi cán bộ.

## Trang thủ tục
procedure-bring = Cần mang theo
procedure-case-title = Trường hợp của bạn là gì?
procedure-case-first = Xin bạn chọn trường hợp của mình trước. Nếu chưa rõ, bạn chọn ô cuối cùng.
procedure-case-all = Tôi chưa rõ, xem tất cả
procedure-case-again = Chọn trường hợp khác
procedure-case-number = Trường hợp { $number }
procedure-papers = Giấy tờ cần có
procedure-papers-official = Giấy tờ theo quy định
procedure-no-papers = Máy chưa biết chắc cần giấy tờ gì. Xin bạn hỏi cán bộ.
procedure-only-shown = Chỉ cho xem, rồi bạn mang về
procedure-notes = Lưu ý
procedure-unsure = Một số chỗ trong cơ sở dữ liệu quốc gia ghi chưa rõ. Xin bạn hỏi cán bộ trước khi chuẩn bị giấy tờ.
procedure-who = Ai được làm
procedure-days = Bao lâu có kết quả
procedure-fee = Phí, lệ phí
procedure-outcome = Bạn nhận được
procedure-departments = Cơ quan giải quyết
procedure-conditions = Yêu cầu, điều kiện
procedure-appointment = Sau khi nộp tại máy, bạn mang bản chính đến quầy theo lịch hẹn.
procedure-begin = Bắt đầu nộp trực tuyến
procedure-print = In giấy tờ cần chuẩn bị
procedure-take-number = Lấy số gặp cán bộ
procedure-not-here = Thủ tục này chưa nộp được tại máy. Bạn lấy số để nộp tại quầy.
procedure-with-papers = Giấy tờ cần chuẩn bị được in bên dưới số của bạn.
procedure-before = Bạn nộp được ngay tại máy này. Máy hỏi từng câu một; bạn quay lại sửa lúc nào cũng được.
text-more = Xem thêm
text-less = Thu gọn
list-title = Giấy tờ cần chuẩn bị
list-scan = Quét bằng điện thoại để về nhà xem lại
print-list-valid = Giấy tờ cần chuẩn bị vẫn ở trên màn hình này. Xin bạn dùng điện thoại chụp lại màn hình này, hoặc nhờ cán bộ in giúp.

## Các trang hướng dẫn
page-step = Bước { $now }/{ $of }
page-changing = Bạn đang sửa một mục. Bấm “Tiếp tục” để về trang xem lại.
consent-yes = Đồng ý
consent-no = Không đồng ý
consent-required = Cần có để nộp hồ sơ
consent-optional = Bạn có thể không đồng ý mà vẫn nộp được hồ sơ
card-put = Đặt thẻ căn cước dưới đầu đọc, mặt có mã vuông hướng lên trên.
card-waiting = Đang chờ thẻ…
card-no-reader = Nếu máy không kêu “bíp”, bạn chạm vào nút bên dưới để tự nhập.
card-by-hand = Không có thẻ, tôi tự nhập
card-read = Đã đọc được thẻ
card-check = Nếu đúng là bạn, bấm “Tiếp tục”. Nếu không, đặt thẻ khác vào.
card-marks-lost = Đầu đọc làm mất dấu tiếng Việt. Bấm “Tiếp tục”, rồi bạn tự gõ họ tên và địa chỉ.
card-picture = Hình vẽ: thẻ căn cước đặt dưới đầu đọc, mã vuông hướng lên
field-from-card = lấy từ thẻ
field-optional = có thể để trống
field-empty = Chạm vào đây để nhập
field-yes = Có
field-no = Không
field-less = Bớt một
field-more = Thêm một
date-day = Ngày
date-month = Tháng
date-year = Năm
review-edit = Sửa
review-edit-of = Sửa: { $title }
review-to-show = Bản chính cần mang đến
review-fees = Phí, lệ phí
review-deadline = Thời gian giải quyết
review-empty = (để trống)
review-submit = Nộp

## Sau khi nộp
submitted-sent = Đã nộp
submitted-sent-help = Hệ thống trung tâm đã nhận hồ sơ lúc { $time } ngày { $date }.
submitted-saved = Đã lưu, CHƯA nộp
submitted-saved-help = Máy chưa gửi được hồ sơ. Máy sẽ tự gửi khi có kết nối; bạn không cần làm lại. Xin bạn tra cứu mã này sau, hoặc hỏi cán bộ, để biết hồ sơ đã đến nơi chưa.
submitted-refused = Hệ thống trung tâm CHƯA nhận hồ sơ
submitted-refused-help = Hồ sơ vẫn được giữ tại máy. Xin bạn mang mã này đến quầy để cán bộ xem giúp.
submitted-code = Mã nộp tạm của bạn
submitted-keep = Giữ mã này để tra cứu hồ sơ.
submitted-to-show = Khi đến quầy, bạn mang theo bản chính:

## Tra cứu
lookup-title = Tra cứu hồ sơ
lookup-help = Gõ mã trên giấy của bạn, hoặc đưa mã vuông vào đầu đọc.
resume-offer = Làm tiếp hồ sơ đang dở
lookup-field = Mã trên giấy của bạn
lookup-go = Tra cứu
lookup-received = Đã nhận, đang chờ cán bộ kiểm tra
lookup-accepted = Đã được tiếp nhận, đang giải quyết
lookup-received-at = Nhận lúc
lookup-accepted-at = Tiếp nhận ngày
lookup-due-at = Hẹn trả kết quả
lookup-no-due = Cán bộ sẽ báo cho bạn
lookup-dossier = Mã hồ sơ
lookup-code = Mã nộp tạm
lookup-again = Tra mã khác

## Bàn phím
key-space = Dấu cách
key-backspace = Xóa
key-shift = Chữ hoa
key-left = Sang trái
key-right = Sang phải
key-digits = 123
key-letters = Chữ
key-digits-name = Chữ số và dấu
key-letters-name = Chữ cái
tone-sac = sắc
tone-huyen = huyền
tone-hoi = hỏi
tone-nga = ngã
tone-nang = nặng
key-typing = Kiểu gõ
keyboard-name = Bàn phím

## Guide
guide-page-consents = Bạn có đồng ý cho dùng thông tin của mình không?
guide-page-consents-help = Mỗi mục là một việc riêng. Bạn chọn từng mục.
guide-page-card = Mời bạn đặt thẻ căn cước vào đầu đọc
guide-page-card-help = Máy tự điền tên, số căn cước, ngày sinh và địa chỉ. Bạn xem lại và sửa được ở trang sau.
guide-page-review = Mời bạn xem lại trước khi nộp
guide-page-review-help = Đây là tất cả những gì sẽ gửi đi. Nếu có chỗ sai, bạn bấm “Sửa”.
guide-consent-process = Dùng thông tin để giải quyết hồ sơ này
guide-consent-process-text = Trung tâm và cơ quan giải quyết hồ sơ được đọc, lưu và so sánh thông tin, giấy tờ của bạn. Họ chỉ làm vậy để giải quyết hồ sơ này. Thông tin được xóa khi hết thời hạn lưu hồ sơ. Bạn có quyền xem, sửa thông tin và khiếu nại.
guide-consent-contact = Gọi điện hoặc nhắn tin cho bạn
guide-consent-contact-text = Trung tâm được dùng số điện thoại của bạn để báo hồ sơ thiếu gì và khi nào có kết quả. Nếu không đồng ý, máy sẽ không hỏi số điện thoại. Bạn vẫn nộp và tra cứu hồ sơ được.
guide-agreed = Đồng ý
guide-not-agreed = Không đồng ý
guide-yes = Có
guide-no = Không
guide-left-empty = Không điền
guide-this = mục này
guide-nothing-attached = Chưa đính kèm
guide-attached-pages = Đã đính kèm { $count } trang
guide-free = Miễn phí
guide-fee = Phí, lệ phí
guide-fee-unknown = Cán bộ sẽ báo cho bạn
guide-amount = { $amount } đồng
guide-deadline-same-day = Trong ngày. Nộp sau 15 giờ thì trả vào ngày làm việc tiếp theo.
guide-deadline-working-hours = { $count } giờ làm việc
guide-deadline-working-days = { $count } ngày làm việc
guide-deadline-calendar-days = { $count } ngày
guide-deadline-months = { $count } tháng
guide-deadline-unknown = Cán bộ sẽ báo cho bạn
guide-error-refused = Nếu bạn không đồng ý mục này, máy không thể nhận hồ sơ. Bạn chọn “Đồng ý” để đi tiếp, hoặc đến quầy gặp cán bộ để được giúp.
guide-error-missing = Chưa có giấy này. Xin bạn quét giấy rồi bấm “Tiếp tục”. Nếu không có, bạn hỏi cán bộ.
guide-error-required = Mục “{ $label }” còn trống. Xin bạn điền vào.
guide-error-required-choice = Mục “{ $label }” chưa được chọn. Xin bạn chọn một câu trả lời.
guide-error-required-date = Mục “{ $label }” còn thiếu. Xin bạn điền đủ ngày, tháng, năm.
guide-error-short = Mục “{ $label }” quá ngắn. Xin bạn viết đầy đủ hơn.
guide-error-long = Mục “{ $label }” dài quá { $most } chữ. Xin bạn viết ngắn lại.
guide-error-range = Mục “{ $label }” phải là một số từ { $least } đến { $most }. Xin bạn chọn lại.
guide-error-choice = Mục “{ $label }” chưa có câu trả lời trong danh sách. Xin bạn chọn lại.
guide-error-not = Mục “{ $label }” không khớp với các câu trả lời khác. Xin bạn xem lại.
guide-error-unknown = Mục “{ $label }” không có trong tờ khai này. Xin bạn hỏi cán bộ.
guide-error-person-name = Mục “{ $label }” chỉ gồm chữ cái. Xin bạn bỏ chữ số và ký hiệu.
guide-error-citizen-number = Số căn cước có đúng 12 chữ số, in ở mặt trước của thẻ. Xin bạn xem thẻ và nhập lại.
guide-error-phone = Số điện thoại có 10 chữ số và bắt đầu bằng số 0. Xin bạn nhập lại.
guide-error-year = Năm gồm 4 chữ số, từ 1800 trở đi, ví dụ 1975. Xin bạn nhập lại.
guide-error-date = Ngày này không có trong lịch. Xin bạn xem lại ngày, tháng, năm.
guide-error-future = Ngày này chưa đến. Xin bạn nhập một ngày đã qua, hoặc hôm nay.
guide-error-future-year = Năm này chưa đến. Xin bạn nhập năm nay hoặc một năm đã qua.
guide-error-young = Người này chưa đủ tuổi. Xin bạn xem lại ngày sinh, hoặc hỏi cán bộ.

## Appointments: booking a time and coming for it

tile-appointment = Hẹn ngày khác
tile-appointment-help = Đặt giờ đến làm thủ tục, hoặc lấy số khi bạn đã có lịch hẹn
day-long = { $weekday ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
    [6] Thứ Bảy
   *[7] Chủ Nhật
}, { $day }/{ $month }/{ $year }
appointment-title = Lịch hẹn
appointment-help = Bạn muốn đặt lịch mới, hay đã có lịch hẹn và đang đến đúng hẹn?
appointment-new = Đặt lịch hẹn mới
appointment-new-help = Chọn việc, ngày và giờ. Bạn không cần nhập họ tên hay số điện thoại.
appointment-have = Tôi có lịch hẹn
appointment-have-help = Đưa hình vuông trên phiếu hẹn vào đầu đọc, hoặc chạm vào đây để gõ mã hẹn.
appointment-group-title = Bạn hẹn để làm việc gì?
appointment-day-title = Bạn muốn đến ngày nào?
appointment-no-days = Chưa có ngày nào còn nhận hẹn cho việc này. Bạn có thể lấy số hôm nay, hoặc hỏi cán bộ.
appointment-day-free = { $count ->
    [0] đã hết chỗ
   *[other] còn { $count } chỗ
}
appointment-time-title = Bạn muốn đến lúc mấy giờ?
appointment-time-full = hết chỗ
appointment-confirm-title = Bạn đặt lịch hẹn này?
appointment-confirm = Đặt lịch hẹn
appointment-service = Việc
appointment-day = Ngày
appointment-time = Giờ
appointment-between = { $from } đến { $until }
appointment-booked-title = Lịch hẹn của bạn
appointment-code = Mã hẹn
appointment-come = Mời bạn đến từ { $opens } và đưa phiếu hẹn vào đầu đọc của máy này để lấy số. Sau { $late }, bạn lấy số nếu trung tâm còn phát số, và chờ như người không hẹn.
appointment-scan = Quét mã bằng điện thoại để giữ lịch hẹn, hoặc hủy khi không đến được
appointment-keep = Xin giữ phiếu hẹn. Ai có phiếu này thì dùng được lịch hẹn.
appointment-code-title = Nhập mã hẹn
appointment-code-help = Mã có 6 chữ và số, ở dưới dòng “Mã hẹn” trên phiếu của bạn.
appointment-code-field = Mã hẹn
appointment-code-go = Xem lịch hẹn
appointment-check-in = Tôi đã đến, lấy số
appointment-cancel = Hủy lịch hẹn
appointment-cancel-ask = Bạn hủy lịch hẹn này? Chỗ của bạn sẽ dành cho người khác.
appointment-cancel-yes = Đồng ý hủy
appointment-cancel-no = Giữ lịch hẹn
appointment-state-booked = Lịch hẹn đang được giữ cho bạn.
appointment-state-late = Đã quá giờ hẹn. Nếu trung tâm còn phát số, bạn vẫn lấy được số và chờ như người không hẹn.
appointment-state-checked_in = Bạn đã lấy số { $label } cho lịch hẹn này.
appointment-state-cancelled = Lịch hẹn này đã hủy. Nếu cần, mời bạn đặt lịch khác.
print-appointment-valid = Lịch hẹn của bạn đã được giữ. Xin bạn ghi lại mã hẹn, dùng điện thoại chụp lại màn hình này, hoặc nhờ cán bộ ghi giúp.
time-morning = buổi sáng
time-afternoon = buổi chiều
