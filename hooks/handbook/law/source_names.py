"""What people call the sites that publish the text of laws and report on them."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "vanban.chinhphu.vn": "Hệ thống văn bản của Chính phủ",
    "congbao.chinhphu.vn": "Công báo",
    "datafiles.chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
    "xaydungchinhsach.chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
    "phapdien.moj.gov.vn": "Bộ pháp điển, Bộ Tư pháp",
    "pbgdpl.gov.vn": "Phổ biến, giáo dục pháp luật, Bộ Tư pháp",
    "quochoitv.vn": "Truyền hình Quốc hội",
    "thuvienphapluat.vn": "Thư viện Pháp luật",
    "luatvietnam.vn": "LuatVietnam",
    "english.luatvietnam.vn": "LuatVietnam",
    "hethongphapluat.com": "Hệ thống pháp luật Việt Nam",
    "lawnet.vn": "LawNet",
    "vietnamplus.vn": "VietnamPlus",
    "news.laodong.vn": "Báo Lao Động",
    "thanhnien.vn": "Báo Thanh Niên",
    "plo.vn": "Báo Pháp Luật TP.HCM",
    "dantri.com.vn": "Báo Dân trí",
    "vietnamnet.vn": "Báo VietNamNet",
    "baothanhhoa.vn": "Báo Thanh Hóa",
    "giadinh.suckhoedoisong.vn": "Báo Sức khỏe và Đời sống",
    "cafef.vn": "CafeF",
    "vneconomy.vn": "VnEconomy",
    "kenh14.vn": "Kenh14",
    "soha.vn": "Soha",
    "znews.vn": "Znews",
    "tilleke.com": "Tilleke & Gibbins",
    "allenandgledhill.com": "Allen & Gledhill",
}


def source_name(host: str) -> str:
    """``congbao.chinhphu.vn`` → ``Công báo (congbao.chinhphu.vn)``; a site that few know by a name keeps its address alone."""
    bare = host.removeprefix("www.")
    name = _NAMES.get(bare.removeprefix("m."))
    return f"{name} ({bare})" if name else bare
