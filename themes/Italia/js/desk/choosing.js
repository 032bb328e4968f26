// One box over a list of boxes chooses them all.
export function chooseAll(all) {
  const boxes = [...all.closest('table').querySelectorAll('tbody input[type="checkbox"]')]
  all.hidden = false
  all.addEventListener('change', () => boxes.forEach((box) => (box.checked = all.checked)))
}
