import type { ReactNode } from 'react';
import styles from './SettingsSection.module.css';

interface SettingsSectionProps {
	title: string;
	/** To be led to. */
	id?: string;
	children: ReactNode;
}

/** What belongs together on the settings page. */
export function SettingsSection({ title, id, children }: SettingsSectionProps) {
	return (
		<section className={styles.section} id={id}>
			<h2 className={styles.heading}>{title}</h2>
			{children}
		</section>
	);
}
