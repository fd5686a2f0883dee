# Bàn làm việc của cán bộ.

## Đăng nhập
staff-sign-in = Đăng nhập
staff-sign-in-lead = Dành cho cán bộ của trung tâm
staff-account = Tài khoản
staff-password = Mật khẩu
staff-new-password-title = Đổi mật khẩu
staff-new-password-lead = Đây là lần đăng nhập đầu tiên. Hãy đặt mật khẩu của riêng bạn trước khi làm việc.
staff-new-password-rule = Ít nhất 10 ký tự, khác mật khẩu hiện tại và khác tên tài khoản.
staff-current-password = Mật khẩu hiện tại
staff-new-password = Mật khẩu mới
staff-repeat-password = Nhập lại mật khẩu mới
staff-change-password = Đổi mật khẩu
staff-passwords-differ = Hai lần nhập mật khẩu mới chưa giống nhau. Hãy nhập lại.
staff-fill-in = Hãy điền đủ các ô trước khi tiếp tục.
staff-sign-out = Đăng xuất
staff-starting = Đang mở bàn làm việc…

## Khung chung
staff-nav = Mục làm việc
staff-nav-queue = Hàng của tôi
staff-nav-hall = Cả sảnh
staff-nav-overview = Điều hành
staff-nav-report = Báo cáo
staff-nav-measures = Biểu mẫu
staff-nav-settings = Thiết lập
staff-nav-submissions = Hồ sơ trực tuyến
staff-nav-appointments = Lịch hẹn
staff-nav-procedures = Thủ tục
staff-nav-new = { $count } mới
staff-counter = Quầy { $number }
staff-close-counter = Đóng quầy
staff-away = Chưa kết nối được với hệ thống trung tâm. Dữ liệu lúc { $time }. Máy đang tự kết nối lại.
staff-away-never = Chưa kết nối được với hệ thống trung tâm. Máy đang tự kết nối lại.
staff-unsent = Chưa gửi { $count } hồ sơ đang lưu trên máy này
staff-trial-printer = Máy in thử: không ra giấy, tệp PDF được lưu trên máy
staff-printer-ready = Máy in sẵn sàng
staff-printer-trouble = Máy in: { $cause }
staff-working = Đang thực hiện…
staff-try-again = Thử lại

## Quầy
staff-choose-counter = Chọn quầy làm việc
staff-choose-counter-lead = Mở quầy để bắt đầu gọi số. Quầy đang có người chỉ mở được khi người đó đã rời máy.
staff-counter-taken = Đang có { $officer }
staff-counter-free = Trống
staff-no-counters = Trung tâm chưa có quầy nào. Hãy báo quản trị viên thêm quầy.
staff-no-branch = Chưa nhận được thông tin của trung tâm. Màn hình sẽ tự hiện khi kết nối lại.
staff-current = Số tại quầy
staff-state-called = Đã gọi lúc { $time }
staff-state-serving = Đang phục vụ
staff-nobody-here = Chưa gọi số nào
staff-nobody-here-lead = Bấm { $key } hoặc nút bên dưới để gọi người tiếp theo.
staff-nobody-waits = Hiện không có ai chờ ở quầy này. Khi có người lấy số, số sẽ hiện ở hàng chờ.
staff-on-break = Đang nghỉ giải lao từ { $time }
staff-on-break-lead = Quầy vẫn là của bạn, không có số nào được gọi. Bấm { $key } để làm việc tiếp.
staff-waited-before = Đã chờ { $minutes } phút
staff-issued-at = lấy số lúc { $time }
staff-do-call_next = Gọi số tiếp theo
staff-do-call_specific = Gọi số này vào quầy
staff-do-recall = Gọi lại
staff-do-start = Bắt đầu
staff-do-finish = Kết thúc
staff-do-no_show = Vắng mặt
staff-do-transfer = Chuyển
staff-do-park = Giữ lại
staff-do-resume = Gọi vào quầy
staff-do-return_to_queue = Về hàng chờ
staff-do-cancel = Hủy số
staff-do-start_break = Nghỉ giải lao
staff-do-end_break = Làm việc tiếp
staff-why-turn = Được gọi vì đến lượt
staff-why-priority = Được gọi vì thuộc diện ưu tiên
staff-why-age = Được gọi vì đã chờ quá lâu
staff-why-front = Được gọi vì đã chuyển lên đầu hàng
staff-why-finally = Được gọi vì không ai chờ việc chính của quầy
staff-why-chosen = Được gọi vì cán bộ chọn

