import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exampleFile, referencePage, settings } from '../../src/config/describe.ts'
import { checkConfig } from '../../src/config/load-config.ts'

const root = resolve(import.meta.dirname, '../..')

describe('what is generated from the schema', () => {
  it('stands in the project as it would be generated now (npm run docs)', () => {
    expect(readFileSync(`${root}/config/dibs.example.yaml`, 'utf8')).toBe(exampleFile())
    expect(readFileSync(`${root}/docs/configuration.md`, 'utf8')).toBe(referencePage())
  })

  it('gives every setting a sentence', () => {
    const silent = settings()
      .filter((setting) => setting.text === '')
      .map((setting) => setting.path)
    expect(silent.filter((path) => !path.startsWith('programmes[].rounds'))).toEqual([])
  })

  it('names every setting in the example, also those that have defaults', () => {
    const example = exampleFile()
    for (const name of [
      'watch_from',
      'per_hour',
      'stalled_weeks',
      'margin',
      'schedule',
      'time_zone',
      'mail_megabytes',
    ])
      expect(example).toContain(`${name}:`)
  })

  it('is still a good configuration when every commented setting with a default is taken in', () => {
    const uncommented = exampleFile().replace(
      /^(\s*)# ((?:threshold|margin|policy|per_\w+|level|format|workers|mail_megabytes|\w+_weeks|capacity|auto_release): .+)$/gm,
      '$1$2',
    )
    const opened = uncommented.replace(/^# (detection|linking|policy|limits|log):$/gm, '$1:')
    expect(parse(opened)).toHaveProperty('detection.threshold', 0.5)
    const checked = checkConfig(opened, 'example', { DIBS_IMAP_PASSWORD: 'x', DIBS_SMTP_PASSWORD: 'x' })
    expect(checked.ok ? [] : checked.problems).toEqual([])
  })
})
