# Mỗi câu nói chuyện gì đã xảy ra và cần làm gì tiếp theo.
error-central-away = Chưa kết nối được với hệ thống trung tâm. Xin bạn chờ một lát rồi thử lại, hoặc hỏi cán bộ.
error-internal = Máy gặp trục trặc. Xin bạn báo cán bộ giúp.

## Guide
error-page-out-of-date = Trang này đã được chuyển đi. Xin bạn xem trang đang hiện và làm tiếp.
error-unknown-field = Máy không nhận ra một câu trả lời. Xin bạn thử lại. Nếu vẫn vậy, xin bạn hỏi cán bộ.
error-document-not-asked = Lúc này máy chưa cần giấy đó. Xin bạn mở đúng trang cần giấy rồi quét lại.
error-documents-too-many = Mỗi loại giấy chỉ nhận nhiều nhất { $most } tệp. Xin bạn bỏ bớt một tệp rồi thử lại.
error-pages-too-many = Mỗi loại giấy nhận nhiều nhất { $most } trang. Xin bạn bỏ bớt trang rồi thử lại.
error-page-unknown = Trang giấy này không còn nữa. Xin bạn xem lại các trang trên màn hình.
error-citizen-number-digits = Số căn cước có đúng 12 chữ số. Bạn đã nhập { $count } chữ số. Xin bạn xem thẻ và nhập lại.
error-citizen-number-unknown = Số này không giống số căn cước. Xin bạn xem 12 chữ số ở mặt trước của thẻ và nhập lại.
error-card-unreadable = Máy không đọc được thẻ. Xin bạn đặt lại, mã vuông hướng về đầu đọc, hoặc nhập bằng tay.
error-card-misread = Thông tin đọc từ thẻ không khớp nhau. Xin bạn đặt thẻ lại một lần nữa, hoặc nhập bằng tay.

## Reader
error-reader-too-long = Mã vừa quét dài quá mức, máy không dùng được. Xin bạn quét thẻ căn cước, hoặc mã trên phiếu của trung tâm.
error-reader-not-text = Máy chưa đọc rõ mã vừa quét. Xin bạn lau sạch, vuốt phẳng chỗ có mã rồi quét lại.
error-scan-not-understood = Máy không nhận ra mã vừa quét. Xin bạn quét mã trên thẻ căn cước, trên phiếu số thứ tự hoặc trên phiếu nộp hồ sơ.
error-scan-not-now = Bạn đang làm dở việc khác nên máy chưa mở mã vừa quét. Những gì bạn đã điền vẫn còn. Làm xong, xin bạn quét lại.
error-submission-code-wrong =
    { $why ->
        [character] Mã nộp tạm không bao giờ có ký tự “{ $character }”. Mã này không dùng các chữ I, O, Q, Z và các số 0, 1. Xin bạn xem phiếu và nhập lại.
       *[length] Mã nộp tạm có đúng 8 ký tự. Bạn đã nhập { $count } ký tự. Xin bạn xem phiếu và nhập lại.
    }
error-dossier-code-wrong =
    { $why ->
        [agency] Phần đầu của mã hồ sơ chưa đúng. Phần này chỉ có chữ không dấu, chữ số và dấu chấm, ví dụ H01. Xin bạn xem giấy tiếp nhận và nhập lại.
        [date] Phần giữa của mã hồ sơ là ngày, viết bằng 6 hoặc 8 chữ số, ví dụ 261123. Ngày bạn nhập không có thật. Xin bạn xem giấy tiếp nhận và nhập lại.
        [number] Phần cuối của mã hồ sơ có từ 4 đến 7 chữ số, ví dụ 0001. Xin bạn xem giấy tiếp nhận và nhập lại.
       *[parts] Mã hồ sơ có ba phần, cách nhau bằng dấu gạch ngang, ví dụ H01-261123-0001. Xin bạn xem giấy tiếp nhận và nhập lại.
    }

