const signatures: readonly [kind: string, bytes: readonly number[], at?: number][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['sav', [0x24, 0x46, 0x4c, 0x32]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['heic', [0x66, 0x74, 0x79, 0x70], 4]
]

/** What a file is by its first bytes, where it is surely no table of text: png, pdf, xlsx ... Null otherwise. */
export function fileKind(head: Uint8Array): string | null {
  const found = signatures.find(([, bytes, at = 0]) => bytes.every((byte, place) => head[at + place] === byte))
  if (found) return found[0] === 'zip' && isWorkbook(head) ? 'xlsx' : found[0]
  const text = new TextDecoder('windows-1252')
    .decode(head.subarray(0, 200))
    .replace('ï»¿', '')
    .trimStart()
    .toLowerCase()
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'html'
  return text.startsWith('<?xml') ? 'xml' : null
}

/** An Office file is a zip whose first entry is the list of its parts. */
function isWorkbook(head: Uint8Array): boolean {
  const start = new TextDecoder('windows-1252').decode(head.subarray(0, 4096))
  return start.includes('[Content_Types].xml') || start.includes('xl/')
}
