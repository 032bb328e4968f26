// Small dialogs of the browser's own kind: Escape closes, focus comes back.

// Asks for some lines; gives what was typed, or null.
export function askFor(title, fields, texts) {
  return new Promise((resolve) => {
    const { dialog, form } = open(title)
    const inputs = fields.map(([label, value], i) => {
      const input = document.createElement('input')
      input.type = 'text'
      input.value = value
      input.id = 'dialogo-' + i
      form.append(labelled(label, input))
      return input
    })
    form.append(buttons(dialog, texts))
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'ok' ? inputs.map((input) => input.value.trim()) : null)
      dialog.remove()
    })
    dialog.showModal()
  })
}

// Searches while one types; gives what was chosen, or null.
export function search(title, address, begin, texts) {
  return new Promise((resolve) => {
    const { dialog, form } = open(title)
    const input = document.createElement('input')
    const list = document.createElement('select')
    let found = []
    let waiting
    input.type = 'search'
    input.id = 'dialogo-cerca'
    input.value = begin
    input.autocomplete = 'off'
    list.id = 'dialogo-trovati'
    list.size = 8
    form.append(labelled(texts.search, input), labelled(texts.found, list), buttons(dialog, texts))
    input.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(ask, 150)
    })
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
      event.preventDefault()
      list.focus()
    })
    list.addEventListener('dblclick', () => dialog.close('ok'))
    list.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault()
        dialog.close('ok')
      }
    })
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'ok' ? (found[list.selectedIndex] ?? null) : null)
      dialog.remove()
    })
    dialog.showModal()
    input.focus()
    if (begin) ask()

    async function ask() {
      const answer = await fetch(address + encodeURIComponent(input.value)).catch(() => null)
      if (!answer?.ok) return
      found = await answer.json()
      list.replaceChildren(...found.map((item) => new Option(item.type ? `${item.title} (${item.type})` : item.title)))
      if (found.length > 0) list.selectedIndex = 0
    }
  })
}

function open(title) {
  const dialog = document.createElement('dialog')
  const form = document.createElement('form')
  const heading = document.createElement('h2')
  form.method = 'dialog'
  heading.className = 'h5'
  heading.id = 'dialogo-titolo'
  heading.textContent = title
  dialog.className = 'desk-dialog'
  dialog.setAttribute('aria-labelledby', heading.id)
  form.append(heading)
  dialog.append(form)
  document.body.append(dialog)
  return { dialog, form }
}

function labelled(text, control) {
  const field = document.createElement('div')
  const label = document.createElement('label')
  field.className = 'field'
  label.htmlFor = control.id
  label.textContent = text
  field.append(label, control)
  return field
}

function buttons(dialog, texts) {
  const row = document.createElement('p')
  const ok = document.createElement('button')
  const no = document.createElement('button')
  ok.className = 'btn btn-primary btn-sm'
  ok.value = 'ok'
  ok.textContent = texts.ok
  no.type = 'button'
  no.className = 'btn btn-outline-primary btn-sm'
  no.textContent = texts.cancel
  no.addEventListener('click', () => dialog.close(''))
  row.append(ok, ' ', no)
  return row
}
