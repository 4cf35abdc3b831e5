import { ChevronDown } from 'lucide-react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { Facets } from './Facets.tsx';
import styles from './LibraryBar.module.css';
import type { LibraryPlace } from './library-place.ts';
import { SelectionMenu } from './SelectionMenu.tsx';
import { useLibraryTitle } from './use-library-title.ts';

interface LibraryBarProps {
	place: LibraryPlace;
	records: readonly RecordSummary[];
	shownCount: number;
}

export function LibraryBar({ place, records, shownCount }: LibraryBarProps) {
	const isReadOnly = useIsReadOnly();
	const isNarrowed = shownCount !== records.length;
	return (
		<div className={styles.bar}>
			<h1 className={styles.title}>
				<LibraryTitle place={place} />
			</h1>
			<div className={styles.state}>
				<span role="status">
					{isNarrowed ? message('library.shown', { shown: shownCount, total: records.length }) : ''}
				</span>
				<SelectionMenu place={place} />
			</div>
			<div className={styles.facets}>
				<Facets records={records} />
			</div>
			{isReadOnly || place.bin ? null : (
				<div className={styles.actions}>
					<Button onPress={() => runCommand('records.new')}>{message('command.records.new')}</Button>
					<span className={styles.split} data-tour="add">
						<Button variant="primary" className={styles.add} onPress={() => runCommand('adding.files')}>
							{message('library.add-files')}
						</Button>
						<MenuTrigger>
							<IconButton variant="primary" className={styles.more} label={message('library.add-more')}>
								<ChevronDown size={14} />
							</IconButton>
							<Menu aria-label={message('library.add-more')}>
								<MenuItem onAction={() => runCommand('adding.files')}>{message('command.adding.files')}</MenuItem>
								<MenuItem onAction={() => runCommand('adding.folder')}>{message('command.adding.folder')}</MenuItem>
								<MenuItem onAction={() => runCommand('adding.paste')}>{message('command.adding.paste')}</MenuItem>
								<MenuItem onAction={() => runCommand('catalogue.import')}>
									{message('command.catalogue.import')}
								</MenuItem>
							</Menu>
						</MenuTrigger>
					</span>
				</div>
			)}
		</div>
	);
}

function LibraryTitle({ place }: { place: LibraryPlace }) {
	return useLibraryTitle(place);
}
