export function makeButton(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn btn-outline-primary btn-xs'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}
