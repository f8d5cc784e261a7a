// Copies in every browser: where the clipboard is refused, as on plain http, by the old way, and where that is refused too the text stands selected.
const SHEET = 'rekindle-sheet'

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy')
  }
}

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function download({ name, text }) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  made('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

// On paper there is just the link: components/server/page/page.css leaves out everything but this sheet.
function print({ link, words, picture, title }) {
  document.getElementById(SHEET)?.remove()
  const image = made('img', { src: picture, alt: '' })
  const sheet = made('div', { id: SHEET }, made('h1', { textContent: title }), made('p', { textContent: words.lead }), image, made('p', { textContent: link, translate: false }))
  document.body.append(sheet)
  document.documentElement.dataset.prints = 'sheet'
  const over = () => { sheet.remove(); delete document.documentElement.dataset.prints }
  addEventListener('afterprint', over, { once: true })
  image.decode().catch(() => {}).finally(() => window.print())
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector('.box')
  const { link, words } = data
  if (box.dataset.drawn === link) return
  box.dataset.drawn = link
  const field = made('input', { type: 'text', readOnly: true, value: link, autocomplete: 'off', spellcheck: false })
  field.setAttribute('aria-label', words.label)
  field.translate = false
  field.onfocus = () => field.select()
  const said = made('p', { className: 'said' })
  said.setAttribute('role', 'status')
  const image = data.picture ? made('img', { src: data.picture, alt: words.picture, hidden: true }) : undefined
  const way = (name, act, className = '') => words[name] && made('button', { type: 'button', textContent: words[name], className, onclick: act })
  const tell = (text, saved = true) => { said.textContent = text; if (saved && data.tells) setTriggerValue('saved', true) }
  const copy = way('copy', async () => {
    const done = await copied(field)
    copy.textContent = done ? words.copied : words.copy
    tell(done ? words.copied_said : words.selected)
  }, 'first')
  const show = way('show', () => {
    image.hidden = !image.hidden
    show.setAttribute('aria-expanded', String(!image.hidden))
  })
  show?.setAttribute('aria-expanded', 'false')
  const others = [show, way('download', () => { download(data.file); tell(words.downloaded) }), way('print', () => { print(data); tell('') })]
  const ways = others.filter(Boolean)
  box.replaceChildren(made('div', { className: 'link' }, field, copy), ...(ways.length ? [made('div', { className: 'ways' }, ...ways)] : []), said, ...(image ? [image] : []))
  if (data.focus) copy.focus()
}
