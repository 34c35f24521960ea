#include "lexicon_gen.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "../morphology/lexicon.hpp"

namespace netra::tablegen {
namespace {

using morph::Class;
using morph::Kind;

constexpr size_t kMaxLexiconWord = 40;  // bytes
static_assert(kMaxLexiconWord < morph::kMostTextSize);

struct Word {
  uint32_t frames = 0;
  int kind = morph::kTarget;
  int word_class = morph::kOther;
  int prior = 0;
  bool takes_frames = false;
  std::string root, key;
  std::string where;  // file:line of the row that decided kind, for messages
};

struct Row {
  std::vector<std::string> cells;
  std::string where;
};

class Compiler {
 public:
  explicit Compiler(std::string dir) : dir_(std::move(dir)) {}

  int run(const std::string& out_path) {
    read_roots();
    read_words("protected.tsv", {"word", "reason"}, morph::kProtected);
    read_acronyms();
    read_functions();
    read_decided("exceptions.tsv", morph::kException, false);
    read_decided("reduplication.tsv", morph::kRedup, true);
    read_variants();
    resolve();
    if (errors_ != 0) {
      std::fprintf(stderr, "lexicon: %d error(s)\n", errors_);
      return 1;
    }
    build_index();
    return write(out_path) ? 0 : 1;
  }

 private:
  void fail(const std::string& where, const std::string& message) {
    std::fprintf(stderr, "%s: %s\n", where.c_str(), message.c_str());
    ++errors_;
  }

  // Rows of one table, checked for the column names, the number of cells, sorting and duplicates of the first column.
  std::vector<Row> table(const std::string& name, const std::vector<std::string>& columns) {
    std::vector<Row> rows;
    const std::string path = dir_ + "/" + name;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      fail(path, "cannot be read");
      return rows;
    }
    std::string line, previous;
    bool header = false;
    for (int number = 1; std::getline(in, line); ++number) {
      const std::string where = path + ":" + std::to_string(number);
      if (line.empty() || line[0] == '#') continue;
      if (line.back() == '\r') {
        fail(where, "carriage return at the end of the line");
        continue;
      }
      std::vector<std::string> cells;
      size_t from = 0;
      for (;;) {
        const size_t tab = line.find('\t', from);
        cells.push_back(line.substr(from, tab == std::string::npos ? tab : tab - from));
        if (tab == std::string::npos) break;
        from = tab + 1;
      }
      if (!header) {
        header = true;
        if (cells != columns) {
          std::string want;
          for (const auto& c : columns) want += (want.empty() ? "" : ", ") + c;
          fail(where, "first line must name the columns " + want);
          return rows;
        }
        continue;
      }
      if (cells.size() != columns.size()) {
        fail(where, "has " + std::to_string(cells.size()) + " cells, needs " + std::to_string(columns.size()));
        continue;
      }
      bool empty = false;
      for (size_t i = 0; i < cells.size(); ++i)
        if (cells[i].empty()) {
          fail(where, "empty cell " + columns[i] + " (write '-')");
          empty = true;
        }
      if (empty) continue;
      if (!previous.empty() && cells[0] == previous) fail(where, "duplicate '" + cells[0] + "'");
      if (!previous.empty() && cells[0] < previous) fail(where, "'" + cells[0] + "' is not sorted (after '" + previous + "')");
      previous = cells[0];
      if (check_word(where, cells[0])) rows.push_back({std::move(cells), where});
    }
    return rows;
  }

  bool check_word(const std::string& where, const std::string& word) {
    bool good = !word.empty() && word.size() <= kMaxLexiconWord && word.front() != '-' && word.back() != '-';
    for (char c : word) good = good && ((c >= 'a' && c <= 'z') || c == '-');
    if (!good) fail(where, "'" + word + "' is not a lexicon word (a-z and inner hyphens, at most 40 letters)");
    return good;
  }

  void read_roots() {
    for (const Row& row : table("roots.tsv", {"root", "class", "frames", "prior"})) {
      Word w;
      w.kind = morph::kRoot;
      w.takes_frames = true;
      w.where = row.where;
      const size_t cls = row.cells[1].size() == 1 ? morph::kClassLetters.find(row.cells[1][0]) : std::string_view::npos;
      if (cls == std::string_view::npos) {
        fail(row.where, "unknown class '" + row.cells[1] + "' (one of n v a d m b x)");
        continue;
      }
      w.word_class = static_cast<int>(cls);
      if (row.cells[3].size() != 1 || row.cells[3][0] < '0' || row.cells[3][0] > '9') {
        fail(row.where, "prior '" + row.cells[3] + "' is not a digit 0..9");
        continue;
      }
      w.prior = row.cells[3][0] - '0';
      if (row.cells[2] != "-") {
        size_t from = 0;
        const std::string& text = row.cells[2];
        while (from <= text.size()) {
          size_t space = text.find(' ', from);
          if (space == std::string::npos) space = text.size();
          const std::string frame = text.substr(from, space - from);
          from = space + 1;
          uint32_t bit = 0;
          for (const auto& f : morph::kFrameNames)
            if (f.name == frame) bit = f.bit;
          if (bit == 0) fail(row.where, "unknown frame '" + frame + "'");
          if ((w.frames & bit) != 0) fail(row.where, "frame '" + frame + "' twice");
          w.frames |= bit;
        }
      }
      if (row.cells[0].size() < 2) fail(row.where, "root '" + row.cells[0] + "' is not reachable: two letters at least");
      words_[row.cells[0]] = w;
    }
  }

