/* Which version of a mark or note the tablet has seen; a change builds on it. */

const seen = new Map();

/* What an operation is about: the mark or the note of one aspect. */
export const placeOf = (operation) => {
  const thing = operation.kind === "note" ? "note" : "mark";
  return `${operation.sheet_id} ${operation.aspect_id} ${thing}`;
};

export const noteVersion = (operation, version) => {
  // Versions only grow, so an answer that comes late cannot take one back.
  const place = placeOf(operation);
  seen.set(place, Math.max(seen.get(place) ?? 0, version));
};

/* Give operations of one batch the versions they will meet, in their order. */
export const withVersions = (operations) => {
  const next = new Map();
  return operations.map((operation) => {
    const own = placeOf(operation);
    const version = next.get(own) ?? seen.get(own) ?? 0;
    next.set(own, version + 1);
    return { ...operation, base_version: version };
  });
};
