// A long list of boxes gets a line to filter it.
const LONG = 12

export function filterBoxes(list, texts) {
  if (list.dataset.improved || list.children.length <= LONG) return
  list.dataset.improved = 'yes'
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = 'search'
  label.className = 'filter'
  label.append(texts.filter, ' ', input)
  list.before(label)
  input.addEventListener('input', (event) => {
    event.stopPropagation()
    const words = input.value.toLowerCase().split(/\s+/)
    for (const item of list.children)
      item.hidden = !item.querySelector('input').checked && !words.every((word) => item.textContent.toLowerCase().includes(word))
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault()
  })
}
