import { textKey, textWords } from './textKey.ts'

const participant = new Set(
  [
    'id participant participantid participantcode participantnumber pid ppt pptid partid part subject subjectid subjectno sid',
    'subj subjid subjectcode pseudonym pseudonymid code codeword mycode studyid studyno recordid record memberid clientid',
    'caseid userid personid person uid anonymousid anonid respondentcode volunteerid kennung teilnehmer teilnehmercode',
    'teilnehmerid probandencode code participante idparticipante codeparticipant identifiant'
  ].flatMap((line) => line.split(' '))
)
const responseIds = new Set(
  'responseid respondentid submissionid uuid instanceid metainstanceid networkid collectorid entryid rownumber rowid'.split(
    ' '
  )
)
const waves = new Set(
  'wave time timepoint timepoints phase occasion assessment prepost prepostsurvey surveytype session stage period measurement visit event redcapeventname when zeitpunkt messzeitpunkt'.split(
    ' '
  )
)
const arms = new Set(
  'arm condition group treatment allocation trialarm studyarm studygroup intervention treatmentgroup assignment randomisation randomization bedingung gruppe'.split(
    ' '
  )
)
const attendance = new Set(
  'attendance sessions sessionsattended numberofsessions nsessions attended visits timesattended dose attendances'.split(
    ' '
  )
)
const dates = new Set(
  'date timestamp startdate enddate recordeddate submitdate submissiondate datesubmitted completiontime starttime datum surveydate responsedate datecompleted completedat createdat submissiontime enddateutc submitdateutc startdateutc'.split(
    ' '
  )
)
const dimensions = new Set(
  'gender sex age agegroup ageband yourage yourgender geschlecht alter rural region ethnicity'.split(' ')
)

/** What a column's name alone gives reason to believe; evidence of its cells must agree. */
export type NamedRole =
  | 'participant'
  | 'response-id'
  | 'wave'
  | 'arm'
  | 'attendance'
  | 'date'
  | 'program'
  | 'cohort'
  | 'dimension'
  | 'attention-check'
  | 'score'

/** Names under which a bare number is a time of measuring; a "stage" or an "event" may be anything. */
export function isTimeName(name: string): boolean {
  return /^(wave|time|timepoints?|occasion|measurement|assessment|messzeitpunkt|t)$/.test(textKey(name))
}

/** A day of birth is a date, yet never the date of a response. */
export function isBirthName(name: string): boolean {
  return / (dob|birth|birthday|birthdate|born|geburtstag|geburtsdatum|naissance|nacimiento) | date of birth /.test(
    textWords(name)
  )
}

/** How likely a date is the one of the response: the end of answering before its start. */
export function dateRank(name: string): number {
  const words = textWords(name)
  if (
    / (end|submit|submitted|submission|completion|completed|finished|recorded|abgeschickt|fertigstellungszeit) /.test(
      words
    )
  )
    return 3
  return / (start|started|created|startzeit) /.test(words) ? 1 : 2
}

export function namedRole(name: string): NamedRole | null {
  const key = textKey(name)
  const words = textWords(name)
  if (
    /attention check| attncheck| bogus item|(please )?(select|choose|tick|click) .*to show|(please|just) (select|choose|tick) (strongly|agree|often|never)/.test(
      words
    )
  )
    return 'attention-check'
  if (key === '' || responseIds.has(key)) return key === '' ? null : 'response-id'
  // KoboToolbox writes its own ids with a line before them; they count answers, not people.
  if (/^_+(id|uuid|index)$/i.test(name.trim())) return 'response-id'
  if (participant.has(key) || isPersonalCode(words)) return 'participant'
  if (waves.has(key)) return 'wave'
  if (arms.has(key)) return 'arm'
  if (attendance.has(key) || / (how many|number of) (sessions|meetings|visits|times) .*attend/.test(words))
    return 'attendance'
  if (dates.has(key)) return 'date'
  if (/^(program|programme|programname|site|club|project|centre|center|location)$/.test(key)) return 'program'
  if (/ (which|what) (program|programme|group|club|project|centre|center|site) (do|did|are|were|have) you /.test(words))
    return 'program'
  if (/^(cohort|term|intake|season|round|cohortname|semester)$/.test(key)) return 'cohort'
  if (dimensions.has(key.replace(/^\d+/, ''))) return 'dimension'
  return /(^|[\s_.\-a-z])(total|score|sum|mean|average)s?$/i.test(name.trim()) ? 'score' : null
}

/** "Your code", "Personal ID number", "What is your participant code?" */
function isPersonalCode(words: string): boolean {
  return (
    words.trim().split(' ').length <= 14 &&
    / (your|personal|participant|anonymous|unique|secret|study|member|client|self generated) (\w+ )?(id|code|codeword|identifier|pseudonym)s? /.test(
      words
    )
  )
}
