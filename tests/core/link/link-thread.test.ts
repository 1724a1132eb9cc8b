// Which entry a thread is tied to, by which evidence, and when it is better to say nothing.
import { describe, expect, test } from 'vitest'
import { LINK_SETTINGS, linkThread } from '../../../src/core/link/link-thread.ts'
import { entryId, messageId } from '../../../src/core/model/ids.ts'
import { indexOf, linkMails, type MailDraft, makeEntry, makeMember } from './link-fixtures.ts'

const diagram = makeEntry('cpu-ram-pci-diagram-tool', 'CPU/RAM/PCI diagram tool')
const debuggerStub = makeEntry('kdd-enhancements', 'KDD (Kernel Debugger Daemon) enhancements')
const scsi = makeEntry('scsi-support', 'Implement PVSCSI support in the toolstack')
const usb = makeEntry('usb-support', 'Implement PVUSB support in the toolstack')
const renamed = makeEntry('quickdata', 'Utilize QuickData on network and block path', {
  aliases: ['Utilize QuickPath on network and block path'],
  anchors: ['Utilize_QuickPath_on_network_and_block_path'],
})
const output = makeEntry('output-buffers', 'Output buffer support')
const testing = makeEntry('testing-minix', 'Testing Minix')
const index = indexOf(diagram, debuggerStub, scsi, usb, renamed, output, testing)

const entryOf = (subject: string, text = ''): string | null => linkMails(index, [{ subject, text }]).entry

describe('a thread is tied', () => {
  test.each([
    ['the title in the subject', 'CPU/RAM/PCI diagram tool', '', 'cpu-ram-pci-diagram-tool'],
    [
      'the title below the programme’s tag',
      '[GSoC] Question on the CPU/RAM/PCI diagram tool',
      '',
      'cpu-ram-pci-diagram-tool',
    ],
    [
      'the title in the text, broken over lines',
      'Hello',
      'I read about the "KDD (Kernel\nDebugger Daemon)\nenhancements" project.',
      'kdd-enhancements',
    ],
    [
      'an anchor in MediaWiki’s dot-encoding',
      'A question',
      'See https://wiki.example.org/Projects#CPU.2FRAM.2FPCI_diagram_tool',
      'cpu-ram-pci-diagram-tool',
    ],
    [
      'an anchor in percent-encoding',
      'A question',
      'See https://wiki.example.org/Projects#CPU%2FRAM%2FPCI_diagram_tool.',
      'cpu-ram-pci-diagram-tool',
    ],
    ['the slug', 'status', 'Who has cpu-ram-pci-diagram-tool now?', 'cpu-ram-pci-diagram-tool'],
    ['the old title of a renamed entry', 'Utilize QuickPath on network and block path', '', 'quickdata'],
    [
      'the old anchor of a renamed entry',
      'Hi',
      'https://wiki.example.org/X#Utilize_QuickPath_on_network_and_block_path',
      'quickdata',
    ],
    ['the right one of two twins', '[GSoC] Implement PVUSB support in the toolstack', '', 'usb-support'],
    ['the other one of two twins', '[GSoC] PVSCSI support in toolstack', '', 'scsi-support'],
    ['a part of the title written apart', 'implement pv usb support in the toolstack', '', 'usb-support'],
  ])('by %s', (_, subject, text, expected) => {
    expect(entryOf(subject, text)).toBe(expected)
  })
})

describe('a thread is not tied', () => {
  test.each([
    ['by common words of a title', 'Buffer support is broken on output', ''],
    [
      'by a title’s words strewn over the text',
      'Boot problem',
      'The tool starts but then prints an error.\nMy CPU is nine years old and never failed before.\nThe board has sixteen gigabytes of RAM and boots from a disk behind a PCI bridge.\nThe manual shows a diagram of the plugs.',
    ],
    ['by one telling word that means another thing', 'Minix support', 'I run it on my laptop.'],
    ['when both twins are named alike', 'PVSCSI and PVUSB', 'Which of the two is free?'],
    [
      'by a page that lists many entries’ anchors',
      'Update of the page',
      ['CPU.2FRAM.2FPCI_diagram_tool', 'B_c', 'D_e', 'F_g', 'H_i']
        .map((a) => `https://wiki.example.org/Projects#${a}`)
        .join('\n'),
    ],
  ])('%s', (_, subject, text) => {
    expect(entryOf(subject, text)).toBeNull()
  })

  test('by a mentor alone, though a mentor helps', () => {
    const mentored = makeEntry('mirror', 'Mirror of the package archive', {
      contacts: [{ name: 'Mentor', email: 'mentor@example.org', role: 'mentor' }],
    })
    const own = indexOf(mentored, diagram)
    expect(linkMails(own, [{ subject: 'Something else', cc: ['mentor@example.org'] }]).entry).toBeNull()
    const without = linkMails(own, [{ subject: 'mirror the package archive' }])
    const helped = linkMails(own, [{ subject: 'mirror the package archive', cc: ['mentor@example.org'] }])
    expect(helped.score).toBeGreaterThan(without.score)
    expect(helped.reasons.map((reason) => reason.kind)).toContain('mentor')
  })
})

