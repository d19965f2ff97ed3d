import * as m from '#lib/messages/generated/messages.js'
import type { Locale } from '#lib/messages/generated/runtime.js'
import type { ProblemCode } from '#lib/reading/problem.ts'

type Values = Record<string, string | number>
type Message = (values: Values, options: { locale?: Locale }) => string

/** The text of each problem; the compiler asks for one whenever a code is added. */
export const problemMessages: Record<ProblemCode, Message> = {
  'empty-file': (_values, options) => m.problem_empty_file({}, options),
  'header-only': (_values, options) => m.problem_header_only({}, options),
  'not-a-table': (values, options) => m.problem_not_a_table({ kind: values.kind ?? '' }, options),
  'nul-byte': (values, options) => m.problem_nul_byte({ byte: values.byte ?? '' }, options),
  'too-many-columns': (values, options) =>
    m.problem_too_many_columns({ columns: values.columns ?? '', limit: values.limit ?? '' }, options),
  'record-too-long': (values, options) => m.problem_record_too_long({ limit: values.limit ?? '' }, options),
  'unclosed-quote': (_values, options) => m.problem_unclosed_quote({}, options),
  'ragged-row': (values, options) =>
    m.problem_ragged_row({ cells: values.cells ?? '', expected: values.expected ?? '' }, options),
  'not-an-option': (values, options) =>
    m.problem_not_an_option({ options: values.options ?? '', value: values.value ?? '' }, options),
  'not-a-number': (values, options) => m.problem_not_a_number({ value: values.value ?? '' }, options),
  'out-of-range': (values, options) =>
    m.problem_out_of_range({ max: values.max ?? '', min: values.min ?? '', value: values.value ?? '' }, options),
  'no-participant': (_values, options) => m.problem_no_participant({}, options),
  'duplicate-participant': (values, options) => m.problem_duplicate_participant({ first: values.first ?? '' }, options),
  'unknown-wave': (values, options) => m.problem_unknown_wave({ value: values.value ?? '' }, options),
  'unknown-program': (values, options) => m.problem_unknown_program({ value: values.value ?? '' }, options),
  'unknown-cohort': (values, options) => m.problem_unknown_cohort({ value: values.value ?? '' }, options),
  'unknown-arm': (values, options) => m.problem_unknown_arm({ value: values.value ?? '' }, options),
  'not-a-date': (values, options) =>
    m.problem_not_a_date({ order: values.order ?? '', value: values.value ?? '' }, options),
  'missing-column': (values, options) => m.problem_missing_column({ name: values.name ?? '' }, options),
  'ambiguous-column': (values, options) =>
    m.problem_ambiguous_column({ count: values.count ?? '', name: values.name ?? '' }, options),
  'unknown-instrument': (values, options) =>
    m.problem_unknown_instrument({ instrument: values.instrument ?? '' }, options),
  'order-not-declared': (values, options) =>
    m.problem_order_not_declared({ instrument: values.instrument ?? '', orders: values.orders ?? '' }, options),
  'unknown-variant': (values, options) =>
    m.problem_unknown_variant({ instrument: values.instrument ?? '', variant: values.variant ?? '' }, options),
  'wrong-item-count': (values, options) =>
    m.problem_wrong_item_count(
      { expected: values.expected ?? '', given: values.given ?? '', instrument: values.instrument ?? '' },
      options
    ),
  'no-wave': (_values, options) => m.problem_no_wave({}, options),
  'instrument-twice': (values, options) => m.problem_instrument_twice({ instrument: values.instrument ?? '' }, options),
  'no-instruments': (_values, options) => m.problem_no_instruments({}, options),
  'no-program': (_values, options) => m.problem_no_program({}, options),
  'already-answered': (_values, options) => m.problem_already_answered({}, options),
  'conflicting-attribute': (values, options) => m.problem_conflicting_attribute({ name: values.name ?? '' }, options),
  'name-too-long': (values, options) => m.problem_name_too_long({ limit: values.limit ?? '' }, options),
  'nothing-used': (_values, options) => m.problem_nothing_used({}, options),
  'too-many-groups': (values, options) =>
    m.problem_too_many_groups({ count: values.count ?? '', limit: values.limit ?? '' }, options),
  'repeated-header': (values, options) =>
    m.problem_repeated_header({ count: values.count ?? '', name: values.name ?? '' }, options),
  'ambiguous-dates': (_values, options) => m.problem_ambiguous_dates({}, options),
  'nothing-recognised': (_values, options) => m.problem_nothing_recognised({}, options),
  'nobody-paired': (_values, options) => m.problem_nobody_paired({}, options),
  'invalid-bytes': (_values, options) => m.problem_invalid_bytes({}, options),
  'unfinished-responses': (values, options) =>
    m.problem_unfinished_responses({ count: Number(values.count ?? 0) }, options),
  'preview-responses': (values, options) => m.problem_preview_responses({ count: Number(values.count ?? 0) }, options),
  'ragged-rows': (values, options) =>
    m.problem_ragged_rows(
      { cells: values.cells ?? '', count: Number(values.count ?? 0), expected: values.expected ?? '' },
      options
    )
}
