#include "search/compare.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "search/tokenizer.hpp"

namespace netra::search {

namespace {

constexpr size_t kShingle = 3;

uint64_t finish(uint64_t h) noexcept {  // splitmix64
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
  h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
  return h ^ (h >> 31);
}

uint64_t hash(const char* bytes, size_t size) noexcept {
  uint64_t h = 0xCBF29CE484222325ULL;
  for (size_t i = 0; i < size; ++i) h = (h ^ static_cast<unsigned char>(bytes[i])) * 0x100000001B3ULL;
  return finish(h);
}

// on(hash of the stem) for every word.
template <class On>
void stems(std::string_view text, const text::Poll& poll, On&& on) {
  Tokenizer tokenizer({.stem = StemMode::root});
  tokenizer.watch(poll);
  unsigned words = 0;
  tokenizer.document(text, [&](const char* token, size_t size, size_t, size_t, bool colocated) {
    if (++words % 4096 == 0) poll();
    if (!colocated) on(hash(token, size));
    return 0;
  });
  tokenizer.check();
}

std::vector<uint64_t> shingles(std::string_view text, const text::Poll& poll) {
  std::vector<uint64_t> out;
  uint64_t last[kShingle] = {};
  size_t words = 0;
  stems(text, poll, [&](uint64_t h) {
    last[0] = last[1], last[1] = last[2], last[2] = h;
    if (++words >= kShingle) out.push_back(finish(last[0] + 3 * last[1] + 7 * last[2]));
  });
  if (words < kShingle)
    for (size_t i = kShingle - words; i < kShingle; ++i) out.push_back(last[i]);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

double similarity(std::string_view a, std::string_view b, const text::Poll& poll) {
  const std::vector<uint64_t> x = shingles(a, poll), y = shingles(b, poll);
  if (x.empty() && y.empty()) return a == b ? 1.0 : 0.0;
  size_t common = 0;
  for (size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i] == y[j]) ++common, ++i, ++j;
    else if (x[i] < y[j]) ++i;
    else ++j;
  }
  return static_cast<double>(common) / static_cast<double>(x.size() + y.size() - common);
}

namespace {

// Counts for each of 64 bits how many numbers have it set: bits of a byte spread over the bytes of a word are added eight at a time.
class BitVotes {
 public:
  void add(uint64_t h) noexcept {
    for (int i = 0; i < 8; ++i) sums_[i] += kSpread[h >> (8 * i) & 0xFF];
    ++total_;
    if (++pending_ == 255) flush();
  }
  // The bits that more than half of the numbers have.
  uint64_t majority() noexcept {
    flush();
    uint64_t bits = 0;
    for (int bit = 0; bit < 64; ++bit)
      if (2 * counts_[bit] > total_) bits |= uint64_t{1} << bit;
    return bits;
  }

 private:
  static constexpr auto kSpread = [] {
    std::array<uint64_t, 256> table{};
    for (unsigned byte = 0; byte < 256; ++byte)
      for (unsigned bit = 0; bit < 8; ++bit) table[byte] |= static_cast<uint64_t>(byte >> bit & 1) << (8 * bit);
    return table;
  }();
  void flush() noexcept {
    for (int bit = 0; bit < 64; ++bit) counts_[bit] += sums_[bit / 8] >> (8 * (bit % 8)) & 0xFF;
    std::fill(std::begin(sums_), std::end(sums_), 0);
    pending_ = 0;
  }
  uint64_t sums_[8] = {}, counts_[64] = {}, total_ = 0;
  unsigned pending_ = 0;
};

}  // namespace

std::optional<int64_t> fingerprint(std::string_view text, const text::Poll& poll) {
  BitVotes votes;
  uint64_t before = 0;
  bool any = false;
  stems(text, poll, [&](uint64_t h) {
    votes.add(h);
    if (any) votes.add(finish(before + 3 * h));
    before = h, any = true;
  });
  if (!any) return std::nullopt;
  return static_cast<int64_t>(votes.majority());
}

}  // namespace netra::search
