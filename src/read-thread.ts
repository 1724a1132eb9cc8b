// Entry of the worker threads that read mail in bulk: takes batches of raw mails, answers what was read, in order.
import { parentPort, workerData } from 'node:worker_threads'
import { createMailDecoder } from './adapters/mime/mail-decoder.ts'
import { packRaw } from './adapters/store/pack-raw.ts'
import { type CopyReceipt, readCopy } from './app/read-copy.ts'
import type { ReadSettings } from './app/settings.ts'

const settings = workerData as ReadSettings
const decoder = createMailDecoder()

parentPort?.on('message', (mails: { raw: Uint8Array; receipt: CopyReceipt }[]) => {
  void answer(mails)
})

async function answer(mails: readonly { raw: Uint8Array; receipt: CopyReceipt }[]): Promise<void> {
  const results = []
  for (const { raw, receipt } of mails) {
    const result = await readCopy(raw, receipt, decoder, settings)
    results.push(result.ok ? { ...result, packed: await packRaw(raw) } : result)
  }
  parentPort?.postMessage(results)
}
