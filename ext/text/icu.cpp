#include "text/icu.hpp"

#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

#include <cerrno>
#include <cstdlib>
#include <new>

#include "text/chars.hpp"
#include "text/utf8.hpp"

namespace netra::text {

const char* icu_version() noexcept { return U_ICU_VERSION; }

namespace {

// When ICU's dictionary iterator gets no memory for the engine of a script it asks for it again without end (RuleBasedBreakIterator::
// DictionaryCache::populateDictionary, seen in ICU 72). Each turn asks the UText where it stands; the UText therefore gets a copy of
// its functions that counts these questions and, far beyond what a run can need, says "at the end".
struct Guard {
  UTextFuncs functions;  // first, so that text->pFuncs leads back here
  const UTextFuncs* real;
  size_t asked, allowed;
};

UBool guarded_access(UText* text, int64_t index, UBool forward) {
  const UBool found = reinterpret_cast<const Guard*>(text->pFuncs)->real->access(text, index, forward);
  text->nativeIndexingLimit = -1;  // else UTEXT_GETNATIVEINDEX would not ask for positions among leading ASCII
  return found;
}

int64_t guarded_position(const UText* text) {
  auto* const guard = const_cast<Guard*>(reinterpret_cast<const Guard*>(text->pFuncs));
  if (++guard->asked > guard->allowed) return INT32_MAX;
  return guard->real->mapOffsetToNative(text);
}

// ICU's first steps in a process do not survive every allocation that fails: Locale::getDefault() gives null or waits for its own
// lock, getLanguageBreakEngine() reads through null (ICU 72; they take 110 kB). So they begin only where there is room for them all.
bool room_for_icu() noexcept {
  void* volatile const room = std::malloc(1 << 18);  // volatile: or the compiler takes it for granted
  std::free(room);
  return room;
}

}  // namespace

struct RunBreaker::State {
  UBreakIterator* iterator = nullptr;
  UText* text = nullptr;
  Guard guard{};

  State() noexcept = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (iterator) ubrk_close(iterator);
    if (text) utext_close(text);
  }

  // False when ICU cannot be used: status or errno tell why.
  bool start(std::string_view run, UErrorCode& status) noexcept {
    if (text) text->pFuncs = guard.real;
    // "id" has no word rules of its own: the root rules with the dictionaries for Thai, Lao, Khmer, Burmese, Chinese, Japanese.
    if (!iterator) iterator = ubrk_open(UBRK_WORD, "id", nullptr, 0, &status);
    text = utext_openUTF8(text, run.data(), static_cast<int64_t>(run.size()), &status);
    if (!iterator || !text || U_FAILURE(status)) return false;
    guard.real = text->pFuncs;
    guard.functions = *text->pFuncs;
    guard.functions.mapOffsetToNative = guarded_position;
    guard.functions.access = guarded_access;
    guard.asked = 0;
    guard.allowed = 1000 + 200 * run.size();
    text->pFuncs = &guard.functions;
    ubrk_setUText(iterator, text, &status);
    return U_SUCCESS(status);
  }
};

RunBreaker::~RunBreaker() { delete state_; }

void RunBreaker::start(std::string_view run) noexcept {
  run_ = run;
  at_ = 0;
  begin_ = end_ = 0;
  failed_ = usable_ = false;
}

// ICU does not always tell that memory ran out: it leaves a run uncut, and would go on so. malloc sets errno, so any ENOMEM while
// ICU works counts as a failure, and the iterator is thrown away with whatever it has half built.
void RunBreaker::open(size_t size) noexcept {
  begin_ = at_;
  end_ = at_ + size;
  usable_ = false;
  if (failed_) return;
  if (!state_ && room_for_icu()) state_ = new (std::nothrow) State;
  if (!state_) {
    failed_ = true;
    return;
  }
  const int before = errno;
  errno = 0;
  UErrorCode status = U_ZERO_ERROR;
  usable_ = state_->start(run_.substr(at_, size), status);
  if (errno == ENOMEM || status == U_MEMORY_ALLOCATION_ERROR) drop();
  errno = before;
}

void RunBreaker::drop() noexcept {
  delete state_;
  state_ = nullptr;
  usable_ = false;
  failed_ = true;
}

namespace {

// Han and Kana: one word each. ICU 72's engine for them reads through a null pointer when memory runs out (CjkBreakEngine::
// divideUpDictionaryRange), and its dictionary differs from release to release, while an index must not.
bool stands_alone(char32_t cp) noexcept { return cp >= 0x2E80; }

size_t size_of_rest(std::string_view text) noexcept {  // up to the next character that stands alone
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    const Char c = decode(p, end);
    if (c.cp != kInvalid && stands_alone(c.cp) && !is_diacritic(c.cp) && char_class(c.cp) == CharClass::unspaced) break;
    p += c.size;
  }
  return static_cast<size_t>(p - text.data());
}

}  // namespace

size_t RunBreaker::next() noexcept {
  if (at_ >= run_.size()) return 0;
  if (at_ >= end_) {
    const size_t size = size_of_rest(run_.substr(at_));
    if (size > 0) open(size);
  }
  if (usable_ && at_ < end_) {
    const int before = errno;
    errno = 0;
    const int32_t end = ubrk_next(state_->iterator);
    const bool exhausted = errno == ENOMEM || state_->guard.asked > state_->guard.allowed;
    errno = before;
    if (exhausted) drop();
    else if (end != UBRK_DONE && begin_ + static_cast<size_t>(end) > at_ && begin_ + static_cast<size_t>(end) <= end_) return at_ = begin_ + static_cast<size_t>(end);
  }
  return at_ += decode(run_.data() + at_, run_.data() + run_.size()).size;
}

Collator::Collator() {
  UErrorCode status = U_ZERO_ERROR;
  UCollator* const collator = room_for_icu() ? ucol_open("id", &status) : nullptr;
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
