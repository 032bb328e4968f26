// Tells that a result of a search was followed: the words alone, nothing of the reader.
export function countClicks() {
  document.addEventListener('click', (event) => {
    const results = event.target.closest('[data-found]')?.closest('[data-clicks]')
    if (results?.dataset.query) navigator.sendBeacon(results.dataset.clicks, new URLSearchParams({ query: results.dataset.query }))
  })
}
