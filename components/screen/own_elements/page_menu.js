// Links to the headings of this page. The frame around the element is made sticky from here: a style sheet in a shadow root ends at its own box.
// As wide as page_menu.css makes it.
const MARK = 44
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

// Streamlit's header lies over the scrolled column; what sticks has to stick below it.
const under = () => Math.max(0, document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().bottom ?? 0)

function stick(host) {
  // The first ancestor whose parent is much taller: what has to stick is what lies directly in the long column.
  let box = host
  while (box.parentElement && box.parentElement.clientHeight < 3 * box.clientHeight + 200) box = box.parentElement
  Object.assign(box.style, { position: 'sticky', insetBlockStart: `${under()}px`, zIndex: 5 })
}

function go(id, room) {
  const heading = document.getElementById(id)
  if (!heading) return
  // Room for a line above that still goes away, so that it never pulls the heading under the menu.
  heading.style.scrollMarginBlockStart = `${room + under() + 24}px`
  heading.scrollIntoView({ behavior: calm() ? 'auto' : 'smooth', block: 'start' })
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.style.outline = 'none'
}

function item([id, text]) {
  const [row, link] = [document.createElement('li'), document.createElement('a')]
  Object.assign(link, { href: `#${id}`, textContent: text })
  link.dataset.text = text
  row.append(link)
  return row
}

// Along the line alone: the page below stays where it is.
function bring(link, list) {
  const [one, whole] = [link.getBoundingClientRect(), list.getBoundingClientRect()]
  const [before, after] = [one.left - whole.left - MARK, one.right - whole.right + MARK]
  if (before < 0 || after > 0) list.scrollBy({ left: after > 0 ? after : before })
}

// Marks at the ends of a line that is longer than the screen is wide; a press leads on by most of what is seen.
function ends(nav, list) {
  const marks = { before: -1, after: 1 }
  const shown = {}
  for (const [end, way] of Object.entries(marks)) {
    const mark = shown[end] = nav.querySelector(`.${end}`) ?? document.createElement('span')
    Object.assign(mark, { className: `more ${end}`, textContent: end === 'before' ? '‹' : '›', ariaHidden: 'true', hidden: true })
    mark.onclick = () => list.scrollBy({
      left: way * 0.7 * list.clientWidth * (getComputedStyle(list).direction === 'rtl' ? -1 : 1),
      behavior: calm() ? 'auto' : 'smooth',
    })
    nav.append(mark)
  }
  const look = () => {
    const [gone, room] = [Math.abs(list.scrollLeft), list.scrollWidth - list.clientWidth]
    shown.before.hidden = gone < 2
    shown.after.hidden = room - gone < 2
  }
  list.onscroll = look
  const watch = new ResizeObserver(look)
  watch.observe(list)
  look()
  return () => watch.disconnect()
}

export default function ({ data, parentElement }) {
  const nav = parentElement.querySelector('nav')
  const host = nav.getRootNode().host ?? parentElement
  const list = nav.firstElementChild
  nav.setAttribute('aria-label', data.label)
  if (nav.dataset.drawn !== JSON.stringify(data.links)) {
    nav.dataset.drawn = JSON.stringify(data.links)
    list.replaceChildren(...data.links.map(item))
  }
  const unwatch = ends(nav, list)
  const links = [...list.querySelectorAll('a')]
  const room = () => nav.getBoundingClientRect().height
  nav.onclick = event => {
    const link = event.target.closest('a')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(link.hash.slice(1), room())
  }
  let marked
  // Clear of both ends, which a browser by itself would not look after.
  for (const link of links) link.onfocus = () => bring(link, list)
  const scroller = host.closest('[data-testid="stMain"]') ?? document
  const tell = () => {
    const top = nav.getBoundingClientRect().bottom + 120
    const passed = links.filter(link => (document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity) < top)
    // At the very top one is at the first, however short it is.
    const here = scroller.scrollTop > 40 ? passed.at(-1) : passed[0]
    for (const link of links) {
      if (link === here) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
    // Only where another one is marked than before: whoever looks along the line is not called back.
    if (here === marked) return
    marked = here
    if (here) bring(here, list)
  }
  requestAnimationFrame(() => { stick(host); tell() })
  scroller.addEventListener('scroll', tell, { passive: true })
  if (data.go && nav.dataset.gone !== data.go) {
    nav.dataset.gone = data.go
    requestAnimationFrame(() => go(data.go.split('?')[0], room()))
  }
  return () => {
    unwatch()
    scroller.removeEventListener('scroll', tell)
  }
}
