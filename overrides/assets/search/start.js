/* Fetches the search box's script (box.js), and with it the engine, when the box is opened and not before. */
(function () {
  "use strict";
  var search = document.querySelector(".md-search");
  var input = search.querySelector("input");
  var toggle = document.getElementById("__search");
  var isAsked = false;

  function load() {
    if (isAsked) return;
    isAsked = true;
    var script = document.createElement("script");
    script.src = search.dataset.box;
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

  input.addEventListener("focus", open);
  toggle.addEventListener("change", function () {
    if (!toggle.checked) return;
    load();
    input.focus();
  });
  /* Who goes on with Tab leaves the box behind, also while its script is on the way. */
  search.addEventListener("focusout", function (event) {
    if (!event.relatedTarget || search.contains(event.relatedTarget) || event.relatedTarget === toggle) return;
    setTimeout(function () {
      if (toggle.checked && !search.contains(document.activeElement)) toggle.click();
    });
  });
  document.addEventListener("keydown", function (event) {
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
  if (document.activeElement === input) open();
  // "?q=" asks at once, "?h=" marks words, the page for missing addresses asks for their words.
  // On a page with a lookup box of its own (lookup.js) "?q=" is that box's.
  if (
    (document.querySelector(".tra-cuu, .tra-cuu-dap") ? /[?&]h=/ : /[?&][qh]=/).test(location.search) ||
    document.querySelector("[data-dia-chi-mat]")
  )
    load();
})();
