// The browser's own colour picker beside the field of a colour; what is picked there stands in the field.
export function pickColour(form) {
  const field = form.querySelector('input[name=primary]')
  if (!field) return
  const label = document.createElement('label')
  const picker = document.createElement('input')
  picker.type = 'color'
  label.className = 'colour-picker'
  label.append(form.dataset.colour, ' ', picker)
  field.after(label)
  const follow = () => /^#?[0-9a-f]{6}$/i.test(field.value.trim()) && (picker.value = '#' + field.value.trim().replace('#', '').toLowerCase())
  follow()
  field.addEventListener('input', follow)
  picker.addEventListener('input', () => (field.value = picker.value))
}
