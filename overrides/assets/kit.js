/* Rehearses a sequence of drawn screens, and copies posts. Without it all screens stand side by side, which says the same. */
(function () {
  "use strict";
  function make(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    if (name === "button") made.type = "button";
    return made;
  }

  document.querySelectorAll(".kit-chuoi").forEach(function (row) {
    var screens = row.querySelectorAll("figure.kit");
    var bar = document.createElement("div");
    bar.className = "kit-lenh noprint";
    row.prepend(bar);
    var start = make("button", row.dataset.tap, bar);
    var back = make("button", row.dataset.lui, bar);
    var next = make("button", row.dataset.tiep, bar);
    var told = make("output", "", bar);
    var here = -1;

    function show(place, moves) {
      here = place;
      row.classList.toggle("kit-dang-tap", here >= 0);
      back.hidden = next.hidden = here < 0;
      start.textContent = here < 0 ? row.dataset.tap : row.dataset.thoi;
      screens.forEach(function (screen, number) {
        screen.classList.toggle("kit-nay", number === here);
        screen.querySelectorAll(".kit-cham").forEach(function (spot) {
          spot.classList.remove("kit-roi");
          if (here < 0) {
            spot.removeAttribute("role");
            spot.removeAttribute("tabindex");
          } else {
            spot.setAttribute("role", "button");
            spot.tabIndex = 0;
          }
        });
      });
      back.disabled = here === 0;
      next.disabled = here === screens.length - 1;
      told.textContent = here < 0 ? "" : screens[here].querySelector("figcaption").textContent;
      if (moves && here >= 0) (screens[here].querySelector(".kit-cham") || next).focus({ preventScroll: true });
    }

    function touch(spot) {
      var spots = screens[here].querySelectorAll(".kit-cham");
      var waiting = Array.prototype.filter.call(spots, function (one) {
        return !one.classList.contains("kit-roi");
      });
      if (spot !== waiting[0]) {
        // in their order, as on the phone
        if (waiting[0]) waiting[0].focus({ preventScroll: true });
        return;
      }
      spot.classList.add("kit-roi");
      if (waiting[1]) waiting[1].focus({ preventScroll: true });
      else if (here < screens.length - 1) show(here + 1, true);
    }

    start.addEventListener("click", function () {
      show(here < 0 ? 0 : -1, true);
    });
    back.addEventListener("click", function () {
      show(here - 1);
    });
    next.addEventListener("click", function () {
      show(here + 1);
    });
    row.addEventListener("click", function (event) {
      var spot = here >= 0 && event.target.closest(".kit-cham");
      if (spot) touch(spot);
    });
    row.addEventListener("keydown", function (event) {
      if (here < 0) return;
      var spot = event.target.closest(".kit-cham");
      if (spot && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        touch(spot);
      } else if (event.key === "Escape") {
        show(-1);
        start.focus();
      }
    });
    show(-1);
  });

  document.querySelectorAll("[data-chep]").forEach(function (text) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "kit-nut-chep noprint";
    button.textContent = text.dataset.chep;
    text.after(button);
    button.addEventListener("click", function () {
      var words = Array.prototype.map
        .call(text.querySelectorAll("p"), function (part) {
          return part.innerText.trim();
        })
        .join("\n\n");
      navigator.clipboard.writeText(words).then(function () {
        button.textContent = text.dataset.xong;
      });
    });
  });
})();
