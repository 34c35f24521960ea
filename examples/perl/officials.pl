#!/usr/bin/perl
# officials.pl DB MODULE [OFFICE]: who holds an office in which region, and in how many articles. Needs DBD::SQLite (libdbd-sqlite3-perl).
use strict;
use warnings;
use DBI;

die "usage: officials.pl DB MODULE [OFFICE]\n" unless @ARGV >= 2;
my ($file, $module, $office) = @ARGV;
my $db = DBI->connect("dbi:SQLite:uri=file:$file?mode=ro", '', '', {RaiseError => 1, PrintError => 0, sqlite_unicode => 1});
$db->sqlite_enable_load_extension(1);
$db->sqlite_load_extension($module);
binmode STDOUT, ':encoding(UTF-8)';

my $rows = $db->selectall_arrayref(<<'SQL', {}, $office // 'Bupati');
  SELECT coalesce(region_code, '-'), coalesce(acting || ' ', '') || office, name, count(DISTINCT article) AS articles
    FROM article_official
   WHERE office = ? AND name IS NOT NULL AND standing = 'menjabat'
   GROUP BY 1, 2, 3 ORDER BY articles DESC, name COLLATE indonesian LIMIT 20
SQL
printf "%-6s %-28s %-34s %d\n", @$_ for @$rows;
