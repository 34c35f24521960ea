"""Opens a Netra database from Python, with the standard sqlite3 module or with apsw. Debian's /usr/bin/python3 can load extensions;
a Python built without that (pyenv's default) cannot."""
import os
import sqlite3

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MODULE = os.path.join(PROJECT, 'build', 'release', 'netra')


def open_database(path, module=MODULE, driver='sqlite3'):
    """A connection with Netra loaded. Both drivers give .execute(sql, values); transactions are begun and ended by SQL."""
    module = module[:-3] if module.endswith('.so') else module
    if driver == 'apsw':
        import apsw
        db = apsw.Connection(path)
        db.setbusytimeout(10000)
        db.enableloadextension(True)
        db.loadextension(module)
        db.enableloadextension(False)
        return db
    if not hasattr(sqlite3.Connection, 'enable_load_extension'):
        raise SystemExit('this Python cannot load SQLite extensions; use /usr/bin/python3')
    db = sqlite3.connect(path, timeout=10, isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(module)
    db.enable_load_extension(False)
    return db


def statements(name):
    """The statements of a plain SQL script of sql/, one by one (executescript() would commit the transaction it runs in)."""
    statement = ''
    with open(os.path.join(PROJECT, 'sql', name), encoding='utf-8') as script:
        for line in script:
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ''


def run_script(db, name):
    for statement in statements(name):
        db.execute(statement)


def create_schema(db):
    run_script(db, 'schema.sql')
    run_script(db, 'views.sql')
