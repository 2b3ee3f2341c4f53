/* Says before anything else on a page that a copy kept without a network is more than a year old,
   by the device's clock.  The day and the words stand in the attributes of its own element. */
(function () {
  "use strict";
  var own = document.currentScript;
  if (Date.now() - Date.parse(own.getAttribute("data-den")) < 366 * 864e5) return;
  var notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.setAttribute("data-ban-cu", "");
  notice.style.cssText =
    "margin:0;padding:1em;background:#8c1d18;color:#fff;font-size:max(.9em,16px);font-weight:700;line-height:1.45";
  notice.textContent = own.getAttribute("data-loi");
  document.body.insertBefore(notice, document.body.firstChild);
})();
