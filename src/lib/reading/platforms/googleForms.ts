import { textKey } from '../textKey.ts'
import type { SurveyPlatform } from './platform.ts'

/** "Timestamp" in the languages in which the first column was seen or is documented. */
const timestamps = [
  'Timestamp',
  'Zeitstempel',
  'Horodateur',
  'Marca temporal',
  'Carimbo de data/hora',
  'Informazioni cronologiche',
  'Tijdstempel',
  'Tidstämpel',
  'Tidsstempel',
  'Tidsmerke',
  'Aikaleima',
  'Sygnatura czasowa',
  'Časová značka',
  'Zaman damgası',
  'Отметка времени',
  'Позначка часу',
  'طابع زمني',
  'タイムスタンプ',
  '타임스탬프',
  '时间戳记',
  '時間戳記'
].map(textKey)

/** Google Forms: one header row with the question texts, after a first column with the time of answering. */
export const googleForms: SurveyPlatform = {
  id: 'google-forms',
  own: {
    ...Object.fromEntries(timestamps.map((name) => [name, { role: 'date', rank: 3 } as const])),
    emailaddress: { role: 'personal', personal: 'email' },
    username: { role: 'personal', personal: 'email' }
  },
  recognise(head) {
    const name = head[0]?.[0]?.trim() ?? ''
    if (!timestamps.includes(textKey(name))) return null
    const times = head.slice(1).map((record) => record[0]?.trim() ?? '')
    if (times.some((time) => time !== '' && !/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\D/.test(`${time} `))) return null
    return { confidence: 0.9, headerRows: 1, reason: { code: 'platform-google-forms', values: { name } } }
  },
  headerRoles: () => ({ name: 0, question: 0 })
}
