// Rows of a repeating group: added, taken out and moved in place. The names of inputs carry the row's number; the server
// reads them in the order of the numbers, gaps and all.
const NUMBERED = '[name], [id], [for], [aria-describedby], [list], [data-rows]'
const CONTROLS = 'input, textarea, select'

export function improveRows(form, improve) {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-row]')
    if (!button) return
    event.preventDefault()
    const what = button.dataset.row
    const list = what === 'aggiungi' ? button.closest('fieldset').querySelector('ol[data-rows]') : button.closest('ol[data-rows]')
    const row = button.closest('li')
    if (what === 'aggiungi') add(list, improve)
    else if (what === 'togli') take(row)
    else if (what === 'su') swap(row.previousElementSibling, row, row)
    else swap(row, row.nextElementSibling, row)
    number(list)
    list.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function add(list, improve) {
  const last = list.lastElementChild
  const row = last.cloneNode(true)
  const name = list.dataset.rows
  row.querySelectorAll('.toolbar, .letters, .filter, .remarks, .field-error, .media-buttons').forEach((made) => made.remove())
  row.querySelectorAll('[data-improved]').forEach((element) => element.removeAttribute('data-improved'))
  row.querySelectorAll(NUMBERED).forEach((element) => renumber(element, name, nameOf(last, name) + 1))
  row.querySelectorAll(CONTROLS).forEach(clear)
  list.append(row)
  improve(row)
  row.querySelector(CONTROLS)?.focus()
}

function take(row) {
  const near = row.nextElementSibling ?? row.previousElementSibling ?? row
  if (near === row) row.querySelectorAll(CONTROLS).forEach(clear)
  else row.remove()
  near.querySelector(CONTROLS)?.focus()
}

// Two rows change places by changing their numbers.
function swap(upper, lower, moved) {
  if (!upper || !lower) return
  const name = upper.parentElement.dataset.rows
  const [first, second] = [nameOf(upper, name), nameOf(lower, name)]
  upper.before(lower)
  upper.querySelectorAll(NUMBERED).forEach((element) => renumber(element, name, second))
  lower.querySelectorAll(NUMBERED).forEach((element) => renumber(element, name, first))
  moved.querySelector(CONTROLS)?.focus()
}

// The rows' buttons say which row they mean, and the outer ones don't offer what leads nowhere.
function number(list) {
  ;[...list.children].forEach((row, i, rows) => {
    const tools = row.querySelector(':scope > .row-tools')
    if (!tools) return
    tools.querySelectorAll('[data-row-number]').forEach((text) => (text.textContent = text.textContent.replace(/\d+/, i + 1)))
    tools.querySelector('[data-row="su"]').hidden = i === 0
    tools.querySelector('[data-row="giu"]').hidden = i === rows.length - 1
  })
}

function nameOf(row, name) {
  const input = [...row.querySelectorAll('[name]')].find((element) => element.name.startsWith(name + '['))
  return Number(input.name.slice(name.length + 1, input.name.indexOf(']', name.length)))
}

function renumber(element, name, to) {
  const id = 'campo-' + name.replaceAll('[', '-').replaceAll(']', '').replaceAll('.', '-') + '-'
  const rename = (text) => (text.startsWith(name + '[') ? name + '[' + to + text.slice(text.indexOf(']', name.length)) : text)
  if (element.name) element.name = rename(element.name)
  if (element.dataset.rows) element.dataset.rows = rename(element.dataset.rows)
  for (const attribute of ['id', 'for', 'aria-describedby', 'list']) {
    const value = element.getAttribute(attribute)
    if (value) element.setAttribute(attribute, value.split(' ').map((part) => (part.startsWith(id) ? id + to + part.slice(id.length).replace(/^\d+/, '') : part)).join(' '))
  }
}

function clear(input) {
  if (input.type === 'checkbox' || input.type === 'radio') input.checked = false
  else input.value = ''
  input.removeAttribute('aria-invalid')
}
