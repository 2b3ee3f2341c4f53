/* The search box: asks worker.js, shows what it answers, listens to keys.  start.js fetches this file.

   From file://, where workers are forbidden, the engine runs in the page.
   Messages either way: 1 ready, 2 a query, 3 its results. */
(function () {
  "use strict";
  var search = document.querySelector(".md-search");
  var words = document.documentElement.lang === "en" ? {
    placeholder: "Type to start searching", none: "No page found", one: "1 page", many: "# pages",
    moreOne: "1 more place on this page", moreMany: "# more places on this page", copied: "Copied",
    loading: "Opening search …", advice: "Did you mean:", other: "Tìm “#” trong phần tiếng Việt", otherLang: "vi"
  } : {
    placeholder: "Gõ để tìm", none: "Không tìm thấy trang nào", one: "Có 1 trang", many: "Có # trang",
    moreOne: "1 chỗ khác trong trang này", moreMany: "# chỗ khác trong trang này", copied: "Đã sao chép",
    loading: "Đang mở phần tìm kiếm …", advice: "Có phải bạn tìm:", other: "Tìm “#” trong phần tiếng Anh", otherLang: "en"
  };
  if ("alone" in search.dataset) words.other = "";
  var base = new URL(search.dataset.base.replace(/\/?$/, "/"), location.href).href;
  var worker = new URL(search.dataset.worker, location.href).href;
  var isLocal = location.protocol === "file:";
  var input = search.querySelector("input");
  var toggle = document.getElementById("__search");
  var meta = search.querySelector(".md-search-result__meta");
  var list = search.querySelector(".md-search-result__list");
  var suggestion = search.querySelector(".md-search__suggest");
  var share = search.querySelector("[data-md-component=search-share]");
  var help = search.querySelector(".tim-kiem-goi-y");
  var send = null;
  var answered = null;

  /* ---- The engine ---- */

  function language() {
    return document.documentElement.lang === "en" ? "en" : "vi";
  }

  function connect(receive, ready) {
    if (!isLocal && window.Worker) {
      try {
        var engine = new Worker(worker);
        engine.onmessage = function (event) { receive(event.data); };
        engine.onerror = function () { receive({ type: "failed" }); };
        return ready(function (message) { engine.postMessage(message); });
      } catch (error) { /* a browser that refuses workers gets the engine in the page */ }
    }
    load(worker, function () { receive({ type: "failed" }); }, function () {
      ready(window.handbookServe(function (message) { setTimeout(receive, 0, message); }, load));
    });
  }

  function load(address, failed, loaded) {
    var element = document.createElement("script");
    element.src = address;
    element.onload = function () { element.remove(); if (loaded) loaded(); };
    element.onerror = function () { element.remove(); failed(); };
    document.head.appendChild(element);
  }

  function open() {
    if (send) return;
    meta.textContent = words.loading;
    connect(receive, function (given) {
      send = given;
      send({ type: "open", place: base + "search/", language: language() });
    });
  }

  function receive(message) {
    if (message.type === "failed") {
      send = null;
      meta.textContent = search.dataset.failed;
    } else if (message.type === 1) {
      meta.textContent = words.placeholder;
      ask();
    } else if (message.type === 3) show(message);
  }

  function ask() {
    suggestion.textContent = "";
    share.href = "?q=" + encodeURIComponent(input.value.trim()).replace(/%20/g, "+");
    if (send) send({ type: 2, data: input.value });
  }

  /* ---- Results ---- */

  function show(message) {
    // The same results once more, with the text around the hits: who has gone into the list keeps their place.
    if (message.query === answered && list.contains(document.activeElement)) return;
    answered = message.query;
    var items = message.data.items;
    var count = items.length;
    meta.textContent = !message.query.trim() ? words.placeholder : !count ? words.none : count === 1 ? words.one : words.many.replace("#", count);
    list.innerHTML = items.map(item).join("");
    list.setAttribute("role", count ? "list" : "presentation");
    complete(message.data.suggest || []);
    advise(message);
  }

  /* Titles and texts come as HTML from worker.js, which has escaped them and marked the words. */
  function item(found) {
    var page = found.filter(function (part) { return part.location.indexOf("#") < 0; })[0] || found[0];
    var sections = found.filter(function (part) { return part !== page; });
    var best = sections.filter(function (part) { return part.score >= page.score; });
    var more = sections.filter(function (part) { return part.score < page.score; });
    return '<li class="md-search-result__item">' + link(page, "h1", !best.length) +
      best.map(function (part) { return link(part, "h2", true); }).join("") +
      (more.length ? '<details class="md-search-result__more"><summary tabindex="-1"><div>' +
        (more.length === 1 ? words.moreOne : words.moreMany.replace("#", more.length)) + "</div></summary>" +
        more.map(function (part) { return link(part, "h2", true); }).join("") + "</details>" : "") + "</li>";
  }

  function link(part, heading, isTold) {
    var address = new URL(place(part.location), base);
    address.searchParams.set("h", Object.keys(part.terms).filter(function (term) { return part.terms[term]; }).join(" "));
    return '<a href="' + address.href.replace(/"/g, "%22") + '" class="md-search-result__link" tabindex="-1"><article class="md-search-result__article md-typeset">' +
      (heading === "h1" ? '<div class="md-search-result__icon md-icon"></div>' : "") +
      "<" + heading + ">" + part.title + "</" + heading + ">" + (isTold && part.text || "") +
      (part.tags ? '<div class="md-tags">' + part.tags.map(function (tag) { return '<span class="md-tag">' + tag + "</span>"; }).join("") + "</div>" : "") +
      "</article></a>";
  }

  /* From file:// a folder's address would show the folder. */
  function place(address) {
    return isLocal ? address.replace(/(^|\/)(?=#|$)/, "$1index.html") : address;
  }

  /* The rest of the last word, which the right arrow takes over. */
  function complete(suggested) {
    var typed = input.value.split(/([\s-]+)/);
    var last = suggested[suggested.length - 1] || "";
    suggestion.textContent = typed[typed.length - 1] && last.indexOf(typed[typed.length - 1]) === 0
      ? typed.slice(0, -1).join("") + last : "";
  }

  /* Below the count of results: near spellings when there are none, and the way to the other language. */
  function advise(message) {
    help.textContent = "";
    if (message.advice.length) {
      help.append(words.advice + " ");
      message.advice.forEach(function (name) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = name;
        button.addEventListener("click", function () {
          input.value = name;
          ask();
          input.focus();
        });
        help.append(button, " ");
      });
    }
    // English has few pages of its own, so it always shows the way to the Vietnamese ones.
    if (words.other && message.query.trim() && (language() === "en" || !message.data.items.length)) {
      var other = document.createElement("a");
      other.href = base + (language() === "en" ? "" : "en/") + (isLocal ? "index.html" : "") + "?q=" + encodeURIComponent(message.query.trim());
      other.textContent = words.other.replace("#", message.query.trim());
      other.lang = words.otherLang;
      help.append(other);
    }
  }

  /* ---- Keys and buttons ---- */

  function close() {
    if (toggle.checked) toggle.click();
    input.blur();
  }

  input.addEventListener("input", ask);
  input.form.addEventListener("submit", function (event) { event.preventDefault(); });
  input.form.addEventListener("reset", function () {
    setTimeout(ask);
    input.focus();
  });
  input.addEventListener("focus", open);
  toggle.addEventListener("change", function () {
    if (toggle.checked) return open();
    if (/[?&]q=/.test(location.search) && !document.querySelector(".tra-cuu, .tra-cuu-dap")) history.replaceState({}, "", location.pathname + location.hash);
  });
  list.addEventListener("click", function (event) { if (event.target.closest("a")) close(); });

  share.addEventListener("click", function (event) {
    if (!navigator.clipboard) return; // the link itself is there to copy
    event.preventDefault();
    navigator.clipboard.writeText(share.href).then(function () { tell(words.copied); });
  });

  function tell(text) {
    var dialog = document.createElement("div");
    dialog.className = "md-dialog md-dialog--active";
    dialog.setAttribute("role", "status");
    dialog.innerHTML = '<div class="md-dialog__inner md-typeset"></div>';
    document.body.appendChild(dialog);
    dialog.firstChild.textContent = text;
    setTimeout(function () { dialog.remove(); }, 2000);
  }

  document.addEventListener("keydown", function (event) {
    if (!toggle.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    var active = document.activeElement;
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key === "Enter" && active === input) {
      event.preventDefault();
      var best = list.querySelector("a");
      if (best) best.click();
    } else if (event.key === "ArrowRight" && active === input) {
      if (!suggestion.textContent || input.selectionStart !== input.value.length) return;
      input.value = suggestion.textContent;
      ask();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      var stops = [input].concat(Array.prototype.slice.call(list.querySelectorAll("li > a, summary, details[open] a")));
      stops[(Math.max(0, stops.indexOf(active)) + stops.length + (event.key === "ArrowUp" ? -1 : 1)) % stops.length].focus();
    } else if (event.key.length === 1 && active !== input && list.contains(active)) input.focus();
  });

  /* ---- What an address asks for ---- */

  var asked = new URLSearchParams(location.search);
  if (asked.has("q") && !document.querySelector(".tra-cuu, .tra-cuu-dap")) {
    input.value = asked.get("q");
    if (!toggle.checked) toggle.click();
    input.focus();
  }
  if (toggle.checked) open();
  if (asked.get("h")) highlight(asked.get("h"));

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  /* The words of a result are marked in its page, whatever their accents. */
  function highlight(query) {
    var wanted = fold(query).split(/\s+/);
    var walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    var nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg, button, .headerlink")) nodes.push(walker.currentNode);
    nodes.forEach(function (node) {
      var parts = node.data.split(/([0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1ea0-\u1ef9]+)/);
      if (!parts.some(function (part, i) { return i % 2 && wanted.indexOf(fold(part)) >= 0; })) return;
      var pieces = document.createDocumentFragment();
      parts.forEach(function (part, i) {
        if (i % 2 && wanted.indexOf(fold(part)) >= 0) {
          var mark = document.createElement("mark");
          mark.setAttribute("data-md-highlight", "");
          mark.textContent = part;
          pieces.append(mark);
        } else pieces.append(part);
      });
      node.replaceWith(pieces);
    });
  }

  /* The page for addresses that do not exist searches for their words. */
  var lost = document.querySelector("[data-dia-chi-mat]");
  if (lost) {
    var path = plain(location.pathname).replace(plain(new URL(base).pathname), "");
    var isEnglish = /^en\//.test(path);
    if (isEnglish) document.documentElement.lang = "en";
    var query = path.replace(/^en\//, "").replace(/\.(html?|md|pdf)$/, "").replace(/[-_/.+]+/g, " ").replace(/\bindex\b/, "").trim();
    if (query) connect(function (message) {
      if (message.type === 1) lost.send({ type: 2, data: query });
      if (message.type === 3 && !lost.childElementCount) suggest(message.data.items.slice(0, 8));
    }, function (given) {
      lost.send = given;
      given({ type: "open", place: base + "search/", language: isEnglish ? "en" : "vi" });
    });
  }

  /* An address cut short in the middle of a letter stays as it is. */
  function plain(address) {
    try { return decodeURIComponent(address); } catch (error) { return address; }
  }

  function suggest(items) {
    items.forEach(function (item) {
      var entry = document.createElement("li");
      var link = document.createElement("a");
      link.href = base + item[0].location;
      link.textContent = strip(item[0].title.replace(/ <small>.*/, ""));
      var text = document.createElement("p");
      text.textContent = strip(item[0].text);
      entry.append(link, text);
      lost.append(entry);
    });
    document.querySelector("[data-dia-chi-mat-loi]").hidden = !items.length;
  }

  function strip(html) {
    return new DOMParser().parseFromString(html, "text/html").body.textContent;
  }
})();
