# Danh mục thủ tục ở máy cán bộ
