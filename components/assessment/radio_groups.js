// One page of questions: a native radio group each, all of them one value for Streamlit.
// What is chosen is also kept in this tab's sessionStorage until the page is saved, so that a refresh before "Continue" loses nothing.
const STORED = 'rekindle-unsent'
// A label of more lines than this makes the scale higher than what it saves.
const LINES = 3

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function option(question, { value, text }) {
  const radio = made('input', { type: 'radio', name: question.id, value })
  return made('label', {}, made('span', { className: 'dot' }, radio), made('span', { className: 'words', textContent: text }))
}

// Where labels do not fit below their points: the ends, and what is chosen below its own. The radios say these words already.
function spelledOut(choices) {
  const ends = made('div', { className: 'ends', ariaHidden: 'true' })
  ends.append(...[choices[0], choices.at(-1)].map(({ text }) => made('span', { textContent: text })))
  return [ends, made('div', { className: 'said', ariaHidden: 'true' })]
}

function group(question, data) {
  const legend = made('legend', { id: `question-${question.id}`, textContent: question.text })
  const choices = question.choices ?? data.choices
  const scale = made('div', { className: data.line ? 'scale line' : 'scale points' }, ...choices.map(choice => option(question, choice)))
  scale.style.setProperty('--points', choices.length)
  const clear = made('button', { type: 'button', className: 'clear', textContent: data.words.clear })
  clear.setAttribute('aria-label', `${data.words.clear}: ${question.text}`)
  const apart = made('div', { className: 'apart' })
  if (data.apart) apart.append(option(question, data.apart))
  apart.append(clear, made('span', { className: 'note', textContent: data.words.open }))
  const rows = made('div', { className: 'rows' }, scale, ...(data.line ? [] : spelledOut(choices)), apart)
  const fieldset = made('fieldset', { id: question.id }, legend, rows)
  fieldset.setAttribute('role', 'radiogroup')
  fieldset.setAttribute('aria-labelledby', legend.id)
  return fieldset
}

function count() {
  const bar = made('div', { className: 'bar', ariaHidden: 'true' }, made('i'))
  return made('div', { className: 'count' }, made('b', { role: 'status' }), bar)
}

function chosen(root) {
  const picked = [...root.querySelectorAll('input:checked')]
  return Object.fromEntries(picked.map(radio => [radio.name, radio.value === 'na' ? 'na' : Number(radio.value)]))
}

function choose(root, answers) {
  for (const radio of root.querySelectorAll('input')) radio.checked = String(answers[radio.name]) === radio.value
}

function mark(root, data) {
  for (const fieldset of root.querySelectorAll('fieldset')) {
    const radio = fieldset.querySelector('input:checked')
    const point = fieldset.querySelector('.points input:checked')
    fieldset.classList.toggle('answered', Boolean(radio))
    fieldset.classList.toggle('placed', Boolean(point))
    fieldset.classList.toggle('open', data.seen && !radio)
    fieldset.querySelector('.clear').hidden = !radio
    if (point) spell(fieldset, point)
  }
  if (data.count) tell(root, data.count)
}

function tell(root, { before, total, text }) {
  const done = before + root.querySelectorAll('input:checked').length
  const said = text.replace('{done}', done).replace('{total}', total)
  const words = root.querySelector('.count b')
  if (words.textContent !== said) words.textContent = said
  root.querySelector('.bar').style.setProperty('--share', `${100 * done / total}%`)
}

// Below its point, and over no edge.
function spell(fieldset, point) {
  const [said, points] = [fieldset.querySelector('.said'), fieldset.querySelector('.points')]
  said.textContent = point.closest('label').textContent
  const places = [...points.querySelectorAll('input')]
  const wanted = points.clientWidth * (places.indexOf(point) + 0.5) / places.length - said.offsetWidth / 2
  said.style.marginInlineStart = `${Math.max(0, Math.min(points.clientWidth - said.offsetWidth, wanted))}px`
}

