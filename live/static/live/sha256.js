// SHA-256 as FIPS 180-4 describes it. The browser's own is missing on plain-http
// addresses of a local network, where a draw must be recomputable as well.

const BLOCK = 64;
const WORDS = 64;

const primes = (count) => {
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
};

// The first 32 bits of the fractional part of a root.
const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32) >>> 0;

const CONSTANTS = primes(WORDS).map((prime) => fraction(Math.cbrt(prime)));
const START = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const rotated = (word, bits) => (word >>> bits) | (word << (32 - bits));

const padded = (bytes) => {
  const length = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const message = new Uint8Array(length);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, bytes.length * 8);
  return view;
};

const schedule = (view, offset) => {
  const words = new Uint32Array(WORDS);
  for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(offset + 4 * i);
  for (let i = 16; i < WORDS; i += 1) {
    const early = words[i - 15];
    const late = words[i - 2];
    const first = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const second = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16] + first + words[i - 7] + second;
  }
  return words;
};

const compressed = (state, words) => {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < WORDS; i += 1) {
    const sumE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sumE + choice + CONSTANTS[i] + words[i]) | 0;
    const sumA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (sumA + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (state[i] + word) >>> 0);
};

export const sha256 = (bytes) => {
  const view = padded(bytes);
  let state = START;
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) {
    state = compressed(state, schedule(view, offset));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setUint32(4 * i, word));
  return new Uint8Array(digest.buffer);
};

export const hex = (bytes) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
