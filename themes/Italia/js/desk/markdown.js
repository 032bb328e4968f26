// A toolbar over a plain text area: whoever knows no Markdown presses buttons, whoever does just types. What is pasted
// from Word or a web page becomes Markdown; pictures are dropped or pasted into the text.
import { toMarkdown } from './pasting.js'
import { askFor, search } from './dialogs.js'
import { upload } from './media.js'

const TABLE = '\n\n| … | … |\n| --- | --- |\n| … | … |\n\n'

export function improveMarkdown(area, form, texts) {
  if (area.dataset.improved) return
  area.dataset.improved = 'yes'
  const bar = document.createElement('div')
  bar.className = 'toolbar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', texts.toolbar)
  bar.setAttribute('aria-controls', area.id)
  const buttons = [
    [texts.bold, () => wrap('**', '**')],
    [texts.italic, () => wrap('*', '*')],
    [texts.heading, () => prefix('## ')],
    [texts.list, () => prefix('- ')],
    [texts.numbers, () => prefix('1. ')],
    [texts.quote, () => prefix('> ')],
    [texts.link, link, 'completeItems'],
    [texts.item, () => choose(texts.item, '', (item, chosen) => `[${chosen || item.title}](/${item.path})`), 'completeItems'],
    [texts.norm, () => choose(texts.norm, 'norma', (item) => item.label), 'completeItems'],
    [texts.term, () => choose(texts.term, 'voce', (item) => item.title), 'completeItems'],
    [texts.image, picture, 'mediaUpload'],
    [texts.table, () => insert(TABLE)],
  ].filter(([, , needs]) => !needs || form.dataset[needs]).map(([label, act]) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    button.tabIndex = -1
    button.addEventListener('click', act)
    return button
  })
  buttons[0].tabIndex = 0
  bar.append(...buttons)
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = buttons.indexOf(document.activeElement)
    const next = buttons[(at + step + buttons.length) % buttons.length]
    buttons.forEach((button) => (button.tabIndex = -1))
    next.tabIndex = 0
    next.focus()
  })
  area.before(bar)

  area.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    const act = { b: () => wrap('**', '**'), i: () => wrap('*', '*'), k: link }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
  area.addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files].filter((file) => file.type.startsWith('image/'))
    const html = event.clipboardData.getData('text/html')
    if (html) {
      event.preventDefault()
      insert(toMarkdown(html))
    } else if (files.length > 0 && form.dataset.mediaUpload) {
      event.preventDefault()
      drop(files)
    }
  })
  area.addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault()
  })
  area.addEventListener('drop', (event) => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0 || !form.dataset.mediaUpload) return
    event.preventDefault()
    drop(files)
  })

  // execCommand keeps the browser's undo; without it the text is set.
  function insert(text) {
    area.focus()
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  function selected() {
    return area.value.slice(area.selectionStart, area.selectionEnd)
  }

  function wrap(before, after) {
    const [start, text] = [area.selectionStart, selected()]
    insert(before + (text || texts.text) + after)
    area.setSelectionRange(start + before.length, start + before.length + (text || texts.text).length)
  }

  function prefix(mark) {
    const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1
    area.setSelectionRange(start, Math.max(area.selectionEnd, start))
    const lines = selected().split('\n')
    const all = lines.every((line) => line.startsWith(mark))
    insert(lines.map((line, i) => (all ? line.slice(mark.length) : (mark === '1. ' ? `${i + 1}. ` : mark) + line)).join('\n'))
  }

  async function link() {
    const text = selected()
    const [start, end] = [area.selectionStart, area.selectionEnd]
    const typed = await askFor(texts.link, [[texts.address, 'https://'], [texts.linkText, text]], texts)
    area.setSelectionRange(start, end)
    if (typed && typed[0]) insert(`[${typed[1] || typed[0]}](${typed[0]})`)
    else area.focus()
  }

  async function choose(title, type, write) {
    const chosen = selected()
    const [start, end] = [area.selectionStart, area.selectionEnd]
    const item = await search(title, `${form.dataset.completeItems}?tipo=${type}&q=`, chosen, texts)
    area.setSelectionRange(start, end)
    if (item) insert(write(item, chosen))
    else area.focus()
  }

  function picture() {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml'
    input.addEventListener('change', () => drop([...input.files]))
    input.click()
  }

  async function drop(files) {
    for (const file of files) {
      const isImage = file.type.startsWith('image/')
      const typed = isImage ? await askFor(texts.image + ': ' + file.name, [[texts.alt, '']], texts) : ['']
      if (!typed) continue
      try {
        const stored = await upload(form, file, typed[0])
        insert(isImage ? `\n\n![${typed[0]}](/${stored.path})\n\n` : `[${file.name}](/${stored.path})`)
      } catch (error) {
        await askFor(error.message || texts.notUploaded, [], texts)
      }
    }
  }
}
