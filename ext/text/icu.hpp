// The only door to ICU. icu.cpp implements it with ICU; noicu.cpp is the build without (portable binaries, WebAssembly).
#ifndef NETRA_TEXT_ICU_HPP
#define NETRA_TEXT_ICU_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace netra::text {

const char* icu_version() noexcept;  // "72.1", or "" in a build without ICU

// Word boundaries in a run of a script written without spaces. With ICU: dictionary words of Thai, Lao, Khmer and Burmese. Han and
// Kana, and everything without ICU: one character each (a phrase finds them together).
// next() gives the end (in bytes from the run's start) of the next word, 0 after the last. The object reuses its state; it is
// not shared between threads.
class RunBreaker {
 public:
  RunBreaker() noexcept = default;
  ~RunBreaker();
  RunBreaker(const RunBreaker&) = delete;
  RunBreaker& operator=(const RunBreaker&) = delete;
  void start(std::string_view run) noexcept;
  size_t next() noexcept;
  bool failed() const noexcept { return failed_; }  // out of memory: next() fell back on single characters

 private:
  struct State;  // ICU's iterator and text, opened on first use
  void open(size_t size) noexcept;
  void drop() noexcept;

  std::string_view run_;
  size_t at_ = 0;
  [[maybe_unused]] size_t begin_ = 0, end_ = 0;  // what ICU cuts now
  [[maybe_unused]] State* state_ = nullptr;
  bool failed_ = false;
  [[maybe_unused]] bool usable_ = false;  // else, as without ICU, one character each
};

// ICU's order for Indonesian, case- and accent-insensitive (primary strength), or folded code point order without ICU.
// <0, 0, >0 as memcmp. Malformed bytes sort as U+FFFD. Safe to share between threads.
class Collator {
 public:
  Collator();
  ~Collator();
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;
  int compare(std::string_view a, std::string_view b) const noexcept;

 private:
  [[maybe_unused]] void* collator_ = nullptr;  // ICU's, which a build without ICU has not
};

}  // namespace netra::text

#endif
