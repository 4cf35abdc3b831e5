import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { askForTranslation, bringInTranslation, saveForTranslator } from './translation-store.ts';

/** Answers what is asked about translations of the record that is read. */
export function useTranslationCommands(record: RecordDetail): void {
	const isReadOnly = useIsReadOnly() || record.isInBin;
	const hasText = record.editionId !== null && !record.isInBin;
	const asked = { recordId: record.id, title: record.title };
	useCommand('translations.ask', () => askForTranslation([record.id]), !isReadOnly);
	useCommand('translations.save', () => saveForTranslator(asked), hasText && !readingCopy);
	useCommand('translations.bring-in', () => bringInTranslation(asked), hasText && !isReadOnly);
}
