// Bulk replay lives on this: messages saved a second, five hundred a transaction, fsync at each commit.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import type { Store } from '../../../src/ports/store.ts'
import { aMessage } from '../../contract/store-samples.ts'

const BATCH = 500
const ROUNDS = 8

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dibs-speed-'))
  store = await openStore({ folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const chained = (n: number) =>
  aMessage(`m${n}@example.org`, {
    at: n,
    references: Array.from({ length: n % 6 }, (_, back) => messageId(`m${n - back - 1}@example.org`)),
    series: n % 4 === 0 ? [`series ${n}`] : [],
  })

it('saves at least 10,000 messages a second in the best of some batches', async () => {
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rows = Array.from({ length: BATCH }, (_, n) => chained(round * BATCH + n))
    const began = performance.now()
    await store.write(async (tx) => {
      for (let n = 0; n < rows.length; n += 32)
        await tx.saveMessages(rows.slice(n, n + 32).map((message) => ({ message })))
    })
    best = Math.max(best, BATCH / ((performance.now() - began) / 1000))
  }
  expect(await store.messageCount()).toBe(BATCH * ROUNDS)
  expect(best).toBeGreaterThan(10_000)
})
