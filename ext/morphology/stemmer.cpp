#include "morphology/stemmer.hpp"

#include <cstring>

#include "morphology/affixes.hpp"
#include "morphology/lexicon.hpp"

namespace netra::morph {
namespace {

// ---- letters -------------------------------------------------------------------------------------------------------------------

constexpr uint8_t letter(char c) { return static_cast<uint8_t>(c - 'a' + 1); }

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
constexpr bool is_consonant(char c) { return c >= 'a' && c <= 'z' && !is_vowel(c); }

// A word of at most kMaxWord bytes, followed by 16 bytes or more of '~', which is no letter of any lexicon word.
struct Text {
    static constexpr int kPad = 16;
    static constexpr char kPadByte = '~';
    static_assert((kPadByte & 31) == kOtherLetter);
    char c[kMaxWord + kPad];
    uint8_t code[kMaxWord + kPad];
    int size = 0;
    bool hyphen = false;  // has a hyphen
    bool other = false;   // has bytes other than a-z and hyphens

    void assign(std::string_view w) noexcept {
        size = static_cast<int>(w.size());
        hyphen = other = false;
        if (size <= 16) {
            std::memset(c, kPadByte, 32);
            std::memset(code, kOtherLetter, 32);
            copy_to_16(c, w.data(), size);
        } else {
            std::memset(c, kPadByte, sizeof c);
            std::memset(code, kOtherLetter, sizeof code);
            std::memcpy(c, w.data(), w.size());
        }
        uint64_t strange = 0;
        for (int b = 0; b * 8 < size; ++b) {
            constexpr uint64_t kOnes = 0x0101010101010101u, kHigh = 0x8080808080808080u;
            uint64_t x;
            std::memcpy(&x, c + b * 8, 8);
            // a byte is a letter when adding 0x1f reaches 0x80 ('a' or more) and adding 5 does not ('z' or less)
            const uint64_t low = x & ~kHigh;
            const uint64_t letters = (low + 0x1f * kOnes) & ~(low + 0x05 * kOnes) & ~x & kHigh;
            const int valid = size - b * 8;  // bytes of the word in this block
            const uint64_t inside = valid >= 8 ? kHigh : kHigh >> (64 - 8 * valid);
            strange |= ~letters & inside;
            const uint64_t codes = x & (31 * kOnes);
            std::memcpy(code + b * 8, &codes, 8);
        }
        if (strange != 0) classify();
    }
    bool at(int p, const char* s, int n) const noexcept { return std::memcmp(c + p, s, static_cast<size_t>(n)) == 0; }

private:
    static void copy_to_16(char* to, const char* from, int n) noexcept {  // by overlapping loads
        if (n >= 8) {
            uint64_t a, b;
            std::memcpy(&a, from, 8);
            std::memcpy(&b, from + n - 8, 8);
            std::memcpy(to, &a, 8);
            std::memcpy(to + n - 8, &b, 8);
        } else if (n >= 4) {
            uint32_t a, b;
            std::memcpy(&a, from, 4);
            std::memcpy(&b, from + n - 4, 4);
            std::memcpy(to, &a, 4);
            std::memcpy(to + n - 4, &b, 4);
        } else {
            for (int i = 0; i < n; ++i) to[i] = from[i];
        }
    }
    void classify() noexcept {
        for (int i = 0; i < size; ++i) {
            if (c[i] == '-') {
                code[i] = kHyphenLetter;
                hyphen = true;
            } else if (c[i] < 'a' || c[i] > 'z') {
                code[i] = kOtherLetter;
                other = true;
            }
        }
    }
};

// ---- trie ----------------------------------------------------------------------------------------------------------------------

// Follows `inject` (a letter number, or 0) and then the word from `pos`; calls hit(entry, end) for every lexicon word that ends
// at a position whose bit (end - 1) is set in `ends`.
template <class Hit>
inline void walk(const Text& w, int pos, uint8_t inject, uint64_t ends, Hit&& hit) noexcept {
    uint32_t base = kUnits[0] >> kValueShift;
    int depth = 0;
    const auto leaf = [&](uint32_t unit) {
        const Entry& e = kEntries[unit >> kValueShift];
        const int rest = static_cast<int>(e.text_size) - depth;
        const int end = pos + rest;
        if (end > w.size || end == 0 || ((ends >> (end - 1)) & 1) == 0) return;
        const char* text = kText + e.text_offset + depth;
        for (int i = 0; i < rest; ++i)
            if (text[i] != w.c[pos + i]) return;  // usually the first letter decides
        hit(static_cast<uint16_t>(unit >> kValueShift), end);
    };
    if (inject != 0) {
        const uint32_t unit = kUnits[base + inject];
        if ((unit & kLabelMask) != inject) return;
        ++depth;
        if ((unit & kLeafBit) != 0) return leaf(unit);
        base = unit >> kValueShift;
    }
    for (;;) {
        if (pos > 0 && ((ends >> (pos - 1)) & 1) != 0) {
            const uint32_t unit = kUnits[base];
            if ((unit & kLabelMask) == 0) hit(static_cast<uint16_t>(unit >> kValueShift), pos);
            if ((ends >> (pos - 1)) == 1) return;  // no later end
        }
        const uint8_t code = w.code[pos];
        const uint32_t unit = kUnits[base + code];
        if ((unit & kLabelMask) != code) return;
        ++pos;
        ++depth;
        if ((unit & kLeafBit) != 0) return leaf(unit);
        base = unit >> kValueShift;
    }
}

// False when no lexicon word begins with the three letters after `inject` at `pos`.
inline bool may_start(const Text& w, int pos, uint8_t inject) noexcept {
    const uint32_t a = inject != 0 ? inject : w.code[pos++];
    return (kStarts[a << 5 | w.code[pos]] >> w.code[pos + 1] & 1) != 0;
}

constexpr int kNoEntry = -1;

// Lexicon words that w begins with, shortest first.
struct Beginnings {
    static constexpr int kMost = 8;
    struct {
        uint16_t entry;
        uint8_t end;
    } list[kMost];
    int size = 0;
};

// Entry of the whole word; notes what it begins with on the way.
int find_beginnings(const Text& w, Beginnings& b) noexcept {
    int found = kNoEntry;
    walk(w, 0, 0, ~uint64_t{0} >> (64 - w.size), [&](uint16_t e, int end) {
        if (end == w.size) found = e;
        if (b.size < Beginnings::kMost) b.list[b.size++] = {e, static_cast<uint8_t>(end)};
    });
    return found;
}

// Entry of a whole word, hyphens included.
int find_word(const Text& w) noexcept {
    int found = kNoEntry;
    if (w.size == 0) return found;
    walk(w, 0, 0, uint64_t{1} << (w.size - 1), [&](uint16_t e, int) { found = e; });
    return found;
}

constexpr int vowels(std::string_view text) noexcept {
    int n = 0;
    for (char c : text) n += is_vowel(c);
    return n;
}

// ---- candidates ----------------------------------------------------------------------------------------------------------------

enum Outer : uint8_t { oNone, oPreposition, oKu, oKau, oLong, oPartial };
enum Poss : uint8_t { pNone, pKu, pMu, pNya };
enum Particle : uint8_t { aNone, aLah, aKah, aPun };
constexpr std::string_view kPossText[] = {"", "ku", "mu", "nya"};
constexpr std::string_view kParticleText[] = {"", "lah", "kah", "pun"};

struct Tail {
    uint8_t end, suffix, poss, particle;
    int cost;
};

struct Candidate {
    int cost = 0;
    int entry = kNoEntry;  // kNoEntry: a root the lexicon does not know, text [start, end) after `inject`
    uint8_t chain = cNone, suffix = kNoSuffix, poss = pNone, particle = aNone, outer = oNone;
    uint8_t outer_size = 0;  // bytes of a long prefix
    uint8_t start = 0, end = 0, inject = 0;
    bool licensed = true;
};

int tail_cost(uint8_t suffix, uint8_t poss, uint8_t particle) noexcept {
    constexpr int kSuffixCost[kSuffixCount] = {0, kSuffixI, kSuffixKan, kSuffixKan, kSuffixDoubleAn};
    return kSuffixCost[suffix] + (poss == pNya ? kCliticNya : poss != pNone ? kCliticKuMu : 0) + (particle != aNone ? kParticle : 0);
}

int text_size(const Candidate& c) noexcept {
    return c.entry == kNoEntry ? c.end - c.start + (c.inject != 0) : kEntries[c.entry].text_size;
}

// Total order: cost, then the longer root, then fewer and earlier prefixes, then the root's place in the lexicon.
bool better(const Candidate& a, const Candidate& b) noexcept {
    if (a.cost != b.cost) return a.cost < b.cost;
    const int as = text_size(a), bs = text_size(b);
    if (as != bs) return as > bs;
    if (a.chain != b.chain) return a.chain < b.chain;
    if (a.entry != b.entry) return a.entry < b.entry;
    if (a.outer != b.outer) return a.outer < b.outer;
    if (a.suffix != b.suffix) return a.suffix < b.suffix;
    return a.start < b.start;
}

// The N best candidates, in order.
template <int N>
struct Ranked {
    Candidate list[N];
    int size = 0;

