// Gives names to the colours of a compiled stylesheet that follow from the region's primary colour, so that another
// primary is another set of values and not another compilation.
// Such a colour is always `factor · base + grey`, channel by channel, where the base is the primary itself or the pure
// colour of its hue: shades, tints and tinted greys all are. The factors are found by compiling with two primaries and
// proved with a third; a colour that fits neither base stops the build.
const literal = /#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]*\)|(?<=-rgb:\s*)\d[\d.]*,\s*[\d.]+,\s*[\d.]+/gi
const tolerance = 0.75 // of 255, as much as rounding to whole channels costs

/** Primaries that share no channel, so that no two rules give the same colour for all of them by chance. */
export const probes = [
  { hue: 37, saturation: 71, brightness: 53 },
  { hue: 211, saturation: 93, brightness: 61 },
  { hue: 318, saturation: 47, brightness: 44 },
]

/** @param sheets the same stylesheet, compiled with each of the probes */
export function nameColours(sheets) {
  const found = sheets.map((css) => [...css.matchAll(literal)])
  if (found.some((matches) => matches.length !== found[0].length)) throw new Error('the primary colour changes more than colours')
  const tokens = []
  let out = ''
  let at = 0
  for (const [index, match] of found[0].entries()) {
    const same = found.map((matches) => matches[index][0])
    if (same.every((text) => text === same[0])) continue
    const token = rule(same.map(parse), same)
    const isTriple = !/^[#rh]/i.test(same[0])
    const known = tokens.find((each) => each.base === token.base && each.factor === token.factor && each.grey === token.grey && each.alpha === token.alpha && each.isTriple === isTriple)
    const name = known?.name ?? `--hub-${isTriple ? 'rgb' : 'c'}${tokens.length + 1}`
    if (!known) tokens.push({ name, ...token, isTriple })
    out += sheets[0].slice(at, match.index) + `var(${name})`
    at = match.index + match[0].length
  }
  return { css: out + sheets[0].slice(at), tokens }
}

/** The values of the tokens for one primary, as a rule for the whole page. */
export function valuesOf(tokens, { hue, saturation, brightness }) {
  const primary = fromHsb(hue, saturation, brightness)
  const pure = fromHsb(hue, 100, 100)
  return `:root{${tokens.map((token) => `${token.name}:${write(token, token.base === 'hue' ? pure : primary)}`).join(';')}}`
}

export function fromHsb(hue, saturation, brightness) {
  const s = saturation / 100
  const v = brightness / 100
  return [5, 3, 1].map((n) => {
    const k = (n + hue / 60) % 6
    return 255 * (v - v * s * Math.max(0, Math.min(k, 4 - k, 1)))
  })
}

function write({ factor, grey, alpha, isTriple }, base) {
  const channels = base.map((channel) => Math.round(Math.min(255, Math.max(0, factor * channel + grey))))
  if (isTriple) return channels.join(',')
  const hex = channels.concat(alpha < 1 ? [Math.round(alpha * 255)] : [])
  return '#' + hex.map((channel) => channel.toString(16).padStart(2, '0')).join('')
}

function rule(colours, texts) {
  const { alpha } = colours[0]
  for (const [base, of] of [['primary', ({ hue, saturation, brightness }) => fromHsb(hue, saturation, brightness)], ['hue', ({ hue }) => fromHsb(hue, 100, 100)]]) {
    const bases = probes.map(of)
    const fitted = fit(bases.slice(0, 2).flat(), colours.slice(0, 2).flatMap((colour) => colour.rgb))
    for (const digits of [1, 2, 3]) {
      const factor = Number(fitted.factor.toFixed(digits))
      const grey = Math.round((fitted.grey + (fitted.factor - factor) * fitted.middle) * 10) / 10 || 0
      const worst = Math.max(...bases.flatMap((channels, i) => channels.map((channel, j) => Math.abs(factor * channel + grey - colours[i].rgb[j]))))
      if (worst <= tolerance) return { base, factor, grey, alpha: Math.round(alpha * 100) / 100 }
    }
  }
  throw new Error(`${texts.join(' / ')} follows from the primary colour in a way that the build can't name; set it in scss/_settings.scss or scss/_tokens.scss`)
}

/** Least squares of `y = factor · x + grey`. */
function fit(xs, ys) {
  const n = xs.length
  const [x, y] = [xs, ys].map((values) => values.reduce((sum, value) => sum + value, 0) / n)
  const factor = xs.reduce((sum, value, i) => sum + (value - x) * (ys[i] - y), 0) / xs.reduce((sum, value) => sum + (value - x) ** 2, 0)
  return { factor, grey: y - factor * x, middle: x }
}

function parse(text) {
  if (text.startsWith('#')) {
    const hex = text.length < 6 ? [...text.slice(1)].map((digit) => digit + digit) : text.slice(1).match(/../g)
    const [r, g, b, a = 255] = hex.map((pair) => parseInt(pair, 16))
    return { rgb: [r, g, b], alpha: a / 255 }
  }
  const numbers = text.match(/[\d.]+%?/g)
  const alpha = numbers[3] === undefined ? 1 : numbers[3].endsWith('%') ? parseFloat(numbers[3]) / 100 : Number(numbers[3])
  if (!/^hsl/i.test(text)) return { rgb: numbers.slice(0, 3).map((part) => (part.endsWith('%') ? parseFloat(part) * 2.55 : Number(part))), alpha }
  const [h, s, l] = numbers.map(parseFloat)
  const reach = (s / 100) * Math.min(l / 100, 1 - l / 100)
  return { rgb: [0, 8, 4].map((n) => 255 * (l / 100 - reach * Math.max(-1, Math.min(((n + h / 30) % 12) - 3, 9 - ((n + h / 30) % 12), 1)))), alpha }
}
