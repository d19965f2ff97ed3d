/** A file's bytes, readable from the start as often as needed: a file on disk, an encrypted spool, a test's array. */
export type ByteSource = () => AsyncIterable<Uint8Array>
