#include "text/icu.hpp"

#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

#include <new>

#include "text/utf8.hpp"

namespace netra::text {

const char* icu_version() noexcept { return U_ICU_VERSION; }

RunBreaker::~RunBreaker() {
  if (iterator_) ubrk_close(static_cast<UBreakIterator*>(iterator_));
  if (text_) utext_close(static_cast<UText*>(text_));
}

void RunBreaker::start(std::string_view run) noexcept {
  run_ = run;
  at_ = 0;
  UErrorCode status = U_ZERO_ERROR;
  // "id" has no word rules of its own: the root rules with the dictionaries for Thai, Lao, Khmer, Burmese, Chinese, Japanese.
  failed_ = false;
  if (!iterator_) iterator_ = ubrk_open(UBRK_WORD, "id", nullptr, 0, &status);
  text_ = utext_openUTF8(static_cast<UText*>(text_), run.data(), static_cast<int64_t>(run.size()), &status);
  if (iterator_ && U_SUCCESS(status)) ubrk_setUText(static_cast<UBreakIterator*>(iterator_), static_cast<UText*>(text_), &status);
  failed_ = status == U_MEMORY_ALLOCATION_ERROR;
  usable_ = iterator_ && U_SUCCESS(status);
}

size_t RunBreaker::next() noexcept {
  if (at_ >= run_.size()) return 0;
  if (usable_) {
    const int32_t end = ubrk_next(static_cast<UBreakIterator*>(iterator_));
    if (end != UBRK_DONE && static_cast<size_t>(end) > at_) return at_ = static_cast<size_t>(end);
  }
  return at_ += decode(run_.data() + at_, run_.data() + run_.size()).size;
}

Collator::Collator() {
  UErrorCode status = U_ZERO_ERROR;
  UCollator* collator = ucol_open("id", &status);
  if (U_FAILURE(status) || !collator) throw std::bad_alloc();
  ucol_setStrength(collator, UCOL_PRIMARY);
  collator_ = collator;
}

Collator::~Collator() { ucol_close(static_cast<UCollator*>(collator_)); }

int Collator::compare(std::string_view a, std::string_view b) const noexcept {
  UErrorCode status = U_ZERO_ERROR;
  UCharIterator left, right;
  uiter_setUTF8(&left, a.data(), static_cast<int32_t>(a.size()));
  uiter_setUTF8(&right, b.data(), static_cast<int32_t>(b.size()));
  return ucol_strcollIter(static_cast<UCollator*>(collator_), &left, &right, &status);
}

}  // namespace netra::text
