/* Keeps visited pages for reading without a network, and offers to keep all of them.

   Small, because every page loads it: the service worker is fetched when a reader goes on to
   a second page, the saving of the whole handbook when its page is opened.  Without the
   <meta> of hooks/handbook/mkdocs/web_app.py (previews, copies to carry away) it does nothing. */
(function () {
  "use strict";
  var about = document.querySelector("meta[name=chot-ngay]");
  if (!about || !("serviceWorker" in navigator) || !/^http/.test(location.protocol)) {
    // A plain http address (a commune's own network): nothing can be kept, so nothing is offered.
    document.querySelectorAll("[data-luu-may]").forEach(function (box) {
      box.remove();
    });
    return;
  }
  var base = new URL(about.getAttribute("data-goc"), location.href).href;
  var workers = navigator.serviceWorker;

  function add(name, attributes) {
    document.head.appendChild(Object.assign(document.createElement(name), attributes));
  }

  workers.addEventListener("message", function (event) {
    var news = event.data || {};
    if (news.type !== "ban-moi" || document.querySelector("[data-ban-moi]")) return;
    var notice = document.createElement("p");
    var link = document.createElement("a");
    notice.className = "thong-bao";
    notice.setAttribute("role", "status");
    notice.setAttribute("data-ban-moi", "");
    notice.lang = news.language;
    link.href = base + news.href;
    link.textContent = news.label;
    notice.append(news.text + " ", link);
    document.querySelector("article").prepend(notice);
  });

  function begin() {
    add("link", { rel: "manifest", href: base + about.getAttribute("data-ung-dung") });
    if (document.querySelector("[data-luu-may]")) add("script", { src: base + "assets/saved-copy/save.js" });
    var isFirst = !workers.controller;
    if (isFirst && document.referrer.indexOf(base) !== 0) return;
    workers
      .register(base + "sw.js")
      .then(function () {
        return workers.ready;
      })
      .then(
        function (registration) {
          var parts = performance.getEntriesByType("resource").map(function (part) {
            return part.name;
          });
          var term = document.querySelector("a.thuat-ngu"); // what terms mean is asked for later (handbook.js)
          if (term) parts.push(term.href.replace(/[^/]*#.*$/, "dinh-nghia.js"));
          registration.active.postMessage(
            isFirst
              ? { type: "giu", addresses: [location.href, document.referrer].concat(parts) }
              : { type: "kiem-tra" },
          );
        },
        function () {},
      );
  }

  /* Without a network a file that is not on the device cannot be saved: it is opened, and our own page says so. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[download]");
    if (!link || navigator.onLine || !workers.controller || link.dataset.co) return;
    event.preventDefault();
    caches.match(link.href).then(function (copy) {
      if (!copy) return location.assign(link.href);
      link.dataset.co = "1";
      link.click();
    });
  });

  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
})();
