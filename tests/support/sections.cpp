#include "support/sections.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "support/report.hpp"

namespace sections {

char where[300];

namespace {

void tell() {
  [[maybe_unused]] auto n = write(2, "\nwhile: ", 8);
  n = write(2, where, std::strlen(where));
  n = write(2, "\n", 1);
}
void on_signal(int signal) {
  tell();
  std::signal(signal, SIG_DFL);
  raise(signal);
}

int run_here(const char* program, const Section& section) {
  catch_signals();
  alarm(report::full() ? 36000 : 900);
  static char name[60];
  std::snprintf(name, sizeof name, "%s %s", program, section.name);
  report::program = name;
  if (section.prepare) section.prepare();
  section.run();
  return report::finish();
}

}  // namespace

extern "C" void __asan_on_error() { tell(); }

void catch_signals() {
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM}) std::signal(signal, on_signal);
}

int run(const char* program, std::span<const Section> list, int argc, char** argv, bool slow) {
  if (argc == 2)
    for (const Section& section : list)
      if (std::strcmp(argv[1], section.name) == 0) return run_here(program, section);
  int failures = 0, ran = 0;
  for (int i = 1; i < argc; ++i)
    if (std::none_of(list.begin(), list.end(), [&](const Section& s) { return std::strcmp(argv[i], s.name) == 0; })) {
      std::fprintf(stderr, "%s: no section '%s'\n", program, argv[i]);
      return 2;
    }
  for (const Section& section : list) {
    bool wanted = argc == 1 && !(section.timed && slow);
    for (int i = 1; i < argc; ++i) wanted = wanted || std::strcmp(argv[i], section.name) == 0;
    if (!wanted) continue;
    ++ran;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      execl("/proc/self/exe", argv[0], section.name, nullptr);
      _exit(3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status == 0) continue;
    ++failures;
    std::fprintf(stderr, "%s %s: %s %d\n", program, section.name, WIFSIGNALED(status) ? "killed by signal" : "exit",
                 WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
  }
  std::printf("%s: %d passed, %d failed\n", program, ran - failures, failures);
  return failures == 0 && ran > 0 ? 0 : 1;
}

}  // namespace sections
