// Work in worker threads, a batch at a time: one request, one answer, in the order given. A thread that dies or takes
// too long is replaced; its batch is asked again in pieces, so that one mail cannot take others with it.
import { Worker } from 'node:worker_threads'

export interface WorkerPoolOptions {
  /** Module that answers `{ id, items }` messages with `{ id, results }`. */
  readonly entry: URL
  readonly workerData: unknown
  readonly threads: number
  /** Longest processor time for one item: what a busy machine makes slow is not given up. */
  readonly itemTimeoutMs: number
  readonly memoryMegabytes: number
}

interface Waiting {
  readonly items: readonly unknown[]
  readonly resolve: (results: readonly unknown[]) => void
}

interface Thread {
  worker: Worker
  busy: { readonly waiting: Waiting; timer: NodeJS.Timeout } | null
}

/** A thread that uses no time and does not answer is given up after so many times the limit. */
const PATIENCE = 10

/** A pool of threads that run the same entry. `onLost` gives the result of an item that killed its thread. */
export class WorkerPool<Item, Result> {
  readonly #options: WorkerPoolOptions
  readonly #onLost: (item: Item, reason: string) => Result
  readonly #threads: Thread[] = []
  readonly #queue: Waiting[] = []
  #closed = false

  constructor(options: WorkerPoolOptions, onLost: (item: Item, reason: string) => Result) {
    this.#options = options
    this.#onLost = onLost
  }

  /** Results in the order of the items. Batches are taken in the order of the calls. */
  async run(items: readonly Item[]): Promise<Result[]> {
    if (items.length === 0) return []
    if (this.#closed) throw new Error('the pool is closed')
    return (await new Promise<readonly unknown[]>((resolve) => {
      this.#queue.push({ items, resolve })
      this.#next()
    })) as Result[]
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#threads.map((thread) => thread.worker.terminate()))
  }

  #next(): void {
    if (this.#queue.length === 0) return
    let thread = this.#threads.find((one) => one.busy === null)
    if (!thread) {
      if (this.#threads.length >= this.#options.threads) return
      thread = this.#start()
    }
    const waiting = this.#queue.shift() as Waiting
    this.#limit(thread, waiting)
    thread.worker.postMessage(waiting.items)
  }

  /** Gives the thread up once it has spent more than its time on the batch. */
  #limit(thread: Thread, waiting: Waiting): void {
    const limit = this.#options.itemTimeoutMs * Math.min(waiting.items.length, 8)
    const { worker } = thread
    const began = performance.now()
    const before = processorMs(worker, limit)
    const look = async (): Promise<void> => {
      const now = await processorMs(worker, limit)
      if (thread.busy !== busy) return
      const spent = now === null ? limit : now - ((await before) ?? 0)
      if (spent >= limit || performance.now() - began >= limit * PATIENCE)
        this.#lost(thread, `took longer than ${limit / 1000} s`)
      else busy.timer = setTimeout(look, Math.max(limit - spent, limit / 10))
    }
    const busy = { waiting, timer: setTimeout(look, limit) }
    thread.busy = busy
  }

  #start(): Thread {
    const thread: Thread = { worker: this.#spawn(), busy: null }
    this.#threads.push(thread)
    this.#listen(thread)
    return thread
  }

  #spawn(): Worker {
    const { entry, workerData, memoryMegabytes } = this.#options
    return new Worker(entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 12 },
    })
  }

  #listen(thread: Thread): void {
    const { worker } = thread
    worker.on('message', (results: unknown[]) => {
      const { busy } = thread
      if (!busy) return
      clearTimeout(busy.timer)
      thread.busy = null
      busy.waiting.resolve(results)
      this.#next()
    })
    worker.on('error', (error) => this.#lost(thread, error.message, worker))
    worker.on('exit', () => this.#lost(thread, 'the thread ended', worker))
  }

  /** Replaces the thread; its batch is split, and a batch of one is given up with a reason. */
  #lost(thread: Thread, reason: string, worker: Worker = thread.worker): void {
    if (this.#closed || thread.worker !== worker) return
    const { busy } = thread
    void worker.terminate()
    thread.worker = this.#spawn()
    thread.busy = null
    this.#listen(thread)
    if (!busy) return
    clearTimeout(busy.timer)
    const { items, resolve } = busy.waiting
    if (items.length === 1) resolve([this.#onLost(items[0] as Item, reason)])
    else {
      const middle = items.length >> 1
      const halves = [items.slice(0, middle), items.slice(middle)]
      void Promise.all(halves.map((half) => this.run(half as Item[]))).then(([a, b]) =>
        resolve([...(a as Result[]), ...(b as Result[])]),
      )
    }
    this.#next()
  }
}

/** Processor time of the thread so far; 0 before it runs, null when it does not even answer that within `patienceMs`. */
async function processorMs(worker: Worker, patienceMs: number): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs)
  })
  // Node before 24.6 cannot tell: time by the clock then stands in.
  if (!worker.cpuUsage) return performance.now()
  const used = worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => 0,
  )
  try {
    return await Promise.race([used, late])
  } finally {
    clearTimeout(timer)
  }
}
