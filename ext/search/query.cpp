#include "search/query.hpp"

#include <algorithm>
#include <utility>

#include "morphology/family.hpp"
#include "morphology/stemmer.hpp"
#include "search/query_names.hpp"
#include "search/query_reader.hpp"
#include "search/query_writer.hpp"
#include "text/utf8.hpp"

namespace netra::search {

using Type = QueryItem::Type;

namespace {

// A word with a quality (netral, netralitas) gives two patterns, a phrase one more for each such word.
void add_pattern(std::string_view raw, PatternWord::By by, bool prefix, bool each, std::vector<Pattern>& out) {
  Pattern pattern;
  std::vector<std::pair<size_t, std::string>> pairs;
  const auto give = [&] {
    if (pattern.empty()) return;
    out.push_back(pattern);
    for (auto& [at, pair] : pairs) {
      out.push_back(pattern);
      out.back()[at].form = std::move(pair);
    }
    pattern.clear();
    pairs.clear();
  };
  text::WordScanner scanner;
  scanner.start(raw);
  std::string last;
  for (text::Word word; pattern.size() < kMaxPhrase && scanner.next(word);) {
    if (each) give();
    last = word.view();
    if (by != PatternWord::By::stem || !word.plain) {
      pattern.push_back({last, PatternWord::By::surface});
      continue;
    }
    morph::Stem buffer, pair;
    const std::string_view stem = morph::stem_view(word.view(), morph::Mode::search, buffer);
    if (morph::quality_pair(stem, pair)) pairs.emplace_back(pattern.size(), pair.view());
    pattern.push_back({std::string(stem), by});
  }
  if (prefix && !pattern.empty()) pattern.back() = {last, PatternWord::By::prefix};
  give();
}

}  // namespace

std::optional<QueryMode> query_mode(std::string_view name) noexcept {
  if (name == "all") return QueryMode::all;
  if (name == "any") return QueryMode::any;
  if (name == "phrase") return QueryMode::phrase;
  return std::nullopt;
}

std::optional<Detail> query_detail(std::string_view name) noexcept {
  if (name == "full") return Detail::full;
  if (name == "column") return Detail::column;
  if (name == "none") return Detail::none;
  return std::nullopt;
}

std::optional<std::string> build_query(std::string_view text, const QueryOptions& options) {
  text = text.substr(0, text::clip(text, kMaxQueryBytes));
  const bool phrase = options.mode == QueryMode::phrase;
  QueryWriter writer(text, options, true);
  std::string match = phrase ? writer.build_phrase() : writer.build();
  if (match.empty() && !phrase) match = QueryWriter(text, options, false).build();  // "OR" by itself is a word
  // An empty phrase is a valid query that finds nothing; MATCH NULL would be an error.
  if (match.empty() &&
      std::any_of(text.begin(), text.end(), [](char c) { return !is_query_space(static_cast<unsigned char>(c)); }))
    match = "\"\"";
  if (match.empty()) return std::nullopt;
  return match;
}

std::vector<Pattern> query_patterns(std::string_view text) {
  std::vector<Pattern> out;
  const QueryReader reader(text.substr(0, text::clip(text, kMaxQueryBytes)), {}, true);
  QueryNames names(reader);
  const auto& items = reader.items();
  for (size_t i = 0; i < items.size() && out.size() < kMaxPatterns; ++i) {
    const QueryItem& item = items[i];
    const PatternWord::By by = item.exact ? PatternWord::By::surface : PatternWord::By::stem;
    if (item.type == Type::minus) {
      i = reader.skip(i + 1) - 1;
    } else if (item.type == Type::phrase || item.type == Type::near) {
      add_pattern(reader.source(item), by, item.prefix, item.type == Type::near, out);
    } else if (item.type == Type::word) {
      const bool named = names.find(i) > 0;
      if (!named && !item.exact && !item.prefix && reader.content() && reader.stopped(item)) continue;
      add_pattern(reader.source(item), by, item.prefix, false, out);
      if (!named) continue;
      for (const Alternative& alternative : names.match().alternatives)
        add_pattern(alternative.text, PatternWord::By::stem, false, false, out);
    }
  }
  if (out.size() > kMaxPatterns) out.resize(kMaxPatterns);
  return out;
}

}  // namespace netra::search
