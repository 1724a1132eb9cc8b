// What is rotten, what changed, and what an import would lose.
import { describe, expect, it } from 'vitest'
import { checkCatalogue } from '../../../src/core/catalogue/check-catalogue.ts'
import { diffCatalogues } from '../../../src/core/catalogue/diff-catalogues.ts'
import { importLoss } from '../../../src/core/catalogue/import-loss.ts'
import { mergeCatalogue } from '../../../src/core/catalogue/merge-catalogue.ts'
import { listId } from '../../../src/core/model/ids.ts'
import type { Standing } from '../../../src/core/model/standing.ts'
import { reads } from './seed-pages.ts'

const AT = Date.UTC(2031, 5, 1)
const SOUND = 'title: T, verified: 2031-05-01, contacts: [{name: Ada Quill, email: ada@example.org}]'
const LISTS = [
  {
    id: listId('tide-devel'),
    listIds: [],
    addresses: ['tide-devel@lists.example.org'],
    archive: '',
    subjectPrefixes: [],
  },
]

function findings(text: string, standings: readonly Standing[] = []) {
  const reading = reads(text, 'ideas')
  const { catalogue } = mergeCatalogue([reading], {})
  return checkCatalogue(catalogue, [reading], { unverifiedMonths: 18, lists: LISTS, standings }, AT)
}
const codes = (text: string) => findings(text).map((each) => each.code)

describe('check', () => {
  it.each([
    ['a sound entry', `entries: [{${SOUND}}]`, []],
    [
      'nobody has an address',
      'entries: [{title: T, verified: 2031-05-01, contacts: [{name: Ada Quill}]}]',
      ['no-contact'],
    ],
    [
      'a student is nobody to ask',
      `entries: [{title: T, verified: 2031-05-01, contacts: [{email: s@example.org, role: student}]}]`,
      ['no-contact'],
    ],
    ['verified long ago', `entries: [{${SOUND.replace('2031-05', '2029-05')}}]`, ['unverified']],
    ['new, and so not yet verified', `entries: [{${SOUND.replace('verified', 'inserted')}}]`, []],
    [
      'an archived entry needs no verifying',
      `entries: [{${SOUND.replace('2031-05', '2019-05')}, state: archived}]`,
      [],
    ],
    ['a conditional flag', `entries: [{${SOUND}, gsoc: "no, unless it rains"}]`, ['conditional-gsoc']],
    ['a watched list by its short word', `entries: [{${SOUND}, list: tide-devel@}]`, []],
    ['a list nobody watches', `entries: [{${SOUND}, list: map-devel@lists.example.org}]`, ['unknown-list']],
    ['a bad field', `entries: [{${SOUND}, state: gone}]`, ['bad-entry']],
    ['a settlement that names nobody', `merges: [[t, nobody]]\nentries: [{${SOUND}}]`, ['unknown-name']],
    [
      'two names under one address',
      `entries: [{${SOUND}}, {${SOUND.replace('title: T', 'title: Other').replace('Ada', 'Adelaide')}}]`,
      ['two-spellings'],
    ],
    [
      'a slip of the pen',
      `entries: [{${SOUND}}, {${SOUND.replace('title: T', 'title: Other').replace('Quill', 'Quille').replace('ada@', 'q@')}}]`,
      ['two-spellings'],
    ],
    [
      'likely doubles',
      `entries: [{${SOUND.replace('T,', 'Port the pump driver to Oberon,')}}, {${SOUND.replace('T,', 'Port the pumps driver to Oberon,')}}]`,
      ['duplicate'],
    ],
  ])('%s', (_, text, want) => {
    expect(codes(text)).toEqual(want)
  })

  it('says page and line, and which findings are errors', () => {
    const [finding] = findings(`entries:\n  - {${SOUND}}\n  - {title: Stub, state: gone}`).filter(
      (each) => each.level === 'error',
    )
    expect(finding).toMatchObject({ page: 'ideas', line: 3, entry: 'Stub', code: 'bad-entry' })
  })

  it('an entry the lists tell otherwise', () => {
    const standing = {
      entry: 't',
      contradictions: [{ code: 'page-says-open-but-merged', text: 'merged by Bo', evidence: [] }],
    } as unknown as Standing
    expect(findings(`entries: [{${SOUND}}]`, [standing]).map((each) => each.text)).toEqual([
      'page-says-open-but-merged: merged by Bo',
    ])
  })
})

describe('diff', () => {
  const catalogue = (text: string) => mergeCatalogue([reads(text, 'ideas')], {}).catalogue
  const texts = (a: string, b: string) =>
    diffCatalogues(catalogue(a), catalogue(b)).map((change) => change.text)
  it('nothing', () => {
    expect(texts(`entries: [{${SOUND}}]`, `entries: [{${SOUND}}]`)).toEqual([])
  })
  it('new, gone, renamed and changed, in words', () => {
    expect(
      texts(
        'entries: [{title: A, anchors: ["P#a"], difficulty: High, contacts: [{name: Ada Quill}]}, {title: B}]',
        'entries: [{title: A two, anchors: ["P#a"], difficulty: Low, description: Some words., contacts: [{name: Bo Marsh, role: mentor}]}, {title: C}]',
      ),
    ).toEqual([
      'renamed: "A" is now "A two"',
      'A two: difficulty High → Low',
      'A two: description added: "Some words."',
      'A two: new mentor Bo Marsh',
      'A two: contact Ada Quill is gone',
      'new: C',
      'gone: B',
    ])
  })
})

describe('loss of an import', () => {
  const page = (...titles: string[]) =>
    reads(`entries: [${titles.map((title) => `{title: ${title}}`).join(', ')}]`, 'ideas')
  it('a third may go, more may not', () => {
    expect(importLoss(page('a', 'b', 'c'), page('a', 'b')).tooMuch).toBe(false)
    expect(importLoss(page('a', 'b', 'c'), page('a')).tooMuch).toBe(true)
    expect(importLoss(page('a', 'b', 'c'), page('a')).lost.map((entry) => entry.title)).toEqual(['b', 'c'])
  })
})
