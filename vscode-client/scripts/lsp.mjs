// A language client of a few lines, for scripts: it answers what a server asks with nothing.

/** Speaks to a server's process; `onNotification(method, params)` hears what it tells. */
export function connect(server, onNotification = () => undefined) {
  let last = 0;
  let buffer = Buffer.alloc(0);
  const waiting = new Map();
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };
  server.stdin.on('error', () => undefined);
  server.on('exit', () => {
    for (const { reject } of waiting.values()) {
      reject(new Error('the server ended'));
    }
    waiting.clear();
  });
  const take = (message) => {
    if (message.method === undefined) {
      const { resolve, reject } = waiting.get(message.id) ?? {};
      waiting.delete(message.id);
      (message.error === undefined ? resolve : reject)?.(message.error === undefined ? message.result : new Error(message.error.message));
    } else if (message.id === undefined) {
      onNotification(message.method, message.params);
    } else {
      send({ id: message.id, result: message.method === 'workspace/configuration' ? message.params.items.map(() => ({})) : null });
    }
  };
  server.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = end < 0 ? undefined : Number(/Content-Length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
      if (length === undefined || buffer.length < end + 4 + length) {
        return;
      }
      const body = buffer.subarray(end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      take(JSON.parse(body.toString('utf8')));
    }
  });
  return {
    notify: (method, params) => send({ method, params }),
    request: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        send({ id: last, method, params });
      }),
  };
}
