/* The service worker: pages from the network while there is one, from the device when not.

   A page from the device always says so, with the day it was kept and the day up to which its
   content holds: law changes.  Two stores: what the reader visited (the oldest goes first), and
   the whole handbook if save.js saved it.  Written into the site's root by hooks/handbook/mkdocs/web_app.py. */
"use strict";
const BASE = self.registration.scope;
const READ = "da-doc " + BASE;
const SAVED = "ban-luu " + BASE;
const RECORD = BASE + "ngoai-tuyen/da-luu";
const LAST_CHECK = BASE + "ngoai-tuyen/kiem-tra";
const PATIENCE = 6000; // milliseconds; a page on the device is not kept waiting by a bad line for longer
const BETWEEN_CHECKS = 3600e3;
const MOST_READ = 300; // files, about a hundred pages
const HASHED = /\.[0-9a-f]{8,}\.[a-z.0-9]+$/; // such a file never changes
const LARGE = /\.(pdf|epub|zip|zim)$/; // nothing to keep because somebody looked at it once
const NOT_KEPT = ["content-encoding", "content-length", "accept-ranges", "set-cookie"];
const LOOK =
  "body{font:1.1rem/1.6 Roboto,system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:1.5rem 1rem;border-top:.5rem solid #0b4a7d}" +
  "h1{font-size:1.6rem;line-height:1.3;text-wrap:balance}h2{font-size:1.2rem}li{margin:.6rem 0}";
const WORDS = {
  vi: {
    dated: (kept, asOf) =>
      "Bản lưu trên máy ngày " +
      kept +
      ", nội dung chốt đến ngày " +
      asOf +
      ". Quy định có thể đã đổi từ đó; có mạng thì mở lại trang.",
    none: "Chưa có mạng, và trang này chưa lưu trên máy",
    noFile: "Chưa có mạng, và tệp này chưa lưu trên máy",
    advice: "Khi có mạng, hãy mở lại, hoặc lưu cả cẩm nang ở trang",
    downloads: "Tải về",
    here: "Những trang đọc được ngay",
    home: "Trang chủ",
    date: (day) => day.split("-").reverse().join("/"),
    news: (asOf) => "Cẩm nang đã có bản mới, nội dung chốt đến ngày " + asOf + ".",
    update: "Cập nhật bản lưu trên máy",
  },
  en: {
    dated: (kept, asOf) =>
      "A copy kept on this device on " +
      kept +
      ", with content as of " +
      asOf +
      ". The law may have changed since; open it again when online.",
    none: "No connection, and this page is not kept on this device",
    noFile: "No connection, and this file is not kept on this device",
    advice: "Open it again when you are online, or save the whole handbook on the page",
    downloads: "Downloads",
    here: "Pages you can read now",
    home: "Home",
    date: (day) =>
      new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
    news: (asOf) => "A newer edition of the handbook is out, with content as of " + asOf + ".",
    update: "Update the copy on this device",
  },
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const key = keyOf(request.url);
  // save.js asks past every store; the lists it reads must be today's.
  if (
    request.method !== "GET" ||
    !key.startsWith(BASE) ||
    request.headers.has("range") ||
    key.startsWith(BASE + "ngoai-tuyen/") ||
    (["no-cache", "no-store", "reload"].includes(request.cache) && request.mode !== "navigate")
  )
    return;
  event.respondWith(HASHED.test(key) ? fromDeviceFirst(event, key) : fromNetworkFirst(event, key));
});

self.addEventListener("message", (event) => {
  const message = event.data || {};
  if (message.type === "giu") event.waitUntil(Promise.all(message.addresses.map(fetchAndKeep)));
  if (message.type === "kiem-tra" && event.source) event.waitUntil(tellOfNews(event.source));
});

/* Queries and anchors are for the page's own scripts; a folder, its index and the folder without its
   last slash are one page, and so is an address with letters written as %61 or told in capitals:
   our own addresses have small letters, digits, "-", "." and "/" only. */
