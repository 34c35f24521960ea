// Texts that read like news as far as the tables reach: sentence patterns filled with the forms of ext/data in any order, as writers
// vary and misuse them. They lead into the branches that hostile bytes never see.
#ifndef NETRA_TESTS_PHRASES_HPP
#define NETRA_TESTS_PHRASES_HPP

#include "support/texts.hpp"

namespace texts {

std::string reportage(uint64_t seed, size_t bytes);  // the same for a seed as long as the tables stay the same

}  // namespace texts

#endif
