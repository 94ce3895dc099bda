// Says in words what the board shows, whether the line is alive, and how old it is.

const OLD = 30_000;

export const stateLine = (board) => {
  const words = board.dataset;
  const line = board.querySelector("[data-board-state]");
  const text = line.firstElementChild;
  let frame = { state: words.state, as_of: words.asOf, is_corrected: "corrected" in words };
  let counts = null;
  let connection = "open";
  let heardAt = Date.now();

  // As the server writes it; an official result is read days later and tells its day.
  const clock = () => {
    const style =
      frame.state === "final"
        ? { dateStyle: "short", timeStyle: "short" }
        : { timeStyle: "medium" };
    return new Date(frame.as_of).toLocaleString("sv-SE", { ...style, timeZone: words.timeZone });
  };

  const marked = () =>
    words.wordMarked.replace("{done}", counts.done).replace("{expected}", counts.expected);

  const draw = () => {
    const word = words[`word${frame.state[0].toUpperCase()}${frame.state.slice(1)}`];
    const parts = [word];
    if (frame.is_corrected) parts.push(words.wordCorrected);
    if (frame.state !== "final" && counts) parts.push(marked());
    if (connection === "reconnecting") parts.unshift(words.wordReconnecting);
    if (connection === "lost") parts.unshift(words.wordLost);
    const isOld = connection !== "open" && Date.now() - heardAt > OLD;
    parts.push(isOld ? `${words.wordOld} ${clock()}` : words.wordAsOf.replace("{time}", clock()));
    text.textContent = parts.join("・");
    line.classList.toggle("is-official", frame.state === "final");
    line.classList.toggle("is-late", connection === "reconnecting");
    line.classList.toggle("is-lost", connection === "lost");
  };
  setInterval(draw, 10_000);

  return {
    show: (next) => {
      frame = next;
      counts = { done: next.done, expected: next.expected };
      heardAt = Date.now();
      draw();
    },
    connection: (state) => {
      connection = state;
      if (state === "open") heardAt = Date.now();
      draw();
    },
  };
};
