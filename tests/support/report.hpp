// Checks with a count, a message for each that fails, and lines for the table of promises that tests/run.sh --full prints.
#ifndef NETRA_TESTS_REPORT_HPP
#define NETRA_TESTS_REPORT_HPP

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace report {

inline long passed = 0, failed = 0;
inline long shown = std::getenv("NETRA_VERBOSE") ? 1000000 : 12;  // messages
inline const char* program = "";

// True when it holds. Only the first messages are printed.
__attribute__((format(printf, 2, 3))) inline bool check(bool holds, const char* format, ...) {
  if (holds) {
    ++passed;
    return true;
  }
  if (++failed <= shown) {
    va_list list;
    va_start(list, format);
    std::fputs("FAILED ", stderr);
    std::vfprintf(stderr, format, list);
    std::fputc('\n', stderr);
    va_end(list);
  }
  return false;
}

// One line of the table: appended to the file $NETRA_REPORT, if set. A promise may have several lines.
__attribute__((format(printf, 3, 4))) inline void promise(int number, bool held, const char* format, ...) {
  char figure[400];
  va_list list;
  va_start(list, format);
  std::vsnprintf(figure, sizeof figure, format, list);
  va_end(list);
  std::printf("  promise %d: %s: %s\n", number, held ? "held" : "NOT HELD", figure);
  std::fflush(stdout);
  const char* const path = std::getenv("NETRA_REPORT");
  if (!path) return;
  if (FILE* f = std::fopen(path, "a")) {
    std::fprintf(f, "%d\t%s\t%s\t%s\n", number, held ? "held" : "NOT HELD", program, figure);
    std::fclose(f);
  }
}

// Tells how far a long run is: a line every ten seconds at most, to the file descriptor $NETRA_PROGRESS, if set.
__attribute__((format(printf, 1, 2))) inline void progress(const char* format, ...) {
  static const char* const descriptor = std::getenv("NETRA_PROGRESS");
  static std::time_t told = std::time(nullptr);
  if (!descriptor || std::time(nullptr) < told + 10) return;
  told = std::time(nullptr);
  char line[200];
  va_list list;
  va_start(list, format);
  std::vsnprintf(line, sizeof line, format, list);
  va_end(list);
  dprintf(std::atoi(descriptor), "  %s: %s, %ld passed, %ld failed\n", program, line, passed, failed);
}

inline int finish() {
  std::printf("%s: %ld passed, %ld failed\n", program, passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}

inline bool full() {  // exhaustive run, or the strided one of the fast tier
  static const bool is = std::getenv("NETRA_FULL") != nullptr;
  return is;
}

}  // namespace report

#endif
