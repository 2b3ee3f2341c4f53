/* The quiz: ten questions at a time, those that are due first; answers come again after 1, 7 and 21 days.
   What was answered is kept on this device only and can be deleted; no account, no network once the page is saved. */
(function () {
  "use strict";
  var box = document.querySelector(".on-tap");
  if (!box) return;
  var PLACE = "cam-nang.on-tap";
  var GAPS = [1, 7, 21]; // days
  var ROUND = 10;
  var vi = document.documentElement.lang === "vi" || box.closest("[lang=vi]");
  var words = vi
    ? {
        all: "Tất cả các câu",
        kinds: ["Theo nhóm", "Theo buổi", "Theo bài"],
        scope: "Ôn phần nào?",
        start: "Bắt đầu",
        due: "Đến hạn hôm nay: ",
        fresh: " · chưa hỏi: ",
        known: " · đã thuộc: ",
        answer: "Trả lời",
        next: "Câu tiếp",
        right: "Đúng.",
        wrong: "Chưa đúng. Câu đúng: ",
        more: "Đọc lại trang này",
        done: "Xong lượt này: đúng ",
        of: " trong ",
        again: "Làm tiếp",
        clear: "Xóa kết quả trên máy này",
        sure: "Xóa thật",
        cleared: "Đã xóa.",
        nothing: "Hôm nay không còn câu nào đến hạn trong phần này. Mai quay lại, hoặc chọn phần khác.",
        group: "Nhóm",
        number: "Câu ",
        comes: " Câu này sẽ hỏi lại sau ",
        days: " ngày.",
        progress: "Kết quả của bạn",
        failed: "Không mở được bộ câu hỏi. Tải lại trang khi có mạng.",
      }
    : {
        all: "All questions",
        kinds: ["By group", "By lesson", "By chapter"],
        scope: "Which part?",
        start: "Start",
        due: "Due today: ",
        fresh: " · not asked yet: ",
        known: " · known: ",
        answer: "Answer",
        next: "Next",
        right: "Right.",
        wrong: "Not right. The right one: ",
        more: "Read this page again",
        done: "Round finished: right ",
        of: " of ",
        again: "Go on",
        clear: "Delete my results on this device",
        sure: "Really delete",
        cleared: "Deleted.",
        nothing: "Nothing more is due in this part today. Come back tomorrow, or choose another part.",
        group: "Group",
        number: "Question ",
        comes: " It comes again after ",
        days: " days.",
        progress: "Your results",
        failed: "The questions could not be opened. Load the page again when online.",
      };
  var questions, kept;

  function today() {
    var now = new Date();
    return Math.floor((now.getTime() - now.getTimezoneOffset() * 6e4) / 864e5);
  }
  function load() {
    try {
      kept = JSON.parse(localStorage.getItem(PLACE)) || {};
    } catch (error) {
      kept = {};
    }
  }
  function save() {
    try {
      localStorage.setItem(PLACE, JSON.stringify(kept));
    } catch (error) {
      /* lasts until the page is left */
    }
  }
  function make(name, text, parent, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    if (name === "button") made.type = "button";
    parent.append(made);
    return made;
  }
  function isDue(one) {
    return kept[one.i] && kept[one.i][1] <= today();
  }
  function count(some) {
    return {
      due: some.filter(isDue).length,
      fresh: some.filter(function (one) {
        return !kept[one.i];
      }).length,
      known: some.filter(function (one) {
        return kept[one.i] && kept[one.i][0] >= GAPS.length;
      }).length,
    };
  }
  // Groups, lessons, chapters: name → questions each.
  function groups() {
    var found = [{}, {}, {}];
    function put(kind, name, one) {
      if (name) (found[kind][name] = found[kind][name] || []).push(one);
    }
    questions.forEach(function (one) {
      var chapter = document.getElementById(one.c);
      put(0, one.n, one);
      one.b.forEach(function (name) {
        put(1, name, one);
      });
      put(2, chapter && chapter.textContent, one);
    });
    return found;
  }
  // The chapter that a reader came from: on-tap/#bai-ky-nang-vneid.
  function asked() {
    var chapter = document.getElementById(location.hash.slice(1));
    return chapter && chapter.closest(".on-tap-bai") ? chapter.textContent : "";
  }

  function home(focuses) {
    load();
    box.textContent = "";
    var kinds = groups();
    var all = Object.assign({}, kinds[2], kinds[1], kinds[0]);
    var label = make("label", words.scope + " ", box);
    var choice = make("select", "", label);
    make("option", words.all, choice);
    kinds.forEach(function (some, kind) {
      var names = Object.keys(some);
      var group = names.length ? make("optgroup", "", choice) : null;
      if (group) group.label = words.kinds[kind];
      names.forEach(function (name) {
        make("option", name, group);
      });
    });
    if (all[asked()]) choice.value = asked();
    var line = make("p", "", box);
    function chosen() {
      return all[choice.value] || questions;
    }
    function tell() {
      var numbers = count(chosen());
      line.textContent =
        words.due + numbers.due + words.fresh + numbers.fresh + words.known + numbers.known + "/" + chosen().length;
    }
    choice.addEventListener("change", tell);
    tell();
    var start = make("button", words.start, box, "chinh");
    start.addEventListener("click", function () {
      begin(chosen());
    });
    if (focuses) start.focus();
    if (!Object.keys(kept).length) return;
    make("h3", words.progress, box);
    var rows = make("tbody", "", make("table", "", box));
    Object.keys(Object.assign({}, kinds[0], kinds[1])).forEach(function (name) {
      var row = make("tr", "", rows);
      make("th", name, row).scope = "row";
      make("td", count(all[name]).known + "/" + all[name].length, row);
    });
    var clear = make("button", words.clear, box);
    clear.addEventListener("click", function () {
      if (clear.textContent !== words.sure) {
        clear.textContent = words.sure;
        return;
      }
      try {
        localStorage.removeItem(PLACE);
      } catch (error) {
        /* nothing was kept */
      }
      home(true);
    });
  }

  function begin(some) {
    var due = some.filter(isDue).sort(function (a, b) {
      return kept[a.i][1] - kept[b.i][1];
    });
    var fresh = some.filter(function (one) {
      return !kept[one.i];
    });
    var round = due.concat(fresh).slice(0, ROUND);
    if (!round.length) {
      box.textContent = "";
      var line = make("p", words.nothing, box);
      line.tabIndex = -1;
      make("button", words.again, box, "chinh").addEventListener("click", function () {
        home(true);
      });
      line.focus();
      return;
    }
    ask(round, 0, 0, round.length);
  }

  function ask(round, at, right, first) {
    if (at >= round.length) {
      box.textContent = "";
      var end = make("p", words.done + right + words.of + first + ".", box);
      end.tabIndex = -1;
      make("button", words.again, box, "chinh").addEventListener("click", function () {
        home(true);
      });
      end.focus();
      return;
    }
    var one = round[at];
    box.textContent = "";
    var form = make("form", "", box);
    var set = make("fieldset", "", form);
    var legend = make("legend", words.number + (at + 1) + "/" + round.length + ". " + one.q, set);
    legend.tabIndex = -1;
    var radios = one.o.map(function (text, number) {
      var label = make("label", "", set, "lua-chon");
      var radio = make("input", "", label);
      radio.type = "radio";
      radio.name = "lua-chon";
      radio.required = true;
      make("span", "ABCDE"[number] + ". " + text, label);
      return radio;
    });
    var send = make("button", words.answer, form, "chinh");
    send.type = "submit";
    legend.focus();
    form.addEventListener("keydown", function (event) {
      var number = "12345".indexOf(event.key);
      if (event.key.length !== 1 || number < 0 || !radios[number] || radios[number].disabled) return;
      radios[number].checked = true;
      radios[number].focus();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var given = radios.findIndex(function (radio) {
        return radio.checked;
      });
      if (given < 0 || radios[0].disabled) return;
      var isRight = given === one.r;
      var isFirst = at < first;
      if (isFirst) {
        var level = isRight ? Math.min((kept[one.i] ? kept[one.i][0] : 0) + 1, GAPS.length) : 0;
        var gap = GAPS[Math.max(level - 1, 0)];
        kept[one.i] = [level, today() + gap];
        save();
      }
      if (!isRight) round.push(one); // once more at the end of this round
      radios.forEach(function (radio, number) {
        radio.disabled = true;
        if (number === one.r) radio.parentElement.classList.add("la-dung");
        else if (number === given) radio.parentElement.classList.add("la-sai");
      });
      var result = make("p", "", form, "ket-qua");
      result.setAttribute("role", "status");
      make("b", isRight ? words.right : words.wrong + "ABCDE"[one.r] + ".", result);
      result.append(" " + one.w + (isFirst ? words.comes + gap + words.days : "") + " ");
      var link = make("a", words.more, result);
      link.href = box.dataset.goc.replace(/\/?$/, "/") + one.p;
      send.remove();
      var next = make("button", words.next, form, "chinh");
      next.addEventListener("click", function () {
        ask(round, at + 1, right + (isRight && isFirst ? 1 : 0), first);
      });
      next.focus();
    });
  }

  var script = document.createElement("script");
  script.src = box.dataset.cauHoi;
  script.onload = function () {
    questions = window.camNangCauHoi;
    home();
    // A browser opens the list of chapters at the one asked for; the reader wants its questions.
    function lead() {
      if (!asked()) return;
      document.querySelector(".on-tap-bai").open = false;
      box.scrollIntoView({ block: "center" });
    }
    lead();
    window.addEventListener("hashchange", function () {
      if (asked()) home(true);
      lead();
    });
  };
  script.onerror = function () {
    box.textContent = words.failed;
  };
  document.head.append(script);
})();
