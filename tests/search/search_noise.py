"""Unrelated pages among which the handbook's must still be found; the same ones every time."""

import random

from handbook.search import SearchPage
from handbook.search.page_sections import Unit
from handbook.vietnamese.text import slug

# Words of other matters that share their syllables with the handbook's: "chuyển mùa", "đổi gió", "số phận".
_WORDS = (
    """
bóng đá;cầu thủ;trọng tài;bàn thắng;giải đấu;huấn luyện;đội bóng;sân cỏ;vòng loại;chuyển nhượng;thủ môn;vô địch;đổi sân;tỷ số;
nấu ăn;gia vị;nước mắm;món kho;canh chua;bún bò;bánh cuốn;rau thơm;lửa nhỏ;công thức;nguyên liệu;khẩu phần;đầu bếp;mật ong;bếp điện;
lúa nước;phân bón;giống cây;tưới tiêu;sâu bệnh;mùa vụ;chăn nuôi;ao cá;vườn cam;cà phê;hồ tiêu;thu hoạch;máy cày;đất phèn;cây số;
du lịch;bãi biển;khách sạn;hang động;đèo cao;ruộng bậc thang;lễ hội;chợ nổi;đường mòn;vé tàu;hướng dẫn viên;danh thắng;phố cổ;sổ tay;
thơ ca;tiểu thuyết;nhân vật;truyện ngắn;nhà văn;câu thơ;ngôn ngữ;bình luận;số phận;chữ nghĩa;tác giả;văn học;ký ức;chuyện cũ;dấu lặng;
thời tiết;mưa rào;gió mùa;bão lớn;nhiệt độ;áp thấp;nắng nóng;sương mù;chuyển mùa;đổi gió;lượng mưa;thủy triều;sóng lớn;mức nước;
toán học;phương trình;hình vuông;tam giác;số thực;đạo hàm;định lý;phép tính;bài tập;lời giải;căn bậc hai;ma trận;biến số;xác suất;
âm nhạc;bài hát;giai điệu;nhạc cụ;đàn bầu;ca sĩ;dân ca;hòa âm;phòng thu;sân khấu;nốt nhạc;trống cơm;giọng cao;khóa sol;ký âm;
sức bền;chạy bộ;bơi lội;dinh dưỡng;giấc ngủ;khám thai;vắc xin;huyết áp;thuốc nam;châm cứu;bác sĩ;điều dưỡng;bệnh viện;thẻ tập;
lịch sử;triều đại;vua Hùng;khởi nghĩa;thành cổ;cổ vật;khảo cổ;sử gia;bia đá;chiến dịch;kháng chiến;di tích;làng cổ;gia phả;
động vật;chim rừng;voi rừng;cá voi;loài ong;tổ chim;bò sát;san hô;rừng ngập mặn;bảo tồn;khu dự trữ;đàn kiến;con người;mã gen;
""".replace("\n", "")
    .strip(";")
    .split(";")
)
_LINKS = [
    "và",
    "của",
    "cho",
    "với",
    "trong",
    "khi",
    "thì",
    "được",
    "là",
    "các",
    "những",
    "người",
    "một",
    "nhiều",
    "mỗi",
    "từ",
    "đến",
    "có",
    "không",
    "để",
    "cách",
    "làm",
    "việc",
    "nhà",
    "năm",
    "mới",
]
_YEARS = [str(year) for year in range(2015, 2027)]


def noise_pages(count: int, seed: int = 7) -> list[SearchPage]:
    """``count`` pages of five sections with about 100 words each, five matters in each page."""
    chance = random.Random(seed)
    return [_page(number, chance) for number in range(count)]


def _page(number: int, chance: random.Random) -> SearchPage:
    matters = chance.sample(_WORDS, 25)
    title = _sentence(matters[:5], chance, 6).capitalize()
    units = [Unit("", "", _sentence(matters, chance, 60))]
    for _ in range(4):
        heading = _sentence(matters, chance, 5).capitalize()
        units.append(Unit(heading, slug(heading), " ".join(_sentence(matters, chance, 12) + "." for _ in range(8))))
    key = f"nhieu/{number:03d}"
    return SearchPage(
        key,
        key + "/",
        title,
        "Nhiễu",
        _sentence(matters, chance, 25),
        tuple(chance.sample(matters, 4)),
        tuple(units),
        tuple(() for _ in units),
    )


def _sentence(matters: list[str], chance: random.Random, length: int) -> str:
    words: list[str] = []
    while len(words) < length:
        kind = chance.random()
        words += (
            chance.choice(matters) if kind < 0.55 else chance.choice(_LINKS) if kind < 0.95 else chance.choice(_YEARS)
        ).split()
    return " ".join(words[:length])
