# Kiểm tra máy: trang cho cán bộ, biên bản giấy, và lệnh motcua --diagnose.

## Trang
ready-title = Kiểm tra máy
ready-open = Kiểm tra máy
ready-lead = Máy này: { $machine }. Mỗi mục tự kiểm tra; mục nào chưa xanh thì xem việc cần làm.
ready-again = Kiểm tra lại
ready-again-one = Kiểm tra lại mục này
ready-checking = Đang kiểm tra…
ready-loading = Đang mở trang kiểm tra…
ready-back = Quay lại
ready-summary-green = Các mục đã kiểm tra đều đạt.
ready-summary-amber = Máy dùng được, có mục cần xem.
ready-summary-red = Có mục hỏng, cần xử lý trước khi phục vụ.
ready-summary-checking = Còn { $count } mục đang kiểm tra…
ready-light-green = Đạt
ready-light-absent = Không có
ready-light-grey = Chưa rõ
ready-light-amber = Cần xem
ready-light-red = Hỏng
ready-print-report = In biên bản
ready-report-printing = Đang in biên bản…
ready-report-printed = Máy in báo đã in xong biên bản.
ready-report-trial = Máy in thử đã lưu biên bản thành tệp PDF, không ra giấy.
ready-report-failed = Không in được biên bản: { $cause }.
ready-report-unknown = Không rõ biên bản đã in ra chưa: { $cause }. Hãy xem ở máy in trước khi in lại.
ready-hung = Thiết bị không trả lời, đã chờ quá lâu.
ready-hung-do = Rút dây thiết bị, chờ mười giây rồi cắm lại. Nếu vẫn vậy, hãy tắt máy và mở lại.

## Tên các mục
ready-printer = Máy in
ready-reader = Đầu đọc thẻ và mã
ready-camera = Máy chụp giấy tờ
ready-scanner = Máy quét
ready-scan-folder = Thư mục của máy quét
ready-speaker = Loa
ready-touch = Màn hình cảm ứng
ready-clock = Đồng hồ
ready-zone = Múi giờ
ready-disk = Ổ đĩa
ready-store = Dữ liệu trên máy
ready-network = Kết nối hệ thống trung tâm
ready-unsent = Việc chưa gửi
ready-program = Phiên bản chương trình
ready-system = Hệ điều hành
ready-fonts = Phông chữ của giấy in
ready-catalogue = Danh mục thủ tục

## Máy in
ready-printer-none = Chưa cài máy in cho máy này.
ready-printer-none-do = Báo quản trị viên cài máy in (tùy chọn --printer).
ready-printer-none-here = Máy này không in.
ready-printer-ready = Máy in báo sẵn sàng. Chưa in trang thử. ({ $printer })
ready-printer-ready-do = In trang thử và xem giấy ra có rõ, có đủ không.
ready-printer-good-page = Máy in báo sẵn sàng, trang thử đã in đúng. ({ $printer })
ready-printer-bad-page = Trang thử in ra không đúng. ({ $printer })
ready-printer-bad-page-do = Xem lại khổ giấy và chiều cuộn giấy, lau đầu in. Nét mờ thì thay giấy hoặc mực. Sau đó in lại trang thử.
ready-printer-trial = Đây là máy in thử: không ra giấy, chỉ lưu tệp PDF. ({ $printer })
ready-printer-trial-do = Chỉ dùng khi tập huấn. Trước khi phục vụ, báo quản trị viên cài máy in thật.
ready-printer-no_paper = Máy in hết giấy. ({ $printer })
ready-printer-no_paper-do = Nạp giấy, đóng nắp, rồi kiểm tra lại.
ready-printer-paper_low = Máy in sắp hết giấy. ({ $printer })
ready-printer-paper_low-do = Chuẩn bị giấy và thay lúc vắng người.
ready-printer-cover_open = Nắp máy in đang mở. ({ $printer })
ready-printer-cover_open-do = Đóng nắp cho khớp, rồi kiểm tra lại.
ready-printer-jam = Máy in kẹt giấy. ({ $printer })
ready-printer-jam-do = Mở nắp, kéo giấy kẹt ra theo chiều giấy chạy, đóng nắp, rồi kiểm tra lại.
ready-printer-output_full = Khay giấy ra của máy in đã đầy hoặc chưa lắp. ({ $printer })
ready-printer-output_full-do = Lấy giấy ra, lắp khay cho khớp, rồi kiểm tra lại.
ready-printer-no_ink = Máy in hết mực. ({ $printer })
ready-printer-no_ink-do = Thay hộp mực, rồi kiểm tra lại.
ready-printer-offline = Máy in đang tắt hoặc mất kết nối. ({ $printer })
ready-printer-offline-do = Xem đèn nguồn và dây của máy in, bật máy, rồi kiểm tra lại.
ready-printer-paused = Máy in đang tạm dừng. ({ $printer })
ready-printer-paused-do = Bấm nút cho máy in chạy tiếp, hoặc báo quản trị viên mở lại hàng in.
ready-printer-mute = Máy in không trả lời. ({ $printer })
ready-printer-mute-do = Tắt máy in, chờ mười giây rồi bật lại. Nếu vẫn vậy, báo quản trị viên.
ready-printer-in_use = Chương trình đang dùng máy in này, nên lần này chưa hỏi được máy in. ({ $printer })
ready-printer-other = Máy in báo một lỗi chưa rõ. ({ $printer })
ready-printer-other-do = Xem màn hình hoặc đèn của máy in và làm theo, rồi kiểm tra lại.

