// The loops over many bytes at once against the same one byte at a time: a processor without SSE2 takes another way through them.
#include "catch.hpp"
#include "support/texts.hpp"
#include "text/ascii_run.hpp"
#include "text/chars.hpp"

using namespace netra;

namespace {

bool letter(char c) { return text::is_ascii_alpha(c); }
bool joiner(char c) { return (c >= '\'' && c <= '/') || (c >= ':' && c <= '@') || c == '_' || c == '`'; }
bool unit(char c) { return letter(c) || text::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// Bytes of every kind, of letters and marks, of ASCII.
void fill(texts::Random& random, int kind, char (&bytes)[64]) {
  constexpr char kWords[] = "abcXYZ 0-'.@/:_`";
  for (char& c : bytes)
    c = kind == 0   ? static_cast<char>(random.below(256))
        : kind == 1 ? kWords[random.below(sizeof kWords - 1)]
                    : static_cast<char>(' ' + random.below(96));
}

}  // namespace

TEST_CASE("64 bytes are classed as each of them is") {
  texts::Random random(1);
  char bytes[64];
  for (int round = 0; round < 3000; ++round) {
    fill(random, round % 3, bytes);
    const text::ByteMasks masks = text::byte_masks(bytes);
    for (unsigned i = 0; i < 64; ++i) {
      const auto bit = [&](uint64_t mask) { return (mask >> i & 1) != 0; };
      REQUIRE(bit(masks.letters) == letter(bytes[i]));
      REQUIRE(bit(masks.units) == unit(bytes[i]));
      const bool certain = !unit(bytes[i]) && !joiner(bytes[i]);
      const bool before_one = i < 63 && joiner(bytes[i]) && !unit(bytes[i + 1]) && !joiner(bytes[i + 1]);
      REQUIRE(bit(masks.ends) == (certain || before_one));
    }
  }
}

TEST_CASE("letters are counted and folded, zeros behind them") {
  texts::Random random(2);
  char bytes[64], folded[32], brief[16];
  for (int round = 0; round < 3000; ++round) {
    fill(random, round % 3, bytes);
    const text::LetterRun run = text::letter_run(bytes);
    unsigned size = 0;
    for (; size < 16 && letter(bytes[size]); ++size) REQUIRE((run.lower >> size & 1) == (bytes[size] >= 'a' ? 1u : 0u));
    REQUIRE(run.size == size);
    for (unsigned n = 0; n < 32; ++n) {
      text::fold_letters(bytes, n, folded);
      for (unsigned i = 0; i < 32; ++i) REQUIRE(folded[i] == (i < n ? static_cast<char>(bytes[i] | 0x20) : '\0'));
    }
    for (unsigned n = 0; n < 16; ++n) {
      text::fold_short(bytes, n, brief);
      for (unsigned i = 0; i < 16; ++i) REQUIRE(brief[i] == (i < n ? static_cast<char>(bytes[i] | 0x20) : '\0'));
    }
  }
}
