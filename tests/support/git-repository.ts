// A real git repository in a folder, with a clock of its own: every commit is one minute later than the one before.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class GitRepository {
  readonly folder: string
  #minute = 0
  /** `name` may be hostile; it is made within `root`. */
  constructor(root: string, name: string) {
    this.folder = join(root, name)
    mkdirSync(this.folder)
    this.git('init', '-q', '-b', 'main')
  }
  git(...args: string[]): string {
    const date = `2024-01-01T10:${String(this.#minute).padStart(2, '0')}:00Z`
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ann Example',
        GIT_AUTHOR_EMAIL: 'Ann@Example.org',
        GIT_COMMITTER_NAME: 'Max',
        GIT_COMMITTER_EMAIL: 'max@example.org',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    })
  }
  commit(file: string, message: string): string {
    this.#minute += 1
    writeFileSync(join(this.folder, file), `${message}\nand more\n`)
    this.git('add', '--', file)
    this.git('commit', '-q', '-m', message)
    return this.git('rev-parse', 'HEAD').trim()
  }
}
