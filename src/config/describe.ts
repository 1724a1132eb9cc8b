// The schema in words: an example file with every setting, and a table for docs/configuration.md. Both are generated, and
// a test holds them to the schema.
import { stringify } from 'yaml'
import { z } from 'zod'
import { configSchema } from './schema.ts'

interface Shape {
  readonly type?: string
  readonly description?: string
  readonly example?: unknown
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly oneOf?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
}

/** One setting: its path (`lists[].archive`), sentence, default and what is allowed. */
export interface Setting {
  readonly path: string
  readonly text: string
  readonly allowed: string
  readonly default: string
  readonly required: boolean
}

const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as Shape

/** Every setting of the schema, in its order; one row a leaf. */
export function settings(): Setting[] {
  return leaves(schema, '', true)
}

function leaves(shape: Shape, path: string, required: boolean): Setting[] {
  const at = (name: string): string => (path ? `${path}.${name}` : name)
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([name, inner]) =>
      leaves(inner, at(name), required && (shape.required ?? []).includes(name)),
    )
  const variants = shape.oneOf ?? shape.anyOf
  if (variants?.some((variant) => variant.properties))
    return variants.flatMap((variant) =>
      leaves(variant, `${path}(${String(variant.properties?.['kind']?.const)})`, required),
    )
  if (shape.items?.properties || shape.items?.oneOf) return leaves(shape.items, `${path}[]`, required)
  if (shape.const !== undefined) return []
  return [
    {
      path,
      text: shape.description ?? '',
      allowed: allowed(shape),
      default: shape.default === undefined ? '' : JSON.stringify(shape.default),
      required,
    },
  ]
}

function allowed(shape: Shape): string {
  if (shape.enum) return shape.enum.map(String).join(', ')
  if (shape.type === 'array') return `list of ${shape.items ? allowed(shape.items) : 'values'}`
  const small = shape.minimum !== undefined && shape.minimum > Number.MIN_SAFE_INTEGER
  const large = shape.maximum !== undefined && shape.maximum < Number.MAX_SAFE_INTEGER
  if (small && large) return `${shape.minimum} to ${shape.maximum}`
  return shape.type === 'boolean' ? 'true, false' : (shape.type ?? 'text').replace('string', 'text')
}

/** config/dibs.example.yaml: every setting with its sentence; what has a default stands behind `#`. */
export function exampleFile(): string {
  const head = [
    '# Configuration of Dibs. Copy to config/dibs.yaml and change what is not yours; check it with `dibs doctor`.',
    `# A value like \${NAME} comes from the environment; secrets never stand in this file.`,
    '# Settings behind a # have the default shown.',
    '',
  ]
  return `${[...head, ...objectLines(schema, 0, false, EXAMPLES)].join('\n')}\n`
}

/** Example values where the schema's own are not enough to make a configuration that works as a whole. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  'bot.mailbox': { kind: 'imap', host: 'imap.example.org', user: 'dibs', password: `\${DIBS_IMAP_PASSWORD}` },
  sources: [
    {
      kind: 'imap',
      host: 'imap.example.org',
      user: 'lists',
      password: `\${DIBS_IMAP_PASSWORD}`,
      mailbox: 'INBOX',
    },
    { kind: 'public-inbox', path: '/srv/public-inbox/xen-devel', fetch: true },
  ],
  maintainers: ['maintainer@example.org'],
  'lists[].list_id': ['xen-devel.lists.example.org'],
  'lists[].archive': 'https://lists.example.org/xen-devel/{message_id}',
  'lists[].subject_prefixes': ['Xen-devel'],
  catalogues: ['config/catalogue/xen.yaml'],
}

function objectLines(
  shape: Shape,
  depth: number,
  silent: boolean,
  examples: Readonly<Record<string, unknown>>,
  path = '',
): string[] {
  const lines: string[] = []
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    const own = path ? `${path}.${name}` : name
    const required = (shape.required ?? []).includes(name)
    const shown =
      silent ||
      !(required || own in examples || hasRequired(inner) || (inner.example !== undefined && required))
    if (depth === 0) lines.push('')
    lines.push(...settingLines(name, inner, depth, shown, examples, own))
  }
  return lines
}

function settingLines(
  name: string,
  shape: Shape,
  depth: number,
  silent: boolean,
  examples: Readonly<Record<string, unknown>>,
  path: string,
): string[] {
  const pad = '  '.repeat(depth)
  const mark = silent ? '# ' : ''
  const comment = shape.description ? [`${pad}# ${shape.description}`] : []
  if (path in examples) return [...comment, ...valueLines(name, examples[path], pad, mark)]
  if (shape.properties)
    return [...comment, `${pad}${mark}${name}:`, ...objectLines(shape, depth + 1, silent, examples, path)]
  if (shape.items?.properties) {
    if (name === 'programmes') return [...comment, ...valueLines(name, shape.default, pad, '# ')]
    const inner = objectLines(shape.items, depth + 2, silent, examples, `${path}[]`)
    const first = inner.findIndex((line) => !line.trimStart().startsWith('#'))
    const dashed = inner.map((line, at) =>
      at === first ? `${'  '.repeat(depth + 1)}- ${line.trimStart()}` : line,
    )
    return [...comment, `${pad}${mark}${name}:`, ...dashed]
  }
  const value = shape.example ?? shape.default ?? shape.enum?.[0]
  return value === undefined
    ? [...comment, `${pad}# ${name}:`]
    : [...comment, ...valueLines(name, value, pad, mark)]
}

function valueLines(name: string, value: unknown, pad: string, mark: string): string[] {
  const yaml = stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
  return yaml.map((line) => `${pad}${mark}${line}`)
}

function hasRequired(shape: Shape): boolean {
  return (shape.required ?? []).length > 0 || Object.values(shape.properties ?? {}).some(hasRequired)
}

/** docs/configuration.md: the rows of `settings()` as Markdown. */
export function referencePage(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const rows = settings().map(
    (one) =>
      `| \`${one.path}\` | ${cell(one.text)} | ${cell(one.allowed)} | ${one.required ? 'required' : one.default ? `\`${cell(one.default)}\`` : ''} |`,
  )
  return [
    '# Configuration',
    '',
    'One YAML file, by default `config/dibs.yaml`. `config/dibs.example.yaml` shows all of it; `dibs doctor` checks it.',
    `Secrets are written \`\${NAME}\` and come from the environment. Paths are taken from the folder above \`config/\`.`,
    'This page and the example are generated from the schema (`npm run docs`).',
    '',
    '| setting | meaning | allowed | default |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
