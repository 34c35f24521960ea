// Numbers and dates by value: 1.929.000 and 1,929 juta are #1929000, dua puluh tujuh is #27, 72% is #72%, 23 Oktober 2024 and
// 23/10/2024 are @2024-10-23. Indonesian writing: dots group thousands, the comma begins the fraction, the day comes first.
#ifndef NETRA_TEXT_NUMBERS_HPP
#define NETRA_TEXT_NUMBERS_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace netra::text {

// End of the figure that begins with the ASCII digit at p: 27, 1.929.000, 1.000,50, 3,5, 1,234,567.8, 10.30, 31.12.2024. The
// items of a list (1,2,3) are figures of their own, so what stands before p, from begin on, counts.
const char* number_end(const char* begin, const char* p, const char* end) noexcept;

struct Value {
  char text[48];    // '#' and the canonical decimal, with '%' at the end for a percentage; or '@' and the date
  uint8_t size;
  size_t end;       // bytes: where the number or date ends in the text
  bool spelled;     // the first word already reads like the value: 27 for #27
  std::string_view view() const noexcept { return {text, size}; }
};

// Can this folded word begin a number: dua, sepuluh, seribu? "satu" alone and units such as "ribu" do not.
bool begins_number(std::string_view folded) noexcept;

// Is the figure [start, end) nothing but digits, and what stands behind it no unit, percent sign, month or rest of a date? Such a
// figure is its own value; false says nothing.
bool stays_plain(std::string_view text, size_t start, size_t end) noexcept;

// The value of the number word [start, end) where what stands behind it shows at a glance that it stands alone: what read_number()
// would give, size 0 where that gives nothing ("satu"). False says nothing.
bool lone_number_word(std::string_view text, size_t start, size_t end, Value& out) noexcept;

// The number whose first word begins at byte `at` (a digit, Rp before a digit, or a number word), with its unit (ribu, juta,
// miliar, triliun) and percent sign or word. False when it cannot be read for certain: 10.30, 08123, more than 18 digits.
bool read_number(std::string_view text, size_t at, Value& out) noexcept;

// The date at byte `at` (a digit): 23 Oktober 2024, 23 Oktober, 23/10/2024, 23-10-24, 2024-10-23, 23.10.2024; and 23/10 in
// parentheses or behind the name of a weekday, or anywhere when `bare` is set. Without a year the text is @--10-23.
bool read_date(std::string_view text, size_t at, bool bare, Value& out) noexcept;

}  // namespace netra::text

#endif
