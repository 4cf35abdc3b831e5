import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { EditionTexts } from '#archive/transfer/edition-texts.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId, StepId } from '#shared/domain/ids.ts';
import type { NoteStep } from '#shared/reading-copy/notes/note-step.ts';
import { historyLiteral, type NotesHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { writeAnnotation } from '#shared/web-annotation/write-annotation.ts';
import { writeCollection } from '#shared/web-annotation/write-collection.ts';
import { listKnowledgeOf, listStepsOf, listTouchedBy, readStep } from './side-notes-repository.ts';

export interface NotedServices {
	annotations: AnnotationsService;
	editions: EditionsService;
	records: RecordsService;
}

/** What a side file holds: what was in it when it was opened, and all that was done since. */
export class SideHistory {
	readonly #database: ArchiveDatabase;
	readonly #services: NotedServices;
	readonly #before: NotesHistory;
	readonly #texts: EditionTexts;
	/** Steps never change but in their status: each is read once. */
	readonly #steps = new Map<StepId, NoteStep>();
	readonly #touched = new Set<AnnotationId>();
	/** As they were written. Subtle: a revision is given again, with other words, where the step that made it came to nothing. */
	readonly #written = new Map<AnnotationId, { state: string; object: object }>();

	constructor(database: ArchiveDatabase, services: NotedServices, before: NotesHistory) {
		this.#database = database;
		this.#services = services;
		this.#before = before;
		this.#texts = new EditionTexts(services.editions);
		for (const step of before.steps) this.#touch(step);
	}

	/** The whole file: the notes as W3C Web Annotations for any program, and the steps for a merge. */
	write(): string {
		const { reader, replicaId } = this.#database;
		const own = listStepsOf(reader, replicaId).map(({ id, status }) => ({ ...this.#step(id), status }));
		const history: NotesHistory = {
			...this.#before,
			knowledge: [...this.#before.knowledge, ...listKnowledgeOf(reader, replicaId)],
			steps: [...this.#before.steps, ...own],
		};
		const annotations = this.#services.annotations.some({ ids: [...this.#touched] });
		const objects = annotations.toSorted(byMaking).map((annotation) => this.#object(annotation));
		return writeCollection(objects, historyLiteral(history));
	}

	#step(id: StepId): NoteStep {
		const known = this.#steps.get(id);
		if (known) return known;
		const step = readStep(this.#database.reader, id);
		this.#steps.set(id, step);
		this.#touch(step);
		return step;
	}

	#touch(step: NoteStep): void {
		for (const id of listTouchedBy(this.#database.reader, step)) this.#touched.add(id);
	}

	#object(annotation: Annotation): object {
		const { id, recordId, target, region } = annotation;
		const state = JSON.stringify(annotation);
		const known = this.#written.get(id);
		if (known?.state === state) return known.object;
		const record = this.#services.records.get({ id: recordId });
		const text = target && this.#texts.get(target.editionId);
		const object = writeAnnotation(annotation, {
			record,
			edition: text ? { stream: text.stream, textSha256: text.edition.textSha256 } : null,
			mediaType: record.files.find(({ sha256 }) => sha256 === region?.originalSha256)?.mediaType ?? '',
			links: [],
			places: [],
		});
		this.#written.set(id, { state, object });
		return object;
	}
}

function byMaking(a: Annotation, b: Annotation): number {
	return a.id < b.id ? -1 : 1;
}
