// One stylesheet per variant: the same rules, with the values of the variant's own colours before them.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { transformSync } from 'esbuild'
import * as sass from 'sass'
import { nameColours, probes, valuesOf } from './colours.mjs'

const charset = '@charset "UTF-8";'
const licence = '/*! Bootstrap Italia 2.18.3, BSD-3-Clause, Presidenza del Consiglio dei Ministri */'

/** The rules without a region's colours, and the names that stand in the place of those. */
export function compileStylesheet(root) {
  const { css, tokens } = nameColours(probes.map((primary) => compile(root, primary)))
  return { css: transformSync(css, { loader: 'css', minify: true, target: 'es2020', legalComments: 'none' }).code.replace(charset, ''), tokens }
}

export function writeVariant({ css, tokens }, primary, target) {
  const text = `${charset}${licence}\n${valuesOf(tokens, primary)}${css}`
  writeFileSync(target, text)
  return text
}

function compile(root, { hue, saturation, brightness }) {
  const source = `$primary-h: ${hue};\n$primary-s: ${saturation};\n$primary-b: ${brightness};\n@import 'italia';\n`
  return sass.compileString(source, {
    style: 'expanded',
    loadPaths: [path.join(root, 'scss'), path.join(root, 'node_modules')],
    url: pathToFileURL(path.join(root, 'scss', 'region.scss')),
    // Bootstrap Italia 2 is written for Sass's older module rules; its warnings are not ours to fix.
    logger: sass.Logger.silent,
  }).css
}