## Vừa làm
staff-did-finish = Đã kết thúc số { $label }.
staff-did-no_show = Đã ghi số { $label } vắng mặt.
staff-did-transfer = Đã chuyển số { $label }, chờ: { $to }.
staff-did-park = Đã giữ lại số { $label }.
staff-did-return_to_queue = Số { $label } đã về hàng chờ.
staff-did-cancel = Đã hủy số { $label }.
staff-undo-reopen = Phục vụ tiếp
staff-undo-resume = Gọi lại vào quầy
staff-undo-return_to_queue = Về hàng chờ

## Hàng chờ
staff-waiting = Chờ quầy này
staff-waiting-whole = Đang chờ trong sảnh
staff-waiting-count = { $count } người
staff-waiting-none = Không có ai chờ
staff-waiting-none-lead = Số mới sẽ tự hiện ở đây khi có người lấy số.
staff-elsewhere = { $count } người khác đang chờ các quầy khác
staff-find = Tìm số
staff-label = Số
staff-service = Việc
staff-priority = Ưu tiên
staff-issued = Lấy lúc
staff-waited = Đã chờ
staff-minutes = { $minutes } phút
staff-at-counters = Đang ở các quầy
staff-at-counters-none = Chưa có số nào ở quầy
staff-called-short = Đang gọi
staff-serving-short = Đang phục vụ
staff-parked = Giữ lại
staff-parked-none = Không có số nào được giữ lại
staff-missed = Vắng mặt
staff-missed-none = Không có số nào vắng mặt
staff-hall-unknown = Chưa có dữ liệu về hàng chờ. Màn hình sẽ tự hiện khi kết nối lại.
staff-note-only = Chờ riêng { $place }
staff-note-missed = Đã vắng { $count } lần
staff-note-finally = Việc quầy làm giúp

## Một số
staff-waits-for = Chờ
staff-last-called = Gọi gần nhất
staff-not-free = Quầy đang có số { $label }. Kết thúc số đó rồi mới gọi số này vào quầy.
staff-not-yours = Số này đang ở quầy khác. Chỉ cán bộ của quầy đó và người giám sát mới làm được.
staff-close = Đóng

## Chuyển số
staff-transfer-title = Chuyển số { $label } đến đâu?
staff-transfer-find = Gõ số quầy, tên việc hoặc tên cán bộ
staff-transfer-places = Nơi chuyển đến
staff-transfer-none = Không có nơi nào như vậy. Hãy xóa bớt chữ đã gõ.
staff-transfer-where = Xếp vào
staff-transfer-last = Cuối hàng, theo thứ tự đến
staff-transfer-first = Đầu hàng, được gọi trước mọi người
staff-transfer-choose = Chọn nơi chuyển đến
staff-transfer-to = Chuyển { $label } đến { $to }
staff-place-waiting = { $count } người chờ
staff-counter-closed = Đang đóng
staff-counter-break = { $officer }, đang nghỉ

## Hủy số
staff-cancel-title = Hủy số { $label }?
staff-cancel-lead = Số đã hủy không dùng lại được. Hãy chọn lý do:
staff-cancel-given-back = Người lấy số trả lại
staff-cancel-mistake = Lấy nhầm
staff-cancel-double = Một người lấy nhiều số
staff-cancel-not = Không hủy

## Gọi cán bộ giúp
staff-help = Gọi cán bộ giúp
staff-help-wanted = có người cần giúp
staff-help-come = Tôi đến
staff-help-answered = { $officer } đang đến
staff-help-own = Bạn đã nhận đến

