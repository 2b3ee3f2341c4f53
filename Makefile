# Hai lệnh trên máy mới: `make site` dựng trang web và sách PDF, `make test` chạy kiểm thử.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
# The same commit gives the same bytes: dates inside files are the commit's.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: addresses bench help site offline sign verify communes shard serve check check-fix check-github weekly weekly-issue changed-pages preview-comment new lint format lint-js format-js test core fuzz exit-door lock clean
help:
	@echo "make site   dựng trang web vào site/ và sách PDF vào site/tai-ve/"
	@echo "make offline dựng thêm bản đọc không cần mạng vào site/tai-ve/: EPUB, zip, ZIM"
	@echo "make sign   ký danh sách tệp của ấn bản trong site/tai-ve/ bằng khóa ở MINISIGN_KEY"
	@echo "make verify FOLDER=thu-muc   kiểm tra các tệp đã tải về, không cần mạng"
	@echo "make book XA=xa-ten-xa.yml   dựng bản sách riêng của xã vào ban-xa/; tệp khai chép từ mau-xa.yml"
	@echo "make book TINH=lao-cai       dựng bản sách của tỉnh: trang của tỉnh và chuyện trong tỉnh đứng đầu"
	@echo "make communes LIST=xa/ [SHARD=3/20]   như trên cho cả một thư mục tệp khai, hoặc một bảng mỗi dòng một xã"
	@echo "make serve  xem thử tại http://127.0.0.1:8000/, tự nạp lại khi sửa (chỉ tiếng Việt)"
	@echo "make check  kiểm tra nội dung trong vài giây, không dựng trang"
	@echo "make check HINTS=1 như trên, kể cả gợi ý"
	@echo "make check-fix sửa giúp lỗi vặt: dấu thanh, dấu cách, ký tự không nhìn thấy; rồi kiểm tra lại"
	@echo "make new    tạo tệp mới: make new topic \"Tên bài\", story \"Tên\", topic FROM=bai.docx, table TỆP, chapter ky-nang \"Tên\", document 148/2025/QH15"
	@echo "make test   cài những gì cần và chạy toàn bộ kiểm thử"
	@echo "make fuzz   mười nghìn tệp hỏng ngẫu nhiên qua mọi chỗ đọc bài (lâu)"
	@echo "make lint   kiểm tra hình thức và kiểu của mã Python, không chạy gì; make format sửa hình thức"
	@echo "make bench  đo bên cạnh các chương trình khác, ghi vào BENCHMARKS.md (lâu; chỉ một phép đo: make bench WHAT=site)"
	@echo "make addresses ghi địa chỉ các trang hiện có vào danh sách đã công bố"
	@echo "make lock   ghim lại phiên bản thư viện sau khi sửa requirements.in"
	@echo "make clean  xóa những gì đã dựng"

site: $(VENV)/site.ok
	@echo "Đang dựng trang web và sách PDF vào site/ …"
	@$(BIN)/mkdocs build --strict --clean
	@echo "Xong: mở site/index.html, hoặc chạy make serve. Sách PDF: site/tai-ve/"

offline: $(VENV)/publish.ok
	@echo "Đang dựng trang web, sách PDF và các bản đọc không cần mạng …"
	@$(BIN)/python hooks offline

# Khóa bí mật chỉ đến qua biến môi trường; chưa có khóa thì lệnh chỉ nói vậy.
sign: $(VENV)/site.ok
	@test -z "$$MINISIGN_KEY" || bash tests/setup.sh minisign
	@$(BIN)/python hooks sign site/tai-ve

export FOLDER
verify: $(VENV)/site.ok
	@$(BIN)/python hooks verify "$${FOLDER:-site/tai-ve}"

book: $(VENV)/site.ok
	@test -n "$$XA$$TINH" || { echo "Thiếu tệp khai của xã: make book XA=xa-ten-xa.yml (chép mau-xa.yml rồi sửa), hoặc bản của tỉnh: make book TINH=lao-cai."; exit 2; }
	@$(BIN)/python hooks book $${XA:+--commune "$$XA"} $${TINH:+--province "$$TINH"}

# Nhiều xã: LIST là thư mục tệp .yml hoặc bảng; SHARD=3/20 là phần thứ ba, để chạy song song. Biến đọc từ môi trường, không ghép vào lệnh.
export LIST SHARD XA TINH
communes: $(VENV)/site.ok
	@test -n "$$LIST" || { echo "Thiếu danh sách: make communes LIST=xa/ (thư mục tệp .yml) hoặc LIST=xa.csv"; exit 2; }
	@$(BIN)/python hooks book --commune "$$LIST" --shard "$$SHARD"

# Một phần của các bản sách trên một máy riêng; máy có .cache/book/kept/ của mọi phần thì make site, make offline chỉ còn ghép.
shard: $(VENV)/site.ok
	@test -n "$$SHARD" || { echo "Thiếu tên phần: make shard SHARD=vi-whole (hoặc vi-print, vi-part, vi-chapter, en)."; exit 2; }
	@$(BIN)/python hooks shard "$$SHARD"

serve: $(VENV)/site.ok
	HANDBOOK_ENGLISH=false $(BIN)/mkdocs serve

# HINTS=1: cả gợi ý.
export HINTS
check: $(VENV)/site.ok
	@$(BIN)/python hooks check

check-fix: $(VENV)/site.ok
	@$(BIN)/python hooks check --fix

