import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { ShowInGraph } from '#renderer/features/graph/index.ts';
import { EditableText } from '#renderer/features/library/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { type Name, nameKinds } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { FormList } from './FormList.tsx';
import { IdentifierList } from './IdentifierList.tsx';
import { LinkedThings } from './LinkedThings.tsx';
import styles from './NameDetails.module.css';
import { updateName } from './name-mutations.ts';
import { openDialog } from './names-store.ts';
import { PlaceCoordinatesList } from './PlaceCoordinatesList.tsx';
import { ShowOnMap } from './ShowOnMap.tsx';

/** What is written of a name, each part with where it comes from, edited where it stands. */
export function NameDetails({ name, isOnItsPage = false }: { name: Name; isOnItsPage?: boolean }) {
	const isReadOnly = useIsReadOnly();
	const title = nameTitle(name);
	return (
		<article className={styles.details}>
			<header className={styles.head}>
				<h2 className={styles.title}>{title}</h2>
				{isReadOnly ? null : <ActionsMenu name={name} />}
			</header>
			<div className={styles.line}>
				<KindField name={name} isReadOnly={isReadOnly} />
				{isOnItsPage ? null : (
					<Link to="/name/$nameId/{-$part}" params={{ nameId: name.id, part: undefined }}>
						{message('names.open-page')}
					</Link>
				)}
				<Link to="/search" search={{ q: `"${title}"` }}>
					{message('names.search')}
				</Link>
				<ShowInGraph id={name.id} />
				<ShowOnMap name={name} />
			</div>
			{isReadOnly && name.description === '' ? null : <Description name={name} isReadOnly={isReadOnly} />}
			<FormList name={name} isReadOnly={isReadOnly} />
			{name.kind === 'place' || name.coordinates.length > 0 ? (
				<PlaceCoordinatesList name={name} isReadOnly={isReadOnly} />
			) : null}
			<IdentifierList name={name} isReadOnly={isReadOnly} />
			{isOnItsPage ? null : <LinkedThings name={name} />}
		</article>
	);
}

function ActionsMenu({ name }: { name: Name }) {
	return (
		<MenuTrigger>
			<IconButton label={message('names.actions')}>
				<Ellipsis size={16} />
			</IconButton>
			<Menu aria-label={message('names.actions')}>
				<MenuItem onAction={() => openDialog('merge')}>{message('command.names.merge')}</MenuItem>
				<MenuItem isDisabled={name.forms.length < 2} onAction={() => openDialog('split')}>
					{message('command.names.split')}
				</MenuItem>
				<MenuItem onAction={() => openDialog('remove')}>{message('command.names.remove')}</MenuItem>
			</Menu>
		</MenuTrigger>
	);
}

function KindField({ name, isReadOnly }: { name: Name; isReadOnly: boolean }) {
	if (isReadOnly) return <Chip>{message(`names.kind.${name.kind}`)}</Chip>;
	return (
		<div className={styles.kind}>
			<Select
				label={message('names.kind')}
				isLabelHidden
				isQuiet
				value={name.kind}
				onChange={(kind) => void updateName(name, { kind }).catch(showError)}
				options={nameKinds.map((value) => ({ value, label: message(`names.kind.${value}`) }))}
			/>
		</div>
	);
}

function Description({ name, isReadOnly }: { name: Name; isReadOnly: boolean }) {
	return (
		<section className={inspector.part}>
			<h3 className={inspector.heading}>{message('names.description')}</h3>
			<EditableText
				label={message('names.description')}
				value={name.description}
				isLong
				isReadOnly={isReadOnly}
				onSave={(description) => updateName(name, { description })}
			/>
			{name.description === '' ? null : (
				<div className={styles.source}>
					<EditableText
						label={message('names.description-source')}
						value={name.source}
						shown={name.source === '' ? '' : message('names.forms.source', { source: name.source })}
						isReadOnly={isReadOnly}
						onSave={(source) => updateName(name, { source })}
					/>
				</div>
			)}
		</section>
	);
}
