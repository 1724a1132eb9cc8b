// The wall: which part may import which, what the core may know of the world, and that imports make no circles.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

/** Pure libraries the core may use; each is followed to see that it reaches nothing of Node. */
const PURE = ['eta/core', 'htmlparser2', 'js-yaml', 'luxon']

/** Part → parts it may import. A part is the longest prefix of the file's path found here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'core/model': ['core/model'],
  'core/catalogue': ['core/catalogue', 'core/model'],
  'core/parse': ['core/parse', 'core/model'],
  'core/detect': ['core/detect', 'core/model'],
  'core/link': ['core/link', 'core/model'],
  'core/standing': ['core/standing', 'core/model'],
  'core/compose': ['core/compose', 'core/model'],
  core: [
    'core',
    'core/model',
    'core/catalogue',
    'core/parse',
    'core/detect',
    'core/link',
    'core/standing',
    'core/compose',
  ],
  ports: ['ports', 'core/model'],
  config: ['config', 'core/model'],
  app: [
    'app',
    'ports',
    'config',
    'core',
    'core/model',
    'core/catalogue',
    'core/parse',
    'core/detect',
    'core/link',
    'core/standing',
    'core/compose',
  ],
  adapters: ['ports', 'core/model'],
  cli: [
    'cli',
    'app',
    'ports',
    'config',
    'core/model',
    'core/catalogue',
    'core/link',
    'core/standing',
    'core/compose',
  ],
  wire: ['*'],
  'read-thread.ts': ['*'],
  'main.ts': ['cli', 'wire'],
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : []
  })
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function partOf(file: string): string {
  const path = relative(src, file)
  if (path.startsWith('adapters/')) return path.split('/').slice(0, 2).join('/')
  if (path === 'wire.ts' || path.startsWith('wire/')) return 'wire'
  const parts = Object.keys(MAY_IMPORT).filter((part) => path === part || path.startsWith(`${part}/`))
  return parts.sort((a, b) => b.length - a.length)[0] ?? path
}

const files = filesBelow(src)
const local = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(dirname(file), name))

describe('the import table', () => {
  it('finds the source files and their imports', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(importsOf(join(src, 'main.ts'))).toContain('./wire.ts')
  })

  it('is kept by every file', () => {
    const broken = files.flatMap((file) => {
      const part = partOf(file)
      const allowed = part.startsWith('adapters/')
        ? [part, ...(MAY_IMPORT['adapters'] ?? [])]
        : (MAY_IMPORT[part] ?? [])
      if (allowed.includes('*')) return []
      return local(file)
        .filter((target) => target.startsWith(src) && !allowed.includes(partOf(target)))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`)
    })
    expect(broken).toEqual([])
  })

  it('has no circles', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push(
          [...path.slice(path.indexOf(file)), file].map((name) => relative(src, name)).join(' -> '),
        )
        return
      }
      state.set(file, 'open')
      for (const target of local(file)) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('the core', () => {
  const core = files.filter((file) => file.startsWith(join(src, 'core')))

  it('imports itself and the listed pure libraries only', () => {
    const foreign = core.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !PURE.includes(name))
        .map((name) => `${relative(root, file)} imports ${name}`),
    )
    expect(foreign).toEqual([])
    const outside = core.flatMap((file) =>
      local(file).filter((target) => !target.startsWith(join(src, 'core'))),
    )
    expect(outside).toEqual([])
  })

  it('asks no clock and throws no dice', () => {
    const asking = core.filter((file) =>
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bDateTime\.(?:now|local\(\)|utc\(\))/.test(
        withoutComments(file),
      ),
    )
    expect(asking.map((file) => relative(root, file))).toEqual([])
  })

  for (const library of PURE)
    it(`${library} reaches no module of Node`, () => {
      expect(nodeModulesReached(library)).toEqual([])
    })
})

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
}

/** Built-in modules that a library's own files import, directly or by what they import. */
function nodeModulesReached(library: string): string[] {
  const builtin = new Set(createRequire(import.meta.url)('node:module').builtinModules as string[])
  const reached = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    const names = [
      ...importsOf(file),
      ...[...text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? ''),
    ]
    for (const name of names) {
      if (name.startsWith('node:') || builtin.has(name)) reached.add(`${relative(root, file)}: ${name}`)
      else visit(resolveFrom(name, file))
    }
  }
  visit(resolveFrom(library, join(src, 'main.ts')))
  expect(seen.size).toBeGreaterThan(0)
  return [...reached]
}

function resolveFrom(name: string, file: string): string {
  if (name.startsWith('.')) return resolve(dirname(file), name)
  const resolved = import.meta.resolve(name, `file://${file}`)
  return resolved.replace('file://', '')
}

describe('the project', () => {
  it('has no barrels and no words that say nothing', () => {
    const vague = files.filter((file) =>
      /(?:^|\/)(?:index|utils?|helpers?|common|misc|manager|service|base)\.ts$/.test(file),
    )
    expect(vague.map((file) => relative(root, file))).toEqual([])
  })
})
