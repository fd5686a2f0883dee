# Danh mục thủ tục

## Việc người dân muốn làm: đọc tiếp sau “Bạn muốn…”
wish-begin = đăng ký hoặc xin cấp lần đầu
wish-again = xin bản sao, xác nhận hoặc cấp lại
wish-change = sửa, đổi hoặc gia hạn
wish-end = chấm dứt, trả lại hoặc xóa
wish-support = nhận hỗ trợ, trợ cấp
wish-complain = khiếu nại, hòa giải
wish-other = việc khác

## Đọc kết quả thành tiếng
aloud-found = { $count ->
   *[other] Tìm thấy { $count } thủ tục.
}
aloud-line-here = { $number }: { $name }. Nộp được tại máy này.
aloud-line-counter = { $number }: { $name }. Nộp tại quầy.
