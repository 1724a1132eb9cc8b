import { describe, expect, it } from 'vitest'
import { isPartNumber, isProperName } from '../../../src/core/detect/identifier.ts'
import { readObject } from '../../../src/core/detect/object.ts'
import { readObjectBefore } from '../../../src/core/detect/object-before.ts'

describe('readObject', () => {
  it.each([
    [
      ' a driver for the AMS AS7341 spectral sensor [1], which provides',
      'project',
      'a driver for the AMS AS7341 spectral sensor',
    ],
    [' the "Lazy restore" project. Where', 'project', 'the "Lazy restore" project'],
    [' ad7606c which has control', 'identifier', 'ad7606c'],
    [' adding Wake-on-Motion (WoM) feature', 'project', 'adding Wake-on-Motion (WoM) feature'],
    [
      ' the "KDS (Debugger Stub) enhancements" project and two others',
      'project',
      'the "KDS (Debugger Stub) enhancements" project and two others',
    ],
    [" support for the 'single' (3-wire) mode, which", 'project', "support for the 'single' (3-wire) mode"],
    [' a driver (I sent v1) and', 'project', 'a driver'],
    [' patches for soft affinity', 'unknown', 'patches for soft affinity'],
    [' patches for the next window', 'review', 'patches for the next window'],
    [' a rough version of the sound backend', 'project', 'a rough version of the sound backend'],
    [' a new version of the driver', 'review', 'a new version of the driver'],
    [' it just as that driver does', 'pronoun', 'it'],
    [' make support for the TX9 panel', 'project', 'make support for the TX9 panel'],
    [' v3 now.', 'review', 'v3'],
    [' the comments of Jon', 'review', 'the comments of Jon'],
    [' addressing each of the comments', 'mending', 'addressing each of the comments'],
    [' a series to add support for the XJ900', 'project', 'a series to add support for the XJ900'],
    [' a series for the next window', 'review', 'a series for the next window'],
    [' some other drivers.', 'vague', 'some other drivers'],
    [' drivers.', 'vague', 'drivers'],
    [' this.', 'pronoun', 'this'],
    [' that driver currently', 'project', 'that driver'],
    [' implementing this in the AXI engine', 'project', 'implementing this in the AXI engine'],
    [' a new, really fast platform stack', 'project', 'a new, really fast platform stack'],
    [' Rust bindings for libvtool', 'project', 'Rust bindings for libvtool'],
    [' the bindings.', 'review', 'the bindings'],
    [' a Thinkpad with 16 GB', 'vague', 'a Thinkpad with 16 GB'],
    [' Coding Task 1', 'review', 'Coding Task 1'],
    ['', 'none', ''],
  ])('reads "%s" as %s', (rest, kind, phrase) => {
    expect(readObject(rest)).toMatchObject({ kind, phrase })
  })

  it('tells a thing only pointed at from one that is named', () => {
    expect(readObject(' this driver').pointing).toBe(true)
    expect(readObject(' the XJ900 driver').pointing).toBe(false)
  })
})

describe('readObjectBefore', () => {
  it.each([
    ['I tested it with the apx9306 driver which', 'the apx9306 driver'],
    ['Fine with the latest version of apx9306 driver which', 'apx9306 driver'],
    ['The SQ12 driver', 'The SQ12 driver'],
  ])('finds the thing at the end of "%s"', (before, phrase) => {
    expect(readObjectBefore(before).phrase).toBe(phrase)
  })
})

describe('names', () => {
  it.each(['adis16203', 'AD7294-2', 'MAX14001/MAX14002', '5603NJ'])('%s is a part number', (word) => {
    expect(isPartNumber(word)).toBe(true)
  })
  it.each([
    'v3',
    '2025',
    '32bit',
    'i2c',
    'x86_64',
    '4f67543bdeadbeef',
    'rc1',
    'foo_bar2',
    '100MHz',
    'driver',
  ])('%s is none', (word) => {
    expect(isPartNumber(word)).toBe(false)
  })
  it.each(['PVUSB', 'VirtIO', 'NetBSD', 'Xen'])('%s is a proper name', (word) => {
    expect(isProperName(word)).toBe(true)
  })
  it.each(['TODO', 'Monday', 'driver', 'I'])('%s is none', (word) => {
    expect(isProperName(word)).toBe(false)
  })
})
