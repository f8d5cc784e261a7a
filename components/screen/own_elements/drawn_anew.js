// A tab whose connection was lost shows what a former session drew: its downloads are those of a session that is no more.
// Streamlit draws anew only with the next press of something else, so this asks for it as soon as the connection is back.
// A download that is pressed before that waits for it.
let phase = 'fine'
let pressed

const next = ({ testConnectionState, testScriptState }) => {
  if (testConnectionState !== 'CONNECTED') return 'lost'
  if (phase === 'lost') return 'asked'
  if (phase === 'asked' && testScriptState === 'running') return 'drawing'
  if (phase === 'drawing' && testScriptState === 'notRunning') return 'fine'
  return phase
}

// What a chart is drawn in is chosen on the server; the words around it follow a change of the theme by themselves.
const theme = app => {
  const [red, green, blue, alpha = 1] = getComputedStyle(app).backgroundColor.match(/[\d.]+/g).map(Number)
  // On paper there is no colour to tell it by.
  return alpha === 0 ? undefined : red + green + blue < 384 ? 'dark' : 'light'
}
// Longer than the paper takes to change its colour, of which no attribute tells.
const SETTLED = 500
let askedFor

export default function ({ data, parentElement, setTriggerValue }) {
  const app = document.querySelector('[data-testid="stApp"]')
  const note = parentElement.querySelector('[role=status]')
  const look = () => {
    const before = phase
    phase = next(app.dataset)
    if (phase === before) return
    if (phase === 'asked') setTriggerValue('anew', true)
    if (phase !== 'fine') return
    note.textContent = ''
    if (pressed?.isConnected) pressed.click()
    pressed = undefined
  }
  const follow = () => {
    const now = theme(app)
    if (!now || now === data.drawn_in) askedFor = undefined
    else if (now !== askedFor) {
      askedFor = now
      setTriggerValue('anew', true)
    }
  }
  const hold = event => {
    // Within an element of our own, so only the way of the press tells it (download_button.js).
    const button = event.composedPath().find(part => part.dataset?.file !== undefined)
    if (!button || phase === 'fine') return
    event.stopPropagation()
    pressed = button
    note.textContent = data.one_moment
  }
  let later
  const followSoon = () => { clearTimeout(later); later = setTimeout(follow, SETTLED) }
  const watch = new MutationObserver(() => { look(); followSoon() })
  watch.observe(app, { attributes: true, attributeFilter: ['data-test-connection-state', 'data-test-script-state', 'class'] })
  document.addEventListener('click', hold, true)
  look()
  followSoon()
  return () => { clearTimeout(later); watch.disconnect(); document.removeEventListener('click', hold, true) }
}
