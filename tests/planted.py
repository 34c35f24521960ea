#!/usr/bin/env python3
"""planted.py [FAULT...]: proof that the tests can fail. A copy of the sources gets ten planted faults, each asleep until the variable
NETRA_PLANTED names it, so that one build (and one with ThreadSanitizer for the race) serves all; then the test that must catch a fault
is run with it, and all those tests once without any. --fit BUILD only tells whether each fault still fits the sources and the
compiler accepts them (BUILD/generated has the tables). Called by tests/planted.sh; build folder: build/planted."""
import os, re, shutil, subprocess, sys, time

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(SOURCE, 'build', 'planted')
COPY = os.path.join(WORK, 'source')

# name; changes: (file, text of which the first place is replaced, replacement); the test: program and arguments, hostile classes
# to restrict it to (and then one function is enough), sanitizer
FAULTS = [
    ('throw through C', [('ext/sqlite/tokenizer.cpp', '  if (!text || size <= 0) return SQLITE_OK;\n',
                          "  if (!text || size <= 0) return SQLITE_OK;\n  if (netra_planted == 1 && size > 9 && text[size - 1] == 'a') throw 1;\n")],
     ['netra_hostile', 'tokens'], '', ''),
    ('over-read', [('ext/text/words.hpp', 'if (end_ - p >= kReadable)', 'if (end_ - p >= (netra_planted == 2 ? 20 : kReadable))')], ['netra_hostile', 'tokens'], '', ''),
    ('offset past the end', [('ext/text/words.cpp', '  word.end = static_cast<size_t>(end - begin_);\n  word.token',
                              '  word.end = static_cast<size_t>(end - begin_) + (netra_planted == 3 && kind == WordKind::email);\n  word.token')],
     ['netra_hostile', 'tokens'], '', ''),
    ('swallowed NOMEM', [('ext/sqlite/call.hpp', '    sqlite3_result_error_nomem(context);', '    if (netra_planted != 4) sqlite3_result_error_nomem(context);')],
     ['netra_faults', 'article_body'], '', ''),
    ('hidden state', [('ext/search/tokenizer.hpp', '  number_end_ = date_end_ = 0;', '  if (netra_planted != 5) number_end_ = date_end_ = 0;')],
     ['netra_hostile', 'tokens'], '', ''),
    ('quadratic loop', [('ext/extract/document.cpp', '    if (atom.is(text::kNewlineBefore)) lines_.add(i);\n',
                         '    if (atom.is(text::kNewlineBefore)) lines_.add(i);\n    volatile size_t waste = 0;\n'
                         '    for (size_t k = 0; netra_planted == 6 && k < i; k += 8) waste = waste + traits_[k];\n')],
     ['netra_hostile', 'growth'], 'persons', ''),
    ('leak', [('ext/sqlite/tokenizer.cpp', '  sqlite3_free(instance);\n', '  if (netra_planted != 7) sqlite3_free(instance);\n')],
     ['netra_faults', 'insert'], '', ''),
    ('race', [('ext/extract/document.cpp', 'void Document::scan() {\n',
               'int planted_size = 0;\nvoid Document::scan() {\n  if (netra_planted == 8) planted_size = static_cast<int>(text_.size());\n')],
     ['netra_hosts', 'start'], '', 'thread'),
    ('positions by flags', [('ext/search/tokenizer.hpp', '    if (exact || word.start == last || options_.stem == StemMode::off) {',
                             '    if (netra_planted == 9 && word.size == 1) continue;\n    if (exact || word.start == last || options_.stem == StemMode::off) {')],
     ['netra_hostile', 'tokens'], '', ''),
    ('stop at NUL', [('ext/sqlite/tokenizer.cpp', 'bytes(text, static_cast<size_t>(size));',
                      'bytes(text, netra_planted == 10 ? __builtin_strlen(std::string(text, static_cast<size_t>(size)).c_str()) : static_cast<size_t>(size));'),
                     ('ext/sqlite/tokenizer.cpp', '#include <new>', '#include <new>\n#include <string>')],
     ['netra_hostile', 'neighbours'], '', ''),
]
HEADER = '''#include <cstdlib>
inline const int netra_planted = [] {
  const char* const fault = std::getenv("NETRA_PLANTED");
  return fault ? std::atoi(fault) : 0;
}();
'''


