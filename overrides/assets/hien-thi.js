/* "Aa" in the header: larger text and more contrast, kept on this device. The page's head
   (partials/early.html) puts the kept words on <html> before anything is drawn. */
(function () {
  "use strict";
  var PLACE = "cam-nang.";
  var root = document.documentElement;
  var menu = document.querySelector(".hien-thi");
  if (!menu) return;
  var boxes = Array.prototype.slice.call(menu.querySelectorAll("input"));

  boxes.forEach(function (box) { box.checked = root.classList.contains(box.name); });

  menu.addEventListener("change", function () {
    boxes.forEach(function (box) { root.classList.toggle(box.name, box.checked); });
    var chosen = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.name; });
    try { localStorage.setItem(PLACE + "hien-thi", chosen.join(" ")); } catch (error) { /* lasts until the page is left */ }
  });

  menu.querySelector("button").addEventListener("click", function (event) {
    try {
      Object.keys(localStorage).forEach(function (name) { if (name.indexOf(PLACE) === 0) localStorage.removeItem(name); });
    } catch (error) { /* nothing was kept */ }
    boxes.forEach(function (box) { box.checked = false; root.classList.remove(box.name); });
    document.dispatchEvent(new Event("cam-nang-xoa"));
    menu.querySelector("output").textContent = event.target.getAttribute("data-xong");
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  });
  document.addEventListener("click", function (event) { if (!menu.contains(event.target)) menu.open = false; });
})();
