/* A form that came back with errors is read from its summary on. */

document.querySelector("[data-error-summary]")?.focus();
