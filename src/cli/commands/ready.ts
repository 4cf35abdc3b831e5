import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { openDeviceFor, type SessionPlace } from '../session.ts';

/** Lists what is needed without a network, and what of it is missing: then 1. */
export async function reportReadiness(place: SessionPlace, output: Output): Promise<number> {
	const device = openDeviceFor(place, output, () => undefined);
	try {
		const items = device.readiness();
		for (const item of items) {
			const { part, missing } = item;
			const state =
				missing.length === 0 ? message('ready.present') : message('ready.lacking', { files: missing.join(', ') });
			output.json(item);
			output.line(`${message(`ready.part.${part}`)}: ${state}`);
			if (missing.length > 0) output.note(message(part === 'recognition' ? 'ready.how.recognition' : 'ready.how'));
		}
		const isReady = items.every(({ missing }) => missing.length === 0);
		output.note(message(isReady ? 'ready.all' : 'ready.not-all'));
		return isReady ? 0 : 1;
	} finally {
		device.close();
	}
}
