// Commits of a public-inbox epoch in, their mails out: the blob `m` of each, as bytes, read with one `git cat-file --batch`.
// A commit that took a mail away has `d` instead of `m` and is passed over.
import { spawn } from 'node:child_process'
import { Failure } from '../../ports/failure.ts'

export interface CommittedMail {
  readonly commit: string
  readonly raw: Uint8Array<ArrayBuffer>
  readonly cut: boolean
}

const LF = 10

/** Reads the mails of `commits` (full hashes), in order; one larger than `limit` bytes is cut there. Throws Failure. */
export async function* catMails(
  repository: string,
  commits: readonly string[],
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<CommittedMail> {
  const doing = `reading mails of ${repository}`
  const args = ['--no-replace-objects', 'cat-file', '--batch', '--buffer']
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LC_ALL: 'C.UTF-8', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' }
  const child = spawn('git', args, { cwd: repository, signal, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => {
    if (complaint.length < 2000) complaint += text.toString('utf8')
  })
  const ended = new Promise<Error | null>((resolve) => {
    child.on('error', resolve)
    child.on('close', (code) =>
      resolve(
        code === 0 ? null : new Error(complaint.trim().replace(/\s+/g, ' ') || `git ended with ${code}`),
      ),
    )
  })
  // A git that ends early is told by its exit code, not by the broken pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(commits.map((commit) => `${commit}:m\n`).join(''))
  const bytes = new ByteReader(child.stdout)
  try {
    for (const commit of commits) {
      const head = await bytes.line()
      if (head === null) break
      const size = /^[0-9a-f]{40,64} blob (\d+)$/.exec(head)?.[1]
      if (size === undefined) continue
      const raw = await bytes.take(Number(size), limit)
      await bytes.take(1, 1)
      if (raw) yield { commit, raw, cut: Number(size) > limit }
    }
    const error = await ended
    if (error) throw new Failure(doing, false, error)
  } finally {
    if (child.exitCode === null) child.kill()
  }
}

/** Takes lines and counted bytes off a stream. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #chunk: Buffer = Buffer.alloc(0)
  #at = 0

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The next line without its end; null at the end of the stream. */
  async line(): Promise<string | null> {
    let text = ''
    for (;;) {
      const end = this.#chunk.indexOf(LF, this.#at)
      text += this.#chunk.toString('latin1', this.#at, end < 0 ? this.#chunk.length : end)
      this.#at = end + 1
      if (end >= 0) return text
      if (!(await this.#next())) return null
    }
  }

  /** The next `count` bytes, of which `limit` are kept; null when the stream ends before. */
  async take(count: number, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = new Uint8Array(Math.min(count, limit))
    for (let taken = 0; taken < count; ) {
      if (this.#at === this.#chunk.length && !(await this.#next())) return null
      const some = this.#chunk.subarray(this.#at, this.#at + count - taken)
      if (taken < bytes.length) bytes.set(some.subarray(0, bytes.length - taken), taken)
      taken += some.length
      this.#at += some.length
    }
    return bytes
  }

  async #next(): Promise<boolean> {
    const next = await this.#chunks.next()
    this.#at = 0
    this.#chunk = next.done ? Buffer.alloc(0) : next.value
    return !next.done
  }
}
