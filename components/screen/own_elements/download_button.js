// The file comes with the element, and the browser makes it: it has no address that another server could be asked for.
// By label, what was asked for and has not come: each file is kept once, though an element may be drawn again while it still holds it.
// The page knows that and not this script, which is fetched a second time where it was lost on its way.
const asked = (globalThis.rekindleAsked ??= new Map())
// A screen that is drawn anew in the same moment can swallow a press, so it is asked again, also after a minute without a connection.
// Nobody gets later what they have given up.
const TRIES = 5, PATIENCE = 60_000

function made(tag, properties = {}) { return Object.assign(document.createElement(tag), properties) }

function keep({ name, kind, bytes }) {
  const letters = Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([letters], { type: kind }))
  made('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.file')
  const button = root.querySelector('button') ?? root.appendChild(made('button', { type: 'button' }))
  const why = root.querySelector('p') ?? root.appendChild(made('p', { id: 'why' }))
  button.textContent = data.label
  why.textContent = data.why
  if (data.why) button.setAttribute('aria-describedby', 'why')
  // Held back while a lost connection is on its way back (drawn_anew.js).
  button.dataset.file = ''
  button.removeAttribute('aria-busy')
  const ask = number => {
    button.setAttribute('aria-busy', 'true')
    setTriggerValue('asked', number)
  }
  button.onclick = () => {
    const number = `${Date.now()}-${Math.random()}`
    asked.set(data.label, { number, tries: 1, until: Date.now() + PATIENCE })
    ask(number)
  }
  const waiting = asked.get(data.label)
  if (!waiting) return
  if (data.file?.asked === waiting.number) {
    asked.delete(data.label)
    keep(data.file)
  } else if (Date.now() > waiting.until) asked.delete(data.label)
  else if (waiting.tries++ < TRIES) ask(waiting.number)
}
