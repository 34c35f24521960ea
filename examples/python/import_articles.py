#!/usr/bin/python3
"""import_articles.py PATH...: loads articles into a Netra database: folders of .txt files, .txt, .csv and .jsonl files.

Works in batches, one transaction each, and remembers how far it came: stopped at any moment (kill -9 too), it goes on from there when
it is called again, and a second run adds nothing. Files are read as a stream, so memory does not grow with them. Encodings are
detected: UTF-8, UTF-16 and windows-1252. What cannot be taken is named with line and reason (table import_skipped); texts that are
nearly the same as another are reported (table import_remark).
"""
import argparse
import codecs
import csv
import json
import os
import sys
import time

from netra_db import MODULE, create_schema, open_database, run_script, statements

try:
    from charset_normalizer import from_bytes  # Debian: python3-charset-normalizer
except ImportError:
    from_bytes = None

NAMES = {
    'title': ('title', 'judul', 'headline'), 'body': ('body', 'text', 'isi', 'content'), 'outlet': ('outlet', 'media'),
    'published': ('published', 'date', 'tanggal'), 'region': ('region',), 'url': ('url', 'link'), 'source': ('source',), 'id': ('id',),
}
CONTROLS = {c for c in range(32) if c not in b'\t\n\r\f'} | {127}


class Undecodable(Exception):
    pass


# --- encodings -----------------------------------------------------------------------------------------------------------------

def legacy(sample):
    """The encoding of bytes that are not UTF-8 and have no byte order mark."""
    zeros = sample.count(0)
    if zeros:
        even = sample[0::2].count(0)
        if zeros * 10 < len(sample):
            raise Undecodable('holds NUL bytes: not a text')
        return 'utf-16-be' if even * 2 > zeros else 'utf-16-le'
    if CONTROLS & set(sample):
        raise Undecodable('holds control characters: not a text')
    if set(sample) & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        raise Undecodable('cannot be decoded as UTF-8, UTF-16 or windows-1252')
    if from_bytes and len(sample) >= 200:
        best = from_bytes(sample, cp_isolation=['cp1252', 'latin_1']).best()
        if best is None:
            raise Undecodable('cannot be decoded as UTF-8, UTF-16 or windows-1252')
    return 'cp1252'


def encoding_of(stream):
    """(encoding, bytes of the byte order mark) of a binary stream, read once from the start in pieces."""
    first = stream.read(1 << 16)
    for mark, name in ((codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_LE, 'utf-16-le'), (codecs.BOM_UTF16_BE, 'utf-16-be')):
        if first.startswith(mark):
            return name, len(mark)
    if 0 in first[:4096]:
        return legacy(first), 0
    decoder = codecs.getincrementaldecoder('utf-8')('surrogateescape')
    wide = broken = False
    sample, piece = b'', first
    while piece:
        text = decoder.decode(piece)
        if not text.isascii():
            bad = any('\udc80' <= c <= '\udcff' for c in text)
            broken |= bad
            wide |= any(c > '\x7f' and not '\udc80' <= c <= '\udcff' for c in text)
            if bad and not sample:
                sample = piece
        piece = stream.read(1 << 20)
    broken |= bool(decoder.getstate()[0])
    if not broken:
        return 'utf-8', 0
    if wide:  # other letters do decode: UTF-8 with bad bytes, which are named line by line
        return 'utf-8', 0
    return legacy(sample or first), 0


# --- readers: each gives (position, line, key, fields or None, reason, bytes read) ------------------------------------------------

def lines_of(path, encoding, skip):
    """(position after the line, number, text or None when it cannot be decoded), from byte `skip` on."""
    newline = '\n'.encode(encoding)
    with open(path, 'rb') as stream:
        stream.seek(skip)
        position, rest = skip, b''
        while True:
            piece = stream.read(1 << 20)
            data = rest + piece
            at = 0
            while True:
                end = data.find(newline, at)
                # in UTF-16 the two bytes of a newline stand at an even place
                while end >= 0 and len(newline) == 2 and (end - at) % 2:
                    end = data.find(newline, end + 1)
                if end < 0:
                    break
                end += len(newline)
                position += end - at
                yield position, data[at:end]
                at = end
            rest = data[at:]
            if not piece:
                if rest:
                    yield position + len(rest), rest
                return


