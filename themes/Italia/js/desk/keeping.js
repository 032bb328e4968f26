// Keeps what is typed: in the browser at once, on the server after a moment, so that neither a closed tab nor an ended
// session nor a stopped server loses it. Shows the preview beside the form.
const SOON = 1500
const AGAIN = 10_000
const STILL_HERE = 45_000

export function keepTyped(form, texts) {
  const place = 'hub-testo:' + (form.dataset.place ?? location.pathname)
  const said = form.querySelector('[data-saved]')
  let waiting
  let changed = false
  let sending
  let preview

  offerLeft()
  form.addEventListener('input', () => {
    changed = true
    remember()
    clearTimeout(waiting)
    waiting = setTimeout(send, SOON)
  })
  form.addEventListener('submit', () => {
    remember()
    changed = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed) send(true)
  })
  setInterval(() => {
    if (!changed && document.visibilityState === 'visible') ask(new URLSearchParams()).then(tellOthers).catch(() => {})
  }, STILL_HERE)
  form.querySelector('[data-preview-button]')?.addEventListener('click', (event) => {
    event.preventDefault()
    showPreview(event.currentTarget)
  })

  async function send(isLast) {
    clearTimeout(waiting)
    if (sending) return sending
    const body = new URLSearchParams(entries())
    said.textContent = form.dataset.saidSaving
    changed = false
    sending = ask(body, isLast === true)
    try {
      const answer = await sending
      if (answer.type === 'opaqueredirect' || answer.status === 401) return fail(form.dataset.saidAway)
      if (!answer.ok) return fail(form.dataset.saidLost)
      const kept = await answer.json()
      said.textContent = form.dataset.saidSaved.replace('{0}', kept.at)
      if (!changed) forget()
      others(kept)
      preview?.contentWindow.location.reload()
    } catch {
      fail(form.dataset.saidLost)
    } finally {
      sending = undefined
      if (changed) waiting = setTimeout(send, SOON)
    }
  }

  function fail(why) {
    changed = true
    said.textContent = why
    clearTimeout(waiting)
    waiting = setTimeout(send, AGAIN)
  }

  function ask(body, keepalive = false) {
    return fetch(form.dataset.keep, { method: 'POST', body, redirect: 'manual', keepalive: keepalive && body.toString().length < 60_000 })
  }

  async function tellOthers(answer) {
    if (answer.ok) others(await answer.json())
  }

  function others(kept) {
    const note = document.getElementById('altri')
    if (!note) return
    note.hidden = kept.others === ''
    if (note.textContent !== kept.others) note.textContent = kept.others
  }

  function entries() {
    return [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  }

  function remember() {
    try {
      localStorage.setItem(place, JSON.stringify({ at: Date.now(), action: form.getAttribute('action'), entries: entries() }))
    } catch {
      // no room, or not allowed: the server keeps it
    }
  }

  function forget() {
    try {
      localStorage.removeItem(place)
    } catch {
      // as above
    }
  }

  // What the server never got stands in this browser: sent back through the form, which shows it again.
  function offerLeft() {
    let left
    try {
      left = JSON.parse(localStorage.getItem(place))
    } catch {
      left = null
    }
    if (!left || document.querySelector('[data-recovered]')) return
    const saved = performance.getEntriesByType('navigation')[0]?.type !== 'reload' && new URLSearchParams(location.search).has('esito')
    if (saved || JSON.stringify(left.entries.filter(typed)) === JSON.stringify(entries().filter(typed))) return forget()
    const note = document.createElement('div')
    note.className = 'note note-warning'
    note.setAttribute('role', 'status')
    note.append(texts.left + ' ')
    note.append(button(texts.recover, recover), ' ', button(texts.drop, () => { forget(); note.remove() }))
    form.before(note)

    function recover() {
      const again = document.createElement('form')
      again.method = 'post'
      again.action = left.action
      again.hidden = true
      for (const [name, value] of [...left.entries.filter(([name]) => name !== '_righe' && name !== '_azione'), ['_righe', 'nessuna']]) {
        const input = document.createElement('textarea')
        input.name = name
        input.value = value
        again.append(input)
      }
      document.body.append(again)
      again.submit()
    }
  }

  async function showPreview(opener) {
    if (preview) return closePreview(opener)
    changed = true
    await send()
    const pane = document.createElement('section')
    pane.className = 'preview-pane'
    pane.setAttribute('aria-label', texts.preview)
    preview = document.createElement('iframe')
    preview.title = texts.preview
    preview.src = form.dataset.preview
    const bar = document.createElement('p')
    bar.append(
      button(texts.phone, () => pane.classList.add('preview-phone')),
      ' ',
      button(texts.desktop, () => pane.classList.remove('preview-phone')),
      ' ',
      button(texts.close, () => closePreview(opener)),
    )
    pane.append(bar, preview)
    form.closest('.desk').append(pane)
    form.closest('.desk').classList.add('desk-preview')
    bar.firstChild.focus()
  }

  function closePreview(opener) {
    document.querySelector('.preview-pane')?.remove()
    form.closest('.desk').classList.remove('desk-preview')
    preview = undefined
    opener.focus()
  }
}

const typed = ([name, value]) => value !== '' && name !== '_stamp' && name !== '_azione'

function button(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn btn-outline-primary btn-xs'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}
