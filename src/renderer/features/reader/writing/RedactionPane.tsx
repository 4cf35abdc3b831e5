import { useRef } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CommandKeys } from '#renderer/ui/Keys.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import { blackened } from '#shared/writing/blackened.ts';
import { writeText } from '#shared/writing/written-text.ts';
import { draftKey, openDraft } from './draft-store.ts';
import { WritingPane } from './WritingPane.tsx';

/** Answers the command that makes the redacted text of a record, or goes on with the newest there is. */
export function useRedactCommand(record: RecordDetail, edition: Edition | null, isEnabled: boolean): void {
	const base = baseOf(record, edition);
	const run = async ({ id, language }: Edition) => {
		const text = writeText(await archive.calls.editions.blocks({ id }));
		await openDraft({ recordId: record.id, about: 'redaction' }, { text, language, baseEditionId: id });
	};
	useCommand(
		'text.redact',
		() => base && void run(base).catch(showError),
		isEnabled && base !== null && !record.isInBin,
	);
}

function baseOf({ editions, redactionId }: RecordDetail, edition: Edition | null): Edition | null {
	return editions.find(({ id }) => id === redactionId) ?? edition;
}

/** What is left of a text for strangers: words are selected and blacked out, and the names that are to be withheld at once. */
export function RedactionPane({ record, edition }: { record: RecordDetail; edition: Edition | null }) {
	const area = useRef<HTMLTextAreaElement>(null);
	useCommand('text.black-out', () => area.current && blackOutSelection(area.current));
	return (
		<WritingPane
			name={message('writing.redaction.pane')}
			title={record.title}
			hint={message('writing.redaction.hint')}
			label={message('writing.redaction.text')}
			draftKey={draftKey({ recordId: record.id, about: 'redaction' })}
			areaRef={area}
			baseEditionId={baseOf(record, edition)?.id ?? null}
			saveLabel={message('writing.redaction.save')}
			savedMessage={message('writing.redaction.saved')}
			save={async ({ text, baseEditionId }) =>
				baseEditionId && archive.calls.editions.redact({ recordId: record.id, text, baseEditionId })
			}
		>
			<Button onPress={() => runCommand('text.black-out')}>
				{message('command.text.black-out')}{' '}
				<span aria-hidden>
					<CommandKeys command="text.black-out" />
				</span>
			</Button>
			<Button onPress={() => area.current && void blackOutNames(area.current).catch(showError)}>
				{message('writing.redaction.names')}
			</Button>
		</WritingPane>
	);
}

function blackOutSelection(area: HTMLTextAreaElement): void {
	if (area.selectionStart === area.selectionEnd) return;
	insert(area, blackened);
}

async function blackOutNames(area: HTMLTextAreaElement): Promise<void> {
	const { text, count } = await archive.calls.editions.blackOut({ text: area.value });
	showToast(message('writing.redaction.names-done', { count }));
	if (count === 0) return;
	const { selectionStart } = area;
	area.select();
	insert(area, text);
	area.setSelectionRange(selectionStart, selectionStart);
}

/** In the place of what is selected. */
function insert(area: HTMLTextAreaElement, words: string): void {
	area.focus();
	// Subtle: deprecated, and still the one way to write into a field that its undo keeps.
	document.execCommand('insertText', false, words);
}
