// A test program of named sections: each runs in a process of its own, so that a crash is told and the others go on; and what was
// being done when a signal came.
#ifndef NETRA_TESTS_SECTIONS_HPP
#define NETRA_TESTS_SECTIONS_HPP

#include <span>

namespace sections {

extern char where[300];  // what is being done; told when a signal comes or a sanitizer stops the process
void catch_signals();

struct Section {
  const char* name;
  void (*run)();
  void (*prepare)() = nullptr;
  bool timed = false;  // makes no sense in a slow build: left out there unless asked for by name
};
// Runs the sections named by the arguments, all without any; the process's exit code.
int run(const char* program, std::span<const Section> list, int argc, char** argv, bool slow = false);

}  // namespace sections

#endif
