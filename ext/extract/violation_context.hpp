// What the grammar of violations asks of a text: who is bound to be neutral and where, which cues stand in a sentence and what
// they say there. Read once per text.
#ifndef NETRA_EXTRACT_VIOLATION_CONTEXT_HPP
#define NETRA_EXTRACT_VIOLATION_CONTEXT_HPP

#include <array>
#include <string_view>
#include <vector>

#include "extract/document.hpp"

namespace netra::extract {

struct ActorMention {
  uint32_t first, last;
  std::string_view actor;
  bool weak;  // names an actor only when no other stands in the sentence
};

inline constexpr uint32_t kFar = UINT32_MAX;  // no cue

class ViolationContext {
 public:
  explicit ViolationContext(const Document& document);

  const Document& document() const noexcept { return d_; }
  std::span<const ActorMention> actors() const noexcept { return actors_; }
  // Index of the first actor that begins at or behind an atom.
  size_t actor_from(uint32_t atom) const noexcept;
  const ActorMention* actor_in(Span span) const noexcept;  // the first one, or null
  // Index of the last actor before index `count` that is no weak one, or actors().size().
  size_t strong_before(size_t count) const noexcept { return strong_before_[count]; }

  std::span<const uint32_t> cues(data::ViolationRole role) const noexcept {
    const auto r = static_cast<size_t>(role);
    return std::span(cues_).subspan(first_[r], first_[r + 1] - first_[r]);
  }
  bool has(data::ViolationRole role, Span span) const noexcept { return next(role, span.first) < span.last; }
  uint32_t next(data::ViolationRole role, uint32_t atom) const noexcept;      // the first one from the atom on, or kFar
  uint32_t previous(data::ViolationRole role, uint32_t atom) const noexcept;  // the last one before it, or kFar
  // Is the role of a cue in the headline?
  bool headline(data::ViolationRole role) const noexcept { return headline_[static_cast<size_t>(role)]; }

  Span sentence(uint32_t atom) const noexcept { return d_.sentence(d_.sentence_of(atom)); }

 private:
  using Role = data::ViolationRole;
  static constexpr size_t kRoles = 13;

  void read_cues();
  void read_actors();
  struct Cue {
    Role role;
    uint32_t atom;
  };
  void file(std::span<const Cue> cues);
  Role turned(Role role, uint32_t first, uint32_t last, Span sentence) const;
  bool near_before(Role role, uint32_t atom, uint32_t begin, uint32_t reach) const noexcept;
  bool supposed(uint32_t first, Span sentence) const;

  const Document& d_;
  std::vector<ActorMention> actors_;
  std::vector<size_t> strong_before_;
  std::vector<uint32_t> cues_;  // where they stand, one role after the other
  std::array<uint32_t, kRoles + 1> first_{};
  std::array<bool, kRoles> headline_{};
};

}  // namespace netra::extract

#endif
