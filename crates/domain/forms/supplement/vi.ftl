# Bổ sung hồ sơ theo yêu cầu của cán bộ. Lời của cán bộ và tên giấy tờ được thêm vào khi mở.

page-asked = Cán bộ yêu cầu bạn bổ sung
page-asked-help = Bạn đọc lời của cán bộ, rồi bấm “Tiếp tục” để bổ sung ngay tại máy này.
asked-papers = Giấy tờ cần bổ sung:

have = Bạn có giấy này ở đây không?
have-here = Có, tôi chụp hoặc quét ngay
have-none = Tôi chưa có giấy này
have-none-help = Bạn nhắn cho cán bộ biết, hoặc mang giấy đến quầy sau.
have-required = Bạn chưa chọn. Xin bạn cho biết có giấy này ở đây hay không.

paper-help = Bạn chụp hoặc quét từng trang của giấy này. Nếu chưa có giấy, bạn bấm “Quay lại” và chọn “Tôi chưa có giấy này”.
guide-error-missing = Chưa có trang nào của giấy này. Xin bạn chụp hoặc quét. Nếu chưa có giấy, bạn bấm “Quay lại” và chọn “Tôi chưa có giấy này”.

page-message = Lời nhắn cho cán bộ
message = Bạn muốn nhắn gì cho cán bộ?
message-help = Không quá 1.000 chữ cái.
message-free = Không có gì nhắn thêm thì bạn để trống và bấm “Tiếp tục”.
message-needed = Bạn chưa gửi giấy nào. Xin bạn nhắn cho cán bộ biết vì sao, hoặc khi nào bạn có giấy. Bạn cũng có thể mang giấy đến quầy.
message-only = Cán bộ không yêu cầu giấy nào kèm theo. Bạn trả lời điều cán bộ hỏi ở đây.
message-error-required = Chưa có lời nhắn nào. Xin bạn ghi vài lời cho cán bộ. Nếu không ghi được, mời bạn đến quầy.
message-error-short = Lời nhắn quá ngắn, cán bộ không hiểu được. Xin bạn ghi rõ hơn.
message-error-long = Lời nhắn dài quá 1.000 chữ cái. Xin bạn viết ngắn lại, phần còn lại nói với cán bộ tại quầy.

guide-page-review = Mời bạn xem lại trước khi gửi bổ sung
