// Whether a mail was written by a machine, and by which sign one can tell. In doubt it is automatic: an automatic mail
// makes no claim and gets no answer, and a person can always write again.
import type { DecodedMail, HeaderField } from '../model/mail.ts'
import type { AutomaticReason } from '../model/message.ts'

const ROLE =
  /^(?:mailer-daemon|postmaster|mail-?daemon|no-?reply|do-?not-?reply|bounces?|listserv|majordomo|mailman|sympa|owner-.+|.+-(?:request|owner|bounces|admin|confirm|noreply)|bounces?[-+].+|nobody|root|cron|daemon|www-data|notifications?|notify|alerts?|auto-?reply|autoresponder|kernel-?test-?robot|lkp|syzbot.*|.*[-+.]bot|bot[-+.].*|patchwork-bot.*|buildbot|jenkins|gitlab|github|bugzilla-daemon|bugzilla)$/
const AUTOREPLY_SUBJECT =
  /^(?:(?:re|aw|fwd?|sv|antw)\s*:\s*)*\s*(?:\[?auto(?:matic|matische|mated|mático|matico|matique)?[\s:_-]*(?:reply|response|antwort|svar|respuesta|resposta|risposta|réponse|vastaus|odpowiedź|generated)|out of (?:the )?office|ooo\b|abwesenheits|abwesend|ich bin (?:nicht|abwesend)|réponse automatique|absence du bureau|absent du bureau|respuesta automática|fuera de (?:la )?oficina|ausente|resposta automática|fora do escritório|risposta automatica|fuori ufficio|automatisch antwoord|afwezig|automatiskt svar|autosvar|frånvarande|fraværende|automaattinen vastaus|poissa|automatyczna odpowiedź|nieobecność|автоответ|вне офиса|automatická odpověď|自动回复|自動回覆|自動応答|不在|자동 ?회신|부재중|undeliver(?:ed|able)|mail delivery (?:failed|failure|system)|delivery status notification|returned mail|failure notice|unzustellbar|vacation (?:reply|message|notice|response)|on (?:annual )?leave\b.*auto)/i
/** Fields that autoresponders and mail systems put on what they write themselves. */
const AUTOREPLY_FIELDS = new Set([
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-mail-autoreply',
  'x-failed-recipients',
  'x-ms-exchange-inbox-rules-loop',
  'x-vacation',
  'x-loop-autoreply',
])

/** All the fields that are looked at here, but for the list software's own. */
export const AUTOMATIC_FIELDS: readonly string[] = [
  'auto-submitted',
  'content-type',
  'precedence',
  'return-path',
  ...AUTOREPLY_FIELDS,
]

/** The first rule that says so, or null. `own` are the bot's addresses. */
export function automaticReason(mail: DecodedMail, own: readonly string[]): AutomaticReason | null {
  const address = mail.from[0]?.address ?? mail.sender?.address ?? ''
  if (own.includes(address) || own.includes(mail.sender?.address ?? '-')) return 'own-mail'
  let listed = false
  let precedence: string | null = null
  let nullPath = false
  for (const field of mail.headers) {
    const said = byField(field)
    if (said) return said
    if (field.name.startsWith('list-')) listed = true
    else if (field.name === 'precedence') precedence ??= field.value.toLowerCase()
    else if (field.name === 'return-path') nullPath ||= /^<\s*>$/.test(field.value)
  }
  if (nullPath) return 'null-return-path'
  // List software marks every person's mail with bulk or list; only a mail that no list carried says it of itself.
  if (precedence !== null && /^(?:junk|auto_reply)/.test(precedence)) return 'precedence'
  if (precedence !== null && !listed && /^(?:bulk|list)/.test(precedence)) return 'precedence'
  if (ROLE.test(address.slice(0, Math.max(0, address.indexOf('@'))))) return 'role-sender'
  return AUTOREPLY_SUBJECT.test(mail.subject.slice(0, 300)) ? 'autoreply-subject' : null
}

function byField({ name, value }: HeaderField): AutomaticReason | null {
  // RFC 3834 §5: any value but `no`.
  if (name === 'auto-submitted') return /^\s*no\b/i.test(value) ? null : 'auto-submitted'
  // RFC 3464 and RFC 6522: delivery reports.
  if (name === 'content-type' && /^\s*multipart\/report\b|^\s*message\/delivery-status\b/i.test(value))
    return 'bounce'
  if (AUTOREPLY_FIELDS.has(name)) return /^\s*(?:no|false)\b/i.test(value) ? null : 'autoreply-header'
  return null
}
