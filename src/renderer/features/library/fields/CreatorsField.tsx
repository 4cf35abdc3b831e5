import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Creator } from '#shared/domain/record.ts';
import { creatorWords } from '#shared/messages/creator-words.ts';
import { message } from '#shared/messages/messages.ts';
import { EditableList } from './EditableList.tsx';

const certainties = ['stated', 'attributed', 'inferred'] as const;

interface CreatorsFieldProps {
	creators: readonly Creator[];
	isReadOnly: boolean;
	onSave(creators: Creator[]): Promise<unknown>;
}

export function CreatorsField({ creators, isReadOnly, onSave }: CreatorsFieldProps) {
	return (
		<EditableList<Creator>
			items={creators}
			isReadOnly={isReadOnly}
			empty={{ name: '', role: '', certainty: 'stated' }}
			addLabel={message('record.add-creator')}
			words={creatorWords}
			show={creatorWords}
			isValid={({ name }) => name.trim() !== ''}
			onSave={onSave}
			form={(draft, change) => (
				<>
					<TextField
						label={message('creator.name')}
						value={draft.name}
						onChange={(name) => change({ name })}
						autoFocus
					/>
					<TextField label={message('creator.role')} value={draft.role} onChange={(role) => change({ role })} />
					<Select
						label={message('creator.certainty')}
						value={draft.certainty}
						onChange={(certainty) => change({ certainty })}
						options={certainties.map((value) => ({ value, label: message(`creator.${value}`) }))}
					/>
				</>
			)}
		/>
	);
}
