"""A client that times language servers over their standard streams."""
import json
import os
import re
import statistics
import subprocess
import threading
import time

NOW = time.perf_counter
CAPABILITIES = {
    'workspace': {'configuration': True, 'workspaceFolders': True},
    'textDocument': {
        'synchronization': {},
        'publishDiagnostics': {'versionSupport': True, 'relatedInformation': True},
        'diagnostic': {'dynamicRegistration': True},
        'hover': {}, 'completion': {}, 'documentSymbol': {}, 'codeAction': {},
    },
}


class Session:
    """One run of a server, from its start to its end. Diagnostics are pulled where it offers that."""

    def __init__(self, command, root, answers=None, settings=None):
        self.start = NOW()
        self.answers = answers or (lambda method, params: None)
        self.process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.changed = threading.Condition()
        self.responses, self.published, self.id = {}, [], 0
        self.lock = threading.Lock()
        self.pulls = False
        threading.Thread(target=self._read, daemon=True).start()
        uri = 'file://' + root
        self.capabilities = self.request('initialize', {
            'processId': os.getpid(), 'rootUri': uri, 'capabilities': CAPABILITIES,
            'workspaceFolders': [{'uri': uri, 'name': 'root'}]})['capabilities']
        self.initialized = NOW() - self.start
        self.pulls |= bool(self.capabilities.get('diagnosticProvider'))
        self.notify('initialized', {})
        if settings:
            self.notify('workspace/didChangeConfiguration', {'settings': settings})

    def _send(self, message):
        if message.get('params', 0) is None:
            del message['params']
        body = json.dumps({'jsonrpc': '2.0', **message}).encode()
        with self.lock:
            self.process.stdin.write(b'Content-Length: %d\r\n\r\n' % len(body) + body)
            self.process.stdin.flush()

    def _read(self):
        out = self.process.stdout
        while True:
            length = 0
            while (line := out.readline()) not in (b'\r\n', b''):
                if line.lower().startswith(b'content-length:'):
                    length = int(line.split(b':')[1])
            if not line:
                return
            message = json.loads(out.read(length))
            at = NOW()
            if 'method' in message and 'id' in message:
                params = message.get('params') or {}
                for registration in params.get('registrations', []):
                    self.pulls |= registration['method'] == 'textDocument/diagnostic'
                result = self.answers(message['method'], params)
                if result is None and message['method'] == 'workspace/configuration':
                    result = [None] * len(params.get('items', []))
                self._send({'id': message['id'], 'result': result})
                continue
            with self.changed:
                if message.get('method') == 'textDocument/publishDiagnostics':
                    self.published.append((at, message['params']))
                elif 'id' in message:
                    self.responses[message['id']] = message
                self.changed.notify_all()

    def request(self, method, params, timeout=60):
        self.id += 1
        self._send({'id': self.id, 'method': method, 'params': params})
        with self.changed:
            if not self.changed.wait_for(lambda: self.id in self.responses, timeout):
                raise TimeoutError(method)
            message = self.responses.pop(self.id)
        if 'error' in message:
            raise RuntimeError(f'{method}: {message["error"]}')
        return message['result']

    def notify(self, method, params):
        self._send({'method': method, 'params': params})

    def open(self, file, text):
        self.uri, self.version, self.text = 'file://' + file, 1, text
        self.notify('textDocument/didOpen', {'textDocument': {
            'uri': self.uri, 'languageId': 'markdown', 'version': 1, 'text': text}})

    def diagnostics(self, since=0, timeout=60):
        """When the diagnostics of the open text's version arrived; servers may not tell versions."""
        if self.pulls:
            self.request('textDocument/diagnostic', {'textDocument': {'uri': self.uri}}, timeout)
            return NOW()

        def found():
            return next((at for at, p in self.published[since:] if p['uri'].replace('%20', ' ') == self.uri
                         and p.get('version', self.version) == self.version), None)
        with self.changed:
            if not self.changed.wait_for(lambda: found() is not None, timeout):
                raise TimeoutError('diagnostics')
            return found()

    def type(self, character):
        """Types at the end of the first line; returns when, and how much had been published."""
        sync = self.capabilities.get('textDocumentSync')
        sync = sync.get('change') if isinstance(sync, dict) else sync
        end = self.text.index('\n')
        before, self.text = self.text, self.text[:end] + character + self.text[end:]
        self.version += 1
        column = len(before[:end].encode('utf-16-le')) // 2
        place = {'line': 0, 'character': column}
        change = {'text': self.text} if sync == 1 else {'range': {'start': place, 'end': place}, 'text': character}
        seen, at = len(self.published), NOW()
        self.notify('textDocument/didChange', {
            'textDocument': {'uri': self.uri, 'version': self.version}, 'contentChanges': [change]})
        return at, seen

    def cpu(self):
        fields = open(f'/proc/{self.process.pid}/stat').read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def peak(self):
        """In MB."""
        return int(re.search(r'VmHWM:\s+(\d+)', open(f'/proc/{self.process.pid}/status').read())[1]) / 1024

    def end(self):
        """Seconds from `exit` to the process's end."""
        self.request('shutdown', None)
        at = NOW()
        self.notify('exit', None)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.stdin.close()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return NOW() - at


def start_up(command, root, file, text, answers, settings, runs):
    """Milliseconds from the start to the first diagnostics, and the peak memory in MB then."""
    times, peaks = [], []
    for _ in range(runs):
        session = Session(command, root, answers, settings)
        session.open(file, text)
        times.append((session.diagnostics() - session.start) * 1e3)
        peaks.append(session.peak())
        session.end()
    return {'first': statistics.median(times), 'first_mb': statistics.median(peaks)}


def typing(command, root, file, text, answers, settings, edits=300):
    """What a keystroke costs, in a text of this size, after a first few."""
    session = Session(command, root, answers, settings)
    session.open(file, text)
    session.diagnostics()
    times, cpu = [], session.cpu()
    for i in range(edits):
        at, seen = session.type('abcdefghij'[i % 10])
        times.append((session.diagnostics(seen) - at) * 1e3)
    cpu = (session.cpu() - cpu) / edits * 1e3
    bursts = []
    for _ in range(5):
        time.sleep(0.3)
        for i in range(15):
            time.sleep(0.02)
            at, seen = session.type('x')
        bursts.append((session.diagnostics(seen) - at) * 1e3)
    peak = session.peak()
    times.sort()
    return {'p50': times[len(times) // 2], 'p95': times[int(len(times) * 0.95)], 'cpu': cpu,
            'burst': statistics.median(bursts), 'peak': peak, 'exit': session.end()}