## Scanner
error-scan-unreadable = Máy không mở được trang vừa quét. Xin bạn đặt giấy lại cho ngay ngắn rồi quét thêm một lần.
error-scan-too-large = Bản quét lớn quá mức máy nhận được. Xin bạn quét ít trang hơn mỗi lần, hoặc nhờ cán bộ giúp.
error-scan-wrong-type = Tệp này không phải là giấy tờ máy nhận được. Máy chỉ nhận tệp PDF và ảnh JPEG hoặc PNG. Xin bạn quét lại giấy tờ.
error-scan-locked = Tệp này có mật khẩu nên máy không mở được. Xin bạn quét lại từ bản giấy, hoặc nhờ cán bộ giúp.
error-scan-no-page = Giấy tờ này không có trang đó. Xin chọn một trang khác.

## Document camera and scanner
error-camera-unplugged = Máy chưa thấy máy chụp giấy. Xin bạn gọi cán bộ xem lại dây cắm, hoặc chọn cách khác để gửi giấy.
error-camera-busy = Máy chụp giấy đang bận việc khác. Xin bạn chờ một lát rồi bấm chụp lại, hoặc gọi cán bộ.
error-camera-silent = Máy chụp giấy chưa đưa ảnh ra. Xin bạn bấm chụp lại. Nếu vẫn vậy, xin bạn gọi cán bộ.
error-camera-dark = Ảnh chỉ có một màu đen. Xin bạn bật đèn, hoặc nhờ cán bộ mở nắp che máy chụp, rồi chụp lại.
error-scanner-unplugged = Máy chưa thấy máy quét. Xin bạn gọi cán bộ xem lại dây cắm, hoặc chọn cách khác để gửi giấy.
error-scanner-busy = Máy quét đang bận việc khác. Xin bạn chờ một lát rồi bấm quét lại, hoặc gọi cán bộ.
error-scanner-no-paper = Máy quét chưa có giấy. Xin bạn đặt giấy vào máy rồi bấm quét lại.
error-scanner-jam = Giấy bị kẹt trong máy quét. Xin bạn đừng kéo giấy ra, và gọi cán bộ giúp.
error-scanner-cover-open = Nắp máy quét đang mở. Xin bạn đóng nắp lại rồi bấm quét lại.
error-scanner-failed = Máy quét chưa quét được. Xin bạn bấm quét lại. Nếu vẫn vậy, xin bạn gọi cán bộ.
error-sound-off-now = Giờ này loa được đặt ở mức 0 nên không phát. Hãy thử lại vào giờ gọi số, hoặc sửa mức loa của máy.
error-sound-no-voice = Máy chưa nói được. Hãy cài espeak-ng, hoặc chọn giọng mà espeak-ng có.
error-sound-no-device = Không có tiếng nào phát ra. Hãy xem dây loa, nguồn loa và thiết bị âm thanh đã chọn.
error-sound-not-here = Máy này không gọi số và không đọc to, nên không có loa để thử.

## Kiosk
error-central-not-understood = Máy chưa hiểu được trả lời của hệ thống trung tâm. Xin bạn báo cán bộ giúp.
error-unknown-procedure = Không tìm thấy thủ tục này. Xin bạn chọn lại trong danh sách, hoặc hỏi cán bộ.
error-no-form-here = Thủ tục này chưa nộp được tại máy. Xin bạn lấy số để gặp cán bộ.
error-case-at-counter = Trường hợp bạn chọn cần cán bộ làm cùng tại quầy, máy này chưa làm được. Xin bạn lấy số để gặp cán bộ.
error-nothing-begun = Chưa có hồ sơ nào đang làm. Xin bạn về màn hình đầu và bắt đầu lại.
error-answers-missing = Hồ sơ còn thiếu câu trả lời. Xin bạn xem lại từng mục rồi bấm Nộp.
error-store = Máy chưa lưu được hồ sơ nên chưa nộp. Những gì bạn đã nhập vẫn còn trên màn hình. Xin bạn gọi cán bộ.
error-print-job-unknown = Tờ giấy này thuộc về lượt trước nên không in lại được. Xin bạn hỏi cán bộ.
error-print-job-running = Máy vẫn đang in. Xin bạn chờ một lát.
error-reprint-limit = Bạn đã in lại { $count } lần. Cần thêm giấy, xin bạn đến quầy.
error-paper-event-wrong = Máy báo việc in không đúng mẫu. Xin báo người quản trị xem lại phiên bản chương trình của máy.
error-card-not-now = Lúc này máy chưa cần thẻ. Máy không giữ thông tin vừa đọc.
error-not-sent-yet = Hồ sơ { $code } đã lưu ở máy này nhưng CHƯA nộp, vì chưa kết nối được với hệ thống trung tâm. Máy sẽ tự gửi lại. Xin bạn tra lại sau, hoặc hỏi cán bộ.
error-not-taken = Hệ thống trung tâm không nhận hồ sơ { $code }. Hồ sơ được giữ ở máy và CHƯA nộp. Mời bạn mang mã này đến quầy gặp cán bộ.
error-form-version-unknown = Máy này chưa có đúng bản mẫu của hồ sơ. Hãy cập nhật chương trình rồi mở lại hồ sơ.
error-queue-empty = Lúc này không có ai chờ quầy của bạn. Hãy thử lại khi có số mới.
error-no-counter-open = Bạn chưa mở quầy. Hãy chọn quầy trước khi gọi số.

