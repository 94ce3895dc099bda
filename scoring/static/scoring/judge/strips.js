/* Lists that scroll by themselves: what is current is always in sight. */

const strips = () => document.querySelectorAll("[data-strip]");

const middle = (start, size) => start + size / 2;

/* Scroll the lists alone, so that the page stays where it is. */
export const showCurrent = () => {
  for (const strip of strips()) {
    const current = strip.querySelector("[aria-current]")?.getBoundingClientRect();
    if (current) {
      const own = strip.getBoundingClientRect();
      strip.scrollBy({
        left: middle(current.left, current.width) - middle(own.left, own.width),
        top: middle(current.top, current.height) - middle(own.top, own.height),
        behavior: "instant",
      });
    }
  }
};

/* Replace what the lists show and leave them where they were pushed to. */
export const keepingStrips = (replace) => {
  const places = [...strips()].map(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  replace();
  for (const [index, strip] of [...strips()].entries()) {
    strip.scrollTo({ left: places[index][0], top: places[index][1], behavior: "instant" });
  }
};
