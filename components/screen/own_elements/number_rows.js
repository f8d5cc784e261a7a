// Numbers as a list: names, bars and the numbers as text, so that it wraps, scales and is read aloud.
function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function kind(place, of) { return place === of - 1 ? 'last' : `earlier n${place}` }

function row(names, { name, marks }) {
  const track = made('span', { className: 'track' }, ...marks.map((mark, place) => {
    const bar = made('i', { className: `${kind(place, marks.length)} ${mark.pale ? 'pale' : ''}` })
    bar.style.setProperty('--value', mark.value)
    return bar
  }))
  track.setAttribute('aria-hidden', 'true')
  // Whoever cannot see the colours hears which is which.
  const said = marks.flatMap((mark, place) => [
    ...(names.length > 1 ? [made('span', { className: 'heard', textContent: `${names[place]}: ` })] : []),
    document.createTextNode(place < marks.length - 1 ? `${mark.said}, ` : mark.said)
  ])
  return made('li', {}, made('span', { className: 'name', textContent: name }), track, made('b', {}, ...said))
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector('.rows')
  const { names, rows } = data
  const legend = made('p', { className: 'legend' }, ...names.map((name, place) => made('span', { className: kind(place, names.length), textContent: name })))
  const list = made('ul', {}, ...rows.map(one => row(names, one)))
  list.setAttribute('role', 'list')
  root.replaceChildren(...(names.length > 1 ? [legend] : []), list)
}
