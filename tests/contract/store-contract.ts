// What every store must do, whatever it is made of. An implementation hands over how it is opened on fresh data,
// and how it is opened again on the same data.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandRecord } from '../../src/core/model/command-record.ts'
import { entryId, messageId } from '../../src/core/model/ids.ts'
import type { Store, StoreWrites, Task } from '../../src/ports/store.ts'
import {
  aCommand,
  aCommit,
  aLink,
  aMessage,
  anOutboxMail,
  aPending,
  aPlace,
  aRevision,
  aSignal,
  aStanding,
  devel,
  ids,
  NOON,
  users,
} from './store-samples.ts'

export interface StoreUnderTest {
  /** Opens the store on the data of this instance; the one opened before is closed by then. */
  open(): Promise<Store>
  /** Throws the data away. */
  dispose(): Promise<void>
}

const bare = (tasks: readonly Task[]) => tasks.map(({ kind, key }) => `${kind} ${key}`)
const all = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

export function storeContract(name: string, fresh: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a store`, () => {
    let under: StoreUnderTest
    let store: Store
    const write = <T>(work: (tx: StoreWrites) => Promise<T>) => store.write(work)
    const reopen = async () => {
      await store.close()
      store = await under.open()
    }

    const component = async (id: string) => new Set(await store.component(messageId(id)))

    beforeEach(async () => {
      under = await fresh()
      store = await under.open()
    })
    afterEach(async () => {
      await store.close()
      await under.dispose()
    })

    describe('transactions', () => {
      it('keeps what a write did, also over closing and opening', async () => {
        await write((tx) => tx.setMeta('started', '2026'))
        await reopen()
        expect(await store.meta('started')).toBe('2026')
      })

      it('leaves nothing of a write that rejects, and rejects with its error', async () => {
        await write((tx) => tx.setMeta('a', '1'))
        const failing = write(async (tx) => {
          await tx.setMeta('a', '2')
          await tx.setCursor('imap', '9')
          await tx.addPending(aPending('1'))
          await tx.saveMessage(aMessage('a@example.org'))
          throw new Error('changed my mind')
        })
        await expect(failing).rejects.toThrow('changed my mind')
        expect(await store.meta('a')).toBe('1')
        expect(await store.cursor('imap')).toBeNull()
        expect(await store.messageCount()).toBe(0)
        expect(await write((tx) => tx.addPending(aPending('1')))).not.toBeNull()
      })

      it('lets a write read what it wrote while readers see the state before', async () => {
        await write((tx) => tx.setMeta('a', 'old'))
        await write(async (tx) => {
          await tx.setMeta('a', 'new')
          await tx.saveMessage(aMessage('a@example.org'))
          expect(await tx.meta('a')).toBe('new')
          expect(await all(tx.allMessages())).toHaveLength(1)
          expect(await store.meta('a')).toBe('old')
          expect(await store.messageCount()).toBe(0)
        })
        expect(await store.meta('a')).toBe('new')
        expect(await store.messageCount()).toBe(1)
      })

      it('runs writes one after the other in the order they were asked for', async () => {
        const steps: string[] = []
        const slow = write(async (tx) => {
          steps.push('first begins')
          await new Promise((done) => setTimeout(done, 20))
          await tx.setMeta('n', '1')
          steps.push('first ends')
        })
        const quick = write(async (tx) => {
          steps.push(`second sees ${await tx.meta('n')}`)
        })
        await Promise.all([slow, quick])
        expect(steps).toEqual(['first begins', 'first ends', 'second sees 1'])
      })

      it('loses no increment of fifty concurrent read-and-write transactions', async () => {
        const once = () => write(async (tx) => tx.setMeta('n', String(Number((await tx.meta('n')) ?? 0) + 1)))
        await Promise.all(Array.from({ length: 50 }, once))
        expect(await store.meta('n')).toBe('50')
      })

      it('goes on after a failed write', async () => {
        await expect(write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
        await write((tx) => tx.setMeta('a', '1'))
        expect(await store.meta('a')).toBe('1')
      })

      it('refuses a write within a write instead of waiting for itself', async () => {
        const nested = write(() => write((tx) => tx.setMeta('a', '1')))
        await expect(nested).rejects.toThrow('write within a write')
      })

      it('lets what a write set going write by itself later', async () => {
        let later: Promise<void> = Promise.resolve()
        await write(async () => {
          later = new Promise((done) => setTimeout(done, 20)).then(() =>
            write((tx) => tx.setMeta('later', 'yes')),
          )
        })
        await later
        expect(await store.meta('later')).toBe('yes')
      })

      it('refuses to use a write after its end', async () => {
        let kept: StoreWrites | undefined
        await write(async (tx) => {
          kept = tx
        })
        await expect(kept!.setMeta('a', '1')).rejects.toThrow()
        expect(await store.meta('a')).toBeNull()
      })

      it('waits for a write under way before it closes, and refuses writes afterwards', async () => {
        const late = write(async (tx) => {
          await new Promise((done) => setTimeout(done, 30))
          await tx.setMeta('late', 'kept')
        })
        await store.close()
        await late
        await expect(write((tx) => tx.setMeta('a', '1'))).rejects.toThrow('closed')
        store = await under.open()
        expect(await store.meta('late')).toBe('kept')
      })
    })

    describe('cursors and tasks', () => {
      it('keeps one cursor a source, the last one', async () => {
        await write((tx) => tx.setCursor('a', '1'))
        await write((tx) => tx.setCursor('b', '5'))
        await write((tx) => tx.setCursor('a', '2'))
        expect([await store.cursor('a'), await store.cursor('b'), await store.cursor('c')]).toEqual([
          '2',
          '5',
          null,
        ])
      })

      it('gives tasks oldest first, each once, and of one kind when asked', async () => {
        await write((tx) =>
          tx.addTasks([
            { kind: 'intake', key: 'x' },
            { kind: 'stand', key: 'pvusb' },
          ]),
        )
        await write((tx) =>
          tx.addTasks([
            { kind: 'link', key: 'x' },
            { kind: 'intake', key: 'x' },
          ]),
        )
        expect(bare(await store.tasks(10))).toEqual(['intake x', 'stand pvusb', 'link x'])
        expect(bare(await store.tasks(2))).toEqual(['intake x', 'stand pvusb'])
        expect(bare(await store.tasks(10, 'link'))).toEqual(['link x'])
      })

      it('removes a task, and leaves others alone', async () => {
        await write((tx) =>
          tx.addTasks([
            { kind: 'intake', key: 'x' },
            { kind: 'link', key: 'x' },
          ]),
        )
        await write((tx) => tx.removeTask({ kind: 'intake', key: 'x' }))
        expect(bare(await store.tasks(10))).toEqual(['link x'])
        expect(await store.task('intake', 'x')).toBeNull()
        expect(await store.task('link', 'x')).toMatchObject({ kind: 'link', key: 'x' })
      })

      it('does not remove by an older turn what was added again meanwhile', async () => {
        const [older] = await write((tx) => tx.addTasks([{ kind: 'stand', key: 'pvusb' }]))
        const [newer] = await write((tx) => tx.addTasks([{ kind: 'stand', key: 'pvusb' }]))
        expect(newer!.turn).not.toBe(older!.turn)
        await write((tx) => tx.removeTask(older!))
        expect(await store.task('stand', 'pvusb')).toEqual(newer)
        await write((tx) => tx.removeTask(newer!))
        expect(await store.task('stand', 'pvusb')).toBeNull()
      })

      it('never gives a turn again, also when the task was gone in between', async () => {
        const turns = new Set<number | undefined>()
        for (let n = 0; n < 20; n++) {
          const [task] = await write((tx) => tx.addTasks([{ kind: 'stand', key: 'pvusb' }]))
          turns.add(task!.turn)
          await write((tx) => tx.removeTask(task!))
        }
        expect(turns.size).toBe(20)
      })
    })

    describe('raw mail', () => {
      it('takes a mail in once per place', async () => {
        const id = await write((tx) => tx.addPending(aPending('1')))
        expect(id).toBeTypeOf('string')
        expect(await write((tx) => tx.addPending(aPending('1')))).toBeNull()
        expect(await write((tx) => tx.addPending(aPending('2')))).not.toBe(id)
      })

      it('tells places apart by source, mailbox, UIDVALIDITY and key', async () => {
        const places = [
          aPlace('1'),
          aPlace('2'),
          aPlace('1', { validity: 8 }),
          aPlace('1', { mailbox: 'Archive' }),
          aPlace('1', { source: 'imap-users' }),
        ]
        for (const place of places) {
          expect(await write((tx) => tx.addPending({ ...aPending('1'), place }))).not.toBeNull()
        }
        expect(await store.sightings(aPending('1').hash)).toHaveLength(5)
      })

      it('gives raw bytes back as they were, any bytes', async () => {
        const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7919) & 0xff)
        await write((tx) => tx.addPending({ ...aPending('1'), hash: 'h', raw: bytes }))
        expect(Buffer.from((await store.raw('h'))!).equals(Buffer.from(bytes))).toBe(true)
        await write((tx) => tx.addPending({ ...aPending('2'), hash: 'empty', raw: new Uint8Array() }))
        expect((await store.raw('empty'))!.length).toBe(0)
        expect(await store.raw('unknown')).toBeNull()
      })

      it('tells all of a pending mail, and counts tries before they are made', async () => {
        const mail = aPending('1', undefined, { live: false })
        const id = (await write((tx) => tx.addPending(mail)))!
        const { hash, place, receivedAt, storedAt } = mail
        expect(await store.pending(id)).toEqual({
          id,
          hash,
          place,
          receivedAt,
          storedAt,
          tries: 0,
          live: false,
        })
        expect(await write((tx) => tx.countTry(id))).toBe(1)
        expect(await write((tx) => tx.countTry(id))).toBe(2)
        expect((await store.pending(id))!.tries).toBe(2)
        expect(await write((tx) => tx.countTry('unknown'))).toBe(0)
      })

      it('ties the sighting to its list when the mail is settled, and forgets the pending row', async () => {
        const mail = aPending('1')
        const id = (await write((tx) => tx.addPending(mail)))!
        expect((await store.sightings(mail.hash))[0]!.list).toBeNull()
        await write((tx) => tx.settlePending(id, { keepRaw: true, list: devel }))
        expect(await store.pending(id)).toBeNull()
        expect(await store.sightings(mail.hash)).toEqual([
          { hash: mail.hash, place: mail.place, list: devel, receivedAt: NOON },
        ])
        expect(await store.raw(mail.hash)).not.toBeNull()
        expect(await write((tx) => tx.addPending(mail))).toBeNull()
      })

      it('drops raw bytes nobody needs, and keeps them while another row does', async () => {
        const [one, two, three] = await write(async (tx) => [
          (await tx.addPending(aPending('1', 'same')))!,
          (await tx.addPending(aPending('2', 'same')))!,
          (await tx.addPending(aPending('3', 'other')))!,
        ])
        await write((tx) => tx.settlePending(one!, { keepRaw: false, list: null }))
        expect(await store.raw(aPending('2', 'same').hash)).not.toBeNull()
        await write((tx) => tx.settlePending(two!, { keepRaw: true, list: devel }))
        await write((tx) => tx.settlePending(three!, { keepRaw: false, list: null }))
        expect(await store.raw(aPending('2', 'same').hash)).not.toBeNull()
        expect(await store.raw(aPending('3', 'other').hash)).toBeNull()
        const again = await write((tx) => tx.addPending(aPending('4', 'same')))
        await write((tx) => tx.settlePending(again!, { keepRaw: false, list: null }))
        expect(await store.raw(aPending('2', 'same').hash)).not.toBeNull()
      })

      it('stores mail that was read already without a pending row, once per place', async () => {
        const { hash, raw, place, receivedAt } = aPending('1')
        const mail = { hash, raw, place, receivedAt, list: users }
        await write((tx) => tx.addSighted([mail, mail]))
        await write((tx) => tx.addSighted([mail]))
        expect(await write((tx) => tx.addPending(aPending('1')))).toBeNull()
        expect(await store.sightings(hash)).toEqual([{ hash, place, list: users, receivedAt }])
        expect(await store.raw(hash)).toEqual(raw)
      })

      it('counts what it dropped, by reason', async () => {
        await write((tx) => tx.countDropped('no-list'))
        await write((tx) => tx.countDropped('no-list'))
        await write((tx) => tx.countDropped('too-old'))
        expect(Object.fromEntries(await store.dropped())).toEqual({ 'no-list': 2, 'too-old': 1 })
      })
    })

    describe('quarantine', () => {
      it('puts a mail aside with its reason and raw bytes, oldest first', async () => {
        const [a, b] = await write(async (tx) => [
          (await tx.addPending(aPending('1')))!,
          (await tx.addPending(aPending('2')))!,
        ])
        await write((tx) => tx.quarantine(b!, 'too deep', NOON + 10))
        await write((tx) => tx.quarantine(a!, 'parser died', NOON + 20))
        expect(await store.pending(a!)).toBeNull()
        const rows = await store.quarantined()
        expect(rows.map((row) => [row.id, row.reason, row.quarantinedAt])).toEqual([
          [b, 'too deep', NOON + 10],
          [a, 'parser died', NOON + 20],
        ])
        expect(await store.raw(rows[0]!.hash)).not.toBeNull()
        expect(await write((tx) => tx.countTry(a!))).toBe(0)
      })

      it('gives a mail another three tries when it is retried, once', async () => {
        const id = (await write((tx) => tx.addPending(aPending('1'))))!
        await write((tx) => tx.countTry(id))
        await write((tx) => tx.quarantine(id, 'parser died', NOON))
        expect(await write((tx) => tx.retryQuarantined(id))).toBe(true)
        expect(await store.pending(id)).toMatchObject({ id, tries: 0 })
        expect(await store.quarantined()).toEqual([])
        expect(await write((tx) => tx.retryQuarantined(id))).toBe(false)
        expect(await write((tx) => tx.retryQuarantined('unknown'))).toBe(false)
      })
    })

    describe('messages', () => {
      it('gives a message back as it was saved, and the newest of two savings', async () => {
        const first = aMessage('a@example.org', { references: ids('r@example.org'), series: ['s'] })
        await write((tx) => tx.saveMessage(first))
        expect(await store.message(first.id)).toEqual(first)
        const second = aMessage('a@example.org', { subject: 'Another', hashes: ['h1', 'h2'] })
        await write((tx) => tx.saveMessage(second))
        expect(await store.message(first.id)).toEqual(second)
        expect(await store.messageCount()).toBe(1)
      })

      it('keeps of the text the author’s own words, at their places', async () => {
        const text = '> Who is on it?\nI am.\n> quoted\nStill am.\n> end'
        const own = [
          { start: 16, end: 22 },
          { start: 31, end: 41 },
        ]
        const row = aMessage('a@example.org', { text, own })
        await write((tx) => tx.saveMessage(row))
        const back = (await store.message(row.id))!.reading.message
        expect(back.text).toBe(`${' '.repeat(16)}I am.\n${' '.repeat(9)}Still am.\n${' '.repeat(5)}`)
        expect(back).toEqual({ ...row.reading.message, text: back.text })
      })

      it('gives all messages in order of time, then id, whatever order they came in', async () => {
        const rows = [
          aMessage('z@example.org', { at: NOON - 1 }),
          aMessage('b@example.org'),
          aMessage('a@example.org'),
          aMessage('c@example.org', { at: NOON + 1 }),
          aMessage('early@example.org', { at: -5 }),
        ]
        for (const row of rows) await write((tx) => tx.saveMessage(row))
        const order = ['early@', 'z@', 'a@', 'b@', 'c@'].map((start) => `${start}example.org`)
        expect((await all(store.allMessages())).map((row) => row.id)).toEqual(order)
        const some = await store.messages(
          ids('c@example.org', 'none@example.org', 'a@example.org', 'z@example.org'),
        )
        expect(some.map((row) => row.id)).toEqual(['z@example.org', 'a@example.org', 'c@example.org'])
      })

      it('walks more messages than fit a page, each once, and lets others read meanwhile', async () => {
        await write(async (tx) => {
          for (let n = 0; n < 1203; n++)
            await tx.saveMessage(aMessage(`m${n}@example.org`, { at: NOON + (n % 3) }))
        })
        let read = 0
        for await (const row of store.allMessages()) {
          if (read++ % 400 === 0) expect(await store.message(row.id)).toEqual(row)
        }
        expect(read).toBe(1203)
        expect(new Set((await all(store.allNodes())).map((node) => node.id)).size).toBe(1203)
      })

      it('walks the state of the moment it began, whatever is written meanwhile', async () => {
        await write(async (tx) => {
          for (let n = 0; n < 600; n++) await tx.saveMessage(aMessage(`m${n}@example.org`))
        })
        const seen: string[] = []
        for await (const row of store.allMessages()) {
          if (seen.length === 0) await write((tx) => tx.saveMessage(aMessage('zz-new@example.org')))
          seen.push(row.id)
        }
        expect(seen).toHaveLength(600)
        expect(await store.messageCount()).toBe(601)
      })

      it('gives threading what it needs without the text', async () => {
        const row = aMessage('a@example.org', { references: ids('r@example.org'), series: ['s1'] })
        await write((tx) => tx.saveMessage(row))
        const { id, at, author, topic, subject, references, patch } = row.reading.message
        const node = { id, at, author, topic, subject, references, patch, series: ['s1'] }
        expect(await store.nodes(ids('a@example.org', 'ghost@example.org'))).toEqual([node])
        expect(await all(store.allNodes())).toEqual([node])
      })

      it('tells on which lists any copy of a message was seen', async () => {
        const mail = aPending('1')
        await write(async (tx) => {
          await tx.addSighted([
            { ...mail, place: aPlace('1'), list: users },
            { ...mail, place: aPlace('2'), list: null },
          ])
          await tx.saveMessage(aMessage('a@example.org', { lists: [], hashes: ['holder', mail.hash] }))
        })
        expect(await store.listsOf(messageId('a@example.org'))).toEqual([users])
        await write((tx) => tx.addSighted([{ ...aPending('3'), hash: 'holder', list: devel }]))
        expect(await store.listsOf(messageId('a@example.org'))).toEqual([devel, users])
        expect(await store.listsOf(messageId('none@example.org'))).toEqual([])
      })

      it('holds ids, subjects and texts with NUL, lone surrogates and noncharacters unchanged', async () => {
        const odd = 'a\u0000\ud800b\uffff0000\u202e@example.org'
        const row = aMessage(odd, { subject: odd, text: `${odd}\n`, references: ids(`r${odd}`) })
        await write((tx) => tx.saveMessage(row))
        expect(await store.message(messageId(odd))).toEqual(row)
        expect(await store.component(messageId(odd))).toEqual(ids(odd, `r${odd}`))
        await write((tx) => tx.setMeta(odd, odd))
        expect(await store.meta(odd)).toBe(odd)
        expect(await store.message(messageId('a\u0000\ud801b\uffff0000\u202e@example.org'))).toBeNull()
      })

      it('holds Message-IDs of kilobytes and tells them apart by their last letter', async () => {
        const long = (end: string) => `${'x'.repeat(5000)}${end}@example.org`
        await write(async (tx) => {
          await tx.saveMessage(aMessage(long('1'), { references: ids(long('2')) }))
          await tx.savePlaces([
            { message: messageId(long('1')), thread: messageId(long('2')), parent: messageId(long('2')) },
          ])
        })
        expect((await store.message(messageId(long('1'))))!.id).toBe(long('1'))
        expect(await store.message(messageId(long('2')))).toBeNull()
        expect(await store.component(messageId(long('2')))).toEqual(ids(long('2'), long('1')))
        expect(await store.place(messageId(long('1')))).toMatchObject({
          thread: long('2'),
          parent: long('2'),
        })
        expect(await store.threadMembers(messageId(long('2')))).toEqual(ids(long('1')))
      })
    })

    describe('threads', () => {
      it('joins messages by References in both directions, ghosts included', async () => {
        await write(async (tx) => {
          await tx.saveMessage(aMessage('child', { references: ids('ghost', 'parent') }))
          await tx.saveMessage(aMessage('nephew', { references: ids('ghost') }))
          await tx.saveMessage(aMessage('stranger', { references: ids('elsewhere') }))
        })
        const whole = new Set(ids('child', 'ghost', 'parent', 'nephew'))
        for (const id of whole) expect(await component(id)).toEqual(whole)
        expect(await component('stranger')).toEqual(new Set(ids('stranger', 'elsewhere')))
        expect(await store.component(messageId('never-seen'))).toEqual(ids('never-seen'))
      })

      it('ends on cycles and on a mail that refers to itself', async () => {
        await write(async (tx) => {
          await tx.saveMessage(aMessage('a', { references: ids('b', 'a') }))
          await tx.saveMessage(aMessage('b', { references: ids('a') }))
        })
        expect(await component('a')).toEqual(new Set(ids('a', 'b')))
      })

      it('forgets the references of a message that was replaced', async () => {
        await write((tx) => tx.saveMessage(aMessage('a', { references: ids('old'), series: ['s-old'] })))
        await write((tx) => tx.saveMessage(aMessage('a', { references: ids('new'), series: ['s-new'] })))
        expect(await component('a')).toEqual(new Set(ids('a', 'new')))
        expect(await component('old')).toEqual(new Set(ids('old')))
        await write((tx) =>
          tx.savePlaces([{ message: messageId('a'), thread: messageId('new'), parent: messageId('new') }]),
        )
        expect(await store.threadsOfSeries(['s-old'])).toEqual([])
        expect(await store.threadsOfSeries(['s-new'])).toEqual(['new'])
      })

      it('finds all of a thread of five thousand mails in a chain', async () => {
        await write(async (tx) => {
          for (let n = 1; n < 5000; n++)
            await tx.saveMessage(aMessage(`m${n}`, { references: ids(`m${n - 1}`) }))
        })
        expect((await store.component(messageId('m2500'))).length).toBe(5000)
      })

      it('moves a message to another thread, and lists members by time', async () => {
        await write(async (tx) => {
          await tx.saveMessage(aMessage('a', { at: NOON + 2 }))
          await tx.saveMessage(aMessage('b', { at: NOON + 1 }))
          await tx.savePlaces([
            { message: messageId('a'), thread: messageId('root'), parent: null },
            { message: messageId('b'), thread: messageId('root'), parent: messageId('root') },
            { message: messageId('root'), thread: messageId('root'), parent: null },
          ])
        })
        expect(await store.threadMembers(messageId('root'))).toEqual(ids('b', 'a', 'root'))
        const moved = { message: messageId('a'), thread: messageId('a'), parent: null }
        await write((tx) => tx.savePlaces([moved]))
        expect(await store.threadMembers(messageId('root'))).toEqual(ids('b', 'root'))
        expect(await store.place(messageId('a'))).toEqual(moved)
        expect(await store.place(messageId('none'))).toBeNull()
      })

      it('finds the threads that share a series key', async () => {
        await write(async (tx) => {
          await tx.saveMessage(aMessage('v1', { series: ['ada drop usb'] }))
          await tx.saveMessage(aMessage('v2', { series: ['other', 'ada drop usb'] }))
          await tx.saveMessage(aMessage('x', { series: ['unrelated'] }))
          await tx.savePlaces(
            ['v1', 'v2', 'x'].map((id) => ({ message: messageId(id), thread: messageId(id), parent: null })),
          )
        })
        expect(await store.threadsOfSeries(['ada drop usb'])).toEqual(['v1', 'v2'])
        expect(await store.threadsOfSeries(['other', 'unrelated'])).toEqual(['v2', 'x'])
        expect(await store.threadsOfSeries([])).toEqual([])
      })
    })

    describe('links and standings', () => {
      it('finds an entry’s threads by the thread’s link and by signals in it', async () => {
        await write(async (tx) => {
          await tx.saveLink(aLink('t1', 'pvusb'), '1')
          await tx.saveLink(
            aLink('t2', 'pvscsi', { signals: [aSignal('pvusb'), aSignal('pvusb'), aSignal(null)] }),
            '1',
          )
          await tx.saveLink(aLink('t3', 'pvscsi'), '1')
        })
        expect(await store.threadsOfEntry(entryId('pvusb'))).toEqual(['t1', 't2'])
        expect(await store.threadsOfEntry(entryId('pvscsi'))).toEqual(['t2', 't3'])
        expect(await store.threadsOfEntry(entryId('none'))).toEqual([])
      })

      it('replaces a link with its signals, and removes it', async () => {
        const link = aLink('t', null, { signals: [aSignal('pvusb')] })
        await write((tx) => tx.saveLink(link, '1'))
        expect(await store.link(messageId('t'))).toEqual({ link, rules: '1' })
        expect(await store.triage()).toEqual([link])
        const settled = aLink('t', 'pvscsi', { by: 'command' })
        await write((tx) => tx.saveLink(settled, '2'))
        expect(await store.link(messageId('t'))).toEqual({ link: settled, rules: '2' })
        expect(await store.triage()).toEqual([])
        expect(await store.threadsOfEntry(entryId('pvusb'))).toEqual([])
        await write((tx) => tx.removeLink(messageId('t')))
        expect(await store.link(messageId('t'))).toBeNull()
        expect(await all(store.links())).toEqual([])
      })

      it('keeps one standing an entry and walks them by entry', async () => {
        await write(async (tx) => {
          await tx.saveStanding(aStanding('pvusb'))
          await tx.saveStanding(aStanding('apic', { status: 'done' }))
          await tx.saveStanding(aStanding('pvusb', { status: 'claimed' }))
        })
        expect((await all(store.standings())).map((row) => [row.entry, row.status])).toEqual([
          ['apic', 'done'],
          ['pvusb', 'claimed'],
        ])
        await write((tx) => tx.removeStanding(entryId('apic')))
        expect(await store.standing(entryId('apic'))).toBeNull()
        expect(await store.standing(entryId('pvusb'))).toEqual(aStanding('pvusb', { status: 'claimed' }))
      })

      it('clears what is derived and nothing else', async () => {
        const message = aMessage('a', { references: ids('r'), series: ['s'] })
        await write(async (tx) => {
          await tx.saveMessage(message)
          await tx.savePlaces([{ message: message.id, thread: messageId('r'), parent: messageId('r') }])
          await tx.saveLink(aLink('r', 'pvusb', { signals: [aSignal('pvusb')] }), '1')
          await tx.saveStanding(aStanding('pvusb'))
          await tx.addCommand(aCommand('c'))
          await tx.addTasks([{ kind: 'stand', key: 'pvusb' }])
        })
        await write((tx) => tx.clearDerived())
        expect(await store.place(message.id)).toBeNull()
        expect(await all(store.links())).toEqual([])
        expect(await store.threadsOfEntry(entryId('pvusb'))).toEqual([])
        expect(await all(store.standings())).toEqual([])
        expect(await store.message(message.id)).toEqual(message)
        expect(await component('r')).toEqual(new Set(ids('a', 'r')))
        expect(await store.commands()).toHaveLength(1)
        expect(await store.tasks(10)).toHaveLength(1)
      })
    })

    describe('commands, catalogue, commits', () => {
      it('keeps a command as it came first, in order of time', async () => {
        await write((tx) => tx.addCommand(aCommand('b', { at: NOON + 1 })))
        await write((tx) => tx.addCommand(aCommand('a')))
        await write((tx) => tx.addCommand(aCommand('a', { origin: 'mail' })))
        expect(await store.commands()).toEqual([aCommand('a'), aCommand('b', { at: NOON + 1 })])
      })

      it('finds commands about an entry, with every tie of its threads, and commits of an entry', async () => {
        const tie = (id: string, at: number, action: CommandRecord['action']) =>
          write((tx) => tx.addCommand(aCommand(id, { at: NOON + at, action })))
        await tie('verify', 0, { verb: 'verify', entry: entryId('pvusb') })
        await tie('other', 1, { verb: 'verify', entry: entryId('pvscsi') })
        await tie('link', 2, { verb: 'link', thread: messageId('t1'), entry: entryId('pvusb') })
        await tie('moved', 3, { verb: 'link', thread: messageId('t1'), entry: entryId('pvscsi') })
        await tie('untied', 4, { verb: 'unlink', thread: messageId('t2'), from: entryId('pvusb') })
        await tie('tied', 5, { verb: 'link', thread: messageId('t2'), entry: entryId('apic') })
        await tie('far', 6, { verb: 'unlink', thread: messageId('t3') })
        const about = async (entry: string, ...threads: string[]) =>
          (await store.commandsAbout(entryId(entry), threads.map(messageId))).map((command) => command.id)
        expect(await about('pvusb')).toEqual(['verify', 'link', 'moved', 'untied', 'tied'])
        expect(await about('pvscsi', 't3')).toEqual(['other', 'link', 'moved', 'far'])
        expect(await about('unknown')).toEqual([])
        await tie('wrong', 7, { verb: 'dismiss', entry: entryId('pvusb'), message: messageId('m') })
        expect(await about('apic', 'm')).toEqual(['untied', 'tied', 'wrong'])
        expect(await store.commandsOfThreads([messageId('m')])).toEqual([])
        expect(await store.commandsOfThreads([messageId('t3'), messageId('t2')])).toHaveLength(3)
        await write((tx) => tx.addCommits([aCommit('bb', 'pvusb', null), aCommit('aa', 'pvscsi', null)]))
        expect(await store.commitsOf(entryId('pvusb'))).toEqual([aCommit('bb', 'pvusb', null)])
      })

      it('takes a catalogue revision only when it differs from the newest of its name', async () => {
        const add = (name: string, hash: string, at: number) =>
          write((tx) => tx.addCatalogueRevision(aRevision(name, hash, { at })))
        expect(await add('page', 'h1', NOON)).toBe(true)
        expect(await add('page', 'h1', NOON + 1)).toBe(false)
        expect(await add('other', 'h1', NOON + 1)).toBe(true)
        expect(await add('page', 'h2', NOON + 2)).toBe(true)
        expect(await add('page', 'h1', NOON + 3)).toBe(true)
        expect(await add('page', 'h2', NOON + 2)).toBe(false)
        const rows = await store.catalogueRevisions()
        expect(rows.map((row) => `${row.name} ${row.hash}`)).toEqual([
          'page h1',
          'other h1',
          'page h2',
          'page h1',
        ])
        expect(rows[0]).toEqual(aRevision('page', 'h1'))
      })

      it('holds one merged catalogue, without entries at first', async () => {
        expect(await store.catalogue()).toEqual({ entries: [] })
        await write((tx) => tx.saveCatalogue({ entries: [{ id: entryId('a') } as never] }))
        await write((tx) => tx.saveCatalogue({ entries: [{ id: entryId('b') } as never] }))
        expect(await store.catalogue()).toEqual({ entries: [{ id: 'b' }] })
      })

      it('keeps a commit once per entry, with what was learnt of it last', async () => {
        const commit = aCommit
        await write((tx) =>
          tx.addCommits([commit('bb', 'pvusb', null, NOON + 1), commit('aa', 'pvusb', null)]),
        )
        await write((tx) =>
          tx.addCommits([commit('bb', 'pvusb', 'v7.1', NOON + 1), commit('bb', 'pvscsi', null)]),
        )
        expect((await store.commits()).map((row) => [row.commit, row.entry, row.release])).toEqual([
          ['aa', 'pvusb', null],
          ['bb', 'pvscsi', null],
          ['bb', 'pvusb', 'v7.1'],
        ])
      })
    })

    describe('outbox', () => {
      it('takes one mail per dedupe key for ever', async () => {
        expect(await write((tx) => tx.addOutbox(anOutboxMail('1', { dedupe: 'k' })))).toBe(true)
        expect(await write((tx) => tx.addOutbox(anOutboxMail('2', { dedupe: 'k' })))).toBe(false)
        await write((tx) => tx.moveOutbox('1', ['queued'], 'dropped', { at: NOON }))
        expect(await write((tx) => tx.addOutbox(anOutboxMail('3', { dedupe: 'k' })))).toBe(false)
        expect((await store.outbox()).map((row) => row.id)).toEqual(['1'])
      })

      it('gives a mail back byte for byte, by id, Message-ID and dedupe key', async () => {
        const mail = anOutboxMail('1', {
          raw: Uint8Array.from([0, 255, 13, 10]),
          reason: 'over the cap',
          list: null,
        })
        await write((tx) => tx.addOutbox(mail))
        expect(await store.outboxMail('1')).toEqual(mail)
        expect(await store.outboxByMessageId(mail.messageId)).toEqual(mail)
        expect(await store.outboxByDedupe(mail.dedupe)).toEqual(mail)
        expect(await store.outboxMail('2')).toBeNull()
      })

      it('moves a mail only out of a state it is in', async () => {
        await write((tx) => tx.addOutbox(anOutboxMail('1')))
        const move = (from: 'queued' | 'sending', to: 'sending' | 'sent') =>
          write((tx) => tx.moveOutbox('1', [from], to, { at: NOON + 9, countTry: to === 'sending' }))
        expect(await move('queued', 'sending')).toBe(true)
        expect(await move('queued', 'sending')).toBe(false)
        expect(await store.outboxMail('1')).toMatchObject({ state: 'sending', tries: 1, changedAt: NOON + 9 })
        expect(await move('sending', 'sent')).toBe(true)
        expect(await write((tx) => tx.moveOutbox('none', ['queued'], 'sent', { at: NOON }))).toBe(false)
        expect(await write((tx) => tx.moveOutbox('1', [], 'queued', { at: NOON }))).toBe(false)
      })

      it('lets only one of twenty takers have a mail', async () => {
        await write((tx) => tx.addOutbox(anOutboxMail('1')))
        const take = () => write((tx) => tx.moveOutbox('1', ['queued'], 'sending', { at: NOON }))
        const taken = await Promise.all(Array.from({ length: 20 }, take))
        expect(taken.filter(Boolean)).toHaveLength(1)
      })

      it('changes reason and due time only when told to', async () => {
        await write((tx) => tx.addOutbox(anOutboxMail('1', { reason: 'first', dueAt: NOON + 1 })))
        await write((tx) => tx.moveOutbox('1', ['queued'], 'held', { at: NOON }))
        expect(await store.outboxMail('1')).toMatchObject({ reason: 'first', dueAt: NOON + 1 })
        await write((tx) =>
          tx.moveOutbox('1', ['held'], 'queued', { at: NOON, reason: null, dueAt: NOON + 7 }),
        )
        expect(await store.outboxMail('1')).toMatchObject({ reason: null, dueAt: NOON + 7 })
      })

      it('lists mails by state, oldest first', async () => {
        await write(async (tx) => {
          await tx.addOutbox(anOutboxMail('2', { createdAt: NOON + 1 }))
          await tx.addOutbox(anOutboxMail('1', { createdAt: NOON + 1 }))
          await tx.addOutbox(anOutboxMail('3', { state: 'held' }))
        })
        const shown = async (...states: ('queued' | 'held' | 'sent')[]) =>
          (await store.outbox(states)).map((row) => row.id)
        expect(await shown('queued', 'held')).toEqual(['3', '1', '2'])
        expect(await shown('held')).toEqual(['3'])
        expect(await shown('sent')).toEqual([])
        expect(await shown()).toEqual([])
      })

      it('counts what left since a time: in all, to an address, in a thread', async () => {
        const root = messageId('root@example.org')
        await write(async (tx) => {
          for (const id of ['1', '2', '3', '4']) await tx.addOutbox(anOutboxMail(id))
          await tx.addOutbox(anOutboxMail('5', { to: ['Bo@example.org', 'ada@example.org'], thread: null }))
          for (const [id, at] of [
            ['1', 10],
            ['2', 20],
            ['5', 30],
          ] as const) {
            await tx.moveOutbox(id, ['queued'], 'sending', { at: NOON + at })
          }
          await tx.moveOutbox('1', ['sending'], 'seen', { at: NOON + 500 })
          await tx.moveOutbox('2', ['sending'], 'unknown', { at: NOON + 501 })
          await tx.moveOutbox('3', ['queued'], 'dropped', { at: NOON + 40 })
        })
        expect(await store.sentSince(NOON)).toBe(3)
        expect(await store.sentSince(NOON + 11)).toBe(2)
        expect(await store.sentSince(NOON, { to: 'bo@example.org' })).toBe(1)
        expect(await store.sentSince(NOON, { to: 'ADA@example.org' })).toBe(3)
        expect(await store.sentSince(NOON, { thread: root })).toBe(2)
        expect(await store.sentSince(NOON, { thread: root, to: 'bo@example.org' })).toBe(0)
      })

      it('does not count a mail that came back to the queue as gone', async () => {
        await write((tx) => tx.addOutbox(anOutboxMail('1')))
        await write((tx) => tx.moveOutbox('1', ['queued'], 'sending', { at: NOON }))
        expect(await store.sentSince(NOON)).toBe(1)
        await write((tx) => tx.moveOutbox('1', ['sending'], 'queued', { at: NOON + 1 }))
        expect(await store.sentSince(NOON)).toBe(0)
      })
    })

    it('says in a line that it is well', async () => {
      await write((tx) => tx.saveMessage(aMessage('a')))
      expect(await store.check()).toMatch(/whole.*1 message/)
    })
  })
}
