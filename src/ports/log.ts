// Structured log lines for the operator. Values are ids and counts, never mail bodies or secrets.

export interface Log {
  debug(fields: object, text: string): void
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}
