// A socket that never gives up: reconnects, notices a dead line and a missed frame.

const HEARTBEAT_LIMIT = 40_000;
const LONGEST_WAIT = 30_000;
const NOT_PUBLIC = 4404;
const QUIET = 3_000;

export const connect = ({ address, stateUrl, version, onFrame, onState, onGone }) => {
  const scheme = window.location.protocol === "https:" ? "wss:" : "ws:";
  let socket = null;
  let tries = 0;
  let watchdog = null;
  let complaint = null;
  let retry = null;

  const reread = async () => {
    const answer = await fetch(stateUrl, { cache: "no-cache" });
    if (answer.ok) onFrame(await answer.json());
    else if (answer.status === 404) onGone();
  };

  const heard = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => socket.close(), HEARTBEAT_LIMIT);
  };

  const opened = () => {
    tries = 0;
    clearTimeout(complaint);
    complaint = null;
    onState("open");
  };

  const received = (event) => {
    heard();
    const frame = JSON.parse(event.data);
    if (frame.heartbeat) return;
    // A gap means that a frame was lost: what is stored is newer than what came.
    if (frame.version > version() + 1) reread().catch(() => onFrame(frame));
    else onFrame(frame);
  };

  const closed = (event) => {
    clearTimeout(watchdog);
    if (event.code === NOT_PUBLIC) {
      onGone();
      return;
    }
    // Short drops stay silent; the audience needs no alarm for a second.
    complaint ??= setTimeout(() => onState("reconnecting"), QUIET);
    if (tries > 3) onState("lost");
    const wait = tries ? Math.min(LONGEST_WAIT, 1_000 * 2 ** (tries - 1)) : 0;
    tries += 1;
    retry = setTimeout(open, wait * (0.5 + Math.random()));
  };

  const open = () => {
    clearTimeout(retry);
    socket = new WebSocket(`${scheme}//${window.location.host}${address}`);
    socket.addEventListener("open", opened);
    socket.addEventListener("message", received);
    socket.addEventListener("close", closed);
  };

  // Phones cut sockets in the background and say nothing.
  const wake = () => {
    if (document.visibilityState === "visible" && socket.readyState > WebSocket.OPEN) open();
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", (event) => event.persisted && wake());
  window.addEventListener("online", wake);
  open();
};
