// YAML text and the environment to a checked configuration, or problems that name file, line and mend.
// Secrets are never in the file: a value `${NAME}` is taken from the environment.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type Config, configSchema } from './schema.ts'

/** One thing wrong with a configuration; `text` says what is allowed. */
export interface ConfigProblem {
  readonly file: string
  readonly line: number
  readonly setting: string
  readonly text: string
}

/** The line a setting stands on, or the nearest setting above it. */
type LineOf = (path: readonly PropertyKey[]) => number

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config; readonly file: string }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** `config/dibs.yaml:12: lists.0.addresses.0: expected one mail address …` */
export function problemLine(problem: ConfigProblem): string {
  const setting = problem.setting ? `${problem.setting}: ` : ''
  return `${problem.file}:${problem.line}: ${setting}${problem.text}`
}

/** Reads and checks the file; relative paths in it are taken from its folder's parent when that is `config`, else from its folder. */
export function loadConfig(file: string, env: Record<string, string | undefined>): LoadedConfig {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const why = missing
      ? 'no such file; copy config/dibs.example.yaml there and fill it in, or name another with --config'
      : `cannot be read (${(error as Error).message}); it must be a readable YAML file`
    return { ok: false, problems: [{ file, line: 1, setting: '', text: why }] }
  }
  const checked = checkConfig(text, file, env)
  return checked.ok ? { ...checked, config: absolutePaths(checked.config, file) } : checked
}

/** The checks without the file system, for tests and `dibs doctor`. */
export function checkConfig(
  text: string,
  file: string,
  env: Record<string, string | undefined>,
): LoadedConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems: ConfigProblem[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    setting: '',
    text: `not YAML: ${error.message.split('\n')[0]}`,
  }))
  if (problems.length > 0) return { ok: false, problems }

  const lineOf: LineOf = (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodeAt(document.contents, path.slice(0, depth))
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  problems.push(...fillFromEnvironment(document, env, lines, file))
  if (problems.length > 0) return { ok: false, problems }

  const parsed = configSchema.safeParse(document.toJS() ?? {})
  if (parsed.success) {
    const literal = literalSecrets(text, parsed.data, lineOf, file)
    const clash = duplicateLists(parsed.data, file, lineOf)
    const all = [...literal, ...clash]
    return all.length > 0 ? { ok: false, problems: all } : { ok: true, config: parsed.data, file }
  }
  return {
    ok: false,
    // A misspelt name also leaves the right one missing: the misspelling is told first.
    problems: [...parsed.error.issues]
      .sort((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))
      .flatMap((issue) => issueProblems(issue, file, lineOf)),
  }
}

/** Puts the environment's values in the place of `${NAME}`; one problem a name that is not set. */
function fillFromEnvironment(
  document: Document,
  env: Record<string, string | undefined>,
  lines: LineCounter,
  file: string,
): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  visit(document, {
    Scalar(_key, node) {
      const name =
        typeof node.value === 'string' ? /^\$\{([A-Z_][A-Z0-9_]*)\}$/.exec(node.value)?.[1] : undefined
      if (name === undefined) return
      const value = env[name]
      if (value === undefined || value === '') {
        const line = node.range ? lines.linePos(node.range[0]).line : 1
        problems.push({
          file,
          line,
          setting: '',
          text: `the environment variable ${name} is not set; set it before starting`,
        })
      } else node.value = value
    },
  })
  return problems
}

function issueProblems(issue: z.core.$ZodIssue, file: string, lineOf: LineOf): ConfigProblem[] {
  const setting = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      setting: [...issue.path, key].map(String).join('.'),
      text: 'no such setting; see config/dibs.example.yaml for all of them',
    }))
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined')
  const text = missing
    ? `is missing; ${issue.message.replace(/^Invalid input: /, '').replace(/, received undefined$/, '')}`
    : issue.message.replace(/^Invalid (input|option): /, '')
  return [{ file, line: lineOf(issue.path), setting, text }]
}

/** A password typed into the file is refused: configuration files end up in version control. */
function literalSecrets(text: string, config: Config, lineOf: LineOf, file: string): ConfigProblem[] {
  const places: (readonly PropertyKey[])[] = []
  config.sources.forEach((source, index) => {
    if (source.kind === 'imap') places.push(['sources', index, 'password'])
  })
  if (config.bot.mailbox?.kind === 'imap') places.push(['bot', 'mailbox', 'password'])
  if (config.outgoing.smtp?.password !== undefined) places.push(['outgoing', 'smtp', 'password'])
  const rows = text.split('\n')
  return places.flatMap((path) => {
    const line = lineOf(path)
    if (/\$\{[A-Z_][A-Z0-9_]*\}/.test(rows[line - 1] ?? '')) return []
    const mend = `a secret must not stand in the file; write \${DIBS_PASSWORD}, say, and set that environment variable`
    return [{ file, line, setting: path.map(String).join('.'), text: mend }]
  })
}

function duplicateLists(config: Config, file: string, lineOf: LineOf): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const seen = new Map<string, string>()
  config.lists.forEach((list, index) => {
    const names = [
      `id ${list.id}`,
      ...list.addresses.map((a) => `address ${a}`),
      ...list.list_id.map((i) => `List-Id ${i}`),
    ]
    for (const name of names) {
      const other = seen.get(name.toLowerCase())
      if (other !== undefined)
        problems.push({
          file,
          line: lineOf(['lists', index, 'id']),
          setting: `lists.${index}`,
          text: `${name} is also that of list ${other}; each may belong to one list only`,
        })
      seen.set(name.toLowerCase(), list.id)
    }
  })
  return problems
}

/** The node a path leads to; of a setting that holds more settings, its name. */
function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | null {
  let node = root
  let shown = root
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      node = pair?.value
      shown = isScalar(pair?.value) ? pair.value : pair?.key
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      shown = node
    } else return null
  }
  return (shown as Node | undefined) ?? null
}

function absolutePaths(config: Config, file: string): Config {
  const folder = dirname(resolve(file))
  const base = folder.endsWith('/config') ? dirname(folder) : folder
  const path = (text: string): string => resolve(base, text)
  const authority = <T extends { ca?: string | undefined }>(one: T): T =>
    one.ca === undefined ? one : { ...one, ca: path(one.ca) }
  const place = (source: Config['sources'][number]): Config['sources'][number] =>
    source.kind === 'imap' ? authority(source) : { ...source, path: path(source.path) }
  const { smtp } = config.outgoing
  return {
    ...config,
    data: path(config.data),
    catalogues: config.catalogues.map((name) => (/^https?:\/\//.test(name) ? name : path(name))),
    sources: config.sources.map(place),
    repositories: config.repositories.map((one) => ({ ...one, path: path(one.path) })),
    bot: config.bot.mailbox ? { ...config.bot, mailbox: place(config.bot.mailbox) } : config.bot,
    ...(smtp ? { outgoing: { ...config.outgoing, smtp: authority(smtp) } } : {}),
    ...(config.mailmap === undefined ? {} : { mailmap: path(config.mailmap) }),
    ...(config.templates === undefined ? {} : { templates: path(config.templates) }),
  }
}
