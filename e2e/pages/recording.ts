import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The player beside a text, the times in its margin, and the transcript that is being written. */
export class Recording {
	readonly page: Page;
	readonly player: Locator;
	readonly place: Locator;
	readonly problem: Locator;
	/** The passage that is being spoken. */
	readonly spoken: Locator;
	readonly times: Locator;
	readonly writing: Locator;
	readonly saveButton: Locator;
	readonly writeButton: Locator;

	constructor(page: Page) {
		this.page = page;
		this.player = page.getByRole('region', { name: message('recording.player'), exact: true });
		this.place = this.player.getByRole('slider', { name: message('recording.place'), exact: true });
		this.problem = this.player.getByRole('alert');
		this.spoken = page.locator('[data-spoken]');
		this.times = page.locator('button[data-plays-from]');
		this.writing = page.getByRole('textbox', { name: message('transcript.text'), exact: true });
		this.saveButton = page.getByRole('button', { name: message('writing.save'), exact: true });
		this.writeButton = this.player.getByRole('button', { name: message('command.transcript.write'), exact: true });
	}

	get playButton(): Locator {
		return this.player.getByRole('button', { name: message('recording.play'), exact: true });
	}

	get pauseButton(): Locator {
		return this.player.getByRole('button', { name: message('recording.pause'), exact: true });
	}

	time(name: string): Locator {
		return this.page.getByRole('button', { name: message('recording.play-from', { time: name }), exact: true });
	}

	/** Where it is, in seconds, and how long it lasts. */
	async state(): Promise<{ seconds: number; duration: number }> {
		return this.player.locator('audio, video').evaluate((media: HTMLMediaElement) => {
			return { seconds: media.currentTime, duration: media.duration };
		});
	}
}
