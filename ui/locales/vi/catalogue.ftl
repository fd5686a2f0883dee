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
aloud-number = Thứ { $number }.
aloud-here = Nộp được tại máy này.
aloud-counter = Nộp tại quầy.

## Trang giấy tờ cần chuẩn bị trên điện thoại
phone-checklist-official = Tên chính thức: { $name }
phone-checklist-unsure = Có phần chưa đọc được chắc chắn từ cơ sở dữ liệu quốc gia: { $fields }. Ở phần đó, trang này ghi nguyên văn. Xin bạn hỏi cán bộ trước khi đi nộp.
phone-checklist-bring = Bạn mang theo
phone-checklist-papers = Giấy tờ của hồ sơ
phone-checklist-no-papers = Cơ sở dữ liệu quốc gia không ghi giấy tờ nào. Xin bạn hỏi cán bộ.
phone-checklist-choose = Bạn chọn trường hợp của mình. Mỗi trường hợp cần giấy tờ khác nhau.
phone-checklist-case = Trường hợp { $number }
phone-checklist-other-cases = Xem các trường hợp khác
phone-checklist-form = Mẫu: { $form }
phone-checklist-ways = Cách nộp, thời hạn và phí
phone-checklist-no-ways = Cơ sở dữ liệu quốc gia không ghi cách nộp. Xin bạn hỏi cán bộ.
phone-checklist-deadline = Thời hạn: { $deadline }
phone-checklist-no-deadline = Thời hạn: không ghi. Xin bạn hỏi cán bộ.
phone-checklist-fee = Phí, lệ phí: { $fee }
phone-checklist-fees = Phí, lệ phí:
phone-checklist-no-fee = Phí, lệ phí: không ghi. Xin bạn hỏi cán bộ.
phone-checklist-conditions = Yêu cầu, điều kiện
phone-checklist-code = Mã thủ tục: { $code }
phone-checklist-unknown = Không tìm thấy thủ tục này. Xin bạn quét lại mã trên tờ “Giấy tờ cần chuẩn bị”, hoặc hỏi cán bộ.