## Đầu đọc
ready-reader-none = Máy này không gắn đầu đọc.
ready-reader-away = Không thấy đầu đọc ở { $device }.
ready-reader-away-do = Xem dây của đầu đọc, rút ra cắm lại. Đèn của đầu đọc phải sáng.
ready-reader-refused = Chương trình không được phép mở { $device }.
ready-reader-refused-do = Báo quản trị viên cho tài khoản chạy chương trình vào nhóm dialout.
ready-reader-silent = Có thiết bị ở { $device } mà chương trình không mở được.
ready-reader-silent-do = Tắt chương trình khác đang dùng đầu đọc, rồi rút ra cắm lại.
ready-reader-tried = Đã đọc được mã thử. ({ $device })
ready-reader-held = Đầu đọc ở { $device } đang được chương trình khác dùng, nên không mở để thử.
ready-reader-there = Có đầu đọc ở { $device }. Chưa quét thử.
ready-reader-there-do = Đưa mã QR của trang in thử vào dưới đầu đọc. Mục này tự chuyển xanh khi đọc được.
ready-reader-code = Không có trang in thử? Đưa mã này trên màn hình vào trước đầu đọc.

## Máy chụp
ready-camera-none = Máy này không gắn máy chụp giấy tờ.
ready-camera-unplugged = Không thấy máy chụp.
ready-camera-unplugged-do = Xem dây của máy chụp, rút ra cắm lại.
ready-camera-refused = Chương trình không được phép mở máy chụp.
ready-camera-refused-do = Báo quản trị viên cho tài khoản chạy chương trình vào nhóm video.
ready-camera-there = Có máy chụp. Chưa chụp thử.
ready-camera-there-do = Đặt một tờ giấy trắng có chữ dưới máy, rồi bấm “Chụp thử”.
ready-camera-busy = Chương trình khác đang dùng máy chụp.
ready-camera-busy-do = Tắt chương trình đó, rồi chụp thử lại.
ready-camera-silent = Máy chụp không cho ra ảnh.
ready-camera-silent-do = Rút dây máy chụp, chờ mười giây rồi cắm lại, và chụp thử lại.
ready-camera-dark = Ảnh chụp tối đen.
ready-camera-dark-do = Mở nắp ống kính, bật đèn của máy chụp, rồi chụp thử lại.
ready-camera-sees = Máy chụp cho ảnh.
ready-camera-trial = Đây là máy chụp thử: chỉ phát ảnh có sẵn.
ready-camera-trial-do = Chỉ dùng khi tập huấn. Trước khi phục vụ, báo quản trị viên gắn máy chụp thật.
ready-camera-take = Chụp thử
ready-camera-taking = Đang chụp…
ready-camera-picture = Ảnh vừa chụp thử. Ảnh không được lưu.
ready-camera-hide = Đóng ảnh

