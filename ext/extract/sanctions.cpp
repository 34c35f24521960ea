#include <algorithm>

#include "extract/hits.hpp"
#include "extract/reading.hpp"
#include "extract/violations.hpp"

namespace netra::extract {

namespace {

constexpr double kTopicOfSanctions = 0.12;  // a sanction says more than a word in passing: less will do than for a breach
constexpr uint32_t kDetail = 12;  // atoms behind a sanction in which its length and amount stand

Cell span_cell(Span span, const Document& d) { return span.empty() ? Cell() : Cell::of(d.surface(span)); }

constexpr Field<SanctionMention> kSanctions[] = {
    {"code", "TEXT", [](const SanctionMention& r, const Document&) { return Cell::of(r.code); }},
    {"duration", "TEXT", [](const SanctionMention& r, const Document& d) { return span_cell(r.duration, d); }},
    {"amount", "TEXT", [](const SanctionMention& r, const Document& d) { return span_cell(r.amount, d); }},
    {"law", "TEXT", [](const SanctionMention& r, const Document&) { return Cell::or_null(r.law); }},
    {"surface", "TEXT", surface_of<SanctionMention>},
    {"start", "INTEGER", start_of<SanctionMention>},
    {"length", "INTEGER", length_of<SanctionMention>},
    {"confidence", "REAL", confidence_of<SanctionMention>},
};

bool time_unit(const Document& d, uint32_t i) { return is_one_of(d, i, "bulan", "tahun", "hari", "minggu", "pekan"); }

// "12 bulan", "enam bulan", "satu tahun": number and unit that begin at atom i.
uint32_t duration_end(const Document& d, uint32_t i) {
  if (!d.atom(i).number() && !(d.atom(i).word() && number_word(d, i))) return i;
  return time_unit(d, i + 1) ? i + 2 : i;
}

// "Rp 5 juta", "Rp600.000,00", "25 persen"
uint32_t amount_end(const Document& d, uint32_t i) {
  const bool rupiah = is_word(d, i, "rp");
  uint32_t k = rupiah ? i + 1 : i;
  if (rupiah && d.mark(k, '.')) ++k;
  if (k >= d.size() || !d.atom(k).number()) return i;
  ++k;
  while (k + 1 < d.size() && (d.mark(k, '.') || d.mark(k, ',')) && glued(d, k + 1) && d.atom(k + 1).number()) k += 2;
  if (is_one_of(d, k, "ribu", "juta", "miliar")) return rupiah || is_word(d, k + 1, "rupiah") ? k + 1 + is_word(d, k + 1, "rupiah") : i;
  if (!rupiah && (is_word(d, k, "persen") || d.mark(k, '%'))) return k + 1;
  return rupiah ? k : i;
}

}  // namespace

const std::span<const Field<SanctionMention>> kSanctionFields = kSanctions;

std::vector<SanctionMention> find_sanctions(const Document& d, double topic, const std::vector<Citation>& laws) {
  std::vector<SanctionMention> out;
  if (topic < kTopicOfSanctions) return out;
  Hits hits(d, trait(Kind::sanction));
  for (uint32_t i = hits.next(0); i < d.size(); i = hits.next(i)) {
    if (d.is(i, text::kBoilerplate)) {
      ++i;
      continue;
    }
    const auto m = d.match(i, Kind::sanction);
    SanctionMention mention{{i, m->last}, data::sanctions[m->row].code, {}, {}, {}, 0.8};
    const Span sentence = d.sentence(d.sentence_of(i));
    for (uint32_t k = m->last; k < std::min(sentence.last, m->last + kDetail); ++k) {
      if (d.match(k, Kind::sanction)) break;
      if (const uint32_t end = duration_end(d, k); mention.duration.empty() && end > k) mention.duration = {k, end};
      if (const uint32_t end = amount_end(d, k); mention.amount.empty() && end > k) mention.amount = {k, end};
    }
    for (uint32_t back = 2; mention.duration.empty() && back <= 3 && i >= sentence.first + back; ++back)  // "tiga bulan penjara"
      if (const uint32_t end = duration_end(d, i - back); end > i - back && end + 1 >= i) mention.duration = {i - back, end};
    const auto law = std::lower_bound(laws.begin(), laws.end(), sentence.first, [](const Citation& c, uint32_t atom) { return c.span.first < atom; });
    if (law != laws.end() && law->span.first < sentence.last) mention.law = law->text();
    out.push_back(std::move(mention));
    i = m->last;
  }
  return out;
}

}  // namespace netra::extract
