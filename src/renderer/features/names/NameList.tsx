import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { Chip, ChipButton } from '#renderer/ui/Chip.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type Name, type NameKind, nameKinds } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NamesPage.module.css';
import { chosenNames } from './name-order.ts';

const filters: readonly (NameKind | 'all')[] = ['all', ...nameKinds];

export function NameList({ names, chosenId }: { names: readonly Name[]; chosenId: string | undefined }) {
	const navigate = useNavigate();
	const [kind, setKind] = useState<NameKind | 'all'>('all');
	const [typed, setTyped] = useState('');
	const shown = chosenNames(names, kind, typed);
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('names.title')}</h1>
				<p className={styles.count} role="status">
					{message('names.count', { count: shown.length })}
				</p>
				<fieldset aria-label={message('names.filter')} className={styles.kinds}>
					{filters.map((each) => (
						<ChipButton key={each} isOn={each === kind} aria-pressed={each === kind} onPress={() => setKind(each)}>
							{message(`names.filter.${each}`)}
						</ChipButton>
					))}
				</fieldset>
				<TextField
					label={message('names.find')}
					isLabelHidden
					placeholder={message('names.find')}
					value={typed}
					onChange={setTyped}
				/>
			</header>
			<ListBox
				aria-label={message('names.list')}
				items={shown}
				selectionMode="single"
				selectedKeys={chosenId ? [chosenId] : []}
				onSelectionChange={(keys) => {
					const [nameId] = keys === 'all' ? [] : keys;
					if (nameId !== undefined) void navigate({ to: '/names/{-$nameId}', params: { nameId: String(nameId) } });
				}}
				className={styles.list ?? ''}
				renderEmptyState={() => <p className={styles.choose}>{message('names.empty.filtered')}</p>}
			>
				{(name) => <NameItem name={name} />}
			</ListBox>
		</div>
	);
}

function NameItem({ name }: { name: Name }) {
	const title = nameTitle(name);
	const others = [...new Set(name.forms.map((form) => form.text))].filter((text) => text !== title);
	return (
		<ListBoxItem id={name.id} textValue={title} className={styles.item ?? ''}>
			<span className={styles.name}>{title}</span>
			<span className={styles.others}>{others.join(' · ')}</span>
			<Chip>{message(`names.kind.${name.kind}`)}</Chip>
		</ListBoxItem>
	);
}
