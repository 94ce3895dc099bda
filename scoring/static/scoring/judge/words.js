/* The words of the page in the reader's language: %s stands for what is put in. */

const words = JSON.parse(document.getElementById("judge-words").textContent);

export const say = (key, value = "") => words[key].replace("%s", () => value);

export const sayNamed = (key, values) =>
  words[key].replace(/%\((\w+)\)s/g, (_, name) => values[name]);