## Điều hành
staff-alerts = Việc cần xử lý
staff-alerts-none = Không có việc nào cần xử lý ngay.
staff-ring = Chuông báo đang bật
staff-ring-muted = Chuông báo đang tắt
staff-mute = Không nghe gọi số: hãy kiểm tra loa của máy này. Bảng vẫn hiện số.
staff-alert-help = Có người gọi cán bộ giúp từ { $time }.
staff-alert-help-answered = { $officer } đang đến.
staff-alert-silent = Mất liên lạc từ { $time }: hãy xem máy có bật và có mạng không.
staff-alert-silent-since = Mất liên lạc từ { $time } ngày { $date }: hãy xem máy có bật và có mạng không.
staff-alert-no-printer = Chưa cài máy in cho máy này, hãy báo quản trị viên.
staff-alert-print-failed = Lần in lúc { $time } không ra giấy: { $cause }.
staff-alert-print-unknown = Lần in lúc { $time } chưa rõ đã ra giấy chưa: { $cause }. Hãy xem máy in.
staff-alert-mute = Không nghe gọi số: hãy kiểm tra loa. Bảng vẫn hiện số.
staff-alert-unsent = Còn { $count } hồ sơ lưu tại máy, chưa gửi được.
staff-alert-untold = Còn { $count } số máy tự phát khi mất kết nối, chưa báo về hệ thống trung tâm.
staff-alert-prints = Máy bị ngắt khi đang in { $count } giấy, chưa rõ giấy có ra không: hãy xem máy in và lấy giấy của người trước.
staff-alert-forms = Có { $count } tờ khai mới máy này chưa dùng được: hãy cập nhật chương trình.
staff-alert-unserved = Có người chờ mà chưa có quầy mở: { $lines }.
staff-overview-waiting = Đang chờ
staff-overview-longest = Chờ lâu nhất
staff-overview-open = Quầy mở
staff-overview-break = Đang nghỉ
staff-overview-counters = Các quầy
staff-overview-on-break = Nghỉ giải lao
staff-overview-free = Đang trống
staff-waits = Chờ theo việc
staff-waits-count = Người chờ
staff-waits-counters = Quầy mở
staff-waits-unserved = Chưa có

