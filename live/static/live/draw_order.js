// The draw of a public record, computed anew: "sha256-fisher-yates-1".

import { hex, sha256 } from "./sha256.js";

export const ALGORITHM = "sha256-fisher-yates-1";

const LIMIT = 2 ** 32;
const text = (characters) => new TextEncoder().encode(characters);

// Block i is SHA-256(seed ‖ i as four bytes); each gives eight numbers of 32 bits.
function* numbers(seed) {
  const block = new Uint8Array(seed.length + 4);
  block.set(seed);
  for (let index = 0; ; index += 1) {
    new DataView(block.buffer).setUint32(seed.length, index);
    const digest = new DataView(sha256(block).buffer);
    for (let offset = 0; offset < 32; offset += 4) yield digest.getUint32(offset);
  }
}

// Numbers at the upper end are passed over, else small ones would come too often.
const below = (limit, source) => {
  const fair = LIMIT - (LIMIT % limit);
  for (;;) {
    const { value } = source.next();
    if (value < fair) return value % limit;
  }
};

const shuffled = (participants, seed) => {
  const order = [...participants];
  const source = numbers(seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = below(last + 1, source);
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
};

export const recompute = ({ secret, public_value: value, participants }) => {
  const seed = sha256(text(secret + value));
  return {
    commitment: hex(sha256(text(secret))),
    seed: hex(seed),
    order: shuffled(participants.map(({ entry }) => entry), seed),
  };
};