def decode(data, encoding):
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if '\0' in text else text


def pick(record, columns):
    """The fields of an article out of a record, by the given or the usual names."""
    low = {str(k).strip().lower(): v for k, v in record.items() if k is not None}
    out = {}
    for field, usual in NAMES.items():
        for name in (columns[field].lower(),) if field in columns else usual:
            if low.get(name) not in (None, ''):
                out[field] = low[name]
                break
    return out


def read_jsonl(path, start, line, encoding, mark, columns):
    for position, data in lines_of(path, encoding, start or mark):
        line += 1
        text = decode(data, encoding)
        if text is None:
            yield position, line, None, None, 'cannot be decoded as ' + encoding, position
            continue
        if not text.strip():
            continue
        try:
            record = json.loads(text)
        except ValueError:
            yield position, line, None, None, 'is not JSON', position
            continue
        if not isinstance(record, dict):
            yield position, line, None, None, 'is not an object', position
            continue
        fields = pick(record, columns)
        if 'body' in fields and not isinstance(fields['body'], str):
            yield position, line, None, None, 'its text is not a string', position
            continue
        yield position, line, fields.get('id'), fields, None, position


def read_csv(path, start, line, encoding, mark, columns):
    csv.field_size_limit(1 << 30)
    bad = set()
    number = position = 0

    def text_lines():
        nonlocal number, position
        for position, data in lines_of(path, encoding, mark):
            number += 1
            text = decode(data, encoding)
            if text is None:
                bad.add(number)
                text = data.decode(encoding, 'replace').replace('\0', '\ufffd')
            yield text

    source = text_lines()
    header_line = next(source, '')
    separator = max(',;\t', key=header_line.count)
    names = next(csv.reader([header_line], delimiter=separator), [])
    if not {n.strip().lower() for n in names} & ({columns['body'].lower()} if 'body' in columns else set(NAMES['body'])):
        raise Undecodable('the file has no column ' + columns.get('body', 'body, text, isi or content'))
    # `start` counts records here: a CSV file cannot be entered in the middle
    before = number
    for record, row in enumerate(csv.reader(source, delimiter=separator), 1):
        at, before = before + 1, number
        if record <= start or not row or row == ['']:
            bad.clear()
            continue
        if bad:
            bad.clear()
            yield record, at, None, None, 'cannot be decoded as ' + encoding, position
        elif len(row) != len(names):
            yield record, at, None, None, 'has %d fields, the header %d' % (len(row), len(names)), position
        else:
            fields = pick(dict(zip(names, row)), columns)
            yield record, at, fields.get('id'), fields, None, position


def read_txt(path):
    """One text: a header of `key: value` lines, or the parts that Netra finds (see the statement TEXT_ROW)."""
    with open(path, 'rb') as stream:
        try:
            encoding, mark = encoding_of(stream)
        except Undecodable as error:
            return None, str(error), None
        stream.seek(mark)
        text = decode(stream.read(), encoding)
    if text is None:
        return None, 'cannot be decoded as ' + encoding, None
    text = text.replace('\r\n', '\n')
    fields = {}
    head, _, rest = text.partition('\n\n')
    if head.split(':')[0].lower() in ('title', 'outlet', 'published'):
        for line in head.split('\n'):
            key, _, value = line.partition(':')
            if value.strip() not in ('', '-'):
                fields[key.strip().lower()] = value.strip()
        text = rest
    fields['body'] = text
    return fields, None, encoding


# --- loading -------------------------------------------------------------------------------------------------------------------

ROW = '''INSERT INTO temp.import_row(file, line, key, title, body, outlet, published, region, url, source, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'''
# A text without a header: headline, outlet and date come from Netra.
TEXT_ROW = '''INSERT INTO temp.import_row(file, line, key, title, body, outlet, published)
  SELECT ?1, 0, ?1, headline, CASE WHEN headline IS NULL THEN ?2 ELSE ltrim(substr(?2, length(headline) + 1), char(9, 10, 13, 32)) END,
         article_dateline(?2, 'outlet'), (SELECT extract_date(text) FROM article_parts(?2) WHERE part = 'published' LIMIT 1)
    FROM (SELECT (SELECT text FROM article_parts(?2) WHERE part = 'headline' AND start = 1) AS headline)'''


