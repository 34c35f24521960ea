// Tokenizers side by side: bare xTokenize, indexing, sizes, and the latency of queries.
#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <sstream>

#include "bench.hpp"

#if __has_include(<libstemmer.h>) && defined(BENCH_SNOWBALL)
#include <libstemmer.h>
#define HAVE_SNOWBALL 1
#endif

namespace bench {

#ifdef HAVE_SNOWBALL
namespace {

// The usual wrapper: unicode61 finds and folds the words, Snowball's Indonesian stemmer cuts each, the stem takes its place.
struct Snowball {
  fts5_tokenizer base;
  Fts5Tokenizer* words;
  sb_stemmer* stemmer;
};
struct Forward {
  sb_stemmer* stemmer;
  void* context;
  int (*token)(void*, int, const char*, int, int, int);
};

int snowball_create(void* api, const char** arguments, int count, Fts5Tokenizer** out) {
  auto* self = new Snowball{};
  void* data = nullptr;
  auto* const fts = static_cast<fts5_api*>(api);
  int rc = fts->xFindTokenizer(fts, "unicode61", &data, &self->base);
  if (rc == SQLITE_OK) rc = self->base.xCreate(data, arguments, count, &self->words);
  self->stemmer = sb_stemmer_new("indonesian", "UTF_8");
  *out = reinterpret_cast<Fts5Tokenizer*>(self);
  return self->stemmer ? rc : SQLITE_ERROR;
}
void snowball_delete(Fts5Tokenizer* handle) {
  auto* self = reinterpret_cast<Snowball*>(handle);
  self->base.xDelete(self->words);
  sb_stemmer_delete(self->stemmer);
  delete self;
}
int snowball_token(void* context, int flags, const char* token, int size, int start, int end) {
  const auto* to = static_cast<const Forward*>(context);
  const sb_symbol* const stem = sb_stemmer_stem(to->stemmer, reinterpret_cast<const sb_symbol*>(token), size);
  return to->token(to->context, flags, reinterpret_cast<const char*>(stem), sb_stemmer_length(to->stemmer), start, end);
}
int snowball_tokenize(Fts5Tokenizer* handle, void* context, int flags, const char* text, int size,
                      int (*token)(void*, int, const char*, int, int, int)) {
  auto* self = reinterpret_cast<Snowball*>(handle);
  Forward to{self->stemmer, context, token};
  return self->base.xTokenize(self->words, &to, flags, text, size, snowball_token);
}

}  // namespace

bool register_snowball(sqlite3* db) {
  fts5_api* const api = fts5(db);
  fts5_tokenizer methods{snowball_create, snowball_delete, snowball_tokenize};
  return api->xCreateTokenizer(api, "snowball", api, &methods, nullptr) == SQLITE_OK;
}
#else
bool register_snowball(sqlite3*) { return false; }
#endif

namespace {

struct Peer {
  const char* spec;
  std::vector<double> bare, indexing, contentless;
  long tokens = 0, colocated = 0;
  double bytes = 0, bytes_contentless = 0;
};

std::vector<std::string> split(std::string_view spec) {
  std::istringstream in{std::string(spec)};
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

double bare(sqlite3* db, const std::vector<std::string>& texts, Peer& peer) {
  fts5_api* const api = fts5(db);
  fts5_tokenizer methods{};
  void* data = nullptr;
  const auto words = split(peer.spec);
  std::vector<const char*> arguments;
  for (size_t i = 1; i < words.size(); ++i) arguments.push_back(words[i].c_str());
  Fts5Tokenizer* instance = nullptr;
  if (api->xFindTokenizer(api, words[0].c_str(), &data, &methods) != SQLITE_OK ||
      methods.xCreate(data, arguments.data(), static_cast<int>(arguments.size()), &instance) != SQLITE_OK)
    die(std::string("no tokenizer ") + peer.spec);
  struct Count {
    long tokens, colocated;
    uint64_t sum;
  } count{0, 0, 0};
  const double begin = cpu_seconds();
  for (const std::string& text : texts)
    methods.xTokenize(instance, &count, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()),
                      [](void* context, int flags, const char* token, int size, int start, int end) {
                        auto* c = static_cast<Count*>(context);
                        ++c->tokens;
                        c->colocated += (flags & FTS5_TOKEN_COLOCATED) != 0;
                        c->sum = c->sum * 31 + static_cast<unsigned char>(size ? token[0] : 0) +
                                 static_cast<unsigned>(size + start + end);
                        return SQLITE_OK;
                      });
  const double seconds = cpu_seconds() - begin;
  methods.xDelete(instance);
  peer.tokens = count.tokens;
  peer.colocated = count.colocated;
  return seconds;
}

void fill(sqlite3* db, const std::string& table, const std::vector<std::string>& texts) {
  sqlite3_stmt* const insert = prepare(db, "INSERT INTO " + table + "(rowid, body) VALUES (?1, ?2)");
  run(db, "BEGIN");
  for (size_t i = 0; i < texts.size(); ++i) {
    sqlite3_bind_int64(insert, 1, static_cast<int64_t>(i + 1));
    bind_text(insert, 2, texts[i]);
    if (step_all(insert) < 0) die("insert into " + table + ": " + sqlite3_errmsg(db));
  }
  run(db, "COMMIT");
  sqlite3_finalize(insert);
}

double indexing(const Settings& settings, const std::vector<std::string>& texts, const char* spec, bool content, double* bytes) {
  sqlite3* const db = open(settings, true);
  register_snowball(db);
  run(db, std::string("CREATE VIRTUAL TABLE t USING fts5(body, ") + (content ? "" : "content='', ") + "tokenize='" + spec + "')");
  const double begin = cpu_seconds();
  fill(db, "t", texts);
  const double seconds = cpu_seconds() - begin;
  if (bytes && *bytes == 0) {  // all segments in one: what is left of chance
    run(db, "INSERT INTO t(t) VALUES ('optimize')");
    run(db, "VACUUM");
    *bytes = static_cast<double>(integer(db, "PRAGMA page_count") * integer(db, "PRAGMA page_size"));
  }
  sqlite3_close(db);
  return seconds;
}

}  // namespace

void measure_tokenizers(const Settings& settings) {
  Articles articles(settings);
  const auto texts = articles.take(static_cast<size_t>(settings.megabytes * 1e6));
  size_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();
  sqlite3* const db = open(settings, true);
  std::vector<Peer> peers;
  const auto add = [&](const char* spec) { peers.emplace_back().spec = spec; };
  add("unicode61"), add("porter unicode61"), add("trigram");
  if (register_snowball(db)) add("snowball");
  add("indonesian"), add("indonesian stem root"), add("indonesian stem off");
  for (int round = 0; round < settings.rounds; ++round)
    for (Peer& peer : peers) {
      peer.bare.push_back(bare(db, texts, peer));
      peer.indexing.push_back(indexing(settings, texts, peer.spec, true, &peer.bytes));
      peer.contentless.push_back(indexing(settings, texts, peer.spec, false, &peer.bytes_contentless));
    }
  sqlite3_close(db);
  const Peer& first = peers.front();
  const Peer* snowball = nullptr;
  for (const Peer& peer : peers)
    if (std::strcmp(peer.spec, "snowball") == 0) snowball = &peer;
  const auto speeds = [&](const char* group, const Peer& peer, std::vector<double> Peer::*times) {
    const double seconds = median(peer.*times);
    Record record(group, peer.spec);
    record.number("mb_s", megabytes(bytes) / seconds)
        .number("ratio", ratio(first.*times, peer.*times))
        .number("tokens", static_cast<double>(peer.tokens));
    record.number("colocated", static_cast<double>(peer.colocated))
        .number("ns_token", seconds * 1e9 / static_cast<double>(peer.tokens));
    if (snowball) record.number("ratio_snowball", ratio(snowball->*times, peer.*times));
    record.times(peer.*times);
  };
  for (const Peer& peer : peers) speeds("bare", peer, &Peer::bare);
  for (const Peer& peer : peers) speeds("indexing", peer, &Peer::indexing);
  for (const Peer& peer : peers) speeds("contentless", peer, &Peer::contentless);
  for (const Peer& peer : peers)
    Record("size", peer.spec)
        .number("bytes", peer.bytes)
        .number("ratio", peer.bytes / first.bytes)
        .number("bytes_contentless", peer.bytes_contentless)
        .number("ratio_contentless", peer.bytes_contentless / first.bytes_contentless);
}

namespace {

// ASCII words of a text with what lies between two of them, so that neighbours can be asked for as a phrase.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const char lower = static_cast<char>(c | 32);
    if (lower >= 'a' && lower <= 'z')
      word += lower;
    else if (!word.empty()) {
      out.push_back(c == ' ' ? word : word + c);
      word.clear();
    }
  }
  return out;
}

