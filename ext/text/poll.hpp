// How long work is stopped from outside.
#ifndef NETRA_TEXT_POLL_HPP
#define NETRA_TEXT_POLL_HPP

namespace netra::text {

// Calls the host's check and throws Interrupted when it says so. To be called every few thousand words.
struct Interrupted {};
struct Poll {
  bool (*stop)(void*) = nullptr;
  void* context = nullptr;
  void operator()() const {
    if (stop && stop(context)) throw Interrupted{};
  }
};

}  // namespace netra::text

#endif
