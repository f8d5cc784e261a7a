// A week: native sliders by area and question, all of them one value for Streamlit, with running totals.
// What is set is also kept in this tab's sessionStorage until the page is saved, so that a refresh before "Continue" loses nothing.
const STORED = 'rekindle-unsent-week'

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// For fingers, to which an hour is a hair's breadth; a keyboard and a screen reader have the slider itself.
function nudge(slider, by, word) {
  const button = made('button', { type: 'button', tabIndex: -1, title: word, textContent: by < 0 ? '−' : '+' })
  button.setAttribute('aria-hidden', 'true')
  button.onmousedown = event => event.preventDefault()
  button.onclick = () => {
    slider.value = Number(slider.value) + by
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    slider.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return button
}

// For eyes: the slider itself says its value, and an <output> would be a live region of its own beside that of the totals.
function amount() {
  const shown = made('span', { className: 'amount' })
  shown.setAttribute('aria-hidden', 'true')
  return shown
}

function question(area, asked, words) {
  const slider = made('input', { type: 'range', min: 0, max: asked.most, step: 1 })
  slider.dataset.question = asked.id
  slider.dataset.area = area.id
  slider.setAttribute('aria-label', `${area.name}: ${asked.text}`)
  const line = made('div', { className: 'line' }, nudge(slider, -1, words.less), slider, nudge(slider, 1, words.more))
  return made('div', { className: 'question' }, made('span', { className: 'asked', textContent: asked.text }), amount(), line)
}

function group(area, data) {
  const fieldset = made('fieldset', {}, made('legend', { textContent: area.name }), made('p', { textContent: area.includes }))
  fieldset.append(made('div', { className: 'questions' }, ...data.questions.map(asked => question(area, asked, data.words))))
  return fieldset
}

function sliders(root) { return [...root.querySelectorAll('input')] }

function chosen(root, data) {
  const of = asked => sliders(root).filter(slider => slider.dataset.question === asked.id)
  return Object.fromEntries(data.questions.map(asked =>
    [asked.id, Object.fromEntries(of(asked).map(slider => [slider.dataset.area, Number(slider.value)]))]))
}

function sum(amounts) { return Object.values(amounts).reduce((total, amount) => total + amount, 0) }

function tell(root, data) {
  for (const slider of sliders(root)) {
    slider.closest('.question').querySelector('.amount').textContent = slider.value
    slider.style.setProperty('--filled', `${100 * slider.value / slider.max}%`)
  }
  const week = chosen(root, data)
  const [now, wish] = [sum(week.now), sum(week.wish)]
  const [few, many] = data.usual
  const unusual = [now, wish].some(hours => hours && (hours < few || hours > many))
  root.querySelector('.total').textContent = data.words.total.replace('{now}', now).replace('{wish}', wish)
  root.querySelector('.unusual').textContent = unusual ? data.words.unusual : ''
}

function unsent(data) {
  // A browser may refuse storage; then only what was continued is kept, as the page says.
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED))
    return kept && kept.keep === data.keep ? kept.hours : null
  } catch { return null }
}

function keep(data, hours) {
  try { sessionStorage.setItem(STORED, JSON.stringify({ keep: data.keep, hours })) } catch { /* see unsent() */ }
}

function draw(root, data) {
  const totals = made('div', { className: 'totals' }, made('p', { className: 'total' }), made('p', { className: 'unusual' }))
  totals.setAttribute('role', 'status')
  root.replaceChildren(...data.areas.map(area => group(area, data)), totals)
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('.week')
  root.oninput = () => { tell(root, data); keep(data, chosen(root, data)) }
  root.onchange = () => setStateValue('hours', chosen(root, data))
  if (root.dataset.keep === data.keep) return
  root.dataset.keep = data.keep
  draw(root, data)
  const waiting = unsent(data)
  const hours = waiting ?? data.hours
  for (const slider of sliders(root)) slider.value = hours[slider.dataset.question]?.[slider.dataset.area] ?? 0
  tell(root, data)
  if (waiting) setStateValue('hours', waiting)
}