  void read_words(const std::string& name, const std::vector<std::string>& columns, Kind kind) {
    for (const Row& row : table(name, columns)) {
      const auto found = words_.find(row.cells[0]);
      if (found != words_.end()) {
        fail(row.where, "'" + row.cells[0] + "' is already in " + found->second.where);
        continue;
      }
      Word w;
      w.kind = kind;
      w.word_class = morph::kNoun;
      w.where = row.where;
      words_[row.cells[0]] = w;
    }
  }

  void read_acronyms() { read_words("acronyms.tsv", {"word", "note"}, morph::kAcronym); }

  void read_functions() {
    for (const Row& row : table("function_words.tsv", {"word", "class", "root"})) {
      Word& w = words_[row.cells[0]];
      if (w.kind == morph::kProtected || w.kind == morph::kAcronym) {
        fail(row.where, "'" + row.cells[0] + "' is already in " + w.where);
        continue;
      }
      if (w.kind == morph::kTarget) w.word_class = morph::kOther;
      w.kind = morph::kFunction;
      w.where = row.where;
      if (row.cells[2] != "-" && check_word(row.where, row.cells[2])) w.root = row.cells[2];
    }
  }

  // Tables surface, root, key, reason.
  void read_decided(const std::string& name, Kind kind, bool hyphen) {
    for (const Row& row : table(name, {"surface", "root", "key", "reason"})) {
      const auto found = words_.find(row.cells[0]);
      if (found != words_.end() && found->second.kind != morph::kTarget) {
        fail(row.where, found->second.kind == morph::kRoot
                            ? "root '" + row.cells[0] + "' of " + found->second.where + " would be unreachable"
                            : "'" + row.cells[0] + "' is already in " + found->second.where);
        continue;
      }
      if (hyphen && row.cells[0].find('-') == std::string::npos) fail(row.where, "no hyphen in '" + row.cells[0] + "'");
      if (!check_word(row.where, row.cells[1]) || !check_word(row.where, row.cells[2])) continue;
      Word& w = words_[row.cells[0]];
      w.kind = kind;
      w.word_class = morph::kNoun;
      w.root = row.cells[1];
      w.key = row.cells[2];
      w.where = row.where;
    }
  }

  // Roots whose key (and, if given, root) is another word: old or frequent wrong spellings, negated roots.
  void read_variants() {
    for (const Row& row : table("variants.tsv", {"word", "root", "key", "reason"})) {
      const auto found = words_.find(row.cells[0]);
      if (!check_word(row.where, row.cells[2])) continue;
      const auto target = words_.find(row.cells[2]);
      if (target == words_.end()) {
        fail(row.where, "key '" + row.cells[2] + "' is in no table");
        continue;
      }
      if (found != words_.end() && found->second.kind != morph::kRoot && found->second.kind != morph::kTarget) {
        fail(row.where, "'" + row.cells[0] + "' is already in " + found->second.where);
        continue;
      }
      if (found == words_.end()) {  // a variant without a row of its own inherits the frames of its key
        Word copy = target->second;
        copy.kind = morph::kRoot;
        copy.takes_frames = true;
        copy.prior = std::min(copy.prior, 3);
        words_[row.cells[0]] = copy;
      }
      Word& w = words_[row.cells[0]];
      w.where = row.where;
      w.root = row.cells[1] == "-" ? row.cells[0] : row.cells[1];
      w.key = row.cells[2];
    }
  }

  void resolve() {
    std::vector<std::string> missing;
    for (auto& [text, w] : words_) {
      if (w.root.empty()) w.root = text;
      if (w.key.empty()) w.key = text;
      if (words_.count(w.root) == 0) missing.push_back(w.root);
      if (words_.count(w.key) == 0) missing.push_back(w.key);
    }
    for (const auto& m : missing) {
      Word& w = words_[m];
      w.root = w.key = m;
      w.where = "another row";
    }
    // The key of a key is itself: stemming is idempotent.
    for (auto& [text, w] : words_)
      if (words_[w.key].key != w.key)
        fail(w.where, "key '" + w.key + "' of '" + text + "' has itself the key '" + words_[w.key].key + "'");
    constexpr size_t kMostWords = morph::kCellCount / 8 * 7;  // the table of cells keeps free ones
    if (words_.size() > kMostWords) fail(dir_, "more than " + std::to_string(kMostWords) + " lexicon words: raise kCellBits");
    for (auto& [text, w] : words_) {
      number_[text] = static_cast<uint32_t>(list_.size());
      list_.push_back(text);
    }
  }

