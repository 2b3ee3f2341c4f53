"""Many files are printed beside each other as one after the other: the same bytes, in the order asked for."""

import pikepdf
from handbook.book.press.typeset import open_press
from handbook.kit.placed import by_id, placed_blocks
from handbook.packs.files import PackFile, frame
from handbook.packs.print_shop import FEW, Job, print_all, print_job
from handbook.packs.publication import shelf_of
from handbook.packs.sheets import sheet_data
from test_packs import handbook


def jobs(folder):
    catalog, book = handbook(folder)
    shelf = shelf_of(catalog, book)
    data = sheet_data(by_id(placed_blocks(catalog))["to-bon-cau-hoi"], shelf)

    def one(number):
        sheet = {"t": "alone", "title": data["title"], "how": "", "items": [{**data, "sentence": f"Câu {number}."}]}
        made = frame(book, f"Tờ {number}", "sheet", [sheet])
        return Job(PackFile(f"to/{number}.pdf", f"Tờ {number}", "sheet", "x"), made, picture_mm=148.0 * (number == 0))

    return [one(number) for number in range(FEW + 2)]


def test_processes_print_what_one_process_prints(tmp_path):
    found = jobs(tmp_path)
    alone, beside = open_press(tmp_path / "alone"), open_press(tmp_path / "beside")
    one_by_one = [print_job(job, alone, tmp_path / "a") for job in found]
    together = list(print_all(found, beside, tmp_path / "b"))
    assert [file.name for file, _ in together] == [job.file.name for job in found]
    assert together == one_by_one
    for path in (tmp_path / "a").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()
    assert (tmp_path / "b/to/0.png").exists() and not (tmp_path / "b/to/1.png").exists()


def test_a_sheet_is_given_to_the_compiler_under_one_name(tmp_path, monkeypatch):
    """By its inputs the compiler knows what it has set: the picture is drawn from the pages of the PDF."""
    given = []

    class Watched:
        def __init__(self, compiler):
            self.compiler = compiler

        def compile(self, **options):
            given.append((options["format"], options["sys_inputs"]))
            return self.compiler.compile(**options)

        def compile_with_warnings(self, **options):
            given.append((options["format"], options["sys_inputs"]))
            return self.compiler.compile_with_warnings(**options)

    press = open_press(tmp_path / "press")
    compiler = press.compiler("pack.typ")
    assert press.compiler("pack.typ") is compiler
    monkeypatch.setattr(press, "compiler", lambda template: Watched(compiler))
    first, second, *_ = jobs(tmp_path)
    print_job(first, press, tmp_path)
    print_job(second, press, tmp_path)
    assert [kind for kind, _ in given] == ["pdf", "png", "pdf"]
    assert all(inputs == given[0][1] for _, inputs in given)


def test_what_is_kept_is_not_made_again(tmp_path):
    [job, *_] = jobs(tmp_path)
    press = open_press(tmp_path / "press")
    [first] = print_all([job], press, tmp_path / "a")
    for template in (tmp_path / "press").glob("*.typ"):
        template.write_text("#panic()")  # whoever compiles now fails
    assert list(print_all([job], press, tmp_path / "b")) == [first]
    assert (tmp_path / "a/to/0.pdf").read_bytes() == (tmp_path / "b/to/0.pdf").read_bytes()


def test_the_first_trial_that_fits_is_printed(tmp_path):
    """Three sheets in the first, two in the second: the second is the largest type that fits on two pages."""
    [one, two, three, *_] = (job.data for job in jobs(tmp_path))
    longer = {**one, "sheets": [*one["sheets"], *two["sheets"], *three["sheets"]]}
    shorter = {**one, "sheets": [*one["sheets"], *two["sheets"]]}
    job = Job(PackFile("a.pdf", "A", "pack", "x"), one, trials=((longer, longer), (shorter, two)), most_pages=2)
    print_job(job, open_press(tmp_path / "press"), tmp_path)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "Tờ 1"
