#!/usr/bin/python3
"""search_test.py NETRA.so [ROUNDS]: promises of the search side, on a real SQLite.
  1. indo_query() of any string, in any mode and for any detail, is a valid MATCH string or NULL.
  2. highlight() and snippet() without marks give the text back; with marks, removing them gives the text back.
  3. One index answers exact phrases with precision and recall 1.0 (1,000 phrases of the bundled corpus), every form of a stem, and
     prefixes.
  4. Inserts, updates, deletes, rebuild, optimize and delete-all leave the same fts5vocab; integrity-check holds after each.
  5. An abbreviation finds texts with the long form only, and the other way round.
  6. detail=none and detail=column: what is written as one word is one position.
  7. indo_tokens() and indo_stem() agree on every word, however it is capitalised.
  8. Words of scripts without blanks are found where their characters stand together.
Seeds are fixed. Exit code 1 on the first broken promise."""
import glob, os, random, re, sqlite3, sys

module = os.path.abspath(sys.argv[1]).removesuffix(".so")
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
here = os.path.dirname(os.path.abspath(__file__))
corpus = [open(f, encoding="utf-8").read() for f in sorted(glob.glob(here + "/../../corpus/**/*.txt", recursive=True))]
failures = 0


def check(ok, what, *values):
    global failures
    if not ok:
        failures += 1
        print("BROKEN:", what, *[repr(v)[:300] for v in values])
        if failures > 20:
            sys.exit(1)


def connect():
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(module)
    return db


db = connect()
rnd = random.Random(20241127)
pieces = ['"', "'", "(", ")", "^", "*", "-", "+", ":", "=", "~", "|", " ", "  ", "\n", "NEAR", "NEAR(", "AND", "OR", "NOT", "ATAU", "DAN",
          "TANPA", "pemilu", "ASN", "aparatur sipil negara", "undang-undang", "Prabowo-Gibran", "S.Pd", "Rp600 ribu", "1.929.000", "72%",
          "23 Oktober 2024", "23/10", "dua puluh tujuh", "judul:suara", "{a b}:c", "\U0001F600", "é", "Jum'at", "\u00ad", "\u200d", "\u0301",
          "\u9009\u4e3e", "\u0e01\u0e32\u0e23", "\ufeff", "”", "“", "«", "buku2", "a_b", "@nama", "#tagar", "http://a.id/b?c=d", "x" * 40, "=#27",
          "=~suara", "yang", "di", "se", "SE", ",", ";", ".", "\\", "/", "%", "\u2013", "\t", "apa itu"]


def random_text():
    kind = rnd.random()
    if kind < 0.6:
        return "".join(rnd.choice(pieces) + rnd.choice(["", "", " "]) for _ in range(rnd.randint(0, 14)))
    if kind < 0.8:
        return "".join(chr(rnd.choice([rnd.randint(1, 127), rnd.randint(128, 0x24FF), rnd.randint(0x10000, 0x1F9FF)]))
                       for _ in range(rnd.randint(0, 40)))
    return "".join(rnd.choice("ab(\")-* ^:|") for _ in range(rnd.randint(0, 60)))


# 1
for detail in ("full", "column", "none"):
    db.execute("CREATE VIRTUAL TABLE q_%s USING fts5(judul, isi, detail = %s, tokenize = 'indonesian')" % (detail, detail))
    db.executemany("INSERT INTO q_%s VALUES (?, ?)" % detail, [(c[:60], c) for c in corpus])
special = ["", " ", '"', "'" * 9, "(" * 10000, ")" * 10000, "-" * 10000, '"' * 9999, "a " * 5000, "a OR " * 2000, "-a " * 3000, "(a " * 5000,
           "NEAR(" * 2000, "a-" * 5000, "a*" * 3000, "x" * 10000, "NEAR(a b, 99999999999999999999)", "NEAR()", "NEAR(,)", "\U0001F600" * 2500,
           "judul:" * 2000, "=" * 10000, "~\"" * 3000, "S.P." * 2500, "ASN " * 2500, "1.1." * 2500, "a\0b \"c\0d\""]
