# Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh

## Người nộp hồ sơ
page-applicant = Họ tên, số căn cước và ngày sinh của bạn
page-applicant-help = Nếu máy đã điền từ thẻ, xin bạn xem kỹ. Chỗ nào sai, bạn chạm vào để sửa.
applicant_name = Họ, chữ đệm và tên của bạn
applicant_name-error-required = Chưa có tên của bạn. Xin bạn nhập họ, chữ đệm và tên.
applicant_number = Số căn cước của bạn
applicant_number-help = 12 chữ số ở mặt trước của thẻ.
applicant_number-error-required = Chưa có số căn cước của bạn. Xin bạn nhập 12 chữ số trên thẻ.
applicant_birth_date = Ngày sinh của bạn
page-contact = Liên hệ với bạn thế nào?
address = Nơi ở hiện nay của bạn
address-help = Số nhà, đường, ấp hoặc khóm, xã hoặc phường, tỉnh. Ghi tên xã, huyện cũ cũng được.
address-error-required = Chưa có nơi ở của bạn. Xin bạn nhập số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
phone = Số điện thoại của bạn
phone-help = Không có điện thoại thì bạn để trống.

## Nhận kết quả
page-result = Bạn muốn nhận kết quả thế nào?
receive = Cách nhận bản sao
receive-counter = Đến quầy nhận
receive-counter-help = Bạn mang thẻ căn cước đến quầy của Trung tâm.
receive-post = Gửi qua bưu điện về nhà
receive-post-help = Bưu điện có thu tiền gửi.
receive-electronic = Nhận bản điện tử
receive-electronic-help = Bản điện tử là bản xem trên điện thoại hoặc máy tính. Cán bộ sẽ hướng dẫn bạn cách nhận.
receive-error-required = Bạn chưa chọn cách nhận kết quả. Xin bạn chọn một cách.
page-post = Bưu điện gửi đến địa chỉ nào?
post_address = Địa chỉ nhận thư
post_address-help = Chọn tỉnh, chọn xã hoặc phường, rồi ghi số nhà, đường, ấp hoặc khóm.
post_address-error-required = Chưa có địa chỉ nhận thư. Xin bạn nhập địa chỉ để bưu điện gửi đến.
post_address-error-short = Địa chỉ quá ngắn, bưu điện không tìm được. Xin bạn ghi đủ số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.
copies = Số bản sao cần cấp
copies-help = Mỗi bản 8.000 đồng.

## Cần bản sao giấy gì
page-event = Bạn cần bản sao về việc gì?
page-event-help = Trích lục là bản ghi lại việc đã đăng ký trong sổ hộ tịch.
event = Việc đã đăng ký
event-birth = Khai sinh
event-marriage = Kết hôn
event-death = Khai tử
event-death-help = Việc đăng ký cho người đã mất.
event-recognition = Nhận cha, mẹ, con
event-guardianship = Giám hộ
event-guardianship-help = Cử người trông nom thay cha mẹ hoặc người thân.
event-correction = Thay đổi, sửa thông tin hộ tịch
event-error-required = Bạn chưa chọn việc cần bản sao. Xin bạn chọn một mục.
page-whom = Bạn xin bản sao cho ai?
for_whom = Bản sao này của
for_whom-self = Chính tôi
for_whom-other = Người khác
for_whom-error-required = Bạn chưa chọn xin cho ai. Xin bạn chọn một mục.
page-relation = Bạn là gì của người đó?
relation = Bạn là
relation-guardian = Cha, mẹ hoặc người giám hộ của người chưa đủ 18 tuổi
relation-family = Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột
relation-other = Người khác
relation-other-help = Máy sẽ xin bản quét giấy ủy quyền có chứng thực.
relation-error-required = Bạn chưa chọn bạn là gì của người đó. Xin bạn chọn một mục.
page-authorisation_family = Mời bạn đưa giấy ủy quyền
page-authorisation_family-help = Ủy quyền là nhờ làm thay bằng giấy. Người thân ruột thịt thì giấy không cần chứng thực.
page-authorisation_certified = Mời bạn đưa giấy ủy quyền có chứng thực
page-authorisation_certified-help = Ủy quyền là nhờ làm thay bằng giấy. Giấy cần có dấu chứng thực của xã, phường hoặc phòng công chứng.

## Thông tin để tìm trong sổ
page-subject = Người đó là ai?
page-subject-help = Ghi đúng như trên giấy tờ hộ tịch để cán bộ tìm được.
subject_name = Họ, chữ đệm và tên người đó
subject_birth_date = Ngày sinh của người đó
subject_birth_date-help = Không biết thì bạn để trống.
page-spouse = Vợ hoặc chồng ghi trên giấy kết hôn là ai?
spouse_name = Họ, chữ đệm và tên vợ hoặc chồng
page-death = Người đó mất ngày nào?
death_date = Ngày mất
death_date-help = Không nhớ chính xác thì bạn để trống.
death_date-error-future = Ngày mất không thể là ngày chưa đến. Xin bạn xem lại ngày, tháng, năm.
page-registration = Trước đây đăng ký ở đâu?
page-registration-help = Bạn nhớ được gì thì ghi. Càng rõ thì cán bộ tìm càng nhanh.
registered_at = Nơi đã đăng ký
registered_at-help = Tên xã hoặc phường, tỉnh. Ghi tên cũ cũng được.
registered_at-error-required = Chưa có nơi đã đăng ký. Xin bạn ghi tên xã hoặc phường, tỉnh.
registered_year = Năm đăng ký
registered_year-help = 4 chữ số. Không nhớ thì bạn để trống.
registered_number = Số ghi trên giấy cũ
registered_number-help = Không có thì bạn để trống.

## Giấy tờ và phí
paper-identity = Thẻ căn cước của bạn
paper-authorisation_family = Giấy ủy quyền của người thân
paper-authorisation_certified = Giấy ủy quyền có chứng thực
fee-copies = Bản sao trích lục hộ tịch
