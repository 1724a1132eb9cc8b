// `git patch-id --stable` of commits and of patches in mails: equal ids mean equal changes, whatever lines they stand at.
import { randomBytes } from 'node:crypto'
import { runGit } from './run-git.ts'

/** Patch-ids by commit; merges and empty commits have none. */
export async function patchIdsOfCommits(
  folder: string,
  commits: readonly string[],
  doing: string,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  if (commits.length === 0) return new Map()
  const args = ['diff-tree', '--stdin', '-p', '-r', '--root', '--no-ext-diff', '--no-textconv']
  const diffs = await runGit({ folder, args, doing, signal, input: `${commits.join('\n')}\n` })
  return patchIds(diffs, doing, signal)
}

/** Patch-ids by the key given; texts without a diff have none. */
export async function patchIdsOfMails(
  texts: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (texts.size === 0) return found
  // Each text gets a name no mail can guess, so that a diff in one cannot pass for another's.
  const secret = randomBytes(16).toString('hex')
  const names = new Map(
    [...texts.keys()].map((key, index) => [key, secret + index.toString(16).padStart(8, '0')]),
  )
  const input = [...texts].map(
    ([key, text]) => `From ${names.get(key)} Mon Sep 17 00:00:00 2001\n${bare(text)}\n`,
  )
  const ids = await patchIds(input.join(''), 'computing patch-ids of mails', signal)
  for (const [key, name] of names) {
    const id = ids.get(name)
    if (id) found.set(key, id)
  }
  return found
}

/** LF line ends, and none of the lines by which git would think that another patch begins. */
function bare(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/^(?:From |commit )?[0-9a-f]{40}.*$/gm, '')
}

/** Reads `PATCH-ID NAME` lines, the first of each name. */
async function patchIds(input: string, doing: string, signal: AbortSignal): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const output = await runGit({ folder: null, args: ['patch-id', '--stable'], doing, signal, input })
  for (const line of output.split('\n')) {
    const [id, name] = line.split(' ')
    if (id && name && !ids.has(name)) ids.set(name, id)
  }
  return ids
}
