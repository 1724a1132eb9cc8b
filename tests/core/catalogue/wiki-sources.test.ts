// The forms in which wikis, forges and other communities hand over their lists.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../src/core/catalogue/read-catalogue.ts'
import { reads } from './seed-pages.ts'

const WIKITEXT = readFileSync(join(import.meta.dirname, '../../catalogues/harbour/harbour.wikitext'), 'utf8')
const direct = reads(WIKITEXT, 'Harbour ideas').entries
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../catalogues', name), 'utf8')

describe('the API of MediaWiki', () => {
  const page = { pageid: 7, ns: 0, title: 'Harbour ideas' }
  const revision = { revid: 4711, timestamp: '2031-03-09T07:30:00Z' }
  it.each([
    [
      'slots, format version 2',
      {
        query: { pages: [{ ...page, revisions: [{ ...revision, slots: { main: { content: WIKITEXT } } }] }] },
      },
    ],
    [
      'no slots, format version 2',
      { query: { pages: [{ ...page, revisions: [{ ...revision, content: WIKITEXT }] }] } },
    ],
    [
      'format version 1',
      { query: { pages: { 7: { ...page, revisions: [{ ...revision, '*': WIKITEXT }] } } } },
    ],
    [
      'slots, format version 1',
      {
        query: {
          pages: { 7: { ...page, revisions: [{ ...revision, slots: { main: { '*': WIKITEXT } } }] } },
        },
      },
    ],
  ])('%s', (_, answer) => {
    const { entries } = reads(JSON.stringify(answer), 'api')
    expect(entries.map(({ source: _s, inserted: _i, ...rest }) => rest)).toEqual(
      direct.map(({ source: _s, inserted: _i, ...rest }) => rest),
    )
    expect(entries[0]?.source).toMatchObject({
      page: 'Harbour ideas',
      revision: '4711',
      revised: '2031-03-09T07:30:00Z',
      line: direct[0]?.source.line,
    })
  })
  it('action=parse gives the rendered page', () => {
    const html = fixture('harbour/harbour.html')
    const answer = {
      parse: {
        title: 'Harbour ideas',
        revid: 9,
        text: {
          '*': html.slice(html.indexOf('<div class="mw-parser-output">'), html.indexOf('<div id="footer">')),
        },
      },
    }
    const { entries } = reads(JSON.stringify(answer), 'api')
    expect([entries.length, entries[0]?.source.page, entries[0]?.source.revision]).toEqual([
      13,
      'Harbour ideas',
      '9',
    ])
  })
  it('a missing page is a warning, an error of the wiki the reason', () => {
    const found = { ...page, revisions: [{ ...revision, content: WIKITEXT }] }
    const { warnings } = reads(
      JSON.stringify({ query: { pages: [found, { title: 'Gone', missing: true }] } }),
      'api',
    )
    expect(warnings.filter((each) => each.code === 'missing-page').map((each) => each.text)).toEqual([
      'no such page: Gone',
    ])
    expect(readCatalogue('{"error":{"code":"x","info":"too many"}}', { page: 'api' })).toEqual({
      refused: 'api: the wiki answered: too many',
    })
  })
})

