"""Names of the four legal tasks and the seven competence groups, and the words around them, in both languages.

The Vietnamese names are the words of Nghị định 224/2026/NĐ-CP: khoản 3 Điều 79
(tasks of the community digital team, points a to d) and khoản 2 Điều 77 (the
digital competence framework, points a to g).  The English ones are ours.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Value of ``nhiem_vu_to`` → short name, as it stands below a page, in the order of the decree.
LEGAL_TASKS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "huong-dan": "hướng dẫn dịch vụ số",
        "canh-bao": "cảnh báo lừa đảo, an toàn",
        "pho-cap": "phổ cập năng lực số",
        "phan-anh": "phản ánh nhu cầu, khó khăn",
    },
    "en": {
        "huong-dan": "guiding in digital services",
        "canh-bao": "warning of scams, safety",
        "pho-cap": "spreading digital competence",
        "phan-anh": "reporting needs and difficulties",
    },
}
#: The same in full, as the decree has it.
LEGAL_TASKS_IN_FULL: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "huong-dan": "Hướng dẫn người dân sử dụng các dịch vụ số cơ bản",
        "canh-bao": "Tuyên truyền, cảnh báo về an toàn trên môi trường số, nhận diện và phòng tránh lừa đảo trực tuyến",
        "pho-cap": "Hỗ trợ phổ cập năng lực số cơ bản cho cộng đồng",
        "phan-anh": "Tổng hợp và phản ánh nhu cầu, khó khăn của người dân trong việc sử dụng dịch vụ số",
    },
    "en": {
        "huong-dan": "Guide people in using basic digital services",
        "canh-bao": "Raise awareness and warn about safety online; recognise and avoid online scams",
        "pho-cap": "Help spread basic digital competence in the community",
        "phan-anh": "Collect and report people's needs and difficulties in using digital services",
    },
}
#: Value of ``nang_luc`` → short name, in the order of the decree.
COMPETENCES: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "kien-thuc-chung": "kiến thức chung",
        "thiet-bi-dich-vu": "thiết bị, dịch vụ số",
        "du-lieu-thong-tin": "dữ liệu, thông tin",
        "giao-tiep-hop-tac": "giao tiếp, hợp tác",
        "sang-tao-noi-dung": "sáng tạo nội dung",
        "an-toan": "an toàn",
        "giai-quyet-van-de": "giải quyết vấn đề",
    },
    "en": {
        "kien-thuc-chung": "general knowledge",
        "thiet-bi-dich-vu": "devices and services",
        "du-lieu-thong-tin": "data and information",
        "giao-tiep-hop-tac": "communicating, working together",
        "sang-tao-noi-dung": "creating content",
        "an-toan": "safety",
        "giai-quyet-van-de": "solving problems",
    },
}
COMPETENCES_IN_FULL: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "kien-thuc-chung": "Kiến thức chung về chuyển đổi số",
        "thiet-bi-dich-vu": "Kỹ năng sử dụng thiết bị, phần mềm, dịch vụ số phổ biến",
        "du-lieu-thong-tin": "Kỹ năng khai thác dữ liệu, thông tin",
        "giao-tiep-hop-tac": "Kỹ năng giao tiếp và hợp tác trên môi trường số",
        "sang-tao-noi-dung": "Kỹ năng sáng tạo nội dung số",
        "an-toan": "Kỹ năng bảo đảm an toàn, an ninh mạng",
        "giai-quyet-van-de": "Kỹ năng giải quyết vấn đề nhờ ứng dụng sản phẩm, giải pháp công nghệ số",
    },
    "en": {
        "kien-thuc-chung": "General knowledge of digital transformation",
        "thiet-bi-dich-vu": "Using common devices, software and digital services",
        "du-lieu-thong-tin": "Using data and information",
        "giao-tiep-hop-tac": "Communicating and working together online",
        "sang-tao-noi-dung": "Creating digital content",
        "an-toan": "Keeping safe; cybersecurity",
        "giai-quyet-van-de": "Solving problems with digital products and solutions",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "tasks": "Nhiệm vụ của tổ",
        "competences": "Năng lực số",
        "open": "Còn phải hỏi lại",
        "open_caption": "Điều chưa rõ của từng trang, việc phải hỏi sớm nhất đứng trước",
        "ask": "Hỏi {}",
        "ask_nobody": "Phải hỏi",
        "before": "trước {}",
        "page": "Trang",
        "statement": "Điều chưa rõ",
        "question": "Phải hỏi gì",
        "whom": "Hỏi ai",
        "by": "Trước ngày",
        "tried": "Đã thử {date} trên {app}",
        "by_guide": "Theo hướng dẫn ngày {date} của {app}",
        "map": "Bản đồ nhiệm vụ và năng lực số",
        "map_lead": "Mỗi việc luật giao cho tổ và mỗi nhóm năng lực số ứng với chương nào, buổi nào.",
        "map_tasks": "Bốn nhiệm vụ của tổ",
        "map_tasks_from": "Nhiệm vụ theo khoản 3 Điều 79 Nghị định 224/2026/NĐ-CP. Bạn đang lo việc nào thì đọc các chương "
        "ở hàng ấy; tập huấn cho tổ viên thì lấy các buổi bên cạnh:",
        "map_competences": "Bảy nhóm năng lực số",
        "map_competences_from": "Nhóm năng lực theo khoản 2 Điều 77 Nghị định 224/2026/NĐ-CP:",
        "task": "Nhiệm vụ",
        "competence": "Nhóm năng lực",
        "chapters": "Chương",
        "lessons": "Buổi tập huấn",
        "none": "chưa có",
    },
    "en": {
        "tasks": "Task of the team",
        "competences": "Digital competence",
        "open": "Still to be asked",
        "open_caption": "What is not clear on each page, the most urgent question first",
        "ask": "Ask {}",
        "ask_nobody": "To ask",
        "before": "before {}",
        "page": "Page",
        "statement": "What is not clear",
        "question": "What to ask",
        "whom": "Whom",
        "by": "Before",
        "tried": "Tried on {date} with {app}",
        "by_guide": "Follows the guide to {app} of {date}",
        "map": "Map of tasks and digital competences",
        "map_lead": "Which chapters and lessons serve each task the law gives the team, and each competence group.",
        "map_tasks": "The four tasks of the team",
        "map_tasks_from": "Tasks as in Article 79.3 of Nghị định 224/2026/NĐ-CP. Read the chapters in the row of the task "
        "in hand; to train team members, take the lessons beside them:",
        "map_competences": "The seven groups of digital competence",
        "map_competences_from": "Groups as in Article 77.2 of Nghị định 224/2026/NĐ-CP:",
        "task": "Task",
        "competence": "Competence group",
        "chapters": "Chapters",
        "lessons": "Lessons",
        "none": "none yet",
    },
}
