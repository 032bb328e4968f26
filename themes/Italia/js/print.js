export function enablePrint(button) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
