/** Shows only the fields that belong to the kind chosen in a form. */

for (const form of document.querySelectorAll("form[data-kinds]")) {
  const show = () => {
    const chosen = new FormData(form).get(form.dataset.kinds);
    for (const group of form.querySelectorAll("[data-kind]")) {
      group.hidden = Boolean(chosen) && group.dataset.kind !== chosen;
    }
  };
  form.addEventListener("change", show);
  show();
}
