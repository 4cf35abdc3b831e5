import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { EditionCard } from './EditionCard.tsx';

const edition: Edition = {
	id: '01890000-0000-7000-8000-000000000001' as EditionId,
	recordId: '01890000-0000-7000-8000-000000000002' as RecordId,
	kind: 'extraction',
	...{ maker: 'odt', makerVersion: '1', language: 'en', createdAt: '2026-11-28T09:00:00.000Z' },
	parameters: { pictures: 3, textAside: true, runningLines: 2 },
	...{ originalSha256: null, baseEditionId: null, isDraft: false },
	...{ passageCount: 4, wordCount: 50, textSha256: 'a'.repeat(64) as Sha256 },
};

test('says what of its file an edition lacks, each thing once', () => {
	const card = renderToStaticMarkup(<EditionCard edition={edition} files={[]} isShown={false} isShared={false} />);
	for (const said of [
		message('edition.pictures', { count: 3 }),
		message('edition.text-aside'),
		message('edition.running-lines', { count: 2 }),
	])
		expect(card.split(said)).toHaveLength(2);
});
