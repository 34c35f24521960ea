// Provinces, regencies and cities named in a text, homonyms told apart by what stands around them.
#ifndef NETRA_EXTRACT_REGIONS_HPP
#define NETRA_EXTRACT_REGIONS_HPP

#include <array>
#include <map>
#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/record.hpp"

namespace netra::extract {

using data::Level;
using data::Region;

// What decided which region a name means.
enum class RegionBasis : uint8_t { level, office, name, alias, definition, province, article, none };

struct RegionMention {
  Span span;                // with the level word before it: "Kabupaten Buton Selatan"
  const Region* region;
  RegionBasis basis;
  bool ambiguous;           // another region of that name fits as well; both are given
  bool dateline;
  bool listed;              // false: only context (a seat of government), not a mention of the region
  double confidence;
};

extern const std::span<const Field<RegionMention>> kRegionFields;

const Region* find_region(std::string_view code) noexcept;
std::string_view canonical_name(const Region& region);  // "Kabupaten Buton Selatan", "Kota Bogor", "Provinsi Jambi"
bool fits_level(const Region& region, Level level) noexcept;

// A region by its row of the table, or none, in two bytes.
class RegionRef {
 public:
  RegionRef(const Region* region = nullptr) noexcept
      : row_(region ? static_cast<uint16_t>(region - data::regions.data()) : kNone) {}
  operator const Region*() const noexcept { return row_ == kNone ? nullptr : &data::regions[row_]; }
  const Region* operator->() const noexcept { return *this; }
  const Region& operator*() const noexcept { return data::regions[row_]; }

 private:
  static constexpr uint16_t kNone = UINT16_MAX;
  uint16_t row_;
};

// The regions that the longest region name beginning at an atom may mean.
struct RegionCandidates {
  uint32_t last = 0;  // atom after the name; 0 = no name begins there
  uint8_t count = 0;
  bool alias = false;
  bool defined = false;  // by the text itself: "Kabupaten Buton Selatan (Busel)"
  bool seat = false;    // a seat of government or an island: not the region itself
  bool common = false;  // often means something else,
  bool person = false;  // the name of a person among others
  std::array<RegionRef, 8> regions{};
};

// All regions of a text and the questions others ask about them.
class Regions {
 public:
  explicit Regions(const Document& document);

  std::span<const RegionMention> mentions() const noexcept { return mentions_; }
  // The mention that begins at atom i, or null. Of an ambiguous one the first.
  const RegionMention* at(uint32_t i) const noexcept;
  const AtomSet& beginnings() const noexcept { return begins_; }  // where they begin
  // What a name at atom i may mean, whether it counts as a mention or not.
  RegionCandidates candidates(uint32_t i) const;
  // The region meant at atom i when it is not named there: same sentence, same paragraph, most named in the article, dateline.
  // Level::semua takes any level. near: only sentence and paragraph.
  const Region* inherited(uint32_t i, Level level, bool near = false) const noexcept;
  const Region* dateline() const noexcept { return dateline_; }
  // The region the article names most, or null.
  const Region* main() const noexcept { return best(Level::semua); }
  bool beyond_dateline() const noexcept { return beyond_dateline_; }  // is a region named outside the dateline?

 private:
  // A name that may mean several regions, left until the whole article is known.
  struct Pending {
    Span span;
    RegionCandidates candidates;
    Level wanted;
    bool dateline;
    bool weak;  // a common word without a cue beside it: counts only when the article names the region elsewhere
  };

  Level level_word(uint32_t i) const noexcept;
  bool part_of_name(uint32_t i, const RegionCandidates& c) const noexcept;
  void note_ends();
  void learn();
  void scan();
  uint32_t mention_at(uint32_t i, Level wanted, uint32_t first);
  // How often the sure mentions name each region and each province.
  struct Counts {
    std::vector<unsigned> region;  // by index in data::regions
    std::map<std::string_view, unsigned> province;
  };
  void settle();
  const Region* choose(const Pending& p, const Counts& counts) const noexcept;
  void rank();
  const Region* best(Level level) const noexcept { return best_[static_cast<size_t>(level)]; }
  void add(Span span, const Region* region, RegionBasis basis, const RegionCandidates& c, bool ambiguous, double confidence);

  const Document& d_;
  std::vector<RegionMention> mentions_;
  AtomSet begins_;  // where mentions begin, once they are settled
  std::vector<Pending> pending_;
  std::map<uint64_t, const Region*> definitions_;  // by the hash of the short form
  std::vector<Level> level_ending_;   // by atom: level of the office or body whose name ends right before it
  std::vector<uint8_t> covered_;      // by atom: belongs to the name of a body
  std::array<unsigned, 8> level_votes_{};  // how often offices and bodies of a level are named
  std::array<const Region*, 8> best_{};  // by level: the region named most
  const Region* dateline_ = nullptr;
  bool beyond_dateline_ = false;
};

// For the scalar extract_region: the mention of the region the article is mainly about, or null.
const RegionMention* main_region(const Regions& regions);

}  // namespace netra::extract

#endif
