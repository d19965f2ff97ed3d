import * as m from '#lib/messages/generated/messages.js'

export interface Preset {
  /** As an address names it. */
  id: string
  name: string
  ordered: boolean
  bands: string[]
}

/** What most organisations compare by, in bands wide enough for small programs. */
export function presets(): Preset[] {
  return [
    {
      id: 'age',
      name: m.organisation_preset_age(),
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
      ordered: false,
      bands: [m.organisation_preset_gender_1(), m.organisation_preset_gender_2(), m.organisation_preset_gender_3()]
    },
    {
      id: 'area',
      name: m.organisation_preset_area(),
      ordered: true,
      bands: [m.organisation_preset_area_1(), m.organisation_preset_area_2()]
    }
  ]
}
