// Self-hosted Titillium Web in the four cuts that the pages use, with its licence.
import { copyFileSync } from 'node:fs'
import path from 'node:path'

const cuts = { regular: '400', italic: '400-italic', 600: '600', 700: '700' }

export function copyFonts(root, wwwroot) {
  const source = path.join(root, 'node_modules/bootstrap-italia/dist/fonts/Titillium_Web')
  for (const [cut, name] of Object.entries(cuts)) {
    const file = `titillium-web-v10-latin-ext_latin-${cut}.woff2`
    copyFileSync(path.join(source, file), path.join(wwwroot, 'fonts', `titillium-web-${name}.woff2`))
  }
  copyFileSync(path.join(source, 'OFL.txt'), path.join(wwwroot, 'fonts', 'titillium-web-OFL.txt'))
  copyFileSync(path.join(root, 'fonts/fonts.css'), path.join(wwwroot, 'css', 'fonts.css'))
}
