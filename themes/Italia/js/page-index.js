// Marks in the page index the section being read: the last heading above the upper third of the window.
export function followReading(index) {
  const links = [...index.querySelectorAll('a[href^="#"]')]
  const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  let waiting = false

  function mark() {
    waiting = false
    const line = window.innerHeight / 3
    const above = sections.filter((section) => section && section.getBoundingClientRect().top <= line)
    const current = sections.indexOf(above.at(-1))
    links.forEach((link, i) => {
      if (i === current) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    })
  }

  window.addEventListener('scroll', () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(mark)
  }, { passive: true })
  mark()
}
