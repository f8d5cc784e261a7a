// The menu of a narrow window: its buttons say what they do, it takes no focus while it is closed, and it closes once something is chosen.
// Closed in: scripts of a page share their names.
(() => {
  const words = document.currentScript.dataset
  const find = id => document.querySelector(`[data-testid="${id}"]`)
  const opener = () => find('stExpandSidebarButton')
  const closer = () => find('stSidebarCollapseButton')?.querySelector('button')
  let wasOpen = false, left = false

  function name(button, word) {
    if (button.getAttribute('aria-label') !== word) button.setAttribute('aria-label', word)
    if (button.querySelector('[data-word]')) return
    const said = document.createElement('span')
    said.dataset.word = ''
    said.textContent = word
    button.append(said)
  }

  function look() {
    const menu = find('stSidebar')
    if (opener()) name(opener(), words.menu)
    if (!menu) return
    if (closer()) name(closer(), words.close)
    for (const part of [menu, find('stSidebarNav')]) if (part && part.ariaLabel !== words.menu) part.ariaLabel = words.menu
    const open = !opener()
    if (menu.inert === open) menu.inert = !open
    if (open && !wasOpen) closer()?.focus()
    // Whoever leaves by Escape still has the focus in the menu at this moment; whoever chose goes on to a page.
    if (!open && wasOpen && (left || document.activeElement === document.body)) opener().focus()
    if (!open) left = false
    wasOpen = open
  }

  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true })
  addEventListener('click', event => {
    // After Streamlit has heard of the choice itself.
    if (event.target.closest?.('[data-testid="stSidebarNavLink"]')) setTimeout(() => closer()?.click())
  })
  // Over the page below nothing else is done while it is open.
  addEventListener('focusin', event => { if (wasOpen && !find('stSidebar')?.contains(event.target)) closer()?.click() })
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !find('stSidebar')?.contains(document.activeElement)) return
    left = true
    closer()?.click()
  })
})()