## Central
error-not-stored = Hệ thống chưa lưu được nên việc vừa rồi chưa có hiệu lực. Xin bạn thử lại sau ít phút.
error-central-not-trusted = Máy này không tin chứng thư của hệ thống trung tâm. Cần khai báo tệp của nơi cấp chứng thư (--central-ca), hoặc báo quản trị viên.
error-not-ready = Hệ thống trung tâm đang khởi động. Xin bạn chờ một lát rồi thử lại.
error-unknown-group = Trung tâm không có lĩnh vực vừa chọn. Xin bạn chọn lại trên màn hình.
error-unknown-language = Hệ thống chưa có ngôn ngữ này. Xin bạn chọn ngôn ngữ khác.
error-numbers-used-up = Hôm nay lĩnh vực này đã hết số. Xin bạn hỏi cán bộ hướng dẫn.
error-unknown-ticket = Không tìm thấy số thứ tự này. Xin bạn xem lại phiếu, hoặc lấy số mới.
error-ticket-not-in-state =
    Chưa làm được việc này với số { $label }, vì số { $state ->
        [waiting] đang chờ, chưa được gọi
        [called] vừa được gọi, chưa bắt đầu phục vụ
        [serving] đang được phục vụ
        [parked] đang được giữ lại
        [finished] đã phục vụ xong
        [cancelled] đã được trả lại
        [expired] đã hết hạn trong ngày
       *[no_show] đã ghi là vắng mặt
    }. Xin bạn xem lại danh sách đang hiện.
error-unknown-counter = Trung tâm không có quầy số { $counter }. Xin bạn chọn quầy khác.
error-counter-busy = Quầy đang có số { $label }. Xin bạn kết thúc hoặc ghi vắng mặt số này trước.
error-counter-taken = Quầy { $counter } đang có cán bộ khác mở. Xin bạn chọn quầy khác.
error-counter-not-yours = Bạn không mở quầy { $counter }. Xin bạn mở quầy này trước.
error-other-counter-open = Bạn đang mở quầy { $counter }. Xin bạn đóng quầy đó trước.
error-unknown-service = Trung tâm không có việc vừa chọn trong lĩnh vực này. Xin bạn chọn lại trên màn hình.
error-service-needed = Lĩnh vực này có nhiều việc khác nhau. Xin bạn chọn việc bạn cần làm.
error-unknown-priority = Trung tâm không có diện ưu tiên này. Xin bạn chọn lại trên màn hình.
error-hall-closed =
    { $day ->
        [unknown] Trung tâm đang đóng cửa nên chưa phát số. Xin bạn hỏi cán bộ về ngày làm việc tới.
        [today] Trung tâm chưa mở cửa. Mời bạn lấy số từ { $time } hôm nay.
       *[other] Trung tâm đang đóng cửa. Mời bạn trở lại lấy số từ { $time } ngày { $day }.
    }
error-hall-break = Đang giờ nghỉ trưa. Mời bạn lấy số từ { $time } hôm nay.
error-issuing-stopped =
    { $day ->
        [unknown] Đã gần hết giờ nên hôm nay không phát số nữa. Xin bạn hỏi cán bộ về ngày làm việc tới.
       *[other] Đã gần hết giờ nên hôm nay không phát số nữa. Mời bạn trở lại lấy số từ { $time } ngày { $day }.
    }
