#!/usr/bin/env bash
# report.sh NETRA.so: the HTML report on the bundled corpus, in headless Chromium. The screenshot goes into the build folder.
set -euo pipefail
. "$(dirname "$0")/../lib.sh" report "$1"
shell "$work/netra.db" '.read sql/setup.sql'
# A hostile text among the others.
shell "$work/netra.db" "INSERT INTO article(title, body, published) VALUES ('<script>document.title = ''bad''</script>', 'Bupati Ngawi Siti Aminah berkata, \"Masa kampanye <img src=x onerror=\"\"document.title=1\"\"> & tahapan Pilkada 2024 berjalan baik menurut kami semua.\"', '2024-10-10')"
NETRA_MODULE=$module examples/report.sh "$work/netra.db" "$work/report.html" >/dev/null
same 'loads nothing from outside' "$(grep -cE '<(script|link|img|iframe)|https?://|url\(' "$work/report.html" || true)" 0
same 'tiles of all provinces' "$(grep -o '<g transform' "$work/report.html" | wc -l)" 38
[ "$(grep -o '<circle' "$work/report.html" | wc -l)" -ge 30 ] || fail 'few dots on the timeline'
[ "$(grep -c '<blockquote>' "$work/report.html")" -ge 5 ] || fail 'few quotes'
same 'tables are closed' "$(grep -o '<table' "$work/report.html" | wc -l)" "$(grep -o '</table>' "$work/report.html" | wc -l)"
NETRA_MODULE=$module examples/report.sh "$work/netra.db" "$work/again.html" >/dev/null
same 'the same again' "$(md5sum <"$work/again.html")" "$(md5sum <"$work/report.html")"
if NETRA_MODULE=$module examples/report.sh "$work/missing.db" "$work/none.html" >/dev/null 2>"$work/err"; then fail 'a missing database was taken'; fi
passed=$((passed + 3))
without=$(no_chromium)
if [ -z "$without" ]; then
  timeout 120 chromium "${chromium_flags[@]}" --user-data-dir="$work/profile" --window-size=1120,4200 \
    --screenshot="$build/report.png" "file://$work/report.html" >"$work/out" 2>&1 || fail 'Chromium'
  [ "$(stat -c %s "$build/report.png")" -gt 100000 ] || fail 'the screenshot is nearly empty'
  timeout 120 chromium "${chromium_flags[@]}" --user-data-dir="$work/profile" --dump-dom "file://$work/report.html" >"$work/dom" 2>/dev/null
  same 'the hostile text is text' "$(grep -c '<title>Netra report</title>' "$work/dom")" 1
  same 'parsed as written' "$(grep -o '<circle' "$work/dom" | wc -l)" "$(grep -o '<circle' "$work/report.html" | wc -l)"
  passed=$((passed + 1))
fi
finish "${without:+browser part skipped: $without}"
