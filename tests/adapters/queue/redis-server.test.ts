// The private redis-server: comes up on a socket in the data folder, comes back when it dies, goes when we go.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningRedis, startRedis } from '../../../src/adapters/queue/redis-server.ts'
import { until } from '../../contract/queue-contract.ts'
import { collectLog } from '../../support/collect-log.ts'

let folder: string
let running: RunningRedis | null
let log: ReturnType<typeof collectLog>
const start = async (data = folder) => {
  running = await startRedis({ folder: data, log })
  return running
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-private-'))
  log = collectLog()
  running = null
})
afterEach(async () => {
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(connection: string, ...words: string[]): Promise<unknown> {
  const client = new Redis(connection, { lazyConnect: true, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    await client.connect()
    return await client.call(words[0]!, ...words.slice(1))
  } finally {
    client.disconnect()
  }
}
const pidOf = async (connection: string) =>
  Number(/process_id:(\d+)/.exec(String(await ask(connection, 'INFO', 'server')))![1])
const alive = (pid: number) => existsSync(`/proc/${pid}`)

it('listens on a socket in the data folder only, keeps an append-only file and evicts nothing', async () => {
  const { connection } = await start()
  expect(connection).toBe(join(folder, 'redis', 'redis.sock'))
  for (const [name, value] of [
    ['port', '0'],
    ['appendonly', 'yes'],
    ['maxmemory-policy', 'noeviction'],
    ['save', ''],
  ] as const) {
    expect(await ask(connection, 'CONFIG', 'GET', name)).toEqual([name, value])
  }
})

it('keeps what it holds over stopping and starting, and leaves no process', async () => {
  const first = await start()
  const pid = await pidOf(first.connection)
  await ask(first.connection, 'SET', 'a', '1')
  await first.stop()
  expect(alive(pid)).toBe(false)
  const second = await start()
  expect(await ask(second.connection, 'GET', 'a')).toBe('1')
})

it('does not get the Ctrl-C that is meant for us', async () => {
  const { connection } = await start()
  const pid = await pidOf(connection)
  const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  expect(Number(group)).toBe(pid)
})

it('comes back with what it held after kill -9, again and again', async () => {
  const { connection } = await start()
  await ask(connection, 'SET', 'a', '1')
  for (let round = 0; round < 3; round++) {
    const pid = await pidOf(connection)
    process.kill(pid, 'SIGKILL')
    await until(async () => expect(await pidOf(connection)).not.toBe(pid))
    expect(await ask(connection, 'GET', 'a')).toBe('1')
  }
  // A kill so early that it was not yet up counts as a start that failed.
  expect(log.count(/ended by itself|does not come back/)).toBe(3)
})

it('uses a short path for the socket when the data folder’s is too long', async () => {
  const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60))
  mkdirSync(deep, { recursive: true })
  const { connection, stop } = await start(deep)
  expect(Buffer.byteLength(connection)).toBeLessThanOrEqual(103)
  expect(await ask(connection, 'PING')).toBe('PONG')
  expect(readdirSync(join(deep, 'redis'))).toContain('appendonlydir')
  await stop()
  expect(existsSync(dirname(connection))).toBe(false)
})

it('begins empty beside a file it can’t read, which it puts aside', async () => {
  const first = await start()
  await ask(first.connection, 'SET', 'a', '1')
  await first.stop()
  const kept = join(folder, 'redis', 'appendonlydir')
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'not what it was\n')
  const second = await start()
  expect(await ask(second.connection, 'GET', 'a')).toBeNull()
  expect(log.count(/can't read its file/)).toBe(1)
  expect(existsSync(`${kept}.damaged`)).toBe(true)
})

const CHILD = join(import.meta.dirname, 'children/start-redis.ts')
const run = (env: NodeJS.ProcessEnv = process.env) => {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'], env })
  const said = new Promise<string>((done) => child.stdout.once('data', (text) => done(String(text).trim())))
  const gone = new Promise((done) => child.once('close', done))
  return { child, said, gone }
}

it('does not outlive a dibs that was killed, or is ended by the next one', async () => {
  const { child, said, gone } = run()
  const connection = await said
  const pid = await pidOf(connection)
  await ask(connection, 'SET', 'a', '1')
  child.kill('SIGKILL')
  await gone
  const next = await start()
  expect(await pidOf(next.connection)).not.toBe(pid)
  await until(() => expect(alive(pid)).toBe(false))
  expect(await ask(next.connection, 'GET', 'a')).toBe('1')
})

it('is shared with a second process on the same folder, which does not end it', async () => {
  const first = await start()
  const pid = await pidOf(first.connection)
  const { child, said, gone } = run()
  expect(await said).toBe(first.connection)
  child.kill('SIGTERM')
  await gone
  const again = await startRedis({ folder, log })
  await again.stop()
  expect(await pidOf(first.connection)).toBe(pid)
})

it('says in one line how to get redis-server when there is none', async () => {
  const { said, gone } = run({ ...process.env, PATH: join(folder, 'nothing-here') })
  expect(await said).toMatch(
    /^Failure: starting redis-server: it is not installed: install .* or set REDIS_URL/,
  )
  await gone
})

it('starts nothing when there is a Redis of the operator’s', async () => {
  const { connection, stop } = await startRedis({ folder, log, url: 'redis://redis.example.org:6379' })
  expect(connection).toBe('redis://redis.example.org:6379')
  expect(readdirSync(folder)).toEqual([])
  await stop()
})
