// A store of an older schema is brought up when it is opened for writing: what it holds is there, and found by the new ways too.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openStore, STORE_FILE } from '../../../src/adapters/store/open-store.ts'
import { SCHEMA_STEPS } from '../../../src/adapters/store/schema.ts'
import { sha256 } from '../../../src/adapters/store/short-key.ts'
import { SQLITE_TYPES } from '../../../src/adapters/store/sqlite-connection.ts'
import type { CommandRecord } from '../../../src/core/model/command-record.ts'
import { entryId, messageId } from '../../../src/core/model/ids.ts'
import { aCommand, aPending, NOON } from '../../contract/store-samples.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { someMails } from '../../support/mail.ts'

test('commands kept under the first schema are found by their entry and their thread', async () => {
  const folder = temporaryFolder()
  const pvusb = entryId('pvusb')
  const kept: CommandRecord[] = [
    aCommand('a'),
    aCommand('b', {
      at: NOON + 1,
      action: { verb: 'link', thread: messageId('t'), entry: entryId('other') },
    }),
    aCommand('c', { at: NOON + 2, action: { verb: 'unlink', thread: messageId('t'), from: pvusb } }),
  ]
  const old = new DatabaseSync(join(folder, STORE_FILE))
  for (const statement of SCHEMA_STEPS[0]!(SQLITE_TYPES)) old.exec(statement)
  old.exec('create table schema_version (version integer not null); insert into schema_version values (1)')
  const insert = old.prepare('insert into commands (id, at, record) values (?, ?, ?)')
  for (const command of kept) insert.run(command.id, command.at, JSON.stringify(command))
  old.close()

  const store = await openStore({ folder })
  expect(await store.commands()).toEqual(kept)
  expect(await store.commandsAbout(pvusb, [])).toEqual(kept)
  expect(await store.commandsOfThreads([messageId('t')])).toEqual(kept.slice(1))
  await store.close()
})

test('raw mails kept under the first schema are there after the update, and can be dropped', async () => {
  const folder = temporaryFolder()
  const mails = someMails(3).map((raw) => ({ raw, hash: sha256(raw) }))
  const old = new DatabaseSync(join(folder, STORE_FILE))
  for (const statement of SCHEMA_STEPS[0]!(SQLITE_TYPES)) old.exec(statement)
  old.exec('create table schema_version (version integer not null); insert into schema_version values (1)')
  const add = old.prepare('insert into raws (hash, size, packed) values (?, ?, ?)')
  for (const { hash, raw } of mails) add.run(hash, raw.length, zstdCompressSync(raw))
  const [{ hash, raw }] = mails as [(typeof mails)[0]]
  const id = 'waits'
  old.exec(`insert into sightings values ('${id}', 's', '', 0, '1', '${hash}', null, null, 0)`)
  old.exec(`insert into pending values ('${id}', '${hash}', 0, 0, 0, null, null)`)
  old.close()

  const store = await openStore({ folder })
  for (const mail of mails) expect(await store.raw(mail.hash)).toEqual(mail.raw)
  // Bytes that are there already are not stored again, and go when nobody needs them.
  const again = await store.write((tx) => tx.addPending({ ...aPending('2'), hash, raw }))
  await store.write((tx) => tx.settlePending(id, { keepRaw: false, list: null }))
  expect(await store.raw(hash)).toEqual(raw)
  await store.write((tx) => tx.settlePending(again!, { keepRaw: false, list: null }))
  expect(await store.raw(hash)).toBeNull()
  await store.close()

  const after = new DatabaseSync(join(folder, STORE_FILE))
  expect(after.prepare('select count(*) as n from packs').get()).toEqual({ n: 2 })
  after.close()
})
