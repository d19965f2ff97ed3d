import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import ChangeChart from '#lib/charts/ChangeChart.svelte'
import DistributionChart from '#lib/charts/DistributionChart.svelte'
import Out100Chart from '#lib/charts/Out100Chart.svelte'
import OutcomeSection from '#lib/charts/OutcomeSection.svelte'
import type { Outcome } from '#lib/domain/privacy/release.ts'
import { releasedExample } from '#lib/server/releases/releasedExample.ts'
import { exampleRelease, examples } from '../../src/routes/charts/examples.ts'

const publication = { audience: 'team' as const, publishedOn: '2026-11-14', version: 7, fewestPeople: 5 }

function released(outcome: Outcome) {
  const [only] = releasedExample({ ...exampleRelease, outcomes: [outcome] }).outcomes
  if (!only) throw new Error('the example has no outcome')
  return { outcome: only, panel: only.pairs[0] }
}

function example(name: string) {
  const found = examples.find((one) => one.name === name)
  if (!found) throw new Error(`no example is called "${name}"`)
  return released(found.outcome)
}

/** What is read aloud and seen, without tags. */
function text(html: string): string {
  const bare = html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<[^>]+>/g, ' ')
  return bare.replaceAll(/\s+/g, ' ')
}

function description(html: string): string | undefined {
  return /<desc[^>]*>(.*?)<\/desc>/s.exec(html)?.[1]?.replaceAll(/<!--.*?-->/gs, '')
}

describe('ChangeChart', () => {
  const clear = example('Lower is better, and clear')

  it("tells the guide's own example in the guide's own words", () => {
    const { body } = render(ChangeChart, { props: { ...clear, publication, who: 'who', title: 'Loneliness fell' } })
    expect(description(body)).toBe(
      'Before-and-after chart. Average loneliness went from 6.1 to 5.2 on a 3 to 9 scale: 0.9 lower, better. 95% CI 0.4 to 1.4. 41 people.'
    )
  })

  it('is a figure whose drawing is named by its title and described', () => {
    const { body } = render(ChangeChart, { props: { ...clear, publication, who: 'who', title: 'Loneliness fell' } })
    const drawing = /<svg[^>]*role="img"[^>]*>/.exec(body)?.[0] ?? ''
    const [, title] = /aria-labelledby="([^"]+)"/.exec(drawing) ?? []
    const [, described] = /aria-describedby="([^"]+)"/.exec(drawing) ?? []
    expect(body).toContain(`<p id="${title}"`)
    expect(body).toContain(`<desc id="${described}"`)
    expect(body).toMatch(/<figure[^>]*>\s*(<!--.*?-->)?\s*<figcaption/)
  })

  it('says a rounded count of people as about', () => {
    const { body } = render(ChangeChart, {
      props: {
        ...clear,
        publication: { ...publication, audience: 'shared' as const },
        who: 'who',
        title: 'Loneliness fell'
      }
    })
    expect(description(body)).toContain('about 41 people.')
  })

  it('writes minus as a minus and two decimals on a scale whose range is under six', () => {
    const { body } = render(ChangeChart, {
      props: { ...example('Long names, two decimals'), publication, who: 'who', title: 'Resilience rose' }
    })
    expect(text(body)).toContain('after 3.57')
    expect(text(body)).toContain('+0.45')
    expect(text(body)).toContain('\u22122')
    expect(text(body)).not.toMatch(/ -\d/)
  })

  it('needs no style attribute, which the pages refuse', () => {
    for (const { outcome } of examples) {
      const { body } = render(OutcomeSection, { props: { outcome: released(outcome).outcome, publication } })
      expect(body).not.toMatch(/<[^>]*\sstyle=/)
    }
  })
})

