// Pictures and documents from the library, or from this computer into it.
import { askFor, search } from './dialogs.js'

export function chooseMedia(pair, form, texts) {
  if (pair.dataset.improved || !form.dataset.mediaSearch) return
  pair.dataset.improved = 'yes'
  const path = pair.querySelector('[data-media-path]')
  const alt = pair.querySelector('[data-media-alt]')
  const row = document.createElement('p')
  row.append(button(texts.library, library), ' ', button(texts.upload, computer))
  pair.append(row)

  async function library() {
    const item = await search(texts.library, `${form.dataset.mediaSearch}?tipo=${pair.dataset.media}&q=`, '', texts)
    if (item) fill(item)
  }

  function computer() {
    const input = document.createElement('input')
    input.type = 'file'
    if (pair.dataset.media === 'immagine') input.accept = 'image/*'
    input.addEventListener('change', async () => {
      const file = input.files[0]
      const typed = await askFor(file.name, [[pair.dataset.media === 'immagine' ? texts.alt : texts.title, alt.value]], texts)
      if (!typed) return
      try {
        fill({ ...(await upload(form, file, typed[0])), alt: typed[0] })
      } catch (error) {
        await askFor(error.message || texts.notUploaded, [], texts)
      }
    })
    input.click()
  }

  function fill(item) {
    path.value = item.path
    if (item.alt && !alt.value) alt.value = item.alt
    path.dispatchEvent(new Event('input', { bubbles: true }))
    path.focus()
  }
}

// Sends a file to the library; gives what the library says of it.
export async function upload(form, file, alt) {
  const body = new FormData()
  body.append('file', file)
  body.append('alt', alt)
  const answer = await fetch(form.dataset.mediaUpload, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual' })
  if (answer.ok) return answer.json()
  const wrong = await answer.json().catch(() => null)
  throw new Error(wrong?.errors?.map((error) => error.message).join(' ') ?? '')
}

function button(label, act) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn btn-outline-primary btn-xs'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}