error-service-full = Việc này hôm nay đã đủ người. Mời bạn trở lại ngày làm việc tới, hoặc hỏi cán bộ hướng dẫn.
error-has-number = Bạn đang giữ số { $label } của lĩnh vực này. Xin bạn dùng số đó; nếu mất phiếu, xin hỏi cán bộ.
error-pressed-twice = Máy vừa phát số { $label }. Nếu bạn là người khác, xin chờ vài giây rồi nhấn lại.
error-not-its-number = Số { $label } không thuộc dãy số riêng của máy này. Xin báo người quản trị xem lại việc cài đặt máy.
error-number-given = Số { $label } của máy này đã được ghi nhận trong hôm nay. Xin báo người quản trị xem lại máy.
error-counter-on-break = Quầy { $counter } đang nghỉ giải lao. Xin bạn bấm "Làm việc tiếp" trước.
error-no-second-chance = Số { $label } đã được gọi lại một lần mà không có người đến. Xin bạn mời người đó lấy số mới.
error-branch-unnamed = Trung tâm cần có mã ngắn, tên, cơ quan chủ quản và nơi ký giấy. Xin bạn điền đủ các ô này.
error-branch-agency-code = Không tạo được mã hồ sơ từ mã cơ quan "{ $about }". Xin bạn xem lại, ví dụ H01.
error-branch-group = Lĩnh vực "{ $about }" cần có tên riêng, một chữ cái riêng từ A đến Z và ít nhất một việc. Xin bạn sửa lại.
error-branch-service = Việc "{ $about }" cần có tên riêng, một lĩnh vực có thật và thời gian từ 1 phút. Xin bạn sửa lại.
error-branch-counter = Quầy { $about } cần có số riêng và chỉ nhận những việc có thật. Xin bạn sửa lại.
error-branch-unserved = Chưa có quầy nào nhận việc "{ $about }". Xin bạn thêm việc này vào một quầy.
error-branch-priority = Diện ưu tiên "{ $about }" bị trùng hoặc chưa có tên. Xin bạn sửa lại.
error-branch-calling = Tỷ lệ ưu tiên và thời gian chờ tối đa phải từ 1 trở lên. Xin bạn sửa lại.
error-branch-hours = Giờ mở cửa cần có ngày trong tuần và giờ kết thúc sau giờ bắt đầu. Xin bạn sửa lại.
error-branch-appointments = Lịch hẹn cần: mỗi khung giờ dài từ 5 đến 240 phút (0 là không nhận hẹn), nhận ít nhất 1 người, đặt trước nhiều nhất 90 ngày, và một nhóm ưu tiên có trong danh sách. Xin bạn sửa lại.
error-service-booked = Vẫn còn người có lịch hẹn cho dịch vụ “{ $about }”. Xin bạn hủy các lịch hẹn đó trước, hoặc giữ lại dịch vụ.
error-branch-drafts = Hồ sơ đang làm dở được giữ từ 1 đến 30 ngày. Xin bạn sửa lại số ngày.
error-branch-notice = Thông báo thứ { $about } cần có lời (nhiều nhất 300 chữ cái mỗi thứ tiếng) hoặc ảnh, và ngày kết thúc không trước ngày bắt đầu. Xin bạn sửa lại.
error-branch-renamed = Mã ngắn "{ $about }" của trung tâm không đổi được khi đang dùng. Xin bạn giữ nguyên mã này.
error-counter-in-use = Quầy { $counter } đang mở nên chưa bỏ được. Xin bạn đóng quầy rồi lưu lại.
error-service-waited-for = Còn người chờ "{ $about }" (số { $label }) nên chưa bỏ được. Xin bạn phục vụ hoặc chuyển người đó rồi lưu lại.
error-branch-changed = Có người vừa sửa các thiết lập này. Xin bạn mở lại để xem bản mới rồi sửa tiếp.
error-version-missing = Yêu cầu thiếu số phiên bản của thiết lập. Xin bạn mở lại trang thiết lập rồi lưu.
error-supervisor-only = Việc này dành cho người giám sát. Xin bạn nhờ người giám sát hoặc quản trị.
error-no-series-left = Hệ thống đã hết dãy số riêng cho máy phát số. Khi mất kết nối, máy này chưa phát số được; xin báo người quản trị.
error-no-series = Máy này chưa có dãy số riêng. Xin báo người quản trị xem lại việc cài đặt máy.
error-given-otherwise = Yêu cầu này đã được cấp số { $label }. Xin bạn dùng số đó.
error-rating-wrong = Ý kiến chưa có mức hài lòng. Xin bạn chọn một mức rồi gửi lại.
error-rated-already = Số { $label } đã có ý kiến rồi. Cảm ơn bạn.
error-report-date-wrong = Ngày của báo cáo cần ở dạng 2026-11-23. Xin bạn chọn lại ngày.
error-report-not-saved = Chưa lưu được tệp vào thư mục Tải xuống. Xin bạn kiểm tra ổ đĩa còn chỗ rồi lưu lại.
error-holder-wrong = Máy gửi thông tin thẻ không đúng dạng. Xin báo người quản trị xem lại máy.
error-device-name-wrong = Tên thiết bị cần có từ 1 đến 60 ký tự. Xin bạn nhập lại.
error-enrolment-code-wrong = Mã ghép máy không đúng, đã dùng hoặc đã quá 15 phút. Xin bạn tạo mã mới rồi nhập lại.
error-account-taken = Tên tài khoản này đã có người dùng. Xin bạn chọn tên khác.
error-account-name-wrong = Tên tài khoản cần có từ 3 đến 32 ký tự, chỉ gồm chữ thường không dấu, chữ số, dấu chấm và dấu gạch ngang. Xin bạn nhập lại.
error-staff-name-wrong = Họ tên cần có từ 1 đến 80 ký tự. Xin bạn nhập lại.
error-password-short = Mật khẩu cần có ít nhất { $least } ký tự. Xin bạn chọn mật khẩu dài hơn.
error-password-long = Mật khẩu chỉ có nhiều nhất { $most } ký tự. Xin bạn chọn mật khẩu ngắn hơn.
error-password-same = Mật khẩu mới giống mật khẩu cũ. Xin bạn chọn mật khẩu khác.
error-password-is-account = Mật khẩu không được giống tên tài khoản. Xin bạn chọn mật khẩu khác.
error-password-wrong = Mật khẩu hiện tại chưa đúng. Xin bạn nhập lại.
error-password-change-required = Bạn cần đổi mật khẩu trước khi làm việc. Xin bạn đặt mật khẩu mới.
error-sign-in-wrong = Tên tài khoản hoặc mật khẩu chưa đúng. Xin bạn nhập lại.
error-sign-in-wait = Đã gõ sai nhiều lần. Xin bạn chờ { $seconds } giây rồi thử lại.
error-token-missing = Bạn chưa đăng nhập. Xin bạn đăng nhập rồi làm lại.
error-token-unknown = Hệ thống không còn nhận ra máy hoặc tài khoản này. Xin bạn đăng nhập lại, hoặc nhờ người quản trị ghép lại máy.
error-signed-out-idle = Bạn đã rời máy quá lâu nên hệ thống tự đăng xuất. Xin bạn đăng nhập lại.
error-device-only = Việc này chỉ làm được trên máy đã ghép với trung tâm. Xin bạn dùng máy tại sảnh.
error-staff-only = Việc này dành cho cán bộ. Xin bạn nhờ cán bộ giúp.
error-administrator-only = Việc này dành cho người quản trị. Xin bạn liên hệ người quản trị.
error-idempotency-key-missing = Yêu cầu gửi đi thiếu mã chống gửi trùng. Xin bạn báo người quản trị.
error-idempotency-key-reused = Mã chống gửi trùng đã dùng cho một việc khác. Xin bạn làm lại từ đầu.
error-still-running = Hệ thống đang xử lý yêu cầu này. Xin bạn chờ một lát.
error-body-not-json = Hệ thống không đọc được nội dung gửi đến. Xin bạn thử lại, hoặc báo người quản trị.
error-body-not-understood = Nội dung gửi đến không đúng mẫu. Xin bạn thử lại, hoặc báo người quản trị.
error-body-too-large = Nội dung gửi đến lớn hơn { $most } KB nên hệ thống không nhận. Xin bạn gửi phần nhỏ hơn.
error-body-too-slow = Nội dung gửi đến quá chậm nên hệ thống chưa nhận được hết. Xin bạn kiểm tra mạng rồi thử lại.
error-body-cut-off = Nội dung gửi đến bị đứt giữa chừng. Xin bạn kiểm tra mạng rồi thử lại.
error-query-not-understood = Địa chỉ yêu cầu có phần không hiểu được. Xin bạn kiểm tra lại.
error-no-such-route = Không có địa chỉ này. Xin bạn kiểm tra lại.
error-method-not-allowed = Địa chỉ này không nhận cách yêu cầu đó. Xin bạn kiểm tra lại.
error-file-kind-refused = Hệ thống chỉ nhận tệp PDF và ảnh JPEG hoặc PNG. Xin bạn chọn tệp khác, hoặc quét lại giấy tờ.
error-unknown-file = Không tìm thấy tệp này. Xin bạn tải lại danh sách.
error-submission-differs = Hồ sơ này đã được nhận với nội dung khác và không sửa được nữa. Xin bạn hỏi cán bộ.
error-submission-code-taken = Mã nộp tạm này đã dùng cho hồ sơ khác. Xin bạn nộp lại để có mã mới.
error-document-unknown = Có giấy tờ chưa được gửi đến hệ thống trọn vẹn. Xin bạn gửi lại giấy tờ đó rồi nộp.
error-unknown-submission = Không tìm thấy hồ sơ này. Xin bạn tải lại danh sách.
error-already-accepted = Hồ sơ này đã được tiếp nhận với mã { $code }. Bạn không cần tiếp nhận lại.
error-unknown-form = Hệ thống chưa có bản mẫu này của thủ tục { $procedure }. Xin bạn báo người quản trị cập nhật chương trình.
error-answers-wrong = Có câu trả lời chưa đúng mẫu ({ $fields }). Xin bạn xem lại rồi nộp.
error-papers-wrong = Giấy tờ gửi kèm không khớp với hồ sơ: thiếu giấy phải có, hoặc có giấy không cần. Xin bạn xem lại các trang giấy tờ rồi nộp lại, hoặc đến quầy.
error-consent-missing = Hồ sơ chưa có sự đồng ý cho xử lý thông tin. Xin bạn đồng ý ở trang đầu rồi nộp.
error-unknown-code = Không tìm thấy hồ sơ có mã này. Xin bạn xem lại mã trên phiếu và nhập lại, hoặc hỏi cán bộ.