describe('Out100Chart', () => {
  it("tells the guide's own example in the guide's own words", () => {
    const { body } = render(Out100Chart, {
      props: { ...example('Lower is better, and clear'), publication, who: 'who' }
    })
    expect(description(body)).toBe('100 marks stand for 41 people: 34 better, 56 no reliable change, 10 worse.')
    expect(text(body)).toContain('Out of 100 people, 34 got better, 56 showed no reliable change and 10 got worse.')
  })

  it('never says reliable where any move counts', () => {
    const { body } = render(Out100Chart, { props: { ...example('Unclear, 0 to 30'), publication, who: 'who' } })
    expect(text(body)).toContain('31 did not change')
    expect(text(body)).not.toContain('reliable')
  })

  it('says nearly all by the least it may be, and no other share', () => {
    const { body } = render(Out100Chart, { props: { ...example('At the right end'), publication, who: 'who' } })
    expect(text(body)).toContain('Nearly all (at least 75%) got better.')
    expect(text(body)).not.toMatch(/\b25\b|100%/)
  })
})

describe('DistributionChart', () => {
  const clear = { ...example('Lower is better, and clear'), publication, who: 'who' }

  it("tells its bands in the guide's own words, from the worse end of the scale to the better", () => {
    const { body } = render(DistributionChart, { props: clear })
    expect(description(body)).toMatch(
      /^Mirrored bars\. Score 9: 10% before, 6% after\. Score 8: 13% before, 8% after\. /
    )
    expect(description(body)).toMatch(/Score 3: 8% before, 15% after\. 41 people\.$/)
  })

  it('names joined scores from their lowest to their highest, and says that they are counted together', () => {
    const { body } = render(DistributionChart, { props: { ...clear, ...example('Neighbouring scores joined') } })
    expect(description(body)).toContain('Scores 3–4: 22% before, 34% after.')
    expect(text(body)).toContain('counted together')
  })

  it('says nothing of joining where every band is as wide as the others', () => {
    expect(text(render(DistributionChart, { props: clear }).body)).not.toContain('counted together')
  })
})

describe('the points of a chart', () => {
  it('are links to who is counted, each named by a whole sentence, outside of the drawing', () => {
    const { body } = render(OutcomeSection, {
      props: { outcome: example('Lower is better, and clear').outcome, publication }
    })
    const links = [...body.matchAll(/<a[^>]*href="#([^"]+)"[^>]*>(.*?)<\/a>/gs)]
    expect(links).toHaveLength(3 + 3 + 7)
    for (const [, target = '', content = ''] of links) {
      expect(body).toMatch(new RegExp(`<details[^>]*>(?:(?!</details>).)*id="${target}"`, 's'))
      expect(text(content)).toMatch(/[.] $/)
    }
    for (const [drawing] of body.matchAll(/<svg[^>]*role="img".*?<desc.*?<\/g><\/svg>/gs))
      expect(drawing).not.toContain('<a')
  })

  it('are tab stops of their own before any script runs', () => {
    const { body } = render(ChangeChart, {
      props: { ...example('Lower is better, and clear'), publication, who: 'who', title: 'Loneliness fell' }
    })
    expect(body).not.toContain('tabindex="-1"')
  })
})

describe('what is withheld', () => {
  it('shows the one sentence, and no figure, in picture and table alike', () => {
    const { body } = render(OutcomeSection, { props: { outcome: example('Withheld').outcome, publication } })
    const figures = body.match(/<figure.*?<\/figure>/gs) ?? []
    expect(figures).toHaveLength(3)
    for (const figure of figures) {
      expect(text(figure).match(/Not shown, to protect people’s privacy\./g)?.length).toBeGreaterThanOrEqual(2)
      expect(text(figure).replaceAll('100', '')).not.toMatch(/\d/)
    }
  })

  it('is not said of answers that nobody can match, where nothing is hidden', () => {
    const { body } = render(OutcomeSection, {
      props: { outcome: example('Nobody can be matched').outcome, publication }
    })
    expect(text(body)).toContain('These answers cannot be matched person by person, so no change is shown.')
    expect(text(body)).not.toContain('privacy')
    expect(text(body)).toContain('62 people')
  })

  it('has nothing to hide while nobody has answered twice', () => {
    const { body } = render(OutcomeSection, { props: { outcome: example('Waiting').outcome, publication } })
    expect(text(body)).toContain('Results appear when enough people have answered both times.')
  })
})
