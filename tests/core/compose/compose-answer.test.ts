// Answers to mails with commands, whole texts, one golden file a kind.
import { describe, expect, test } from 'vitest'
import { answerCommand, answerRefusal, type Books } from '../../../src/core/compose/answer-parts.ts'
import { composeAnswer } from '../../../src/core/compose/compose-answer.ts'
import { COMMAND_VERBS, type CommandVerb } from '../../../src/core/model/command.ts'
import { entryId } from '../../../src/core/model/ids.ts'
import { expectGolden } from '../../support/golden.ts'
import { shippedTemplates } from '../../support/templates.ts'
import { books, frame, people, widgets } from './sample-books.ts'

const lookUp: Books = {
  entries: books,
  lists: [widgets],
  zone: 'Etc/UTC',
  threadEntry: null,
  asker: people.chidi,
}
const answerFrame = {
  ...frame,
  leftOut: 0,
  lastToday: false,
  lists: [{ id: 'widgets-devel', address: 'widgets-devel@lists.example.org' }],
}

function ask(line: string, parts: Partial<Books> = {}) {
  const [verb = '', ...words] = line.split(' ')
  return answerCommand(
    { verb: verb as CommandVerb, argument: words.join(' '), line },
    { ...lookUp, ...parts },
  )
}

function answer(
  lines: readonly string[],
  parts: Partial<Books> = {},
  more: Partial<typeof answerFrame> = {},
): string {
  const composed = composeAnswer(
    lines.map((line) => ask(line, parts)),
    { ...answerFrame, ...more },
    shippedTemplates,
  )
  if (!composed.ok) throw new Error(JSON.stringify(composed.refusal))
  return composed.text
}

describe('answers', () => {
  test.each([
    ['help', ['help']],
    ['status-of-a-claimed-entry', ['status remote handle']],
    ['status-of-a-contested-entry', ['status cold-start-in-under-a-second']],
    ['status-of-a-silent-entry', ['status big-endian']],
    ['status-of-a-free-entry', ['status https://wiki.example.org/Projects#colour-themes']],
    ['status-of-a-done-entry', ['who square widgets']],
    ['status-of-a-person', ['status emil@example.net']],
    ['status-of-nobody', ['status nobody@example.net']],
    ['overview', ['status']],
    ['mine', ['mine']],
    ['history', ['history cold start']],
    ['list-free', ['list free']],
    ['list-all', ['list']],
    ['list-by-filters', ['list --free difficulty=easy skill=c']],
    ['list-of-nothing', ['list difficulty=impossible']],
    ['list-by-an-unknown-filter', ['list freee']],
    ['which-entry', ['status widgets']],
    ['no-such-entry', ['status fuzer']],
    ['no-such-entry-at-all', ['history quantum flux']],
    ['missing-entry', ['history']],
    ['change-refused', ['claim widget-fuzzer']],
    ['several-questions', ['list free', 'status fuzzer', 'release']],
  ])('%s', (name, lines) => expectGolden(`answers/${name}.txt`, answer(lines)))

  test('inside a thread the entry may be left out', () => {
    const inThread = { threadEntry: entryId('widget-fuzzer') }
    expect(answer(['status'], inThread)).toContain('> status\n\nWidget fuzzer\n')
    expect(answer(['history'], inThread)).toContain('> history\n\nWidget fuzzer\n')
  })

  test('an unknown word is answered with the one that was probably meant', () => {
    const part = answerRefusal({ line: 'staus widget fuzzer', code: 'unknown-command', text: 'unknown' })
    const composed = composeAnswer([part], answerFrame, shippedTemplates)
    expectGolden('answers/did-you-mean.txt', composed.ok ? composed.text : '')
  })

  test('the last answer of the day and left-out lines are said', () =>
    expectGolden('answers/last-today.txt', answer(['list free'], {}, { leftOut: 2, lastToday: true })))
})

describe('every verb', () => {
  test.each(COMMAND_VERBS)('%s gets an answer in words, none a change', (verb) => {
    const text = answer([`${verb} widget fuzzer`])
    expect(text).toContain(`> ${verb} widget fuzzer\n`)
    expect(text).not.toMatch(/undefined|null|\[object/)
  })
})

test('at most five lines are quoted, whatever was asked', () => {
  const text = answer(Array.from({ length: 20 }, () => 'list free'))
  expect(text.split('\n').filter((line) => line.startsWith('>'))).toHaveLength(5)
})

test('a line that is quoted cannot break out of its line', () => {
  const part = answerRefusal({
    line: 'x\r\nBcc: all@example.org\n.\n\u202e',
    code: 'unknown-command',
    text: 'no',
  })
  const composed = composeAnswer([part], answerFrame, shippedTemplates)
  expect(composed.ok && composed.text.split('\n')[0]).toBe('> x Bcc: all@example.org .')
})
