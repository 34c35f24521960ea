// The search tokenizer, called directly: bounds, order and form of the tokens, the same positions for documents and queries.
#include <vector>

#include "fuzz/fuzz.hpp"
#include "search/tokenizer.hpp"
#include "support/host.hpp"

using namespace netra;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Source source{data, size};
  search::Options options;
  const uint8_t choice = source.byte();
  options.stem = static_cast<search::StemMode>(choice % 3);
  options.diacritics = choice & 4 ? text::Diacritics::keep : text::Diacritics::remove;
  const std::string_view text = source.rest();
  search::Tokenizer tokenizer(options);
  auto run = [&](int mode) {
    std::vector<size_t> positions;
    size_t last = 0;
    auto sink = [&](const char* token, size_t length, size_t start, size_t end, bool colocated) {
      fuzz::require(start <= end && end <= text.size() && start >= last, "offsets");
      fuzz::require(host::on_boundary(text, start) && host::on_boundary(text, end), "an offset within a character");
      fuzz::require(length > 0 && length <= text::kMaxToken && host::valid_utf8({token, length}), "a token");
      fuzz::require(!colocated || !positions.empty(), "colocated first");
      if (!colocated) positions.push_back(start);
      last = start;
      return 0;
    };
    if (mode == 0) tokenizer.document(text, sink);
    else tokenizer.query(text, mode == 2, sink);
    return positions;
  };
  const auto document = run(0), query = run(1), prefix = run(2);
  if (text.empty() || text[0] != '=') fuzz::require(document == query && document == prefix, "positions differ");
  fuzz::require(run(0) == document, "hidden state");
  return 0;
}
