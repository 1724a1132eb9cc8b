// Runs the git program on a repository and gives its output: never through a shell, never asking, never running what the
// repository's own configuration names (hooks, fsmonitor; diffs are asked for without drivers). Throws Failure.
import { spawn } from 'node:child_process'
import { Failure } from '../../ports/failure.ts'

export interface GitRun {
  /** Folder of the repository, bare or clone; null to run outside of any. */
  readonly folder: string | null
  readonly args: readonly string[]
  /** What is done, for the error: "reading commits of widgets". */
  readonly doing: string
  readonly signal: AbortSignal
  readonly input?: string
}

const SAFE_OPTIONS = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
]

/** The output in pieces as it comes. Throws a Failure when git ends with an error or cannot be started. */
export async function* streamGit(run: GitRun): AsyncIterable<string> {
  const child = spawn('git', [...SAFE_OPTIONS, '--no-pager', '--no-replace-objects', ...run.args], {
    cwd: run.folder ?? '/',
    signal: run.signal,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      LC_ALL: 'C.UTF-8',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
    },
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 2000) complaint += text
  })
  const ended = new Promise<Error | null>((resolve) => {
    child.on('error', resolve)
    child.on('close', (code) =>
      resolve(code === 0 ? null : new Error(complaint.trim() || `git ended with ${code}`)),
    )
  })
  // A git that stops reading early is told by its exit code, not by the broken pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(run.input ?? '')
  try {
    yield* child.stdout.setEncoding('utf8') as AsyncIterable<string>
    const error = await ended
    if (error) throw new Failure(run.doing, isTransient(error), error)
  } finally {
    if (child.exitCode === null) child.kill()
  }
}

/** The whole output. */
export async function runGit(run: GitRun): Promise<string> {
  const pieces: string[] = []
  for await (const piece of streamGit(run)) pieces.push(piece)
  return pieces.join('')
}

/** Locks pass; a missing program, folder or object does not. */
function isTransient(error: Error): boolean {
  return /\.lock': File exists|Resource temporarily unavailable/.test(error.message)
}
