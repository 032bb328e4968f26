// Small modules, one for all pages and one for the back office; without script one loses comfort, never content.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

const banners = {
  'italia.js': '/*! Bootstrap Italia 2.18.3, BSD-3-Clause, Presidenza del Consiglio dei Ministri */',
  'desk.js': '/*! Turndown 7.2.5 and turndown-plugin-gfm 1.0.2, MIT, Dom Christie */',
}

export function bundleScript(root, source, target) {
  const name = path.basename(target)
  buildSync({
    entryPoints: [path.join(root, source)],
    outfile: target,
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2020',
    legalComments: 'none',
    banner: { js: banners[name] },
  })
  return readFileSync(target, 'utf8')
}
