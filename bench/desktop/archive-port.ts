import type { JSHandle, Page } from '@playwright/test';
import { portAnswer, portRequest } from '#shared/api/bridge.ts';

/** A client of the contract that lives in the window's page, beside the app's own. */
export interface PagePort {
	call(noun: string, call: string, argument: unknown): Promise<unknown>;
}

/** Asks for a port as the app does. It is used from within `page.evaluate`, so that only the archive's time is measured. */
export function openArchivePort(page: Page): Promise<JSHandle<PagePort>> {
	return page.evaluateHandle(
		async ({ request, answer }) => {
			const port = await new Promise<MessagePort>((resolve) => {
				window.addEventListener('message', function receive(event: MessageEvent) {
					const given = event.ports[0];
					if (event.data?.type !== answer || !given) return;
					window.removeEventListener('message', receive);
					resolve(given);
				});
				window.postMessage({ type: request, purpose: 'window' }, location.origin);
			});
			const waiting = new Map<number, (value: unknown) => void>();
			let lastId = 0;
			port.onmessage = ({ data }) => {
				if (!('id' in data)) return;
				waiting.get(data.id)?.(data.ok ? data.value : Promise.reject(new Error(JSON.stringify(data.error))));
				waiting.delete(data.id);
			};
			return {
				call(noun: string, call: string, argument: unknown) {
					lastId += 1;
					const id = lastId;
					return new Promise<unknown>((resolve) => {
						waiting.set(id, resolve);
						port.postMessage({ id, noun, call, argument });
					});
				},
			};
		},
		{ request: portRequest, answer: portAnswer },
	);
}
