// How alike two texts are, by their stemmed words.
#ifndef NETRA_SEARCH_COMPARE_HPP
#define NETRA_SEARCH_COMPARE_HPP

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/poll.hpp"

namespace netra::search {

// 0..1: the share of runs of three stems that two texts have in common (Jaccard). Texts of fewer than three words compare their
// words. Two texts without words are alike when they are the same bytes.
double similarity(std::string_view a, std::string_view b, const text::Poll& poll = {});

// 64-bit simhash over stems and pairs of stems: near-duplicates differ in few bits. Nothing for a text without words.
std::optional<int64_t> fingerprint(std::string_view text, const text::Poll& poll = {});

}  // namespace netra::search

#endif
