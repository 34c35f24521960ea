#include "extract/lexicon.hpp"

#include <algorithm>
#include <array>

#include "extract/lexicon_json.hpp"
#include "text/fold.hpp"

namespace netra::extract {

namespace {

data::Text source() { return data::Text("user"); }
constexpr std::string_view kLevels[] = {"", "negara", "provinsi", "kabupaten", "kota", "kecamatan", "desa", "semua"};

struct KindKeys {
  std::string_view kind;
  std::array<std::string_view, 4> keys;  // besides kind and form
  Kind match;
};
constexpr KindKeys kUserKinds[] = {
    {"office", {"name", "unit", "level", ""}, Kind::office},
    {"region", {"code", "", "", ""}, Kind::region_alias},
    {"institution", {"name", "abbreviation", "class", "level"}, Kind::institution},
    {"honorific", {"", "", "", ""}, Kind::honorific},
    {"degree", {"", "", "", ""}, Kind::degree},
};

template <class Names>
std::string list(const Names& names) {
  std::string out;
  for (const auto& name : names)
    if (!name.empty()) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

[[noreturn]] void refuse(std::string_view value, std::string what, size_t number, std::string_view allowed) {
  what += " (entry " + std::to_string(number) + " of the lexicon)";
  throw LexiconFault(value, std::move(what), allowed);
}

}  // namespace

size_t fold_atom(std::string_view bytes, const text::Atom& atom, char* out) noexcept {
  if (bytes.size() > kLongestKnown) return 0;
  if (atom.punct()) {  // a run of one mark counts as one
    const auto mark = static_cast<unsigned char>(bytes[0]) < 0x80 ? bytes.substr(0, 1) : bytes;
    return static_cast<size_t>(std::copy(mark.begin(), mark.end(), out) - out);
  }
  if (atom.is(text::kAscii) && !atom.is(text::kApostrophe)) {
    for (size_t i = 0; i < bytes.size(); ++i) out[i] = static_cast<char>(bytes[i] | 0x20);  // letters and digits only
    return bytes.size();
  }
  return text::fold_word(bytes, text::Diacritics::remove, out, kLongestKnown * 4);
}

// One entry with its place in the array, keys checked against its kind.
struct Lexicon::Entry {
  const KindKeys* kind = nullptr;
  size_t number;
  const JsonObject& values;

