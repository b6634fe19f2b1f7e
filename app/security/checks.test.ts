import { expect, test } from 'vitest';
import { tagsOf, textOf, unsoundMarkup } from './markup.ts';
import { spreadsheetFormulas } from './spreadsheet.ts';

test.each([
  ['<p>a</p><script>b</script>', 'has a script within the page'],
  ['<p onclick="a">b</p>', 'makes an attribute onclick'],
  ['<p style="color: red">b</p>', 'makes an attribute style'],
  ['<textarea>a</textarea><zqh-a>b', 'makes an element zqh-a'],
  ['<title>a</title><zqh-b>', 'makes an element zqh-b'],
  ['<p title="a"zqh="b">c</p>', 'makes an attribute zqh'],
  ['<a href="&#106;ava&#x09;script&colon;a">b</a>', 'leads to &#106;ava&#x09;script&colon;a'],
  ['<iframe src="/a"></iframe>', 'makes an element iframe'],
])('markup that came in with a text is found: %s', (html, problem) => {
  expect(unsoundMarkup(html)).toContain(problem);
});

test('markup of ours is sound, whatever its texts say', () => {
  const html =
    '<!doctype html><html><head><title>&lt;script></title><script type="module" src="/a.js"></script></head><body><p title="&quot; onclick=&quot;a">1 < 2 &lt;zqh-a&gt;</p><textarea name="b"><zqh-b onclick=c></textarea></body></html>';
  expect(unsoundMarkup(html)).toEqual([]);
  expect(tagsOf(html).map(({ name }) => name)).toContain('textarea');
  expect(textOf('<p>1 < 2 &amp; <b>&lt;a&gt;</b></p>').trim()).toBe('1 < 2 &  <a>');
});

test('cells that a spreadsheet would calculate are found', () => {
  expect(spreadsheetFormulas('a,"=zqh()"\n+zqh,b')).toHaveLength(2);
  expect(spreadsheetFormulas('a,"\'=zqh()"\n-1,zqh')).toEqual([]);
});
