// The gazetteer: every surface form of every table in one automaton over folded atoms. The tables are compiled in by
// ext/tablegen (specs.cpp says which column holds forms and of which kind they are).
#ifndef NETRA_EXTRACT_GAZETTEER_HPP
#define NETRA_EXTRACT_GAZETTEER_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "extract/matches.hpp"
#include "text/atoms.hpp"
#include "text/hash.hpp"

namespace netra::extract {

// Number of a folded word in the vocabulary, 0 when no form holds it; hash as tables::hash_word() gives it. At least seven bytes
// behind the word are zero.
uint16_t symbol_of(std::string_view padded, uint32_t hash) noexcept;

namespace tables {  // generated

enum Shape : uint8_t { any, capital, upper };  // what the first word of the text must look like

struct List {
  uint16_t form;  // its first among forms[]
  Traits kinds;   // of its forms; none: the list is empty
};
struct Edge {  // open addressing; key 0 = free
  uint32_t key;    // node << 16 | symbol
  uint32_t child;
};

extern const char* const vocabulary_text;
extern const uint32_t* const vocabulary_offset;  // word i (1-based) = text[offset[i], offset[i + 1])
extern const uint32_t* const vocabulary_slot;    // open addressing over hash_word: symbol, above it the hash's upper half; 0 = free
extern const uint32_t vocabulary_mask;
// A link leads to the forms that end there, if any do, and on to longer ones, if any go on. Its number is that of a node when it goes on and
// that of a list when it does not. What begins at a word depends on the word's shape: behind the list of a shaped link follow those for
// the other shapes (shape_of()).
inline constexpr uint32_t kEnds = 1u << 31, kGoesOn = 1u << 30, kShaped = 1u << 29, kNumber = kShaped - 1;
extern const uint32_t* const root_child;  // by symbol: the link of a form's first word, 0 = no form begins so
extern const uint64_t* const inner_symbols;  // a bit for each symbol: does it stand behind the first word of any form?
extern const Edge* const edges;
extern const uint32_t edge_mask;
extern const uint32_t* const node_list;  // by node: the number of its list, with kShaped
extern const List* const lists;          // list 0 is empty
extern const Form* const forms;
inline constexpr uint16_t kNoForm = UINT16_MAX;  // more than there are

inline uint32_t hash_word(std::string_view padded) noexcept { return static_cast<uint32_t>(text::hash_padded(padded)); }
constexpr uint32_t hash_edge(uint32_t key) noexcept {
  return static_cast<uint32_t>((key * 0x9E3779B97F4A7C15ull) >> 32);
}

inline uint32_t child_of(uint32_t node, uint16_t symbol) noexcept {  // 0 = none
  if (!(inner_symbols[symbol / 64] >> (symbol % 64) & 1)) return 0;
  const uint32_t key = (node << 16) | symbol;
  for (uint32_t i = hash_edge(key) & edge_mask; edges[i].key != 0; i = (i + 1) & edge_mask)
    if (edges[i].key == key) return edges[i].child;
  return 0;
}

inline bool fits(uint8_t shape, const text::Atom& atom) noexcept {
  return shape == any || atom.is(shape == capital ? text::kCapital : text::kUpper);
}

// Which of a shaped link's lists an atom asks for: a bit for a capital, one for capitals only.
inline constexpr unsigned kShapes = 4;
inline unsigned shape_of(const text::Atom& atom) noexcept { return (atom.is(text::kCapital) ? 1u : 0u) | (atom.is(text::kUpper) ? 2u : 0u); }
constexpr bool fits(Shape shape, unsigned of) noexcept { return shape == any || (of & (shape == capital ? 1u : 2u)) != 0; }

inline void prefetch(uint32_t link) noexcept {
  if (link & kGoesOn)
    __builtin_prefetch(&node_list[link & kNumber]);
  else
    __builtin_prefetch(&lists[link & kNumber]);
}

}  // namespace tables

// The list of the forms that begin at atoms[first], longest first; link: of the first word, tables::root_child.
inline const tables::List& list_at(const text::Atom* atoms, size_t first, size_t count, uint32_t link) noexcept {
  uint32_t found = 0;
  for (size_t i = first; link != 0;) {
    if (link & tables::kEnds) found = link & tables::kGoesOn ? tables::node_list[link & tables::kNumber] : link;
    if (!(link & tables::kGoesOn) || atoms[i].is(text::kClitic)) break;  // "bupatinya" ends a form
    if (++i >= count || atoms[i].symbol == 0) break;
    link = tables::child_of(link & tables::kNumber, atoms[i].symbol);
  }
  return tables::lists[(found & tables::kNumber) + (found & tables::kShaped ? tables::shape_of(atoms[first]) : 0)];
}
inline const tables::List& list_at(const text::Atom* atoms, size_t first, size_t count) noexcept {
  return list_at(atoms, first, count, tables::root_child[atoms[first].symbol]);
}

}  // namespace netra::extract

#endif
