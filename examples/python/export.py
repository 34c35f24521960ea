#!/usr/bin/python3
"""export.py [--db netra.db] [--format csv|json|jsonl] SQL-or-FILE: writes what a query gives, row by row, to standard output.

    examples/python/export.py "SELECT * FROM acting_official" >acting.csv
    examples/python/export.py --format json sql/queries/02_acting_heads.sql
"""
import argparse
import csv
import json
import os
import sys

from netra_db import MODULE, open_database


def query_of(argument):
    """The SQL itself, or a script's last statement without the shell's dot-commands."""
    if not os.path.isfile(argument):
        return argument
    with open(argument, encoding='utf-8') as script:
        lines = [line for line in script if not line.startswith(('.', '--'))]
    return ''.join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('query')
    parser.add_argument('--db', default='netra.db')
    parser.add_argument('--module', default=MODULE)
    parser.add_argument('--driver', choices=('sqlite3', 'apsw'), default='sqlite3')
    parser.add_argument('--format', choices=('csv', 'json', 'jsonl'), default='csv')
    options = parser.parse_args()
    if not os.path.isfile(options.db):
        parser.error('--db: there is no file ' + options.db)
    db = open_database(options.db, options.module, options.driver)
    cursor = db.execute(query_of(options.query))
    row = next(cursor, None)
    if row is None:
        if options.format == 'json':
            print('[]')
        return 0
    names = [column[0] for column in (cursor.getdescription() if options.driver == 'apsw' else cursor.description)]
    if options.format == 'csv':
        writer = csv.writer(sys.stdout, lineterminator='\n')
        writer.writerow(names)
        writer.writerow(row)
        writer.writerows(cursor)
        return 0
    encode = lambda values: json.dumps(dict(zip(names, values)), ensure_ascii=False)
    array = options.format == 'json'
    print('[\n' + encode(row) if array else encode(row), end='')
    for values in cursor:
        print((',\n' if array else '\n') + encode(values), end='')
    print('\n]' if array else '')
    return 0


if __name__ == '__main__':
    sys.exit(main())
