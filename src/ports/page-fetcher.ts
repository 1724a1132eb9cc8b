// Fetches one page of text by http(s), and only when it changed.

/** What the server said of the version we have; sent back so that it can answer "unchanged" (RFC 9110 §13.1). */
export interface PageValidators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedPage =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'page'
      readonly text: string
      readonly validators: PageValidators
      /** Where it was found after redirects. */
      readonly url: string
    }

export interface PageFetcher {
  /** Throws Failure: transient for what may pass (network, time, 5xx, 429), final for the rest. */
  fetchPage(url: string, known: PageValidators | null): Promise<FetchedPage>
}
