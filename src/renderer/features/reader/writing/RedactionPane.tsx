import { useRef, useState } from 'react';
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
import { insertText } from './insert-text.ts';
import { settledAnswer } from './settled-answer.ts';
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
	const [isAsking, setAsking] = useState(false);
	useCommand('text.black-out', () => area.current && blackOutSelection(area.current), !isAsking);

	async function askForNames(): Promise<void> {
		// A text that is being saved takes nothing any more.
		if (!area.current || area.current.readOnly || isAsking) return;
		setAsking(true);
		await blackOutNames(area.current).catch(showError);
		setAsking(false);
	}

	return (
		<WritingPane
			name={message('writing.redaction.pane')}
			title={record.title}
			hint={message('writing.redaction.hint')}
			label={message('writing.redaction.text')}
			draftKey={draftKey({ recordId: record.id, about: 'redaction' })}
			areaRef={area}
			// Saved meanwhile, it would go out with the names.
			isHeld={isAsking}
			baseEditionId={baseOf(record, edition)?.id ?? null}
			saveLabel={message('writing.redaction.save')}
			savedMessage={message('writing.redaction.saved')}
			save={async ({ text, baseEditionId }) =>
				baseEditionId && archive.calls.editions.redact({ recordId: record.id, text, baseEditionId })
			}
		>
			<Button isDisabled={isAsking} onPress={() => runCommand('text.black-out')}>
				{message('command.text.black-out')}{' '}
				<span aria-hidden>
					<CommandKeys command="text.black-out" />
				</span>
			</Button>
			<Button isPending={isAsking} onPress={() => void askForNames()}>
				{message('writing.redaction.names')}
			</Button>
		</WritingPane>
	);
}

function blackOutSelection(area: HTMLTextAreaElement): void {
	if (area.selectionStart === area.selectionEnd) return;
	insertText(area, blackened);
}

async function blackOutNames(area: HTMLTextAreaElement): Promise<void> {
	const answer = await settledAnswer(area, (text) => archive.calls.editions.blackOut({ text }));
	if (!answer) return;
	const { text, count } = answer;
	if (count > 0) replaceAll(area, text);
	showToast(message('writing.redaction.names-done', { count }));
}

function replaceAll(area: HTMLTextAreaElement, text: string): void {
	const { selectionStart } = area;
	area.select();
	insertText(area, text);
	area.setSelectionRange(selectionStart, selectionStart);
}
