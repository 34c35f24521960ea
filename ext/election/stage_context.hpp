// What stands around the wordings of stages: the classes of cues at an atom and, computed once per text, in each sentence.
#ifndef NETRA_ELECTION_STAGE_CONTEXT_HPP
#define NETRA_ELECTION_STAGE_CONTEXT_HPP

#include <cstdint>
#include <vector>

#include "election/stages.hpp"

namespace netra::election {

using CueSet = uint64_t;

constexpr CueSet cue(data::StageCueClass c) noexcept { return CueSet{1} << static_cast<unsigned>(c); }
inline constexpr CueSet kKindWord = CueSet{1} << 62;  // a word for an election begins here
inline constexpr CueSet kMonth = CueSet{1} << 61;

class StageContext {
 public:
  StageContext(const extract::Document& document, const Election& election);

  const extract::Document& document() const noexcept { return d_; }
  const Election& election() const noexcept { return election_; }
  CueSet at(uint32_t atom) const noexcept;  // none at an atom of boilerplate
  bool has(uint32_t atom, data::StageCueClass c) const noexcept { return (at(atom) & cue(c)) != 0; }
  CueSet sentence(uint32_t atom) const noexcept { return sentence_cues_[d_.sentence_of(atom)]; }
  CueSet around(uint32_t atom) const noexcept;  // the sentence and those beside it

 private:
  const extract::Document& d_;
  const Election& election_;
  std::vector<CueSet> sentence_cues_;
};

// A mention before and while its role is found.
struct StageCandidate {
  extract::Span span;
  const data::StageForm* form;
  const data::Stage* stage;
  data::StageRole role;
  bool situated = false;
  bool period = false;     // "masa", "tahapan" belongs to it
  bool inherited = false;  // the object was named further up
};

// stage_roles.cpp
void find_roles(const StageContext& context, std::vector<StageCandidate>& mentions);

}  // namespace netra::election

#endif
