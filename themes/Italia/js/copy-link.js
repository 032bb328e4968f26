// Shows the button only where copying can work, and says aloud that it did.
export function enableCopyLink(button) {
  if (!navigator.clipboard) return
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.className = 'visually-hidden'
  button.after(said)
  button.hidden = false
  button.addEventListener('click', async () => {
    const label = button.querySelector('[data-label]')
    const before = label.textContent
    try {
      await navigator.clipboard.writeText(button.dataset.copyLink || location.href.split('#')[0])
      label.textContent = said.textContent = button.dataset.done
    } catch {
      label.textContent = said.textContent = button.dataset.failed
    }
    setTimeout(() => {
      label.textContent = before
      said.textContent = ''
    }, 4000)
  })
}
