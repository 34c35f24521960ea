// netra_hostile [SECTION...]: texts made to break a reader of text, against the tokenizer (called directly, input ending at a
// guard page) and every SQL function (whose arguments end at a guard page too). Each section runs in a process of its own.
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>

#include "support/host.hpp"
#include "support/memory.hpp"
#include "support/phrases.hpp"
#include "support/report.hpp"
#include "support/sections.hpp"
#include "support/texts.hpp"

using host::Answer;
using host::Call;
using host::Db;
using host::Guarded;
using host::Token;
using host::Tokenizer;
using report::check;

namespace {

void at(const char* what, const std::string& more, size_t size) {
  std::snprintf(sections::where, sizeof sections::where, "%s, %s, %zu bytes", what, more.c_str(), size);
  report::progress("%s", sections::where);
}
// "dots (37 of 170)"
std::string counted(const texts::Class& c) {
  const auto& all = texts::classes();
  return std::string(c.name) + " (" + std::to_string(&c - all.data() + 1) + " of " + std::to_string(all.size()) + ")";
}

const std::vector<std::vector<const char*>> kOptions = {{},
                                                        {"stem", "both"},
                                                        {"stem", "root"},
                                                        {"stem", "off"},
                                                        {"diacritics", "keep"},
                                                        {"rules", "1"},
                                                        {"stem", "root", "diacritics", "keep"}};
const std::vector<int> kFlags = {host::kDocument, host::kQuery, host::kPrefix, host::kAux};

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 60)) {
    char hex[8];
    std::snprintf(hex, sizeof hex, c >= 0x20 && c < 0x7F ? "%c" : "\\x%02X", static_cast<unsigned char>(c));
    out += hex;
  }
  return out;
}

// Promises 3 and 4, for one text.
std::vector<size_t> check_tokens(const std::vector<Token>& tokens, std::string_view text, const std::string& name) {
  int last = 0;
  std::vector<size_t> positions;  // where the main tokens begin
  bool bounds = true, order = true, whole = true, first = true, utf8 = true, size = true;
  for (const Token& t : tokens) {
    bounds = bounds && 0 <= t.start && t.start <= t.end && t.end <= static_cast<int>(text.size());
    order = order && t.start >= last;
    last = t.start;
    if (!bounds) break;
    whole = whole && host::on_boundary(text, static_cast<size_t>(t.start)) && host::on_boundary(text, static_cast<size_t>(t.end));
    if (positions.empty()) first = first && !t.colocated;
    if (!t.colocated) positions.push_back(static_cast<size_t>(t.start));
    utf8 = utf8 && host::valid_utf8(t.text);
    size = size && !t.text.empty() && t.text.size() <= 1024;
  }
  check(bounds, "offsets out of bounds: %s: %s", name.c_str(), shown(text).c_str());
  check(order, "offsets go back: %s: %s", name.c_str(), shown(text).c_str());
  check(whole, "an offset within a character: %s: %s", name.c_str(), shown(text).c_str());
  check(first, "the first token is colocated: %s: %s", name.c_str(), shown(text).c_str());
  check(utf8, "a token is not UTF-8: %s: %s", name.c_str(), shown(text).c_str());
  check(size, "a token is empty or over 1,024 bytes: %s: %s", name.c_str(), shown(text).c_str());
  return positions;
}

using Pair = std::pair<std::unique_ptr<Tokenizer>, std::unique_ptr<Tokenizer>>;
std::vector<Pair> pairs(Db& db) {
  std::vector<Pair> out;
  for (const auto& options : kOptions)
    out.emplace_back(std::make_unique<Tokenizer>(db, options), std::make_unique<Tokenizer>(db, options));
  return out;
}

