// Numbers as a list: names, bars and the numbers as text, so that it wraps, scales and is read aloud.
function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function kind(place, of, isTold) { return isTold ? place === of - 1 ? 'last' : `earlier n${place}` : 'untold' }

// Whoever cannot see the head of a column, or the colours, hears which is which.
function named(text, className) { return made('span', { className, textContent: `${text}: ` }) }

function aside(side, head, said) {
  return head ? [made('span', { className: side }, ...(said ? [named(head, 'head'), said] : []))] : []
}

function placed(tag, className, places) {
  const mark = made(tag, { className })
  for (const [name, place] of Object.entries(places)) mark.style.setProperty(`--${name}`, place)
  return mark
}

// A point with the reach of its interval below it, and a line where others have their middle.
function points(marks, others) {
  return [
    ...marks.filter(mark => mark.low !== null).map(({ low, high }) => placed('u', '', { low, high })),
    ...(others === null ? [] : [placed('s', '', { value: others })]),
    ...marks.map(({ value }) => placed('i', 'point', { value }))
  ]
}

function bars(marks) {
  return marks.map((mark, place) => placed('i', `${kind(place, marks.length, mark)} ${mark?.pale ? 'pale' : ''}`, mark ? { value: mark.value } : {}))
}

function row({ kind, names, before, after, over }, one) {
  const { name, marks, others } = one
  const track = made('span', { className: `track ${kind}` }, ...(kind === 'points' ? points(marks.filter(Boolean), others) : bars(marks)))
  if (over) for (const cut of ['low', 'high']) track.style.setProperty(`--cut-${cut}`, `${over[cut]}%`)
  track.setAttribute('aria-hidden', 'true')
  const said = marks.flatMap((mark, place) => mark ? [
    ...(names.length > 1 ? [named(names[place], 'heard')] : []),
    document.createTextNode(place < marks.length - 1 ? `${mark.said}, ` : mark.said)
  ] : [])
  return made('li', {}, made('span', { className: 'name', textContent: name }), ...aside('before', before, one.before), track, made('b', {}, ...said), ...aside('after', after, one.after))
}

function zones({ low, high, names }) {
  const shares = [low, high - low, 100 - high]
  return made('span', { className: 'zones' }, ...names.map((textContent, place) => Object.assign(placed('span', '', { share: shares[place] }), { textContent })))
}

// The heads of the columns are said in each row, so nobody has to hear them twice.
function heads({ before, after, over }) {
  if (!before && !after && !over) return []
  const head = (textContent, className = '') => made('span', { textContent, className })
  const line = made('p', { className: 'heads' }, head(''), ...(before ? [head(before, 'before')] : []), over ? zones(over) : head(''), head(''), ...(after ? [head(after)] : []))
  line.setAttribute('aria-hidden', 'true')
  return [line]
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('.rows')
  const { names, rows, before, after } = data
  const isTold = place => rows.some(({ marks }) => marks[place])
  const legend = made('p', { className: 'legend' }, ...names.map((name, place) => made('span', { className: kind(place, names.length, isTold(place)), textContent: name })))
  const list = made('ul', {}, ...rows.map(one => row(data, one)))
  list.setAttribute('role', 'list')
  const table = made('div', { className: `table ${before ? 'has-before' : ''} ${after ? 'has-after' : ''}` }, ...heads(data), list)
  root.replaceChildren(...(names.length > 1 ? [legend] : []), table)
}
