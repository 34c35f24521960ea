// A database file with an index over the tokenizer, damaged by the fuzzer: the input is a list of changes to a good image.
#include <cstring>

#include "fuzz/fuzz.hpp"
#include "support/host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string* const image = [] {
    host::Db db;
    db.run("PRAGMA page_size = 512; CREATE VIRTUAL TABLE t USING fts5(c, prefix = '2', tokenize = 'indonesian')");
    db.run("INSERT INTO t VALUES (?1)", host::sample());
    db.run("INSERT INTO t VALUES ('Warga menyuarakan aspirasi'), ('undang-undang KTP-nya S.Pd')");
    db.run("CREATE TABLE g(a, b AS (article_body(a))); INSERT INTO g(a) VALUES ('satu dua'); CREATE INDEX gb ON g(b)");
    sqlite3_int64 n = 0;
    unsigned char* bytes = sqlite3_serialize(db.get(), "main", &n, 0);
    auto* s = new std::string(reinterpret_cast<char*>(bytes), static_cast<size_t>(n));
    sqlite3_free(bytes);
    return s;
  }();
  host::Db db;
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image->size()));
  std::memcpy(copy, image->data(), image->size());
  for (; size >= 4; data += 4, size -= 4) {
    const size_t at = (static_cast<size_t>(data[0]) << 8 | data[1]) % image->size();
    copy[at] = static_cast<unsigned char>(data[2] & 1 ? copy[at] ^ data[3] : data[3]);
  }
  sqlite3_deserialize(db.get(), "main", copy, static_cast<sqlite3_int64>(image->size()), static_cast<sqlite3_int64>(image->size()),
                      SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  for (const char* sql : {"SELECT highlight(t, 0, '[', ']'), bm25(t) FROM t WHERE t MATCH 'suara OR bupati OR a*'", "INSERT INTO t VALUES ('menyuarakan')",
                          "UPDATE t SET c = 'lain' WHERE rowid = 1", "INSERT INTO t(t) VALUES ('integrity-check')", "SELECT * FROM g WHERE b = 'satu dua'"})
    db.run(sql);
  return 0;
}
