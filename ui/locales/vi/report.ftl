# Báo cáo ngày: trang trên bàn làm việc và bảng tính.

## Trang
report-title = Báo cáo ngày
report-loading = Đang tính số liệu…
report-until = Số liệu đến { $time }, ngày làm việc chưa kết thúc.
report-empty = Không có số liệu ngày { $day }
report-empty-lead = Ngày này trung tâm không phát số, hoặc chưa dùng hệ thống.
report-refresh = Cập nhật
report-save = Lưu CSV
report-saved = Đã lưu: { $path }
report-minutes = { $minutes } phút
report-hours-minutes = { $hours } giờ { $minutes } phút

## Số lượng
report-hall = Cả sảnh
report-service = Dịch vụ
report-services = Theo dịch vụ
report-issued = Phát số
report-called = Đã gọi
report-finished = Phục vụ xong
report-no-show = Vắng mặt
report-cancelled = Trả số
report-expired = Hết ngày
report-open = Đang chờ hoặc ở quầy
report-kept = Từ ngày trước

## Thời gian
report-durations = Thời gian
report-unit = phút
report-waiting = Chờ đến lần gọi đầu
report-way = Từ lúc gọi đến quầy
report-serving = Tại quầy
report-mean = Trung bình
report-median = Một nửa không quá
report-most = 90 % không quá
report-longest = Lâu nhất
report-waiting-mean = Chờ trung bình
report-serving-mean = Tại quầy trung bình

## Quầy
report-counter = Quầy
report-counters = Theo quầy
report-opened-at = Mở lúc
report-open-time = Thời gian mở
report-breaks = Số lần nghỉ
report-break-time = Thời gian nghỉ
report-visits = Lượt phục vụ
report-busy = Tổng thời gian phục vụ

## Giờ đến
report-hours = Theo giờ đến
report-hour = Giờ
report-hour-of = { $hour } giờ: { $issued } số
report-hour-waited = { $hour } giờ: { $issued } số, chờ trung bình { $minutes } phút
report-hours-axis = Cột: số phát trong giờ. Dưới cột: phút chờ trung bình.

## Lý do gọi
report-why = Lý do gọi
report-calls = Lượt gọi
report-why-turn = Đến lượt
report-why-priority = Ưu tiên
report-why-age = Đã chờ quá lâu
report-why-front = Được chuyển lên đầu
report-why-finally = Quầy hỗ trợ dịch vụ khác
report-why-chosen = Cán bộ chọn

## Thời gian đã báo trước
report-accuracy = Báo trước thời gian chờ
report-told = Đã báo (người)
report-silent = Không báo (người)
report-error = Sai trung bình
report-late = Gọi chậm hơn đã báo
report-covered = Đúng khoảng đã nói (%)
report-told-words = Báo cho { $told } người; sai trung bình { $error } phút; { $covered } % đúng trong khoảng đã nói.
report-late-words = Nhìn chung gọi chậm hơn đã báo { $minutes } phút.
report-early-words = Nhìn chung gọi sớm hơn đã báo { $minutes } phút.
report-silent-words = Không báo cho { $count } người, vì chưa đủ cơ sở để nói.
report-none-told = Chưa báo trước cho ai.
report-accuracy-short = sai { $error } phút, đúng { $covered } %
report-accuracy-column = Báo trước

## Ý kiến
report-ratings = Mức hài lòng
report-ratings-count = { $count } ý kiến
report-ratings-none = Chưa có ý kiến nào.
report-grade = Mức hài lòng
report-reason = Lý do
report-people = Số người

## Trên giấy
report-print = In báo cáo
paper-day-title = BÁO CÁO NGÀY
paper-day-of = Về việc tiếp công dân ngày { $day }
paper-day-unit = Các khoảng thời gian tính bằng phút.
paper-day-minutes = Khoảng thời gian
paper-day-groups = Theo nhóm dịch vụ
paper-day-group = Nhóm dịch vụ
paper-day-other = Còn lại
paper-day-waiting = Chờ trung bình
paper-day-serving = Phục vụ trung bình
paper-day-busy = Thời gian phục vụ
paper-day-share = Tỷ lệ
paper-day-reasons = Lý do đã nêu
paper-day-signs-made = NGƯỜI LẬP BÁO CÁO
paper-day-signs-head = LÃNH ĐẠO TRUNG TÂM
