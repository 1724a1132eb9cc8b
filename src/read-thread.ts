// Entry of the worker threads that read mail in bulk: takes batches of raw mails, answers what was read, in order.
import { parentPort, workerData } from 'node:worker_threads'
import { createMailDecoder } from './adapters/mime/mail-decoder.ts'
import { packRaw } from './adapters/store/pack-raw.ts'
import { emptyReading, packReading } from './adapters/store/pack-reading.ts'
import { type CopyReceipt, type CopyResult, readCopy } from './app/read-copy.ts'
import type { ReadSettings } from './app/settings.ts'

interface Asked {
  readonly raw: Uint8Array
  readonly receipt: CopyReceipt
  readonly pack?: boolean
}

const settings = workerData as ReadSettings
const decoder = createMailDecoder()

parentPort?.on('message', (mails: Asked[]) => {
  void answer(mails)
})

async function answer(mails: readonly Asked[]): Promise<void> {
  const results: CopyResult[] = []
  for (const { raw, receipt, pack } of mails) {
    const result = await readCopy(raw, receipt, decoder, settings)
    results.push(pack && result.ok ? await packed(raw, result) : result)
  }
  parentPort?.postMessage(results)
}

async function packed(raw: Uint8Array, { copy }: Extract<CopyResult, { ok: true }>): Promise<CopyResult> {
  const { reading } = copy
  // Copied, because the buffer it comes in is larger, and goes to the other thread whole.
  const bytes = new Uint8Array(await packRaw(raw))
  return {
    ok: true,
    copy: { ...copy, reading: emptyReading(reading) },
    packed: { raw: bytes, reading: packReading(reading) },
  }
}
