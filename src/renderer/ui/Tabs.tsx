import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

export interface TabEntry<V extends string = string> {
	id: V;
	title: string;
	/** A number, shown after the title where it is not 0; or what draws it, and nothing where there is none. */
	count?: ReactNode;
	content: ReactNode;
}

interface TabsProps<V extends string> {
	label: string;
	tabs: readonly TabEntry<V>[];
	selected?: V;
	onSelect?(id: V): void;
}

export function Tabs<V extends string>({ label, tabs, selected, onSelect }: TabsProps<V>) {
	const control = selected === undefined ? {} : { selectedKey: selected };
	return (
		<AriaTabs {...control} onSelectionChange={(key) => onSelect?.(key as V)} className={styles.tabs ?? ''}>
			<TabList aria-label={label} className={styles.list ?? ''}>
				{tabs.map(({ id, title, count }) => (
					<Tab key={id} id={id} className={styles.tab ?? ''}>
						{title}
						{count ? <span className={styles.count}>{count}</span> : null}
					</Tab>
				))}
			</TabList>
			{tabs.map(({ id, content }) => (
				<TabPanel key={id} id={id} className={styles.panel ?? ''}>
					{content}
				</TabPanel>
			))}
		</AriaTabs>
	);
}
