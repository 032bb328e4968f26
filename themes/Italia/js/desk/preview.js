// Shows the page beside the form as readers will see it: as on a phone, or as on a desktop, drawn smaller.
import { makeButton } from './button.js'

const DESKTOP = 1280

// Gives a function that draws the preview anew from what the server has kept.
export function offerPreview(form, texts, keep) {
  const desk = form.closest('.desk')
  const opener = form.querySelector('[data-preview-button]')
  let frame
  if (!desk || !opener) return () => {}

  opener.addEventListener('click', (event) => {
    event.preventDefault()
    if (frame) close()
    else open()
  })
  return () => frame?.contentWindow.location.reload()

  async function open() {
    await keep()
    const pane = document.createElement('section')
    pane.className = 'preview-pane'
    pane.setAttribute('aria-label', texts.preview)
    frame = document.createElement('iframe')
    frame.title = texts.preview
    frame.src = form.dataset.preview
    frame.addEventListener('load', () => {
      // A page is looked at here; links would lead out of what can be framed.
      frame.contentDocument?.addEventListener('click', (event) => {
        const link = event.target.closest('a')
        if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault()
      })
      frame.contentDocument?.addEventListener('submit', (event) => event.preventDefault())
    })
    const box = document.createElement('div')
    box.className = 'preview-box'
    box.append(frame)
    const sizes = [makeButton(texts.phone, () => fit(true)), makeButton(texts.desktop, () => fit(false))]
    const bar = document.createElement('p')
    bar.append(sizes[0], ' ', sizes[1], ' ', makeButton(texts.close, close))
    pane.append(bar, box)
    desk.append(pane)
    desk.classList.add('desk-preview')
    new ResizeObserver(draw).observe(box)
    fit(innerWidth < 768)
    sizes[0].focus()

    function fit(isPhone) {
      pane.classList.toggle('preview-phone', isPhone)
      sizes.forEach((button, i) => button.setAttribute('aria-pressed', String((i === 0) === isPhone)))
      draw()
    }

    function draw() {
      if (!frame) return
      const scale = pane.classList.contains('preview-phone') ? 1 : Math.min(1, box.clientWidth / DESKTOP)
      frame.style.transform = scale === 1 ? '' : `scale(${scale})`
      frame.style.width = pane.classList.contains('preview-phone') ? '' : `${DESKTOP}px`
      frame.style.height = `${Math.round(box.clientHeight / scale)}px`
    }
  }

  function close() {
    desk.querySelector('.preview-pane').remove()
    desk.classList.remove('desk-preview')
    frame = undefined
    opener.focus()
  }
}
