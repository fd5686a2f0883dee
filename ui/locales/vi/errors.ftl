# Mỗi câu nói chuyện gì đã xảy ra và cần làm gì tiếp theo.
error-central-away = Chưa kết nối được với hệ thống trung tâm. Xin bạn chờ một lát rồi thử lại, hoặc hỏi cán bộ.
error-internal = Máy gặp trục trặc. Xin bạn báo cán bộ giúp.
