// Turns what imapflow, TLS and the network say into a Failure: will it pass, and what should the operator mend?
import { Failure } from '../../ports/failure.ts'

/** The properties imapflow and Node put on their errors. */
interface VendorError {
  readonly message?: string
  readonly code?: string
  readonly authenticationFailed?: boolean
  readonly serverResponseCode?: string
  readonly responseStatus?: string
  readonly responseText?: string
}

/** Answers that say "not now" though they refuse (RFC 5530 §3). */
const NOT_NOW = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'THROTTLED', 'CONTACTADMIN'])

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS_CERT/

/** The server sent something that may not be read, and would send it again. */
const UNREADABLE =
  /^(?:ParserError|LineTooLarge|LiteralTooLarge|ResponseTooLarge|TooManyTokens|MAX_IMAP_NESTING)/

/** The Failure for `cause`, met while `doing` (a verb phrase). */
export function imapFailure(doing: string, cause: unknown): Failure {
  if (cause instanceof Failure) return cause
  const error = (
    typeof cause === 'object' && cause !== null ? cause : { message: String(cause) }
  ) as VendorError
  const code = error.serverResponseCode ?? ''
  const said = error.responseText ? `the server says: ${error.responseText}` : (error.message ?? '')
  if (CERTIFICATE.test(error.code ?? '')) {
    const mend = 'if it is the right server, name its authority as "ca"'
    return new Failure(
      doing,
      false,
      withCause(`its certificate is not trusted (${error.code}); ${mend}`, cause),
    )
  }
  if (error.authenticationFailed) {
    const passing = NOT_NOW.has(code)
    const what = passing ? 'login refused for now' : 'wrong user name or password'
    return new Failure(doing, passing, withCause(`${what} (${said})`, cause))
  }
  if (error.responseStatus === 'NO' || error.responseStatus === 'BAD') {
    return new Failure(doing, NOT_NOW.has(code), withCause(said, cause))
  }
  return new Failure(doing, true, withCause(networkWords(error), cause))
}

/** True when the same command would fail in the same way: the answer can't be read, or it is a lasting NO. */
export function isLasting(failure: Failure): boolean {
  const error = (failure.cause instanceof Error ? failure.cause.cause : null) as VendorError | null
  return !failure.transient || UNREADABLE.test(error?.code ?? '')
}

function withCause(text: string, cause: unknown): Error {
  return new Error(text, { cause })
}

function networkWords(error: VendorError): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'nothing listens there (ECONNREFUSED)'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `no such host (${error.code})`
    case 'CONNECT_TIMEOUT':
    case 'GREETING_TIMEOUT':
    case 'ETIMEDOUT':
    case 'ETIMEOUT':
      return `no answer (${error.code})`
    case 'NoConnection':
    case 'EConnectionClosed':
    case 'ECONNRESET':
    case 'EPIPE':
      return `connection lost (${error.code})`
    default:
      return error.message ?? String(error.code)
  }
}
