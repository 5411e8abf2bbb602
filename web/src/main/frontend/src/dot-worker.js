// One stream for all tabs of a browser: tells every page the newest dot, or that there is none.
import { watch } from './watch.js';

const ports = new Set();
let latest = null;

self.onconnect = ({ ports: [port] }) => {
  // A page that one goes back to was not loaded anew: it says hello once more.
  port.onmessage = ({ data }) => (data === 'bye' ? ports.delete(port) : welcome(port));
  welcome(port);
};

function welcome(port) {
  ports.add(port);
  if (latest) {
    port.postMessage(latest);
  } else {
    start();
  }
}

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
