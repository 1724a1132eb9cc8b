// Performs an act on the store, or hands it to the `dibs run` that holds it.
import type { Command } from 'commander'
import type { Act } from '../app/act.ts'
import { StoreHeld } from '../ports/failure.ts'
import type { ActResult } from '../ports/handover.ts'
import { globalOptions } from './session.ts'
import { newTerminal } from './terminal.ts'
import { Failed, Refused, type Wiring } from './wiring.ts'

const PATIENCE_MS = 20_000

/** Prints what came of it; throws Refused with the reason when it was refused. */
export async function act(what: Act, command: Command, wiring: Wiring): Promise<void> {
  const options = globalOptions(command)
  const terminal = newTerminal(options)
  const loaded = wiring.load(options)
  let result: ActResult
  try {
    result = await wiring.perform(what, loaded, options)
  } catch (error) {
    if (!(error instanceof StoreHeld)) throw error
    result = await handOver(what, error, command, wiring, PATIENCE_MS)
  }
  if (!result.ok) throw new Refused(result.reason)
  for (const line of result.lines) terminal.out(line)
}

/** Hands an act to the process that holds the store; throws Failed when it does not answer. */
export async function handOver(
  what: Act,
  held: StoreHeld,
  command: Command,
  wiring: Wiring,
  patienceMs: number,
): Promise<ActResult> {
  const result = await wiring.handover(wiring.load(globalOptions(command))).ask(what, patienceMs)
  if (!result) throw new Failed(`${held.message}, and it does not answer; stop it, or try again`)
  return result
}
