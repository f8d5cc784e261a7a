// Numbers come as words too: the drawing is a picture with a name, and the words beside it are for everybody.
const FLAME = 'M24 2C26 15 43 23 43 41A19 20 0 0 1 5 41C5 30 12 26 14 17C17 21 19 24 20.5 27C20 17 20 9 24 2Z'
const SVG = 'http://www.w3.org/2000/svg'

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

function made(tag, className, ...children) {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

const flame = ({ share, picture }) =>
  drawn('svg', { viewBox: '0 0 48 63', role: 'img', 'aria-label': picture },
    drawn('clipPath', { id: 'level' }, drawn('rect', { x: 0, y: 61 - 59 * share, width: 48, height: 63 })),
    drawn('path', { d: FLAME, class: 'fill', 'clip-path': 'url(#level)' }),
    drawn('path', { d: FLAME, class: 'outline' }))

// Said as one line, name, meaning and level; the sign before the level is only heard.
const level = said => said ? [made('span', 'heard', ':'), made('i', '', ` ${said}`)] : []
const named = ([name, brief, at]) => made('li', '', made('span', '', made('b', '', name), `, ${brief}`), ...level(at))
const chip = ({ kind, areas }) => made('div', 'cell', made('p', 'kind', kind), made('ul', 'names', ...areas.map(named)))
const spark = mark => made('div', 'cell spark', flame(mark), made('div', '',
  made('p', 'kind', made('b', '', mark.kind), made('span', 'heard', ', '), made('span', 'brief', mark.brief)),
  made('p', 'score', mark.level)))

export default function ({ data, parentElement }) {
  const cells = parentElement.querySelector('.cells')
  cells.classList.toggle('lit', Boolean(data.spark))
  cells.classList.toggle('two', data.chips.length === 2)
  cells.replaceChildren(...(data.spark ? [spark(data.spark)] : []), ...data.chips.map(chip))
  // One chip beside the mark takes the height of two.
  for (const cell of cells.children) cell.style.gridRow = data.spark && data.chips.length === 1 ? 'auto' : ''
}
