// The meaning of a term under the pointer or the focus can be sent away with Escape until either leaves it.
export function dismissTerms() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    document.querySelectorAll('.term-box:hover, .term-box:focus-within').forEach((box) => {
      box.classList.add('term-dismissed')
      const back = () => box.classList.remove('term-dismissed')
      box.addEventListener('pointerleave', back, { once: true })
      box.addEventListener('focusout', back, { once: true })
    })
  })
}