    void add(const Candidate& c) noexcept {
        if (size == N && !better(c, list[N - 1])) return;
        int i = size < N ? size++ : N - 1;
        for (; i > 0 && better(c, list[i - 1]); --i) list[i] = list[i - 1];
        list[i] = c;
    }
    bool full_below(int cost) const noexcept { return size == N && list[N - 1].cost < cost; }
};
template <>
struct Ranked<1> {
    Candidate list[1];
    int size = 0;
    void add(const Candidate& c) noexcept {
        if (size == 0 || better(c, list[0])) {
            list[0] = c;
            size = 1;
        }
    }
    bool full_below(int cost) const noexcept { return size == 1 && list[0].cost < cost; }
};

// Cost of reading an entry under a chain and suffix, without tail and recoding; -1 when the pair does not exist.
int reading_cost(const Entry& e, uint8_t chain, uint8_t suffix, uint8_t outer, bool& licensed) noexcept {
    const Chain& ch = kChains[chain];
    int cost = ch.count * kAffixCost + (ch.count > 1 ? kInnerPrefix : 0);
    const bool bare = chain == cNone && suffix == kNoSuffix;
    licensed = true;
    if (!bare) {
        if (!e.takes_frames) {
            // function words, exceptions and acronyms take clitics and outer prefixes only
            if (e.kind == kAcronym || e.kind == kRedup) return -1;
            if (e.kind == kFunction || e.kind == kException) return -1;
            cost += kProtectedRoot;
        }
        const Cell* cell_of = &ch.cell[suffix == kSufAnAn ? static_cast<uint8_t>(kSufAn) : suffix];
        if (cell_of->penalty == kNever) {
            // one k for two: menunjukan
            if (suffix != kSufAn || kText[e.text_offset + e.text_size - 1] != 'k' || ch.cell[kSufKan].penalty == kNever) return -1;
            cell_of = &ch.cell[kSufKan];
            cost += kSharedK;
        }
        const Cell& cell = *cell_of;
        if ((e.frames & cell.need) == 0) {
            licensed = false;
            const bool of_class = ((cell.classes >> e.word_class) & 1) != 0;
            const bool near = (e.frames & cell.near) != 0;
            if (near)
                cost += kNearFrame;
            else if (of_class)
                cost += kClassFrame;
            else
                cost += cell.penalty;
        }
    } else if (outer == oKu || outer == oKau) {
        if (!e.takes_frames) return -1;
        if ((e.frames & kAnyMeN) == 0) return -1;
    } else if (outer == oPreposition) {
        if (e.kind == kAcronym && e.text_size < 5) return -1;
        if (e.takes_frames && e.kind != kFunction) return -1;  // di- + root is the passive reading, with the same key
    }
    const int prior = e.takes_frames ? e.prior : e.kind == kFunction || e.kind == kException ? kClosedPrior : 3;
    cost += (9 - prior) * kPriorUnit;
    if (!bare || outer != oNone) {
        const int prefixes = ch.count + (outer != oNone ? 1 : 0);
        if (e.text_size == 3) cost += ch.count == 0 && !licensed ? kBareSuffixOf3 : kRootOf3;
        if (e.text_size == 2) cost += kRootOf2;
        if (e.text_size < 4 && prefixes >= 2 && !licensed) cost += kShortUnderTwo;
    }
    return cost;
}

// ---- the walk over prefixes ----------------------------------------------------------------------------------------------------

struct State {
    uint8_t pos, chain, inject, outer, outer_size;
    int cost;  // recoding, outer prefix
    bool one_syllable;  // after menge-, penge-: only roots of one syllable
};

constexpr int kMaxStates = 64;

struct FollowTable {
    uint8_t to[cChainCount][sStepCount];
};
constexpr FollowTable make_follow() {
    FollowTable t{};
    for (auto& row : t.to)
        for (auto& cell : row) cell = cStop;
    for (const Follow& f : kFollows) t.to[f.from][f.step] = f.to;
    return t;
}
constexpr FollowTable kFollow = make_follow();

template <int N>
class Analyser {
public:
    explicit Analyser(const Text& w, bool inner_nasal = false) noexcept : w_(w), inner_nasal_(inner_nasal) { make_tails(); }

    Ranked<N> ranked;
    int exact = kNoEntry;  // entry of the whole word

    // The derivations that need no prefix, with the whole word itself.
    void bare() noexcept {
        Beginnings b;
        find_beginnings(w_, b);
        bare(b);
    }
    void bare(const Beginnings& b) noexcept {
        for (int i = 0; i < b.size; ++i)
            if ((ends_ >> (b.list[i].end - 1) & 1) != 0) consider({0, cNone, 0, oNone, 0, 0, false}, b.list[i].entry, b.list[i].end);
    }

