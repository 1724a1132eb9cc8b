// The demo's archive: short notes of mails with their age, made into whole mails dated relative to the first start.
import { DAY, type Instant } from '../core/model/time.ts'

/** One mail of config/demo/archive.yaml. */
export interface DemoMail {
  readonly id: string
  /** Age at the first start. */
  readonly days: number
  /** Id of the list it goes to. */
  readonly list: string
  readonly from: string
  readonly subject: string
  readonly cc?: string
  /** The mail it answers. */
  readonly re?: string
  readonly patch?: boolean
  readonly body: string
}

/** The mails as bytes with their times, oldest first. */
export function demoMails(
  mails: readonly DemoMail[],
  now: Instant,
): { at: Instant; id: string; raw: Uint8Array }[] {
  const byId = new Map(mails.map((mail) => [mail.id, mail]))
  return mails
    .map((mail) => {
      const at = Math.floor((now - mail.days * DAY) / 1000) * 1000
      return { at, id: mail.id, raw: demoMail(mail, at, ancestorsOf(mail, byId)) }
    })
    .sort((a, b) => a.at - b.at)
}

/** One demo mail as RFC 5322 bytes. `references` are demo ids, oldest first. */
export function demoMail(mail: DemoMail, at: Instant, references: readonly string[]): Uint8Array {
  const date = new Date(at).toUTCString().replace('GMT', '+0000')
  const name = mail.list.replace(/^skiff-/, 'skiff-')
  const head = [
    `Received: from mail.example.org by lists.example.org; ${date}`,
    `From: ${encodeName(mail.from)}`,
    `To: ${name}@lists.example.org`,
    ...(mail.cc ? [`Cc: ${mail.cc}`] : []),
    `Subject: ${mail.subject}`,
    `Date: ${date}`,
    `Message-ID: <${demoId(mail.id)}>`,
    ...(references.length > 0
      ? [
          `In-Reply-To: <${demoId(references.at(-1) ?? '')}>`,
          `References: ${references.map((id) => `<${demoId(id)}>`).join('\r\n ')}`,
        ]
      : []),
    `List-Id: <${name}.lists.example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  const body = mail.patch
    ? `${mail.body}\n---\n skiff/new.c | 2 ++\n 1 file changed, 2 insertions(+)\n\n${DIFF}`
    : mail.body
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`, 'utf8')
}

/** The Message-ID of a demo mail. */
export function demoId(id: string): string {
  return id.includes('@') ? id : `${id}@demo.example.org`
}

const DIFF =
  'diff --git a/skiff/new.c b/skiff/new.c\n--- a/skiff/new.c\n+++ b/skiff/new.c\n@@ -1,1 +1,3 @@\n int ready;\n+int more;\n+int yet;\n'

function ancestorsOf(mail: DemoMail, byId: ReadonlyMap<string, DemoMail>): string[] {
  const parent = mail.re === undefined ? undefined : byId.get(mail.re)
  return parent ? [...ancestorsOf(parent, byId), parent.id] : []
}

/** RFC 2047 for names beyond ASCII. */
function encodeName(from: string): string {
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(from) ?? []
  const plain = /^[\x20-\x7e]*$/.test(name)
  return plain ? from : `=?utf-8?B?${Buffer.from(name, 'utf8').toString('base64')}?= <${address}>`
}
