/* Stands between the theme's search box and worker.js.

   The theme starts its worker and fetches its index with every page.  Here both wait
   until the box is opened; from file://, where workers are forbidden, the engine runs
   in the page.  The box speaks the theme's messages either way: 1 ready, 2 query, 3 results. */
(function () {
  "use strict";
  var script = document.currentScript;
  var settings = JSON.parse(document.getElementById("__config").textContent);
  var base = new URL(settings.base.replace(/\/?$/, "/"), location.href).href;
  var isLocal = location.protocol === "file:";
  var Native = window.Worker;
  var opened = false;
  var box = null;

  var input = document.querySelector("input[name=query]");
  var toggle = document.getElementById("__search");
  var meta = document.querySelector(".md-search-result__meta");
  var shown = document.querySelector(".md-search-result__list");
  var share = document.querySelector("[data-md-component=search-share]");
  var help = document.querySelector(".tim-kiem-goi-y");
  var words = help ? help.dataset : {};

  /* What the theme gets for its worker. */
  function Box() {
    this.listeners = [];
    this.backend = null;
    box = this;
    if (opened) this.open();
  }
  Box.prototype.addEventListener = function (type, listener) { if (type === "message") this.listeners.push(listener); };
  Box.prototype.removeEventListener = function (type, listener) {
    this.listeners = this.listeners.filter(function (other) { return other !== listener; });
  };
  Box.prototype.postMessage = function (message) {
    if (message.type === 0) return; // the theme's own index
    if (this.backend) this.backend(message);
  };
  Box.prototype.terminate = function () {};
  Box.prototype.deliver = function (message) {
    if (message.type === "failed") return this.fail();
    if (message.type === 3) {
      // The same results once more, with the text around the hits: who has gone into the list keeps their place.
      if (message.query === this.query && shown.contains(document.activeElement)) return;
      this.query = message.query;
      message.data.items.forEach(function (item) { item.forEach(complete); });
      advise(message);
    }
    this.listeners.forEach(function (listener) { listener({ data: message }); });
  };
  Box.prototype.fail = function () {
    this.backend = null;
    meta.textContent = words.failed;
  };
  Box.prototype.open = function () {
    if (this.backend) return;
    var self = this;
    if (words.loading) meta.textContent = words.loading;
    style();
    connect(function (message) { self.deliver(message); }, function (send) {
      self.backend = send;
      send({ type: "open", place: base + "search/", language: language() });
    });
  };

  function language() {
    return document.documentElement.lang === "en" ? "en" : "vi";
  }

  function connect(receive, ready) {
    var address = script.src.replace(/[^/]*$/, "worker.js");
    if (!isLocal && Native) {
      try {
        var worker = new Native(address);
        worker.onmessage = function (event) { receive(event.data); };
        worker.onerror = function () { receive({ type: "failed" }); };
        ready(function (message) { worker.postMessage(message); });
        return;
      } catch (error) { /* a browser that refuses workers gets the engine in the page */ }
    }
    load(address, function () { receive({ type: "failed" }); }, function () {
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

  function style() {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = script.src.replace(/[^/]*$/, "search.css");
    document.head.appendChild(sheet);
    style = function () {};
  }

  /* From file:// a folder's address would show the folder. */
  function complete(result) {
    if (isLocal) result.location = result.location.replace(/(^|\/)(?=#|$)/, "$1index.html");
  }

  /* Below the count of results: near spellings when there are none, and the way to the other language. */
  function advise(message) {
    if (!help) return;
    help.textContent = "";
    if (message.advice.length) {
      help.append(words.advice + " ");
      message.advice.forEach(function (name) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = name;
        button.addEventListener("click", function () { ask(name); });
        help.append(button, " ");
      });
    }
    // English has few pages of its own, so it always shows the way to the Vietnamese ones.
    if (words.other && message.query.trim() && (language() === "en" || !message.data.items.length)) {
      var link = document.createElement("a");
      link.href = base + (language() === "en" ? "" : "en/") + (isLocal ? "index.html" : "") + "?q=" + encodeURIComponent(message.query.trim());
      link.textContent = words.other.replace("#", message.query.trim());
      link.lang = words.otherLang;
      help.append(link);
    }
  }

  function ask(query) {
    input.value = query;
    input.dispatchEvent(new Event("keyup"));
    input.focus();
  }

  function open() {
    opened = true;
    if (box) box.open();
  }

  if (input && toggle) {
    window.Worker = function (address, options) {
      return String(address) === settings.search ? new Box() : new Native(address, options);
    };
    input.addEventListener("focus", open);
    toggle.addEventListener("change", function () { if (toggle.checked) open(); });
    // The theme listens to keys alone: pasted, spoken and suggested words come without.
    input.addEventListener("input", function () { input.dispatchEvent(new Event("keyup")); });
    // The theme copies the address of the query before the last letter.
    if (share) share.addEventListener("click", function () { share.setAttribute("data-clipboard-text", share.href); }, true);
    if (/[?&]q=/.test(location.search) || document.activeElement === input) open();
  }

  /* "?h=" of a result: its words are marked in the page, whatever their accents. */
  var marked = new URLSearchParams(location.search).get("h");
  if (marked) document.addEventListener("DOMContentLoaded", function () { highlight(marked); });

  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  function highlight(query) {
    var wanted = fold(query).split(/\s+/);
    var root = document.querySelector("article");
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
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
      if (message.type === 3 && !lost.childElementCount) list(message.data.items.slice(0, 8));
    }, function (send) {
      lost.send = send;
      send({ type: "open", place: base + "search/", language: isEnglish ? "en" : "vi" });
    });
  }

  /* An address cut short in the middle of a letter stays as it is. */
  function plain(address) {
    try { return decodeURIComponent(address); } catch (error) { return address; }
  }

  function list(items) {
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
