"""search_page.py ADDRESS DRIVER PNG FLAG...: types, filters and opens an article on the search page."""
import json
import os
import sys
import time
import urllib.error
import urllib.request

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

os.environ['no_proxy'] = '127.0.0.1'
address, driver, picture, *flags = sys.argv[1:]
passed = 0


def same(name, got, expected=True):
    global passed
    assert got == expected, '%s: expected %r, got %r' % (name, expected, got)
    passed += 1


def get(path, host=None):
    request = urllib.request.Request(address + path, headers={'Host': host} if host else {})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


same('another host', get('', 'example.org')[0], 403)
same('no such page', get('etc/passwd')[0], 404)
same('a wrong number', get('api/article?id=x')[0], 400)
same('no such article', get('api/article?id=999999')[0], 404)
everything = json.loads(get('api/search')[1])
for query in ('%22', '*', 'a%20AND', '-', 'NEAR(', '%00', '(', '%27%3B--', 'dan'):
    same('any text is a query: ' + query, get('api/search?q=' + query)[0], 200)
spans = json.loads(get('api/article?id=%d' % everything['articles'][0]['id'])[1])
same('evidence', all(0 < s['start'] and s['start'] + s['length'] - 1 <= len(spans['text']) for s in spans['spans']))

options = webdriver.ChromeOptions()
# The driver talks to the browser through a pipe: for its socket it would ask for the name localhost.
for flag in flags + ['--window-size=1200,900', '--remote-debugging-pipe']:
    options.add_argument(flag)
options.set_capability('goog:loggingPrefs', {'browser': 'ALL'})
browser = webdriver.Remote(driver, options=options)
try:
    wait = WebDriverWait(browser, 20)
    find = lambda css: browser.find_elements(By.CSS_SELECTOR, css)
    total = lambda: int(find('#count')[0].text.split()[0])
    browser.get(address)
    wait.until(lambda _: find('#articles article'))
    same('all articles at first', total(), everything['total'])

    box = find('#q')[0]
    box.send_keys('netralit')
    wait.until(lambda _: browser.execute_script('return document.body.dataset.shown') == 'netralit')
    some = total()
    same('found while typing', 0 < some < everything['total'])
    box.send_keys('as asn')
    wait.until(lambda _: browser.execute_script('return document.body.dataset.shown') == 'netralitas asn')
    same('hits are marked', {m.text.lower() for m in find('#articles mark')} & {'netralitas', 'asn'} != set())
    same('ten a page', len(find('#articles article')), min(10, total()))
    before = total()
    for filter_box in ('stages', 'provinces', 'officials'):
        button = find('#%s button' % filter_box)[0]
        label, count = [s.text for s in button.find_elements(By.TAG_NAME, 'span')]
        button.click()
        wait.until(lambda _: find('#%s button[aria-pressed=true]' % filter_box) and total() == int(count))
        same('filter %s' % filter_box, total() <= before)
        find('#%s button[aria-pressed=true]' % filter_box)[0].click()
        wait.until(lambda _: total() == before)
    find('#articles h3 button')[0].click()
    wait.until(lambda _: find('#articles .text u'))
    same('evidence underlined', len(find('#articles .text u')) > 0)
    browser.save_screenshot(picture)
    box.clear()
    box.send_keys('<img src=x onerror=alert(1)> "')
    wait.until(lambda _: '<img' in browser.execute_script('return document.body.dataset.shown'))
    same('typed markup is text', find('#articles img'), [])
    same('no errors in the page', [e for e in browser.get_log('browser') if e['level'] == 'SEVERE' and 'favicon' not in e['message']], [])
finally:
    browser.quit()
print('searchpage: %d passed, 0 failed' % passed)
