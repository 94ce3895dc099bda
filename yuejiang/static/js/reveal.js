/* Lets people read the password they type: [data-reveal] stands behind its field. */

const toggle = (button, field) => {
  const hidden = field.type === "password";
  field.type = hidden ? "text" : "password";
  button.setAttribute("aria-pressed", String(hidden));
  field.focus();
};

for (const button of document.querySelectorAll("[data-reveal]")) {
  const field = button.parentElement.querySelector("input");
  button.hidden = false;
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => toggle(button, field));
}