  static uint64_t hash_of(const std::string& text) {
    uint64_t half[2] = {0, 0};
    for (size_t i = 0; i < text.size() && i < 16; ++i) half[i / 8] |= uint64_t{static_cast<uint8_t>(text[i])} << (8 * (i % 8));
    return morph::hash(half[0], half[1]);
  }

  void build_index() {
    filter_.assign(size_t{1} << (morph::kFilterBits - 6), 0);
    cells_.assign(morph::kCellCount, morph::kFreeCell);
    for (uint32_t i = 0; i < list_.size(); ++i) {
      const uint64_t h = hash_of(list_[i]);
      filter_[morph::filter_bit(h) / 64] |= uint64_t{1} << (morph::filter_bit(h) % 64);
      uint32_t at = morph::cell(h);
      while (cells_[at] != morph::kFreeCell) at = (at + 1) % morph::kCellCount;
      cells_[at] = morph::mark(h) | i;
    }
  }

  template <class Numbers>
  static void write_numbers(std::string& out, const std::string& declaration, const Numbers& numbers, const char* suffix = "") {
    out += "\n\nconst " + declaration + " = {";
    for (size_t i = 0; i < numbers.size(); ++i) {
      if (i % 16 == 0) out += "\n";
      out += std::to_string(numbers[i]) + suffix + ",";
    }
    out += "\n};";
  }

  bool write(const std::string& out_path) {
    std::string out;
    out +=
        "// Generated from ext/data/*.tsv by ext/tablegen/lexicon_gen.cpp; do not edit.\n#include \"morphology/lexicon.hpp\"\n\n";
    out += "namespace netra::morph {\n\nconst uint32_t kEntryCount = " + std::to_string(list_.size()) + ";";
    write_numbers(out, "uint64_t kFilter[" + std::to_string(filter_.size()) + "]", filter_, "u");
    write_numbers(out, "uint32_t kCells[" + std::to_string(cells_.size()) + "]", cells_, "u");
    out += "\n\nconst Entry kEntries[] = {\n";
    size_t offset = 0;
    std::string decided;
    size_t decided_count = 0;
    for (const auto& text : list_) {
      const Word& w = words_[text];
      size_t place = 0;
      if (w.root != text || w.key != text) {
        decided += "{" + std::to_string(number_[w.root]) + "," + std::to_string(number_[w.key]) + "},\n";
        place = ++decided_count;
      }
      out += "{" + std::to_string(w.frames) + "," + std::to_string(w.kind) + "," + std::to_string(w.word_class) + "," +
             std::to_string(w.prior) + "," + (w.takes_frames ? "1" : "0") + "," + std::to_string(offset) + "," +
             std::to_string(text.size()) + "," + std::to_string(place) + "},\n";
      offset += text.size();
    }
    if (offset >= morph::kMostText || decided_count + 1 >= morph::kMostDecided) {
      std::fprintf(stderr, "%s: the lexicon outgrows the fields of morph::Entry\n", dir_.c_str());
      return false;
    }
    out += "};\n\nconst Decided kDecided[] = {\n" + decided + "{0,0}";  // never empty
    out += "};\n\nconst char kText[] =";
    std::string line;
    for (const auto& text : list_) {
      line += text;
      if (line.size() > 110) {
        out += "\n    \"" + line + "\"";
        line.clear();
      }
    }
    // 64 letters of padding: the analyser may compare past the last word
    out += "\n    \"" + line + "\"\n    \"" + std::string(64, '.') + "\";\n\n}  // namespace netra::morph\n";
    std::ofstream file(out_path, std::ios::binary);
    file << out;
    file.close();
    if (!file) {
      std::fprintf(stderr, "%s: cannot be written\n", out_path.c_str());
      return false;
    }
    return true;
  }

  std::string dir_;
  int errors_ = 0;
  std::map<std::string, Word> words_;
  std::map<std::string, uint32_t> number_;
  std::vector<std::string> list_;
  std::vector<uint64_t> filter_;
  std::vector<uint32_t> cells_;
};

}  // namespace

int generate_lexicon(const std::string& data_dir, const std::string& out_path) { return Compiler(data_dir).run(out_path); }

}  // namespace netra::tablegen

#ifdef NETRA_LEXICON_GEN_MAIN  // stand-alone: lexicon_gen DATA_DIR OUT.cpp
int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: lexicon_gen DATA_DIR OUT.cpp\n");
    return 2;
  }
  return netra::tablegen::generate_lexicon(argv[1], argv[2]);
}
#endif
