import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { EditableText } from '../fields/EditableText.tsx';

/** Who gave the record: not on the screen until it is asked for, since someone may look over a shoulder. */
export function GiverField({ recordId, isReadOnly }: { recordId: RecordId; isReadOnly: boolean }) {
	const [isOpen, setIsOpen] = useState(false);
	const { data: giver } = useQuery({ ...queries.descriptions.giver({ recordId }), enabled: isOpen });
	if (!isOpen) return <Button onPress={() => setIsOpen(true)}>{message('description.show-giver')}</Button>;
	if (giver === undefined) return null;
	return (
		<EditableText
			label={message('description.giver')}
			value={giver}
			hint={message('description.giver-hint')}
			isReadOnly={isReadOnly}
			onSave={(name) => archive.calls.descriptions.setGiver({ recordId, name })}
		/>
	);
}
