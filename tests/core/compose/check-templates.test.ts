// `dibs templates check`: the shipped templates hold, and every way to break one is found with its file and line.
import { describe, expect, test } from 'vitest'
import { checkTemplates, TEMPLATE_FILES } from '../../../src/core/compose/check-templates.ts'
import { shippedTemplates } from '../../support/templates.ts'

test('the shipped templates hold, and there are no others', () => {
  expect(checkTemplates(shippedTemplates)).toEqual([])
  expect(Object.keys(shippedTemplates).sort()).toEqual([...TEMPLATE_FILES].sort())
})

describe.each(TEMPLATE_FILES)('%s', (file) => {
  const lines = (shippedTemplates[file] ?? '').trimEnd().split('\n').length
  const broken = (more: string) =>
    checkTemplates({ ...shippedTemplates, [file]: `${shippedTemplates[file]?.trimEnd()}${more}` })
  test('with a value that is not there', () =>
    expect(broken('\n<%= it.nonsense %>')).toEqual([
      { file, line: lines + 1, text: 'a value to print is missing here' },
    ]))
  test('with a tag that is never closed', () =>
    expect(broken('\n<%= it.community')).toMatchObject([{ file, line: lines + 1, text: 'unclosed tag' }]))
  test('with a loop that is never closed', () =>
    expect(broken('\n<% for (const x of []) { %>')).toMatchObject([
      { file, text: 'a bracket opened in a tag is never closed' },
    ]))
  test('with code that is no code', () =>
    expect(broken('\n<% if (( %>')).toMatchObject([{ file, line: lines + 1 }]))
  test('with a mistake at run time', () =>
    expect(broken('\n<%= it.nonsense.more %>')).toMatchObject([{ file, line: lines + 1 }]))
  test('missing', () => {
    const { [file]: _gone, ...others } = shippedTemplates
    expect(checkTemplates(others)).toEqual([{ file, line: 0, text: 'the template is missing' }])
  })
})
