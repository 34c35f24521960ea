// What loading costs: each time in a fresh process, with the files in memory (warm) or pushed out of it (cold).
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <set>

#include "bench.hpp"

namespace bench {

namespace {

struct Memory {
  long resident = 0, own = 0;  // kB; own: pages no other process has
};
Memory memory_now() {
  Memory out;
  FILE* const file = std::fopen("/proc/self/smaps_rollup", "r");
  if (!file) return out;
  for (char line[256]; std::fgets(line, sizeof line, file);) {
    long kb = 0;
    if (std::sscanf(line, "Rss: %ld", &kb) == 1) out.resident = kb;
    if (std::sscanf(line, "Private_Clean: %ld", &kb) == 1 || std::sscanf(line, "Private_Dirty: %ld", &kb) == 1) out.own += kb;
  }
  std::fclose(file);
  return out;
}

// Files mapped into this process, by path.
std::set<std::string> mapped_files() {
  std::set<std::string> out;
  FILE* const file = std::fopen("/proc/self/maps", "r");
  if (!file) return out;
  for (char line[4096]; std::fgets(line, sizeof line, file);)
    if (char* path = std::strchr(line, '/')) {
      path[std::strcspn(path, "\n")] = '\0';
      out.insert(path);
    }
  std::fclose(file);
  return out;
}

}  // namespace

int load_once(const char* module) {
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  run(db, "CREATE VIRTUAL TABLE warm USING fts5(body); INSERT INTO warm VALUES ('a'); SELECT * FROM warm WHERE warm MATCH 'a'");
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  const auto files_before = mapped_files();
  const Memory before = memory_now();
  const double wall = wall_seconds(), cpu = cpu_seconds();
  char* message = nullptr;
  if (sqlite3_load_extension(db, module, nullptr, &message) != SQLITE_OK) die(message ? message : "load");
  const double wall_spent = wall_seconds() - wall, cpu_spent = cpu_seconds() - cpu;
  const Memory loaded = memory_now();
  run(db,
      "CREATE VIRTUAL TABLE t USING fts5(body, tokenize='indonesian');"
      "INSERT INTO t VALUES ('Ketua KPU Kabupaten Ngawi Budi Santoso mengatakan pemungutan suara digelar 27 November 2024.');"
      "SELECT extract_official(body), election_stage(body), extract_date(body), extract_law(body) FROM t");
  const Memory used = memory_now();
  std::printf("%.9g %.9g %ld %ld %ld %ld\n", wall_spent, cpu_spent, loaded.resident - before.resident, loaded.own - before.own,
              used.resident - before.resident, used.own - before.own);
  for (const auto& file : mapped_files())
    if (!files_before.count(file)) std::printf("%s\n", file.c_str());
  return 0;
}

void measure_load(const Settings& settings) {
  struct Build {
    const char* name;
    std::string module;
    std::vector<double> warm, warm_cpu, cold;
    double resident = 0, own = 0, resident_used = 0, own_used = 0;
    std::set<std::string> files;
  };
  std::vector<Build> builds;
  builds.emplace_back().name = "with ICU";
  builds.back().module = settings.module;
  if (!settings.without_icu.empty()) {
    builds.emplace_back().name = "without ICU";
    builds.back().module = settings.without_icu;
  }
  const auto once = [&](Build& build, bool cold) {
    for (const auto& file : build.files)
      if (cold)
        if (const int fd = ::open(file.c_str(), O_RDONLY); fd >= 0) {
          posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);  // pages other processes have mapped stay
          close(fd);
        }
    const std::string output = fresh_process(settings, {"--load-once", build.module});
    double wall = 0, cpu = 0;
    if (std::sscanf(output.c_str(), "%lf %lf %lf %lf %lf %lf", &wall, &cpu, &build.resident, &build.own, &build.resident_used,
                    &build.own_used) != 6)
      die("load: " + output);
    for (size_t at = output.find('\n') + 1; at < output.size();) {
      const size_t end = output.find('\n', at);
      build.files.insert(output.substr(at, end - at));
      at = end + 1;
    }
    if (cold) {
      build.cold.push_back(wall);
    } else {
      build.warm.push_back(wall);
      build.warm_cpu.push_back(cpu);
    }
  };
  for (Build& build : builds) once(build, false);
  for (Build& build : builds) build.warm.clear(), build.warm_cpu.clear();
  for (int round = 0; round < 3 * settings.rounds; ++round)
    for (Build& build : builds) once(build, false);
  for (int round = 0; round < settings.rounds; ++round)
    for (Build& build : builds) once(build, true);
  for (Build& build : builds)
    Record("load", build.name)
        .number("warm_ms", median(build.warm) * 1e3)
        .number("warm_cpu_ms", median(build.warm_cpu) * 1e3)
        .number("cold_ms", median(build.cold) * 1e3)
        .number("own_kb", build.own)
        .number("resident_kb", build.resident)
        .number("own_used_kb", build.own_used)
        .number("resident_used_kb", build.resident_used)
        .times(build.warm);
}

}  // namespace bench
