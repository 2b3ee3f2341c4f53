/* Small helps on every page; without this script every page still reads, links and prints. */
(function () {
  "use strict";

  /* Explanations of legal documents and terms: by mouse, by keyboard, and by a first tap. */
  var tip = null;
  var owner = null;

  function hide() {
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    tip.hidden = true;
    owner = null;
  }

  function show(link) {
    if (owner === link) return;
    hide();
    if (!tip) {
      tip = document.createElement("div");
      tip.id = "goi-y";
      tip.className = "goi-y";
      tip.setAttribute("role", "tooltip");
      document.body.appendChild(tip);
    }
    tip.textContent = link.getAttribute("data-goi-y");
    tip.lang = link.closest("[lang]").lang;
    tip.hidden = false;
    var box = link.getBoundingClientRect();
    var left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - tip.offsetWidth - 8);
    var below = box.bottom + 6;
    var fits = below + tip.offsetHeight < window.innerHeight;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (fits ? below : box.top - tip.offsetHeight - 6) + window.scrollY + "px";
    link.setAttribute("aria-describedby", "goi-y");
    owner = link;
  }

  document.querySelectorAll("a[data-goi-y]").forEach(function (link) {
    var touched = false;
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "mouse") show(link);
    });
    link.addEventListener("pointerleave", function (event) {
      if (event.pointerType === "mouse") hide();
    });
    link.addEventListener("pointerdown", function (event) {
      touched = event.pointerType !== "mouse" && owner !== link;
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
    if (owner && !event.target.closest("a[data-goi-y], .goi-y")) hide();
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

  /* The register of legal documents: find by words without accents; filter by field, kind and status. */
  function fold(text) {
    return text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d");
  }

  document.querySelectorAll("form.van-ban-loc").forEach(function (form) {
    var rows = Array.prototype.slice.call(document.querySelectorAll(".van-ban-muc-luc tbody tr, .thuat-ngu-muc > dt"));
    var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
    var words = form.querySelector("input");
    var output = form.querySelector("output");
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.addEventListener("input", function () {
      var wanted = fold(words.value).split(/\s+/);
      var shown = 0;
      rows.forEach(function (row) {
        // A term is found by its name and its other spellings; its meaning goes with it.
        var meaning = row.tagName === "DT" && row.nextElementSibling;
        var text = fold(row.textContent + (meaning ? " " + meaning.textContent : ""));
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
      document.querySelectorAll(".thuat-ngu-muc").forEach(function (list) {
        var empty = !list.querySelector("dt:not([hidden])");
        list.hidden = list.previousElementSibling.hidden = empty;
      });
      output.textContent = shown + " / " + rows.length + " " + output.getAttribute("data-don-vi");
    });
  });
})();
