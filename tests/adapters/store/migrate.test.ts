// A store of an older schema is brought up when it is opened for writing: what it holds is there, and found by the new ways too.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openStore, STORE_FILE } from '../../../src/adapters/store/open-store.ts'
import { SCHEMA_STEPS } from '../../../src/adapters/store/schema.ts'
import { SQLITE_TYPES } from '../../../src/adapters/store/sqlite-connection.ts'
import type { CommandRecord } from '../../../src/core/model/command-record.ts'
import { entryId, messageId } from '../../../src/core/model/ids.ts'
import { aCommand, NOON } from '../../contract/store-samples.ts'
import { temporaryFolder } from '../../support/folder.ts'

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