## Máy và gọi cán bộ
error-status-wrong = Máy báo tình trạng không đúng mẫu. Xin báo người quản trị xem lại phiên bản chương trình của máy.
error-no-help-call = Ở máy này không còn ai cần giúp nữa. Bạn không cần đến.
error-help-answered = Đã có cán bộ khác nhận đến máy này. Bạn không cần đến.
error-help-not-called = Máy CHƯA gọi được cán bộ. Mời bạn đến quầy gần nhất để được giúp.

## Bảng gọi số
error-unknown-branch = Không có trung tâm nào mang tên này. Xin kiểm tra lại địa chỉ: /board là bảng của trung tâm.
error-board-not-built = Máy chủ này được cài đặt không kèm trang bảng gọi số. Xin dựng giao diện (script/bootstrap, rồi npm --prefix ui run build) và dựng lại máy chủ.
error-too-many-boards = Đang có quá nhiều bảng theo dõi. Bảng sẽ tự thử lại.

## Ảnh của thông báo
error-picture-kind-refused = Tệp này không phải là ảnh PNG, JPEG hoặc WebP. Xin bạn chọn tệp khác.
error-picture-unreadable = Ảnh này bị hỏng hoặc tải lên chưa trọn. Xin bạn chọn ảnh khác.
error-picture-too-large = Ảnh này lớn hơn { $most } triệu điểm ảnh. Xin bạn thu nhỏ ảnh rồi chọn lại.
error-unknown-picture = Ảnh của thông báo không còn trên hệ thống. Xin bạn chọn lại ảnh rồi lưu.

