/* Search in the reader's own browser: nothing that is typed leaves the device.

   Runs as a worker, or, from file:// where browsers forbid workers, as a script of
   the page (start.js decides).  Takes and gives the messages of the theme's search
   box (type 2: a query, type 3: its results); its index comes from
   hooks/handbook/search/.  Plain script, no modules. */
(function (scope) {
  "use strict";

  /* ---- Words: the rules of hooks/handbook/search/tokens.py ---- */

  const WORD = /[0-9a-z\u00df-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+/g;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

  /* Most words come again and again; taking one apart is dear. */
  function remembering(change) {
    const known = new Map();
    return function (word) {
      let changed = known.get(word);
      if (changed === undefined) known.set(word, (changed = change(word)));
      return changed;
    };
  }

  /* The same for what is large: only what was last worked out is kept, for while a query is typed most of it stays. */
  function Recent(size) {
    this.size = size;
    this.known = new Map();
  }

  Recent.prototype.get = function (key, make) {
    let value = this.known.get(key);
    if (value === undefined) value = make();
    else this.known.delete(key);
    this.known.set(key, value);
    if (this.known.size > this.size) this.known.delete(this.known.keys().next().value);
    return value;
  };

  const MARKS = /[\u0300-\u036f]/g;

  /* ``apart``: a word in NFD. */
  function withoutMarks(apart) {
    return apart.replace(MARKS, "").replace(/đ/g, "d");
  }

  function withToneLast(word, apart) {
    const tones = apart.match(TONES);
    return tones ? apart.replace(TONES, "").normalize("NFC") + tones.join("") : word;
  }

  const fold = remembering(function (word) {
    return withoutMarks(word.normalize("NFD"));
  });

  const written = new Map(); // a word with its tone last → as people write it

  const toneLast = remembering(function (word) {
    const exact = withToneLast(word, word.normalize("NFD"));
    if (exact !== word && !written.has(exact)) written.set(exact, word);
    return exact;
  });

  function asWritten(exact) {
    return written.get(exact) || exact.normalize("NFC");
  }

  function exactWords(text) {
    return (text.normalize("NFC").toLowerCase().match(WORD) || []).map(toneLast);
  }

  function foldedWords(text) {
    return exactWords(text).map(fold);
  }

  /* What Telex and VNI leave in the box when the keyboard is off, as the word that was meant, its tone last;
     null for a word that neither could have left. */
  const VNI_TONES = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
  const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
  const HAT = { a: "â", e: "ê", o: "ô" };
  const HORN = { a: "ă", â: "ă", o: "ơ", ô: "ơ", u: "ư" };
  const VOWEL = /[aăâeêioôơuưy]/;

  /* The horn or breve goes on the last letter that can have one; "uo" gets it on both, "ua" on the first. */
  function addHorn(letters) {
    for (let i = letters.length - 1; i >= 0; i--) {
      if (!HORN[letters[i]]) continue;
      if (letters[i] === "a" && letters[i - 1] === "u" && letters[i - 2] !== "q") i--;
      letters[i] = HORN[letters[i]];
      if (letters[i] === "ơ" && letters[i - 1] === "u") letters[i - 1] = "ư";
      return true;
    }
    return false;
  }

  function addHat(letters, which) {
    for (let i = letters.length - 1; i >= 0; i--) {
      if (!HAT[letters[i]] || (which && letters[i] !== which)) continue;
      letters[i] = HAT[letters[i]];
      return true;
    }
    return false;
  }

  function fromVni(word) {
    const letters = [];
    let tone = "";
    for (let i = 0; i < word.length; i++) {
      const char = word[i];
      if (!/\d/.test(char)) letters.push(char);
      else if (char === "9") {
        if (letters[0] !== "d") return null;
        letters[0] = "đ";
      } else if (
        !letters.some(function (letter) {
          return VOWEL.test(letter);
        })
      )
        return null; // "mp3", "nq57"
      else if (char === "6") {
        if (!addHat(letters)) return null;
      } else if (char === "7" || char === "8") {
        if (!addHorn(letters)) return null;
      } else tone = VNI_TONES[+char] || "";
    }
    return letters.join("") + tone;
  }

  function fromTelex(word) {
    const letters = [];
    let tone = "";
    for (let i = 0; i < word.length; i++) {
      const char = word[i];
      const hasVowel = letters.some(function (letter) {
        return VOWEL.test(letter);
      });
      if (char === "d" && letters[0] === "d" && (i === 1 || i === word.length - 1)) letters[0] = "đ";
      else if (char === "w") {
        if (!addHorn(letters)) letters.push("ư");
      } else if (HAT[char] && addHat(letters, char)) continue;
      else if (TELEX_TONES[char] && hasVowel) tone = TELEX_TONES[char];
      else if (/[iuy]/.test(char) && letters[letters.length - 1] === char)
        continue; // no syllable has it twice: "ddoioir"
      else letters.push(char);
    }
    return letters.some(function (letter) {
      return VOWEL.test(letter);
    })
      ? letters.join("") + tone
      : word; // no syllable: "dkkd"
  }

  /* What may be a syllable, without its marks: "cafe" and "free" are words of other languages, not Telex. */
  const SYLLABLE =
    /^(ngh?|nh|th|tr|ch|ph|kh|gh?|gi|qu|[bcdhklmnprstvx])?(ieu|yeu|uoi|uou|oai|oay|oao|oeo|uay|uye|uya|uyu|a[iouy]?|e[ou]?|i[aeu]?|o[aeio]?|u[aeioyu]?|ye?)(ng|nh|ch|[cmnpt])?$/;

  function typedAs(word) {
    const meant = /^[a-z]+\d[a-z\d]*$/.test(word) ? fromVni(word) : /^[a-z]+$/.test(word) ? fromTelex(word) : null;
    return meant && meant !== word && SYLLABLE.test(fold(meant)) ? meant : null;
  }

  function untype(word) {
    const meant = typedAs(word);
    return meant && fold(meant);
  }

  /* ---- Reading the index ---- */

  /* Whoever opens the box waits for this on a slow phone.  So the texts stay numbers of words; what is shown is written out
     when it is shown, and what a word stands in is gathered when somebody types it. */

  const ALPHABET = Array.from({ length: 91 }, function (_, i) {
    return String.fromCharCode(35 + i);
  }).filter(function (c) {
    return c !== "\\";
  });
  const VALUE = new Uint8Array(128);
  ALPHABET.forEach(function (char, value) {
    VALUE[char.charCodeAt(0)] = value;
  });

  /* Calls ``take`` with each number of a list that hooks/handbook/search/number_coding.py has written. */
  function eachNumber(code, take) {
    let last = -1;
    for (let i = 0; i < code.length; i++) {
      let gap = VALUE[code.charCodeAt(i)];
      if (gap === ALPHABET.length - 1) {
        gap = 0;
        for (let j = 0; j < 4; j++) gap = (gap << 6) | VALUE[code.charCodeAt(++i)];
      } else if (gap >= 64) gap = ((gap - 63) << 6) | VALUE[code.charCodeAt(++i)];
      last += gap + 1;
      take(last);
    }
  }

  function decode(code) {
    const numbers = [];
    eachNumber(code, function (number) {
      numbers.push(number);
    });
    return numbers;
  }

  /* The texts of the index, each word of which is a code: the rules of hooks/handbook/search/packed_texts.py.  A text is a
     stretch [start, end] of ``numbers``, which are places in ``tokens``. */
  const SHORT = 40; // tokens of one character
  const NOWHERE = "~"; // of a word that no text of a section has
  const CAPITAL = "\u0001";
  const SHARED = "!#$%&'()*+,-./:";
  const IS_WORD = /^[\p{L}\p{N}_]/u;
  const IS_PLAIN = /^[0-9a-z]+$/;
  const IS_ONE = /^[0-9a-z\u00df-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+$/;

  function Texts(data) {
    const self = this;
    const shared = new Map();
    Array.from(SHARED).forEach(function (sign, count) {
      shared.set(sign, count);
    });
    this.exact = []; // form → a word, its tone last
    this.foldedOf = []; // form → number of its folded word
    this.folded = []; // number → folded word
    this.numberOf = new Map(); // folded word → number
    this.formsOf = []; // token → its forms: one for nearly all
    this.terms = []; // forms of the tokens that are one word, in the order of their lists
    this.formOf = new Map(); // exact → form
    this.isTerm = [];
    this.tokens = [];
    data.often.forEach(function (token) {
      self.addToken(token, token.normalize("NFD"));
    });
    let word = "";
    (data.dictionary.match(/[!#-/:][^!#-/:]*/g) || []).forEach(function (code) {
      word = word.slice(0, shared.get(code[0])) + code.slice(1);
      self.addToken(IS_PLAIN.test(word) ? word : word.normalize("NFC"), word);
    });
    Array.from(data.signs).forEach(function (sign) {
      self.tokens.push(sign);
      self.formsOf.push([]);
    });
    this.signs = new Map(); // sign → its number
    this.isWord = this.tokens.map(function (token, number) {
      const isWord = IS_WORD.test(token);
      if (!isWord) self.signs.set(token, number);
      return isWord;
    });
    this.numbers = new Int32Array(data.text.length);
    const size = ALPHABET.length;
    const short = data.often.length;
    const newLine = this.signs.get("\n");
    const code = data.text;
    const lines = [];
    let count = 0;
    let start = 0;
    for (let i = 0; i < code.length; i++) {
      let number = VALUE[code.charCodeAt(i)];
      if (number === size - 1) {
        number = VALUE[code.charCodeAt(++i)];
        number = number * size + VALUE[code.charCodeAt(++i)];
        number = number * size + VALUE[code.charCodeAt(++i)] + short;
      } else if (number >= SHORT) number = (number - SHORT) * size + VALUE[code.charCodeAt(++i)] + short;
      if (number === newLine) {
        lines.push([start, count]);
        start = count + 1;
      }
      this.numbers[count++] = number;
    }
    lines.push([start, count]);
    this.lines = lines;
  }

  /* ``apart`` is the token in NFD. */
  Texts.prototype.addToken = function (token, apart) {
    const self = this;
    this.tokens.push(token);
    let forms = null;
    if (IS_PLAIN.test(token)) forms = [this.form(token, token)];
    else if (!IS_WORD.test(token)) forms = [];
    else if (IS_ONE.test(token) && token === token.toLowerCase()) {
      const exact = withToneLast(token, apart);
      if (exact !== token) written.set(exact, token); // of "khoá" and "khóa" the one with the tone further left, which comes later
      forms = [this.form(exact, withoutMarks(apart))];
    } else
      forms = exactWords(token).map(function (exact) {
        return self.form(exact, fold(exact));
      });
    this.formsOf.push(forms);
    if (forms.length !== 1 || this.isTerm[forms[0]]) return;
    this.isTerm[forms[0]] = true;
    this.terms.push(forms[0]);
  };

  Texts.prototype.form = function (exact, folded) {
    let form = this.formOf.get(exact);
    if (form !== undefined) return form;
    form = this.exact.length;
    this.formOf.set(exact, form);
    this.exact.push(exact);
    let number = this.numberOf.get(folded);
    if (number === undefined) {
      number = this.folded.length;
      this.numberOf.set(folded, number);
      this.folded.push(folded);
    }
    this.foldedOf.push(number);
    return form;
  };

  /* The parts of a stretch between some sign. */
  Texts.prototype.split = function (stretch, sign) {
    const found = [];
    let start = stretch[0];
    const wanted = this.signs.get(sign);
    for (let i = start; i < stretch[1]; i++)
      if (this.numbers[i] === wanted) {
        found.push([start, i]);
        start = i + 1;
      }
    found.push([start, stretch[1]]);
    return found;
  };

  /* A stretch as it is read. */
  Texts.prototype.read = function (stretch) {
    let said = "";
    let isAfterWord = false;
    let isCapital = false;
    for (let i = stretch[0]; i < stretch[1]; i++) {
      const number = this.numbers[i];
      const token = this.tokens[number];
      if (token === CAPITAL) {
        isCapital = true;
        continue;
      }
      if (this.isWord[number] && isAfterWord) said += " ";
      said += isCapital ? token[0].toUpperCase() + token.slice(1) : token;
      isAfterWord = this.isWord[number];
      isCapital = false;
    }
    return said;
  };

  /* Calls ``take`` with the form of each word of a stretch. */
  Texts.prototype.eachForm = function (stretch, take) {
    for (let i = stretch[0]; i < stretch[1]; i++) {
      const forms = this.formsOf[this.numbers[i]];
      for (let j = 0; j < forms.length; j++) take(forms[j]);
    }
  };

  Texts.prototype.formsIn = function (stretch) {
    const found = [];
    this.eachForm(stretch, function (form) {
      found.push(form);
    });
    return found;
  };

  Texts.prototype.exactOf = function (stretch) {
    const exact = this.exact;
    return this.formsIn(stretch).map(function (form) {
      return exact[form];
    });
  };

  Texts.prototype.foldedIn = function (stretch) {
    const self = this;
    return this.formsIn(stretch).map(function (form) {
      return self.folded[self.foldedOf[form]];
    });
  };

  /* Fields, and what a hit in each is worth. */
  const FIELD = { title: 6, keywords: 5, heading: 2.5, name: 3, asked: 2.5, text: 1 };
  const FIELDS = ["title", "keywords", "heading", "name", "asked"];
  const PAIR = { title: 1.1, keywords: 1, heading: 0.5, name: 0.6, asked: 0.5, text: 0.45 };
  const OF_PAGE = 2; // so many of them are of a page, the others of a section
  /* Fields of sections, and what a hit in them is worth to the page. */
  const OF_UNIT = { heading: 0.6, name: 0.25, asked: 0.4 };
  /* In how many sections of a page a word of many pages stands, of which only the page is listed: in one or two, in more. */
  const SECTIONS = [1.5, 4];
  const SATURATION = 3;
  const MIX = {
    page: 0.55,
    section: 0.45,
    together: 0.1,
    partial: 0.25,
    named: 0.35,
    begins: 0.25,
    accents: 0.3,
    hoiNga: 0.85,
    synonym: 0.7,
    common: 0.9,
    said: 0.95,
    situation: 1.2,
    document: 2,
    list: 0.75,
    term: 1.05,
    aid: 0.9,
  };

  const KINDS = [
    "nghi dinh",
    "nghi quyet",
    "quyet dinh",
    "thong tu",
    "chi thi",
    "cong van",
    "ke hoach",
    "ket luan",
    "luat",
  ];
  const IN_ENGLISH = {
    decree: "nghi dinh",
    resolution: "nghi quyet",
    decision: "quyet dinh",
    circular: "thong tu",
    directive: "chi thi",
    law: "luat",
  };

  /* A property that is worked out when it is first asked for. */
  function later(prototype, name, make) {
    Object.defineProperty(prototype, name, {
      get: function () {
        const value = make.call(this);
        Object.defineProperty(this, name, { value: value });
        return value;
      },
    });
  }

  function Page(texts, number, record, title, keywords) {
    this.texts = texts;
    this.number = number;
    this.address = record[0];
    this.titled = title;
    this.listed = keywords;
    this.chunk = record[2];
    this.isList = false;
    this.status = record[3] || "";
    this.replacedBy = record[4] || [];
  }

  later(Page.prototype, "title", function () {
    return this.texts.read(this.titled);
  });
  later(Page.prototype, "keywords", function () {
    return this.texts.read(this.listed);
  });
  later(Page.prototype, "folded", function () {
    return this.texts.foldedIn(this.titled).join(" ");
  });
  /* An address may say as the title or a keyword does, and end in its own way. */
  later(Page.prototype, "url", function () {
    const self = this;
    return this.address.replace(/=(\d+)(.*)/, function (all, number, rest) {
      const named = [self.titled].concat(self.texts.split(self.listed, ";"))[+number];
      return self.texts.foldedIn(named).join("-") + rest + "/";
    });
  });

  /* ``parts``: its heading, its anchor where that is another, the other names of what it explains. */
  function Unit(texts, page, parts) {
    this.texts = texts;
    this.page = page;
    this.parts = parts;
    this.isHeaded = parts[0][1] > parts[0][0];
    this.words = 0;
  }

  later(Unit.prototype, "heading", function () {
    return this.texts.read(this.parts[0]);
  });
  later(Unit.prototype, "folded", function () {
    return this.texts.foldedIn(this.parts[0]).join(" ");
  });
  later(Unit.prototype, "anchor", function () {
    return this.parts.length > 1 ? this.texts.read(this.parts[1]) : this.folded.replace(/ /g, "-");
  });

  /* A question of a situation, which a place answers. */
  function Question(texts, start, stretch, row, page, unit) {
    this.texts = texts;
    this.start = start; // in the stream
    this.stretch = stretch;
    this.row = row;
    this.page = page;
    this.unit = unit;
    this.isPage = unit === page.first;
    this.weights = null;
  }

  later(Question.prototype, "exact", function () {
    return this.texts.exactOf(this.stretch);
  });
  later(Question.prototype, "folded", function () {
    return this.texts.foldedIn(this.stretch);
  });

  const BETWEEN = -1; // in ``stream``, between two texts

  function Library(data) {
    const self = this;
    const texts = new Texts(data);
    self.data = data;
    self.texts = texts;
    self.words = data.words;
    self.stream = [BETWEEN]; // the words of all titles, keywords, headings, names and questions, as forms
    self.codes = [0]; // where each stands: its field and its place in one number
    self.pages = [];
    self.units = [];
    self.groups = data.synonyms.slice(); // "name;other name", with the names of the glossary's terms
    self.nearTo = new Map();
    self.taken = new Map(); // page → what its sections say
    self.collected = new Recent(40); // what a slot stands for → where it stands
    self.answered = new Map(); // the lookup of places → what it answered last
    self.entries = new Map(); // folded word → its places, by field
    self.after = new Map(); // folded word → the words after it, with the places of both
    self.hasPlaces = data.pages.some(function (record) {
      return /^(en\/)?dia-phuong\/$/.test(record[0]);
    }); // the lookup's page
    data.pages.forEach(function (record, number) {
      const page = new Page(texts, number, record, texts.lines[3 * number], texts.lines[3 * number + 1]);
      page.part = data.parts[record[1]];
      page.isAid = data.aids.indexOf(page.chunk) >= 0;
      page.first = self.units.length;
      self.pages.push(page);
      self.add("title", number, page.titled);
      texts.split(page.listed, ";").forEach(function (keyword) {
        self.add("keywords", number, keyword);
      });
      texts.split(texts.lines[3 * number + 2], "\t").forEach(function (stretch) {
        const parts = texts.split(stretch, "|");
        const place = self.units.length;
        self.units.push(new Unit(texts, page, parts));
        self.add("heading", place, parts[0]);
        if (parts.length < 3 || parts[2][0] === parts[2][1]) return;
        page.isList = true;
        self.groups.push(texts.read(parts[2]));
        texts.split(parts[2], ";").forEach(function (name) {
          self.add("name", place, name);
        });
      });
      page.end = self.units.length;
    });
    self.questionsFrom = self.stream.length;
    self.questions = [];
    self.questionAt = []; // place in the stream from there on → number of the question
    let line = 3 * data.pages.length;
    data.asked.forEach(function (row, number) {
      const page = self.pages[row[0]];
      texts.split(texts.lines[line++], ";").forEach(function (stretch) {
        const start = self.stream.length;
        self.add("asked", page.first + row[1], stretch);
        while (self.questionAt.length < self.stream.length - self.questionsFrom)
          self.questionAt.push(self.questions.length);
        self.questions.push(new Question(texts, start, stretch, number, page, page.first + row[1]));
      });
    });
    self.sayings = new Sayings(texts, texts.lines.slice(line, (line += data.counts[1])));
    self.outside = new Sayings(texts, texts.lines.slice(line, line + data.counts[2])); // what the handbook does not speak of
    self.takePostings(data.postings.split(" "));
    self.arrange();
    self.frequencies = new Int32Array(texts.folded.length); // folded word → in how many pages, once asked
    self.counted = new Int32Array(self.pages.length);
    const places = (data.namePlaces || "").split(" ");
    self.names = new Map(); // "quang nam" → the sections whose text has it as a name, as a code
    (data.names ? data.names.split(";") : []).forEach(function (name, i) {
      self.names.set(name, places[i]);
    });
  }

  /* Which terms each folded word has, and how many terms each section. */
  Library.prototype.takePostings = function (postings) {
    const units = this.units;
    const texts = this.texts;
    this.postings = postings;
    this.termOf = new Int32Array(texts.folded.length).fill(-1); // folded word → its first term
    this.nextTerm = new Int32Array(texts.terms.length).fill(-1); // term → the next one of its folded word
    function count(unit) {
      units[unit].words += 1;
    }
    for (let i = texts.terms.length - 1; i >= 0; i--) {
      if (postings[i] === NOWHERE) continue;
      const folded = texts.foldedOf[texts.terms[i]];
      this.nextTerm[i] = this.termOf[folded];
      this.termOf[folded] = i;
      if (!postings[i].includes("!")) eachNumber(postings[i], count);
    }
    this.averageWords =
      units.reduce(function (sum, unit) {
        return sum + unit.words;
      }, 0) / Math.max(1, units.length);
  };

  /* Where in the stream each folded word stands. */
  Library.prototype.arrange = function () {
    const foldedOf = this.texts.foldedOf;
    const stream = this.stream;
    const ends = new Int32Array(this.texts.folded.length + 1);
    for (let i = 0; i < stream.length; i++) if (stream[i] !== BETWEEN) ends[foldedOf[stream[i]] + 1] += 1;
    for (let i = 1; i < ends.length; i++) ends[i] += ends[i - 1];
    this.starts = ends.slice();
    this.places = new Int32Array(stream.length);
    for (let i = 0; i < stream.length; i++) if (stream[i] !== BETWEEN) this.places[ends[foldedOf[stream[i]]]++] = i;
  };

  Library.prototype.placesOf = function (folded) {
    const number = this.texts.numberOf.get(folded);
    return number === undefined ? [] : this.places.subarray(this.starts[number], this.starts[number + 1]);
  };

  Library.prototype.add = function (field, place, stretch) {
    const code = place * FIELDS.length + FIELDS.indexOf(field);
    const stream = this.stream;
    const codes = this.codes;
    this.texts.eachForm(stretch, function (form) {
      stream.push(form);
      codes.push(code);
    });
    stream.push(BETWEEN);
    codes.push(0);
  };

  later(Library.prototype, "documents", function () {
    return this.pages
      .filter(function (page) {
        return /^(en\/)?van-ban\/./.test(page.address);
      })
      .map(function (page) {
        // Its title has the number, and mostly the year; its address has the year of the others.
        const isYear = function (part) {
          return /^(19|20)\d\d$/.test(part);
        };
        const numbers = page.folded.split(" ").filter(function (word) {
          return /^\d+$/.test(word);
        });
        return {
          page: page,
          number: numbers[0] || "",
          year: numbers.slice(1).concat(page.url.split("van-ban/")[1].split(/[-/.]/).slice(1)).find(isYear) || "",
          kind:
            KINDS.find(function (kind) {
              return page.folded.startsWith(kind);
            }) || (/luat /.test(page.folded) ? "luat" : ""),
        };
      });
  });

  /* Documents that the register lacks, and what is followed today. */
  later(Library.prototype, "gone", function () {
    const self = this;
    return (this.data.gone || []).map(function (row) {
      const parts = exactWords(row[0]).map(fold);
      const isDated = /^(19|20)\d\d$/.test(parts[1]);
      return {
        number: String(+parts[0]),
        year: isDated ? parts[1] : "",
        kind: KIND[parts[isDated ? 2 : 1]]
          ? exactWords(KIND[parts[isDated ? 2 : 1]])
              .map(fold)
              .join(" ")
          : "luat",
        name: row[0],
        page: self.pages[row[1]],
      };
    });
  });

  later(Library.prototype, "vocabulary", function () {
    const self = this;
    return this.texts.folded
      .filter(function (word) {
        return self.has(word);
      })
      .sort();
  });

  later(Library.prototype, "synonyms", function () {
    const found = new Map();
    this.groups.forEach(function (group) {
      const forms = new Map(); // those that differ only in accents or case once
      group.split(";").forEach(function (name) {
        const form = exactWords(name);
        const key = form.map(fold).join(" ");
        if (key && !forms.has(key)) forms.set(key, form);
      });
      forms.forEach(function (form, key) {
        forms.forEach(function (other) {
          if (other === form) return;
          if (!found.has(key)) found.set(key, []);
          found.get(key).push(other);
        });
      });
    });
    return found;
  });

  /* Neighbours in names that no page has. */
  later(Library.prototype, "noted", function () {
    const found = new Set();
    this.data.synonyms.forEach(function (group) {
      group.split(";").forEach(function (name) {
        const folded = foldedWords(name);
        for (let i = 1; i < folded.length; i++) found.add(folded[i - 1] + " " + folded[i]);
      });
    });
    return found;
  });

  /* Rows "a;b=meaning": ways to say something and what they mean, by the first folded word of each way. */
  function Sayings(texts, rows) {
    const semicolon = texts.signs.get(";");
    const equals = texts.signs.get("=");
    const numbers = texts.numbers;
    this.texts = texts;
    this.rowsOf = new Map(); // number of a folded word → the rows in which it begins a way
    this.known = new Map(); // folded word → ways, longest first
    for (let row = 0; row < rows.length; row++) {
      let isFirst = true;
      for (let i = rows[row][0]; i < rows[row][1] && numbers[i] !== equals; i++) {
        const forms = texts.formsOf[numbers[i]];
        if (numbers[i] === semicolon) isFirst = true;
        else if (isFirst && forms.length) {
          const first = texts.foldedOf[forms[0]];
          if (!this.rowsOf.has(first)) this.rowsOf.set(first, new Set());
          this.rowsOf.get(first).add(rows[row]);
          isFirst = false;
        }
      }
    }
  }

  Sayings.prototype.has = function (folded) {
    return this.rowsOf.has(this.texts.numberOf.get(folded));
  };

  Sayings.prototype.get = function (folded) {
    if (!this.has(folded)) return [];
    if (!this.known.has(folded)) this.known.set(folded, this.read(folded));
    return this.known.get(folded);
  };

  Sayings.prototype.read = function (folded) {
    const texts = this.texts;
    const found = [];
    this.rowsOf.get(texts.numberOf.get(folded)).forEach(function (row) {
      const sides = texts.split(row, "=");
      texts.split(sides[0], ";").forEach(function (form) {
        const saying = {
          exact: texts.exactOf(form),
          folded: texts.foldedIn(form),
          meaning: texts.exactOf(sides[1]),
          text: texts.read(sides[1]),
        };
        if (saying.folded[0] === folded) found.push(saying);
      });
    });
    return found.sort(function (a, b) {
      return b.exact.length - a.exact.length;
    });
  };

  /* Whether a saying stands in a query at ``i``.  "ma" may be any of its accents, but a lone "má" is said only where it is
     typed so or is no word here. */
  Library.prototype.isSaid = function (saying, exact, folded, i) {
    const self = this;
    return saying.folded.every(function (word, j) {
      return (
        folded[i + j] === word &&
        (exact[i + j] === saying.exact[j] || (exact[i + j] === word && (saying.exact.length > 1 || !self.has(word))))
      );
    });
  };

  /* What a query is about that the handbook does not speak of, or "".  A query that says much beside it is about that
     as soon as a page is: "bán xe máy cũ trên mạng bị lừa". */
  Library.prototype.outsideOf = function (exact, score) {
    const self = this;
    const folded = exact.map(fold);
    const rest = new Set();
    weights(exact, folded).forEach(function (weight, i) {
      if (weight === 1) rest.add(i);
    });
    let topic = "";
    for (let i = 0; i < folded.length; i++) {
      self.outside.get(folded[i]).forEach(function (saying) {
        if (!self.isSaid(saying, exact, folded, i)) return;
        topic = topic || saying.text;
        for (let j = 0; j < saying.exact.length; j++) rest.delete(i + j);
      });
    }
    return score < (rest.size > 2 ? WEAK_SCORE.beside : WEAK_SCORE.outside) ? topic : "";
  };

  /* Whether a folded word stands anywhere. */
  Library.prototype.has = function (folded) {
    const number = this.texts.numberOf.get(folded);
    return number !== undefined && (this.starts[number + 1] > this.starts[number] || this.termOf[number] >= 0);
  };

  /* Where a folded word stands, by field; undefined where nowhere. */
  Library.prototype.entry = function (folded) {
    if (!this.has(folded)) return undefined;
    let entry = this.entries.get(folded);
    if (!entry) this.entries.set(folded, (entry = this.gather(folded)));
    return entry;
  };

  Library.prototype.gather = function (folded) {
    const self = this;
    const entry = { title: [], keywords: [], heading: [], name: [], asked: [], text: [], questions: new Map() };
    const lastRow = new Map(); // a place is asked about with a word once, however many questions have it
    this.placesOf(folded).forEach(function (at) {
      const code = self.codes[at];
      const field = FIELDS[code % FIELDS.length];
      const exact = self.texts.exact[self.stream[at]];
      if (field === "asked") {
        const number = self.questionAt[at - self.questionsFrom];
        const row = self.questions[number].row;
        if (!entry.questions.has(number)) entry.questions.set(number, at);
        if (lastRow.get(exact) === row) return;
        lastRow.set(exact, row);
      }
      entry[field].push({ place: Math.floor(code / FIELDS.length), exact: exact });
    });
    for (let i = this.termOf[this.texts.numberOf.get(folded)]; i >= 0; i = this.nextTerm[i]) {
      // "few!many": a word of many pages, of which only the pages are listed, by the number of their sections that have it.
      const lists = this.postings[i].split("!").map(decode);
      const isMany = lists.length > 1;
      if (!this.postings[i]) entry.isCommon = true; // stands everywhere: not listed
      entry.text.push({
        exact: this.texts.exact[this.texts.terms[i]],
        units: isMany ? [] : lists[0],
        pages: isMany ? lists : [],
      });
    }
    return entry;
  };

  /* Where two folded words stand side by side, each place with its field in one number; undefined where nowhere. */
  Library.prototype.pair = function (left, right) {
    const self = this;
    let after = this.after.get(left);
    if (!after) {
      this.after.set(left, (after = new Map()));
      this.placesOf(left).forEach(function (at) {
        if (self.stream[at + 1] === BETWEEN) return;
        const next = self.texts.folded[self.texts.foldedOf[self.stream[at + 1]]];
        let codes = after.get(next);
        if (!codes) after.set(next, (codes = []));
        if (codes[codes.length - 1] !== self.codes[at]) codes.push(self.codes[at]);
      });
    }
    return after.get(right);
  };

  Library.prototype.isPair = function (left, right) {
    return Boolean(this.pair(left, right)) || this.noted.has(left + " " + right);
  };

  /* The pages that have just these words as their title, as a keyword or as a name; null if none has. */
  Library.prototype.pagesNamed = function (folded) {
    const self = this;
    const texts = this.texts;
    const found = new Set();
    this.placesOf(folded[0]).forEach(function (at) {
      const field = FIELDS[self.codes[at] % FIELDS.length];
      if (field === "heading" || field === "asked" || self.stream[at - 1] !== BETWEEN) return;
      const isSame = folded.every(function (word, i) {
        const form = self.stream[at + i];
        return form !== BETWEEN && texts.folded[texts.foldedOf[form]] === word;
      });
      const place = Math.floor(self.codes[at] / FIELDS.length);
      if (isSame && self.stream[at + folded.length] === BETWEEN)
        found.add(field === "name" ? self.units[place].page.number : place);
    });
    return found.size ? found : null;
  };

  /* In how many pages a folded word stands. */
  Library.prototype.frequency = function (folded) {
    if (!this.has(folded)) return 0;
    const number = this.texts.numberOf.get(folded);
    if (!this.frequencies[number]) this.frequencies[number] = this.count(number);
    return this.frequencies[number];
  };

  Library.prototype.count = function (number) {
    const self = this;
    const counted = this.counted; // page → the word it was last counted for
    let count = 0;
    let isCommon = false;
    function take(page) {
      if (counted[page] === number + 1) return;
      counted[page] = number + 1;
      count++;
    }
    function takeUnit(unit) {
      take(self.units[unit].page.number);
    }
    for (let i = this.starts[number]; i < this.starts[number + 1]; i++) {
      const code = this.codes[this.places[i]];
      const place = Math.floor(code / FIELDS.length);
      if (code % FIELDS.length < OF_PAGE) take(place);
      else takeUnit(place);
    }
    for (let i = this.termOf[number]; i >= 0; i = this.nextTerm[i]) {
      const lists = this.postings[i].split("!");
      if (!this.postings[i]) isCommon = true;
      if (lists.length < 2) eachNumber(lists[0], takeUnit);
      else
        lists.forEach(function (list) {
          eachNumber(list, take);
        });
    }
    return isCommon ? Math.max(count, Math.round(this.pages.length * 0.9)) : count;
  };

  Library.prototype.rarity = function (df) {
    // As in a collection four times as large: in a handbook about one matter the words it is about stand
    // in many pages, and still are what the reader asks for.
    return Math.log(1 + (4 * this.pages.length - df + 0.5) / (df + 0.5));
  };

  /* ---- Understanding a query ---- */

  /* Runs of words that ask rather than name; they say little about the page wanted. */
  const ASKING = [
    "là gì",
    "là những gì",
    "thế nào",
    "như thế nào",
    "ở đâu",
    "làm sao",
    "làm sao để",
    "bao nhiêu",
    "khi nào",
    "tại sao",
    "vì sao",
    "phải làm gì",
    "làm gì",
    "được không",
    "có được",
    "có phải",
    "thì sao",
    "phải không",
    "là ai",
    "bao giờ",
    "bao lâu",
    "cách",
    "hay",
    "xin hỏi",
    "cho hỏi",
    "mình",
    "tôi",
    "em",
    "của",
    "cho",
    "thì",
    "không",
    "có",
    "và",
    "được",
    "bị",
    "là",
    "các",
    "những",
    "để",
    "ở",
    "từ",
    "với",
    "nào",
    "gì",
    "phải",
    "trước",
    "về",
    "số",
    "năm",
    "khi",
    "ai",
    "mấy",
    "mấy gì",
    "trong",
    "trên",
    "qua",
    "biết",
    "muốn",
    "cần",
    "rồi",
    "giờ",
    "còn",
    "thì làm gì",
    "lại",
    "bằng",
    "theo",
    "bây giờ",
    "cũng",
    "vào",
    "ra",
    "đang",
    "như",
    "một",
    "cái",
    "này",
    "thế",
    "nên",
    "hết",
    "sao",
    "thật",
    "có thật không",
    "đâu",
    "kiểu gì",
    "nữa",
    "how",
    "what",
    "the",
    "is",
    "a",
    "an",
    "to",
    "of",
    "do",
    "does",
    "i",
    "my",
    "in",
    "for",
    "and",
    "on",
    "where",
    "when",
    "which",
    "are",
  ].map(exactWords);
  /* Words that only fill, as long as their accents say so: "the" may be a card, "vay" a loan. */
  const FILLING = new Set(
    exactWords(
      "cứ mà thì là quá hoài miết luôn nó họ ạ ơi nhé nha nhen à hả vậy thế giùm dùm với vì dù đã mỗi suốt cả chả chẳng chứ thôi nhỉ ấy kia đó đây tụi bọn hay vẫn lại nữa mấy ông bà anh chị cô chú bác rằng đứa thằng con tui tao tớ bạn sẽ đều khác lúc tự nhiên dưng oi nhe gium dum hoai miet suot",
    ),
  );
  /* What asks for the meaning of the words beside it, folded. */
  const ASKS_MEANING =
    /^(y )?nghia (cua|tu) |^the nao la |(^| )(co )?(nghia )?la (cai )?gi( .*)?$|(^| )(co )?nghia la .*$|(^| )(la )?viet tat( .*)?$/;
  const ASKS = new Map(); // folded → exact forms
  ASKING.forEach(function (words) {
    const key = words.map(fold).join(" ");
    if (!ASKS.has(key)) ASKS.set(key, []);
    ASKS.get(key).push(words.join(" "));
  });
  const LONGEST_ASKING = new Map(); // first word, folded → words of the longest run that it begins
  ASKING.forEach(function (words) {
    const first = fold(words[0]);
    LONGEST_ASKING.set(first, Math.max(words.length, LONGEST_ASKING.get(first) || 0));
  });

  /* Words typed with their accents are asking words only if those agree: "quà" is not "qua". */
  function asks(exact, folded) {
    const forms = ASKS.get(folded.join(" "));
    return (
      Boolean(forms) &&
      (exact.join(" ") === folded.join(" ") ||
        forms.indexOf(exact.join(" ")) >= 0 ||
        forms.some(function (form) {
          return form.split(" ").every(function (word, i) {
            return exact[i] === folded[i] || exact[i] === word;
          });
        }))
    );
  }

  function weights(exact, folded) {
    const found = folded.map(function () {
      return 1;
    });
    for (let i = 0; i < folded.length; i++) {
      for (let length = Math.min(LONGEST_ASKING.get(folded[i]) || 0, folded.length - i); length > 0; length--) {
        if (asks(exact.slice(i, i + length), folded.slice(i, i + length))) {
          for (let j = i; j < i + length; j++) found[j] = Math.min(found[j], length > 1 ? 0.08 : 0.3);
          break;
        }
      }
      if (folded.length > 3 && FILLING.has(exact[i])) found[i] = Math.min(found[i], FILL);
    }
    return found;
  }

  /* Whether both words at a place only ask: no name is made of two such. */
  function asksBeyond(weight, i) {
    return weight[i] < 1 && weight[i - 1] < 1;
  }

  /* Whether two words differ by one letter, or by two neighbours changing places. */
  function isNear(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let endA = a.length;
    let endB = b.length;
    while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
      endA--;
      endB--;
    }
    if (endA - start <= 1 && endB - start <= 1) return true;
    return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  }

  /* Spellings that sound alike in one dialect or another. */
  const STARTS = [
    ["ngh", "ng"],
    ["gi", "d"],
    ["gh", "g"],
    ["tr", "ch"],
    ["r", "d"],
    ["v", "d"],
    ["x", "s"],
    ["k", "c"],
    ["q", "c"],
  ];

  /* Without regular expressions: the first slip asks for the sound of every word there is. */
  function sound(word) {
    const start = STARTS.find(function (pair) {
      return word.startsWith(pair[0]) && (pair[1] !== "d" || /[a-z]/.test(word.charAt(pair[0].length)));
    });
    let heard = start ? start[1] + word.slice(start[0].length) : word;
    if (word[0] === "n" && word[1] !== "g" && word[1] !== "h") heard = "l" + word.slice(1);
    if (heard.includes("y")) heard = heard.replace(/y/g, "i");
    if (heard.endsWith("ng")) return heard.slice(0, -1);
    return heard.endsWith("c") ? heard.slice(0, -1) + "t" : heard;
  }

  /* Words one slip away from a word, or that sound like it; kept, since each letter typed asks again. */
  Library.prototype.near = function (folded) {
    if (this.nearTo.has(folded)) return this.nearTo.get(folded);
    const own = sound(folded);
    const sounds = this.sounds || (this.sounds = this.vocabulary.map(sound));
    const found = this.vocabulary.filter(function (word, i) {
      return (
        folded.length > 1 &&
        /[a-z]/.test(word) &&
        !/\d/.test(folded) &&
        ((isNear(folded, word) && Math.max(folded.length, word.length) > 2) || (sounds[i] === own && word !== folded))
      );
    });
    this.nearTo.set(folded, found);
    return found;
  };

  /* How phones and chats shorten syllables: starts, middles and ends, and what they stand for. */
  const SHORTENED = [
    [/^f/, ["ph"]],
    [/^w/, ["qu"]],
    [/^j/, ["gi", "d", "ch"]],
    [/^d?z/, ["d", "gi", "v", "r"]],
    [/^k(?=[aou])/, ["c", "kh"]],
    [/^k(?=[eiy])/, ["kh"]],
    [/^c(?=[eiy])/, ["k"]],
    [/^g(?=[aeou])/, ["gi"]],
    [/^ng(?=[eiy])/, ["ngh"]],
    [/^ngh(?=[aou])/, ["ng"]],
    [/iu$/, ["ieu", "yeu"]],
    [/ui$/, ["oi", "uoi"]],
    [/u(?=[nt]g?$)/, ["uo"]],
    [/i(?=[ntcp]g?$)/, ["ie", "uye"]],
    [/^i(?=[aeu])/, ["y"]],
    [/([aeiouy])g$/, ["$1ng"]],
    [/([aeiouy])h$/, ["$1nh", "$1ch"]],
    [/([aeiouy])k$/, ["$1ch", "$1c"]],
  ];

  /* The words that a shortened one may stand for: "fai" phải, "wa" qua, "ngkh" nothing. */
  Library.prototype.writtenOut = function (folded) {
    const self = this;
    const found = new Set();
    let forms = [folded];
    SHORTENED.forEach(function (rule) {
      const longer = [];
      forms.forEach(function (form) {
        if (rule[0].test(form))
          rule[1].forEach(function (whole) {
            longer.push(form.replace(rule[0], whole));
          });
      });
      forms = forms.concat(longer).slice(0, 40);
    });
    forms.forEach(function (form) {
      if (form !== folded && self.has(form) && SYLLABLE.test(form)) found.add(form);
    });
    return found;
  };

  const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

  /* Whether two letters are neighbours on a phone's keyboard. */
  function areNeighbours(a, b) {
    let rowA = -1;
    let rowB = -1;
    KEYS.forEach(function (row, i) {
      if (row.includes(a)) rowA = i;
      if (row.includes(b)) rowB = i;
    });
    if (rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
    // Each row begins half a key further right than the one above.
    return Math.abs(KEYS[rowA].indexOf(a) + rowA / 2 - KEYS[rowB].indexOf(b) - rowB / 2) <= 1;
  }

  /* How likely a slip of one word gave another, 0 to 1: a letter that a finger skipped, doubled or hit beside, two that changed
     places, or another way to write the same sound, more than a letter from elsewhere. */
  function likelihood(typed, meant) {
    if (typed.length === meant.length) {
      const wrong = [];
      for (let i = 0; i < typed.length; i++) if (typed[i] !== meant[i]) wrong.push(i);
      if (wrong.length === 1 && !areNeighbours(typed[wrong[0]], meant[wrong[0]]))
        return sound(typed) === sound(meant) ? 0.9 : 0.55;
      return 1;
    }
    if (typed.length > meant.length) {
      let at = 0;
      while (at < meant.length && typed[at] === meant[at]) at++;
      return at && typed[at] === typed[at - 1] ? 1 : 0.75;
    }
    return typed[0] === meant[0] ? 0.9 : 0.7;
  }

  /* What a word that is none may have been meant as, with how far each guess is to be believed: by the slip that it takes and
     by the words on either side. */
  Library.prototype.guesses = function (before, bare, after) {
    const self = this;
    const worth = new Map();
    function guess(word, chance) {
      const left = self.isBeside(before, word, "");
      const right = self.isBeside("", word, after);
      const value = chance * (left && right ? 1.3 : left || right ? 1 : 0.65);
      if (value > (worth.get(word) || 0)) worth.set(word, value);
    }
    if (bare.length > 2)
      this.near(bare).forEach(function (word) {
        guess(word, likelihood(bare, word));
      });
    this.writtenOut(bare).forEach(function (word) {
      guess(word, 1);
    });
    const best = Math.max.apply(null, Array.from(worth.values()).concat(0));
    return Array.from(worth)
      .filter(function (pair) {
        return pair[1] > best * 0.7;
      })
      .sort(function (a, b) {
        return b[1] - a[1];
      })
      .slice(0, MOST_GUESSES)
      .map(function (pair) {
        return { word: pair[0], weight: Math.min(0.85, (0.85 * pair[1]) / Math.max(1, best)) };
      });
  };

  const MOST_GUESSES = 8;

  Library.prototype.withPrefix = function (prefix) {
    const words = this.vocabulary;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < prefix) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < words.length && words[low].startsWith(prefix)) found.push(words[low++]);
    return found;
  };

  /* "chuyendoiso" → ["chuyen", "doi", "so"] where all parts are known, in as few parts as possible. */
  Library.prototype.cut = function (run) {
    const best = [[]];
    for (let end = 1; end <= run.length; end++) {
      for (let start = Math.max(0, end - 12); start < end; start++) {
        const piece = run.slice(start, end);
        const isKnown = /^\d+$/.test(piece)
          ? !/\d$/.test(run.slice(0, start)) && !/^\d/.test(run.slice(end))
          : (piece.length > 1 && this.frequency(piece) > 1) ||
            (piece.length > 1 &&
              end - start < run.length &&
              best[start] &&
              best[start].length > 0 &&
              this.isPair(best[start][best[start].length - 1], piece));
        if (best[start] && isKnown) {
          const joined = best[start].length ? this.isPair(best[start][best[start].length - 1], piece) : true;
          const cost = (best[start].cost || 0) + (joined ? 1 : 2.5);
          if (!best[end] || cost < best[end].cost) {
            best[end] = best[start].concat(piece);
            best[end].cost = cost;
          }
        }
      }
    }
    return best[run.length] && best[run.length].length > 1 ? best[run.length].slice() : null;
  };

  /* How people shorten a legal document: "nd 13", "nq57". */
  const KIND = {
    nd: "nghị định",
    nq: "nghị quyết",
    qd: "quyết định",
    tt: "thông tư",
    ct: "chỉ thị",
    cv: "công văn",
    kh: "kế hoạch",
    kl: "kết luận",
  };
  const DOCUMENT = /^(nd|nq|qd|tt|ct|cv|kh|kl)(\d{1,4})$/;

  function writeOutKinds(words) {
    const found = [];
    words.forEach(function (word, i) {
      const joined = DOCUMENT.exec(fold(word));
      if (joined) found.push.apply(found, exactWords(KIND[joined[1]]).concat(joined[2]));
      else if (KIND[fold(word)] && /^\d{1,4}$/.test(words[i + 1] || "") && !/^\d/.test(words[i - 1] || ""))
        found.push.apply(found, exactWords(KIND[fold(word)]));
      else found.push(word);
    });
    return found;
  }

  function foldOf(word) {
    return word === undefined ? "" : fold(word);
  }

  /* Whether two words are neighbours in a title, a name and the like, or one name in the text. */
  Library.prototype.isTerm = function (left, right) {
    return this.isPair(left, right) || this.names.has(left + " " + right);
  };

  Library.prototype.isBeside = function (before, word, after) {
    return this.isTerm(before, word) || this.isTerm(word, after);
  };

  /* Syllables that a blank has cut in two, as one: "kh ám", "tà i khoản". */
  Library.prototype.rejoin = function (exact) {
    const self = this;
    const found = [];
    for (let i = 0; i < exact.length; i++) {
      const left = fold(exact[i]);
      const right = foldOf(exact[i + 1]);
      const whole = left + right;
      const before = foldOf(found[found.length - 1]);
      const after = foldOf(exact[i + 2]);
      // No syllable, or one letter: "ở" and "ý" with their accents are words.
      const isPart = function (part, typed) {
        return (
          !self.sayings.has(part) &&
          !self.synonyms.has(part) &&
          !KIND[part] &&
          (!VOWEL.test(part) || (part.length === 1 && part === typed))
        );
      };
      if (
        right &&
        /^[a-z]+$/.test(whole) &&
        (!self.has(left) || !self.has(right) || isPart(left, exact[i]) || isPart(right, exact[i + 1])) &&
        self.has(whole) &&
        SYLLABLE.test(whole) &&
        !self.isPair(left, right) &&
        !self.isBeside(before, left, "") &&
        !self.isBeside("", right, after) &&
        (self.isBeside(before, whole, after) || exact.length < 3)
      )
        found.push(toneLast((exact[i] + exact[++i]).normalize("NFC")));
      else found.push(exact[i]);
    }
    return found;
  };

  /* How a question is opened and closed in a chat.  Not "ban oi", which may sell guavas. */
  const CALLED =
    /^(?:(?:ad|admin|shop|sop|m n|mn|moi|nguoi|ng|ca|nha|cac|bac|anh|chi|em|co|chu|ac|ace|can|bo|to) ){1,4}oi |^(?:cac|may) ban oi /;
  const OPENED =
    /^(?:(?:cho|xin) (?:(?:e|em|mk|m|minh|t|toi|con|chau|tui|phep) )?|(?:e|em|mk|minh|toi|con|chau|tui) (?:muon |xin )?)hoi (?:(?:ti|xiu|chut|cai|la|ve|ngu) )*/;
  const CLOSED =
    /(?: (?:giup (?:e|em|mk|minh|toi|con|vs|voi)|(?:m n|mn|ad)(?: oi)?|z|v|vs|a|ah|ak|plz|pls|huhu|hic|hix))+$/;
  /* Their words with accents; another accent is another word: "hội" is not "hỏi", nor "ổi" "ơi". */
  const MANNERS = new Set(
    exactWords(
      "mọi người cả nhà các bác chị cô chú cán bộ tổ mấy bạn ơi mình tôi cháu phép muốn hỏi tí xíu chút cái là về giúp với ạ à á",
    ),
  );

  function withoutManners(exact) {
    const all = exact
      .map(function (word) {
        return MANNERS.has(word) ? fold(word) : word;
      })
      .join(" ");
    let said = all.replace(CALLED, "").replace(OPENED, "");
    const from = exact.length - said.split(" ").length;
    said = said.replace(CLOSED, "");
    const count = said ? said.split(" ").length : 0;
    return count > 1 && count < exact.length ? exact.slice(from, from + count) : exact;
  }

  Library.prototype.read = function (query) {
    const self = this;
    const text = query.normalize("NFC").toLowerCase();
    let exact = withoutManners(exactWords(text));
    const isOpen = /[0-9a-z\u00df-\u024f\u1ea0-\u1ef9]$/.test(text); // the last word may still grow
    // Where several words can only be leftovers of a keyboard, those that happen to be words are leftovers too.
    const isLeft =
      exact.filter(function (word) {
        return word === fold(word) && !self.has(word) && typedAs(word);
      }).length > 1;
    exact = this.rejoin(exact);
    exact = [].concat.apply(
      [],
      exact.map(function (word, i) {
        const folded = fold(word);
        const left = isLeft && word === folded && typedAs(word);
        if (left && self.has(fold(left))) return [left];
        if (self.has(folded) || (isOpen && i === exact.length - 1 && self.withPrefix(folded).length)) return [word];
        if (DOCUMENT.test(folded)) return [word];
        if (self.sayings.has(folded) || self.synonyms.has(folded)) return [word];
        const typed = word === folded && typedAs(word);
        if (typed && self.has(fold(typed))) return [typed];
        if (typed && self.near(fold(typed)).length) return [typed];
        // One syllable with a slip of the finger is not two syllables run together.
        if (
          folded.length < 7 &&
          self.near(folded).some(function (other) {
            return self.isBeside(foldOf(exact[i - 1]), other, foldOf(exact[i + 1]));
          })
        )
          return [word];
        return self.cut(folded) || [word];
      }),
    );
    return writeOutKinds(exact);
  };

  /* A query as slots: for each word the folded words it may stand for, with their weights. */
  Library.prototype.slots = function (exact, isOpen) {
    const self = this;
    const folded = exact.map(fold);
    const weight = weights(exact, folded);
    for (let i = 1; i < folded.length; i++) {
      // "nam" asks nothing in "quảng nam".
      if (self.names.has(folded[i - 1] + " " + folded[i]) && !asksBeyond(weight, i)) weight[i] = weight[i - 1] = 1;
    }
    const slots = exact.map(function (word, i) {
      const bare = folded[i];
      const forms = new Map();
      const known = self.has(bare);
      const before = folded[i - 1] || "";
      const after = folded[i + 1] || "";
      if (known) forms.set(bare, 1);
      if (isOpen && i === exact.length - 1 && (bare.length > 1 || exact.length > 1)) {
        const longer = self.withPrefix(bare).filter(function (longer) {
          return longer !== bare;
        });
        // Half a word whose whole is known beside the word before it: "mật kh".
        const paired =
          before && (weight[i] < 1 || !self.isPair(before, bare))
            ? longer.filter(function (longer) {
                return self.isPair(before, longer);
              })
            : [];
        longer.forEach(function (longer) {
          // Alone, "deep" is a word of its own, and more often half of "deepfake"; beside another word their pair decides.
          const isWhole = known && (i || self.frequency(longer) <= self.frequency(bare));
          forms.set(longer, paired.indexOf(longer) >= 0 ? 0.95 : isWhole ? 0.3 : 0.9);
        });
        if (known && paired.length) {
          forms.set(bare, 0.4);
          weight[i] = Math.max(weight[i], 0.8);
        }
        const typed = untype(bare);
        if (!forms.size && typed)
          self.withPrefix(typed).forEach(function (longer) {
            forms.set(longer, 0.8);
          });
      }
      if (!forms.size && bare.length > 1 && !/\d/.test(bare)) {
        self.guesses(before, bare, after).forEach(function (guess) {
          forms.set(guess.word, Math.max(0.6, guess.weight));
        });
      } else if (
        known &&
        exact.length > 1 &&
        weight[i] === 1 &&
        !/\d/.test(bare) &&
        !self.isBeside(before, bare, after)
      ) {
        const paired = self.near(bare).filter(function (other) {
          return self.isBeside(before, other, after);
        });
        // With accents that no page has, it is a slip: "nhâm tạo".
        const isSlip = word !== bare && paired.length > 0 && !self.isWritten(word, bare);
        paired.forEach(function (other) {
          forms.set(other, isSlip ? 0.9 : 0.6);
        });
        if (isSlip) forms.set(bare, 0.5);
      }
      return {
        exact: known && word !== bare ? self.accented(word, bare) : word,
        folded: bare,
        forms: forms,
        weight: weight[i],
        rarity: self.slotRarity(forms) * weight[i] * (/^\d/.test(bare) && known ? 1.4 : 1),
      };
    });
    // A term alone is what pages are about, not what they are asked.
    slots.forEach(function (slot) {
      slot.asking = Math.min(1, slots.length / 7);
    });
    // A word that no page has says that something is missing, not that all else is: it weighs as the others do.
    const known = slots.filter(function (slot) {
      return slot.forms.size;
    });
    if (known.length) {
      const usual =
        known.reduce(function (sum, slot) {
          return sum + slot.rarity;
        }, 0) / known.length;
      slots.forEach(function (slot) {
        // In a sentence a rare word is often by the way.
        if (slots.length > 4) slot.rarity = Math.min(slot.rarity, usual * CAP);
        if (!slot.forms.size) slot.rarity = Math.min(slot.rarity, usual);
        else if (slot.folded.length === 1 && slots.length > 2 && !/\d/.test(slot.folded))
          slot.rarity = Math.min(slot.rarity, usual * 0.3);
      });
    }
    return slots;
  };

  /* Whether any page has a word just so. */
  Library.prototype.isWritten = function (exact, folded) {
    const entry = this.entry(folded);
    return (
      entry.isCommon ||
      FIELDS.concat("text").some(function (field) {
        return entry[field].some(function (hit) {
          return hit.exact === exact;
        });
      })
    );
  };

  /* A known word with the accents that are to be believed.  Those that stand on it nowhere are a slip: the other of hỏi and
     ngã was meant, or they speak for none of its forms. */
  Library.prototype.accented = function (word, bare) {
    if (this.isWritten(word, bare)) return word;
    const tone = HOI_NGA.indexOf(word[word.length - 1]);
    const other = tone < 0 ? bare : word.slice(0, -1) + HOI_NGA[1 - tone];
    return other !== bare && this.isWritten(other, bare) ? other : bare;
  };

  Library.prototype.slotRarity = function (forms) {
    const self = this;
    if (!forms.size) return this.rarity(0.2);
    let df = 0;
    forms.forEach(function (weight, form) {
      if (weight >= 0.6) df = Math.max(df, self.frequency(form));
    });
    return this.rarity(df);
  };

  /* ---- Ranking ---- */

  /* How well the accents typed agree with those of a place: an accented word typed must not lose to its neighbours. */
  function agreement(typed, folded, form, exact) {
    if (typed === folded || form !== folded) return 1;
    return typed === exact ? 1 : isHoiNga(typed, exact) ? MIX.hoiNga : MIX.accents;
  }

  /* Half the country says hỏi and ngã alike. */
  function isHoiNga(a, b) {
    const end = a.length - 1;
    return (
      end === b.length - 1 &&
      HOI_NGA.indexOf(a[end]) >= 0 &&
      HOI_NGA.indexOf(b[end]) >= 0 &&
      a.slice(0, end) === b.slice(0, end)
    );
  }

  const HOI_NGA = "\u0309\u0303";

  /* Where the words that a slot may stand for stand.  Readings of one query share most of their slots, and so does the query of
     the next key. */
  Library.prototype.collect = function (slot) {
    const self = this;
    const forms = [];
    slot.forms.forEach(function (weight, form) {
      forms.push(form, weight);
    });
    return this.collected.get([slot.exact, slot.folded, slot.asking].concat(forms).join(" "), function () {
      return self.collectAnew(slot);
    });
  };

  Library.prototype.collectAnew = function (slot) {
    const self = this;
    const pages = new Map();
    const units = new Map();
    const headed = new Map(); // section → how well its heading has this word
    const worded = new Map(); // section → how well its text has it
    const paged = new Map(); // page → how well its text has a word of which the sections are not listed
    const surety = new Map(); // page → how surely it has this word: less with other accents, or by a guess at the spelling
    function sure(page, value) {
      if (value > (surety.get(page) || 0)) surety.set(page, value);
    }
    slot.forms.forEach(function (weight, form) {
      const entry = self.entry(form);
      const plain = weight < 0.7 ? weight : (1 + weight) / 2; // a guess nothing speaks for
      const other = weight < 0.7 ? (weight * (1 + MIX.accents)) / 2 : (1 + weight * MIX.accents) / 2;
      const ofPage = new Map();
      const ofUnit = new Map();
      function raise(map, key, value) {
        if (value > (map.get(key) || 0)) map.set(key, value);
      }
      function give(map, key, value) {
        map.set(key, (map.get(key) || 0) + value);
      }
      ["title", "keywords"].forEach(function (field) {
        const best = new Map();
        entry[field].forEach(function (hit) {
          sure(hit.place, agreement(slot.exact, slot.folded, form, hit.exact) === 1 ? plain : other);
          best.set(
            hit.place,
            Math.max(best.get(hit.place) || 0, FIELD[field] * agreement(slot.exact, slot.folded, form, hit.exact)),
          );
        });
        best.forEach(function (value, page) {
          give(
            ofPage,
            page,
            field === "title" ? value * (1.25 - Math.min(0.5, self.pages[page].title.length / 160)) : value,
          );
          give(ofUnit, self.pages[page].first, value);
        });
      });
      Object.keys(OF_UNIT).forEach(function (field) {
        const isAsked = field === "asked";
        const onPage = new Map(); // one question that has the word is as good as ten
        entry[field].forEach(function (hit) {
          const agreed = agreement(slot.exact, slot.folded, form, hit.exact);
          const value = FIELD[field] * agreed * (isAsked ? slot.asking : 1);
          const page = self.units[hit.place].page.number;
          give(ofUnit, hit.place, value * 1.4);
          raise(headed, hit.place, weight * agreed * (isAsked ? SECTION.said : 1));
          sure(page, agreed === 1 ? plain : other);
          (isAsked ? raise : give)(onPage, page, value * OF_UNIT[field]);
        });
        onPage.forEach(function (value, page) {
          give(ofPage, page, value);
        });
      });
      const inText = new Map();
      entry.text.forEach(function (term) {
        const value = FIELD.text * agreement(slot.exact, slot.folded, form, term.exact);
        term.units.forEach(function (unit) {
          const size = self.units[unit].words / self.averageWords;
          give(ofUnit, unit, (value * 1.5) / (0.6 + 0.4 * size));
          raise(worded, unit, (weight * value) / FIELD.text / (0.8 + 0.2 * size));
          give(inText, self.units[unit].page.number, value);
          sure(self.units[unit].page.number, value === FIELD.text ? plain : other);
        });
        term.pages.forEach(function (list, i) {
          list.forEach(function (page) {
            raise(paged, page, weight * (value / FIELD.text));
            give(inText, page, value * SECTIONS[i]);
            sure(page, value === FIELD.text ? plain : other);
          });
        });
      });
      inText.forEach(function (value, page) {
        give(ofPage, page, Math.log2(1 + value));
      });
      ofPage.forEach(function (value, page) {
        pages.set(page, Math.max(pages.get(page) || 0, (weight * value) / (value + SATURATION)));
      });
      ofUnit.forEach(function (value, unit) {
        units.set(unit, Math.max(units.get(unit) || 0, (weight * value) / (value + SATURATION)));
      });
    });
    return { pages: pages, units: units, surety: surety, headed: headed, worded: worded, paged: paged };
  };

  /* The pages that answer one reading of the query: page number → score (about 0 to 3), coverage and best units. */
  Library.prototype.rank = function (slots, isTitled, isOwn) {
    const self = this;
    const total =
      slots.reduce(function (sum, slot) {
        return sum + slot.rarity;
      }, 0) || 1;
    const hits = slots.map(function (slot) {
      return self.collect(slot);
    });
    const results = new Map();
    hits.forEach(function (hit, i) {
      hit.pages.forEach(function (value, page) {
        let result = results.get(page);
        if (!result)
          results.set(
            page,
            (result = { page: self.pages[page], base: 0, pairs: 0, units: new Map(), slots: slots, hits: hits }),
          );
        result.base += slots[i].rarity * value;
        result.seen = (result.seen || 0) + slots[i].rarity * hit.surety.get(page);
      });
      hit.units.forEach(function (value, unit) {
        const page = self.units[unit].page.number;
        const result = results.get(page);
        if (!result) return;
        const known = result.units.get(unit) || { unit: unit, score: 0, seen: 0, last: -1 };
        known.score += slots[i].rarity * value;
        known.seen += slots[i].rarity;
        known.last = i;
        result.units.set(unit, known);
      });
      // A word of many pages: any section of a page that has it may have it.
      hit.paged.forEach(function (value, page) {
        results.get(page).units.forEach(function (known) {
          if (known.last < i) known.seen += slots[i].rarity * value * MIX.common;
        });
      });
    });
    // A word that stands nearly everywhere is listed nowhere, and no page lacks it.
    slots.forEach(function (slot, i) {
      const entry = self.entry(slot.folded);
      if (!entry || !entry.isCommon || slot.forms.get(slot.folded) !== 1) return;
      results.forEach(function (result, page) {
        if (hits[i].pages.has(page)) return;
        result.seen = (result.seen || 0) + slot.rarity * MIX.common;
        result.base += (slot.rarity * MIX.common) / (MIX.common + SATURATION);
        result.units.forEach(function (unit) {
          unit.seen += slot.rarity * MIX.common;
        });
      });
    });
    for (let i = 1; i < slots.length; i++) this.rankPair(slots[i - 1], slots[i], results);
    const folded = slots.map(function (slot) {
      return slot.folded;
    });
    const phrase = folded.join(" ");
    const named = this.pagesNamed(folded);
    const term = phrase.replace(ASKS_MEANING, "");
    const asksMeaning = term !== phrase;
    const defined = asksMeaning && this.pagesNamed(term.split(" "));
    results.forEach(function (result) {
      let best = 0;
      let together = 0;
      result.units.forEach(function (unit) {
        best = Math.max(best, unit.score + (unit.pairs || 0));
        together = Math.max(together, unit.seen);
      });
      // A page of many terms is as good as its best one: that others mention the rest of the query means nothing.
      const base = result.page.isList ? Math.min(result.base, best) : result.base;
      const coverage = (result.page.isList ? together : result.seen) / total;
      result.coverage = coverage;
      result.score =
        ((MIX.page * base + MIX.section * best + result.pairs + MIX.together * together) / total) *
        (MIX.partial + (1 - MIX.partial) * coverage * coverage);
      const names = result.page.isList ? defined || named : named;
      if (names && names.has(result.page.number)) result.score += MIX.named;
      if (result.page.isList && !asksMeaning) result.score *= named && isOwn && !isTitled ? MIX.term : MIX.list;
      if (slots.length > 1 && (result.page.folded + " ").startsWith(phrase + " ")) result.score += MIX.begins;
      // Of two that answer alike, the chapter comes before the table or the lesson made from it.
      if (result.page.isAid) result.score *= MIX.aid;
    });
    return results;
  };

  Library.prototype.rankPair = function (left, right, results) {
    const self = this;
    const worth = Math.min(left.rarity, right.rarity) * 0.5 + Math.max(left.rarity, right.rarity) * 0.25;
    const gained = new Map();
    left.forms.forEach(function (weightLeft, formLeft) {
      if (left.forms.size > 12 && weightLeft < 1) return;
      right.forms.forEach(function (weightRight, formRight) {
        const pair = self.pair(formLeft, formRight);
        if (!pair) return;
        const value = worth * weightLeft * weightRight;
        pair.forEach(function (code) {
          const field = FIELDS[code % FIELDS.length];
          const place = Math.floor(code / FIELDS.length);
          const isUnit = field in OF_UNIT;
          const result = results.get(isUnit ? self.units[place].page.number : place);
          if (!result) return;
          gained.set(result, Math.max(gained.get(result) || 0, value * PAIR[field]));
          const unit = result.units.get(isUnit ? place : result.page.first);
          if (unit) unit.pairs = (unit.pairs || 0) + value * PAIR[field] * 0.6;
        });
      });
    });
    decode(self.names.get(left.folded + " " + right.folded) || "").forEach(function (place) {
      const result = results.get(self.units[place].page.number);
      if (!result) return;
      gained.set(result, Math.max(gained.get(result) || 0, worth * PAIR.text));
      const unit = result.units.get(place);
      if (unit) unit.pairs = (unit.pairs || 0) + worth * PAIR.text;
    });
    gained.forEach(function (value, result) {
      result.pairs += value;
    });
  };

  /* Other readings of the query: each name in it replaced by another name of the same thing. */
  Library.prototype.readings = function (exact) {
    const folded = exact.map(fold);
    const found = [];
    for (let i = 0; i < folded.length; i++) {
      for (let length = Math.min(7, folded.length - i); length > 0; length--) {
        const others = this.synonyms.get(folded.slice(i, i + length).join(" "));
        if (others) {
          others.forEach(function (other) {
            found.push({ words: exact.slice(0, i).concat(other, exact.slice(i + length)), name: other });
          });
          break;
        }
      }
    }
    return found.slice(0, 12);
  };

  /* The same words as the pages write them: chat, regional and old ways to say things replaced; null where there are none. */
  Library.prototype.said = function (exact) {
    const self = this;
    const folded = exact.map(fold);
    const words = [];
    let changed = false;
    for (let i = 0; i < exact.length; ) {
      const saying = self.sayings.get(folded[i]).find(function (saying) {
        return self.isSaid(saying, exact, folded, i);
      });
      if (saying) {
        words.push.apply(words, saying.meaning);
        i += saying.exact.length;
        changed = true;
      } else words.push(exact[i++]);
    }
    return changed ? words : null;
  };

  /* How well the situations people ask about agree with a query: place → 0 to 1. */
  Library.prototype.situations = function (slots) {
    const self = this;
    const found = new Map(); // number of the question → what the query shares with it
    let total = 0;
    slots.forEach(function (slot) {
      total += slot.rarity;
      const best = new Map();
      slot.forms.forEach(function (weight, form) {
        if (weight < 0.6) return;
        const entry = self.entry(form);
        if (!entry) return;
        const rarity = self.rarity(self.frequency(form));
        entry.questions.forEach(function (at, number) {
          const exact = self.texts.exact[self.stream[at]];
          const value = weight * agreement(slot.exact, slot.folded, form, exact);
          const other = best.get(number);
          if (!other || value > other.value) best.set(number, { value: value, at: at, rarity: rarity });
        });
      });
      best.forEach(function (hit, number) {
        const shared = found.get(number) || { query: 0, own: new Map() };
        shared.query += slot.rarity * hit.value;
        const other = shared.own.get(hit.at);
        if (!other || hit.value > other.value) shared.own.set(hit.at, hit);
        found.set(number, shared);
      });
    });
    const places = new Map(); // place → how like it is to the query, and its question
    found.forEach(function (shared, number) {
      const asked = self.questions[number];
      // What most of all questions share with the query cannot make them like it, whatever else they say.
      let most = 0;
      shared.own.forEach(function (hit) {
        most += hit.value * hit.rarity;
      });
      const likest = Math.max((shared.query + most) / (total + most), GEO * Math.sqrt(shared.query / total));
      if (likest <= LEAST_LIKENESS || likest <= (places.get(asked.unit) || { likeness: 0 }).likeness) return;
      if (!asked.weights) {
        const weak = weights(asked.exact, asked.folded);
        asked.weights = asked.folded.map(function (word, i) {
          return self.rarity(self.frequency(word)) * weak[i];
        });
        asked.total = asked.weights.reduce(function (sum, weight) {
          return sum + weight;
        }, 0);
      }
      let own = 0;
      shared.own.forEach(function (hit) {
        own += hit.value * asked.weights[hit.at - asked.start];
      });
      // What is told beside the matter, in a long query, makes a question less like it by little.
      const likeness = Math.max(
        (shared.query + own) / (total + asked.total),
        shared.own.size > 2 ? GEO * Math.sqrt((shared.query * own) / (total * asked.total)) : 0,
      );
      if (likeness > LEAST_LIKENESS && likeness > (places.get(asked.unit) || { likeness: 0 }).likeness)
        places.set(asked.unit, { likeness: likeness, asked: asked });
    });
    return places;
  };

  /* The legal documents a query names: "nghị định 174", "116/2025", "số 68 năm 2026". */
  const NOT_NUMBERED = ["dieu", "khoan", "muc", "buoi", "chuong", "cap", "lop", "diem", "phan", "top"];

  Library.prototype.documentsNamed = function (exact) {
    const folded = exact.map(fold);
    const isUsed = folded.map(function () {
      return false;
    });
    const named = [];
    const articles = [];
    const isEnglish = this.data.language === "en";
    for (let i = 0; i < folded.length; i++) {
      if (isUsed[i] || !/^\d{1,4}$/.test(folded[i])) continue;
      const before = folded[i - 1] === (isEnglish ? "no" : "so") ? i - 2 : i - 1;
      if (NOT_NUMBERED.indexOf(folded[i - 1]) >= 0) {
        if (folded[i - 1] === "dieu") articles.push(folded[i]);
        isUsed[i] = isUsed[i - 1] = true;
        continue;
      }
      let kind = "";
      KINDS.forEach(function (name) {
        if ((" " + folded.slice(0, before + 1).join(" ")).endsWith(" " + name)) kind = name;
      });
      if (!kind && isEnglish) kind = IN_ENGLISH[folded[before]] || "";
      if (!kind && KIND[folded[i + 1]]) kind = KIND[folded[i + 1]].split(" ").map(fold).join(" ");
      if (!kind && /^qh\d+$/.test(folded[i + 2] || "")) kind = "luat";
      const yearAt = /^(19|20)\d\d$/.test(folded[i + 1] || "")
        ? i + 1
        : folded[i + 1] === "nam" && /^(19|20)\d\d$/.test(folded[i + 2] || "")
          ? i + 2
          : 0;
      const year = yearAt ? folded[yearAt] : "";
      if (!kind && folded.lastIndexOf("luat", i) >= 0 && folded[i].length > 1 && !/^(19|20)\d\d$/.test(folded[i]))
        kind = "luat";
      if (
        (!kind && !(year && (folded[i - 1] === "so" || yearAt === i + 1))) ||
        (!year && /^(19|20)\d\d$/.test(folded[i]))
      )
        continue;
      for (let at = Math.max(0, before - 1); at <= Math.max(i, yearAt); at++) isUsed[at] = true;
      named.push({ kind: kind, number: String(+folded[i]), year: year, isLast: i === folded.length - 1 });
    }
    // What else is asked: a document named among other words is one hint of several.
    const weak = weights(exact, folded);
    const others = folded.filter(function (word, i) {
      return (
        !isUsed[i] &&
        weak[i] === 1 &&
        !/^(qh\d*|cp|ttg|tw|bkhcn|btc|btttt|ubnd|nhnn|nd|nq|qd|tt|sua|doi|moi|luat|van|ban)$/.test(word)
      );
    });
    return { named: named, articles: articles, isWhole: !others.length };
  };

  Library.prototype.findDocuments = function (named, isOpen) {
    return this.documents.filter(function (document) {
      const number = String(+document.number);
      return (
        (number === named.number || (isOpen && named.isLast && number.startsWith(named.number))) &&
        (!named.kind || document.kind === named.kind) &&
        (!named.year || document.year === named.year)
      );
    });
  };

  /* What stands for a document that the register lacks, where that is known. */
  Library.prototype.successorsOf = function (named) {
    return this.gone.filter(function (old) {
      return (
        old.number === named.number &&
        (!named.kind || old.kind === named.kind) &&
        (!named.year || old.year === named.year)
      );
    });
  };

  const LEAST_COVERAGE = 0.45;
  const LEAST_LIKENESS = 0.42;
  const FILL = 0.3;
  const GEO = 0.95;
  const CAP = 1.15;
  const ASKED_FROM = 4; // words
  const NEARLY = 0.5;
  const SURE = 0.7;
  const LIKELY = 0.55; // a situation less like the query leads to its page alone

  Library.prototype.search = function (query) {
    const self = this;
    const isOpen = /[^\s]$/.test(query);
    const exact = this.read(query);
    if (!exact.length) return { results: [], slots: [], marks: new Marks() };
    const slots = this.slots(exact, isOpen);
    const phrase = " " + exact.map(fold).join(" ") + " ";
    // A bare term is best answered by its definition, unless a page is about it.
    const isTitled = this.pages.some(function (page) {
      return !page.isList && (" " + page.folded + " ").includes(phrase);
    });
    const results = new Map();
    const marks = new Marks();
    this.markWords(slots, marks);
    function merge(readingSlots, factor) {
      self.rank(readingSlots, isTitled, readingSlots === slots).forEach(function (result, page) {
        if (result.coverage < LEAST_COVERAGE) return;
        result.score *= factor;
        const other = results.get(page);
        if (!other || other.score < result.score) results.set(page, result);
      });
    }
    function resultOf(page) {
      let result = results.get(page.number);
      if (!result)
        results.set(
          page.number,
          (result = { page: page, score: 0, base: 0, pairs: 0, coverage: 1, units: new Map(), slots: slots, hits: [] }),
        );
      return result;
    }
    merge(slots, 1);
    const meant = this.said(exact);
    const meantSlots = meant && this.slots(meant, isOpen && meant[meant.length - 1] === exact[exact.length - 1]);
    if (meant) {
      merge(meantSlots, MIX.said);
      this.markWords(meantSlots, marks);
    }
    this.readings(exact)
      .concat(meant ? this.readings(meant) : [])
      .slice(0, 12)
      .forEach(function (reading) {
        merge(self.slots(reading.words, false), MIX.synonym);
        marks.add(reading.name);
      });
    const likeliest = new Map(); // page → the situation most like the query
    const asked = new Map(); // section → how like a situation that it answers is to the query
    [slots].concat(meant ? [meantSlots] : []).forEach(function (some) {
      self.situations(some).forEach(function (hit) {
        if (hit.likeness > (likeliest.get(hit.asked.page) || { likeness: 0 }).likeness)
          likeliest.set(hit.asked.page, hit);
        if (!hit.asked.isPage) asked.set(hit.asked.unit, Math.max(asked.get(hit.asked.unit) || 0, hit.likeness));
      });
    });
    likeliest.forEach(function (hit, page) {
      const result = resultOf(page);
      // Two words are a matter rather than a question, unless somebody asks just so.
      const isAsked = hit.likeness > 0.95 ? 1 : Math.min(1, slots.length / ASKED_FROM);
      result.score += (MIX.situation * isAsked * (hit.likeness - LEAST_LIKENESS)) / (1 - LEAST_LIKENESS);
      result.situation = hit.likeness;
      if (!hit.asked.isPage) result.place = hit.asked.unit;
    });
    const law = this.documentsNamed(exact);
    const missing = law.named.filter(function (named) {
      return !self.findDocuments(named).length;
    });
    missing.forEach(function (named) {
      self.successorsOf(named).forEach(function (old) {
        const result = resultOf(old.page);
        result.score += law.isWhole ? MIX.document : MIX.document / 4;
        result.isNamed = true;
        result.instead = old.name;
      });
    });
    law.named.forEach(function (named) {
      const isWhole = self.findDocuments(named).length > 0;
      self.findDocuments(named, isOpen && !isWhole).forEach(function (document) {
        const result = resultOf(document.page);
        result.score += law.isWhole ? MIX.document : MIX.document / 4;
        result.isNamed = true;
        law.articles.forEach(function (article) {
          self.cite(named, article, resultOf);
        });
      });
    });
    let list = Array.from(results.values()).sort(function (a, b) {
      return b.score - a.score || a.page.number - b.page.number;
    });
    // Who names a document and asks something wants what the handbook says of it; the document stands next.
    if (list.length && list[0].isNamed && !law.isWhole) {
      const told = list.find(function (result) {
        return (
          !result.isNamed &&
          !result.page.isList &&
          !result.page.isAid &&
          !result.page.url.includes("van-ban/") &&
          result.score > list[0].score * NEARLY
        );
      });
      if (told) list.splice(0, 0, list.splice(list.indexOf(told), 1)[0]);
    }
    // A decree that the register does not have is not answered with another one.
    if (missing.length && law.isWhole)
      list = list.filter(function (result) {
        return result.situation || result.isNamed;
      });
    list.forEach(function (result) {
      result.asked = asked;
    });
    return { results: list, exact: exact, slots: slots, marks: marks, missing: missing };
  };

  /* What a query marks: words that are one term only as such ("mật khẩu" lights up no "mất"), others by themselves, and
     those that only ask beside their neighbour alone.  Accents that were typed must agree. */
  Library.prototype.markWords = function (slots, marks) {
    const self = this;
    const isWeak = slots.map(function (slot) {
      return slot.weight < 1 && slots.length > 2;
    });
    const isPaired = slots.map(function () {
      return false;
    });
    for (let i = 1; i < slots.length; i++) {
      const pair = [slots[i - 1], slots[i]];
      const isTerm = self.isTerm(pair[0].folded, pair[1].folded) && !(isWeak[i - 1] && isWeak[i]);
      if (isTerm) isPaired[i - 1] = isPaired[i] = true;
      if (isTerm || isWeak[i] !== isWeak[i - 1]) marks.add([pair[0].exact, pair[1].exact]);
    }
    slots.forEach(function (slot, i) {
      const known = slot.forms.get(slot.folded) >= 0.5;
      if (isWeak[i] || isPaired[i]) return;
      // Guesses at a spelling are marked only for words that do not exist.
      if (known) marks.add([slot.exact]);
      slot.forms.forEach(function (weight, form) {
        if (form !== slot.folded && weight >= (known ? 0.9 : 0.6)) marks.add([form]);
      });
    });
  };

  /* The sections that cite an article: where its number and the document's stand together. */
  Library.prototype.cite = function (named, article, resultOf) {
    const self = this;
    function unitsWith(word) {
      const found = new Set();
      const entry = self.entry(word);
      if (!entry) return found;
      entry.text.forEach(function (term) {
        term.units.forEach(function (unit) {
          found.add(unit);
        });
        term.pages.forEach(function (list) {
          list.forEach(function (page) {
            for (let unit = self.pages[page].first; unit < self.pages[page].end; unit++) found.add(unit);
          });
        });
      });
      return found;
    }
    const ofDocument = unitsWith(named.number);
    unitsWith(article).forEach(function (unit) {
      if (!ofDocument.has(unit)) return;
      const result = resultOf(self.units[unit].page);
      if (result.place !== undefined) return;
      result.score += 0.5;
      result.place = unit;
    });
  };

  /* ---- Showing results: the theme's items, its HTML made here ---- */

  /* Below the first no page is offered as an answer, below the second the list says that nothing fits well. */
  const WEAK_SCORE = { none: 0.36, sure: 0.75, outside: 1.3, beside: 0.55 };
  const PLACE_SCORE = 1.2;

  const MOST_PAGES = 30;
  const MOST_WITH_SECTIONS = 12;
  const MOST_SECTIONS = 3;
  const TEASER = 30; // words

  function escapeHTML(text) {
    return text.replace(/[&<>"']/g, function (char) {
      return "&#" + char.charCodeAt(0) + ";";
    });
  }

  /* Each word with its place in the text as it is printed. */
  const placements = new Recent(300);

  function placed(text) {
    return placements.get(text, function () {
      return place(text);
    });
  }

  function place(text) {
    const found = [];
    const lower = text.toLowerCase();
    const plain = lower.length === text.length ? lower : text;
    WORD.lastIndex = 0;
    for (let match; (match = WORD.exec(plain)); )
      found.push({ folded: fold(match[0]), exact: toneLast(match[0]), start: match.index, end: WORD.lastIndex });
    return found;
  }

  /* What is marked in results: single words, and phrases that are marked only as a whole.  A word with accents is marked
     with just these, one without whatever its accents. */
  function Marks(words) {
    const self = this;
    this.phrases = new Map(); // first word, folded → phrases
    (words || []).forEach(function (word) {
      self.add([word]);
    });
  }

  Marks.prototype.add = function (exact) {
    const phrase = exact.map(function (word) {
      return { folded: fold(word), exact: word };
    });
    const key = phrase[0].folded;
    if (!this.phrases.has(key)) this.phrases.set(key, []);
    this.phrases.get(key).push(phrase);
  };

  /* ``words`` of a text as ``placed`` gives them: which of them are marked. */
  Marks.prototype.find = function (words) {
    const self = this;
    const found = words.map(function () {
      return false;
    });
    words.forEach(function (word, i) {
      (self.phrases.get(word.folded) || []).forEach(function (phrase) {
        if (
          phrase.every(function (part, j) {
            const there = words[i + j];
            return there && there.folded === part.folded && (part.exact === part.folded || part.exact === there.exact);
          })
        )
          found.fill(true, i, i + phrase.length);
      });
    });
    return found;
  };

  /* The words asked for in <mark>. */
  function mark(text, marks) {
    let html = "";
    let done = 0;
    const words = placed(text);
    const found = marks.find(words);
    words.forEach(function (word, i) {
      if (!found[i]) return;
      html +=
        escapeHTML(text.slice(done, word.start)) + "<mark>" + escapeHTML(text.slice(word.start, word.end)) + "</mark>";
      done = word.end;
    });
    return (html + escapeHTML(text.slice(done))).replace(/<\/mark>( +)<mark>/g, "$1");
  }

  /* The stretch of a text that holds most of what is asked for; a definition is read from its beginning. */
  function teaser(text, marks, isDefinition) {
    const words = placed(text);
    const found = marks.find(words);
    let best = 0;
    let start = 0;
    const inside = new Map();
    let score = 0;
    words.forEach(function (word, i) {
      if (found[i]) {
        inside.set(word.folded, (inside.get(word.folded) || 0) + 1);
        score += inside.get(word.folded) === 1 ? 1 : 0.1;
      }
      const gone = words[i - TEASER];
      if (gone && found[i - TEASER]) {
        inside.set(gone.folded, inside.get(gone.folded) - 1);
        score -= inside.get(gone.folded) === 0 ? 1 : 0.1;
      }
      if (score > best + 0.01 && !isDefinition) {
        best = score;
        start = Math.max(0, i - TEASER + 6);
      }
    });
    if (!words.length) return "";
    const last = words[Math.min(words.length, start + TEASER) - 1];
    const from = start ? words[start].start : 0;
    const to = start + TEASER >= words.length ? text.length : last.end;
    return (start ? "… " : "") + mark(text.slice(from, to), marks) + (to < text.length ? " …" : "");
  }

  /* ``placeOf`` answers the name of a commune or province (handbookAnswer of the lookup's data), once it is loaded. */
  Library.prototype.show = function (query, texts, placeOf) {
    const self = this;
    const found = this.search(query);
    const isPlaceLike = this.isPlaceLike(query, found);
    const place = placeOf && isPlaceLike ? this.placeIn(query, placeOf) : null;
    const marks = found.marks;
    const items = [];
    const used = new Set();
    const listed = [];
    const top = found.results.length ? found.results[0].score : 0;
    const isTyping = found.slots.length === 1 && /[^\s]$/.test(query);
    const first = found.results[0];
    const outside = place || (first && first.isNamed) ? "" : this.outsideOf(found.exact || [], top);
    const isEmpty =
      !place && !isTyping && (outside || (top < WEAK_SCORE.none && !(first && (first.situation || first.isNamed))));
    if (isEmpty) {
      // The words stand somewhere, but no page is about them: that is said, not hidden behind a list.
      const nearest = found.results.slice(0, 3);
      return {
        items: [],
        isPlaceLike: isPlaceLike,
        outside: outside,
        weak: nearest.map(function (result) {
          return self.article(result.page, marks, 0, {}, texts);
        }),
        isUnsure: true,
        notice: found.missing && found.missing.length ? this.notice(found.missing) : "",
        suggest: [],
        chunks: self.chunksOf(nearest),
        advice: found.results.length ? [] : this.advice(query),
      };
    }
    found.results.slice(0, MOST_PAGES).forEach(function (result, rank) {
      if (used.has(result.page) || result.score < top * 0.2) return;
      used.add(result.page);
      const score = MOST_PAGES - rank;
      const terms = self.terms(result);
      const article = self.article(result.page, marks, score, terms, texts);
      const item = [article];
      if (result.instead) article.tags.push(escapeHTML(self.words.replaces.toLowerCase() + " " + result.instead));
      // A document that is out of force comes with what replaces it, which stands first.
      result.page.replacedBy.forEach(function (number, i) {
        const other = self.pages[number];
        if (used.has(other)) {
          article.tags.push(escapeHTML(self.words.replacedBy.toLowerCase() + " " + other.title));
          return;
        }
        used.add(other);
        const heir = self.article(other, marks, score, terms, texts);
        heir.tags.push(escapeHTML(self.words.replaces.toLowerCase() + " " + result.page.title));
        item.splice(i, 0, heir);
      });
      if (!result.page.replacedBy.length && rank < MOST_WITH_SECTIONS)
        self.sections(result, marks, score, terms, texts).forEach(function (section) {
          item.push(section);
        });
      listed.push(result);
      items.push(item);
    });
    if (place) {
      // A name that may as well be ordinary words ("an toàn") stands below the pages that are about those.
      const isFirst = place.sure || !first || first.page.isAid || top < PLACE_SCORE;
      items.splice(isFirst ? 0 : 3, 0, [
        {
          location: (self.data.language === "en" ? "en/" : "") + place.location,
          title: escapeHTML(place.title),
          text: escapeHTML(place.text),
          terms: {},
          score: MOST_PAGES,
          tags: [],
        },
      ]);
    }
    return {
      items: items,
      isPlaceLike: isPlaceLike,
      weak: [],
      isUnsure: !place && !isTyping && top < WEAK_SCORE.sure,
      notice: found.missing && found.missing.length ? this.notice(found.missing) : "",
      suggest: this.complete(query, found),
      chunks: this.chunksOf(listed.slice(0, 8)),
      advice: items.length ? [] : this.advice(query),
    };
  };

  /* The answer about the place that a query names, without what it asks about it: "quận 4 giờ là phường gì", "kon tum sáp nhập
     với tỉnh nào".  What stands before the first word that asks is the name; a former district behind it may be one that the
     table does not have ("xã kim liên nam đàn"). */
  const ASKED_OF_PLACE =
    /^(?:bay|gio|nay|moi|cu|sap|nhap|gop|ghep|sau|la|thuoc|thanh|ve|vao|voi|o|ten|goi|doi|bi|da|dau|nao|gi|may|con|khong|ko|k|ha|hay|vay|chu|mo|ra|sao|duoc|roi|qua|xoa|bo|giai|the|tra|cuu|hoi|thi|ai|nha|toi|minh|ngay|xua|trc|truoc|day|what|is|now|where|which|in|new|name|of|the)$/;

  Library.prototype.placeIn = function (query, placeOf) {
    const self = this;
    if (!this.answered.has(placeOf)) this.answered.set(placeOf, new Recent(60));
    const answered = this.answered.get(placeOf);
    function answerOf(words) {
      const name = words.join(" ");
      return answered.get(name, function () {
        return name ? placeOf(name, self.data.language) : null;
      });
    }
    const words = query.trim().split(/\s+/);
    const whole = answerOf(words);
    if (whole) return whole;
    const asks = words.map(function (word, i) {
      return i > 0 && ASKED_OF_PLACE.test(foldedWords(word).join(""));
    });
    let end = words.length;
    // A kind after the last name asks too: "là xã nào".
    while (end > 1 && (asks[end - 1] || /^(xa|phuong|tinh|huyen|quan)$/.test(foldedWords(words[end - 1]).join(""))))
      end--;
    let answer = end < words.length ? answerOf(words.slice(0, end)) : null;
    for (let cut = 1; !answer && cut < end; cut++) if (asks[cut]) answer = answerOf(words.slice(0, cut));
    // Of a commune by its kind, the words behind its name may be a district's.
    if (!answer && PLACE_KIND.test(foldedWords(query).join(" ")))
      for (let kept = end - 1; !answer && kept > 2; kept--) answer = answerOf(words.slice(0, kept));
    return answer;
  };

  /* Whether a query may be the name of a place, so that the lookup's data are worth loading: they are large. */
  const PLACE_KIND = /^(xa|phuong|thi tran|dac khu|tinh|thanh pho|tp|huyen|quan|thi xa|tt) /;

  Library.prototype.isPlaceLike = function (query, found) {
    const self = this;
    const words = foldedWords(query);
    const first = found.results[0];
    if (!this.hasPlaces || !words.length || words.length > 10 || query.trim().length < 4) return false;
    if (words.length > 6)
      return (
        PLACE_KIND.test(words.join(" ")) || / (sap nhap|nhap (voi|vao|ve)|doi ten) /.test(" " + words.join(" ") + " ")
      );
    return (
      PLACE_KIND.test(words.join(" ")) ||
      / (sap nhap|nhap (voi|vao|ve)) /.test(" " + words.join(" ") + " ") ||
      !first ||
      first.score < PLACE_SCORE ||
      first.page.url.startsWith("cau-chuyen/") ||
      (words.length < 5 &&
        words.some(function (word, i) {
          return i && self.names.has(words[i - 1] + " " + word);
        }))
    );
  };

  /* What a result's page marks when it is opened: the words of the reading that found it, terms as terms, as people write them. */
  Library.prototype.terms = function (result) {
    const self = this;
    const terms = {};
    let run = [];
    function end() {
      if (
        run.some(function (slot) {
          return slot.weight === 1;
        })
      )
        terms[
          run
            .map(function (slot) {
              return asWritten(slot.exact);
            })
            .join(" ")
        ] = true;
      run = [];
    }
    result.slots.forEach(function (slot, i) {
      const last = result.slots[i - 1];
      const isJoined = run.length && self.isTerm(last.folded, slot.folded) && (last.weight === 1 || slot.weight === 1);
      if (!isJoined) end();
      run.push(slot);
    });
    end();
    return terms;
  };

  /* "Nghị định 72/2013", as it would be cited. */
  Library.prototype.notice = function (missing) {
    const isEnglish = this.data.language === "en";
    return missing
      .map(function (named) {
        const english = Object.keys(IN_ENGLISH).find(function (name) {
          return IN_ENGLISH[name] === named.kind;
        });
        const kind =
          (isEnglish && (english || "number")) ||
          Object.keys(KIND)
            .map(function (short) {
              return KIND[short];
            })
            .find(function (name) {
              return exactWords(name).map(fold).join(" ") === named.kind;
            }) ||
          (named.kind === "luat" ? "luật" : "văn bản số");
        return kind.charAt(0).toUpperCase() + kind.slice(1) + " " + named.number + (named.year ? "/" + named.year : "");
      })
      .join(", ");
  };

  /* The pieces with the text of some results and of what replaces them. */
  Library.prototype.chunksOf = function (results) {
    const self = this;
    const chunks = new Set();
    results.forEach(function (result) {
      chunks.add(result.page.chunk);
      result.page.replacedBy.forEach(function (number) {
        chunks.add(self.pages[number].chunk);
      });
    });
    return Array.from(chunks);
  };

  /* A page's summary stands first among its texts. */
  Library.prototype.article = function (page, marks, score, terms, texts) {
    return {
      location: page.url,
      title: mark(page.title, marks),
      text: mark((texts.get(page.number) || [""])[0], marks),
      terms: terms,
      score: score,
      tags: [page.part, page.status].filter(Boolean).map(escapeHTML),
    };
  };

  /* Sections every chapter has: they repeat what it says. */
  const REPEATING = /^(viec can lam|tu kiem tra|nguon|doc them|bai lien quan|chua ro)$/;
  const SECTION = {
    heading: 1,
    pair: 0.7,
    text: 0.6,
    both: 0.6, // of the text's worth, where the heading has the word too
    textPair: 0.35,
    asked: 0.4,
    situation: 2,
    said: 0.8,
    titled: 0.35,
    repeating: 0.6,
    least: 0.1,
  };

  /* The sections of a result, best first: headed ones against each other, with what the query asks beyond the page's own
     title counting most. */
  Library.prototype.bestSections = function (result, texts) {
    const self = this;
    const said = texts.has(result.page.number) ? this.saidIn(result.page, texts.get(result.page.number)) : null;
    const page = result.page;
    const titled = new Set(page.folded.split(" "));
    const slots = result.slots;
    const worth = slots.map(function (slot) {
      return (
        slot.rarity *
        (Array.from(slot.forms.keys()).some(function (form) {
          return titled.has(form);
        })
          ? SECTION.titled
          : 1)
      );
    });
    const total =
      worth.reduce(function (sum, value) {
        return sum + value;
      }, 0) || 1;
    const found = [];
    const wanted = slots.question === undefined ? (slots.question = questionOf(slots) || null) : slots.question;
    const headed = [];
    for (let unit = page.first; unit < page.end; unit++) if (self.units[unit].isHeaded) headed.push(unit);
    // How well each section's heading and text have each word.
    const held = slots.map(function (slot, i) {
      const hit = result.hits[i];
      return headed.map(function (unit) {
        const own = said && said[unit - page.first];
        return {
          heading: (hit && hit.headed.get(unit)) || 0,
          text: own ? own.holds(slot) : (hit && hit.worded.get(unit)) || 0,
        };
      });
    });
    // Neighbours that one section of the page has tell more than those that all have.
    const pairs = slots.map(function (slot, i) {
      const key = i && slots[i - 1].folded + " " + slot.folded;
      const count =
        i && said
          ? headed.filter(function (unit) {
              return said[unit - page.first].pairs.has(key);
            }).length
          : 0;
      return count
        ? {
            key: key,
            worth: (SECTION.textPair * Math.log(1 + headed.length / count)) / Math.log(1 + headed.length),
          }
        : null;
    });
    headed.forEach(function (unit, at) {
      const section = self.units[unit];
      const text = said && said[unit - page.first];
      let score = 0;
      let beyond = false; // whether the section says something asked that the title does not
      slots.forEach(function (slot, i) {
        const here = held[i][at];
        let value = SECTION.heading * here.heading + SECTION.text * here.text * (here.heading ? SECTION.both : 1);
        if (text && pairs[i] && text.pairs.has(pairs[i].key)) value += pairs[i].worth;
        // Neighbours in the query that are neighbours in the heading.
        if (i && here.heading && held[i - 1][at].heading && isPairIn(section, slots[i - 1], slot))
          value += SECTION.pair;
        score += worth[i] * value;
        if (value >= 0.3 && slot.weight >= 0.3 && worth[i] === slot.rarity && slot.rarity > 0) beyond = true;
      });
      score /= total;
      if (REPEATING.test(section.folded)) score *= SECTION.repeating;
      // A heading that asks the same kind of question.
      if (score > 0 && wanted && wanted.test(" " + section.folded + " ")) score += SECTION.asked;
      const likeness = (result.asked && result.asked.get(unit)) || 0;
      if (likeness > LEAST_LIKENESS) score += SECTION.situation * (likeness > SURE ? 1 : likeness - LEAST_LIKENESS);
      else if (unit === result.place && result.situation === undefined) score += SECTION.situation; // cites the article
      if (score > SECTION.least)
        found.push({
          unit: unit,
          score: score,
          isAnswer: beyond || likeness >= LIKELY || (unit === result.place && !(result.situation < LIKELY)),
        });
    });
    return found.sort(function (a, b) {
      return b.score - a.score || a.unit - b.unit;
    });
  };

  /* Kinds of questions, as queries and headings ask them. */
  const QUESTIONS = [
    / (khi nao|bao gio|luc nao|may gio|ngay nao|gio nao|chung nao|bao lau|thoi han|han nao) /,
    / (bao nhieu|may tien|may nguoi|muc nao|nhieu it) /,
    / (ai|nguoi nao|nhung ai) /,
    / (o dau|cho nao|noi nao|di dau|dau) /,
    / (vi sao|tai sao|sao lai) /,
    / (the nao|lam sao|ra sao|tung buoc|may buoc|[a-z]+ buoc) /,
  ];

  function questionOf(slots) {
    const asked =
      " " +
      slots
        .map(function (slot) {
          return slot.folded;
        })
        .join(" ") +
      " ";
    return QUESTIONS.find(function (question) {
      return question.test(asked);
    });
  }

  /* What a text says: how well it holds a word, longer texts less, and which words are neighbours in it. */
  function Said(text, averageWords) {
    const exact = exactWords(text);
    const folded = exact.map(fold);
    const counts = new Map();
    folded.forEach(function (word) {
      counts.set(word, (counts.get(word) || 0) + 1);
    });
    this.exact = new Set(exact);
    this.counts = counts;
    this.pairs = new Set();
    for (let i = 1; i < folded.length; i++) this.pairs.add(folded[i - 1] + " " + folded[i]);
    this.dilution = LONG * (1 - LENGTH + (LENGTH * folded.length) / averageWords);
  }

  const LONG = 1.2;
  const LENGTH = 0.4;

  /* 0 to about 1.3: said once in a text of middle length, or again and again. */
  Said.prototype.holds = function (slot) {
    const self = this;
    let best = 0;
    slot.forms.forEach(function (weight, form) {
      const count = self.counts.get(form);
      if (!count) return;
      const isAsTyped = slot.exact === slot.folded || form !== slot.folded || self.exact.has(slot.exact);
      best = Math.max(best, ((weight * count * (1 + LONG)) / (count + self.dilution)) * (isAsTyped ? 1 : MIX.accents));
    });
    return best;
  };

  const MOST_READ = 60; // pages of which what they say is kept taken apart

  /* What each section of a page says, once its text is there. */
  Library.prototype.saidIn = function (page, own) {
    if (!this.taken.has(page.number)) {
      const parts = own.slice(1);
      const words = parts.map(function (text) {
        return text.length / 6;
      });
      const average = Math.max(
        30,
        words.reduce(function (sum, count) {
          return sum + count;
        }, 0) /
          Math.max(1, parts.length) /
          1.5,
      );
      if (this.taken.size >= MOST_READ) this.taken.delete(this.taken.keys().next().value);
      this.taken.set(
        page.number,
        parts.map(function (text) {
          return new Said(text, average);
        }),
      );
    }
    return this.taken.get(page.number);
  };

  function isPairIn(section, left, right) {
    const heading = " " + section.folded + " ";
    return heading.includes(" " + left.folded + " " + right.folded + " ");
  }

  Library.prototype.sections = function (result, marks, score, terms, texts) {
    const self = this;
    const own = texts.get(result.page.number);
    const units = this.bestSections(result, texts);
    const shown = units
      .filter(function (unit) {
        return unit.score > units[0].score * 0.6;
      })
      .slice(0, MOST_SECTIONS);
    return shown.map(function (unit, i) {
      const section = self.units[unit.unit];
      const text = own ? own[1 + unit.unit - result.page.first] : "";
      // The theme folds away sections that score less than the page.
      return {
        location: result.page.url + "#" + section.anchor,
        title: mark(section.heading, marks),
        text: text ? teaser(text, marks, result.page.isList) : "",
        terms: terms,
        score: i < 1 ? score : score - 0.5,
        isAnswer: i < 1 && unit.isAnswer,
      };
    });
  };

  /* The word that the last one typed may become, accents as typed. */
  Library.prototype.complete = function (query, found) {
    const last = (query.normalize("NFC").toLowerCase().match(WORD) || []).pop();
    if (!last || !/[^\s]$/.test(query) || !found.results.length) return [];
    const words =
      [found.results[0].page.title, found.results[0].page.keywords]
        .join(" ")
        .normalize("NFC")
        .toLowerCase()
        .match(WORD) || [];
    const whole = words.find(function (word) {
      return word.startsWith(last);
    });
    return whole ? [whole] : [];
  };

  /* Names of pages and terms that look most like a query nothing answers. */
  Library.prototype.advice = function (query) {
    const asked = grams(foldedWords(query).join(" "));
    const names = new Map(); // folded name → the name and how much it looks like the query
    function offer(name) {
      const folded = foldedWords(name).join(" ");
      const own = grams(folded);
      let same = 0;
      own.forEach(function (gram) {
        if (asked.has(gram)) same++;
      });
      const likeness = (2 * same) / (own.size + asked.size);
      if (likeness > 0.3 && !names.has(folded)) names.set(folded, { name: name, likeness: likeness });
    }
    this.pages.forEach(function (page) {
      offer(page.title);
    });
    this.groups.forEach(function (group) {
      group.split(";").forEach(offer);
    });
    this.pages.forEach(function (page) {
      page.keywords.split(";").forEach(offer);
    });
    return Array.from(names.values())
      .sort(function (a, b) {
        return b.likeness - a.likeness || (a.name < b.name ? -1 : 1);
      })
      .slice(0, 3)
      .map(function (offered) {
        return offered.name;
      });
  };

  function grams(text) {
    const found = new Set();
    const padded = " " + text + " ";
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
    return found;
  }

  /* ---- Talking to the search box ---- */

  /* The data of "Xã cũ nay là xã nào" and their answer to a name, ``handbookAnswer``. */
  const PLACES = "tra-cuu/dia-danh.js";

  /* ``post`` sends a message to the box, ``load`` fetches a script and calls back: when it failed, when it is there.
     ``read`` does so for a piece of text, without keeping anybody waiting where it can. */
  function serve(post, load, read) {
    let library = null;
    let place = "";
    let language = "";
    let query = "";
    const texts = new Map();
    const asked = new Set();
    let isPlaceAsked = false;

    function answer() {
      const shown = library.show(query, texts, scope.handbookAnswer);
      if (shown.isPlaceLike && !isPlaceAsked) {
        isPlaceAsked = true;
        load(
          place.replace(/search\/$/, "") + PLACES,
          function () {
            isPlaceAsked = false;
          },
          function () {
            if (query) answer();
          },
        );
      }
      post({
        type: 3,
        data: { items: shown.items, suggest: shown.suggest },
        query: query,
        advice: shown.advice,
        weak: shown.weak,
        outside: shown.outside || "",
        isUnsure: shown.isUnsure,
        notice: shown.notice,
      });
      // The text around the hits follows by itself; results never wait for it.
      shown.chunks.forEach(function (chunk) {
        if (asked.has(chunk)) return;
        asked.add(chunk);
        (read || load)(place + language + "-" + library.data.chunks[chunk] + ".js", function () {
          asked.delete(chunk);
        });
      });
    }

    scope.handbookSearch = function (kind, value) {
      if (kind === "index") {
        library = new Library(value);
        post({
          type: 1,
          tasks: (value.tasks || []).map(function (task) {
            return { title: task[0], location: library.pages[task[1]].url };
          }),
        });
        // While nothing is typed yet: what is first asked is answered slowest.
        setTimeout(function () {
          if (!query) library.show("lam gi", texts);
        }, 200);
      } else {
        Object.keys(value[1]).forEach(function (page) {
          texts.set(+page, value[1][page]);
        });
        if (query) answer();
      }
    };

    return function (message) {
      if (message.type === "open") {
        place = message.place;
        language = message.language;
        load(place + language + ".js", function () {
          post({ type: "failed" });
        });
      } else if (message.type === 2 && library) {
        query = message.data;
        if (query.trim()) answer();
        else post({ type: 3, data: { items: [] }, query: query, advice: [], weak: [], isUnsure: false, notice: "" });
      }
    };
  }

  scope.HandbookLibrary = Library;
  scope.handbookWords = {
    fold: fold,
    exactWords: exactWords,
    withoutManners: withoutManners,
    untype: untype,
    decode: decode,
    Texts: Texts,
    isNear: isNear,
    mark: mark,
    Marks: Marks,
  };
  scope.handbookServe = serve;
  if (typeof importScripts === "function") {
    const receive = serve(
      function (message) {
        postMessage(message);
      },
      function (address, failed, loaded) {
        // In its own turn, so that results are painted before text is fetched.
        setTimeout(function () {
          try {
            importScripts(address);
          } catch (error) {
            return failed();
          }
          if (loaded) loaded();
        }, 0);
      },
      // importScripts would hold up the next key until the text is there.
      function (address, failed) {
        fetch(address)
          .then(function (response) {
            return response.ok ? response.text() : Promise.reject();
          })
          .then(function (call) {
            scope.handbookSearch.apply(
              null,
              JSON.parse("[" + call.slice(call.indexOf("(") + 1, call.lastIndexOf(")")) + "]"),
            );
          })
          .catch(failed);
      },
    );
    addEventListener("message", function (event) {
      receive(event.data);
    });
  }
})(typeof self === "undefined" ? globalThis : self);