## Thiết lập
staff-set-part-counters = Quầy
staff-set-part-services = Lĩnh vực và việc
staff-set-part-calling = Ưu tiên và gọi số
staff-set-part-hours = Giờ phát số
staff-set-part-centre = Trung tâm
staff-set-loading = Đang tải thiết lập…
staff-set-lead = Thay đổi có hiệu lực ngay khi lưu.
staff-set-changed = Có thay đổi chưa lưu.
staff-set-saved = Đã lưu. Thiết lập mới đang có hiệu lực.
staff-set-nameless = Có chỗ còn để trống. Hãy điền đủ tên tiếng Việt rồi lưu; mỗi thông báo cần có lời hoặc ảnh.
staff-set-save = Lưu thiết lập
staff-set-discard = Bỏ thay đổi
staff-set-name-vi = Tên tiếng Việt
staff-set-name-en = Tên tiếng Anh (nếu có)
staff-set-up = Đưa { $name } lên trên
staff-set-remove = Bỏ { $name }
staff-set-counter-number = Số quầy
staff-set-add-counter = Thêm quầy
staff-set-remove-counter = Bỏ quầy này
staff-set-serves-nothing = Chưa nhận việc nào
staff-set-way-no = Không nhận
staff-set-way-serves = Nhận
staff-set-way-and_finally = Khi rảnh
staff-set-letter = Chữ cái trước số
staff-set-group-vi = Tên lĩnh vực
staff-set-add-group = Thêm lĩnh vực
staff-set-service-vi = Tên việc
staff-set-add-service = Thêm việc
staff-set-minutes = Số phút phục vụ một người
staff-set-minutes-each = phút/người
staff-set-daily = Số lượt mỗi ngày, để trống nếu không giới hạn
staff-set-daily-unit = số/ngày
staff-set-priorities = Diện ưu tiên
staff-set-add-priority = Thêm diện ưu tiên
staff-set-no-priority = Chưa có diện ưu tiên nào.
staff-set-calling = Cách gọi số
staff-set-one-in = Khi có người khác chờ, cứ bao nhiêu lượt gọi thì có một lượt ưu tiên
staff-set-one-in-unit = lượt (1: luôn gọi người ưu tiên trước)
staff-set-age = Ai chờ lâu hơn mức này được gọi trước
staff-set-minutes-unit = phút
staff-set-seconds-unit = giây
staff-set-second-chance = Người vắng mặt được trả về hàng chờ một lần
staff-set-hours = Giờ mở cửa
staff-set-always-open = Chưa đặt giờ: máy phát số cả ngày.
staff-set-add-hours = Thêm buổi
staff-set-day-1 = T2
staff-set-day-2 = T3
staff-set-day-3 = T4
staff-set-day-4 = T5
staff-set-day-5 = T6
staff-set-day-6 = T7
staff-set-day-7 = CN
staff-set-from = Từ
staff-set-until = Đến
staff-set-issuing = Phát số
staff-set-stop = Ngừng phát số trước giờ đóng cửa
staff-set-guard = Không phát số thứ hai của cùng một việc ở cùng một máy trong
staff-set-one-per-person = Mỗi người quét thẻ chỉ giữ một số của mỗi lĩnh vực
staff-set-end-of-day = Số còn chờ khi hết ngày
staff-set-end-expire = Hết hiệu lực
staff-set-end-keep = Giữ lại cho ngày hôm sau, theo đúng thứ tự
staff-set-centre = Trung tâm
staff-set-centre-name = Tên trung tâm
staff-set-centre-agency = Cơ quan chủ quản
staff-set-centre-address = Địa chỉ
staff-set-centre-place = Nơi ký giấy (địa danh trên giấy tờ)
staff-set-centre-agency_code = Mã cơ quan trong mã hồ sơ
staff-set-appointments = Lịch hẹn
staff-set-slot_minutes = Mỗi khung giờ dài (phút; 0: không nhận hẹn)
staff-set-per_slot = Số người mỗi khung
staff-set-early_minutes = Được đến sớm (phút)
staff-set-late_minutes = Được đến muộn (phút)
staff-set-days_ahead = Đặt trước nhiều nhất (ngày)
staff-set-add-notice = Thêm thông báo
staff-set-no-notice = Chưa có thông báo nào.
staff-set-notices-lead = Bảng hiện lần lượt từng thông báo, mỗi thông báo khoảng 12 giây. Ảnh đứng bên cạnh các số, không che số.
staff-set-notice = thông báo { $number }
staff-set-notice-vi = Lời thông báo bằng tiếng Việt (không bắt buộc nếu có ảnh)
staff-set-notice-en = Lời thông báo bằng tiếng Anh (nếu có)
staff-set-notice-picture = Ảnh của thông báo
staff-set-no-picture = Chưa có ảnh
staff-set-picture-not-here = Chưa xem được ảnh này
staff-set-choose-picture = Chọn ảnh
staff-set-other-picture = Chọn ảnh khác
staff-set-drop-picture = Bỏ ảnh
staff-set-notice-from = Hiện từ ngày
staff-set-notice-until = đến hết ngày
staff-set-day-form = ngày/tháng/năm
staff-set-notice-later = Chưa đến ngày hiện
staff-set-notice-over = Đã hết hạn, không hiện nữa
staff-set-down = Đưa { $name } xuống dưới
staff-set-icon = Hình của { $name }
staff-set-icon-lead = Hình trên ô chọn của máy lấy số
staff-set-icon-baby = Em bé
staff-set-icon-briefcase = Cặp công việc
staff-set-icon-build = Xây dựng
staff-set-icon-car = Xe
staff-set-icon-document = Giấy tờ
staff-set-icon-family = Gia đình
staff-set-icon-health = Sức khỏe
staff-set-icon-heart = Giúp đỡ
staff-set-icon-house = Nhà ở
staff-set-icon-id-card = Thẻ căn cước
staff-set-icon-land = Đất đai
staff-set-icon-scale = Pháp luật
staff-set-icon-school = Học hành
staff-set-icon-shop = Cửa hàng
staff-set-icon-stamp = Con dấu
staff-set-icon-tree = Cây xanh
staff-set-service-group = Lĩnh vực của { $name }
staff-set-appointment-priority = Người đến đúng hẹn thuộc diện ưu tiên
staff-set-no-appointment-priority = Không ưu tiên
staff-set-part-notices = Thông báo
staff-set-part-accounts = Tài khoản
staff-set-part-history = Lịch sử
staff-set-history-lead = 50 lần thay đổi thiết lập gần nhất.
staff-set-history-at = Lúc
staff-set-history-who = Người thay đổi
staff-set-history-what = Đã thay đổi
staff-set-history-system = Thiết lập ban đầu
staff-set-changed-centre = trung tâm
staff-set-changed-groups = lĩnh vực
staff-set-changed-services = việc
staff-set-changed-counters = quầy
staff-set-changed-priorities = diện ưu tiên
staff-set-changed-calling = cách gọi số
staff-set-changed-issuing = giờ mở cửa và phát số
staff-set-changed-appointments = lịch hẹn
staff-set-changed-end_of_day = số còn chờ khi hết ngày
staff-set-changed-notices = thông báo
staff-set-changed-drafts = thời hạn giữ hồ sơ dở
staff-set-changed-nothing = Không có gì khác trước
staff-set-accounts = Những người có tài khoản
staff-set-add-account = Thêm tài khoản
staff-set-person = Họ và tên
staff-set-role = Vai trò
staff-set-role-officer = Cán bộ
staff-set-role-supervisor = Người giám sát
staff-set-role-administrator = Quản trị viên
staff-set-role-lead-officer = Cán bộ mở quầy, gọi số và tiếp nhận hồ sơ.
staff-set-role-lead-supervisor = Người giám sát làm được như cán bộ, xem điều hành và sửa thiết lập.
staff-set-role-lead-administrator = Quản trị viên làm được mọi việc, kể cả thêm tài khoản.
staff-set-never-signed-in = Chưa đổi mật khẩu đầu tiên
staff-set-added = Đã thêm tài khoản cho { $name }.
staff-set-first-password = Mật khẩu đầu tiên
staff-set-first-password-lead = Mật khẩu này chỉ hiện một lần, ở đây. Hãy ghi lại và đưa tận tay người đó; khi đăng nhập lần đầu, người đó sẽ đặt mật khẩu của mình.
staff-set-noted = Tôi đã ghi lại, ẩn mật khẩu
staff-error-body-too-large = Tệp này lớn hơn { $most } KB nên hệ thống không nhận. Hãy chọn tệp nhỏ hơn.

