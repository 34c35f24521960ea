#include "search/compare.hpp"

#include <algorithm>
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
void stems(std::string_view text, On&& on) {
  Tokenizer tokenizer({.stem = StemMode::root});
  tokenizer.document(text, [&](const char* token, size_t size, size_t, size_t, bool colocated) {
    if (!colocated) on(hash(token, size));
    return 0;
  });
}

std::vector<uint64_t> shingles(std::string_view text) {
  std::vector<uint64_t> out;
  uint64_t last[kShingle] = {};
  size_t words = 0;
  stems(text, [&](uint64_t h) {
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

double similarity(std::string_view a, std::string_view b) {
  const std::vector<uint64_t> x = shingles(a), y = shingles(b);
  if (x.empty() && y.empty()) return a == b ? 1.0 : 0.0;
  size_t common = 0;
  for (size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i] == y[j]) ++common, ++i, ++j;
    else if (x[i] < y[j]) ++i;
    else ++j;
  }
  return static_cast<double>(common) / static_cast<double>(x.size() + y.size() - common);
}

std::optional<int64_t> fingerprint(std::string_view text) {
  int64_t weight[64] = {};
  uint64_t before = 0;
  bool any = false;
  auto vote = [&](uint64_t h) {
    for (int bit = 0; bit < 64; ++bit) weight[bit] += (h >> bit & 1) ? 1 : -1;
  };
  stems(text, [&](uint64_t h) {
    vote(h);
    if (any) vote(finish(before + 3 * h));
    before = h, any = true;
  });
  if (!any) return std::nullopt;
  uint64_t bits = 0;
  for (int bit = 0; bit < 64; ++bit)
    if (weight[bit] > 0) bits |= uint64_t{1} << bit;
  return static_cast<int64_t>(bits);
}

}  // namespace netra::search
