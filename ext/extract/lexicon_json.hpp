// The JSON a lexicon is written in: one array of flat objects whose values are text. Anything else is a fault, with its place.
#ifndef NETRA_EXTRACT_LEXICON_JSON_HPP
#define NETRA_EXTRACT_LEXICON_JSON_HPP

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace netra::extract {

using JsonObject = std::vector<std::pair<std::string, std::string>>;  // in the order written, no key twice

std::vector<JsonObject> read_lexicon_json(std::string_view json, size_t most);  // throws LexiconFault

}  // namespace netra::extract

#endif
