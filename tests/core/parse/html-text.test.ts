import { expect, test } from 'vitest'
import { htmlText } from '../../../src/core/parse/html-text.ts'

test.each([
  ['paragraphs', '<p>one</p><p>two</p>', 'one\n\ntwo'],
  ['lines', 'one<br>two<div>three</div>four', 'one\ntwo\nthree\nfour'],
  ['blanks and line ends fold', '<p>one \n\t two</p>', 'one two'],
  ['entities', '&lt;a&gt; &amp; &eacute;&nbsp;&#8217;&#x1F600;', '<a> & é ’😀'],
  ['words over several elements', '<p>w<b>or</b>d <i>two</i></p>', 'word two'],
  ['lists', '<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
  ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ['hidden parts', '<head><title>t</title><style>p{}</style></head><body>x<script>y()</script></body>', 'x'],
  ['comments', 'a<!-- b -->c<!--[if mso]>d<![endif]-->', 'ac'],
  [
    'quotes, nested',
    '<div>a</div><blockquote>b<blockquote>c</blockquote></blockquote>d',
    'a\n\n> b\n>\n>> c\n>\n\nd',
  ],
  ['deep quotes keep five marks', `${'<blockquote>'.repeat(50)}x`, '>>>>> x'],
  [
    'a link with words of its own shows its address',
    '<a href="https://example.org/x#y">the page</a>.',
    'the page <https://example.org/x#y>.',
  ],
  [
    'a link that is its own words does not',
    '<a href="https://example.org/x">https://example.org/x</a>',
    'https://example.org/x',
  ],
  ['links that lead nowhere', '<a href="mailto:a@b">a@b</a> <a href="javascript:x()">y</a>', 'a@b y'],
  ['a signature stands below its mark', '<p>a</p><div class="gmail_signature">Kim</div>', 'a\n\n-- \nKim'],
  ['a rule', 'a<hr>b', 'a\n________________________________\nb'],
  ['no markup at all', 'a < b', 'a < b'],
  ['nothing', '', ''],
])('%s', (_, html, text) => {
  expect(htmlText(html)).toBe(text)
})
