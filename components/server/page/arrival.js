// Every page begins at its top, with the focus on its heading, however one got there.
// Streamlit keeps the place that was scrolled to and lets the focus fall, so the next step would open at its end, unannounced.
// Closed in: scripts of a page share their names.
(() => {
  let here = location.pathname
  let seen, left, onTheWay = false

  const main = () => document.querySelector('[data-testid="stMain"]')
  // A page is known by its heading; one without, by its first words.
  const sign = () => main()?.querySelector('h1') ?? main()?.querySelector('p')
  const isRunning = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'running'

  function begin(place) {
    // Not yet a place for the focus: a heading is none by itself.
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    if (document.activeElement !== place) place.focus({ preventScroll: true })
    main().scrollTop = 0
  }

  function look() {
    const now = sign()
    if (location.pathname !== here) [here, left, onTheWay] = [location.pathname, seen, true]
    seen = now && { node: now, says: now.textContent }
    // What still stands there is the page that was left, until its sign is another one or says something else.
    if (!onTheWay || !now || (now === left?.node && now.textContent === left.says)) return
    if (now.matches('h1')) {
      begin(now)
      onTheWay = isRunning()
    } else if (!isRunning() && document.activeElement === document.body) begin(main())
  }

  new MutationObserver(look).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-test-script-state'],
  })
  // Whoever moves on by themselves meanwhile is not called back.
  for (const own of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(own, () => { if (location.pathname === here) onTheWay = false }, { capture: true, passive: true })
  }
})()
