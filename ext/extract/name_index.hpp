// The names of persons of a text by where they stand, and what they are given to. holders.cpp asks here which name stands before
// or behind a role.
#ifndef NETRA_EXTRACT_NAME_INDEX_HPP
#define NETRA_EXTRACT_NAME_INDEX_HPP

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/institutions.hpp"
#include "extract/names.hpp"
#include "extract/regions.hpp"
#include "extract/roles.hpp"
#include "extract/word_keys.hpp"

namespace netra::extract {

// A name as it is kept: Name without lists of its own.
struct KeptName {
  Span span;
  uint32_t first, last;
  uint32_t titles;  // where its titles begin among those of all names: the honorifics, then the degrees
  uint8_t honorifics, degrees;
  const data::Rank* rank;
  bool titled() const noexcept { return honorifics != 0 || degrees != 0 || rank; }
};

// Names have numbers from 0 in the order they were kept; -1 is no name.
class NameIndex {
 public:
  NameIndex(const Document& d, const Regions& regions, const Institutions& institutions)
      : d_(d), regions_(regions), institutions_(institutions), first_(d.size() + 1), last_(d.size() + 1) {}

  // Every run of words that could be a name, outside roles and bodies; the grammar decides which are. Roles in text order.
  void read(const Blocks<Role>& roles);
  // A name in small letters, found behind its role.
  int keep_small(const Name& name);

  const KeptName& operator[](int name) const { return names_[static_cast<size_t>(name)]; }
  std::span<const Span> honorifics(const KeptName& name) const { return std::span(titles_).subspan(name.titles, name.honorifics); }
  std::span<const Span> degrees(const KeptName& name) const { return std::span(titles_).subspan(name.titles + name.honorifics, name.degrees); }
  // The name that begins at atom i with its titles, that ends right before it with its degrees.
  int at(uint32_t i) const { return find(small_first_, first_, i); }
  int ending(uint32_t i) const { return find(small_last_, last_, i); }

  // A name given to a role; those of the body tell the headline's names.
  void use(int name);
  bool used(int name) const { return used_[static_cast<size_t>(name)]; }

  // Headlines are written in capitals: there a name ends before the first word that the lexicon knows and the article does not
  // use as a name. Shortens the name where the role stands in the headline; -1 when nothing is left.
  int headline_name(const Role& role, int name);

  // Every word is one of a name that the body has given to a role, or no table and no lexicon knows it.
  bool all_names(const KeptName& name) const;
  bool all_common(const KeptName& name) const;  // without titles, every word known to the lexicon
  // A name in front of a role must not be the end of something else: "Jalan Sudirman, Ketua ..." or a region.
  bool plausible(const KeptName& name) const;

 private:
  static int find(const std::map<uint32_t, int>& small, const AtomNumbers& read, uint32_t i) {
    if (!small.empty())
      if (const auto at = small.find(i); at != small.end()) return at->second;
    return read.of(i);
  }
  int keep(const Name& name);
  bool holds_region(Span span) const;  // "Kabupaten Ende" begins within
  // Does a word of the headline occur in the article? Names do, borrowed verbs ("warning") hardly. An article of a few words
  // says nothing about that.
  bool in_body(uint32_t i);
  // Is the word one of a name that the body of the article has already given to a role?
  bool body_token(uint32_t i) const;

  const Document& d_;
  const Regions& regions_;
  const Institutions& institutions_;
  std::deque<KeptName> names_;  // a text may be full of them: no second copy while it grows
  std::vector<Span> titles_;
  std::vector<bool> used_;
  AtomNumbers first_, last_;  // of the names read, see at() and ending()
  std::map<uint32_t, int> small_first_, small_last_;
  KeySet used_words_;
  KeySet body_words_;                  // see in_body()
  bool body_read_ = false;
  bool short_body_ = false;
};

}  // namespace netra::extract

#endif