  Entry(const JsonObject& object, size_t n) : number(n), values(object) {
    const std::string_view name = get("kind");
    for (const auto& k : kUserKinds)
      if (k.kind == name) kind = &k;
    if (!kind) refuse(name, "a kind", n, "office, region, institution, honorific, degree");
    for (const auto& [key, value] : object)
      if (key != "kind" && key != "form" && (key.empty() || std::find(kind->keys.begin(), kind->keys.end(), key) == kind->keys.end())) {
        std::string allowed = list(kind->keys);
        allowed.insert(0, allowed.empty() ? "kind, form" : "kind, form, ");
        refuse(key, "a key of the kind " + std::string(name), n, std::move(allowed));
      }
  }
  std::string_view get(std::string_view key) const {
    for (const auto& [k, value] : values)
      if (k == key) return value;
    return {};
  }
  std::string_view form() const {
    const auto form = get("form");
    return form.starts_with('^') || form.starts_with('!') ? form.substr(1) : form;
  }
  data::Level level(data::Level otherwise) const {
    const auto name = get("level");
    if (name.empty()) return otherwise;
    for (size_t i = 1; i < std::size(kLevels); ++i)
      if (kLevels[i] == name) return static_cast<data::Level>(i);
    refuse(name, "a level", number, list(kLevels));
  }
};

Lexicon::Lexicon(std::string_view json) : payloads_(1) {
  const std::vector<JsonObject> objects = read_lexicon_json(json, kMostEntries);
  json_ = json;  // not before: what is refused may be long
  for (size_t i = 0; i < objects.size(); ++i) add(Entry(objects[i], i + 1));
}

void Lexicon::add(const Entry& entry) {
  const Payload payload = row_of(entry);
  uint32_t node = 0;
  size_t atoms = 0;
  text::AtomScanner scanner(entry.form());
  char folded[kLongestKnown * 4];
  for (text::Atom atom; scanner.next(atom); ++atoms) {
    const size_t size = fold_atom(entry.form().substr(atom.start, atom.length), atom, folded);
    if (size == 0 || atoms == kLongestForm) refuse(entry.get("form"), "a form", entry.number, "1 to 12 words of up to 64 bytes");
    const auto word = words_.emplace(std::string(folded, size), static_cast<uint16_t>(words_.size() + 1)).first->second;
    const auto [edge, fresh] = edges_.emplace(static_cast<uint64_t>(node) << 32 | word, static_cast<uint32_t>(payloads_.size()));
    if (fresh) payloads_.emplace_back();
    node = edge->second;
  }
  if (atoms == 0) refuse(entry.get("form"), "a form", entry.number, "1 to 12 words of up to 64 bytes");
  auto& there = payloads_[node];  // the same form of the same kind again: only regions may share a name
  const bool shared = payload.kind == Kind::region_alias;
  if (!shared && std::any_of(there.begin(), there.end(), [&](const Payload& p) { return p.kind == payload.kind; })) return;
  if (there.size() < 16) there.push_back(payload);
}

Lexicon::Payload Lexicon::row_of(const Entry& entry) {
  const auto form = entry.get("form");
  const tables::Shape shape = form.starts_with('^') ? tables::capital : form.starts_with('!') ? tables::upper : tables::any;
  const Kind kind = entry.kind->match;
  const uint16_t row = kind == Kind::office ? add_office(entry) : kind == Kind::institution ? add_institution(entry) : kind == Kind::region_alias ? add_alias(entry) : uint16_t{0};
  return {kind, shape, row};
}

uint16_t Lexicon::add_office(const Entry& entry) {
  const auto name = entry.get("name").empty() ? entry.form() : entry.get("name");
  data::Office office{{}, keep(name), data::Level::semua, data::Complement::desk, {}, data::Holder::placed, data::OfficeClass::official, source()};
  if (entry.get("unit").empty()) {
    for (const data::Office& known : data::offices)
      if (known.office == name) {
        office = known;
        break;
      }
  } else {
    office.complement = data::Complement::agency;
    office.unit = keep(entry.get("unit"));
  }
  office.level = entry.level(office.level);
  offices_.push_back(office);
  return static_cast<uint16_t>(data::offices.size() + offices_.size() - 1);
}

uint16_t Lexicon::add_institution(const Entry& entry) {
  const auto name = entry.get("name").empty() ? entry.form() : entry.get("name");
  const auto wanted = entry.get("class");
  if (wanted.empty())
    for (size_t i = 0; i < data::institutions.size(); ++i)
      if (data::institutions[i].abbreviation == name || data::institutions[i].name == name) return static_cast<uint16_t>(i);
  std::vector<std::string_view> classes;
  for (const data::Institution& known : data::institutions)
    if (std::find(classes.begin(), classes.end(), known.institution_class) == classes.end()) classes.push_back(known.institution_class);
  const auto found = std::find(classes.begin(), classes.end(), wanted);
  if (found == classes.end()) refuse(wanted, "a class", entry.number, list(classes));
  const auto level = entry.level(data::Level::semua);
  institutions_.push_back({{}, keep(entry.get("abbreviation")), keep(name), data::Text(*found), level, {}, source()});
  return static_cast<uint16_t>(data::institutions.size() + institutions_.size() - 1);
}

uint16_t Lexicon::add_alias(const Entry& entry) {
  const auto code = entry.get("code");
  const auto at = std::lower_bound(data::regions.begin(), data::regions.end(), code, [](const data::Region& r, std::string_view c) { return r.code < c; });
  if (at == data::regions.end() || at->code != code)
    refuse(code, "the code of a region", entry.number, "codes of provinces, regencies and cities, such as 74 or 74.15");
  aliases_.push_back({{}, at->code, data::AliasType::variant, source()});
  return static_cast<uint16_t>(data::region_aliases.size() + aliases_.size() - 1);
}

uint16_t Lexicon::symbol(std::string_view folded) const {
  const auto at = words_.find(folded);
  return at == words_.end() ? 0 : at->second;
}

void Lexicon::match(const std::vector<text::Atom>& atoms, const std::vector<uint16_t>& symbols, uint32_t first, std::vector<Match>& out) const {
  uint32_t node = 0;
  for (uint32_t i = first; i < atoms.size() && symbols[i] != 0; ++i) {
    const auto edge = edges_.find(static_cast<uint64_t>(node) << 32 | symbols[i]);
    if (edge == edges_.end()) return;
    node = edge->second;
    for (const Payload& p : payloads_[node])
      if (tables::fits(p.shape, tables::shape_of(atoms[first]))) out.push_back({first, i + 1, p.kind, 0, p.row});
  }
}

}  // namespace netra::extract
