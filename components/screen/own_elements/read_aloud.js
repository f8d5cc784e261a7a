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
  const said = Object.assign(new SpeechSynthesisUtterance(button.text()), { lang: language, voice: voice() })
  const over = () => { if (reading === button) stop() }
  Object.assign(said, { onend: over, onerror: over, onboundary: () => { if (!button.isConnected) over() } })
  reading = button
  say(button)
  speech.speak(said)
}

// A button that reads what `text` says when it is pressed; `about` names it where there are several.
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

// What is read of a section: what is seen of its words, without what is folded away, pressed or drawn.
const WORDS = 'h1, h2, h3, h4, p, li'
const LEFT_OUT = 'button, summary, table, svg, label, nav, details:not([open])'
const FRAME = '[data-testid="stElementContainer"]'

function wordsOf(part) {
  if (part.shadowRoot) return [...part.shadowRoot.querySelectorAll(WORDS)]
  return part.matches(WORDS) ? [part] : []
}

function isSeen(word) { return word.checkVisibility() && !word.closest(LEFT_OUT) }

function section(frame) {
  const every = [...frame.closest('[data-testid="stMain"]').querySelectorAll('*')]
  const said = []
  let headings = 0
  for (const part of every.slice(every.indexOf(frame)).filter(part => !frame.contains(part))) {
    // It ends where the next one can be read, or where another heading begins.
    if (part.dataset.readAloud !== undefined || (part.matches('h1, h2') && headings++)) break
    if (!part.closest(LEFT_OUT) && !part.parentElement.closest('li, p')) said.push(...wordsOf(part).filter(isSeen))
  }
  return said.map(word => word.textContent.trim()).filter(Boolean).join('\n')
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('.aloud')
  if (root.firstChild?.about === data.about) return
  const frame = parentElement.host.closest(FRAME)
  frame.dataset.readAloud = ''
  root.replaceChildren(reader(() => section(frame), data.words, data.about))
}
