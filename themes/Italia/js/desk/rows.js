// Rows of a repeating group: added, taken out and moved in place. The names of inputs carry the row's number; the server
// reads them in the order of the numbers, gaps and all.
export function improveRows(form, improve) {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-row]')
    if (!button) return
    const list = button.dataset.row === 'aggiungi' ? button.closest('fieldset').querySelector('ol[data-rows]') : button.closest('ol[data-rows]')
    event.preventDefault()
    if (button.dataset.row === 'aggiungi') add(list, improve)
    else if (button.dataset.row === 'togli') take(button.closest('li'))
    else move(button.closest('li'))
    form.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function add(list, improve) {
  const last = list.lastElementChild
  const row = last.cloneNode(true)
  const name = list.dataset.rows
  const number = nameOf(last, name) + 1
  row.querySelectorAll('.toolbar, .letters, .filter').forEach((made) => made.remove())
  row.querySelectorAll('[data-improved]').forEach((element) => element.removeAttribute('data-improved'))
  row.querySelectorAll('[name], [id], [for], [aria-describedby], [list], [data-rows]').forEach((element) => renumber(element, name, number))
  row.querySelectorAll('input, textarea, select').forEach(clear)
  list.append(row)
  improve(row)
  row.querySelector('input, textarea, select')?.focus()
}

function take(row) {
  const list = row.parentElement
  const near = row.nextElementSibling ?? row.previousElementSibling
  if (list.children.length === 1) row.querySelectorAll('input, textarea, select').forEach(clear)
  else row.remove()
  near?.querySelector('input, textarea, select')?.focus()
}

// Two rows change places by changing their numbers.
function move(row) {
  const before = row.previousElementSibling
  if (!before) return
  const name = row.parentElement.dataset.rows
  const [upper, lower] = [nameOf(before, name), nameOf(row, name)]
  before.before(row)
  row.querySelectorAll('[name], [id], [for], [aria-describedby], [list]').forEach((element) => renumber(element, name, upper))
  before.querySelectorAll('[name], [id], [for], [aria-describedby], [list]').forEach((element) => renumber(element, name, lower))
  row.querySelector('input, textarea, select')?.focus()
}

function nameOf(row, name) {
  const input = [...row.querySelectorAll('[name]')].find((element) => element.name.startsWith(name + '['))
  return Number(input.name.slice(name.length + 1, input.name.indexOf(']', name.length)))
}

function renumber(element, name, number) {
  const id = 'campo-' + name.replaceAll('[', '-').replaceAll(']', '').replaceAll('.', '-') + '-'
  if (element.name?.startsWith(name + '[')) element.name = name + '[' + number + element.name.slice(element.name.indexOf(']', name.length))
  for (const attribute of ['id', 'for', 'aria-describedby', 'list']) {
    const value = element.getAttribute(attribute)
    if (value) element.setAttribute(attribute, value.split(' ').map((part) => (part.startsWith(id) ? id + number + part.slice(id.length).replace(/^\d+/, '') : part)).join(' '))
  }
}

function clear(input) {
  if (input.type === 'checkbox') input.checked = false
  else input.value = ''
  input.removeAttribute('aria-invalid')
}
