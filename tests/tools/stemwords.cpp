// Words on stdin, one a line; stems on stdout, one a line. Argument: search (default), root or light.
// With "analyze", every derivation with its cost, tab-separated.
#include <cstdio>
#include <iostream>
#include <string>

#include "morphology/stemmer.hpp"

int main(int argc, char** argv) {
    using namespace netra::morph;
    const std::string mode_name = argc > 1 ? argv[1] : "search";
    const Mode mode = mode_name == "root" ? Mode::root : mode_name == "light" ? Mode::light : Mode::search;
    std::ios::sync_with_stdio(false);
    std::string word, out;
    while (std::getline(std::cin, word)) {
        if (mode_name == "analyze") {
            Derivation d[16];
            const size_t n = analyze(word, d, 16);
            for (size_t i = 0; i < n; ++i) {
                char line[512];
                std::snprintf(line, sizeof line, "%s\t%zu\t%.*s\t%.*s\t%s\t%s\t%s\t%s\t%s\t%s\t%d%s\n", word.c_str(), i + 1, d[i].root.size, d[i].root.text,
                              d[i].key.size, d[i].key.text, d[i].prefixes, d[i].suffixes, d[i].clitics, d[i].reduplication, d[i].source,
                              d[i].licensed ? "licensed" : "-", d[i].cost, d[i].chosen ? "\tchosen" : "");
                out += line;
            }
        } else {
            Stem s;
            out += stem_view(word, mode, s);
            out += '\n';
        }
        if (out.size() > 65536) {
            std::cout << out;
            out.clear();
        }
    }
    std::cout << out;
}