## Appointments

error-unknown-appointment = Không tìm thấy lịch hẹn này: mã chưa đúng, hoặc ngày hẹn đã qua. Xin bạn xem lại mã trên phiếu, hoặc lấy số hôm nay.
error-appointment-code-wrong = Mã hẹn có 6 chữ và số, không có chữ I, O, Q, Z và số 0, 1. Xin bạn xem lại mã trên phiếu hẹn.
error-appointment-cancelled = Lịch hẹn này đã hủy. Mời bạn đặt lịch khác hoặc lấy số hôm nay.
error-appointment-used = Lịch hẹn này đã được dùng để lấy số { $label }. Xin bạn xem phiếu số, hoặc hỏi cán bộ.
error-appointment-early = { $day ->
    [today] Chưa đến giờ hẹn. Mời bạn quay lại lấy số từ { $time } hôm nay.
   *[other] Lịch hẹn của bạn là ngày khác. Mời bạn quay lại từ { $time } ngày { $day }.
}
error-slot-unknown = Giờ này không còn nhận hẹn. Mời bạn chọn giờ khác.
error-slot-full = Giờ này vừa hết chỗ. Mời bạn chọn giờ khác.

## Danh mục thủ tục
error-procedure-changed = Thủ tục này vừa có bản mới. Xin bạn xem lại bản mới rồi đánh dấu.
error-words-changed = Lời giải thích của thủ tục này vừa được người khác sửa. Xin bạn tải lại, xem bản mới rồi sửa tiếp.
error-words-too-long = { $what ->
    [name] Tên thường gọi dài quá { $most } ký tự. Xin bạn viết ngắn lại.
    [summary] Phần giới thiệu dài quá { $most } ký tự. Xin bạn viết ngắn lại.
    [bring] Có dòng ở mục cần mang theo dài quá { $most } ký tự. Xin bạn viết ngắn lại.
   *[synonyms] Có tên gọi khác dài quá { $most } ký tự. Xin bạn viết ngắn lại.
}
error-words-too-many = { $what ->
    [bring] Mục cần mang theo chỉ có tối đa { $most } dòng. Xin bạn bớt lại.
   *[synonyms] Chỉ có tối đa { $most } tên gọi khác. Xin bạn bớt lại.
}
error-words-not-in-vietnamese = Có phần viết tiếng Anh mà chưa có tiếng Việt. Xin bạn viết thêm tiếng Việt.
error-unknown-life-event = Danh mục không còn việc trong đời này. Xin bạn chọn lại.
error-unknown-procedure-version = Hệ thống không có bản { $version } của thủ tục { $procedure }. Xin bạn báo người quản trị.

