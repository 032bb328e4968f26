import NavBarCollapsible from 'bootstrap-italia/dist/plugins/navbar-collapsible.js'

// Without script the menu control is a link to the menu; with it, a button that says whether the menu is open.
export function makeMenuButton(link) {
  const menu = document.querySelector(link.getAttribute('href'))
  link.setAttribute('role', 'button')
  link.setAttribute('aria-controls', menu.id)
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    link.click()
  })
  NavBarCollapsible.getOrCreateInstance(menu)
}
