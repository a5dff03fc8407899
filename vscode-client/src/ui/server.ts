import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, utimesSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { CloseAction, CodeActionResolveRequest, ErrorAction, LanguageClient, State, type CloseHandlerResult, type LanguageClientOptions } from 'vscode-languageclient/node';
import { Backoff } from '../core/backoff';
import { commandLine, isProgram, type CommandLine } from '../core/launch';
import { explain, findRuntime, OLDEST_JAVA, type Runtime } from '../core/runtime';

/** What the server can change: insert rows, declare a step not applicable, make a file. */
export type Change = 'INSERT' | 'DECLARE' | 'CREATE_SKELETON';

export type Health = 'stopped' | 'starting' | 'running' | 'failed';

/** What the server asks the editor to show in its own way, by command. */
export type Shown = (args: readonly unknown[]) => unknown;

/** The checker: one process, started when it is needed, and again when it has died. */
export class Server implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Health>();
  readonly onDidChange = this.changed.event;
  readonly output = vscode.window.createOutputChannel('HLD', { log: true });
  private readonly backoff = new Backoff();
  private client: LanguageClient | undefined;
  private current: Health = 'stopped';
  /** What is under way; starts and stops follow one another. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionFolder: string,
    private readonly shown: Readonly<Record<string, Shown>>,
  ) {}

  get health(): Health {
    return this.current;
  }

  start(): Promise<void> {
    return this.then(async () => {
      if (this.client === undefined) {
        await this.launch();
      }
    });
  }

  restart(): Promise<void> {
    this.backoff.reset();
    return this.then(async () => {
      await this.end();
      await this.launch();
    });
  }

  stop(): Promise<void> {
    return this.then(() => this.end());
  }

  /** Runs one of the server's commands; starts the server where that is needed. */
  async execute(command: string, argument?: unknown, token?: vscode.CancellationToken): Promise<unknown> {
    const client = await this.running();
    const params = { command, arguments: argument === undefined ? [] : [argument] };
    const method = 'workspace/executeCommand';
    // An argument that is not there would be sent as one more parameter.
    return token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token);
  }

  /**
   * Has the server say what a change to a file of a pack is, and makes it in the editor, with the
   * places to fill in: what a quick fix of the same kind does.
   */
  async change(uri: string, action: Change, what: readonly string[]): Promise<void> {
    const client = await this.running();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await vscode.window.showTextDocument(document, { preview: false });
    const asked = { title: action, data: { uri, action, arguments: what } };
    const answer = await client.sendRequest(CodeActionResolveRequest.type, asked);
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
    if (edit === undefined) {
      void vscode.window.showInformationMessage('There is nothing to insert.');
      return;
    }
    await vscode.workspace.applyEdit(edit);
  }

  private async running(): Promise<LanguageClient> {
    await this.start();
    if (this.client?.state !== State.Running) {
      throw new Error('The HLD checker is not running.');
    }
    return this.client;
  }

  dispose(): void {
    this.changed.dispose();
    this.output.dispose();
  }

  private then(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step, step);
    return this.work;
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client !== undefined) {
      await client.dispose(2_000).catch((error: unknown) => {
        this.output.warn(`The server did not end in order: ${String(error)}`);
      });
    }
    this.set('stopped');
  }

  private async launch(): Promise<void> {
    this.set('starting');
    const client = new LanguageClient('hld', 'HLD', () => this.run(), this.options());
    this.client = client;
    client.registerFeature({
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { commands: { commands: ['hld.showMissing'] } };
        // Without these the server tells findings when they change; else the editor would ask for
        // those of the whole workspace every two seconds.
        delete capabilities.textDocument?.diagnostic;
        delete capabilities.workspace?.diagnostics;
      },
      initialize: () => undefined,
      getState: () => ({ kind: 'static' }),
      clear: () => undefined,
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client === client && newState === State.Running) {
        this.set('running');
      } else if (this.client === client && newState === State.Starting) {
        this.set('starting');
      }
    });
    try {
      await client.start();
    } catch (error) {
      if (this.client === client) {
        this.client = undefined;
        await client.dispose().catch(() => undefined);
        this.fail(error instanceof NoRuntime ? error.message : `The HLD checker did not start: ${message(error)}`, error instanceof NoRuntime);
      }
    }
  }

  private async run(): Promise<ChildProcess> {
    const line = await this.line();
    this.output.info(`Starting: ${[line.command, ...line.args].join(' ')}`);
    const child = spawn(line.command, [...line.args], { stdio: 'pipe', windowsHide: true });
    child.on('exit', (code, signal) => {
      this.output.info(`The server (process ${child.pid ?? '?'}) ended: ${signal ?? `code ${code ?? '?'}`}`);
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  }

  private async line(): Promise<CommandLine> {
    const settings = vscode.workspace.getConfiguration('hld');
    const launch = {
      extensionFolder: this.extensionFolder,
      serverPath: settings.get('server.path', ''),
      jvmArguments: settings.get<string[]>('server.jvmArguments', []),
      classCache: classCache(this.extensionFolder),
    };
    return commandLine(launch, isProgram(launch.serverPath) ? undefined : await this.runtime(settings.get('java.home', '')));
  }

  private async runtime(javaHome: string): Promise<Runtime> {
    const search = await findRuntime({
      extensionFolder: this.extensionFolder,
      javaHome,
      environment: process.env,
      platform: process.platform,
    });
    if (!('runtime' in search)) {
      throw new NoRuntime(explain(search.refusals));
    }
    this.output.info(`Java ${search.runtime.version} (${search.runtime.origin}): ${search.runtime.java}`);
    return search.runtime;
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [{ scheme: 'file', language: 'markdown' }],
      outputChannel: this.output,
      diagnosticCollectionName: 'hld',
      markdown: { supportHtml: false },
      connectionOptions: { maxRestartCount: 0 },
      errorHandler: {
        error: (_error, _message, errors) => ({
          action: (errors ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: () => this.closed(),
      },
      middleware: {
        executeCommand: (command, args, next) => {
          const show = this.shown[command];
          return show === undefined ? (next(command, args) as unknown) : show(args);
        },
      },
    };
  }

  private async closed(): Promise<CloseHandlerResult> {
    const stay = { action: CloseAction.DoNotRestart, handled: true };
    const client = this.client;
    if (client === undefined) {
      return stay;
    }
    const delay = this.backoff.next();
    if (delay === undefined) {
      this.client = undefined;
      this.fail('The HLD checker ended several times in a row and is not started again.', false);
      return stay;
    }
    this.output.warn(`The server is gone; it is started again in ${delay} ms.`);
    this.set('starting');
    await new Promise((resolve) => setTimeout(resolve, delay));
    // Meanwhile the user may have had it started anew, or the window may be closing.
    return this.client === client ? { action: CloseAction.Restart, handled: true } : stay;
  }

  private fail(text: string, noRuntime: boolean): void {
    this.output.error(text);
    this.set('failed');
    const settings = 'Choose Java…';
    const ways = noRuntime ? [settings, 'Restart Server'] : ['Restart Server', 'Show Output'];
    const advice = noRuntime ? ` Install Java ${OLDEST_JAVA}+, or name one that is installed.` : '';
    void vscode.window.showErrorMessage(text + advice, ...ways).then((way) => {
      if (way === settings) {
        void vscode.commands.executeCommand('workbench.action.openSettings', 'hld.java.home');
      } else if (way === 'Restart Server') {
        void this.restart();
      } else if (way === 'Show Output') {
        this.output.show();
      }
    });
  }

  private set(health: Health): void {
    if (health !== this.current) {
      this.current = health;
      this.changed.fire(health);
    }
  }
}

class NoRuntime extends Error {}

/** The class cache that was made for exactly this jar: its name holds the jar's hash. */
function classCache(extensionFolder: string): string | undefined {
  const folder = path.join(extensionFolder, 'server');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.aot')) : undefined;
  if (name === undefined) {
    return undefined;
  }
  try {
    // Java takes the cache only for a jar that bears the time of its making, which unpacking has lost.
    const made = new Date(readFileSync(path.join(folder, 'time'), 'utf8').trim());
    utimesSync(path.join(folder, 'hld.jar'), made, made);
  } catch {
    return undefined;
  }
  return path.join(folder, name);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
