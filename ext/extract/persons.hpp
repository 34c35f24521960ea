// Which mentions of officials are one person (persons.cpp).
#ifndef NETRA_EXTRACT_PERSONS_HPP
#define NETRA_EXTRACT_PERSONS_HPP

#include "extract/person_index.hpp"

namespace netra::extract {

// Of mentions that have a role, in the order of their roles, and of the persons of those that have a name as well: resolves roles
// without names against these persons, numbers those whom nobody names and adds the bare names and pronouns that go back to them.
// found.posts[i] and roles[i] belong to found.mentions[i].
void link_persons(const Document& document, const Regions& regions, PersonIndex& persons, Blocks<RoleMarks> roles, Officials& found);

}  // namespace netra::extract

#endif