    // All the others.
    void derived() noexcept {
        if (w_.size < 4) return;
        push({0, cNone, 0, oNone, 0, 0, false});
        for (int at = 0; at < states_count_; ++at) {
            if (at != 0) evaluate(states_[at]);
            if (states_[at].outer < oKu || states_[at].outer == oLong) expand(states_[at]);
        }
    }

private:
    void make_tails() noexcept {
        const int n = w_.size;
        const char* c = w_.c;
        add_tails(n, aNone);
        if (n >= 5) {
            if (w_.at(n - 3, "lah", 3))
                add_tails(n - 3, aLah);
            else if (w_.at(n - 3, "kah", 3))
                add_tails(n - 3, aKah);
            else if (w_.at(n - 3, "pun", 3))
                add_tails(n - 3, aPun);
        }
        (void)c;
    }
    void add_tails(int end, uint8_t particle) noexcept {
        add_suffixes(end, pNone, particle);
        if (end >= 4 && w_.c[end - 1] == 'u') {
            if (w_.c[end - 2] == 'k') add_suffixes(end - 2, pKu, particle);
            if (w_.c[end - 2] == 'm') add_suffixes(end - 2, pMu, particle);
        } else if (end >= 5 && w_.at(end - 3, "nya", 3)) {
            add_suffixes(end - 3, pNya, particle);
            // one n for two: kekuasaanya, lainya
            if (end >= 6 && is_vowel(w_.c[end - 4])) add_suffixes(end - 2, pNya, particle, kSharedN);
        }
    }
    void add_suffixes(int end, uint8_t poss, uint8_t particle, int slip = 0) noexcept {
        add_tail(end, kNoSuffix, poss, particle, slip);
        const char last = w_.c[end - 1];
        if (last == 'i' && end >= 4) {
            add_tail(end - 1, kSufI, poss, particle, slip);
        } else if (last == 'n' && end >= 4 && w_.c[end - 2] == 'a') {
            add_tail(end - 2, kSufAn, poss, particle, slip);
            if (w_.c[end - 3] == 'k' && end >= 5) add_tail(end - 3, kSufKan, poss, particle, slip);
            if (end >= 8 && w_.c[end - 3] == 'n' && w_.c[end - 4] == 'a') add_tail(end - 4, kSufAnAn, poss, particle, slip);
        }
    }
    void add_tail(int end, uint8_t suffix, uint8_t poss, uint8_t particle, int slip) noexcept {
        tails_[tails_count_++] = {static_cast<uint8_t>(end), suffix, poss, particle, slip + tail_cost(suffix, poss, particle)};
        ends_ |= uint64_t{1} << (end - 1);
        if (last_end_min_ > end) last_end_min_ = end;
    }

    void evaluate(const State& s) noexcept {
        if (!may_start(w_, s.pos, s.inject)) return;
        walk(w_, s.pos, s.inject, ends_, [&](uint16_t number, int end) { consider(s, number, end); });
    }

    // Every reading of lexicon word `number`, which ends at `end`, under the prefixes of s.
    void consider(const State& s, uint16_t number, int end) noexcept {
            const Entry& e = kEntries[number];
            if (s.one_syllable && vowels(entry_text(e)) != 1) return;
            for (int i = 0; i < tails_count_; ++i) {
                const Tail& t = tails_[i];
                if (t.end != end) continue;
                if (s.pos == 0 && end == w_.size && s.chain == cNone) {
                    exact = number;
                    }
                bool licensed = true;
                int cost = 0;
                if (s.outer == oPartial) {
                    if (!e.takes_frames || e.text_size < 4 || t.suffix == kSufI || t.suffix == kSufKan) continue;
                    cost = kPartialRedup + (9 - e.prior) * kPriorUnit + (((kN | kA | kV) >> e.word_class) & 1 ? 0 : 20);
                    if (e.word_class == kVerb && t.suffix == kNoSuffix) cost += 20;
                } else {
                    cost = reading_cost(e, s.chain, t.suffix, s.outer, licensed);
                    if (cost < 0) continue;
                }
                if (s.outer == oLong && (e.text_size < 4 || w_.size - s.outer_size < least_ || (e.kind != kAcronym && e.prior < 2 && e.takes_frames))) continue;
                if (s.chain == cNone && s.outer == oPreposition && t.suffix == kSufAn && !(e.frames & kAn)) continue;
                Candidate c;
                c.cost = cost + s.cost + t.cost;
                if (e.kind == kFunction && (t.poss == pKu || t.poss == pMu)) c.cost += kCliticKuMu;
                c.entry = number;
                c.chain = s.chain;
                c.suffix = t.suffix;
                c.poss = t.poss;
                c.particle = t.particle;
                c.outer = s.outer;
                c.outer_size = s.outer_size;
                c.start = s.pos;
                c.end = t.end;
                c.inject = s.inject;
                c.licensed = licensed;
                ranked.add(c);
            }
    }

    void push(const State& s) noexcept {
        if (states_count_ == kMaxStates || last_end_min_ - s.pos < 1 - (s.inject != 0)) {
            if (states_count_ == kMaxStates || w_.size - s.pos < 2 - (s.inject != 0)) return;
        }
        states_[states_count_++] = s;
    }
    void push(const State& from, int pos, uint8_t chain, char inject = 0, int cost = 0) noexcept {
        if (ranked.full_below(from.cost + cost)) return;
        push({static_cast<uint8_t>(pos), chain, inject == 0 ? uint8_t{0} : letter(inject), from.outer, from.outer_size, from.cost + cost, false});
    }

    uint8_t follow(const State& s, Step step) const noexcept {
        // after a written-on preposition only nouns; after ku-, kau- and Ce- the root itself
        if (s.outer != oNone && s.outer != oLong && (s.outer != oPreposition || step == sDi || step == sMen || step == sBer || step == sTer || step == sSe))
            return cStop;
        return kFollow.to[s.chain][step];
    }

    // -er prefixes: ber-, ter-, per- and their forms be-, te-, pe- before r and before a syllable in -er, bel-/pel- + ajar.
    void er_prefix(const State& s, int p, uint8_t to) noexcept {
        const char* c = w_.c;
        if (c[p + 2] == 'r') {
            push(s, p + 3, to);
            push(s, p + 2, to, 0, kLostR);
        } else if (is_consonant(c[p + 2]) && c[p + 3] == 'e' && c[p + 4] == 'r') {
            push(s, p + 2, to);
        } else if (c[p + 2] == 'l' && c[p] != 't' && (w_.at(p + 3, "ajar", 4) || w_.at(p + 3, "unjur", 5))) {
            push(s, p + 3, to);
        }
    }