## Máy quét
ready-scanner-none = Máy này không điều khiển máy quét nào.
ready-scanner-unplugged = Máy quét không trả lời.
ready-scanner-unplugged-do = Bật máy quét, xem dây, rồi kiểm tra lại.
ready-scanner-busy = Chương trình khác đang dùng máy quét.
ready-scanner-busy-do = Chờ quét xong hoặc tắt chương trình đó, rồi kiểm tra lại.
ready-scanner-there = Máy quét trả lời.
ready-scan-folder-none = Máy này không dùng thư mục máy quét.
ready-scan-folder-missing = Không thấy thư mục { $folder }.
ready-scan-folder-missing-do = Xem máy quét và ổ mạng chứa thư mục đã bật chưa, hoặc báo quản trị viên.
ready-scan-folder-locked = Không đọc hoặc xóa được tệp trong { $folder }.
ready-scan-folder-locked-do = Báo quản trị viên cấp quyền ghi thư mục này cho tài khoản chạy chương trình.
ready-scan-folder-usable = Dùng được thư mục { $folder }.

## Loa
ready-speaker-none = Máy này không phát tiếng.
ready-speaker-no-voice = Không có giọng đọc.
ready-speaker-no-voice-do = Báo quản trị viên cài espeak-ng và giọng tiếng Việt.
ready-speaker-no-sound = Không phát được tiếng.
ready-speaker-no-sound-do = Xem dây và nguồn của loa, rồi kiểm tra lại. Nếu vẫn vậy, báo quản trị viên xem trình phát tiếng.
ready-speaker-not-heard = Đã phát tiếng thử mà không ai nghe thấy.
ready-speaker-not-heard-do = Vặn to loa, xem dây và nguồn của loa, rồi phát lại tiếng thử.
ready-speaker-trial = Đây là loa thử: không phát tiếng, chỉ ghi lại lời.
ready-speaker-trial-do = Chỉ dùng khi tập huấn. Trước khi phục vụ, báo quản trị viên bật loa thật.
ready-speaker-heard = Đã nghe thấy tiếng thử.
ready-speaker-there = Máy phát được tiếng. Chưa ai nghe thử.
ready-speaker-there-do = Bấm “Phát tiếng thử” và nghe.
ready-speaker-play = Phát tiếng thử
ready-speaker-playing = Đang phát tiếng thử…
ready-speaker-question = Bạn có nghe thấy tiếng thử không?
ready-speaker-yes = Có, nghe rõ
ready-speaker-no = Không nghe thấy

## Màn hình
ready-touch-untried = Chưa thử độ chính xác.
ready-touch-untried-do = Bấm “Đo màn hình”, so thước, rồi chạm chín điểm.
ready-touch-good = Chạm lệch nhiều nhất { $worst } mm.
ready-touch-fair = Chạm lệch đến { $worst } mm.
ready-touch-fair-do = Vẫn dùng được. Lau màn hình rồi đo lại; nếu vẫn vậy, báo quản trị viên hiệu chỉnh cảm ứng.
ready-touch-bad = Chạm lệch đến { $worst } mm: người dân sẽ bấm nhầm.
ready-touch-bad-do = Lau màn hình và đo lại. Nếu vẫn lệch, báo quản trị viên hiệu chỉnh lại cảm ứng.
ready-touch-measure = Đo màn hình

## Đồng hồ, múi giờ
ready-clock-right = Đúng giờ với hệ thống trung tâm.
ready-clock-unknown = Chưa so được giờ vì không kết nối được hệ thống trung tâm.
ready-clock-unknown-do = Kết nối lại rồi kiểm tra lại mục này.
ready-clock-ahead = Nhanh hơn hệ thống trung tâm { $seconds } giây.
ready-clock-ahead-do = Báo quản trị viên bật đồng bộ giờ (NTP). Giờ in trên phiếu có thể sai.
ready-clock-behind = Chậm hơn hệ thống trung tâm { $seconds } giây.
ready-clock-behind-do = Báo quản trị viên bật đồng bộ giờ (NTP). Giờ in trên phiếu có thể sai.
ready-zone-right = Giờ Việt Nam ({ $zone }).
ready-zone-other = Máy không đặt giờ Việt Nam ({ $zone }).
ready-zone-other-do = Phiếu in vẫn theo giờ Việt Nam. Báo quản trị viên đặt múi giờ Asia/Ho_Chi_Minh.
ready-zone-unknown = Không đọc được múi giờ của máy.

