// Whether text in a variant's colour can be read: WCAG 2.2, success criterion 1.4.3 (4.5:1).
// The pairs are the ones that scss/parts uses: --bs-primary, --hub-deep, --hub-tint, --hub-tint-strong. The settings page of
// the colour checks the same ones, in src/Hub.Web/Appearance/Contrast.cs.
import { fromHsb } from './colours.mjs'

const least = 4.5

export function contrastProblems(name, { hue, saturation, brightness }) {
  const primary = fromHsb(hue, saturation, brightness)
  const deep = fromHsb(hue, saturation, brightness * 0.75)
  const white = [255, 255, 255]
  const tint = (part) => white.map((channel, i) => channel * (1 - part) + primary[i] * part)
  const pairs = {
    'text on white': [primary, white],
    'white on the primary': [white, primary],
    'text on the tint': [primary, tint(0.07)],
    'deep text on the strong tint': [deep, tint(0.16)],
    'white on the deep shade': [white, deep],
    'muted text on the strong tint': [fromHsb(hue, 100, 100).map((channel) => 0.0456 * channel + 91.1), tint(0.16)],
  }
  return Object.entries(pairs)
    .map(([what, [front, back]]) => [what, contrast(front, back)])
    .filter(([, ratio]) => ratio < least)
    .map(([what, ratio]) => `${name}: ${what} has a contrast of ${ratio.toFixed(2)}:1, at least ${least}:1 is needed; darken it in variants.json`)
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
