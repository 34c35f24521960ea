#include "extract/lexicon_json.hpp"

#include "extract/lexicon.hpp"
#include "text/utf8.hpp"

namespace netra::extract {

namespace {

constexpr size_t kMostKeys = 8;

class Reader {
 public:
  Reader(std::string_view json, size_t most) : json_(json), most_(most) {}

  std::vector<JsonObject> read() {
    std::vector<JsonObject> objects;
    expect('[', "an array of entries: [{\"kind\": ..., \"form\": ...}, ...]");
    if (!take(']')) {
      do {
        if (objects.size() == most_) refuse(std::to_string(most_ + 1) + " entries", "a size of a lexicon", "up to " + std::to_string(most_) + " entries");
        objects.push_back(object());
      } while (take(','));
      expect(']', "',' or ']'");
    }
    blanks();
    if (at_ < json_.size()) fault("nothing behind the array");
    return objects;
  }

 private:
  [[noreturn]] static void refuse(std::string_view value, std::string_view what, std::string_view allowed) {
    throw LexiconFault(value, std::string(what), allowed);
  }
  [[noreturn]] void fault(std::string_view allowed) const {
    refuse(json_.substr(at_), "a lexicon from byte " + std::to_string(at_ + 1) + " on", allowed);
  }
  void blanks() noexcept {
    while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\t' || json_[at_] == '\n' || json_[at_] == '\r')) ++at_;
  }
  bool take(char c) noexcept {
    blanks();
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c, std::string_view allowed) {
    if (!take(c)) fault(allowed);
  }

  JsonObject object() {
    JsonObject pairs;
    expect('{', "an entry: {\"kind\": ..., \"form\": ...}");
    if (take('}')) return pairs;
    do {
      std::string key = string("a key in double quotes");
      for (const auto& pair : pairs)
        if (pair.first == key) refuse(key, "a new key of its entry", "each key once");
      if (pairs.size() == kMostKeys) fault("at most 8 keys");
      expect(':', "':'");
      std::string value = string("text in double quotes");
      pairs.emplace_back(std::move(key), std::move(value));
    } while (take(','));
    expect('}', "',' or '}'");
    return pairs;
  }

  std::string string(std::string_view allowed) {
    expect('"', allowed);
    std::string out;
    for (;; ++at_) {
      if (at_ >= json_.size()) fault("a closing double quote");
      const char c = json_[at_];
      if (c == '"') break;
      if (static_cast<unsigned char>(c) < 0x20) fault("no control characters within text");
      if (c == '\\')
        escape(out);
      else
        out += c;
    }
    ++at_;
    return out;
  }

  // The escape at at_; leaves at_ on its last byte.
  void escape(std::string& out) {
    constexpr std::string_view kNames = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
    const char c = at_ + 1 < json_.size() ? json_[at_ + 1] : '\0';
    if (const size_t n = kNames.find(c); c != '\0' && n != std::string_view::npos) {
      out += kValues[n];
      ++at_;
      return;
    }
    if (c != 'u') fault("an escape of JSON");
    uint32_t code = hex(at_ + 2);
    size_t last = at_ + 5;
    if (code >= 0xD800 && code < 0xDC00) {
      const bool second = json_.substr(last + 1, 2) == "\\u";
      const uint32_t low = second ? hex(last + 3) : 0;
      if (low < 0xDC00 || low >= 0xE000) fault("a pair of surrogates");
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      last += 6;
    } else if ((code >= 0xDC00 && code < 0xE000) || code == 0) {
      fault("a character of Unicode");
    }
    char bytes[4];
    out.append(bytes, text::encode(static_cast<char32_t>(code), bytes));
    at_ = last;
  }

  uint32_t hex(size_t from) const {
    uint32_t value = 0;
    for (size_t i = from; i < from + 4; ++i) {
      const char c = i < json_.size() ? json_[i] : '\0';
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) fault("four hexadecimal digits");
      value = value * 16 + static_cast<uint32_t>(digit);
    }
    return value;
  }

  std::string_view json_;
  size_t most_;
  size_t at_ = 0;
};

}  // namespace

std::vector<JsonObject> read_lexicon_json(std::string_view json, size_t most) { return Reader(json, most).read(); }

}  // namespace netra::extract
