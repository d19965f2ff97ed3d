import fontUrl from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import type { ChartPicture } from './chartPicture.ts'

export type PictureFormat = 'svg' | 'png'

/** Gives the reader a chart as a file, made in the browser out of what the page shows; nothing is asked of a server. */
export async function savePicture(picture: ChartPicture, title: string, format: PictureFormat): Promise<void> {
  const svg = picture.svg(await fontFace())
  const file = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await png(svg, picture)
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = `${fileName(title)}.${format}`
  link.click()
  // The browser has taken hold of the file by the end of this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The typeface travels inside the file; where it cannot be had, the names of its fallbacks do. */
async function fontFace(): Promise<string | undefined> {
  const response = await fetch(fontUrl).catch(() => undefined)
  if (!response?.ok) return undefined
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `@font-face{font-family:'Atkinson Hyperlegible Next Variable';font-weight:200 800;src:url(data:font/woff2;base64,${btoa(text)}) format('woff2')}text{font-variant-numeric:tabular-nums}`
}

/** At twice its size, so that it is sharp in a report. */
async function png(svg: string, { width, height }: ChartPicture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = 2 * width
  canvas.height = 2 * height
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))), 'image/png')
  )
}

function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, 8).join('-') || 'chart'
}
