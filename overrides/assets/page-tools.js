/* Above the text: share, print, listen. Without this script the address and the QR code are still there. */
(function () {
  "use strict";
  var tools = document.querySelector("div.cong-cu");

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("article details:not([open])").forEach(function (details) {
      details.open = true;
      window.addEventListener(
        "afterprint",
        function () {
          details.open = false;
        },
        { once: true },
      );
    });
  });
  if (!tools) return;

  function find(what) {
    return tools.querySelector("[data-lam=" + what + "]");
  }
  var shown = tools.querySelector(".dia-chi");
  var address = shown ? shown.textContent : location.href.split(/[?#]/)[0];

  find("in").addEventListener("click", function () {
    window.print();
  });

  var send = find("gui");
  [send, document.querySelector(".gui-nguoi-nha")].forEach(function (button) {
    if (!button) return;
    button.hidden = !navigator.share;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: address }).catch(function () {
        /* the reader thought better of it */
      });
    });
  });

  var copy = find("chep");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", function () {
    navigator.clipboard.writeText(address).then(function () {
      tools.querySelector("output").textContent = copy.getAttribute("data-xong");
    });
  });

  /* Reading aloud is offered where the device has a voice for the text's language. */
  var listen = find("nghe");
  var language = tools.parentElement.closest("[lang]").lang;

  function lookForVoice() {
    listen.hidden = !speechSynthesis.getVoices().some(function (voice) {
      return voice.lang.slice(0, 2) === language;
    });
  }

  if (window.speechSynthesis) {
    lookForVoice();
    if (speechSynthesis.addEventListener) speechSynthesis.addEventListener("voiceschanged", lookForVoice);
  }
  listen.addEventListener(
    "click",
    function () {
      var script = document.createElement("script");
      script.src = listen.getAttribute("data-script");
      document.head.appendChild(script);
    },
    { once: true },
  );
})();
