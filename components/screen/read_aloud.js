// Has a text read by a voice of the device itself, so that nothing of it is sent anywhere. Without such a voice there is no button.
const speech = window.speechSynthesis
const language = document.documentElement.lang
const DRAWING = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"'
  + ' stroke-linecap="round" stroke-linejoin="round"><path d="M11 5 6.5 9H3v6h3.5L11 19z"/><path d="M15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11"/></svg>'
// The button whose text is being read.
let reading

const base = tag => tag.toLowerCase().split(/[-_]/)[0]

function voice() {
  // A voice that is not local is somewhere in the net, and would be sent what it reads.
  return speech?.getVoices().find(found => found.localService && base(found.lang) === base(language))
}

function say(button) {
  const word = button === reading ? button.words.stop : button.words.read
  button.querySelector('span').textContent = word
  button.setAttribute('aria-label', button.about ? `${word}: ${button.about}` : word)
}

function stop() {
  const was = reading
  reading = undefined
  speech.cancel()
  if (was) say(was)
}

function start(button) {
  const said = Object.assign(new SpeechSynthesisUtterance(button.text), { lang: language, voice: voice() })
  const over = () => { if (reading === button) stop() }
  Object.assign(said, { onend: over, onerror: over, onboundary: () => { if (!button.isConnected) over() } })
  reading = button
  say(button)
  speech.speak(said)
}

// A button that reads `text`; `about` names it where there are several.
export function reader(text, words, about = '') {
  const button = document.createElement('button')
  Object.assign(button, { type: 'button', className: 'read', text, words, about, innerHTML: `${DRAWING}<span></span>` })
  button.onclick = () => {
    const again = reading === button
    stop()
    if (!again) start(button)
  }
  const show = () => { button.hidden = !voice() }
  say(button)
  show()
  // Voices are looked for while the page is drawn.
  speech?.addEventListener('voiceschanged', show)
  return button
}

addEventListener('pagehide', () => speech?.cancel())

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('.aloud')
  if (root.firstChild?.text !== data.text) root.replaceChildren(reader(data.text, data.words, data.about))
}
