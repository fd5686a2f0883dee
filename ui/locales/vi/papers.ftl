## Trang giấy đã chụp hoặc quét (máy nói điều này, màn hình chỉ hiện lại)

guide-fault-blurred = Trang này bị mờ, chữ khó đọc. Bạn đặt giấy nằm yên rồi chụp lại.
guide-fault-dark = Trang này tối quá. Bạn bật thêm đèn hoặc tránh để bóng che giấy rồi chụp lại.
guide-fault-glare = Trang này bị lóa ánh đèn. Bạn xoay hoặc dời giấy một chút rồi chụp lại.
guide-fault-cut = Một mép giấy nằm ngoài ảnh. Bạn đặt cả tờ giấy vào trong khung rồi chụp lại.
guide-fault-upside-down = Trang này bị ngược đầu. Bạn bấm “Xoay” cho chữ đứng thẳng lại.
guide-fault-small = Ảnh này nhỏ quá, chữ khó đọc. Bạn đưa máy lại gần giấy hơn rồi chụp lại.
guide-error-doubtful = Có trang chưa đọc rõ. Bạn chụp lại trang đó, hoặc bấm “Vẫn dùng trang này” nếu bạn thấy chữ rõ.