describe('a title known by one made-up name', () => {
  const own = indexOf(
    makeEntry('quadusb-drivers', 'Upstreaming Orchard QuadUSB drivers to the mainline Linux kernel'),
    makeEntry('quadusb-toolstack', 'Implement QuadUSB support in the xj/libxj toolstack'),
    makeEntry('testing-minix', 'Testing NetMinix with the usual test suite'),
    makeEntry('api-docs', 'Add missing ABI documentation to all drivers'),
  )
  const tiedTo = (subject: string): string | null => linkMails(own, [{ subject, text: 'See below.' }]).entry

  test.each([
    ['[PATCH v7 2/3] usb: Introduce Orchard QuadUSB frontend'],
    ['[PATCH v5 0/3] orchard, usb: support quadUSB frontend driver'],
    ['[PATCH] usb: add support for quadusb'],
    ['[RFC] Upstreaming QuadUSB'],
  ])('is tied to “%s”', (subject) => {
    expect(tiedTo(subject)).toBe('quadusb-drivers')
  })

  test.each([
    ['a fix of it', '[PATCH] usb: fix a leak in quadusb'],
    ['something for it', '[PATCH] usb: add tracing support for quadusb'],
    ['something in it', '[PATCH] add error handling to the quadusb frontend'],
    ['its component', '[PATCH] quadusb: add error handling'],
    ['another kind of work on another thing', '[PATCH] add NetMinix support'],
    ['what the trade has a short name for', '[PATCH] add ABI for the light sensors'],
    ['a thing with a longer name', '[PATCH] introduce quadusbip'],
  ])('is not tied to %s', (_, subject) => {
    expect(tiedTo(subject)).toBeNull()
  })
})

test('where the words of a thread give no entry, all that is said in it may', () => {
  const twins = indexOf(
    makeEntry('generic-threshold', 'Generic threshold feature (from the ZQOPT4060 review)'),
    makeEntry('quince', 'Quince pollination statistics'),
  )
  const claim = (evidence: string, project: string): MailDraft => ({
    subject: 'Re: add support for the ZQOPT4060',
    signals: [{ type: 'claim', evidence, project }],
  })
  const first = { subject: 'add support for the ZQOPT4060', text: 'See below.' }
  const progress = {
    ...claim('I am still working on the generic feature.', 'the generic feature'),
    signals: [
      {
        type: 'progress' as const,
        evidence: 'I am still working on the generic feature.',
        project: 'the generic feature',
      },
    ],
  }
  const generic = claim(
    'I started on the generic feature that you want.',
    'the generic feature that you want',
  )
  const quince = claim('I started on the quince pollination statistics.', 'the quince pollination statistics')
  expect(linkMails(twins, [first]).entry).toBeNull()
  expect(linkMails(twins, [first, generic])).toMatchObject({ entry: 'generic-threshold', triage: false })
  expect(linkMails(twins, [first, progress]).entry).toBe('generic-threshold')
  expect(linkMails(twins, [first, generic, quince]).entry).not.toBe('generic-threshold')
})

