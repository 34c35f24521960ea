// A list of records that a text may be full of.
#ifndef NETRA_EXTRACT_BLOCKS_HPP
#define NETRA_EXTRACT_BLOCKS_HPP

#include <cstddef>
#include <vector>

namespace netra::extract {

// Grows without a second copy of what it holds, keeps every record where it is, and can be given up from its beginning on while it
// is read to its end.
template <class Record>
class Blocks {
 public:
  size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  Record& operator[](size_t i) noexcept { return blocks_[i / kBlock][i % kBlock]; }
  const Record& operator[](size_t i) const noexcept { return blocks_[i / kBlock][i % kBlock]; }
  void push_back(const Record& record) {
    if (size_ % kBlock == 0) blocks_.emplace_back().reserve(kBlock);
    blocks_.back().push_back(record);
    ++size_;
  }
  // Drops the records from record i on.
  void cut(size_t i) noexcept {
    blocks_.resize((i + kBlock - 1) / kBlock);
    if (i % kBlock != 0) blocks_.back().resize(i % kBlock);
    size_ = i;
  }
  // Gives up blocks before record i, i < size(), which are asked for no more; the others keep their numbers.
  void give_up(size_t i) noexcept {
    for (; given_up_ < i / kBlock; ++given_up_) std::vector<Record>().swap(blocks_[given_up_]);
  }

 private:
  static constexpr size_t kBlock = 32;
  std::vector<std::vector<Record>> blocks_;
  size_t size_ = 0, given_up_ = 0;
};

}  // namespace netra::extract

#endif
