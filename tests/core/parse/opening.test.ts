// The first letters by which lines are passed over must let through whatever the patterns behind them know.
import { describe, expect, test } from 'vitest'
import { LIST_LINE, mayBeFooter, NOTICE, SCANNER } from '../../../src/core/parse/footer.ts'
import { beginnings, mayBeginWith } from '../../../src/core/parse/opening.ts'
import { readSheet } from '../../../src/core/parse/sheet.ts'
import { CLOSING, DEVICE, mayBeSignature } from '../../../src/core/parse/signature.ts'

const FOOTERS = `To unsubscribe send mail|Unsubscribe: x|unsubscribe from x|You received this message because you are subscribed
you've received this email because|To view this discussion on the web|For more options, visit|More majordomo info
visit this group at|to post to this group|orchard-devel mailing list|orchard mailinglist|https://a.example.org/mailman/listinfo/x
Please read the FAQ at|groups.io links|This email was scanned|Virus-free.|Scanned by X|Checked by AVG
Diese E-Mail wurde von X geprüft|L'absence de virus|Este correo electrónico ha sido comprobado|No virus found
this message|*The information contained |-- Confidentiality notice|email privacy statement|E-mail legal disclaimer
Legal and other notice|Disclaimer: x|"Confidential|Important notice|Notice: x|Privileged x|If you are not the intended
diese nachricht|Ce courriel|Este correo|Esta mensagem|Questo messaggio|Le informazioni contenute|Dit bericht|this footnote
--confidential|Amazon Web Services x|Registered office|Registration No|Sitz: x|Geschäftsführer|Amtsgericht X|_The contents of x`
const SIGNATURES = `Sent from my phone|(Get Outlook for x|Gesendet von x|Von meinem Telefon gesendet|Envoyé depuis x|Enviado desde x
Inviato dal x|Verzonden vanaf x|Verstuurd vanaf x|Skickat från x|> Sendt fra x|Lähetetty x|Wysłane z x|Odesláno z x|Отправлено с x
*Sent via x|从我的 x|iPhoneから|나의 iphone|With best regards|Many thanks|Best|Kind regards|Warmest regards|Regards|Greetings|Cheers,
Thanks!|Thank you|thx|TIA|BR|br,|rgds|MfG|Sincerely|Yours|Respectfully|Ciao|Take care|All the best|Mit freundlichen Grüßen
Freundlichen Grüßen|Besten Grüßen|Vielen Grüßen|Liebe Grüße|Schöne Grüßen|Beste Grüße|Gruß|Cordialement|Bien cordialement|Amicalement
Bien à vous|Salutations|Saludos|Un saludo|Atentamente|Abraços|Atenciosamente|Att|Cordiali saluti|Saluti|Distinti saluti
Met vriendelijke groeten|Vriendelijke groeten|Groeten|Med vänliga hälsningar|Vänliga hälsningar|mvh|Hälsningar|Med venlig hilsen
Venlig hilsen|Hilsen|Terveisin|Pozdrawiam|S pozdravem|С уважением|Üdvözlettel|Saygılarımla`
const each = (lines: string): string[] => lines.split(/[|\n]/)

describe('lines are let through to the patterns', () => {
  test.each(each(FOOTERS))('footer: %s', (line) => {
    expect([LIST_LINE, NOTICE, SCANNER].some((form) => form.test(line))).toBe(true)
    expect(mayBeFooter(readSheet(line), 0)).toBe(true)
  })

  test.each(each(SIGNATURES))('signature: %s', (line) => {
    expect([DEVICE, CLOSING].some((form) => form.test(line))).toBe(true)
    expect(mayBeSignature(readSheet(line), 0)).toBe(true)
  })
})

describe('beginnings', () => {
  const may = (line: string, words: string): boolean =>
    mayBeginWith(readSheet(`x\n${line}\nnotes`), 1, beginnings(words))

  test.each([
    ['in either case', 'ThIs way', 'thi', true],
    ['behind blanks and marks', ' ** (this', 'thi', true],
    ['not behind other marks', '+ this', 'thi', false],
    ['not with another third letter', 'the way', 'thi', false],
    ['a dash for what is no letter', 'to x', 'to-', true],
    ['which the end of the line is, too', 'to', 'to-', true],
    ['but a letter is not', 'too', 'to-', false],
    ['nor does the next line count', 'br', 'brn', false],
    ['anything beyond ASCII may be any word', 'þis', 'thi', true],
    ['also as the third letter', 'frå', 'thi', true],
  ])('%s', (_, line, words, expected) => {
    expect(may(line, words)).toBe(expected)
  })
})
