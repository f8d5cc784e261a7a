// The file comes with the element, and the browser makes it: it has no address that another server could be asked for.
// Each is kept once: an element may be drawn again while it still holds the file.
const asked = new Set()

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
  button.onclick = () => {
    const number = `${Date.now()}-${Math.random()}`
    asked.add(number)
    button.setAttribute('aria-busy', 'true')
    setTriggerValue('asked', number)
  }
  if (data.file && asked.delete(data.file.asked)) keep(data.file)
}