void tokens_of(std::vector<Pair>& tokenizers, const std::string& name, std::string_view source) {
  const Guarded text(source);
  for (auto& [a, b] : tokenizers) {
    Tokenizer &one = *a, &other = *b;
    if (!check(one.create_rc() == SQLITE_OK, "xCreate: %d", one.create_rc())) continue;
    std::vector<size_t> positions;
    for (const int flags : kFlags) {
      at("tokenizer", name, source.size());
      const auto first = one.tokens(text.view(), flags);
      check(one.rc() == SQLITE_OK, "xTokenize: %d: %s", one.rc(), name.c_str());
      const auto here = check_tokens(first, text.view(), name);
      if (flags == host::kDocument) positions = here;
      // A query that begins with '=' asks for one exact token; else the positions are those of the document.
      if (source.empty() || source[0] != '=')
        check(here == positions, "flags %d change positions: %s: %s", flags, name.c_str(), shown(source).c_str());
      one.tokens("lain kata sebelum ini 27 Oktober 2024", flags);
      check(one.tokens(text.view(), flags) == first && other.tokens(text.view(), flags) == first, "hidden state: %s",
            name.c_str());
    }
  }
}

void section_tokens() {
  Db db;
  auto tokenizers = pairs(db);
  for (const auto& c : texts::classes()) {
    for (size_t size = 0; size <= 40; size += 1) tokens_of(tokenizers, c.name, std::string_view(c.make(size)).substr(0, size));
    tokens_of(tokenizers, c.name, c.make(3000));
  }
  for (const auto& c : texts::classes()) {
    const std::string text = c.make(report::full() ? 1 << 20 : 1 << 16);
    Tokenizer t(db, {});
    const Guarded guarded(text);
    at("tokenizer", c.name, text.size());
    check_tokens(t.tokens(guarded.view(), host::kDocument), guarded.view(), c.name);
  }
  // every prefix of a text with words of all kinds and characters of all lengths
  std::string all(host::sample());
  all +=
      " redaksi@kpu.go.id https://kpu.go.id/a?b=3 kompas.com S.Pd. a.n. Rp1.929.000,50 23/10/2024 ke-4 covid-19 KTP-nya PPPK2 "
      "Jum'at #pilkada ";
  for (const auto& [name, bytes] : texts::bad_bytes()) all += "suara" + bytes + "rakyat ";
  Tokenizer t(db, {});
  for (size_t size = 0; size <= all.size(); ++size) {
    const Guarded guarded(std::string_view(all).substr(0, size));
    at("tokenizer", "prefixes", size);
    for (const int flags : kFlags) check_tokens(t.tokens(guarded.view(), flags), guarded.view(), "prefix");
  }
  for (uint64_t seed = 100; seed < (report::full() ? 20000u : 600u); ++seed)
    tokens_of(tokenizers, "mixture " + std::to_string(seed), texts::mixture(seed, seed % 300));
  const bool held = report::failed == 0;
  report::promise(2, held, "tokenizer: %ld checks with inputs ending at a guard page", report::passed);
  report::promise(3, held, "token offsets: %zu classes, all flags and options", texts::classes().size());
  report::promise(4, held, "tokens valid UTF-8, 1 to 1,024 bytes");
}

// Promise 6: words beside a bad byte are found, with and without blanks between; extraction finds what it finds without.
void section_neighbours() {
  Db db;
  long found = 0, wanted = 0;
  for (const auto& options : kOptions) {
    Tokenizer t(db, options);
    auto tokens = [&](const std::string& text, int flags) {
      const Guarded guarded(text);
      std::vector<std::string> out;
      for (auto& token : t.tokens(guarded.view(), flags)) out.push_back(token.text);
      return out;
    };
    for (const auto& [name, bad] : texts::bad_bytes())
      for (const int flags : kFlags)
        for (const char* glue : {"", " ", ". ", "-", "'"}) {
          at("neighbours", name, 0);
          const std::string a = "menyuarakan", b = "rakyat";
          const auto clean = tokens(a + " " + b, flags);
          const auto with = tokens(a + glue + bad + glue + b, flags);
          ++wanted;
          found += check(with == clean, "%s swallows a neighbour (flags %d, glue '%s', stem %s)", name, flags, glue,
                         options.empty() ? "-" : options[1]);
          for (const std::string& text : {bad + a + " " + b, a + " " + b + bad, bad + bad + a + bad + bad + b + bad}) {
            ++wanted;
            found += check(tokens(text, flags) == clean, "%s at the rim swallows a neighbour", name);
          }
        }
  }
  // Between the sentences of an article, in place of a blank.
  const std::string text(host::sample());
  std::vector<size_t> places;
  for (size_t i = text.find(". "); i != text.npos; i = text.find(". ", i + 1))
    if (text[i + 2] >= 'A' && text[i + 2] <= 'Z' && i > 4 && std::islower(static_cast<unsigned char>(text[i - 3])))
      places.push_back(i + 1);
  for (const Call& call : host::calls()) {
    if (!call.table || !call.takes_text) continue;
    const auto clean = db.run("SELECT count(*) FROM (" + call.sql + ")", text);
    if (clean.rc != SQLITE_OK) continue;
    for (const auto& [name, bad] : texts::bad_bytes())
      for (const size_t place : places) {
        std::string with = text;
        with.replace(place, 1, " " + bad + " ");
        at("neighbours", call.sql + " " + name, place);
        const auto answer = db.run("SELECT count(*) FROM (" + call.sql + ")", with);
        ++wanted;
        found +=
            check(answer.first >= clean.first || answer.first.size() > clean.first.size(), "%s: %s at %zu: %s rows, %s without",
                  call.sql.c_str(), name, place, answer.first.c_str(), clean.first.c_str());
      }
  }
  report::promise(6, found == wanted, "%ld of %ld neighbours of bad bytes and NUL kept", found, wanted);
}

