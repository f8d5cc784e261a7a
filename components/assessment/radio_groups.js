// One page of questions: a native radio group each, all of them one value for Streamlit.
// What is chosen is also kept in this tab's sessionStorage until the page is saved, so that a refresh before "Continue" loses nothing.
const STORED = 'rekindle-unsent'

function option(question, { value, text }) {
  const label = document.createElement('label')
  const radio = document.createElement('input')
  radio.type = 'radio'
  radio.name = question.id
  radio.value = value
  label.append(radio, text)
  return label
}

function group(question, data) {
  const fieldset = document.createElement('fieldset')
  const legend = document.createElement('legend')
  const scale = document.createElement('div')
  const apart = document.createElement('div')
  const note = document.createElement('span')
  const clear = document.createElement('button')
  legend.id = `question-${question.id}`
  legend.textContent = question.text
  fieldset.id = question.id
  fieldset.setAttribute('role', 'radiogroup')
  fieldset.setAttribute('aria-labelledby', legend.id)
  scale.className = data.line ? 'scale line' : 'scale'
  scale.append(...(question.choices ?? data.choices).map(choice => option(question, choice)))
  apart.className = 'apart'
  clear.type = 'button'
  clear.textContent = data.words.clear
  clear.setAttribute('aria-label', `${data.words.clear}: ${question.text}`)
  note.className = 'note'
  note.textContent = data.words.open
  if (data.apart) apart.append(option(question, data.apart))
  apart.append(clear, note)
  fieldset.append(legend, scale, apart)
  return fieldset
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
    const answered = Boolean(fieldset.querySelector('input:checked'))
    fieldset.classList.toggle('answered', answered)
    fieldset.classList.toggle('open', data.seen && !answered)
    fieldset.querySelector('button').hidden = !answered
  }
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
  if (root.firstElementChild) arrival.observe(root.firstElementChild)
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
    if (event.target.type !== 'button') return
    const fieldset = event.target.closest('fieldset')
    fieldset.querySelectorAll('input:checked').forEach(radio => { radio.checked = false })
    changed()
    fieldset.querySelector('input').focus()
  }
  if (root.dataset.keep === data.keep) { mark(root, data); return }
  root.dataset.keep = data.keep
  root.replaceChildren(...data.questions.map(question => group(question, data)))
  const waiting = unsent(data)
  choose(root, waiting?.answers ?? data.answers)
  root.spent = stopwatch(root, waiting?.seconds ?? 0)
  mark(root, data)
  if (!waiting) return
  setStateValue('seconds', waiting.seconds ?? 0)
  setStateValue('answers', waiting.answers)
}
