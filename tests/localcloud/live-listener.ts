/** One open `GET /live`: what it has heard, and a way to wait for the next. */
export class LiveListener {
  readonly heard: Heard[][] = [];
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private text = '';
  hasEnded = false;

  private constructor(body: ReadableStream<Uint8Array>) {
    this.reader = body.getReader();
  }

  /** Opens a stream and waits until the server listens. Throws an Error with the status when it is refused. */
  static async open(url: string, token: string): Promise<LiveListener> {
    const response = await fetch(`${url}/live`, { headers: { authorization: `Bearer ${token}` } });
    if (response.status !== 200 || !response.body) throw new Error(`refused with ${response.status}`);
    const listener = new LiveListener(response.body);
    await listener.readOn((text) => text.includes(': listening'));
    return listener;
  }

  /** Waits for the next event; the changes it tells. */
  async next(): Promise<Heard[]> {
    const before = this.heard.length;
    await this.readOn(() => this.heard.length > before);
    return this.heard[before] ?? [];
  }

  /** Waits until the server ends the stream. */
  ended(): Promise<void> {
    return this.readOn(() => false);
  }

  async close(): Promise<void> {
    await this.reader.cancel();
  }

  private async readOn(isEnough: (text: string) => boolean): Promise<void> {
    while (!isEnough(this.text) && !this.hasEnded) {
      const { done, value } = await this.reader.read();
      if (done) this.hasEnded = true;
      this.text += this.decoder.decode(value, { stream: true });
      this.take();
    }
  }

  private take(): void {
    const found = [...this.text.matchAll(/event: changed\ndata: (.*)\n\n/g)];
    this.heard.push(...found.slice(this.heard.length).map(([, json = '{}']) => changesIn(json)));
  }
}

type Heard = { topic: string; version?: number };

function changesIn(json: string): Heard[] {
  const { changes }: { changes?: Heard[] } = JSON.parse(json);
  return changes ?? [];
}
