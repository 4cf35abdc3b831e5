import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { FieldState } from '#shared/api/device-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './field.module.css';

const field = queries.device.field();

/** Whether this device keeps nothing of what is done on it, and what it kept before. */
export function FieldSettings() {
	const { data: state } = useQuery(field);
	const [isAsking, setAsking] = useState(false);
	const show = (next: FieldState) => queryClient.setQueryData(field.queryKey, next);
	const setting = useMutation({
		mutationFn: (isSet: boolean) => archive.calls.device.setField({ isSet }),
		onSuccess: (next) => {
			show(next);
			// What the profile held is gone from it.
			void queryClient.invalidateQueries({ queryKey: ['archive', 'recent'] });
		},
		onError: showError,
	});
	if (!state) return null;

	function switchOn(): void {
		setAsking(false);
		setting.mutate(true);
	}

	return (
		<SettingsSection title={message('field.title')}>
			<Switch isSelected={state.isSet} onChange={(isSet) => (isSet ? setAsking(true) : setting.mutate(false))}>
				{message('field.switch')}
			</Switch>
			<p className={styles.note}>{message('field.text')}</p>
			<FieldNow state={state} />
			{state.copyCount > 0 && (state.isSet || state.isOn) ? (
				<KeptCopies count={state.copyCount} onRemoved={show} />
			) : null}
			<Dialog
				title={message('field.confirm-title')}
				role="alertdialog"
				isOpen={isAsking}
				onClose={() => setAsking(false)}
				actions={
					<>
						<Button onPress={() => setAsking(false)} autoFocus>
							{message('dialog.cancel')}
						</Button>
						<Button variant="danger" onPress={switchOn}>
							{message('field.confirm')}
						</Button>
					</>
				}
			>
				<p>{message('field.confirm-text')}</p>
			</Dialog>
		</SettingsSection>
	);
}

/** Where this run is another than the setting says. */
function FieldNow({ state: { isOn, isSet } }: { state: FieldState }) {
	if (isOn === isSet) return null;
	return (
		<p className={styles.warning} role="status">
			{message(isSet ? 'field.next-start' : 'field.asked')}
		</p>
	);
}

function KeptCopies({ count, onRemoved }: { count: number; onRemoved(state: FieldState): void }) {
	const remove = () => void archive.calls.device.removeCopies().then(onRemoved, showError);
	return (
		<>
			<p className={styles.warning}>{message('field.copies', { count })}</p>
			<Button variant="danger" onPress={remove}>
				{message('field.remove-copies')}
			</Button>
		</>
	);
}
