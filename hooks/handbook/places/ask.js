/* Answers "xã cũ nay là xã nào" from handbookPlaces, the data that stands in the same file (handbook/places/lookup_data.py).
   handbookAsk(query, {province, most}) gives {results, more, unknown, district}; no DOM, so it runs in a page and in a worker.
   A result: kind "xa" or "tinh"; label, mark [from, to] in it; former; district; province {name, label, slug}; whole; now: a list of
   {label, part, from}; divided. */
(function (self) {
  "use strict";
  var KINDS = { x: "Xã", p: "Phường", t: "Thị trấn", d: "Đặc khu", "-": "" };
  var KIND = /^(xa|phuong|thi tran|dac khu|tt|p|x)\s+/;
  var DISTRICT = /^(huyen|quan|thi xa|tx|h|q)\s+/;
  var FILLER =
    /\b(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|thanh pho|tp|tt|cu|moi|nay|la|thuoc|nao|gi|o dau|viet nam)\b/g;
  var names = null;

  /* Letters one to one, so that positions in the folded text are those of the original (NFC). */
  function fold(text) {
    return text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/đ/g, "d");
  }

  /* "Hoà" and "Hòa" are one word. */
  function spelt(text) {
    return text
      .normalize("NFC")
      .toLowerCase()
      .replace(/o([àáảãạ])(?![a-zà-ỹ])/g, function (all, a) {
        return "òóỏõọ"["àáảãạ".indexOf(a)] + "a";
      })
      .replace(/o([èéẻẽẹ])(?![a-zà-ỹ])/g, function (all, e) {
        return "òóỏõọ"["èéẻẽẹ".indexOf(e)] + "e";
      })
      .replace(/u([ỳýỷỹỵ])(?![a-zà-ỹ])/g, function (all, y) {
        return "ùúủũụ"["ỳýỷỹỵ".indexOf(y)] + "y";
      });
  }

  function words(text) {
    return text.replace(/[^0-9a-zà-ỹđ]+/g, " ").trim();
  }

  function read(data) {
    names = [];
    data.provinces.forEach(function (line, index) {
      var parts = line.split("|");
      var province = { name: parts[0], label: parts[1] + " " + parts[0], slug: parts[2] };
      var former = parts[3].split(";");
      var around = words(fold([parts[0]].concat(former).join(" ")));
      add(
        {
          kind: "tinh",
          name: parts[0],
          prefix: parts[1][0].toUpperCase() + parts[1].slice(1),
          province: province,
          around: "",
          from: former,
          now: [],
        },
        fold(parts[0]),
      );
      former.forEach(function (name) {
        if (name !== parts[0])
          add(
            {
              kind: "tinh",
              name: name,
              prefix: "Tỉnh",
              former: true,
              province: province,
              around: "",
              from: former,
              now: [],
            },
            fold(name),
          );
      });
      var known = {};
      // Folded at one go: fourteen thousand names one by one take a second on a cheap phone.
      var folded = fold(data.units[index]).split("\n");
      (data.units[index] ? data.units[index].split("\n") : []).forEach(function (line, number) {
        var bare = folded[number].split(/[=,]/);
        var cut = line.indexOf("=");
        var head = cut < 0 ? line : line.slice(0, cut);
        var now = { label: label(head), part: "", from: [] };
        var list = cut < 0 ? [head] : line.slice(cut + 1).split(",");
        var own = false;
        var kind = "x";
        // "Phường 1, Phường 2, Phường 4 (Quận 3)": the one district of a list explains those beside it that name none.
        var districts = list
          .map(function (text) {
            return text.split("~")[0].split("*")[1];
          })
          .filter(function (one, at, all) {
            return one && all.indexOf(one) === at;
          });
        var near = districts.length === 1 ? words(fold(districts[0])) : "";
        list.forEach(function (text, at) {
          var rest = text.split("~");
          var place = rest[0].split("*");
          var hasKind = /^[xptd@-]/.test(text);
          if (!hasKind) place[0] = kind + place[0];
          if (place[0] === "@") place[0] = head;
          kind = place[0][0];
          var part = rest[1]
            ? rest[1].replace(/^>([xptd-])/, function (all, of) {
                return "phần còn lại sau khi sáp nhập vào " + KINDS[of].toLowerCase() + " ";
              })
            : "";
          now.from.push(label(place[0]) + (place[1] ? " (" + place[1] + ")" : "") + (part ? " (" + part + ")" : ""));
          own = own || place[0].slice(1) === head.slice(1);
          var key = place.join("*");
          var entry = known[key];
          if (!entry) {
            entry = known[key] = {
              kind: "xa",
              name: place[0].slice(1),
              prefix: KINDS[place[0][0]],
              former: cut >= 0,
              district: place[1] || "",
              province: province,
              around: around,
              now: [],
            };
            add(
              entry,
              text[0] === "@" || cut < 0 ? bare[0].slice(1) : bare[at + 1].split(/[*~]/)[0].slice(hasKind ? 1 : 0),
            );
          }
          entry.now.push({ label: now.label, part: part, from: now.from, same: cut < 0, near: place[1] ? "" : near });
        });
        if (!own)
          add(
            {
              kind: "xa",
              name: head.slice(1),
              prefix: KINDS[head[0]],
              province: province,
              around: around,
              district: "",
              now: [now],
            },
            bare[0].slice(1),
          );
      });
    });
  }

  function label(text) {
    return (KINDS[text[0]] + " " + text.slice(1)).trim();
  }

  function add(entry, folded) {
    entry.folded = words(folded);
    names.push(entry);
  }

  /* What may stand beside a name in a query: its province, old or new, its former district, what it belongs to now. */
  function around(entry) {
    return (
      " " +
      entry.around +
      " " +
      words(
        fold(
          [entry.district || ""]
            .concat(
              entry.now.map(function (now) {
                return now.label + " " + (now.near || "");
              }),
            )
            .join(" "),
        ),
      ) +
      " "
    );
  }

  /* How well a name answers: [tier, words of the query that nothing explains]; null when it does not. */
  function grade(entry, wanted) {
    var name = entry.folded;
    if (wanted === name) return [0, ""];
    if (name.indexOf(wanted + " ") === 0) return [2, ""];
    if (name.indexOf(wanted) === 0) return [3, ""];
    var padded = " " + wanted + " ";
    var at = padded.indexOf(" " + name + " ");
    // The number of "quận 3" is no Phường 3.
    if (at >= 0 && !(/^\d+$/.test(name) && / quan$/.test(padded.slice(0, at)))) {
      var rest = (padded.slice(0, at) + " " + padded.slice(at + name.length + 1))
        .replace(FILLER, " ")
        .split(/\s+/)
        .filter(Boolean);
      var known = rest.length ? around(entry) : "";
      var strange = rest.filter(function (word) {
        return known.indexOf(" " + word) < 0;
      });
      if (!strange.length) return [at === 0 ? 1 : 1.5, "", rest]; // "phước đông long an": the name stands first
      // "Tân" alone does not answer "Tân Lập Bảo Thắng": the name must be most of what was typed.
      return at === 0 && name.indexOf(" ") > 0 ? [4, strange.join(" ")] : null;
    }
    if (name.indexOf(" " + wanted) > 0) return [5, ""];
    return null;
  }

  self.handbookAsk = function (query, options) {
    options = options || {};
    if (!names) read(self.handbookPlaces);
    // "P1 Q3", "p.1 q.3"
    query = query.replace(/(^|[\s,])p[.\s]?(\d+)/gi, "$1phường $2").replace(/(^|[\s,])q[.\s]?(\d+)/gi, "$1quận $2");
    var typed = words(spelt(query));
    var folded = words(fold(query));
    var nothing = { results: [], more: 0, unknown: "", district: false };
    if (folded.replace(/ /g, "").length < 2) return nothing;
    var isDistrict = DISTRICT.test(folded);
    var forms = [[folded, typed]];
    [KIND, DISTRICT, /^(tinh|thanh pho|tp)\s+/].forEach(function (pattern) {
      var bare = folded.replace(pattern, "");
      // "Quận 1" is no Phường 1.
      if (bare !== folded && !(pattern === DISTRICT && /^\d+$/.test(bare)))
        forms.push([
          bare,
          typed
            .split(" ")
            .slice(folded.split(" ").length - bare.split(" ").length)
            .join(" "),
        ]);
    });
    var kind = KIND.exec(folded);
    var hasMarks = fold(typed) !== typed;
    var found = [];
    names.forEach(function (entry) {
      var best = null;
      forms.forEach(function (form) {
        var result = grade(entry, form[0]);
        if (!result) return;
        if (hasMarks && !entry.spelt) entry.spelt = words(spelt(entry.name));
        var same =
          !hasMarks ||
          form[1] === entry.spelt ||
          (" " + form[1] + " ").indexOf(" " + entry.spelt + " ") >= 0 ||
          entry.spelt.indexOf(form[1]) >= 0;
        var score = [result[0], same ? 0 : 1, form[0], result[1] ? result[1].split(" ").length : 0];
        if (!best || score[0] < best.score[0])
          best = { entry: entry, score: score, strange: result[1], rest: result[2] || [] };
      });
      if (
        isDistrict &&
        entry.kind === "xa" &&
        (words(fold(entry.district)) === folded ||
          entry.now.some(function (now) {
            return now.near === folded;
          }))
      ) {
        best = { entry: entry, score: [0, 0, "", 0], strange: "", rest: folded.split(" ") };
      }
      if (!best) return;
      // "xã" typed before the name: such a one comes before wards of that name.
      best.wrongKind = kind && entry.kind === "xa" && fold(entry.prefix) !== kind[1] ? 1 : 0;
      best.away = options.province && entry.province.name !== options.province ? 1 : 0;
      found.push(best);
    });
    found.sort(function (a, b) {
      return (
        a.score[0] - b.score[0] ||
        a.score[3] - b.score[3] ||
        a.score[1] - b.score[1] ||
        a.away - b.away ||
        (b.entry.kind === "tinh") - (a.entry.kind === "tinh") ||
        a.wrongKind - b.wrongKind ||
        a.entry.name.length - b.entry.name.length ||
        (a.entry.province.slug < b.entry.province.slug ? -1 : a.entry.province.slug > b.entry.province.slug ? 1 : 0)
      );
    });
    // What only begins like a whole match, or leaves words unexplained, is noise beside it.
    if (found.length && found[0].score[0] < 2)
      found = found.filter(function (one) {
        return one.score[0] <= 3;
      });
    var most = options.most || 8;
    return {
      results: found.slice(0, most).map(result),
      more: Math.max(0, found.length - most),
      unknown: found.length && found[0].score[0] === 4 ? found[0].strange : "",
      district: isDistrict,
    };
  };

  /* Names of places in English, as handbook/places/english.py has them: "Xã Bát Xát" -> "Bát Xát Commune". */
  var ENGLISH = {
    tỉnh: "Province",
    "thành phố": "City",
    xã: "Commune",
    phường: "Ward",
    "thị trấn": "Township",
    "đặc khu": "Special Zone",
    huyện: "District",
    quận: "District",
    "thị xã": "Town",
  };
  var NAMED = /^(tỉnh|thành phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã) (.+)$/i;
  var PARTS = { "phần còn lại": "the rest", "một phần": "part" };

  function placeName(label, language) {
    var found = language === "en" ? NAMED.exec(label) : null;
    if (!found) return label;
    var kind = ENGLISH[found[1].toLowerCase()];
    return /^\d+$/.test(found[2]) ? kind + " " + found[2] : found[2] + " " + kind;
  }

  /* What part of a former commune is meant; also a whole name with its district or part in brackets. */
  function partName(text, language) {
    if (language !== "en") return text;
    var rest = /^phần còn lại sau khi sáp nhập vào (.+)$/.exec(text);
    if (rest)
      return (
        "what was left after joining " +
        rest[1]
          .split(" và ")
          .map(function (one) {
            return placeName(one, language);
          })
          .join(" and ")
      );
    var cut = /^([^()]+) \((.+)\)$/.exec(text);
    if (cut)
      return (
        placeName(cut[1], language) +
        " (" +
        cut[2]
          .split(") (")
          .map(function (one) {
            return partName(one, language);
          })
          .join(") (") +
        ")"
      );
    return PARTS[text] || placeName(text, language);
  }

  var WORDS = {
    vi: {
      former: " (cũ)",
      nowIn: "nay thuộc ",
      merged: "gộp từ ",
      now: "nay là ",
      made: "hợp từ ",
      more: "; trùng tên ở ",
      others: " và # nơi khác",
    },
    en: {
      former: " (former)",
      nowIn: "now in ",
      merged: "merged from ",
      now: "now ",
      made: "made from ",
      more: "; same name in ",
      others: " and # more",
    },
  };

  self.handbookPlaceName = placeName;
  self.handbookPartName = partName;

  /* One line for the main search's first result; null when no name is whole.  `sure`: the query names a kind ("xã …"), a
     province, or where it is; else it may as well be ordinary words (there is a commune An Toàn). */
  self.handbookAnswer = function (query, language) {
    var answer = self.handbookAsk(query, { most: 6 });
    var first = answer.results[0];
    if (!first || !first.whole) return null;
    var said = WORDS[language === "en" ? "en" : "vi"];
    function name(label) {
      return placeName(label, language);
    }
    var folded = words(fold(query));
    var others = answer.results.slice(1).filter(function (one) {
      return one.whole && one.kind === "xa";
    });
    var province = name(first.province.label);
    var elsewhere = others
      .map(function (one) {
        return name(one.province.label);
      })
      .filter(function (label, at, all) {
        return label !== province && all.indexOf(label) === at;
      });
    if (first.kind === "tinh") {
      return {
        title: name(first.label) + (first.former ? said.former : ""),
        sure: true,
        location: "dia-phuong/" + first.province.slug + "/",
        text: first.former
          ? said.nowIn + province
          : first.from.length > 1
            ? said.merged + first.from.join(", ")
            : province,
      };
    }
    var now = first.now.map(function (one) {
      return name(one.label) + (one.part ? " (" + partName(one.part, language) + ")" : "");
    });
    var from = first.now[0].from.map(function (one) {
      return partName(one, language);
    });
    return {
      title: name(first.label) + (first.former && !first.now[0].same ? said.former : ""),
      sure: KIND.test(folded) || folded !== words(fold(first.label.slice(first.mark[0]))),
      location: "dia-phuong/?q=" + encodeURIComponent(query.trim()),
      text:
        (first.former ? said.now + now.join("; ") : said.made + from.join(", ")) +
        ", " +
        province +
        // Of several places of one name the right one must be told from the others.
        (elsewhere.length
          ? said.more + elsewhere.join(", ") + (answer.more ? said.others.replace("#", answer.more) : "")
          : ""),
    };
  };

  function result(one) {
    var entry = one.entry;
    var name = (entry.prefix + " " + entry.name).trim();
    var start = name.length - entry.name.length;
    // Of several of one name, those whose neighbours are of the district that was typed.
    var meant = entry.now.filter(function (now) {
      return (
        one.rest.length &&
        now.near &&
        one.rest.every(function (word) {
          return (" " + now.near + " ").indexOf(" " + word + " ") >= 0;
        })
      );
    });
    var now = meant.length ? meant : entry.now;
    var at = one.score[2] ? fold(entry.name).indexOf(one.score[2]) : -1;
    return {
      kind: entry.kind,
      label: name,
      mark: at >= 0 ? [start + at, start + at + one.score[2].length] : [start, name.length],
      former: !!entry.former,
      district: entry.district || "",
      province: entry.province,
      whole: one.score[0] < 2,
      now: now,
      from: entry.from || [],
      divided: now.length > 1,
    };
  }
})(self);
