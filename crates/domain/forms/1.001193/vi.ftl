# Đăng ký khai sinh

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
receive = Cách nhận giấy khai sinh
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
copies = Số bản sao giấy khai sinh
copies-help = Bản chính được cấp miễn phí. Mỗi bản sao 8.000 đồng. Không cần bản sao thì chọn 0.
copies-error-required = Bạn chưa chọn số bản sao. Không cần bản sao thì chọn 0.

## Gia đình của bé
page-family = Bạn là gì của bé?
page-family-help = Nếu bé bị bỏ rơi, do mang thai hộ, hoặc chưa xác định được mẹ, bạn đến quầy gặp cán bộ.
relation = Bạn là
relation-mother = Mẹ của bé
relation-father = Cha của bé
relation-grandparent = Ông hoặc bà của bé
relation-grandparent-help = Bạn cần thống nhất trước với cha mẹ của bé.
relation-relative = Người thân khác của bé
relation-relative-help = Bạn cần thống nhất trước với cha mẹ của bé.
relation-carer = Người đang nuôi dưỡng bé
relation-authorised = Người được cha mẹ của bé ủy quyền
relation-authorised-help = Ủy quyền là nhờ làm thay bằng giấy. Máy sẽ xin ảnh chụp giấy ủy quyền.
relation-error-required = Bạn chưa chọn bạn là gì của bé. Xin bạn chọn một mục.
parents = Cha mẹ của bé
parents-married = Đã đăng ký kết hôn
parents-father_claims = Chưa đăng ký kết hôn, cha làm giấy nhận con cùng lúc
parents-father_claims-help = Tại quầy, cán bộ hướng dẫn thêm tờ khai nhận con.
parents-father_blank = Chưa xác định cha
parents-father_blank-help = Phần ghi về cha trên giấy khai sinh được để trống. Bé theo họ, dân tộc, quê quán, quốc tịch của mẹ.
parents-error-required = Bạn chưa chọn tình trạng của cha mẹ bé. Xin bạn chọn một mục.
parents-error-not = Bạn là cha của bé thì không chọn “Chưa xác định cha”. Xin bạn chọn mục khác.
page-authorisation = Mời bạn đưa giấy ủy quyền
page-authorisation-help = Chụp hoặc quét giấy cha mẹ của bé nhờ bạn đi khai sinh. Giấy cần chứng thực, là có dấu của xã, phường hoặc phòng công chứng. Bạn là người ruột thịt của cha hoặc mẹ bé thì không cần dấu.

## Bé
page-child = Bé tên gì, sinh ngày nào?
child_name = Họ, chữ đệm và tên của bé
child_name-help = Viết đúng như bạn muốn có trên giấy khai sinh.
child_name-error-required = Chưa có tên của bé. Xin bạn nhập họ, chữ đệm và tên của bé.
child_sex = Bé là
child_sex-male = Bé trai
child_sex-female = Bé gái
child_birth_date = Ngày sinh của bé
child_birth_date-error-required = Chưa có ngày sinh của bé. Xin bạn điền đủ ngày, tháng, năm.
child_birth_date-error-future = Ngày sinh của bé chưa đến. Xin bạn xem lại ngày, tháng, năm.
page-origin = Bé thuộc dân tộc nào, quê ở đâu?
page-origin-help = Dân tộc và quê quán theo cha hoặc theo mẹ, do cha mẹ thỏa thuận.
ethnicity = Dân tộc của bé
ethnicity-kinh = Kinh
ethnicity-khmer = Khmer
ethnicity-cham = Chăm
ethnicity-hoa = Hoa
ethnicity-other = Dân tộc khác
nationality = Quốc tịch của bé
nationality-viet_nam = Việt Nam
nationality-other = Nước khác
home_town = Quê quán của bé
home_town-help = Xã hoặc phường, tỉnh. Theo quê của cha hoặc của mẹ.
page-origin_other = Xin bạn ghi rõ thêm
ethnicity_name = Tên dân tộc của bé
nationality_name = Tên nước bé mang quốc tịch

