// One small module for all pages; readers without script lose comfort, never content.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

export function bundleScript(root, target) {
  buildSync({
    entryPoints: [path.join(root, 'js/italia.js')],
    outfile: target,
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2020',
    legalComments: 'none',
    banner: { js: '/*! Bootstrap Italia 2.18.3, BSD-3-Clause, Presidenza del Consiglio dei Ministri */' },
  })
  return readFileSync(target, 'utf8')
}
