// From what Word or a web page puts on the clipboard to Markdown: structure stays, looks go.
import TurndownService from 'turndown'
import { gfm } from 'turndown-plugin-gfm'

const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' })
service.use(gfm)

export function toMarkdown(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  page.querySelectorAll('style, script, meta, link, title, template, iframe, object, xml').forEach((element) => element.remove())
  removeComments(page)
  page.querySelectorAll('h1').forEach((heading) => rename(heading, 'h2'))
  page.querySelectorAll('[class^="MsoListParagraph"]').forEach(listItem)
  page.querySelectorAll('img').forEach((image) => image.remove()) // the clipboard has no picture that others could see
  page.querySelectorAll('a').forEach((link) => {
    if (!/^(https?:|mailto:|\/)/.test(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes)
  })
  page.querySelectorAll('b, strong').forEach((bold) => {
    if (bold.style.fontWeight === 'normal') bold.replaceWith(...bold.childNodes) // how web editors wrap what they copy
  })
  page.querySelectorAll('span').forEach((span) => {
    const weight = span.style.fontWeight
    if (weight === 'bold' || Number(weight) >= 600) rename(span, 'strong')
    else if (span.style.fontStyle === 'italic') rename(span, 'em')
  })
  page.querySelectorAll('table').forEach(headTable)
  return service.turndown(page.body).replaceAll('\u00a0', ' ').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim()
}

// Word writes lists as paragraphs with their bullet as text.
function listItem(paragraph) {
  let mark = ''
  paragraph.querySelectorAll('[style*="mso-list"]').forEach((span) => {
    if (/ignore/i.test(span.getAttribute('style'))) {
      mark = span.textContent.trim()
      span.remove()
    }
  })
  mark ||= /^[·•o§-]\s+/.exec(paragraph.textContent)?.[0].trim() ?? ''
  const isNumber = /^[0-9a-z]+[.)]/i.test(mark)
  const item = paragraph.ownerDocument.createElement('li')
  item.append(...paragraph.childNodes)
  const before = paragraph.previousElementSibling
  const kind = isNumber ? 'ol' : 'ul'
  if (before?.localName === kind && before.dataset.word) {
    before.append(item)
    paragraph.remove()
    return
  }
  const list = paragraph.ownerDocument.createElement(kind)
  list.dataset.word = 'yes'
  list.append(item)
  paragraph.replaceWith(list)
}

// A Markdown table has a head: the first row is it.
function headTable(table) {
  table.querySelectorAll('td p, th p').forEach((paragraph) => paragraph.replaceWith(...paragraph.childNodes, ' '))
  if (table.tHead || !table.rows[0]) return
  for (const cell of [...table.rows[0].cells]) rename(cell, 'th')
}

function rename(element, name) {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

function removeComments(page) {
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments = []
  while (walk.nextNode()) comments.push(walk.currentNode)
  comments.forEach((comment) => comment.remove())
}
