// Who holds which office: every mention of an official, linked to persons of the text.
#ifndef NETRA_EXTRACT_OFFICIALS_HPP
#define NETRA_EXTRACT_OFFICIALS_HPP

#include <deque>
#include <string>

#include "extract/blocks.hpp"
#include "extract/document.hpp"
#include "extract/institutions.hpp"
#include "extract/names.hpp"
#include "extract/record.hpp"
#include "extract/regions.hpp"
#include "extract/roles.hpp"

namespace netra::extract {

// How a mention names its person: role then name, name then role, the role alone, the name (or a pronoun) alone.
enum class Via : uint8_t { role_first, name_first, nameless, coreference };

// A person as the text names him.
struct Named {
  std::string_view name;  // the fullest form in the text, "" when the text names nobody
  const std::string* honorifics = nullptr;  // JSON arrays as written, null when none
  const std::string* degrees = nullptr;
  const data::Rank* rank = nullptr;
};
inline constexpr Named kNobody;

// Who holds which office. A name or pronoun alone means the post of a mention in full. Small: a text may be full of them.
struct Post {
  const Named* named = &kNobody;
  Span acting_span;  // as written at the mention in full
  std::string_view office, institution, unit;
  uint32_t person = 0;  // number of the person in this text, from 1
  RegionRef region;
  data::Acting acting : 4 = data::Acting::none;
  Standing standing : 4 = Standing::menjabat;
  data::OfficeClass office_class = data::OfficeClass::official;
  std::string_view name() const noexcept { return named->name; }
};

// A mention of an official. Small: a text may be full of them.
struct Official {
  Span span;       // role and name, whichever it has
  Span name_span;  // the name within it; empty for a role alone
  const Post* post = nullptr;
  float confidence = 0.9f;
  Via via = Via::role_first;
  bool pronoun = false;
  const Post* operator->() const noexcept { return post; }
};

// In text order. A text may be full of them: no second copy while the list grows.
using Mentions = std::deque<Official>;

// The mentions of a text and what they point to.
struct Officials {
  Blocks<Named> names;
  Blocks<Post> posts;
  Mentions mentions;
};

extern const std::span<const Field<Official>> kOfficialFields;

Officials find_officials(const Document& document, const Regions& regions, const Institutions& institutions,
                         const BareNames& bare_names);

// The mention that stands for the official the article is mainly about: named in the headline, else most spoken of; null when
// there is none.
const Official* principal_official(const Document& document, const Mentions& officials);

}  // namespace netra::extract

#endif
