import { type PortPurpose, portAnswer, portRequest } from '#shared/api/bridge.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { openSocket, portChannel } from './channels.ts';
import { desktop } from './desktop.ts';
import { readingCopy } from './reading-copy.ts';

const portPatienceMs = 5000;

/** Whether this edition hands out ports; the browser edition has a socket instead. */
export const hasPorts = desktop !== undefined || readingCopy !== undefined;

/** A new channel to the archive: a port, or a socket in the browser edition. Rejects when none could be had now. */
export async function connect(purpose: PortPurpose): Promise<Channel> {
	return hasPorts ? portChannel(await requestPort(purpose)) : openSocket(window.location.host);
}

/** A port to whoever answers for the archive; it can be handed on to a worker. */
export async function requestPort(purpose: PortPurpose): Promise<MessagePort> {
	return readingCopy ? (readingCopy.connect(purpose) as MessagePort) : askForPort(purpose);
}

/** The preload script answers with it; the same window may wait for ports of other purposes meanwhile. */
function askForPort(purpose: PortPurpose): Promise<MessagePort> {
	return new Promise((resolve, reject) => {
		const giveUp = setTimeout(() => settle(null), portPatienceMs);
		function settle(port: MessagePort | null): void {
			clearTimeout(giveUp);
			window.removeEventListener('message', receive);
			if (port) resolve(port);
			else reject(new Error('no port'));
		}
		function receive(event: MessageEvent): void {
			const data = event.data as { type?: unknown; purpose?: unknown } | null;
			const port = event.ports[0];
			if (event.source !== window || data?.type !== portAnswer || data.purpose !== purpose || !port) return;
			settle(port);
		}
		window.addEventListener('message', receive);
		window.postMessage({ type: portRequest, purpose }, window.location.origin);
	});
}
