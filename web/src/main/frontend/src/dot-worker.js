// One stream for all tabs of a browser: tells every page the newest dot, or that there is none.
import { watch } from './watch.js';

const ports = new Set();
let latest = null;

self.onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = ({ data }) => data === 'bye' && ports.delete(port);
  if (latest) {
    port.postMessage(latest);
  } else {
    start();
  }
};

let started = false;
function start() {
  if (started) {
    return;
  }
  started = true;
  watch((news) => {
    latest = news;
    ports.forEach((port) => port.postMessage(news));
  });
}
