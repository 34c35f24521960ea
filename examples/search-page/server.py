#!/usr/bin/python3
"""server.py [--db netra.db] [--port 8000]: a search page for one Netra database, on this machine only (127.0.0.1).

Nothing beyond Python's standard library. The database is opened read-only. Three addresses: / the page, /api/search?q=&stage=&
province=&official=&from= the ranked articles with counts for the filters, /api/article?id=&q= one article with its evidence.
"""
import argparse
import json
import os
import sqlite3
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = 10

# What is typed finds all forms of its words, and the last word already while it is being typed.
MATCH = "'(' || indo_query(:q) || ') OR (' || indo_query(:q || '*') || ')'"
# \x01 and \x02 mark a hit: no text holds them, and the page turns them into <mark> after escaping.
FOUND = '''WITH found AS MATERIALIZED (
             SELECT rowid AS id, rank, snippet(article_fts, 1, char(1), char(2), ' … ', 24) AS snippet, highlight(article_fts, 0, char(1), char(2)) AS headline
               FROM article_fts WHERE article_fts MATCH %s)''' % MATCH
ALL = '''WITH found AS (SELECT id, -julianday(published) AS rank, substr(body, 1, 180) || ' …' AS snippet, title AS headline FROM article)'''
# Each filter may be unset; a filter's own counts ignore it, so that another value can be chosen.
FILTERS = {
    'stage': '(:stage IS NULL OR coalesce(n.stage, \'-\') = :stage)',
    'province': '(:province IS NULL OR n.province_code = :province)',
    'official': '''(:official IS NULL OR EXISTS (SELECT 1 FROM official_mention AS m WHERE m.article = f.id AND m.name = :official))''',
}
FROM = ' FROM found AS f JOIN article AS a ON a.id = f.id LEFT JOIN article_election AS n ON n.id = f.id WHERE '


class Database:
    """One read-only connection a thread."""

    def __init__(self, path, module):
        self.path, self.module, self.local = os.path.abspath(path), module, threading.local()

    def rows(self, sql, values):
        db = getattr(self.local, 'db', None)
        if db is None:
            db = sqlite3.connect('file:%s?mode=ro' % self.path.replace('%', '%25').replace('?', '%3f').replace('#', '%23'), uri=True)
            db.row_factory = sqlite3.Row
            db.enable_load_extension(True)
            db.load_extension(self.module)
            db.enable_load_extension(False)
            self.local.db = db
        return [dict(row) for row in db.execute(sql, values)]


def filters(without=None):
    return ' AND '.join(condition for name, condition in FILTERS.items() if name != without)


def search(database, query):
    values = {name: query.get(name) or None for name in FILTERS}
    values.update(q=query.get('q', '').strip(), offset=max(int(query.get('from') or 0), 0))
    found = FOUND if values['q'] and database.rows('SELECT indo_query(:q) AS m', values)[0]['m'] else ALL
    run = lambda sql: database.rows(found + sql, values)
    articles = run('''SELECT f.id, f.headline, f.snippet, a.outlet, a.published, a.provenance, n.stage, n.province_code, n.region_code,
                             election_stage_name(n.stage) AS stage_name''' + FROM + filters() +
                   ' ORDER BY f.rank, f.id LIMIT %d OFFSET :offset' % PAGE)
    for article in articles:
        article['officials'] = [row['o'] for row in database.rows(
            '''SELECT DISTINCT coalesce(upper(substr(acting, 1, 1)) || substr(acting, 2) || ' ', '') || office || ' ' || name AS o FROM article_official
                WHERE article = ? AND name IS NOT NULL AND class = 'official' ORDER BY confidence DESC, start LIMIT 3''', (article['id'],))]
    return {
        'total': run('SELECT count(*) AS total' + FROM + filters())[0]['total'],
        'articles': articles,
        'stages': run('''SELECT coalesce(n.stage, '-') AS value, coalesce(election_stage_name(n.stage), 'tanpa tahapan') AS name, count(*) AS articles'''
                      + FROM + filters('stage') + ' GROUP BY 1 ORDER BY 3 DESC, 2'),
        'provinces': run('''SELECT n.province_code AS value, (SELECT p.name FROM province AS p WHERE p.code = n.province_code) AS name,
                                   count(*) AS articles''' + FROM + filters('province') + ' AND n.province_code IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 2'),
        'officials': run('''SELECT m.name AS value, m.name AS name, count(DISTINCT f.id) AS articles
                              FROM found AS f JOIN article AS a ON a.id = f.id LEFT JOIN article_election AS n ON n.id = f.id
                              JOIN article_official AS m ON m.article = f.id AND m.name IS NOT NULL AND m.class = 'official' WHERE '''
                         + filters('official') + ' GROUP BY 1 ORDER BY 3 DESC, 2 LIMIT 25'),
    }


