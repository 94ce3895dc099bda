/* One operation of a tablet: its number is a UUIDv7, its sequence never goes back. */

let lastSequence = 0;

const uuid7 = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let milliseconds = Date.now();
  for (let place = 5; place >= 0; place -= 1) {
    bytes[place] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
};

export const newOperation = ({ kind, sheet, aspect, value = "" }) => {
  // Reloading the page must not begin anew, so the clock is the lower bound.
  lastSequence = Math.max(lastSequence + 1, Date.now());
  return {
    op_id: uuid7(),
    sequence: lastSequence,
    kind,
    sheet_id: sheet,
    aspect_id: aspect,
    value,
  };
};