## Ổ đĩa, dữ liệu
ready-disk-missing = Không thấy thư mục dữ liệu { $folder }.
ready-disk-missing-do = Xem tùy chọn --data đã đúng chưa, hoặc mở chương trình một lần để tạo thư mục.
ready-disk-locked = Không ghi được vào { $folder }.
ready-disk-locked-do = Báo quản trị viên xem quyền ghi và ổ đĩa. Máy không lưu được hồ sơ.
ready-disk-full = Chỉ còn { $free } trống ở { $folder }.
ready-disk-full-do = Báo quản trị viên dọn ổ đĩa ngay. Máy sắp không lưu được hồ sơ.
ready-disk-low = Còn { $free } trống ở { $folder }.
ready-disk-low-do = Báo quản trị viên dọn ổ đĩa trong tuần này.
ready-disk-room = Còn { $free } trống, ghi được.
ready-store-missing = Chưa có dữ liệu: chương trình chưa chạy lần nào với thư mục này.
ready-store-missing-do = Mở chương trình một lần, hoặc xem tùy chọn --data đã đúng chưa.
ready-store-locked = Không mở được tệp dữ liệu.
ready-store-locked-do = Báo quản trị viên xem quyền đọc tệp kiosk.sqlite.
ready-store-damaged = Tệp dữ liệu bị hỏng.
ready-store-damaged-do = Đừng tắt máy, đừng xóa tệp nào. Báo quản trị viên ngay để cứu các hồ sơ chưa gửi.
ready-store-unsafe = SQLite { $version } có lỗi có thể làm hỏng dữ liệu.
ready-store-unsafe-do = Báo quản trị viên cài bản chương trình mới hơn.
ready-store-sound = Dữ liệu nguyên vẹn (SQLite { $version }).

## Kết nối
ready-network-away = Không kết nối được { $address }.
ready-network-away-do = Xem dây mạng và bộ phát mạng, rồi báo quản trị viên. Máy vẫn phát số theo dãy riêng.
ready-network-asleep = Hệ thống trung tâm nằm trong chương trình này, và chương trình chưa chạy.
ready-network-asleep-do = Mở chương trình rồi kiểm tra lại.
ready-network-unready = Hệ thống trung tâm trả lời nhưng chưa làm việc được.
ready-network-unready-do = Báo quản trị viên xem máy chạy hệ thống trung tâm.
ready-network-quiet = Hệ thống trung tâm trả lời sau { $took } ms, nhưng tin mới không đến.
ready-network-quiet-do = Chờ một phút rồi kiểm tra lại. Nếu vẫn vậy, báo quản trị viên xem tường lửa và bộ chuyển mạng.
ready-network-slow = Hệ thống trung tâm trả lời chậm: { $took } ms.
ready-network-slow-do = Báo quản trị viên xem mạng nội bộ. Dùng dây mạng thay cho Wi-Fi nếu được.
ready-network-good = Hệ thống trung tâm trả lời sau { $took } ms.
ready-unsent-nothing = Đã gửi hết.
ready-unsent-waiting = Chưa gửi: { $submissions } hồ sơ, { $numbers } số phát khi mất mạng.
ready-unsent-waiting-do = Máy tự gửi khi có mạng. Đừng tắt máy hay xóa dữ liệu. Nếu có mạng mà một giờ sau vẫn còn, báo quản trị viên.
ready-unsent-unknown = Không đọc được dữ liệu để biết.

## Phiên bản
ready-program-alone = Bản { $own }. Chưa biết bản của hệ thống trung tâm.
ready-program-same = Bản { $own }, giống hệ thống trung tâm.
ready-program-other = Máy này bản { $own }, hệ thống trung tâm bản { $central }.
ready-program-other-do = Báo quản trị viên cập nhật cho hai bên cùng bản.
ready-system-known = Linux { $kernel }, WebKit { $webkit }.
ready-system-no-webkit = Linux { $kernel }. Không thấy WebKit.
ready-system-no-webkit-do = Báo quản trị viên cài thư viện WebKitGTK.
ready-fonts-there = Vẽ được giấy in với phông chữ đi kèm.
ready-fonts-missing = Không vẽ được giấy in với phông chữ đi kèm.
ready-fonts-missing-do = Báo quản trị viên cài lại chương trình.
ready-catalogue-none = Chưa có danh mục thủ tục.
ready-catalogue-none-do = Kết nối hệ thống trung tâm một lần để máy tải danh mục.
ready-catalogue-there = Danh mục lần sửa { $revision }.
ready-catalogue-left-out = Danh mục lần sửa { $revision }. Có { $count } biểu mẫu bản chương trình này không dùng được.
ready-catalogue-left-out-do = Báo quản trị viên cập nhật chương trình trên máy này.
ready-catalogue-unknown = Không đọc được dữ liệu để biết.

