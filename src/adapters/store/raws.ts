// Raw mails: each kept once, by its hash, in a pack with others or alone.
import type { PackedRaw } from '../../ports/store.ts'
import { insertRows } from './insert-rows.ts'
import { packRaws, unpack } from './pack-raw.ts'
import type { Db, Tables } from './tables.ts'

/** Packs that were looked into last: neighbours are often read one after the other. An id stands for one content for ever. */
const unpacked = new Map<string, Uint8Array>()
const UNPACKED_KEPT = 16

/** Null when no mail with this hash is kept. Throws when its pack is damaged. */
export async function loadRaw(db: Db, hash: string): Promise<Uint8Array | null> {
  const where = db.selectFrom('raws').select(['pack', 'start', 'size']).where('hash', '=', hash)
  const row = await where.executeTakeFirst()
  if (!row) return null
  const { pack, start, size } = row
  const bytes = unpacked.get(pack) ?? (await loadPack(db, pack))
  if (!bytes) return null
  if (bytes.length > size) keepUnpacked(pack, bytes)
  return new Uint8Array(bytes.subarray(start, start + size))
}

async function loadPack(db: Db, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('packs').select('packed').where('id', '=', id).executeTakeFirst()
  return row ? unpack(row.packed) : null
}

function keepUnpacked(id: string, bytes: Uint8Array): void {
  unpacked.delete(id)
  unpacked.set(id, bytes)
  if (unpacked.size > UNPACKED_KEPT) unpacked.delete(unpacked.keys().next().value as string)
}

/** Keeps the mails that are not kept yet; those that come without a pack are packed here, together. */
export async function saveRaws(
  db: Db,
  mails: readonly { readonly hash: string; readonly raw: Uint8Array; readonly packed?: PackedRaw }[],
): Promise<void> {
  const kept = new Set(
    await keptHashes(
      db,
      mails.map((mail) => mail.hash),
    ),
  )
  const fresh = mails.filter(({ hash }) => !kept.has(hash) && kept.add(hash))
  const loose = fresh.filter((mail) => !mail.packed)
  const made = new Map((await packRaws(loose)).map((packed, n) => [loose[n]!.hash, packed]))
  const packs = new Map<string, Tables['packs']>()
  const rows = fresh.map(({ hash, raw, packed = made.get(hash)! }): Tables['raws'] => {
    const { pack, start } = packed
    packs.set(pack.id, { id: pack.id, packed: pack.bytes })
    return { hash, size: raw.length, pack: pack.id, start }
  })
  await insertRows(db, 'packs', [...packs.values()], 'keep')
  await insertRows(db, 'raws', rows, 'keep')
}

async function keptHashes(db: Db, hashes: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('raws').select('hash').where('hash', 'in', hashes).execute()
  return rows.map((row) => row.hash)
}

/** Forgets the bytes, unless a pending row or a kept sighting needs them. */
export async function dropRaw(db: Db, hash: string): Promise<void> {
  const gone = await db
    .deleteFrom('raws')
    .where('hash', '=', hash)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('pending').select('id').whereRef('pending.hash', '=', 'raws.hash'))),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('sightings')
            .select('id')
            .whereRef('sightings.hash', '=', 'raws.hash')
            .where('kept', '=', 1),
        ),
      ),
    )
    .returning('pack')
    .executeTakeFirst()
  if (!gone) return
  await db
    .deleteFrom('packs')
    .where('id', '=', gone.pack)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('raws').select('hash').whereRef('raws.pack', '=', 'packs.id'))),
    )
    .execute()
}
