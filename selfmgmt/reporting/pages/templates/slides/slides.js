// @ts-check
const slides = [...document.querySelectorAll("section")];
/** @type {Record<string, number>} */
const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };

function shown() {
  return slides.findIndex((slide) => slide.getBoundingClientRect().bottom > innerHeight / 2);
}

addEventListener("keydown", (event) => {
  const scrolls = /** @type {Element} */ (event.target).closest(".table[tabindex]");
  if (!(event.key in steps) || scrolls || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const place = Math.max(0, Math.min(slides.length - 1, shown() + steps[event.key]));
  slides[place].scrollIntoView();
  slides[place].focus({ preventScroll: true });
});
