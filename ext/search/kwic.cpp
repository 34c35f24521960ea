#include "search/kwic.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <unordered_map>

#include "morphology/stemmer.hpp"
#include "search/query.hpp"
#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::search {

namespace {

struct Seen {  // a word of the text, kept while a phrase may begin with it
  size_t start, end;
  std::string surface, stem;
};

bool matches(const PatternWord& pattern, const Seen& word) noexcept {
  switch (pattern.by) {
    case PatternWord::By::stem:
      return word.stem == pattern.form;
    case PatternWord::By::surface:
      return word.surface == pattern.form;
    case PatternWord::By::prefix:
      return word.surface.compare(0, pattern.form.size(), pattern.form) == 0;
  }
  return false;
}

// Up to width characters before `end`, line breaks and tabs as blanks, runs of blanks as one.
std::string before(std::string_view text, size_t end, size_t width) {
  std::vector<std::string_view> chars;
  bool blank = false;
  for (size_t at = end; at > 0 && chars.size() < width;) {
    const auto from = static_cast<size_t>(text::previous(text.data(), text.data() + at) - text.data());
    const char c = text[from];
    const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
    if (!white) chars.push_back(text.substr(from, at - from));
    else if (!blank) chars.push_back(" ");
    blank = white;
    at = from;
  }
  std::string out(width - chars.size(), ' ');
  for (auto c = chars.rbegin(); c != chars.rend(); ++c) out += *c;
  return out;
}

std::string after(std::string_view text, size_t start, size_t stop, size_t width) {
  std::string out;
  bool blank = false;
  size_t n = 0;
  for (size_t at = start; at < stop && n < width;) {
    const size_t size = text::decode(text.data() + at, text.data() + text.size()).size;
    const char c = text[at];
    const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
    if (!white) out.append(text.substr(at, size)), ++n;
    else if (!blank) out += ' ', ++n;
    blank = white;
    at += size;
  }
  return out;
}

}  // namespace

std::vector<Concordance> kwic(std::string_view text, std::string_view query, size_t width) {
  std::vector<Concordance> out;
  const std::vector<Pattern> patterns = query_patterns(query);
  if (patterns.empty()) return out;
  size_t longest = 1;
  std::unordered_multimap<std::string_view, const Pattern*> by_stem, by_surface;  // by the first word
  std::vector<const Pattern*> by_prefix;
  for (const Pattern& pattern : patterns) {
    longest = std::max(longest, pattern.size());
    const PatternWord& first = pattern.front();
    if (first.by == PatternWord::By::prefix) by_prefix.push_back(&pattern);
    else (first.by == PatternWord::By::stem ? by_stem : by_surface).emplace(first.form, &pattern);
  }

  text::WordScanner scanner;
  scanner.start(text);
  const auto cache = std::make_unique<morph::StemCache>();
  std::deque<Seen> window;
  bool more = true;
  size_t counted = 0, chars = 0;  // characters before byte `counted`
  size_t free_from = 0;           // matches do not overlap
  text::Word word;
  for (;;) {
    while (more && window.size() < longest) {
      more = scanner.next(word);
      if (!more) break;
      Seen seen{word.start, word.end, std::string(word.view()), {}};
      seen.stem = word.plain ? std::string(cache->stem(word.view(), morph::Mode::search)) : seen.surface;
      window.push_back(std::move(seen));
    }
    if (window.empty()) break;
    size_t best = 0;
    if (window.front().start >= free_from) {
      auto consider = [&](const Pattern& pattern) {
        if (pattern.size() <= best || pattern.size() > window.size()) return;
        if (std::equal(pattern.begin(), pattern.end(), window.begin(), matches)) best = pattern.size();
      };
      for (auto [at, last] = by_stem.equal_range(window.front().stem); at != last; ++at) consider(*at->second);
      for (auto [at, last] = by_surface.equal_range(window.front().surface); at != last; ++at) consider(*at->second);
      for (const Pattern* pattern : by_prefix) consider(*pattern);
    }
    if (best > 0) {
      const size_t start = window.front().start, end = window[best - 1].end;
      chars += text::count_chars(text.substr(counted, start - counted));
      counted = start;
      const std::string_view keyword = text.substr(start, end - start);
      out.push_back({before(text, start, width), after(text, start, end, keyword.size()), after(text, end, text.size(), width), chars + 1,
                     text::count_chars(keyword)});
      free_from = end;
    }
    window.pop_front();
  }
  return out;
}

}  // namespace netra::search
