// Filling a template: what is escaped, what is not, and how a broken one is named.
import { describe, expect, test } from 'vitest'
import { renderTemplate } from '../../../src/core/compose/render-template.ts'

const render = (file: string, text: string, data: object) => renderTemplate({ [file]: text }, file, data)

describe('a template', () => {
  test('of text prints as it is', () =>
    expect(render('x.text.eta', 'Hi <%= it.who %>!\n', { who: '<Ada> & "Bo"' })).toEqual({
      ok: true,
      text: 'Hi <Ada> & "Bo"!\n',
    }))
  test('of HTML escapes what it prints', () =>
    expect(render('x.html.eta', '<b title="<%= it.who %>">', { who: `<'&">` })).toEqual({
      ok: true,
      text: '<b title="&lt;&#39;&amp;&quot;&gt;">',
    }))
  test('swallows a line break only where it says so', () =>
    expect(render('x.text.eta', '<% if (1) { -%>\na\n<%= 1 %>\nb\n<% } -%>\n', {})).toEqual({
      ok: true,
      text: 'a\n1\nb\n',
    }))
  test.each([
    ['a missing value', 'one\ntwo <%= it.gone %>', 2, 'a value to print is missing here'],
    ['a mistake at run time', 'one\n\n<%= it.gone.more %>', 3, /Cannot read/],
    ['an unclosed tag', 'one\n<%= it.x', 2, 'unclosed tag'],
    ['an unclosed string', 'one\n<%= "x %>', 2, 'unclosed string'],
    ['a syntax error', 'one\n<%= 1 %>\n<% if ( { %>', 3, /Unexpected token/],
    ['an unclosed loop', 'one\n<% for (;false;) { %>\ntwo', 2, 'a bracket opened in a tag is never closed'],
  ])('with %s names file and line', (_name, text, line, words) => {
    const refusal = {
      file: 'x.text.eta',
      line,
      text: typeof words === 'string' ? words : expect.stringMatching(words),
    }
    expect(render('x.text.eta', text, {})).toEqual({ ok: false, refusal })
  })
  test.each(['toString', '__proto__', 'constructor', 'missing.eta'])(
    'called %s that is not there is missing',
    (file) =>
      expect(renderTemplate({}, file, {})).toEqual({
        ok: false,
        refusal: { file, line: 0, text: 'the template is missing' },
      }),
  )
})