## Nơi sinh và giấy chứng sinh
page-birth = Bé sinh ở đâu?
birth_place = Nơi sinh
birth_place-help = Tên bệnh viện hoặc trạm y tế, xã hoặc phường, tỉnh. Sinh ở nhà thì ghi địa chỉ nhà.
birth_place-error-required = Chưa có nơi sinh của bé. Xin bạn ghi tên bệnh viện, hoặc địa chỉ nếu sinh ở nhà.
certificate = Bạn có giấy chứng sinh không?
certificate-help = Giấy chứng sinh là giấy bệnh viện hoặc trạm y tế cấp khi bé ra đời.
certificate-error-required = Bạn chưa trả lời có giấy chứng sinh hay không. Xin bạn chọn “Có” hoặc “Không”.
page-birth_certificate = Mời bạn đưa giấy chứng sinh
page-birth_certificate-help = Chụp hoặc quét cả tờ giấy, chữ rõ, không bị che.
page-witness = Có ai chứng kiến bé sinh ra không?
page-witness-help = Không có giấy chứng sinh thì cần giấy xác nhận của người làm chứng.
has_witness = Có người làm chứng
has_witness-help = Ví dụ: bà đỡ, hàng xóm, người nhà có mặt khi bé sinh.
has_witness-error-required = Bạn chưa trả lời có người làm chứng hay không. Xin bạn chọn “Có” hoặc “Không”.
page-witnesses = Có mấy người làm chứng?
witnesses = Số người làm chứng
witnesses-help = Có một người là đủ. Nhiều nhất ghi được 5 người.
witnesses-error-required = Bạn chưa chọn số người làm chứng. Xin bạn chọn từ 1 đến 5.
page-witness_person = Người làm chứng thứ { $n } là ai?
witnesses-name = Họ, chữ đệm và tên người làm chứng
witnesses-number = Số căn cước người làm chứng
witnesses-number-help = 12 chữ số ở mặt trước thẻ của người đó. Không biết thì bạn để trống.
witnesses-home = Nơi ở của người làm chứng
witnesses-home-help = Số nhà, đường, ấp hoặc khóm, xã hoặc phường, tỉnh.
page-witness_statement = Giấy xác nhận của { $name }
page-witness_statement-help = Giấy do người làm chứng viết và ký, nói rõ bé sinh khi nào, ở đâu. Có sẵn thì bạn chụp hoặc quét ngay. Chưa có thì bấm “Tiếp tục” và mang đến quầy sau.
page-undertaking = Vì sao không có giấy chứng sinh và người làm chứng?
page-undertaking-help = Tại quầy, bạn ký giấy cam đoan với lý do này. Nếu cam đoan không đúng sự thật, giấy khai sinh có thể bị hủy.
undertaking_reason = Lý do
undertaking_reason-help = Ví dụ: bé sinh ở nhà, lúc đó chỉ có mình tôi.
undertaking_reason-error-required = Chưa có lý do. Xin bạn viết vài chữ vì sao không có giấy chứng sinh và người làm chứng.
undertaking_reason-error-short = Lý do quá ngắn. Xin bạn viết rõ hơn một chút.

## Cha mẹ của bé
page-mother = Mẹ của bé là ai?
mother_name = Họ, chữ đệm và tên của mẹ
mother_birth_year = Năm sinh của mẹ
mother_birth_year-help = 4 chữ số, ví dụ 1995.
mother_number = Số căn cước của mẹ
mother_number-help = 12 chữ số ở mặt trước thẻ của mẹ. Không biết thì bạn để trống.
page-mother_home = Mẹ của bé ở đâu?
mother_address = Nơi ở của mẹ
mother_address-help = Số nhà, đường, ấp hoặc khóm, xã hoặc phường, tỉnh. Không biết thì bạn để trống.
page-father = Cha của bé là ai?
father_name = Họ, chữ đệm và tên của cha
father_birth_year = Năm sinh của cha
father_birth_year-help = 4 chữ số, ví dụ 1993.
father_number = Số căn cước của cha
father_number-help = 12 chữ số ở mặt trước thẻ của cha. Không biết thì bạn để trống.
page-father_home = Cha của bé ở đâu?
father_address = Nơi ở của cha
father_address-help = Số nhà, đường, ấp hoặc khóm, xã hoặc phường, tỉnh. Không biết thì bạn để trống.

## Giấy tờ và phí
paper-identity = Thẻ căn cước của bạn
paper-residence = Giấy tờ về nơi ở (chỉ khi cán bộ chưa tra cứu được)
paper-birth_certificate = Giấy chứng sinh
paper-witness_statement = Giấy xác nhận về việc sinh của người làm chứng { $name }
paper-undertaking = Giấy cam đoan về việc sinh (bạn ký tại quầy)
paper-authorisation = Giấy ủy quyền của cha mẹ bé
paper-marriage = Giấy chứng nhận kết hôn của cha mẹ bé (nếu cán bộ chưa tra cứu được)
paper-recognition = Tờ khai nhận con và giấy tờ chứng minh quan hệ cha con
fee-registration = Đăng ký khai sinh
fee-copies = Bản sao giấy khai sinh
