#include "extract/grammar.hpp"

namespace netra::extract {

std::optional<Match> cue_of(Matches matches, data::CueClass wanted) noexcept {
  for (const Match m : matches)
    if (m.kind == Kind::cue && data::cues[m.row].cue_class == wanted) return m;
  return std::nullopt;
}

std::optional<Match> cue_before(const Document& d, uint32_t i, data::CueClass wanted) noexcept {
  for (uint32_t back = 1; back <= 4 && back <= i; ++back) {
    if (!d.begins(i - back, Kind::cue)) continue;
    for (const Match m : d.matches(i - back))
      if (m.kind == Kind::cue && m.last == i && data::cues[m.row].cue_class == wanted) return m;
  }
  return std::nullopt;
}

std::string_view plain_text(const Document& d, Span span) {
  if (span.empty()) return {};
  uint32_t plain = span.first + 1;
  for (; plain < span.last; ++plain) {
    const uint32_t end = d.atom(plain - 1).end(), start = d.atom(plain).start;
    if (spaced(d, plain) ? start != end + 1 || d.text()[end] != ' ' : start != end) break;
  }
  if (plain == span.last) return d.surface(span);
  std::string out;
  for (uint32_t i = span.first; i < span.last; ++i) {
    if (i > span.first && spaced(d, i)) out += ' ';
    out += d.bytes(i);
  }
  return d.keep(std::move(out));
}

}  // namespace netra::extract