## Hồ sơ đang làm dở
error-draft-proof-wrong = Mã này và giấy tờ của bạn không khớp với hồ sơ nào đang giữ. Bạn xem lại mã trên phiếu rồi thử lại. Còn { $left } lần thử.
error-draft-birth-missing = Bạn chọn đủ ngày, tháng và năm sinh rồi thử lại.
error-draft-locked = Mã này đã bị khóa vì thử sai quá nhiều lần. Bạn đến quầy, cán bộ sẽ xem giấy tờ của bạn và mở khóa.
error-draft-elsewhere = Hồ sơ này vừa được mở ở máy khác. Bạn làm tiếp ở máy kia.
error-draft-out-of-date = Hồ sơ này đã có bản mới hơn, nên bản này không được nộp. Bạn mở lại hồ sơ bằng mã để làm tiếp.
error-draft-gone = Hồ sơ đang làm dở này không còn được giữ. Bạn tra cứu bằng mã xem đã nộp chưa, hoặc làm hồ sơ mới.
error-unknown-draft = Không có hồ sơ đang làm dở này.
error-draft-files-missing = Vài trang giấy của hồ sơ chưa gửi tới được. Máy sẽ tự gửi lại.
error-draft-wrong = Hồ sơ đang làm dở gửi tới không đọc được. Bạn báo cán bộ kỹ thuật.
error-draft-not-shared = Người dân chưa đồng ý cho cán bộ mở hồ sơ này, hoặc đã thôi cho mở. Bạn đến tận máy để giúp.
error-draft-damaged = Hồ sơ này được giữ nhưng không mở ra được nữa. Bạn gọi cán bộ giúp, hoặc làm hồ sơ mới.
error-form-version-gone = Máy này không có mẫu tờ khai mà hồ sơ của bạn đã bắt đầu, nên không mở được ở đây. Hồ sơ của bạn vẫn còn nguyên. Xin bạn thử ở máy khác, hoặc gọi cán bộ giúp.

