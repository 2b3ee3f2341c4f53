/* Data tables: sort by a column, filter by typing without accents. Without this script they are plain tables. */
(function () {
  "use strict";

  /* Text as it is compared everywhere: no capitals, no accents.  Other scripts use it too: this one comes first (mkdocs.yml). */
  function fold(text) {
    return text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d")
      .replace(/\s+/g, " ")
      .trim();
  }
  window.handbookFold = fold;

  function sortKey(row, index, numeric) {
    var cell = row.cells[index];
    var value = cell.getAttribute("data-value") || cell.textContent.trim();
    if (!numeric) return value;
    var number = parseFloat(value);
    return isNaN(number) ? null : number;
  }

  function sortBy(table, index, direction) {
    var header = table.tHead.rows[table.tHead.rows.length - 1].cells[index];
    var numeric = header.dataset.kind === "so" || header.dataset.kind === "nam";
    var compare = new Intl.Collator("vi", { numeric: true }).compare;
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row) {
      return [sortKey(row, index, numeric), row];
    });
    rows.sort(function (a, b) {
      if (a[0] === null || b[0] === null) return (a[0] === null) - (b[0] === null); // what is no number stays last
      return direction * (numeric ? a[0] - b[0] : compare(a[0], b[0]));
    });
    rows.forEach(function (pair) {
      body.appendChild(pair[1]);
    });
  }

  function makeSortable(table) {
    var headers = table.tHead.rows[table.tHead.rows.length - 1].cells;
    Array.prototype.forEach.call(headers, function (header, index) {
      if (header.dataset.kind === "nguon") return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "so-lieu-xep";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () {
        var up = header.getAttribute("aria-sort") !== "ascending";
        Array.prototype.forEach.call(headers, function (other) {
          other.removeAttribute("aria-sort");
        });
        header.setAttribute("aria-sort", up ? "ascending" : "descending");
        sortBy(table, index, up ? 1 : -1);
      });
    });
  }

  function makeFilterable(box, table) {
    var form = box.querySelector(".so-lieu-loc");
    if (!form) return;
    var input = form.querySelector("input");
    var output = form.querySelector("output");
    var rows = null;
    form.hidden = false;
    input.addEventListener("input", function () {
      if (!rows) {
        rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
          var cells = Array.prototype.filter.call(row.cells, function (cell) {
            return !cell.querySelector("a");
          });
          return [
            fold(
              cells
                .map(function (cell) {
                  return cell.textContent;
                })
                .join(" | "),
            ),
            row,
          ];
        });
      }
      var words = fold(input.value).split(" ").filter(Boolean);
      var phrase = words.join(" ");
      var shown = 0;
      rows.forEach(function (pair) {
        var hit = !phrase || pair[0].indexOf(phrase) >= 0;
        pair[1].hidden = !hit;
        if (hit) shown += 1;
      });
      output.textContent = phrase ? shown + " / " + rows.length : "";
    });
  }

  document.querySelectorAll(".so-lieu-khoi").forEach(function (box) {
    var table = box.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length) return;
    if (table.tBodies[0].rows.length > 1) makeSortable(table);
    if (table.tBodies[0].rows.length > 15) makeFilterable(box, table);
  });
})();
