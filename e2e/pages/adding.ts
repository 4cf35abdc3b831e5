import type { Locator, Page } from '@playwright/test';
import type { ItemOutcome, JobState } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';

/** Added and verified: the jobs and the report of one. */
export class Adding {
	readonly report: Locator;
	readonly rows: Locator;
	readonly jobs: Locator;
	readonly cancelButton: Locator;
	readonly retryButton: Locator;

	constructor(page: Page) {
		this.report = page.getByRole('region', { name: message('adding.report') });
		this.rows = this.report.locator('tbody').getByRole('row');
		this.jobs = page.getByRole('list', { name: message('adding.jobs') }).getByRole('listitem');
		this.cancelButton = this.report.getByRole('button', { name: message('adding.cancel') });
		this.retryButton = this.report.getByRole('button', { name: message('adding.retry') });
	}

	row(file: string): Locator {
		return this.rows.filter({ hasText: file });
	}

	outcome(file: string, outcome: ItemOutcome): Locator {
		return this.row(file).getByText(message(`job.outcome.${outcome}`), { exact: true });
	}

	detail(file: string): Locator {
		return this.row(file).getByRole('cell').nth(2);
	}

	openRecord(file: string): Locator {
		return this.row(file).getByRole('link', { name: message('adding.open-record') });
	}

	state(state: JobState): Locator {
		return this.jobs.getByText(message(`job.state.${state}`), { exact: true });
	}
}