def first(db, sql, values=()):
    """The first row. All rows are read, so that no open statement holds a table."""
    rows = list(db.execute(sql, values))
    return rows[0] if rows else None


class Bar:
    """A progress bar on standard error: over bytes for files, over files for folders."""

    def __init__(self, total, shown):
        self.total, self.shown, self.done, self.articles, self.begin, self.last = max(total, 1), shown, 0, 0, time.monotonic(), 0.0

    def show(self, final=False):
        now = time.monotonic()
        if not self.shown or (now - self.last < 0.2 and not final):
            return
        self.last = now
        part = min(self.done / self.total, 1.0)
        seconds = max(now - self.begin, 1e-9)
        sys.stderr.write('\r[%s%s] %3d %%  %d articles, %d a second ' % ('#' * int(part * 30), '.' * (30 - int(part * 30)), part * 100,
                                                                     self.articles, self.articles / seconds))
        if final:
            sys.stderr.write('\n')
        sys.stderr.flush()


class Loader:
    def __init__(self, db, bar, batch):
        self.db, self.bar, self.batch = db, bar, batch
        self.loaded = self.known = self.skipped = self.remarks = 0
        self.start_script, self.rows_script = list(statements('import_start.sql')), list(statements('import_rows.sql'))
        db.execute('''CREATE TABLE IF NOT EXISTS import_progress (
                        file TEXT PRIMARY KEY, size INTEGER, modified INTEGER, position INTEGER, line INTEGER) STRICT, WITHOUT ROWID''')
        self.begin()

    def begin(self):
        for statement in self.start_script:
            self.db.execute(statement)
        self.rows, self.pending = 0, {}

    def add(self, path, line, key, fields, reason, plain=False):
        """One article (or what it is skipped for) of `path`."""
        if plain:
            self.db.execute(TEXT_ROW, (path, fields['body']))
        else:
            f = fields or {}
            text = lambda name: None if f.get(name) is None else str(f[name])
            self.db.execute(ROW, (path, line, key, text('title'), text('body'), text('outlet'), text('published'), text('region'),
                                  text('url'), text('source'), reason))
        self.rows += 1

    def reached(self, path, size, modified, position, line):
        self.pending[path] = (path, size, modified, position, line)

    def flush(self):
        """Articles, skips and the place reached go into the database together or not at all."""
        self.db.execute('BEGIN IMMEDIATE')
        try:
            rows = self.rows
            for statement in self.rows_script:
                self.db.execute(statement)
            for values in self.pending.values():
                self.db.execute('INSERT OR REPLACE INTO import_progress VALUES (?, ?, ?, ?, ?)', values)
            loaded, known, remarks = first(self.db, 'SELECT loaded, known, remarks FROM temp.import_result')
            self.db.execute('COMMIT')
        except BaseException:
            self.db.execute('ROLLBACK')
            raise
        self.loaded += loaded
        self.known += known
        self.remarks += remarks
        self.skipped += rows - loaded - known
        self.bar.articles = self.loaded
        self.begin()

    def full(self):
        if self.rows >= self.batch:
            self.flush()
        self.bar.show()


def load_text(loader, path):
    if first(loader.db, 'SELECT 1 FROM article WHERE file = ?', (path,)):
        loader.known += 1
        return
    try:
        fields, reason, encoding = read_txt(path)
    except OSError as error:
        fields, reason, encoding = None, 'cannot be read: ' + error.strerror, None
    loader.add(path, 0, path, fields, reason, plain=reason is None and set(fields) == {'body'} and fields['body'].strip() != '')
    if encoding not in (None, 'utf-8'):
        loader.db.execute('''INSERT INTO import_remark(file, remark) VALUES (?, ?) ON CONFLICT DO UPDATE SET remark = excluded.remark''',
                          (path, 'read as ' + {'cp1252': 'windows-1252'}.get(encoding, encoding.upper())))


