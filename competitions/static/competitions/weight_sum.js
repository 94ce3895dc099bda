/* Shows the sum of the weights while they are typed. */

/* In hundredths, so that 33.33 + 33.33 + 33.34 is exactly 100. */
const hundredths = (text) => Math.round(Number(text) * 100) || 0;

const group = document.querySelector("[data-rows='components']");
const line = group?.querySelector("[data-weight-sum]");

const show = () => {
  const weights = [...group.querySelectorAll("[data-row]:not([hidden]) [name$='-weight']")];
  const sum = weights.reduce((so_far, input) => so_far + hundredths(input.value), 0);
  line.querySelector("output").textContent = (sum / 100).toFixed(2);
  line.classList.toggle("is-right", sum === 10000);
};

if (line) {
  line.hidden = false;
  group.addEventListener("input", show);
  show();
}
