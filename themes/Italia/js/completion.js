// Completes what is being typed, as a combobox with a list: arrows choose, Enter searches, Escape closes. The form works
// without it, and whatever fails shows no list.
const PAUSE = 120
let lists = 0

export function completeWords(input) {
  const address = input.dataset.complete
  const box = input.closest('.search-box')
  const list = document.createElement('ul')
  let options = []
  let chosen = -1
  let waiting
  let running

  list.id = `completamenti-${++lists}`
  list.className = 'completions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.labels[0]?.textContent ?? '')
  list.hidden = true
  box.append(list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  input.addEventListener('input', (event) => {
    event.stopPropagation()
    clearTimeout(waiting)
    waiting = setTimeout(ask, PAUSE)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return
      event.preventDefault()
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen - 1)
    } else if (event.key === 'Enter' && chosen >= 0) {
      input.value = options[chosen]
      close()
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    }
  })
  input.addEventListener('blur', close)
  list.addEventListener('pointerdown', (event) => {
    const option = event.target.closest('[role="option"]')
    if (!option) return
    event.preventDefault()
    input.value = option.textContent
    close()
    input.form.requestSubmit()
  })

  async function ask() {
    running?.abort()
    const typed = input.value.trim()
    if (typed.length < 2) return close()
    running = new AbortController()
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`, { signal: running.signal })
      if (answer.ok && document.activeElement === input) show((await answer.json()).map((found) => found.text))
    } catch {
      close()
    }
  }

  function show(found) {
    options = found.filter((text) => text !== input.value)
    chosen = -1
    list.replaceChildren(...options.map((text, i) => {
      const option = document.createElement('li')
      option.id = `${list.id}-${i}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.textContent = text
      return option
    }))
    list.hidden = options.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    input.removeAttribute('aria-activedescendant')
  }

  function choose(place) {
    chosen = (place + options.length) % options.length
    ;[...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    list.children[chosen].scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', list.children[chosen].id)
  }

  function close() {
    clearTimeout(waiting)
    running?.abort()
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
}
