// Names of things. Branded, so that a slug cannot be passed where a Message-ID is meant.

/** A Message-ID without its angle brackets (RFC 5322 §3.6.4). */
export type MessageId = string & { readonly __messageId: unique symbol }
/** The Message-ID of a thread's root, present or ghost. */
export type ThreadId = MessageId
/** A catalogue entry's slug: lower-case ASCII letters, digits and hyphens. */
export type EntryId = string & { readonly __entryId: unique symbol }
/** The short name the configuration gives a list, e.g. `xen-devel`. */
export type ListId = string & { readonly __listId: unique symbol }

export const messageId = (text: string): MessageId => text.replace(/^<|>$/g, '') as MessageId
export const entryId = (slug: string): EntryId => slug as EntryId
export const listId = (name: string): ListId => name as ListId
