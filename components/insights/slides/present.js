// One finding at a time in a dialog of the browser's own, which covers everything and leaves by Escape. The arrow keys turn the pages.
function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function mark(kind, place, of, { value, low, high, pale }) {
  const part = made('i', { className: `${place === of - 1 ? 'last' : `earlier n${place}`} ${pale ? 'pale' : ''}` })
  part.style.setProperty('--value', value)
  if (low === undefined) return [part]
  const reach = made('u', { className: part.className })
  reach.style.setProperty('--low', low)
  reach.style.setProperty('--high', high)
  return [reach, part]
}

function row({ kind }, { name, said, marks }) {
  const track = made('span', { className: `track ${kind}` }, ...marks.flatMap((one, place) => one ? mark(kind, place, marks.length, one) : kind === 'parts' ? [made('i', { className: 'untold' })] : []))
  track.setAttribute('aria-hidden', 'true')
  return made('li', {}, made('span', { className: 'name', textContent: name }), track, made('b', { textContent: said }))
}

function legend({ names, rows }) {
  if (names.length < 2) return []
  const kind = place => rows.some(({ marks }) => marks[place]) ? place === names.length - 1 ? 'last' : `earlier n${place}` : 'untold'
  return [made('p', { className: 'legend' }, ...names.map((name, place) => made('span', { className: kind(place), textContent: name })))]
}

function middle({ drawing, lines }) {
  if (drawing) return made('div', { className: 'drawn' }, ...legend(drawing), made('ul', {}, ...drawing.rows.map(one => row(drawing, one))))
  return made('ul', { className: lines.length > 4 ? 'lines many' : 'lines' }, ...lines.map(line => made('li', { textContent: line })))
}

function drawn(slide, feet) {
  const said = slide.said ? [made('p', { className: 'said', textContent: slide.said })] : []
  const foot = made('div', { className: 'foot' }, ...[slide.caption, ...feet].filter(Boolean).map(text => made('p', { textContent: text })))
  return made('div', { className: 'inner' }, made('div', {}, made('h2', { textContent: slide.title }), ...said), middle(slide), foot)
}

// What does not fit is set smaller, in steps, rather than scrolled or cut.
function fit(inner) {
  let size = 1
  while (size > 0.6 && inner.scrollHeight > inner.clientHeight + 1) inner.style.setProperty('--size', (size -= 0.04))
}

const TURNS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity }

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.present')
  if (root.firstChild) return
  const { slides, feet, words } = data
  let at = 0
  const stage = made('section', { className: 'stage', tabIndex: -1 })
  const count = made('span', { className: 'count' })
  count.setAttribute('role', 'status')
  const [back, next, leave] = [words.back, words.next, words.leave].map(textContent => made('button', { type: 'button', textContent }))
  const controls = made('div', { className: 'controls' }, back, count, next, leave, made('span', { className: 'keys', textContent: words.keys }))
  const dialog = made('dialog', {}, stage, controls)
  dialog.setAttribute('aria-label', words.label)

  const go = to => {
    at = Math.max(0, Math.min(slides.length - 1, to))
    const inner = drawn(slides[at], feet)
    stage.replaceChildren(inner)
    stage.setAttribute('aria-label', slides[at].title)
    fit(inner)
    count.textContent = words.count.replace('{at}', at + 1).replace('{all}', slides.length)
    back.setAttribute('aria-disabled', at === 0)
    next.setAttribute('aria-disabled', at === slides.length - 1)
  }
  dialog.onkeydown = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in TURNS)) return
    if (event.key === ' ' && event.composedPath()[0].matches?.('button')) return
    event.preventDefault()
    go(at + TURNS[event.key])
  }
  back.onclick = () => go(at - 1)
  next.onclick = () => go(at + 1)
  leave.onclick = () => dialog.close()
  // A screen that is drawn anew in the same moment can swallow it, and would take the next press for one of before.
  const left = () => setTriggerValue('left', true)
  dialog.onclose = () => {
    left()
    const again = setInterval(() => dialog.isConnected ? left() : clearInterval(again), 3000)
  }
  root.replaceChildren(dialog)
  dialog.showModal()
  stage.focus()
  go(0)
  const resized = new ResizeObserver(() => fit(stage.firstChild))
  resized.observe(stage)
  return () => resized.disconnect()
}
