import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type CustodyFilter, type CustodyKind, custodyKinds } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CustodyFilters.module.css';

interface CustodyFiltersProps {
	filter: CustodyFilter;
	onChange(filter: CustodyFilter): void;
}

const all = 'all';

export function CustodyFilters({ filter, onChange }: CustodyFiltersProps) {
	const { kinds = [], words = '' } = filter;
	return (
		<fieldset className={styles.filters} aria-label={message('custody.filter')}>
			<Select<CustodyKind | typeof all>
				label={message('custody.kind')}
				value={kinds[0] ?? all}
				onChange={(kind) => onChange({ ...(words && { words }), ...(kind !== all && { kinds: [kind] }) })}
				options={[
					{ value: all, label: message('custody.all-kinds') },
					...custodyKinds.map((value) => ({ value, label: message(`custody.kind.${value}`) })),
				]}
			/>
			<TextField
				label={message('custody.words')}
				value={words}
				onChange={(text) => onChange({ ...(kinds.length > 0 && { kinds }), ...(text && { words: text }) })}
			/>
		</fieldset>
	);
}