## Hồ sơ trực tuyến
staff-submissions = Hồ sơ nộp trực tuyến
staff-submissions-none = Chưa có hồ sơ nào
staff-submissions-none-lead = Hồ sơ người dân nộp ở máy tự phục vụ sẽ tự hiện ở đây.
staff-submissions-loading = Đang tải danh sách hồ sơ…
staff-submission-code = Mã nộp tạm
staff-procedure = Thủ tục
staff-applicant = Người nộp
staff-received = Nộp lúc
staff-state = Trạng thái
staff-state-received = Mới
staff-state-accepted = Đã tiếp nhận
staff-not-printed = Chưa in được Mẫu 01
staff-back-to-list = Danh sách hồ sơ
staff-opening = Đang mở hồ sơ…
staff-answers = Nội dung khai
staff-empty-answer = Không khai
staff-signature = Chữ ký của người nộp
staff-consents = Đồng ý của người nộp
staff-consents-none = Không có nội dung đồng ý nào được ghi.
staff-files = Tệp đính kèm
staff-files-none = Hồ sơ không có tệp đính kèm.
staff-file-pages = { $pages } trang
staff-page-of = Trang { $page }/{ $pages }
staff-page-before = Trang trước
staff-page-after = Trang sau
staff-page-loading = Đang vẽ trang…
staff-page-picture = { $name }, trang { $page }
staff-file-close = Đóng tệp

