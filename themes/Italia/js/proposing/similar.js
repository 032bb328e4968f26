// While the first things are typed: practices that are there already, told kindly and in nobody's way.
const PAUSE = 600

export function hintSimilar(form) {
  const place = document.getElementById('simili')
  const list = place?.querySelector('[data-similar-list]')
  if (!list) return
  let waiting
  let asked = ''
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, PAUSE)
  })

  async function ask() {
    const typed = new URLSearchParams()
    for (const name of ['title', 'owner', 'places']) typed.set(name, form.elements[name]?.value ?? '')
    if ((typed.get('title') ?? '').trim().length < 4 || typed.toString() === asked) return
    asked = typed.toString()
    const answer = await fetch(`${form.dataset.similar}?${typed}`).catch(() => null)
    if (answer?.ok) show(await answer.json())
  }

  function show(found) {
    place.hidden = found.length === 0
    list.replaceChildren(
      ...found.map((item) => {
        const link = document.createElement('a')
        link.href = item.address
        link.target = '_blank'
        link.rel = 'noopener'
        link.textContent = item.title
        const row = document.createElement('li')
        row.append(link)
        return row
      }),
    )
  }
}
