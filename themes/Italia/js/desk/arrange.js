// Lists whose order is set by hand: entries move in place by their buttons and by dragging. Without script each button
// sends the form and gets it back in the other order. Inputs are numbered by their places, which is what the server reads.
export function arrange(form) {
  const say = announcer(form)
  for (const list of form.querySelectorAll('ol[data-arranged]')) {
    let dragged = null
    for (const row of list.children) makeDraggable(row)
    list.addEventListener('click', (event) => {
      const button = event.target.closest('button[data-move]')
      if (!button) return
      event.preventDefault()
      const row = button.closest('li')
      if (button.dataset.move === 'togli') {
        ;(row.nextElementSibling ?? row.previousElementSibling)?.querySelector('input:not([type=hidden])')?.focus()
        row.remove()
      } else {
        if (button.dataset.move === 'su') row.previousElementSibling?.before(row)
        else row.nextElementSibling?.after(row)
        number(list)
        const stays = button.disabled ? row.querySelector('button[data-move]:not([disabled])') : button
        stays?.focus()
      }
      number(list)
      say(row)
    })
    list.addEventListener('dragstart', (event) => {
      dragged = event.target.closest?.('li')
      if (!dragged) return
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
      dragged.classList.add('row-dragged')
    })
    list.addEventListener('dragover', (event) => {
      const over = event.target.closest('li')
      if (!dragged || !over || over.parentElement !== list) return
      event.preventDefault()
      const box = over.getBoundingClientRect()
      if (over !== dragged) event.clientY > box.top + box.height / 2 ? over.after(dragged) : over.before(dragged)
    })
    list.addEventListener('drop', (event) => event.preventDefault())
    list.addEventListener('dragend', () => {
      dragged?.classList.remove('row-dragged')
      number(list)
      if (dragged) say(dragged)
      dragged = null
    })
  }
}

// Only the handle starts a drag: text in the fields can still be marked with the mouse.
function makeDraggable(row) {
  const handle = document.createElement('span')
  handle.className = 'row-handle'
  handle.setAttribute('aria-hidden', 'true')
  handle.textContent = '⠿'
  row.prepend(handle)
  handle.addEventListener('pointerdown', () => (row.draggable = true))
  row.addEventListener('dragend', () => (row.draggable = false))
  handle.addEventListener('pointerup', () => (row.draggable = false))
}

function number(list) {
  const start = list.dataset.arranged + '['
  for (const [place, row] of [...list.children].entries()) {
    for (const input of row.querySelectorAll('[name]'))
      if (input.name.startsWith(start)) input.name = start + place + input.name.slice(input.name.indexOf(']', start.length))
    const [up, down] = ['su', 'giu'].map((move) => row.querySelector(`button[data-move="${move}"]`))
    if (up) up.disabled = place === 0
    if (down) down.disabled = place === list.children.length - 1
  }
}

function announcer(form) {
  const line = document.createElement('p')
  line.className = 'visually-hidden'
  line.setAttribute('role', 'status')
  form.append(line)
  return (row) => {
    const place = row.parentElement ? [...row.parentElement.children].indexOf(row) + 1 : 0
    line.textContent = place ? form.dataset.moved.replace('{0}', row.querySelector('strong')?.textContent ?? '').replace('{1}', place) : ''
  }
}
