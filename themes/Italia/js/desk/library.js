// The media library: several files are dropped or chosen at once, and the focus of a picture is set by pressing on it.
const upload = document.querySelector('form[data-upload]')
if (upload) severalAtOnce(upload)
const focus = document.querySelector('[data-focus]')
if (focus) pressForFocus(focus)

// Each file gets a row of its own, made from the first: its text stands beside it.
function severalAtOnce(form) {
  const rows = form.querySelector('[data-rows]')
  const zone = document.createElement('div')
  const button = document.createElement('button')
  const several = document.createElement('input')
  several.type = 'file'
  several.multiple = true
  several.accept = form.dataset.accept
  button.type = 'button'
  button.className = 'btn btn-outline-primary'
  button.textContent = form.dataset.saidChoose
  button.addEventListener('click', () => several.click())
  several.addEventListener('change', () => add([...several.files]))
  zone.className = 'drop-zone'
  const hint = document.createElement('p')
  hint.textContent = form.dataset.saidDrop
  zone.append(hint, button)
  rows.before(zone)
  const said = document.createElement('p')
  said.className = 'visually-hidden'
  said.setAttribute('role', 'status')
  zone.after(said)

  zone.addEventListener('dragover', (event) => {
    event.preventDefault()
    zone.classList.add('is-over')
  })
  zone.addEventListener('dragleave', () => zone.classList.remove('is-over'))
  zone.addEventListener('drop', (event) => {
    event.preventDefault()
    zone.classList.remove('is-over')
    add([...event.dataTransfer.files])
  })

  function add(files) {
    for (const file of files) {
      const row = emptyRow()
      if (!row) break
      const chosen = new DataTransfer()
      chosen.items.add(file)
      row.querySelector('input[type=file]').files = chosen.files
      row.querySelector('legend').textContent = file.name
    }
    said.textContent = form.dataset.saidAdded.replace('{0}', files.length)
    rows.querySelector('input[type=text]')?.focus()
  }

  function emptyRow() {
    const all = [...rows.querySelectorAll('fieldset')]
    const free = all.find((row) => row.querySelector('input[type=file]').files.length === 0 && row.querySelector('input[type=text]').value === '')
    if (free) return free
    const number = all.length
    if (number >= 30) return null
    const row = all[0].cloneNode(true)
    row.querySelectorAll('.field-error').forEach((error) => error.remove())
    row.querySelectorAll('.field-invalid').forEach((field) => field.classList.remove('field-invalid'))
    row.querySelectorAll('input').forEach((input) => {
      input.name = input.name.replace(/\d+$/, number)
      input.id = input.id.replace(/\d+$/, number)
      input.removeAttribute('aria-invalid')
      if (input.type === 'checkbox') input.checked = false
      else input.value = ''
    })
    row.querySelectorAll('label').forEach((label) => (label.htmlFor = label.htmlFor.replace(/\d+$/, number)))
    row.querySelectorAll('[aria-describedby]').forEach((input) => input.setAttribute('aria-describedby', input.getAttribute('aria-describedby').replace(/\d+-/, number + '-')))
    row.querySelectorAll('p[id]').forEach((help) => (help.id = help.id.replace(/\d+-/, number + '-')))
    rows.append(row)
    return row
  }
}

// The numbers stay what is sent; the picture shows where they point.
function pressForFocus(frame) {
  const [x, y] = [document.getElementById('campo-fuoco-x'), document.getElementById('campo-fuoco-y')]
  const picture = frame.querySelector('img')
  const mark = document.createElement('span')
  mark.className = 'focus-mark'
  frame.append(mark)
  picture.addEventListener('click', (event) => {
    const box = picture.getBoundingClientRect()
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100)
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100)
    place()
  })
  ;[x, y].forEach((input) => input.addEventListener('input', place))
  place()

  function place() {
    mark.style.left = (Number(x.value) || 0) + '%'
    mark.style.top = (Number(y.value) || 0) + '%'
  }
}
