import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { savesBeforeLeaving } from '#renderer/lib/unsaved.ts';
import { showError } from '#renderer/ui/toast.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { DraftSubject, TranslationDraft } from '#shared/domain/text-draft.ts';

/** A text that is being written and is no edition yet. */
export interface Draft {
	subject: DraftSubject;
	text: string;
	/** What it began with: the edition's text, or nothing. */
	firstText: string;
	/** The edition that it goes on from; null where it is the first. */
	baseEditionId: EditionId | null;
	/** The translation that a draft of one goes on from. */
	translationId: EditionId | null;
	language: string;
	/** When what stands here was last put on disk; null before the first time. */
	keptAt: string | null;
	/** Whether something was typed since. */
	isWaiting: boolean;
}

/** What one begins with where nothing is begun yet. */
export type FreshDraft = Pick<Draft, 'baseEditionId' | 'language'> &
	Partial<Pick<Draft, 'translationId'>> & { text: string };

export type DraftKey = string & { readonly draftKey: unique symbol };

interface Writing {
	/** What is open to be written; null while nothing is. */
	open: DraftKey | null;
	/** By what they are of: leaving one keeps what was typed. */
	drafts: Readonly<Partial<Record<DraftKey, Draft>>>;
}

/** Long enough for a word, short enough for nobody to lose one. */
const keepAfterMs = 500;

export const useWriting = create<Writing>(() => ({ open: null, drafts: {} }));

export function draftKey({ recordId, about }: DraftSubject): DraftKey {
	return `${recordId} ${about}` as DraftKey;
}

/** The archive that everything here is written in; null before the first draft. */
let archiveOfDrafts: Pick<ArchiveStatus, 'archiveId' | 'path'> | null = null;

/** Opens what was being written, here or before the last start, or begins with `fresh`. */
export async function openDraft(subject: DraftSubject, fresh: FreshDraft): Promise<void> {
	const key = draftKey(subject);
	archiveOfDrafts = await queryClient.ensureQueryData(queries.archive.status());
	// Else what is on disk is newer: another window may have gone on with it, or made an edition of it.
	if (!useWriting.getState().drafts[key]?.isWaiting) {
		const kept = await archive.calls.editions.draft(subject);
		const { text, baseEditionId, language, translationId = null } = kept ?? fresh;
		const isOnFresh = baseEditionId === fresh.baseEditionId && translationId === (fresh.translationId ?? null);
		put(key, {
			...{ subject, text, baseEditionId, translationId, language },
			firstText: isOnFresh ? fresh.text : '',
			keptAt: kept?.savedAt ?? null,
			isWaiting: false,
		});
	}
	useWriting.setState({ open: key });
}

/** Which text of this record is being written: its own, its redacted one or a translation; null while none is. */
export function useOpenDraft(recordId: RecordId): '' | 'redaction' | TranslationDraft | null {
	return useWriting(({ open, drafts }) => {
		const subject = open === null ? undefined : drafts[open]?.subject;
		return subject?.recordId === recordId && isOfText(subject.about) ? subject.about : null;
	});
}

function isOfText(about: DraftSubject['about']): about is '' | 'redaction' | TranslationDraft {
	return about === '' || about === 'redaction' || about.startsWith('translation ');
}

export function editDraft(key: DraftKey, text: string): void {
	change(key, { text, isWaiting: true });
	clearTimeout(timers.get(key));
	timers.set(
		key,
		setTimeout(() => void keep(key), keepAfterMs),
	);
}

/** Closes it. What was changed is on disk for the next time; what was not is no draft. */
export async function closeDraft(key: DraftKey): Promise<void> {
	const draft = useWriting.getState().drafts[key];
	useWriting.setState({ open: null });
	if (!draft) return;
	if (draft.text === draft.firstText) await dropDraft(key);
	else if ((await keep(key)) === null && useWriting.getState().open !== key) forgetDraft(key);
}

/** While an edition is made of it, it is not put on disk again: the edition ends it there. */
export function holdDraft(key: DraftKey): void {
	clearTimeout(timers.get(key));
}

/** Forgets what was typed, on disk too. */
export async function dropDraft(key: DraftKey): Promise<void> {
	const draft = useWriting.getState().drafts[key];
	forgetDraft(key);
	if (draft?.keptAt) await archive.calls.editions.dropDraft(draft.subject).catch(showError);
}

/** For what has become an edition. */
export function forgetDraft(key: DraftKey): void {
	clearTimeout(timers.get(key));
	useWriting.setState(({ open, drafts: { [key]: _, ...others } }) => ({
		open: open === key ? null : open,
		drafts: others,
	}));
}

const timers = new Map<DraftKey, ReturnType<typeof setTimeout>>();

/** Puts what is not on disk yet there; gives why it could not, which the person is told. */
export async function keep(key: DraftKey): Promise<AppError | null> {
	clearTimeout(timers.get(key));
	const draft = useWriting.getState().drafts[key];
	if (!draft?.isWaiting) return null;
	const { subject, text, baseEditionId, translationId, language } = draft;
	try {
		const keptAt = await archive.calls.editions.keepDraft({
			...{ ...subject, text, baseEditionId, translationId, language },
		});
		change(key, { keptAt, ...(isStill(key, text) && { isWaiting: false }) });
		return null;
	} catch (error) {
		showError(error);
		return error instanceof AppError ? error : new AppError('unexpected');
	}
}

function isStill(key: DraftKey, text: string): boolean {
	return useWriting.getState().drafts[key]?.text === text;
}

function put(key: DraftKey, draft: Draft): void {
	useWriting.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }));
}

function change(key: DraftKey, changes: Partial<Draft>): void {
	const draft = useWriting.getState().drafts[key];
	if (draft) put(key, { ...draft, ...changes });
}

savesBeforeLeaving(async () => {
	const failures = await Promise.all((Object.keys(useWriting.getState().drafts) as DraftKey[]).map(keep));
	return failures.find((failure) => failure !== null) ?? null;
});

/** What is typed in one archive is of no other, not of a copy of it either, and is not to be read when it is locked. */
function forgetAll(): void {
	for (const key of Object.keys(useWriting.getState().drafts) as DraftKey[]) forgetDraft(key);
}
archive.on('archive.locked', forgetAll);
archive.on('archive.opened', () => void forgetOfOthers().catch(showError));

/** What an archive could not take before it was closed waits for it still where it is the same one that is open again. */
async function forgetOfOthers(): Promise<void> {
	const waiting = Object.values(useWriting.getState().drafts).filter((draft) => draft?.isWaiting);
	const left = archiveOfDrafts;
	// At once, so that nothing of it is stored in another archive while that one is asked which it is.
	forgetAll();
	if (waiting.length === 0) return;
	const { archiveId, path } = await archive.calls.archive.status();
	if (archiveId !== left?.archiveId || path !== left.path) return;
	for (const draft of waiting) {
		if (!draft) continue;
		const key = draftKey(draft.subject);
		// What was opened anew meanwhile is older: it was read from the disk, which has not had this.
		put(key, draft);
		void keep(key);
	}
}

// What is not on disk yet would be lost with the window, so closing it is asked about.
window.addEventListener('beforeunload', (event) => {
	const waiting = Object.values(useWriting.getState().drafts).filter((draft) => draft?.isWaiting);
	for (const draft of waiting) if (draft) void keep(draftKey(draft.subject));
	if (waiting.length > 0) event.preventDefault();
});