describe('Special:Export', () => {
  const escaped = WIKITEXT.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const revision = (id: number, time: string, text: string) =>
    `<revision><id>${id}</id><timestamp>${time}</timestamp><contributor><username>Ada</username><id>1</id></contributor><text xml:space="preserve">${text}</text></revision>`
  it('the newest revision of each page', () => {
    const xml = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10"><siteinfo><sitename>W</sitename></siteinfo>
<page><title>Harbour ideas</title><ns>0</ns><id>7</id>${revision(11, '2031-03-09T07:30:00Z', escaped)}${revision(10, '2030-01-01T00:00:00Z', '{{project|Project=Old|Date=x|Desc=y}}')}</page></mediawiki>`
    const { entries } = reads(xml, 'export')
    expect(entries.map((entry) => entry.title)).toEqual(direct.map((entry) => entry.title))
    expect(entries[0]?.source).toMatchObject({
      page: 'Harbour ideas',
      revision: '11',
      revised: '2031-03-09T07:30:00Z',
    })
  })
})

describe('headings with labelled parts', () => {
  const text = `= Ideas 2031 =\nWelcome.\n== Project ideas ==\n=== Sound over the wire ===\n'''Summary:''' Carry sound to the client.\n\nIt should be ''fast''.\n\n'''Links:'''\n* [https://sound.example.org Draft]\n\n'''Details:'''\n* Skill level: intermediate\n* Language: C\n* Mentor: Ada Quill <ada@example.org>, adaq on IRC\n* Suggested by: Bo Marsh\n=== How to apply ===\nSend a mail.\n`
  it('gives the project and not the other heading', () => {
    const { entries } = reads(text, 'ideas')
    expect(entries.map((entry) => entry.title)).toEqual(['Sound over the wire'])
    const [entry] = entries
    expect([entry?.difficulty.level, entry?.skills, entry?.extra, entry?.urls, entry?.section]).toEqual([
      'medium',
      'C',
      { 'Suggested by': 'Bo Marsh' },
      ['https://sound.example.org'],
      'Project ideas',
    ])
    expect(entry?.contacts[0]).toEqual({ name: 'Ada Quill', email: 'ada@example.org', role: 'mentor' })
  })
})

describe('a Markdown list of ideas', () => {
  const text = `---\nlayout: default\ntitle: Ideas 2031\n---\n\n# Ideas\n\n### Note about the limit\n\nTwo at most.\n\n### Make fetch resumable\n\nA fetch that breaks off starts again.\n\n- first step\n- second step\n\n_Expected Project Size_: 175 hours or 350 hours\n\n_Difficulty_: Medium\n\n_Languages_: C, shell\n\n_Possible mentors_:\n* Ada Quill < <ada@example.org> >\n* Bo Marsh\n\n### Teach gc manners\n\nIt runs at bad times.\n\n**Difficulty:** Easy\n**Skills:** C\n`
  it('gives the projects and not the note', () => {
    const { entries } = reads(text, 'SoC-2031-Ideas.md')
    expect(
      entries.map((entry) => [
        entry.title,
        entry.difficulty.level,
        entry.skills,
        entry.source.page,
        entry.source.line,
      ]),
    ).toEqual([
      ['Make fetch resumable', 'medium', 'C, shell', 'Ideas 2031', 12],
      ['Teach gc manners', 'easy', 'C', 'Ideas 2031', 29],
    ])
    expect(entries[0]?.contacts).toEqual([
      { name: 'Ada Quill', email: 'ada@example.org', role: 'mentor' },
      { name: 'Bo Marsh', email: null, role: 'mentor' },
    ])
    expect([entries[0]?.extra, entries[0]?.description]).toEqual([
      { 'Expected Project Size': '175 hours or 350 hours' },
      'A fetch that breaks off starts again.\n\n- first step\n- second step',
    ])
  })
})

describe('issues', () => {
  it('of GitLab', () => {
    const { entries } = reads(
      JSON.stringify([
        {
          iid: 3,
          title: 'Sort the charts',
          description: 'By date.',
          state: 'opened',
          created_at: '2031-01-02T03:04:05Z',
          labels: ['difficulty::medium', 'GSoC 2031', 'language::OCaml'],
          assignees: [{ name: 'Cy Ferrer' }],
          author: { name: 'Ada Quill' },
          web_url: 'https://git.example.org/charts/-/issues/3',
        },
      ]),
      'issues',
    )
    expect(entries[0]).toMatchObject({
      title: 'Sort the charts',
      gsoc: { value: 'yes' },
      difficulty: { level: 'medium' },
      skills: 'OCaml',
      inserted: { iso: '2031-01-02' },
      state: 'accepted',
      urls: ['https://git.example.org/charts/-/issues/3'],
    })
    expect(entries[0]?.contacts).toEqual([
      { name: 'Ada Quill', email: null, role: 'contact' },
      { name: 'Cy Ferrer', email: null, role: 'student' },
    ])
  })
  it('of GitHub, without pull requests, closed ones archived', () => {
    const issue = {
      number: 5,
      html_url: 'https://git.example.org/5',
      user: { login: 'ada' },
      labels: [{ name: 'good first issue' }],
    }
    const { entries } = reads(
      JSON.stringify([
        { ...issue, title: 'Open one', state: 'open', body: 'x' },
        { ...issue, title: 'Shut one', state: 'closed', body: null },
        { ...issue, title: 'A pull', pull_request: {} },
      ]),
      'issues',
    )
    expect(entries.map((entry) => [entry.title, entry.state, entry.difficulty.level])).toEqual([
      ['Open one', 'proposed', 'easy'],
      ['Shut one', 'archived', 'easy'],
    ])
  })
})

describe('an announcement', () => {
  it('with labels', () => {
    const text =
      'Welcome our GSoC and Outreachy students of 2031\n\nSort the charts\n\nGSoC Student: Bo Cay, Harbour Town, Nowhere\n\nMentor(s): Ada Quill (Tides Inc) and Cy Ferrer\n\nThe charts will be sorted by date, by place and by the tide that was when they were drawn, and more.\n\nPrint the charts\n\nOutreachy Intern: Dee Novak\n\nMentor: Ada Quill\n\nThe charts will be printed on paper that the rain cannot harm, which has been wished for since long.\n'
    const { entries } = reads(text, 'blog')
    expect(
      entries.map((entry) => [
        entry.title,
        entry.state,
        entry.contacts.map((person) => `${person.role} ${person.name}`),
      ]),
    ).toEqual([
      ['Sort the charts', 'accepted', ['mentor Ada Quill', 'mentor Cy Ferrer', 'student Bo Cay']],
      ['Print the charts', 'accepted', ['mentor Ada Quill', 'student Dee Novak']],
    ])
  })
})
