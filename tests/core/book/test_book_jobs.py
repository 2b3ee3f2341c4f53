"""A list of communes: files, folders and tables become jobs with names of their own, and shares hold each job once."""

import subprocess

import pytest
from handbook.book.editions.commune_file import read_commune
from handbook.book.editions.commune_list import jobs_in_shard, jobs_of

TABLE = "ten,tinh,tep,chuong,loi_nhan,in_gap_doi\nXã Mẫu 01,tỉnh Mẫu,,ky-nang;phap-luat/x,Hỏi tổ: gọi nhau.,true\nXã Mẫu 02,tỉnh Mẫu,Mẫu hai,,,\n"


def folder(tmp_path, *names):
    place = tmp_path / "xa"
    place.mkdir(exist_ok=True)
    for name in names:
        (place / name).write_text(f"ten: {name}\ntinh: t\n", encoding="utf-8")
    return place


def test_a_folder_gives_its_files_in_order_and_nothing_else(tmp_path):
    place = folder(tmp_path, "xa-b.yml", "xa-a.yml", "xa-c.yaml", "ghi-chu.txt")
    jobs, problems = jobs_of([place])
    assert problems == () and [job.name for job in jobs] == ["xa-a", "xa-b", "xa-c"]
    assert jobs[0].read() == "ten: xa-a.yml\ntinh: t\n" and jobs[0].told(read_commune("tn: a\n", "x")[2])[0].line == 1


def test_a_row_of_a_table_says_what_a_file_says(tmp_path):
    table = tmp_path / "xa.csv"
    table.write_text(TABLE, encoding="utf-8")
    jobs, problems = jobs_of([table])
    assert problems == () and [(job.name, job.line) for job in jobs] == [("xa-mau-01-tinh-mau", 2), ("mau-hai", 3)]
    commune, _, problems = read_commune(jobs[0].read(), "xa.csv")
    assert problems == () and (commune.name, commune.chapters, commune.folded) == (
        "Xã Mẫu 01",
        ("ky-nang", "phap-luat/x"),
        True,
    )
    assert commune.note == "Hỏi tổ: gọi nhau." and read_commune(jobs[1].read(), "xa.csv")[0].chapters == ()


def test_a_mistake_in_a_row_is_told_at_the_row(tmp_path):
    table = tmp_path / "xa.csv"
    table.write_text("ten,tinh,chu_to\nXã Mẫu 01,tỉnh Mẫu,\nXã Mẫu 02,tỉnh Mẫu,vâng\n", encoding="utf-8")
    job = jobs_of([table])[0][1]
    assert [(problem.line, problem.code) for problem in job.told(read_commune(job.read(), str(job.path))[2])] == [
        (3, "xa-kieu")
    ]


@pytest.mark.parametrize(("text", "code"), [("ten,tinhh\na,b\n", "cot-thieu"), ("ten,tinh,so\na,b,c\n", "cot-la")])
def test_a_wrong_column_is_told(tmp_path, text, code):
    (tmp_path / "xa.csv").write_text(text, encoding="utf-8")
    assert code in {problem.code for problem in jobs_of([tmp_path / "xa.csv"])[1]}


def test_two_communes_never_write_one_file(tmp_path):
    table = tmp_path / "xa.csv"
    table.write_text("ten,tinh,tep\nXã Mẫu,tỉnh Mẫu,\nXã Mẫu,tỉnh Mẫu,\nXã Mẫu,tỉnh Mẫu,khac\n", encoding="utf-8")
    jobs, problems = jobs_of([table, folder(tmp_path, "Khac.yml", "xa-a.yml", "xa-a.yaml")])
    assert len({job.name.casefold() for job in jobs}) == len(jobs) == 3
    assert [(problem.line, problem.code) for problem in problems] == [
        (3, "xa-trung-ten"),
        (0, "xa-trung-ten"),
        (0, "xa-trung-ten"),
    ]
    assert "xa.csv:2" in problems[0].message and "xa.csv:4" in problems[1].message


def test_an_empty_folder_is_told_and_a_missing_file_is_a_job_that_cannot_be_read(tmp_path):
    jobs, problems = jobs_of([folder(tmp_path), tmp_path / "khong-co.yml"])
    assert [problem.code for problem in problems] == ["xa-trong"]
    with pytest.raises(OSError):
        jobs[0].read()


@pytest.mark.parametrize("count", [1, 2, 7, 20])
def test_shares_hold_each_job_exactly_once(tmp_path, count):
    jobs = jobs_of([folder(tmp_path, *(f"xa-{number:02}.yml" for number in range(17)))])[0]
    shares = [jobs_in_shard(jobs, f"{number}/{count}") for number in range(1, count + 1)]
    assert sorted(job.name for share, _ in shares for job in share) == [job.name for job in jobs] and not any(
        told for _, told in shares
    )
    assert max(len(share) for share, _ in shares) - min(len(share) for share, _ in shares) <= 1
    assert jobs_in_shard(jobs, "") == (jobs, ())


@pytest.mark.parametrize("share", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3"])
def test_a_share_that_is_none_makes_nothing(share):
    jobs, (problem,) = jobs_in_shard((), share)
    assert jobs == () and "ví dụ 3/20" in str(problem)


def test_a_file_that_git_would_publish_is_noticed(tmp_path):
    (job,) = jobs_of([folder(tmp_path, "mau.yml")])[0]
    assert not job.goes_public()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert job.goes_public()
    (tmp_path / ".gitignore").write_text("/xa/\n")
    assert not job.goes_public()


def test_a_table_as_people_write_it_is_understood(tmp_path):
    (tmp_path / "xa.csv").write_text(
        "Tên xã,Tỉnh,Nơi trực,Giờ trực,Thành viên,Việc,Điện thoại,Nơi cần biết,Địa chỉ,Chữ to,Tiết kiệm mực\n"
        "Xã Thử,Thử,Nhà văn hóa,sáng thứ Bảy,Bà Một; Ông Hai,Tổ trưởng;,0900 000 001; 0900 000 002,Trạm y tế,Gần chợ,có,x\n"
        "Xã Bên,Thử,,,Bà Một,,,,,không,\n",
        encoding="utf-8",
    )
    jobs, problems = jobs_of([tmp_path / "xa.csv"])
    assert problems == ()
    first, second = (read_commune(job.read(), "xa.csv")[0] for job in jobs)
    assert [(one.name, one.role, one.phone) for one in first.members] == [
        ("Bà Một", "Tổ trưởng", "0900 000 001"),
        ("Ông Hai", "", "0900 000 002"),
    ]
    assert (first.desk, first.hours, second.desk) == ("Nhà văn hóa", "sáng thứ Bảy", "")
    assert [(one.name, one.about) for one in first.places] == [("Trạm y tế", "Gần chợ")]
    assert (first.large, first.grey, second.large, second.grey) == (True, True, False, False)


def test_more_telephones_than_people_are_told(tmp_path):
    (tmp_path / "xa.csv").write_text(
        "ten,tinh,thanh_vien,dien_thoai\nXã A,T,Bà Một,0900 000 001; 0900 000 002\n", "utf-8"
    )
    (problem,) = jobs_of([tmp_path / "xa.csv"])[1]
    assert problem.line == 2 and problem.code == "xa-lech-cot"
