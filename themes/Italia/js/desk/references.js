// Another line appears as soon as one is filled; items of any type are completed from the server.
export function offerMore(input, form) {
  if (input.dataset.improved) return
  input.dataset.improved = 'yes'
  const list = document.getElementById(input.getAttribute('list'))
  let waiting
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    if (list && list.dataset.whole === undefined && input.value.length > 1) waiting = setTimeout(complete, 150)
  })
  input.addEventListener('change', () => {
    if (input.value === '' || input.dataset.followed) return
    input.dataset.followed = 'yes'
    const field = input.closest('.field')
    const next = field.cloneNode(true)
    const line = next.querySelector('input')
    const id = `${input.id}-${form.querySelectorAll('input[data-more]').length}`
    line.value = ''
    line.id = id
    delete line.dataset.improved
    delete line.dataset.followed
    next.querySelector('label').htmlFor = id
    field.after(next)
    offerMore(line, form)
  })

  async function complete() {
    if (list.options.length > 0 && list.dataset.asked === undefined) return // the type's own items stand there
    list.dataset.asked = 'yes'
    const answer = await fetch(`${form.dataset.completeItems}?q=${encodeURIComponent(input.value)}`).catch(() => null)
    if (!answer?.ok) return
    list.replaceChildren(...(await answer.json()).map((item) => new Option(`${item.title} (${item.type})`, item.path)))
  }
}