std::string blanks_out(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c > ' ' && c < 0x7F) out += c;
  return out;
}

struct Columns {
  int surface = -1, start = -1, length = -1;
};
Columns columns_of(const Call& call) {
  Columns c;
  for (size_t i = 0; i < call.columns.size(); ++i) {
    const auto& name = call.columns[i];
    if (name == "surface" || name == "sentence" || name == "text" || name == "keyword") c.surface = static_cast<int>(i);
    if (name == "start") c.start = static_cast<int>(i);
    if (name == "length") c.length = static_cast<int>(i);
  }
  return c;
}

// Promise 3 for mentions: substr(text, start, length) = surface, by SQLite's rule for characters.
long check_rows(Db& db, const Call& call, std::string_view text, const std::string& name) {
  sqlite3_stmt* statement = nullptr;
  if (!check(sqlite3_prepare_v2(db.get(), call.sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, "%s",
             sqlite3_errmsg(db.get())))
    return 0;
  sqlite3_bind_text64(statement, 1, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
  const Columns columns = columns_of(call);
  long rows = 0;
  int rc;
  int64_t last = 0;
  while ((rc = sqlite3_step(statement)) == SQLITE_ROW) {
    ++rows;
    if (columns.start < 0 || columns.length < 0 || sqlite3_column_type(statement, columns.start) == SQLITE_NULL) continue;
    const int64_t start = sqlite3_column_int64(statement, columns.start),
                  length = sqlite3_column_int64(statement, columns.length);
    if (!check(start >= 1 && length >= 0, "%s: start %ld length %ld: %s", call.sql.c_str(), static_cast<long>(start),
               static_cast<long>(length), name.c_str()))
      continue;
    if (call.sql.find("(?1") == std::string::npos) continue;  // the text is another argument: a date, an option
    if (rows > 300 && rows % 97 != 0) continue;               // substr() counts from the start of the text
    check(start >= last || call.name == "extract_officials" || call.name == "election_stages", "%s: rows out of text order: %s",
          call.name.c_str(), name.c_str());
    last = start;
    if (columns.surface < 0) continue;
    const auto* surface = reinterpret_cast<const char*>(sqlite3_column_text(statement, columns.surface));
    const std::string_view got(surface ? surface : "", static_cast<size_t>(sqlite3_column_bytes(statement, columns.surface)));
    if (call.name == "indo_kwic" && host::substr(text, start, length) != got) {  // a concordance line: white space is made plain
      check(blanks_out(host::substr(text, start, length)).find(blanks_out(got).substr(0, got.size() / 2)) == 0, "%s: keyword: %s",
            call.sql.c_str(), name.c_str());
      continue;
    }
    check(host::substr(text, start, length) == got, "%s: substr(%ld, %ld) is '%s', not '%s': %s: %s", call.sql.c_str(),
          static_cast<long>(start), static_cast<long>(length), shown(host::substr(text, start, length)).c_str(),
          shown(got).c_str(), name.c_str(), shown(text).c_str());
  }
  const std::string message = rc == SQLITE_DONE ? "" : sqlite3_errmsg(db.get());
  sqlite3_finalize(statement);
  // A text where a code or a date is wanted is an error, and says whose.
  check(rc == SQLITE_DONE || (rc == SQLITE_ERROR && message.find(call.name) == 0), "%s: %d %s: %s: %s", call.sql.c_str(), rc,
        message.c_str(), name.c_str(), shown(text).c_str());
  return rows;
}

void section_functions() {
  Db db;
  long rows = 0, texts_seen = 0;
  const bool slow = (!memory::counts() && !report::full()) || std::getenv("NETRA_BRIEF");  // under sanitizers a part of it
  std::vector<const Call*> json;
  for (const Call& call : host::calls())
    if (!call.table && call.takes_text && db.run(call.sql, host::sample()).first.rfind('{', 0) == 0) json.push_back(&call);
  auto all = [&](const std::string& name, const std::string& text) {
    ++texts_seen;
    for (const Call& call : host::calls()) {
      at(call.sql.c_str(), name, text.size());
      rows += check_rows(db, call, text, name);
    }
    for (const Call* call : json) {
      const std::string value = call->sql.substr(7);
      const auto a = db.run("SELECT " + value + " IS NULL OR json_valid(" + value + ")", text);
      check(a.rc == SQLITE_OK && a.first == "1", "%s: malformed JSON: %s: %s", call->sql.c_str(), name.c_str(),
            shown(text).c_str());
    }
  };
  for (const auto& c : texts::classes()) {
    for (size_t size : {1, 2, 3, 5, 7, 15, 16, 17, 31, 33, 63, 65})
      if (!slow || size % 4 == 1) all(c.name, c.make(size));
    all(c.name, c.make(slow ? 700 : 2000));
  }
  // every character there is, in five parts
  for (const auto& c : texts::classes())
    if (!slow && std::strcmp(c.name, "every character") == 0) {
      const std::string every = c.make(5'400'000);
      for (size_t from = 0; from < every.size(); from += 1'100'000) all("every character", every.substr(from, 1'100'000));
    }
  std::string article(host::sample());
  for (size_t size = 0; size <= article.size(); size += report::full() ? 1 : 29) all("prefix", article.substr(0, size));
  for (uint64_t seed = 1000; seed < (report::full() ? 9000u : 1300u); ++seed)
    all("mixture " + std::to_string(seed), texts::mixture(seed, seed % 700));
  const bool held = report::failed == 0;
  report::promise(1, held, "%zu calls over %ld hostile texts, %ld rows", host::calls().size(), texts_seen, rows);
  report::promise(2, held, "every argument of every function ends at a guard page");
  report::promise(3, held, "%ld mentions: substr(text, start, length) = surface", rows);
}

// Sentences put together from patterns: every extractor once a text, of the other calls one in turn.
void section_reportage() {
  Db db;
  long rows = 0;
  std::vector<const Call*> always, others;
  for (const Call& call : host::calls()) {
    const bool first = call.table && call.sql.find("(?1") != std::string::npos &&
                       std::none_of(always.begin(), always.end(), [&](const Call* c) { return c->name == call.name; });
    (first ? always : others).push_back(&call);
  }
  const uint64_t count = report::full() ? 30000 : memory::counts() ? 3000 : 600;
  for (uint64_t seed = 1; seed <= count; ++seed) {
    const std::string name = "reportage " + std::to_string(seed), text = texts::reportage(seed, 60 + seed % 500);
    at("extractors", name, text.size());
    for (const Call* call : always) rows += check_rows(db, *call, text, name);
    for (size_t i = seed % 9; i < others.size(); i += 9) rows += check_rows(db, *others[i], text, name);
  }
  report::promise(3, report::failed == 0, "%ld mentions in %ld texts made of patterns: substr(text, start, length) = surface", rows,
                  static_cast<long>(count));
}

void section_highlight() {
  Db db;
  db.run("CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')");
  long same = 0, all = 0;
  auto try_text = [&](const std::string& name, const std::string& text) {
    if (text.empty() || text.find('\0') != text.npos || !host::valid_utf8(text)) return;
    at("highlight", name, text.size());
    db.run("DELETE FROM t");
    check(db.run("INSERT INTO t VALUES (?1)", text).rc == SQLITE_OK, "insert: %s", name.c_str());
    ++all;
    // with a query (every token of the text is a candidate) and without
    const auto plain = db.run("SELECT highlight(t, 0, '', '') FROM t");
    bool ok = plain.first == text;
    for (const char* query : {"suara OR a OR b OR bupati OR kampanye OR me", "\"suara rakyat\" OR ngawi", "s* OR 1*"}) {
      const auto found = db.run(std::string("SELECT highlight(t, 0, '', '') FROM t WHERE t MATCH '") + query + "'");
      ok = ok && found.rc == SQLITE_OK && (found.rows == 0 || found.first == text);
    }
    same += check(ok, "highlight changes the text: %s: %s", name.c_str(), shown(text).c_str());
  };
  for (const auto& c : texts::classes())
    for (size_t size : {3, 40, 3000}) try_text(c.name, c.make(size));
  try_text("sample", std::string(host::sample()));
  for (uint64_t seed = 1; seed < 400; ++seed) {
    std::string text = texts::mixture(seed, 300), clean;
    for (const char ch : text)
      if (static_cast<signed char>(ch) > 0) clean += ch;
    try_text("mixture", clean);
  }
  report::promise(7, same == all, "%ld of %ld valid texts come back byte for byte", same, all);
}

// Promise 12.
void section_codes() {
  Db db;
  struct State {
    int left, code, calls_after;
  };
  long done = 0;
  std::string text(host::sample());
  text +=
      " \xE0\xB8\x81\xE0\xB8\xB2\xE0\xB8\xA3\xE0\xB9\x80\xE0\xB8\xA5\xE0\xB8\xB7\xE0\xB8\xAD\xE0\xB8\x81 S.Pd 1.929.000 KTP-nya "
      "https://kpu.go.id/a Rp600";
  for (const auto& options : kOptions) {
    Tokenizer t(db, options);
    for (const int flags : kFlags) {
      const int total = static_cast<int>(t.tokens(text, flags).size());
      for (const int code : {SQLITE_DONE, SQLITE_ERROR, SQLITE_NOMEM, SQLITE_INTERRUPT, SQLITE_CORRUPT_VTAB, 999, -1})
        for (int position = 0; position < total; ++position) {
          State state{position, code, 0};
          const int rc = t.tokenize(flags, text, &state, [](void* context, int, const char*, int, int, int) {
            auto* s = static_cast<State*>(context);
            if (s->left < 0) ++s->calls_after;
            return s->left-- > 0 ? SQLITE_OK : s->code;
          });
          ++done;
          check(state.calls_after == 0, "xToken called again after %d", code);
          check(rc == (code == SQLITE_DONE ? SQLITE_OK : code), "code %d of xToken became %d (flags %d, position %d)", code, rc,
                flags, position);
        }
    }
  }
  report::promise(12, report::failed == 0, "%ld stops: 7 codes, every position, all flags and options", done);
}

struct Worst {
  double value = 0;
  std::string where;
  void raise(double v, const std::string& w) {
    if (v > value) value = v, where = w;
  }
};

template <class Run>
double seconds(Run&& run) {
  const double begin = host::cpu_seconds();
  run();
  return host::cpu_seconds() - begin;
}

// Promise 8. Times are CPU time of this thread; the shortest of three when the first looks bad.
void section_growth() {
  // Memory once taken is kept, as in a process that has run for a while: the kernel's page faults are not what is measured.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  Db db;
  constexpr double kNoise = 0.006;  // seconds: shorter times tell nothing about growth
  Worst ratio, tokenizer_ns, function_ns;
  std::map<std::string, Worst> slowest;
  auto measure = [&](const std::string& name, const std::string& what, const std::string& small, const std::string& large,
                     double limit_ns, Worst& speed, auto&& run) {
    at("growth", what + ": " + name, large.size());
    double a = seconds([&] { run(small); }), b = seconds([&] { run(large); });
    for (int again = 0; again < 8 && ((b > kNoise && b > 5 * a) || b * 1e9 / static_cast<double>(large.size()) > limit_ns * 0.8);
         ++again) {
      a = std::min(a, seconds([&] { run(small); }));
      b = std::min(b, seconds([&] { run(large); }));
    }
    const double ns = b * 1e9 / static_cast<double>(large.size());
    if (b > kNoise) {
      const double r = b / std::max(a, 1e-9);
      ratio.raise(a > kNoise / 8 ? r : 0, what + ": " + name);
      check(a <= kNoise / 8 || r <= 6, "%s: %s: %zu bytes %.2f ms, %zu bytes %.2f ms: ratio %.1f", what.c_str(), name.c_str(),
            small.size(), a * 1e3, large.size(), b * 1e3, r);
    }
    speed.raise(ns, what + ": " + name);
    slowest[what].raise(ns, name);
    check(ns <= limit_ns, "%s: %s: %.2f MB/s at %zu bytes", what.c_str(), name.c_str(), 1e3 / ns, large.size());
  };
  const std::vector<size_t> sizes = report::full() ? std::vector<size_t>{1 << 16, 1 << 20} : std::vector<size_t>{1 << 16};
  for (const size_t n : sizes)
    for (const auto& c : texts::classes()) {
      const std::string small = c.make(n), large = c.make(4 * n), name = counted(c);
      for (const auto& options : kOptions) {
        Tokenizer t(db, options);
        for (const int flags : {host::kDocument, host::kQuery, host::kPrefix})
          measure(name,
                  flags == host::kDocument ? "tokenizer"
                  : flags == host::kQuery  ? "tokenizer (query)"
                                           : "tokenizer (prefix)",
                  small, large, 200, tokenizer_ns, [&](const std::string& text) {
                    t.tokenize(flags, text, nullptr, [](void*, int, const char*, int, int, int) { return SQLITE_OK; });
                  });
        if (!report::full()) break;
      }
      for (const Call& call : host::calls()) {
        if (!call.takes_text) continue;
        measure(name, call.sql, small, large, 1000, function_ns, [&](const std::string& text) {
          db.flush();  // or the analysis of the text would be that of the call before
          db.run(call.sql, text);
        });
      }
    }
  for (auto& [what, worst] : slowest)
    std::printf("  %-60s %8.1f MB/s  %s\n", what.c_str(), 1e3 / worst.value, worst.where.c_str());
  report::promise(8, ratio.value <= 6, "largest t(4n)/t(n) %.2f (%s)", ratio.value, ratio.where.c_str());
  report::promise(8, tokenizer_ns.value <= 200, "tokenizer's worst class %.1f MB/s (%s)", 1e3 / tokenizer_ns.value,
                  tokenizer_ns.where.c_str());
  report::promise(8, function_ns.value <= 1000, "slowest function in its worst class %.2f MB/s (%s)", 1e3 / function_ns.value,
                  function_ns.where.c_str());
}

// Promise 9: what is allocated while a call runs; and promise 1 at 10 MB: nothing hangs or fails. Every call reads 1 MB of every class;
// of the exhaustive run's 10 MB only the three that took most memory and the three that took longest, and the index.
void section_memory() {
  if (!memory::counts()) {
    std::printf("  memory: not counted under sanitizers\n");
    ++report::passed;
    return;
  }
  Db db;
  Worst tokenizer, functions, slow;
  long broken = 0;
  struct Cost {
    const Call* call;
    double bytes, seconds;
  };
  auto tokenize = [&](const texts::Class& c, const std::string& text) {
    Tokenizer t(db, {});
    auto grown = [&](const std::string& s) {
      const size_t before = memory::live_bytes();
      memory::reset_peak();
      t.tokenize(host::kDocument, s, nullptr, [](void*, int, const char*, int, int, int) { return SQLITE_OK; });
      return memory::peak_bytes() - before;
    };
    std::string words;  // the cache of stems is taken behind some hundred words, which some classes do not have
    for (int i = 0; i < 1024; ++i) words += "kata ";
    grown(words);
    grown(c.make(1 << 14));
    grown(text);  // so are those of ICU for scripts first met here
    const size_t b = grown(text);
    tokenizer.raise(static_cast<double>(b), c.name);
    check(b < 65536, "the tokenizer takes %zu bytes more for %zu bytes: %s", b, text.size(), c.name);
    at("insert", counted(c), text.size());
    db.run("DROP TABLE IF EXISTS t; CREATE VIRTUAL TABLE t USING fts5(c, tokenize = 'indonesian')");
    broken += !check(db.run("INSERT INTO t VALUES (?1)", text).rc == SQLITE_OK, "insert of %zu bytes: %s: %s", text.size(),
                     c.name, sqlite3_errmsg(db.get()));
  };
  auto cost_of = [&](const Call& call, const texts::Class& c, const std::string& text) {
    at("memory", call.sql + ": " + counted(c), text.size());
    db.forget();
    db.flush();
    const size_t before = memory::live_bytes();
    memory::reset_peak();
    Answer answer;
    const double time = seconds([&] { answer = db.run(call.sql, text); });
    slow.raise(time, call.sql + ": " + c.name);
    broken += !check(answer.rc == SQLITE_OK || answer.rc == SQLITE_ERROR, "%s: %zu bytes of %s: %d %s", call.sql.c_str(),
                     text.size(), c.name, answer.rc, answer.message.c_str());
    const double used = static_cast<double>(memory::peak_bytes() - before), over = used - (16 << 20);
    const double per_byte = over / static_cast<double>(text.size());
    functions.raise(per_byte, call.sql + ": " + c.name);
    check(per_byte <= 24, "%s: %zu bytes of %s: 16 MB + %.1f bytes per byte", call.sql.c_str(), text.size(), c.name, per_byte);
    return Cost{&call, used, time};
  };
  for (const auto& c : texts::classes()) {
    const std::string text = c.make(1 << 20);
    tokenize(c, text);
    std::vector<Cost> costs;
    for (const Call& call : host::calls())
      if (call.takes_text) costs.push_back(cost_of(call, c, text));
    if (!report::full()) continue;
    const size_t worst = std::min<size_t>(3, costs.size());
    const auto take = [&](auto less) {
      std::partial_sort(costs.begin(), costs.begin() + static_cast<ptrdiff_t>(worst), costs.end(), less);
      return std::vector<Cost>(costs.begin(), costs.begin() + static_cast<ptrdiff_t>(worst));
    };
    const std::string large = c.make(10 << 20);
    tokenize(c, large);
    for (const Cost& cost : take([](const Cost& a, const Cost& b) { return a.bytes > b.bytes; })) cost_of(*cost.call, c, large);
    for (const Cost& cost : take([](const Cost& a, const Cost& b) { return a.seconds > b.seconds; })) cost_of(*cost.call, c, large);
  }
  const char* const sizes = report::full() ? "1 MB and 10 MB" : "1 MB";
  report::promise(9, tokenizer.value < 65536, "tokenizer: at most %.0f bytes more at %s (%s)", tokenizer.value, sizes,
                  tokenizer.where.c_str());
  report::promise(9, functions.value <= 24, "functions: at most 16 MB + %.1f bytes per byte at %s (%s)", functions.value, sizes,
                  functions.where.c_str());
  report::promise(1, broken == 0, "%s of %zu classes: longest call %.1f s CPU (%s)", sizes, texts::classes().size(), slow.value,
                  slow.where.c_str());
}

void plainly() {
  memory::install();
  host::enter(host::Entry::plain);
}
void guarded() {
  memory::install();
  host::enter(host::Entry::guarded);
}

}  // namespace

int main(int argc, char** argv) {
  static constexpr sections::Section kSections[] = {
      {"tokens", section_tokens, plainly},       {"neighbours", section_neighbours, guarded},
      {"functions", section_functions, guarded}, {"reportage", section_reportage, guarded}, {"highlight", section_highlight, plainly},
      {"codes", section_codes, plainly},         {"growth", section_growth, plainly, true},
      {"memory", section_memory, plainly, true},
  };
  return sections::run("hostile", kSections, argc, argv, !memory::counts());
}
