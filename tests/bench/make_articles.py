#!/usr/bin/python3
"""make_articles.py COUNT [SEED]: COUNT articles as JSON lines, made by repeating and varying the bundled corpus, for load tests.

An article takes headline and first paragraph from one article of the corpus and further paragraphs from others, in varied order, with
places and numbers exchanged and a date of its own. The same arguments give the same bytes. Made to measure, not to read.
"""
import datetime
import json
import os
import random
import re
import sys

corpus = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'corpus', 'articles')
places = ['Buton Selatan', 'Ngawi', 'Bukittinggi', 'Sumedang', 'Ternate', 'Kapuas Hulu', 'Klungkung', 'Alor', 'Bontang', 'Temanggung',
          'Nabire', 'Mamuju', 'Bitung', 'Trenggalek', 'Samosir', 'Garut', 'Ende', 'Soppeng', 'Lembata', 'Kulon Progo', 'Majalengka', 'Enrekang']
outlets = ['Kabar %d' % n for n in range(1, 41)]


def read(name):
    head, _, body = open(os.path.join(corpus, name), encoding='utf-8').read().partition('\n\n')
    title = re.search(r'^title: (.*)$', head, re.M).group(1)
    return title, [p for p in re.split(r'\n+', body) if p.strip()]


def main():
    count = int(sys.argv[1])
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    articles = [read(name) for name in sorted(os.listdir(corpus)) if name.endswith('.txt')]
    tails = [p for _, paragraphs in articles for p in paragraphs[1:] if len(p) > 80]
    known = re.compile('|'.join(map(re.escape, places)))
    for number in range(1, count + 1):
        title, paragraphs = articles[rng.randrange(len(articles))]
        here = rng.choice(places)
        body = [paragraphs[0]] + rng.sample(tails, rng.randint(3, 7))
        text = known.sub(lambda m: here, '\n\n'.join(body))
        text = re.sub(r'(?<![\d./])\d{3}(?![\d./])', lambda m: str(rng.randint(100, 999)), text)
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=rng.randrange(850))
        print(json.dumps({'id': number, 'title': '%s (%d)' % (known.sub(here, title), number), 'outlet': rng.choice(outlets),
                          'date': day.isoformat(), 'body': text}, ensure_ascii=False))


main()
