import { openSocket, portChannel } from '#renderer/lib/channels.ts';
import { createConnection } from '#shared/api/client.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { createIndexFeeder } from './index-feeder.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

const index = createSearchIndex({ now: () => performance.now() });
const feeder = createIndexFeeder(index, (state) => tell({ type: 'state', state }));

type SearchMessage = Extract<ToSearchWorker, { type: 'search' }>;
let waiting: SearchMessage | null = null;
// A message to ourselves comes after the key presses that are already in the queue: only the last of them is searched.
const turn = new MessageChannel();
turn.port1.onmessage = () => {
	if (!waiting) return;
	const { id, query, window } = waiting;
	waiting = null;
	tell({ type: 'found', id, result: index.search(query, window) });
};

self.addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
	switch (data.type) {
		case 'port':
			listenTo(portChannel(data.port));
			break;
		case 'socket':
			openSocket(data.host).then(listenTo, () => tell({ type: 'lost' }));
			break;
		case 'search':
			waiting = data;
			turn.port2.postMessage(null);
			break;
		case 'hits':
			tell({ type: 'found', id: data.id, result: index.search(data.query, data.window) });
			break;
		case 'widen':
			tell({ type: 'widened', id: data.id, widened: index.widened(data.query) });
			break;
		case 'passages':
			tell({ type: 'passages', id: data.id, passages: index.passagesAround(data.place, data.around) });
			break;
	}
});

function listenTo(channel: Channel): void {
	channel.onClose(() => tell({ type: 'lost' }));
	feeder.feedFrom(createConnection(channel));
}

function tell(message: FromSearchWorker): void {
	self.postMessage(message);
}
