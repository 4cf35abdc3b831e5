import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { NameId } from '#shared/domain/ids.ts';
import type { NameKind } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './EventDialog.module.css';
import { ThingPicker } from './ThingPicker.tsx';

interface NamesFieldProps {
	label: string;
	ids: readonly NameId[];
	/** Which names are offered. */
	offers(kind: NameKind): boolean;
	onChange(ids: NameId[]): void;
}

/** Names that have a part in the event; found by any of their forms. */
export function NamesField({ label, ids, offers, onChange }: NamesFieldProps) {
	const { data: names } = useQuery(queries.names.list());
	const things = useMemo(
		() =>
			(names ?? [])
				.filter(({ kind }) => offers(kind))
				.map((name) => ({
					id: name.id,
					title: nameTitle(name),
					detail: message(`names.kind.${name.kind}`),
					texts: name.forms.map(({ text }) => text),
				})),
		[names, offers],
	);
	const titles = new Map((names ?? []).map((name) => [name.id, nameTitle(name)]));
	return (
		<div className={styles.several}>
			<ThingPicker
				label={label}
				things={things.filter(({ id }) => !ids.includes(id))}
				onPick={(id) => onChange([...ids, id as NameId])}
			/>
			{ids.length === 0 ? null : (
				<ul className={styles.chosen} aria-label={label}>
					{ids.map((id) => (
						<li key={id}>
							<span dir="auto">{titles.get(id) ?? id}</span>
							<IconButton
								label={message('chronology.take-out', { name: titles.get(id) ?? id })}
								onPress={() => onChange(ids.filter((other) => other !== id))}
							>
								<X size={13} />
							</IconButton>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
