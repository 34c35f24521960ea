// The people of a text as quotes need them: the officials with their numbers (extract_officials' column person), and those
// without an office, a teacher, a villager, an expert, by name.
#ifndef NETRA_EXTRACT_CAST_HPP
#define NETRA_EXTRACT_CAST_HPP

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/document.hpp"
#include "extract/officials.hpp"
#include "extract/word_keys.hpp"

namespace netra::extract {

struct Person {
  std::string_view name;  // the fullest form in the text; empty: an official whom the text never names
  int number = 0;     // of extract_officials, 0 none
  bool sure = false;  // an office, a title or a verb of saying stands beside a mention
  uint32_t first_word = 0, words = 0;  // of the name
};

struct NameWord {
  WordKey key;
  char first;  // letter
};

struct PersonMention {
  Span span;        // the name, or the role when no name stands there
  uint32_t end;     // atom after degrees and role
  uint32_t first;   // atom at which role or title begin
  uint32_t person;  // index into the cast
  bool named;       // false: a role alone
};

class Cast {
 public:
  // The officials must outlive the cast.
  Cast(const Document& document, const Mentions& officials);

  const Person& person(uint32_t index) const noexcept { return people_[index]; }
  void mark_sure(uint32_t index) noexcept { people_[index].sure = true; }
  // The first mention that begins in [first, last), if any.
  std::optional<PersonMention> first_in(uint32_t first, uint32_t last) const;

 private:
  void add_officials();
  void read_others();
  // Where a mention begins, and all that is to say of it.
  uint32_t begins(uint32_t mention) const;
  PersonMention mention(uint32_t mention) const;
  uint32_t person_of(Span span, bool titled);
  void read_words(Person& person);
  // Enters the words of a person under which later mentions look for it. renamed: it was entered before with fewer words.
  void enter(uint32_t person, bool renamed);
  // The last person among those entered under a key whom `fits` takes; `best` when none comes after that one.
  template <class Fits>
  int64_t last_of(uint64_t key, int64_t best, Fits&& fits) const;

  const Document& d_;
  const Mentions& officials_;
  // The mentions in text order: those below officials_.size() are officials, which a text may be full of, the others others_.
  std::vector<uint32_t> mentions_;
  std::deque<PersonMention> others_;
  std::vector<uint32_t> places_;  // by number of extract_officials: index in people_ and 1
  std::vector<Person> people_;
  std::vector<NameWord> words_;  // of their names
  struct Entry {
    uint32_t person;
    uint32_t before : 31;  // the entry before it under the same key, counted from 1
    uint32_t renamed : 1;
  };
  std::vector<Entry> entries_;
  KeyMap last_entry_;  // by the hash of a word, or letter_key(): counted from 1
};

// The end of what begins at atom i and is no name: a region, a body, an office, a month; i when nothing does.
uint32_t end_of_other(const Document& document, uint32_t i) noexcept;

}  // namespace netra::extract

#endif
