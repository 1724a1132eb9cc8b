// The SQLite store against the contract of stores and against the model, on real files.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import { storeContract } from '../../contract/store-contract.ts'
import { storeProperty } from '../../contract/store-property.ts'

const fresh = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dibs-store-'))
  return {
    open: () => openStore({ folder }),
    dispose: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

storeContract('SQLite', fresh)
storeProperty('SQLite', fresh, 80)
