#include "search/kwic.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <unordered_map>

#include "morphology/stemmer.hpp"
#include "search/query.hpp"
#include "text/chars.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace netra::search {

namespace {

constexpr size_t kLongest = 16;        // words of a phrase
constexpr unsigned kPollEvery = 4096;  // words
constexpr int32_t kNone = -1;

// The forms a query asks for, numbered; surfaces, stems and prefixes apart.
class Forms {
 public:
  struct Ids {
    int32_t surface = kNone, stem = kNone, prefix = kNone;  // prefix: the longest the word begins with
    bool any() const noexcept { return surface != kNone || stem != kNone || prefix != kNone; }
  };

  int32_t add(const PatternWord& word) {
    if (word.by == PatternWord::By::prefix) {
      const auto [at, fresh] = prefix_ids_.emplace(word.form, next_);
      next_ += fresh;
      return at->second;
    }
    auto& table = word.by == PatternWord::By::stem ? stems_ : surfaces_;
    const auto [at, fresh] = table.emplace(word.form, next_);
    next_ += fresh;
    return at->second;
  }

  void finish() {
    for (const auto& [text, id] : prefix_ids_) prefixes_.push_back({text, id, kNone});
    std::sort(prefixes_.begin(), prefixes_.end(), [](const Prefix& a, const Prefix& b) { return a.text < b.text; });
    for (size_t i = 0; i < prefixes_.size(); ++i)  // the next shorter prefix of it that is asked for
      prefixes_[i].shorter = i == 0 ? kNone : longest(prefixes_[i].text, static_cast<int32_t>(i) - 1);
  }

  Ids of(const text::Word& word) const {
    Ids ids;
    const std::string_view surface = word.view();
    if (!surfaces_.empty()) ids.surface = find(surfaces_, surface);
    if (!stems_.empty()) {
      morph::Stem buffer;
      ids.stem = find(stems_, word.plain ? morph::stem_view(surface, morph::Mode::search, buffer) : surface);
    }
    if (!prefixes_.empty()) {
      const auto after = std::upper_bound(prefixes_.begin(), prefixes_.end(), surface,
                                          [](std::string_view a, const Prefix& b) { return a < b.text; });
      ids.prefix = longest(surface, static_cast<int32_t>(after - prefixes_.begin()) - 1);
    }
    return ids;
  }

  // Ids of a prefix (a place, as in Ids) and of the shorter ones.
  template <class On>
  void each_prefix(int32_t place, On&& on) const {
    for (; place != kNone; place = prefixes_[static_cast<size_t>(place)].shorter) on(prefixes_[static_cast<size_t>(place)].id);
  }

 private:
  struct Prefix {
    std::string_view text;
    int32_t id, shorter;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  using Table = std::unordered_map<std::string, int32_t, Hash, std::equal_to<>>;

  static int32_t find(const Table& table, std::string_view form) {
    const auto at = table.find(form);
    return at == table.end() ? kNone : at->second;
  }
  // The last of the sorted prefixes up to `place` that `word` begins with: it or one of its own shorter ones.
  int32_t longest(std::string_view word, int32_t place) const noexcept {
    while (place != kNone &&
           word.substr(0, prefixes_[static_cast<size_t>(place)].text.size()) != prefixes_[static_cast<size_t>(place)].text)
      place = prefixes_[static_cast<size_t>(place)].shorter;
    return place;
  }

  Table surfaces_, stems_, prefix_ids_;
  std::vector<Prefix> prefixes_;
  int32_t next_ = 0;
};

// The words and phrases of a query as one tree of forms: phrases that begin alike share their beginning.
class PhraseTree {
 public:
  explicit PhraseTree(std::string_view query) {
    for (const Pattern& pattern : query_patterns(query)) {
      size_t node = 0;
      for (size_t i = 0; i < std::min(pattern.size(), kLongest); ++i) node = child(node, forms_.add(pattern[i]));
      ends_[node] = true;
      longest_ = std::max(longest_, std::min(pattern.size(), kLongest));
    }
    forms_.finish();
  }
  bool empty() const noexcept { return ends_.size() == 1; }
  size_t longest() const noexcept { return longest_; }
  const Forms& forms() const noexcept { return forms_; }

  // Words of the longest phrase that begins at words(0), words(1), ... (null behind the last); 0 when none does.
  template <class Words>
  size_t match(Words&& words) const {
    std::array<uint32_t, 64> now{}, next;  // nodes reached; more than 64 at once are not followed
    size_t count = 1, best = 0;
    for (size_t length = 0; count > 0 && length < longest_; ++length) {
      const Forms::Ids* const ids = words(length);
      if (!ids) break;
      size_t found = 0;
      const auto follow = [&](uint32_t node, int32_t id) {
        if (id == kNone || found == next.size()) return;
        const auto at = edges_.find(edge(node, id));
        if (at == edges_.end()) return;
        next[found++] = at->second;
        if (ends_[at->second]) best = length + 1;
      };
      for (size_t k = 0; k < count; ++k) {
        follow(now[k], ids->surface);
        follow(now[k], ids->stem);
        forms_.each_prefix(ids->prefix, [&](int32_t id) { follow(now[k], id); });
      }
      now = next;
      count = found;
    }
    return best;
  }

