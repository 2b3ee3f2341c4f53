/* The theme opens its menus with <label>s, which neither Tab nor a screen reader reaches.
   Here each becomes a button; without this script the labels still work by mouse and touch. */
(function () {
  "use strict";
  var vietnamese = document.documentElement.lang === "vi";
  var words = vietnamese
    ? {
        __drawer: "Các phần của cẩm nang",
        __search: "Tìm kiếm",
        open: "Mở mục: ",
        back: "Quay lại, đóng mục: ",
        toc: "Trong trang này",
      }
    : {
        __drawer: "Parts of the handbook",
        __search: "Search",
        open: "Open: ",
        back: "Back, close: ",
        toc: "On this page",
      };
  var drawer = document.getElementById("__drawer");
  var search = document.getElementById("__search");
  var query = document.querySelector("input[name=query]");

  function isSeen(element) {
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  }

  function buttonsOf(toggle) {
    return Array.prototype.slice.call(document.querySelectorAll("button[for='" + toggle.id + "']"));
  }

  /* The opener may have just been covered by what it opened: focus follows to what is there now. */
  function focusOn(elements) {
    var seen = elements.filter(isSeen)[0];
    if (seen) seen.focus();
  }

  function nameOf(label) {
    if (words[label.htmlFor]) return words[label.htmlFor];
    var text = label.textContent.trim() || (label.previousElementSibling || label).textContent.trim();
    if (label.htmlFor === "__toc")
      return label.classList.contains("md-nav__title") ? words.back + words.toc : words.open + words.toc;
    return (label.classList.contains("md-nav__title") ? words.back : words.open) + text;
  }

  function makeButton(label) {
    var toggle = document.getElementById(label.htmlFor);
    if (!toggle) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", label.htmlFor); // the theme's style sheet tells its labels apart by it
    button.setAttribute("aria-expanded", String(toggle.checked));
    var visible = label.textContent.trim();
    var name = nameOf(label);
    // Who speaks to the device says what is seen: the name holds the visible words.
    button.setAttribute("aria-label", visible && name.indexOf(visible) < 0 ? visible + " – " + name : name);
    if (label.id) button.id = label.id;
    while (label.firstChild) button.appendChild(label.firstChild);
    label.replaceWith(button);
    button.addEventListener("click", function () {
      toggle.click();
      if (toggle !== search && !isSeen(button)) focusOn(buttonsOf(toggle));
    });
  }

  document
    .querySelectorAll(
      "label.md-header__button[for=__drawer], label.md-header__button[for=__search], .trang-chu-tim[for=__search], " +
        ".md-sidebar--primary label.md-nav__link[for], .md-sidebar--primary label.md-nav__title[for]:not([for=__drawer])",
    )
    .forEach(makeButton);

  document.addEventListener("change", function (event) {
    var toggle = event.target;
    if (!toggle.classList || !toggle.classList.contains("md-toggle")) return;
    buttonsOf(toggle).forEach(function (button) {
      button.setAttribute("aria-expanded", String(toggle.checked));
    });
    if (toggle === drawer) turnDrawer();
    if (toggle === search) turnSearch();
  });

  /* While the drawer covers the page, the page behind it is out of reach. */
  function turnDrawer() {
    var isOver = drawer.checked && buttonsOf(drawer).some(isSeen);
    document.querySelectorAll(".md-skip, .md-content, .md-footer, .md-sidebar--secondary").forEach(function (part) {
      part.inert = isOver;
    });
    if (isOver) {
      focusOn(
        Array.prototype.slice.call(document.querySelectorAll(".md-sidebar--primary :is(a, button)")).filter(isSeen),
      );
    } else if (document.activeElement === document.body || document.activeElement.closest(".md-sidebar--primary")) {
      focusOn(buttonsOf(drawer));
    }
  }

  function turnSearch() {
    if (search.checked) query.focus();
    else if (document.activeElement === document.body || document.activeElement.closest(".md-search"))
      focusOn(buttonsOf(search));
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) drawer.click();
    // A menu that opened because its button has focus closes without leaving the page's order.
    if (event.key === "Escape" && event.target.closest && event.target.closest(".md-select")) event.target.blur();
  });
})();