describe('parts', () => {
  const parts = indexOf(
    makeEntry('zq7294-driver', 'Driver for the ZQ7294-2 control system', {
      keywords: ['ZQ7294-2', 'ZQ7294'],
    }),
    makeEntry('zqxl345-events', 'ZQXL345: tap and freefall events', { keywords: ['ZQXL345'] }),
    makeEntry('zqxl375-driver', 'ZQXL375 accelerometer', { keywords: ['ZQXL375'] }),
    makeEntry('zq469x-driver', 'Driver for the ZQ4695 converter', { keywords: ['ZQ469x'] }),
    makeEntry('staging-zq9832', 'ZQ9832 synthesizer out of staging', { keywords: ['ZQ9832'] }),
    makeEntry('staging', 'Graduate the staging drivers', { keywords: ['ZQ9832', 'ZQ5933'] }),
    makeEntry('zq30208-driver', 'ZQ30208 temperature sensor', { keywords: ['ZQ30208'] }),
  )
  const entryOf = (subject: string, text = ''): string | null =>
    linkMails(parts, [
      { subject, text, signals: [{ type: 'interest', evidence: 'I would like to do this.' }] },
    ]).entry

  test.each([
    ['named in the subject', 'GSoC proposal: driver for ZQ7294-2', 'zq7294-driver'],
    ['with its letters swapped', 'QZ30208 sensor', null],
    ['with one of four letters left out', 'ZQX375 accelerometer', 'zqxl375-driver'],
    ['with a digit changed: another part', 'ZQXL376 accelerometer', null],
    ['covered by a keyword’s wildcard', 'iio: add support for ZQ4697', 'zq469x-driver'],
    ['written with a wildcard', 'iio: add support for the ZQ469x family', 'zq469x-driver'],
    ['in one entry’s title and among another’s keywords', 'staging: zq9832: clean up', 'staging-zq9832'],
    ['without the aspect its entry asks for', 'zqxl345: fix a race in the driver', null],
    ['with the aspect its entry asks for', 'zqxl345: add freefall events', 'zqxl345-events'],
  ])('%s', (_, subject, expected) => {
    expect(entryOf(subject)).toBe(expected)
  })

  const patch = (subject: string): string | null =>
    linkMails(parts, [
      { subject, patch: true, signals: [{ type: 'patch', evidence: subject, subject: true }] },
    ]).entry

  test.each([
    [
      'that announces the part is its entry’s work',
      '[PATCH 0/2] iio: add driver for ZQ30208',
      'zq30208-driver',
    ],
    ['to what exists is not', '[PATCH] iio: zq30208: fix an overflow', null],
    [
      'to what exists is the work of an entry that asks for just that',
      '[PATCH] staging: iio: zq9832: drop a macro',
      'staging-zq9832',
    ],
  ])('a patch %s', (_, subject, expected) => {
    expect(patch(subject)).toBe(expected)
  })
})

describe('the patch of a thread', () => {
  const entries = indexOf(
    makeEntry('zq7293', 'ZQ7293'),
    makeEntry('scoped', 'Rip out orchard_claim_scoped()'),
    makeEntry('steps', 'zq42600: pedometer', { keywords: ['ZQ42600'] }),
  )
  const patch = (subject: string, text = subject, more: MailDraft[] = []) =>
    linkMails(entries, [
      { subject, text, patch: true, signals: [{ type: 'patch', evidence: text }] },
      { subject: 'Re: it', signals: [{ type: 'complete', evidence: 'Applied.' }] },
      ...more,
    ]).signals[0]!
  const details = (signal: { linkReasons: readonly { detail: string }[] }) =>
    signal.linkReasons.map(({ detail }) => detail)

  test('that only looks after its part says less of the entry than its words do', () => {
    const fix = patch('[PATCH] iio: zq7293: remove the checks of ZQ7293', 'Remove the checks of ZQ7293.')
    const work = patch('[PATCH] iio: add support for ZQ7293', 'Add support for ZQ7293.')
    expect(details(fix)).toContain('looks after what is there already')
    expect(details(work)).toContain('does what “ZQ7293” asks for')
    expect(fix.linkScore).toBeLessThan(0.75)
    expect(work.linkScore).toBeGreaterThan(0.75)
  })

  test('that announces the part announces it for the whole series of its author', () => {
    const later = (from: string): MailDraft => ({ subject: '[PATCH 2/2] iio: add ZQ7293', patch: true, from })
    const first = (from: string) =>
      patch('[PATCH 1/2] bus: ZQ7293 timing', 'Timing of the ZQ7293.', [later(from)])
    expect(details(first('someone@example.org'))).toContain('does what “ZQ7293” asks for')
    expect(details(first('other@example.org'))).toContain('looks after what is there already')
  })

  test('that takes out the function the title wants to be rid of does what is asked', () => {
    const own = patch(
      '[PATCH] core: stop using orchard_claim_scoped()',
      'Let us rip out orchard_claim_scoped().',
    )
    const use = patch(
      '[PATCH] core: document orchard_claim_scoped()',
      'Do not rip out orchard_claim_scoped().',
    )
    expect(details(own)[0]).toBe('does what “Rip out orchard_claim_scoped()” asks for')
    expect(details(use)).not.toContain('does what “Rip out orchard_claim_scoped()” asks for')
  })

  test('whose sentence names its thread’s entry is no less sure than one that names nothing', () => {
    const named = patch('[PATCH] iio: zq42600: pedometer', 'Adds steps to the ZQ42600.')
    const silent = patch('[PATCH] iio: zq42600: pedometer', 'Adds steps.')
    expect(named.entry).toBe('steps')
    expect(named.linkScore).toBeGreaterThanOrEqual(silent.linkScore)
  })
})