 private:
  static uint64_t edge(size_t node, int32_t id) noexcept { return node << 32 | static_cast<uint32_t>(id); }
  uint32_t child(size_t node, int32_t id) {
    const auto [at, fresh] = edges_.emplace(edge(node, id), static_cast<uint32_t>(ends_.size()));
    if (fresh) ends_.push_back(false);
    return at->second;
  }

  Forms forms_;
  std::unordered_map<uint64_t, uint32_t> edges_;
  std::vector<bool> ends_{false};  // by node: a phrase ends here
  size_t longest_ = 0;
};

// Remembers what the query wants of the words met last, so that few words are stemmed twice.
class WordMemory {
 public:
  explicit WordMemory(const Forms& forms) : forms_(forms), slots_(std::make_unique<Slot[]>(kSlots)) {}

  Forms::Ids of(const text::Word& word) {
    if (word.size > kKept) return forms_.of(word);
    uint64_t parts[2];
    std::memcpy(parts, word.token, sizeof parts);  // zeros follow the token
    const uint64_t mixed = (parts[0] ^ parts[1] * 0xD6E8FEB86659FD93ULL) * 0x9E3779B97F4A7C15ULL;
    Slot& slot = slots_[mixed >> 54];
    if (slot.parts[0] != parts[0] || slot.parts[1] != parts[1]) slot = {{parts[0], parts[1]}, forms_.of(word)};
    return slot.ids;
  }

 private:
  static constexpr size_t kSlots = 1024, kKept = 16;
  struct Slot {
    uint64_t parts[2] = {};
    Forms::Ids ids;
  };
  const Forms& forms_;
  std::unique_ptr<Slot[]> slots_;
};

bool is_white(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; }

// text[start, end) with its white space plain, at most `width` characters; *chars how many.
std::string plain_line(std::string_view text, size_t start, size_t end, size_t width, size_t* chars = nullptr) {
  std::string out;
  bool blank = false;
  size_t n = 0;
  for (size_t at = start; at < end && n < width;) {
    const size_t size = text::decode(text.data() + at, text.data() + text.size()).size;
    const bool white = is_white(text[at]);
    if (!white)
      out.append(text.substr(at, size)), ++n;
    else if (!blank)
      out += ' ', ++n;
    blank = white;
    at += size;
  }
  if (chars) *chars = n;
  return out;
}

// The match itself, as written but for its white space; may be as long as the text.
std::string plain_match(std::string_view match) {
  std::string out;
  for (auto at = match.begin(); at != match.end();) {
    const auto white = std::find_if(at, match.end(), is_white);
    out.append(at, white);
    at = std::find_if_not(white, match.end(), is_white);
    if (at != white) out += ' ';
  }
  return out;
}

std::string before(std::string_view text, size_t end, size_t width) {
  size_t start = end;
  bool blank = false;
  for (size_t n = 0; start > 0; blank = is_white(text[start])) {
    const auto from = static_cast<size_t>(text::previous(text.data(), text.data() + start) - text.data());
    const bool joins = is_white(text[from]) && blank;  // with the blank behind it
    if (!joins && n++ == width) break;
    start = from;
  }
  size_t chars = 0;
  std::string line =
      plain_line(text, start, end, text.size(), &chars);  // malformed bytes may count as more characters than width
  return line.insert(0, width - std::min(width, chars), ' ');
}

}  // namespace

std::vector<KeywordHit> kwic(std::string_view text, std::string_view query, const text::Poll& poll) {
  std::vector<KeywordHit> out;
  const PhraseTree tree(query);
  if (tree.empty()) return out;
  struct Seen {
    size_t start, end;
    Forms::Ids ids;
  };
  std::array<Seen, kLongest> window;  // a ring: the words from `first` on
  size_t first = 0, size = 0;
  WordMemory memory(tree.forms());
  text::WordScanner scanner;
  scanner.watch(poll);
  scanner.start(text);
  bool more = true;
  size_t counted = 0, chars = 0;  // characters before byte `counted`
  size_t free_from = 0;           // matches do not overlap
  text::Word word;
  for (unsigned words = 1;; ++words) {
    if (words % kPollEvery == 0) poll();
    for (; more && size < tree.longest() && (more = scanner.next(word)); ++size)
      window[(first + size) % kLongest] = {word.start, word.end, memory.of(word)};
    if (size == 0) break;
    const Seen& begin = window[first];
    if (begin.ids.any() && begin.start >= free_from) {
      const size_t n = tree.match([&](size_t k) { return k < size ? &window[(first + k) % kLongest].ids : nullptr; });
      if (n > 0) {
        const size_t end = window[(first + n - 1) % kLongest].end;
        chars += text::count_chars(text.substr(counted, begin.start - counted));
        counted = begin.start;
        out.push_back({static_cast<uint32_t>(begin.start), static_cast<uint32_t>(end), static_cast<uint32_t>(chars + 1),
                       static_cast<uint32_t>(text::count_chars(text.substr(begin.start, end - begin.start)))});
        free_from = end;
      }
    }
    first = (first + 1) % kLongest;
    --size;
  }
  scanner.check();
  return out;
}

Concordance concordance(std::string_view text, const KeywordHit& hit, size_t width) {
  return {before(text, hit.start, width), plain_match(text.substr(hit.start, hit.end - hit.start)),
          plain_line(text, hit.end, text.size(), width)};
}

}  // namespace netra::search
