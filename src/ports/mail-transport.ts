// Hands one frozen mail to an SMTP server and tells how that ended.

export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

/**
 * accepted: 250 after the dot. retry: nothing was taken, may be tried again. refused: 5xx, final.
 * unknown: all bytes were sent and no answer came (RFC 1047); must not be sent again blindly.
 */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly response: string }
  | { readonly outcome: 'retry' | 'refused' | 'unknown'; readonly reason: string }

export interface MailTransport {
  /** `onData` is called and awaited before the first byte of the mail itself goes out. */
  send(envelope: Envelope, raw: Uint8Array, onData?: () => Promise<void>): Promise<SendOutcome>
  check(): Promise<string>
  close(): Promise<void>
}