function keyOf(address) {
  const key = address.replace(/[?#].*$/, "");
  if (!key.startsWith(BASE)) return key;
  let path = key.slice(BASE.length);
  try {
    path = decodeURI(path).normalize("NFC");
  } catch (error) {
    /* not an encoding: as it is */
  }
  const isFile = /\.[a-z0-9]+$/i.test(path) && !/\.html$/i.test(path); // named after its content, perhaps with capitals
  if (!isFile) path = path.toLowerCase().replace(/(^|\/)index\.html$/, "$1");
  return BASE + path + (path === "" || /\/$|\.[a-z0-9]+$/i.test(path) ? "" : "/");
}

/* What every page needs: named after its content, a style, a script, a font. */
function isShared(key) {
  return HASHED.test(key) && /\.(css|js|woff2?)$/.test(key);
}

function languageOf(key) {
  return key.startsWith(BASE + "en/") ? "en" : "vi";
}

/* The day on the reader's own calendar, as 2026-11-23. */
function localDay(moment) {
  const time = new Date(moment);
  return new Date(time - time.getTimezoneOffset() * 60e3).toISOString().slice(0, 10);
}

async function fromDeviceFirst(event, key) {
  return (await newest(key)) || (await fetched(event, key));
}

async function fromNetworkFirst(event, key) {
  const asked = fetched(event, key).then((answer) => {
    if (answer.status >= 500) throw answer;
    return answer;
  });
  event.waitUntil(asked.catch(() => {})); // what comes late is kept for the next time
  let trouble;
  try {
    const answer = await Promise.race([asked, new Promise((done) => setTimeout(done, PATIENCE))]);
    if (answer) return answer;
  } catch (error) {
    trouble = error;
  }
  const isSeen = event.request.mode === "navigate";
  const isPage = isSeen && !LARGE.test(key);
  const copy = await newest(key);
  // Links of a page start from its own address: another form of it leads there first.
  if (copy && isPage && new URL(key).pathname !== new URL(event.request.url).pathname.replace(/\/index\.html$/, "/"))
    return Response.redirect(key);
  if (copy) return isPage ? dated(copy, key) : copy;
  if (!trouble) return asked.catch(() => (isSeen ? nothingHere(key) : Response.error()));
  if (trouble instanceof Response) return trouble;
  return isSeen ? nothingHere(key) : Response.error();
}

async function fetched(event, key) {
  // The server is asked about a page each time: what the browser itself kept bears no date.
  const answer = await (event.request.mode === "navigate"
    ? fetch(event.request, { cache: "no-cache" })
    : fetch(event.request));
  if (answer.status === 200 && answer.type === "basic" && !LARGE.test(key)) event.waitUntil(keep(key, answer.clone()));
  return answer;
}

async function fetchAndKeep(address) {
  const key = keyOf(address || "");
  if (!key.startsWith(BASE) || LARGE.test(key)) return;
  try {
    const answer = await fetch(key);
    if (answer.status === 200 && !answer.redirected) await keep(key, answer);
  } catch (error) {
    /* no network: nothing to keep */
  }
}

async function keep(key, answer) {
  try {
    const headers = new Headers(answer.headers);
    const body = await answer.blob();
    NOT_KEPT.forEach((name) => headers.delete(name));
    headers.set("x-luu", new Date().toISOString());
    const store = await caches.open(READ);
    if (/^text\/html/.test(headers.get("content-type"))) {
      const title = (await body.text()).match(/<title>([^<]*)/);
      headers.set("x-ten", encodeURIComponent(title ? title[1].split(" - ")[0] : key));
    }
    await store.delete(key); // put at the end again: the oldest stand first
    await store.put(key, new Response(body, { headers }));
    const keys = await droppable(store);
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_READ)).map((old) => store.delete(old)));
  } catch (error) {
    // the device is full: half of what was visited makes room
    if (error.name !== "QuotaExceededError") return;
    const store = await caches.open(READ);
    const keys = await droppable(store);
    await Promise.all(keys.slice(0, Math.ceil(keys.length / 2)).map((old) => store.delete(old)));
  }
}

/* What may be thrown away, the oldest first: never what every page of today's edition needs. Of a
   style or script that came in several editions only the last is one. */
