import { describe, expect, test } from 'vitest'
import { COMMAND_VERBS } from '../../../src/core/model/command.ts'
import { MAX_COMMANDS, parseCommands } from '../../../src/core/parse/commands.ts'

const direct = (text: string, inThread = false) => parseCommands(text.split('\n'), true, inThread)
const onList = (text: string) => parseCommands(text.split('\n'), false, true)
const pairs = (read: ReturnType<typeof direct>) => read.commands.map(({ verb, argument }) => [verb, argument])
const codes = (read: ReturnType<typeof direct>) => read.refusals.map(({ code }) => code)

describe('a mail to the bot', () => {
  test('each line is a command, CRLF or not', () => {
    expect(pairs(direct('status pvusb\r\nlist --free\r\nhelp\r'))).toEqual([
      ['status', 'pvusb'],
      ['list', '--free'],
      ['help', ''],
    ])
  })
  test.each(COMMAND_VERBS.map((verb) => [verb]))('%s is known, in any case', (verb) => {
    expect(pairs(direct(`${verb.toUpperCase()} the scheduler`))).toEqual([[verb, 'the scheduler']])
  })
  test('greetings and prose around commands are passed over', () => {
    expect(pairs(direct('Hi bot,\n\nI hope this works\nstatus pvusb\n\nThanks!\nclaim pvusb'))).toEqual([
      ['status', 'pvusb'],
    ])
  })
  test.each(['stop', 'quit', 'end', 'thanks', 'Thank you!', '--', 'Cheers,'])(
    'nothing is read below "%s"',
    (word) => {
      expect(pairs(direct(`help\n${word}\nretire pvusb`))).toEqual([['help', '']])
    },
  )
  test.each([
    ['take pvusb', 'claim'],
    ['drop pvusb', 'release'],
    ['still on it', 'progress'],
    ['finished pvusb', 'done'],
    ['?', 'help'],
    ['forget', 'forget-me'],
    ['#dibs status pvusb', 'status'],
  ])('%s means %s', (line, verb) => {
    expect(direct(line).commands[0]?.verb).toBe(verb)
  })
  test('a slip of the keyboard is refused with the verb that was meant', () => {
    const read = direct('help\nstauts pvusb')
    expect(codes(read)).toEqual(['unknown-command'])
    expect(read.refusals[0]?.text).toContain('"status"')
    expect(read.refusals[0]?.line).toBe('stauts pvusb')
  })
  test('prose alone is told how to get help', () => {
    const read = direct('I wonder what the weather will be.\nMore of it.')
    expect(read.commands).toEqual([])
    expect(codes(read)).toEqual(['unknown-command'])
    expect(read.refusals[0]?.text).toContain('"help"')
  })
  test('a verb that needs a project is refused without one, but not in a thread', () => {
    expect(codes(direct('claim'))).toEqual(['missing-entry'])
    expect(pairs(direct('claim', true))).toEqual([['claim', '']])
  })
  test('its own sample lines are passed over', () => {
    const read = direct('claim ENTRY\n#dibs link <entry>\nassign ENTRY PERSON\nstatus')
    expect(pairs(read)).toEqual([['status', '']])
    expect(read.refusals).toEqual([])
  })
  test('names of object properties are no commands', () => {
    expect(pairs(direct('constructor x\n__proto__ y\ntoString z'))).toEqual([])
  })
  test('only the first ten count', () => {
    const read = direct(Array.from({ length: 50 }, (_, i) => `status entry-${i}`).join('\n'))
    expect(read.commands).toHaveLength(MAX_COMMANDS)
    expect(codes(read)).toEqual(['too-many-commands'])
  })
  test('a flood of junk makes few refusals', () => {
    expect(direct('stauts x\n'.repeat(10_000)).refusals.length).toBeLessThanOrEqual(MAX_COMMANDS + 1)
  })
})

describe('a mail on a list', () => {
  test('only lines that start with #dibs count', () => {
    expect(pairs(onList('status pvusb\n#dibs claim pvusb\n  #dibs: who pvusb\nsay #dibs help'))).toEqual([
      ['claim', 'pvusb'],
      ['who', 'pvusb'],
    ])
  })
  test('an unknown verb after #dibs is refused', () => {
    expect(codes(onList('#dibs frobnicate pvusb'))).toEqual(['unknown-command'])
  })
  test('#dibsy is another word', () => {
    expect(onList('#dibsy claim pvusb')).toEqual({ commands: [], refusals: [] })
  })
})