## Tiếp nhận
staff-papers = Giấy tờ nhận tại quầy
staff-papers-lead = Đánh dấu giấy tờ đã nhận và ghi số bản. Số này được in trên Mẫu 01.
staff-papers-none = Thủ tục này không yêu cầu nhận giấy tờ tại quầy.
staff-paper-asked = Yêu cầu: { $originals } bản chính, { $copies } bản sao
staff-originals = Bản chính
staff-copies = Bản sao
staff-fewer = Bớt một { $what } của { $paper }
staff-more = Thêm một { $what } của { $paper }
staff-accept = Tiếp nhận
staff-accept-confirm-title = Tiếp nhận hồ sơ này?
staff-accept-confirm-lead = Hệ thống cấp mã hồ sơ và in Mẫu 01 thành 2 liên. Không hoàn tác được.
staff-accept-taking = { $count ->
    [0] Không nhận giấy tờ nào.
   *[other] Nhận { $count } loại giấy tờ:
}
staff-accept-taking-line = { $paper }: { $originals } bản chính, { $copies } bản sao
staff-accept-missing = Chưa đánh dấu: { $papers }.
staff-accept-printer = Máy in đang gặp trục trặc ({ $cause }). Hồ sơ vẫn được tiếp nhận, Mẫu 01 in lại sau.
staff-accept-confirm = Tiếp nhận và in Mẫu 01
staff-accept-cancel = Xem lại
staff-accepting = Đang tiếp nhận…
staff-dossier-code = Mã hồ sơ
staff-accepted-at = Tiếp nhận lúc { $time }, ngày { $day }
staff-accepted-by = Người tiếp nhận: { $officer }
staff-due-at = Hẹn trả kết quả: { $time }, ngày { $day }
staff-due-unknown = Chưa xác định được ngày hẹn trả. Hãy kiểm tra thời hạn của thủ tục rồi báo cho người nộp.
staff-book = Sổ { $book }, số thứ tự { $line }
staff-print-waiting = Đang in Mẫu 01 (2 liên)…
staff-print-printed = Đã in Mẫu 01 (2 liên). Lấy giấy ở máy in.
staff-print-trial = Đã ghi Mẫu 01 thành tệp PDF bằng máy in thử. Không có giấy in ra.
staff-print-failed = Chưa in được Mẫu 01: { $cause }. Hồ sơ đã được tiếp nhận.
staff-print-unknown = Không rõ Mẫu 01 đã in ra chưa: { $cause }. Hãy xem ở máy in trước khi in lại.
staff-print-not-known = Lần đăng nhập này không có thông tin về việc in Mẫu 01 của hồ sơ.
staff-print-again = In lại Mẫu 01

## Nguyên nhân của máy in
staff-cause-no_paper = hết giấy, hãy nạp thêm giấy
staff-cause-paper_low = sắp hết giấy, hãy nạp thêm giấy
staff-cause-cover_open = nắp máy đang mở, hãy đóng nắp
staff-cause-jam = kẹt giấy, hãy gỡ giấy kẹt
staff-cause-doubt = máy in báo có lỗi khi in, hãy xem tờ giấy có in đủ không
staff-cause-offline = máy in đang tắt hoặc mất kết nối, hãy kiểm tra dây và nguồn
staff-cause-paused = máy in đang tạm dừng, hãy cho máy chạy tiếp
staff-cause-not_set_up = chưa cài máy in cho quầy này, hãy báo quản trị viên
staff-cause-mute = máy in không trả lời
staff-cause-output_full = khay giấy ra đã đầy hoặc chưa lắp, hãy lấy giấy ra và lắp khay
staff-cause-no_ink = hết mực, hãy thay hộp mực
staff-cause-interrupted = máy bị ngắt khi đang in, hãy xem khay giấy ra
staff-cause-no_word = máy in này không báo khi in xong, hãy xem giấy ra
staff-cause-in_use = máy in đang được chương trình khác dùng, hãy chờ rồi in lại
staff-cause-other = máy in báo lỗi chưa rõ, hãy kiểm tra máy in

## Giấy đã in lại
staff-printers = Máy in của ki-ốt
staff-reprinted = Đã in lại { $count } lần
staff-reprints = { $paper }: đã in lại { $count } lần, lần cuối lúc { $time } ngày { $date }.
staff-paper-receipt = Phiếu nộp hồ sơ
staff-paper-acceptance = Mẫu 01
staff-paper-other = Giấy khác

