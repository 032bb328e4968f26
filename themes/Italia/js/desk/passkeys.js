// Passkeys: made and shown by the browser. Without script, or in a browser that knows none, their forms stay hidden.
export function offerPasskeys() {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      send(form)
    })
  }
}

async function send(form) {
  const button = form.querySelector('button[type=submit]')
  const problem = form.querySelector('[data-passkey-problem]')
  button.disabled = true
  problem.hidden = true
  try {
    form.elements.credenziale.value = JSON.stringify(await ask(form))
    for (const password of form.querySelectorAll('input[type=password]')) password.disabled = true
    form.submit()
  } catch (error) {
    if (error.answer) problem.textContent = error.answer
    problem.hidden = false
    button.disabled = false
  }
}

async function ask(form) {
  const data = new FormData(form)
  const answer = await fetch(form.dataset.options, { method: 'POST', body: data })
  if (!answer.ok) {
    const text = answer.headers.get('content-type')?.startsWith('text/plain') ? await answer.text() : ''
    throw Object.assign(new Error('refused'), { answer: text })
  }
  const options = await answer.json()
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return credential.toJSON()
}
