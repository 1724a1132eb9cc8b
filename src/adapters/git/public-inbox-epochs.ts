// Where the repositories of a public-inbox are: v2 keeps a list in epochs `git/0.git`, `git/1.git`, …, oldest first.
// Given may be the inbox's folder, its `all.git`, its `git` folder, or one repository alone.
import { existsSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../ports/failure.ts'

export interface Epoch {
  /** Number in the name; 0 for a repository that has none. */
  readonly number: number
  /** Name of its folder, `3.git`. */
  readonly name: string
  readonly folder: string
}

/** The epochs at `path`, oldest first, at least one. Throws a permanent Failure when there is none. */
export async function epochsOf(path: string): Promise<Epoch[]> {
  const root = basename(path) === 'all.git' ? dirname(path) : path
  for (const folder of [join(root, 'git'), root]) {
    const epochs = await epochsIn(folder)
    if (epochs.length > 0) return epochs
  }
  if (!isRepository(path)) {
    const allowed = 'needed: a public-inbox v2 folder (with git/0.git), or one of its repositories'
    throw new Failure(`opening ${path}`, false, `no git repository; ${allowed}`)
  }
  const name = basename(await realpath(path))
  return [{ number: Number(/^(\d+)\.git$/.exec(name)?.[1] ?? 0), name, folder: path }]
}

async function epochsIn(folder: string): Promise<Epoch[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .flatMap((name) => {
      const number = /^(\d+)\.git$/.exec(name)?.[1]
      if (number === undefined || !isRepository(join(folder, name))) return []
      return [{ number: Number(number), name, folder: join(folder, name) }]
    })
    .sort((a, b) => a.number - b.number)
}

/** Looked at before git is asked, which would else take a repository further up. */
function isRepository(folder: string): boolean {
  const bare = existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects'))
  return bare || existsSync(join(folder, '.git'))
}
