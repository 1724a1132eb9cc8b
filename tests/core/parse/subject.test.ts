import { describe, expect, test } from 'vitest'
import { parseSubject } from '../../../src/core/parse/subject.ts'
import { settings } from './read-fixture.ts'

const prefixes = new Set(['devel', 'xendevel', 'outreachykernel'])
const read = (subject: string) => parseSubject(subject, settings.programmes, prefixes)

describe('programme tag and year', () => {
  test.each([
    ['[GSoC] Scheduler', 'gsoc', null],
    ['[GSOC-2019] Scheduler', 'gsoc', 2019],
    ['[GSoC 2014] Scheduler', 'gsoc', 2014],
    ['[GSoC14][RFC] Scheduler', 'gsoc', 2014],
    ["GSoC'21: scheduler", 'gsoc', 2021],
    ['GSoC’21: scheduler', 'gsoc', 2021],
    ["GSoC '21: scheduler", 'gsoc', 2021],
    ['gsoc2022 proposal', 'gsoc', 2022],
    ['2015 GSoC proposal', 'gsoc', 2015],
    ['Google Summer of Code 2015: scheduler', 'gsoc', 2015],
    ['google-summer-of-code scheduler', 'gsoc', null],
    ['Proposal for GSoC', 'gsoc', null],
    ['Re: [Devel] [GSoC] Scheduler', 'gsoc', null],
    ['[GSoC][PATCH] t1: fix', 'gsoc', null],
    ['[PATCH GSoC v2] t1: fix', 'gsoc', null],
    ['[Example GSoC 2015] Scheduler', 'gsoc', 2015],
    ['[Outreachy] Blog 2', 'outreachy', null],
    ['OPW 2014 application', 'outreachy', 2014],
    ['Outreach Program for Women: hello', 'outreachy', null],
    ['GSoC 10 questions', 'gsoc', null],
    ['GSoC 1999', 'gsoc', null],
    ['GSoC proposal 2025', 'gsoc', 2025],
    ['[GSoC] Interest in the 2025 project', 'gsoc', 2025],
    ['GSoC: move from 2024 to 2025', 'gsoc', null],
    ['GSoC: MAX2034 driver', 'gsoc', null],
    ['[Outreachy kernel] [PATCH 00/11] staging: add spaces', null, null],
    ['[GSoC students] welcome', null, null],
    ['existing SoC support', null, null],
    ['add a SoC driver', null, null],
    ['gsocket: fix a leak', null, null],
    ['mygsoc tool', null, null],
    ['', null, null],
  ])('%s', (subject, programme, year) => {
    expect(read(subject).tag).toEqual(programme === null ? null : { programme, year })
  })
})

describe('patch number', () => {
  const patch = (version: number, n: number, m: number, rfc = false) => ({ version, n, m, rfc })
  test.each([
    ['[PATCH] foo: bar', patch(1, 1, 1)],
    ['[PATCH v3 2/5] foo: bar', patch(3, 2, 5)],
    ['[PATCH 0/5] foo', patch(1, 0, 5)],
    ['[RFC PATCH] foo', patch(1, 1, 1, true)],
    ['[PATCH RFC v3 5/9] foo', patch(3, 5, 9, true)],
    ['[PATCH net-next V2 00/12] foo', patch(2, 0, 12)],
    ['[PATCHv2 1/3] foo', patch(2, 1, 3)],
    ['[PATCH-for-4.17 v2] foo', patch(2, 1, 1)],
    ['[PATCH 4.15 3/3] foo', patch(1, 3, 3)],
    ['[v2 PATCH 1/3] foo', patch(2, 1, 3)],
    ['[XEN PATCH v11 07/19] foo', patch(11, 7, 19)],
    ['[RFC XEN v1] foo', patch(1, 1, 1, true)],
    ['[RFC v2 0/4] foo', patch(2, 0, 4, true)],
    ['[RFC][PATCH v2 1/3] foo', patch(2, 1, 3, true)],
    ['[RFC/PATCH] foo', patch(1, 1, 1, true)],
    ['[PATCH][v4] foo', patch(4, 1, 1)],
    ['[RESEND PATCH v3] foo', patch(3, 1, 1)],
    ['[Devel] [PATCH v6 0/7] foo', patch(6, 0, 7)],
    ['[PATCH v10 00/16] foo', patch(10, 0, 16)],
    ['[PATCH 1 of 4] foo', patch(1, 1, 4)],
    ['[bmp280 v1 6/6] foo', patch(1, 6, 6)],
    ['[RFC] foo', null],
    ['[next] foo', null],
    ['[xen v2] foo', null],
    ['[GIT PULL] foo', null],
    ['[dispatch] foo', null],
    ['patch for foo 1/2', null],
    ['Re: [PATCH v3 2/5] foo', null],
    ['AW: [PATCH] foo', null],
  ])('%s', (subject, expected) => {
    expect(read(subject).patch).toEqual(expected)
  })
})

describe('topic', () => {
  test.each([
    ['Re: foo: bar', 'foo: bar'],
    ['RE: Re: AW: Antw: SV: VS: Odp: 回复: 答复：foo: bar', 'foo: bar'],
    ['Re[2]: foo: bar', 'foo: bar'],
    ['Re: [Devel] [PATCH v3 2/5] Foo:  Bar', 'foo: bar'],
    ['Fwd: foo: bar', 'foo: bar'],
    ['[PATCH] foo: bar', 'foo: bar'],
    ['[Xen-devel] foo: bar', 'foo: bar'],
    ['[GSoC 2014][RFC] foo: bar', 'foo: bar'],
    ['RE: [EXT] Re: [External] : Re: foo: bar', 'foo: bar'],
    ['[ARM64] foo: bar', '[arm64] foo: bar'],
    ['foo: bar (was: Re: another thing)', 'foo: bar'],
    ['foo: bar [was: another]', 'foo: bar'],
    ['Reply to the vote', 'reply to the vote'],
    ['Re:', ''],
  ])('%s', (subject, topic) => {
    expect(read(subject).topic).toBe(topic)
  })
})

describe('a subsystem behind a patch mark is no reply prefix', () => {
  test.each([
    ['[PATCH v5 0/6] fs: walk mounts', 'fs: walk mounts', { version: 5, n: 0, m: 6, rfc: false }],
    [
      '[PATCH] re: a grammar for expressions',
      're: a grammar for expressions',
      { version: 1, n: 1, m: 1, rfc: false },
    ],
    ['[devel] [RFC PATCH 1/2] i: short names', 'i: short names', { version: 1, n: 1, m: 2, rfc: true }],
  ])('%s', (subject, topic, patch) => {
    expect(read(subject)).toMatchObject({ topic, patch, isReply: false })
  })

  test('before the mark it is one', () => {
    expect(read('Re: [PATCH v5 0/6] fs: walk mounts')).toMatchObject({
      topic: 'fs: walk mounts',
      isReply: true,
      patch: null,
    })
    expect(read('[devel] Re: [PATCH] fs: walk mounts')).toMatchObject({
      topic: 'fs: walk mounts',
      isReply: true,
      patch: null,
    })
  })

  test('a lone [RFC] too is a mark, a list or a gateway is none', () => {
    expect(read('[RFC] fs: walk mounts')).toMatchObject({ topic: 'fs: walk mounts', isReply: false })
    expect(read('[EXT] Re: walk mounts')).toMatchObject({ topic: 'walk mounts', isReply: true })
  })
})
