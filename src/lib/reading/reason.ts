/** Why Kith believes something of a file. The text is made from `code` and `values` by the messages (reason_<code>). */
export interface Reason {
  code: ReasonCode
  values: Record<string, string | number>
}

export type ReasonCode =
  // a platform
  | 'platform-plain'
  | 'platform-no-header'
  | 'platform-google-forms' // values: name
  | 'platform-qualtrics-import-ids' // values: row
  | 'platform-qualtrics-names' // values: names
  // a column
  | 'participant-name' // values: name
  | 'participant-external-reference'
  | 'row-number'
  | 'response-id' // values: platform
  | 'wave-values' // values: values
  | 'wave-name' // values: name, values
  | 'date-name' // values: name
  | 'date-values'
  | 'status-platform' // values: platform
  | 'arm-values' // values: values
  | 'attendance-name' // values: name
  | 'program-name' // values: name
  | 'cohort-name' // values: name
  | 'dimension-name' // values: name
  | 'personal-name' // values: kind
  | 'personal-values' // values: kind
  | 'score-name' // values: name
  | 'score-beside-items' // values: name, stem
  | 'attention-check'
  | 'comment-long'
  | 'item' // values: instrument
  | 'total' // values: instrument
  | 'empty-column'
  | 'nothing-known'
  // an instrument
  | 'instrument-names' // values: first, last
  | 'instrument-names-and-wave' // values: first, last, wave
  | 'instrument-text' // values: first, last
  | 'instrument-text-and-wave' // values: first, last, wave
  | 'instrument-asked-twice' // values: first, last, text, other
  | 'instrument-total' // values: name
