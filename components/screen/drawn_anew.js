// A tab whose connection was lost shows what a former session drew: its downloads and uploads are those of a session that is no more.
// Streamlit draws anew only with the next press of something else, so this asks for it as soon as the connection is back.
// A download that is pressed before that waits for it.
const DOWNLOAD = '[data-testid="stDownloadButton"] button'
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
const paper = app => getComputedStyle(app).backgroundColor
let drawnOn

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
  drawnOn ??= paper(app)
  const follow = () => {
    if (paper(app) === drawnOn) return
    drawnOn = paper(app)
    setTriggerValue('anew', true)
  }
  const hold = event => {
    const button = event.target.closest(DOWNLOAD)
    if (!button || phase === 'fine') return
    event.stopPropagation()
    pressed = button
    note.textContent = data.one_moment
  }
  const watch = new MutationObserver(() => { look(); follow() })
  watch.observe(app, { attributes: true, attributeFilter: ['data-test-connection-state', 'data-test-script-state', 'class'] })
  document.addEventListener('click', hold, true)
  look()
  return () => { watch.disconnect(); document.removeEventListener('click', hold, true) }
}
