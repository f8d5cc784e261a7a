// To a heading of this page by its id, or to the top of the page where none is named.
export default function ({ data, parentElement }) {
  const sign = parentElement.querySelector('i')
  const main = document.querySelector('[data-testid="stMain"]')
  const heading = document.getElementById(data.to) ?? main.querySelector('h1')
  if (!heading || sign.dataset.led) return
  sign.dataset.led = ''
  heading.tabIndex = -1
  heading.style.outline = 'none'
  heading.focus({ preventScroll: true })
  if (!data.to) {
    main.scrollTop = 0
    return
  }
  // Streamlit's header lies over what is scrolled.
  const header = document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().height ?? 0
  heading.style.scrollMarginBlockStart = `${header + 16}px`
  heading.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}
