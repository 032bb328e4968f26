// Shows the one follow-up that fits the stars, and takes back an answer given to the other.
export function followRating(form) {
  const followUps = [...form.querySelectorAll('[data-follow-up]')]
  const rest = form.querySelector('[data-after-rating]')

  function show() {
    const chosen = form.querySelector('input[name="stars"]:checked')
    rest.hidden = !chosen && rest.querySelector('textarea').value === ''
    for (const followUp of followUps) {
      const fits = chosen && followUp.dataset.followUp.split(' ').includes(chosen.value)
      followUp.hidden = !fits
      followUp.disabled = !fits
    }
  }

  form.addEventListener('change', show)
  show()
}
