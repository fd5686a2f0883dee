// Syllables of Vietnamese with every rime that occurs, and onsets that rimes are hard to tell from (gi,
// qu). Where the two styles of placing a tone differ: traditional/new.
export const SYLLABLES = `
ba cá nhà gả mã lạ các bạc sách mạch hai mái tài phải mãi lại làm tám cảm hãm phạm an bán bàn bản bạn
đang sáng hàng đảng lãng dạng anh ánh thành ảnh lãnh mạnh cao báo đào thảo não đạo tháp đạp mát đạt
sau cháu màu tay máy bày bảy dãy chạy bắc mặc đắk năm tắm rằm thẳm dặm ăn sắn hẳn sẵn chặn
băng thắng bằng thẳng hẵng nặng lắp gặp cắt đặt tâm nấm lầm thẩm mẫm đậm dân phấn trần khẩn mẫn nhận
nâng tầng dâng giấc bậc ấp lập cấp đất thật nhất châu đấu cầu khẩu mẫu hậu tây giấy thầy đẩy vậy
xe bé bè trẻ vẽ mẹ séc em kém kèm men bén đèn lẻn bẽn hẹn keng béng kẻng theo kéo mèo kẻo phép đẹp hét vẹt
kê bế lề kể lễ lệ ếch lệch đêm nếm thềm tên bến nền bện kênh bệnh lệnh xếp nếp tết hết mệt kêu nếu đều
đi chí thì nghỉ nghĩ thị chia mía bìa vỉa nghĩa địa thích lịch việc biếc tiệc nghiêm chiếm tiềm kiểm liệm
tiên biến tiền biển miễn diện riêng tiếng miệng nghiêng tiếp nghiệp biết việt tiêu hiếu chiều kiểu nhiễu liệu
kim tím chìm mỉm tin chín nhìn mịn sinh kính tình tỉnh tĩnh định kíp kịp mít thịt ít chịu níu dìu
to có bò nhỏ võ họ hoa hóa/hoá hòa/hoà tỏa/toả xõa/xoã họa/hoạ khoác toạc hoạch ngoài thoải khoái loại ngoạm
hoàn toán đoàn khoản hoãn loạn hoang hoàng thoáng khoảng loãng loạng oanh hoành khoảnh ngoao oạp hoạt thoát
xoay xoáy ngoảy hoặc ngoắc oăm hoắm xoăn khoăn ngoằn ngoằng hoẵng oắt ngoặt học tóc
khoe khỏe/khoẻ lóe/loé xòe/xoè tõe/toẽ nhọe/nhoẹ hoen nhoẻn khoeo ngoẻo ngoéo khoèo khoét toẹt
coi nói tòi hỏi cõi gọi khom xóm còm chõm con bón tròn ngọn trong phóng phòng hỏng võng vọng
xoong boong moóc họp góp ngọt hót cô bố hồ phổ đỗ hộ gốc độc ốc tôi hối rồi đổi lỗi đội
tôm cốm gồm nộm thôn vốn bồn hỗn nộn công sống đồng tổng rỗng động hộp tốp tốt một
cơ chớ cờ sở đỡ chợ ơi mới trời khởi hỡi đợi cơm sớm bờm ơn lớn sờn trợn lớp hợp ớt đợt
thu chú mù chủ vũ phụ mua lúa mùa của đũa lụa tuân xuân tuần chuẩn thuận luân khuâng luật xuất thuật
khuấy nguẩy phúc mục thuê thuế huề huệ khuếch nguệch huênh tuềnh vui núi mùi củi mũi bụi
chum túm chùm bụm bún đùn lụn chung cúng cùng khủng dũng bụng thuốc thuộc cuộc nuôi muối ruồi đuổi muỗi tuổi
nhuộm buồm luôn muốn nguồn muộn chuông uống luồng xuổng muỗng ruộng suốt ruột giúp chụp bút phụt
thuở huơ khuơ quờ quở huy nguy thúy/thuý thùy/thuỳ thủy/thuỷ lũy/luỹ tụy/tuỵ úy/uý tùy/tuỳ ủy/uỷ lụy/luỵ
khuya huỵch tuyên tuyến thuyền chuyển nguyễn nguyện duyên tuyết duyệt huyệt huynh huỳnh khuỳnh luýnh
suýt huýt xuỵt khuỷu khuỵu tư tứ từ cử chữ tự mưa chứa vừa cửa sữa dựa mức chức lực gửi chửi ngửi
chưng chứng từng hửng những đựng nước được mươi lưới người bưởi rưỡi tượi gươm bướm lượm vươn mướn vườn lượn
thương hướng trường tưởng dưỡng phượng ướp mướp nượp lướt ướt vượt hươu bướu rượu đứt mứt
lưu cứu cừu sửu hữu tựu bưu y lý kỳ kỷ mỹ tỵ ỷ yếm yểm yên yến yết yêu yếu yểu
gì gỉ gia giá giả giã giạ giờ giêng giếng giữ giữa giỏi giặt giường giới giỗ gieo giết gìn giảng giáo giàu
giũ giêm giẫm giong gióng giồng giậu giục giềng giỡn giơ giùm giễu
qua quá quà quả quạ quan quán quản quang quáng quảng quãng quanh quánh quạnh quát quạt quay quày quảy
quăng quẳng quặng quắc quân quấn quần quẩn quận quất quật quấy quầy que què quẻ quét quẹt quen quẹo quê quế
quên quện quốc quới quy quý quỳ quỷ quỹ quỵ quyên quyến quyền quyển quyện quyết quyệt quỳnh quýnh quýt quơ
nghe nghé nghè nghề nghệ nghễ nghèo nghẹn nghiền nghiện nghịch nghinh ghe ghế ghẻ ghi ghép ghềnh ghét
đường đương đoạn đuôi đuốc đức đừng đỉnh đủ đỏ đèo địch điện điều điểm đằng đăng đẵng
trăng trắng trước trung triệu truyền truyện trưởng thoại thưởng thuyết thiếu thiện thường
khách khánh khiếu khuyên khuyến khuyết phường phước phiên phiếu nhiên nhưng nhường chồng chính chuyện
xương xuống xưởng rưng rừng rõ rộng sông sương suối sướng vương vượng vũng vỡ mường lương lượng
`
  .trim()
  .split(/\s+/)
  .map((one) => {
    const [traditional = '', modern = traditional] = one.normalize('NFC').split('/');
    return { traditional, new: modern };
  });
