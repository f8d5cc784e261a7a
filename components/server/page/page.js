// Keeps the page whole where the browser translates it, and marks what a browser shall neither translate nor remember.

// Streamlit would ask below the address of a deep link first, and write a 404 into the log.
window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` }

// The note that there is only English (components/start/english_for_now.js) is shown on the first screen of a tab and on no other.
try {
  const told = sessionStorage.getItem('rekindle-english-for-now')
  document.documentElement.toggleAttribute('data-told', Boolean(told) && told !== location.pathname)
} catch { /* A browser may refuse storage. */ }

const { removeChild, insertBefore } = Node.prototype
const value = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')
const KEPT_AS_WRITTEN = '[data-testid="stCode"], [data-testid="stText"], [data-testid="stIconMaterial"], textarea, input'
const BOXES = 'textarea, input:not([type=checkbox], [type=radio], [type=range])'
// A translator puts a <font> around a text, or in its place; React goes on with the text that it put there itself.
const fonts = new WeakMap()

const inside = (parent, node) => {
  let found = fonts.get(node) ?? node
  while (found && found.parentNode !== parent) found = found.parentNode
  return found
}

Node.prototype.removeChild = function (child) {
  const found = child.parentNode === this ? child : inside(this, child)
  if (found) removeChild.call(this, found)
  return child
}

Node.prototype.insertBefore = function (node, before) {
  return insertBefore.call(this, node, before && before.parentNode !== this ? inside(this, before) : before)
}

Object.defineProperty(Node.prototype, 'nodeValue', {
  ...value,
  set(text) {
    // Back where it was, so that the new words are translated like the ones before.
    let stands = fonts.get(this) ?? this
    while (stands.parentNode?.nodeName === 'FONT') stands = stands.parentNode
    if (stands !== this && stands.isConnected) stands.replaceWith(this)
    fonts.delete(this)
    value.set.call(this, text)
  },
})

function remember({ addedNodes, removedNodes, previousSibling, nextSibling }) {
  const font = [...addedNodes, previousSibling, nextSibling].find(node => node?.nodeName === 'FONT')
  if (font) removedNodes.forEach(node => { if (node.nodeType === Node.TEXT_NODE) fonts.set(node, font) })
}

// Boxes of one question (checkbox_list.py): Streamlit gives their container no role and no name.
function group(boxes) {
  const name = boxes.querySelector('[data-testid="stMarkdownContainer"]')
  if (!name) return
  name.id ||= `name-of-${boxes.className.match(/st-key-(group_\w+)/)[1]}`
  boxes.setAttribute('role', 'group')
  boxes.setAttribute('aria-labelledby', name.id)
}

// A table that is wider than its place scrolls, and must do so without a mouse.
function reach(place) {
  const wide = place.scrollWidth > place.clientWidth
  if (wide === place.hasAttribute('tabindex')) return
  place.toggleAttribute('tabindex', wide)
  if (wide) place.tabIndex = 0
}

// What asks once more before something is done (confirm_button.py) stands at the end of the page for Streamlit, where a keyboard comes to it last.
function enter(question) {
  question.dataset.met = ''
  question.tabIndex = -1
  question.style.outline = 'none'
  question.focus({ preventScroll: true })
}

function mark() {
  document.querySelectorAll('[data-testid="stPopoverBody"]:not([data-met])').forEach(enter)
  for (const boxes of document.querySelectorAll('[class*="st-key-group_"]:not([aria-labelledby])')) group(boxes)
  document.querySelectorAll('[data-testid="stTable"] > div').forEach(reach)
  for (const element of document.querySelectorAll(KEPT_AS_WRITTEN)) if (element.translate) element.translate = false
  for (const box of document.querySelectorAll(BOXES)) if (box.autocomplete !== 'off') box.autocomplete = 'off'
}

new MutationObserver(changes => {
  changes.forEach(remember)
  mark()
}).observe(document.documentElement, { childList: true, subtree: true })
addEventListener('resize', mark)

document.fonts.addEventListener('loadingerror', ({ fontfaces }) => {
  if (fontfaces.some(face => face.family.includes('Material Symbols'))) document.documentElement.dataset.noIcons = ''
})
