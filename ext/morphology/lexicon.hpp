// The compiled lexicon: shapes shared by the generator (ext/tablegen/lexicon_gen.cpp) and the analyser.
// The tables themselves are written at build time from ext/data/*.tsv.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace netra::morph {

// Affix frames a root can take; bit i of Entry::frames. Names as in roots.tsv.
enum Frame : uint32_t {
  kMeN = 1u << 0,      // meN-X, di-X
  kMeNKan = 1u << 1,   // meN-X-kan, di-X-kan, ter-X-kan, X-kan
  kMeNI = 1u << 2,     // meN-X-i, di-X-i, ter-X-i
  kBer = 1u << 3,      // ber-X
  kBerAn = 1u << 4,    // ber-X-an
  kBerKan = 1u << 5,   // ber-X-kan
  kTer = 1u << 6,      // ter-X
  kKeAn = 1u << 7,     // ke-X-an
  kPeN = 1u << 8,      // peN-X
  kPeNAn = 1u << 9,    // peN-X-an
  kPe = 1u << 10,      // pe-X without nasal
  kPerAn = 1u << 11,   // per-X-an
  kPer = 1u << 12,     // memper-X, diper-X, per-X
  kPerKan = 1u << 13,  // memper-X-kan
  kPerI = 1u << 14,    // memper-X-i
  kAn = 1u << 15,      // X-an
  kSe = 1u << 16,      // se-X
  kKe = 1u << 17,      // ke-X
};

inline constexpr struct {
  std::string_view name;
  uint32_t bit;
} kFrameNames[] = {
    {"meN", kMeN}, {"meN-kan", kMeNKan}, {"meN-i", kMeNI}, {"ber", kBer},      {"ber-an", kBerAn}, {"ber-kan", kBerKan},
    {"ter", kTer}, {"ke-an", kKeAn},     {"peN", kPeN},    {"peN-an", kPeNAn}, {"pe", kPe},        {"per-an", kPerAn},
    {"per", kPer}, {"per-kan", kPerKan}, {"per-i", kPerI}, {"-an", kAn},       {"se", kSe},        {"ke", kKe},
};

// What a lexicon word is. A word of several tables has the most closed kind and the frames of its root row.
enum Kind : uint8_t {
  kRoot,       // roots.tsv: takes affixes
  kProtected,  // protected.tsv: bare word that only looks affixed
  kFunction,   // function_words.tsv: closed class, takes clitics
  kAcronym,    // acronyms.tsv: never cut
  kException,  // exceptions.tsv: surface with a decided root and key
  kRedup,      // reduplication.tsv: decided hyphenated pair
  kTarget,     // root or key that only another row names
};

// Word class bits follow the letters of roots.tsv.
enum Class : uint8_t { kNoun, kVerb, kAdjective, kAdverb, kNumeral, kBound, kOther };
inline constexpr std::string_view kClassLetters = "nvadmbx";

struct Entry {  // 8 bytes
  uint32_t frames : 18;
  uint32_t kind : 3;
  uint32_t word_class : 3;
  uint32_t prior : 4;         // 0..9, log2 of the size of the word family
  uint32_t takes_frames : 1;  // has a row in roots.tsv
  uint32_t text_offset : 17;  // into kText, bytes
  uint32_t text_size : 6;
  uint32_t decided : 9;  // 1 + place in kDecided of a word whose root or key is another word; 0: both are the word itself
};
static_assert(sizeof(Entry) == 8);
inline constexpr uint32_t kMostText = 1u << 17, kMostTextSize = 1u << 6, kMostDecided = 1u << 9;

struct Decided {  // entry numbers
  uint16_t root;  // of root mode
  uint16_t key;   // of search mode
};

// A word is looked up by its hash: one bit of kFilter says whether any lexicon word may have it (about one stranger in thirteen
// passes); kCells is an open-addressed table of 16 bits of hash and 16 of entry number.
inline constexpr unsigned kFilterBits = 17, kCellBits = 14;
inline constexpr uint32_t kCellCount = 1u << kCellBits;
inline constexpr uint32_t kFreeCell = 0xFFFF;  // as entry number

extern const uint64_t kFilter[size_t{1} << (kFilterBits - 6)];
extern const uint32_t kCells[kCellCount];
extern const Entry kEntries[];  // sorted by text
extern const Decided kDecided[];
extern const char kText[];  // 16 bytes or more of padding at the end
extern const uint32_t kEntryCount;

inline uint64_t load8(const char* p) noexcept {
  uint64_t x;
  std::memcpy(&x, p, 8);
  if constexpr (std::endian::native == std::endian::big) x = __builtin_bswap64(x);
  return x;
}

// Hash of a word from its first eight and next eight letters, little endian, zero after the end.
inline constexpr uint64_t hash(uint64_t first, uint64_t next) noexcept {
  uint64_t x = first ^ (next * 0xC2B2AE3D27D4EB4Fu);
  x ^= x >> 29;
  return x * 0x9E3779B97F4A7C15u;
}
inline constexpr uint64_t filter_bit(uint64_t h) noexcept { return h >> (64 - kFilterBits); }
inline constexpr uint32_t cell(uint64_t h) noexcept { return static_cast<uint32_t>(h >> 32) & (kCellCount - 1); }
inline constexpr uint32_t mark(uint64_t h) noexcept { return static_cast<uint32_t>(h) & 0xFFFF0000u; }

inline std::string_view entry_text(const Entry& e) noexcept { return {kText + e.text_offset, e.text_size}; }
inline uint16_t root_of(uint16_t entry) noexcept {
  const uint32_t d = kEntries[entry].decided;
  return d == 0 ? entry : kDecided[d - 1].root;
}
inline uint16_t key_of(uint16_t entry) noexcept {
  const uint32_t d = kEntries[entry].decided;
  return d == 0 ? entry : kDecided[d - 1].key;
}

}  // namespace netra::morph
