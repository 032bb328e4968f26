// Builds everything under wwwroot/ that is not written by hand: `node build.mjs` after `npm ci`.
// Fails when a variant's colour is hard to read or a file outgrows its budget.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { contrastProblems } from './scripts/contrast.mjs'
import { copyFonts } from './scripts/fonts.mjs'
import { bundleScript } from './scripts/script.mjs'
import { buildSprite } from './scripts/sprite.mjs'
import { compileVariant } from './scripts/stylesheets.mjs'

const budgets = { stylesheet: 50_000, script: 20_000, sprite: 15_000 } // bytes after gzip

const root = path.dirname(fileURLToPath(import.meta.url))
const out = (...parts) => path.join(root, 'wwwroot', ...parts)
const variants = JSON.parse(readFileSync(path.join(root, 'variants.json'), 'utf8'))
const problems = []

for (const folder of ['css', 'js', 'svg', 'fonts']) {
  rmSync(out(folder), { recursive: true, force: true })
  mkdirSync(out(folder), { recursive: true })
}

for (const [name, colour] of Object.entries(variants)) {
  problems.push(...contrastProblems(name, colour))
  const css = compileVariant(root, name, colour, out('css', `italia-${name}.css`))
  if (/#06c\b|#0066cc/i.test(css)) problems.push(`${name}: the stylesheet holds #0066CC, which is reserved for central administrations`)
  weigh(`css/italia-${name}.css`, css, budgets.stylesheet)
}
weigh('js/italia.js', bundleScript(root, 'js/italia.js', out('js', 'italia.js')), budgets.script)
weigh('js/desk.js', bundleScript(root, 'js/desk/desk.js', out('js', 'desk.js')), budgets.script)
weigh('svg/sprites.svg', buildSprite(root, out('svg', 'sprites.svg')), budgets.sprite)
copyFonts(root, out())

if (problems.length > 0) {
  console.error(problems.map((problem) => `error: ${problem}`).join('\n'))
  process.exit(1)
}

function weigh(name, text, budget) {
  const size = gzipSync(text).length
  console.log(`${name.padEnd(32)} ${String(text.length).padStart(7)} bytes, ${String(size).padStart(6)} gzip`)
  if (size > budget) problems.push(`${name} weighs ${size} bytes after gzip, over its budget of ${budget}`)
}