## Tiền
error-branch-bank = Tài khoản nhận tiền cần mã ngân hàng 6 chữ số, số tài khoản không quá 19 chữ và số, và tên để mọi người nhận ra. Xin bạn sửa lại.
error-branch-postage = Tiền gửi bưu điện cần mã tỉnh đúng và số tiền không quá 10.000.000 đồng. Xin bạn sửa lại.
error-branch-transfer = Thời gian chờ tiền chuyển khoản cần từ 0 đến 10.080 phút (7 ngày). Xin bạn sửa lại.
error-payment-reckoned = Phí của hồ sơ này đã được tính theo quy định, không cần báo lại.
error-payment-amount-unset = Chưa có số tiền phải thu. Bạn báo số tiền trước.
error-nothing-to-pay = Hồ sơ này không có khoản nào phải trả.
error-payment-amount-wrong = Số tiền phải là số nguyên lớn hơn 0. Xin bạn sửa lại.
error-payment-in-order = Khoản tiền này không có gì phải xử lý. Có thể đồng nghiệp vừa xử lý xong. Xin bạn tải lại.
error-supplement-wrong = Xin bạn ghi cần bổ sung gì, không quá 1.000 ký tự, và chọn giấy tờ có trong hồ sơ này.
error-unknown-supplement = Không có yêu cầu bổ sung này. Xin bạn tải lại.
error-note-wrong = Xin bạn ghi việc đã làm, không quá 500 ký tự.
error-unknown-credit = Không có khoản chuyển này.
error-credit-settled = Khoản chuyển này đã được xử lý rồi. Xin bạn tải lại.
error-bank-signature-wrong = Chữ ký của ngân hàng không đúng. Ngân hàng cần kiểm tra khóa chung.
error-bank-timestamp-wrong = Giờ gửi lệch quá 5 phút. Ngân hàng cần kiểm tra đồng hồ rồi gửi lại.
error-bank-credit-wrong = Tin báo tiền về không đúng mẫu. Ngân hàng cần xem lại.
error-bank-transaction-differs = Giao dịch này đã được báo với nội dung khác. Ngân hàng cần liên hệ trung tâm.

## Số đo biểu mẫu
error-measures-wrong = Máy gửi số đo biểu mẫu không đúng dạng. Xin báo người quản trị xem lại máy.
error-measure-dates-wrong = Khoảng ngày chưa đúng. Xin bạn chọn ngày đầu không sau ngày cuối, và không quá 400 ngày.

## Cán bộ giúp điền

error-assist-not-saved = Câu trả lời vừa rồi chưa gửi về trung tâm được, nên cán bộ chưa mở được. Xin bạn thử lại sau ít phút, hoặc đợi cán bộ đến tận máy.
error-assist-officer-edits = Cán bộ đang điền giúp bạn. Bạn bấm “Để tôi làm tiếp” nếu muốn tự điền.
error-assist-changed = Cán bộ vừa sửa tờ khai này giúp bạn. Bạn xem lại rồi bấm Nộp.
error-assist-nothing = Tờ khai này không còn mở ở đây nữa. Xin bạn mở lại từ danh sách.
error-review-not-printed = Bản để ký chưa in ra giấy. Hãy in lại, mời người dân đọc và ký, rồi mới nộp thay.
error-review-void = Tờ khai đã thay đổi sau khi in. Hãy in bản mới và mời người dân ký lại.
error-review-consents = Trên bản đã in ghi những điều đồng ý khác. Hãy xem lại bản giấy, hoặc in bản mới.
error-review-differs = Nội dung gửi đi khác với bản đã in để ký nên chưa được nhận. Xin bạn hỏi cán bộ.
error-review-unknown = Chưa có cán bộ nào in bản để ký của hồ sơ này nên chưa được nhận. Xin bạn hỏi cán bộ.
error-auditor-only = Việc này dành cho người kiểm tra hoặc quản trị.
error-auditor-reads-only = Tài khoản kiểm tra chỉ xem nhật ký và báo cáo. Xin bạn dùng tài khoản cán bộ cho việc này.
error-not-allowed = Không ai được làm việc này ở đây. Xin bạn báo quản trị.
error-account-own = Bạn không đóng được tài khoản của chính mình. Xin bạn nhờ một quản trị khác.
error-unknown-account = Không có tài khoản này, hoặc tài khoản đã đóng. Xin bạn xem lại danh sách.
error-unknown-device = Không có thiết bị này. Xin bạn xem lại danh sách thiết bị.
error-branch-kept = Hồ sơ đã nộp được giữ từ 30 đến 3650 ngày. Xin bạn sửa lại số ngày.
