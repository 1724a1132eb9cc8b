// How much of one mail is read, whatever its sender made of it. Beyond a limit the mail is cut, never dropped:
// it still gets its id, its thread and its author.

/** Bytes of raw mail; above, only the headers and the start of the body are read. */
export const MAX_RAW = 10 * 1024 * 1024
/** Bytes of body read of a mail above MAX_RAW. */
export const CUT_BODY = 256 * 1024
/** Bytes of header block; above, the fields so far are kept and the body is not read. */
export const MAX_HEAD = 100 * 1024
/** MIME parts (public-inbox has the same limit). */
export const MAX_PARTS = 1000
/** Multipart entities; more than this many can only be nesting or a digest, and neither holds own words. */
export const MAX_MULTIPARTS = 20
/** Characters of a boundary parameter. */
export const MAX_BOUNDARY = 2048
/** Mailboxes read of one address field. */
export const MAX_ADDRESSES = 100
/** UTF-16 units of decoded text, of decoded HTML, and of one attached text part. */
export const MAX_TEXT = 256 * 1024
/** Attached parts recorded. */
export const MAX_ATTACHMENTS = 100
/** Milliseconds one body may take. */
export const BODY_DEADLINE_MS = 10_000
