// A small panel of links closes on Escape, giving the focus back, and when the reader goes elsewhere.
export function closeOnEscape(details) {
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return
    details.open = false
    details.querySelector('summary').focus()
  })
  document.addEventListener('click', (event) => {
    if (details.open && !details.contains(event.target)) details.open = false
  })
}
