import { describe, expect, it } from 'vitest'
import { readObject } from '../../../src/core/detect/object.ts'
import { readSpecificity } from '../../../src/core/detect/specificity.ts'

/** As a row reads it: the match, then the words behind it. */
const of = (match: string, rest: string, subject = 'Introduction'): number =>
  readSpecificity(readObject(rest), match, `${match}${rest}`, subject)

describe('readSpecificity', () => {
  it.each([
    ['a programme', 'I would like to apply for', ' Google Summer of Code this year.', 0],
    ['a community', 'I want to contribute to', ' the Lantern project.', 0],
    ['a community by its name', 'I am interested in contributing to', ' Lantern.', 0],
    ['a subsystem', 'I am interested in contributing to', ' the input subsystem of Lantern.', 0],
    ['nothing', 'I would be happy to contribute', '.', 0],
    ['what only the mail around tells', 'I would like to work on', ' this project.', 1],
    ['the field of a project', 'I am interested in', ' projects about audio.', 1],
    ['a piece of work', 'I would like to write', ' a driver for the HQ440.', 2],
    ['a title in quotes', 'I am interested in', ' the "Faster snapshot restore" idea.', 2],
    ['a list below', "These are the two ideas I'd like to implement", ':', 2],
  ])('%s', (_name, match, rest, wanted) => {
    expect(of(match, rest)).toBe(wanted)
  })

  it('lifts what the subject names as well', () => {
    expect(of('I am interested in', ' the snapshot restore project.', 'Faster snapshot restore')).toBe(3)
  })
})
