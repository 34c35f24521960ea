// Who holds which office: every mention of an official, linked to persons of the text.
#ifndef NETRA_EXTRACT_OFFICIALS_HPP
#define NETRA_EXTRACT_OFFICIALS_HPP

#include <string>
#include <vector>

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

// Who holds which office. A name or pronoun alone means the post of a mention in full.
struct Post {
  std::string_view name;  // the person's fullest form in the text, "" when the text names nobody
  const std::string* honorifics = nullptr;  // JSON arrays as written, null when none
  const std::string* degrees = nullptr;
  const data::Rank* rank = nullptr;
  Span acting_span;  // as written at the mention in full
  std::string_view office, institution, unit;
  const Region* region = nullptr;
  uint32_t person = 0;  // number of the person in this text, from 1
  data::Acting acting = data::Acting::none;
  Standing standing = Standing::menjabat;
  data::OfficeClass office_class = data::OfficeClass::official;
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

// The mentions of a text, in text order, and their posts.
struct Officials {
  Blocks<Post> posts;
  std::vector<Official> mentions;
};

extern const std::span<const Field<Official>> kOfficialFields;

Officials find_officials(const Document& document, const Regions& regions, const Institutions& institutions,
                         const BareNames& bare_names);

// The mention that stands for the official the article is mainly about: named in the headline, else most spoken of; null when
// there is none.
const Official* principal_official(const Document& document, const std::vector<Official>& officials);

// persons.cpp: numbers the persons of the mentions that have a name or a role, resolves roles without names against them and adds
// the bare names and pronouns that go back to them. posts[i] and roles[i] belong to mentions[i].
Officials link_persons(const Document& document, const Regions& regions, Officials officials, std::vector<RoleMarks> roles);

}  // namespace netra::extract

#endif
