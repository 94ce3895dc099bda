/* Shows only the field of the place in which the chosen role is held. Without this
   script all of them stand there with their hints. */

const role = document.querySelector("[data-role]");
const places = ["competition", "event", "organisation"].map((name) =>
  role.form.querySelector(`[name="${name}"]`));

const show = () => {
  const wanted = role.selectedOptions[0]?.dataset.place ?? "";
  places.forEach((input) => {
    const isWanted = input.name === wanted;
    const field = input.closest(".field");
    /* What was refused stays in sight with its sentence. */
    field.hidden = !isWanted && !field.classList.contains("has-error");
    if (field.hidden) input.value = "";
    /* The one field that is shown is needed. */
    field.querySelector(".field-optional")?.remove();
  });
};

role.addEventListener("change", show);
show();