def article(database, query):
    values = {'id': int(query.get('id') or 0), 'q': query.get('q', '').strip()}
    rows = database.rows('SELECT id, title, body, text, outlet, published, url, source, provenance FROM article WHERE id = :id', values)
    if not rows:
        return None
    out = rows[0]
    out['spans'] = database.rows(
        '''SELECT 'official' AS kind, start, length, coalesce(acting || ' ', '') || coalesce(office, '') || coalesce(', ' || region, '') AS note FROM official_mention WHERE article = :id
           UNION ALL SELECT 'stage', start, length, code || ' (' || role || ')' FROM stage_mention WHERE article = :id AND code IS NOT NULL
           UNION ALL SELECT 'law', start, length, citation FROM law_citation WHERE article = :id
           UNION ALL SELECT 'date', start, length, coalesce(date, 'tidak ada tanggal itu') FROM event_date WHERE article = :id
           ORDER BY start, length DESC''', values)
    return out


class Handler(BaseHTTPRequestHandler):
    database = None

    def answer(self, status, kind, body):
        data = body if isinstance(body, bytes) else body.encode('utf-8')
        self.send_response(status)
        self.send_header('Content-Type', kind + '; charset=utf-8')
        self.send_header('Content-Length', str(len(data)))
        self.send_header('Content-Security-Policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:")
        self.send_header('X-Content-Type-Options', 'nosniff')
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(data)

    def do_GET(self):
        # Only pages that were opened under this machine's own name may ask.
        if self.headers.get('Host', '').rsplit(':', 1)[0] not in ('127.0.0.1', 'localhost'):
            return self.answer(403, 'text/plain', 'only on this machine')
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        try:
            if address.path == '/':
                with open(os.path.join(HERE, 'index.html'), 'rb') as page:
                    return self.answer(200, 'text/html', page.read())
            if address.path in ('/api/search', '/api/article'):
                result = (search if address.path == '/api/search' else article)(self.database, query)
                return self.answer(200 if result else 404, 'application/json', json.dumps(result, ensure_ascii=False))
            return self.answer(404, 'text/plain', 'not found')
        except (ValueError, sqlite3.Error) as error:
            return self.answer(400, 'application/json', json.dumps({'error': str(error)}))

    do_HEAD = do_GET

    def log_message(self, form, *values):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--db', default='netra.db')
    parser.add_argument('--port', type=int, default=8000, help='0 takes a free one')
    parser.add_argument('--module', default=os.path.join(HERE, '..', '..', 'build', 'release', 'netra'))
    options = parser.parse_args()
    if not os.path.isfile(options.db):
        parser.error('--db: there is no file ' + options.db)
    Handler.database = Database(options.db, os.path.abspath(options.module[:-3] if options.module.endswith('.so') else options.module))
    count = Handler.database.rows('SELECT count(*) AS n FROM article', ())[0]['n']
    server = ThreadingHTTPServer(('127.0.0.1', options.port), Handler)
    server.daemon_threads = True
    print('%d articles at http://127.0.0.1:%d/ (stop with Ctrl-C)' % (count, server.server_port), flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == '__main__':
    sys.exit(main())
