#include "search/tokenizer.hpp"

#include <algorithm>
#include <charconv>
#include <new>

#include "search/synonyms.hpp"

namespace netra::search {

bool set_option(Options& options, std::string_view name, std::string_view value) noexcept {
  auto lower_equals = [](std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (size_t i = 0; i < word.size(); ++i)
      if (text::ascii_lower(text[i]) != word[i]) return false;
    return true;
  };
  if (lower_equals(name, "stem")) {
    if (lower_equals(value, "both")) options.stem = StemMode::both;
    else if (lower_equals(value, "root")) options.stem = StemMode::root;
    else if (lower_equals(value, "off")) options.stem = StemMode::off;
    else return false;
    return true;
  }
  if (lower_equals(name, "diacritics")) {
    if (lower_equals(value, "remove")) options.diacritics = text::Diacritics::remove;
    else if (lower_equals(value, "keep")) options.diacritics = text::Diacritics::keep;
    else return false;
    return true;
  }
  if (lower_equals(name, "rules")) {
    int rules = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rules);
    if (error != std::errc{} || end != value.data() + value.size() || rules != kRulesVersion || value[0] == '0') return false;
    options.rules = rules;
    return true;
  }
  return false;
}

bool SurfaceCache::allocate() noexcept {
  if (tried_) return false;
  tried_ = true;
  short_.reset(new (std::nothrow) Pair<16>[size_t{1} << kShortBits]());
  if (short_) long_.reset(new (std::nothrow) Pair<32>[size_t{1} << kLongBits]());
  if (!long_) short_.reset();
  return short_ != nullptr;
}

template <size_t N>
bool SurfaceCache::fill(Entry<N>& entry, const text::Word& word) noexcept {
  morph::Stem buffer;
  const std::string_view stem = morph::stem_view(word.view(), morph::Mode::search, buffer);
  const bool cut = !stem.empty() && stem != word.view();
  if (cut && stem.size() + 1 > sizeof entry.stem) return false;
  std::memcpy(entry.key, word.token, N);
  entry.stem[0] = '~';
  if (cut) std::memcpy(entry.stem + 1, stem.data(), stem.size());
  entry.stem_size = static_cast<uint8_t>(cut ? stem.size() + 1 : 0);
  entry.flags = 0;
  if (word.kind == text::WordKind::word) entry.flags = text::begins_number(word.view()) ? kNumber : 0;
  else if (has_parts(word, cut ? stem : word.view())) entry.flags = kParts;
  return true;
}

template bool SurfaceCache::fill(Entry<16>&, const text::Word&) noexcept;
template bool SurfaceCache::fill(Entry<32>&, const text::Word&) noexcept;

bool has_parts(const text::Word& word, std::string_view stem) noexcept {
  using text::WordKind;
  switch (word.kind) {
    case WordKind::word:
    case WordKind::alphanumeric:
    case WordKind::number:
      return false;
    case WordKind::compound:
      break;
    default:
      return true;
  }
  const size_t hyphen = stem.find('-');
  if (word.plain && hyphen == stem.npos) return false;
  const std::string_view first = stem.substr(0, hyphen);
  for (size_t at = hyphen; at != stem.npos;) {  // X-X, X-X-X
    const size_t next = stem.find('-', at + 1);
    if (stem.substr(at + 1, next == stem.npos ? next : next - at - 1) != first) return true;
    at = next;
  }
  return hyphen == stem.npos;
}

namespace {

bool function_word(std::string_view word) noexcept {
  morph::Derivation derivation;
  return morph::analyze(word, &derivation, 1) == 1 && std::string_view(derivation.source) == "function";
}

bool known_root(std::string_view word) noexcept {
  morph::Derivation derivation;
  return morph::analyze(word, &derivation, 1) == 1 && derivation.known && derivation.root.view() == word;
}

void add_key(QueryKeys& keys, std::string_view stem, bool bare) noexcept {
  if (stem.empty() || stem.size() > morph::kMaxWord || keys.size + 2 > 4) return;
  auto put = [&](bool marked) {
    keys.text[keys.size][0] = '~';
    std::memcpy(keys.text[keys.size] + marked, stem.data(), stem.size());
    keys.length[keys.size++] = static_cast<uint8_t>(stem.size() + marked);
  };
  if (bare) put(false);
  put(true);
}

bool is_own_stem(std::string_view stem) noexcept {
  morph::Stem buffer;
  return morph::stem_view(stem, morph::Mode::search, buffer) == stem;
}

}  // namespace

void query_keys(const text::Word& word, std::string_view stem, QueryKeys& out) noexcept {
  out.size = 0;
  const std::string_view surface = word.view();
  morph::Stem buffer;
  if (stem != surface) add_key(out, stem, is_own_stem(stem) && (stop_class(stem) != Stop::word || word.kind != text::WordKind::word));
  else add_key(out, stem, true);
  if (morph::quality_pair(stem, buffer)) return add_key(out, buffer.view(), true);
  if (stem != surface || !function_word(surface)) return;
  std::string_view root = morph::stem_view(surface, morph::Mode::root, buffer);
  if (root == surface && surface.size() >= 6 && surface.substr(0, 2) == "se" && known_root(surface.substr(2))) root = surface.substr(2);
  if (root != surface) add_key(out, root, is_own_stem(root));
}

std::string_view marked_token(std::string_view query) noexcept {
  if (query.size() < 3 || query[0] != '=' || query.size() > text::kMaxToken) return {};
  const char marker = query[1];
  for (const char c : query.substr(2)) {
    const bool digit = text::is_ascii_digit(c);
    const bool fits = marker == '#'   ? digit || c == '.' || c == '%'
                      : marker == '@' ? digit || c == '-'
                      : marker == '~' ? digit || text::is_ascii_lower(c) || c == '-'
                                      : false;
    if (!fits) return {};
  }
  return query.substr(1);
}

std::string_view Tokenizer::part_stem(std::string_view part, morph::Stem& buffer) noexcept {
  if (part.size() < 16 && std::all_of(part.begin(), part.end(), text::is_ascii_lower)) {
    char padded[32] = {};
    std::memcpy(padded, part.data(), part.size());
    const text::Word word{0, part.size(), padded, static_cast<uint32_t>(part.size()), text::WordKind::word, true};
    SurfaceCache::Hit hit;
    if (cache_.find(word, hit)) {
      if (hit.stem_size == 0) return part;
      std::memcpy(buffer.text, hit.stem + 1, size_t{hit.stem_size} - 1);
      return {buffer.text, size_t{hit.stem_size} - 1};
    }
  }
  return morph::stem_view(part, morph::Mode::search, buffer);
}

void Tokenizer::read(const text::Word& word, Reading& out) const noexcept {
  out.stem = word.view();
  if (word.plain && (options_.stem != StemMode::off || word.kind == text::WordKind::compound)) {
    const std::string_view stem = morph::stem_view(word.view(), morph::Mode::search, out.buffer);
    if (!stem.empty()) out.stem = stem;
  }
  out.parts = has_parts(word, out.stem);
  if (options_.stem == StemMode::off) out.stem = word.view();
}

}  // namespace netra::search