def load_records(loader, path, columns):
    """A .csv or .jsonl file, from the place an earlier run reached."""
    status = os.stat(path)
    size, modified = status.st_size, status.st_mtime_ns
    start, line = first(loader.db, 'SELECT position, line FROM import_progress WHERE file = ? AND size = ? AND modified = ?',
                        (path, size, modified)) or (0, 0)
    done = loader.bar.done
    with open(path, 'rb') as stream:
        encoding, mark = encoding_of(stream)
    read = read_csv if path.lower().endswith('.csv') else read_jsonl
    if start:
        loader.known += first(loader.db, 'SELECT count(*) FROM article WHERE file >= ? AND file < ?', (path + '#', path + '$'))[0]
    for position, line, key, fields, reason, read_bytes in read(path, start, line, encoding, mark, columns):
        loader.add(path, line, '%s#%s' % (path, line if key is None else key), fields, reason)
        loader.reached(path, size, modified, position, line)
        loader.bar.done = done + read_bytes
        loader.full()
    # The end: a later run looks at the whole file again (other --columns, say) and finds its articles there already.
    loader.flush()
    loader.db.execute('DELETE FROM import_progress WHERE file = ?', (path,))
    loader.bar.done = done + size


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('paths', nargs='+', metavar='PATH', help='folder, .txt, .csv or .jsonl')
    parser.add_argument('--db', default='netra.db')
    parser.add_argument('--module', default=MODULE, help='the extension (default: %(default)s)')
    parser.add_argument('--driver', choices=('sqlite3', 'apsw'), default='sqlite3')
    parser.add_argument('--columns', default='', metavar='FIELD=NAME,...', help='e.g. body=isi,title=judul')
    parser.add_argument('--batch', type=int, default=500, help='articles in a transaction (default: %(default)s)')
    parser.add_argument('--facts', choices=('now', 'later'), default='now', help='later: only load and index; sql/extract_facts.sql does the rest')
    parser.add_argument('--progress', choices=('auto', 'always', 'never'), default='auto')
    options = parser.parse_args()
    columns = dict(pair.split('=', 1) for pair in options.columns.split(',') if pair)
    wrong = set(columns) - set(NAMES)
    if wrong:
        parser.error('--columns: %s is none of %s' % (', '.join(sorted(wrong)), ', '.join(NAMES)))

    files = []
    for path in options.paths:
        if os.path.isdir(path):
            found = sorted(os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.lower().endswith('.txt'))
            if not found:
                print('%s: no .txt file in this folder' % path, file=sys.stderr)
            files += found
        elif path.lower().endswith(('.txt', '.csv', '.jsonl')) and os.path.isfile(path):
            files.append(path)
        else:
            print('%s: %s' % (path, 'not a .txt, .csv or .jsonl file' if os.path.exists(path) else 'does not exist'), file=sys.stderr)

    db = open_database(options.db, options.module, options.driver)
    db.execute('PRAGMA journal_mode = WAL')
    db.execute('PRAGMA synchronous = NORMAL')
    create_schema(db)
    db.execute("UPDATE netra_meta SET value = ? WHERE name = 'facts' AND value <> ?", (options.facts, options.facts))
    bar = Bar(sum(os.path.getsize(f) for f in files), options.progress == 'always' or (options.progress == 'auto' and sys.stderr.isatty()))
    loader = Loader(db, bar, options.batch)
    try:
        for path in files:
            if path.lower().endswith('.txt'):
                load_text(loader, path)
                bar.done += os.path.getsize(path)
                loader.full()
            else:
                try:
                    load_records(loader, path, columns)
                except Undecodable as error:
                    loader.add(path, 0, path, None, str(error))
        loader.flush()
    except KeyboardInterrupt:
        print('\nstopped; call it again to go on from here', file=sys.stderr)
        return 130
    bar.show(final=True)
    if options.facts == 'later':
        db.execute("UPDATE netra_meta SET value = 'now' WHERE name = 'facts'")

    print('loaded %d, already there %d, skipped %d, remarks %d' % (loader.loaded, loader.known, loader.skipped, loader.remarks))
    for file, line, reason in db.execute('SELECT file, line, reason FROM import_skipped ORDER BY file, line LIMIT 50'):
        print('skipped %s%s: %s' % (file, ':%d' % line if line else '', reason))
    for file, line, remark in db.execute('SELECT file, line, remark FROM import_remark ORDER BY file, line LIMIT 50'):
        print('remark %s%s: %s' % (file, ':%d' % line if line else '', remark))
    if loader.loaded + loader.known == 0:
        print('import_articles: nothing was loaded', file=sys.stderr)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
