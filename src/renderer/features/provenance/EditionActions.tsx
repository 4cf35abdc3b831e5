import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { copyText } from '#renderer/lib/copies.ts';
import { numberedEditionName } from '#renderer/lib/edition-name.ts';
import { belongsToSystem, hasSelectedWords, isAskedWithin } from '#renderer/ui/context-menu.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';

interface EditionActionsProps {
	edition: Edition;
	record: RecordDetail;
}

/** What can be done with one edition, whether it is the one that its record shows or not. */
export function EditionActions({ edition, record }: EditionActionsProps) {
	const { id, createdAt, textSha256, isDraft } = edition;
	const navigate = useNavigate();
	const recordId = record.id;
	const shown = record.editions.find((other) => other.id === record.editionId);
	const canBeCompared = !isDraft && shown !== undefined && shown.id !== id;
	function compare(): void {
		if (!shown) return;
		const [oldId, newId] = createdAt < shown.createdAt ? [id, shown.id] : [shown.id, id];
		void navigate({ to: '/compare/$recordId/{-$oldId}/{-$newId}', params: { recordId, oldId, newId } });
	}
	return (
		<MenuTrigger>
			<IconButton label={message('edition.actions', { edition: numberedEditionName(edition, record) })}>
				<Ellipsis size={15} />
			</IconButton>
			<Menu>
				{isDraft ? null : (
					<MenuItem
						onAction={() =>
							void navigate({
								to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
								params: { recordId, editionId: id },
							})
						}
					>
						{message('edition.open')}
					</MenuItem>
				)}
				{canBeCompared ? <MenuItem onAction={compare}>{message('edition.compare-with-shown')}</MenuItem> : null}
				<MenuItem
					onAction={() =>
						void copyText(textSha256).then(() => showToast(message('provenance.digest-copied')), showError)
					}
				>
					{message('edition.copy-digest')}
				</MenuItem>
			</Menu>
		</MenuTrigger>
	);
}

/** Around a card: the right button, or the menu key, opens the menu that its button opens. */
export function WithEditionMenu({ children }: { children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: from the keyboard, its button is there
		<div className={styles.withMenu} onContextMenu={openActions}>
			{children}
		</div>
	);
}

function openActions(event: MouseEvent<HTMLElement>): void {
	if (!isAskedWithin(event) || belongsToSystem(event) || hasSelectedWords(event.currentTarget)) return;
	const button = event.currentTarget.querySelector<HTMLElement>('[aria-haspopup]');
	if (!button) return;
	event.preventDefault();
	button.click();
}
