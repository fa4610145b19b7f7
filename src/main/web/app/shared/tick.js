/** A Lit controller that has its host drawn again every second while somebody looks. */
export class Tick {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.timer = setInterval(() => document.hidden || this.host.requestUpdate(), 1000);
  }

  hostDisconnected() {
    clearInterval(this.timer);
  }
}
