import type { Browser } from 'playwright-core'

/**
 * How much of two pictures looks different, from 0 to 1: the share of squares of 4 by 4 px whose average colour differs
 * by more than a tenth in some channel. Smoothed edges vanish in the averages; a mark that is missing, moved or of
 * another colour does not. Pictures of different sizes are compared where they overlap, and the rest counts as
 * different. The browser decodes them, so no package has to.
 */
export async function differentShare(browser: Browser, one: Uint8Array, other: Uint8Array): Promise<number> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(
      async (pictures) => {
        const cell = 4
        const images = await Promise.all(
          pictures.map(async (base64) => {
            const image = new Image()
            image.src = `data:image/png;base64,${base64}`
            await image.decode()
            return image
          })
        )
        const width = Math.max(...images.map((image) => image.width))
        const height = Math.max(...images.map((image) => image.height))
        const columns = Math.ceil(width / cell)
        const rows = Math.ceil(height / cell)
        const averages = images.map((image) => {
          const canvas = new OffscreenCanvas(width, height)
          const context = canvas.getContext('2d')
          if (!context) throw new Error('no canvas')
          context.drawImage(image, 0, 0)
          const { data } = context.getImageData(0, 0, width, height)
          const sums = new Float64Array(columns * rows * 4)
          for (let place = 0; place < data.length; place++) {
            const pixel = place >> 2
            const square = Math.floor(Math.floor(pixel / width) / cell) * columns + Math.floor((pixel % width) / cell)
            const at = square * 4 + (place & 3)
            sums[at] = (sums[at] ?? 0) + (data[place] ?? 0)
          }
          return sums.map((sum) => sum / (cell * cell))
        })
        let different = 0
        for (let square = 0; square < columns * rows; square++) {
          const apart = [0, 1, 2, 3].some((channel) => {
            const [a = 0, b = 0] = averages.map((sums) => sums[square * 4 + channel] ?? 0)
            return Math.abs(a - b) > 25.5
          })
          if (apart) different++
        }
        return different / (columns * rows)
      },
      [one, other].map((bytes) => Buffer.from(bytes).toString('base64'))
    )
  } finally {
    await page.close()
  }
}
