// The two kinds of trouble an adapter may report, whatever its vendor calls them.

/**
 * An adapter's error. `transient` may pass when tried again (network, lock, 4xx); otherwise it is final.
 * `doing` is a verb phrase: "fetching UID 42 of xen-devel". The vendor's error is the `cause`.
 */
export class Failure extends Error {
  readonly doing: string
  readonly transient: boolean
  constructor(doing: string, transient: boolean, cause: unknown) {
    super(`${doing}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'Failure'
    this.doing = doing
    this.transient = transient
  }
}

/** Another process writes the store: the work may be handed over to it. */
export class StoreHeld extends Failure {}