## Lời báo dành cho cán bộ
staff-error-central-away = Chưa kết nối được với hệ thống trung tâm. Việc vừa bấm có thể chưa được thực hiện. Hãy chờ một lát, xem lại rồi thử lại.
staff-error-internal = Máy gặp trục trặc. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.
staff-error-central-not-understood = Chưa hiểu được trả lời của hệ thống trung tâm. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.
staff-error-has-number = Người này đang giữ số { $label } của cùng lĩnh vực. Hãy gọi số đó.
staff-error-print-job-unknown = Tờ giấy này thuộc lần đăng nhập trước nên không in lại được từ đây.
staff-error-not-signed-in = Bạn đã được đăng xuất. Hãy đăng nhập lại.
staff-error-other = Chưa thực hiện được (mã lỗi: { $code }). Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên mã này.

## Appointments

staff-day-long = { $weekday ->
    [1] Thứ Hai
    [2] Thứ Ba
    [3] Thứ Tư
    [4] Thứ Năm
    [5] Thứ Sáu
    [6] Thứ Bảy
   *[7] Chủ Nhật
}, { $day }/{ $month }/{ $year }
staff-day-before = Ngày trước
staff-day-today = Hôm nay
staff-day-after = Ngày sau
staff-submission-time = Giờ đến
staff-appointments-loading = Đang mở lịch hẹn…
staff-appointments-none = Ngày này chưa có ai hẹn.
staff-appointment-time = Giờ
staff-appointment-code = Mã hẹn
staff-appointment-service = Dịch vụ
staff-appointment-do = Việc làm được
staff-appointment-booked = Đang giữ chỗ
staff-appointment-late = Quá giờ hẹn
staff-appointment-checked_in = Đã lấy số
staff-appointment-cancelled = Đã hủy
staff-appointment-come = Đã đến, in số
staff-appointment-cancel = Hủy hẹn
staff-appointment-cancel-yes = Bấm lần nữa để hủy
staff-given-number = Đã cấp số { $label }.
staff-given-appointment = Đã đặt lịch hẹn, mã { $label }.
staff-slip-waiting = Đang in phiếu…
staff-slip-printed = Phiếu đã in ở máy in của bạn.
staff-slip-trial = Đã gửi tới máy in thử; không có giấy ra.
staff-slip-failed = Không in được phiếu: { $cause }. Xin bạn ghi lại giúp người dân.
staff-slip-unknown = Chưa rõ phiếu đã ra chưa: { $cause }. Nếu không có giấy, xin bạn ghi lại giúp người dân.
staff-book-title = Đặt lịch hẹn cho người dân
staff-book-choose = Chọn dịch vụ
staff-book-day = Ngày
staff-book-free = còn { $count } chỗ
staff-book-none = Dịch vụ này chưa có ngày nào còn nhận hẹn.
staff-book-lead = Chạm vào một giờ để đặt và in phiếu hẹn. Số nhỏ cạnh giờ là số chỗ còn lại.
staff-book-off = Trung tâm chưa nhận hẹn. Người phụ trách đặt giờ mở cửa và khung giờ hẹn ở trang Thiết lập.

## Hồ sơ bị khóa
staff-locked = Hồ sơ dở bị khóa
staff-locked-lead = Hồ sơ đang làm dở bị khóa sau năm lần thử sai. Chỉ mở khóa khi bạn đã xem giấy tờ tùy thân của người nộp và mã trên phiếu của họ. Tên bạn được ghi lại.
staff-locked-code = Mã trên phiếu
staff-locked-find = Tìm
staff-locked-none = Không có hồ sơ nào bị khóa.
staff-locked-at = Khóa lúc { $locked } · lưu lần cuối { $saved }
staff-unlock = Mở khóa
staff-unlocked = { $name } đã mở khóa lúc { $at }
staff-set-drafts = Hồ sơ đang làm dở
staff-set-keep_drafts_days = Giữ sau lần sửa cuối (ngày)
