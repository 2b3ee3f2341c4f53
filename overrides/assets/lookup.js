/* Boxes that answer: "xã cũ nay là xã nào" (its data come when the box is used), and the register of legal documents.
   What was asked stands in the address (?q=), so that an answer can be sent to somebody. */
(function () {
  "use strict";
  var isEnglish = document.documentElement.lang === "en";
  var words = isEnglish
    ? {
        wait: "Opening the list of communes …",
        failed: "The list could not be loaded. Check the connection, then type again.",
        former: "former",
        now: "now",
        is: "now in",
        divided: "divided among # places; ask which one your village is in:",
        parts: "divided among # places, or several of one name; ask which one your village is in:",
        part: "part",
        same: "unchanged",
        made: "made from",
        page: "see the province",
        more: "and # more; add the name of the province",
        none: "Nothing found for “#”.",
        tips: [
          "type only the commune's name, without the hamlet or the district",
          "check the spelling, or type only a part",
          "add the province to choose among places of one name",
        ],
        district: "Districts ended on 1 July 2025: type the name of the old commune.",
        unknown: "“#” is not known here; these have the rest of the name:",
        replaced: "replaced by",
        merged: "made from",
        noLaw: "No document has this number or name. Type only the number and the year, such as 13/2023.",
      }
    : {
        wait: "Đang mở danh sách xã …",
        failed: "Chưa tải được danh sách. Kiểm tra mạng rồi gõ lại.",
        former: "cũ",
        now: "nay là",
        is: "nay thuộc",
        divided: "chia cho # nơi; hỏi thôn, tổ của bạn về đâu:",
        parts: "chia cho # nơi, hoặc có nhiều xã trùng tên; hỏi thôn, tổ của bạn về đâu:",
        part: "một phần",
        same: "giữ nguyên",
        made: "hợp từ",
        page: "xem trang của tỉnh",
        more: "và # nơi nữa; gõ thêm tên tỉnh",
        none: "Không thấy “#”. Thử:",
        tips: [
          "chỉ gõ tên xã, bỏ tên thôn và tên huyện",
          "xem lại chính tả, hoặc gõ một phần của tên",
          "gõ thêm tên tỉnh khi nhiều nơi trùng tên",
        ],
        district: "Huyện, quận, thị xã không còn từ 01/7/2025: gõ tên xã, phường, thị trấn cũ.",
        unknown: "Không rõ “#”; dưới đây là những nơi có phần tên còn lại:",
        replaced: "thay bằng",
        merged: "gộp từ",
        noLaw: "Không có văn bản nào mang số hay tên này. Chỉ gõ số và năm, ví dụ 13/2023.",
      };

  /* Names and parts in the page's language: the engine, which comes with its data, knows how places are called in English. */
  function name(label) {
    return window.handbookPlaceName(label, isEnglish ? "en" : "vi");
  }
  function partOf(text) {
    return window.handbookPartName(text, isEnglish ? "en" : "vi");
  }

  var fold = window.handbookFold; // tables.js

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function marked(text, mark) {
    var made = element("b");
    var middle = element("mark", text.slice(mark[0], mark[1]));
    made.append(text.slice(0, mark[0]), middle, text.slice(mark[1]));
    return made;
  }

  function keep(query) {
    try {
      var address = new URL(location.href);
      if (query) address.searchParams.set("q", query);
      else address.searchParams.delete("q");
      history.replaceState(history.state, "", address);
    } catch (error) {
      /* from a file some browsers allow no such address */
    }
  }

  /* Above a phone's keyboard there is room for the box and its answer, if the box stands at the top. */
  function lift(box) {
    if (window.innerHeight > 560) return;
    var header = document.querySelector(".md-header");
    window.scrollTo(0, window.scrollY + box.getBoundingClientRect().top - (header ? header.offsetHeight : 0) - 4);
  }

  function listen(box, input, answer) {
    var timer = 0;
    input.addEventListener("focus", function () {
      lift(box);
    });
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        keep(input.value.trim());
      }, 400);
      answer(input.value);
      lift(box);
    });
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      input.value = asked;
      input.dispatchEvent(new Event("input", { bubbles: true })); // whoever else listens filters too
    }
  }

  /* ---- Communes ---- */

  var waiting = null;

  function load(source, done, failed) {
    if (window.handbookAsk && window.handbookPlaces) return done();
    if (waiting) return waiting.push(done);
    waiting = [done];
    var script = element("script");
    script.src = source;
    script.onload = function () {
      waiting.forEach(function (each) {
        each();
      });
      waiting = null;
    };
    script.onerror = function () {
      waiting = null;
      script.remove();
      failed();
    };
    document.head.appendChild(script);
  }

  function showPlaces(box, query) {
    var out = box.querySelector(".tra-cuu-dap");
    out.textContent = "";
    if (query.trim().length < 2) return;
    var answer = window.handbookAsk(query, { province: box.dataset.tinh, most: 8 });
    if (answer.district) out.append(element("p", words.district, "tra-cuu-ghi"));
    if (answer.unknown) out.append(element("p", words.unknown.replace("#", answer.unknown), "tra-cuu-ghi"));
    if (!answer.results.length) {
      out.append(element("p", words.none.replace("#", query.trim())));
      var tips = element("ul");
      words.tips.forEach(function (tip) {
        tips.append(element("li", tip));
      });
      out.append(tips);
      return;
    }
    var list = element("ol", "", "tra-cuu-kq");
    answer.results.forEach(function (found) {
      list.append(place(found, box));
    });
    out.append(list);
    if (answer.more) out.append(element("p", words.more.replace("#", answer.more), "tra-cuu-ghi"));
  }

  /* Whether it is surely one former commune that was divided, and not several of one name. */
  function isOne(found) {
    return (
      found.district ||
      found.now.some(function (now) {
        return now.part;
      })
    );
  }

  function place(found, box) {
    var item = element("li");
    var shown = name(found.label);
    var moved =
      shown === found.label ? 0 : shown.indexOf(found.label.slice(found.mark[0], found.mark[1])) - found.mark[0];
    item.append(marked(shown, [found.mark[0] + moved, found.mark[1] + moved]));
    var isSame = found.now.length === 1 && found.now[0].same;
    if (found.former && !isSame)
      item.append(" (" + words.former + (found.district ? ", " + name(found.district) : "") + ")");
    else if (found.district) item.append(" (" + name(found.district) + ")");
    var province = element("a", name(found.province.label));
    province.href = box.dataset.trang.replace("*", found.province.slug);
    if (found.kind === "tinh") {
      if (found.former) item.append(" → ", words.is, " ", province);
      else {
        province.textContent = words.page;
        if (found.from.length > 1) item.append(": " + words.merged + " " + found.from.join(", "));
        item.append(" → ", province);
      }
      return item;
    }
    if (isSame) {
      item.append(": " + words.same + ", ", province);
    } else if (!found.former) {
      item.append(
        ", ",
        province,
        element("span", words.made + ": " + found.now[0].from.map(partOf).join(", "), "tra-cuu-ghi"),
      );
    } else if (!found.divided) {
      item.append(" → ", element("strong", name(found.now[0].label)), ", ", province);
      if (found.now[0].part) item.append(element("span", partOf(found.now[0].part), "tra-cuu-ghi"));
    } else {
      item.append(
        ", ",
        province,
        element("span", (isOne(found) ? words.divided : words.parts).replace("#", found.now.length), "tra-cuu-ghi"),
      );
      var parts = element("ul");
      found.now.forEach(function (now) {
        var part = element("li");
        part.append("→ ", element("strong", name(now.label)), " (" + (partOf(now.part) || words.part) + ")");
        parts.append(part);
      });
      item.append(parts);
    }
    return item;
  }

  document.querySelectorAll('.tra-cuu[data-loai="xa"]').forEach(function (box) {
    var input = box.querySelector("input");
    var out = box.querySelector(".tra-cuu-dap");
    box.hidden = false;
    function prepare(then) {
      load(box.dataset.nguon, then, function () {
        out.textContent = words.failed;
      });
    }
    input.addEventListener("focus", function () {
      prepare(function () {});
    });
    listen(box, input, function (query) {
      if (!window.handbookPlaces && query.trim()) out.textContent = words.wait;
      prepare(function () {
        showPlaces(box, input.value);
      });
    });
  });

  /* ---- Stories ---- */

  document.querySelectorAll("form.chuyen-loc").forEach(function (form) {
    var input = form.querySelector("input");
    var select = form.querySelector("select");
    var output = form.querySelector("output");
    var groups = Array.prototype.map.call(form.parentElement.querySelectorAll("section"), function (section) {
      var province = fold(section.firstElementChild.textContent);
      return {
        section: section,
        lines: Array.prototype.map.call(section.querySelectorAll("li"), function (line) {
          return { line: line, text: fold(line.textContent) + " " + province, themes: line.dataset.chuDe.split(" ") };
        }),
      };
    });
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    function filter() {
      var wanted = fold(input.value).split(" ");
      var shown = 0;
      groups.forEach(function (group) {
        var here = 0;
        group.lines.forEach(function (one) {
          var hit =
            wanted.every(function (word) {
              return one.text.indexOf(word) >= 0;
            }) &&
            (!select.value || one.themes.indexOf(select.value) >= 0);
          one.line.hidden = !hit;
          if (hit) here += 1;
        });
        group.section.hidden = !here;
        shown += here;
      });
      output.textContent = input.value || select.value ? shown + " " + output.dataset.donVi : "";
    }
    select.addEventListener("change", filter);
    listen(form, input, filter);
  });

  /* ---- Legal documents ---- */

  document.querySelectorAll("form.van-ban-loc .tra-cuu-dap").forEach(function (out) {
    var form = out.closest("form");
    var input = form.querySelector("input");
    var rows = Array.prototype.map.call(document.querySelectorAll(".van-ban-muc-luc tbody tr"), function (row) {
      return {
        row: row,
        number: fold(row.cells[0].textContent),
        text: fold(row.cells[0].textContent + " " + row.cells[2].textContent + " " + (row.dataset.ten || "")),
      };
    });
    listen(form, input, function (query) {
      out.textContent = "";
      var wanted = fold(query).replace(
        /^(luat|nghi dinh|thong tu|quyet dinh|nghi quyet|chi thi|so)\s+(so\s+)?(?=\d)/,
        "",
      );
      if (wanted.length < 2) return;
      var found = rows.filter(function (one) {
        return one.number.indexOf(wanted) === 0;
      });
      if (!found.length)
        found = rows.filter(function (one) {
          return wanted.split(" ").every(function (word) {
            return one.text.indexOf(word) >= 0;
          });
        });
      if (!found.length) {
        out.append(element("p", words.noLaw));
        return;
      }
      var list = element("ol", "", "tra-cuu-kq");
      found.slice(0, 4).forEach(function (one) {
        var item = element("li");
        var link = one.row.cells[0].querySelector("a").cloneNode(false);
        var name = one.row.cells[0].textContent;
        var at = fold(name).indexOf(wanted);
        link.append(at >= 0 ? marked(name, [at, at + wanted.length]) : element("b", name));
        item.append(link, " → ", one.row.cells[1].firstElementChild.cloneNode(true));
        if (one.row.dataset.thay) item.append(", " + words.replaced + " ", element("strong", one.row.dataset.thay));
        item.append(element("span", one.row.cells[2].textContent, "tra-cuu-ghi"));
        list.append(item);
      });
      out.append(list);
      if (found.length > 4)
        out.append(element("p", words.more.split(";")[0].replace("#", found.length - 4), "tra-cuu-ghi"));
    });
  });
})();
