/* "Lưu cả cẩm nang": every file of one language into the browser's store, checked by its hash.

   What is there already, with the right hash, is not fetched again: a broken download goes on
   where it stopped, and an update fetches only what changed. */
(function () {
  "use strict";
  var box = document.querySelector("[data-luu-may]");
  var about = document.querySelector("meta[name=chot-ngay]");
  if (!box || !window.caches || !window.crypto || !crypto.subtle) return;
  var base = new URL(about.getAttribute("data-goc"), location.href).href;
  var language = box.getAttribute("data-luu-may");
  var words = JSON.parse(box.getAttribute("data-chu"));
  var STORE = "ban-luu " + base;
  var RECORD = base + "ngoai-tuyen/da-luu";
  var LAST_CHECK = base + "ngoai-tuyen/kiem-tra";
  var AT_ONCE = 6;
  var TRIES = 3;
  var start = box.querySelector("[data-luu]");
  var remove = box.querySelector("[data-xoa]");
  var withBook = box.querySelector("input");
  var progress = box.querySelector("progress");
  var count = box.querySelector("[data-dem]");
  var output = box.querySelector("output");
  var running = null; // stops the download
  var isBroken = false; // by the network

  box.hidden = false;

  function say(text, values) {
    output.textContent = fill(text, values);
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) {
      return values[name];
    });
  }

  function megabytes(bytes) {
    var text = Math.max(bytes / 1e6, 0.1).toFixed(1);
    return (language === "vi" ? text.replace(".", ",") : text) + " MB";
  }

  function day(date) {
    return language === "vi"
      ? date.split("-").reverse().join("/")
      : new Date(date).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  function hex(buffer) {
    return Array.prototype.map
      .call(new Uint8Array(buffer), function (byte) {
        return byte.toString(16).padStart(2, "0");
      })
      .join("");
  }

  async function readRecord(store) {
    var record = await store.match(RECORD);
    return record ? record.json() : null;
  }

  /* What the page shows before anything is pressed. */
  async function show() {
    var saved = await caches.has(STORE);
    var store = saved ? await caches.open(STORE) : null;
    var record = store ? await readRecord(store) : null;
    var list =
      record && navigator.onLine
        ? await fetch(base + "ngoai-tuyen/" + language + ".id.json", { cache: "no-cache" })
            .then(function (answer) {
              return answer.json();
            })
            .catch(function () {
              return null;
            })
        : null;
    remove.hidden = !saved;
    if (record) withBook.checked = record.book;
    start.textContent =
      record && record.language === language ? words.update : saved && !record ? words.go_on : words.start;
    if (record) say(list && list.id !== record.id ? words.stale : words.saved, { date: day(record.asOf) });
    else if (saved) say(words.partial, { count: (await store.keys()).length });
  }

  async function save() {
    var stop = new AbortController();
    running = stop;
    isBroken = false;
    start.textContent = words.stop;
    remove.hidden = true;
    say(words.begins, {});
    try {
      await navigator.serviceWorker.register(base + "sw.js");
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
      var answer = await fetch(base + "ngoai-tuyen/" + language + ".json", { cache: "no-cache", signal: stop.signal });
      if (!answer.ok) throw new TypeError(answer.status);
      await saveAll(await answer.json(), stop);
    } catch (error) {
      explain(error);
    }
    running = null;
    progress.hidden = true;
    count.textContent = "";
    remove.hidden = !(await caches.has(STORE));
    if (start.textContent === words.stop) start.textContent = words.go_on;
  }

  function explain(error) {
    if (error.name === "AbortError") say(words.stopped, {});
    else if (error.need) say(words.no_room, { need: megabytes(error.need), free: megabytes(error.free) });
    else if (error.name === "QuotaExceededError") say(words.full, {});
    else if (error.name === "Changed") say(words.changed, {});
    else {
      isBroken = true;
      say(words.lost, {});
    }
  }

  async function saveAll(list, stop) {
    var files = list.files.concat(withBook.checked && list.book ? [list.book] : []);
    var store = await caches.open(STORE);
    var missing = [];
    var total = 0,
      done = 0,
      finished = 0;
    for (var file of files) {
      var kept = await store.match(base + file[0]);
      total += file[2];
      if (kept && kept.headers.get("x-bam") === file[1]) {
        done += file[2];
        finished += 1;
      } else missing.push(file);
    }
    await ensureRoom(total - done);
    progress.max = total;
    progress.hidden = false;

    function tick() {
      progress.value = done;
      count.textContent = fill(words.count, {
        count: finished,
        all: files.length,
        size: megabytes(done),
        total: megabytes(total),
      });
    }

    async function worker() {
      for (var file = missing.shift(); file; file = missing.shift()) {
        await saveOne(store, file, stop, TRIES);
        done += file[2];
        finished += 1;
        tick();
      }
    }

    tick();
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } catch (error) {
      stop.abort(); // the other downloads stop; what is stored stays
      throw error;
    }
    var wanted = new Set(
      files.map(function (file) {
        return base + file[0];
      }),
    );
    for (var request of await store.keys()) if (!wanted.has(request.url)) await store.delete(request);
    var record = { language: language, id: list.id, asOf: list.asOf, book: withBook.checked };
    await store.put(RECORD, new Response(JSON.stringify(record)));
    start.textContent = words.update;
    say(words.finished, { count: files.length, date: day(list.asOf) });
  }

  async function ensureRoom(need) {
    if (!navigator.storage || !navigator.storage.estimate) return;
    var room = await navigator.storage.estimate();
    if (room.quota - room.usage < need)
      throw Object.assign(new Error(), { name: "QuotaExceededError", need: need, free: room.quota - room.usage });
  }

  async function saveOne(store, file, stop, tries) {
    try {
      var answer = await fetch(base + file[0], { cache: "no-cache", signal: stop.signal });
      if (!answer.ok) throw new TypeError(answer.status);
      var content = await answer.arrayBuffer();
      // Neither half a file nor the login page of a café's network may pass for a page of the handbook.
      if (!hex(await crypto.subtle.digest("SHA-256", content)).startsWith(file[1]))
        throw Object.assign(new Error(file[0]), { name: "Changed" });
      var headers = new Headers({ "x-bam": file[1], "x-luu": new Date().toISOString() });
      ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy"].forEach(function (name) {
        if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
      });
      await store.put(base + file[0], new Response(content, { headers: headers }));
    } catch (error) {
      if (
        error.name === "AbortError" ||
        error.name === "QuotaExceededError" ||
        error.name === "Changed" ||
        tries <= 1 ||
        !navigator.onLine
      )
        throw error;
      await saveOne(store, file, stop, tries - 1);
    }
  }

  start.addEventListener("click", function () {
    if (running) running.abort();
    else save();
  });
  remove.addEventListener("click", async function () {
    await caches.delete(STORE);
    remove.hidden = true;
    start.textContent = words.start;
    say(words.removed, {});
  });
  // A line that comes back goes on by itself.
  addEventListener("online", function () {
    if (isBroken && !running) save();
  });
  show();
})();
