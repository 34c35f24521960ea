// Everything Netra knows of one text, computed when first asked for and kept, so that several functions on the same row share
// the work. Not for use by two threads at once.
#ifndef NETRA_EXTRACT_ANALYSIS_HPP
#define NETRA_EXTRACT_ANALYSIS_HPP

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "election/stages.hpp"
#include "extract/dates.hpp"
#include "extract/document.hpp"
#include "extract/laws.hpp"
#include "extract/quotes.hpp"
#include "extract/officials.hpp"
#include "extract/violations.hpp"

namespace netra::extract {

class Analysis {
 public:
  enum class Text { copied, borrowed };  // a borrowed text must outlive the analysis

  explicit Analysis(std::string_view text, Poll poll = {}, std::shared_ptr<const Lexicon> lexicon = {}, Text kept = Text::copied)
      : copy_(kept == Text::copied ? text : std::string_view()),
        text_(kept == Text::copied ? copy_ : text),
        lexicon_(std::move(lexicon)),
        document_(text_, poll, lexicon_.get()),
        poll_(poll) {}
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;

  std::string_view text() const noexcept { return text_; }
  const Lexicon* lexicon() const noexcept { return lexicon_.get(); }  // users' own entries, or null
  const Document& document() const noexcept { return document_; }

  // Dates as the text alone tells them, those that a day of publication settles, and the day the text reports.
  const std::vector<Date>& dates() {
    return lazy(dates_, [&] { return find_dates(document_, raw_dates(), {}); });
  }
  std::vector<Date> dates(text::Civil reference) { return find_dates(document_, raw_dates(), reference); }
  std::optional<text::Civil> day() { return article_day(document_, dates()); }
  const std::vector<Citation>& laws() {
    return lazy(laws_, [&] { return find_laws(document_, day()); }).citations;
  }
  const std::vector<Quote>& quotes() {
    return lazy(quotes_, [&] { return find_quotes(document_, officials()); });
  }
  const std::vector<ViolationMention>& violations() {
    return lazy(violations_, [&] { return find_violations(violation_context(), neutrality_topic(), laws()); });
  }
  const std::vector<SanctionMention>& sanctions() {
    return lazy(sanctions_, [&] { return find_sanctions(document_, neutrality_topic(), laws()); });
  }
  double neutrality_topic() {
    return lazy(topic_, [&] { return extract::neutrality_topic(violation_context()); });
  }

  const Regions& regions() {
    return lazy(regions_, [&] { return Regions(document_); });
  }
  const Institutions& institutions() {
    return lazy(institutions_, [&] { return Institutions(document_, regions(), bare_names()); });
  }
  const Mentions& officials() {
    return lazy(officials_, [&] { return find_officials(document_, regions(), institutions(), bare_names()); }).mentions;
  }

  const election::Election& election() {
    return lazy(election_, [&] { return election::find_election(document_); });
  }
  const std::vector<election::StageMention>& stages() {
    return lazy(stages_, [&] { return election::find_stages(document_, election()); });
  }

 private:
  const std::vector<RawDate>& raw_dates() {
    return lazy(raw_dates_, [&] { return scan_dates(document_); });
  }
  const ViolationContext& violation_context() {
    return lazy(violation_context_, [&] { return ViolationContext(document_); });
  }
  const BareNames& bare_names() {
    return lazy(bare_names_, [&] { return find_bare_names(document_); });
  }

  // Computes a member on first use; when find throws nothing is kept.
  template <class T, class Find>
  const T& lazy(std::optional<T>& slot, Find&& find) {
    if (!slot) {
      poll_();
      slot.emplace(find());
    }
    return *slot;
  }

  std::string copy_;
  std::string_view text_;
  std::shared_ptr<const Lexicon> lexicon_;
  Document document_;
  std::optional<std::vector<RawDate>> raw_dates_;
  std::optional<std::vector<Date>> dates_;
  std::optional<Laws> laws_;
  std::optional<std::vector<Quote>> quotes_;
  std::optional<ViolationContext> violation_context_;
  std::optional<double> topic_;
  std::optional<std::vector<ViolationMention>> violations_;
  std::optional<std::vector<SanctionMention>> sanctions_;
  std::optional<BareNames> bare_names_;
  std::optional<Regions> regions_;
  std::optional<Institutions> institutions_;
  std::optional<Officials> officials_;
  std::optional<election::Election> election_;
  std::optional<std::vector<election::StageMention>> stages_;
  Poll poll_;
};

}  // namespace netra::extract

#endif
