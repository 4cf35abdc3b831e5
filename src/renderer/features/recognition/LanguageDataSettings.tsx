import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { chooseFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecognitionLanguage } from '#shared/domain/recognition.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './LanguageDataSettings.module.css';

/** In the settings: the languages that pictures can be read in on this device, and the way to add data of others. */
export function LanguageDataSettings() {
	const query = queries.recognition.languages();
	const { data: languages = [] } = useQuery({ ...query, staleTime: 0 });
	const client = useQueryClient();
	const [isAdding, setIsAdding] = useState(false);
	const askAgain = () => client.invalidateQueries({ queryKey: query.queryKey });

	async function add(): Promise<void> {
		const source = await chooseFile('chooseLanguageData', '.traineddata,.gz');
		if (!source) return;
		setIsAdding(true);
		try {
			const { language } = await archive.calls.recognition.addLanguage({ source });
			showToast(message('settings.recognition-added', { language: languageName(language) }));
		} finally {
			setIsAdding(false);
			await askAgain();
		}
	}

	async function remove({ code }: RecognitionLanguage): Promise<void> {
		await archive.calls.recognition.removeLanguage({ code });
		await askAgain();
	}

	return (
		<>
			<ul className={styles.list}>
				{languages.map((each) => (
					<li key={each.code} className={styles.language}>
						{languageName(each.language)}
						<code className={styles.code}>{each.code}</code>
						{each.source === 'provided' ? null : (
							<Chip tone={each.source === 'own' ? 'accent' : 'warn'}>
								{message(`settings.recognition.${each.source}`)}
							</Chip>
						)}
						{each.source === 'own' ? (
							<IconButton
								label={message('settings.recognition-remove', { language: languageName(each.language) })}
								onPress={() => void remove(each).catch(showError)}
							>
								<X size={14} />
							</IconButton>
						) : null}
					</li>
				))}
			</ul>
			<Button isDisabled={isAdding} onPress={() => void add().catch(showError)}>
				{message(isAdding ? 'settings.recognition-adding' : 'settings.recognition-add')}
			</Button>
		</>
	);
}
