/* Sends a form of filters as soon as one of its choices changes. */

const isChoice = (field) =>
  field.matches("select, input[type='checkbox'], input[type='radio'], input[type='date']");

for (const form of document.querySelectorAll("form[data-autosubmit]")) {
  form.addEventListener("change", (event) => {
    if (isChoice(event.target)) {
      form.requestSubmit();
    }
  });
}
