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
staff-nav-queue = Hàng chờ
staff-nav-submissions = Hồ sơ trực tuyến
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
staff-choose-counter-lead = Mở quầy để bắt đầu gọi số. Quầy đang có cán bộ khác mở thì không chọn được.
staff-counter-taken = Đang có người mở
staff-counter-free = Trống
staff-no-counters = Trung tâm chưa có quầy nào. Hãy báo quản trị viên thêm quầy.
staff-no-branch = Chưa nhận được thông tin của trung tâm. Màn hình sẽ tự hiện khi kết nối lại.
staff-current = Số tại quầy
staff-state-called = Đã gọi lúc { $time }, chờ người đến
staff-state-serving = Đang phục vụ
staff-nobody-here = Chưa gọi số nào
staff-nobody-here-lead = Bấm { $key } hoặc nút bên dưới để gọi người tiếp theo.
staff-nobody-waits = Hiện không có ai chờ ở quầy này. Khi có người lấy số, số sẽ hiện ở hàng chờ.
staff-call-next = Gọi số tiếp theo
staff-recall = Gọi lại
staff-start = Bắt đầu
staff-finish = Kết thúc
staff-no-show = Vắng mặt

## Hàng chờ
staff-waiting = Chờ ở quầy này
staff-waiting-count = { $count } người
staff-waiting-none = Không có ai chờ
staff-waiting-none-lead = Số mới sẽ tự hiện ở đây khi có người lấy số.
staff-elsewhere = { $count } người khác đang chờ ở các quầy khác.
staff-label = Số
staff-group = Lĩnh vực
staff-issued = Lấy lúc
staff-waited = Đã chờ
staff-minutes = { $minutes } phút
staff-at-counters = Đang ở các quầy
staff-at-counters-none = Chưa có số nào được gọi.
staff-called-short = Đang gọi
staff-serving-short = Đang phục vụ
staff-hall-unknown = Chưa có dữ liệu về hàng chờ. Màn hình sẽ tự hiện khi kết nối lại.

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
staff-cause-offline = máy in đang tắt hoặc mất kết nối, hãy kiểm tra dây và nguồn
staff-cause-paused = máy in đang tạm dừng, hãy cho máy chạy tiếp
staff-cause-not_set_up = chưa cài máy in cho quầy này, hãy báo quản trị viên
staff-cause-mute = máy in không trả lời
staff-cause-other = máy in báo lỗi chưa rõ, hãy kiểm tra máy in

## Lời báo dành cho cán bộ
staff-error-central-away = Chưa kết nối được với hệ thống trung tâm. Việc vừa bấm chưa được thực hiện. Hãy chờ một lát rồi thử lại.
staff-error-internal = Máy gặp trục trặc. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.
staff-error-central-not-understood = Chưa hiểu được trả lời của hệ thống trung tâm. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.
staff-error-print-job-unknown = Tờ giấy này thuộc lần đăng nhập trước nên không in lại được từ đây.
staff-error-not-signed-in = Bạn đã được đăng xuất. Hãy đăng nhập lại.
staff-error-other = Chưa thực hiện được (mã lỗi: { $code }). Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên mã này.
