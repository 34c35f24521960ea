// The affix inventory: prefix chains, the frame a chain and a suffix ask of the root, and what each reading costs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "morphology/lexicon.hpp"

namespace netra::morph {

// Costs are integers, lower is better. One unit is about a third of a doubling of the root's family.
inline constexpr int kPriorUnit = 3;        // per step of prior below 9
inline constexpr int kAffixCost = 8;        // each prefix
inline constexpr int kInnerPrefix = 3;      // a second one: prefer a root with its own prefix (setubuh before se + tubuh)
inline constexpr int kSuffixKan = 4;        // -kan, -an
inline constexpr int kSuffixI = 6;          // -i: one letter is little evidence
inline constexpr int kSuffixDoubleAn = 22;  // -anan, a frequent slip (pemerintahanan)
inline constexpr int kCliticNya = 3;        // -nya
inline constexpr int kParticle = 9;         // -lah -kah -pun
inline constexpr int kCliticKuMu = 12;      // -ku -mu: rare in news, and the end of many roots
inline constexpr int kProclitic = 14;       // ku- kau-
inline constexpr int kNearFrame = 8;        // frame not listed, but a sister frame is (menulis -> tulisan)
inline constexpr int kClassFrame = 12;      // frame productive for the word class (ber- + noun, ter- + adjective)
inline constexpr int kKeptConsonant = 5;    // mem+p, men+t, men+s, meng+k without loss: loans and slips
inline constexpr int kLostK = 5;            // meng+vowel read as k-: roots in a vowel are more frequent
inline constexpr int kNasalRoot = 3;        // me+m.. read as a root in m, n, ng, ny
inline constexpr int kOneSyllable = 2;      // menge- before one syllable
inline constexpr int kLostR = 2;            // be+r.., te+r.., pe+r..
inline constexpr int kRootOf3 = 5;          // three-letter root
inline constexpr int kRootOf2 = 24;         // two-letter root
inline constexpr int kShortUnderTwo = 40;   // a root under four letters below two prefixes (kills rang, lidi, mas)
inline constexpr int kPreposition = 26;     // di-, ke- written on to a noun or function word
inline constexpr int kLongPrefix = 22;      // pasca-, non-, anti-, antar- ... written on
inline constexpr int kPartialRedup = 26;    // dedaunan, pepohonan
inline constexpr int kProtectedRoot = 16;   // affix on a word listed as bare
inline constexpr int kClosedPrior = 6;      // prior of function words and exceptions
inline constexpr int kSharedN = 16;         // slip: one n where -n and -nya meet (lainya)
inline constexpr int kSharedK = 10;         // slip: one k for two (menunjukan) or two for one (penunjukkan)
inline constexpr int kBareSuffixOf3 = 50;   // unlisted -i, -an, -kan on a three-letter root (golan, persi)
inline constexpr int kBarePrefixOf3 = 34;   // unlisted prefix without suffix on a root under four letters (diego, dies)
inline constexpr int kLostVowel = 16;       // slip: a vowel left out of the root (kementrian)
inline constexpr int kShortTidak = 6;       // ketak-...-an for ketidak-...-an
inline constexpr int kKnownLimit = 84;      // dearer readings are not believed: the word stays whole

enum Suffix : uint8_t { kNoSuffix, kSufI, kSufKan, kSufAn, kSufAnAn, kSuffixCount };
inline constexpr std::string_view kSuffixText[kSuffixCount] = {"", "i", "kan", "an", "an+an"};

// One cell of the inventory: licensed when the root has one of `need`; near with one of `near`; productive for the classes in
// `classes`; otherwise `penalty`. kNever: the pair does not exist (ber-i, di-an, meN-an, ke-kan).
inline constexpr uint8_t kNever = 255;
struct Cell {
  uint32_t need, near;
  uint8_t classes;
  uint8_t penalty;
};

inline constexpr uint8_t kN = 1 << kNoun, kV = 1 << kVerb, kA = 1 << kAdjective, kD = 1 << kAdverb, kM = 1 << kNumeral,
                         kB = 1 << kBound, kX = 1 << kOther;
inline constexpr uint8_t kEvery = kN | kV | kA | kD | kM | kB | kX;
inline constexpr Cell kNo{0, 0, 0, kNever};

enum ChainId : uint8_t {
  cNone,
  cDi,
  cTer,
  cBer,
  cKe,
  cSe,
  cMen,
  cPen,
  cPe,
  cPer,
  cMenPer,
  cDiPer,
  cTerPer,
  cPenPer,
  cMenBer,
  cDiBer,
  cTerBer,
  cPenBer,
  cMenSe,
  cDiSe,
  cPenSe,
  cPerSe,
  cKeSe,
  cBerSe,
  cMenKe,
  cDiKe,
  cPenKe,
  cTerKe,
  cMenTer,
  cDiTer,
  cPenTer,
  cBerKe,
  cBerPen,
  cBerPe,
  cBerPer,
  cKeBer,
  cKeTer,
  cKeTidak,
  cKePen,
  cKePe,
  cKePer,
  cSePen,
  cSePer,
  cSeKe,
  cPartial,
  cChainCount,
  cStop = 255,
};

struct Chain {
  std::string_view prefixes;  // '+' joined, outermost first
  uint8_t count;              // number of prefixes
  Cell cell[4];               // none, -i, -kan, -an
};

inline constexpr uint32_t kAnyMeN = kMeN | kMeNKan | kMeNI;
inline constexpr uint32_t kAnyPer = kPer | kPerKan | kPerI;
inline constexpr uint32_t kAnyBer = kBer | kBerAn | kBerKan;

inline constexpr Chain kChains[cChainCount] = {
    // prefixes       n   none                                   -i                                       -kan -an
    {"",
     0,
     {{0, 0, kEvery, 0},
      {kMeNI, kMeNKan | kPerI, 0, 66},
      {kMeNKan | kPerKan | kBerKan, kMeN | kMeNI, kA, 78},
      {kAn | kBerAn, kMeN | kPeNAn | kMeNKan, 0, 60}}},
    {"di",
     1,
     {{kMeN, kMeNKan | kMeNI | kPeN | kPer, 0, 24},
      {kMeNI, kMeN | kMeNKan | kPerI, kN, 26},
      {kMeNKan, kMeN | kMeNI | kPerKan, kN | kA, 16},
      kNo}},
    {"ter", 1, {{kTer | kMeN, kMeNKan | kMeNI, kA, 30}, {kMeNI, kMeN | kMeNKan, 0, 28}, {kMeNKan, kMeN | kMeNI, kA, 20}, kNo}},
    {"ber",
     1,
     {{kBer, kBerAn | kPerAn | kBerKan, kN | kM, 24},
      kNo,
      {kBerKan, kBer | kAn | kMeNKan, 0, 26},
      {kBerAn | kAn, kBer | kMeN, 0, 26}}},
    {"ke", 1, {{kKe, 0, kM, 60}, {0, 0, 0, 50}, kNo, {kKeAn, 0, kA, 20}}},
    {"se", 1, {{kSe, 0, kN | kM | kA, 26}, kNo, kNo, {kAn, kKeAn | kBerAn, 0, 38}}},
    {"meN",
     1,
     {{kMeN, kMeNKan | kMeNI | kPeN | kPeNAn | kPer, 0, 30},
      {kMeNI, kMeN | kMeNKan | kPerI, kN, 24},
      {kMeNKan, kMeN | kMeNI | kPeNAn | kPerKan, kN | kA, 16},
      kNo}},
    {"peN", 1, {{kPeN | kPe, kAnyMeN | kPeNAn, 0, 34}, kNo, kNo, {kPeNAn, kAnyMeN | kPeN | kPerAn, 0, 18}}},
    {"pe", 1, {{kPe, kPeN, 0, 40}, kNo, kNo, {kPerAn | kPeNAn, kPe | kKeAn, 0, 26}}},
    {"per",
     1,
     {{kPer, kPerKan | kPerI, kM | kA, 40},
      {kPerI, kPer | kPerKan, 0, 36},
      {kPerKan, kPer | kPerI, 0, 30},
      {kPerAn, kAnyBer | kAnyPer, kN, 22}}},

    {"meN+per", 2, {{kPer, kPerKan | kPerI, kA, 24}, {kPerI, kPer | kPerKan, 0, 22}, {kPerKan, kPer | kPerI | kBer, 0, 20}, kNo}},
    {"di+per", 2, {{kPer, kPerKan | kPerI, kA, 24}, {kPerI, kPer | kPerKan, 0, 22}, {kPerKan, kPer | kPerI | kBer, 0, 20}, kNo}},
    {"ter+per", 2, {{kPer, kPerKan | kPerI, 0, 30}, {kPerI, kPer | kPerKan, 0, 26}, {kPerKan, kPer | kPerI, 0, 26}, kNo}},
    {"peN+per", 2, {{kPer, kPerKan | kPerI, kM, 28}, kNo, kNo, {kAnyPer, kPerAn, 0, 28}}},
    {"meN+ber", 2, {kNo, {kBer, kBerKan, 0, 30}, {kBerKan | kBer, kAn, 0, 26}, kNo}},
    {"di+ber", 2, {kNo, {kBer, kBerKan, 0, 30}, {kBerKan | kBer, kAn, 0, 26}, kNo}},
    {"ter+ber", 2, {kNo, kNo, {kBerKan | kBer, 0, 0, 34}, kNo}},
    {"peN+ber", 2, {kNo, kNo, kNo, {kBerKan | kBer, kAn, 0, 28}}},

    {"meN+se", 2, {{kSe, 0, 0, 34}, {kSe, 0, kN, 26}, {kSe, 0, kN | kA, 24}, kNo}},
    {"di+se", 2, {kNo, {kSe, 0, kN, 28}, {kSe, 0, kN | kA, 24}, kNo}},
    {"peN+se", 2, {{kSe, 0, 0, 34}, kNo, kNo, {kSe, 0, kN, 24}}},
    {"per+se", 2, {kNo, kNo, kNo, {kSe, 0, kN, 26}}},
    {"ke+se", 2, {kNo, kNo, kNo, {kSe, kKeAn, kN, 24}}},
    {"ber+se", 2, {{kSe, 0, kN, 34}, kNo, kNo, {kSe, kAn, 0, 34}}},
    {"meN+ke", 2, {{kKe, 0, kN, 40}, {kKe, 0, 0, 18}, {kKe, 0, kN, 22}, kNo}},
    {"di+ke", 2, {kNo, {kKe, 0, 0, 18}, {kKe, 0, kN, 22}, kNo}},
    {"peN+ke", 2, {kNo, kNo, kNo, {kKe, 0, kN, 24}}},
    {"ter+ke", 2, {{kKe, 0, kN, 34}, kNo, {kKe, 0, 0, 34}, kNo}},
    {"meN+ter", 2, {kNo, kNo, {kTer, 0, 0, 30}, kNo}},
    {"di+ter", 2, {kNo, kNo, {kTer, 0, 0, 30}, kNo}},
    {"peN+ter", 2, {kNo, kNo, kNo, {kTer, 0, 0, 34}}},

    {"ber+ke", 2, {{kKe, 0, 0, 44}, kNo, kNo, {kKeAn, 0, kA, 18}}},
    {"ber+peN", 2, {{kPeN, kPeNAn, 0, 26}, kNo, kNo, {kPeNAn, kAnyMeN | kPeN, 0, 20}}},
    {"ber+pe", 2, {{kPe, 0, 0, 36}, kNo, kNo, {kPerAn | kPeNAn, 0, 0, 34}}},
    {"ber+per", 2, {kNo, kNo, kNo, {kPerAn, kBer, 0, 26}}},
    {"ke+ber", 2, {kNo, kNo, kNo, {kBer, kBerAn | kBerKan, kN, 20}}},
    {"ke+ter", 2, {kNo, kNo, kNo, {kTer, kAnyMeN, kA, 24}}},
    {"ke+tidak", 2, {{0, 0, 0, 40}, kNo, kNo, {kKeAn, kAnyMeN | kBer | kTer | kSe, kEvery, 10}}},
    {"ke+peN", 2, {kNo, kNo, kNo, {kPeN | kPe, kPeNAn, 0, 28}}},
    {"ke+pe", 2, {kNo, kNo, kNo, {kPe, kPeN, 0, 36}}},
    {"ke+per", 2, {kNo, kNo, kNo, {kPerAn | kPer, 0, 0, 36}}},
    {"se+peN", 2, {{kPeN, 0, 0, 36}, kNo, kNo, {kPeNAn, kPeN | kAnyMeN, 0, 30}}},
    {"se+per", 2, {{kPer, 0, kM, 40}, kNo, kNo, {kPerAn, kBer, 0, 30}}},
    {"se+ke", 2, {kNo, kNo, kNo, {kKeAn, 0, 0, 36}}},

    // Ce- + noun (lelaki, dedaunan): the class alone licenses it
    {"Ce", 1, {{0, 0, kN | kA, 30}, kNo, kNo, {0, 0, kN | kV, 26}}},
};

// Prefixes, as steps of the walk from outside to inside.
enum Step : uint8_t { sDi, sTer, sBer, sKe, sSe, sMen, sPen, sPe, sPer, sTidak, sStepCount };

struct Follow {
  ChainId from;
  Step step;
  ChainId to;
};

inline constexpr Follow kFollows[] = {
    {cNone, sDi, cDi},          {cNone, sTer, cTer},       {cNone, sBer, cBer},        {cNone, sKe, cKe},
    {cNone, sSe, cSe},          {cNone, sMen, cMen},       {cNone, sPen, cPen},        {cNone, sPe, cPe},
    {cNone, sPer, cPer},        {cDi, sPer, cDiPer},       {cDi, sBer, cDiBer},        {cDi, sSe, cDiSe},
    {cDi, sKe, cDiKe},          {cDi, sTer, cDiTer},       {cDiPer, sSe, cDiPer},      {cDiKe, sTer, cDiKe},
    {cTer, sPer, cTerPer},      {cTer, sBer, cTerBer},     {cTer, sKe, cTerKe},        {cMen, sPer, cMenPer},
    {cMen, sBer, cMenBer},      {cMen, sSe, cMenSe},       {cMen, sKe, cMenKe},        {cMen, sTer, cMenTer},
    {cMenPer, sSe, cMenPer},    {cPen, sPer, cPenPer},     {cPen, sBer, cPenBer},      {cPen, sSe, cPenSe},
    {cPen, sKe, cPenKe},        {cPen, sTer, cPenTer},     {cPer, sSe, cPerSe},        {cPer, sTidak, cStop},
    {cBer, sKe, cBerKe},        {cBer, sPen, cBerPen},     {cBer, sPe, cBerPe},        {cBer, sPer, cBerPer},
    {cBer, sSe, cBerSe},        {cBerKe, sTer, cBerKe},    {cBerKe, sBer, cBerKe},     {cBerKe, sPen, cBerKe},
    {cBerKe, sSe, cBerKe},      {cBerKe, sTidak, cBerKe},  {cBerPen, sKe, cBerPen},    {cBerPer, sSe, cBerPer},
    {cKe, sBer, cKeBer},        {cKe, sTer, cKeTer},       {cKe, sSe, cKeSe},          {cKe, sTidak, cKeTidak},
    {cKe, sPen, cKePen},        {cKe, sPe, cKePe},         {cKe, sPer, cKePer},        {cKeTidak, sBer, cKeTidak},
    {cKeTidak, sTer, cKeTidak}, {cKeTidak, sSe, cKeTidak}, {cKeTidak, sPen, cKeTidak}, {cKeTidak, sMen, cKeTidak},
    {cKePer, sSe, cKePer},      {cKePen, sBer, cKePen},    {cSe, sPen, cSePen},        {cSe, sPer, cSePer},
    {cSe, sKe, cSeKe},          {cSePen, sKe, cSePen},
};

// Prefixes of Greek, Sanskrit and Latin origin and prepositions that are written on to whole words. Only before a word of
// the lexicon (or one derived from it) of at least `least` letters.
struct LongPrefix {
  std::string_view text;
  uint8_t least;
};
inline constexpr LongPrefix kLongPrefixes[] = {
    {"antar", 5}, {"anti", 5}, {"multi", 5}, {"nir", 5}, {"non", 5}, {"pasca", 4}, {"pra", 5}, {"sub", 5},
};
// The same and more before a hyphen: di-PHK, se-Indonesia, non-migas, eks-pejabat.
inline constexpr std::string_view kHyphenPrefixes[] = {
    "adi",   "antar", "anti",  "ber",    "bi",   "di",     "dwi",   "eks",    "ekstra", "ex",    "infra", "inter",
    "intra", "ke",    "ko",    "kontra", "ku",   "lintas", "maha",  "makro",  "me",     "mem",   "men",   "meng",
    "mikro", "mini",  "mono",  "multi",  "neo",  "nir",    "non",   "para",   "pasca",  "pe",    "pem",   "pen",
    "peng",  "per",   "poli",  "post",   "pra",  "pre",    "pro",   "pseudo", "purna",  "re",    "se",    "semi",
    "sub",   "super", "supra", "swa",    "tele", "ter",    "trans", "tri",    "ultra",  "wakil",
};
// Clitics and suffixes after a hyphen: KTP-nya, mem-PHK-kan.
inline constexpr std::string_view kHyphenTails[] = {"an", "i", "kah", "kan", "ku", "lah", "mu", "nya", "pun"};
// Endings of loans: a word of six letters or more with one of them is taken for a root after a clear prefix although the lexicon
// does not know it (mendigitalisasi, diverifikasi).
inline constexpr std::string_view kLoanEndings[] = {"asi",  "isir", "itas", "isme",  "ensi",  "ansi",   "uksi",
                                                    "eksi", "isi",  "usi",  "ologi", "grafi", "ifikasi"};

}  // namespace netra::morph
