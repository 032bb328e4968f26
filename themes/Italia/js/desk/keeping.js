// Keeps what is typed: in the browser at once, on the server after a moment, so that neither a closed tab nor an ended
// session nor a stopped server loses it.
import { makeButton } from './button.js'

const SOON = 1500
const AGAIN = 10_000
const STILL_HERE = 45_000
const LONGEST_WAIT = 3000

// Gives a function that keeps what stands in the form now. `kept` is called after each time that the server has it.
export function keepTyped(form, texts, kept) {
  const place = 'hub-testo:' + (form.dataset.place ?? location.pathname)
  const said = form.querySelector('[data-saved]')
  let waiting
  let changed = false
  let sending
  let isSubmitted = false
  let isTouched = false
  let waits = true

  offerLeft()
  form.addEventListener('input', () => {
    changed = isTouched = waits = true
    remember(false)
    clearTimeout(waiting)
    waiting = setTimeout(send, SOON)
  })
  form.addEventListener('submit', (event) => {
    if (isSubmitted) return event.preventDefault() // a second click on the same button
    if (sending && waits) {
      // What is on its way arrives before what is saved, and not after it as if it were newer.
      event.preventDefault()
      waits = false
      const submitter = event.submitter
      const again = () => form.requestSubmit(submitter)
      return void Promise.race([sending.catch(() => {}), new Promise((after) => setTimeout(after, LONGEST_WAIT))]).then(() => setTimeout(again))
    }
    clearTimeout(waiting)
    remember(true)
    changed = false
    isSubmitted = event.submitter?.formTarget !== '_blank'
    if (isSubmitted) setTimeout(() => (isSubmitted = false), LONGEST_WAIT)
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed) send(true)
  })
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    form.requestSubmit(form.querySelector('[data-save-button]'))
  })
  setInterval(() => {
    if (changed || document.visibilityState !== 'visible') return
    const here = new URLSearchParams({ _presente: '1', _stamp: form.elements._stamp?.value ?? '' })
    ask(here).then(async (answer) => answer.ok && tell(await answer.json())).catch(() => {})
  }, STILL_HERE)
  return async () => isTouched && send()

  async function send(isLast) {
    clearTimeout(waiting)
    if (sending) await sending.catch(() => {})
    changed = false
    said.textContent = form.dataset.saidSaving
    sending = ask(new URLSearchParams(entries()), isLast === true)
    try {
      const answer = await sending
      if (answer.type === 'opaqueredirect' || answer.status === 401) return fail(form.dataset.saidAway)
      if (answer.status === 409) {
        tell(await answer.json())
        return fail(form.dataset.saidClash)
      }
      if (!answer.ok) return fail(form.dataset.saidLost)
      const news = await answer.json()
      said.textContent = form.dataset.saidSaved.replace('{0}', news.at)
      if (news.shown) form.elements._visto.value = news.shown
      if (!changed) forget()
      tell(news)
      kept()
    } catch {
      fail(form.dataset.saidLost)
    } finally {
      sending = undefined
      if (changed) {
        clearTimeout(waiting)
        waiting = setTimeout(send, said.textContent === form.dataset.saidSaving ? SOON : AGAIN)
      }
    }
  }

  function fail(why) {
    changed = true
    said.textContent = why
  }

  function ask(body, keepalive = false) {
    return fetch(form.dataset.keep, { method: 'POST', body, redirect: 'manual', keepalive: keepalive && body.toString().length < 60_000 })
  }

  function tell(news) {
    show('altri', news.others)
    show('superato', news.overDate)
  }

  function entries() {
    return [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  }

  function remember(submitted) {
    try {
      localStorage.setItem(place, JSON.stringify({ submitted, action: form.getAttribute('action'), entries: entries() }))
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
    const address = new URL(location)
    const isAnswer = address.searchParams.has('esito')
    address.searchParams.delete('esito')
    if (!form.dataset.place) history.replaceState(history.state, '', address) // read again, the page doesn't say once more what was done
    if (!left) return
    if ((left.submitted && isAnswer) || JSON.stringify(left.entries.filter(isTyped)) === JSON.stringify(entries().filter(isTyped))) return forget()
    const note = document.createElement('div')
    note.className = 'note note-warning'
    note.id = 'rimasto'
    note.setAttribute('role', 'status')
    const drop = () => {
      forget()
      note.remove()
    }
    note.append(texts.left + ' ', makeButton(texts.recover, () => recover(form, left)), ' ', makeButton(texts.drop, drop))
    form.before(note)
  }
}

const isTyped = ([name, value]) => value !== '' && name !== '_stamp' && name !== '_visto' && name !== '_azione'

function recover(form, left) {
  const again = document.createElement('form')
  again.method = 'post'
  again.action = left.action
  again.hidden = true
  for (const [name, value] of [...left.entries.filter(([name]) => name !== '_righe' && name !== '_visto' && name !== '_azione'), ['_righe', 'nessuna']]) {
    const input = document.createElement('textarea')
    input.name = name
    input.value = value
    again.append(input)
  }
  document.body.append(again)
  again.submit()
}

function show(id, text = '') {
  const note = document.getElementById(id)
  if (!note || note.textContent === text) return
  note.hidden = text === ''
  note.textContent = text
}
