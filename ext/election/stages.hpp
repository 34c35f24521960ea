// The stages of an election that a text names, each with its role, and the one it speaks of most.
#ifndef NETRA_ELECTION_STAGES_HPP
#define NETRA_ELECTION_STAGES_HPP

#include <vector>

#include "election/kinds.hpp"
#include "extract/document.hpp"

namespace netra::election {

struct StageMention {
  extract::Span span;
  const data::Stage* stage;
  data::StageRole role;
  bool situated;  // a cue says that the text stands in this stage
  bool headline;
  double confidence;
};

const char* role_name(data::StageRole role) noexcept;

// The mentions outside boilerplate, in text order.
std::vector<StageMention> find_stages(const extract::Document& document, const Election& election);

// The stage with the greatest weight (ext/data/stage_weights.tsv), or null when none carries enough.
const data::Stage* main_stage(const extract::Document& document, const std::vector<StageMention>& mentions);

}  // namespace netra::election

#endif
