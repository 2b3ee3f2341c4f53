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

  /* A sheet that has a picture can be sent: the picture itself where the device shares files, else its address. */
  document.querySelectorAll(".to-in li").forEach(function (item) {
    var picture = item.querySelector("a[href$='.png']");
    var words = item.closest("section").dataset;
    if (!picture || !(navigator.share || navigator.clipboard)) return;
    var title = item.querySelector("a").textContent;
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = navigator.share ? words.gui : words.chep;
    button.setAttribute("aria-label", button.textContent + ": " + title);
    item.append(" ", button);
    button.addEventListener("click", function () {
      if (!navigator.share) {
        navigator.clipboard.writeText(picture.href).then(function () {
          button.removeAttribute("aria-label");
          button.textContent = words.xong;
        });
        return;
      }
      fetch(picture.href)
        .then(function (answer) {
          return answer.blob();
        })
        .then(function (blob) {
          var file = new File([blob], picture.href.split("/").pop(), { type: "image/png" });
          var whole = { files: [file], title: title };
          return navigator.share(
            navigator.canShare && navigator.canShare(whole) ? whole : { title: title, url: picture.href },
          );
        })
        .catch(function () {
          /* the reader thought better of it, or the picture is not there */
        });
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
