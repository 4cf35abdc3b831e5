import { addQuote, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { ContextMenu } from '#renderer/ui/ContextMenu.tsx';
import type { MenuPoint } from '#renderer/ui/context-menu.ts';
import { MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx';
import { commandTitleKey } from '#shared/api/commands.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';

interface RowMenuProps {
	at: MenuPoint;
	annotation: Annotation;
	onOpen(annotation: Annotation): void;
	onRemove(): void;
	onClose(): void;
}

/** What can be done with an annotation where it is listed: what its card offers that needs no text beside it. */
export function RowMenu({ at, annotation, onOpen, onRemove, onClose }: RowMenuProps) {
	const isReadOnly = useIsReadOnly();
	const isNoteless = useIsNoteless();
	const { recordId, target } = annotation;
	return (
		<ContextMenu at={at} label={message('annotations.actions')} onClose={onClose}>
			<MenuItem onAction={() => onOpen(annotation)}>
				{message(annotation.number === null ? 'graph.open.record' : 'graph.open.passage')}
			</MenuItem>
			{target ? (
				<MenuItem onAction={() => void copyQuotation({ recordId, range: target })}>
					{message('annotations.copy-quote')}
				</MenuItem>
			) : null}
			{target && !isReadOnly ? (
				<MenuItem onAction={() => void addQuote(recordId, target)}>{message(commandTitleKey('quotes.add'))}</MenuItem>
			) : null}
			{isNoteless ? null : (
				<>
					<MenuSeparator />
					<MenuItem onAction={onRemove}>{message('annotations.remove')}</MenuItem>
				</>
			)}
		</ContextMenu>
	);
}
