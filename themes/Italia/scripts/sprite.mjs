// The sprite holds only the icons named in icons/icons.json, and our own marks.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export function buildSprite(root, target) {
  const names = JSON.parse(readFileSync(path.join(root, 'icons/icons.json'), 'utf8'))
  const all = readFileSync(path.join(root, 'node_modules/bootstrap-italia/dist/svg/sprites.svg'), 'utf8')
  const own = readFileSync(path.join(root, 'icons/own.svg'), 'utf8')
  const symbols = names.map((name) => symbol(all, name)).concat(own.match(/<symbol[\s\S]*?<\/symbol>/g))
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`
  writeFileSync(target, sprite)
  return sprite
}

function symbol(all, name) {
  const found = all.match(new RegExp(`<symbol[^>]*id="${name}"[\\s\\S]*?</symbol>`))
  if (!found) throw new Error(`icons/icons.json names ${name}, which Bootstrap Italia does not have`)
  return found[0]
}
