// One stylesheet per variant: the same sources behind each region's own colour.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { transformSync } from 'esbuild'
import * as sass from 'sass'

export function compileVariant(root, name, { hue, saturation, brightness }, target) {
  const source = `$primary-h: ${hue};\n$primary-s: ${saturation};\n$primary-b: ${brightness};\n@import 'italia';\n`
  const { css } = sass.compileString(source, {
    style: 'expanded',
    loadPaths: [path.join(root, 'scss'), path.join(root, 'node_modules')],
    url: pathToFileURL(path.join(root, 'scss', `${name}.scss`)),
    // Bootstrap Italia 2 is written for Sass's older module rules; its warnings are not ours to fix.
    logger: sass.Logger.silent,
  })
  const minified = transformSync(css, { loader: 'css', minify: true, target: 'es2020', legalComments: 'none' }).code
  const licence = '/*! Bootstrap Italia 2.18.3, BSD-3-Clause, Presidenza del Consiglio dei Ministri */\n'
  writeFileSync(target, licence + minified)
  return minified
}