for i in range(rounds + len(special)):
    text = special[i] if i < len(special) else random_text()
    for mode, detail in [(m, d) for m in ("all", "any", "phrase") for d in ("full", "column", "none")]:
        if detail == "column" and i % 2:
            continue
        try:
            match = db.execute("SELECT indo_query(?, ?, 'judul isi', ?)", (text, mode, detail)).fetchone()[0]
            check(match is not None or not text.strip(), "NULL only for a blank text", text, mode)
            if match is not None:
                db.execute("SELECT count(*) FROM q_%s WHERE q_%s MATCH ?" % (detail, detail), (match,)).fetchall()
        except sqlite3.Error as error:
            check(False, "indo_query gives a valid MATCH string", text, mode, detail, match, error)

# 2
db.execute("CREATE VIRTUAL TABLE h USING fts5(t, tokenize = 'indonesian')")
texts = [t.replace("\0", "") for t in (random_text() + " suara " + random_text() for _ in range(rounds // 3))]
texts = [t for t in texts if not re.search("[\ud800-\udfff]", t)]
db.executemany("INSERT INTO h(rowid, t) VALUES (?, ?)", list(enumerate(texts, 1)))
for rowid, t in enumerate(texts, 1):
    words = [r[0] for r in db.execute("SELECT substr(?1, start, length) FROM indo_tokens(?1)", (t,))]
    for query in ("suara", rnd.choice(words)):
        match = db.execute("SELECT indo_query(?, 'any')", (query,)).fetchone()[0]
        row = match and db.execute("SELECT highlight(h, 0, '', ''), highlight(h, 0, char(1), char(2)) FROM h WHERE h MATCH ? AND rowid = ?",
                                   (match, rowid)).fetchone()
        check(row is not None and row[0] == t, "a word of the text finds it; highlight gives the text", t, query, match, row)
        if row:
            check(row[1].replace("\x01", "").replace("\x02", "") == t.replace("\x01", "").replace("\x02", ""), "marks removed", t, row[1])

# 3
db.execute("CREATE VIRTUAL TABLE e USING fts5(t, tokenize = 'indonesian stem both')")
sentences = [s for c in corpus for (s,) in db.execute("SELECT sentence FROM indo_sentences(?)", (c,))]
db.executemany("INSERT INTO e(rowid, t) VALUES (?, ?)", list(enumerate(sentences, 1)))
surfaces = [[r[0] for r in db.execute("SELECT token FROM indo_tokens(?)", (s,))] for s in sentences]
places = []  # the surfaces at each position: the word, and the parts of a compound or an address
for s in sentences:
    row = {}
    for token, position in db.execute("SELECT token, position FROM indo_tokens(?, 'stem off')", (s,)):
        if token[0] not in "~#@":
            row.setdefault(position, set()).add(token)
    places.append([row[p] for p in sorted(row)])


def holds(row, words):
    return any(all(w in row[at + k] for k, w in enumerate(words)) for at in range(len(row) - len(words) + 1))


def holds_joined(row, words):  # indo_query() also takes two of the words with a hyphen between
    ways = [words] + [words[:k] + [words[k] + "-" + words[k + 1]] + words[k + 2:] for k in range(len(words) - 1)]
    return any(holds(row, way) for way in ways)


stems = [[r[0] for r in db.execute("SELECT stem FROM indo_tokens(?)", (s,))] for s in sentences]
phrases = set()
while len(phrases) < 1000:
    w = rnd.choice(surfaces)
    n = rnd.randint(1, 4)
    if len(w) >= n:
        at = rnd.randint(0, len(w) - n)
        phrases.add("\x00".join(w[at:at + n]))
for phrase in sorted(phrases):
    want = {i for i, row in enumerate(places, 1) if holds(row, phrase.split("\x00"))}
    words = phrase.replace("\x00", " ")
    got = {r[0] for r in db.execute("SELECT rowid FROM e WHERE e MATCH ?", ('"=%s"' % words,))}
    check(got == want, "exact phrase", words, len(got), len(want))
    built = db.execute("SELECT indo_query(?)", ('"%s"' % words,)).fetchone()[0]
    want = {i for i, row in enumerate(places, 1) if holds_joined(row, phrase.split("\x00"))}
    check({r[0] for r in db.execute("SELECT rowid FROM e WHERE e MATCH ?", (built,))} == want, "exact phrase by indo_query", words, built)
where = {}
for i, row in enumerate(stems, 1):
    for s in row:
        where.setdefault(s, set()).add(i)
letters = sorted({w for row in surfaces for w in row if re.fullmatch("[a-z]{5,}", w)})
for word in rnd.sample(letters, min(400, len(letters))):
    prefix = word[:rnd.randint(3, len(word))]
    want = {i for i, row in enumerate(surfaces, 1) if any(w.startswith(prefix) for w in row)}
    got = {r[0] for r in db.execute("SELECT rowid FROM e WHERE e MATCH ?", (prefix + "*",))}
    check(want <= got, "prefix finds every word that begins so", prefix, sorted(want - got)[:3])
    stem = db.execute("SELECT stem FROM indo_tokens(?)", (word,)).fetchone()[0]
    got = {r[0] for r in db.execute("SELECT rowid FROM e WHERE e MATCH ?", ('"%s"' % word,))}
    missing = where[stem] - got
    forms = {surfaces[i - 1][k] for i in missing for k, s in enumerate(stems[i - 1]) if s == stem}
    check(forms <= {stem}, "a word finds every form of its stem", word, stem, sorted(forms))

# 4
def vocabulary(name):
    db.execute("DROP TABLE IF EXISTS voc")
    db.execute("CREATE VIRTUAL TABLE temp.voc USING fts5vocab(main, %s, instance)" % name)
    rows = db.execute("SELECT term, doc, col, offset FROM temp.voc ORDER BY 1, 2, 3, 4").fetchall()
    db.execute("DROP TABLE temp.voc")
    return rows


def sound(name, what):
    try:
        db.execute("INSERT INTO %s(%s) VALUES ('integrity-check')" % (name, name))
    except sqlite3.Error as error:
        check(False, "integrity-check after " + what, error)


for stem in ("both", "root", "off"):
    for table in ("a", "b"):
        db.execute("DROP TABLE IF EXISTS %s" % table)
        db.execute("CREATE VIRTUAL TABLE %s USING fts5(t, tokenize = 'indonesian stem %s')" % (table, stem))
    docs = [random_text() + " " + rnd.choice(sentences) for _ in range(120)]
    docs = [d.replace("\0", "") for d in docs if not re.search("[\ud800-\udfff]", d)]
    for i, d in enumerate(docs, 1):
        db.execute("INSERT INTO a(rowid, t) VALUES (?, ?)", (i, rnd.choice(docs)))
        db.execute("INSERT INTO b(rowid, t) VALUES (?, ?)", (i, d))
    for i, d in enumerate(docs, 1):
        db.execute("UPDATE a SET t = ? WHERE rowid = ?", (d, i))
    sound("a", "updates")
    expected = vocabulary("b")
    check(vocabulary("a") == expected, "updates leave the vocabulary of inserts", stem)
    for step in ("optimize", "rebuild"):
        db.execute("INSERT INTO a(a) VALUES (?)", (step,))
        sound("a", step)
        check(vocabulary("a") == expected, step + " keeps the vocabulary", stem)
    db.execute("DELETE FROM a WHERE rowid % 2")
    db.execute("DELETE FROM b WHERE rowid % 2")
    sound("a", "deletes")
    check(vocabulary("a") == vocabulary("b"), "deletes leave the same vocabulary", stem)
    db.execute("DELETE FROM a")
    sound("a", "deleting everything")
    check(vocabulary("a") == [], "nothing is left", stem)

# 5
pairs = db.execute("SELECT abbreviation, expansion FROM indo_abbreviations WHERE reading = 'utama'").fetchall()
db.execute("CREATE VIRTUAL TABLE s USING fts5(t, tokenize = 'indonesian')")
for i, (short, long) in enumerate(pairs):
    db.execute("INSERT INTO s(rowid, t) VALUES (?, ?)", (2 * i + 1, "Rapat %s hari ini." % short))
    db.execute("INSERT INTO s(rowid, t) VALUES (?, ?)", (2 * i + 2, "Rapat %s hari ini." % long))
for i, (short, long) in enumerate(pairs):
    for query, want in ((short, 2 * i + 2), (long, 2 * i + 1)):
        match = db.execute("SELECT indo_query(?)", (query,)).fetchone()[0]
        got = match and db.execute("SELECT 1 FROM s WHERE s MATCH ? AND rowid = ?", (match, want)).fetchone()
        check(got, "abbreviation and long form find each other", query, match)

# 6
joined_words = ["undang-undang", "KTP-nya", "se-Indonesia", "di-PHK", "Prabowo-Gibran", "S.Pd", "1.929.000", "1,5", "Jum'at", "Rp600", "72%",
                "kompas.com", "https://a.id/b-c", "nama@contoh.id", "covid-19", "2019-2024", "@nama_orang", "#Tagar2024", "pe\u00admilu"]
for detail in ("none", "column"):
    db.execute("DROP TABLE IF EXISTS d")
    db.execute("CREATE VIRTUAL TABLE d USING fts5(t, detail = %s, tokenize = 'indonesian')" % detail)
    for i, word in enumerate(joined_words, 1):
        db.execute("INSERT INTO d(rowid, t) VALUES (?, ?)", (i, "kata " + word + " lain"))
        try:
            found = db.execute("SELECT 1 FROM d WHERE d MATCH ? AND rowid = ?", ('"%s"' % word, i)).fetchone()
            check(found, "detail=%s finds" % detail, word)
        except sqlite3.Error as error:
            check(False, "one word is one position under detail=" + detail, word, error)

# 7
def agree(text):
    for surface, stem in db.execute("SELECT substr(?1, start, length), stem FROM indo_tokens(?1)", (text,)):
        for written in (surface, surface.capitalize(), surface.upper()):
            got = db.execute("SELECT indo_stem(?)", (written,)).fetchone()[0]
            check(got == stem, "indo_stem is the stem of the index", text, written, got, stem)


for sentence in rnd.sample(sentences, 400):
    agree(sentence)
syllables = "ba ci du fe gol hin jak kra lom mun nges opa plu rin sta tor wuk xen yas zil".split()
for _ in range(1500):  # words nobody knows, with affixes and capitals, behind other words
    root = "".join(rnd.choice(syllables) for _ in range(rnd.randint(2, 4)))
    head = rnd.choice(["", "", "di", "me", "mem", "men", "meng", "pe", "ber", "ter", "ke", "se", "non-", "anti"])
    tail = rnd.choice(["", "", "kan", "an", "i", "nya", "isasi", "itas", "lah", "annya", "-nya"])
    word = head + root + tail
    agree("Kata %s dan %s atau %s." % (word.capitalize(), word.upper(), word))

# 8
db.execute("CREATE VIRTUAL TABLE u USING fts5(t, tokenize = 'indonesian')")
han = "选举管理委员会民主"
unspaced = ["".join(rnd.choice(han) for _ in range(rnd.randint(2, 12))) for _ in range(300)] + ["Kata 选举 di sini", "选 dan 举", "การเลือกตั้งทั่วไป"]
db.executemany("INSERT INTO u(rowid, t) VALUES (?, ?)", list(enumerate(unspaced, 1)))
for word in ["选举", "委员会", "民主选", "管理委", "举选", "主民主"]:
    want = {i for i, t in enumerate(unspaced, 1) if word in t}
    for mode in ("all", "any", "phrase"):
        match = db.execute("SELECT indo_query(?, ?)", (word, mode)).fetchone()[0]
        got = {r[0] for r in db.execute("SELECT rowid FROM u WHERE u MATCH ?", (match,))}
        check(got == want, "characters that stand together", word, mode, match, sorted(want ^ got)[:5])
print("search: %d broken" % failures)
sys.exit(1 if failures else 0)