def planted_copy():
    """path -> text of every file of the copy."""
    texts = {'ext/planted.hpp': HEADER.encode()}
    for top in ('ext', 'tests', 'corpus', 'CMakeLists.txt'):
        path = os.path.join(SOURCE, top)
        for folder, _, names in os.walk(path) if os.path.isdir(path) else [(SOURCE, [], [top])]:
            for name in names:
                source = os.path.join(folder, name)
                with open(source, 'rb') as f:
                    texts[os.path.relpath(source, SOURCE)] = f.read()
    for name, changes, *_ in FAULTS:
        for path, old, new in changes:
            text = texts[path].decode()
            if old not in text:
                sys.exit('planted.py: %s has changed, "%s" no longer fits: %r' % (path, name, old))
            texts[path] = text.replace(old, new, 1).encode()
    return texts


def write_copy():
    """Touches only files that differ, so that little is compiled anew."""
    for path, text in planted_copy().items():
        target = os.path.join(COPY, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not os.path.exists(target) or open(target, 'rb').read() != text:
            with open(target, 'wb') as f:
                f.write(text)


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace', **more)


def build(sanitizer, programs):
    folder = os.path.join(WORK, sanitizer or 'plain')
    for command in (['cmake', '-S', COPY, '-B', folder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DNETRA_SANITIZE=' + sanitizer,
                     '-DCMAKE_CXX_FLAGS=-include ' + os.path.join(COPY, 'ext', 'planted.hpp')],
                    ['cmake', '--build', folder, '--target'] + sorted(programs)):
        result = run(command)
        if result.returncode:
            print(result.stdout[-3000:])
            sys.exit('planted.py: the planted sources do not build')
    return os.path.join(folder, 'tests')


def check_fit(build_folder):
    """The compiler reads every file that has a fault."""
    write_copy()
    for path in sorted({path for f in FAULTS for path, _, _ in f[1]}):
        result = run([os.environ.get('CXX', 'c++'), '-std=c++20', '-fsyntax-only', '-x', 'c++', '-I' + os.path.join(COPY, 'ext'),
                      '-I' + os.path.join(build_folder, 'generated'), '-include', os.path.join(COPY, 'ext', 'planted.hpp'), os.path.join(COPY, path)])
        if result.returncode:
            sys.exit('planted.py: the planted %s does not compile\n%s' % (path, result.stdout[-3000:]))


def test(folder, command, classes, fault):
    environment = {k: v for k, v in os.environ.items() if k not in ('NETRA_FULL', 'NETRA_REPORT', 'NETRA_MODULE')}
    environment.update(NETRA_PLANTED=str(fault))
    if classes:
        environment.update(NETRA_CLASSES=classes, NETRA_CALLS='article_body(')
    begin = time.monotonic()
    try:
        result = run([os.path.join(folder, command[0])] + command[1:], timeout=900, env=environment)
        code, out = result.returncode, result.stdout
    except subprocess.TimeoutExpired:
        code, out = 1, 'FAILED: did not end within 900 s'
    lines = [l for l in out.splitlines() if re.match(r'FAILED|while:|WARNING: ThreadSanitizer|terminate called', l)]
    return code, lines[0] if lines else '', time.monotonic() - begin


def main():
    if sys.argv[1:2] == ['--fit']:
        if len(sys.argv) != 3:
            sys.exit('usage: planted.py --fit BUILD')
        check_fit(sys.argv[2])
        print('planted: %d passed, 0 failed' % len(FAULTS))
        return 0
    wanted = [(i, f) for i, f in enumerate(FAULTS, 1) if not sys.argv[1:] or f[0] in sys.argv[1:]]
    write_copy()
    folders = {s: build(s, {f[2][0] for _, f in wanted if f[4] == s}) for s in sorted({f[4] for _, f in wanted})}
    missed = 0
    for command, classes, sanitizer in sorted({(tuple(f[2]), f[3], f[4]) for _, f in wanted}):  # none of them fails without a fault
        code, line, seconds = test(folders[sanitizer], list(command), classes, 0)
        print('%-22s %-26s %s %4.0f s  %s' % ('(no fault)', ' '.join(command), 'passes' if not code else 'FAILS ', seconds, line[:150]), flush=True)
        missed += code != 0
    for number, (name, _, command, classes, sanitizer) in wanted:
        code, line, seconds = test(folders[sanitizer], command, classes, number)
        print('%-22s %-26s %s %4.0f s  %s' % (name, ' '.join(command), 'caught' if code else 'MISSED', seconds, line[:150]), flush=True)
        missed += not code
    print('planted: %d passed, %d failed' % (len(wanted) - min(missed, len(wanted)), missed))
    return 1 if missed or not wanted else 0


sys.exit(main())
