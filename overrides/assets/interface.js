/* What moves around the text: colours, contents, the way back up. Without this script all of it is still there to read. */
(function () {
  "use strict";
  var header = document.querySelector(".md-header");

  /* Light and dark, kept on this device; partials/javascripts/first.html reads it. */
  var palette = document.querySelector("[data-md-component=palette]");

  function paint(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
    palette.querySelectorAll("button").forEach(function (button) {
      button.hidden = button.dataset.mdColorScheme !== scheme;
    });
  }

  palette.hidden = false;
  paint(document.body.dataset.mdColorScheme);
  palette.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    paint(button.dataset.sang);
    palette.querySelector("button:not([hidden])").focus();
    try {
      localStorage.setItem("cam-nang.nen", button.dataset.sang);
    } catch (error) {
      /* lasts until the page is left */
    }
  });

  /* The other language opens at the same place; a list of contents that has done its work closes. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link) return;
    if (link.hreflang && location.hash) link.hash = location.hash;
    var list = link.closest(".muc-luc");
    if (list) list.open = false;
  });

  /* A menu that has done its work closes. */
  window.addEventListener("hashchange", function () {
    ["__drawer", "__search"].forEach(function (id) {
      var toggle = document.getElementById(id);
      if (toggle.checked) toggle.click();
    });
    unfold();
  });

  /* What an address leads to may lie inside a closed box or tab. */
  function unfold() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var wasFolded = false;
    for (var box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS" && !box.open) wasFolded = box.open = true;
      if (box.classList.contains("tabbed-block")) {
        var tab = box.closest(".tabbed-set").querySelectorAll(":scope > input")[
          Array.prototype.indexOf.call(box.parentElement.children, box)
        ];
        if (!tab.checked) wasFolded = tab.checked = true;
      }
    }
    // Only then: the browser has been there already, and who has read on must not be thrown back.
    if (wasFolded) target.scrollIntoView();
  }
  if (location.hash) unfold();

  /* Where the reader is: the heading above in the list of contents, the page's title in the header, the way back up. */
  var links = Array.prototype.slice.call(document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href^='#']"));
  var headings = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
  var title = document.querySelector(".md-content h1");
  var top = document.querySelector(".md-top");
  var before = 0;
  var isWaiting = false;

  function look() {
    isWaiting = false;
    var y = window.scrollY;
    var line = header.offsetHeight + 24;
    var current = -1;
    headings.forEach(function (heading, i) {
      if (heading && heading.getBoundingClientRect().top <= line) current = i;
    });
    links.forEach(function (link, i) {
      link.classList.toggle("md-nav__link--active", i === current);
    });
    var box = links[current] && links[current].closest(".md-sidebar__scrollwrap");
    if (box && box.scrollHeight > box.clientHeight) box.scrollTop = links[current].offsetTop - box.clientHeight / 2;
    document
      .querySelector(".md-header__title")
      .classList.toggle(
        "md-header__title--active",
        !!title && title.getBoundingClientRect().bottom < header.offsetHeight,
      );
    top.hidden = !(y > window.innerHeight && y < before);
    before = y;
  }

  window.addEventListener(
    "scroll",
    function () {
      if (!isWaiting) requestAnimationFrame(look);
      isWaiting = true;
    },
    { passive: true },
  );
  top.addEventListener("click", function () {
    window.scrollTo(0, 0);
  });

  /* The page's own name in the long list of pages. */
  var here = document.querySelector(".md-sidebar--primary [aria-current]");
  var list = here && here.closest(".md-sidebar__scrollwrap");
  if (list && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 2;
})();