struct Questions {
  const char* kind;
  std::vector<std::string> texts;
};

}  // namespace

// Every question is asked of every index in turn; the time is that of one run of a prepared statement, its best of three.
void measure_queries(const Settings& settings) {
  Articles articles(settings);
  const auto texts = articles.take(static_cast<size_t>(settings.megabytes * 1e6));
  uint64_t state = settings.seed + 7;
  const auto below = [&](size_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<size_t>(state >> 33) % n;
  };
  Questions words{"word", {}}, phrases{"phrase", {}}, prefixes{"prefix", {}};
  const auto letters = [](const std::string& w) { return !w.empty() && w.back() >= 'a' && w.back() <= 'z'; };
  const size_t count = static_cast<size_t>(40 * settings.rounds);
  for (size_t tries = 0; phrases.texts.size() < count && tries < count * 100; ++tries) {
    const auto all = words_of(texts[below(texts.size())]);
    if (all.size() < 4) continue;
    const size_t i = below(all.size() - 1);
    if (!letters(all[i]) || !letters(all[i + 1]) || all[i].size() < 4 || all[i + 1].size() < 3) continue;
    words.texts.push_back(all[i]);
    phrases.texts.push_back(all[i] + " " + all[i + 1]);
    prefixes.texts.push_back(all[i].substr(0, std::max<size_t>(4, all[i].size() / 2)));
  }
  sqlite3* const db = open(settings, true);
  run(db, "CREATE VIRTUAL TABLE peer USING fts5(body, tokenize='unicode61')");
  run(db, "CREATE VIRTUAL TABLE both USING fts5(body, tokenize='indonesian')");
  run(db, "CREATE VIRTUAL TABLE root USING fts5(body, tokenize='indonesian stem root')");
  for (const char* table : {"peer", "both", "root"}) {
    fill(db, table, texts);
    run(db, std::string("INSERT INTO ") + table + "(" + table + ") VALUES ('optimize')");
  }
  struct Way {
    const char *name, *table, *before, *after;
    bool prefixes;
  };
  static constexpr Way kWays[] = {{"unicode61", "peer", "\"", "\"", true},
                                  {"indonesian", "both", "\"", "\"", true},
                                  {"indonesian, exact", "both", "\"=", "\"", false},
                                  {"indonesian stem root", "root", "\"", "\"", false}};
  for (const Questions* questions : {&words, &phrases, &prefixes}) {
    const bool prefix = questions == &prefixes;
    std::map<std::string, std::vector<double>> times;
    std::map<std::string, double> rows;
    for (const std::string& text : questions->texts)
      for (const Way& way : kWays) {
        if (prefix && !way.prefixes) continue;
        sqlite3_stmt* const ask = prepare(
            db, std::string("SELECT rowid FROM ") + way.table + " WHERE " + way.table + " MATCH ?1 ORDER BY rank LIMIT 10");
        sqlite3_stmt* const all =
            prepare(db, std::string("SELECT count(*) FROM ") + way.table + " WHERE " + way.table + " MATCH ?1");
        const std::string match = std::string(way.before) + text + way.after + (prefix ? "*" : "");
        bind_text(ask, 1, match);
        bind_text(all, 1, match);
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
          const double begin = cpu_seconds();
          if (step_all(ask) < 0) die("MATCH " + match + ": " + sqlite3_errmsg(db));
          best = std::min(best, cpu_seconds() - begin);
        }
        times[way.name].push_back(best);
        sqlite3_step(all);
        rows[way.name] += static_cast<double>(sqlite3_column_int64(all, 0));
        sqlite3_finalize(ask);
        sqlite3_finalize(all);
      }
    for (const Way& way : kWays) {
      const auto& mine = times[way.name];
      if (mine.empty()) continue;
      Record("query", way.name)
          .text("kind", questions->kind)
          .number("p50_us", median(mine) * 1e6)
          .number("p95_us", quantile(mine, 0.95) * 1e6)
          .number("of_peer_p50", median(mine) / median(times["unicode61"]))
          .number("of_peer_p95", quantile(mine, 0.95) / quantile(times["unicode61"], 0.95))
          .number("rows", rows[way.name] / static_cast<double>(mine.size()));
    }
  }
  // The builder alone: the calls less the same statement without it.
  for (const size_t size : {size_t{2}, size_t{10}}) {
    std::vector<std::string> typed;
    for (int k = 0; k < 200; ++k) {
      std::string text;
      for (size_t i = 0; i < size; ++i) text += (i ? " " : "") + words.texts[below(words.texts.size())];
      typed.push_back(text);
    }
    sqlite3_stmt* const build = prepare(db, "SELECT indo_query(?1)");
    sqlite3_stmt* const nothing = prepare(db, "SELECT substr(?1, 1)");
    std::vector<double> seconds;
    for (int round = 0; round < settings.rounds; ++round) {
      double spent[2] = {};
      for (int which = 0; which < 2; ++which) {
        const double begin = cpu_seconds();
        for (const auto& text : typed) bind_text(which ? build : nothing, 1, text), step_all(which ? build : nothing);
        spent[which] = cpu_seconds() - begin;
      }
      seconds.push_back((spent[1] - spent[0]) / static_cast<double>(typed.size()));
    }
    Record("builder", "indo_query, " + std::to_string(size) + " words").number("us", median(seconds) * 1e6).times(seconds);
    sqlite3_finalize(build);
    sqlite3_finalize(nothing);
  }
  sqlite3_close(db);
}

}  // namespace bench
