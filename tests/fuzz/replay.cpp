// replay FILE|FOLDER...: a fuzz target over kept inputs, in any build, without libFuzzer.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fuzz/fuzz.hpp"

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    if (std::filesystem::is_directory(argv[i])) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i]))
        if (entry.is_regular_file()) files.push_back(entry.path());
    } else if (std::filesystem::exists(argv[i])) {
      files.emplace_back(argv[i]);
    }
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    // as it is, and with every first byte that chooses something
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
    for (int first = 0; first < 8; ++first) {
      const std::string with = static_cast<char>(first) + bytes;
      LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(with.data()), with.size());
    }
  }
  std::printf("replay: %zu passed, 0 failed\n", files.size());
  return files.empty() ? 1 : 0;
}
