// The gazetteer: every surface form of every table in one automaton over folded atoms. The tables are compiled in by
// ext/tablegen (specs.cpp says which column holds forms and of which kind they are).
#ifndef NETRA_EXTRACT_GAZETTEER_HPP
#define NETRA_EXTRACT_GAZETTEER_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "data/kinds.hpp"
#include "text/atoms.hpp"
#include "text/hash.hpp"

namespace netra::extract {

// A table row whose form covers the atoms [first, last).
struct Match {
  uint32_t first;
  uint32_t last;
  Kind kind;
  uint8_t alternative;  // which of the row's forms, from 0
  uint16_t row;
};
static_assert(sizeof(Match) == 12);

// Number of a folded word in the vocabulary, 0 when no form holds it; hash as tables::hash_word() gives it. At least seven bytes
// behind the word are zero.
uint16_t symbol_of(std::string_view padded, uint32_t hash) noexcept;

// Calls found(last, kind, row, alternative) for every form that begins at atoms[first], shortest first.
template <class Found>
void match_forms(const text::Atom* atoms, size_t first, size_t count, Found&& found);

namespace tables {  // generated

enum Shape : uint8_t { any, capital, upper };  // what the first word of the text must look like

struct Payload {
  uint16_t row;
  Kind kind;
  uint8_t shape;
  uint8_t alternative;
};
struct Edge {  // open addressing; key 0 = free
  uint32_t key;    // node << 16 | symbol
  uint32_t child;
};

extern const char* const vocabulary_text;
extern const uint32_t* const vocabulary_offset;  // word i (1-based) = text[offset[i], offset[i + 1])
extern const uint32_t* const vocabulary_slot;    // open addressing over hash_word: symbol, above it the hash's upper half; 0 = free
extern const uint32_t vocabulary_mask;
// A link to a node: its number, and whether forms end there and whether any goes on.
inline constexpr uint32_t kEnds = 1u << 31, kGoesOn = 1u << 30, kNode = kGoesOn - 1;
extern const uint32_t* const root_child;  // by symbol: the link of a form's first word, 0 = no form begins so
extern const uint64_t* const inner_symbols;  // a bit for each symbol: does it stand behind the first word of any form?
extern const Edge* const edges;
extern const uint32_t edge_mask;
extern const uint32_t* const node_payload;  // payloads of node i = [node_payload[i], node_payload[i + 1])
extern const Payload* const payloads;

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

}  // namespace tables

// link: of the first word, tables::root_child.
template <class Found>
void match_forms(const text::Atom* atoms, size_t first, size_t count, uint32_t link, Found&& found) {
  for (size_t i = first; link != 0;) {
    const uint32_t node = link & tables::kNode;
    if (link & tables::kEnds) {
      for (uint32_t p = tables::node_payload[node]; p < tables::node_payload[node + 1]; ++p) {
        const tables::Payload& payload = tables::payloads[p];
        if (tables::fits(payload.shape, atoms[first])) found(i + 1, payload.kind, payload.row, payload.alternative);
      }
    }
    if (!(link & tables::kGoesOn) || atoms[i].is(text::kClitic)) return;  // "bupatinya" ends a form
    if (++i >= count || atoms[i].symbol == 0) return;
    link = tables::child_of(node, atoms[i].symbol);
  }
}

template <class Found>
void match_forms(const text::Atom* atoms, size_t first, size_t count, Found&& found) {
  match_forms(atoms, first, count, tables::root_child[atoms[first].symbol], found);
}

}  // namespace netra::extract

#endif
