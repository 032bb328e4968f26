// Choosing a filter refreshes the results in place: focus and scroll stay, the new count is read aloud
// (the results' heading is a live region), the address follows. Whatever fails falls back to sending the form.
export function followFilters(form) {
  let running
  form.addEventListener('change', (event) => {
    if (event.target.form === form && event.target.matches('input[type="checkbox"], input[type="radio"], select')) refresh()
  })

  async function refresh() {
    running?.abort()
    const mine = (running = new AbortController())
    const query = [...new FormData(form)].filter(([, value]) => value !== '')
    const url = new URL(form.action)
    url.search = new URLSearchParams(query)
    try {
      const answer = await fetch(url, { signal: mine.signal })
      if (!answer.ok) throw new Error(answer.statusText)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (mine.signal.aborted) return
      document.querySelectorAll('[data-live]').forEach((old) => replace(old, page.getElementById(old.id)))
      history.replaceState(null, '', url)
    } catch (error) {
      if (error.name !== 'AbortError') form.requestSubmit()
    }
  }
}

function replace(old, fresh) {
  if (!fresh) return
  const focused = old.contains(document.activeElement) ? document.activeElement.id : ''
  const open = new Map([...old.querySelectorAll('details[id]')].map((details) => [details.id, details.open]))
  old.replaceChildren(...fresh.childNodes)
  old.querySelectorAll('details[id]').forEach((details) => (details.open = open.get(details.id) ?? details.open))
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
}
