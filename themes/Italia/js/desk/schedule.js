// The button that publishes says what it will do: at once, or at the time that was set.
export function followSchedule(form) {
  const button = form.querySelector('[data-publish]')
  const when = form.querySelector('[name="_publishAt"]')
  if (!button || !when) return
  const now = button.value === 'pubblica' ? button.textContent : button.dataset.publishLabel
  when.addEventListener('input', () => {
    button.value = when.value ? 'programma' : 'pubblica'
    button.textContent = when.value ? button.dataset.scheduleLabel : now
  })
}
