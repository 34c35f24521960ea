#!/usr/bin/env python3
"""planted.py [FAULT...]: proof that the tests can fail. Builds Netra ten times with one fault planted in a copy of the sources, and
runs the test that must catch it. Called by tests/planted.sh; build folder: build/planted."""
import os, re, shutil, subprocess, sys

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(SOURCE, 'build', 'planted')
COPY = os.path.join(WORK, 'source')

# name, sanitizer of the build, file, text to replace (the first place), replacement, test program and its arguments
FAULTS = [
    ('throw through C', '', 'ext/sqlite/tokenizer.cpp', 'if (!text || size <= 0) return SQLITE_OK;',
     'if (!text || size <= 0) return SQLITE_OK;\n  if (size > 9 && text[0] == \'p\') throw 1;', ['netra_hostile', 'tokens']),
    ('over-read', '', 'ext/text/words.hpp', 'if (end_ - p <= 33) [[unlikely]] {', 'if (end_ - p <= 20) [[unlikely]] {', ['netra_hostile', 'tokens']),
    ('offset past the end', '', 'ext/text/words.cpp', 'at_ = end;\n', 'at_ = end;\n  if (kind == WordKind::email) end += 1;\n', ['netra_hostile', 'tokens']),
    ('swallowed NOMEM', '', 'ext/sqlite/call.cpp', 'if (!bytes) throw std::bad_alloc();', 'if (!bytes) return std::string_view();',
     ['netra_faults', 'article_body']),
    ('hidden state', '', 'ext/search/tokenizer.hpp', '  scanner_.start(text);\n  number_end_ = date_end_ = 0;', '  scanner_.start(text);',
     ['netra_hostile', 'tokens']),
    ('quadratic loop', '', 'ext/extract/document.cpp', '    if (i % kPollEvery == 0) poll();',
     '    for (size_t k = 0; k < matches_.size(); k += 64) quadratic_ += matches_[k].row;\n    if (i % kPollEvery == 0) poll();', ['netra_hostile', 'growth']),
    ('leak', '', 'ext/sqlite/tokenizer.cpp', '  sqlite3_free(instance);', '  if (instance->tokenizer.options().rules == 0) sqlite3_free(instance);',
     ['netra_faults', 'insert']),
    ('race', 'thread', 'ext/extract/document.cpp', 'Document::Document(std::string_view text, Poll poll) : text_(text) {',
     'int last_size = 0;\nDocument::Document(std::string_view text, Poll poll) : text_(text) {\n  last_size = static_cast<int>(text.size());', ['netra_hosts', 'threads']),
    ('positions by flags', '', 'ext/search/tokenizer.hpp', '    if (exact || word.start == last || options_.stem == StemMode::off) {',
     '    if (word.size == 1) continue;\n    if (exact || word.start == last || options_.stem == StemMode::off) {', ['netra_hostile', 'tokens']),
    ('stop at NUL', '', 'ext/sqlite/tokenizer.cpp', 'const std::string_view bytes(text, static_cast<size_t>(size));',
     'const std::string_view bytes(text, strnlen(text, static_cast<size_t>(size)));', ['netra_hostile', 'neighbours']),
]
EXTRA = {  # further changes that let a fault compile
    'throw through C': [],
    'quadratic loop': [('ext/extract/document.hpp', '  std::string_view text_;\n', '  std::string_view text_;\n  volatile size_t quadratic_ = 0;\n')],
    'stop at NUL': [('ext/sqlite/tokenizer.cpp', '#include <new>', '#include <cstring>\n#include <new>')],
}


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace', **more)


def copy_sources():
    """Brings the copy up to date, touching only files that differ, so that little is compiled anew."""
    for top in ('ext', 'tests', 'corpus', 'sql', 'CMakeLists.txt'):
        for folder, _, names in os.walk(os.path.join(SOURCE, top)) if os.path.isdir(os.path.join(SOURCE, top)) else [(SOURCE, [], [top])]:
            for name in names:
                source = os.path.join(folder, name)
                target = os.path.join(COPY, os.path.relpath(source, SOURCE))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                if not os.path.exists(target) or open(source, 'rb').read() != open(target, 'rb').read():
                    shutil.copyfile(source, target)


def plant(path, old, new):
    path = os.path.join(COPY, path)
    text = open(path, encoding='utf-8').read()
    if old not in text:
        sys.exit('planted.py: %s has changed, the fault no longer fits: %r' % (path, old))
    open(path, 'w', encoding='utf-8').write(text.replace(old, new, 1))


def main():
    wanted = sys.argv[1:]
    caught = missed = 0
    for name, sanitizer, path, old, new, test in FAULTS:
        if wanted and name not in wanted:
            continue
        copy_sources()
        build = os.path.join(WORK, 'build' + ('-' + sanitizer if sanitizer else ''))
        run(['cmake', '-S', COPY, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=RelWithDebInfo', '-DNETRA_SANITIZE=' + sanitizer], check=True)
        plant(path, old, new)
        for more in EXTRA.get(name, []):
            plant(*more)
        built = run(['cmake', '--build', build, '--target', test[0]])
        if built.returncode:
            print(built.stdout[-3000:])
            sys.exit('planted.py: "%s" does not compile' % name)
        try:
            result = run([os.path.join(build, 'tests', test[0])] + test[1:], timeout=900)
            code, out = result.returncode, result.stdout
        except subprocess.TimeoutExpired as e:
            code, out = 1, 'timeout'
        lines = [l for l in out.splitlines() if l.startswith(('FAILED', 'while', 'WARNING: ThreadSanitizer', 'terminate called'))]
        print('%-22s %-28s %s  %s' % (name, ' '.join(test), 'caught' if code else 'MISSED', lines[0][:150] if lines else ''), flush=True)
        caught, missed = caught + bool(code), missed + (not code)
    print('planted: %d passed, %d failed' % (caught, missed))
    sys.exit(1 if missed or not caught else 0)


main()
