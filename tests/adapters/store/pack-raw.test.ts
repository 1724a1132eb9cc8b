// Raw mails packed together come back as they were, whoever packed them and whatever they are.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packRaws, unpack } from '../../../src/adapters/store/pack-raw.ts'
import { sha256 } from '../../../src/adapters/store/short-key.ts'
import { someMails } from '../../support/mail.ts'

const mailIn = async (pack: Uint8Array, start: number, size: number) =>
  new Uint8Array((await unpack(pack)).subarray(start, start + size))

const named = (raws: readonly Uint8Array[]) => raws.map((raw) => ({ hash: sha256(raw), raw }))

describe('packed mails', () => {
  it('come back, any bytes in any number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 4000 }), { maxLength: 40 }), async (raws) => {
        const packed = await packRaws(named(raws))
        expect(packed).toHaveLength(raws.length)
        for (const [n, { pack, start }] of packed.entries())
          expect(await mailIn(pack.bytes, start, raws[n]!.length)).toEqual(raws[n])
      }),
      { numRuns: 50 },
    )
  })

  it('take less together than alone, sixteen in a pack at most', async () => {
    const mails = named(someMails(40))
    const packs = new Set((await packRaws(mails)).map(({ pack }) => pack))
    expect(packs.size).toBe(3)
    const alone = await Promise.all(mails.map((mail) => packRaws([mail])))
    const bytes = (all: Iterable<{ readonly bytes: Uint8Array }>) =>
      [...all].reduce((sum, pack) => sum + pack.bytes.length, 0)
    expect(bytes(packs)).toBeLessThan(bytes(alone.map(([one]) => one!.pack)) / 2)
  })

  it('that are large stand alone, so that a small one is not dear to read', async () => {
    const [small, large] = [new Uint8Array(10), new Uint8Array(1024 * 1024).map((_, n) => n % 251)]
    const packed = await packRaws(named([small, large, small.fill(1)]))
    expect(new Set(packed.map(({ pack }) => pack)).size).toBe(3)
    expect(await mailIn(packed[1]!.pack.bytes, packed[1]!.start, large.length)).toEqual(large)
  })

  it('have an id of their own for every other content', async () => {
    const [a, b, c] = named(someMails(3)) as [Packable, Packable, Packable]
    const ids = [[a], [b], [a, b], [b, a], [a, b, c]].map(async (some) => (await packRaws(some))[0]!.pack.id)
    expect(new Set(await Promise.all(ids)).size).toBe(5)
    expect((await packRaws([a, b]))[0]!.pack.id).toBe(await ids[2])
  })

  it('are refused when a byte of them has changed', async () => {
    const [mail] = named(someMails(1))
    const [{ pack }] = (await packRaws([mail!])) as [Awaited<ReturnType<typeof packRaws>>[number]]
    pack.bytes[pack.bytes.length - 1]! ^= 1
    await expect(unpack(pack.bytes)).rejects.toThrow()
  })
})

type Packable = ReturnType<typeof named>[number]
