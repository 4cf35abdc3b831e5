import { useMemo, useState } from 'react';
import { MarkedText } from '#renderer/features/search/index.ts';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import styles from '#renderer/ui/review-page.module.css';
import { Select } from '#renderer/ui/Select.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { DateInText, DateReading } from '#shared/domain/found-date.ts';
import { dateTypes } from '#shared/domain/record.ts';
import { inferenceWords, readingWords } from '#shared/found-dates/date-words.ts';
import { eventsOnDate } from '#shared/found-dates/events-on-date.ts';
import { message } from '#shared/messages/messages.ts';
import { addRecordDate, attestEvent, rejectDate } from './found-date-mutations.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { type ReviewedDate, withoutAttested } from './reviewed-dates.ts';

/** What a date is to be attached to, asked in a dialog. */
export interface DateRequest {
	type: 'event' | 'new-event';
	reviewed: ReviewedDate;
	reading: DateReading;
	onSettled(): void;
}

interface FoundDateItemProps {
	record: RecordDetail;
	reviewed: ReviewedDate;
	events: readonly ArchiveEvent[];
	isReadOnly: boolean;
	onAsk(request: DateRequest): void;
	onSettled(): void;
}

/** Of those on the date, these have buttons of their own. */
const mostOffered = 2;

/** A date as it is written, where it stands, what it may mean, and what it can be attached to. */
export function FoundDateItem({ record, reviewed, events, isReadOnly, onAsk, onSettled }: FoundDateItemProps) {
	const { date, events: attested, recordDates } = reviewed;
	const [chosen, setChosen] = useState<string | null>(null);
	const reading = date.readings.find(({ edtf }) => edtf === chosen) ?? date.readings[0];
	const inferred = inferenceWords(reading);
	const words = date.words.replace(/\s+/g, ' ');
	const meaning = edtfWords(reading.edtf);
	return (
		<>
			<div className={styles.words}>
				<span className={styles.name} dir="auto">
					{words}
				</span>
				{date.readings.length > 1 ? <Chip tone="warn">{message('found-dates.ambiguous')}</Chip> : null}
				<span className={styles.count}>
					{meaning === words ? null : `${meaning} `}
					<code>{reading.edtf}</code>
				</span>
				{inferred === '' ? null : <span className={styles.count}>{message('date.inferred-from', { inferred })}</span>}
				{attested.map(({ id, title }) => (
					<Chip key={id} tone="ok">
						{message('found-dates.attests', { title })}
					</Chip>
				))}
				{recordDates.map(({ type, edtf }) => (
					<Chip key={`${type} ${edtf}`} tone="ok">
						{message('found-dates.of-record', { type: message(`date-type.${type}`) })}
					</Chip>
				))}
			</div>
			<Context record={record} date={date} />
			{isReadOnly ? null : (
				<div className={styles.actions}>
					{date.readings.length > 1 ? (
						<div className={styles.reading}>
							<Select<string>
								label={message('found-dates.reading-of', { words })}
								isLabelHidden
								value={reading.edtf}
								onChange={setChosen}
								options={date.readings.map((each) => ({ value: each.edtf, label: readingWords(each) }))}
							/>
						</div>
					) : null}
					<EventsOnDate record={record} reviewed={reviewed} reading={reading} events={events} onSettled={onSettled} />
					<Button
						aria-label={message('found-dates.new-event-on', { words })}
						onPress={() => onAsk({ type: 'new-event', reviewed, reading, onSettled })}
					>
						{message('found-dates.new-event')}
					</Button>
					{events.length === 0 ? null : (
						<Button
							aria-label={message('found-dates.other-event-of', { words })}
							onPress={() => onAsk({ type: 'event', reviewed, reading, onSettled })}
						>
							{message('found-dates.other-event')}
						</Button>
					)}
					<MenuTrigger>
						<Button aria-label={message('found-dates.record-date-of', { words })}>
							{message('found-dates.record-date')}
						</Button>
						<Menu
							aria-label={message('date.type')}
							disabledKeys={recordDates.filter(({ edtf }) => edtf === reading.edtf).map(({ type }) => type)}
						>
							{dateTypes.map((type) => (
								<MenuItem
									key={type}
									id={type}
									onAction={() => {
										onSettled();
										void addRecordDate(record, type, reading);
									}}
								>
									{message(`date-type.${type}`)}
								</MenuItem>
							))}
						</Menu>
					</MenuTrigger>
					{attested.length > 0 ? null : (
						<Button
							variant="quiet"
							aria-label={message('found-dates.reject-words', { words })}
							onPress={() => {
								onSettled();
								void rejectDate(record, date);
							}}
						>
							{message('found-dates.reject')}
						</Button>
					)}
				</div>
			)}
		</>
	);
}

/** The events that may be meant, since they are on that date. */
function EventsOnDate({
	record,
	reviewed,
	reading,
	events,
	onSettled,
}: Omit<FoundDateItemProps, 'isReadOnly' | 'onAsk'> & { reading: DateReading }) {
	const offered = useMemo(
		() => eventsOnDate(withoutAttested(events, reviewed), reading.edtf).slice(0, mostOffered),
		[events, reviewed, reading],
	);
	return offered.map(({ id, title }) => (
		<Button
			key={id}
			onPress={() => {
				onSettled();
				void attestEvent(record, reviewed.date, id);
			}}
		>
			{message('found-dates.attest', { title })}
		</Button>
	));
}

function Context({ record, date }: { record: RecordDetail; date: DateInText }) {
	const { language, context, contextStart, start, end } = date;
	return (
		<p className={styles.example}>
			<span lang={language === 'und' ? '' : language} dir="auto">
				<MarkedText text={context} start={contextStart} marks={[[start, end, 'exact']]} />
			</span>{' '}
			<PlaceLink recordId={record.id} place={date} />
		</p>
	);
}
