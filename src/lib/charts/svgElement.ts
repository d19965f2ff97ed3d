type Attributes = Record<string, string | number | undefined>

/** An element of a picture as text. Attributes are escaped; `children` are elements already, or text by `svgText`. */
export function svgElement(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(typeof value === 'number' ? String(Number(value.toFixed(2))) : (value ?? ''))}"`
    )
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** A line of text with its attributes. */
export function svgText(text: string, attributes: Attributes): string {
  return svgElement('text', attributes, [escaped(text)])
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter)
}
