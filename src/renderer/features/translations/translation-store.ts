import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';
import type { TranslationOutcome } from '#shared/domain/translation.ts';

/** A record that something is asked about; with the language where that is known. */
export interface AskedRecord {
	recordId: RecordId;
	title: string;
	language?: string;
}

/** What is translated here, once its language is known. */
export interface TranslatingRecord extends AskedRecord {
	begin(language: string): Promise<void>;
}

interface TranslationView {
	/** Records that a translation is asked of. */
	asking: readonly RecordId[];
	/** What is saved for a translator. */
	saving: AskedRecord | null;
	/** What is brought in: for a record, or for whichever the file says. */
	bringing: Partial<AskedRecord> | null;
	/** What came of it, while that is told. */
	outcome: TranslationOutcome | null;
	/** What is to be translated here, until its language is known. */
	translating: TranslatingRecord | null;
}

const nothing: TranslationView = { asking: [], saving: null, bringing: null, outcome: null, translating: null };

export const useTranslationView = create<TranslationView>(() => nothing);

export function askForTranslation(recordIds: readonly RecordId[]): void {
	useTranslationView.setState({ asking: recordIds });
}

export function saveForTranslator(saving: AskedRecord): void {
	useTranslationView.setState({ saving });
}

/** Without a record it is whichever the file says. */
export function bringInTranslation(bringing: Partial<AskedRecord> = {}): void {
	useTranslationView.setState({ bringing });
}

export function translateHere(translating: TranslatingRecord): void {
	useTranslationView.setState({ translating });
}

/** Whether none of these dialogs is open. */
export function isNothingAsked(): boolean {
	const { asking, saving, bringing, outcome, translating } = useTranslationView.getState();
	return asking.length === 0 && !saving && !bringing && !outcome && !translating;
}

export function closeTranslationDialogs(): void {
	useTranslationView.setState(nothing);
}
