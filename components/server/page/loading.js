// Says what keeps the page from coming, where it has not come after ten seconds. Streamlit would show a grey skeleton for ever.
const words = document.currentScript.dataset
const PATIENCE = 10000
const AGAIN = 5000
let note

const drawn = () => document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]:not(:has([data-testid="stAppSkeleton"]))')

const live = () => new Promise(resolve => {
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/_stcore/stream', 'rekindle-probe')
  socket.onopen = () => { socket.close(); resolve(true) }
  socket.onerror = () => resolve(false)
})

async function reason() {
  try {
    const { seconds } = await (await fetch('/queue', { cache: 'no-store' })).json()
    if (seconds > 0) return words.crowd.replace('{seconds}', seconds)
  } catch {
    return words.unreachable
  }
  return await live() ? words.slow : words.blocked.replace('{host}', location.host)
}

function say(sentence) {
  if (!note) {
    note = document.createElement('p')
    note.setAttribute('role', 'status')
    note.style.cssText = 'position:fixed;z-index:9;inset:0 0 auto;margin:0;padding:1.5rem;font:1.125rem/1.5 sans-serif;color:CanvasText;background:Canvas'
    document.body.append(note)
  }
  if (note.textContent !== sentence) note.textContent = sentence
}

async function look() {
  if (!drawn()) {
    const sentence = await reason()
    if (!drawn()) {
      say(sentence)
      setTimeout(look, AGAIN)
      return
    }
  }
  note?.remove()
}

setTimeout(look, PATIENCE)
