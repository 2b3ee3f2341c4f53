/* Completes the search box (partials/search.html), and fetches its script (box.js), and with it the engine, when the box is
   opened and not before. What the box says stands in a status region; below it is room for advice and for what the empty
   box offers. */
(function () {
  "use strict";
  var words =
    document.documentElement.lang === "en"
      ? {
          options: "Search",
          share: "Copy a link to these results",
          reset: "Clear what was typed",
          empty: "Type to start searching",
          results: "Search results",
          failed: "Search could not be loaded. Check the connection and click the box again.",
        }
      : {
          options: "Tìm kiếm",
          share: "Sao chép đường dẫn tới kết quả tìm",
          reset: "Xóa chữ đã gõ",
          empty: "Gõ để tìm",
          results: "Kết quả tìm",
          failed: "Chưa tải được phần tìm kiếm. Kiểm tra mạng rồi bấm lại vào ô tìm.",
        };
  var search = document.querySelector(".md-search");
  var input = search.querySelector("input");
  var toggle = document.getElementById("__search");
  var isAsked = false;
  var isThere = false;

  function named(words) {
    return '" title="' + words + '" aria-label="' + words + '">';
  }

  Object.entries({
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "tim-kiem-ket-qua",
    "aria-autocomplete": "list",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "search",
  }).forEach(function (pair) {
    input.setAttribute(pair[0], pair[1]);
  });
  input.form.insertAdjacentHTML(
    "beforeend",
    '<nav class="md-search__options" aria-label="' +
      words.options +
      '">' +
      '<a href="#" class="md-search__icon md-icon" data-md-component="search-share' +
      named(words.share) +
      '<span class="bt bt-share-variant"></span></a>' +
      '<button type="reset" class="md-search__icon md-icon' +
      named(words.reset) +
      '<span class="bt bt-close"></span></button></nav>' +
      '<div class="md-search__suggest"></div>',
  );
  input.form.insertAdjacentHTML(
    "afterend",
    '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="0"><div class="md-search-result">' +
      '<div class="md-search-result__meta" role="status">' +
      words.empty +
      '</div><div class="tim-kiem-goi-y" role="status"></div>' +
      '<ol class="md-search-result__list" id="tim-kiem-ket-qua" role="listbox" aria-label="' +
      words.results +
      '"></ol></div></div></div>',
  );
  search.dataset.failed = words.failed;
  search.dataset.empty = words.empty;

  function load() {
    if (isAsked) return;
    isAsked = true;
    var script = document.createElement("script");
    script.src = search.dataset.box;
    script.onload = function () {
      isThere = true;
    };
    script.onerror = function () {
      script.remove();
      isAsked = false;
      search.querySelector(".md-search-result__meta").textContent = search.dataset.failed;
    };
    document.head.appendChild(script);
  }

  function open() {
    load();
    if (!toggle.checked) toggle.click();
  }

  /* On a phone the box covers the page: Back closes it before it leaves the page, also while box.js, which then sees to
     it, is on its way. */
  function isPushed() {
    return history.state && history.state.timKiem === "mở";
  }

  function push() {
    if (isThere || isPushed() || !matchMedia("(max-width: 59.984375em)").matches || /[?&]q=/.test(location.search))
      return;
    try {
      history.pushState(Object.assign({}, history.state, { timKiem: "mở" }), "");
    } catch (error) {
      /* then Back leaves */
    }
  }

  window.addEventListener("popstate", function () {
    if (!isThere && toggle.checked && !isPushed()) toggle.click();
  });

  input.addEventListener("focus", open);
  function turn() {
    if (!toggle.checked) {
      if (!isThere && isPushed()) history.back();
      return;
    }
    load();
    push();
    input.focus();
  }

  toggle.addEventListener("change", turn);
  /* Who goes on with Tab leaves the box behind, also while its script is on the way. */
  search.addEventListener("focusout", function (event) {
    if (!event.relatedTarget || search.contains(event.relatedTarget) || event.relatedTarget === toggle) return;
    setTimeout(function () {
      if (toggle.checked && !search.contains(document.activeElement)) toggle.click();
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && toggle.checked && !isThere) toggle.click();
    if (
      toggle.checked ||
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      ["/", "f", "s"].indexOf(event.key) < 0
    )
      return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    // On a phone the closed box cannot take the focus: it is opened first.
    toggle.click();
    input.focus();
    input.select();
  });
  // Who was faster than this script has opened the box, or gone into it, already.
  if (toggle.checked) turn();
  else if (document.activeElement === input) open();
  // "?q=" asks at once, "?h=" marks words, the page for missing addresses asks for their words.
  // On a page with a lookup box of its own (lookup.js) "?q=" is that box's.
  if (
    (document.querySelector(".tra-cuu, .tra-cuu-dap") ? /[?&]h=/ : /[?&][qh]=/).test(location.search) ||
    document.querySelector("[data-dia-chi-mat]")
  )
    load();
})();
