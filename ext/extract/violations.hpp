// Neutrality of officials: what is forbidden or demanded, of whom, and whether it is a warning, an allegation or a finding; and
// the sanctions named.
#ifndef NETRA_EXTRACT_VIOLATIONS_HPP
#define NETRA_EXTRACT_VIOLATIONS_HPP

#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/laws.hpp"
#include "extract/record.hpp"
#include "extract/violation_context.hpp"

namespace netra::extract {

enum class Modality : uint8_t { larangan, himbauan, dugaan, terbukti, hipotetis, hukum };

struct ViolationMention {
  Span span;
  const data::Violation* row;
  Modality modality;
  std::string_view actor;
  double confidence;
};

struct SanctionMention {
  Span span;
  std::string_view code;
  Span duration;  // "12 bulan"; empty when none is named
  Span amount;    // "Rp 5 juta"
  std::string law;
  double confidence;
};

// Below it a text has no rows: neutrality is not its subject.
inline constexpr double kTopic = 0.2;

// How far the text is about the neutrality of officials, 0 to 1: data/topic_weights.tsv.
double neutrality_topic(const ViolationContext& context);

// In text order, each (code, modality, actor) once, where it stands first. topic: the text's neutrality_topic().
std::vector<ViolationMention> find_violations(const ViolationContext& context, double topic, const std::vector<Citation>& laws);
std::vector<SanctionMention> find_sanctions(const Document& document, double topic, const std::vector<Citation>& laws);

extern const std::span<const Field<ViolationMention>> kViolationFields;
extern const std::span<const Field<SanctionMention>> kSanctionFields;

}  // namespace netra::extract

#endif
