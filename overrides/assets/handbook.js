/* Small helps on every page; without this script every page still reads, links and prints. */
(function () {
  "use strict";

  /* Explanations of legal documents and terms: by mouse, by keyboard, and by a first tap.  What terms mean stands
     beside the glossary and is fetched for all of them when the first is asked about. */
  var tip = null;
  var owner = null;
  var meanings = null;
  var isTouched = false;

  function explain(link, tell, failed) {
    var text = link.getAttribute("data-goi-y");
    if (text || meanings) return tell(text || meanings[link.hash.slice(1)]);
    tell("…");
    var script = document.createElement("script");
    script.src = link.href.replace(/[^/]*#.*$/, "dinh-nghia.js");
    script.onload = function () {
      meanings = window.camNangThuatNgu;
      tell(meanings[link.hash.slice(1)]);
    };
    script.onerror = failed;
    document.head.appendChild(script);
  }

  function hide() {
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    tip.hidden = true;
    owner = null;
  }

  function show(link) {
    if (owner === link) return;
    hide();
    owner = link;
    explain(
      link,
      function (text) {
        if (owner === link) put(link, text);
      },
      function () {
        if (owner !== link) return;
        hide();
        if (isTouched) location.href = link.href; // no network: perhaps the glossary itself is on the device
      },
    );
  }

  function put(link, text) {
    if (!tip) {
      tip = document.createElement("div");
      tip.id = "goi-y";
      tip.className = "goi-y";
      tip.setAttribute("role", "tooltip");
      document.body.appendChild(tip);
    }
    tip.textContent = text;
    tip.lang = link.className === "thuat-ngu" ? "vi" : link.closest("[lang]").lang;
    tip.hidden = false;
    var box = link.getBoundingClientRect();
    var left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - tip.offsetWidth - 8);
    var below = box.bottom + 6;
    var fits = below + tip.offsetHeight < window.innerHeight;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (fits ? below : box.top - tip.offsetHeight - 6) + window.scrollY + "px";
    link.setAttribute("aria-describedby", "goi-y");
  }

  document.querySelectorAll("a[data-goi-y], a.thuat-ngu").forEach(function (link) {
    var touched = false;
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "mouse") show(link);
    });
    link.addEventListener("pointerleave", function (event) {
      if (event.pointerType === "mouse") hide();
    });
    link.addEventListener("pointerdown", function (event) {
      isTouched = event.pointerType !== "mouse";
      touched = isTouched && owner !== link;
    });
    link.addEventListener("focus", function () {
      show(link);
    });
    link.addEventListener("blur", hide);
    link.addEventListener("click", function (event) {
      if (touched) event.preventDefault(); // the first tap explains, the second one follows the link
      touched = false;
      show(link);
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", function (event) {
    if (owner && !event.target.closest("a[data-goi-y], a.thuat-ngu, .goi-y")) hide();
  });

  /* "Sao chép trích dẫn": title, date and address as plain text. */
  document.querySelectorAll(".trich-dan").forEach(function (box) {
    var button = box.querySelector("button");
    box.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      var text = box.getAttribute("data-trich-dan") + " " + location.href.split("?")[0];
      navigator.clipboard.writeText(text).then(function () {
        box.querySelector("output").textContent = box.getAttribute("data-xong");
      });
    });
  });

  /* The register of legal documents, the glossary, the index of a section: find by words without accents; filter by field,
     kind and status. */
  var fold = window.handbookFold; // tables.js

  document.querySelectorAll("form.van-ban-loc").forEach(function (form) {
    var rows = Array.prototype.slice.call(
      document.querySelectorAll(".van-ban-muc-luc tbody tr, .thuat-ngu-muc > dt, .the-bai > li"),
    );
    var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
    var words = form.querySelector("input");
    var output = form.querySelector("output");
    var more = form.querySelector("[data-ghi-chu]");
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    if (more) more.addEventListener("click", addNotes);
    form.addEventListener("input", function () {
      if (more && !more.disabled) addNotes();
      filter();
    });

    /* What stands under the definitions of the glossary, other spellings among it, comes when somebody asks or looks for a word. */
    function addNotes() {
      more.disabled = true;
      var script = document.createElement("script");
      script.src = more.getAttribute("data-ghi-chu");
      script.onload = function () {
        rows.forEach(function (row) {
          row.nextElementSibling.insertAdjacentHTML("beforeend", window.camNangGhiChu[row.id] || "");
        });
        more.remove();
        more = null;
        if (words.value) filter();
      };
      script.onerror = function () {
        more.disabled = false;
      };
      document.head.appendChild(script);
    }

    function filter() {
      var wanted = fold(words.value).split(/\s+/);
      var shown = 0;
      rows.forEach(function (row) {
        // A term is found by its name and its other spellings; its meaning goes with it.
        var meaning = row.tagName === "DT" && row.nextElementSibling;
        // Of a line of an index what every screen shows: a summary stands beside it on wide ones only.
        var line = row.tagName === "LI" ? row.querySelector("a") : row;
        var text = fold(line.textContent + (meaning ? " " + meaning.textContent : ""));
        var hit =
          wanted.every(function (word) {
            return text.indexOf(word) >= 0;
          }) &&
          selects.every(function (select) {
            return (
              !select.value ||
              row
                .getAttribute("data-" + select.name)
                .split(";")
                .indexOf(select.value) >= 0
            );
          });
        row.hidden = !hit;
        if (meaning) meaning.hidden = !hit;
        if (hit) shown += 1;
      });
      document.querySelectorAll(".thuat-ngu-muc, .the-bai").forEach(function (list) {
        var heading = list.previousElementSibling;
        list.hidden = !list.querySelector("dt:not([hidden]), li:not([hidden])");
        if (heading.tagName === "H2") heading.hidden = list.hidden;
      });
      output.textContent = shown + " / " + rows.length + " " + output.getAttribute("data-don-vi");
    }
  });
})();
