// This tab remembers on which screen it told, so that a refresh there tells again and nothing else does.
const TOLD = 'rekindle-english-for-now'
const CLOSED = 'closed'

function told() {
  try { return sessionStorage.getItem(TOLD) } catch { return null }
}

function remember(what) {
  // The page keeps room for it only where it is shown (components/server/page/page.js).
  document.documentElement.toggleAttribute('data-told', what === CLOSED)
  // A browser may refuse storage; then it is told on each screen, and closes.
  try { sessionStorage.setItem(TOLD, what) } catch { /* see above */ }
}

export default function ({ data, parentElement }) {
  const note = parentElement.querySelector('p')
  const [says, close] = note.children
  Object.assign(note, { lang: data.tag, dir: data.direction, hidden: ![null, data.screen].includes(told()) })
  says.textContent = data.says
  close.setAttribute('aria-label', data.close)
  remember(note.hidden ? CLOSED : data.screen)
  close.onclick = () => {
    note.hidden = true
    remember(CLOSED)
  }
}
