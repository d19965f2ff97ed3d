import { mount } from 'svelte'
import '#lib/ui/base.css'
import { releasedExample } from '#lib/server/releases/releasedExample.ts'
import { exampleRelease, examples } from '../../../src/routes/charts/examples.ts'
import Gallery from './Gallery.svelte'

const wanted = new URLSearchParams(location.search)
const release = releasedExample(exampleRelease)
const outcome = release.outcomes[examples.findIndex(({ name }) => name === wanted.get('state'))]
if (!outcome) throw new Error(`no example is called "${wanted.get('state')}"`)
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light'
document.documentElement.dir = wanted.get('direction') ?? 'ltr'
mount(Gallery, { target: document.body, props: { outcome, release } })
