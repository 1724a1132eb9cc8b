// Work handed to the process that writes the store: a request goes over, its result comes back.

export type ActResult =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly reason: string }

export interface Handover {
  /** Hands a request over; resolves with its result, or null when nobody took it in time. */
  ask(request: object, patienceMs: number): Promise<ActResult | null>
  /** Takes requests until aborted; each is answered with what `perform` resolves to. */
  serve(perform: (request: object) => Promise<ActResult>, signal: AbortSignal): Promise<void>
}
