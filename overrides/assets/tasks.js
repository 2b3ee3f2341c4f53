/* Checklists remember their ticks on this device, by page and by the words of the item. Nothing is sent. */
(function () {
  "use strict";
  var controls = Array.prototype.slice.call(document.querySelectorAll(".task-list-control"));
  if (!controls.length) return;
  var PLACE = "cam-nang.viec." + location.pathname.replace(/(index)?\.html$/, "");
  var words =
    document.documentElement.lang === "vi"
      ? { done: "Đã làm ", of: " trong ", things: " việc.", clear: "Bỏ dấu tích" }
      : { done: "Done: ", of: " of ", things: ".", clear: "Clear the ticks" };
  var lists = [];

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(PLACE)) || [];
    } catch (error) {
      return [];
    }
  }

  function keep() {
    var ticked = [];
    lists.forEach(function (list) {
      list.items.forEach(function (item) {
        if (item.box.checked) ticked.push(item.name);
      });
    });
    try {
      if (ticked.length) localStorage.setItem(PLACE, JSON.stringify(ticked));
      else localStorage.removeItem(PLACE);
    } catch (error) {
      /* the ticks last until the page is left */
    }
  }

  /* What is done stands below a list once something in it is ticked: an untouched page keeps its shape. */
  function tell(list) {
    var done = list.items.filter(function (item) {
      return item.box.checked;
    }).length;
    if (!list.line && !done) return;
    if (!list.line) {
      list.line = document.createElement("p");
      list.line.className = "viec-xong noprint";
      list.line.innerHTML = "<output></output> <button type=button></button>";
      var button = list.line.querySelector("button");
      button.textContent = words.clear;
      button.addEventListener("click", function () {
        clear(list);
        keep();
        list.items[0].box.focus();
      });
      list.element.after(list.line);
    }
    list.line.hidden = !done;
    list.line.querySelector("output").textContent = words.done + done + words.of + list.items.length + words.things;
  }

  function clear(list) {
    list.items.forEach(function (item) {
      item.box.checked = false;
    });
    tell(list);
  }

  controls.forEach(function (label) {
    var box = label.querySelector("input");
    // The item's words become the label: they name the box and can be tapped.
    while (label.nextSibling && !/^(UL|OL|P|DIV)$/.test(label.nextSibling.nodeName))
      label.appendChild(label.nextSibling);
    var item = { box: box, name: label.textContent.replace(/\s+/g, " ").trim() };
    var element = label.closest("ul, ol");
    while (element.parentElement.closest("li.task-list-item")) element = element.parentElement.closest("ul, ol");
    var list = lists.filter(function (other) {
      return other.element === element;
    })[0];
    if (!list) lists.push((list = { element: element, items: [] }));
    list.items.push(item);
    box.disabled = false;
    box.removeAttribute("aria-label");
    if (kept().indexOf(item.name) >= 0) box.checked = true;
    box.addEventListener("change", function () {
      keep();
      tell(list);
    });
  });
  if (kept().length) lists.forEach(tell);
  document.addEventListener("cam-nang-xoa", function () {
    lists.forEach(clear);
  });
})();