# Lỗi hiện tại đúng dòng của yêu cầu hợp nhất trên GitHub.
check-github: $(VENV)/site.ok
	@$(BIN)/python hooks check --output github

# Cần mạng: thử từng đường dẫn nguồn; kết quả ở .cache/hang-tuan.md.
weekly: $(VENV)/site.ok
	@$(BIN)/python hooks weekly

weekly-issue:
	@test ! -s .cache/hang-tuan.md || gh issue create --title "Rà soát hằng tuần" --body-file .cache/hang-tuan.md

# Trang nào khác với nhánh chính (BASE_SHA), và lời ghi vào yêu cầu hợp nhất; chỉ cần Python, không cài gì.
changed-pages:
	@$(PYTHON) hooks changes list

preview-comment:
	@$(PYTHON) hooks changes comment

# `make new topic "Tên bài"`: the words after `new` are arguments, not targets.
ifeq (new,$(firstword $(MAKECMDGOALS)))
NEW := $(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS))
%:
	@:
endif
# Qua môi trường, không ghép vào lệnh: tên bài có thể có dấu nháy, dấu $$, dấu chấm phẩy.
export NEW FROM
ifneq ($(FROM),)
new: $(VENV)/word.ok
endif
new: $(VENV)/site.ok
	@$(BIN)/python hooks new

# Hình thức và kiểu của mã Python; make format sửa hình thức. Tệp JavaScript và CSS: make lint-js, cần Node nên không bắt buộc.
lint: $(VENV)/test.ok
	@$(BIN)/ruff check hooks tests
	@$(BIN)/ruff format --check --quiet hooks tests || { echo "Mã chưa đúng hình thức: chạy make format."; exit 1; }
	@$(BIN)/mypy

format: $(VENV)/test.ok
	@$(BIN)/ruff check --fix --quiet hooks tests || true
	@$(BIN)/ruff format hooks tests

PRETTIER := npx --yes prettier@3.6.2
lint-js:
	@$(PRETTIER) --check "overrides/**/*.{js,css}" "hooks/**/*.{js,css}"

format-js:
	@$(PRETTIER) --write "overrides/**/*.{js,css}" "hooks/**/*.{js,css}"

test: $(VENV)/test.ok lint
	@bash tests/setup.sh
	$(BIN)/python -m pytest

# Chỉ kiểm thử phần lõi: vài phút, không cần trình duyệt, chạy được trên Windows và macOS.
core: $(VENV)/test.ok
	$(BIN)/python -m pytest tests/core

# Mười nghìn tệp hỏng, tệp hiểm ngẫu nhiên (cùng số thì cùng tệp) qua mọi chỗ đọc bài của người biên tập; khoảng mười phút.
fuzz: $(VENV)/test.ok
	@$(BIN)/python tests/fuzz --count $${COUNT:-10000} --seed $${SEED:-0}

# Lối ra khi MkDocs không còn được giữ: ProperDocs dựng cùng trang ấy, trong môi trường riêng; hai kết quả phải giống hệt từng byte.
exit-door: $(VENV)/site.ok
	@$(PYTHON) -m venv .venv-properdocs
	@.venv-properdocs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/properdocs.txt
	@rm -rf .cache/exit-door
	@HANDBOOK_BOOK=false .venv-properdocs/bin/properdocs build --strict --quiet --config-file mkdocs.yml --site-dir .cache/exit-door/properdocs
	@HANDBOOK_BOOK=false $(BIN)/mkdocs build --strict --quiet --site-dir .cache/exit-door/mkdocs
	@diff --recursive --brief .cache/exit-door/mkdocs .cache/exit-door/properdocs && echo "ProperDocs dựng giống hệt MkDocs."

# Địa chỉ của mọi trang hiện có vào danh sách đã công bố; chạy khi xuất bản.
addresses: $(VENV)/site.ok
	@$(BIN)/python hooks addresses

lock:
	uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-header --quiet requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-header --quiet requirements-publish.in -o requirements-publish.txt
	uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-header --quiet requirements-word.in -o requirements-word.txt
	uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-header --quiet tests/requirements.in -o tests/requirements.txt
	uv pip compile --universal --python-version 3.11.2 --generate-hashes --no-header --quiet tests/properdocs.in -o tests/properdocs.txt
	$(PYTHON) tests/wheel_names.py

clean:
	rm -rf site .cache .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@echo "Đang tạo môi trường Python riêng trong $(VENV)/ …"
	@$(PYTHON) -m venv $(VENV) || { bash tests/setup.sh venv && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/site.ok: requirements.txt $(VENV)/bin/python
	@echo "Đang cài thư viện (lần đầu mất vài phút) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/publish.ok: requirements-publish.txt $(VENV)/site.ok
	@echo "Đang cài thư viện để đóng gói bản đọc không cần mạng …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-publish.txt
	@touch $@

$(VENV)/test.ok: tests/requirements.txt $(VENV)/site.ok
	@echo "Đang cài công cụ kiểm thử …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

$(VENV)/word.ok: requirements-word.txt $(VENV)/site.ok
	@echo "Đang cài phần đọc tệp Word (một lần, khoảng 40 MB) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-word.txt
	@touch $@

# Beside other programs; as ratios, since machines differ. One only: make bench WHAT=site; BENCH_PAGES="1000 5000" for more pages.
WHAT ?= site preview serving search pdf communes places weight
bench: $(VENV)/test.ok
	@for what in $(WHAT); do $(BIN)/python tests/bench/$$what.py || exit 1; done
