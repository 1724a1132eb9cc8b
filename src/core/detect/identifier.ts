// Which words name a thing: part numbers and product names against versions, hashes, functions and plain words.
// In: one word. Out: whether it identifies something. Refuses nothing.

/** Versions, hashes, buses, widths and the like: digits that name no project. */
const NO_IDENTIFIER =
  /^(?:v?\d+(?:[.-]\S*)?|rc\d+|0x.*|x86(?:_64)?|arm(?:v\d\S*|64|32)|aarch64|amd64|s390x?|riscv(?:32|64)|ppc64\S*|i[3-6]86|win(?:dows)?\d+|usb\d|pcie\d|ddr\d|gen\d|i2c|i3c|\d+-?bits?|[0-9a-f]{10,40}|rfc\d*|patch\d*|q[1-4]|utf-?8|base64|c\d\d|c\+\+\d\d|\d+(?:st|nd|rd|th|k|m|g|mb|gb|khz|mhz|hz|ms|us|ns|v))$/i
const CODE_NAME = /\(\)$|^[a-z][a-z\d]*_[a-z_\d]+$|[A-Z]_[A-Z]/
const LETTERS_AND_DIGITS = /^(?=[\p{L}\d]*\p{L}{2})(?=\S*\d\S*\d)[\p{L}\d][\p{L}\d_/-]{3,}$/u

/** "blktap3", "vhost2": a name that ends in one digit; "patch3" and "step2" are none. */
const NAME_AND_DIGIT =
  /^(?!(?:patch|version|test|task|step|part|week|phase|option|question|point|case|file|section|page|type|line|note|comment|round|level|chapter|linux|appendix)\d)\p{L}{4,}\d$/iu

/** A part number: letters with digits ("zqis16203", "ZQ7294-2"); no version, hash or function. */
export function isPartNumber(word: string): boolean {
  const bare = word.replace(/[.,'/-]+$/, '')
  return (
    (LETTERS_AND_DIGITS.test(bare) || NAME_AND_DIGIT.test(bare)) &&
    !NO_IDENTIFIER.test(bare) &&
    !CODE_NAME.test(bare)
  )
}

const PROPER = /^(?:[A-Z][a-z]*[A-Z][\w-]*|[A-Z]{2,}[\w-]*|[A-Z][a-z]{2,}(?:-\w+)*|[a-z][A-Z]{2,}\w*)$/
const NO_PROPER =
  /^(?:TODO|FYI|RFC|PATCH|LKML|IMO|IMHO|BTW|CI|PR|MR|IRC|CC|DT|ABI|WIP|OK|ASAP|HEAD|GPL|USA|EU|UK|I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Sure|Yes|Hi|Thanks)$/

/** A name by its capitals: "PVUSB", "VirtIO", "NetBSD", "Xen". */
export function isProperName(word: string): boolean {
  return PROPER.test(word) && !NO_PROPER.test(word)
}
