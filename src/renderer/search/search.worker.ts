import { openSocket, portChannel } from '#renderer/lib/channels.ts';
import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { suggestCoordinates } from '#shared/map/suggest-coordinates.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { withFirstRead } from '#shared/search/mentions/first-mentions.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { supplySource } from '#shared/search/segment-loader.ts';
import { createSupplies, type PassagePlace } from '#shared/search/supplies.ts';
import { createCompanionRuns } from './companion-runs.ts';
import { createIndexFeeder } from './index-feeder.ts';
import { createLatestOnly } from './latest-only.ts';
import { createListRuns } from './list-runs.ts';
import { createQuiet } from './quiet.ts';
import type { FromSearchWorker, HitWindow, ToSearchWorker } from './search-messages.ts';
import { warmUp } from './warm-up.ts';

let connection: ArchiveConnection | null = null;
const supplies = createSupplies(supplySource(() => connected().calls.search));
const index = createSearchIndex({ now: () => performance.now(), supplies, readNote: plainText });
const feeder = createIndexFeeder(index, supplies, (state) => {
	tell({ type: 'state', state });
	if (state.phase === 'ready') void learnKnownNames();
});
/** Known names at once: some 10 ms, so that a key press never waits long. */
const groupsPerTurn = 12;
let isLearning = false;
const quiet = createQuiet();

const lists = createListRuns(index.find, tell);
const companions = createCompanionRuns(
	() => index.ownNames(),
	(places) => connected().calls.search.texts({ places }),
	tell,
);

type SearchMessage = Extract<ToSearchWorker, { type: 'search' }>;
// A message to ourselves comes after the key presses that are already in the queue.
const turn = new MessageChannel();
const turns: (() => void)[] = [];
turn.port1.onmessage = () => turns.shift()?.();
const answerLatest = createLatestOnly(
	({ id, query, window }: SearchMessage) => answerHits(id, query, window),
	(run) => {
		turns.push(run);
		turn.port2.postMessage(null);
	},
);

self.addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
	switch (data.type) {
		case 'port':
			listenTo(portChannel(data.port));
			break;
		case 'socket':
			openSocket(data.host).then(listenTo, () => tell({ type: 'lost' }));
			break;
		case 'search':
			quiet.disturb();
			answerLatest(data);
			break;
		case 'hits':
			void answerHits(data.id, data.query, data.window);
			break;
		case 'list':
			void lists.run(data);
			break;
		case 'stop-list':
			lists.stop(data.id);
			break;
		case 'mentions':
			quiet.disturb();
			void answerMentions(data);
			break;
		case 'companions':
			void companions.run(data);
			break;
		case 'stop-companions':
			companions.stop(data.id);
			break;
		case 'widen':
			tell({ type: 'widened', id: data.id, widened: index.widened(data.query) });
			break;
		case 'suggest':
			void suggestCoordinates(data.layers, data.names)
				.catch(toErrorData)
				.then((suggested) => tell({ type: 'suggested', id: data.id, suggested }));
			break;
		case 'passages':
			void index
				.passagesAround(data.place, data.around)
				.catch(() => [])
				.then((passages) => tell({ type: 'passages', id: data.id, passages }));
			break;
	}
});

/** A search that could not be finished, as when the archive goes away in its midst, is asked again once the index changes. */
async function answerHits(id: number, query: SearchQuery, window: HitWindow): Promise<void> {
	const result = await index.find(query, window).catch(() => null);
	tell({ type: 'found', id, result });
}

async function answerMentions(asked: Extract<ToSearchWorker, { type: 'mentions' }>): Promise<void> {
	const { id, forms, parts, isWide } = asked;
	const texts = (places: PassagePlace[]) => connected().calls.search.texts({ places });
	const mentions = await index
		.mentions({ forms, parts }, isWide)
		.then((found) => withFirstRead(found, [...forms, ...parts], texts))
		.catch(() => null);
	tell({ type: 'mentions', id, mentions });
}

/** After the archive itself is there, and once: the table takes longer than a small archive does. */
async function learnKnownNames(): Promise<void> {
	if (isLearning) return;
	isLearning = true;
	const groups = knownGroups();
	for (let from = 0; from < groups.length; from += groupsPerTurn) {
		await quiet.wait();
		index.learn(groups.slice(from, from + groupsPerTurn));
	}
	feeder.announce();
	// With one name, which the table has in every script. The archive may go away in its midst: nobody waits for it.
	await warmUp(index, groups[0]?.forms ?? [], quiet).catch(() => undefined);
}

function listenTo(channel: Channel): void {
	channel.onClose(() => tell({ type: 'lost' }));
	connection = createConnection(channel);
	feeder.feedFrom(connection);
}

function connected(): ArchiveConnection {
	if (!connection) throw new AppError('connection-lost');
	return connection;
}

function tell(message: FromSearchWorker): void {
	self.postMessage(message);
}
