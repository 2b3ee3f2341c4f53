/* Dates that have passed are told by the browser: a site built in January still warns in June. */
(function () {
  "use strict";
  var today = new Date().toISOString().slice(0, 10);
  document.querySelectorAll("[data-qua-han]").forEach(function (element) {
    if (element.getAttribute("data-qua-han") < today) element.hidden = false;
  });
})();
