/* Reads the page aloud with the device's own voice, a paragraph at a time; loaded when a reader asks for it.
   Long texts in one go are cut off by Chrome, and its pause() stops for good on Android: so we count ourselves. */
(function () {
  "use strict";
  var button = document.querySelector("[data-lam=nghe]");
  var language = button.closest(".cong-cu").parentElement.closest("[lang]").lang;
  var name = button.textContent;
  var speaking = false;
  var place = 0;

  var parts = Array.prototype.filter.call(
    document.querySelectorAll("article :is(h1, h2, h3, p, li, dt, dd, caption, figcaption, summary, tr)"),
    function (part) {
      return (
        part.closest("[lang]").lang === language &&
        !part.closest(".noprint, .chi-in, .nguon, .doc-tiep, .so-luoc, thead, [hidden], .footnote") &&
        (part.tagName === "TR" || (!part.querySelector("p, li") && !part.closest("td")))
      );
    },
  );

  function textOf(part) {
    var copy = part.cloneNode(true);
    copy.querySelectorAll(".headerlink, sup, button, .noprint").forEach(function (other) {
      other.remove();
    });
    if (part.tagName === "TR") return rowOf(part, copy);
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* A row is read as "header: cell; header: cell": heard, a table has no columns. */
  function rowOf(row, copy) {
    var head = row.closest("table").querySelectorAll("thead tr:last-child > *");
    return Array.prototype.map
      .call(copy.children, function (cell, i) {
        var words = cell.textContent.replace(/\s+/g, " ").trim();
        var name =
          head[i] && copy.children.length === head.length ? head[i].textContent.replace(/\s+/g, " ").trim() : "";
        return words && i && name ? name + ": " + words : words;
      })
      .filter(Boolean)
      .join("; ");
  }

  function show(part) {
    document.querySelectorAll(".dang-doc").forEach(function (other) {
      other.classList.remove("dang-doc");
    });
    if (!part) return;
    part.classList.add("dang-doc");
    part.scrollIntoView({ block: "center" });
  }

  function read() {
    while (place < parts.length && !textOf(parts[place])) place += 1;
    if (place >= parts.length) {
      place = 0;
      return stop();
    }
    var here = place;
    var speech = new SpeechSynthesisUtterance(textOf(parts[here]));
    speech.lang = language === "vi" ? "vi-VN" : language;
    speech.voice =
      speechSynthesis.getVoices().filter(function (voice) {
        return voice.lang.slice(0, 2) === language;
      })[0] || null;
    speech.onend = function () {
      if (!speaking || place !== here) return;
      place += 1;
      read();
    };
    speech.onerror = function (event) {
      if (event.error !== "interrupted" && event.error !== "canceled") stop();
    };
    show(parts[here]);
    speechSynthesis.speak(speech);
  }

  function stop() {
    speaking = false;
    speechSynthesis.cancel();
    show(null);
    button.textContent = place ? button.getAttribute("data-tiep") : name;
  }

  function toggle() {
    if (speaking) return stop();
    speaking = true;
    button.textContent = button.getAttribute("data-dung");
    speechSynthesis.cancel();
    read();
  }

  button.addEventListener("click", toggle);
  window.addEventListener("pagehide", function () {
    speechSynthesis.cancel();
  });
  toggle();
})();
