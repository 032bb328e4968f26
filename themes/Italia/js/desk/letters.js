// Says how many letters are left, once few are.
export function countLetters(input, texts) {
  if (input.dataset.improved) return
  input.dataset.improved = 'yes'
  const max = Number(input.dataset.count)
  const note = document.createElement('p')
  note.className = 'letters field-help'
  note.setAttribute('aria-live', 'polite')
  input.after(note)
  input.addEventListener('input', tell)
  tell()

  function tell() {
    const left = max - input.value.length
    note.textContent = left < 0 ? texts.tooLong.replace('{0}', -left) : left <= max / 5 ? texts.lettersLeft.replace('{0}', left) : ''
  }
}