    // meN- and peN-: every root the surface may come from.
    void nasal_prefix(const State& s, int p, uint8_t to) noexcept {
        const char* c = w_.c;
        const char a = c[p + 2], b = c[p + 3];
        switch (a) {
            case 'l': case 'r': case 'w': case 'y':
                push(s, p + 2, to);
                break;
            case 'm':
                if (is_vowel(b)) {
                    push(s, p + 3, to, 'p');
                    push(s, p + 2, to, 0, kNasalRoot);
                } else if (b == 'b' || b == 'f' || b == 'v') {
                    push(s, p + 3, to);
                } else if (b == 'p') {
                    push(s, p + 3, to, 0, kKeptConsonant);
                } else if (b == 'r' || b == 'l') {
                    push(s, p + 3, to, 'p');
                }
                break;
            case 'n':
                if (is_vowel(b)) {
                    push(s, p + 3, to, 't');
                    push(s, p + 2, to, 0, kNasalRoot);
                } else if (b == 'd' || b == 'c' || b == 'j' || b == 'z') {
                    push(s, p + 3, to);
                } else if (b == 't' || b == 's') {
                    push(s, p + 3, to, 0, kKeptConsonant);
                } else if (b == 'r') {
                    push(s, p + 3, to, 't', kKeptConsonant);
                } else if (b == 'g') {
                    const char d = c[p + 4];
                    if (is_vowel(d)) {
                        push(s, p + 4, to);
                        push(s, p + 4, to, 'k', kLostK);
                        push(s, p + 2, to, 0, kNasalRoot + 2);
                        if (d == 'e' && states_count_ < kMaxStates)
                            states_[states_count_++] = {static_cast<uint8_t>(p + 5), to, 0, s.outer, s.outer_size, s.cost + kOneSyllable, true};
                    } else if (d == 'g' || d == 'h' || d == 'q') {
                        push(s, p + 4, to);
                    } else if (d == 'l' || d == 'r') {
                        push(s, p + 4, to, 0, kKeptConsonant);  // penglihatan, pengrajin
                    } else if (d == 'k') {
                        push(s, p + 4, to, 0, c[p + 5] == 'h' ? 0 : kKeptConsonant);
                    }
                } else if (b == 'y') {
                    push(s, p + 3, to, 's');  // syair, syarat
                    if (is_vowel(c[p + 4])) {
                        push(s, p + 4, to, 's');
                        push(s, p + 2, to, 0, kNasalRoot);
                    }
                }
                break;
            default: break;
        }
    }

    void expand(const State& s) noexcept {
        const char* c = w_.c;
        const int p = s.pos;
        uint8_t to;
        if (s.inject != 0) {  // the nasal swallowed the first letter of an inner prefix: menye-, menge-, memer-, mener-
            if (c[p] != 'e') return;
            if (s.inject == letter('s') && (to = follow(s, sSe)) != cStop) push(s, p + 1, to);
            if (s.inject == letter('k') && (to = follow(s, sKe)) != cStop) push(s, p + 1, to);
            if (s.inject == letter('p') && (to = follow(s, sPer)) != cStop) {
                if (c[p + 1] == 'r') {
                    push(s, p + 2, to);
                    push(s, p + 1, to, 0, kLostR);
                } else if (w_.at(p + 1, "lajar", 5)) {
                    push(s, p + 2, to);
                }
            }
            if (s.inject == letter('t') && c[p + 1] == 'r' && (to = follow(s, sTer)) != cStop) push(s, p + 2, to);
            return;
        }
        switch (c[p]) {
            case 'd':
                if (c[p + 1] == 'i') {
                    if ((to = follow(s, sDi)) != cStop) push(s, p + 2, to);
                    if (s.chain == cNone && s.outer == oNone) push_outer(s, p + 2, oPreposition, kPreposition);
                }
                break;
            case 't':
                if (c[p + 1] == 'e' && (to = follow(s, sTer)) != cStop) er_prefix(s, p, to);
                if ((to = follow(s, sTidak)) != cStop && w_.at(p, "tidak", 5)) {
                    push(s, p + 5, to);
                }
                break;
            case 'b':
                if (c[p + 1] == 'e' && (to = follow(s, sBer)) != cStop) er_prefix(s, p, to);
                break;
            case 'k':
                if (c[p + 1] == 'e') {
                    if ((to = follow(s, sKe)) != cStop) push(s, p + 2, to);
                    if (s.chain == cNone && s.outer == oNone) push_outer(s, p + 2, oPreposition, kPreposition + 4);
                } else if (s.chain == cNone && s.outer == oNone) {
                    if (c[p + 1] == 'u') push_outer(s, p + 2, oKu, kProclitic);
                    if (c[p + 1] == 'a' && c[p + 2] == 'u') push_outer(s, p + 3, oKau, kProclitic);
                }
                break;
            case 's':
                if (c[p + 1] == 'e' && (to = follow(s, sSe)) != cStop) push(s, p + 2, to);
                break;
            case 'm':
                if (c[p + 1] == 'e' && (to = follow(s, sMen)) != cStop) nasal_prefix(s, p, to);
                break;
            case 'p':
                if (c[p + 1] == 'e') {
                    if ((to = follow(s, sPer)) != cStop) er_prefix(s, p, to);
                    if ((to = follow(s, sPen)) != cStop) nasal_prefix(s, p, to);
                    const char a = c[p + 2];
                    if ((to = follow(s, sPe)) != cStop && a != 'l' && a != 'r' && a != 'w' && a != 'y') push(s, p + 2, to);
                }
                break;
            default: break;
        }
        if (p == 0 && s.chain == cNone && s.outer == oNone) {
            const bool maybe_long = c[0] == 'a' || c[0] == 'm' || c[0] == 'n' || c[0] == 'p' || c[0] == 's';  // letters of kLongPrefixes
            if (maybe_long) for (const LongPrefix& lp : kLongPrefixes) {
                const int n = static_cast<int>(lp.text.size());
                if (lp.text[0] == c[0] && w_.size >= n + lp.least && w_.at(0, lp.text.data(), n)) {
                    least_ = lp.least;
                    State next{static_cast<uint8_t>(n), cNone, 0, oLong, static_cast<uint8_t>(n), kLongPrefix + kAffixCost, false};
                    push(next);
                }
            }
            // Ce- + the same consonant
            if (c[1] == 'e' && is_consonant(c[0]) && c[2] == c[0]) push_outer(s, 2, oPartial, 0);
            if (inner_nasal_) bare_nasal(s);
        }
    }

    void push_outer(const State& s, int pos, uint8_t outer, int cost) noexcept {
        push({static_cast<uint8_t>(pos), cNone, 0, outer, 0, s.cost + cost + kAffixCost, false});
    }