async function droppable(store) {
  const keys = await store.keys();
  const last = new Map();
  const name = (url) => url.replace(/\.[0-9a-f]{8,}(\.[a-z.0-9]+)$/, "$1");
  keys.forEach((kept) => {
    if (isShared(kept.url)) last.set(name(kept.url), kept.url);
  });
  return keys.filter((kept) => last.get(name(kept.url)) !== kept.url);
}

/* The copy kept last, of both stores. */
async function newest(key) {
  const copies = await Promise.all(
    [READ, SAVED].map(async (name) => ((await caches.has(name)) ? (await caches.open(name)).match(key) : null)),
  );
  return copies.filter(Boolean).sort((a, b) => (a.headers.get("x-luu") < b.headers.get("x-luu") ? 1 : -1))[0];
}

async function dated(copy, key) {
  const words = WORDS[languageOf(key)];
  const html = await copy.text();
  const asOf = html.match(/<meta name="chot-ngay" content="([0-9-]+)"/);
  const notice =
    '<p class="thong-bao" role="status" data-ban-luu lang="' +
    languageOf(key) +
    '">' +
    words.dated(words.date(localDay(copy.headers.get("x-luu"))), asOf ? words.date(asOf[1]) : "?") +
    "</p>";
  const place = /<article[\s>]/.test(html) ? /<article(\s[^>]*)?>/ : /<body(\s[^>]*)?>/;
  return new Response(
    html.replace(place, (tag) => tag + notice),
    { headers: copy.headers },
  );
}

/* What can be read instead: every page visited before, by its title. */
async function nothingHere(key) {
  const words = WORDS[languageOf(key)];
  const title = LARGE.test(key) ? words.noFile : words.none;
  const home = languageOf(key) === "en" ? BASE + "en/" : BASE;
  const store = await caches.open(READ);
  const copies = await Promise.all(
    (await store.keys())
      .filter((kept) => /\/$/.test(kept.url))
      .map(async (kept) => [kept.url, await store.match(kept)]),
  );
  const links = copies
    .filter(([url, copy]) => url !== home && copy && copy.headers.has("x-ten"))
    .reverse()
    .map(([url, copy]) => '<li><a href="' + url + '">' + decodeURIComponent(copy.headers.get("x-ten")) + "</a></li>");
  if (await newest(home)) links.unshift('<li><a href="' + home + '">' + words.home + "</a></li>");
  const html =
    '<!doctype html><html lang="' +
    languageOf(key) +
    '"><head><meta charset="utf-8"><title>' +
    title +
    "</title>" +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">' +
    '<style nonce="cam-nang">' +
    LOOK +
    "</style></head>" +
    "<body><main><h1>" +
    title +
    "</h1><p>" +
    words.advice +
    ' <a href="' +
    home +
    'tai-ve/">' +
    words.downloads +
    "</a>.</p>" +
    (links.length ? "<h2>" + words.here + "</h2><ul>" + links.join("") + "</ul>" : "") +
    "</main></body></html>";
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'nonce-cam-nang'",
      "cache-control": "no-store",
    },
  });
}

/* Whoever saved the whole handbook is told when a newer edition is out. */
async function tellOfNews(page) {
  if (!(await caches.has(SAVED))) return;
  const store = await caches.open(SAVED);
  const record = await store.match(RECORD);
  if (!record) return;
  const mine = await record.json();
  const last = await store.match(LAST_CHECK);
  let now = last ? await last.json() : { at: 0 };
  if (Date.now() - now.at > BETWEEN_CHECKS) {
    try {
      const answer = await fetch(BASE + "ngoai-tuyen/" + mine.language + ".id.json", { cache: "no-cache" });
      if (!answer.ok) return;
      now = Object.assign(await answer.json(), { at: Date.now() });
      await store.put(LAST_CHECK, new Response(JSON.stringify(now)));
    } catch (error) {
      return;
    }
  }
  if (now.id === mine.id) return;
  const words = WORDS[mine.language];
  page.postMessage({
    type: "ban-moi",
    language: mine.language,
    text: words.news(words.date(now.asOf)),
    label: words.update,
    href: (mine.language === "en" ? "en/" : "") + "tai-ve/#luu-vao-may",
  });
}
