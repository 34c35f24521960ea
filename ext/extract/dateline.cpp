#include "extract/dateline.hpp"

namespace netra::extract {

namespace {

constexpr Field<Dateline> kFields[] = {
    {"place", "TEXT", [](const Dateline& d, const Document&) { return Cell::or_null(d.place); }},
    {"region_code", "TEXT", [](const Dateline& d, const Document&) { return d.region ? Cell::of(d.region->code) : Cell(); }},
    {"outlet", "TEXT", [](const Dateline& d, const Document&) { return Cell::or_null(d.outlet); }},
};

// Atoms of the first dateline part.
Span dateline_atoms(const Document& d) {
  for (const Part& part : d.parts()) {
    if (part.kind != data::PartKind::dateline) continue;
    Span span;
    while (span.first < d.size() && d.atom(span.first).start < part.start) ++span.first;
    for (span.last = span.first; span.last < d.size() && d.atom(span.last).start < part.start + part.length;) ++span.last;
    return span;
  }
  return {};
}

// A piece between commas, brackets and dashes; a blank ends it too when a web address stands before it ("Kabar.id Pamekasan||").
uint32_t piece_end(const Document& d, uint32_t i, uint32_t last, bool& address) {
  address = false;
  for (const uint32_t first = i; i < last; ++i) {
    const text::Atom& atom = d.atom(i);
    if (i > first && address && atom.is(text::kSpaceBefore)) break;
    if (!atom.punct()) continue;
    const bool glued = d.mark(i, '.') && !atom.is(text::kSpaceBefore) && i + 1 < last && !d.is(i + 1, text::kSpaceBefore) && d.atom(i + 1).word();
    if (!glued) break;
    address = true;
  }
  return i;
}

}  // namespace

const std::span<const Field<Dateline>> kDatelineFields = kFields;

bool find_dateline(const Document& d, const Regions& regions, Dateline& dateline) {
  const Span span = dateline_atoms(d);
  if (span.empty()) return false;
  dateline = {};
  for (uint32_t i = span.first; i < span.last;) {
    if (d.atom(i).punct()) {
      ++i;
      continue;
    }
    bool address = false;
    const uint32_t end = piece_end(d, i, span.last, address);
    const auto piece = d.surface({i, end});
    const bool bracketed = i > span.first && d.mark(i - 1, '(');
    const RegionCandidates named = regions.candidates(i);
    if (address || (bracketed && named.last == 0)) {
      if (dateline.outlet.empty()) dateline.outlet = piece;
    } else if (dateline.place.empty()) {
      dateline.place = piece;
      dateline.region = named.last == end ? regions.dateline() : nullptr;
    } else if (named.last == 0 && dateline.outlet.empty()) {
      dateline.outlet = piece;  // "JAKARTA, NUSA KABAR -"
    }
    i = end;
  }
  return true;
}

}  // namespace netra::extract
