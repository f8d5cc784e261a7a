// One page of statements: a native radio group each, all of them one value for Streamlit.
// What is chosen is also kept in this tab's sessionStorage until the page is saved, so that a refresh before "Continue" loses nothing.
const STORED = 'rekindle-unsent'

function option(statement, value, text) {
  const label = document.createElement('label')
  const radio = document.createElement('input')
  radio.type = 'radio'
  radio.name = statement.id
  radio.value = value
  label.append(radio, text)
  return label
}

function group(statement, data) {
  const fieldset = document.createElement('fieldset')
  const legend = document.createElement('legend')
  const scale = document.createElement('div')
  const apart = document.createElement('div')
  const note = document.createElement('span')
  const clear = document.createElement('button')
  legend.id = `statement-${statement.id}`
  legend.textContent = statement.text
  fieldset.id = statement.id
  fieldset.setAttribute('role', 'radiogroup')
  fieldset.setAttribute('aria-labelledby', legend.id)
  scale.className = 'scale'
  data.labels.forEach((text, index) => scale.append(option(statement, index + 1, text)))
  apart.className = 'apart'
  clear.type = 'button'
  clear.textContent = data.words.clear
  clear.setAttribute('aria-label', `${data.words.clear}: ${statement.text}`)
  note.className = 'note'
  note.textContent = data.words.open
  apart.append(option(statement, 'na', data.not_applicable), clear, note)
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

function unsent(data) {
  // A browser may refuse storage; then only what was continued is kept, as the page says.
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED))
    return kept && kept.keep === data.keep ? kept.answers : null
  } catch { return null }
}

function keep(data, answers) {
  try { sessionStorage.setItem(STORED, JSON.stringify({ keep: data.keep, answers })) } catch { /* see unsent() */ }
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector('.statements')
  const changed = () => {
    const answers = chosen(root)
    keep(data, answers)
    mark(root, data)
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
  root.replaceChildren(...data.statements.map(statement => group(statement, data)))
  const waiting = unsent(data)
  choose(root, waiting ?? data.answers)
  mark(root, data)
  if (waiting) setStateValue('answers', waiting)
}
