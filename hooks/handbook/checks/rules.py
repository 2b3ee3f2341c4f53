"""The rules in one list: what each is called, what it is for, how much it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from handbook.checks import (
    characters,
    dated,
    foreign_markdown,
    headings,
    images,
    lost_letters,
    markdown_mistakes,
    page_places,
    quoted_values,
    sentences,
    sources,
    spelling,
    translations,
    voice,
)
from handbook.checks.page import Content, Page
from handbook.problem import Problem, Severity
from handbook.source.guard import UNFORESEEN, told

ERROR, INCOMPLETE, HINT = Severity


@dataclass(frozen=True)
class Rule:
    """``check_page`` sees one page, ``check_all`` everything; a rule has one of them."""

    code: str
    title: str
    severity: Severity
    check_page: Callable[[Page], Iterator[Problem]] | None = None
    check_all: Callable[[Content], Iterator[Problem]] | None = None

    def check(self, content: Content) -> Iterator[Problem]:
        """The problems that this rule finds, under its code."""
        found = (
            told(content.docs.name, partial(self.check_all, content))
            if self.check_all
            else (
                problem
                for page in content.pages
                if self.check_page
                for problem in told(page.article.path, partial(self.check_page, page))
            )
        )
        return (
            problem if problem.code == UNFORESEEN else replace(problem, code=self.code, severity=self.severity)
            for problem in found
        )


RULES: tuple[Rule, ...] = (
    Rule("tieu-de-h1", "Trong bài không dùng mục cấp 1", ERROR, headings.top_level),
    Rule("tieu-de-nhay-cap", "Cấp của mục không nhảy cóc", ERROR, headings.skipped_level),
    Rule("tieu-de-trong", "Mục phải có tên", ERROR, headings.empty),
    Rule("tieu-de-trung", "Các mục cùng cấp có tên khác nhau", HINT, headings.repeated),
    Rule("khung-hong", "Khung lưu ý đúng loại, chữ thụt vào trong", ERROR, markdown_mistakes.boxes),
    Rule("khoi-khong-dong", "Khối mở thì có đóng", ERROR, markdown_mistakes.unclosed),
    Rule("chu-thich-thieu", "Chú thích cuối trang có nội dung", ERROR, markdown_mistakes.footnotes),
    Rule("lien-ket-vo", "Liên kết viết liền, không dấu cách", ERROR, markdown_mistakes.broken_links),
    Rule("viet-lien", "Có dòng trống trước danh sách, trước bảng", ERROR, markdown_mistakes.glued),
    Rule("bang-thua-o", "Hàng của bảng không nhiều ô hơn số cột", ERROR, markdown_mistakes.ragged_tables),
    Rule("danh-sach-thut", "Danh sách con thụt vào 4 dấu cách", ERROR, foreign_markdown.rule("danh-sach-thut")),
    Rule("danh-sach-dau", "Danh sách bắt đầu bằng “- ” hoặc “1. ”", ERROR, foreign_markdown.rule("danh-sach-dau")),
    Rule("danh-sach-so", "Số của danh sách giữ nguyên trên trang", ERROR, foreign_markdown.rule("danh-sach-so")),
    Rule("thut-thanh-ma", "Đoạn chữ không thụt vào thành khối mã", ERROR, markdown_mistakes.indented),
    Rule("bang-dan", "Bảng dán từ Excel viết thành bảng", ERROR, foreign_markdown.rule("bang-dan")),
    Rule("dam-cach", "Chữ đậm không có dấu cách sát dấu sao", ERROR, foreign_markdown.rule("dam-cach")),
    Rule("khung-kieu-khac", "Khung viết theo cách của cẩm nang", ERROR, foreign_markdown.rule("khung-kieu-khac")),
    Rule("khung-la", "Không có lệnh, sơ đồ của chương trình khác", ERROR, foreign_markdown.rule("khung-la")),
    Rule("dau-la", "Không có dấu của chương trình khác", ERROR, foreign_markdown.rule("dau-la")),
    Rule("chu-thich-thua", "Chú thích nào cũng được gọi", ERROR, foreign_markdown.rule("chu-thich-thua")),
    Rule("can-nhay", "Chữ trông như số ở phần khai báo đặt trong dấu nháy", HINT, quoted_values.without_quotes),
    Rule("trang-trong", "Bài có nội dung", INCOMPLETE, markdown_mistakes.blank),
    Rule("ten-bai-trung", "Các bài khác tên nhau", HINT, check_all=markdown_mistakes.same_title),
    Rule("lien-ket-tep", "Tệp mà liên kết trỏ tới phải có", ERROR, check_all=page_places.missing_file),
    Rule("trang-ngoai-muc-luc", "Trang nào cũng có chỗ trong mục lục", ERROR, check_all=page_places.outside),
    Rule("anh-thieu-tep", "Ảnh dùng trong bài phải có tệp", ERROR, check_all=images.missing),
    Rule("anh-noi-khac", "Ảnh nằm trong cẩm nang, không lấy từ trang khác", ERROR, check_all=images.elsewhere),
    Rule("anh-thieu-mo-ta", "Ảnh có lời mô tả", ERROR, check_all=images.undescribed),
    Rule("anh-sai-duoi", "Đuôi tệp đúng với loại ảnh", ERROR, check_all=images.wrong_type),
    Rule("anh-qua-nang", "Ảnh đủ nhẹ cho mạng yếu", ERROR, check_all=images.too_big),
    Rule("anh-thua", "Ảnh nào cũng được dùng", HINT, check_all=images.unused),
    Rule("anh-thong-tin-an", "Ảnh không còn thông tin ẩn về nơi chụp, người chụp", ERROR, check_all=images.traces),
    Rule("nguon-thieu", "Trang có ít nhất một nguồn", INCOMPLETE, sources.absent),
    Rule("nguon-thieu-ngay", "Nguồn có ngày", INCOMPLETE, sources.undated),
    Rule("nguon-mau", "Nguồn không còn là chữ mẫu", INCOMPLETE, sources.placeholder),
    Rule("cau-mau", "Bài không còn câu mẫu của make new", INCOMPLETE, sources.sample),
    Rule("chua-xong", "Không in điều chưa kiểm chứng, chữ đánh dấu, chữ giữ chỗ", ERROR, sources.unfinished),
    Rule("noi-ve-minh", "Bài nói về việc của bà con, không nói về cẩm nang và nguồn", ERROR, voice.speaks_of_itself),
    Rule("tieng-khong-co", "Tiếng Việt viết được", ERROR, spelling.impossible),
    Rule("ten-la", "Tên riêng có dấu viết đúng", HINT, spelling.strange_name),
    Rule("tu-la", "Từ không dấu là tiếng Việt hoặc từ nước ngoài đã biết", HINT, spelling.unknown),
    Rule("dat-dau-thanh", "Dấu thanh đặt kiểu hòa, khỏe, thủy", HINT, spelling.misplaced_tone),
    Rule("chu-hong", "Chữ Việt là Unicode, không mất chữ nào", ERROR, lost_letters.lost_letters),
    Rule("chu-gia", "Không có chữ trông giống chữ Việt", ERROR, characters.look_alike),
    Rule("ky-tu-an", "Không có ký tự không nhìn thấy", ERROR, characters.invisible),
    Rule("unicode-to-hop", "Chữ có dấu lưu ở dạng dựng sẵn", HINT, characters.decomposed),
    Rule("hai-dau-cach", "Một dấu cách giữa hai chữ", HINT, characters.double_space),
    Rule("nhay-thang", "Dấu nháy cong trong câu", HINT, characters.straight_quote),
    Rule("cach-truoc-dau", "Không có dấu cách trước dấu câu", HINT, characters.space_before),
    Rule("cau-dai", "Câu không quá dài", HINT, sentences.overlong),
    Rule("da-thu-cu", "Các bước theo ứng dụng được thử lại trong 12 tháng", HINT, check_all=dated.tried_long_ago),
    Rule("da-thu-sau", "Ngày thử không sau ngày chốt nội dung", ERROR, check_all=dated.tried_later),
    Rule("chua-ro-qua-han", "Điều chưa rõ được hỏi đúng hạn", HINT, check_all=dated.asked_too_late),
    Rule("dich-thieu-goc", "Bản dịch có bản gốc", ERROR, check_all=translations.without_original),
    Rule("dich-cu", "Bản dịch không cũ hơn bản gốc", HINT, check_all=translations.outdated),
    Rule("dich-lech", "Bản dịch có cùng các mục với bản gốc", HINT, check_all=translations.drifted),
)


def check_content(content: Content) -> tuple[Problem, ...]:
    """What all rules find, in the order of the rules."""
    return tuple(problem for rule in RULES for problem in rule.check(content))
