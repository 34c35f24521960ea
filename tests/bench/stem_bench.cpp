// stem_bench [FILE...]: words/s of the stemmer against Debian's libstemmer (Indonesian), interleaved in one run, medians.
// FILE: running text (UTF-8, or JSON lines; everything outside letters and inner hyphens separates words).
//   g++ -std=c++20 -O2 -Iext tests/bench/stem_bench.cpp ext/morphology/*.cpp GENERATED/lexicon.cpp -lstemmer
#include <libstemmer.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

#include "morphology/stemmer.hpp"

namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            word += static_cast<char>(c | 32);
        else if (c == '-' && !word.empty() && i + 1 < text.size() && ((text[i + 1] | 32) >= 'a' && (text[i + 1] | 32) <= 'z'))
            word += c;
        else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    }
    return words;
}

double median(std::vector<double> v) {
    std::sort(v.begin(), v.end());
    return v[v.size() / 2];
}

template <class Work>
double words_per_second(const std::vector<std::string>& words, size_t rounds, Work&& work) {
    const auto t0 = Clock::now();
    for (size_t r = 0; r < rounds; ++r)
        for (const auto& w : words) work(w);
    return static_cast<double>(words.size() * rounds) / std::chrono::duration<double>(Clock::now() - t0).count();
}

}  // namespace

int main(int argc, char** argv) {
    using namespace netra::morph;
    std::string text;
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        text.append(std::istreambuf_iterator<char>(in), {});
        text += '\n';
    }
    const std::vector<std::string> running = words_of(text);
    if (running.empty()) {
        std::fprintf(stderr, "usage: stem_bench FILE...\n");
        return 2;
    }
    std::vector<std::string> unique;
    {
        std::unordered_set<std::string> seen;
        for (const auto& w : running)
            if (seen.insert(w).second) unique.push_back(w);
    }
    sb_stemmer* snowball = sb_stemmer_new("indonesian", "UTF_8");
    if (snowball == nullptr) return 1;
    size_t sink = 0;
    const auto snow = [&](const std::string& w) {
        const sb_symbol* s = sb_stemmer_stem(snowball, reinterpret_cast<const sb_symbol*>(w.data()), static_cast<int>(w.size()));
        sink += s[0] + static_cast<size_t>(sb_stemmer_length(snowball));
    };
    const auto ours = [&](const std::string& w) {
        Stem out;
        stem(w, Mode::search, out);
        sink += out.size + static_cast<unsigned char>(out.text[0]);
    };
    static StemCache cache;
    const auto cached = [&](const std::string& w) {
        const std::string_view s = cache.stem(w, Mode::search);
        sink += s.size() + static_cast<unsigned char>(s[0]);
    };
    const size_t unique_rounds = 1 + 1000000 / unique.size(), running_rounds = 1 + 3000000 / running.size();
    std::vector<double> a, b, c, d, e;
    for (int round = 0; round < 9; ++round) {
        a.push_back(words_per_second(unique, unique_rounds, snow));
        b.push_back(words_per_second(unique, unique_rounds, ours));
        c.push_back(words_per_second(running, running_rounds, snow));
        d.push_back(words_per_second(running, running_rounds, ours));
        e.push_back(words_per_second(running, running_rounds, cached));
    }
    std::printf("%zu words, %zu unique; million words/s, medians of 9 interleaved rounds\n", running.size(), unique.size());
    std::printf("unique words   libstemmer %6.2f   netra %6.2f   ratio %.2f\n", median(a) / 1e6, median(b) / 1e6, median(b) / median(a));
    std::printf("running text   libstemmer %6.2f   netra %6.2f   ratio %.2f   with cache %6.2f   ratio %.2f\n", median(c) / 1e6, median(d) / 1e6,
                median(d) / median(c), median(e) / 1e6, median(e) / median(c));
    sb_stemmer_delete(snowball);
    return sink == 0;
}
