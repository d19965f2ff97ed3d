/** What a commit did, in counts alone: kept with the upload, shown to the uploader, printed by `kith import`. */
export interface UploadSummary {
  /** read >= kept = empty + used + setAside, in rows of the file without its headers. */
  rows: { read: number; kept: number; empty: number; used: number; setAside: number }
  /** A submission is one participant's answers to one instrument at one wave. */
  submissions: { added: number; replaced: number; unchanged: number }
  /** Arms, dimension bands and attendance, one for each person and name. */
  attributes: { added: number; replaced: number; unchanged: number }
  participants: { total: number; matchedToOtherWave: number }
}
