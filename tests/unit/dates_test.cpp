// Days written in every way the press writes them: what is read must be the day, weekday, time and range that were written.
#include "extract/dates.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/date_scan.hpp"
#include "support/texts.hpp"

using namespace netra::extract;
using netra::text::Civil;
using netra::text::civil_of;
using netra::text::day_number;
using netra::text::IsoText;

namespace {

constexpr std::array<std::array<const char*, 5>, 12> kMonths = {{{"Januari", "Jan.", "januari", "Jan", "JANUARI"},
                                                                 {"Februari", "Feb.", "Pebruari", "Feb", "februari"},
                                                                 {"Maret", "Mar.", "maret", "Mar", "March"},
                                                                 {"April", "Apr.", "april", "Apr", "APRIL"},
                                                                 {"Mei", "mei", "May", "Mei", "MEI"},
                                                                 {"Juni", "Jun.", "juni", "Jun", "June"},
                                                                 {"Juli", "Jul.", "juli", "Jul", "July"},
                                                                 {"Agustus", "Agt.", "agustus", "Ags", "Agus."},
                                                                 {"September", "Sept.", "Sep.", "Sep", "september"},
                                                                 {"Oktober", "Okt.", "oktober", "Okt", "Oct"},
                                                                 {"November", "Nop.", "Nopember", "Nov", "Nov."},
                                                                 {"Desember", "Des.", "desember", "Des", "December"}}};
constexpr const char* kWeekdays[] = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"};
constexpr const char* kOtherWeekdays[] = {"Monday", "SELASA", "Rab", "kamis", "Jum'at", "Sab", "Ahad"};
constexpr const char* kUnits[] = {"",     "satu",  "dua",     "tiga",     "empat",   "lima",
                                  "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

std::string spelled(int day) {
  if (day < 12) return kUnits[day];
  if (day < 20) return std::string(kUnits[day - 10]) + " belas";
  return std::string(kUnits[day / 10]) + " puluh" + (day % 10 ? std::string(" ") + kUnits[day % 10] : "");
}
std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

class Writer {
 public:
  explicit Writer(uint64_t seed) : random_(seed) {}

  size_t below(size_t n) { return random_.below(n); }
  bool chance(size_t n) { return below(n) == 0; }
  std::string one_of(std::initializer_list<const char*> choices) { return *(choices.begin() + below(choices.size())); }
  Civil any_day() { return civil_of(day_number({2019, 1, 1}) + static_cast<int>(below(3000))); }
  std::string month(int m) { return kMonths[static_cast<size_t>(m - 1)][below(5)]; }
  std::string number(int n) { return chance(3) ? two(n) : std::to_string(n); }
  std::string weekday(int n) { return chance(4) ? kOtherWeekdays[n - 1] : kWeekdays[n - 1]; }

  // A day with its year, in words or figures.
  std::string day(const Civil& d) {
    const std::string year = std::to_string(d.year), figure = number(d.day);
    switch (below(14)) {
      case 0:
        return figure + "/" + number(d.month) + "/" + year;
      case 1:
        return figure + "-" + number(d.month) + "-" + year;
      case 2:
        return figure + "." + number(d.month) + "." + year;
      case 3:
        return IsoText(d).view().data() ? std::string(IsoText(d).view()) : "";
      case 4:
        return figure + " / " + number(d.month) + " / " + year;
      case 5:
        return kMonths[static_cast<size_t>(d.month - 1)][0] + (" " + std::to_string(d.day)) + ", " + year;
      case 6:
        return spelled(d.day) + " " + month(d.month) + " " + year;
      case 7:
        return figure + " (" + spelled(d.day) + ") bulan " + kMonths[static_cast<size_t>(d.month - 1)][0] + " tahun " + year;
      case 8:
        return figure + "-" + kMonths[static_cast<size_t>(d.month - 1)][3] + "-" + year;
      case 9:
        return figure + "/" + kMonths[static_cast<size_t>(d.month - 1)][0] + "/" + year;
      case 10:
        return figure + " " + month(d.month) + one_of({" tahun ", " thn. ", " thn ", ", "}) + year;
      case 11:
        return figure + "/" + number(d.month) + "/" + two(d.year % 100);
      default:
        return figure + " " + month(d.month) + " " + year;
    }
  }

  // The time behind it; fills what must be read.
  std::string time(std::string& expected, std::string& zone) {
    const int hour = static_cast<int>(below(24)), minute = static_cast<int>(below(60));
    static const char* const kZones[] = {"WIB", "WITA", "WIT"};
    expected = two(hour) + ":" + two(minute);
    switch (below(7)) {
      case 0:
        zone = kZones[below(3)];
        return one_of({" pukul ", ", pukul ", " jam ", " pkl. ", " Pukul ", " pukul: "}) + number(hour) + one_of({".", ":"}) +
               two(minute) + " " + zone;
      case 1:
        return one_of({" pukul ", " jam ", " pkl "}) + number(hour) + "." + two(minute);
      case 2:
        zone = kZones[below(3)];
        return one_of({" - ", ", ", " | ", " \xE2\x80\x93 ", " "}) + two(hour) + one_of({".", ":"}) + two(minute) + " " + zone;
      case 3:
        return one_of({" - ", ", ", " | "}) + two(hour) + ":" + two(minute);
      case 4: {
        const int spoken = 1 + static_cast<int>(below(11));
        static const char* const kParts[] = {"pagi", "siang", "sore", "malam", "petang", "subuh"};
        const size_t part = below(6);
        const int at = part == 2 || part == 3 || part == 4 ? spoken + 12 : part == 1 && spoken < 5 ? spoken + 12 : spoken;
        expected = two(at) + ":00";
        return " pukul " + std::to_string(spoken) + " " + kParts[part];
      }
      default:
        expected = zone = "";
        return "";
    }
  }

 private:
  texts::Random random_;
};

std::string shown(const Date& d) {
  std::string out = d.date_text.view().empty() ? "-" : std::string(d.date_text.view());
  if (!d.end_text.view().empty()) out += ".." + std::string(d.end_text.view());
  if (d.weekday_ok >= 0) out += d.weekday_ok ? " right" : " wrong";
  if (d.hour >= 0) out += " " + std::string(d.time_text.data(), 5);
  if (d.zone >= 0) out += " " + std::string(std::array{"WIB", "WITA", "WIT"}[static_cast<size_t>(d.zone)]);
  return out;
}
std::string dates(const std::string& text, std::optional<Civil> reference = {}) {
  const Document d(text);
  std::string out;
  for (const auto& date : find_dates(d, scan_dates(d), reference)) out += (out.empty() ? "" : "; ") + shown(date);
  return out;
}

}  // namespace

TEST_CASE("a day is read as it was written") {
  for (uint64_t seed = 1; seed <= 4000; ++seed) {
    Writer w(seed);
    const Civil day = w.any_day();
    int weekday = netra::text::weekday(day);
    std::string expected(IsoText(day).view()),
        text = w.one_of({"Rapat digelar ", "KPU membuka posko ", "Menurut dia, rapat dibuka "});
    const bool named = !w.chance(3), wrong = w.chance(6);
    if (named) {
      if (wrong) weekday = weekday % 7 + 1;
      text += w.weekday(weekday);
      text += w.one_of({", ", " (", ", tanggal ", " tgl ", " malam (", " pagi, ", " ", " dini hari ("});
    } else {
      text += w.one_of({"tanggal ", "pada tanggal ", "tertanggal ", "sejak ", "tgl. ", "mulai "});
    }
    const bool bracket = text.back() == '(';
    text += w.day(day) + (bracket ? ")" : "");
    std::string time, zone;
    text += w.time(time, zone);
    text += w.one_of({".", " di balai desa.", ", kata panitia.", ""});
    if (named) expected += wrong ? " wrong" : " right";
    if (!time.empty()) expected += " " + time;
    if (!zone.empty()) expected += " " + zone;
    INFO(text);
    CHECK(dates(text) == expected);
  }
}

TEST_CASE("a range is read as it was written") {
  for (uint64_t seed = 1; seed <= 2000; ++seed) {
    Writer w(seed);
    const Civil from = w.any_day(), to = civil_of(day_number(from) + 1 + static_cast<int>(w.below(25)));
    const std::string sign =
        w.one_of({" sampai ", " hingga ", " sampai dengan ", " s/d ", " s.d. ", " - ", "-", " \xE2\x80\x93 "});
    std::string text = "Masa itu berlangsung " + w.one_of({"", "pada ", "mulai ", "tanggal "}), expected;
    if (from.month == to.month && w.chance(2)) {
      expected = std::string(IsoText(from).view()) + ".." + std::string(IsoText(to).view());
      if (w.chance(4)) {
        text +=
            "tanggal " + w.number(from.day) + "-" + w.number(to.day) + "/" + w.number(to.month) + "/" + std::to_string(to.year);
      } else if (to.day == from.day + 1 && w.chance(2)) {
        text += w.number(from.day) + " dan " + w.number(to.day) + " " + w.month(to.month) + " " + std::to_string(to.year);
      } else if (w.chance(5)) {
        text += spelled(from.day) + (sign[0] == ' ' ? sign : " hingga ") + spelled(to.day) + " " + w.month(to.month) + " " +
                std::to_string(to.year);
      } else {
        text += w.number(from.day) + sign + (sign.size() > 4 ? w.one_of({"", "tanggal ", "tgl "}) : "") + w.number(to.day) + " " +
                w.month(to.month) + " " + std::to_string(to.year);
      }
    } else {  // two dates, the year once or twice
      expected = std::string(IsoText(from).view()) + "; " + std::string(IsoText(to).view());
      const size_t years = w.below(3);
      const std::string spaced = sign[0] == ' ' ? sign : " - ";
      text += w.number(from.day) + " " + kMonths[static_cast<size_t>(from.month - 1)][0] +
              (years != 1 ? " " + std::to_string(from.year) : "") + spaced;
      if (spaced.size() > 4) text += w.one_of({"", "tanggal ", "pada "});
      text += w.number(to.day) + " " + kMonths[static_cast<size_t>(to.month - 1)][0] +
              (years != 2 ? " " + std::to_string(to.year) : "");
    }
    text += w.one_of({".", " di balai desa.", ", kata panitia."});
    INFO(text);
    CHECK(dates(text) == expected);
  }
}

TEST_CASE("days without a year and relative days are reckoned from the reference") {
  for (uint64_t seed = 1; seed <= 2000; ++seed) {
    Writer w(seed);
    const Civil reference = w.any_day();
    const int from = day_number(reference);
    std::string text = "Rapat digelar ", expected;
    auto iso = [](int n) { return std::string(IsoText(civil_of(n)).view()); };
    switch (w.below(7)) {
      case 0: {  // the last or next such weekday
        const int weekday = 1 + static_cast<int>(w.below(7));
        const bool ahead = w.chance(2);
        const int back = (netra::text::weekday(reference) - weekday + 7) % 7;
        text += std::string(weekday == 7 ? "Ahad" : kWeekdays[weekday - 1]) + w.one_of({"", " malam", " pagi"}) +
                (ahead ? w.one_of({" mendatang", " depan", " nanti"}) : w.one_of({" lalu", " kemarin", "", " yang lalu"}));
        expected = iso(ahead ? from + 7 - back : from - back);
        break;
      }
      case 1: {
        const int away = static_cast<int>(w.below(120)) - 60;
        const Civil day = civil_of(from + away);
        const std::string weekday = kWeekdays[netra::text::weekday(day) - 1];
        text += weekday + " (" + w.number(day.day) + "/" + w.number(day.month) + ")";
        expected = iso(from + away) + " right";
        break;
      }
      case 2: {
        const int away = 1 + static_cast<int>(w.below(300));
        const bool ahead = w.chance(2);
        const Civil day = civil_of(ahead ? from + away : from - away);
        if (day.month == 2 && day.day == 29) continue;
        text += w.number(day.day) + " " + kMonths[static_cast<size_t>(day.month - 1)][0] +
                (ahead ? w.one_of({" mendatang", " nanti", " yang akan datang"}) : w.one_of({" lalu", " silam", " yang lalu"}));
        expected = iso(day_number(day));
        break;
      }
      case 3: {
        const int months = static_cast<int>(w.below(3)) - 1;
        text += months < 0    ? w.one_of({"bulan lalu", "bulan kemarin", "sebulan lalu"})
                : months == 0 ? "bulan ini"
                              : w.one_of({"bulan depan", "bulan mendatang"});
        const int index = reference.year * 12 + reference.month - 1 + months;
        const Civil first{index / 12, index % 12 + 1, 1};
        expected = iso(day_number(first)) + ".." +
                   iso(day_number({first.year, first.month, netra::text::days_in_month(first.year, first.month)}));
        break;
      }
      case 4: {
        const int years = static_cast<int>(w.below(3)) - 1;
        text += years < 0 ? w.one_of({"tahun lalu", "setahun lalu"}) : years == 0 ? "tahun ini" : "tahun depan";
        expected = iso(day_number({reference.year + years, 1, 1})) + ".." + iso(day_number({reference.year + years, 12, 31}));
        break;
      }
      case 5: {
        const int weeks = static_cast<int>(w.below(4)) - 2;
        text += weeks == -2   ? w.one_of({"dua pekan lalu", "dua minggu lalu"})
                : weeks == -1 ? w.one_of({"pekan lalu", "minggu kemarin", "sepekan lalu"})
                : weeks == 0  ? "pekan ini"
                              : w.one_of({"pekan depan", "minggu depan"});
        const int monday = from - netra::text::weekday(reference) + 1 + 7 * weeks;
        expected = iso(monday) + ".." + iso(monday + 6);
        break;
      }
      default: {
        static const std::array<std::pair<const char*, int>, 8> kDays = {{{"kemarin", -1},
                                                                          {"besok", 1},
                                                                          {"lusa", 2},
                                                                          {"hari ini", 0},
                                                                          {"tiga hari lalu", -3},
                                                                          {"kemarin lusa", -2},
                                                                          {"semalam", -1},
                                                                          {"besok pagi", 1}}};
        const auto& [word, away] = kDays[w.below(kDays.size())];
        text += word;
        expected = iso(from + away);
      }
    }
    text += w.one_of({".", " di balai desa.", ", kata panitia."});
    INFO(IsoText(reference).view() << ": " << text);
    CHECK(dates(text, reference) == expected);
  }
}
