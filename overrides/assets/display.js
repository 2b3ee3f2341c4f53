/* "Aa" in the header: larger text and more contrast, kept on this device. The page
   (partials/javascripts/first.html) puts the kept words on <html> before anything is drawn. */
(function () {
  "use strict";
  var PLACE = "cam-nang.";
  var root = document.documentElement;
  var menu = document.querySelector(".hien-thi");
  if (!menu) return;
  /* Whole words in quotes: the style sheet keeps only classes that a page or a script names. */
  var choices = ["chu-lon", "chu-rat-lon", "tuong-phan"];
  var words =
    root.lang === "en"
      ? {
          "chu-lon": "Larger text",
          "chu-rat-lon": "Largest text",
          "tuong-phan": "High contrast",
          kept: "Choices and ticks are kept on this device only.",
          clear: "Clear what is kept",
          cleared: "Cleared",
        }
      : {
          "chu-lon": "Chữ lớn",
          "chu-rat-lon": "Chữ rất lớn",
          "tuong-phan": "Tương phản cao",
          kept: "Lựa chọn và dấu tích chỉ lưu trên máy này.",
          clear: "Xóa những gì đã lưu",
          cleared: "Đã xóa",
        };
  menu.insertAdjacentHTML(
    "beforeend",
    '<div class="hien-thi-bang">' +
      choices
        .map(function (name) {
          return '<label><input type="checkbox" name="' + name + '"> ' + words[name] + "</label>";
        })
        .join("") +
      "<p>" +
      words.kept +
      '</p><button type="button">' +
      words.clear +
      '</button> <output aria-live="polite"></output></div>',
  );
  var boxes = Array.prototype.slice.call(menu.querySelectorAll("input"));

  boxes.forEach(function (box) {
    box.checked = root.classList.contains(box.name);
  });

  menu.addEventListener("change", function (event) {
    // One size at a time.
    var other = { "chu-lon": 1, "chu-rat-lon": 0 }[event.target.name];
    if (other !== undefined && event.target.checked) boxes[other].checked = false;
    boxes.forEach(function (box) {
      root.classList.toggle(box.name, box.checked);
    });
    var chosen = boxes
      .filter(function (box) {
        return box.checked;
      })
      .map(function (box) {
        return box.name;
      });
    try {
      localStorage.setItem(PLACE + "hien-thi", chosen.join(" "));
    } catch (error) {
      /* lasts until the page is left */
    }
  });

  menu.querySelector("button").addEventListener("click", function () {
    try {
      Object.keys(localStorage).forEach(function (name) {
        if (name.indexOf(PLACE) === 0) localStorage.removeItem(name);
      });
    } catch (error) {
      /* nothing was kept */
    }
    boxes.forEach(function (box) {
      box.checked = false;
      root.classList.remove(box.name);
    });
    document.dispatchEvent(new Event("cam-nang-xoa"));
    menu.querySelector("output").textContent = words.cleared;
  });

  /* Small panels, here and above the text, close with Escape and by a click beside them. */
  var panels = Array.prototype.slice.call(document.querySelectorAll(".bat-len"));
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape")
      panels.forEach(function (panel) {
        if (panel.open && panel.contains(document.activeElement)) panel.querySelector("summary").focus();
        panel.open = false;
      });
  });
  document.addEventListener("click", function (event) {
    panels.forEach(function (panel) {
      if (!panel.contains(event.target)) panel.open = false;
    });
  });
})();
