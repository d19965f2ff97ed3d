import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import type { ReasonCode } from '#lib/reading/reason.ts'

type Values = Record<string, string | number>
type Message = (values: Values, options: { locale?: Locale }) => string

/** The text of each reason; the compiler asks for one whenever a code is added. */
export const reasonMessages: Record<ReasonCode, Message> = {
  'platform-plain': (_values, options) => m.reason_platform_plain({}, options),
  'platform-no-header': (_values, options) => m.reason_platform_no_header({}, options),
  'platform-google-forms': (values, options) => m.reason_platform_google_forms({ name: values.name ?? '' }, options),
  'platform-qualtrics-import-ids': (values, options) =>
    m.reason_platform_qualtrics_import_ids({ row: values.row ?? '' }, options),
  'platform-qualtrics-names': (values, options) =>
    m.reason_platform_qualtrics_names({ names: values.names ?? '' }, options),
  'participant-name': (values, options) => m.reason_participant_name({ name: values.name ?? '' }, options),
  'participant-external-reference': (_values, options) => m.reason_participant_external_reference({}, options),
  'row-number': (_values, options) => m.reason_row_number({}, options),
  'response-id': (values, options) => m.reason_response_id({ platform: values.platform ?? '' }, options),
  'wave-values': (values, options) => m.reason_wave_values({ values: values.values ?? '' }, options),
  'wave-name': (values, options) =>
    m.reason_wave_name({ name: values.name ?? '', values: values.values ?? '' }, options),
  'date-name': (values, options) => m.reason_date_name({ name: values.name ?? '' }, options),
  'date-values': (_values, options) => m.reason_date_values({}, options),
  'status-platform': (values, options) => m.reason_status_platform({ platform: values.platform ?? '' }, options),
  'arm-values': (values, options) => m.reason_arm_values({ values: values.values ?? '' }, options),
  'attendance-name': (values, options) => m.reason_attendance_name({ name: values.name ?? '' }, options),
  'program-name': (values, options) => m.reason_program_name({ name: values.name ?? '' }, options),
  'cohort-name': (values, options) => m.reason_cohort_name({ name: values.name ?? '' }, options),
  'dimension-name': (values, options) => m.reason_dimension_name({ name: values.name ?? '' }, options),
  'personal-name': (values, options) => m.reason_personal_name({ kind: values.kind ?? '' }, options),
  'personal-values': (values, options) => m.reason_personal_values({ kind: values.kind ?? '' }, options),
  'score-name': (values, options) => m.reason_score_name({ name: values.name ?? '' }, options),
  'score-beside-items': (values, options) =>
    m.reason_score_beside_items({ name: values.name ?? '', stem: values.stem ?? '' }, options),
  'attention-check': (_values, options) => m.reason_attention_check({}, options),
  'comment-long': (_values, options) => m.reason_comment_long({}, options),
  item: (values, options) => m.reason_item({ instrument: values.instrument ?? '' }, options),
  total: (values, options) => m.reason_total({ instrument: values.instrument ?? '' }, options),
  'empty-column': (_values, options) => m.reason_empty_column({}, options),
  'nothing-known': (_values, options) => m.reason_nothing_known({}, options),
  'instrument-names': (values, options) =>
    m.reason_instrument_names({ first: values.first ?? '', last: values.last ?? '' }, options),
  'instrument-names-and-wave': (values, options) =>
    m.reason_instrument_names_and_wave(
      { first: values.first ?? '', last: values.last ?? '', wave: values.wave ?? '' },
      options
    ),
  'instrument-text': (values, options) =>
    m.reason_instrument_text({ first: values.first ?? '', last: values.last ?? '' }, options),
  'instrument-text-and-wave': (values, options) =>
    m.reason_instrument_text_and_wave(
      { first: values.first ?? '', last: values.last ?? '', wave: values.wave ?? '' },
      options
    ),
  'instrument-asked-twice': (values, options) =>
    m.reason_instrument_asked_twice(
      {
        first: values.first ?? '',
        last: values.last ?? '',
        other: values.other ?? '',
        text: values.text ?? '',
        wave: values.wave ?? ''
      },
      options
    ),
  'instrument-total': (values, options) => m.reason_instrument_total({ name: values.name ?? '' }, options)
}