test('a series that goes through many drivers is about none of them', () => {
  const own = indexOf(makeEntry('zq4695', 'Driver for the ZQ4695 converter'))
  const names = ['zq4695', 'zq7768', 'zq7606', 'zq30208', 'zq345']
  const series = (parts: string[]) => [
    { subject: '[PATCH 0/5] introduce a macro for time stamps', patch: true },
    ...parts.map((part, n) => ({
      subject: `[PATCH ${n + 1}/5] iio: add driver use of the macro ${n} to ${part}`,
      patch: true,
    })),
  ]
  const said = [{ type: 'progress' as const, evidence: 'It is tested.' }]
  const entryOf = (parts: string[]) =>
    linkMails(
      own,
      series(parts).map((mail, n) => (n === 0 ? { ...mail, signals: said } : mail)),
    ).entry
  expect(entryOf(names)).toBeNull()
  expect(entryOf(names.map(() => 'zq4695'))).toBe('zq4695')
})

describe('commands', () => {
  const members = [makeMember({ subject: 'CPU/RAM/PCI diagram tool', tag: 'gsoc' })]
  const thread = { thread: messageId('m0@example.org'), members, relatives: [] }

  test('a tie by a person stands, whatever the words say', () => {
    const link = linkThread(
      { ...thread, command: { verb: 'link', entry: entryId('usb-support') } },
      index,
      LINK_SETTINGS,
    )
    expect(link).toMatchObject({ entry: 'usb-support', by: 'command', score: 1, triage: false })
  })

  test('an untied thread stays untied', () => {
    const link = linkThread({ ...thread, command: { verb: 'unlink' } }, index, LINK_SETTINGS)
    expect(link).toMatchObject({ entry: null, by: 'command', triage: false })
  })
})

describe('triage', () => {
  test('holds a tagged thread that names nothing known', () => {
    expect(linkMails(index, [{ subject: '[GSoC] Hello', tag: 'gsoc' }]).triage).toBe(true)
  })

  test('holds a claim that names nothing known', () => {
    const signals = [
      {
        type: 'claim' as const,
        evidence: 'I am working on a port to toasters.',
        project: 'a port to toasters',
      },
    ]
    expect(linkMails(index, [{ subject: 'Toasters', signals }]).triage).toBe(true)
  })

  test('leaves ordinary mail and mere patches alone', () => {
    expect(linkMails(index, [{ subject: 'Boot problem' }]).triage).toBe(false)
    const signals = [{ type: 'patch' as const, evidence: 'toaster: fix crumbs', subject: true }]
    expect(linkMails(index, [{ subject: '[PATCH] toaster: fix crumbs', patch: true, signals }]).triage).toBe(
      false,
    )
  })
})

test('the entry’s own list tells two like entries apart no more than a hint does', () => {
  const here = makeEntry('here', 'Mirror of the package archive', { list: 'orchard-devel@' })
  const own = indexOf(here, diagram)
  const { reasons } = linkMails(own, [{ subject: 'mirror the package archive' }])
  expect(reasons.find((reason) => reason.kind === 'list')?.weight).toBeLessThan(0.1)
  expect(linkMails(own, [{ subject: 'Something else' }]).entry).toBeNull()
})

test('earlier versions of a series support a candidate, and make none', () => {
  const relatives = [
    {
      thread: messageId('v1@example.org'),
      why: 'series' as const,
      entry: entryId('usb-support'),
      score: 0.9,
    },
  ]
  const draft = { subject: 'toolstack: implement PVUSB' }
  expect(linkMails(index, [draft], relatives).score).toBeGreaterThan(linkMails(index, [draft]).score)
  expect(linkMails(index, [{ subject: 'something else' }], relatives).entry).toBeNull()
})
