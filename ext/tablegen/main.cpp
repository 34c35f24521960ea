// netra_tablegen DATA_DIR OUT_DIR: checks ext/data/*.tsv and writes tables.cpp, gazetteer.cpp and lexicon.cpp, or stops the build with the
// faults as file:line: message.
#include <cstdio>
#include <fstream>

#include "tablegen/lexicon_gen.hpp"
#include "tablegen/table.hpp"

namespace {

bool write(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
  return static_cast<bool>(out);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace netra::tablegen;
  if (argc != 3) {
    std::fprintf(stderr, "usage: netra_tablegen DATA_DIR OUT_DIR\n");
    return 2;
  }
  const std::string data = argv[1], out = argv[2];
  Faults faults;
  std::vector<Table> tables;
  for (const Spec& spec : kSpecs) tables.push_back(read_table(data, spec, faults));
  check_references(tables, faults);
  const std::string gazetteer = write_gazetteer(tables, faults);
  if (faults.count() > 0) {
    std::fprintf(stderr, "netra_tablegen: %d fault(s) in %s\n", faults.count(), data.c_str());
    return 1;
  }
  if (!write(out + "/tables.cpp", write_tables(tables)) || !write(out + "/gazetteer.cpp", gazetteer)) return 1;
  return generate_lexicon(data, out + "/lexicon.cpp");
}
