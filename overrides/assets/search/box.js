/* The search box: asks worker.js, shows what it answers, listens to keys.  start.js fetches this file.

   From file://, where workers are forbidden, the engine runs in the page.
   Messages either way: 1 ready, 2 a query, 3 its results.
   What was searched for is kept on the device alone, and can be cleared. */
(function () {
  "use strict";
  var search = document.querySelector(".md-search");
  var isEnglish = document.documentElement.lang === "en";
  var words = isEnglish
    ? {
        none: "No page found",
        one: "1 page",
        many: "# pages",
        copied: "Copied",
        loading: "Opening search …",
        advice: "Did you mean:",
        other: "Tìm “#” trong phần tiếng Việt",
        otherLang: "vi",
        unsure: "No page fits well. Nearest:",
        weak: "No page answers this. Nearest:",
        outside: "This handbook does not speak of #. Nearest:",
        missing: "# is not among the documents listed here.",
        documents: "All documents",
        next: "Use fewer words, or see:",
        terms: "Glossary",
        more: "Also:",
        top: "From the top of the page",
        tasks: "Often needed",
        recent: "Searched before",
        clear: "Clear",
        marked: "Marked: #",
        unmark: "Remove the marking",
      }
    : {
        none: "Không tìm thấy trang nào",
        one: "Có 1 trang",
        many: "Có # trang",
        copied: "Đã sao chép",
        loading: "Đang mở phần tìm kiếm …",
        advice: "Có phải bạn tìm:",
        other: "Tìm “#” trong phần tiếng Anh",
        otherLang: "en",
        unsure: "Không trang nào khớp hẳn. Gần nhất:",
        weak: "Không tìm thấy trang nào trả lời câu này. Gần nhất:",
        outside: "Cẩm nang không nói về #. Gần nhất:",
        missing: "# không có trong danh mục văn bản.",
        documents: "Danh mục văn bản",
        next: "Thử bớt chữ, hoặc xem:",
        terms: "Thuật ngữ",
        more: "Mục khác:",
        top: "Từ đầu trang",
        tasks: "Việc hay cần",
        recent: "Đã tìm gần đây",
        clear: "Xóa",
        marked: "Đang tô sáng: #",
        unmark: "Bỏ tô sáng",
      };
  if ("alone" in search.dataset) words.other = "";
  var base = new URL(search.dataset.base.replace(/\/?$/, "/"), location.href).href;
  var worker = new URL(search.dataset.worker, location.href).href;
  var isLocal = location.protocol === "file:";
  var input = search.querySelector("input");
  var toggle = document.getElementById("__search");
  var meta = search.querySelector(".md-search-result__meta");
  var list = search.querySelector(".md-search-result__list");
  var scroller = search.querySelector(".md-search__scrollwrap");
  var suggestion = search.querySelector(".md-search__suggest");
  var share = search.querySelector("[data-md-component=search-share]");
  var help = search.querySelector(".tim-kiem-goi-y");
  var send = null;
  var answered = null; // the query whose results are shown
  var wanted = null; // the query whose first result Enter asked for before it was there
  var tasks = [];
  var SOON = 8; // results drawn at once: more than any screen shows
  var rest = 0; // the timer of those that follow when the first are painted

  /* ---- The engine ---- */

  function language() {
    return document.documentElement.lang === "en" ? "en" : "vi";
  }

  function connect(receive, ready) {
    if (!isLocal && window.Worker) {
      try {
        var engine = new Worker(worker);
        engine.onmessage = function (event) {
          receive(event.data);
        };
        engine.onerror = function () {
          receive({ type: "failed" });
        };
        return ready(function (message) {
          engine.postMessage(message);
        });
      } catch (error) {
        /* a browser that refuses workers gets the engine in the page */
      }
    }
    load(
      worker,
      function () {
        receive({ type: "failed" });
      },
      function () {
        ready(
          window.handbookServe(function (message) {
            setTimeout(receive, 0, message);
          }, load),
        );
      },
    );
  }

  function load(address, failed, loaded) {
    var element = document.createElement("script");
    element.src = address;
    element.onload = function () {
      element.remove();
      if (loaded) loaded();
    };
    element.onerror = function () {
      element.remove();
      failed();
    };
    document.head.appendChild(element);
  }

  function open() {
    input.setAttribute("aria-expanded", "true");
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
      tasks = message.tasks || [];
      meta.textContent = search.dataset.empty;
      ask();
    } else if (message.type === 3) show(message);
  }

  function ask() {
    suggestion.textContent = "";
    share.href = "?q=" + asked(input.value);
    if (send) send({ type: 2, data: input.value });
  }

  /* A query as an address holds it: composed letters, which browsers show as they are read. */
  function asked(query) {
    return encodeURIComponent(query.trim().normalize("NFC")).replace(/%20/g, "+");
  }

  /* ---- Results ---- */

  function show(message) {
    // An answer to what is no longer in the box.
    if (message.query !== input.value) return;
    // The same results once more, with the text around the hits: who has gone into the list keeps their place.
    if (message.query === answered && search.contains(document.activeElement) && document.activeElement !== input)
      return;
    answered = message.query;
    // The list of older words goes, and with it the place of who was in it.
    if (list.contains(document.activeElement)) input.focus();
    var items = message.data.items;
    var count = items.length;
    var isBlank = !message.query.trim();
    meta.textContent = isBlank
      ? search.dataset.empty
      : message.outside
        ? words.outside.replace("#", message.outside)
        : message.weak.length
          ? words.weak
          : !count
            ? words.none
            : message.isUnsure
              ? words.unsure
              : count === 1
                ? words.one
                : words.many.replace("#", count);
    var found = isBlank ? [] : all(message);
    list.textContent = "";
    draw(found.slice(0, SOON));
    input.removeAttribute("aria-activedescendant");
    complete(message.data.suggest || []);
    advise(message);
    if (isBlank) offer();
    if (wanted === message.query) follow();
    clearTimeout(rest);
    if (found.length > SOON)
      rest = setTimeout(function () {
        draw(found.slice(SOON));
        restore();
      }, 50);
    else restore();
  }

  /* What answers, or what is nearest. */
  function all(message) {
    return message.data.items.concat(
      message.weak.map(function (page) {
        return [page];
      }),
    );
  }

  function draw(found) {
    list.insertAdjacentHTML("beforeend", found.map(item).join(""));
    list.querySelectorAll("a").forEach(function (link, i) {
      link.id = "tim-kiem-" + i;
    });
  }

  /* Titles and texts come as HTML from worker.js, which has escaped them and marked the words.  Where a section says what
     was asked, the first link leads there. */
  function item(found) {
    var page =
      found.filter(function (part) {
        return part.location.indexOf("#") < 0;
      })[0] || found[0];
    var sections = found.filter(function (part) {
      return part !== page && part.location.indexOf("#") >= 0;
    });
    var others = found.filter(function (part) {
      return part !== page && part.location.indexOf("#") < 0;
    });
    var best = sections[0] && sections[0].isAnswer ? sections[0] : null;
    var more = sections.filter(function (part) {
      return part !== best;
    });
    return (
      '<li class="md-search-result__item" role="presentation">' +
      link(best || page, page, best) +
      others
        .map(function (part) {
          return link(part, part, null);
        })
        .join("") +
      (best || more.length
        ? '<div class="tim-kiem-them" role="presentation">' +
          (more.length ? words.more + " " : "") +
          more
            .map(function (part) {
              return small(part, part.title);
            })
            .join(" ") +
          (best ? " " + small(page, words.top) : "") +
          "</div>"
        : "") +
      "</li>"
    );
  }

  function link(target, page, section) {
    return (
      '<a href="' +
      addressOf(target) +
      '" class="md-search-result__link" role="option" aria-selected="false" tabindex="-1"><article class="md-search-result__article md-typeset" role="presentation">' +
      '<div class="tim-kiem-ten">' +
      page.title +
      "</div>" +
      (section ? '<div class="tim-kiem-muc">' + section.title + "</div>" : "") +
      '<div class="tim-kiem-loi">' +
      ((section && section.text) || page.text || "") +
      "</div>" +
      (page.tags
        ? '<div class="md-tags">' +
          page.tags
            .map(function (tag) {
              return '<span class="md-tag">' + tag + "</span>";
            })
            .join("") +
          "</div>"
        : "") +
      "</article></a>"
    );
  }

  function small(target, text) {
    return (
      '<a href="' +
      addressOf(target) +
      '" class="tim-kiem-nho" role="option" aria-selected="false" tabindex="-1">' +
      text +
      "</a>"
    );
  }

  function addressOf(part) {
    var address = new URL(place(part.location), base);
    var terms = Object.keys(part.terms || {})
      .map(function (term) {
        return term.normalize("NFC");
      })
      .join(",");
    if (terms) address.search = "?h=" + asked(terms).replace(/%2C/g, ",");
    return address.href.replace(/"/g, "%22").replace(/&/g, "&amp;");
  }

  /* From file:// a folder's address would show the folder. */
  function place(address) {
    return isLocal ? address.replace(/(^|\/)(?=[#?]|$)/, "$1index.html") : address;
  }

  /* The rest of the last word, which the right arrow takes over. */
  function complete(suggested) {
    var typed = input.value.split(/([\s-]+)/);
    var last = suggested[suggested.length - 1] || "";
    suggestion.textContent =
      typed[typed.length - 1] && last.indexOf(typed[typed.length - 1]) === 0 ? typed.slice(0, -1).join("") + last : "";
  }

  function entry(name, text, act) {
    var element = document.createElement(name);
    if (name === "button") element.type = "button";
    element.textContent = text;
    if (typeof act === "string") element.href = act;
    else if (act) element.addEventListener("click", act);
    return element;
  }

  function retry(query) {
    return function () {
      input.value = query;
      ask();
      input.focus();
    };
  }

  /* Below the count of results: near spellings and what to do next when there are none, and the way to the other language. */
  function advise(message) {
    var query = message.query.trim();
    help.textContent = "";
    if (message.notice) {
      help.append(
        entry("strong", words.missing.replace("#", message.notice)),
        " ",
        entry("a", words.documents, base + (isEnglish ? "en/" : "") + place("van-ban/")),
        " ",
      );
    }
    if (message.advice.length) {
      help.append(words.advice + " ");
      message.advice.forEach(function (name) {
        help.append(entry("button", name, retry(name)), " ");
      });
    }
    if (query && !message.data.items.length && !message.notice) {
      help.append(
        entry("span", words.next),
        " ",
        entry("a", words.terms, base + (isEnglish ? "en/" : "") + place("thuat-ngu/")),
        " ",
      );
      if (!message.weak.length)
        tasks.slice(0, 3).forEach(function (task) {
          help.append(entry("a", task.title, base + place(task.location)), " ");
        });
    }
    // English has few pages of its own, so it always shows the way to the Vietnamese ones.
    if (words.other && query && (language() === "en" || !message.data.items.length)) {
      var other = entry(
        "a",
        words.other.replace("#", query),
        base + (language() === "en" ? "" : "en/") + (isLocal ? "index.html" : "") + "?q=" + encodeURIComponent(query),
      );
      other.lang = words.otherLang;
      other.className = "tim-kiem-tieng";
      help.append(other);
    }
  }

  /* The empty box: what was searched for on this device, and what is often needed. */
  function offer() {
    var recent = known();
    if (recent.length) {
      var before = group(words.recent);
      recent.forEach(function (query) {
        before.append(entry("button", query, retry(query)), " ");
      });
      before.append(
        entry("button", words.clear, function () {
          keep([]);
          answered = null;
          ask();
          input.focus();
        }),
      );
      before.lastChild.className = "tim-kiem-xoa";
    }
    if (!tasks.length) return;
    var often = group(words.tasks);
    tasks.forEach(function (task) {
      often.append(entry("a", task.title, base + place(task.location)), " ");
    });
  }

  function group(title) {
    var box = document.createElement("div");
    box.append(entry("strong", title), " ");
    help.append(box);
    return box;
  }

  var KEPT = "cam-nang.da-tim";
  var MOST_KEPT = 6;

  function known() {
    try {
      return JSON.parse(localStorage.getItem(KEPT)) || [];
    } catch (error) {
      return [];
    }
  }

  function keep(queries) {
    try {
      if (queries.length) localStorage.setItem(KEPT, JSON.stringify(queries));
      else localStorage.removeItem(KEPT);
    } catch (error) {
      /* a browser that keeps nothing */
    }
  }

  function note(query) {
    query = query.trim().normalize("NFC");
    if (query)
      keep(
        [query]
          .concat(
            known().filter(function (other) {
              return other !== query;
            }),
          )
          .slice(0, MOST_KEPT),
      );
  }

  /* ---- Going to a result, and coming back ---- */

  var isLeaving = false;

  list.addEventListener("click", function (event) {
    var chosen = event.target.closest("a");
    if (!chosen) return;
    note(input.value);
    // Back leads to this list as it is now.
    rewrite("?q=" + asked(input.value), Object.assign({}, history.state, { timKiem: true }));
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ query: input.value, link: chosen.href, top: scroller.scrollTop }));
    } catch (error) {
      /* then at its top */
    }
    if (chosen.pathname !== location.pathname || (chosen.search && chosen.search !== location.search)) return;
    isLeaving = true; // a place of this page
    close();
    isLeaving = false;
  });

  function rewrite(address, state) {
    try {
      history.replaceState(state, "", address);
    } catch (error) {
      /* file:// in some browsers */
    }
  }

  function restore() {
    var left = null;
    try {
      left = JSON.parse(sessionStorage.getItem(KEPT));
    } catch (error) {
      /* nothing kept */
    }
    var came = performance.getEntriesByType("navigation")[0];
    if (!left || left.query !== answered || !came || came.type !== "back_forward") return;
    var link = Array.prototype.filter.call(list.querySelectorAll("a"), function (other) {
      return other.href === left.link;
    })[0];
    if (!link) return; // the list comes once more with the text of the pages, and has more places then
    try {
      sessionStorage.removeItem(KEPT);
    } catch (error) {
      /* kept for good, harmless */
    }
    scroller.scrollTop = left.top;
    link.focus({ preventScroll: true });
  }

  /* On a phone the box covers the page: Back closes it before it leaves the page. */
  var isOver = window.matchMedia("(max-width: 59.984375em)");

  function isPushed() {
    return history.state && history.state.timKiem === "mở";
  }

  function turn() {
    if (toggle.checked) {
      open();
      if (isOver.matches && !isPushed() && !asksByAddress()) {
        try {
          history.pushState(Object.assign({}, history.state, { timKiem: "mở" }), "");
        } catch (error) {
          /* then Back leaves */
        }
      }
      return;
    }
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    wanted = null;
    if (isLeaving) return;
    if (isPushed()) history.back();
    else if (asksByAddress() && !document.querySelector(".tra-cuu, .tra-cuu-dap"))
      rewrite(location.pathname + location.hash, Object.assign({}, history.state, { timKiem: false }));
  }

  function asksByAddress() {
    return /[?&]q=/.test(location.search);
  }

  window.addEventListener("popstate", function () {
    var shouldBeOpen = Boolean(history.state && history.state.timKiem) || asksByAddress();
    if (toggle.checked === shouldBeOpen) return;
    isLeaving = true;
    toggle.click();
    isLeaving = false;
  });

  /* ---- Keys and buttons ---- */

  function close() {
    if (toggle.checked) toggle.click();
    input.blur();
  }

  input.addEventListener("input", function () {
    wanted = null;
    ask();
  });
  input.form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  input.form.addEventListener("reset", function () {
    setTimeout(ask);
    input.focus();
  });
  input.addEventListener("focus", open);
  toggle.addEventListener("change", turn);

  share.addEventListener("click", function (event) {
    if (!navigator.clipboard) return; // the link itself is there to copy
    event.preventDefault();
    navigator.clipboard.writeText(share.href).then(function () {
      tell(words.copied);
    });
  });

  function tell(text) {
    var dialog = document.createElement("div");
    dialog.className = "md-dialog md-dialog--active";
    dialog.setAttribute("role", "status");
    dialog.innerHTML = '<div class="md-dialog__inner md-typeset"></div>';
    document.body.appendChild(dialog);
    dialog.firstChild.textContent = text;
    setTimeout(function () {
      dialog.remove();
    }, 2000);
  }

  /* The first result of what stands in the box now, which may still be on its way. */
  function follow() {
    if (answered !== input.value) {
      wanted = input.value;
      return;
    }
    wanted = null;
    var best = list.querySelector("a");
    if (best) best.click();
  }

  document.addEventListener("keydown", function (event) {
    // Keys of a composition belong to the keyboard that composes.
    if (!toggle.checked || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
      return;
    var active = document.activeElement;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && active === input) {
      event.preventDefault();
      follow();
    } else if (event.key === "ArrowRight" && active === input) {
      if (!suggestion.textContent || input.selectionStart !== input.value.length) return;
      input.value = suggestion.textContent;
      ask();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      var stops = [input].concat(
        Array.prototype.slice.call(help.querySelectorAll("a, button")),
        Array.prototype.slice.call(list.querySelectorAll("a")),
      );
      // Into the results first; what stands above them is for the way back and for Tab.
      var at =
        active === input && event.key === "ArrowDown" && list.querySelector("a")
          ? stops.indexOf(list.querySelector("a"))
          : (Math.max(0, stops.indexOf(active)) + stops.length + (event.key === "ArrowUp" ? -1 : 1)) % stops.length;
      stops[at].focus();
    } else if (event.key.length === 1 && active !== input && list.contains(active)) input.focus();
  });

  list.addEventListener("focusin", function (event) {
    select(event.target, "true");
  });
  list.addEventListener("focusout", function (event) {
    select(event.target, "false");
  });

  function select(option, isSelected) {
    if (option.getAttribute("role") !== "option") return;
    option.setAttribute("aria-selected", isSelected);
    if (isSelected === "true") input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /* ---- What an address asks for ---- */

  var given = new URLSearchParams(location.search);
  // A page with a box of its own for "q" answers it there.
  if (given.has("q") && !document.querySelector(".tra-cuu, .tra-cuu-dap")) {
    input.value = given.get("q");
    if (!toggle.checked) toggle.click();
    input.focus();
  }
  if (toggle.checked) turn();
  if (given.get("h")) highlight(given.get("h"));

  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d");
  }

  /* A word as it is compared: lower case, its tone last, so that "hoà" is "hòa". */
  function exact(text) {
    var apart = text.toLowerCase().normalize("NFD");
    var tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/g) || [];
    return apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC") + tones.join("");
  }

  /* The terms of a result (parted by commas) are marked in its page: as a whole, and with the accents that were typed.
     One that stands nowhere as a whole is marked by its pairs, then by its words. */
  function highlight(query) {
    var article = document.querySelector("article");
    query.split(",").forEach(function (term) {
      var parts = term.split(/\s+/).filter(Boolean).map(exact);
      if (!parts.length || mark(article, parts)) return;
      var found = 0;
      for (var i = 1; i < parts.length; i++) found += mark(article, parts.slice(i - 1, i + 1));
      if (!found && parts.length > 1)
        parts.forEach(function (part) {
          if (part.length > 1) mark(article, [part]);
        });
    });
    var count = article.querySelectorAll("mark[data-md-highlight]").length;
    if (count) offerUnmarking(article, query.replace(/,/g, ", "));
  }

  function mark(root, parts) {
    var count = 0;
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    var nodes = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest("script, style, svg, button, mark, .headerlink"))
        nodes.push(walker.currentNode);
    nodes.forEach(function (node) {
      var pieces = node.data.split(/([0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1ea0-\u1ef9]+)/);
      var isMarked = {};
      for (var i = 1; i + 2 * (parts.length - 1) < pieces.length; i += 2) {
        var isHere = parts.every(function (part, j) {
          var there = exact(pieces[i + 2 * j]);
          return (
            (there === part || (fold(part) === part && fold(there) === part)) &&
            (!j || /^\s+$/.test(pieces[i + 2 * j - 1]))
          );
        });
        if (!isHere) continue;
        isMarked[i] = 2 * (parts.length - 1);
        i += isMarked[i];
      }
      if (!Object.keys(isMarked).length) return;
      var made = document.createDocumentFragment();
      for (var k = 0; k < pieces.length; k++) {
        if (isMarked[k] === undefined) {
          made.append(pieces[k]);
          continue;
        }
        var element = document.createElement("mark");
        element.setAttribute("data-md-highlight", "");
        element.textContent = pieces.slice(k, k + isMarked[k] + 1).join("");
        made.append(element);
        k += isMarked[k];
        count++;
      }
      node.replaceWith(made);
    });
    return count;
  }

  function offerUnmarking(article, shown) {
    var bar = document.createElement("p");
    bar.className = "to-sang noprint";
    bar.append(
      entry("span", words.marked.replace("#", shown)),
      entry("button", words.unmark, function () {
        article.querySelectorAll("mark[data-md-highlight]").forEach(function (element) {
          var parent = element.parentNode;
          element.replaceWith(element.textContent);
          parent.normalize();
        });
        bar.remove();
        var address = new URL(location.href);
        address.searchParams.delete("h");
        rewrite(address.href, history.state);
      }),
    );
    document.body.append(bar);
  }

  /* The page for addresses that do not exist searches for their words. */
  var lost = document.querySelector("[data-dia-chi-mat]");
  if (lost) {
    var path = plain(location.pathname).replace(plain(new URL(base).pathname), "");
    var isOfEnglish = /^en\//.test(path);
    if (isOfEnglish) document.documentElement.lang = "en";
    var query = path
      .replace(/^en\//, "")
      .replace(/\.(html?|md|pdf)$/, "")
      .replace(/[-_/.+]+/g, " ")
      .replace(/\bindex\b/, "")
      .trim();
    if (query)
      connect(
        function (message) {
          if (message.type === 1) lost.send({ type: 2, data: query });
          // Once more when the text of the pages is there, but not under who has gone into the list.
          if (message.type === 3 && !lost.contains(document.activeElement)) suggest(all(message).slice(0, SOON));
        },
        function (given) {
          lost.send = given;
          given({ type: "open", place: base + "search/", language: isOfEnglish ? "en" : "vi" });
        },
      );
  }

  /* An address cut short in the middle of a letter stays as it is. */
  function plain(address) {
    try {
      return decodeURIComponent(address);
    } catch (error) {
      return address;
    }
  }

  function suggest(items) {
    lost.textContent = "";
    items.forEach(function (item) {
      var entry = document.createElement("li");
      var link = document.createElement("a");
      link.href = base + item[0].location;
      link.textContent = strip(item[0].title);
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
