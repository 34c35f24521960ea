// The compiled lexicon: shapes shared by the generator (ext/tablegen/lexicon_gen.cpp) and the analyser (stemmer.cpp).
// The tables themselves are written at build time from ext/data/*.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
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
    {"meN", kMeN},     {"meN-kan", kMeNKan}, {"meN-i", kMeNI}, {"ber", kBer},      {"ber-an", kBerAn}, {"ber-kan", kBerKan},
    {"ter", kTer},     {"ke-an", kKeAn},     {"peN", kPeN},    {"peN-an", kPeNAn}, {"pe", kPe},        {"per-an", kPerAn},
    {"per", kPer},     {"per-kan", kPerKan}, {"per-i", kPerI}, {"-an", kAn},       {"se", kSe},        {"ke", kKe},
};

// What a lexicon word is. A word of several tables has the most closed kind and the frames of its root row.
enum Kind : uint8_t {
    kRoot,          // roots.tsv: takes affixes
    kProtected,     // protected.tsv: bare word that only looks affixed
    kFunction,      // function_words.tsv: closed class, takes clitics
    kAcronym,       // acronyms.tsv: never cut
    kException,     // exceptions.tsv: surface with a decided root and key
    kRedup,         // reduplication.tsv: decided hyphenated pair
    kTarget,        // root or key that only another row names
};

// Word class bits follow the letters of roots.tsv.
enum Class : uint8_t { kNoun, kVerb, kAdjective, kAdverb, kNumeral, kBound, kOther };
inline constexpr std::string_view kClassLetters = "nvadmbx";

struct Entry {
    uint32_t frames : 18;
    uint32_t kind : 3;
    uint32_t word_class : 3;
    uint32_t prior : 4;       // 0..9, log2 of the size of the word family
    uint32_t takes_frames : 1;  // has a row in roots.tsv
    uint32_t text_offset : 24;  // into kText, bytes
    uint32_t text_size : 8;
    uint16_t root;            // entry number of the root (root mode)
    uint16_t key;             // entry number of the search key
};

// Double-array trie over the letters a..z (1..26), '-' (27) and end of word (0). A unit holds
// bits 0-4 its label, bit 5 leaf, bits 6-31 the base of its children or, in a leaf, the entry number. A leaf is put as soon as
// one word is left; the rest of that word is compared in kText.
inline constexpr uint32_t kLabelMask = 31;
inline constexpr uint32_t kLeafBit = 32;
inline constexpr unsigned kValueShift = 6;
inline constexpr uint32_t kFreeLabel = 31;
inline constexpr uint8_t kHyphenLetter = 27;
inline constexpr uint8_t kOtherLetter = 30;  // bytes no lexicon word has

extern const uint32_t kUnits[];
extern const Entry kEntries[];
extern const uint32_t kStarts[1024];  // [first letter << 5 | second letter]: bit of each third letter that some word has there
extern const char kText[];
extern const uint32_t kUnitCount;
extern const uint32_t kEntryCount;

inline std::string_view entry_text(const Entry& e) noexcept { return {kText + e.text_offset, e.text_size}; }

}  // namespace netra::morph
