import * as m from '#lib/messages/generated/messages.js'

export interface Preset {
  /** As an address names it. */
  id: string
  name: string
  /** What the button says that adds it. */
  add: string
  ordered: boolean
  bands: string[]
}

/** What most organisations compare by, in bands wide enough for small programs. */
export function presets(): Preset[] {
  return [
    {
      id: 'age',
      name: m.organisation_preset_age(),
      add: m.organisation_preset_age_add(),
      ordered: true,
      bands: [
        m.organisation_preset_age_1(),
        m.organisation_preset_age_2(),
        m.organisation_preset_age_3(),
        m.organisation_preset_age_4()
      ]
    },
    {
      id: 'gender',
      name: m.organisation_preset_gender(),
      add: m.organisation_preset_gender_add(),
      ordered: false,
      bands: [m.organisation_preset_gender_1(), m.organisation_preset_gender_2(), m.organisation_preset_gender_3()]
    },
    {
      id: 'area',
      name: m.organisation_preset_area(),
      add: m.organisation_preset_area_add(),
      ordered: true,
      bands: [m.organisation_preset_area_1(), m.organisation_preset_area_2()]
    }
  ]
}