    // Second half of menyebut-nyebut, memanggil-manggil: the nasal without me-.
    void bare_nasal(const State& s) noexcept {
        const char* c = w_.c;
        constexpr int kBareNasal = 4;
        if (c[0] == 'n' && c[1] == 'y') {
            push(s, 2, cMen, 's', kBareNasal);
        } else if (c[0] == 'n' && c[1] == 'g') {
            push(s, 2, cMen, 'k', kBareNasal + 1);
            push(s, 2, cMen, 0, kBareNasal);
        } else if (c[0] == 'n') {
            push(s, 1, cMen, 't', kBareNasal);
        } else if (c[0] == 'm') {
            push(s, 1, cMen, 'p', kBareNasal);
        }
    }

    const Text& w_;
    bool inner_nasal_;
    int least_ = 5;
    Tail tails_[40];
    int tails_count_ = 0;
    uint64_t ends_ = 0;
    int last_end_min_ = kMaxWord;
    State states_[kMaxStates];
    int states_count_ = 0;
};

// ---- words the lexicon does not explain ------------------------------------------------------------------------------------------

constexpr int kUnknownCost = 100;  // of every reading without a lexicon root

bool has_vowel(const char* c, int from, int to) noexcept {
    for (int i = from; i < to; ++i)
        if (is_vowel(c[i])) return true;
    return false;
}

int vowel_groups(const char* c, int from, int to) noexcept {
    int n = 0;
    for (int i = from; i < to; ++i)
        if (is_vowel(c[i]) && (i == from || !is_vowel(c[i - 1]))) ++n;
    return n;
}

bool loan_ending(const char* c, int from, int to) noexcept {
    for (const auto& ending : kLoanEndings) {
        const int n = static_cast<int>(ending.size());
        if (to - from >= 6 && to - from > n && std::memcmp(c + to - n, ending.data(), static_cast<size_t>(n)) == 0) return true;
    }
    return false;
}

// Conservative rules: -nya, the particles after a longer base, di-...-kan, meN-...-kan, di- and clear prefixes before a loan; never
// -i, -an, ke-, se-, ter- alone.
Candidate unknown_reading(const Text& w, Shape shape) noexcept {
    Candidate u;
    u.cost = kUnknownCost;
    u.licensed = false;
    int n = w.size;
    u.end = static_cast<uint8_t>(n);
    if (w.other) {
        if (n >= 6 && w.at(n - 3, "nya", 3)) {
            u.end = static_cast<uint8_t>(n - 3);
            u.poss = pNya;
        }
        return u;
    }
    const auto cut_clitics = [&] {
        if (n >= 8 && (w.at(n - 3, "pun", 3) || (shape == Shape::lower && (w.at(n - 3, "lah", 3) || w.at(n - 3, "kah", 3)))) &&
            w.at(n - 6, "nya", 3)) {
            u.particle = w.c[n - 3] == 'p' ? aPun : w.c[n - 3] == 'l' ? aLah : aKah;
            n -= 3;
        }
        if (n >= 6 && w.at(n - 3, "nya", 3) && has_vowel(w.c, 0, n - 3)) {
            n -= 3;
            u.poss = pNya;
        }
    };
    cut_clitics();
    u.end = static_cast<uint8_t>(n);
    if (shape != Shape::lower) return u;
    const bool kan = n >= 8 && w.at(n - 3, "kan", 3);
    const int e = kan ? n - 3 : n;
    int start = 0;
    uint8_t inject = 0, chain = cNone;
    const char* c = w.c;
    const bool an = !kan && n >= 9 && w.at(n - 2, "an", 2);
    if (w.at(0, "di", 2) && n >= 7) {
        start = 2;
        chain = cDi;
    } else if (n >= 8 && (w.at(0, "me", 2) || w.at(0, "pe", 2))) {
        chain = c[0] == 'm' ? cMen : cPen;
        const char a = c[2], b = c[3];
        if (a == 'm' && is_vowel(b)) start = 3, inject = letter('p');
        else if (a == 'm' && (b == 'b' || b == 'f' || b == 'v' || b == 'p')) start = 3;
        else if (a == 'n' && is_vowel(b)) start = 3, inject = letter('t');
        else if (a == 'n' && (b == 'd' || b == 'c' || b == 'j' || b == 'z' || b == 't' || b == 's')) start = 3;
        else if (a == 'n' && b == 'g') start = 4;
        else if (a == 'n' && b == 'y' && is_vowel(c[4])) start = 4, inject = letter('s');
        else if (a == 'l' || a == 'r' || a == 'w') start = 2;
    } else if (n >= 9 && w.at(0, "ber", 3)) {
        start = 3;
        chain = cBer;
    } else if (n >= 9 && w.at(0, "ter", 3)) {
        start = 3;
        chain = cTer;
    }
    if (start == 0) return u;
    const int size = e - start + (inject != 0);
    const bool loan = loan_ending(c, start, e) || (chain == cPen && an && loan_ending(c, start, n - 2));
    bool cut = false;
    if (chain == cDi && c[2] == 's' && is_consonant(c[3])) return u;  // dis- of loans
    if (kan && (chain == cDi || chain == cMen || chain == cTer))
        cut = size >= 4 && (vowel_groups(c, start, e) >= 2 || size >= 5) && (chain != cTer || loan);
    else if (loan && chain != cNone)
        cut = true;
    if (!cut) return u;
    u.start = static_cast<uint8_t>(start);
    u.inject = inject;
    u.chain = chain;
    u.end = static_cast<uint8_t>(e);
    if (kan) u.suffix = kSufKan;
    if (chain == cPen && an && loan_ending(c, start, n - 2)) {
        u.suffix = kSufAn;
        u.end = static_cast<uint8_t>(n - 2);
    }
    return u;
}

// ---- one word without hyphens ----------------------------------------------------------------------------------------------------

// The text comes from kText or a Text: both may be read 16 bytes past its start.
void set(Stem& out, std::string_view text) noexcept {
    out.size = static_cast<uint8_t>(text.size());
    if (text.size() > 16) {
        std::memcpy(out.text, text.data(), text.size());
    } else {
        std::memcpy(out.text, text.data(), 16);
    }
}
void set_exactly(Stem& out, std::string_view text) noexcept {
    out.size = static_cast<uint8_t>(text.size());
    std::memcpy(out.text, text.data(), text.size());
}

// Root or key of a candidate of w.
void write_stem(const Text& w, const Candidate& c, Mode mode, Stem& out) noexcept {
    if (mode == Mode::light) {  // the word without clitics
        int from = c.outer == oKu ? 2 : c.outer == oKau ? 3 : 0, to = w.size;
        if (c.particle != aNone) to -= static_cast<int>(kParticleText[c.particle].size());
        if (c.poss != pNone) to -= static_cast<int>(kPossText[c.poss].size());
        if (c.outer == oPartial && c.suffix == kNoSuffix) from = c.start;
        return set(out, {w.c + from, static_cast<size_t>(to - from)});
    }
    if (c.entry != kNoEntry) {
        const Entry& e = kEntries[c.entry];
        return set(out, entry_text(kEntries[mode == Mode::root ? e.root : e.key]));
    }
    out.size = 0;
    if (c.inject != 0) out.text[out.size++] = static_cast<char>('a' + c.inject - 1);
    const size_t n = static_cast<size_t>(c.end - c.start);
    std::memcpy(out.text + out.size, w.c + c.start, n);
    out.size = static_cast<uint8_t>(out.size + n);
}

// The word as it stands.
Candidate whole(int entry, int size) noexcept {
    Candidate c;
    c.entry = entry;
    if (entry == kNoEntry) {
        c.cost = kUnknownCost;
        c.licensed = false;
    }
    c.end = static_cast<uint8_t>(size);
    return c;
}

// Whether a word outside the lexicon has any beginning or end that the walk could take off. Cheap and on the safe side.
bool may_be_affixed(const Text& w) noexcept {
    const char* c = w.c;
    switch (c[w.size - 1]) {
        case 'i': case 'n': case 'u': return true;                      // -i, -an, -kan, -pun, -ku, -mu
        case 'a': if (c[w.size - 2] == 'y') return true; break;         // -nya
        case 'h': if (c[w.size - 2] == 'a') return true; break;         // -lah, -kah
        default: break;
    }
    if (c[1] == 'e') return true;                                       // ber- ter- per- peN- meN- ke- se-, Ce-
    switch (c[0]) {
        case 'd': return c[1] == 'i';
        case 'k': return c[1] == 'u' || c[1] == 'a';
        case 'a': case 'n': case 'p': case 's': case 'm': return true;  // long prefixes
        default: return false;
    }
}

Candidate best_of(const Text& w, Shape shape) noexcept {
    Beginnings b;
    const int exact = find_beginnings(w, b);
    if (exact != kNoEntry) return whole(exact, w.size);
    if (w.size < 4) return whole(kNoEntry, w.size);
    if (!may_be_affixed(w)) return unknown_reading(w, shape);
    Analyser<1> a(w);
    a.bare(b);
    a.derived();
    if (a.ranked.size != 0 && a.ranked.list[0].cost <= kKnownLimit) return a.ranked.list[0];
    return unknown_reading(w, shape);
}

// ---- hyphens -----------------------------------------------------------------------------------------------------------------------

bool one_of(std::string_view s, const std::string_view* list, size_t count) noexcept {
    for (size_t i = 0; i < count; ++i)
        if (list[i] == s) return true;
    return false;
}

// What a hyphenated word comes to.
struct Hyphenated {
    enum How : uint8_t { asOne, part, common, pair } how = asOne;
    Text part_text;          // the part (or, for asOne, the word) that was analysed
    Candidate chosen;        // in part_text
    int pair_entry = kNoEntry;  // `pair`: lexicalised X-X
    Stem light;
    char outer[24] = "";     // prefixes before a hyphen
    char tails[24] = "";     // clitics and suffixes after a hyphen
    int cost = 0;
};

void append(char* to, size_t capacity, std::string_view text) noexcept {
    size_t n = std::strlen(to);
    if (text.empty() || n + text.size() + 2 > capacity) return;
    if (n != 0) to[n++] = '+';
    std::memcpy(to + n, text.data(), text.size());
    to[n + text.size()] = 0;
}

constexpr int kHalves = 12;

// undang-undang and its derivations keep the pair as their key.
void find_pair(Hyphenated& h) noexcept {
    Stem root;
    write_stem(h.part_text, h.chosen, Mode::root, root);
    if (root.size * 2 + 1 > static_cast<int>(kMaxWord)) return;
    char pair[kMaxWord + 1];
    std::memcpy(pair, root.text, root.size);
    pair[root.size] = '-';
    std::memcpy(pair + root.size + 1, root.text, root.size);
    Text pt;
    pt.assign({pair, static_cast<size_t>(root.size) * 2 + 1});
    h.pair_entry = find_word(pt);
    if (h.pair_entry != kNoEntry) h.how = Hyphenated::pair;
}

// Entry of a pair of reduplication.tsv below prefixes and suffixes.
int pair_inside(std::string_view left, std::string_view right) noexcept {
    struct Head {
        std::string_view text;
        char lost;  // first letter of the pair that the nasal swallowed
    };
    constexpr Head kHeads[] = {{"", 0},   {"ber", 0}, {"be", 0},  {"di", 0},  {"ke", 0},  {"se", 0},   {"ter", 0},    {"me", 0},   {"mem", 0},
                               {"men", 0}, {"meng", 0}, {"mem", 'p'}, {"men", 't'}, {"meng", 'k'}, {"meny", 's'}, {"peng", 0}, {"pen", 0}};
    constexpr std::string_view kTails[] = {"", "nya", "kan", "i", "an", "annya", "kannya"};
    for (const Head& head : kHeads) {
        if (left.size() < head.text.size() + 2 || left.substr(0, head.text.size()) != head.text) continue;
        for (const std::string_view tail : kTails) {
            if (right.size() < tail.size() + 2 || right.substr(right.size() - tail.size()) != tail) continue;
            char pair[kMaxWord + 1];
            size_t n = 0;
            if (head.lost != 0) pair[n++] = head.lost;
            const std::string_view l = left.substr(head.text.size()), r = right.substr(0, right.size() - tail.size());
            std::memcpy(pair + n, l.data(), l.size());
            n += l.size();
            pair[n++] = '-';
            std::memcpy(pair + n, r.data(), r.size());
            Text t;
            t.assign({pair, n + r.size()});
            const int entry = find_word(t);
            if (entry != kNoEntry) return entry;
        }
    }
    return kNoEntry;
}

void analyse_hyphenated(std::string_view word, Shape shape, Hyphenated& h) noexcept {
    std::string_view rest = word;
    // clitics and prefixes at the edges, outside in
    for (;;) {
        const size_t last = rest.rfind('-');
        if (last == std::string_view::npos || last == 0) break;
        const std::string_view tail = rest.substr(last + 1);
        if (!one_of(tail, kHyphenTails, std::size(kHyphenTails))) break;
        append(h.tails, sizeof h.tails, tail);
        rest = rest.substr(0, last);
    }
    for (;;) {
        Text t;
        t.assign(rest);
        const int entry = find_word(t);
        if (entry != kNoEntry) {
            h.part_text = t;
            h.chosen = whole(entry, t.size);
            h.how = Hyphenated::part;
            set_exactly(h.light, rest);
            return;
        }
        const size_t first = rest.find('-');
        if (first == std::string_view::npos) {
            h.part_text = t;
            h.chosen = best_of(t, shape);
            h.how = Hyphenated::part;
            write_stem(t, h.chosen, Mode::light, h.light);
            return;
        }
        const std::string_view head = rest.substr(0, first);
        if (first + 1 < rest.size() && one_of(head, kHyphenPrefixes, std::size(kHyphenPrefixes)) && head != rest.substr(first + 1)) {
            append(h.outer, sizeof h.outer, head);
            rest = rest.substr(first + 1);
            continue;
        }
        break;
    }
    const size_t hyphen = rest.find('-');
    const std::string_view left = rest.substr(0, hyphen), right = rest.substr(hyphen + 1);
    h.part_text.assign(rest);
    h.chosen = Candidate{};
    h.chosen.end = static_cast<uint8_t>(rest.size());
    h.chosen.cost = 120;
    h.chosen.licensed = false;
    set_exactly(h.light, rest);
    if (left.empty() || right.empty() || right.find('-') != std::string_view::npos) return;

    Text lt;
    lt.assign(left);
    if (left == right) {  // full reduplication: what the half is by itself
        h.part_text = lt;
        h.chosen = best_of(lt, shape);
        h.how = Hyphenated::common;
        set_exactly(h.light, left);
        find_pair(h);
        return;
    }
    Text rt;
    rt.assign(right);
    Analyser<kHalves> la(lt), ra(rt, true);
    la.bare();
    la.derived();
    ra.bare();
    ra.derived();
    // the root common to both halves
    int best_left = -1, best_right = -1, best_cost = 0;
    for (int i = 0; i < la.ranked.size; ++i)
        for (int j = 0; j < ra.ranked.size; ++j) {
            const Candidate &a = la.ranked.list[i], &b = ra.ranked.list[j];
            if (kEntries[a.entry].root != kEntries[b.entry].root) continue;
            // a root under three letters below affixes is no evidence; the affix of a half need not be licensed by itself
            if (kEntries[a.entry].text_size < 3) continue;
            const int cost = a.cost + b.cost;
            if (best_left < 0 || cost < best_cost) {
                best_left = i;
                best_right = j;
                best_cost = cost;
            }
        }
    constexpr int kPairLimit = 2 * kKnownLimit + 20;
    if (best_left >= 0 && best_cost <= kPairLimit) {
        h.part_text = lt;
        h.chosen = la.ranked.list[best_left];
        const Candidate& rc = ra.ranked.list[best_right];
        if (h.chosen.suffix == kNoSuffix) h.chosen.suffix = rc.suffix;
        if (h.chosen.poss == pNone) h.chosen.poss = rc.poss;
        if (h.chosen.particle == aNone) h.chosen.particle = rc.particle;
        h.chosen.licensed = h.chosen.licensed && rc.licensed;
        h.how = Hyphenated::common;
        h.cost = best_cost;
        // light: the left half up to where the right half takes over (membeda-bedakan -> membedakan), without clitics
        size_t right_size = right.size();
        right_size -= kParticleText[rc.particle].size() + kPossText[rc.poss].size();
        size_t overlap = left.size() < right_size ? left.size() : right_size;
        while (overlap > 0 && left.substr(left.size() - overlap) != right.substr(0, overlap)) --overlap;
        const Entry& e = kEntries[h.chosen.entry];
        if (overlap >= 3 && overlap + 1 >= e.text_size && left.size() + right_size - overlap <= kMaxWord) {
            set_exactly(h.light, left);
            std::memcpy(h.light.text + h.light.size, right.data() + overlap, right_size - overlap);
            h.light.size = static_cast<uint8_t>(h.light.size + right_size - overlap);
        } else {
            set_exactly(h.light, entry_text(e));
        }
    } else {
        if (find_word(lt) != kNoEntry && right.size() >= 4 && left.size() > right.size() && left.substr(left.size() - right.size()) == right) {
            h.part_text = lt;  // pertama-tama: the end of a bare word repeated
            h.chosen = whole(find_word(lt), lt.size);
            h.how = Hyphenated::common;
            set_exactly(h.light, left);
            return;
        }
        const int inner = pair_inside(left, right);
        if (inner != kNoEntry) {  // berwarna-warni, digembar-gemborkan
            h.part_text = lt;
            h.pair_entry = inner;
            h.how = Hyphenated::pair;
            return;
        }
        // unknown root: X-Xnya, X-Xan, diX-X
        size_t common = 0;
        while (common < left.size() && common < right.size() && left[common] == right[common]) ++common;
        const std::string_view after = right.substr(common);
        const bool tail_only = common == left.size() && common >= 3 && one_of(after, kHyphenTails, std::size(kHyphenTails));
        const bool head_only = right.size() >= 4 && left.size() > right.size() && left.substr(left.size() - right.size()) == right &&
                               one_of(left.substr(0, left.size() - right.size()), kHyphenPrefixes, std::size(kHyphenPrefixes));
        if (tail_only || head_only) {
            h.part_text = tail_only ? lt : rt;
            h.chosen = best_of(h.part_text, shape);
            h.how = Hyphenated::common;
            set_exactly(h.light, head_only ? left : left);
            if (tail_only) append(h.tails, sizeof h.tails, after);
        } else {
            // one word of the lexicon written with a hyphen: penyalah-gunaan, kerja-sama
            char joined[kMaxWord];
            std::memcpy(joined, left.data(), left.size());
            std::memcpy(joined + left.size(), right.data(), right.size());
            Text jt;
            jt.assign({joined, left.size() + right.size()});
            const Candidate c = best_of(jt, Shape::capitalised);
            if (c.entry != kNoEntry && kEntries[c.entry].text_size >= 7 && c.outer == oNone && c.start < static_cast<int>(left.size()) &&
                c.end > static_cast<int>(left.size())) {
                h.part_text = jt;
                h.chosen = c;
                h.how = Hyphenated::part;
                write_stem(jt, c, Mode::light, h.light);
            }
            return;
        }
    }
    find_pair(h);
}

void write_hyphenated(const Hyphenated& h, Mode mode, Stem& out) noexcept {
    if (mode == Mode::light) {
        out = h.light;
    } else if (h.how == Hyphenated::pair) {
        const Entry& e = kEntries[h.pair_entry];
        set(out, entry_text(kEntries[mode == Mode::root ? e.root : e.key]));
    } else {
        write_stem(h.part_text, h.chosen, mode, out);
    }
}

}  // namespace

namespace {

// Key of a word of 1 to kMaxWord bytes; `place` becomes its offset in kText when it is a whole lexicon word there.
std::string_view resolve(std::string_view word, Mode mode, Shape shape, Stem& out, uint32_t& place) noexcept {
    Text w;
    w.assign(word);
    if (!w.hyphen) {
        const Candidate c = best_of(w, shape);
        if (c.entry != kNoEntry && mode != Mode::light) {
            const Entry& e = kEntries[c.entry];
            const Entry& key = kEntries[mode == Mode::root ? e.root : e.key];
            place = key.text_offset;
            return entry_text(key);
        }
        write_stem(w, c, mode, out);
        return out.view();
    }
    Hyphenated h;
    analyse_hyphenated(word, shape, h);
    write_hyphenated(h, mode, out);
    if (out.size == 0) set_exactly(out, word);
    return out.view();
}

}  // namespace

void stem(std::string_view word, Mode mode, Stem& out, Shape shape) noexcept {
    out.size = 0;
    if (word.empty() || word.size() > kMaxWord) return;
    uint32_t place = 0;
    const std::string_view key = resolve(word, mode, shape, out, place);
    if (key.data() != out.text) set(out, key);
}

// ---- analysis for people -----------------------------------------------------------------------------------------------------------

namespace {

void copy_text(char* to, size_t capacity, std::string_view text) noexcept {
    const size_t n = text.size() < capacity - 1 ? text.size() : capacity - 1;
    std::memcpy(to, text.data(), n);
    to[n] = 0;
}

const char* source_of(const Candidate& c) noexcept {
    if (c.entry == kNoEntry) return "rule";
    constexpr const char* kNames[] = {"root", "protected", "function", "acronym", "exception", "reduplication", "root"};
    return kNames[kEntries[c.entry].kind];
}

void describe(const Text& w, const Candidate& c, Derivation& d) noexcept {
    write_stem(w, c, Mode::root, d.root);
    write_stem(w, c, Mode::search, d.key);
    d.prefixes[0] = d.suffixes[0] = d.clitics[0] = 0;
    d.reduplication = "";
    if (c.outer == oPreposition) append(d.prefixes, sizeof d.prefixes, {w.c, 2});
    if (c.outer == oLong) append(d.prefixes, sizeof d.prefixes, {w.c, c.outer_size});
    if (c.outer == oPartial) d.reduplication = "sebagian";
    if (c.chain != cNone) append(d.prefixes, sizeof d.prefixes, kChains[c.chain].prefixes);
    append(d.suffixes, sizeof d.suffixes, kSuffixText[c.suffix]);
    if (c.outer == oKu) append(d.clitics, sizeof d.clitics, "ku");
    if (c.outer == oKau) append(d.clitics, sizeof d.clitics, "kau");
    append(d.clitics, sizeof d.clitics, kPossText[c.poss]);
    append(d.clitics, sizeof d.clitics, kParticleText[c.particle]);
    d.source = source_of(c);
    d.known = c.entry != kNoEntry;
    d.licensed = c.licensed;
    d.cost = c.cost;
    d.chosen = false;
}

bool same_reading(const Derivation& a, const Derivation& b) noexcept {
    return a.root.view() == b.root.view() && std::strcmp(a.prefixes, b.prefixes) == 0 && std::strcmp(a.suffixes, b.suffixes) == 0 &&
           std::strcmp(a.clitics, b.clitics) == 0;
}

}  // namespace

size_t analyze(std::string_view word, Derivation* out, size_t capacity, Shape shape) noexcept {
    if (word.empty() || word.size() > kMaxWord || capacity == 0) return 0;
    size_t count = 0;
    const auto add = [&](const Text& w, const Candidate& c) {
        if (count == capacity) return;
        describe(w, c, out[count]);
        for (size_t i = 0; i < count; ++i)
            if (same_reading(out[i], out[count])) return;
        ++count;
    };
    if (word.find('-') != std::string_view::npos) {
        Hyphenated h;
        analyse_hyphenated(word, shape, h);
        Derivation& d = out[0];
        describe(h.part_text, h.chosen, d);
        write_hyphenated(h, Mode::root, d.root);
        write_hyphenated(h, Mode::search, d.key);
        char prefixes[sizeof d.prefixes];
        copy_text(prefixes, sizeof prefixes, h.outer);
        append(prefixes, sizeof prefixes, d.prefixes);
        copy_text(d.prefixes, sizeof d.prefixes, prefixes);
        append(d.clitics, sizeof d.clitics, h.tails);
        if (h.how == Hyphenated::common) d.reduplication = "penuh";
        if (h.how == Hyphenated::pair) {
            d.reduplication = "leksikal";
            d.source = "reduplication";
        }
        if (h.how == Hyphenated::common && h.cost != 0) d.cost = h.cost;
        d.chosen = true;
        return 1;
    }
    Text w;
    w.assign(word);
    Analyser<16> a(w);
    a.bare();
    const int exact = a.exact;
    a.derived();
    if (exact != kNoEntry) add(w, whole(exact, w.size));
    const bool known = exact != kNoEntry || (a.ranked.size != 0 && a.ranked.list[0].cost <= kKnownLimit);
    if (!known) add(w, unknown_reading(w, shape));
    for (int i = 0; i < a.ranked.size; ++i) {
        const Candidate& c = a.ranked.list[i];
        if (c.entry == exact && c.chain == cNone && c.end == w.size) continue;
        add(w, c);
    }
    out[0].chosen = true;
    return count;
}

// ---- cache -------------------------------------------------------------------------------------------------------------------------

void StemCache::clear() noexcept {
    for (Slot& s : slots_) s = Slot{};
}

std::string_view StemCache::stem(std::string_view word, Mode mode, Shape shape) noexcept {
    const size_t n = word.size();
    if (n > 16 || n == 0) {
        if (n > kMaxWord || n == 0) return word;
        morph::stem(word, mode, uncached_, shape);
        return uncached_.view();
    }
    // head, tail and size tell any two words of at most 16 bytes apart
    const char* p = word.data();
    uint64_t head = 0, tail = 0;
    if (n >= 8) {
        std::memcpy(&head, p, 8);
        std::memcpy(&tail, p + n - 8, 8);
    } else if (n >= 4) {
        uint32_t a, b;
        std::memcpy(&a, p, 4);
        std::memcpy(&b, p + n - 4, 4);
        head = a;
        tail = b;
    } else {
        head = static_cast<unsigned char>(p[0]) | static_cast<uint64_t>(static_cast<unsigned char>(p[n / 2])) << 8 |
               static_cast<uint64_t>(static_cast<unsigned char>(p[n - 1])) << 16;
    }
    const uint64_t mixed = (head * 0x9E3779B97F4A7C15u) ^ ((tail + n) * 0xD6E8FEB86659FD93u);
    Slot& s = slots_[(mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15u >> 51];
    static_assert(kSlots == size_t{1} << (64 - 51));
    const uint8_t tag = static_cast<uint8_t>(static_cast<unsigned>(mode) * 4 + static_cast<unsigned>(shape));
    if (s.head == head && s.tail == tail && s.word_size == n && s.tag == tag) {
        if (s.key == kItself) return word;
        return {kText + s.key, s.key_size};
    }
    uint32_t place = kItself;
    const std::string_view key = resolve(word, mode, shape, uncached_, place);
    const bool itself = key == word;
    if (itself || place != kItself) s = {head, tail, itself ? kItself : place, static_cast<uint8_t>(n), static_cast<uint8_t>(key.size()), tag};
    return key;
}

}  // namespace netra::morph
