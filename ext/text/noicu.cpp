// The build without ICU: single characters for unspaced scripts, folded code point order for the collation.
#include "text/chars.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace netra::text {

const char* icu_version() noexcept { return ""; }

RunBreaker::~RunBreaker() = default;

void RunBreaker::start(std::string_view run) noexcept {
  run_ = run;
  at_ = 0;
}

size_t RunBreaker::next() noexcept {
  if (at_ >= run_.size()) return 0;
  return at_ += decode(run_.data() + at_, run_.data() + run_.size()).size;
}

Collator::Collator() = default;
Collator::~Collator() = default;

int Collator::compare(std::string_view a, std::string_view b) const noexcept {
  while (!a.empty() && !b.empty()) {
    const Char left = decode(a.data(), a.data() + a.size());
    const Char right = decode(b.data(), b.data() + b.size());
    char left_folded[80], right_folded[80];
    const std::string_view x(left_folded, fold_word(a.substr(0, left.size), Diacritics::remove, left_folded, sizeof left_folded));
    const std::string_view y(right_folded,
                             fold_word(b.substr(0, right.size), Diacritics::remove, right_folded, sizeof right_folded));
    if (x.empty() != y.empty()) {  // a character that folds to nothing does not take part in the order
      (x.empty() ? a : b).remove_prefix(x.empty() ? left.size : right.size);
      continue;
    }
    if (const int order = x.compare(y)) return order;
    a.remove_prefix(left.size);
    b.remove_prefix(right.size);
  }
  auto rest = [](std::string_view s) {  // does anything that counts follow?
    char folded[1024];
    return fold_word(s.substr(0, 256), Diacritics::remove, folded, sizeof folded) > 0;
  };
  return static_cast<int>(rest(a)) - static_cast<int>(rest(b));
}

}  // namespace netra::text
