// Every word comes from outside and is put in as text.
function row({ name, score, level }) {
  const item = document.createElement('li')
  const [called, track, says] = [document.createElement('span'), document.createElement('span'), document.createElement('span')]
  called.textContent = name
  track.className = 'track'
  track.style.setProperty('--score', `${score}%`)
  says.textContent = level
  item.append(called, track, says)
  return item
}

function lead(id) {
  const heading = document.getElementById(id)
  if (!heading) return
  // Streamlit's header lies over what is scrolled.
  const header = document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().height ?? 0
  heading.style.scrollMarginBlockStart = `${header + 16}px`
  heading.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

export default function ({ data, parentElement }) {
  const say = (place, text) => { parentElement.querySelector(place).textContent = text }
  say('figcaption', data.marked)
  say('.name', data.name)
  say('.says', data.says)
  say('button', data.go)
  parentElement.querySelector('ul').replaceChildren(...data.rows.map(row))
  parentElement.querySelector('button').onclick = () => lead(data.to)
}