## Trang in thử trên màn hình
ready-test-print = In trang thử
ready-test-printing = Đang gửi trang thử đến máy in…
ready-test-printed = Máy in báo đã in xong.
ready-test-trial = Máy in thử đã lưu tệp PDF, không ra giấy.
ready-test-failed = Máy in báo không in được: { $cause }.
ready-test-unknown = Máy in không cho biết đã in hay chưa: { $cause }. Hãy xem giấy có ra không.
ready-test-look = Cầm tờ giấy lên và xem:
ready-test-look-trial = Mở tệp PDF và xem:
ready-test-look-frames = Khung ở đầu và cuối trang có đủ bốn cạnh, không cạnh nào mất.
ready-test-look-marks = Dòng chữ Việt rõ từng dấu, không chữ nào thành ô vuông hay dấu hỏi.
ready-test-look-qr = Mã QR quét được bằng đầu đọc hoặc điện thoại.
ready-test-look-ruler = Thước trên giấy khớp với thước thật.
ready-test-look-cut = Giấy được cắt dưới dòng “Hết trang thử”, không cắt vào chữ.
ready-test-question = Tờ giấy ra đúng như vậy không?
ready-test-yes = Đúng cả
ready-test-no = Không đúng

## Đo màn hình
ready-screen-title = Đo màn hình cảm ứng
ready-screen-lead = Làm ngay trên màn hình người dân dùng. Nếu cửa sổ này ở màn hình khác, hãy kéo nó sang.
ready-screen-size = 1. Cỡ thật
ready-screen-size-lead = Áp thước vào thanh ngang: phải dài đúng 100 mm. Áp thẻ căn cước vào khung: phải vừa khít.
ready-screen-smaller = Nhỏ lại
ready-screen-larger = To ra
ready-screen-bar = 100 mm
ready-screen-card = Thẻ căn cước, 85,6 × 53,98 mm
ready-screen-right = Nếu vừa khít thì không phải đổi gì.
ready-screen-set = Khi đã vừa khít, báo quản trị viên đặt: --px-per-mm { $value }
ready-screen-now = Đang đặt { $set }, đang thử { $value } điểm ảnh mỗi milimét.
ready-screen-touch = 2. Độ chính xác khi chạm
ready-screen-touch-lead = Bấm “Bắt đầu”, rồi chạm vào giữa từng dấu cộng bằng đầu ngón tay.
ready-screen-start = Bắt đầu
ready-screen-target = Chạm vào giữa dấu cộng { $number } / { $count }
ready-screen-stop = Thôi
ready-screen-errors = Lệch của từng điểm
ready-screen-error = Điểm { $number }: { $error } mm

## Trang in thử và biên bản trên giấy
paper-test-title = Trang in thử
paper-test-top = MÉP TRÊN
paper-test-bottom = MÉP DƯỚI
paper-test-machine = Máy
paper-test-printer = Máy in
paper-test-time = Lúc
paper-test-marks = Chữ Việt đủ dấu
paper-test-qr = Đưa mã này vào dưới đầu đọc
paper-test-ruler = Thước (mm)
paper-test-end = Hết trang thử. Giấy cắt dưới dòng này.
paper-ready-title = Biên bản kiểm tra máy
paper-ready-machine = Máy
paper-ready-centre = Đơn vị
paper-ready-time = Kiểm tra lúc
paper-ready-result = Kết luận
paper-ready-part = Mục
paper-ready-light = Kết quả
paper-ready-found = Nhận thấy và việc cần làm
paper-ready-without = Máy này không có: { $names }.
paper-ready-todo = Việc cần làm: { $todo }
paper-ready-checker = Người kiểm tra
paper-ready-keeper = Người phụ trách máy
paper-ready-sign = (Ký, ghi rõ họ tên)

## motcua --diagnose
ready-cli-title = Một Cửa { $version }: kiểm tra máy “{ $machine }”, { $time }
ready-cli-todo = Cần làm: { $todo }

## Lỗi
error-readiness-busy = Có người dân đang làm hồ sơ ở máy này. Chờ người đó xong rồi thử lại.
error-readiness-unchecked = Chưa kiểm tra mục nào. Hãy chờ các mục kiểm tra xong rồi in.