// Labels stand below their points where each word of each fits its column in a few lines, chosen (bold) or not; else only both ends do.
function fit(root) {
  const words = [...root.querySelector('.points')?.querySelectorAll('.words') ?? []]
  if (!words.length) return
  root.classList.remove('short')
  root.classList.add('measured')
  const most = parseFloat(getComputedStyle(words[0]).lineHeight) * LINES + 8
  const tight = words.some(label => label.scrollWidth > label.clientWidth || label.scrollHeight > most)
  root.classList.remove('measured')
  root.classList.toggle('short', tight)
  for (const point of root.querySelectorAll('.points input:checked')) spell(point.closest('fieldset'), point)
}

// What sticks must stick below Streamlit's header, which lies over the scrolled page.
function fitted(root) {
  root.style.setProperty('--under', `${document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().bottom ?? 0}px`)
  fit(root)
  const watch = new ResizeObserver(() => requestAnimationFrame(() => fit(root)))
  watch.observe(root)
  return watch
}

// From the moment the first question is on the screen to the last choice: a hidden tab does not count, a pause as a minute at most.
const PAUSE = 60000

function stopwatch(root, seconds) {
  let spent = seconds * 1000, run = 0, since = null, begun = false
  const pass = () => {
    if (since !== null) run += performance.now() - since
    since = begun && !document.hidden ? performance.now() : null
  }
  // Elements come and go while Streamlit draws; only the last one drawn here listens.
  root.watching?.abort()
  root.watching = new AbortController()
  document.addEventListener('visibilitychange', pass, { signal: root.watching.signal })
  const arrival = new IntersectionObserver(seen => {
    if (!seen.some(entry => entry.isIntersecting)) return
    begun = true
    pass()
    arrival.disconnect()
  })
  const first = root.querySelector('fieldset')
  if (first) arrival.observe(first)
  return () => {
    pass()
    spent += Math.min(run, PAUSE)
    run = 0
    return Math.round(spent / 100) / 10
  }
}

function unsent(data) {
  // A browser may refuse storage; then only what was continued is kept, as the page says.
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED))
    return kept && kept.keep === data.keep ? kept : null
  } catch { return null }
}

function keep(data, answers, seconds) {
  try { sessionStorage.setItem(STORED, JSON.stringify({ keep: data.keep, answers, seconds })) } catch { /* see unsent() */ }
}

// Each question can be read aloud, where the browser has a voice of its own.
async function offerReading(root, data) {
  const { reader } = await import(data.aloud.script).catch(() => ({}))
  if (!reader) return
  for (const { id, text } of data.questions) {
    const apart = root.querySelector(`fieldset[id="${id}"] .apart`)
    if (apart && !apart.querySelector('.read')) apart.append(reader(() => text, data.aloud.words, text))
  }
}

function draw(root, data) {
  root.replaceChildren(...(data.count ? [count()] : []), ...data.questions.map(question => group(question, data)))
  const waiting = unsent(data)
  choose(root, waiting?.answers ?? data.answers)
  root.spent = stopwatch(root, waiting?.seconds ?? 0)
  offerReading(root, data)
  return waiting
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('.groups')
  const changed = () => {
    const answers = chosen(root)
    const seconds = root.spent()
    keep(data, answers, seconds)
    mark(root, data)
    setStateValue('seconds', seconds)
    setStateValue('answers', answers)
  }
  root.onchange = changed
  root.onclick = event => {
    if (!event.target.matches('.clear')) return
    const fieldset = event.target.closest('fieldset')
    fieldset.querySelectorAll('input:checked').forEach(radio => { radio.checked = false })
    changed()
    fieldset.querySelector('input').focus()
  }
  const drawn = root.dataset.keep === data.keep
  root.dataset.keep = data.keep
  const waiting = drawn ? null : draw(root, data)
  mark(root, data)
  const watch = fitted(root)
  if (waiting) {
    setStateValue('seconds', waiting.seconds ?? 0)
    setStateValue('answers', waiting.answers)
  }
  return () => watch.disconnect()
}
