// The code of a link stands behind the #, which no server sees: it is put into the form and sent, and taken out of the address.
export function resume(form) {
  const code = decodeURIComponent(location.hash.slice(1))
  if (!/^[0-9a-f]{20,}$/.test(code)) return
  history.replaceState(null, '', location.pathname + location.search)
  form.elements.codice.value = code
  form.submit()
}
