// netra_hosts [SECTION...]: Netra in the hosts it must live in: encodings, detail modes, limits, interrupts, trusted schemas,
// threads, forks, loading again and again, damaged databases, processes that are killed. Each section runs in a process of its
// own.
#include "hosts/hosts.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hosts {

std::string temporary(const char* name) { return "/tmp/netra-" + std::string(name) + "-" + std::to_string(getpid()); }
void remove_database(const std::string& path) {
  for (const char* end : {"", "-journal", "-wal", "-shm"}) unlink((path + end).c_str());
}

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(NETRA_SOURCE_DIR "/corpus/articles"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

std::vector<std::string> many_texts(size_t articles) {
  auto out = corpus();
  if (out.size() > articles) out.resize(articles);
  for (const auto& c : texts::classes()) out.push_back(c.make(300));
  out.emplace_back(host::sample());
  return out;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace hosts

int main(int argc, char** argv) {
  using namespace hosts;
  static constexpr sections::Section kSections[] = {
      {"start", section_start},     {"hash", section_hash},           {"encodings", section_encodings},
      {"limit", section_limit},     {"interrupt", section_interrupt}, {"contract", section_contract},
      {"refuse", section_refuse},   {"without", section_without},     {"reload", section_reload},
      {"second", section_second},   {"threads", section_threads},     {"kill", section_kill},
      {"corrupt", section_corrupt}, {"golden", section_golden}};
  return sections::run("hosts", kSections, argc, argv);
}
