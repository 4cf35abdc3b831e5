import { useRef, useState } from 'react';
import { translateHere, useKnownTranslation } from '#renderer/features/translations/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { type TranslationDraft, translationInto } from '#shared/domain/text-draft.ts';
import { message } from '#shared/messages/messages.ts';
import { draftKey, openDraft, useWriting } from './draft-store.ts';
import { WritingPane } from './WritingPane.tsx';

/** Answers the command that translates a record in the window: into which language is asked, unless it is read in one. */
export function useTranslateCommand(record: RecordDetail, edition: Edition | null, isEnabled: boolean): void {
	const { id: recordId, title } = record;
	async function begin(language: string): Promise<void> {
		const { base, translation, text } = await archive.calls.translations.begun({ recordId, language });
		const fresh = { text, language, baseEditionId: base.id, translationId: translation?.id ?? null };
		await openDraft({ recordId, about: translationInto(language) }, fresh);
	}
	useCommand(
		'text.translate',
		() =>
			translateHere({ recordId, title, begin, ...(edition?.kind === 'translation' && { language: edition.language }) }),
		isEnabled && record.editionId !== null && !record.isInBin,
	);
}

/** A translation being typed, passage by passage under the numbers of the text that stands beside it. */
export function TranslationPane({ record, about }: { record: RecordDetail; about: TranslationDraft }) {
	const area = useRef<HTMLTextAreaElement>(null);
	const key = draftKey({ recordId: record.id, about });
	const draft = useWriting(({ drafts }) => drafts[key]);
	const language = draft?.language ?? 'und';
	const known = useKnownTranslation(record.id, language);
	const [translator, setTranslator] = useState('');
	// Who goes unnamed: what goes on from a translation stays its translator's.
	const unnamed = known?.editionId && known.editionId === draft?.translationId ? known.translator : '';
	return (
		<WritingPane
			name={message('writing.translation.pane')}
			title={record.title}
			hint={message('writing.translation.hint', { language: languageName(language) })}
			label={message('writing.translation.text')}
			draftKey={key}
			areaRef={area}
			language={language}
			baseEditionId={record.redactionId ?? record.editionId}
			{...(known !== undefined && { translationId: known?.editionId ?? null })}
			saveLabel={message('writing.translation.save')}
			savedMessage={message('writing.translation.saved')}
			save={async ({ text, baseEditionId, language: into }) =>
				baseEditionId &&
				archive.calls.translations.write({ recordId: record.id, baseEditionId, language: into, text, translator })
			}
		>
			<TextField
				label={message('translations.translator')}
				isLabelHidden
				placeholder={unnamed || message('translations.translator')}
				value={translator}
				onChange={setTranslator}
			/>
		</WritingPane>
	);
}
