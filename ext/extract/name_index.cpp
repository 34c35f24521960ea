#include "extract/name_index.hpp"

#include <algorithm>

#include "extract/grammar.hpp"
#include "extract/hits.hpp"

namespace netra::extract {

using data::CueClass;

namespace {

constexpr uint32_t kShortBody = 12;  // words of an article too short to tell a headline's names from its verbs

}  // namespace

void NameIndex::read(const Blocks<Role>& roles) {
  size_t role = 0;
  constexpr Traits kOpens = kCapitalTrait | traits(Kind::rank, Kind::honorific);
  Hits hits(d_, kOpens, &regions_.beginnings(), &institutions_.beginnings());
  for (uint32_t i = 0; i < d_.size();) {
    while (role < roles.size() && roles[role].span.last <= i) ++role;
    if (role < roles.size() && roles[role].span.first <= i) {
      i = roles[role].span.last;
      if (const RegionMention* within = i > 0 ? regions_.at(i - 1) : nullptr; within && within->span.last > i)
        i = within->span.last;
      continue;
    }
    // most words: no name begins with them, and nothing that holds one
    const uint32_t end = role < roles.size() ? roles[role].span.first : d_.size();
    i = std::min(hits.next(i), end);
    if (i == end) continue;
    const Institution* body = institutions_.at(i);
    if (body && body->name_span.last - i > 1) {
      i = body->name_span.last;
      continue;
    }
    const RegionMention* region = regions_.at(i);
    Name name;
    if (region && region->basis == RegionBasis::level) {  // "Kabupaten Alor"
      i = std::max(i + 1, region->span.last);
      continue;
    }
    if (d_.is(i, text::kBoilerplate) || !read_name(d_, i, name)) {
      ++i;
      continue;
    }
    if (region && region->span.last >= name.span.last) {
      i = region->span.last;
      continue;
    }
    // a name does not run into the next role or into "Kabupaten Ende"
    if ((role < roles.size() && name.span.last > roles[role].span.first) || holds_region(name.span)) {
      ++i;
      continue;
    }
    keep(name);
    first_.add(name.first);
    last_.add(name.last);
    i = std::max(i + 1, name.last);
  }
}

bool NameIndex::holds_region(Span span) const {
  for (uint32_t k = span.first + 1; k < span.last; ++k)
    if (const RegionMention* m = regions_.at(k); m && m->basis == RegionBasis::level && m->span.last > k + 1) return true;
  return false;
}

int NameIndex::keep(const Name& name) {
  const int index = static_cast<int>(names_.size());
  names_.push_back({name.span, name.first, name.last, static_cast<uint32_t>(titles_.size()), static_cast<uint8_t>(name.honorifics.size()),
                    static_cast<uint8_t>(name.degrees.size()), name.rank});
  titles_.insert(titles_.end(), name.honorifics.begin(), name.honorifics.end());
  titles_.insert(titles_.end(), name.degrees.begin(), name.degrees.end());
  used_.push_back(false);
  return index;
}

int NameIndex::keep_small(const Name& name) {
  return small_first_[name.first] = small_last_[name.last] = keep(name);
}

int NameIndex::headline_name(const Role& role, int index) {
  if (!d_.is(role.span.first, text::kHeadline)) return index;
  KeptName& name = names_[static_cast<size_t>(index)];
  uint32_t k = name.span.first;
  while (k < name.span.last &&
         (!d_.atom(k).word() || body_token(k) || (d_.atom(k).symbol == 0 && !lexicon_word(d_, k) && in_body(k))))
    ++k;
  if (k == name.span.first) return -1;
  if (k < name.span.last) name.span.last = name.last = k, name.degrees = 0;
  return index;
}

bool NameIndex::in_body(uint32_t i) {
  if (!body_read_) {
    body_read_ = true;
    uint32_t words = 0;
    for (uint32_t k = 0; k < d_.size(); ++k) {
      d_.poll();
      if (d_.is(k, text::kHeadline) || d_.is(k, text::kBoilerplate) || !d_.atom(k).word()) continue;
      if (capital(d_, k) || d_.atom(k).symbol == 0) body_words_.add(word_key(d_, k));
      ++words;
    }
    short_body_ = words < kShortBody;
  }
  return short_body_ || body_words_.has(word_key(d_, i));
}

bool NameIndex::all_names(const KeptName& name) const {
  for (uint32_t k = name.span.first; k < name.span.last; ++k)
    if (d_.atom(k).word() && !body_token(k) && (d_.atom(k).symbol != 0 || lexicon_word(d_, k))) return false;
  return true;
}

bool NameIndex::all_common(const KeptName& name) const {
  if (name.titled()) return false;
  for (uint32_t k = name.span.first; k < name.span.last; ++k)
    if (d_.atom(k).word() && !lexicon_word(d_, k)) return false;
  return true;
}

bool NameIndex::plausible(const KeptName& name) const {
  if (name.span.first > 0 && !d_.is(name.span.first, text::kNewlineBefore) && cue_before(d_, name.first, CueClass::site))
    return false;
  for (uint32_t k = name.span.first; k < name.span.last; ++k)
    if (const RegionMention* m = regions_.at(k); m && m->span.last == name.span.last && m->span.first == name.span.first)
      return false;
  if (name.span.last - name.span.first == 1 && !name.titled() && lexicon_word(d_, name.span.first)) return false;
  if (all_common(name))  // "ASN dan Pendamping Desa, Pejabat Bupati ..."
    for (uint32_t k = name.span.first; k < name.span.last; ++k)
      if (d_.match(k, Kind::unit) || cue_at(d_, k, CueClass::site)) return false;
  bool stranger = name.titled();
  for (uint32_t k = name.span.first; k < name.span.last; ++k) stranger = stranger || !d_.match(k, Kind::unit);
  return stranger;
}

bool NameIndex::body_token(uint32_t i) const { return used_words_.has(word_key(d_, i)); }

void NameIndex::use(int index) {
  const auto n = static_cast<size_t>(index);
  if (used_[n]) return;
  used_[n] = true;
  const Span span = names_[n].span;
  if (d_.is(span.first, text::kHeadline)) return;
  for (uint32_t k = span.first; k < span.last; ++k) used_words_.add(word_key(d_, k));
}

}  // namespace netra::extract
