// Loans in -itas and the adjective they name the quality of: netral netralitas, objektif objektivitas, fleksibel fleksibilitas,
// populer popularitas. The stemmer keeps them apart, as the dictionary does; a search for one asks for the other, as it finds
// kenetralan by netral.
#pragma once

#include <string_view>

#include "morphology/stemmer.hpp"

namespace netra::morph {

// The quality of an adjective of the lexicon, or the adjective of a quality, written to `out`; false when there is none. The
// adjective must be in the lexicon and end as loans from Latin do; a quality that formed a family of its own (aktivitas,
// beraktivitas) is not counted. `key` is a search key.
bool quality_pair(std::string_view key, Stem& out) noexcept;

}  // namespace netra::morph
