import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Staging } from '#archive/device/staging.ts';
import type { HeldOriginal } from '#archive/host.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { recordingDigest } from '#shared/api/recording-address.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { sendOriginal } from './originals.ts';
import { sendStaticFile, sendText } from './pages.ts';
import { sendRecording } from './recordings.ts';
import { listenForClients } from './rpc-socket.ts';
import { createSessionGate, type SessionGate } from './session-gate.ts';
import { receiveUpload } from './uploads.ts';

const largestUploadBytes = 2_000_000_000;

export interface ServerOptions {
	rendererFolder: string;
	staging: Staging;
	largestUploadBytes?: number;
	/** The original with that digest; null when there is none. */
	original(sha256: Sha256): HeldOriginal | null;
	onClient(channel: Channel): void;
	/** A browser that may not come in asked for the page, as one does that was started anew: the link with which it can. */
	onNewLink(link: string): void;
	/** What went wrong while answering, for the terminal; the browser is told nothing of it. */
	onError(error: unknown): void;
}

type AnswerOptions = ServerOptions & { origin: string };

export interface RunningServer {
	/** The address with the one-time token: what the person opens. */
	link: string;
	origin: string;
	close(): Promise<void>;
}

/** Serves the app to a browser on this machine: on the loopback address only, at a port that the system chooses. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	const origin = `http://127.0.0.1:${port}`;
	const gate = createSessionGate(port);
	server.on('request', (request, response) => {
		answerRequest(request, response, gate, { ...options, origin }).catch((error: unknown) => {
			options.onError(error);
			response.destroy();
		});
	});
	const sockets = listenForClients(server, gate, options.onClient);
	return {
		origin,
		link: linkWith(origin, gate.token),
		close() {
			sockets.close();
			return closeServer(server);
		},
	};
}

async function answerRequest(
	request: IncomingMessage,
	response: ServerResponse,
	gate: SessionGate,
	options: AnswerOptions,
): Promise<void> {
	// Only the path and the query count: a request line may carry any authority.
	const url = new URL(`http://localhost${request.url?.startsWith('/') ? request.url : '/'}`);
	const token = url.searchParams.get('token');
	if (!gate.isAddressedHere(request)) return sendText(response, 421, 'serve.page.notHere');
	const isForPage = request.method === 'GET' && url.pathname === '/';
	if (isForPage && (token !== null || !gate.hasSession(request))) return enter(response, gate, token, options);
	if (!gate.hasSession(request)) return sendText(response, 403, 'serve.page.noSession');
	const recording = request.method === 'GET' && recordingDigest(url.pathname);
	if (recording) return sendRecording(request, response, options.original(recording));
	const sha256 = /^\/originals\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
	if (request.method === 'GET' && sha256) return sendOriginal(response, options.original(sha256 as Sha256));
	if (request.method === 'GET') return sendStaticFile(response, options.rendererFolder, url.pathname);
	if (request.method === 'POST' && url.pathname === '/uploads' && gate.isFromOwnPage(request))
		return receiveUpload(request, response, options.staging, options.largestUploadBytes ?? largestUploadBytes);
	return sendText(response, 405, 'serve.page.notFound');
}

/** Whoever comes without a token that works finds in the terminal one that does. */
function enter(response: ServerResponse, gate: SessionGate, token: string | null, options: AnswerOptions): void {
	const cookie = token === null ? null : gate.exchange(token);
	if (cookie) {
		response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end();
		return;
	}
	const next = gate.renew();
	if (next) options.onNewLink(linkWith(options.origin, next));
	sendText(response, 403, token === null ? 'serve.page.noSession' : 'serve.page.usedLink');
}

function linkWith(origin: string, token: string): string {
	return `${origin}/?token=${token}`;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
