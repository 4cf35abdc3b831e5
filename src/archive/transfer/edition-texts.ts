import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { StreamText } from '#shared/web-annotation/stream-text.ts';
import { PassageText } from './passage-text.ts';

/** An edition in both forms that selectors speak of. */
export interface EditionText {
	edition: Edition;
	stream: StreamText;
	passages: PassageText;
}

const mostKept = 16;

/** Editions' texts by id. The last few stay: a file names one edition many times in a row, and an archive may have any number. */
export class EditionTexts {
	readonly #editions: EditionsService;
	readonly #kept = new Map<EditionId, EditionText | null>();

	constructor(editions: EditionsService) {
		this.#editions = editions;
	}

	get(id: EditionId): EditionText | null {
		const known = this.#kept.get(id);
		this.#kept.delete(id);
		const text = known === undefined ? this.#read(id) : known;
		this.#kept.set(id, text);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
		return text;
	}

	#read(id: EditionId): EditionText | null {
		const edition = this.#editions.find(id);
		if (!edition) return null;
		const blocks = this.#editions.blocks({ id });
		return { edition, stream: new StreamText(id, blocks), passages: new PassageText(id, blocks) };
	}
}
