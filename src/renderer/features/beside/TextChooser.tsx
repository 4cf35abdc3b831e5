import { useMemo, useState } from 'react';
import { ChoiceField, type LinkChoice, useLinkChoices } from '#renderer/features/links/index.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import type { BesidePlace } from './beside-address.ts';

interface TextChooserProps {
	onChoose(place: BesidePlace): void;
	onClose(): void;
}

/** No end of a link stands yet: everything may be chosen. */
const nothing: LinkEnd = { kind: 'record', id: '' };

/** Finds the text to read on one side: a record by its title, or a passage by its words. */
export function TextChooser({ onChoose, onClose }: TextChooserProps) {
	const [typed, setTyped] = useState('');
	const all = useLinkChoices(typed, nothing);
	const choices = useMemo(() => all.filter(({ kind }) => kind === 'record' || kind === 'passage'), [all]);
	return (
		<Dialog title={message('beside.choose-text')} isOpen onClose={onClose} size="wide">
			<ChoiceField
				label={message('beside.find')}
				placeholder={message('beside.find-placeholder')}
				hint={message('beside.find-hint')}
				typed={typed}
				onType={setTyped}
				choices={choices}
				onChoose={(choice) => onChoose(placeOf(choice))}
			/>
		</Dialog>
	);
}

function placeOf({ end: { id, range } }: LinkChoice): BesidePlace {
	return {
		recordId: id as RecordId,
		editionId: range?.editionId as EditionId | undefined,
		ordinal: range?.startOrdinal,
	};
}
