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

// Streamlit fetches a part of itself when it is first needed, and never asks twice for one that was lost on its way: only a page that is
// loaded again brings it. That ends what is being typed, so it takes a press.
let bar

function button(text, act) {
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', textContent: text, onclick: act })
  made.style.cssText = 'font:inherit;color:inherit;background:none;border:1px solid;border-radius:.5rem;min-block-size:2.75rem;margin:.75rem .75rem 0 0;padding:0 1rem;cursor:pointer'
  return made
}

async function again(said) {
  // Without a connection a browser would put its own page in the place of this one.
  try {
    await fetch('/queue', { cache: 'no-store' })
    location.reload()
  } catch { said.textContent = words.stillAway }
}

function offer() {
  // For page.css, which hides what Streamlit says of it.
  document.documentElement.dataset.lost = ''
  if (bar) return
  bar = document.createElement('div')
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  said.style.margin = 0
  const { color, backgroundColor, fontFamily } = getComputedStyle(document.querySelector('[data-testid="stApp"]') ?? document.body)
  bar.style.cssText = 'position:fixed;z-index:9;inset:auto 0 0;padding:1rem;font-size:1rem;line-height:1.5;border-block-start:1px solid'
  Object.assign(bar.style, { color, backgroundColor, fontFamily })
  bar.append(said, button(words.again, () => again(said)), button(words.notNow, () => bar.remove()))
  document.body.append(bar)
  said.textContent = words.lost
}

addEventListener('vite:preloadError', offer)
